package place

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/talk/agree/offer"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// hourStands reports whether a text begins by saying that the very hour of the one-on-one suits: "3 is good. could we do it at my job
// instead?", "i can do 3 but not at a coffee shop". That is a yes to the time.
func hourStands(t *turn.Turn, m world.Meet) bool {
	head := hourHead(t.Body())
	f := strings.Fields(understand.Padded(head))
	at, said := offer.At(m).In(t.Loc()), moment.Said{}
	if head == "" || t.Heard().Digit != 0 || lexicon.Negators.Any(f) || lexicon.SaysIf.Any(f) || lexicon.ButWords.Any(f) {
		return false
	}
	for _, d := range understand.WeekdaysIn(t.Body()) {
		if d != at.Weekday() {
			return false
		}
	}
	return said.HearHour(head, at) && said.Clock == at.Format(moment.Layout)
}

// hourHead is the part of a text that says first which hour suits: "3 is good", "i can do 3". "" where it begins with none.
func hourHead(body string) string {
	f := strings.Fields(body)
	n := slices.IndexFunc(f, func(w string) bool { return strings.ContainsAny(w, "0123456789") })
	if n < 0 || n > mostBeforeHour {
		return ""
	}
	led, behind := strings.Join(f[:n], " "), strings.Join(f[n+1:], " ")
	marked := strings.ContainsAny(f[n][len(f[n])-1:], ",.;!")
	if k := lexicon.HourFits.Lead(behind); k > 0 && !marked {
		return strings.Join(f[:n+1], " ") + " " + behind[:k]
	}
	if lexicon.OwnFree.In(understand.Padded(led)) || understand.PlainYes(led) {
		return strings.Join(f[:n+1], " ")
	}
	return ""
}

// mostBeforeHour is how many words stand before the hour at most: "thursday i can do".
const mostBeforeHour = 5
