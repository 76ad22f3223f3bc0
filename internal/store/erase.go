package store

import (
	"context"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/fold"
)

const (
	// Steps lock phones by id before they read people: none can bring back what is taken out here. Whoever has had the person to look after is
	// among them: also before a hand-over, and who was introduced to their phone.
	eraseLockSQL = `SELECT f.id FROM phones f WHERE f.id IN (SELECT phone_id FROM people WHERE id = $1 OR id IN (
  SELECT organizer_id FROM meetings WHERE contact_id = $1 UNION SELECT handed_from FROM meetings WHERE contact_id = $1
  UNION SELECT organizer_id FROM people WHERE id = $1 UNION SELECT organizer_id FROM reports WHERE contact_id = $1
  UNION SELECT author_id FROM notes WHERE person_id = $1 UNION SELECT author_id FROM notes
  WHERE meeting_id IN (SELECT id FROM meetings WHERE contact_id = $1)
  UNION SELECT actor_id FROM timeline WHERE subject_kind = 'meeting' AND subject_id IN (SELECT id FROM meetings WHERE contact_id = $1)
  UNION SELECT unnest(x.introduced) FROM phones x JOIN people p ON p.phone_id = x.id WHERE p.id = $1)) ORDER BY f.id FOR UPDATE`

	eraseWhoSQL = `SELECT p.name, p.preferred_name, p.former, coalesce(p.phone_id, 0) AS phone_id, coalesce(f.phone, '') AS phone,
  NOT EXISTS (SELECT 1 FROM people o WHERE o.phone_id = p.phone_id AND o.id <> p.id AND o.erased_at IS NULL) AS sole,
  EXISTS (SELECT 1 FROM people c WHERE c.organizer_id = p.id AND c.erased_at IS NULL)
  OR EXISTS (SELECT 1 FROM meetings m WHERE m.organizer_id = p.id AND m.status IN ('planned', 'proposed', 'confirmed', 'held')
    AND NOT EXISTS (SELECT 1 FROM reports r WHERE r.meeting_id = m.id AND r.status = 'filed')) AS busy
FROM people p LEFT JOIN phones f ON f.id = p.phone_id WHERE p.id = $1 AND p.erased_at IS NULL FOR UPDATE OF p`

	eraseSubjectsSQL = `SELECT id FROM meetings WHERE contact_id = $1 UNION SELECT id FROM reports WHERE contact_id = $1
UNION SELECT r.id FROM reports r JOIN meetings m ON m.id = r.meeting_id WHERE m.contact_id = $1
UNION SELECT id FROM promises WHERE to_id = $1`

	eraseSourcesSQL = `SELECT DISTINCT unnest(sources) FROM answers WHERE report_id = ANY($1)`

	// Their own thread, at once.
	eraseThreadSQL = `UPDATE messages SET body = '', sender = '', state = CASE WHEN state = {state.queued} THEN {state.withheld} ELSE state
  END,
  status = CASE WHEN state = {state.queued} THEN {status.withheld} ELSE status END,
  reason = CASE WHEN state = {state.queued} THEN 'erased' ELSE reason END WHERE phone_id = $1 AND phone_id <> 0`

	addErasureSQL = `INSERT INTO erasures (id, names, number, phones, sole, person, subjects, sources, at)
	  VALUES ($1, $2, $3, coalesce($4::bigint[], '{}'), $5, $6, coalesce($7::uuid[], '{}'), coalesce($8::uuid[], '{}'), $9)`
)

type eraseWho struct {
	Name      string         `db:"name"`
	Preferred string         `db:"preferred_name"`
	Former    pq.StringArray `db:"former"`
	PhoneID   int64          `db:"phone_id"`
	Phone     string         `db:"phone"`
	Sole      bool           `db:"sole"`
	Busy      bool           `db:"busy"`
}

// erased is what one erasing knows of its person.
type erased struct {
	app.Erasing
	who      eraseWho
	subjects []string
	phones   []int64 // locked: theirs and their organizers'
	sole     int64   // the phone, when nobody else has it
}

// Erase implements app.Office.
func (s *DB) Erase(ctx context.Context, e app.Erasing) error {
	return s.inTx(ctx, func(t *tx) error {
		x := erased{Erasing: e}
		if err := t.sel(ctx, &x.phones, eraseLockSQL, e.ID); err != nil {
			return err
		}
		var who []eraseWho
		if err := t.sel(ctx, &who, eraseWhoSQL, e.ID); err != nil {
			return err
		}
		switch {
		case len(who) == 0:
			return app.ErrNotFound
		case who[0].Busy:
			return app.ErrHasWork
		}
		if x.who = who[0]; x.who.Sole {
			x.sole = x.who.PhoneID
		}
		if err := t.sel(ctx, &x.subjects, eraseSubjectsSQL, e.ID); err != nil {
			return err
		}
		if err := t.eraseTexts(ctx, x); err != nil {
			return err
		}
		for _, q := range x.statements() {
			if _, err := t.exec(ctx, q.query, q.args...); err != nil {
				return err
			}
		}
		return nil
	})
}

// eraseTexts empties their own thread and remembers what the walk through everybody's words looks for.
func (t *tx) eraseTexts(ctx context.Context, x erased) error {
	var sources []string
	if err := t.sel(ctx, &sources, eraseSourcesSQL, pq.Array(x.subjects)); err != nil {
		return err
	}
	if _, err := t.exec(ctx, eraseThreadSQL, x.sole); err != nil {
		return err
	}
	names := append([]string{x.who.Name}, x.who.Former...)
	if x.who.Preferred != "" {
		names = append(names, x.who.Preferred)
	}
	_, err := t.exec(ctx, addErasureSQL, uuid.Must(uuid.NewV7()), pq.Array(names), x.who.Phone, pq.Array(x.phones), x.sole, x.ID,
		pq.Array(x.subjects), pq.Array(sources), x.At)
	return err
}

type statement struct {
	query string
	args  []any
}

// statements lists everything else that holds a name, a number or a word.
func (x erased) statements() []statement {
	subjects := pq.Array(x.subjects)
	return append(x.ends(subjects), []statement{
		{`UPDATE answers SET words = '', value = '', sources = '{}' WHERE report_id = ANY($1)`, []any{subjects}},
		{`UPDATE answers a SET words = '', value = '' FROM reports r
		  WHERE r.id = a.report_id AND r.organizer_id = $1 AND a.field = 'organizer'`, []any{x.ID}},
		{`UPDATE notes SET words = '' WHERE person_id = $1 OR author_id = $1 OR meeting_id = ANY($2)`, []any{x.ID, subjects}},
		{`UPDATE promises SET what = 'erased', how = '', outcome = coalesce(nullif(outcome, ''), '` + string(change.Withdrawn) + `'),
  closed_at = coalesce(closed_at, $3), version = version + 1 WHERE report_id = ANY($2) OR to_id = $1`, []any{x.ID, subjects, x.At}},
		{`UPDATE timeline SET note = '' WHERE subject_kind IN ('meeting', 'report', 'person', 'promise')
		  AND (subject_id = ANY($2) OR subject_id = $1)`, []any{x.ID, subjects}},
		{`UPDATE attention SET note = 'erased', closed_word = '', closed_at = coalesce(closed_at, $4)
		  WHERE subject_id = ANY($2) OR subject_id = $1 OR phone_id = $3`, []any{x.ID, subjects, x.sole, x.At}},
		{`UPDATE consents SET words = '', message_id = NULL WHERE person_id = $1 OR phone_id = $2`, []any{x.ID, x.sole}},
		{`UPDATE debriefs SET note = '' WHERE organizer_id = $1`, []any{x.ID}},
		{`UPDATE import_rows SET before = NULL, why = '' WHERE person_id = $1`, []any{x.ID}},
		{`DELETE FROM merges WHERE into_id = $1 OR from_id = $1`, []any{x.ID}},
		{`DELETE FROM wrong_numbers WHERE phone_id = $1 OR name = $2`, []any{x.sole, fold.Fold(x.who.Name)}},
		{`UPDATE planned SET data = NULL WHERE person_id = $1 OR subject_id = ANY($2) OR subject_id = $1`, []any{x.ID, subjects}},
		{`UPDATE conversations SET list = NULL, relay = NULL, slip = NULL, version = version + 1
		  WHERE phone_id = ANY($1)`, []any{pq.Array(x.phones)}},
		{`DELETE FROM passkeys WHERE person_id = $1`, []any{x.ID}},
		{`DELETE FROM sessions WHERE person_id = $1`, []any{x.ID}},
		{`DELETE FROM accounts WHERE person_id = $1`, []any{x.ID}},
		{`DELETE FROM views WHERE person_id = $1`, []any{x.ID}},
		{`UPDATE tokens SET revoked_at = coalesce(revoked_at, $3) WHERE subject_id = $1 OR subject_id = ANY($2)`, []any{x.ID, subjects, x.At}},
		{`UPDATE people SET name = $3, preferred_name = '', email = '', language = '', zone = '', roles = '{}', best_way = '', access_needs = '',
  dietary_needs = '', relationship = '', notes = '', assessment = 0, next_step = '',
  tags = '{}', external_id = NULL, organizer_id = NULL, phone_id = NULL, former = '{}', erased_at = $2, version = version + 1
  WHERE id = $1`, []any{x.ID, x.At, app.ErasedName}},
		{`INSERT INTO kept_optouts (digest, at) SELECT sha256(convert_to((SELECT value FROM settings WHERE key = 'optout_salt') || phone,
  'UTF8')), $2 FROM phones WHERE id = $1 AND consent IN ({consent.no}, {consent.doubtful})
ON CONFLICT DO NOTHING`, []any{x.sole, x.At}},
		// The number goes; its row stays for what is counted by it, under a number that no network has, and closed.
		{`UPDATE phones SET phone = '+9990' || lpad(id::text, 10, '0'), consent = {consent.no}, consent_at = $2, locked = true,
		  version = version + 1
		  WHERE id = $1`, []any{x.sole, x.At}},
		{staffLineSQL, []any{x.Line, x.ID, x.At, x.By, string(change.PersonErased)}},
	}...)
}

// ends stops what is still going on with them: nothing about them is asked or sent any more.
func (x erased) ends(subjects any) []statement {
	return []statement{
		{`UPDATE planned SET state = 'dropped', reason = 'erased', version = version + 1
		  WHERE state = 'planned' AND (person_id = $1 OR subject_id = ANY($2) OR subject_id = $1)`, []any{x.ID, subjects}},
		{
			`UPDATE asks SET closed_at = $3, why = 'erased' WHERE closed_at IS NULL AND (subject_id = ANY($1) OR phone_id = $2)`,
			[]any{subjects, x.sole, x.At},
		},
		{`UPDATE conversations SET kind = '', subject_id = NULL, person_id = NULL, question = '', data = NULL, list = NULL, relay = NULL,
  slip = NULL, version = version + 1
WHERE phone_id = $2 OR subject_id = ANY($1) OR subject_id = $3 OR person_id = $3`, []any{subjects, x.sole, x.ID}},
		{`UPDATE thanks SET draft = '', state = CASE WHEN state IN ('waiting', 'draft', 'held', 'approved') THEN 'not_due' ELSE state END,
  reason = CASE WHEN state = 'sent' THEN reason ELSE 'erased' END, version = version + 1
WHERE contact_id = $1`, []any{x.ID}},
		{`UPDATE meetings SET status = CASE status WHEN 'held' THEN 'reported' ELSE 'called_off' END, version = version + 1
WHERE contact_id = $1 AND status IN ('planned', 'proposed', 'confirmed', 'held')`, []any{x.ID}},
		{`UPDATE meetings SET place = '', proposal = NULL, version = version + 1 WHERE contact_id = $1`, []any{x.ID}},
		{`UPDATE reports SET status = 'filed', question = '', needs_review = false, filed_at = coalesce(filed_at, $2),
		  debriefed_at = coalesce(debriefed_at, $2), version = version + 1 WHERE id = ANY($1)`, []any{subjects, x.At}},
	}
}
