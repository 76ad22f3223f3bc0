package plan

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/plan/spoken"
	"github.com/reportback/reportback/internal/core/talk/plan/told"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
)

// plansUnasked takes a text without a command that plans a one-on-one.
func plansUnasked(t *turn.Turn) bool {
	if _, reminds := understand.ReadRemind(t.Body()); reminds { // no one-on-one: nobody is met then
		return false
	}
	h := t.Heard()
	if ofStaffAlone(t) || told.OfContact(t) {
		return false
	}
	if begins(t) || told.ComesAnew(t) {
		return true
	}
	if rest, beside, ok := told.Begun(t); ok {
		beginPlan(t, rest, beside)
		return true
	}
	if before, ahead, ok := understand.PlannedInPassing(t.Body()); ok {
		rest := strings.TrimSpace(h.Person + " " + ahead)
		if h.Person != "" && !h.Phone.IsZero() { // "met a guy, Abdi Warsame, 206-555-0176, wants to talk friday 10am"
			rest = h.Person + " " + h.Phone.Display() + " " + ahead
		}
		if plan := understand.Read(rest, t.Planning()); plan.Person != "" && spoken.HasTime(plan) &&
			!spoken.MeetsOne(slices.Concat(t.Organized(), t.Unreported()), plan.Person) {
			beginPlan(t, rest, before)
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
		rest, ok := told.GoesAt(t)
		if ok {
			startPlan(t, rest)
		}
		return ok
	}
	words := spoken.FromForm(phrase.OrElse(t.LeadingContact(), phrase.OrElse(phrase.NamedWithin(t.Body(), t.Contacts()), t.Body())))
	if head, rest, ok := strings.Cut(words, ": "); ok && len(strings.Fields(head)) <= 4 && !understand.NamesWeek(head) &&
		!spoken.HasTime(understand.Read(head, t.Planning())) { // "put me down for three: ..."
		words = rest
	}
	startPlan(t, words)
	return true
}

// ofStaffAlone reports whether a text that is no command names nobody to meet but somebody of the staff, by the first name: "w sam fri 9am"
// is of a debrief.
func ofStaffAlone(t *turn.Turn) bool {
	h := t.Heard()
	who := phrase.OrElse(h.Person, t.LeadingContact())
	return h.Command == understand.None && h.Phone.IsZero() && who != "" && !strings.Contains(who, " ") && ofStaff(t, who, who) &&
		len(t.Named(who)) == 0
}

// begins takes a text that says no more than whom one is going to meet, and perhaps where: "gonna see jo kim", "voy a ver a rosa". The rest
// is asked, unless the two are to meet already.
func begins(t *turn.Turn) bool {
	h, body := t.Heard(), t.Body()
	name := understand.GoesToMeet(body)
	if rest, ok := understand.NewPersonIn(body); ok && h.Command == understand.None && !spoken.HasTime(h) { // "new person carmen ruiz"
		if understand.Read("meeting "+rest, t.Planning()).Person != "" {
			startPlan(t, "meeting "+rest)
			return true
		}
	}
	if whole, ok := spoken.NameAlone(body); ok && h.Command == understand.None && len(t.Drafts()) == 0 &&
		!spoken.MeetsOne(slices.Concat(t.Organized(), t.Unreported()), whole) { // "ok so maria lopez": the rest is to come
		startPlan(t, "meeting "+whole)
		return true
	}
	if h.Command == understand.None && name == "" && !spoken.HasTime(h) && understand.OutcomeIn(body) == understand.NoOutcome {
		rest, both := told.Both(t) // "need to see maria lopez and rosa medina next week": in turn
		if both {
			startPlan(t, rest)
		}
		return both
	}
	if name == "" || h.Command != understand.None || spoken.HasTime(h) || understand.OutcomeIn(body) != understand.NoOutcome {
		return false
	}
	if spoken.MeetsOne(slices.Concat(t.Organized(), t.Unreported()), name) {
		return false
	}
	if from, _ := lexicon.SomeTime.Find(body); from > 0 { // "next week"
		name += " " + strings.TrimSpace(body[from:])
	}
	startPlan(t, "meeting "+name)
	return true
}
