package store

import (
	"context"

	"github.com/google/uuid"
	"github.com/lib/pq"
)

const namesOfSQL = `SELECT id::text AS id, name FROM people WHERE id = ANY($1::uuid[])
UNION ALL SELECT m.id::text, format({name.meeting}, o.name, coalesce(c.name, '?')) FROM meetings m JOIN people o ON o.id = m.organizer_id
  LEFT JOIN people c ON c.id = m.contact_id WHERE m.id = ANY($1::uuid[])
UNION ALL SELECT r.id::text, format({name.report}, o.name, coalesce(c.name, '?')) FROM reports r
  JOIN people o ON o.id = r.organizer_id LEFT JOIN people c ON c.id = r.contact_id WHERE r.id = ANY($1::uuid[])
UNION ALL SELECT id::text, title FROM events WHERE id = ANY($1::uuid[])
UNION ALL SELECT id::text, what FROM promises WHERE id = ANY($1::uuid[])
UNION ALL SELECT d.id::text, format({name.debrief}, o.name) FROM debriefs d JOIN people o ON o.id = d.organizer_id
  WHERE d.id = ANY($1::uuid[])
UNION ALL SELECT id::text, file_name FROM imports WHERE id = ANY($1::uuid[])
UNION ALL SELECT a.id::text, coalesce(CASE WHEN p.name || m.body <> '' THEN format({name.wrote}, p.name, left(m.body, 80)) END, p.name,
  f.phone, a.note) FROM attention a
  LEFT JOIN messages m ON m.id = a.message_id AND m.dir = {dir.in}
  LEFT JOIN phones f ON f.id = a.phone_id LEFT JOIN LATERAL (SELECT q.name FROM people q
  WHERE q.phone_id = a.phone_id AND q.erased_at IS NULL ORDER BY q.id LIMIT 1) p ON true WHERE a.id = ANY($1::uuid[])
UNION ALL SELECT f.id::text, coalesce(p.name, f.phone) FROM phones f
  LEFT JOIN LATERAL (SELECT q.name FROM people q WHERE q.phone_id = f.id AND q.erased_at IS NULL ORDER BY q.id LIMIT 1) p ON true
WHERE f.id = ANY($2::bigint[])`

// NamesOf implements page.Store.
func (s *DB) NamesOf(ctx context.Context, ids []uuid.UUID, phones []int64) (map[string]string, error) {
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = id.String()
	}
	var got []struct {
		ID   string `db:"id"`
		Name string `db:"name"`
	}
	if err := s.sel(ctx, &got, namesOfSQL, pq.Array(list), pq.Array(phones)); err != nil {
		return nil, err
	}
	out := make(map[string]string, len(got))
	for _, r := range got {
		out[r.ID] = r.Name
	}
	return out, nil
}
