package embedded

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"syscall"
)

// minMajor is the oldest PostgreSQL that the driver and the schema work on.
const minMajor = 14

// ErrNoPostgres says that the server's binaries are nowhere, and what to do about it.
var ErrNoPostgres = errors.New(`PostgreSQL's server binaries were not found. Any of these helps:
  Debian, Ubuntu:  apt-get install -y postgresql
  macOS:           brew install postgresql@17
  elsewhere:       set DATABASE_URL to a PostgreSQL 14 or newer, or PG_BINDIR to the folder of initdb and postgres`)

// findBinaries returns the folder of initdb and postgres; want is a major version, or 0 for any from minMajor on.
func findBinaries(ctx context.Context, want int) (string, error) {
	var dirs []string
	if d := os.Getenv("PG_BINDIR"); d != "" {
		dirs = append(dirs, d)
	}
	if out, err := exec.CommandContext(ctx, "pg_config", "--bindir").Output(); err == nil {
		dirs = append(dirs, strings.TrimSpace(string(out)))
	}
	if p, err := exec.LookPath("postgres"); err == nil {
		dirs = append(dirs, filepath.Dir(p))
	}
	for _, g := range []string{
		"/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/usr/local/pgsql/bin",
		"/opt/homebrew/opt/postgresql*/bin", "/usr/local/opt/postgresql*/bin", "/home/linuxbrew/.linuxbrew/opt/postgresql*/bin",
		"/Applications/Postgres.app/Contents/Versions/*/bin", "/Library/PostgreSQL/*/bin", "/opt/local/lib/postgresql*/bin",
	} {
		m, err := filepath.Glob(g)
		if err != nil {
			continue
		}
		sort.Sort(sort.Reverse(sort.StringSlice(m)))
		dirs = append(dirs, m...)
	}
	for _, d := range dirs {
		if _, err := os.Stat(filepath.Join(d, "initdb")); err != nil { //nolint:gosec // PG_BINDIR is the operator's
			continue
		}
		out, err := exec.CommandContext(ctx, filepath.Join(d, "postgres"), "--version").Output() //nolint:gosec // a folder from the list above
		if err != nil {
			continue
		}
		if v := majorOf(string(out)); v >= minMajor && (want == 0 || v == want) {
			return d, nil
		}
	}
	if want != 0 {
		return "", fmt.Errorf("the data folder is of PostgreSQL %d and its binaries are not here; the data is untouched. Install PostgreSQL "+
			"%d, or dump it there and load it here: %w", want, want, ErrNoPostgres)
	}
	return "", ErrNoPostgres
}

func majorOf(s string) int {
	for _, f := range strings.Fields(s) {
		if v, err := strconv.Atoi(strings.SplitN(f, ".", 2)[0]); err == nil {
			return v
		}
	}
	return 0
}

// account is who the server runs as: ours, or, since PostgreSQL refuses root, "postgres" or "nobody".
func account() (*syscall.Credential, string, error) {
	if os.Geteuid() != 0 {
		return nil, "", nil
	}
	for _, n := range []string{"postgres", "nobody"} {
		u, err := user.Lookup(n)
		if err != nil {
			continue
		}
		uid, err1 := strconv.ParseUint(u.Uid, 10, 32)
		gid, err2 := strconv.ParseUint(u.Gid, 10, 32)
		if err1 == nil && err2 == nil {
			return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid), Groups: []uint32{}}, n, nil
		}
	}
	return nil, "", errors.New("running as root, which PostgreSQL refuses, and neither user postgres nor nobody exists")
}

// passable checks, before anything is made, that the account can reach the folder: every folder above must be open to it.
func passable(dir string, c *syscall.Credential, name string) error {
	if c == nil {
		return nil
	}
	for p := dir; ; p = filepath.Dir(p) {
		st, err := os.Stat(p)
		if err == nil {
			sys, ok := st.Sys().(*syscall.Stat_t)
			mode := st.Mode().Perm()
			open := mode&0o001 != 0 || ok && sys.Uid == c.Uid && mode&0o100 != 0 || ok && sys.Gid == c.Gid && mode&0o010 != 0
			if !st.IsDir() {
				return fmt.Errorf("%s is no folder", p)
			}
			if !open {
				return fmt.Errorf("%s: PostgreSQL runs as user %q here, who cannot pass %s. Set REPORTBACK_DATA=/var/lib/reportback (or --data), "+
					"or open that folder with chmod o+x", dir, name, p)
			}
		}
		if p == filepath.Dir(p) {
			return nil
		}
	}
}

// Binaries returns the folder of PostgreSQL's programs of a major version, 0 for any.
func Binaries(ctx context.Context, major int) (string, error) { return findBinaries(ctx, major) }

// HasData reports whether a folder holds a database already.
func HasData(dir string) bool {
	l, err := place(dir)
	if err != nil {
		return false
	}
	_, err = os.Stat(filepath.Join(l.data, "PG_VERSION"))
	return err == nil
}
