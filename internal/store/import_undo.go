package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/contactfile"
	"github.com/reportback/reportback/internal/core/person"
)

const lockImportSQL = `SELECT at FROM imports WHERE id = $1 AND state = 'applied' FOR UPDATE`

// What the file alone says, and is still the last word.
const undoConsentsSQL = `
SELECT f.id AS phone_id, p.id AS person_id FROM import_rows r JOIN people p ON p.id = r.person_id JOIN phones f ON f.id = p.phone_id
WHERE r.import_id = $1 AND r.consent <> {consent.unknown} AND (SELECT c.source = 'import' AND c.at >= $2 AND c.person_id = p.id
  FROM consents c
  WHERE c.phone_id = f.id
  ORDER BY c.at DESC, c.id DESC LIMIT 1)
ORDER BY f.id FOR NO KEY UPDATE OF f`

// Somebody with whom anything happened since stays.
const undoAddedSQL = `
DELETE FROM people p USING import_rows r
WHERE r.import_id = $1 AND r.outcome = 'added' AND p.id = r.person_id AND p.version = r.version AND p.erased_at IS NULL
  AND NOT EXISTS (SELECT FROM meetings m WHERE m.contact_id = p.id) AND NOT EXISTS (SELECT FROM reports x WHERE x.contact_id = p.id)
  AND NOT EXISTS (SELECT FROM notes n WHERE n.person_id = p.id) AND NOT EXISTS (SELECT FROM rsvps v WHERE v.person_id = p.id)
  AND NOT EXISTS (SELECT FROM messages t WHERE t.phone_id = p.phone_id AND t.person_id = p.id)`

const undoUpdatedSQL = `
UPDATE people p SET phone_id = (SELECT f.id FROM phones f WHERE f.phone = b.phone), name = b.name, preferred_name = b.preferred,
  email = b.email, language = b.language, zone = b.zone, access_needs = b.access_needs, dietary_needs = b.dietary_needs,
  relationship = b.relationship, notes = b.notes, organizer_id = b.organizer_id,
  tags = ARRAY(SELECT jsonb_array_elements_text(b.tags)), external_id = b.external_id, version = p.version + 1
FROM import_rows r, LATERAL jsonb_to_record(r.before) AS b(phone text, name text, preferred text, email text, language text, zone text,
  access_needs text,
  dietary_needs text, relationship text, notes text, organizer_id uuid, tags jsonb, external_id text)
WHERE r.import_id = $1 AND r.outcome = 'updated' AND r.before IS NOT NULL AND p.id = r.person_id AND p.version = r.version
  AND p.erased_at IS NULL`

const endImportSQL = `
WITH gone AS (UPDATE import_rows SET before = NULL WHERE import_id = $1 AND before IS NOT NULL)
UPDATE imports SET state = 'undone', undone_at = $2, undone_by = $3, kept = added + updated - $4 WHERE id = $1`

// UndoImport implements app.ImportTx.
func (t *tx) UndoImport(ctx context.Context, id, by uuid.UUID, now time.Time, ids app.IDs) (app.Undone, error) {
	var u app.Undone
	var at []time.Time
	if err := t.sel(ctx, &at, lockImportSQL, id); err != nil {
		return u, fmt.Errorf("import: %w", err)
	}
	if len(at) == 0 {
		return u, fmt.Errorf("import %s: %w", id, app.ErrNotApplied)
	}
	var said []struct {
		PhoneID  int64     `db:"phone_id"`
		PersonID uuid.UUID `db:"person_id"`
	}
	if err := t.sel(ctx, &said, undoConsentsSQL, id, at[0]); err != nil {
		return u, fmt.Errorf("consents: %w", err)
	}
	var back change.Set
	for _, s := range said {
		back.Add(change.SetConsent{
			ID: ids.New(), PhoneID: s.PhoneID, PersonID: s.PersonID, Consent: person.ConsentUnknown, Source: "import undone", ByPerson: by, At: now,
		})
	}
	if err := t.Save(ctx, []change.Set{back}); err != nil {
		return u, err
	}
	removed, err := t.exec(ctx, undoAddedSQL, id)
	if err != nil {
		return u, fmt.Errorf("added people: %w", err)
	}
	restored, err := t.exec(ctx, undoUpdatedSQL, id)
	if err != nil {
		return u, fmt.Errorf("changed people: %w", err)
	}
	if _, err := t.exec(ctx, endImportSQL, id, now, idOrNil(by), removed+restored); err != nil {
		return u, fmt.Errorf("end import: %w", err)
	}
	im, err := oneImport(ctx, t.sel, id)
	return app.Undone{Removed: int(removed), Restored: int(restored), Kept: im.Kept}, err
}

const importsColumns = `SELECT i.id, i.at, i.by_person, coalesce(p.name, '') AS by_name, i.file_name, i.state, i.added, i.updated,
  i.unchanged, i.skipped, i.undone_at, i.kept
FROM imports i LEFT JOIN people p ON p.id = i.by_person `

const (
	importSQL     = importsColumns + `WHERE i.id = $1`
	importListSQL = importsColumns + `WHERE i.state <> 'tried' ORDER BY i.at DESC, i.id DESC LIMIT $1`
)

type importRecordRow struct {
	ID        uuid.UUID    `db:"id"`
	At        time.Time    `db:"at"`
	By        nullID       `db:"by_person"`
	ByName    string       `db:"by_name"`
	FileName  string       `db:"file_name"`
	State     string       `db:"state"`
	Added     int          `db:"added"`
	Updated   int          `db:"updated"`
	Unchanged int          `db:"unchanged"`
	Skipped   int          `db:"skipped"`
	UndoneAt  sql.NullTime `db:"undone_at"`
	Kept      int          `db:"kept"`
}

func (r importRecordRow) record() app.ImportRecord {
	return app.ImportRecord{
		ID: r.ID, At: r.At, By: r.By.id(), ByName: r.ByName, FileName: r.FileName, State: app.ImportState(r.State), UndoneAt: zero(r.UndoneAt),
		Kept: r.Kept,
		Count: map[contactfile.Outcome]int{
			contactfile.Added: r.Added, contactfile.Updated: r.Updated, contactfile.Unchanged: r.Unchanged, contactfile.Skipped: r.Skipped,
		},
	}
}

// selecting is a query within a transaction or outside one.
type selecting func(ctx context.Context, dest any, query string, args ...any) error

func oneImport(ctx context.Context, sel selecting, id uuid.UUID) (app.ImportRecord, error) {
	var got []importRecordRow
	if err := sel(ctx, &got, importSQL, id); err != nil {
		return app.ImportRecord{}, fmt.Errorf("import: %w", err)
	}
	if len(got) == 0 {
		return app.ImportRecord{}, fmt.Errorf("import %s: %w", id, app.ErrNotFound)
	}
	return got[0].record(), nil
}

// Imported implements app.Imports.
func (s *DB) Imported(ctx context.Context, id uuid.UUID) (app.ImportRecord, error) {
	return oneImport(ctx, s.sel, id)
}

// ImportList implements app.Imports.
func (s *DB) ImportList(ctx context.Context, limit int) ([]app.ImportRecord, error) {
	var got []importRecordRow
	if err := s.sel(ctx, &got, importListSQL, limit); err != nil {
		return nil, fmt.Errorf("imports: %w", err)
	}
	out := make([]app.ImportRecord, len(got))
	for i, r := range got {
		out[i] = r.record()
	}
	return out, nil
}

// Before-rows are personal data that nobody looks at: they are kept only as long as an import can be undone.
const keepTriedSQL = `
WITH old AS (DELETE FROM imports WHERE state = 'tried' AND at < $2::timestamptz - interval '1 day'),
past AS (UPDATE import_rows SET before = NULL WHERE before IS NOT NULL
  AND import_id IN (SELECT id FROM imports WHERE at < $2::timestamptz - interval '30 days'))
INSERT INTO imports (id, at, by_person, file_name, state, file, added, updated, unchanged, skipped)
  VALUES ($1, $2, $3, $4, 'tried', $5, $6, $7, $8, $9)`

// KeepTried implements app.Imports.
func (s *DB) KeepTried(ctx context.Context, im app.ImportRecord, file []byte) error {
	_, err := s.exec(ctx, keepTriedSQL, im.ID, im.At, idOrNil(im.By), im.FileName, file, im.Count[contactfile.Added],
		im.Count[contactfile.Updated],
		im.Count[contactfile.Unchanged], im.Count[contactfile.Skipped])
	return err
}

// TriedFile implements app.Imports.
func (s *DB) TriedFile(ctx context.Context, id uuid.UUID) ([]byte, error) {
	var got [][]byte
	if err := s.sel(ctx, &got, `SELECT file FROM imports WHERE id = $1 AND state = 'tried'`, id); err != nil {
		return nil, fmt.Errorf("file of an import: %w", err)
	}
	if len(got) == 0 {
		return nil, fmt.Errorf("import %s: %w", id, app.ErrNotFound)
	}
	return got[0], nil
}

var _ app.ImportTx = (*tx)(nil)
