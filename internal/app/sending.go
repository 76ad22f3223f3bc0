package app

import (
	"context"
	"fmt"
	"time"

	"github.com/reportback/reportback/internal/core/reminder"
)

// The keys of settings. What the environment gives is only the first value; then the page wins.
const (
	SettingOrg       = "org"
	SettingZone      = "zone"
	SettingStaffLine = "staff_line"
	SettingSending   = "sending"
	SettingLanguage  = "language"
	SettingOnDuty    = "on_duty"      // ids of people with commas between
	SettingURL       = "public_url"   // the environment's alone
	SettingThanks    = "plain_thanks" // off: no thank-you goes by itself
	SettingGoal      = "goal_week"    // one-on-ones that the organization wants to hold a week; "": none
	SettingRetention = "retention"    // months after which the words of texts go; "" or 0: never
)

// Switch is who may be texted, before and after, and what that does.
type Switch struct {
	Before, After reminder.Sending
	Dropped       int          // overdue texts that were given up
	Coming        []ComingText // what the next hour sends
}

// SetSending changes who may be texted. Turning it further on drops what is overdue, so that nobody gets yesterday's reminder, and lists
// what the next hour will send.
func SetSending(ctx context.Context, d Deps, to reminder.Sending) (Switch, error) {
	settings, err := d.Store.Settings(ctx)
	if err != nil {
		return Switch{}, fmt.Errorf("read settings: %w", err)
	}
	s := Switch{Before: reminder.Sending(settings[SettingSending]), After: to}
	now := d.Clock.Now()
	if reach(to) > reach(s.Before) {
		if s.Dropped, err = d.Store.DropOverdue(ctx, now.Add(-overdueAfter), "overdue when sending was turned on"); err != nil {
			return s, fmt.Errorf("drop overdue texts: %w", err)
		}
	}
	if err := d.Store.SetSetting(ctx, SettingSending, string(to), false); err != nil {
		return s, fmt.Errorf("set sending: %w", err)
	}
	if s.Coming, err = d.Store.ComingTexts(ctx, now, now.Add(time.Hour)); err != nil {
		return s, fmt.Errorf("list coming texts: %w", err)
	}
	return s, nil
}

// overdueAfter: what became due just now is not overdue; the next tick decides about it.
const overdueAfter = 15 * time.Minute

func reach(s reminder.Sending) int {
	switch s {
	case reminder.SendingOn:
		return 2
	case reminder.SendingTeam:
		return 1
	case reminder.SendingOff:
	}
	return 0
}
