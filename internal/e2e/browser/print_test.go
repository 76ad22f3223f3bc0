//go:build browser

package browser

import (
	"context"
	"strings"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"github.com/reportback/reportback/internal/testkit"
)

// sheets is how many sheets of paper the open page takes.
func (b *tab) sheets() (n int) {
	b.t.Helper()
	b.do("print", chromedp.ActionFunc(func(ctx context.Context) error {
		pdf, _, err := page.PrintToPDF().Do(ctx)
		n = strings.Count(string(pdf), "/Type /Page\n")
		return err
	}))
	return n
}

// onPaper has the page drawn as paper gets it, from a dark screen.
func (b *tab) onPaper(on bool) {
	b.t.Helper()
	media := emulation.SetEmulatedMedia().WithMedia("")
	if on {
		media = emulation.SetEmulatedMedia().WithMedia("print").WithFeatures([]*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: "dark"},
		})
	}
	b.do("medium", media)
}

// pagesPrint: paper gets dark ink and no form, nor the empty shell of one, nor what would have to be opened; How it goes takes one sheet,
// also with forty organizers.
func pagesPrint(b *tab, _ *testkit.Demo) {
	b.size(1000, 900)
	b.goTo("/admin/meetings?show=tomorrow")
	b.submit("main tbody a")
	b.onPaper(true)
	const shells = `[...document.querySelectorAll("main section, main details")].filter((e) => e.checkVisibility()
  && e.getBoundingClientRect().height > 0 && (e.matches("details:not([open])")
  || ![...e.querySelectorAll("p, dl, ul, ol, table, svg, blockquote")].some((x) => x.checkVisibility())))
  .map((e) => e.textContent.trim().slice(0, 40))`
	var empty []string
	b.do("shells", chromedp.Evaluate(shells, &empty))
	if len(empty) > 0 {
		b.t.Errorf("a one-on-one prints what is no use on paper: %q", empty)
	}
	var ink string
	b.do("ink", chromedp.Evaluate(`getComputedStyle(document.body).color + getComputedStyle(document.body).backgroundColor`, &ink))
	if ink != "rgb(0, 0, 0)rgb(255, 255, 255)" {
		b.t.Errorf("the ink is %s", ink)
	}
	b.shot("print-meeting")
	b.goTo("/admin/numbers")
	const seen = `[...document.querySelectorAll(".plot rect")].filter((r) => {
  const s = getComputedStyle(r); return s.fill === "rgb(255, 255, 255)" && s.stroke === "none"; }).length`
	if n := b.number(seen); n > 0 {
		b.t.Errorf("%d parts of the plots are white on white", n)
	}
	b.shot("print-numbers")
	b.onPaper(false)
	if n := b.sheets(); n != 1 {
		b.t.Errorf("How it goes takes %d sheets", n)
	}
	b.do("forty organizers", chromedp.Evaluate(`(() => {
  const rows = document.querySelector('section[aria-labelledby="h-each"] tbody');
  while (rows.children.length < 40) rows.append(rows.children[0].cloneNode(true));
})()`, nil))
	if n := b.sheets(); n != 1 {
		b.t.Errorf("How it goes of forty organizers takes %d sheets", n)
	}
}
