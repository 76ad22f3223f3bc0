package agree

import (
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// cannotInLoss takes the no of who tells of a death in the family to the one one-on-one that is to come: the organizer hears it with the
// words, what was to be texted about it falls away, and nothing is asked.
func cannotInLoss(t *turn.Turn, _ fact.CannotInLoss) bool {
	var open []world.Meet
	for _, m := range t.Meetings() {
		if t.IsMine(m) && m.Open() && !m.Begun(t.Now()) {
			open = append(open, m)
		}
	}
	if len(open) != 1 || open[0].Decline(t.Now()) != nil {
		return false
	}
	m := open[0]
	t.SetOutcome("a no, with a loss in the family")
	tellDeclined(t, m, turn.Bounded(t.Body()))
	t.CloseTalk()
	t.Answer("declined", t.SayMeet(lang.LossNo, m))
	return true
}
