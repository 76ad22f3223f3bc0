//go:build browser

package browser

import (
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/reportback/reportback/internal/testkit"
)

// number evaluates something that is a number.
func (b *tab) number(js string) int {
	b.t.Helper()
	var n float64
	b.do(js, chromedp.Evaluate(js, &n))
	return int(n)
}

// told is what the phones, the clock and what staff see say together; the button's own words are not in it.
func (b *tab) told() (all string) {
	b.t.Helper()
	b.do("what is told", chromedp.Evaluate(`document.getElementById("now").textContent + document.querySelector("main").innerText`, &all))
	return all
}

// TestTheDemoShowsItself clicks the one button until the life of a one-on-one is told, as a newcomer would, in both languages: in twenty
// clicks, which is two minutes for who reads along, each of which shows something new; each step of the strip ticked, and at the width of a
// phone with Send in view.
func TestTheDemoShowsItself(t *testing.T) {
	t.Parallel()
	for _, language := range []string{"en", "es"} {
		t.Run(language, func(t *testing.T) {
			t.Parallel()
			d := testkit.StartDemo(t, &binary, folder.Copy(t), "2026-11-24T10:00:00-08:00")
			b := open(t, d.Base)
			b.size(1360, 900)
			b.goTo("/?lang=" + language)
			clicks := 0
			const ready = `(() => { const n = document.getElementById("next"); return n.disabled ||
				!n.textContent.includes("▸") ? 0 : n.dataset.over ? 2 : 1; })()`
			for ; ; clicks++ {
				testkit.Until(t, 20*time.Second, "the button is ready", func() bool { return b.number(ready) > 0 })
				if b.number(ready) == 2 || clicks > 25 {
					break
				}
				before := b.told()
				b.do("go on", chromedp.Click("#next", chromedp.ByQuery))
				testkit.Until(t, 20*time.Second, "the click shows something new", func() bool { return b.told() != before })
			}
			if clicks > 20 {
				t.Errorf("the story takes %d clicks", clicks)
			}
			if n := b.number(`document.querySelectorAll("#strip .done").length`); n != 7 {
				b.shot("failed")
				t.Errorf("%d of 7 steps are told", n)
			}
			if n := b.number(`document.querySelectorAll(".phone").length`); n != 2 {
				t.Errorf("%d phones are open, the story has two", n)
			}
			if b.number(`document.querySelectorAll(".phone .meta a[href^='/admin/']").length`) == 0 {
				t.Error("no text leads to its record")
			}
			for _, width := range []int64{1360, 390} {
				b.size(width, 844)
				for _, v := range b.violations() {
					t.Errorf("%d: %s", width, v)
				}
				if b.sideways() {
					t.Errorf("wider than %d", width)
				}
			}
			const behind = `(() => { const l = document.querySelector(".phone.active .thread") || document.querySelector(".phone .thread");
  return Math.round(l.scrollHeight - l.scrollTop - l.clientHeight); })()`
			if px := b.number(behind); px > 4 {
				t.Errorf("the phone is %d px from its newest text", px)
			}
			if bottom := b.number(`document.querySelector(".phone.active .send, .pane.active .send").getBoundingClientRect().bottom`); bottom > 844 {
				t.Errorf("Send is %d px down, out of view", bottom)
			}
			if seen := b.number(`document.querySelector("h1 small").checkVisibility() ? 1 : 0`); seen != 1 {
				t.Error("at the width of a phone the page does not say that it reaches no real one")
			}
			b.shot("demo-told-" + language)
		})
	}
}

// TestWhatWasHeldBackIsOnThePhones: a text that did not go stands dashed in the thread, with its reason.
func TestWhatWasHeldBackIsOnThePhones(t *testing.T) {
	t.Parallel()
	d := testkit.StartDemo(t, &binary, folder.Copy(t), "2026-11-24T10:00:00-08:00")
	for _, s := range [][2]string{
		{"+12065550101", "Meet Maria Lopez 206-555-0142 Dec 3 3pm at Cafe Presse"},
		{"+12065550101", "1"},
		{"+12065550142", "1"},
	} {
		d.Call("/sim/text", map[string]any{"from": s[0], "body": s[1]}, nil)
	}
	d.Call("/sim/text", map[string]any{"from": "+12065550142", "body": "STOP"}, nil)
	if code := d.Call("/sim/clock", map[string]string{"advance": "240h"}, nil); code != 200 {
		t.Fatal(code)
	}
	b := open(t, d.Base)
	b.goTo("/?lang=en")
	testkit.Until(t, 10*time.Second, "the phones can be picked",
		func() bool { return b.number(`document.querySelectorAll("#pick option").length`) > 3 })
	b.do("open her phone", chromedp.Evaluate(`(() => { const s = document.getElementById("pick");
		s.value = [...s.options].find((o) => o.textContent.startsWith("Maria")).value;
		s.dispatchEvent(new Event("change")); })()`, nil))
	testkit.Until(t, 20*time.Second, "what was held back is dashed",
		func() bool { return b.number(`document.querySelectorAll(".thread .withheld").length`) > 0 })
	b.shot("demo-held-back")
	b.says("not sent: opted out")
}
