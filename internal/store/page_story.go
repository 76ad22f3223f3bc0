package store

import (
	"context"
	"slices"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/sms"
)

func numbersOf(phones []sms.Phone) any {
	list := make([]string, len(phones))
	for i, p := range phones {
		list[i] = p.E164()
	}
	return pq.Array(list)
}

const comingToSQL = `SELECT p.due_at, p.rule, coalesce(q.name, '') AS name, f.phone FROM planned p JOIN phones f ON f.id = p.phone_id
  LEFT JOIN people q ON q.id = p.person_id
WHERE p.state = 'planned' AND f.phone = ANY($1) ORDER BY p.due_at, p.id LIMIT $2`

// ComingTo implements page.Story.
func (s *DB) ComingTo(ctx context.Context, phones []sms.Phone, n int) ([]page.Coming, error) {
	var got []struct {
		DueAt time.Time `db:"due_at"`
		Rule  string    `db:"rule"`
		Name  string    `db:"name"`
		Phone string    `db:"phone"`
	}
	if err := s.sel(ctx, &got, comingToSQL, numbersOf(phones), n); err != nil {
		return nil, err
	}
	out := make([]page.Coming, len(got))
	for i, r := range got {
		phone, _ := sms.PhoneFromE164(r.Phone) // it is one, by the table's own check
		out[i] = page.Coming{At: r.DueAt, Rule: r.Rule, To: r.Name, Phone: phone}
	}
	return out, nil
}

// What was held back is a text that was made and stopped, or a planned one that was dropped before it was made.
const withheldFromSQL = `SELECT m.at, f.phone, m.kind, m.body, m.reason, m.subject_kind, m.subject_id, '' AS rule FROM messages m
  JOIN phones f ON f.id = m.phone_id
WHERE f.phone = ANY($1) AND m.dir = {dir.out} AND m.state = {state.withheld}
UNION ALL SELECT p.due_at, f.phone, '', '', p.reason, p.subject_kind, p.subject_id, p.rule FROM planned p
  JOIN phones f ON f.id = p.phone_id WHERE f.phone = ANY($1) AND p.state = 'dropped'
ORDER BY 1 DESC LIMIT $2`

// WithheldFrom implements page.Story.
func (s *DB) WithheldFrom(ctx context.Context, phones []sms.Phone, n int) ([]page.Withheld, error) {
	var got []struct {
		At          time.Time `db:"at"`
		Phone       string    `db:"phone"`
		Kind        string    `db:"kind"`
		Body        string    `db:"body"`
		Reason      string    `db:"reason"`
		SubjectKind string    `db:"subject_kind"`
		SubjectID   nullID    `db:"subject_id"`
		Rule        string    `db:"rule"`
	}
	if err := s.sel(ctx, &got, withheldFromSQL, numbersOf(phones), n); err != nil {
		return nil, err
	}
	out := make([]page.Withheld, len(got))
	for i, r := range got {
		phone, _ := sms.PhoneFromE164(r.Phone) // it is one, by the table's own check
		out[i] = page.Withheld{
			At: r.At, Phone: phone, Kind: r.Kind, Body: r.Body, Reason: r.Reason, SubjectKind: r.SubjectKind,
			SubjectID: r.SubjectID.id(), Rule: r.Rule,
		}
	}
	slices.Reverse(out)
	return out, nil
}

// Asked implements page.Story.
func (s *DB) Asked(ctx context.Context, phones []sms.Phone) ([]sms.Phone, error) {
	got := []string{}
	q := `SELECT f.phone FROM conversations c JOIN phones f ON f.id = c.phone_id WHERE f.phone = ANY($1) AND c.kind <> ''`
	if err := s.sel(ctx, &got, q, numbersOf(phones)); err != nil {
		return nil, err
	}
	out := make([]sms.Phone, len(got))
	for i, n := range got {
		out[i], _ = sms.PhoneFromE164(n) // it is one, by the table's own check
	}
	return out, nil
}

// SubjectsOf implements page.Story.
func (s *DB) SubjectsOf(ctx context.Context, messages []uuid.UUID) (map[uuid.UUID]page.Subject, error) {
	var got []struct {
		ID   uuid.UUID `db:"id"`
		Kind string    `db:"subject_kind"`
		Of   nullID    `db:"subject_id"`
	}
	if err := s.sel(ctx, &got, `SELECT id, subject_kind, subject_id FROM messages
	  WHERE id = ANY($1::uuid[]) AND subject_id IS NOT NULL`, pq.Array(strs(messages))); err != nil {
		return nil, err
	}
	out := make(map[uuid.UUID]page.Subject, len(got))
	for _, r := range got {
		out[r.ID] = page.Subject{Kind: r.Kind, ID: r.Of.id()}
	}
	return out, nil
}
