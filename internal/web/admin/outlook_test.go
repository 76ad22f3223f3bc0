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
	at := time.Date(2026, 12, 1, 3, 0, 0, 0, time.UTC) // at night: quiet hours only move it
	agreed := page.Person{Consent: person.ConsentYes}
	for name, c := range map[string]struct {
		wait    page.Wait
		sending reminder.Sending
		state   string
		why     string
	}{
		"goes":                {page.Wait{Rule: reminder.TwoDaysRule, To: agreed}, reminder.SendingOn, "will be sent", ""},
		"not asked":           {page.Wait{Rule: reminder.TwoDaysRule}, reminder.SendingOn, "not as things stand", "no consent"},
		"opted out":           {page.Wait{Rule: reminder.CheckInRule, To: page.Person{Consent: person.ConsentNo}}, reminder.SendingOn, "not as things stand", "opted out"},
		"wants calls":         {page.Wait{Rule: reminder.TwoDaysRule, To: page.Person{Consent: person.ConsentYes, BestWay: "a phone call"}}, reminder.SendingOn, "not as things stand", "calls"},
		"locked":              {page.Wait{Rule: reminder.MorningRule, To: page.Person{Consent: person.ConsentYes, Locked: true}, Works: true}, reminder.SendingOn, "not as things stand", "cannot get texts"},
		"sending to the team": {page.Wait{Rule: reminder.TwoDaysRule, To: agreed}, reminder.SendingTeam, "not as things stand", "sending is team"},
		"the team's own":      {page.Wait{Rule: reminder.MorningRule, To: agreed, Works: true}, reminder.SendingTeam, "will be sent", ""},
		"no text at all":      {page.Wait{Rule: reminder.AttendanceRule}, reminder.SendingOff, "a look, no text", ""},
	} {
		c.wait.DueAt, c.wait.Reason = at, "planned"
		state, _, why := outlook(c.wait, reminder.Facts{Sending: c.sending, Zone: time.UTC})
		if state.Text != c.state || !strings.Contains(why, c.why) || !strings.HasPrefix(why, "planned") {
			t.Errorf("%s: %q, %q", name, state.Text, why)
		}
	}
}
