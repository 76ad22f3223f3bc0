package change

import (
	"crypto/sha256"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/thanks"
)

// The subjects of what comes after a one-on-one; lists letter them.
const (
	PromiseSubject SubjectKind = "promise"
	DebriefSubject SubjectKind = "debrief"
	ThanksSubject  SubjectKind = "thanks"
)

// SaveThanks inserts (Version 0) or updates the thank-you that a one-on-one owes: one row a meeting.
type SaveThanks thanks.Thanks

// ClosePromise closes an item with how it ended; one that is closed already stays as it is.
type ClosePromise struct {
	ID  uuid.UUID
	As  Outcome
	How string // a staff member's words for it, if any
	At  time.Time
}

// ReopenPromise opens an item again that was closed at that time, with what was planned about it.
type ReopenPromise struct {
	ID       uuid.UUID
	ClosedAt time.Time
	At       time.Time
}

// ReopenDebriefs opens an organizer's debriefs again that were closed at that time, with the reports that they covered.
type ReopenDebriefs struct {
	OrganizerID uuid.UUID
	ClosedAt    time.Time
}

// JudgePromise says whether a commitment to come was kept, also when something else was said of it before; as Open it is open again. One
// that was closed for another reason stays as it is.
type JudgePromise struct {
	ID uuid.UUID
	As Outcome // Kept, Broken or Open
	At time.Time
}

// AmendPromise gives an open item another day, and other words where What is not empty; one that is closed stays as it is.
type AmendPromise struct {
	ID    uuid.UUID
	What  string
	DueOn string
}

// SaveDebrief inserts (Version 0) or updates a debrief: one an organizer and day.
type SaveDebrief struct {
	ID          uuid.UUID
	OrganizerID uuid.UUID
	StaffID     uuid.UUID
	On          string
	ClosedAt    time.Time
	ClosedBy    uuid.UUID
	Note        string
	At          time.Time
	Version     int
}

// CloseReports notes that a debrief has covered its reports, and their one-on-ones with them.
type CloseReports struct {
	DebriefID uuid.UUID
	At        time.Time
}

// SaveEvent inserts (Version 0) or updates an event, guarded by its version.
type SaveEvent struct{ Event event.Event }

// SaveRSVP inserts or updates what somebody said about an event; what is empty of it stays as it was.
type SaveRSVP struct {
	RSVP event.RSVP
	At   time.Time
}

// TokenWeb is the kind of a link to one report's page.
const TokenWeb = "web"

// TokenHash is what is kept of a link.
func TokenHash(token string) []byte {
	h := sha256.Sum256([]byte(token))
	return h[:]
}

// SaveToken keeps a link's hash: who reads the table cannot open it.
type SaveToken struct {
	Hash    []byte // SHA-256 of what the link holds
	Kind    string
	Subject uuid.UUID
	At      time.Time
	Expires time.Time
}

func (SaveToken) change()      {}
func (SaveThanks) change()     {}
func (ClosePromise) change()   {}
func (ReopenPromise) change()  {}
func (ReopenDebriefs) change() {}
func (JudgePromise) change()   {}
func (AmendPromise) change()   {}
func (SaveDebrief) change()    {}
func (CloseReports) change()   {}
func (SaveEvent) change()      {}
func (SaveRSVP) change()       {}
