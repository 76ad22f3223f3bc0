package page

import (
	"context"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/fold"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
)

// People is what the pages of contacts, organizers and staff read.
type People interface {
	ContactList(ctx context.Context, f ContactFilter) ([]ContactRow, error)
	// Person returns somebody with all that is kept of them; app.ErrNotFound when erased.
	Person(ctx context.Context, id uuid.UUID) (PersonDetail, error)
	// Consents returns what was said about texts to a phone, and to whatever phone somebody had before, newest first.
	Consents(ctx context.Context, phoneID int64, who uuid.UUID, n int) ([]ConsentLine, error)
	// MeetingsOf returns a person's one-on-ones on either side, newest first.
	MeetingsOf(ctx context.Context, person uuid.UUID, n int) ([]MeetingRow, error)
	// NotesOn returns private notes on somebody, newest first.
	NotesOn(ctx context.Context, person uuid.UUID, n int) ([]Note, error)
	// Busy returns organizers with what they have in hand.
	Busy(ctx context.Context, now time.Time, n int) ([]OrganizerRow, error)
	// LooksAfter returns what an organizer looks after, by contact and name; last what has no contact.
	LooksAfter(ctx context.Context, organizer uuid.UUID, now time.Time) ([]LookedAfter, error)
	// Heard reports whether a text has ever come in through the webhook.
	Heard(ctx context.Context) (bool, error)
	// Team returns everybody who is more than a contact.
	Team(ctx context.Context, n int) ([]TeamRow, error)
}

// LookedAfter is what an organizer looks after of one contact; of the zero id: what has none.
type LookedAfter struct {
	ID       uuid.UUID
	Name     string
	Phone    sms.Phone
	Theirs   bool // on their list, not only in their one-on-ones or promises
	Coming   int  // one-on-ones
	Next     time.Time
	Past     int // one-on-ones that have begun and are not reported, and drafts
	Promises int
	Events   int // to come, that the contact said they would attend
}

// ContactFilter is what the list of contacts is asked for.
type ContactFilter struct {
	Find      string // the beginning of a name, last name, email or word of a tag, or the end of a number
	Organizer uuid.UUID
	Consent   string // yes, no, doubtful, unknown; "" is all
	Newest    bool   // by when they were added; else by name
	After     uuid.UUID
	In        SearchIn
	N         int
	Down      bool // from the last to the first
	Owned     bool // by their organizer's name, those of nobody last
	Alone     bool // only those of nobody
}

// ContactRow is one contact in a list.
type ContactRow struct {
	Person
	Email     string
	Organizer string
	Tags      []string
	AddedAt   time.Time
}

// PersonDetail is all that is kept of somebody.
type PersonDetail struct {
	Person
	Preferred, Email          string
	Roles                     []person.Role
	AccessNeeds, DietaryNeeds string
	Relationship, Notes       string
	Tags                      []string
	OrganizerID               uuid.UUID
	Organizer                 string
	AddedAt                   time.Time
	Assessment                int    // 1 to 5; 0: nobody has said
	NextStep                  string // with them, as staff wrote it
	Version                   int
}

// ConsentLine is one word about texts to a phone, and where it came from.
type ConsentLine struct {
	Consent person.Consent
	Source  string
	By      string
	Person  string // whom it was said of
	Meeting uuid.UUID
	Words   string
	At      time.Time
}

// OrganizerRow is one organizer with what they have in hand.
type OrganizerRow struct {
	Person
	Coming, Held int // to come; held in the last 60 days
	Missing      int // reports of one-on-ones of the last 60 days that are over, begun or not
	NoShows      int // in the last 60 days
	Contacts     int
	Goal         int // one-on-ones a week, 0 is none
	DebriefedOn  string
	HeardAt      time.Time
}

// TeamRow is somebody who works here.
type TeamRow struct {
	Person
	Roles   []person.Role
	SignsIn bool
}

// Fits reports whether somebody is meant by words that somebody types: in their name, or at the end of their number.
func (r TeamRow) Fits(find string) bool {
	digits := strings.Map(func(c rune) rune {
		if c >= '0' && c <= '9' {
			return c
		}
		return -1
	}, find)
	return strings.Contains(fold.Fold(r.Name), fold.Fold(find)) || len(digits) > 2 && strings.HasSuffix(r.Phone.E164(), digits)
}
