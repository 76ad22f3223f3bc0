package app

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/talk"
)

// Handing is one organizer's work going to another.
type Handing struct {
	From, To uuid.UUID
	// Only are the contacts whose work goes; nil is everybody's. The zero id among them stands for what has no contact.
	Only []uuid.UUID
	// Past says that what has begun goes too: else it stays with who sat there.
	Past     bool
	Line, By uuid.UUID
	// Whose doing it is, whose work it was and whose it is, as the two organizers read it.
	ByName, OfName, ToName string
	At                     time.Time
	// Told is what the two organizers hear of it on their phones: written with it, or not at all.
	Told func(fromPhone, toPhone int64, n Handed) []change.Change
}

// Handed is how much went over.
type Handed struct{ Contacts, Meetings, Reports, Promises int64 }

// HandingBack is a hand-over that is taken back.
type HandingBack struct {
	ID, Line, By uuid.UUID
	ByName       string
	At           time.Time
	// Told is what the two hear of it: who has it again, who has it no longer, and who of them had not heard of the hand-over yet.
	Told func(has, had uuid.UUID, hasPhone, hadPhone int64, untold []uuid.UUID) []change.Change
}

// Handover is one that can be taken back.
type Handover struct {
	ID     uuid.UUID
	To, By string
	At     time.Time
}

// HandUndo is how long a hand-over can be taken back.
const HandUndo = time.Hour

// Errors of handing over.
var (
	// ErrHanding says that work cannot go to this person.
	ErrHanding = errors.New("work cannot be handed to this person")
	// ErrNoHandBack says that a hand-over cannot be taken back any more.
	ErrNoHandBack = errors.New("this hand-over cannot be taken back any more")
)

// HandOver gives an organizer's contacts, one-on-ones to come and promises to another, with the texts that are planned about them; what
// has begun stays with who sat there. Each of the two gets one text that says so.
func HandOver(ctx context.Context, d Deps, h Handing) (Handed, uuid.UUID, error) {
	if h.From == h.To || h.To == uuid.Nil {
		return Handed{}, uuid.Nil, ErrHanding
	}
	h.Line, h.At = d.IDs.New(), d.Clock.Now()
	h.Told = func(from, to int64, n Handed) []change.Change {
		return talk.HandedOver(talk.Handing{
			ID: h.Line, From: talk.Hand{ID: h.From, PhoneID: from, Name: h.OfName}, To: talk.Hand{ID: h.To, PhoneID: to, Name: h.ToName},
			By: h.ByName, Contacts: n.Contacts, Meetings: n.Meetings, Reports: n.Reports, Promises: n.Promises,
		}, h.At, d.IDs)
	}
	done, err := d.Store.HandOver(ctx, h)
	if err != nil {
		return Handed{}, uuid.Nil, fmt.Errorf("hand over: %w", err)
	}
	return done, h.Line, nil
}

// HandBack takes a hand-over back within the hour: what went is again whose it was, unless it has moved on since. Who had heard of it hears
// that too.
func HandBack(ctx context.Context, d Deps, h HandingBack, name func(uuid.UUID) string) (Handed, error) {
	h.Line, h.At = d.IDs.New(), d.Clock.Now()
	h.Told = func(has, had uuid.UUID, hasPhone, hadPhone int64, untold []uuid.UUID) []change.Change {
		return talk.HandedBack(talk.Handing{
			ID: h.Line, From: talk.Hand{ID: has, PhoneID: hasPhone, Name: name(has)}, To: talk.Hand{ID: had, PhoneID: hadPhone, Name: name(had)},
			By: h.ByName,
		}, untold, h.At, d.IDs)
	}
	done, err := d.Store.HandBack(ctx, h)
	if err != nil {
		return Handed{}, fmt.Errorf("take a hand-over back: %w", err)
	}
	return done, nil
}
