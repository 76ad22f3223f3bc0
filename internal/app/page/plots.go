package page

import (
	"context"
	"time"

	"github.com/google/uuid"
)

// Plots is what the numbers read.
type Plots interface {
	// Weeks counts what became of one-on-ones that began between the bounds, in order; each two are a week. Only what is over counts.
	Weeks(ctx context.Context, f WeekFilter) ([]Week, error)
	// WeeksOf counts the same for each organizer.
	WeeksOf(ctx context.Context, f WeekFilter) ([]OrganizerWeeks, error)
	// TextWeeks counts the texts that left in each week, those that failed, and who opted out.
	TextWeeks(ctx context.Context, f WeekFilter) ([]TextWeek, error)
}

// WeekFilter is which weeks are counted, and whose.
type WeekFilter struct {
	Bounds    []time.Time
	Now       time.Time
	Today     string
	Organizer uuid.UUID // uuid.Nil: everybody's
}

// Week counts the one-on-ones of a week whose time is over. Each stands in one of Held, NoShow, Off and Unheard; what is owed of those that
// were held, or of which nobody has told, is owed until somebody says otherwise: silence flatters nobody.
type Week struct {
	Held    int // with those that were told of afterwards
	NoShow  int
	Off     int // called off, declined, or never settled
	Unheard int // over, and nobody has said how it went

	Confirmed, ConfirmedHeld int // of those planned ahead and not off: the contact had said yes
	Silent, SilentHeld       int // and had not

	Owed   int    // reports whose 24 hours are over, or that are there
	InTime int    // of these, within 24 hours
	Lag    [8]int // of these: within 2, 8, 24 hours, 2, 3, 7 days of the end, each from where the one before ends; later; not there

	Thanks   int // thank-yous whose 24 hours are over, or that went
	ThanksOK int // of these, in time

	Kept, Broken, Open int // commitments that are closed, or whose day is past
}

// Due are the commitments whose time has come.
func (w Week) Due() int { return w.Kept + w.Broken + w.Open }

// Missing are the reports that are not there a day after the end.
func (w Week) Missing() int { return w.Lag[len(w.Lag)-1] }

// Over are the one-on-ones that should have taken place.
func (w Week) Over() int { return w.Held + w.NoShow + w.Unheard }

// Add sums two weeks.
func (w Week) Add(o Week) Week {
	for i := range w.Lag {
		w.Lag[i] += o.Lag[i]
	}
	return Week{
		Held: w.Held + o.Held, NoShow: w.NoShow + o.NoShow, Off: w.Off + o.Off, Unheard: w.Unheard + o.Unheard,
		Confirmed: w.Confirmed + o.Confirmed, ConfirmedHeld: w.ConfirmedHeld + o.ConfirmedHeld, Silent: w.Silent + o.Silent,
		SilentHeld: w.SilentHeld + o.SilentHeld,
		Owed:       w.Owed + o.Owed, InTime: w.InTime + o.InTime, Lag: w.Lag, Thanks: w.Thanks + o.Thanks, ThanksOK: w.ThanksOK + o.ThanksOK,
		Kept: w.Kept + o.Kept, Broken: w.Broken + o.Broken, Open: w.Open + o.Open,
	}
}

// OrganizerWeeks is one organizer's, week by week.
type OrganizerWeeks struct {
	ID   uuid.UUID
	Name string
	Goal int // one-on-ones a week, 0 is none
	Week []Week
}

// TextWeek counts the texts of a week.
type TextWeek struct{ Sent, Failed, OptOuts int }
