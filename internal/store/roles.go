package store

import (
	"context"

	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/change"
)

const (
	// Both phones are locked as every step locks them: by id.
	lockTwoSQL = `SELECT f.id FROM phones f WHERE f.id IN (SELECT phone_id FROM people WHERE id IN ($1, $2)) ORDER BY f.id FOR UPDATE`

	mayTakeSQL = `SELECT coalesce(phone_id, 0) FROM people WHERE id = $1 AND 'organizer' = ANY(roles) AND erased_at IS NULL`

	handContactsSQL = `UPDATE people SET organizer_id = $2, version = version + 1 WHERE organizer_id = $1 AND id <> $2 AND erased_at IS NULL`

	// Who had it before is whom the contact knows: an organizer who had it in between and never wrote to them, or after it was held, is not
	// named.
	handMeetingsSQL = `UPDATE meetings m SET organizer_id = $2, version = version + 1, handed_at = $3,
  handed_from = nullif(CASE WHEN m.handed_from IS NOT NULL AND (m.starts_at <= m.handed_at OR m.starts_at > $3
    AND NOT EXISTS (SELECT 1 FROM people c JOIN phones f ON f.id = c.phone_id
    WHERE c.id = m.contact_id AND $1 = ANY(f.introduced))) THEN m.handed_from ELSE $1 END, $2)
WHERE m.organizer_id = $1 AND m.status IN ('planned', 'proposed', 'confirmed', 'held') AND m.contact_id IS DISTINCT FROM $2
  AND NOT EXISTS (SELECT 1 FROM reports r WHERE r.meeting_id = m.id AND r.status = 'filed')
  AND NOT EXISTS (SELECT 1 FROM meetings o WHERE o.organizer_id = $2 AND o.contact_id = m.contact_id AND o.starts_at = m.starts_at
  AND o.status IN ('planned', 'proposed', 'confirmed'))`

	handReportsSQL = `UPDATE reports SET organizer_id = $2, version = version + 1 WHERE organizer_id = $1 AND status = 'draft'
  AND (meeting_id IS NULL OR meeting_id IN (SELECT id FROM meetings WHERE organizer_id = $2))`

	handPromisesSQL = `UPDATE promises SET owner_id = $2, version = version + 1 WHERE owner_id = $1 AND closed_at IS NULL`

	handCommitmentsSQL = `UPDATE promises SET to_id = $2, version = version + 1 WHERE to_id = $1 AND kind = 'commitment' AND closed_at IS NULL`

	handThanksSQL = `UPDATE thanks t SET organizer_id = $2, version = version + 1
WHERE t.organizer_id = $1 AND t.state IN ('waiting', 'draft', 'held') AND t.meeting_id IN (SELECT id FROM meetings WHERE organizer_id = $2)`

	handGuestsSQL = `UPDATE rsvps SET organizer_id = $2 WHERE organizer_id = $1 AND attended = 'unknown'
	  AND event_id IN (SELECT id FROM events WHERE starts_at > $3)`

	// What was to be asked of the one is asked of the other. A wait of the one who leaves that the other has already is not needed twice.
	handPlansSQL = `UPDATE planned n SET person_id = $2, phone_id = $3, version = version + 1
WHERE n.person_id = $1 AND n.state = 'planned' AND n.phone_id = $4
  AND (n.subject_kind = 'meeting' AND n.subject_id IN (SELECT id FROM meetings WHERE organizer_id = $2) OR n.subject_kind = 'report'
  AND n.subject_id IN (SELECT id FROM reports WHERE organizer_id = $2)
    OR n.subject_kind = 'promise' AND n.subject_id IN (SELECT id FROM promises WHERE owner_id = $2))
  AND NOT EXISTS (SELECT 1 FROM planned o WHERE o.subject_kind = n.subject_kind AND o.subject_id = n.subject_id AND o.person_id = $2
  AND o.rule = n.rule AND o.occurrence = n.occurrence)`

	handRestSQL = `UPDATE planned n SET state = 'superseded', reason = 'handed over', version = version + 1
WHERE n.person_id = $1 AND n.state = 'planned' AND (n.subject_id IN (SELECT id FROM meetings WHERE organizer_id = $2)
  OR n.subject_id IN (SELECT id FROM reports WHERE organizer_id = $2))`

	handAsksSQL = `UPDATE asks SET closed_at = $3, why = 'handed over' WHERE phone_id = $1 AND closed_at IS NULL
  AND subject_id IN (SELECT id FROM meetings WHERE organizer_id = $2 UNION ALL SELECT id FROM reports WHERE organizer_id = $2
  UNION ALL SELECT id FROM promises WHERE owner_id = $2)`

	handTalkSQL = `UPDATE conversations SET kind = '', subject_id = NULL, question = '', data = NULL, list = NULL, version = version + 1
	  WHERE phone_id = $1`

	rolesSQL = `UPDATE people SET roles = $3, version = version + 1 WHERE id = $1 AND version = $2 AND erased_at IS NULL`

	adminsSQL = `SELECT id FROM people WHERE 'admin' = ANY(roles) AND roles && ARRAY['staff', 'admin'] AND erased_at IS NULL ORDER BY id
	  FOR UPDATE`
)

// HandOver implements app.Office.
func (s *DB) HandOver(ctx context.Context, h app.Handing) (app.Handed, error) {
	var out app.Handed
	err := s.inTx(ctx, func(t *tx) error {
		out = app.Handed{}
		var locked, from, to []int64
		if err := t.sel(ctx, &locked, lockTwoSQL, h.From, h.To); err != nil {
			return err
		}
		if err := t.sel(ctx, &to, mayTakeSQL, h.To); err != nil {
			return err
		}
		if err := t.sel(ctx, &from, `SELECT coalesce(phone_id, 0) FROM people WHERE id = $1 AND erased_at IS NULL`, h.From); err != nil {
			return err
		}
		switch {
		case len(from) == 0:
			return app.ErrNotFound
		case len(to) == 0 || to[0] == 0:
			return app.ErrHanding
		}
		var commitments int64
		for _, q := range []struct {
			query string
			args  []any
			n     *int64
		}{
			{handContactsSQL, []any{h.From, h.To}, &out.Contacts},
			{handMeetingsSQL, []any{h.From, h.To, h.At}, &out.Meetings},
			{handReportsSQL, []any{h.From, h.To}, &out.Reports},
			{handPromisesSQL, []any{h.From, h.To}, &out.Promises},
			{handCommitmentsSQL, []any{h.From, h.To}, &commitments},
			{handThanksSQL, []any{h.From, h.To}, nil},
			{handGuestsSQL, []any{h.From, h.To, h.At}, nil},
			{handPlansSQL, []any{h.From, h.To, to[0], from[0]}, nil},
			{handRestSQL, []any{h.From, h.To}, nil},
			{handAsksSQL, []any{from[0], h.To, h.At}, nil},
			{handTalkSQL, []any{from[0]}, nil},
			{staffLineSQL, []any{h.Line, h.From, h.At, h.By, string(change.WorkHandedOver)}, nil},
		} {
			n, err := t.exec(ctx, q.query, q.args...)
			if err != nil {
				return err
			}
			if q.n != nil {
				*q.n = n
			}
		}
		out.Promises += commitments
		return t.Save(ctx, []change.Set{{Changes: h.Told(to[0], out)}})
	})
	return out, err
}

// SetRoles implements app.Office. The admins are locked, so that two cannot take each other away at once.
func (s *DB) SetRoles(ctx context.Context, r app.RoleChange) error {
	return s.inTx(ctx, func(t *tx) error {
		var before, after []string
		if err := t.sel(ctx, &before, adminsSQL); err != nil {
			return err
		}
		roles := make([]string, len(r.Roles))
		for i, role := range r.Roles {
			roles[i] = string(role)
		}
		n, err := t.exec(ctx, rolesSQL, r.ID, r.Version, pq.Array(roles))
		if err != nil {
			return err
		}
		if n == 0 {
			return app.ErrConflict
		}
		if err := t.sel(ctx, &after, adminsSQL); err != nil {
			return err
		}
		if len(before) > 0 && len(after) == 0 {
			return app.ErrLastAdmin
		}
		_, err = t.exec(ctx, staffLineSQL, r.Line, r.ID, r.At, r.By, string(change.RolesChanged))
		return err
	})
}
