package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/config"
	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/contactfile"
)

type importArgs struct {
	Contacts importContactsArgs `cmd:"" help:"Add and update contacts. Columns of Action Network, NationBuilder, EveryAction/VAN, CiviCRM, Spoke and our own export are known."`
	Undo     importUndoArgs     `cmd:"" help:"Take an import back, where nothing happened since."`
	List     struct{}           `cmd:"" help:"List the newest imports."`
}

type importContactsArgs struct {
	File   string `arg:"" help:"The CSV file, - for standard input."`
	DryRun bool   `help:"Say what would happen to each row, and change nothing."`
}

type importUndoArgs struct {
	ID string `arg:"" help:"The import's id."`
}

func runImport(ctx context.Context, cfg config.Config, a importContactsArgs, std streams, log *slog.Logger) (err error) {
	in := std.in
	if a.File != "-" {
		f, err := os.Open(a.File)
		if err != nil {
			return usageError{err}
		}
		defer func() { _ = f.Close() }()
		in = f
	}
	what := "import contacts"
	if a.DryRun {
		what += ", tried"
	}
	_, deps, done, err := openTools(ctx, cfg, log, what)
	if err != nil {
		return err
	}
	defer func() { done(err) }()
	rep, err := app.ImportContacts(ctx, deps, app.ImportFile{Name: a.File, Data: in, Try: a.DryRun})
	if errors.Is(err, app.ErrBadFile) {
		return usageError{fmt.Errorf("%s: %w", a.File, err)}
	}
	if err != nil {
		return err
	}
	return printImport(std, rep)
}

// printImport writes a line a row, then the counts.
func printImport(std streams, rep app.ImportReport) error {
	for _, r := range rep.Rows {
		words := r.Notes
		if r.Why != "" {
			words = append([]string{r.Why}, words...)
		}
		fmt.Fprintf(std.out, "%d\t%s\t%s\t%s\n", r.Line, r.Outcome, r.Name, strings.Join(words, "; "))
	}
	if len(rep.Ignored) > 0 {
		fmt.Fprintf(std.out, "columns that mean nothing here: %s\n", strings.Join(rep.Ignored, ", "))
	}
	if rep.State == app.ImportTried {
		fmt.Fprintln(std.out, "dry run: nothing was changed")
	} else {
		fmt.Fprintf(std.out, "import %s\n", rep.ID)
	}
	_, err := fmt.Fprintf(std.out, "added: %d, updated: %d, unchanged: %d, skipped: %d\n", rep.Count[contactfile.Added],
		rep.Count[contactfile.Updated],
		rep.Count[contactfile.Unchanged], rep.Count[contactfile.Skipped])
	return err
}

func runImportUndo(ctx context.Context, cfg config.Config, a importUndoArgs, std streams, log *slog.Logger) (err error) {
	id, err := uuid.Parse(a.ID)
	if err != nil {
		return usageError{errors.New("the id of an import: see `reportback import list`")}
	}
	_, deps, done, err := openTools(ctx, cfg, log, "import undo")
	if err != nil {
		return err
	}
	defer func() { done(err) }()
	u, err := app.UndoImport(ctx, deps, id, uuid.Nil)
	if errors.Is(err, app.ErrNotApplied) {
		return usageError{err}
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(std.out, "removed: %d, as before: %d, kept because they changed since: %d\n", u.Removed, u.Restored, u.Kept)
	return nil
}

func runImportList(ctx context.Context, cfg config.Config, std streams) error {
	db, done, err := openStore(ctx, cfg)
	if err != nil {
		return err
	}
	defer done()
	list, err := db.ImportList(ctx, 50)
	if err != nil {
		return err
	}
	w := tabwriter.NewWriter(std.out, 0, 4, 2, ' ', 0)
	fmt.Fprintln(w, "ID\tAT\tFILE\tADDED\tUPDATED\tSKIPPED\tSTATE")
	for _, im := range list {
		fmt.Fprintf(w, "%s\t%s\t%s\t%d\t%d\t%d\t%s\n", im.ID, im.At.Format(time.RFC3339), im.FileName, im.Count[contactfile.Added],
			im.Count[contactfile.Updated],
			im.Count[contactfile.Skipped], im.State)
	}
	return w.Flush()
}
