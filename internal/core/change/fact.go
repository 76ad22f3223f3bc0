package change

import (
	"github.com/reportback/reportback/internal/core/event"
)

// Fact is what a line of history says happened. Pages, webhooks and plots read it; what a person reads is made from it where
// it is shown. The schema takes no other (migrations/0012_facts.sql, held to this list by a test).
type Fact string

// What happens to a one-on-one.
const (
	MeetingPlanned    Fact = "planned"
	SavedUnanswered   Fact = "saved_unanswered"
	ContactConfirmed  Fact = "confirmed"
	ContactDeclined   Fact = "declined"
	ContactProposed   Fact = "contact_asks_other_time"
	OrganizerProposed Fact = "organizer_asks_other_time"
	ContactAgreed     Fact = "contact_agreed"   // on the organizer's other time
	OrganizerAgreed   Fact = "organizer_agreed" // on the contact's other time
	OrganizerRefused  Fact = "other_time_refused"
	TakenBack         Fact = "taken_back" // by the organizer, whose slip it was
	MeetingMoved      Fact = "moved"
	MeetingCalledOff  Fact = "called_off"
	PlaceChanged      Fact = "place_changed"
	LengthChanged     Fact = "length_changed"
	KeptPrivate       Fact = "kept_private"
	NumberWrong       Fact = "wrong_number"
	MeetingHeld       Fact = "held"
	MeetingMissed     Fact = "no_show"
	ReportedHeld      Fact = "reported_held"
	ThanksHeld        Fact = "thanks_held"
	ThanksApproved    Fact = "thanks_approved"
)

// What happens to a report, and to what was said in it.
const (
	ReportBegun     Fact = "begun"
	ReportBegunAnew Fact = "begun_anew"
	ReportFiled     Fact = "filed"
	FilledOnPage    Fact = "filled_in_on_page"
	AnswersChanged  Fact = "answers_changed"
	LooksRight      Fact = "looks_right"
	PromiseDone     Fact = "promise_closed"
	PromisePutOff   Fact = "promise_put_off"
	Closed          Fact = "closed" // a promise, or a debrief that nobody needs, whoever closed it
	DebriefHeld     Fact = "debrief_held"
	DebriefMoved    Fact = "debrief_moved"
)

// What happens to a person, and to their phone.
const (
	PersonMet      Fact = "met" // its note says by whom
	PersonAdded    Fact = "added"
	RecordChanged  Fact = "record_changed"
	RecordReported Fact = "record_changed_by_report"
	WrittenTo      Fact = "written_to"
	Nudged         Fact = "nudged"
	OptOutNoted    Fact = "opt_out_noted"
	OptOutTaken    Fact = "opt_out_taken_back"
	NoOptOut       Fact = "no_opt_out"
	OptOutByTime   Fact = "opted_out_undecided"
	NoTextsTold    Fact = "no_texts_told" // its note says by whom
	TextsPaused    Fact = "texts_paused"  // its note is the day until which
	CallWanted     Fact = "call_wanted"
	PhoneLocked    Fact = "phone_locked"
	PhoneUnlocked  Fact = "phone_unlocked"
	RolesChanged   Fact = "roles_changed"
	WorkHandedOver Fact = "work_handed_over"
	HandTakenBack  Fact = "hand_over_taken_back"
	Reopened       Fact = "reopened" // a promise, or a debrief
	PersonErased   Fact = "erased"
	AddedByHand    Fact = "added_by_hand"
	PhoneChanged   Fact = "phone_changed" // its note is the number before
	RecordsMerged  Fact = "merged"        // its note is the record that went
	MergeTakenBack Fact = "merge_taken_back"
)

// Noted is a line of an earlier version that has no code: its note is its words.
const Noted Fact = "noted"

// What happens to an event.
const (
	EventMade       Fact = "event_made"
	EventFromReport Fact = "event_from_report"
	EventEdited     Fact = "event_edited"
	EventMoved      Fact = "moved"
	EventCalledOff  Fact = "called_off"
	AttendanceNoted Fact = "attendance_noted"
	CheckInAnswered Fact = "check_in_answered" // its note is the answer
)

// Facts lists every fact once.
func Facts() []Fact {
	return []Fact{
		MeetingPlanned, SavedUnanswered, ContactConfirmed, ContactDeclined, ContactProposed, OrganizerProposed,
		ContactAgreed, OrganizerAgreed, OrganizerRefused, TakenBack, MeetingMoved, MeetingCalledOff, PlaceChanged,
		LengthChanged, KeptPrivate, NumberWrong, MeetingHeld, MeetingMissed, ReportedHeld,
		ThanksHeld, ThanksApproved, ReportBegun, ReportBegunAnew, ReportFiled, FilledOnPage,
		AnswersChanged, LooksRight, PromiseDone, PromisePutOff, Closed, DebriefHeld,
		DebriefMoved, PersonMet, PersonAdded, RecordChanged, RecordReported, WrittenTo,
		Nudged, OptOutNoted, OptOutTaken, NoOptOut, OptOutByTime, NoTextsTold, TextsPaused, CallWanted, PhoneLocked,
		PhoneUnlocked, RolesChanged, WorkHandedOver, HandTakenBack, Reopened, PersonErased, AddedByHand, PhoneChanged, RecordsMerged,
		MergeTakenBack,
		EventMade, EventFromReport, EventEdited, EventMoved, EventCalledOff, AttendanceNoted, CheckInAnswered, Noted,
	}
}

// Moves lists what gives a one-on-one another time, by whomever.
func Moves() []Fact { return []Fact{MeetingMoved, ContactAgreed, OrganizerAgreed} }

// Outcomes lists every outcome.
func Outcomes() []Outcome { return []Outcome{Open, Kept, Broken, Done, Withdrawn} }

// Outcome is how something ended that somebody said they would do.
type Outcome string

// The outcomes. Of a commitment to come to an event, Kept and Broken are what attendance says, and can be corrected by it.
const (
	Open      Outcome = ""
	Kept      Outcome = "kept"
	Broken    Outcome = "broken"
	Done      Outcome = "done"
	Withdrawn Outcome = "withdrawn" // it was never said: it counts nowhere
)

// OutcomeOf is what attendance says of a commitment to come; nothing while nobody knows.
func OutcomeOf(a event.Attended) Outcome {
	switch a {
	case event.Came:
		return Kept
	case event.Missed:
		return Broken
	case event.Unknown:
	}
	return Open
}
