package reminder

import (
	"sync"
	"time"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
)

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
	ToldRule         = "told"      // the organizer's own words, to the contact
	ConfirmedRule    = "confirmed" // the contact's first yes, to the organizer
	DeclinedRule     = "declined"
	ProposalRule     = "proposal"
	PlaceRule        = "place" // another place that the contact asks for, to the organizer
	RelayRule        = "relay"
	WrongNumberRule  = "wrong_number"
	UnreachableRule  = "unreachable"
	PlanTimeoutRule  = "plan_timeout"
	ProposalWaitRule = "proposal_wait"
	WishRule         = "wish"       // a contact asked for another time and named none: the organizer hears of it
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
	EscalateRule      = "escalate" // urgent on Today and taken by nobody: admins
	HandedRule        = "handed"   // work came over from another organizer: mornings say it
)

// Rules returns the table, which is nobody's to change.
func Rules() []Rule { return rules() }

// rules is the table. A new reminder is one line here, with its moment and what it says, and its text in each catalogue. It is made once:
// each step looks into it several times.
//
//nolint:gochecknoglobals // made once of constants
var rules = sync.OnceValue(func() []Rule {
	return []Rule{
		{Name: NextQuestion, Prio: change.PrioReply},
		{Name: DraftNudge, Text: "nudge", Prio: change.PrioChaser, When: ByDay, Makes: 12 * time.Hour, Unasked: true},
		{Name: FiledToStaff, Text: "staff_note", Prio: change.PrioReminder, When: ByDay, Makes: 3 * 24 * time.Hour, Unasked: true},
		{Name: WelcomeRule, Text: "welcome", Prio: change.PrioReminder, When: ByDay, Makes: 7 * 24 * time.Hour, Unasked: true},
		{Name: ConsentRule, Prio: change.PrioReminder},
		{
			Name: OptOutToStaff, Text: "staff_note", Prio: change.PrioReminder, When: ByDay, Makes: 3 * 24 * time.Hour, Unasked: true,
			AtOnce: true, // who waits for them at the table has to know
		},
		{Name: DoubtEnds, Prio: change.PrioReminder},

		{
			Name: FirstRule, Text: "first", Prio: change.PrioReminder, When: ByDay, Unasked: true, Asks: true, To: meeting.Contact, Dies: true,
			At: firstMoment,
		},
		{
			Name: TwoDaysRule, Text: "two_days", Prio: change.PrioReminder, When: ByDay, Unasked: true, Asks: true, To: meeting.Contact,
			Dies: true, At: twoDaysMoment, Fold: 12 * time.Hour, Late: lateReminder,
		},
		{
			Name: DayOfRule, Text: "day_of", Prio: change.PrioReminder, When: ByDay, Unasked: true, Asks: true, To: meeting.Contact, Dies: true,
			At: dayOfMoment, Fold: 3 * time.Hour, Late: lateReminder,
		},
		{
			Name: ChangedRule, Text: "changed", Prio: change.PrioReminder, When: ByDay, Unasked: true, AtOnce: true, Asks: true, Must: true,
			To: meeting.Contact, Dies: true,
		},
		{
			Name: CalledOffRule, Text: "called_off", Prio: change.PrioReminder, When: ByDay, Unasked: true, AtOnce: true, Must: true,
			To: meeting.Contact, Say: lang.CalledOffTell,
		},
		{
			Name: CounterRule, Text: "proposal", Prio: change.PrioReminder, When: ByDay, Unasked: true, AtOnce: true, Asks: true, Must: true,
			To: meeting.Contact, Dies: true,
		},
		{
			Name: OldTimeRule, Text: "proposal", Prio: change.PrioReminder, When: ByDay, Unasked: true, AtOnce: true, Asks: true, Must: true,
			To: meeting.Contact, Dies: true,
		},
		{
			Name: SettledRule, Text: "confirmed", Prio: change.PrioReminder, When: ByDay, Unasked: true, AtOnce: true, Works: true, Must: true,
			Dies: true,
		},
		{
			Name: ToldRule, Text: "relay", Prio: change.PrioReminder, When: ByDay, Makes: 24 * time.Hour, Unasked: true, AtOnce: true, Must: true,
			To: meeting.Contact,
		},
		{
			Name: ConfirmedRule, Text: "confirmed", Prio: change.PrioReminder, When: ByDay, Unasked: true, AtOnce: true, Works: true, Must: true,
			To: meeting.Organizer, Dies: true, Say: lang.ConfirmedTell,
		},
		{
			Name: DeclinedRule, Text: "declined", Prio: change.PrioReminder, When: ByDay, Unasked: true, AtOnce: true, Works: true, Must: true,
			To: meeting.Organizer, Dies: true, Say: lang.DeclinedTell,
		},
		{
			Name: ProposalRule, Text: "proposal", Prio: change.PrioReminder, When: ByDay, Unasked: true, AtOnce: true, Asks: true, Works: true,
			Must: true, To: meeting.Organizer, Dies: true,
		},
		{
			Name: PlaceRule, Text: "proposal", Prio: change.PrioReminder, When: ByDay, Unasked: true, AtOnce: true, Asks: true, Works: true,
			Must: true, To: meeting.Organizer, Dies: true,
		},
		{
			Name: RelayRule, Text: "relay", Prio: change.PrioReminder, When: ByDay, Makes: 3 * 24 * time.Hour, Unasked: true, AtOnce: true,
			Works: true, Must: true, To: meeting.Organizer,
		},
		{
			Name: WrongNumberRule, Text: "wrong_number", Prio: change.PrioReminder, When: ByDay, Makes: 3 * 24 * time.Hour, Unasked: true,
			AtOnce: true, Asks: true, Works: true, Must: true, To: meeting.Organizer,
		},
		{
			Name: UnreachableRule, Text: "staff_note", Prio: change.PrioReminder, When: ByDay, Makes: 3 * 24 * time.Hour, Unasked: true,
			AtOnce: true, Works: true,
		},
		{
			Name: DutyRule, Text: "staff_note", Prio: change.PrioReminder, When: ByDay, Makes: 24 * time.Hour, Unasked: true, AtOnce: true,
			Works: true,
		},
		{Name: PlanTimeoutRule, Prio: change.PrioReply, To: meeting.Organizer, Dies: true},
		{Name: ProposalWaitRule, Prio: change.PrioReminder, To: meeting.Organizer, Dies: true},
		{
			Name: WishRule, Text: "relay", Prio: change.PrioReminder, When: ByDay, Unasked: true, AtOnce: true, Works: true, Must: true,
			To: meeting.Organizer, Dies: true, Say: lang.WishTell,
		},
		{Name: UnansweredRule, Prio: change.PrioReminder, To: meeting.Organizer},
		{Name: MorningRule, Text: "morning", Prio: change.PrioReminder, When: ByDay, Unasked: true},
		{
			Name: PrepRule, Text: "prep", Prio: change.PrioReminder, When: ByDay, Unasked: true, To: meeting.Organizer, Dies: true, At: prepMoment,
			Late: "planned after its moment: PREP gives it any time",
		},
		{
			Name: HowDidItGoRule, Text: "how_did_it_go", Prio: change.PrioReminder, When: ByEvening, Unasked: true, Asks: true,
			To: meeting.Organizer, Dies: true, At: howMoment,
		},

		{Name: ReportOverdueRule, Prio: change.PrioReminder, To: meeting.Organizer, Dies: true, At: overdueMoment},
		{
			Name: MissedRule, Text: "changed", Prio: change.PrioReminder, When: ByDay, Makes: 48 * time.Hour, Unasked: true, AtOnce: true,
			Asks: true, Must: true, To: meeting.Contact, Dies: true,
		},
		{
			Name: ThanksRule, Text: "thanks", Prio: change.PrioReminder, When: ByDay, Makes: 3 * 24 * time.Hour, Unasked: true, AtOnce: true,
			Must: true, To: meeting.Contact,
		},
		{
			Name: ThanksPlainRule, Text: "thanks", Prio: change.PrioReminder, When: ByDay, Unasked: true, To: meeting.Contact, Dies: true,
			At: thanksMoment,
		},
		{Name: ThanksMissedRule, Prio: change.PrioReminder, To: meeting.Organizer, Dies: true, At: thanksDeadline},
		{
			Name: CommitmentRule, Text: "promise", Prio: change.PrioReminder, When: ByDay, Makes: 10 * time.Hour, Unasked: true,
			To: meeting.Contact,
		},
		{Name: CheckInRule, Text: "check_in", Prio: change.PrioReminder, When: ByDay, Unasked: true, Asks: true},
		{Name: EventMovedRule, Text: "changed", Prio: change.PrioReminder, When: ByDay, Unasked: true, AtOnce: true, Asks: true, Must: true},
		{Name: EventOffRule, Text: "called_off", Prio: change.PrioReminder, When: ByDay, Unasked: true, AtOnce: true, Must: true},
		{
			Name: WhoCameRule, Text: "who_came", Prio: change.PrioReminder, When: ByDay, Makes: 48 * time.Hour, Unasked: true, Asks: true,
			Works: true,
		},
		{Name: AttendanceRule, Prio: change.PrioReminder},
		{Name: HandedRule, Prio: change.PrioReminder},
		{
			Name: EscalateRule, Text: "staff_note", Prio: change.PrioReminder, When: ByDay, Makes: 3 * time.Hour, Unasked: true, AtOnce: true,
			Works: true,
		},
		{Name: DigestRule, Text: "digest", Prio: change.PrioReminder, When: ByDay, Makes: 9 * time.Hour, Unasked: true},
	}
})

// OfMeeting lists the rules whose rows are void when the time or the state of a one-on-one changes.
func OfMeeting() []string { return named(func(r Rule) bool { return r.Dies }) }

// OfContact lists the rules about a one-on-one whose texts go to the contact.
func OfContact() []string { return named(func(r Rule) bool { return r.To == meeting.Contact }) }

func named(which func(Rule) bool) []string {
	var out []string
	for _, r := range Rules() {
		if which(r) {
			out = append(out, r.Name)
		}
	}
	return out
}
