// Package reminder is the rule table: which unasked texts exist, when they may arrive, how long they make sense, and what is decided
// about one that is due. It is pure; what it plans are rows, and what it decides is written on them with its reason.
package reminder

import (
	"time"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/when"
)

// Rule is one kind of wait. Text "" is a wait that only moves a conversation on.
type Rule struct {
	Name    string
	Text    string // kind of the text that it makes
	Prio    change.Prio
	Window  when.Window   // when an unasked text may arrive, in the recipient's zone
	Makes   time.Duration // how long after its due time it still makes sense; 0: for ever
	Unasked bool          // counts against the daily limit, waits for a conversation's question
}

// The rules' names.
const (
	NextQuestion  = "next_question"
	DraftNudge    = "draft_nudge"
	DraftMorning  = "draft_morning"
	FiledToStaff  = "filed"
	WelcomeRule   = "welcome"
	ConsentRule   = "consent"
	OptOutToStaff = "opt_out_to_staff"
	DoubtEnds     = "doubt_ends"
)

// Rules returns the table. A new reminder is one line here and its text in each catalogue.
func Rules() []Rule {
	day := when.Daytime()
	return []Rule{
		{Name: NextQuestion, Prio: change.PrioReply},
		{Name: DraftNudge, Text: "nudge", Prio: change.PrioChaser, Window: day, Makes: 12 * time.Hour, Unasked: true},
		{Name: DraftMorning, Text: "nudge", Prio: change.PrioChaser, Window: day, Makes: 8 * time.Hour, Unasked: true},
		{Name: FiledToStaff, Text: "staff_note", Prio: change.PrioReminder, Window: day, Makes: 3 * 24 * time.Hour, Unasked: true},
		{Name: WelcomeRule, Text: "welcome", Prio: change.PrioReminder, Window: day, Makes: 7 * 24 * time.Hour, Unasked: true},
		{Name: ConsentRule, Prio: change.PrioReminder},
		{Name: OptOutToStaff, Text: "staff_note", Prio: change.PrioReminder, Window: day, Makes: 3 * 24 * time.Hour, Unasked: true},
		{Name: DoubtEnds, Prio: change.PrioReminder},
	}
}

// Find returns the rule of that name.
func Find(name string) (Rule, bool) {
	for _, r := range Rules() {
		if r.Name == name {
			return r, true
		}
	}
	return Rule{}, false
}

// QuestionPause is how long a reminder waits for a conversation's open question.
const QuestionPause = 10 * time.Minute

// The daily limits of unasked texts: the loop breaker, whatever the planner says.
const (
	MaxUnaskedContact = 3
	MaxUnaskedWorks   = 12
)

// Facts is what is read again when a planned text is due.
type Facts struct {
	ValidUntil time.Time
	Zone       *time.Location
	Consent    person.Consent
	ReachBad   bool
	Works      bool // organizer or staff: being added by staff is their consent
	Sending    Sending
	UnaskedDay int       // texts today that nobody asked for
	QuestionAt time.Time // last activity of an open question, zero if none is open
}

// Sending is who may be texted.
type Sending string

// The modes. Off: nothing leaves. Team: staff and organizers only.
const (
	SendingOff  Sending = "off"
	SendingTeam Sending = "team"
	SendingOn   Sending = "on"
)

// Verdict is what happens to a planned text that is due.
type Verdict struct {
	Do     Do
	At     time.Time // for Move
	Reason string
	Tell   bool // staff should see that it was held back
}

// Do is the act of a Verdict.
type Do uint8

// The acts.
const (
	Go Do = iota
	Move
	Drop
)

// Judge decides about one planned text that is due now.
func Judge(r Rule, f Facts, now time.Time) Verdict {
	switch {
	case !f.ValidUntil.IsZero() && now.After(f.ValidUntil):
		return Verdict{Do: Drop, Reason: "too late: it no longer makes sense"}
	case r.Text == "":
		return Verdict{Do: Go}
	case !May(f.Sending, f.Works):
		return Verdict{Do: Drop, Reason: "sending is " + string(f.Sending)}
	case f.Consent == person.ConsentNo:
		return Verdict{Do: Drop, Reason: "opted out"}
	case f.Consent == person.ConsentDoubtful:
		return Verdict{Do: Drop, Reason: "held: a text may be an opt-out, staff decide"}
	case !f.Works && f.Consent != person.ConsentYes:
		return Verdict{Do: Drop, Reason: "no consent to texts"}
	case f.ReachBad:
		return Verdict{Do: Drop, Reason: "this phone cannot get texts"}
	}
	if at := r.Window.Next(now, f.Zone); r.Window != (when.Window{}) && at.After(now) {
		if !f.ValidUntil.IsZero() && at.After(f.ValidUntil) {
			return Verdict{Do: Drop, Reason: "quiet hours until it no longer makes sense"}
		}
		return Verdict{Do: Move, At: at, Reason: "moved by quiet hours"}
	}
	if !f.QuestionAt.IsZero() && now.Sub(f.QuestionAt) < QuestionPause {
		return Verdict{Do: Move, At: f.QuestionAt.Add(QuestionPause), Reason: "waits for the question that is open"}
	}
	limit := MaxUnaskedContact
	if f.Works {
		limit = MaxUnaskedWorks
	}
	if r.Unasked && f.UnaskedDay >= limit {
		return Verdict{Do: Drop, Reason: "daily limit of unasked texts reached", Tell: true}
	}
	return Verdict{Do: Go}
}

// May reports whether the mode lets a text go to somebody of the organization (works) or to anybody else.
func May(s Sending, works bool) bool {
	return s == SendingOn || (s == SendingTeam && works)
}

// LeaveFacts is what the claim reads again, in the transaction that lets a text leave.
type LeaveFacts struct {
	Exempt     bool // the one confirmation of an opt-out
	Unasked    bool
	Works      bool
	Consent    person.Consent
	Sending    Sending
	ValidUntil time.Time
	Zone       *time.Location
	Gone       bool // its subject has moved on
}

// MayLeave is the last guard before a text leaves: "" lets it go, else the reason why not.
func MayLeave(f LeaveFacts, now time.Time) string {
	switch {
	case !May(f.Sending, f.Works):
		return "sending is " + string(f.Sending)
	case !f.ValidUntil.IsZero() && now.After(f.ValidUntil):
		return "too late: it no longer makes sense"
	case f.Exempt:
		return ""
	case f.Consent == person.ConsentNo:
		return "opted out"
	case f.Consent == person.ConsentDoubtful:
		return "held: a text may be an opt-out, staff decide"
	case f.Unasked && !f.Works && f.Consent != person.ConsentYes:
		return "no consent to texts"
	case f.Gone:
		return "superseded: what it was about has changed"
	case f.Unasked && !when.Daytime().Contains(now.In(f.Zone)):
		return "quiet hours"
	}
	return ""
}
