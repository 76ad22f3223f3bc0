//go:build browser

package browser

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/reportback/reportback/internal/testkit"
)

// broken returns the words of the page that are drawn on more than one line. An address may break at its parts, and so may a
// script that writes no spaces.
func (b *tab) broken() []string {
	b.t.Helper()
	const find = `(() => {
  const out = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
  for (let n; (n = walk.nextNode());) {
    if (!n.parentElement.checkVisibility() || n.parentElement.closest("script, style, option, textarea, .vh, svg")) continue;
    for (const m of n.data.matchAll(/(?<![\p{L}\p{N}\/.:@])[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]{2,30}(?![\p{L}\p{N}\/.:@])/gu)) {
      range.setStart(n, m.index);
      range.setEnd(n, m.index + m[0].length);
      const tops = new Set([...range.getClientRects()].filter((r) => r.width > 0).map((r) => Math.round(r.top)));
      if (tops.size > 1) out.push(m[0]);
    }
  }
  return out;
})()`
	var list []string
	b.do("broken words", chromedp.Evaluate(find, &list))
	return list
}

// TestABusyOrganization plays three weeks of eight organizers once and looks at what staff make of it.
func TestABusyOrganization(t *testing.T) { //nolint:tparallel // its parts share a browser
	t.Parallel()
	d := testkit.StartDemo(t, &binary, testkit.DataDir(t), "2026-12-16T09:45:00-08:00", "--town")
	b := open(t, d.Base)
	b.signIn(admin(t, d.Base))
	for _, part := range []struct { //nolint:paralleltest // one after the other, in one browser
		name string
		look func(*tab, *testkit.Demo)
	}{
		{"the demo's first text is ready there too", firstTextIsReady},
		{"its pages are readable", pagesAreReadable},
		{"its pages print", pagesPrint},
		{"the day's tasks take few steps", tasksTakeFewSteps},
		{"an open page follows what happens", anOpenPageFollows},
		{"a hundred more wait", aHundredWait},
		{"its pages are in Spanish", pagesAreInSpanish},
	} {
		t.Run(part.name, func(t *testing.T) {
			was := b.t
			b.t = t
			defer func() { b.t = was }()
			part.look(b, d)
		})
	}
}

// firstTextIsReady: where the phones have three weeks behind them the story begins with a text in its organizer's box, in either language;
// what somebody types there stays.
func firstTextIsReady(b *tab, _ *testkit.Demo) {
	const box = `document.querySelector("[data-key^='%s'] textarea")`
	for language, phone := range map[string]string{"en": "+12065550101", "es": "+12065550102"} {
		b.goTo("/?lang=" + language)
		area := fmt.Sprintf(box, phone)
		testkit.Until(b.t, 20*time.Second, "the first text is ready in "+language, func() bool {
			return b.number(`(`+area+`?.value.match(/206-555-01\d\d/) ?? []).length`) == 1
		})
		b.do("write something else", chromedp.Evaluate(area+`.value = "my own words"; draw()`, nil))
		if b.number(area+`.value === "my own words" ? 1 : 0`) != 1 {
			b.t.Errorf("%s: what was typed is gone", language)
		}
	}
	b.goTo("/admin/")
}

// pagesAreReadable looks at the pages at four widths: no word is broken, nothing is wider than its window, and Today fits on two screens of
// a desk.
func pagesAreReadable(b *tab, _ *testkit.Demo) {
	for _, path := range []string{
		"/admin/", "/admin/inbox?show=late", "/admin/meetings?show=all", "/admin/reports", "/admin/reports?view=read", "/admin/promises",
		"/admin/events?when=past", "/admin/contacts", "/admin/organizers", "/admin/messages",
		"/admin/numbers", "/admin/search?q=rent", "/admin/people", "/admin/settings", "/admin/audit",
		"/admin/settings/wording", "/admin/settings/wording/first", "/admin/settings/webhooks", "/admin/calendars", "/admin/imports",
	} {
		for _, width := range []int64{1360, 1024, 768, 360} {
			b.size(width, 900)
			b.goTo(path)
			if list := b.broken(); len(list) > 0 {
				b.t.Errorf("%s at %d breaks %d words: %q", path, width, len(list), list[:min(len(list), 8)])
			}
			if b.sideways() {
				b.t.Errorf("%s is wider than %d", path, width)
			}
		}
	}
	b.size(1360, 900)
	b.goTo("/admin/promises")
	if n := b.number(`[...document.querySelectorAll(".items input")].filter((e) => e.checkVisibility()).length`); n > 0 {
		b.t.Errorf("%d fields for notes stand open on the list of promises", n)
	}
	b.goTo("/admin/")
	if high := b.high(); high > 2*950 {
		b.t.Errorf("Today is %v px high, more than two screens", high)
	}
	if list := b.violations(); len(list) > 0 {
		b.t.Errorf("Today of a busy organization: %v", list)
	}
	b.shot("town-today")
}

// high is how much of the page there is to scroll through.
func (b *tab) high() (px float64) {
	b.t.Helper()
	b.do("height", chromedp.Evaluate(`document.documentElement.scrollHeight`, &px))
	return px
}

// aHundredWait has a hundred people more write in: Today stays two screens, its newest first, and none of them is out of reach.
func aHundredWait(b *tab, d *testkit.Demo) {
	for i := range 100 {
		from := fmt.Sprintf("+1206555%04d", 4000+i)
		body := map[string]any{"from": from, "body": fmt.Sprintf("is anybody there? %d", i)}
		if code := d.Call("/sim/text", body, nil); code != http.StatusOK {
			b.t.Fatalf("text %d: %d", i, code)
		}
	}
	b.size(1360, 900)
	b.goTo("/admin/")
	if high := b.high(); high > 2*950 {
		b.t.Errorf("Today is %v px high with a hundred more", high)
	}
	const section = `section[aria-labelledby="h-waiting"] `
	heading, first := b.words(section+"h2"), b.words(section+"li summary")
	var n int
	if _, err := fmt.Sscanf(heading, "To answer (%d)", &n); err != nil || n < 100 {
		b.t.Errorf("the heading says %q", heading)
	}
	if !strings.Contains(first, "is anybody there? 99") {
		b.t.Errorf("first stands %q", first)
	}
	seen := 0
	for next := strings.TrimSpace(section) + " > p a"; ; next = `a[rel="next"]` {
		b.submit(next)
		var here int
		var more bool
		b.do("the rows", chromedp.Evaluate(`document.querySelectorAll("li.need").length`, &here),
			chromedp.Evaluate(`!!document.querySelector('a[rel="next"]')`, &more))
		if seen += here; !more {
			break
		}
	}
	if seen < n {
		b.t.Errorf("%d of %d are reached by the pages", seen, n)
	}
	b.shot("town-hundred")
}

// anOpenPageFollows has a contact say yes while somebody looks at the one-on-one: its texts and its history come by themselves, the page is
// fetched once for both, and words that are being written stay.
func anOpenPageFollows(b *tab, d *testkit.Demo) {
	b.size(1360, 900)
	b.goTo("/admin/meetings?show=tomorrow&q=Teo")
	b.submit("main tbody a")
	const write = `section[aria-labelledby="h-write"] textarea`
	b.do("begin to write", chromedp.SendKeys(write, "about tomorrow", chromedp.ByQuery))
	if code := d.Call("/sim/text", map[string]any{"from": "+12065550243", "body": "1"}, nil); code != http.StatusOK {
		b.t.Fatalf("text: %d", code)
	}
	testkit.Until(b.t, 20*time.Second, "the history says that they confirmed", func() bool {
		return strings.Contains(b.words("#history"), "confirmed by the contact")
	})
	var words string
	var fetched int
	const count = `performance.getEntriesByType("resource").filter(e => e.initiatorType == "fetch" &&
  e.name.includes("/admin/meetings/")).length`
	thread := b.words("#thread")
	b.do("what came", chromedp.Evaluate(fmt.Sprintf(`document.querySelector(%q).value`, write), &words), chromedp.Evaluate(count, &fetched))
	if !strings.Contains(thread, "Thank you: Thu Dec 17, 3 PM") || words != "about tomorrow" {
		b.t.Errorf("the texts are %q, what is being written %q", thread, words)
	}
	if fetched == 0 || fetched > 3 {
		b.t.Errorf("the page was fetched %d times for one answer", fetched)
	}
}

// pagesAreInSpanish has the admin read Spanish from now on.
func pagesAreInSpanish(b *tab, _ *testkit.Demo) {
	b.size(1360, 900)
	b.goTo("/admin/account")
	b.submit(`main dl a[href^="/admin/contacts/"]`)
	b.do("open the form", chromedp.Click(`section[aria-labelledby="h-edit"] summary`, chromedp.ByQuery),
		chromedp.SetValue(`section[aria-labelledby="h-edit"] select[name=language]`, "es", chromedp.ByQuery))
	b.submit(`section[aria-labelledby="h-edit"] button`)
	b.says("Guardado.")
	for _, path := range []string{
		"/admin/", "/admin/inbox?show=late", "/admin/inbox?show=week", "/admin/meetings?show=all", "/admin/reports", "/admin/promises",
		"/admin/events?when=past", "/admin/contacts", "/admin/organizers", "/admin/messages", "/admin/people", "/admin/account",
		"/admin/numbers", "/admin/settings", "/admin/audit", "/admin/settings/wording/first", "/admin/settings/webhooks", "/admin/calendars",
	} {
		for _, width := range []int64{1360, 768, 360} {
			b.size(width, 900)
			b.goTo(path)
			if list := b.broken(); len(list) > 0 {
				b.t.Errorf("%s in Spanish at %d breaks %q", path, width, list[:min(len(list), 8)])
			}
			if b.sideways() {
				b.t.Errorf("%s in Spanish is wider than %d", path, width)
			}
		}
		if list := b.english(); len(list) > 0 {
			b.t.Errorf("%s says in English: %q", path, list[:min(len(list), 12)])
		}
	}
	b.size(1360, 900)
	b.goTo("/admin/")
	if list := b.violations(); len(list) > 0 {
		b.t.Errorf("Today in Spanish: %v", list)
	}
	b.shot("town-today-es")
}

// english returns what the page says with words that Spanish has not. What people wrote, and how they call places and events, is theirs.
func (b *tab) english() []string {
	b.t.Helper()
	words := strings.Join(strings.Fields(`the and was were with who this they their from has
	have been said your yet none nobody when what where
until ago days hours asked answered changed sent received moved by not is it
	closed late missing one-on-one one-on-ones report reports promise promises
	contact contacts`), "|")
	theirs := strings.Join(strings.Fields("library room meeting workshop assembly rights flyer clinic neighbors city deposit sister"), "|")
	find := fmt.Sprintf(`(() => {
  const out = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let n; (n = walk.nextNode());) {
    if (n.parentElement.closest("script, style, textarea, code, .words, .line")) continue;
    if (/\b(%s)\b/i.test(n.data) && !/%s/i.test(n.data)) out.push(n.data.trim().replace(/\s+/g, " "));
  }
  return out;
})()`, words, theirs)
	var list []string
	b.do("English words", chromedp.Evaluate(find, &list))
	return list
}
