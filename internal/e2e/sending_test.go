package e2e

import (
	"testing"
	"time"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/reminder"
)

// Switching on after an outage makes up for nothing that became due hours ago; what is due in the next hour is listed and goes.
func TestSwitchingOnDropsWhatIsOverdue(t *testing.T) {
	t.Parallel()
	town := newTown(t, time.Date(2031, 3, 4, 10, 0, 0, 0, time.FixedZone("", -8*60*60)))
	town.Text(phones()["ana"], "Meeting Maria Lopez 206-555-0142 Thu Mar 6 3pm at Cafe Presse", false)
	town.Text(phones()["ana"], "1", false)
	deps := town.Receiver.Deps
	if s, err := app.SetSending(t.Context(), deps, reminder.SendingOff); err != nil || s.Dropped != 0 {
		t.Fatalf("switched off: %+v, %v", s, err)
	}
	town.Now = town.Now.Add(46*time.Hour + 30*time.Minute) // Thursday, 8:30: Wednesday's rows became due with no worker there
	s, err := app.SetSending(t.Context(), deps, reminder.SendingOn)
	if err != nil {
		t.Fatal(err)
	}
	overdue := town.Rows(`SELECT rule || ' ' || reason FROM planned WHERE state = 'dropped'
		AND reason = 'overdue when sending was turned on' ORDER BY rule`)
	if s.Dropped == 0 || s.Dropped != len(overdue) {
		t.Errorf("%d dropped, on the trail: %v", s.Dropped, overdue)
	}
	sent := len(town.Texts(0))
	town.Settle()
	for _, x := range town.Texts(sent) {
		if x.Kind == "two_days" {
			t.Errorf("a reminder of Tuesday went on Thursday: %s", x.Body)
		}
	}
	if len(s.Coming) == 0 {
		t.Error("the reminder of the day is not listed")
	}
}
