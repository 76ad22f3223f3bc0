package reminder

import (
	"strconv"
	"time"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/when"
)

// MeetingFacts is what the plan of one meeting's texts depends on.
type MeetingFacts struct {
	Meeting   meeting.Meeting
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
	// foldTwoDays, foldDayOf: a reminder that would come so soon after another text about the same is folded into that one.
	foldTwoDays = 12 * time.Hour
	foldDayOf   = 3 * time.Hour
	// early: a meeting that begins before this hour is reminded of on the evening before.
	early = 11
	// afterEnd is when the organizer is asked how it went.
	afterEnd = 15 * time.Minute
)

// PlanMeeting lists every text that a meeting gives rise to from now on, with what becomes of those whose moment has passed. It plans for
// the meeting's present Rev: rows of an earlier one are superseded by whoever changed it.
func PlanMeeting(f MeetingFacts, now time.Time) []Wait {
	m := f.Meeting
	if m.StartsAt.IsZero() || (m.Status != meeting.Planned && m.Status != meeting.Confirmed) {
		return nil
	}
	out := make([]Wait, 0, 10)
	if !f.NoPhone {
		out = contactWaits(out, f, now)
	}
	return organizerWaits(out, f, now)
}

func contactWaits(out []Wait, f MeetingFacts, now time.Time) []Wait {
	m := f.Meeting
	occ := "r" + strconv.Itoa(m.Rev)
	add := func(w Wait) {
		w.To, w.Occurrence = meeting.Contact, occ
		if w.State == "" {
			w.State = change.PlanPlanned
		}
		out = append(out, w)
	}
	told := when.Daytime().Next(now, f.Contact) // when the text before the reminders reaches the contact
	if !f.Told {
		first := Wait{Rule: FirstRule, DueAt: now, ValidUntil: m.StartsAt, Reason: "a one-on-one was planned"}
		switch {
		case m.StartsAt.Sub(now) <= leadTime:
			first.State, first.Reason = change.PlanDropped, "planned less than two hours ahead"
			told = time.Time{}
		case !told.Before(m.StartsAt):
			first.State, first.Reason = change.PlanDropped, "quiet hours until the meeting begins"
			told = time.Time{}
		}
		add(first)
	}
	two, day := twoDaysAt(m.StartsAt, f.Contact), dayOfAt(m.StartsAt, f.Contact)
	w := Wait{Rule: TwoDaysRule, DueAt: two, ValidUntil: day, Reason: "two days ahead"}
	switch {
	case !two.After(now):
		w.State, w.Reason = change.PlanFolded, "planned after its moment: the text at planning says it"
	case two.Sub(told) < foldTwoDays && !told.IsZero():
		w.State, w.Reason = change.PlanFolded, "too soon after the text at planning, which says it"
	default:
		told = two
	}
	add(w)
	w = Wait{Rule: DayOfRule, DueAt: day, ValidUntil: m.StartsAt, Reason: "on the day"}
	if day.Day() != m.StartsAt.In(f.Contact).Day() {
		w.Reason = "the evening before, since it begins before 11"
	}
	switch {
	case !day.After(now):
		w.State, w.Reason = change.PlanFolded, "planned after its moment: the text at planning says it"
	case day.Sub(told) < foldDayOf && !told.IsZero():
		w.State, w.Reason = change.PlanFolded, "too soon after another text about the same, which says it"
	}
	add(w)
	add(ThanksWait(m, f.Contact))
	return out
}

func organizerWaits(out []Wait, f MeetingFacts, now time.Time) []Wait {
	m := f.Meeting
	occ := "r" + strconv.Itoa(m.Rev)
	start := m.StartsAt.In(f.Organizer)
	days := []int{-2, 0}
	if start.Hour() < early {
		days = []int{-2, -1, 0}
	}
	for _, n := range days {
		at := time.Date(start.Year(), start.Month(), start.Day()+n, MorningHour, 0, 0, 0, f.Organizer)
		if at.After(now) && at.Before(m.Ends()) {
			out = append(out, Morning(at))
		}
	}
	if f.Prep {
		at := time.Date(start.Year(), start.Month(), start.Day()-1, 17, 0, 0, 0, f.Organizer)
		w := Wait{Rule: PrepRule, To: meeting.Organizer, Occurrence: "1", DueAt: at, ValidUntil: m.StartsAt, State: change.PlanPlanned, Reason: "one of the first two one-on-ones"}
		if !at.After(now) {
			w.State, w.Reason = change.PlanFolded, "planned after its moment: PREP gives it any time"
		}
		out = append(out, w)
	}
	ends := m.Ends().Add(afterEnd)
	out = append(out, Wait{
		Rule: HowDidItGoRule, To: meeting.Organizer, Occurrence: occ, DueAt: ends, ValidUntil: ends.Add(36 * time.Hour), State: change.PlanPlanned,
		Reason: "15 minutes after its end",
	})
	return append(out, AfterWaits(m, f.Organizer)...)
}

// AfterWaits lists what watches over a one-on-one that is over until it is reported and its contact is thanked: the next two morning texts,
// then staff; and the end of the day that a thank-you may take.
func AfterWaits(m meeting.Meeting, organizer *time.Location) []Wait {
	occ := "r" + strconv.Itoa(m.Rev)
	l := m.Ends().In(organizer)
	at := func(days int) time.Time {
		return time.Date(l.Year(), l.Month(), l.Day()+days, MorningHour, 0, 0, 0, organizer)
	}
	return []Wait{
		Morning(at(1)), Morning(at(2)),
		{Rule: ReportOverdueRule, To: meeting.Organizer, Occurrence: occ, DueAt: at(3), State: change.PlanPlanned, Reason: "two mornings without a report"},
		{Rule: ThanksMissedRule, To: meeting.Organizer, Occurrence: occ, DueAt: m.Ends().Add(ThanksWithin), State: change.PlanPlanned, Reason: "24 hours after its end"},
	}
}

const (
	// ThanksWithin is how long after its end a contact is thanked at the latest.
	ThanksWithin = 24 * time.Hour
	// plainAfter is when the plain thank-you goes by itself.
	plainAfter = 20 * time.Hour
	// plainMargin keeps a plain thank-you that quiet hours bring forward off the window's edge.
	plainMargin = 15 * time.Minute
)

// ThanksWait is the plain thank-you: 20 hours after the end, or earlier where quiet hours would pass 24.
func ThanksWait(m meeting.Meeting, contact *time.Location) Wait {
	w := Wait{
		Rule: ThanksPlainRule, To: meeting.Contact, Occurrence: "r" + strconv.Itoa(m.Rev), ValidUntil: m.Ends().Add(ThanksWithin), State: change.PlanPlanned,
		Reason: "20 hours after the end",
	}
	day := when.Daytime()
	at := m.Ends().Add(plainAfter)
	w.DueAt = at
	if next := day.Next(at, contact); !next.Before(w.ValidUntil.Add(-plainMargin)) {
		l := at.In(contact)
		evening := time.Date(l.Year(), l.Month(), l.Day(), day.To/60, day.To%60, 0, 0, contact)
		if evening.After(at) {
			evening = time.Date(l.Year(), l.Month(), l.Day()-1, day.To/60, day.To%60, 0, 0, contact)
		}
		w.DueAt, w.Reason = evening.Add(-plainMargin), "earlier than 20 hours after the end, since quiet hours would pass 24"
		if soonest := m.Ends().Add(afterEnd); w.DueAt.Before(soonest) {
			w.DueAt = soonest
		}
	}
	return w
}

// MorningHour is when the organizer's one text of the day comes, in the organizer's zone.
const MorningHour = 9

// Morning is the organizer's morning text of the day of at, which must be 9:00 there: whatever it has to say is read when it is due.
func Morning(at time.Time) Wait {
	return Wait{
		Rule: MorningRule, To: meeting.Organizer, Occurrence: at.Format(time.DateOnly), DueAt: at, ValidUntil: at.Add(9 * time.Hour), State: change.PlanPlanned,
		Reason: "the morning text", Morning: true,
	}
}

// MorningOn returns 9:00 of a civil date in loc.
func MorningOn(d when.Date, loc *time.Location) time.Time {
	return time.Date(d.Year, d.Month, d.Day, MorningHour, 0, 0, 0, loc)
}

// twoDaysAt is 10:00 two days before, by the contact's calendar: it holds across a change of clocks.
func twoDaysAt(start time.Time, loc *time.Location) time.Time {
	l := start.In(loc)
	return time.Date(l.Year(), l.Month(), l.Day()-2, 10, 0, 0, 0, loc)
}

// dayOfAt is 9:00 on the day, or 18:00 the evening before when it begins before 11.
func dayOfAt(start time.Time, loc *time.Location) time.Time {
	l := start.In(loc)
	if l.Hour() < early {
		return time.Date(l.Year(), l.Month(), l.Day()-1, 18, 0, 0, 0, loc)
	}
	return time.Date(l.Year(), l.Month(), l.Day(), 9, 0, 0, 0, loc)
}
