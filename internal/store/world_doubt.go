package store

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// What was said before the doubt is the last word that is none; a phone of which nobody said anything is unknown.
const doubtsSQL = `SELECT f.id AS phone_id, b.consent AS before,
  (SELECT c.message_id FROM consents c WHERE c.phone_id = f.id AND c.consent = {consent.doubtful} ORDER BY c.at DESC, c.id DESC
  LIMIT 1) AS message_id, coalesce(l.source, '') AS source, l.at AS since
FROM unnest($1::bigint[]) AS f(id)
LEFT JOIN LATERAL (SELECT c.consent FROM consents c WHERE c.phone_id = f.id AND c.consent <> {consent.doubtful}
  ORDER BY c.at DESC, c.id DESC
  LIMIT 1) b ON true
LEFT JOIN LATERAL (SELECT c.source, c.at FROM consents c WHERE c.phone_id = f.id ORDER BY c.at DESC, c.id DESC LIMIT 1) l ON true`

type doubtRow struct {
	PhoneID   int64        `db:"phone_id"`
	Before    *int16       `db:"before"`
	MessageID nullID       `db:"message_id"`
	Source    string       `db:"source"`
	Since     sql.NullTime `db:"since"`
}

// loadDoubts reads, of phones that get no texts, which text is doubtful, what was before it, and why none go.
func (t *tx) loadDoubts(ctx context.Context, needs []world.Need, worlds []world.World) error {
	ids, at := phonesThat(needs, worlds, func(n world.Need) bool { return n.Doubt })
	if len(ids) == 0 {
		return nil
	}
	var got []doubtRow
	if err := t.sel(ctx, &got, doubtsSQL, pq.Array(ids)); err != nil {
		return fmt.Errorf("doubtful texts: %w", err)
	}
	for _, r := range got {
		d := world.Doubt{MessageID: r.MessageID.id(), Source: r.Source, Since: zero(r.Since)}
		if r.Before != nil {
			d.Before = person.Consent(*r.Before)
		}
		worlds[at[r.PhoneID]].Doubt = d
	}
	return nil
}
