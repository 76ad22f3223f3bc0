package outcome

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// toldUnasked takes what is told of a one-on-one that is over and whose outcome nobody has said, while nothing asks for it: it was put off,
// or is not asked yet. Whether they met is asked where the words do not say it.
func toldUnasked(t *turn.Turn) bool {
	body, h := strings.TrimSpace(t.Body()), t.Heard()
	if h.Command != understand.None || h.Digit != 0 || h.Letter != "" || t.Conv().Kind != "" || t.PlansByItself() {
		return false
	}
	if _, reminds := understand.ReadRemind(body); reminds || understand.IsOrder(body) {
		return false
	}
	missed := understand.OutcomeIn(body) == understand.Missed // which is said before it would have been over
	pool := slices.DeleteFunc(t.Unreported(), func(m world.Meet) bool {
		return m.Status == meeting.Held || t.Now().Before(m.Ends()) && !missed
	})
	hits, named := t.Meant(body, pool)
	if !named {
		hits = pool
	}
	if len(hits) != 1 || !understand.TellsOfSomebody(body) && !(named && (missed || understand.IsStory(body))) {
		return false
	}
	if t.Happened(fact.DoneInWords{}) {
		return true
	}
	m := hits[0]
	t.SetAbout(turn.SubjectOf(m.Meeting))
	t.OpenTalk(world.Conversation{Kind: world.HowTalk, SubjectID: m.ID, PersonID: m.OrganizerID, Question: "how"})
	if o, words := toldOf(t, m, body); o != understand.NoOutcome && o != understand.Unsure {
		oneOutcome(t, m, o, words)
		return true
	}
	askSure(t, m, body)
	return true
}
