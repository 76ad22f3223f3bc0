// Package app is what happens when: the use cases, one a file, and the ports they need. It owns the transactions and decides nothing
// that core can decide. It reads time only through Clock.
package app

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// Clock tells the people's time: real in the service, movable in the demo. Leases and deadlines never come from it.
type Clock interface{ Now() time.Time }

// IDs makes UUIDv7 (RFC 9562): unique, and ordered by the machine's time.
type IDs interface{ New() uuid.UUID }

// Meter counts what happens, for /metrics. Labels are constants: no number, name or word of anybody.
type Meter interface {
	Count(name, label string)
	Observe(name string, d time.Duration)
}

// Queue wakes a worker for phones that have texts to send. Best effort: what is lost, the tick finds. Nudge reports whether the queue took
// it.
type Queue interface {
	Nudge(ctx context.Context, phones []int64) bool
}

// Errors of the store that use cases act on.
var (
	// ErrConflict says that somebody else changed what was decided upon: read again, decide again.
	ErrConflict = errors.New("changed by somebody else meanwhile")
	// ErrLocked says that somebody else holds a row for longer than a batch may wait: alone, it may be waited for.
	ErrLocked = errors.New("held by somebody else")
	// ErrDuplicate says that this MessageSid was stored before.
	ErrDuplicate = errors.New("stored before")
	// ErrRefused says that the store will never take this as it is: trying again cannot help.
	ErrRefused = errors.New("refused by the store")
	// ErrNotFound says that there is no such row.
	ErrNotFound = errors.New("not found")
)

// Store is everything that is kept. It is implemented once, on PostgreSQL, and tested there.
type Store interface {
	// InTx runs fn in one transaction and commits when it returns nil. Conflicts come back as ErrConflict, duplicates as ErrDuplicate.
	InTx(ctx context.Context, fn func(Tx) error) error
	Outbox
	Schedule
	Books
	Imports
	Office
	Duties
	Readings
	Newsroom
}

// Tx is one step's view of the store. Everything takes and returns aligned slices; there is no query in a loop.
type Tx interface {
	// Lock locks the phones in id order, making rows that are missing, and returns what comes along with the lock: phone, people,
	// conversation, settings.
	Lock(ctx context.Context, phones []sms.Phone) ([]world.World, error)
	// Seen reports which MessageSids are stored. Exact under the lock: one SID has one sender.
	Seen(ctx context.Context, sids []string) (map[string]bool, error)
	// StillDue returns the versions of those planned rows that still wait: another worker may have been first.
	StillDue(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID]int, error)
	// Load reads, after Lock, what the needs ask for into the worlds.
	Load(ctx context.Context, needs []world.Need, worlds []world.World) error
	// Leave has Save write texts as claimed, and returns them: whoever committed calls the provider. A text stays to be queued whose phone
	// Lock did not take, whose lane was not free then, or that a stop holds up.
	Leave(now time.Time, texts []change.Text) []Outgoing
	// Save applies the changes, one statement a kind.
	Save(ctx context.Context, sets []change.Set) error
}

// Schedule is what is due.
type Schedule interface {
	// Due returns planned rows whose time has come, oldest first, at most one a phone.
	Due(ctx context.Context, now time.Time, limit int) ([]DueRow, error)
	// NextDue returns when the next thing happens by itself, false if nothing is waiting.
	NextDue(ctx context.Context) (time.Time, string, bool, error)
	// AtRest says what is still to be done now, "" when nothing is, and a number that moves whenever anything changes.
	AtRest(ctx context.Context, now time.Time) (left string, mark int64, err error)
	// CauseAtRest is AtRest for what one inbound text caused.
	CauseAtRest(ctx context.Context, now time.Time, cause uuid.UUID) (left string, err error)
	// InboundMessage returns the row of an inbound text by its MessageSid, ErrNotFound when it was not stored.
	InboundMessage(ctx context.Context, sid string) (uuid.UUID, error)
	// SilenceEnds returns when the wait for more of an answer ends that a text began, false if it began none.
	SilenceEnds(ctx context.Context, cause uuid.UUID) (time.Time, bool, error)
}

// DueRow is one planned row that is due, with the phone it is for.
type DueRow struct {
	Phone sms.Phone
	Plan  world.Planned
}

// Outbox is the sending side of the store: claims, outcomes, sweeps.
type Outbox interface {
	// Claim takes the heads of free lanes of the given phones, at most n, answers first; each is committed as sending when it returns.
	// It withholds what may no longer leave.
	Claim(ctx context.Context, now time.Time, phones []int64, n int) ([]Outgoing, error)
	// Settle writes how attempts ended and returns the phones whose next text may be claimed. What was sent again on silence is looked up
	// once more after recheck.
	Settle(ctx context.Context, now time.Time, outs []Outcome, recheck time.Duration) (freed []int64, err error)
	// Stopped returns the stop that holds sending up, if one does.
	Stopped(ctx context.Context) (OpenStop, bool, error)
	// OpenStop begins a stop; one that holds already stays.
	OpenStop(ctx context.Context, now time.Time, s Stop) error
	// ClaimProbe takes one text under a stop whose time has come, and sets when the next may be taken.
	ClaimProbe(ctx context.Context, now, again time.Time) ([]Outgoing, error)
	// EndIfDelivered ends a stop of texts that are taken and fail afterwards when the last probe arrived; ended is true when none holds.
	EndIfDelivered(ctx context.Context, now time.Time, id uuid.UUID) (ended bool, err error)
	// DropStale withholds queued texts that make no sense any more, and returns how many.
	DropStale(ctx context.Context, now time.Time) (int64, error)
	// Again makes new texts of those that are due to go once more, and returns their phones.
	Again(ctx context.Context, now time.Time) ([]int64, error)
	// FailedTexts returns the open rows of failed texts, or one of them.
	FailedTexts(ctx context.Context, need uuid.UUID) ([]FailedText, error)
	// SendAgain lets texts go once more and closes their rows; it returns how many.
	SendAgain(ctx context.Context, now, until time.Time, ids []uuid.UUID, by uuid.UUID) (int, error)
	// LeaseOver turns texts that were claimed longer ago than lease, and are not among mine, from sending to unknown.
	LeaseOver(ctx context.Context, lease time.Duration, mine []uuid.UUID) (int, error)
	// GiveUp turns these attempts, which this process can no longer follow, to unknown.
	GiveUp(ctx context.Context, ids []uuid.UUID) error
	// Unknowns returns the texts whose outcome is unclear, and the unsettled ones of the last day.
	Unknowns(ctx context.Context, limit int) ([]Unknown, error)
	// KnownSIDs returns which of the provider's SIDs stand on rows of ours.
	KnownSIDs(ctx context.Context, sids []string) (map[string]bool, error)
	// Verdict settles an unknown by what the provider's books say.
	Verdict(ctx context.Context, now time.Time, v Judgement) (freed bool, err error)
	// Rechecks returns texts that were sent again on silence and are due to be looked up once more; Age is since their first claim.
	Rechecks(ctx context.Context, limit int) ([]Unknown, error)
	// Rechecked notes what the look showed.
	Rechecked(ctx context.Context, now time.Time, u Unknown, doubled []string) error
	// Forgotten returns phones that have a text to send now and no text in flight.
	Forgotten(ctx context.Context, now time.Time, limit int) ([]int64, error)
	// Callback stores a status callback and moves the text's status forward.
	Callback(ctx context.Context, now time.Time, cb sms.Callback, f Fate) (CallbackResult, error)
	// MoveOn stores callbacks that only say how far a text is, in one go, and reports which: the others are Callback's, whatever of them was
	// stored already.
	MoveOn(ctx context.Context, now time.Time, list []sms.Callback) ([]bool, error)
}

// Unknown is a text whose outcome is unclear.
type Unknown struct {
	ID         uuid.UUID
	PhoneID    int64
	To         sms.Phone
	Body       sms.Body
	Attempt    int
	Age        time.Duration // since the claim, on the database's clock
	UnknownFor time.Duration
	Reply      bool // answers somebody who waits
	Requeued   bool
	Unsettled  bool
	Twins      int // older unsettled rows to this phone with the same words
}

// JudgementKind is how an unknown is settled.
type JudgementKind uint8

// The judgements.
const (
	JudgedSent JudgementKind = iota + 1
	JudgedNotSent
	JudgedUnsettled
)

// Judgement settles one unknown.
type Judgement struct {
	Unknown Unknown
	Kind    JudgementKind
	SID     string
	Status  sms.Status
	Code    int
	Reason  string
	Doubled []string // further SIDs that can only be this text
}

// Fate is what becomes of a text that a callback says failed.
type Fate struct {
	Again time.Time // it goes once more then, if it still makes sense; zero: never
	Once  bool      // not when it is a repeat itself
	Why   string
	Soft  bool  // counts against the phone: three weeks with such texts make it unreachable
	Quiet bool  // no row on Today: the phone's own row says it, or it is no failure
	Hear  bool  // other tools hear of it all the same
	Stop  *Stop // it speaks of every text

	Country string // it speaks of every text to this country
}

// CallbackResult says what a callback did.
type CallbackResult struct {
	Unreached bool // too many weeks without a text that arrived
	Orphan    bool
	Bound     bool // it told us the SID of a text whose outcome was unknown
	PhoneID   int64
	Doubled   bool
	Moved     bool
	Message   uuid.UUID
}

// Books is what commands read and write besides conversations.
type Books interface {
	Ping(ctx context.Context) error
	Settings(ctx context.Context) (map[string]string, error)
	// SetSetting writes one setting; onlyNew leaves one that is there as it is.
	SetSetting(ctx context.Context, key, value string, onlyNew bool) error
	// SetSettings writes several at once: nobody reads some of them without the others.
	SetSettings(ctx context.Context, values map[string]string) error
	// TimedPlans returns what is planned by these rules for after now, by its id from after on, at most n rows.
	TimedPlans(ctx context.Context, rules []string, now time.Time, after uuid.UUID, n int) ([]TimedPlan, error)
	// RetimePlans gives planned rows other moments and returns how many it was: one that has moved on stays.
	RetimePlans(ctx context.Context, plans []RetimedPlan) (int, error)
	// KeepOdd stores an inbound text whose sender is no phone: short codes, alphanumeric senders, other channels.
	KeepOdd(ctx context.Context, now time.Time, in sms.Inbound, id uuid.UUID, attention uuid.UUID) (fresh bool, err error)
	FindPeople(ctx context.Context, phone sms.Phone) ([]PersonRow, error)
	People(ctx context.Context) ([]PersonRow, error)
	// DropOverdue gives up the planned texts that were due before a time.
	DropOverdue(ctx context.Context, before time.Time, reason string) (int, error)
	ComingTexts(ctx context.Context, from, to time.Time) ([]ComingText, error)
	MessageKinds(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID]KindStatus, error)
	// PhoneOf returns whom a text went to.
	PhoneOf(ctx context.Context, message uuid.UUID) (sms.Phone, error)
	Export(ctx context.Context, what string, row func([]string) error) error
	// ReportByToken returns the draft that a link's hash is for, ErrNotFound when the link is unknown, revoked or too old.
	ReportByToken(ctx context.Context, hash []byte, kind string, now time.Time) (ReportForm, error)
	// Events returns the events that begin after a time, soonest first.
	Events(ctx context.Context, after time.Time) ([]EventRow, error)
}

// ComingText is a planned text that the next hour would send.
type ComingText struct {
	DueAt time.Time
	Rule  string
	Name  string
}

// KindStatus is what the simulator shows of a text beside what the provider knows.
type KindStatus struct {
	Kind   string
	Status sms.Status
}

// PersonRow is a person as lists show them.
type PersonRow struct {
	person.Person
	CreatedAt time.Time
}

// Deps is what the use cases share.
type Deps struct {
	Store    Store
	Provider Provider
	Clock    Clock
	IDs      IDs
	Queue    Queue
	Meter    Meter
	Log      *slog.Logger
	Number   sms.Phone // the service's own number
	Times    Times
	// Witness, when set, is shown every decision before it is made; the tests keep what it sees.
	Witness func(world.World, world.Input, time.Time)
	// Classify says what the provider's codes ask for; httpStatus 0 is a callback.
	Classify func(code, httpStatus int) ErrorClass
	// Refusals is shared by all that hear of refusals, so that the log says each kind once; nil: as often as it happens.
	Refusals *Refusals
}

// Times are the real-time limits of sending: one struct, wired in cmd, so that they can be read side by side.
type Times struct {
	BeginWithin  time.Duration // a claimed text is given back when writing did not begin by then
	Call         time.Duration // the whole call to the provider
	Lease        time.Duration // after it somebody else may call a text's outcome unknown
	Verdict      time.Duration // no 'not sent' before the claim is this old
	ReplyVerdict time.Duration // a reply may be sent again when both channels are silent for so long
	UnaskedAfter time.Duration // an unasked text waits longer
	Unsettled    time.Duration // after being unknown for so long the lane is freed and staff see it
	ListGap      time.Duration // between two complete listings
	ListExact    bool          // the provider's list is never behind (the demo's)
	Missed       time.Duration // an inbound text that is in the list and not with us counts as missed when it is so old
	Recheck      time.Duration // after a text was sent again on silence: the list is read once more
}

// DefaultTimes are the limits that engine.md derives for the real Twilio, which may hold a request for 26 seconds.
func DefaultTimes() Times {
	return Times{
		BeginWithin: 5 * time.Second, Call: 30 * time.Second, Lease: 40 * time.Second, Verdict: 45 * time.Second, ReplyVerdict: 2 * time.Minute,
		UnaskedAfter: 15 * time.Minute, Unsettled: 150 * time.Second, ListGap: 5 * time.Second, Recheck: 3 * time.Minute, Missed: time.Minute,
	}
}
