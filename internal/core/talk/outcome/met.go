package outcome

import (
	"strings"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/choose"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// met notes that they met and goes on to the report, with what the words already say of it.
func met(t *turn.Turn, m world.Meet, words string) { metNow(t, m, words, false) }

// metNow is met, with the report put off where the words say so.
func metNow(t *turn.Turn, m world.Meet, words string, later bool) {
	first, on := "", otherDay(t, m, words)
	if m.Status != meeting.Held {
		if !held(t, &m) {
			t.FinishWith("help", t.Say(lang.MoveOver, "what", t.What(m)))
			return
		}
		first = t.SayMeet(lang.HeldNoted, m, "who", m.Contact.First())
		if !on.IsZero() {
			first = t.SayMeet(lang.HeldNoted, m, "who", m.Contact.First(), "when", t.Day(on))
		}
	}
	t.Happened(fact.ToReport{Meets: []world.Meet{m}, Words: words, First: first, Later: later, On: on})
}

// otherDay is the day on which they met, where the words name another than was planned, and one that is not to come: "we met yesterday
// instead". Zero where they do not.
func otherDay(t *turn.Turn, m world.Meet, words string) when.Date {
	c := t.Planning()
	c.Mode = when.Report
	r := understand.Times(understand.MetClause(words), c)
	if !r.HasDate() || !r.Sure() || r.Date.Compare(when.DateOf(t.Now().In(t.Loc()))) > 0 || r.Date == when.DateOf(m.StartsAt.In(t.Loc())) {
		return when.Date{}
	}
	return r.Date
}

// held notes that a one-on-one was held; false when that cannot be.
func held(t *turn.Turn, m *world.Meet) bool {
	if err := m.Hold(t.Now()); err != nil {
		return false
	}
	t.SetAbout(turn.Loose(m.Meeting))
	t.SaveMeet(*m, change.MeetingHeld, "")
	t.Add(change.CancelPlans{Subject: turn.Loose(m.Meeting), Rule: reminder.HowDidItGoRule, Reason: "the organizer said that they met"})
	t.Happened(fact.Held{Meet: *m})
	return true
}

// saidMet notes that they met, as another room heard.
func saidMet(t *turn.Turn, f fact.SaidMet) {
	if m := f.Meet; f.Waits && m.Status != meeting.Held && held(t, &m) {
		t.CloseTalk()
		t.Happened(fact.ToReport{Meets: []world.Meet{m}, Words: f.Words, Waits: true})
		t.SayFirst(t.SayMeet(lang.HeldNoted, m, "who", m.Contact.First()))
		return
	}
	met(t, f.Meet, f.Words)
}

// reportPlanned begins the report of a planned one-on-one that is over: REPORT Maria, or REPORT alone while one is open.
func reportPlanned(t *turn.Turn, f fact.ReportAsked) bool {
	arg := f.Arg
	if len(arg) == 1 && reportLetter(t, strings.ToUpper(arg)) {
		return true
	}
	var pool []world.Meet
	for _, m := range t.Unreported() {
		if t.Now().After(m.Ends()) || m.Status == meeting.Held {
			pool = append(pool, m)
		}
	}
	if tooSoon(t, arg, pool) {
		return true
	}
	if arg == "" && len(t.Drafts()) > 0 || len(pool) == 0 {
		return false
	}
	hits, rest := t.NameOf(arg, pool)
	switch {
	case arg == "" && len(pool) == 1:
		met(t, pool[0], "")
	case arg == "":
		choose.Meet(t, pool, string(understand.Report), "")
	case len(hits) == 1 && phrase.LeadingName(strings.TrimSpace(arg), hits[0].Contact.First()) > 0:
		met(t, hits[0], rest)
	default:
		return false
	}
	return true
}

// chosenReport goes on with REPORT when it is known which one-on-one is meant.
func chosenReport(t *turn.Turn) turn.Reply {
	m, _, ok := choose.Which(t)
	if !ok {
		return turn.Closes
	}
	met(t, m, "")
	return turn.Taken
}

// wentWell is what a text with a time in it says became of a one-on-one: that they met, where it says how it went and what the contact will
// do then ("great. she'll host on the 12th at 6"), that it is to be asked where it goes on about the contact ("good! she can do the 12th
// at 6"), else that it is put off.
func wentWell(body string) understand.Outcome {
	switch will, ok := understand.WentWell(body); {
	case will:
		return understand.Met
	case ok:
		return understand.Unsure
	}
	return understand.Postponed
}
