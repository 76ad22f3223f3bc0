// Package reminder is the rule table: which unasked texts exist, when they may arrive, how long they make sense, and what is decided
// about one that is due. It is pure; what it plans are rows, and what it decides is written on them with its reason.
package reminder

import (
	"time"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/when"
)

// Rule is one kind of wait. Text "" is a wait that only moves a conversation on.
type Rule struct {
	Name    string
	Text    string // kind of the text that it makes
	Prio    change.Prio
	When    Span          // when in the day an unasked text may arrive, in the recipient's zone
	Makes   time.Duration // how long after its due time it still makes sense; 0: for ever
	Unasked bool          // counts against the daily limit, waits for a conversation's question
	AtOnce  bool          // the other's words, or what came of them: does not wait for a question or for the end of a meeting
	Asks    bool          // opens a question: what it asks is the newest
	Must    bool          // carries somebody's words or answer: when it cannot be sent, it is a row on Today
	Works   bool          // to the organization's side: a meeting that begins within three hours opens its quiet hours

	// What follows is of rules about a one-on-one.
	To   meeting.Party                                // whose phone it is for
	At   func(MeetingFacts, time.Time) (Moment, bool) // when it is due; nil: something that happens plans it
	Fold time.Duration                                // so soon after another text about the same it is folded into that one
	Late string                                       // why it is folded when it was planned after its moment; "": it is due all the same
	// its rows are void when the time or the state of the one-on-one changes; somebody's own words are not
	Dies bool
	Say  lang.Key // what it says, where nothing else has to be read for it
}

// Moment is when a text is due, until when it makes sense, and why; Drop says why it is not planned at all.
type Moment struct {
	Due, Until time.Time
	Why        string
	Drop       string
	Once       bool // whatever becomes of the one-on-one, it comes once
}

// Find returns the rule of that name.
func Find(name string) (Rule, bool) {
	for _, r := range Rules() {
		if r.Name == name {
			return r, true
		}
	}
	return Rule{}, false
}

// QuestionPause is how long a reminder waits for a conversation's open question.
const QuestionPause = 10 * time.Minute

// The daily limits of unasked texts: the loop breaker, whatever the planner says.
const (
	MaxUnaskedContact = 3
	MaxUnaskedWorks   = 12
	// MaxMust is for what somebody just did and the contact must hear: that it moved, that it is off, the organizer's own words.
	MaxMust = 10
)

// Facts is what is read again when a planned text is due.
type Facts struct {
	ValidUntil time.Time
	Hours      Hours
	Zone       *time.Location
	Consent    person.Consent
	ReachBad   bool
	Works      bool // organizer or staff: being added by staff is their consent
	Sending    Sending
	UnaskedDay int       // texts today that nobody asked for
	QuestionAt time.Time // last activity of an open question, zero if none is open

	Zones     []*time.Location // further zones in which the window must hold too: where the phone's own is not sure
	BusyUntil time.Time        // end of the one-on-one that this person sits in right now, zero if none
	Urgent    bool             // what it is about begins within three hours
	Calls     bool             // the recipient asked for calls: no texts
	Paused    time.Time        // until when the recipient wants no texts
	Own       when.Window      // the recipient's own hours for texts, zero for none
	Wrote     bool             // the recipient wrote just now: answering is always allowed
}

// UrgentWithin is how close a meeting must be for its organizer to hear of it in quiet hours.
const UrgentWithin = 3 * time.Hour

// WroteWithin is how long somebody who wrote is being answered.
const WroteWithin = time.Hour

// Sending is who may be texted.
type Sending string

// The modes. Off: nothing leaves. Team: staff and organizers only.
const (
	SendingOff  Sending = "off"
	SendingTeam Sending = "team"
	SendingOn   Sending = "on"
)

// Verdict is what happens to a planned text that is due.
type Verdict struct {
	Do     Do
	At     time.Time // for Move
	Reason string
	Tell   bool // staff should see that it was held back
}

// Do is the act of a Verdict.
type Do uint8

// The acts.
const (
	Go Do = iota
	Move
	Drop
)

// Judge decides about one planned text that is due now.
func Judge(r Rule, f Facts, now time.Time) Verdict {
	if !f.ValidUntil.IsZero() && now.After(f.ValidUntil) {
		return Verdict{Do: Drop, Reason: "too late: it no longer makes sense"}
	}
	if r.Text == "" {
		return Verdict{Do: Go}
	}
	if why := f.refuses(); why != "" {
		return Verdict{Do: Drop, Reason: why}
	}
	if v, waits := f.waits(r, now); waits {
		return v
	}
	if r.Unasked && f.UnaskedDay >= f.limit(r) {
		return Verdict{Do: Drop, Reason: "daily limit of unasked texts reached", Tell: true}
	}
	return Verdict{Do: Go}
}

// refuses says why no text goes to this phone at all, whatever the hour.
func (f Facts) refuses() string {
	switch {
	case !May(f.Sending, f.Works):
		return "sending is " + string(f.Sending)
	case f.Consent == person.ConsentNo:
		return "opted out"
	case f.Consent == person.ConsentDoubtful:
		return "held: a text may be an opt-out, staff decide"
	case !f.Works && f.Consent != person.ConsentYes:
		return "no consent to texts"
	case f.Calls:
		return "the contact asked for calls, not texts"
	case f.ReachBad:
		return "this phone cannot get texts"
	}
	return ""
}

// waits moves a text to when it may go; what makes no sense any more by then is dropped.
func (f Facts) waits(r Rule, now time.Time) (v Verdict, waits bool) {
	until := func(at time.Time, moved, dropped string) (Verdict, bool) {
		if !f.ValidUntil.IsZero() && !at.Before(f.ValidUntil) {
			return Verdict{Do: Drop, Reason: dropped}, true
		}
		return Verdict{Do: Move, At: at, Reason: moved}, true
	}
	if now.Before(f.Paused) {
		return until(f.Paused, "they want no texts until then", "they wanted no texts until it no longer makes sense")
	}
	if at := next(f.Hours.Window(r.When).Within(f.Own), now, f.Zone, f.Zones); at.After(now) && !f.mayNow(r) {
		return until(at, "moved by quiet hours", "quiet hours until it no longer makes sense")
	}
	if r.AtOnce {
		return Verdict{}, false
	}
	if now.Before(f.BusyUntil) {
		return until(f.BusyUntil, "waits for the end of the one-on-one that is under way",
			"a one-on-one was under way until it no longer made sense")
	}
	if !f.QuestionAt.IsZero() && now.Sub(f.QuestionAt) < QuestionPause {
		return Verdict{Do: Move, At: f.QuestionAt.Add(QuestionPause), Reason: "waits for the question that is open"}, true
	}
	return Verdict{}, false
}

// limit is how many unasked texts a day may bring this phone.
func (f Facts) limit(r Rule) int {
	switch {
	case f.Works:
		return MaxUnaskedWorks
	case r.Must && r.AtOnce:
		return MaxMust
	}
	return MaxUnaskedContact
}

// next returns the first moment from now on that lies in the window, in every zone that the recipient may be in.
func next(w when.Window, now time.Time, zone *time.Location, further []*time.Location) time.Time {
	if w == (when.Window{}) {
		return now
	}
	at := now
	for range 2 * (1 + len(further)) {
		before := at
		at = w.Next(at, zone)
		for _, z := range further {
			at = w.Next(at, z)
		}
		if at.Equal(before) {
			break
		}
	}
	return at
}

// mayNow: quiet hours are open to an answer, and to an organizer whose meeting is about to begin.
func (f Facts) mayNow(r Rule) bool { return f.Wrote && r.AtOnce || f.Urgent && r.Works && f.Works }

// May reports whether the mode lets a text go to somebody of the organization (works) or to anybody else.
func May(s Sending, works bool) bool {
	return s == SendingOn || (s == SendingTeam && works)
}

// LeaveFacts is what the claim reads again, in the transaction that lets a text leave.
type LeaveFacts struct {
	Exempt     bool // the one confirmation of an opt-out
	Unasked    bool
	Works      bool
	Consent    person.Consent
	Sending    Sending
	ValidUntil time.Time
	Hours      Hours
	Zone       *time.Location
	Gone       bool             // its subject has moved on
	AnyHour    bool             // judged sendable outside the window: an answer, or about to begin
	Late       bool             // how did it go: that evening too
	Zones      []*time.Location // further ones, where the reader's own is not sure
	Own        when.Window      // hours of the reader's own
	Stale      bool             // an answer that could not leave for so long that whoever asked sleeps by now
}

// MayLeave is the last guard before a text leaves: "" lets it go, else the reason why not.
func MayLeave(f LeaveFacts, now time.Time) string {
	switch {
	case !May(f.Sending, f.Works):
		return "sending is " + string(f.Sending)
	case !f.ValidUntil.IsZero() && now.After(f.ValidUntil):
		return "too late: it no longer makes sense"
	case f.Exempt:
		return ""
	case f.Consent == person.ConsentNo:
		return "opted out"
	case f.Consent == person.ConsentDoubtful:
		return "held: a text may be an opt-out, staff decide"
	case f.Unasked && !f.Works && f.Consent != person.ConsentYes:
		return "no consent to texts"
	case f.Gone:
		return "superseded: what it was about has changed"
	case (f.Unasked && !f.AnyHour || f.Stale) && f.Next(now).After(now):
		return "quiet hours"
	}
	return ""
}

// Next is the first moment from now on at which quiet hours hold it back nowhere where its reader may be.
func (f LeaveFacts) Next(now time.Time) time.Time {
	w := f.Hours.Window(ByDay)
	if f.Late {
		w = f.Hours.Window(ByEvening)
	}
	return next(w.Within(f.Own), now, f.Zone, f.Zones)
}
