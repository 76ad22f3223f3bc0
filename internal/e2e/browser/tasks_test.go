//go:build browser

package browser

import (
	"context"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/reportback/reportback/internal/testkit"
)

// press sends keys to whatever has the focus: the keyboard is all that these tests use.
func (b *tab) press(keys string) {
	b.t.Helper()
	b.do("press a key", chromedp.KeyEvent(keys))
}

// focused returns what a screen reader would say of the element with the focus, shortly.
func (b *tab) focused() string {
	var s string
	b.do("focus", chromedp.Evaluate(`(() => { const e = document.activeElement; if (!e || e === document.body) return "";
  const l = e.labels && e.labels[0]; return (l ? l.textContent : e.textContent || e.value || "").trim().replace(/\s+/g, " "); })()`, &s))
	return s
}

// tabTo presses Tab until the focus is on what begins so.
func (b *tab) tabTo(words string) {
	b.t.Helper()
	var seen []string
	for range 150 {
		b.press(kb.Tab)
		s := b.focused()
		if strings.HasPrefix(s, words) {
			return
		}
		seen = append(seen, s)
	}
	b.shot("failed")
	b.t.Fatalf("Tab never came to %q; it came to %q", words, seen)
}

// enter presses Enter and waits for the page that follows.
func (b *tab) enter() {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, 20*time.Second)
	defer cancel()
	if _, err := chromedp.RunResponse(ctx, chromedp.KeyEvent(kb.Enter)); err != nil {
		b.shot("failed")
		b.t.Fatalf("Enter on %q: %v", b.focused(), err)
	}
}

func texts(t *testing.T, d *testkit.Demo, phone, words string) {
	t.Helper()
	testkit.Until(t, 20*time.Second, phone+" gets a text with "+words, func() bool {
		for _, m := range d.Texts(phone, 0) {
			if m.To == phone && strings.Contains(m.Body, words) {
				return true
			}
		}
		return false
	})
}

func TestAStaffMemberDoesTheDaysWorkByKeyboardAlone(t *testing.T) {
	t.Parallel()
	d := demo(t)
	say := func(from, body string) {
		if code := d.Call("/sim/text", map[string]any{"from": from, "body": body}, nil); code != http.StatusOK {
			t.Fatalf("text %q: %d", body, code)
		}
	}
	b := open(t, d.Base)
	w := admin(t, d.Base)

	// sign in
	b.goTo("/admin/")
	b.press(w.Login)
	b.press(kb.Tab)
	b.press(w.Password)
	b.enter()

	// find who has not confirmed for today
	b.says("1 not confirmed.")
	b.tabTo("3 PM: Ana Ruiz and Maria Lopez")
	b.enter()
	b.says("not confirmed")

	// write to her
	b.tabTo("Your words")
	b.press("Is 3 PM still good for you?")
	b.press(kb.Tab)
	b.enter()
	b.says("Sent.")
	texts(t, d, "+12065550142", "Is 3 PM still good for you?")

	// move the meeting
	b.tabTo("New day and time")
	b.press("11252026")
	b.press(kb.Tab)
	b.press("0400PM")
	b.tabTo("Move it and tell both")
	b.enter()
	b.says("Wed Nov 25, 4 PM")
	texts(t, d, "+12065550142", "Wed Nov 25, 4 PM")

	// the one-on-one takes place and is reported
	say("+12065550142", "1")
	if code := d.Call("/sim/clock", map[string]any{"to": "2026-11-25T17:30:00-08:00"}, nil); code != http.StatusOK {
		t.Fatalf("clock: %d", code)
	}
	say("+12065550101", "met Maria. Learned: she wants the elevator fixed. Commitment: she will talk to her floor by Dec 4. Follow ups: "+
		"send her the flyer by Nov 30.")
	last := func() string {
		list := d.Texts("+12065550101", 0)
		return list[len(list)-1].Kind
	}
	for i := 0; i < 10 && last() != "review"; i++ { // the debrief that is proposed, and what is still open: none
		say("+12065550101", "1")
	}
	say("+12065550101", "1")

	// read the report
	b.goTo("/admin/")
	b.tabTo("Reports")
	b.enter()
	b.tabTo("Wed Nov 25")
	b.enter()
	b.says("she wants the elevator fixed")
	b.shot("task-report")

	// mark the debrief done
	b.tabTo("Debrief done")
	b.enter()
	b.says("debriefed")
	b.shot("task-debriefed")

	// export the week
	dir := t.TempDir()
	b.do("downloads", browser.SetDownloadBehavior(browser.SetDownloadBehaviorBehaviorAllow).WithDownloadPath(dir))
	b.tabTo("One-on-ones")
	b.enter()
	b.tabTo("Download as CSV")
	b.press(kb.Enter)
	var csv []byte
	testkit.Until(t, 20*time.Second, "the week is downloaded", func() bool {
		files, _ := filepath.Glob(filepath.Join(dir, "*.csv"))
		if len(files) == 1 {
			csv, _ = os.ReadFile(files[0])
		}
		return len(csv) > 0
	})
	for _, want := range []string{"Maria Lopez", "Jo Park", "Rosa Medina"} {
		if !strings.Contains(string(csv), want) {
			t.Errorf("the week's export lacks %s:\n%s", want, csv)
		}
	}
	b.goTo("/admin/audit")
	for _, want := range []string{"wrote a text", "moved", "debrief done", "export"} {
		b.says(want)
	}
}

func TestEverythingWorksWithoutJavaScript(t *testing.T) {
	t.Parallel()
	d := demo(t)
	b := open(t, d.Base)
	b.scripts(false)
	b.signIn(admin(t, d.Base))
	b.says("hello, who is this")
	opened := func() {
		t.Helper()
		b.do("open the line", chromedp.Click(".needs summary", chromedp.ByQuery))
	}
	opened()
	b.submit(".needs button[formaction$='/take']")
	b.says("It is yours now.")
	opened()
	b.do("say what was done", chromedp.SendKeys(".needs input[name=word]", "called back", chromedp.ByQuery))
	b.submit(".needs form[action$='/done'] button")
	b.says("Nobody waits for an answer")
	b.submit(".say button") // undo
	b.says("hello, who is this")
	b.do("tick it", chromedp.Click(".needs input[type=checkbox]", chromedp.ByQuery))
	b.submit("#several button[value=done]")
	b.says("1 line closed.")

	b.submit("a[href^='/admin/meetings/']")
	b.do("write", chromedp.SendKeys("textarea[name=words]", "See you at 3", chromedp.ByQuery))
	b.submit("form[action$='/write'] button")
	b.says("Sent.")
	texts(t, d, "+12065550142", "See you at 3")

	b.goTo("/admin/meetings?show=all")
	b.do("search", chromedp.SendKeys("main input[name=q]", "medina", chromedp.ByQuery))
	b.submit("main form[role=search] button")
	b.says("Rosa Medina")
	if strings.Contains(b.text(), "Maria Lopez") {
		t.Error("the search finds others too")
	}
	b.submit("form.me button")
	if p := b.path(); p != "/admin/signin" {
		t.Errorf("signed out, and at %s", p)
	}
	b.goTo("/admin/meetings")
	if p := b.path(); !strings.HasPrefix(p, "/admin/signin") {
		t.Errorf("nobody is signed in, and at %s", p)
	}
}

func TestANewTextShowsByItself(t *testing.T) {
	t.Parallel()
	d := demo(t)
	b := open(t, d.Base)
	b.signIn(admin(t, d.Base))
	b.submit("a[href^='/admin/meetings/']")
	if code := d.Call("/sim/text", map[string]any{"from": "+12065550142", "body": "I am at the door"}, nil); code != http.StatusOK {
		t.Fatal(code)
	}
	b.says("I am at the door")
	b.goTo("/admin/messages")
	if code := d.Call("/sim/text", map[string]any{"from": "+12065550142", "body": "where are you"}, nil); code != http.StatusOK {
		t.Fatal(code)
	}
	testkit.Until(t, 10*time.Second, "the list offers what is new", func() bool {
		var s string
		b.do("news", chromedp.Evaluate(`document.getElementById("news").textContent`, &s))
		return strings.Contains(s, "Something changed.")
	})
	if strings.Contains(b.text(), "where are you") {
		t.Error("the list moved by itself")
	}
}
