package page

import (
	"context"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/sms"
)

// Meetings is what the pages of one-on-ones read.
type Meetings interface {
	MeetingList(ctx context.Context, f MeetingFilter) ([]MeetingRow, error)
	Meeting(ctx context.Context, id uuid.UUID) (MeetingDetail, error)
	// Trail returns every wait that was planned about a subject: what will be sent and why, what was not and why.
	Trail(ctx context.Context, subjectKind string, id uuid.UUID) ([]Wait, error)
	// WaitOf returns one planned text and whose phone it is for.
	WaitOf(ctx context.Context, id uuid.UUID) (Wait, error)
	// Timeline returns a subject's history, oldest first.
	Timeline(ctx context.Context, subjects []Subject, n int) ([]Line, error)
	Notes(ctx context.Context, meeting uuid.UUID) ([]Note, error)
	// Names returns organizers, for filters.
	Organizers(ctx context.Context) ([]Person, error)
}

// Subject names one thing that has a history.
type Subject struct {
	Kind string
	ID   uuid.UUID
}

// MeetingFilter is what the list of one-on-ones is asked for.
type MeetingFilter struct {
	From, To  time.Time // of the start; zero: open
	Statuses  []string  // none: all
	Organizer uuid.UUID
	Find      string // the beginning of a name or last name, or the end of a number
	Backward  bool   // newest first
	AfterAt   time.Time
	AfterID   uuid.UUID // the last row of the page before
	N         int
	Sort
}

// MeetingRow is one one-on-one in a list.
type MeetingRow struct {
	ID          uuid.UUID
	StartsAt    time.Time // zero: an unplanned one without a clock time
	MetOn       string
	Zone        string
	Minutes     int
	Place       string
	Status      string
	Private     bool
	Organizer   Person
	Contact     Person
	ToldAt      time.Time
	ConfirmedAt time.Time
	ReportID    uuid.UUID
	Filed       bool
	ListedAt    time.Time // what the list is ordered by
}

// MeetingDetail is one with all that belongs to it.
type MeetingDetail struct {
	MeetingRow
	Outcome    string
	ProposedAt time.Time
	ProposedBy string
	Thanks     Thanks
	Debrief    Debrief
}

// Thanks is the thank-you of a one-on-one; State "" is none yet.
type Thanks struct {
	State, Draft, Reason string
	DueBy, SentAt        time.Time
}

// Debrief is the conversation of staff with an organizer that covers a report; a zero ID is none.
type Debrief struct {
	ID             uuid.UUID
	Staff          string
	On             string
	ClosedAt       time.Time
	OrganizerPhone sms.Phone
}

// Wait is one planned text, or what became of it.
type Wait struct {
	ID      uuid.UUID
	Rule    string
	Who     string
	Phone   sms.Phone
	DueAt   time.Time
	State   string // planned, made, folded, dropped, superseded
	Reason  string
	Message uuid.UUID
	Status  sms.Status // of the text that was made
	Why     string     // why that text was not sent
	To      Person
	Works   bool // To is of the organization's side

	ErrorCode  int       // the carrier's, of the text that was made
	ValidUntil time.Time // when it no longer makes sense
}

// Line is one line of a history.
type Line struct {
	At        time.Time
	ActorKind string
	Actor     string
	What      string
	Note      string
	Words     string // of the text that caused it
}

// Note is a private note: an organizer's, or of staff; Call when it is of a call that was made.
type Note struct {
	By    string
	Call  bool
	Words string
	At    time.Time
}

// Reports is what the pages of reports read.
type Reports interface {
	ReportList(ctx context.Context, f ReportFilter) ([]ReportRow, error)
	// ReportWords returns the answers of reports.
	ReportWords(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID][]Answer, error)
	Report(ctx context.Context, id uuid.UUID) (ReportDetail, error)
}

// ReportFilter is what the list of reports is asked for.
type ReportFilter struct {
	Status      string // draft, filed; "" is both
	Review      bool   // only those with an answer that a person should look at
	Undebriefed bool   // only those that are not debriefed
	Organizer   uuid.UUID
	Find        string
	From, To    time.Time // of the last change
	Forward     bool      // oldest first
	AfterAt     time.Time
	AfterID     uuid.UUID
	N           int
	Sort
}

// ReportRow is one report in a list.
type ReportRow struct {
	ID          uuid.UUID
	MeetingID   uuid.UUID
	Organizer   Person
	Contact     Person
	Status      string
	MetOn       string
	StartedAt   time.Time
	ChangedAt   time.Time
	FiledAt     time.Time
	DebriefedAt time.Time
	NeedsReview bool
	Loose       bool // its contact is no record yet
}

// ReportDetail is one with its answers.
type ReportDetail struct {
	ReportRow
	Version     int
	DebriefWith string
	DebriefOn   string
	Debrief     Debrief
	Answers     []Answer
	Promises    []Promise
}

// Answer is one field of a report.
type Answer struct {
	Field       string
	State       string
	Words       string
	Value       string
	NeedsReview bool
}

// Messages is what the pages of texts read.
type Messages interface {
	MessageList(ctx context.Context, f MessageFilter) ([]Message, error)
	// Thread returns the texts of one phone, newest first, before a number (0: the newest).
	Thread(ctx context.Context, phoneID, before int64, n int) ([]Message, error)
	// PhoneOwners returns a phone, as somebody without a name, and the people who have it.
	PhoneOwners(ctx context.Context, phoneID int64) (Person, []Person, error)
}

// MessageFilter is what the list of texts is asked for.
type MessageFilter struct {
	Direction string // in, out; "" is both
	Find      string // the beginning of a name, or the end of a number
	Words     string // or that hold these words; "" looks at names and numbers alone
	From, To  time.Time
	AfterAt   time.Time
	AfterID   uuid.UUID
	N         int
}

// Message is one text.
type Message struct {
	ID        uuid.UUID
	Seq       int64
	In        bool
	At        time.Time
	Kind      string
	Body      string
	Who       string
	PhoneID   int64
	Phone     sms.Phone
	Sender    string
	Status    sms.Status
	ErrorCode int
	Reason    string
	RetryAt   time.Time
}
