package reminder

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/when"
)

// life is one contact with one organizer over sixty days: what was planned for them, what was sent, and what they agreed to.
type life struct {
	meeting.Meeting
	hours              Hours
	organizer, contact *time.Location
	consent            person.Consent
	told               bool
	waits              map[string]*wait
	unasked            map[string]int // texts to the contact by their day
	sent               []string
}

type wait struct {
	Wait
	rev int
}

// TestRandomLives plans and re-plans one-on-ones of two hundred people over sixty days, judges every text when it is due, and holds what
// was sent against what must never happen.
func TestRandomLives(t *testing.T) {
	t.Parallel()
	zones := []*time.Location{}
	for _, n := range []string{"America/Los_Angeles", "America/New_York", "America/Phoenix", "Pacific/Auckland", "Asia/Kathmandu"} {
		z, err := time.LoadLocation(n)
		if err != nil {
			t.Fatal(err)
		}
		zones = append(zones, z)
	}
	rapid.Check(t, func(r *rapid.T) {
		from := time.Date(2026, time.Month(rapid.IntRange(1, 12).Draw(r, "month")), 1, 12, 0, 0, 0, time.UTC)
		lives := make([]*life, 200/20) // each check draws a part of the two hundred: together they are many times that
		hours := someHours(r)
		for i := range lives {
			lives[i] = &life{
				hours: hours, organizer: zones[rapid.IntRange(0, len(zones)-1).Draw(r, "organizer's zone")],
				contact: zones[rapid.IntRange(0, len(zones)-1).Draw(r, "contact's zone")],
				consent: person.ConsentYes, waits: map[string]*wait{}, unasked: map[string]int{},
			}
		}
		for _, l := range lives {
			l.live(r, from)
		}
	})
}

func (l *life) live(r *rapid.T, from time.Time) {
	l.Meeting = meeting.Meeting{ID: uuid.New(), StartsAt: from.Add(time.Duration(rapid.IntRange(1, 40*24*4).Draw(r,
		"start")) * 15 * time.Minute), Minutes: meeting.DefaultMinutes, Status: meeting.Planned, Rev: 1}
	now := from
	l.replan(now)
	for range rapid.IntRange(0, 8).Draw(r, "things that happen") {
		next := now.Add(time.Duration(rapid.IntRange(1, 7*24*60).Draw(r, "minutes later")) * time.Minute)
		l.run(r, now, next)
		now = next
		l.happen(r, now)
	}
	l.run(r, now, from.Add(60*24*time.Hour))
}

// happen is one thing that somebody does to a one-on-one.
func (l *life) happen(r *rapid.T, now time.Time) {
	m := &l.Meeting
	rev := m.Rev
	switch rapid.SampledFrom([]string{
		"yes", "no", "move", "propose", "accept", "refuse", "call off", "held", "missed", "stop",
		"start",
	}).Draw(r, "happens") {
	case "yes":
		_, _ = m.Confirm(now)
	case "no":
		_ = m.Decline(now)
	case "move":
		_ = m.Move(now.Add(time.Duration(rapid.IntRange(1, 14*24*4).Draw(r, "to")) * 15 * time.Minute))
	case "propose":
		_ = m.Propose(meeting.Contact, now.Add(time.Duration(rapid.IntRange(1, 14*24*4).Draw(r, "other time"))*15*time.Minute), now)
	case "accept":
		_ = m.Accept(now)
	case "refuse":
		_ = m.Refuse(now)
	case "call off":
		_ = m.CallOff()
	case "held":
		_ = m.Hold(now)
	case "missed":
		_ = m.Miss(now)
	case "stop":
		l.consent = person.ConsentNo
	case "start":
		l.consent = person.ConsentYes
		l.replan(now)
	}
	if m.Rev != rev {
		for _, w := range l.waits {
			if w.State == change.PlanPlanned && slices.Contains(OfMeeting(), w.Rule) {
				w.State, w.Reason = change.PlanSuperseded, "changed"
			}
		}
		l.replan(now)
	}
}

// replan keeps one row a rule and occurrence, as the table's unique key does; a text that was made is never planned again.
func (l *life) replan(now time.Time) {
	for _, w := range PlanMeeting(MeetingFacts{Meeting: l.Meeting, Hours: l.hours, Organizer: l.organizer, Contact: l.contact, Told: l.told},
		now) {
		key := fmt.Sprint(w.Rule, w.To, w.Occurrence)
		if old, ok := l.waits[key]; ok && (old.State == change.PlanMade || w.Morning) {
			continue
		}
		l.waits[key] = &wait{w, l.Rev}
	}
}

// run lets time pass: every wait that is due is judged, and what goes is held against what must never happen.
func (l *life) run(r *rapid.T, from, to time.Time) {
	now := from
	for steps := 0; ; steps++ {
		var next *wait
		for _, w := range l.waits {
			if w.State == change.PlanPlanned && !w.DueAt.After(to) && (next == nil || w.DueAt.Before(next.DueAt)) {
				next = w
			}
		}
		if next == nil {
			return
		}
		if steps > 2000 {
			r.Fatalf("never at rest: %s", next.Rule)
		}
		if next.DueAt.After(now) {
			now = next.DueAt
		}
		l.due(r, next, now)
	}
}

func (l *life) due(r *rapid.T, w *wait, now time.Time) {
	rule, ok := Find(w.Rule)
	if !ok {
		r.Fatalf("no rule %s", w.Rule)
	}
	loc, works := l.contact, w.To == meeting.Organizer
	if works {
		loc = l.organizer
	}
	f := Facts{ValidUntil: w.ValidUntil, Hours: l.hours, Zone: loc, Consent: person.ConsentYes, Works: works, Sending: SendingOn}
	day := when.DateOf(now.In(loc)).String()
	if !works {
		f.Consent, f.UnaskedDay = l.consent, l.unasked[day]
	}
	if l.Running(now) {
		f.BusyUntil = l.Ends()
	}
	v := Judge(rule, f, now)
	switch v.Do {
	case Move:
		if !v.At.After(now) {
			r.Fatalf("%s moved to its own moment", w.Rule)
		}
		w.DueAt, w.Reason = v.At, v.Reason
		return
	case Drop:
		w.State, w.Reason = change.PlanDropped, v.Reason
		return
	case Go:
	}
	w.State = change.PlanMade
	before := w.Rule == FirstRule || w.Rule == TwoDaysRule || w.Rule == DayOfRule
	switch { // what the text's own rendering reads again
	case !w.Morning && w.rev != l.Rev, before && l.Begun(now), w.Rule == ThanksPlainRule && !l.Met(), w.Rule == HowDidItGoRule &&
		l.Status != meeting.Planned && l.Status != meeting.Confirmed:
		return
	}
	if rule.Text == "" || works {
		return
	}
	l.told = true
	l.unasked[day]++
	l.must(r, w, rule, now)
}

// must is what holds for every text to a contact.
func (l *life) must(r *rapid.T, w *wait, rule Rule, now time.Time) {
	at := fmt.Sprintf("%s %s at %s", w.Rule, w.Occurrence, now.In(l.contact))
	switch {
	case slices.Contains(l.sent, w.Rule+w.Occurrence):
		r.Fatalf("twice: %s", at)
	case l.consent != person.ConsentYes:
		r.Fatalf("without consent: %s", at)
	case !l.hours.Window(rule.When).Contains(now.In(l.contact)):
		r.Fatalf("in quiet hours: %s", at)
	case l.unasked[when.DateOf(now.In(l.contact)).String()] > MaxUnaskedContact:
		r.Fatalf("the fourth of a day: %s", at)
	case w.Rule == ThanksPlainRule && now.After(l.Ends().Add(ThanksWithin)):
		r.Fatalf("thanked later than 24 hours: %s, ended %s", at, l.Ends())
	case w.Rule != ThanksPlainRule && !l.Begun(now) && l.Status != meeting.Planned && l.Status != meeting.Confirmed:
		r.Fatalf("of a one-on-one that is %s: %s", l.Status, at)
	case w.Rule != ThanksPlainRule && l.Begun(now):
		r.Fatalf("a text of before, after it began: %s", at)
	}
	l.sent = append(l.sent, w.Rule+w.Occurrence)
}

// TestThePlainThankYouIsAlwaysInTime: whatever the hour at which a one-on-one ends, the plain thank-you has a moment within 24 hours that
// lies in the contact's daytime.
func TestThePlainThankYouIsAlwaysInTime(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		z := rapid.SampledFrom([]string{"America/Los_Angeles", "America/New_York", "Pacific/Auckland", "Asia/Kathmandu"}).Draw(r, "zone")
		loc, err := time.LoadLocation(z)
		if err != nil {
			r.Fatal(err)
		}
		m := meeting.Meeting{StartsAt: time.Date(2026, 1, 1, 0, 0, 0, 0, loc).Add(time.Duration(rapid.IntRange(0, 365*24*12).Draw(r,
			"start")) * 5 * time.Minute), Minutes: rapid.IntRange(15, 180).Draw(r, "minutes"), Rev: 1}
		h := someHours(r)
		w, _ := thanksMoment(MeetingFacts{Meeting: m, Hours: h, Contact: loc, Organizer: loc}, m.StartsAt)
		at := h.Day.Next(w.Due, loc)
		if at.After(m.Ends().Add(ThanksWithin)) || at.Before(m.Ends()) {
			r.Fatalf("ends %s, thanked %s", m.Ends(), at)
		}
	})
}

// someHours draws hours that an organization may choose; the default is among them.
func someHours(r *rapid.T) Hours {
	if rapid.Bool().Draw(r, "default hours") {
		return DefaultHours()
	}
	quarter := func(from, to int, of string) int { return rapid.IntRange(from/15, to/15).Draw(r, of) * 15 }
	var h Hours
	h.Day.From = quarter(8*60, 11*60, "from")
	h.Day.To = quarter(max(h.Day.From+6*60, 16*60), 21*60, "to")
	h.How = quarter(h.Day.To, 22*60, "how it went until")
	h.Morning = quarter(h.Day.From, 12*60-15, "morning")
	h.TwoDays = quarter(h.Day.From, h.Day.To-15, "two days")
	h.OnDay = quarter(h.Day.From, min(13*60, h.Day.To-15), "on the day")
	h.Early = quarter(h.OnDay+60, 14*60, "early")
	h.Eve = quarter(15*60, h.Day.To-15, "evening before")
	if err := h.Check(); err != nil {
		r.Fatalf("hours that may be chosen are refused: %v: %v", h, err)
	}
	return h
}
