// Package talk is the conversation: what one input to one phone does, as a pure function of the world that it needs. It knows no
// database, no clock and no provider; app hands it what it asks for (Needs) and applies what it returns (Decide).
package talk

import (
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/understand"
)

// Phone is what a phone's own row says; the step holds its lock.
type Phone struct {
	ID           int64
	Phone        sms.Phone
	Consent      person.Consent
	ReachBad     bool
	Locked       bool // lost or left: nothing goes to it, what it sends reaches only staff
	LastAt       time.Time
	AutoAnswered time.Time
	FloodMinute  time.Time
	FloodCount   int
	UnaskedOn    string
	UnaskedCount int
	InboundAt    time.Time   // when it last wrote, zero if never
	StopLineAt   time.Time   // when it last had the opt-out line
	Introduced   []uuid.UUID // organizers whose first text it has had
}

// Org is the organization's settings that a conversation needs.
type Org struct {
	Name      string
	Zone      *time.Location
	StaffLine sms.Phone
	Sending   reminder.Sending
	Hours     reminder.Hours
	Language  lang.Tag
	Words     lang.Words
	OnDuty    []uuid.UUID
	// URL is where people see the service, without a slash at its end; "" where there is none.
	URL string
	// PlainThanks lets the plain thank-you go by itself when nobody sent another.
	PlainThanks bool
	Number      sms.Phone // the service's own: what comes from it is a loop
}

// Conversation is the phone's one open question; Kind "" when none is open.
type Conversation struct {
	Kind      string
	SubjectID uuid.UUID
	PersonID  uuid.UUID
	Question  string
	AskedAt   time.Time
	LastInAt  time.Time
	Tries     int
	Data      []byte
	List      []byte
	Relay     []byte
}

// The kinds of conversations.
const (
	ReportTalk   = "report"
	WhichTalk    = "which"
	PlanTalk     = "plan"     // an organizer plans a one-on-one
	MeetTalk     = "meeting"  // a contact was asked about one
	ProposalTalk = "proposal" // an organizer was asked for another time
	MoveTalk     = "move"     // an organizer moves one: to when?
	SendTalk     = "send"     // are these words for the contact?
	NumberTalk   = "number"   // the right number of a contact
	HowTalk      = "how"      // an organizer was asked how a one-on-one went
	MissedTalk   = "missed"   // the contact did not come: offer another time?
	ThanksTalk   = "thanks"   // an organizer was shown a thank-you
	GuestTalk    = "guest"    // somebody was asked about an event
	CameTalk     = "came"     // an organizer was asked who came to an event
)

// Meet is a one-on-one with its two people.
type Meet struct {
	meeting.Meeting
	Organizer person.Person
	Contact   person.Person
	Before    person.Person // who had it before it was handed over, nobody when it never was
	HandedAt  time.Time
}

// WrongNumber is a number that is not a person's of this name.
type WrongNumber struct {
	Phone sms.Phone
	Name  string // lower case
}

// Past is what is known of a contact from the last report.
type Past struct {
	ContactID  uuid.UUID
	MetOn      string
	Commitment string
	Promised   string // what is still open of what the organizer promised
	Needs      string
}

// Thank is the thank-you that a one-on-one owes.
type Thank = change.SaveThanks

// Promise is an open item with an owner, and the name of whom it is for or by.
type Promise struct {
	ID       uuid.UUID
	ReportID uuid.UUID
	OwnerID  uuid.UUID
	ToID     uuid.UUID
	Kind     string // promise (the organizer's), commitment (the contact's)
	What     string
	DueOn    string // 2026-12-03, "" without a day
	EventID  uuid.UUID
	Name     string // the other side's
	// MeetingID and Owner are where it was said and by whom: of a contact's commitment.
	MeetingID uuid.UUID
	Owner     person.Person
}

// Debrief is an open debrief with the names of both.
type Debrief struct {
	change.SaveDebrief
	Organizer string
	Staff     string
}

// RSVP is what somebody said about an event, with the person.
type RSVP struct {
	event.RSVP
	Person    person.Person
	Organizer person.Person
}

// Ask is one conversation that waits in the phone's queue.
type Ask struct {
	Kind      string
	SubjectID uuid.UUID
	Rank      int
}

// Planned is the row that is due.
type Planned struct {
	ID         uuid.UUID
	Version    int
	PersonID   uuid.UUID
	SubjectID  uuid.UUID
	Subject    change.Subject
	Rule       string
	Occurrence string
	DueAt      time.Time
	ValidUntil time.Time
	Cause      uuid.UUID
	Reason     string
	Data       []byte
}

// World is everything that one decision may look at. What Need did not ask for is empty.
type World struct {
	Phone    Phone
	Org      Org
	People   []person.Person // who this phone belongs to
	Conv     Conversation
	Asks     []Ask
	Drafts   []report.Draft  // open reports of the people on this phone, oldest first
	Contacts []person.Person // contacts of the people on this phone that the text may mean
	Staff    []person.Person // staff and admins
	// Organizers are those whose contacts have this phone: on a shared one there may be several.
	Organizers []person.Person
	Meetings   []Meet            // of the people on this phone, in either role, by start
	Wrong      []WrongNumber     // among the numbers that the text holds
	Had        map[uuid.UUID]int // one-on-ones that each organizer on this phone has had or planned, counted up to three
	Tips       map[uuid.UUID]int // coaching tips that each has had
	Past       []Past
	Filed      Filed           // the report that a planned row is about
	Record     Record          // the filed report that staff correct
	Doubt      Doubt           // of a phone whose texts are held
	Thanks     []Thank         // open ones of the organizers on this phone, and that of the meeting asked for
	Promises   []Promise       // open ones of the people on this phone, and of their contacts
	Debriefs   []Debrief       // open ones of the people on this phone
	Events     []event.Event   // to come, and those of the last two weeks
	RSVPs      []RSVP          // of the people on this phone and of their contacts, to those events; of an event asked for, all
	Waiting    int             // what needs a person, for the digest
	FiledSince int             // reports filed since the last digest
	FiledNotes int             // notes of filed reports that this phone has had today
	Untaken    bool            // what a planned row escalates still stands on Today, and nobody has taken it
	Heard      understand.Text // what Needs understood of the text
}

// Filed is a report as a note to staff tells it.
type Filed struct {
	ReportID  uuid.UUID
	Version   int
	Status    string
	Organizer string
	Contact   string
	MetOn     string
	DebriefOn string
}

// Doubt is a text that may be an opt-out, and what the phone's consent was before it.
type Doubt struct {
	MessageID uuid.UUID
	Before    person.Consent
}

// Record is a filed report whole, with the items that were made of it.
type Record struct {
	report.Draft
	FiledAt     time.Time
	DebriefID   uuid.UUID
	DebriefWith uuid.UUID
	DebriefOn   string
	Items       []Item
}

// Item is a promise or commitment of a report, in the order in which they were made.
type Item struct {
	Promise
	Closed bool
}

// InputKind is what reaches a phone's step.
type InputKind uint8

// The inputs.
const (
	TextIn        InputKind = iota + 1 // somebody wrote
	DueIn                              // a planned row is due
	PersonAddedIn                      // staff added or changed somebody
	VerdictIn                          // the provider says that the phone opted out or cannot be reached
	ActIn                              // staff did something on the page
)

// Input is one thing that happened to one phone.
type Input struct {
	Kind      InputKind
	MessageID uuid.UUID // of the inbound text, made by app
	Inbound   sms.Inbound
	Due       Planned
	Added     Added
	Verdict   Verdict
	Act       Act
	Fault     string // set when a first decision panicked: the text goes to staff, the words are this
}

// Added is a person as staff added them.
type Added struct {
	Person  person.Person
	By      string // who added them, as it stands in the welcome
	Welcome bool   // false for seeded people
	New     bool
}

// Verdict is what the provider said of the phone.
type Verdict struct {
	OptedOut  bool
	Unreached bool
	Code      int
	MessageID uuid.UUID
}

// Need is what a step must read before it can decide; the phone's own row, people, conversation and settings come always.
type Need struct {
	Drafts        bool
	ContactNames  []string // lower case; whole names and first names
	ContactPhones []sms.Phone
	Staff         bool
	Asks          bool
	FiledReport   uuid.UUID
	Doubt         bool      // the text that may be an opt-out
	Record        uuid.UUID // a filed report whole, with its one-on-one and contact
	Meeting       uuid.UUID // one by its id, whoever's it is
	MeetingsSince time.Time // those of the people on this phone that start after it; zero: none
	Past          bool      // what the last reports say of the contacts of these meetings
	Counts        bool      // how many one-on-ones and tips each organizer on this phone has had
	After         bool      // thank-yous, promises, debriefs, events and RSVPs of the people on this phone
	Event         uuid.UUID // one event with everybody who said they would come
	DigestSince   time.Time // how much needs a person, and what was filed since
	Untaken       string    // the kind of what stands on Today about the row's subject
	UntakenOf     uuid.UUID
	NotesSince    time.Time // how many notes of filed reports this phone has had since
	Now           time.Time
	Heard         understand.Text
}

// IDs makes identifiers, in the order in which they are asked for.
type IDs interface{ New() uuid.UUID }
