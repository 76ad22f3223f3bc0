package outcome

import (
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/matter"
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
	if len(pool) == 0 {
		return false
	}
	names := firstsOf(pool)
	if storiesIn(t, pool, names, body) {
		return true
	}
	outs, whole := understand.OutcomesOf(body, names)
	if len(body) > 400 || len(outs) == 0 || !whole && len(outs) < 2 {
		return false
	}
	if len(outs) == 1 {
		oneOutcome(t, pool[outs[0].Name], outs[0].Outcome, body)
		return true
	}
	severalOutcomes(t, pool, outs, nil)
	return true
}

// firstsOf are the first names of whom one-on-ones were with; of two with one name the newest is meant.
func firstsOf(pool []world.Meet) []string {
	names := make([]string, len(pool))
	for i, m := range pool {
		if names[i] = m.Contact.First(); slices.Contains(names[:i], names[i]) {
			names[i] = ""
		}
	}
	return names
}

// metAfterAll goes on with what was told before it was sure that they met. What was told of others stays theirs: they are reported too
// where the answer says so, else it is kept for when they are.
func metAfterAll(t *turn.Turn, m world.Meet, kept, words string) {
	pool := t.Unreported()
	names := firstsOf(pool)
	each, common := understand.ByName(kept, names)
	own, others := "", 0
	var outs []understand.NameOutcome
	for i, o := range pool {
		switch {
		case o.ID == m.ID:
			own = strings.TrimSpace(common + "\n" + each[i])
			each[i] = own
			outs = append(outs, understand.NameOutcome{Name: i, Outcome: understand.Met})
		case each[i] != "":
			others++
			outs = append(outs, understand.NameOutcome{Name: i, Outcome: understand.Met})
		}
	}
	if others == 0 {
		met(t, m, strings.TrimSpace(kept+"\n"+words))
		return
	}
	if _, named := t.Meant(t.Body(), pool); named || understand.ForAll(t.Body()) {
		severalOutcomes(t, pool, outs, each)
		return
	}
	for i, o := range pool {
		if o.ID != m.ID && each[i] != "" {
			t.Add(change.AddNote{
				ID: t.NewID(), AuthorID: t.Who().ID, MeetingID: o.ID, PersonID: o.ContactID, Kind: change.NoteWords,
				Words: turn.Bounded(each[i]), At: t.Now(),
			})
		}
	}
	met(t, m, strings.TrimSpace(own+"\n"+words))
}

// storiesIn takes a text that tells of several one-on-ones: each part goes to the report of whom it names. false when it tells of one, or
// does not say of each what became of it.
func storiesIn(t *turn.Turn, pool []world.Meet, names []string, body string) bool {
	each, common := understand.ByName(body, names)
	var outs []understand.NameOutcome
	tells := false
	for i, words := range each {
		if words == "" {
			continue
		}
		o := understand.OutcomeIn(words)
		if o == understand.NoOutcome {
			o = understand.OutcomeIn(common)
		}
		if o == understand.NoOutcome || o == understand.Unsure {
			return false
		}
		tells = tells || o == understand.Met && !understand.OnlyOutcome(words)
		outs = append(outs, understand.NameOutcome{Name: i, Outcome: o})
	}
	if len(outs) < 2 || !tells {
		return false
	}
	slices.SortStableFunc(outs, func(a, b understand.NameOutcome) int {
		return strings.Index(strings.ToLower(body), strings.ToLower(names[a.Name])) - strings.Index(strings.ToLower(body),
			strings.ToLower(names[b.Name]))
	})
	severalOutcomes(t, pool, outs, each)
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
func severalOutcomes(t *turn.Turn, pool []world.Meet, outs []understand.NameOutcome, told []string) {
	var said, each []string
	var met []world.Meet
	for _, o := range outs {
		m := pool[o.Name]
		f := []string{"first", m.Contact.First()}
		switch {
		case o.Outcome == understand.Met && (m.Status == meeting.Held || held(t, &m)):
			met = append(met, m)
			said = append(said, t.Say(lang.OutcomeMet, f...))
			if told != nil {
				each = append(each, told[o.Name])
			}
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
	t.Happened(fact.ToReport{Meets: met, Each: each, First: noted, Next: true})
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
	t.Add(change.Attention{
		ID: t.NewID(), Kind: matter.ReportOverdue, Subject: turn.Loose(m.Meeting), PhoneID: t.Phone().ID, Note: note,
		At: t.Now(),
	})
	t.End(change.PlanMade, "staff see it as overdue", uuid.Nil)
}

// outcomesSaid takes a text that says how one-on-ones went.
func outcomesSaid(t *turn.Turn) bool {
	return waiting(t) || outcomesIn(t, strings.TrimSpace(t.Body()))
}

// waiting hears from an organizer who waits for a contact, or sees them come, while the one-on-one runs: how it went is asked afterwards.
func waiting(t *turn.Turn) bool {
	waits, there := understand.NotThereYet(t.Body())
	if !waits && !there {
		return false
	}
	var now []world.Meet
	for _, m := range t.Unreported() {
		if m.Open() && t.Now().Before(m.Ends()) {
			now = append(now, m)
		}
	}
	if len(now) != 1 {
		return false
	}
	t.SetAbout(turn.Loose(now[0].Meeting))
	if there {
		t.SetOutcome("kept in the thread: the contact has come")
		return true
	}
	t.Answer("help", t.SayMeet(lang.WaitNoted, now[0]))
	return true
}
