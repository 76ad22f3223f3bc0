package app

import (
	"context"
	"fmt"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// ReportForm is a report's draft as its page shows it.
type ReportForm struct {
	Draft    report.Draft
	Phone    sms.Phone // the organizer's: what is written on the page goes through its step
	Language lang.Tag
	Contact  string
	Filed    bool
}

// OpenReport returns the draft that a link is for; ErrNotFound when the link is unknown, revoked or too old. Opening it uses nothing up.
func (r *Receiver) OpenReport(ctx context.Context, token string) (ReportForm, error) {
	f, err := r.Store.ReportByToken(ctx, change.TokenHash(token), change.TokenWeb, r.Clock.Now())
	if err != nil {
		return f, fmt.Errorf("report of a link: %w", err)
	}
	return f, nil
}

// FillReport writes what the organizer put into the page into the same draft that the texts write, and files it when asked to.
func (r *Receiver) FillReport(ctx context.Context, f ReportForm, fields map[string]string, file bool) error {
	act := world.Act{Kind: world.ActDraft, Subject: f.Draft.ID, Fields: fields, File: file}
	if _, err := r.Act(ctx, f.Phone, act); err != nil {
		return fmt.Errorf("fill report %s: %w", f.Draft.ID, err)
	}
	return nil
}
