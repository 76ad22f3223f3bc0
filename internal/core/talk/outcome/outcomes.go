package outcome

import (
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// outcomesIn takes what a text says of several one-on-ones that are over, or of one by name: "met Maria and Rosa, Jo no-show".
func outcomesIn(t *turn.Turn, body string) bool {
	pool := t.Unreported()
	if len(pool) == 0 || len(body) > 400 {
		return false
	}
	names := make([]string, len(pool))
	for i, m := range pool {
		names[i] = m.Contact.First()
		if slices.Contains(names[:i], names[i]) {
			names[i] = "" // the newest of two with one name is meant
		}
	}
	outs, whole := understand.OutcomesOf(body, names)
	if len(outs) == 0 || !whole && len(outs) < 2 {
		return false
	}
	if len(outs) == 1 {
		oneOutcome(t, pool[outs[0].Name], outs[0].Outcome, body)
		return true
	}
	severalOutcomes(t, pool, outs)
	return true
}

func oneOutcome(t *turn.Turn, m world.Meet, o understand.Outcome, words string) {
	switch o {
	case understand.Met:
		met(t, m, words)
	case understand.Missed, understand.NotMet:
		didNotMeet(t, m, o, words)
	case understand.Postponed:
		anotherTime(t, m, words)
	case understand.Unsure, understand.NoOutcome:
		t.OpenTalk(world.Conversation{Kind: world.HowTalk, SubjectID: m.ID, Question: "how"})
		askSure(t, m, words)
	}
}

// severalOutcomes notes each; the first that was met opens its report, the others wait in the queue.
func severalOutcomes(t *turn.Turn, pool []world.Meet, outs []understand.NameOutcome) {
	var said []string
	var met []world.Meet
	for _, o := range outs {
		m := pool[o.Name]
		f := []string{"first", m.Contact.First()}
		switch {
		case o.Outcome == understand.Met && (m.Status == meeting.Held || held(t, &m)):
			met = append(met, m)
			said = append(said, t.Say(lang.OutcomeMet, f...))
		case o.Outcome == understand.Missed && noShow(t, &m):
			said = append(said, t.Say(lang.OutcomeMissed, f...))
		case o.Outcome == understand.NotMet && notHeld(t, &m):
			said = append(said, t.Say(lang.OutcomeNotMet, f...))
		case o.Outcome == understand.Postponed:
			said = append(said, t.Say(lang.OutcomePostponed, f...))
		}
	}
	noted := t.Say(lang.OutcomesNoted, "list", strings.Join(said, ", "))
	if len(met) == 0 {
		t.FinishWith("saved", noted)
		return
	}
	t.Happened(fact.ToReport{Meets: met, First: noted, Next: true})
}

// overdueReport: two mornings have gone by without a report; staff see it.
func overdueReport(t *turn.Turn, _ reminder.Rule) {
	m, ok := t.MeetByID(t.Due().SubjectID)
	if !ok || t.Due().Subject.Version != m.Rev || m.Status != meeting.Planned && m.Status != meeting.Confirmed && m.Status != meeting.Held {
		t.End(change.PlanSuperseded, "reported, or off", uuid.Nil)
		return
	}
	note := "no report: nobody said how it went"
	if m.Status == meeting.Held {
		note = "no report yet of a one-on-one that was held"
	}
	t.Add(change.Attention{ID: t.NewID(), Kind: "report_overdue", Subject: turn.Loose(m.Meeting), PhoneID: t.Phone().ID, Note: note, At: t.Now()})
	t.End(change.PlanMade, "staff see it as overdue", uuid.Nil)
}

// outcomesSaid takes a text that says how one-on-ones went.
func outcomesSaid(t *turn.Turn) bool {
	return outcomesIn(t, strings.TrimSpace(t.Body()))
}
