package store

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/forget"
)

// walked is one table of words: what is read of it in the order of a key, and what is written where the person is found. Reading takes no
// lock.
type walked struct {
	read  string // ($1 place, $2 erasure, $3 rows): key, id, words, theirs (goes whatever it says), there (talked about them)
	write string // ($1 ids)
}

const walkPiece = 2000

// plainWalk is a table whose rows have one id, with no tie to the person but its words.
func plainWalk(table, words, set string) walked {
	return walked{
		read: `SELECT id::text AS key, id::text AS id, ` + words + ` AS words, false AS theirs, false AS there FROM ` + table + `
WHERE id > coalesce(nullif($1, ''), '00000000-0000-0000-0000-000000000000')::uuid AND $2::uuid IS NOT NULL ORDER BY id LIMIT $3`,
		write: `UPDATE ` + table + ` SET ` + set + ` WHERE id = ANY($1::uuid[])`,
	}
}

// walks lists every table that holds words of people, in the order in which they are walked through.
func walks() []walked {
	return []walked{
		{ // a text of anybody: theirs, about their one-on-ones, the source of an answer on them, or naming them; where they were talked
			// about a first name is enough
			read: `SELECT m.id::text AS key, m.id::text AS id, m.body || ' ' || m.sender AS words,
  coalesce(m.person_id = e.person OR m.subject_id = ANY(e.subjects) OR m.subject_id = e.person OR m.id = ANY(e.sources)
  OR m.cause_id = ANY(e.sources), false) AS theirs,
  coalesce(m.phone_id = ANY(e.phones), false) AS there
FROM messages m, erasures e WHERE e.id = $2 AND m.id > coalesce(nullif($1, ''), '00000000-0000-0000-0000-000000000000')::uuid ORDER BY m.id
  LIMIT $3`,
			write: `WITH gone AS (UPDATE messages SET body = '', sender = '', state = CASE WHEN state = {state.queued} THEN {state.withheld}
  ELSE state END,
  status = CASE WHEN state = {state.queued} THEN {status.withheld} ELSE status END,
  reason = CASE WHEN state = {state.queued} THEN 'erased' ELSE reason END WHERE id = ANY($1::uuid[]) AND (body <> '' OR sender <> '')
  RETURNING sid),
forms AS (UPDATE inbound i SET form = NULL, sender_raw = '' FROM gone WHERE i.sid = gone.sid)
UPDATE callbacks c SET form = '{}' FROM gone WHERE c.sid = gone.sid`,
		},
		{ // their own thread was emptied at once; what the provider delivered of it goes here, by the number
			read: `SELECT i.sid AS key, i.sid AS id, i.sender_raw || ' ' || coalesce(i.form::text, '') AS words,
  coalesce(m.phone_id = e.sole AND e.sole <> 0, false) AS theirs, false AS there
FROM inbound i LEFT JOIN messages m ON m.id = i.message_id, erasures e WHERE e.id = $2 AND i.sid > $1 ORDER BY i.sid LIMIT $3`,
			write: `UPDATE inbound SET form = NULL, sender_raw = '' WHERE sid = ANY($1)`,
		},
		plainWalk("callbacks", "form::text", "form = '{}'"),
		plainWalk("notes", "words", "words = ''"),
		plainWalk("timeline", "note", "note = ''"),
		plainWalk("attention", "note || ' ' || closed_word", "note = 'erased', closed_word = ''"),
		{ // what was to be told, with others' words in it; on their organizers' phones a first name is enough
			read: `SELECT p.id::text AS key, p.id::text AS id, coalesce(p.data::text, '') AS words,
  coalesce(p.person_id = e.person OR p.subject_id = ANY(e.subjects), false) AS theirs,
  p.phone_id = ANY(e.phones) AS there
FROM planned p, erasures e WHERE e.id = $2 AND p.id > coalesce(nullif($1, ''), '00000000-0000-0000-0000-000000000000')::uuid
  AND p.data IS NOT NULL ORDER BY p.id LIMIT $3`,
			write: `UPDATE planned SET data = NULL, state = CASE WHEN state = 'planned' THEN 'dropped' ELSE state END,
			  reason = CASE WHEN state = 'planned' THEN 'erased' ELSE reason END WHERE id = ANY($1::uuid[])`,
		},
		{
			read: `SELECT a.report_id::text AS key, a.report_id || ' ' || a.field AS id, a.words || ' ' || a.value AS words, false AS theirs,
  false AS there FROM answers a
WHERE a.report_id > coalesce(nullif($1, ''), '00000000-0000-0000-0000-000000000000')::uuid AND $2::uuid IS NOT NULL
  AND (a.words <> '' OR a.value <> '') ORDER BY a.report_id LIMIT $3`,
			write: `UPDATE answers SET words = '', value = '' WHERE report_id || ' ' || field = ANY($1)
			  AND report_id = ANY(SELECT left(x, 36)::uuid FROM unnest($1::text[]) x)`,
		},
		plainWalk("promises", "what || ' ' || how", "what = 'erased', how = ''"),
		plainWalk("debriefs", "note", "note = ''"),
		plainWalk("consents", "words", "words = ''"),
		plainWalk("events", "title || ' ' || name_in_texts || ' ' || name_es || ' ' || place || ' ' || bring",
			"title = 'Event', name_in_texts = 'event', name_es = '', place = '', bring = ''"),
		plainWalk("meetings", "place || ' ' || coalesce(proposal::text, '')", "place = '', proposal = NULL, version = version + 1"),
		{
			read:  plainWalk("views", "name || ' ' || words", "").read,
			write: `DELETE FROM views WHERE id = ANY($1::uuid[])`,
		},
		plainWalk("imports", "file_name || ' ' || convert_from(coalesce(file, ''), 'LATIN1')", "file_name = '', file = NULL"),
		{
			read: `SELECT import_id::text AS key, import_id || ' ' || line AS id, coalesce(before::text, '') || ' ' || why AS words,
  false AS theirs, false AS there FROM import_rows
WHERE import_id > coalesce(nullif($1, ''), '00000000-0000-0000-0000-000000000000')::uuid AND $2::uuid IS NOT NULL
  AND (before IS NOT NULL OR why <> '') ORDER BY import_id LIMIT $3`,
			write: `UPDATE import_rows SET before = NULL, why = '' WHERE import_id || ' ' || line = ANY($1)
			  AND import_id = ANY(SELECT left(x, 36)::uuid FROM unnest($1::text[]) x)`,
		},
		{
			read: `SELECT meeting_id::text AS key, meeting_id::text AS id, draft AS words, false AS theirs, false AS there FROM thanks
WHERE meeting_id > coalesce(nullif($1, ''), '00000000-0000-0000-0000-000000000000')::uuid AND $2::uuid IS NOT NULL AND draft <> ''
  ORDER BY meeting_id LIMIT $3`,
			write: `UPDATE thanks SET draft = '', version = version + 1 WHERE meeting_id = ANY($1::uuid[])`,
		},
		{
			read: `SELECT lpad(phone_id::text, 20, '0') AS key, phone_id::text AS id,
  coalesce(data::text, '') || ' ' || coalesce(list::text, '') || ' ' || coalesce(relay::text, '') || ' ' || coalesce(slip::text,
  '') AS words, false AS theirs,
  phone_id = ANY(e.phones) AS there
FROM conversations, erasures e WHERE e.id = $2 AND phone_id > coalesce(nullif($1, ''), '0')::bigint ORDER BY phone_id LIMIT $3`,
			write: `UPDATE conversations SET kind = '', subject_id = NULL, person_id = NULL, question = '', data = NULL, list = NULL, relay = NULL,
			  slip = NULL, version = version + 1 WHERE phone_id = ANY($1::bigint[])`,
		},
		{
			read: `SELECT id::text AS key, id::text AS id, notes || ' ' || best_way || ' ' || relationship || ' ' || access_needs || ' ' ||
  dietary_needs || ' ' || next_step || ' ' || array_to_string(tags, ' ') AS words, false AS theirs, false AS there
FROM people WHERE id > coalesce(nullif($1, ''), '00000000-0000-0000-0000-000000000000')::uuid AND $2::uuid IS NOT NULL
  AND erased_at IS NULL ORDER BY id LIMIT $3`,
			write: `UPDATE people SET notes = '', relationship = '', access_needs = '', dietary_needs = '', next_step = '', tags = '{}',
			  version = version + 1
			  WHERE id = ANY($1::uuid[])`,
		},
	}
}

type erasureRow struct {
	ID     uuid.UUID      `db:"id"`
	Names  pq.StringArray `db:"names"`
	Number string         `db:"number"`
	Step   int            `db:"step"`
	Place  string         `db:"place"`
}

type walkedRow struct {
	Key    string `db:"key"`
	ID     string `db:"id"`
	Words  string `db:"words"`
	Theirs bool   `db:"theirs"`
	There  bool   `db:"there"`
}

// EraseOn implements app.Office: the next piece of the oldest erasure that is not done.
func (s *DB) EraseOn(ctx context.Context, now time.Time) (more bool, err error) {
	var open []erasureRow
	if err := s.sel(ctx, &open, `SELECT id, names, number, step, place FROM erasures WHERE done_at IS NULL ORDER BY at, id
	  LIMIT 1`); err != nil || len(open) == 0 {
		return false, err
	}
	e, all := open[0], walks()
	if e.Step >= len(all) {
		_, err := s.exec(ctx, `UPDATE erasures SET names = '{}', number = '', phones = '{}', subjects = '{}', sources = '{}', place = '',
		  done_at = $2 WHERE id = $1`, e.ID, now)
		return true, err
	}
	w := all[e.Step]
	var got []walkedRow
	if err := s.sel(ctx, &got, w.read, e.Place, e.ID, walkPiece); err != nil {
		return false, fmt.Errorf("read words %d: %w", e.Step, err)
	}
	step, place := e.Step, ""
	if len(got) < walkPiece {
		step++
	} else {
		got, place = wholeKeys(got)
	}
	found := find(forget.New(e.Names, e.Number), got)
	return true, s.again(ctx, func(t *tx) error {
		if len(found) > 0 {
			if _, err := t.exec(ctx, w.write, pq.Array(found)); err != nil {
				return fmt.Errorf("erase words %d: %w", e.Step, err)
			}
		}
		_, err := t.exec(ctx, `UPDATE erasures SET step = $2, place = $3
		  WHERE id = $1 AND (step, place) = ($4, $5)`, e.ID, step, place, e.Step, e.Place)
		return err
	})
}

// wholeKeys leaves the rows of the last key to the next piece, when it may have more of them.
func wholeKeys(rows []walkedRow) ([]walkedRow, string) {
	last, n := rows[len(rows)-1].Key, len(rows)
	if rows[n-1].Key != rows[n-2].Key {
		return rows, last
	}
	for n > 0 && rows[n-1].Key == last {
		n--
	}
	if n == 0 { // one key has more rows than a piece: what is beyond it has another key or is seen by nobody
		return rows, last
	}
	return rows[:n], rows[n-1].Key
}

func find(f forget.Finder, rows []walkedRow) []string {
	var out []string
	for _, r := range rows {
		if r.Theirs || f.Named(r.Words) || r.There && f.Called(r.Words) {
			out = append(out, r.ID)
		}
	}
	return out
}

// EraseWords implements app.Office: once more through everybody's words, for a person who is erased already.
func (s *DB) EraseWords(ctx context.Context, e app.WordErasing) error {
	_, err := s.exec(ctx, addErasureSQL, uuid.Must(uuid.NewV7()), pq.Array(e.Names), e.Number, pq.Array([]int64{}), 0, nil,
		pq.Array([]string{}), pq.Array([]string{}), e.At)
	return err
}
