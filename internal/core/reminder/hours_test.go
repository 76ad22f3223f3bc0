package reminder

import (
	"testing"
	"time"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/meeting"
)

// TestHoursAreRefused: hours that would wake people, or remind too late, are not kept to whatever the settings hold.
func TestHoursAreRefused(t *testing.T) {
	t.Parallel()
	for name, set := range map[string]map[string]string{
		"at night":   {"hours_from": "07:59"},
		"until late": {"hours_to": "21:01"},
		"hardly a window": {
			"hours_from": "11:00", "hours_to": "16:59", "hours_morning": "11:00", "hours_two_days": "11:00",
			"hours_on_day": "11:00", "hours_early": "12:00", "hours_eve": "16:00",
		},
		"how it went, not that night":  {"hours_how": "19:59"},
		"how it went, at night":        {"hours_how": "22:01"},
		"a morning in quiet hours":     {"hours_morning": "08:30"},
		"a morning after noon":         {"hours_morning": "12:00"},
		"two days ahead, at night":     {"hours_two_days": "20:00"},
		"on the day, at night":         {"hours_on_day": "20:30"},
		"on the day, after it began":   {"hours_on_day": "10:01"},
		"the evening before, too late": {"hours_eve": "20:00"},
		"the evening before, at noon":  {"hours_eve": "12:00"},
		"no clock":                     {"hours_to": "soon"},
	} {
		if got := HoursOf(func(key string) string { return set[key] }); got != DefaultHours() {
			t.Errorf("%s: kept %v", name, got)
		}
	}
	set := map[string]string{
		"hours_from": "08:00", "hours_to": "18:30", "hours_how": "20:15", "hours_morning": "08:15",
		"hours_two_days": "17:00", "hours_on_day": "08:00", "hours_eve": "15:30", "hours_early": "09:30",
	}
	h := HoursOf(func(key string) string { return set[key] })
	for _, s := range h.Settings() {
		if got := FormatClock(*s.At); got != set[s.Key] {
			t.Errorf("%s: %s, want %s", s.Key, got, set[s.Key])
		}
	}
}

// TestRetimedIsAsIfPlannedSo: what is moved to other hours is due when it would have been had it been planned under them, and nothing is
// moved into the past.
func TestRetimedIsAsIfPlannedSo(t *testing.T) {
	t.Parallel()
	la, err := time.LoadLocation("America/Los_Angeles")
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(r *rapid.T) {
		now := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC).Add(time.Duration(rapid.IntRange(0, 365*24*4).Draw(r, "now")) * 15 * time.Minute)
		m := meeting.Meeting{
			ID: uuid.New(), StartsAt: now.Add(time.Duration(rapid.IntRange(1, 14*24*4).Draw(r, "start")) * 15 * time.Minute),
			Minutes: 45, Status: meeting.Planned, Rev: 2,
		}
		e := event.Event{ID: uuid.New(), StartsAt: m.StartsAt, Minutes: 120, Status: event.Planned, Rev: 1}
		old, other := someHours(r), someHours(r)
		plan := func(h Hours) map[string]Wait {
			list := PlanMeeting(MeetingFacts{Meeting: m, Hours: h, Organizer: la, Contact: la, Told: true}, now)
			list = append(append(list, CheckIns(e, h, la, now)...), AfterEvent(e, h, la)...)
			out := map[string]Wait{}
			for _, w := range list {
				out[w.Rule+" "+w.Occurrence] = w
			}
			return out
		}
		want, before := plan(other), plan(old)
		for key, w := range before {
			due, until, ok := other.Retimed(Timed{
				Rule: w.Rule, Occurrence: w.Occurrence, DueAt: w.DueAt, Zone: la, Meeting: m, Organizer: la,
				Contact: la, Event: e,
			}, now)
			if !ok {
				due = w.DueAt
			}
			then, planned := want[key]
			switch {
			case ok && !due.After(now):
				r.Fatalf("%s moved into the past", key)
			case !planned: // a morning that the other hours have on another day: the row stays good for its day
			case then.DueAt.After(now) && !due.Equal(then.DueAt):
				r.Fatalf("%s: due %s, want %s", key, due.In(la), then.DueAt.In(la))
			case ok && !until.IsZero() && !until.Equal(then.ValidUntil):
				r.Fatalf("%s: valid until %s, want %s", key, until.In(la), then.ValidUntil.In(la))
			}
		}
	})
}
