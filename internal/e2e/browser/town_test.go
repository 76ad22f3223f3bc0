//go:build browser

package browser

import (
	"testing"

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

// TestABusyOrganizationsPagesAreReadable looks at the pages of a busy organization at four widths: no word is broken, nothing is wider than
// its window, and Today fits on two screens of a desk.
func TestABusyOrganizationsPagesAreReadable(t *testing.T) {
	t.Parallel()
	d := testkit.StartDemo(t, &binary, testkit.DataDir(t), "2026-12-16T09:45:00-08:00", "--town")
	b := open(t, d.Base)
	b.signIn(admin(t, d.Base))
	for _, path := range []string{
		"/admin/", "/admin/inbox?show=late", "/admin/meetings?show=all", "/admin/reports", "/admin/promises", "/admin/events?when=past",
		"/admin/contacts", "/admin/organizers", "/admin/messages",
		"/admin/numbers", "/admin/search?q=rent", "/admin/people", "/admin/settings", "/admin/audit",
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
	b.goTo("/admin/")
	var high float64
	b.do("height", chromedp.Evaluate(`document.documentElement.scrollHeight`, &high))
	if high > 2*950 {
		t.Errorf("Today is %v px high, more than two screens", high)
	}
	if list := b.violations(); len(list) > 0 {
		t.Errorf("Today of a busy organization: %v", list)
	}
	b.shot("town-today")
}
