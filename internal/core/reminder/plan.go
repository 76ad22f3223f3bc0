package reminder

import (
	"strconv"
	"time"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/thanks"
	"github.com/reportback/reportback/internal/core/when"
)

// MeetingFacts is what the plan of one meeting's texts depends on.
type MeetingFacts struct {
	Meeting   meeting.Meeting
	Hours     Hours
	Organizer *time.Location
	Contact   *time.Location
	Told      bool // the contact has been told of a time, or is told right now: no first text
	NoPhone   bool // there is no phone to text the contact at
	Prep      bool // one of the organizer's first two: the worksheet comes unasked
}

// Wait is one planned text of a meeting, or the reason why one of the table's is not planned.
type Wait struct {
	Rule       string
	To         meeting.Party
	Occurrence string
	DueAt      time.Time
	ValidUntil time.Time
	State      change.PlanState
	Reason     string
	Morning    bool // a line of the organizer's morning text of that day, not a text of its own
}

const (
	// leadTime is how far ahead a meeting must be for its first text.
	leadTime = 2 * time.Hour
	// afterEnd is when the organizer is asked how it went.
	afterEnd = 15 * time.Minute
	// lateReminder is why a reminder that was planned after its moment is no text of its own.
	lateReminder = "planned after its moment: the text at planning says it"
)

// PlanMeeting lists every text that a meeting gives rise to from now on, with what becomes of those whose moment has passed. It plans for
// the meeting's present Rev: rows of an earlier one are superseded by whoever changed it.
func PlanMeeting(f MeetingFacts, now time.Time) []Wait {
	m := f.Meeting
	if m.StartsAt.IsZero() || (m.Status != meeting.Planned && m.Status != meeting.Confirmed) {
		return nil
	}
	out := make([]Wait, 0, 14)
	told := f.Hours.Day.Next(now, f.Contact) // when the newest text about it reaches the contact
	for _, r := range Rules() {
		if r.At == nil || r.To == meeting.Contact && f.NoPhone {
			continue
		}
		if at, ok := r.At(f, now); ok {
			var w Wait
			w, told = r.plan(at, m.Rev, told, now)
			out = append(out, w)
		}
	}
	return append(out, mornings(f, now)...)
}

// plan makes the row of a rule, with what becomes of it when its moment has passed or another text about the same is near.
func (r Rule) plan(at Moment, rev int, told, now time.Time) (Wait, time.Time) {
	w := Wait{
		Rule: r.Name, To: r.To, Occurrence: "r" + strconv.Itoa(rev), DueAt: at.Due, ValidUntil: at.Until, State: change.PlanPlanned,
		Reason: at.Why,
	}
	if at.Once {
		w.Occurrence = "1"
	}
	switch {
	case at.Drop != "":
		w.State, w.Reason = change.PlanDropped, at.Drop
		return w, time.Time{}
	case r.Late != "" && !at.Due.After(now):
		w.State, w.Reason = change.PlanFolded, r.Late
	case r.Fold > 0 && !told.IsZero() && at.Due.Sub(told) < r.Fold:
		w.State, w.Reason = change.PlanFolded, "too soon after another text about the same, which says it"
	case r.Fold > 0:
		told = at.Due
	}
	return w, told
}

// mornings are the organizer's morning texts that have something to say of a meeting: two days ahead, the day before an early one, on the
// day, and on the two days after it while its report is open.
func mornings(f MeetingFacts, now time.Time) []Wait {
	start, end := f.Meeting.StartsAt.In(f.Organizer), f.Meeting.Ends().In(f.Organizer)
	days := []int{-2, 0}
	if f.Hours.early(start, f.Organizer) {
		days = []int{-2, -1, 0}
	}
	var out []Wait
	for _, n := range days {
		if at := f.Hours.MorningOn(when.DateOf(start).AddDays(n), f.Organizer); at.After(now) && at.Before(end) {
			out = append(out, Morning(at))
		}
	}
	for _, n := range []int{1, 2} {
		out = append(out, Morning(f.Hours.MorningOn(when.DateOf(end).AddDays(n), f.Organizer)))
	}
	return out
}

func firstMoment(f MeetingFacts, now time.Time) (Moment, bool) {
	at := Moment{Due: now, Until: f.Meeting.StartsAt, Why: "a one-on-one was planned"}
	switch {
	case f.Told:
		return at, false
	case f.Meeting.StartsAt.Sub(now) <= leadTime:
		at.Drop = "planned less than two hours ahead"
	case !f.Hours.Day.Next(now, f.Contact).Before(f.Meeting.StartsAt):
		at.Drop = "quiet hours until the meeting begins"
	}
	return at, true
}

func twoDaysMoment(f MeetingFacts, _ time.Time) (Moment, bool) {
	s := f.Meeting.StartsAt
	return Moment{Due: f.Hours.twoDaysAt(s, f.Contact), Until: f.Hours.onDayAt(s, f.Contact), Why: "two days ahead"}, true
}

func dayOfMoment(f MeetingFacts, _ time.Time) (Moment, bool) {
	at := Moment{Due: f.Hours.onDayAt(f.Meeting.StartsAt, f.Contact), Until: f.Meeting.StartsAt, Why: "on the day"}
	if at.Due.Day() != f.Meeting.StartsAt.In(f.Contact).Day() {
		at.Why = "the evening before, since it begins early"
	}
	return at, true
}

func prepMoment(f MeetingFacts, _ time.Time) (Moment, bool) {
	s := f.Meeting.StartsAt.In(f.Organizer)
	at := time.Date(s.Year(), s.Month(), s.Day()-1, 17, 0, 0, 0, f.Organizer)
	return Moment{Due: at, Until: f.Meeting.StartsAt, Why: "one of the first two one-on-ones", Once: true}, f.Prep
}

func howMoment(f MeetingFacts, _ time.Time) (Moment, bool) {
	at := f.Meeting.Ends().Add(afterEnd)
	return Moment{Due: at, Until: at.Add(36 * time.Hour), Why: "15 minutes after its end"}, true
}

// overdueMoment is the third morning after it: two have gone by without a report.
func overdueMoment(f MeetingFacts, _ time.Time) (Moment, bool) {
	over := when.DateOf(f.Meeting.Ends().In(f.Organizer))
	return Moment{Due: f.Hours.MorningOn(over.AddDays(3), f.Organizer), Why: "two mornings without a report"}, true
}

func thanksDeadline(f MeetingFacts, _ time.Time) (Moment, bool) {
	return Moment{Due: f.Meeting.Ends().Add(ThanksWithin), Why: "24 hours after its end"}, true
}

// ThanksWaits are the plain thank-you of a one-on-one and its deadline alone: of one that was not planned, which is over when it is
// reported.
func ThanksWaits(f MeetingFacts, now time.Time) []Wait {
	var out []Wait
	for _, r := range Rules() {
		if r.Name != ThanksPlainRule && r.Name != ThanksMissedRule || r.To == meeting.Contact && f.NoPhone {
			continue
		}
		if at, _ := r.At(f, now); r.To == meeting.Contact || at.Due.After(now) {
			w, _ := r.plan(at, f.Meeting.Rev, time.Time{}, now)
			out = append(out, w)
		}
	}
	return out
}

const (
	// ThanksWithin is how long after its end a contact is thanked at the latest.
	ThanksWithin = thanks.Within
	// plainAfter is when the plain thank-you goes by itself.
	plainAfter = 20 * time.Hour
	// plainMargin keeps a plain thank-you that quiet hours bring forward off the window's edge.
	plainMargin = 15 * time.Minute
)

// thanksMoment is the plain thank-you: 20 hours after the end, or earlier where quiet hours would pass 24.
func thanksMoment(f MeetingFacts, _ time.Time) (Moment, bool) {
	ends := f.Meeting.Ends()
	at := Moment{Due: ends.Add(plainAfter), Until: ends.Add(ThanksWithin), Why: "20 hours after the end"}
	day := f.Hours.Day
	if next := day.Next(at.Due, f.Contact); next.Before(at.Until.Add(-plainMargin)) {
		return at, true
	}
	l := at.Due.In(f.Contact)
	evening := time.Date(l.Year(), l.Month(), l.Day(), day.To/60, day.To%60, 0, 0, f.Contact)
	if evening.After(at.Due) {
		evening = time.Date(l.Year(), l.Month(), l.Day()-1, day.To/60, day.To%60, 0, 0, f.Contact)
	}
	at.Due, at.Why = evening.Add(-plainMargin), "earlier than 20 hours after the end, since quiet hours would pass 24"
	if soonest := ends.Add(afterEnd); at.Due.Before(soonest) {
		at.Due = soonest
	}
	return at, true
}

// Morning is the organizer's morning text of the day of at, which is its moment there: whatever it has to say is read when it is due.
func Morning(at time.Time) Wait {
	return Wait{
		Rule: MorningRule, To: meeting.Organizer, Occurrence: at.Format(time.DateOnly), DueAt: at, ValidUntil: at.Add(MorningLasts),
		State:  change.PlanPlanned,
		Reason: "the morning text", Morning: true,
	}
}
