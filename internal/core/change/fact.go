package change

import (
	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/person"
)

// Fact is what a line of history says happened. Pages, webhooks and plots read it: a line is told apart by these constants, never by its words.
type Fact string

// What happens to a one-on-one.
const (
	MeetingPlanned     Fact = "planned"
	SavedUnanswered    Fact = "saved without texts: unanswered for 30 minutes"
	ContactConfirmed   Fact = "confirmed by the contact"
	ContactDeclined    Fact = "declined by the contact"
	ContactProposed    Fact = "the contact asks for another time"
	OrganizerProposed  Fact = "the organizer asks for another time"
	ContactAgreed      Fact = "agreed by the contact"   // on the organizer's other time
	OrganizerAgreed    Fact = "agreed by the organizer" // on the contact's other time
	OrganizerRefused   Fact = "other time refused by the organizer"
	MeetingMoved       Fact = "moved"
	MeetingMovedBefore Fact = "move" // as lines were once written
	MeetingCalledOff   Fact = "called off"
	PlaceChanged       Fact = "place changed"
	LengthChanged      Fact = "length changed"
	KeptPrivate        Fact = "kept private"
	NumberWrong        Fact = "wrong number"
	MeetingHeld        Fact = "held"
	MeetingMissed      Fact = "did not come"
	ReportedHeld       Fact = "reported as held"
	ThanksHeld         Fact = "thank-you held"
	ThanksApproved     Fact = "thank-you approved"
)

// What happens to a report, and to what was said in it.
const (
	ReportBegun     Fact = "report begun"
	ReportBegunAnew Fact = "report begun anew"
	ReportFiled     Fact = "report filed"
	FilledOnPage    Fact = "filled in on the page"
	AnswersChanged  Fact = "answers changed"
	LooksRight      Fact = "looks right"
	PromiseDone     Fact = "promise closed"
	PromisePutOff   Fact = "promise put off"
	PromiseClosed   Fact = "closed" // of the promise itself, whoever closed it
	DebriefHeld     Fact = "debrief held"
	DebriefMoved    Fact = "debrief moved"
)

// What happens to a person, and to their phone.
const (
	PersonAdded    Fact = "added or changed"
	RecordChanged  Fact = "record changed"
	RecordReported Fact = "record changed with a report"
	WrittenTo      Fact = "written to"
	Nudged         Fact = "nudged about reports"
	OptOutNoted    Fact = "opt-out noted"
	OptOutTaken    Fact = "opt-out taken back"
	NoOptOut       Fact = "found no opt-out"
	OptOutByTime   Fact = "opted out: undecided for 24 hours"
	PhoneLocked    Fact = "phone locked"
	PhoneUnlocked  Fact = "phone unlocked"
)

// What happens to an event.
const (
	EventMade       Fact = "event made"
	EventFromReport Fact = "event made from a commitment"
	EventEdited     Fact = "event edited"
	EventMoved      Fact = "moved"
	EventCalledOff  Fact = "called off"
	AttendanceNoted Fact = "attendance noted"
	answeredCheckIn Fact = "answered: "
	metBySomebody   Fact = "met by "
)

// MetBy is the line of a person whom a report is about.
func MetBy(p person.Person) Fact { return metBySomebody + Fact(p.Name) }

// AnsweredCheckIn is the line of what somebody answered to a check-in.
func AnsweredCheckIn(answer string) Fact { return answeredCheckIn + Fact(answer) }

// Moves lists what gives a one-on-one another time, by whomever.
func Moves() []Fact { return []Fact{MeetingMoved, MeetingMovedBefore, ContactAgreed, OrganizerAgreed} }

// Outcome is how something ended that somebody said they would do.
type Outcome string

// The outcomes. Of a commitment to come to an event, Kept and Broken are what attendance says, and can be corrected by it.
const (
	Open      Outcome = ""
	Kept      Outcome = "kept"
	Broken    Outcome = "not kept"
	Done      Outcome = "done"
	Withdrawn Outcome = "taken out of the report" // it was never said: it counts nowhere
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
