package store

import (
	"context"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/app"
)

const (
	lockTwoPhonesSQL = `SELECT id FROM phones WHERE phone = $1 OR id = (SELECT phone_id FROM people WHERE id = $2) ORDER BY id FOR UPDATE`

	// Whose number is new is theirs alone among those who work here, and is no second record of the same name.
	phoneClashSQL = `SELECT coalesce(bool_or(o.name_folded = folded($3)), false) AS same,
  coalesce(bool_or(o.roles && ARRAY['organizer', 'staff', 'admin', 'viewer']
  AND EXISTS (SELECT FROM people w WHERE w.id = $2 AND w.roles && ARRAY['organizer', 'staff', 'admin', 'viewer'])), false) AS taken
FROM people o JOIN phones f ON f.id = o.phone_id WHERE f.phone = $1 AND o.id <> $2 AND o.erased_at IS NULL`

	// What waits for the old number goes to the new one, by the consent that it has; what is on its way to the old one stays here.
	rephonedSQL = `WITH was AS (SELECT p.id, p.phone_id AS old, (SELECT id FROM phones WHERE phone = $2) AS new FROM people p WHERE p.id = $1),
moved AS (UPDATE planned q SET phone_id = w.new, version = q.version + 1 FROM was w
  WHERE q.person_id = w.id AND q.state = 'planned' AND w.new IS NOT NULL AND w.new IS DISTINCT FROM w.old),
ended AS (UPDATE planned q SET state = 'dropped', reason = {why.no_number}, version = q.version + 1 FROM was w
  WHERE q.person_id = w.id AND q.state = 'planned' AND w.new IS NULL),
held AS (UPDATE messages m SET state = {state.withheld}, status = {status.withheld}, reason = {why.number_changed} FROM was w
  WHERE m.phone_id = w.old AND m.person_id = w.id AND m.state = {state.queued} AND w.new IS DISTINCT FROM w.old),
line AS (INSERT INTO timeline (id, subject_kind, subject_id, at, actor_kind, actor_id, what, note)
  SELECT $3, 'person', w.id, $4, 'staff', $5, 'phone_changed',
  coalesce({note.before} || (SELECT phone FROM phones WHERE id = w.old), {note.no_number}) FROM was w WHERE w.new IS DISTINCT FROM w.old)
UPDATE people p SET phone_id = w.new FROM was w WHERE p.id = w.id`
)

// lockPhones locks the old and the new number, and refuses one that cannot be this person's.
func (t *tx) lockPhones(ctx context.Context, e app.Edit) error {
	if !e.Phone.IsZero() {
		if _, err := t.exec(ctx, addPhonesSQL, pq.Array([]string{e.Phone.E164()})); err != nil {
			return err
		}
	}
	ids := []int64{}
	if err := t.sel(ctx, &ids, lockTwoPhonesSQL, e.Phone.E164(), e.ID); err != nil {
		return err
	}
	var clash []struct {
		Same  bool `db:"same"`
		Taken bool `db:"taken"`
	}
	if err := t.sel(ctx, &clash, phoneClashSQL, e.Phone.E164(), e.ID, e.Name); err != nil {
		return err
	}
	switch {
	case len(clash) > 0 && clash[0].Same:
		return app.ErrSameName
	case len(clash) > 0 && clash[0].Taken:
		return app.ErrPhoneTaken
	}
	return nil
}

// rephone gives somebody another number: consent belongs to a number, so it is asked anew, and what was said before stays in the history.
func (t *tx) rephone(ctx context.Context, e app.Edit) error {
	_, err := t.exec(ctx, rephonedSQL, e.ID, e.Phone.E164(), uuid.Must(uuid.NewV7()), e.At, e.By)
	return err
}

// KeepNote implements app.Office.
func (s *DB) KeepNote(ctx context.Context, n app.PersonNote) error {
	kind := "note"
	if n.Call {
		kind = "call"
	}
	const keep = `INSERT INTO notes (id, author_id, person_id, kind, words, at) SELECT $1, $2, p.id, $4, $5, $6 FROM people p
	  WHERE p.id = $3 AND p.erased_at IS NULL`
	return notFoundWhenNone(s.exec(ctx, keep, n.ID, n.By, n.Person, kind, n.Words, n.At))
}
