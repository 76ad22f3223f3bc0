package consent

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
)

// inLoss takes news of a death. Who writes of their own family only that they can't come, don't know it, go away for it, call it off, or
// come, or of another time, says nothing against texts, and who writes of a friend or a neighbour is the one we text: the no is taken, and
// they are asked for nothing.
func inLoss(t *turn.Turn) bool {
	body := t.Body()
	named := slices.ContainsFunc(contactNamesHere(t), func(n string) bool { return turn.Names(understand.Padded(body), n) })
	near := !named && understand.LossOfNear(body)
	no := understand.CannotCome(body, t.Planning()) || callsOff(t) || understand.PutsOffOpenInLoss(body, t.Planning()) ||
		understand.LeavesForOpen(body) && !onOtherDay(t) && !named
	coming := !no && understand.ComesAllTheSame(body, t.Planning())
	unsure := !no && !coming && (understand.UnsureInLoss(body, t.Planning()) || understand.LeavesInLoss(body) && !named)
	if !near && (!no && !coming && !unsure && t.Heard().Reply != understand.Another || !understand.OwnLoss(body)) ||
		understand.DeathOfReader(body, contactNamesHere(t)) {
		gone(t)
		return true
	}
	buried := near && !coming && !unsure && t.Heard().Reply != understand.Another && lexicon.Funerals.In(understand.Padded(body))
	if (no || buried && !onOtherDay(t)) && t.Happened(fact.CannotInLoss{}) {
		return true
	}
	if unsure || near && !coming && t.Heard().Reply != understand.Another {
		t.HearReply(understand.Maybe)
	}
	t.SayFirst(t.Say(lang.LossSorry))
	return false
}

// onOtherDay reports whether a text names weekdays, and none on which its writer is to meet somebody.
func onOtherDay(t *turn.Turn) bool {
	days := understand.WeekdaysIn(t.Body())
	for _, m := range t.Meetings() {
		if t.IsMine(m) && m.Open() && slices.Contains(days, m.StartsAt.In(t.Loc()).Weekday()) {
			return false
		}
	}
	return len(days) > 0
}

// callsOff reports whether a text says no to the one-on-one, or calls it off, and speaks of no texts.
func callsOff(t *turn.Turn) bool {
	_, cancels := understand.ReadCancel(t.Body())
	return (cancels || t.Heard().Refused && t.Heard().Reply == understand.No) &&
		!lexicon.TextingWords.Any(strings.Fields(understand.Padded(t.Body())))
}
