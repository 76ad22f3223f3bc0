//go:build browser

package browser

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"github.com/reportback/reportback/internal/testkit"
)

var (
	binary  testkit.Binary
	cluster testkit.Cluster
	folder  testkit.Folder
)

func TestMain(m *testing.M) {
	code := cluster.Main(m)
	binary.Clean()
	folder.Clean()
	os.Exit(code)
}

// chromium finds the browser; a missing one fails, since the build tag was asked for.
func chromium(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			return p
		}
	}
	t.Fatal("chromium is needed: apt-get install -y chromium")
	return ""
}

// tab is one browser with one page open.
type tab struct {
	t    *testing.T
	ctx  context.Context //nolint:containedctx // chromedp keeps its browser in it
	base string
}

// open starts a browser on the demo, signed in nowhere.
func open(t *testing.T, base string) *tab {
	t.Helper()
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(chromium(t)), chromedp.NoSandbox,
		chromedp.Flag("lang", "en-US"), chromedp.Env("LANG=en_US.UTF-8"), chromedp.WSURLReadTimeout(time.Minute))
	alloc, stop := chromedp.NewExecAllocator(t.Context(), opts...)
	ctx, cancel := chromedp.NewContext(alloc)
	ctx, late := context.WithTimeout(ctx, 8*time.Minute)
	t.Cleanup(func() { late(); cancel(); stop() })
	b := &tab{t: t, ctx: ctx, base: base}
	if err := chromedp.Run(ctx); err != nil { // the browser lives as long as the first context
		t.Fatalf("start chromium: %v", err)
	}
	b.size(1280, 900)
	return b
}

func (b *tab) do(what string, actions ...chromedp.Action) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, 30*time.Second)
	defer cancel()
	if err := chromedp.Run(ctx, actions...); err != nil {
		b.shot("failed")
		b.t.Fatalf("%s: %v", what, err)
	}
}

func (b *tab) size(w, h int64) {
	b.t.Helper()
	b.do("size", chromedp.EmulateViewport(w, h))
}

func (b *tab) scheme(s string) {
	b.t.Helper()
	b.do("scheme", emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: s}}))
}

func (b *tab) scripts(on bool) {
	b.t.Helper()
	b.do("scripts", emulation.SetScriptExecutionDisabled(!on))
}

// goTo opens an address and waits until the page is there.
func (b *tab) goTo(path string) {
	b.t.Helper()
	b.do("open "+path, chromedp.Navigate(b.base+path), chromedp.WaitReady("main"))
}

// text returns what the page says.
func (b *tab) text() string {
	b.t.Helper()
	return b.words("main")
}

// words returns what the first element of a selector says, empty while there is none. It is read by the page itself in one go: an open page
// replaces its parts when something happens, and an element that was found in one call may be gone in the next.
func (b *tab) words(selector string) string {
	b.t.Helper()
	var s string
	b.do("read "+selector, chromedp.Evaluate(fmt.Sprintf(`document.querySelector(%q)?.innerText ?? ""`, selector), &s))
	return s
}

func (b *tab) path() string {
	b.t.Helper()
	var s string
	b.do("read the address", chromedp.Location(&s))
	return strings.TrimPrefix(s, b.base)
}

// says fails unless the page comes to say something.
func (b *tab) says(words string) {
	b.t.Helper()
	last := ""
	b.t.Cleanup(func() {
		if b.t.Failed() && !strings.Contains(last, words) {
			b.t.Logf("the page says: %s", last)
			b.shot("failed")
		}
	})
	testkit.Until(b.t, 10*time.Second, "the page says "+words, func() bool {
		ctx, cancel := context.WithTimeout(b.ctx, 5*time.Second)
		defer cancel()
		_ = chromedp.Run(ctx, chromedp.Evaluate(`document.querySelector("main")?.innerText ?? ""`, &last))
		return strings.Contains(last, words)
	})
}

// submit posts the form of a button and waits for the page that follows.
func (b *tab) submit(button string) {
	b.t.Helper()
	if _, err := chromedp.RunResponse(b.ctx, chromedp.Click(button, chromedp.ByQuery)); err != nil {
		b.shot("failed")
		b.t.Fatalf("submit %s: %v", button, err)
	}
}

// shot keeps a picture where REPORTBACK_SHOTS says.
func (b *tab) shot(name string) {
	dir := os.Getenv("REPORTBACK_SHOTS")
	if dir == "" {
		return
	}
	var png []byte
	ctx, cancel := context.WithTimeout(b.ctx, 20*time.Second)
	defer cancel()
	err := chromedp.Run(ctx, chromedp.ActionFunc(func(ctx context.Context) (err error) {
		png, err = page.CaptureScreenshot().WithCaptureBeyondViewport(true).Do(ctx)
		return err
	}), chromedp.FullScreenshot(&png, 100))
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, name+".png"), png, 0o600)
	}
	if err != nil {
		b.t.Logf("no picture %s: %v", name, err)
	}
}

type way struct{ Login, Password string }

// admin returns the demo's way into the page.
func admin(t *testing.T, base string) way {
	t.Helper()
	res, err := http.Get(base + "/sim/info")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	var info struct{ Admin way }
	if err := json.NewDecoder(res.Body).Decode(&info); err != nil {
		t.Fatal(err)
	}
	return info.Admin
}

func (b *tab) signIn(w way) {
	b.t.Helper()
	b.goTo("/admin/signin")
	b.do("fill in", chromedp.SendKeys("input[name=login]", w.Login, chromedp.ByQuery),
		chromedp.SendKeys("input[name=password]", w.Password, chromedp.ByQuery))
	b.submit("main form button")
	if p := b.path(); p != "/admin/" {
		b.t.Fatalf("signed in, and at %s: %s", p, b.text())
	}
}

// violations runs axe-core's rules of WCAG 2.2 A and AA on the page that is open.
func (b *tab) violations() []string {
	b.t.Helper()
	src, err := os.ReadFile("testdata/axe-4.14.1/axe.min.js")
	if err != nil {
		b.t.Fatal(err)
	}
	const run = `axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}).then(r => JSON.stringify(
  r.violations.flatMap(v => v.nodes.map(n => v.id + ": " + n.target.join(" ") + ": " + n.failureSummary.split("\n").slice(1).join(";")))))`
	var out string
	b.do("axe", chromedp.Evaluate(string(src)+"\n;0", nil), chromedp.Evaluate(run, &out, awaitPromise))
	var list []string
	if err := json.Unmarshal([]byte(out), &list); err != nil {
		b.t.Fatal(err)
	}
	return list
}

// sideways reports whether the page is wider than its window.
func (b *tab) sideways() bool {
	b.t.Helper()
	var wide bool
	b.do("width", chromedp.Evaluate(`document.documentElement.scrollWidth > window.innerWidth + 1`, &wide))
	return wide
}

// demo starts a demo on a Tuesday morning with a few one-on-ones in every state.
func demo(t *testing.T) *testkit.Demo {
	t.Helper()
	d := testkit.StartDemo(t, &binary, folder.Copy(t), "2026-11-24T10:00:00-08:00")
	say := func(from, body string) {
		if code := d.Call("/sim/text", map[string]any{"from": from, "body": body}, nil); code != http.StatusOK {
			t.Fatalf("text %q: %d", body, code)
		}
	}
	say("+12065550101", "Meeting Maria Lopez 206-555-0142 today 3pm at Cafe Presse")
	say("+12065550101", "1")
	say("+12065550101", "Meeting Jo Park 206-555-0143 today 5pm at the library")
	say("+12065550101", "1")
	say("+12065550102", "Cita con Rosa Medina 206-555-0144 jueves 5pm en la biblioteca")
	say("+12065550102", "1")
	say("+12065550143", "1")
	say("+12065550142", "is there parking <script>alert(1)</script>?")
	say("+12065550177", "hello, who is this")
	report(t, d)
	return d
}

// report files a report for an unplanned one-on-one: what is still asked is skipped, the review is taken.
func report(t *testing.T, d *testkit.Demo) {
	t.Helper()
	say := func(body string) string {
		if code := d.Call("/sim/text", map[string]any{"from": "+12065550101", "body": body}, nil); code != http.StatusOK {
			t.Fatalf("text %q: %d", body, code)
		}
		list := d.Texts("+12065550101", 0)
		return list[len(list)-1].Kind
	}
	asked := say("Report: met Dana Fox 206-555-0151 yesterday. Relationship: neighbour. Learned: she wants the heat fixed and knows " +
		"everybody on her floor. Commitment: she will talk to her floor by Dec 4. Follow ups: send her the flyer by Nov 30. Debrief: Sam Nov 30.")
	for i := 0; i < 20 && asked != "review"; i++ {
		asked = say("SKIP")
	}
	if asked != "review" {
		t.Fatalf("the report never came to its review: %s", asked)
	}
	say("1")
}
