package plan

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/plan/spoken"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// plansUnasked takes a text without a command that plans a one-on-one.
func plansUnasked(t *turn.Turn) bool {
	if _, reminds := understand.ReadRemind(t.Body()); reminds { // no one-on-one: nobody is met then
		return false
	}
	h := t.Heard()
	if told, ahead, ok := understand.PlannedInPassing(t.Body()); ok && h.Person != "" && !owesReportOn(t, h.Person) {
		if rest := h.Person + " " + ahead; spoken.HasTime(understand.Read(rest, t.Planning())) {
			beginPlan(t, rest, told)
			return true
		}
	}
	several := h.Command == understand.None && understand.OutcomeIn(t.Body()) == understand.NoOutcome &&
		spoken.Several(understand.WithoutOwnName(t.Body(), t.Who().First()), t.Planning())
	with := h.Person != "" && spoken.HasTime(h) && t.Conv().Question == turn.QSaved // right after another was saved
	asked := h.Command == understand.None && h.Person != "" && spoken.HasTime(h) &&
		understand.OutcomeIn(t.Body()) == understand.NoOutcome && !strings.Contains(t.Body(), "?") &&
		(lexicon.PlanAsks.In(understand.Padded(t.Body())) || h.Reply == understand.Another && understand.PlansAgain(t.Body()))
	if !several && !asked && !t.PlansByItself() && !with && (h.Phone.IsZero() || !spoken.HasTime(h) || h.Command != understand.None ||
		understand.OutcomeIn(t.Body()) == understand.Met) {
		return false
	}
	words := phrase.OrElse(t.LeadingContact(), t.Body())
	if head, rest, ok := strings.Cut(words, ": "); ok && len(strings.Fields(head)) <= 4 &&
		!spoken.HasTime(understand.Read(head, t.Planning())) { // "put me down for three: ..."
		words = rest
	}
	startPlan(t, words)
	return true
}

// owesReportOn reports whether a one-on-one with somebody is over and not reported: then a text tells of that one.
func owesReportOn(t *turn.Turn, name string) bool {
	return slices.ContainsFunc(t.Unreported(), func(m world.Meet) bool { return spoken.SameName(m.Contact.Name, name) })
}
