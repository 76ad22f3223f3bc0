package admin

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/contactfile"
)

type importsData struct {
	base
	Rows []importItem
}

type importItem struct {
	Href, File, By                     string
	At                                 stamp
	State                              badge
	Added, Updated, Unchanged, Skipped int
}

type importData struct {
	base
	importItem
	ID            string
	Tried, Undo   bool // may be applied; may be undone
	UndoneAt      stamp
	Kept          int
	Lines         []importLine
	More          int // lines that are not shown
	Ignored       string
	Title         string
	NoPhones      bool // no row has a number that gets texts
	NothingToGain bool
	Unnamed       bool // no column holds a name yet
	Columns       []columnItem
	Map           string // what the columns hold, as the form of the import carries it
}

// columnItem is one column of a file, what it is taken for and what it holds.
type columnItem struct {
	Header, Values string
	Fields         []choice
	Guessed        bool
}

// changeItem is one field of a record before and after.
type changeItem struct{ Field, Before, After string }

func (d importData) pageTitle() string { return d.Title }

type importLine struct {
	Line            int
	Outcome         badge
	Name, Href, Why string
	Changes         []changeItem
}

// maxImport bounds a file that is handed in on the page; a larger one goes through the command.
const maxImport = 8 << 20

// linesShown bounds the report by row; those that need a look come first.
const linesShown = 500

// importsPage takes a file of contacts, and lists what was taken before.
func importsPage() pageDef {
	return pageDef{
		name: "imports", title: "Imports of contacts", path: "/imports", least: anyStaff, data: importsData{}, show: showImports,
		acts: []actDef{{path: "/imports/try", what: "import tried", do: tryImport, max: maxImport}},
	}
}

// importPage is one import: what would happen to each row, or what happened.
func importPage() pageDef {
	return pageDef{
		name: "import", title: "Import", still: true, path: "/imports/:id", least: anyStaff, data: importData{}, show: showImport,
		acts: []actDef{
			{path: "/imports/:id/apply", what: "import applied", do: applyImport},
			{path: "/imports/:id/undo", what: "import undone", do: undoImport},
		},
	}
}

func showImports(v *visit) (any, error) {
	list, err := v.a.Deps.Store.ImportList(v.ctx(), 100)
	if err != nil {
		return nil, err
	}
	d := importsData{base: v.base()}
	for _, im := range list {
		d.Rows = append(d.Rows, v.importOf(im))
	}
	return d, nil
}

func (v *visit) importOf(im app.ImportRecord) importItem {
	it := importItem{
		Href: Root + "/imports/" + im.ID.String(), File: cmp.Or(im.FileName, "a file"), By: cmp.Or(im.ByName, "the command"),
		At: v.at(im.At, ""), Added: im.Count[contactfile.Added],
		Updated: im.Count[contactfile.Updated], Unchanged: im.Count[contactfile.Unchanged], Skipped: im.Count[contactfile.Skipped],
	}
	switch im.State {
	case app.ImportTried:
		it.State = badge{"not imported yet", "warn"}
	case app.ImportApplied:
		it.State = badge{"imported", "good"}
	case app.ImportUndone:
		it.State = badge{"undone", ""}
	}
	return it
}

func showImport(v *visit) (any, error) {
	id, err := v.id("id")
	if err != nil {
		return nil, err
	}
	im, err := v.a.Deps.Store.Imported(v.ctx(), id)
	if err != nil {
		return nil, err
	}
	d := importData{
		base: v.base(), ID: id.String(), UndoneAt: v.at(im.UndoneAt, ""), Kept: im.Kept, Undo: im.State == app.ImportApplied,
		Tried: im.State == app.ImportTried,
	}
	if d.Tried {
		return v.triedImport(d, im)
	}
	d.importItem = v.importOf(im)
	d.Title = v.say("Import of {1}", d.File)
	lines, err := v.a.Deps.Store.ImportLines(v.ctx(), id)
	if err != nil {
		return nil, err
	}
	name, err := v.organizerNames()
	if err != nil {
		return nil, err
	}
	for _, l := range lines {
		it := importLine{Line: l.Line, Outcome: outcome(l.Outcome), Name: l.Name, Why: v.sayAll(strings.Split(l.Why, "; "))}
		if l.Name != "" {
			it.Href = contactHref(l.PersonID)
		}
		if im.State == app.ImportApplied && l.Before.Name != "" {
			it.Changes = changesOf(contactfile.Compare(l.Before, l.Now, name))
		}
		d.Lines = append(d.Lines, it)
	}
	d.bound()
	return d, nil
}

// triedImport reads the file again: what it would do now may differ from what it would have done when it was handed in.
func (v *visit) triedImport(d importData, im app.ImportRecord) (any, error) {
	file, err := v.a.Deps.Store.TriedFile(v.ctx(), im.ID)
	if err != nil {
		return nil, err
	}
	rep, err := app.ImportContacts(v.ctx(), v.a.Deps, app.ImportFile{
		Name: im.FileName, By: im.By, Data: bytes.NewReader(file), Try: true, ID: im.ID, Columns: columnsSaid(v.c.QueryParams()["column"]),
	})
	if err != nil && !errors.Is(err, app.ErrNoName) {
		return nil, err
	}
	d.Unnamed = err != nil
	im.Count = rep.Count
	d.importItem, d.Ignored = v.importOf(im), beginnings(rep.Ignored, ", ")
	d.Title, d.Columns = v.say("Preview of {1}", d.File), columnItems(rep.Columns)
	if d.NothingToGain = d.Added+d.Updated == 0; d.Unnamed {
		return d, nil
	}
	d.Map = columnsMap(rep.Columns)
	d.NoPhones = rep.Phones == 0 && d.Added+d.Skipped > 0
	slices.SortStableFunc(rep.Rows, func(a, b contactfile.Result) int { return weight(a) - weight(b) })
	name := func(id uuid.UUID) string { return rep.Organizers[id] }
	for _, r := range rep.Rows {
		words := r.Notes
		if r.Why != "" {
			words = append([]string{r.Why}, words...)
		}
		it := importLine{Line: r.Line, Outcome: outcome(r.Outcome), Name: r.Name, Why: v.sayAll(words)}
		it.Changes = changesOf(r.Changes(name))
		if r.Outcome == contactfile.Updated || r.Outcome == contactfile.Unchanged {
			it.Href = contactHref(r.After.ID)
		}
		d.Lines = append(d.Lines, it)
	}
	d.bound()
	return d, nil
}

// weight puts the rows that need a look first.
func weight(r contactfile.Result) int {
	switch {
	case r.Outcome == contactfile.Skipped:
		return 0
	case r.Why != "" || len(r.Notes) > 0:
		return 1
	case r.Outcome == contactfile.Updated:
		return 2
	}
	return 3
}

func (d *importData) bound() {
	all := d.Added + d.Updated + d.Unchanged + d.Skipped
	if len(d.Lines) > linesShown {
		d.Lines = d.Lines[:linesShown]
	}
	d.More = max(0, all-len(d.Lines))
}

func outcome(o contactfile.Outcome) badge {
	switch o {
	case contactfile.Added:
		return badge{"added", "good"}
	case contactfile.Updated:
		return badge{"updated", "good"}
	case contactfile.Unchanged:
		return badge{"unchanged", ""}
	case contactfile.Skipped:
		return badge{"skipped", "warn"}
	}
	return badge{string(o), ""}
}

// tryImport reads a file and keeps it for a day, so that what was seen in the dry run is what is imported.
func tryImport(v *visit) (done, error) {
	f, head, err := v.c.Request().FormFile("file")
	if err != nil || head.Size == 0 {
		return done{say: "Please choose a CSV file first.", refused: true}, nil
	}
	defer func() { _ = f.Close() }()
	file, err := io.ReadAll(f)
	if err != nil {
		return done{}, fmt.Errorf("read the file: %w", err)
	}
	rep, err := app.ImportContacts(v.ctx(), v.a.Deps, app.ImportFile{
		Name: head.Filename, By: v.who.ID, Data: bytes.NewReader(file),
		Try: true,
	})
	if errors.Is(err, app.ErrBadFile) && !errors.Is(err, app.ErrNoName) {
		return done{say: "Nothing was imported. This file " + err.Error() + ".", refused: true}, nil
	}
	say := "Nothing is changed yet. Look at the columns and at what would happen, then import."
	if errors.Is(err, app.ErrNoName) {
		say, err = "Nothing is changed yet. Please say which column holds the name.", nil
	}
	if err != nil {
		return done{}, err
	}
	if err := v.a.Deps.Store.KeepTried(v.ctx(), rep.ImportRecord, file); err != nil {
		return done{}, fmt.Errorf("keep the file: %w", err)
	}
	return done{say: say, to: Root + "/imports/" + rep.ID.String()}, nil
}

func applyImport(v *visit) (done, error) {
	id, err := v.id("id")
	if err != nil {
		return done{}, err
	}
	im, err := v.a.Deps.Store.Imported(v.ctx(), id)
	if err != nil {
		return done{}, err
	}
	if im.State != app.ImportTried {
		return done{say: "This file was imported already.", refused: true}, nil
	}
	file, err := v.a.Deps.Store.TriedFile(v.ctx(), id)
	if err != nil {
		return done{}, err
	}
	rep, err := app.ImportContacts(v.ctx(), v.a.Deps, app.ImportFile{
		Name: im.FileName, By: v.who.ID, Data: bytes.NewReader(file), ID: id, Columns: columnsSaid(strings.Split(v.long("columns"), ",")),
	})
	if errors.Is(err, app.ErrNoName) {
		return done{say: "Nothing was imported: please say which column holds the name.", refused: true}, nil
	}
	if err != nil {
		return done{}, err
	}
	return done{
		say: fmt.Sprintf("Imported: %d added, %d updated, %d unchanged, %d skipped.", rep.Count[contactfile.Added],
			rep.Count[contactfile.Updated], rep.Count[contactfile.Unchanged], rep.Count[contactfile.Skipped]),
		to: Root + "/imports/" + id.String(),
	}, nil
}

func undoImport(v *visit) (done, error) {
	id, err := v.id("id")
	if err != nil {
		return done{}, err
	}
	if _, err := v.a.Deps.Store.Imported(v.ctx(), id); err != nil {
		return done{}, err
	}
	u, err := app.UndoImport(v.ctx(), v.a.Deps, id, v.who.ID)
	if errors.Is(err, app.ErrNotApplied) {
		return done{say: "It is not imported, or undone already.", refused: true}, nil
	}
	if err != nil {
		return done{}, err
	}
	return done{
		say: fmt.Sprintf("Undone: %d removed, %d as before, %d kept because they changed since.", u.Removed, u.Restored, u.Kept),
		to:  Root + "/imports/" + id.String(),
	}, nil
}

// sayAll writes remarks in the language of the page, one after the other.
func (v *visit) sayAll(list []string) string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = v.say(s)
	}
	return strings.Join(out, "; ")
}
