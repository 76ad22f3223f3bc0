package admin

import (
	"strings"
	"testing"
	"time"

	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
)

// TestWhatWillNotGoIsNotPromised: a planned text whose turn would drop it as things stand says so, with the reason.
func TestWhatWillNotGoIsNotPromised(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 12, 1, 15, 0, 0, 0, time.UTC)
	agreed := page.Person{Consent: person.ConsentYes}
	for name, c := range map[string]struct {
		wait    page.Wait
		sending reminder.Sending
		state   string
		why     string
	}{
		"goes":      {page.Wait{Rule: reminder.TwoDaysRule, To: agreed}, reminder.SendingOn, "will be sent", ""},
		"not asked": {page.Wait{Rule: reminder.TwoDaysRule}, reminder.SendingOn, "not as things stand", "no consent"},
		"opted out": {
			page.Wait{Rule: reminder.CheckInRule, To: page.Person{Consent: person.ConsentNo}},
			reminder.SendingOn,
			"not as things stand", "opted out",
		},
		"wants calls": {
			page.Wait{Rule: reminder.TwoDaysRule, To: page.Person{Consent: person.ConsentYes, BestWay: "a phone call"}},
			reminder.SendingOn, "not as things stand", "calls",
		},
		"locked": {
			page.Wait{Rule: reminder.MorningRule, To: page.Person{Consent: person.ConsentYes, Locked: true}, Works: true},
			reminder.SendingOn, "not as things stand", "cannot get texts",
		},
		"sending to the team": {
			page.Wait{Rule: reminder.TwoDaysRule, To: agreed},
			reminder.SendingTeam, "not as things stand",
			"sending is team",
		},
		"the team's own": {page.Wait{Rule: reminder.MorningRule, To: agreed, Works: true}, reminder.SendingTeam, "will be sent", ""},
		"no text at all": {page.Wait{Rule: reminder.AttendanceRule}, reminder.SendingOff, "a look, no text", ""},
	} {
		c.wait.DueAt, c.wait.Reason = at, "planned"
		p := outlook(c.wait, reminder.Facts{Sending: c.sending, Zone: time.UTC, Hours: reminder.DefaultHours()})
		if p.state.Text != c.state || !strings.Contains(p.why, c.why) || !strings.HasPrefix(p.why, "planned") {
			t.Errorf("%s: %q, %q", name, p.state.Text, p.why)
		}
	}
}

// TestAMomentThatQuietHoursMoveIsNotPromised: the trail shows when a text will go, by the clock of whoever gets it.
func TestAMomentThatQuietHoursMoveIsNotPromised(t *testing.T) {
	t.Parallel()
	night := time.Date(2026, 12, 1, 20, 15, 0, 0, time.UTC)
	f := reminder.Facts{Sending: reminder.SendingOn, Zone: time.UTC, Hours: reminder.DefaultHours()}
	west := page.Person{Consent: person.ConsentYes, Zone: "America/Los_Angeles"}
	for name, c := range map[string]struct {
		wait page.Wait
		at   time.Time
		why  string
	}{
		"moved to the morning": {
			page.Wait{Rule: reminder.WhoCameRule, DueAt: night},
			night.Add(12*time.Hour + 45*time.Minute),
			"quiet hours",
		},
		"how did it go, that night": {page.Wait{Rule: reminder.HowDidItGoRule, DueAt: night}, night, ""},
		"day where the person is":   {page.Wait{Rule: reminder.WhoCameRule, DueAt: night, To: west}, night, ""},
		"an answer, at any hour":    {page.Wait{Rule: reminder.ConfirmedRule, DueAt: night}, night, ""},
		"no sense in the morning": {
			page.Wait{Rule: reminder.WhoCameRule, DueAt: night, ValidUntil: night.Add(time.Hour)},
			night,
			"no longer makes sense",
		},
	} {
		c.wait.Works, c.wait.Reason = true, "planned"
		if p := outlook(c.wait, f); !p.at.Equal(c.at) || !strings.Contains(p.why, c.why) || (c.why == "") != (p.why == "planned") {
			t.Errorf("%s: %v, %q", name, p.at, p.why)
		}
	}
}

// TestThePlannedMomentIsThatOfWhoeverGetsIt: a text at 9 there does not look like one at 6.
func TestThePlannedMomentIsThatOfWhoeverGetsIt(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 12, 15, 14, 0, 0, 0, time.UTC)
	west, err := time.LoadLocation("America/Los_Angeles")
	if err != nil {
		t.Fatal(err)
	}
	v := &visit{zone: west, now: at.Add(-time.Hour).In(west)}
	for rule, want := range map[string]string{
		reminder.DayOfRule:      "Tue Dec 15, 9 AM there (6 AM here)",
		reminder.AttendanceRule: "Tue Dec 15, 6 AM",
	} {
		if got := v.dueAt(page.Wait{Rule: rule, To: page.Person{Zone: "America/New_York"}}, at).Text; got != want {
			t.Errorf("%s: %q", rule, got)
		}
	}
}
