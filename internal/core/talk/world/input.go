package world

import (
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/understand"
)

// ActKind is something that staff do on the page. It goes through the same decisions as a text would.
type ActKind string

// What staff can do. Of a meeting: on the organizer's phone. Of a phone: on that phone.
const (
	ActMove       ActKind = "move"        // Subject meeting, At the new time
	ActCallOff    ActKind = "call_off"    // Subject meeting
	ActAccept     ActKind = "accept"      // Subject meeting: the contact's other time is taken
	ActRefuse     ActKind = "refuse"      // Subject meeting: it is not
	ActPlan       ActKind = "plan"        // for this organizer: Fields contact (id) and name, At, Words the place
	ActHeld       ActKind = "held"        // Subject meeting: they met
	ActNoShow     ActKind = "no_show"     // Subject meeting
	ActBegin      ActKind = "begin"       // Subject meeting: they met, and staff begin its report for the organizer
	ActPrivate    ActKind = "private"     // Subject meeting
	ActWrite      ActKind = "write"       // to this phone, Words under the staff member's name; Subject the person
	ActStopPlan   ActKind = "stop_plan"   // Subject one planned text
	ActRestore    ActKind = "restore"     // an opt-out taken back, Words the reason
	ActOptOut     ActKind = "opt_out"     // a doubtful text was an opt-out
	ActNotOptOut  ActKind = "not_opt_out" // a doubtful text was none
	ActLock       ActKind = "lock"        // a lost or left phone
	ActUnlock     ActKind = "unlock"      //
	ActThanksSend ActKind = "thanks_send" // Subject meeting, Words the exact text
	ActThanksHold ActKind = "thanks_hold" // Subject meeting
	ActDebriefed  ActKind = "debriefed"   // Subject debrief, Words a closing word
	ActPromise    ActKind = "promise"     // Subject promise: closed, Words how
	ActNudge      ActKind = "nudge"       // of an organizer: one text about every report that is missing
	ActAccount    ActKind = "account"     // of staff: how they sign in has changed, and they are told
	ActEventMoved ActKind = "event_moved" // Subject event, At the new time
	ActEventOff   ActKind = "event_off"   // Subject event: called off
	ActGuest      ActKind = "guest"       // Subject event: the person in Words, who has this phone, is put on its list
	ActDraft      ActKind = "draft"       // Subject report: its organizer or staff fill it in on the page; Fields, and File to file it
	ActCorrect    ActKind = "correct"     // Subject report: answers of a filed one are changed; Fields, and Fine for what looks right as it is
)

// Act is one thing that a staff member did on the page.
type Act struct {
	Kind    ActKind
	By      person.Person
	Subject uuid.UUID
	At      time.Time
	Words   string
	Fields  map[string]string // the words of each field of a report
	Fine    []string          // fields whose marks staff take off
	Version int               // of the report as it was looked at; 0: whatever it is by now
	File    bool
	Quiet   bool // nobody is told of the change
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
	Doubt         bool        // the text that may be an opt-out, and why no texts go
	Record        uuid.UUID   // a filed report whole, with its one-on-one and contact
	Meeting       uuid.UUID   // one by its id, whoever's it is
	MeetingsSince time.Time   // those of the people on this phone that start after it; zero: none
	Past          bool        // what the last reports say of the contacts of these meetings
	Counts        bool        // how many one-on-ones and tips each organizer on this phone has had
	After         bool        // thank-yous, promises, debriefs, events and RSVPs of the people on this phone
	Event         uuid.UUID   // one event with everybody who said they would come
	Guests        bool        // of the events that After reads, everybody who said they would come, and the thank-yous to them
	DigestSince   time.Time   // how much needs a person, and what was filed since
	Untaken       matter.Kind // the kind of what stands on Today about the row's subject
	UntakenOf     uuid.UUID
	NotesSince    time.Time // how many notes of filed reports this phone has had since
	Now           time.Time
	Heard         understand.Text
}

// IDs makes identifiers, in the order in which they are asked for.
type IDs interface{ New() uuid.UUID }
