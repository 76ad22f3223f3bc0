package offer

import (
	"strings"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// LeaveAlone drops what was to be texted before a one-on-one whose contact is in hospital, and what prepares for it.
func LeaveAlone(t *turn.Turn, m world.Meet) {
	for _, r := range []string{reminder.TwoDaysRule, reminder.DayOfRule, reminder.PrepRule} {
		t.Add(change.CancelPlans{Subject: turn.Loose(m.Meeting), Rule: r, Reason: "in hospital"})
	}
}

// HearBeside hears as what they are words that sound like an answer and are none, or the other way. A bound for the hour that stands alone
// is a wish: "but after 4". The reason behind a question refuses nothing: "puedo llevar a mi bebe? no tengo quien la cuide ese dia".
// Neither a plea for silence nor a new number asks or moves anything.
func HearBeside(t *turn.Turn, m world.Meet) {
	h := t.Heard()
	switch {
	case h.Reply == understand.Yes && h.Digit == 0 && m.Open() && otherFirst(t, m): // "ok friday works i work in the morning thurs"
		t.HearReply(understand.Another)
	case h.Reply == understand.NoReply && understand.BoundAlone(t.Body()):
		t.HearReply(understand.Another)
	case h.Reply == understand.No && h.Digit == 0 && understand.ReasonsQuestion(t.Body()),
		h.Reply == understand.WhoIsIt && KeepsQuiet(t),
		h.Reply == understand.Another && !h.Phone.IsZero() && lexicon.UsesFrom.In(understand.Padded(t.Body())):
		// "el nuevo es 206-555-0188, usa ese despues del lunes"
		t.HearReply(understand.NoReply)
	}
}

// otherFirst reports whether what suits is said of another weekday first, and the one-on-one's own is named behind it with what holds.
func otherFirst(t *turn.Turn, m world.Meet) bool {
	days, its := understand.WeekdaysIn(t.Body()), At(m).In(t.Loc()).Weekday()
	return len(days) == 2 && days[0] != its && days[1] == its && lexicon.OwnBusyLeads.In(understand.Padded(t.Body()))
}

// KeepsQuiet reports whether a text has us not say something: "this is a shared phone so dont say what its about".
func KeepsQuiet(t *turn.Turn) bool {
	return t.Heard().Reply != understand.Wrong && lexicon.KeepQuiet.In(understand.Padded(t.Body())) && !strings.Contains(t.Body(), "?")
}
