// Package inbox says how long what needs a person may wait: whoever stands at a door comes before a report that is late. It decides by the
// kind, the age and the words of a row; it changes nothing.
package inbox

import (
	"time"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/understand"
)

// Group is when a row wants to be looked at.
type Group string

// The groups, in the order in which Today shows them.
const (
	Now   Group = "now"   // a person waits for an answer this minute
	Today Group = "today" // a person waits for an answer
	Week  Group = "week"  // somebody should look at it, and nobody stands waiting
	Late  Group = "late"  // a lateness that Today also counts by organizer: a report, a promise, a thank-you
)

// How long a row stays where people wait now; afterwards nobody stands at the door any more, and it still wants an answer.
const (
	nowFor    = 12 * time.Hour // about the hour of a one-on-one
	urgentFor = 48 * time.Hour // in urgent words
)

// WeekKinds are the kinds that can wait for some days.
func WeekKinds() []matter.Kind {
	return []matter.Kind{
		matter.FailedText, matter.OptedOut, matter.ReportReview, matter.EventMade, matter.AttendanceMissing, matter.OddSender,
		matter.Unreachable, matter.DroppedTexts,
	}
}

// LateKinds are the kinds that say that something is late.
func LateKinds() []matter.Kind {
	return []matter.Kind{matter.ReportOverdue, matter.ReportOpen, matter.ThanksMissed, matter.PromiseOverdue}
}

// Row is what the group is decided by.
type Row struct {
	Kind    matter.Kind
	Subject string // the kind of what it is about
	Age     time.Duration
	Words   string // of the text that it is about; "" when that was ours
}

// GroupOf says where a row belongs. A kind that this table does not know waits with the people: it is looked at rather than lost.
func GroupOf(r Row) Group {
	for _, k := range LateKinds() {
		if r.Kind == k {
			return Late
		}
	}
	for _, k := range WeekKinds() {
		if r.Kind == k {
			return Week
		}
	}
	switch {
	case r.Kind == matter.SendingStopped, r.Kind == matter.NeedsAnswer && r.Subject == "meeting" && r.Age < nowFor,
		r.Age < urgentFor && Urgent(r.Words):
		return Now
	}
	return Today
}

// Urgent reports whether words say that somebody cannot wait: danger, a lock, the police, standing at the door. It only moves a row up; a
// word too many costs a look, a word too few costs nothing that was not so before.
func Urgent(words string) bool { return lexicon.CannotWait.In(understand.Padded(words)) }
