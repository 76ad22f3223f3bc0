package store

import (
	"context"
	"database/sql"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/sms"
)

// looksAfterSQL is what an organizer looks after, by contact; the null contact is what has none. What is past is what a hand-over leaves.
const looksAfterSQL = `WITH m AS (SELECT m.contact_id AS who, m.starts_at, m.status <> 'held' AND coalesce(m.starts_at > $2, true) AS coming
  FROM meetings m WHERE m.organizer_id = $1 AND m.status IN ('planned', 'proposed', 'confirmed', 'held')
  AND NOT EXISTS (SELECT 1 FROM reports r WHERE r.meeting_id = m.id AND r.status = 'filed')),
p AS (SELECT to_id AS who FROM promises WHERE owner_id = $1 AND closed_at IS NULL
  UNION ALL SELECT owner_id FROM promises WHERE to_id = $1 AND kind = 'commitment' AND closed_at IS NULL),
g AS (SELECT r.person_id AS who FROM rsvps r JOIN events e ON e.id = r.event_id
  WHERE r.organizer_id = $1 AND r.attended = 'unknown' AND e.starts_at > $2),
d AS (SELECT contact_id AS who FROM reports WHERE organizer_id = $1 AND status = 'draft' AND meeting_id IS NULL),
w AS (SELECT id AS who FROM people WHERE organizer_id = $1 AND id <> $1 AND erased_at IS NULL
  UNION SELECT who FROM m UNION SELECT who FROM p UNION SELECT who FROM g UNION SELECT who FROM d)
SELECT w.who AS id, coalesce(c.name, '') AS name, coalesce(f.phone, '') AS phone,
  coalesce(c.organizer_id = $1, false) AS theirs,
  (SELECT count(*) FROM m WHERE m.who IS NOT DISTINCT FROM w.who AND m.coming) AS coming,
  (SELECT min(m.starts_at) FROM m WHERE m.who IS NOT DISTINCT FROM w.who AND m.coming) AS next,
  (SELECT count(*) FROM m WHERE m.who IS NOT DISTINCT FROM w.who AND NOT m.coming)
    + (SELECT count(*) FROM d WHERE d.who IS NOT DISTINCT FROM w.who) AS past,
  (SELECT count(*) FROM p WHERE p.who IS NOT DISTINCT FROM w.who) AS promises,
  (SELECT count(*) FROM g WHERE g.who IS NOT DISTINCT FROM w.who) AS events
FROM w LEFT JOIN people c ON c.id = w.who LEFT JOIN phones f ON f.id = c.phone_id
ORDER BY w.who IS NULL, c.name_folded, w.who`

// LooksAfter implements page.People.
func (s *DB) LooksAfter(ctx context.Context, organizer uuid.UUID, now time.Time) ([]page.LookedAfter, error) {
	var got []struct {
		ID       nullID       `db:"id"`
		Name     string       `db:"name"`
		Phone    string       `db:"phone"`
		Theirs   bool         `db:"theirs"`
		Coming   int          `db:"coming"`
		Next     sql.NullTime `db:"next"`
		Past     int          `db:"past"`
		Promises int          `db:"promises"`
		Events   int          `db:"events"`
	}
	if err := s.sel(ctx, &got, looksAfterSQL, organizer, now); err != nil {
		return nil, err
	}
	out := make([]page.LookedAfter, len(got))
	for i, r := range got {
		phone, _ := sms.PhoneFromE164(r.Phone) // none when there is no number
		out[i] = page.LookedAfter{
			ID: r.ID.id(), Name: r.Name, Phone: phone, Theirs: r.Theirs, Coming: r.Coming, Next: zero(r.Next), Past: r.Past,
			Promises: r.Promises, Events: r.Events,
		}
	}
	return out, nil
}
