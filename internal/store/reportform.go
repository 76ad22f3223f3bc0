package store

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/sms"
)

const reportOfLinkSQL = `
SELECT r.id, r.organizer_id, r.contact_id, r.meeting_id, r.status, r.version, f.phone, o.language,
  coalesce((SELECT value FROM settings WHERE key = 'language'), 'en') AS org_language, coalesce(c.name, '') AS contact
FROM tokens t JOIN reports r ON r.id = t.subject_id JOIN people o ON o.id = r.organizer_id JOIN phones f ON f.id = o.phone_id
LEFT JOIN people c ON c.id = r.contact_id
WHERE t.hash = $1 AND t.kind = $2 AND t.revoked_at IS NULL AND t.expires_at > $3 AND o.erased_at IS NULL AND NOT f.locked
  AND t.holder_id = r.organizer_id AND 'organizer' = ANY(o.roles)`

type reportFormRow struct {
	ID          uuid.UUID `db:"id"`
	OrganizerID uuid.UUID `db:"organizer_id"`
	ContactID   nullID    `db:"contact_id"`
	MeetingID   nullID    `db:"meeting_id"`
	Status      string    `db:"status"`
	Version     int       `db:"version"`
	Phone       string    `db:"phone"`
	Language    string    `db:"language"`
	OrgLanguage string    `db:"org_language"`
	Contact     string    `db:"contact"`
}

// ReportByToken implements app.Books.
func (s *DB) ReportByToken(ctx context.Context, hash []byte, kind string, now time.Time) (app.ReportForm, error) {
	var got []reportFormRow
	if err := s.sel(ctx, &got, reportOfLinkSQL, hash, kind, now); err != nil {
		return app.ReportForm{}, err
	}
	if len(got) == 0 {
		return app.ReportForm{}, app.ErrNotFound
	}
	r := got[0]
	phone, err := sms.PhoneFromE164(r.Phone)
	if err != nil {
		return app.ReportForm{}, fmt.Errorf("phone of report %s: %w", r.ID, err)
	}
	var answers []answerRow
	if err := s.sel(ctx, &answers, answersSQL, pq.Array([]string{r.ID.String()})); err != nil {
		return app.ReportForm{}, err
	}
	f := app.ReportForm{Phone: phone, Language: lang.Tag(r.Language), Contact: r.Contact, Filed: r.Status != "draft"}
	if r.Language == "" {
		f.Language = lang.Tag(r.OrgLanguage)
	}
	f.Draft = report.Draft{
		ID: r.ID, OrganizerID: r.OrganizerID, ContactID: r.ContactID.id(), MeetingID: r.MeetingID.id(),
		Version: r.Version, Answers: map[report.Name]report.Answer{},
	}
	for _, a := range answers {
		f.Draft.Answers[report.Name(a.Field)] = report.Answer{
			State: report.State(a.State), Words: a.Words, Value: a.Value,
			NeedsReview: a.NeedsReview,
		}
	}
	return f, nil
}
