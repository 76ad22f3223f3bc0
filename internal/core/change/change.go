// Package change is the sealed set of everything that a decision may do. A decision returns values of these types; the store applies
// them in one transaction with one exhaustive switch. It is a leaf: talk, reminder and the staff's actions all speak it.
package change

import (
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
)

// Change is one effect. The set is sealed by an unexported method.
type Change interface{ change() }

// Set is all that one decision does, applied together or not at all.
type Set struct{ Changes []Change }

// Add appends effects in order.
func (s *Set) Add(c ...Change) { s.Changes = append(s.Changes, c...) }

// Subject is what a text, a plan or a line of the timeline is about.
type Subject struct {
	Kind    SubjectKind
	ID      uuid.UUID
	Version int
}

// SubjectKind names the table of a subject.
type SubjectKind string

// The kinds of subjects.
const (
	NoSubject     SubjectKind = ""
	ReportSubject SubjectKind = "report"
	MeetingSubj   SubjectKind = "meeting"
	PersonSubject SubjectKind = "person"
	PhoneSubject  SubjectKind = "phone"
	EventSubject  SubjectKind = "event"
)

// SubjectKinds lists them, with those of after.go.
func SubjectKinds() []SubjectKind {
	return []SubjectKind{
		NoSubject, ReportSubject, MeetingSubj, PersonSubject, PhoneSubject, EventSubject, PromiseSubject, DebriefSubject, ThanksSubject,
	}
}

// Prio orders lanes among each other: lower goes first.
type Prio int16

// The priorities of texts.
const (
	PrioReply    Prio = 1
	PrioReminder Prio = 2
	PrioChaser   Prio = 3
)

// Received stores an inbound text and its MessageSid; a SID that is there already makes the whole set a duplicate.
type Received struct {
	MessageID uuid.UUID
	PhoneID   int64 // 0: a sender that is no phone
	PersonID  uuid.UUID
	SID       string
	SenderRaw string
	Body      sms.Body
	Segments  int
	Media     int
	Kind      string
	At        time.Time
	Outcome   string
	Form      map[string][]string
	Subject   Subject
}

// Text queues a text: a row of the outbox, sent when this set is committed.
type Text struct {
	ID         uuid.UUID
	PhoneID    int64
	PersonID   uuid.UUID
	Kind       string
	Body       sms.Body
	Lang       lang.Tag
	Prio       Prio
	At         time.Time
	Cause      uuid.UUID // the inbound text or planned row that caused it
	Subject    Subject
	Unasked    bool      // nobody just wrote: quiet hours and the daily limit hold
	ValidUntil time.Time // zero: while it makes sense is for ever
	Reason     string    // why it is sent, in words
	Exempt     bool      // the one confirmation of an opt-out
	AnyHour    bool      // unasked, but judged sendable in quiet hours: an answer, or about to begin
}

// Withhold takes back every queued text of a phone that is not exempt.
type Withhold struct {
	PhoneID int64
	Reason  string
}

// SetConsent appends to the phone's consents and makes it the last word. Only the step that holds the phone may do it.
type SetConsent struct {
	ID        uuid.UUID
	PhoneID   int64
	PersonID  uuid.UUID
	Consent   person.Consent
	Source    string
	ByPerson  uuid.UUID
	MeetingID uuid.UUID
	MessageID uuid.UUID
	Words     string
	At        time.Time
}

// SetReach notes whether the phone can get texts.
type SetReach struct {
	PhoneID int64
	Bad     bool
	Code    int
	At      time.Time
}

// SetPause notes until when a phone wants no texts; the zero time ends that.
type SetPause struct {
	PhoneID int64
	Until   time.Time
}

// SetTextHours notes between which minutes of a day alone a phone wants texts; two zeros end that.
type SetTextHours struct {
	PhoneID  int64
	From, To int
}

// PhoneSeen moves the phone's own clock and counters; every step writes one.
type PhoneSeen struct {
	PhoneID      int64
	LastAt       time.Time
	AutoAnswered time.Time // zero: unchanged
	FloodMinute  time.Time
	FloodCount   int
	UnaskedOn    string // local date; this and the counts are written as they stand: Decide fills in what it keeps
	UnaskedCount int
	InboundAt    time.Time // zero: nothing came in
	Heard        int64     // what came in, as a number
	HeardAgain   int       // how often in a row
	Said         int64     // what it was answered, as a number
	IdleSince    time.Time
	IdleCount    int // answers since then that moved nothing
}

// Converse writes the phone's one open question; Kind "" closes it and keeps the newest list.
type Converse struct {
	PhoneID   int64
	Kind      string
	SubjectID uuid.UUID
	PersonID  uuid.UUID
	Question  string
	AskedAt   time.Time
	LastInAt  time.Time
	Tries     int
	Data      []byte // JSON, ≤ 4 kB
	List      []byte // JSON: what the letters of the newest list mean
	Relay     []byte // JSON: whose words were last relayed, and when
	Slip      []byte // JSON: how things stood before the last text, to be taken back
}

// OpenAsk puts a conversation into the phone's queue.
type OpenAsk struct {
	ID        uuid.UUID
	PhoneID   int64
	Kind      string
	SubjectID uuid.UUID
	Rank      int
	Cause     uuid.UUID
	At        time.Time
}

// CloseAsk takes one out of the queue.
type CloseAsk struct {
	PhoneID   int64
	Kind      string
	SubjectID uuid.UUID
	Why       string
	At        time.Time
}

// SavePerson inserts (Version 0) or updates a person; the phone's row is made when missing, its consent is not touched.
type SavePerson struct {
	Person person.Person
	At     time.Time
}

// SetLanguage changes one person's language.
type SetLanguage struct {
	PersonID uuid.UUID
	Language lang.Tag
}

// SaveMeeting inserts (Version 0) or updates a meeting, guarded by its version. What the contact was told of it is MeetingTold's.
type SaveMeeting struct {
	Meeting meeting.Meeting
	At      time.Time
}

// MeetingTold notes that the contact was told of a meeting as it stands, and counts it; it needs no version, for it decides nothing. At
// zero: whoever was told is somebody else, and the count begins anew.
type MeetingTold struct {
	ID uuid.UUID
	At time.Time
}

// Introduced notes that a phone has had the first text of an organizer, if any, and when it last had the opt-out line.
type Introduced struct {
	PhoneID     int64
	OrganizerID uuid.UUID
	StopLine    bool
	At          time.Time
}

// WrongNumber takes a phone from a person whose it is not; no text goes there for that name any more, whoever types it again.
type WrongNumber struct {
	PhoneID  int64
	PersonID uuid.UUID
	Name     string // lower case
	At       time.Time
}

// AddNote keeps a private note of an organizer: on a meeting, on a person, or an idea whom to invite.
type AddNote struct {
	ID        uuid.UUID
	AuthorID  uuid.UUID
	MeetingID uuid.UUID
	PersonID  uuid.UUID
	Kind      NoteKind
	Words     string
	At        time.Time
}

// DropNote takes a note away that its author has just kept.
type DropNote struct {
	ID       uuid.UUID
	AuthorID uuid.UUID
}

// SetLocked locks a lost or left phone, or unlocks it.
type SetLocked struct {
	PhoneID int64
	Locked  bool
}

// SetTips notes how many coaching tips an organizer has had.
type SetTips struct {
	PersonID uuid.UUID
	Tips     int
}

// SaveReport inserts (Version 0) or updates a report, guarded by its version.
type SaveReport struct {
	ID          uuid.UUID
	OrganizerID uuid.UUID
	ContactID   uuid.UUID
	MeetingID   uuid.UUID
	Status      ReportStatus
	Question    string // where the form stands
	FormVersion int
	FiledAt     time.Time
	NeedsReview bool
	DebriefWith uuid.UUID
	DebriefOn   string
	DebriefID   uuid.UUID
	Version     int
	At          time.Time
}

// SaveAnswer writes one field of a report; the words are kept as they came beside what was understood.
type SaveAnswer struct {
	ReportID    uuid.UUID
	Field       string
	State       string
	Words       string
	Value       string // what was understood: a date, an E.164 number, a name; "" when only the words are known
	Sources     []uuid.UUID
	NeedsReview bool
	At          time.Time
}

// ClearAnswers drops every answer of a draft: START OVER. The texts themselves stay in the thread.
type ClearAnswers struct{ ReportID uuid.UUID }

// AddPromise makes a dated item with an owner.
type AddPromise struct {
	ID       uuid.UUID
	ReportID uuid.UUID
	OwnerID  uuid.UUID
	ToID     uuid.UUID
	Kind     PromiseKind
	What     string
	DueOn    string
	EventID  uuid.UUID // the event that it is a word for
	At       time.Time
}

// Attention puts something on Today for a person to look at.
type Attention struct {
	ID        uuid.UUID
	Kind      matter.Kind
	Subject   Subject
	PhoneID   int64
	MessageID uuid.UUID
	Note      string // plain words, shown to staff
	At        time.Time
}

// CloseAttention takes something off Today because it has been done: what is about a subject, or with PhoneID whatever of its kind is about
// that phone.
type CloseAttention struct {
	Kind    matter.Kind
	Subject Subject
	PhoneID int64
	At      time.Time
}

// Timeline appends one line to a subject's history.
type Timeline struct {
	ID        uuid.UUID
	Subject   Subject
	ActorKind Actor
	ActorID   uuid.UUID
	What      Fact
	MessageID uuid.UUID
	Note      string
	At        time.Time
}

// Said is what the one who acted on the page is told; nothing is stored of it. Refused says that nothing was done.
type Said struct {
	Words   string
	Refused bool
}
