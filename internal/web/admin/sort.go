package admin

import (
	"strings"

	"github.com/reportback/reportback/internal/app/page"
)

// heading is a column of a list: its words, and the word by which an address asks for the list sorted by it; "" it cannot be. What begins
// with the greatest is down.
type heading struct {
	text, by string
	down     bool
}

// column is a heading as the page shows it: a link that sorts, or turns the list around.
type column struct{ Text, Href, Dir string }

// sorted reads how the address asks for a list; a minus turns it around.
func (v *visit) sorted(usual string) (by string, back bool) {
	q := v.query("sort")
	switch q { // as addresses said it before, which people may have kept
	case "":
		q = usual
	case "up":
		q = "when"
	case "down":
		q = "-when"
	}
	by, back = strings.CutPrefix(q, "-")
	return by, back
}

// columns makes a list's headings.
func (v *visit) columns(usual string, list ...heading) []column {
	by, back := v.sorted(usual)
	out := make([]column, len(list))
	for i, h := range list {
		out[i].Text = v.say(h.text)
		if h.by == "" {
			continue
		}
		to := h.by
		if h.by == by {
			if out[i].Dir = "ascending"; h.down != back {
				out[i].Dir = "descending"
			}
			if !back {
				to = "-" + to
			}
		}
		if to == usual {
			to = ""
		}
		out[i].Href = v.with("sort", to)
	}
	return out
}

// sortOf is how the store sorts a list that the address asks for in another order than its own.
func sortOf(by string, back bool, in string, may ...page.By) page.Sort {
	for _, b := range may {
		if string(b) == by {
			return page.Sort{By: b, Down: back, In: in}
		}
	}
	return page.Sort{}
}
