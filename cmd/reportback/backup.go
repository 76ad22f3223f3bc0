package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
	"time"

	"github.com/lib/pq"

	"github.com/reportback/reportback/config"
	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/embedded"
	"github.com/reportback/reportback/internal/store"
)

type backupArgs struct {
	To    string        `help:"Folder for the file (default: backups in the data folder)." type:"path"`
	Keep  int           `help:"How many of our files to keep there; 0: all." default:"14"`
	Every time.Duration `help:"Go on and make one at each interval, such as 24h."`
}

type restoreArgs struct {
	File string `arg:"" help:"A file that backup made." type:"existingfile"`
	Data string `help:"A fresh data folder to restore into (default: REPORTBACK_DATA, or DATABASE_URL's empty database)." type:"path"`
}

// The name of a backup: sorted by name they are sorted by time.
const (
	backupPrefix = "reportback-"
	backupSuffix = ".dump"
	backupStamp  = "20060102T150405Z"
	partSuffix   = ".part"
)

// runBackup dumps the database into one file: written beside its name, looked through, and only then given it.
func runBackup(ctx context.Context, cfg config.Config, a backupArgs, std streams, log *slog.Logger) error {
	if a.Keep < 0 {
		return usageError{errors.New("--keep: must be 0 or more")}
	}
	if a.To == "" {
		a.To = filepath.Join(cfg.Data, "backups")
	}
	for {
		file, err := backup(ctx, cfg, a, log)
		if err == nil {
			fmt.Fprintln(std.out, file)
		}
		if a.Every <= 0 || ctx.Err() != nil {
			return err
		}
		if err != nil {
			log.ErrorContext(ctx, "no backup was made", "error", err)
		}
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(a.Every):
		}
	}
}

func backup(ctx context.Context, cfg config.Config, a backupArgs, log *slog.Logger) (_ string, err error) {
	u, release, err := database(ctx, cfg)
	if err != nil {
		return "", err
	}
	defer release()
	db, err := store.Open(ctx, u, 2)
	if err != nil {
		return "", err
	}
	defer func() { _ = db.Close() }()
	deps, err := tools(cfg, db, log)
	if err != nil {
		return "", err
	}
	end, err := recorded(ctx, db, deps, "backup")
	if err != nil {
		return "", err
	}
	defer func() { end(err) }()
	major, err := db.ServerMajor(ctx)
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(a.To, 0o700); err != nil {
		return "", fmt.Errorf("--to: %w", err)
	}
	now := time.Now().UTC()
	file := filepath.Join(a.To, backupPrefix+now.Format(backupStamp)+backupSuffix)
	part := file + partSuffix
	defer func() { _ = os.Remove(part) }()
	if f, err := os.OpenFile(part, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600); err != nil {
		return "", fmt.Errorf("--to: %w", err)
	} else if err := f.Close(); err != nil {
		return "", fmt.Errorf("--to: %w", err)
	}
	if err := pgTool(ctx, "pg_dump", major, u, "--format=custom", "--no-owner", "--no-privileges", "--file="+part); err != nil {
		return "", err
	}
	if err := whole(ctx, part, major); err != nil {
		return "", err
	}
	if err := os.Rename(part, file); err != nil {
		return "", fmt.Errorf("--to: %w", err)
	}
	if err := db.SetSetting(ctx, app.SettingBackupAt, now.Format(time.RFC3339), false); err != nil {
		return "", fmt.Errorf("note the backup: %w", err)
	}
	return file, prune(a.To, a.Keep, now)
}

// whole looks a file through: a dump that was cut off cannot be listed, and one without the texts is none of ours.
func whole(ctx context.Context, file string, major int) error {
	bin, err := pgBinary(ctx, "pg_restore", major)
	if err != nil {
		return err
	}
	out, err := exec.CommandContext(ctx, bin, "--list", file).Output() //nolint:gosec // PostgreSQL's own
	if err != nil || !bytes.Contains(out, []byte("TABLE DATA public messages")) ||
		!bytes.Contains(out, []byte("TABLE DATA public goose_db_version")) {
		return fmt.Errorf("%s is no whole backup of reportback", file)
	}
	return nil
}

// ours reports whether backup gave a file its name, and when: what a person keeps beside is neither counted nor removed.
func ours(file, suffix string) (time.Time, bool) {
	stamp, ok := strings.CutPrefix(filepath.Base(file), backupPrefix)
	stamp, end := strings.CutSuffix(stamp, suffix)
	at, err := time.Parse(backupStamp, stamp)
	return at, ok && end && err == nil
}

// prune keeps the newest files that backup made in a folder, and removes what one left that was killed in the middle.
func prune(dir string, keep int, now time.Time) error {
	files, err := filepath.Glob(filepath.Join(dir, backupPrefix+"*"))
	if err != nil {
		return err
	}
	sort.Strings(files)
	var made, drop []string
	for _, f := range files {
		if _, ok := ours(f, backupSuffix); ok {
			made = append(made, f)
		} else if at, ok := ours(f, backupSuffix+partSuffix); ok && now.Sub(at) > 24*time.Hour {
			drop = append(drop, f)
		}
	}
	if keep > 0 && len(made) > keep {
		drop = append(drop, made[:len(made)-keep]...)
	}
	for _, f := range drop {
		if err := os.Remove(f); err != nil {
			return fmt.Errorf("--keep: %w", err)
		}
	}
	return nil
}

// runRestore reads a backup into a fresh place, brings its schema up, and leaves it with sending and webhooks off.
func runRestore(ctx context.Context, cfg config.Config, a restoreArgs, std streams, log *slog.Logger) error {
	where, u := "DATABASE_URL's database", cfg.DatabaseURL.Reveal()
	if a.Data != "" || u == "" {
		if a.Data == "" {
			a.Data = cfg.Data
		}
		where = a.Data
		if !embedded.HasData(a.Data) { // before anything is made
			if err := whole(ctx, a.File, 0); err != nil {
				return usageError{err}
			}
		}
		pg, err := embedded.Start(ctx, a.Data, embedded.Real)
		if err != nil {
			return err
		}
		defer stopPostgres(pg, log)
		u = pg.URL()
	}
	db, err := store.Open(ctx, u, 4)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	empty, err := db.Empty(ctx)
	if err != nil {
		return err
	}
	if !empty && where == a.Data { // a try that failed leaves a folder whose database is empty: the next one goes on in it
		return usageError{fmt.Errorf("%s holds data already: a backup is restored into a fresh folder; name one with --data", a.Data)}
	}
	if !empty {
		return usageError{errors.New("the database is not empty: a backup is restored into an empty one (createdb), and DATABASE_URL then " +
			"names that")}
	}
	major, err := db.ServerMajor(ctx)
	if err != nil {
		return err
	}
	if err := whole(ctx, a.File, major); err != nil {
		return usageError{err}
	}
	if err := pgTool(ctx, "pg_restore", major, u, "--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction",
		"--dbname="+toolDatabase(u), a.File); err != nil {
		return err
	}
	n, err := moveIn(ctx, cfg, db, log)
	if err != nil {
		return err
	}
	fmt.Fprintf(std.out, "restored into %s: %s\nsending and webhooks are off: turn them on in Settings, or with `reportback sending on`, "+
		"when nothing else sends from this number\n", where, n)
	return nil
}

// moveIn makes what was read from a backup at home: the schema of today, sending and webhooks off. It returns what is kept there, in words.
func moveIn(ctx context.Context, cfg config.Config, db *store.DB, log *slog.Logger) (string, error) {
	if err := db.Moved(ctx); err != nil {
		return "", err
	}
	if err := db.Migrate(ctx); err != nil {
		return "", err
	}
	deps, err := tools(cfg, db, log)
	if err != nil {
		return "", err
	}
	if err := app.MoveIn(ctx, db, deps); err != nil {
		return "", err
	}
	end, err := recorded(ctx, db, deps, "restore")
	if err != nil {
		return "", err
	}
	end(nil)
	return db.Kept(ctx)
}

// pgBinary finds one of PostgreSQL's tools, of the server's version where there are several.
func pgBinary(ctx context.Context, name string, major int) (string, error) {
	if dir, err := embedded.Binaries(ctx, major); err == nil {
		if p := filepath.Join(dir, name); exec.CommandContext(ctx, p, "--version").Run() == nil { //nolint:gosec // PostgreSQL's own
			return p, nil
		}
	}
	p, err := exec.LookPath(name)
	if err != nil {
		return "", fmt.Errorf("%s is needed: install PostgreSQL's client of version %d", name, major)
	}
	return p, nil
}

// pgTool runs one of PostgreSQL's tools. Where and with which password goes by its environment: a command line is everybody's to read.
func pgTool(ctx context.Context, name string, major int, database string, args ...string) error {
	bin, err := pgBinary(ctx, name, major)
	if err != nil {
		return err
	}
	c := exec.CommandContext(ctx, bin, args...) //nolint:gosec // PostgreSQL's own
	c.Env = append([]string{"PATH=" + os.Getenv("PATH"), "HOME=" + os.Getenv("HOME")}, pgEnvironment(database)...)
	var said bytes.Buffer
	c.Stderr = &said
	if err := c.Run(); err != nil {
		words, _, _ := strings.Cut(said.String(), "\n")
		return fmt.Errorf("%s: %w: %s", name, err, words)
	}
	return nil
}

func toolDatabase(database string) string { return pgParts(database)["dbname"] }

// pgParts takes a lib/pq address apart.
func pgParts(database string) map[string]string {
	dsn := database
	if strings.Contains(database, "://") {
		var err error
		// PostgreSQL's own tools are told the parts, so that no password stands on a command line.
		if dsn, err = pq.ParseURL(database); err != nil { //nolint:staticcheck // see above
			return nil
		}
	}
	out := map[string]string{}
	for rest := strings.TrimSpace(dsn); rest != ""; rest = strings.TrimSpace(rest) {
		key, after, ok := strings.Cut(rest, "=")
		if !ok {
			break
		}
		var v strings.Builder
		quoted := strings.HasPrefix(after, "'")
		i := 0
		if quoted {
			i = 1
		}
		for ; i < len(after); i++ {
			if after[i] == '\\' && i+1 < len(after) {
				i++
			} else if quoted && after[i] == '\'' || !quoted && after[i] == ' ' {
				break
			}
			v.WriteByte(after[i])
		}
		out[strings.TrimSpace(key)] = v.String()
		rest = after[min(i+1, len(after)):]
	}
	return out
}

func pgEnvironment(database string) []string {
	var env []string
	parts := pgParts(database)
	for key, name := range map[string]string{
		"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD",
		"dbname": "PGDATABASE", "sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT",
	} {
		if v, ok := parts[key]; ok {
			env = append(env, name+"="+v)
		}
	}
	return env
}
