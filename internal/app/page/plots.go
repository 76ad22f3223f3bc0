package page

import (
	"context"
	"time"
)

// Plots is what the plots below Today read.
type Plots interface {
	// Weeks counts what became of one-on-ones that began between these bounds, in order; each two are a week. Nothing after now counts.
	Weeks(ctx context.Context, bounds []time.Time, now time.Time, today string) ([]Week, error)
}

// Week counts the one-on-ones that began in a week.
type Week struct {
	Planned   int // with a time agreed ahead
	Confirmed int // of these
	Met       int // of these
	Held      int // with those that were told of afterwards
	NoShow    int
	Moved     int
	Lag       [5]int // of those that were held: reported within 2 hours, 24 hours, 3 days, later, not yet
	Owed      int    // reports whose 24 hours are over, or that are there
	InTime    int    // of these, within 24 hours
	Thanks    int    // thank-yous whose 24 hours are over, or that went
	ThanksOK  int    // of these, in time
	Due       int    // commitments that are closed, or whose day is past
	Kept      int    // of these
	DueMet    int    // one-on-ones with such a commitment
	KeptMet   int    // of these, with one that was kept
}

// Add sums two weeks.
func (w Week) Add(o Week) Week {
	for i := range w.Lag {
		w.Lag[i] += o.Lag[i]
	}
	return Week{
		Planned: w.Planned + o.Planned, Confirmed: w.Confirmed + o.Confirmed, Met: w.Met + o.Met, Held: w.Held + o.Held, NoShow: w.NoShow + o.NoShow, Moved: w.Moved + o.Moved, Lag: w.Lag,
		Owed: w.Owed + o.Owed, InTime: w.InTime + o.InTime, Thanks: w.Thanks + o.Thanks, ThanksOK: w.ThanksOK + o.ThanksOK, Due: w.Due + o.Due, Kept: w.Kept + o.Kept,
		DueMet: w.DueMet + o.DueMet, KeptMet: w.KeptMet + o.KeptMet,
	}
}
