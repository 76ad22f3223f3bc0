// Package world is what one decision may look at, and what can come to it: data that the store reads and the conversation decides upon.
package world

import (
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
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
	Heard        int64       // what it wrote last, as a number: the words themselves stand with the text
	HeardAgain   int         // how often in a row it has written that
	Said         int64       // what its last text was answered, as a number
	IdleSince    time.Time   // from when its answers that moved nothing are counted
	IdleCount    int         // how many it has had since
	StopLineAt   time.Time   // when it last had the opt-out line
	Introduced   []uuid.UUID // organizers whose first text it has had
	PausedUntil  time.Time   // until when it wants no texts, zero if it never said so
	TextHours    when.Window // in which alone it wants texts, zero if it never said so
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
	Slip      []byte // what the last text did, to be taken back
}

// ListItem is what a letter of the newest list means.
type ListItem struct {
	Letter string    `json:"l"`
	Kind   string    `json:"k"`
	ID     uuid.UUID `json:"id"`
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

// AsksSure is the question of a SendTalk that holds back what a text has a contact told until its writer has seen how it was understood.
const AsksSure = "sure"

// Talks lists the kinds of conversations.
func Talks() []string {
	return []string{
		ReportTalk, WhichTalk, PlanTalk, MeetTalk, ProposalTalk, MoveTalk, SendTalk, NumberTalk, HowTalk, MissedTalk, ThanksTalk, GuestTalk,
		CameTalk,
	}
}

// Ask is one conversation that waits in the phone's queue.
type Ask struct {
	Kind      string
	SubjectID uuid.UUID
	Rank      int
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
	Closed     []Closed          // those among them to which no text goes
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
	Fresh      int             // of it, what came since the last digest
	WaitingWho string          // whose, the newest
	FiledSince int             // reports filed since the last digest
	FiledNotes int             // notes of filed reports that this phone has had today
	Untaken    bool            // what a planned row escalates still stands on Today, and nobody has taken it
	Heard      understand.Text // what Needs understood of the text
}
