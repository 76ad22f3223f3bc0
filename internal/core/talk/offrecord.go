package talk

import (
	"time"

	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// onRecord takes out of a text about a one-on-one that was held what is said off the record, so that no answer of the report has it, and
// returns that. The text itself stays as it came; one that is all off the record is left to the question.
func onRecord(w world.World, in world.Input) (world.Input, string) {
	asks := w.Conv.Kind == world.ReportTalk || w.Conv.Kind == world.HowTalk
	if in.Kind != world.TextIn || in.Fault != "" || !asks || !speaker(w, in).Works() {
		return in, ""
	}
	rest, off := understand.OffRecord(in.Inbound.Body.Text())
	if off == "" || rest == "" {
		return in, ""
	}
	in.Inbound.Body = sms.NewBody(rest)
	return in, off
}

// unthanked takes out of a text about a one-on-one that was held the sentences that want no thank-you to go, and returns them; one that
// says nothing else is left to the question.
func unthanked(w world.World, in world.Input) (world.Input, string) {
	asks := w.Conv.Kind == world.ReportTalk || w.Conv.Kind == world.HowTalk
	if in.Kind != world.TextIn || in.Fault != "" || !asks || !speaker(w, in).Works() {
		return in, ""
	}
	rest, held := understand.WithoutNoThanks(in.Inbound.Body.Text())
	if held == "" || rest == "" {
		return in, ""
	}
	in.Inbound.Body = sms.NewBody(rest)
	return in, held
}

// newPlan takes out of a text that plans, where no question is open, how somebody new was met, and returns that: the plan begins with the
// name.
func newPlan(w world.World, in world.Input, now time.Time) (world.World, world.Input, string) {
	if in.Kind != world.TextIn || in.Fault != "" || w.Conv.Kind != "" || !speaker(w, in).Works() {
		return w, in, ""
	}
	c := reading(w, in, now)
	if _, wishes := understand.MetAndWishes(in.Inbound.Body.Text()); wishes { // that is planned as it stands, with how they were met
		return w, in, ""
	}
	how, plan := understand.MetHow(in.Inbound.Body.Text(), c)
	if plan == "" {
		return w, in, ""
	}
	in.Inbound.Body = sms.NewBody(plan)
	c.Mode = when.Plan
	w.Heard, _ = read(plan, c)
	return w, in, how
}
