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
	AtOnce  bool          // the other's words, or what came of them: does not wait for a question or for the end of a meeting
	Asks    bool          // opens a question: what it asks is the newest
	Must    bool          // carries somebody's words or answer: when it cannot be sent, it is a row on Today
	Works   bool          // to the organization's side: a meeting that begins within three hours opens its quiet hours
}

// The rules' names.
const (
	NextQuestion  = "next_question"
	DraftNudge    = "draft_nudge"
	FiledToStaff  = "filed"
	WelcomeRule   = "welcome"
	ConsentRule   = "consent"
	OptOutToStaff = "opt_out_to_staff"
	DoubtEnds     = "doubt_ends"

	FirstRule        = "first"
	TwoDaysRule      = "two_days"
	DayOfRule        = "day_of"
	ChangedRule      = "changed"
	CalledOffRule    = "called_off"
	CounterRule      = "counter"   // the organizer's other time, to the contact
	OldTimeRule      = "old_time"  // the other time is refused: does the old one still work?
	SettledRule      = "settled"   // what the two agreed on, to the one who hears of it
	CallYouRule      = "call_you"  // texts do not settle it: the organizer calls
	ToldRule         = "told"      // the organizer's own words, to the contact
	ConfirmedRule    = "confirmed" // the contact's first yes, to the organizer
	DeclinedRule     = "declined"
	ProposalRule     = "proposal"
	RelayRule        = "relay"
	WrongNumberRule  = "wrong_number"
	UnreachableRule  = "unreachable"
	PlanTimeoutRule  = "plan_timeout"
	ProposalWaitRule = "proposal_wait"
	UnansweredRule   = "unanswered" // a text around the meeting's time that nobody answered: staff on duty
	MorningRule      = "morning"
	PrepRule         = "prep"
	HowDidItGoRule   = "how_did_it_go"
	DutyRule         = "duty"

	ReportOverdueRule = "report_overdue" // nobody said how it went, or the report is missing: staff see it
	MissedRule        = "missed"         // to a contact who did not come: another day?
	ThanksRule        = "thanks"         // the wording that the organizer or staff saw and sent
	ThanksPlainRule   = "thanks_plain"   // no word of the report
	ThanksMissedRule  = "thanks_missed"  // 24 hours after the end: what became of it is written down
	CommitmentRule    = "commitment"     // to the contact, in the wording of the thank-you
	CheckInRule       = "check_in"
	EventMovedRule    = "event_moved"
	EventOffRule      = "event_off"
	WhoCameRule       = "who_came"
	AttendanceRule    = "attendance" // nobody said who came: staff see it
	DigestRule        = "digest"
)

// Rules returns the table. A new reminder is one line here and its text in each catalogue.
func Rules() []Rule {
	day := when.Daytime()
	return []Rule{
		{Name: NextQuestion, Prio: change.PrioReply},
		{Name: DraftNudge, Text: "nudge", Prio: change.PrioChaser, Window: day, Makes: 12 * time.Hour, Unasked: true},
		{Name: FiledToStaff, Text: "staff_note", Prio: change.PrioReminder, Window: day, Makes: 3 * 24 * time.Hour, Unasked: true},
		{Name: WelcomeRule, Text: "welcome", Prio: change.PrioReminder, Window: day, Makes: 7 * 24 * time.Hour, Unasked: true},
		{Name: ConsentRule, Prio: change.PrioReminder},
		{Name: OptOutToStaff, Text: "staff_note", Prio: change.PrioReminder, Window: day, Makes: 3 * 24 * time.Hour, Unasked: true},
		{Name: DoubtEnds, Prio: change.PrioReminder},

		{Name: FirstRule, Text: "first", Prio: change.PrioReminder, Window: day, Unasked: true, Asks: true},
		{Name: TwoDaysRule, Text: "two_days", Prio: change.PrioReminder, Window: day, Unasked: true, Asks: true},
		{Name: DayOfRule, Text: "day_of", Prio: change.PrioReminder, Window: day, Unasked: true, Asks: true},
		{Name: ChangedRule, Text: "changed", Prio: change.PrioReminder, Window: day, Unasked: true, AtOnce: true, Asks: true, Must: true},
		{Name: CalledOffRule, Text: "called_off", Prio: change.PrioReminder, Window: day, Unasked: true, AtOnce: true, Must: true},
		{Name: CounterRule, Text: "proposal", Prio: change.PrioReminder, Window: day, Unasked: true, AtOnce: true, Asks: true, Must: true},
		{Name: OldTimeRule, Text: "proposal", Prio: change.PrioReminder, Window: day, Unasked: true, AtOnce: true, Asks: true, Must: true},
		{Name: SettledRule, Text: "confirmed", Prio: change.PrioReminder, Window: day, Unasked: true, AtOnce: true, Works: true, Must: true},
		{Name: CallYouRule, Text: "changed", Prio: change.PrioReminder, Window: day, Unasked: true, AtOnce: true},
		{Name: ToldRule, Text: "relay", Prio: change.PrioReminder, Window: day, Makes: 24 * time.Hour, Unasked: true, AtOnce: true, Must: true},
		{Name: ConfirmedRule, Text: "confirmed", Prio: change.PrioReminder, Window: day, Unasked: true, AtOnce: true, Works: true, Must: true},
		{Name: DeclinedRule, Text: "declined", Prio: change.PrioReminder, Window: day, Unasked: true, AtOnce: true, Works: true, Must: true},
		{Name: ProposalRule, Text: "proposal", Prio: change.PrioReminder, Window: day, Unasked: true, AtOnce: true, Asks: true, Works: true, Must: true},
		{Name: RelayRule, Text: "relay", Prio: change.PrioReminder, Window: day, Makes: 3 * 24 * time.Hour, Unasked: true, AtOnce: true, Works: true, Must: true},
		{Name: WrongNumberRule, Text: "wrong_number", Prio: change.PrioReminder, Window: day, Makes: 3 * 24 * time.Hour, Unasked: true, AtOnce: true, Asks: true, Works: true, Must: true},
		{Name: UnreachableRule, Text: "staff_note", Prio: change.PrioReminder, Window: day, Makes: 3 * 24 * time.Hour, Unasked: true, AtOnce: true, Works: true},
		{Name: DutyRule, Text: "staff_note", Prio: change.PrioReminder, Window: day, Makes: 24 * time.Hour, Unasked: true, AtOnce: true, Works: true},
		{Name: PlanTimeoutRule, Prio: change.PrioReply},
		{Name: ProposalWaitRule, Prio: change.PrioReminder},
		{Name: UnansweredRule, Prio: change.PrioReminder},
		{Name: MorningRule, Text: "morning", Prio: change.PrioReminder, Window: day, Unasked: true},
		{Name: PrepRule, Text: "prep", Prio: change.PrioReminder, Window: day, Unasked: true},
		{Name: HowDidItGoRule, Text: "how_did_it_go", Prio: change.PrioReminder, Window: Evening(), Unasked: true, Asks: true},

		{Name: ReportOverdueRule, Prio: change.PrioReminder},
		{Name: MissedRule, Text: "changed", Prio: change.PrioReminder, Window: day, Makes: 48 * time.Hour, Unasked: true, AtOnce: true, Asks: true, Must: true},
		{Name: ThanksRule, Text: "thanks", Prio: change.PrioReminder, Window: day, Makes: 3 * 24 * time.Hour, Unasked: true, AtOnce: true, Must: true},
		{Name: ThanksPlainRule, Text: "thanks", Prio: change.PrioReminder, Window: day, Unasked: true},
		{Name: ThanksMissedRule, Prio: change.PrioReminder},
		{Name: CommitmentRule, Text: "promise", Prio: change.PrioReminder, Window: day, Makes: 10 * time.Hour, Unasked: true},
		{Name: CheckInRule, Text: "check_in", Prio: change.PrioReminder, Window: day, Unasked: true, Asks: true},
		{Name: EventMovedRule, Text: "changed", Prio: change.PrioReminder, Window: day, Unasked: true, AtOnce: true, Asks: true, Must: true},
		{Name: EventOffRule, Text: "called_off", Prio: change.PrioReminder, Window: day, Unasked: true, AtOnce: true, Must: true},
		{Name: WhoCameRule, Text: "who_came", Prio: change.PrioReminder, Window: Evening(), Makes: 48 * time.Hour, Unasked: true, Asks: true, Works: true},
		{Name: AttendanceRule, Prio: change.PrioReminder},
		{Name: DigestRule, Text: "digest", Prio: change.PrioReminder, Window: day, Makes: 9 * time.Hour, Unasked: true},
	}
}

// OfMeeting lists the rules whose rows are void when the time or the state of a one-on-one changes. Somebody's own words are not among them.
func OfMeeting() []string {
	return []string{
		FirstRule, TwoDaysRule, DayOfRule, ChangedRule, CounterRule, OldTimeRule, SettledRule, ConfirmedRule, DeclinedRule, ProposalRule, ProposalWaitRule,
		PrepRule, HowDidItGoRule, PlanTimeoutRule, ReportOverdueRule, MissedRule, ThanksPlainRule, ThanksMissedRule,
	}
}

// OfContact lists those among them that go to the contact.
func OfContact() []string {
	return []string{
		FirstRule, TwoDaysRule, DayOfRule, ChangedRule, CounterRule, OldTimeRule, CallYouRule, ToldRule, MissedRule, ThanksRule, ThanksPlainRule, CommitmentRule,
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

	Zones     []*time.Location // further zones in which the window must hold too: where the phone's own is not sure
	BusyUntil time.Time        // end of the one-on-one that this person sits in right now, zero if none
	Urgent    bool             // what it is about begins within three hours
	Calls     bool             // the recipient asked for calls: no texts
	Wrote     bool             // the recipient wrote just now: answering is always allowed
}

// UrgentWithin is how close a meeting must be for its organizer to hear of it in quiet hours.
const UrgentWithin = 3 * time.Hour

// WroteWithin is how long somebody who wrote is being answered.
const WroteWithin = time.Hour

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
	case f.Calls:
		return Verdict{Do: Drop, Reason: "the contact asked for calls, not texts"}
	case f.ReachBad:
		return Verdict{Do: Drop, Reason: "this phone cannot get texts"}
	}
	if at := f.next(r.Window, now); at.After(now) && !f.mayNow(r) {
		if !f.ValidUntil.IsZero() && !at.Before(f.ValidUntil) {
			return Verdict{Do: Drop, Reason: "quiet hours until it no longer makes sense"}
		}
		return Verdict{Do: Move, At: at, Reason: "moved by quiet hours"}
	}
	if now.Before(f.BusyUntil) && !r.AtOnce {
		if !f.ValidUntil.IsZero() && !f.BusyUntil.Before(f.ValidUntil) {
			return Verdict{Do: Drop, Reason: "a one-on-one was under way until it no longer made sense"}
		}
		return Verdict{Do: Move, At: f.BusyUntil, Reason: "waits for the end of the one-on-one that is under way"}
	}
	if !r.AtOnce && !f.QuestionAt.IsZero() && now.Sub(f.QuestionAt) < QuestionPause {
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

// next returns the first moment from now on that lies in the window, in every zone that the recipient may be in.
func (f Facts) next(w when.Window, now time.Time) time.Time {
	if w == (when.Window{}) {
		return now
	}
	at := now
	for range 2 * (1 + len(f.Zones)) {
		before := at
		at = w.Next(at, f.Zone)
		for _, z := range f.Zones {
			at = w.Next(at, z)
		}
		if at.Equal(before) {
			break
		}
	}
	return at
}

// mayNow: quiet hours are open to an answer, and to an organizer whose meeting is about to begin.
func (f Facts) mayNow(r Rule) bool { return f.Wrote && r.AtOnce || f.Urgent && r.Works && f.Works }

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
	AnyHour    bool // judged sendable outside the window: an answer, or about to begin
	Late       bool // may arrive until 21:30: how did it go
	Zones      []*time.Location
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
	case f.Unasked && !f.AnyHour && !f.daytime(now):
		return "quiet hours"
	}
	return ""
}

func (f LeaveFacts) daytime(now time.Time) bool {
	w := when.Daytime()
	if f.Late {
		w = Evening()
	}
	for _, z := range f.Zones {
		if !w.Contains(now.In(z)) {
			return false
		}
	}
	return w.Contains(now.In(f.Zone))
}

// Evening is the window of the question how it went: that evening until 21:30.
func Evening() when.Window { return when.Window{From: 9 * 60, To: 21*60 + 30} }
