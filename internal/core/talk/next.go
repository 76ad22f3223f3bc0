package talk

import (
	"time"

	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/filing"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/when"
)

// NextOne is the next one-on-one of which a report tells, as a page offers it.
type NextOne struct {
	Words     string
	At        time.Time // zero: its words do not name one time alone
	Place     string
	SamePlace bool // as this time
}

// NextOneOf reads it from what a report says; c is whose words they are, at the moment when they were filed.
func NextOneOf(answers map[report.Name]report.Answer, c when.Context) (NextOne, bool) {
	n, ok := filing.NextOf(answers, c)
	if !ok {
		return NextOne{}, false
	}
	out := NextOne{Words: n.Words, Place: n.Place, SamePlace: n.Same}
	if len(n.Time.Options) == 0 {
		if at, err := time.ParseInLocation(time.DateOnly+" "+moment.Layout, n.Time.Date+" "+n.Time.Clock, c.Zone); err == nil {
			out.At = at
		}
	}
	return out, true
}
