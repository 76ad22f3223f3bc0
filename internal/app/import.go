package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/contactfile"
	"github.com/reportback/reportback/internal/core/csvio"
	"github.com/reportback/reportback/internal/core/fold"
	"github.com/reportback/reportback/internal/core/sms"
)

// Imports is what imports of contacts keep.
type Imports interface {
	// InImport runs fn in one transaction; no two run at a time, or the same row could be added twice.
	InImport(ctx context.Context, fn func(ImportTx) error) error
	// Imported returns one import, ErrNotFound if there is none; ImportList the newest ones.
	Imported(ctx context.Context, id uuid.UUID) (ImportRecord, error)
	ImportList(ctx context.Context, limit int) ([]ImportRecord, error)
	ImportLines(ctx context.Context, id uuid.UUID) ([]ImportLine, error)
	// KeepTried keeps the file of an import that is only tried, and forgets those that are older than a day.
	KeepTried(ctx context.Context, im ImportRecord, file []byte) error
	TriedFile(ctx context.Context, id uuid.UUID) ([]byte, error)
}

// ImportTx is one import's view of the store.
type ImportTx interface {
	Known(ctx context.Context, ask ImportAsk) (contactfile.Known, error)
	SaveImport(ctx context.Context, im ImportRecord, rows []contactfile.Result) error
	UndoImport(ctx context.Context, id, by uuid.UUID, now time.Time, ids IDs) (Undone, error)
}

// ImportAsk is what the rows of a file name.
type ImportAsk struct {
	IDs       []uuid.UUID
	Externals []string
	Phones    []sms.Phone
	Emails    []string // lower case
	Names     []string // folded, of rows with a number that gets no texts: who is to be called has no phone to be found by
}

// ImportState is where an import stands.
type ImportState string

// The states of imports.
const (
	ImportTried   ImportState = "tried"
	ImportApplied ImportState = "applied"
	ImportUndone  ImportState = "undone"
)

// ImportStates lists every state of an import.
func ImportStates() []ImportState { return []ImportState{ImportTried, ImportApplied, ImportUndone} }

// ImportRecord is one import.
type ImportRecord struct {
	ID       uuid.UUID
	At       time.Time
	By       uuid.UUID // zero: by the command
	ByName   string
	FileName string
	State    ImportState
	Count    map[contactfile.Outcome]int
	UndoneAt time.Time
	Kept     int
}

// ImportLine is what became of one row of an import.
type ImportLine struct {
	Line     int
	Outcome  contactfile.Outcome
	PersonID uuid.UUID
	Name     string // of a person who is still here
	Why      string
	// Before and Now are a changed record as it was and as it stands, while the import can be undone.
	Before, Now contactfile.Person
}

// Undone says what undoing an import did.
type Undone struct{ Removed, Restored, Kept int }

// ImportReport is what an import did, or would do.
type ImportReport struct {
	ImportRecord
	Rows    []contactfile.Result
	Ignored []string // columns that mean nothing here
	Columns []ImportColumn
	Phones  int // rows with a number that gets texts
	// Organizers are the names by which the rows may mean them.
	Organizers map[uuid.UUID]string
}

// ImportColumn is one column of a file: what it holds, as it was guessed or said, and its first values.
type ImportColumn struct {
	Header         string
	Guessed, Holds contactfile.Field
	Values         []string
}

// valuesShown is how many values of a column are enough to see what it holds.
const valuesShown = 3

// ImportFile is a file of contacts as somebody hands it in.
type ImportFile struct {
	Name string
	By   uuid.UUID
	Data io.Reader
	Try  bool // nothing is kept
	// Columns says what each column holds, as a person chose it; nil goes by the guesses.
	Columns []contactfile.Field
	ID      uuid.UUID // of one that was tried on the page; zero: a new one
}

// Errors of imports.
var (
	// ErrBadFile says that a file cannot be read as contacts; its words say why.
	ErrBadFile = errors.New("cannot be read as contacts")
	// ErrNoName is an ErrBadFile whose columns hold no name: somebody must say which one does.
	ErrNoName = fmt.Errorf("%w: no column holds a name or an id; the first line must name the columns", ErrBadFile)
	// ErrNotApplied says that an import was not applied, or is undone already.
	ErrNotApplied = errors.New("not applied, or undone already")
)

// ImportContacts reads a file of contacts and adds or updates them, all or nothing; a row that cannot be used is skipped and says why.
func ImportContacts(ctx context.Context, d Deps, f ImportFile) (ImportReport, error) {
	table, err := csvio.Read(f.Data, csvio.DefaultLimits())
	if errors.Is(err, csvio.ErrNotCSV) || errors.Is(err, csvio.ErrTooLarge) {
		return ImportReport{}, fmt.Errorf("%w: %w", ErrBadFile, err)
	}
	if err != nil {
		return ImportReport{}, err
	}
	rep := ImportReport{ImportRecord: ImportRecord{
		ID: d.IDs.New(), At: d.Clock.Now(), By: f.By, FileName: fileName(f.Name), State: ImportApplied,
	}}
	if f.Try {
		rep.State = ImportTried
	}
	if f.ID != uuid.Nil {
		rep.ID = f.ID
	}
	chosen := f.Columns
	if chosen == nil {
		chosen = contactfile.Guess(table.Header)
	}
	columns := contactfile.Choose(table.Header, chosen)
	rep.Ignored, rep.Columns = columns.Ignored, importColumns(table, chosen)
	if !columns.Has(contactfile.Name, contactfile.FirstName, contactfile.LastName, contactfile.ExternalID, contactfile.ContactID) {
		return rep, ErrNoName
	}
	rows := contactfile.Read(table, columns)
	for _, r := range rows {
		if !r.Phone.IsZero() {
			rep.Phones++
		}
	}
	err = d.Store.InImport(ctx, func(tx ImportTx) error {
		known, err := tx.Known(ctx, ask(rows))
		if err != nil {
			return fmt.Errorf("find whom the file means: %w", err)
		}
		rep.Rows, rep.Organizers = contactfile.Decide(rows, known, d.IDs), map[uuid.UUID]string{}
		for _, o := range known.Organizers {
			rep.Organizers[o.ID] = o.Name
		}
		rep.Count = map[contactfile.Outcome]int{}
		for _, r := range rep.Rows {
			rep.Count[r.Outcome]++
		}
		if f.Try {
			return nil
		}
		return tx.SaveImport(ctx, rep.ImportRecord, rep.Rows)
	})
	return rep, err
}

// importColumns shows what each column holds, with its first values.
func importColumns(t csvio.Table, chosen []contactfile.Field) []ImportColumn {
	guessed := contactfile.Guess(t.Header)
	out := make([]ImportColumn, len(t.Header))
	for i, h := range t.Header {
		out[i] = ImportColumn{Header: h, Guessed: guessed[i]}
		if i < len(chosen) {
			out[i].Holds = chosen[i]
		}
		for _, r := range t.Rows {
			if i < len(r.Cells) && r.Cells[i] != "" && !slices.Contains(out[i].Values, r.Cells[i]) {
				out[i].Values = append(out[i].Values, r.Cells[i])
			}
			if len(out[i].Values) == valuesShown {
				break
			}
		}
	}
	return out
}

// UndoImport takes an import back: people it added go, if nothing has happened with them since, and people it changed are as they were, if
// nobody changed them since. Consent that rests on the file alone is unknown again.
func UndoImport(ctx context.Context, d Deps, id, by uuid.UUID) (Undone, error) {
	var u Undone
	err := d.Store.InImport(ctx, func(tx ImportTx) error {
		var err error
		u, err = tx.UndoImport(ctx, id, by, d.Clock.Now(), d.IDs)
		return err
	})
	return u, err
}

// fileName keeps the last part of a name, for the list of imports.
func fileName(s string) string {
	s = s[strings.LastIndexAny(s, `/\`)+1:]
	if r := []rune(strings.ToValidUTF8(s, "")); len(r) > 100 {
		return string(r[:100])
	}
	return strings.ToValidUTF8(s, "")
}

func ask(rows []contactfile.Contact) ImportAsk {
	var a ImportAsk
	phones := map[sms.Phone]bool{}
	for _, r := range rows {
		if r.ID != uuid.Nil {
			a.IDs = append(a.IDs, r.ID)
		}
		if r.ExternalID != "" {
			a.Externals = append(a.Externals, r.ExternalID)
		}
		if !r.Phone.IsZero() && !phones[r.Phone] {
			phones[r.Phone] = true
			a.Phones = append(a.Phones, r.Phone)
		}
		if r.Number != "" && r.Name != "" {
			a.Names = append(a.Names, fold.Fold(r.Name))
		}
		if e := r.Words[contactfile.Email]; e != "" {
			a.Emails = append(a.Emails, strings.ToLower(e))
		}
	}
	return a
}
