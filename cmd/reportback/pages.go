package main

import (
	"context"
	"slices"

	"github.com/labstack/echo/v4"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/ical"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/web/about"
	"github.com/reportback/reportback/internal/web/cal"
)

// publicPages adds what anybody may open: who texts, why, and how to stop; and calendar feeds for whoever holds a link.
func (p *parts) publicPages(e *echo.Echo) error {
	cal.Mount(e, func(ctx context.Context, token string) (ical.Calendar, error) {
		return app.OpenCalendar(ctx, p.db, p.deps.Clock, token)
	})
	return about.Mount(e, p.aboutFacts)
}

func (p *parts) aboutFacts(ctx context.Context) (about.Facts, error) {
	s, err := p.db.Settings(ctx)
	if err != nil {
		return about.Facts{}, err
	}
	f := about.Facts{Org: s[app.SettingOrg], Number: p.deps.Number.Display()}
	f.Language, _ = lang.ParseTag(s[app.SettingLanguage])
	if line, err := sms.ParsePhone(s[app.SettingStaffLine]); err == nil {
		f.StaffLine = line.Display()
	}
	hooks, err := p.db.HookEndpoints(ctx)
	if err != nil {
		return f, err
	}
	f.Tools = slices.ContainsFunc(hooks, func(e app.HookEndpoint) bool { return e.On && e.Full })
	return f, nil
}
