package store

import (
	"context"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
)

// A text that is still to leave keeps its words. The walk goes by messages_page.
const blankWordsSQL = `WITH old AS (SELECT id, at FROM messages WHERE at < $1 AND (at, id) > ($2, $3) ORDER BY at, id LIMIT $4),
gone AS (UPDATE messages m SET body = '' FROM old WHERE m.id = old.id AND m.body <> '' AND m.state NOT IN (1, 2, 3) RETURNING m.id, m.sid),
forms AS (UPDATE inbound i SET form = NULL FROM gone WHERE i.sid = gone.sid AND i.form IS NOT NULL)
SELECT o.id, o.at, (SELECT count(*) FROM gone) AS n FROM old o ORDER BY o.at DESC, o.id DESC LIMIT 1`

// BlankWords implements app.Keeper.
func (s *DB) BlankWords(ctx context.Context, before time.Time, from app.TextPlace, n int) (app.TextPlace, int64, error) {
	var got []struct {
		ID uuid.UUID `db:"id"`
		At time.Time `db:"at"`
		N  int64     `db:"n"`
	}
	if err := s.sel(ctx, &got, blankWordsSQL, before, from.At, from.ID, n); err != nil || len(got) == 0 {
		return app.TextPlace{}, 0, err
	}
	return app.TextPlace{At: got[0].At, ID: got[0].ID}, got[0].N, nil
}

// What is past loses its words or goes: the data of plans that are over, drafts of thank-yous, what conversations remember, callbacks and
// attempts by the time in their ids (callbacks, whose key is a UUIDv7, and attempts, by their text's), rows that were closed.
func pastSQL() []string {
	return []string{
		`UPDATE planned SET data = NULL WHERE id IN (SELECT id FROM planned WHERE due_at < $1 AND state <> 'planned' AND data IS NOT NULL
		  ORDER BY due_at LIMIT $2)`,
		`UPDATE thanks SET draft = '', version = version + 1 WHERE meeting_id IN (SELECT meeting_id FROM thanks
		  WHERE draft <> '' AND ends_at < $1 AND state NOT IN ('waiting', 'draft', 'held', 'approved') ORDER BY ends_at LIMIT $2)`,
		`DELETE FROM attention WHERE id IN (SELECT id FROM attention WHERE closed_at < $1 ORDER BY closed_at LIMIT $2)`,
		// what a conversation remembers of words that were passed on or taken back, and one that nobody has gone on with
		`UPDATE conversations SET slip = NULL, version = version + 1 WHERE phone_id IN (SELECT phone_id FROM conversations
		  WHERE (slip ->> 'at')::timestamptz < $1 LIMIT $2)`,
		`UPDATE conversations SET relay = NULL, version = version + 1 WHERE phone_id IN (SELECT phone_id FROM conversations
		  WHERE greatest((relay ->> 'at')::timestamptz, (relay ->> 'told')::timestamptz) < $1 LIMIT $2)`,
		`UPDATE conversations SET kind = '', subject_id = NULL, person_id = NULL, question = '', data = NULL, list = NULL, version = version + 1
		  WHERE phone_id IN (SELECT phone_id FROM conversations WHERE (kind <> '' OR data IS NOT NULL OR list IS NOT NULL)
		  AND greatest(asked_at, last_in_at) < $1 LIMIT $2)`,
	}
}

// DropPast implements app.Keeper.
func (s *DB) DropPast(ctx context.Context, before time.Time, n int) (more bool, err error) {
	for _, q := range pastSQL() {
		gone, err := s.exec(ctx, q, before, n)
		if err != nil {
			return false, err
		}
		more = more || gone >= int64(n)
	}
	for _, q := range []string{
		`DELETE FROM callbacks WHERE id IN (SELECT id FROM callbacks WHERE id < $1 ORDER BY id LIMIT $2)`,
		`DELETE FROM attempts WHERE ctid IN (SELECT ctid FROM attempts WHERE message_id < $1 ORDER BY message_id LIMIT $2)`,
	} {
		gone, err := s.exec(ctx, q, firstID(before), n)
		if err != nil {
			return false, err
		}
		more = more || gone >= int64(n)
	}
	return more, nil
}

// DropForms implements app.Keeper.
func (s *DB) DropForms(ctx context.Context, before, tried time.Time, n int) (more bool, err error) {
	gone, err := s.exec(ctx, `UPDATE inbound SET form = NULL WHERE sid IN (SELECT sid FROM inbound WHERE form IS NOT NULL AND received_at < $1
	  ORDER BY received_at LIMIT $2)`, before, n)
	if err != nil {
		return false, err
	}
	if _, err := s.exec(ctx, `DELETE FROM imports WHERE state = 'tried' AND at < $1`, tried); err != nil {
		return false, err
	}
	_, err = s.exec(ctx, `UPDATE import_rows SET before = NULL WHERE before IS NOT NULL
	  AND import_id IN (SELECT id FROM imports WHERE at < $1)`, before)
	return gone >= int64(n), err
}

// DropSignins implements app.Keeper.
func (s *DB) DropSignins(ctx context.Context, before time.Time) error {
	for _, q := range []string{
		`DELETE FROM signin_brake WHERE since < $1`, `DELETE FROM sessions WHERE ends_at < $1`,
		`DELETE FROM tokens WHERE expires_at < $1 OR used_at < $1 AND kind = 'first'`,
	} {
		if _, err := s.exec(ctx, q, before); err != nil {
			return err
		}
	}
	return nil
}
