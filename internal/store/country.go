package store

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/sms"
)

const (
	// Refused for its country's sake: it waits at the head of its lane, and is refused for good when it would make no sense at the next try.
	settleShutSQL = `
UPDATE messages m SET claimed_at = NULL,
  retry_at = CASE WHEN m.valid_until < r.retry_at THEN NULL ELSE r.retry_at END,
  state = CASE WHEN m.valid_until < r.retry_at THEN {state.rejected} ELSE {state.queued} END,
  status = CASE WHEN m.valid_until < r.retry_at THEN {status.failed} ELSE {status.queued} END,
  status_rank = CASE WHEN m.valid_until < r.retry_at THEN {rank.over} ELSE m.status_rank END,
  error_code = CASE WHEN m.valid_until < r.retry_at THEN r.code ELSE m.error_code END,
  reason = CASE WHEN m.valid_until < r.retry_at THEN m.reason || '; ' || {why.refused} ELSE m.reason END
FROM json_to_recordset($1::json) AS r(id uuid, n int, code int, retry_at timestamptz)
  WHERE {these.m} AND m.id = r.id AND m.attempt = r.n AND m.state = {state.sending}
RETURNING m.id, m.state`

	shutSQL = `
INSERT INTO attention (id, kind, subject_kind, subject_id, note, at) VALUES ($1, 'country_shut', 'country', $2, $3, $4)
ON CONFLICT (kind, subject_kind, subject_id) WHERE closed_at IS NULL DO NOTHING`

	openedSQL = `UPDATE attention SET closed_at = $2 WHERE kind = 'country_shut' AND subject_kind = 'country' AND subject_id = $1
	  AND closed_at IS NULL`
)

// countryID is a country's as the subject of a row: the same in every database.
func countryID(country string) uuid.UUID {
	return uuid.NewSHA1(uuid.NameSpaceURL, []byte("country:"+country))
}

// park gives texts that were refused for their country's sake back to their lanes, and returns those that are refused for good.
func (t *tx) park(ctx context.Context, shut []outcomeSave) (refused []outcomeSave, err error) {
	return t.giveBack(ctx, settleShutSQL, shut, refusalNote(app.ClassCountry))
}

// giveBack runs a statement that gives texts back to their lanes, and returns those that it refused for good.
func (t *tx) giveBack(ctx context.Context, query string, list []outcomeSave, note string) (refused []outcomeSave, err error) {
	if len(list) == 0 {
		return nil, nil
	}
	var got []struct {
		ID    uuid.UUID `db:"id"`
		State sms.State `db:"state"`
	}
	if err := t.sel(ctx, &got, query, rows(list)); err != nil {
		return nil, fmt.Errorf("give texts back: %w", err)
	}
	for _, g := range got {
		for _, h := range list {
			if g.State == sms.Rejected && g.ID == h.ID {
				h.AID, h.Note = uuid.Must(uuid.NewV7()), note
				refused = append(refused, h)
			}
		}
	}
	return refused, nil
}

// countries keeps a row on Today for each country that is refused, until a text that waited is taken there.
func (t *tx) countries(ctx context.Context, now time.Time, outs []app.Outcome) error {
	for _, o := range outs {
		var err error
		switch {
		case o.Country == "":
		case o.Kind == app.OutcomeSent:
			_, err = t.exec(ctx, openedSQL, countryID(o.Country), now)
		default:
			err = t.shut(ctx, now, o.Country)
		}
		if err != nil {
			return fmt.Errorf("a country's row: %w", err)
		}
	}
	return nil
}

func (t *tx) shut(ctx context.Context, now time.Time, country string) error {
	_, err := t.exec(ctx, shutSQL, uuid.Must(uuid.NewV7()), countryID(country), country, now)
	return err
}
