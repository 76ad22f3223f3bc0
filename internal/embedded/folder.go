package embedded

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// patience is how long a start or a command waits for a short command that holds the folder.
const patience = 10 * time.Second

// dying is how long a start waits for a service: one that was just killed with -9 has the folder until it is gone.
const dying = time.Second

// layout is where things are: the data folder, the cluster in it, and the folder of the socket.
type layout struct{ dir, data, sock string }

// place returns where things are. A socket's path has at most 104 bytes, and PostgreSQL reads -k as a list: a long folder's socket, and
// that of a folder with marks in its name, is under the system's temporary one.
func place(dir string) (layout, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return layout{}, fmt.Errorf("data folder: %w", err)
	}
	abs = resolved(abs) // one folder has one name: a server that was left behind is known by it
	l := layout{dir: abs, data: filepath.Join(abs, "postgres"), sock: filepath.Join(abs, "s")}
	if len(l.sock) > 80 || strings.ContainsAny(l.sock, " ,\"'\\") {
		h := sha256.Sum256([]byte(abs))
		l.sock = filepath.Join(os.TempDir(), "reportback-"+hex.EncodeToString(h[:8]))
	}
	return l, nil
}

// resolved follows the links of as much of a path as is there.
func resolved(abs string) string {
	rest := ""
	for p := abs; p != filepath.Dir(p); p = filepath.Dir(p) {
		if r, err := filepath.EvalSymlinks(p); err == nil {
			return filepath.Join(r, rest)
		}
		rest = filepath.Join(filepath.Base(p), rest)
	}
	return abs
}

// major is the version of the cluster, 0 when there is none. Another process may make one until the lock is held.
func (l layout) major() int {
	b, err := os.ReadFile(filepath.Join(l.data, "PG_VERSION"))
	if err != nil {
		return 0
	}
	return majorOf(string(b))
}

// running is the layout with the socket of the server that runs now: its owner's temporary folder may be another than ours.
func (l layout) running() layout {
	b, err := os.ReadFile(filepath.Join(l.data, "postmaster.pid"))
	if lines := strings.Split(string(b), "\n"); err == nil && len(lines) > 4 && lines[4] != "" {
		l.sock = lines[4]
	}
	return l
}

// elsewhere reports whether the socket is outside the data folder.
func (l layout) elsewhere() bool { return filepath.Dir(l.sock) != l.dir }

// owner is the file that says that a service, not a short command, has the folder.
func (l layout) owner() string { return filepath.Join(l.dir, "owner") }

// served reports whether a service has the folder and its database answers.
func (l layout) served(ctx context.Context) bool {
	b, err := os.ReadFile(l.owner()) //nolint:gosec // a fixed name in the operator's folder
	return err == nil && string(b) == "service" && ready(ctx, l.running().url())
}

// url is the address of the database "app" for lib/pq, which reads quoted values.
func (l layout) url() string {
	quoted := strings.NewReplacer(`\`, `\\`, `'`, `\'`).Replace(l.sock)
	return fmt.Sprintf("host='%s' port=5432 user=app dbname=app sslmode=disable", quoted)
}

func ready(ctx context.Context, url string) bool {
	db, err := sql.Open("postgres", url)
	if err != nil {
		return false
	}
	defer func() { _ = db.Close() }()
	one, cancel := context.WithTimeout(ctx, 500*time.Millisecond)
	defer cancel()
	return db.PingContext(one) == nil
}

// makeFolder makes the data folder. What it makes, the server's account can pass, whatever the umask says.
func makeFolder(dir string, cred *syscall.Credential) error {
	var missing []string
	for p := dir; p != filepath.Dir(p); p = filepath.Dir(p) {
		if _, err := os.Stat(p); err == nil {
			break
		}
		missing = append(missing, p)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil { //nolint:gosec // the server's account must pass
		return fmt.Errorf("data folder: %w", err)
	}
	for _, p := range missing {
		if cred == nil {
			break
		}
		if err := os.Chmod(p, 0o755); err != nil { //nolint:gosec // the server's account must pass
			return fmt.Errorf("data folder: %w", err)
		}
	}
	return nil
}

// ownDir makes a folder of the server's account, or takes the one that it made before. Anybody may write to the system's temporary folder:
// a link there, or somebody else's folder, is refused.
func ownDir(dir string, cred *syscall.Credential) error {
	err := os.Mkdir(dir, 0o700)
	if errors.Is(err, fs.ErrExist) {
		err = trusted(dir, cred)
	}
	if err == nil && cred != nil {
		err = os.Lchown(dir, int(cred.Uid), int(cred.Gid))
	}
	if err != nil {
		return fmt.Errorf("data folder: %w", err)
	}
	return nil
}

func trusted(dir string, cred *syscall.Credential) error {
	st, err := os.Lstat(dir)
	if err != nil {
		return err
	}
	sys, ok := st.Sys().(*syscall.Stat_t)
	ours := ok && (int(sys.Uid) == os.Geteuid() || cred != nil && sys.Uid == cred.Uid)
	if !st.IsDir() || !ours {
		return fmt.Errorf("%s is no folder of ours: remove it", dir)
	}
	return nil
}

// hold takes the folder's lock, waiting for a short command that has it.
func hold(ctx context.Context, l layout, patience time.Duration) (*os.File, error) {
	f, err := os.OpenFile(filepath.Join(l.dir, "lock"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, fmt.Errorf("data folder: %w", err)
	}
	if err := f.Chmod(0o600); err != nil { // who can read it can hold it, and keep the service from starting
		_ = f.Close()
		return nil, fmt.Errorf("data folder: %w", err)
	}
	for began := time.Now(); ; {
		waited := time.Since(began)
		if syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil {
			_ = os.Remove(l.owner()) //nolint:gosec // the mark of a service that was killed
			return f, nil
		}
		if waited > dying && l.served(ctx) || waited > patience {
			_ = f.Close()
			return nil, fmt.Errorf("%s: %w", l.dir, ErrInUse)
		}
		select {
		case <-ctx.Done():
			_ = f.Close()
			return nil, ctx.Err()
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// held reports whether some process has the folder's lock.
func held(l layout) bool {
	f, err := os.OpenFile(filepath.Join(l.dir, "lock"), os.O_RDWR, 0)
	if err != nil {
		return false
	}
	defer func() { _ = f.Close() }()
	return syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) != nil
}

// KindOf is what a data folder is for; "" for one that is not there yet, or was made for nothing in particular.
func KindOf(dir string) (Kind, error) {
	l, err := place(dir)
	if err != nil {
		return "", err
	}
	b, err := os.ReadFile(filepath.Join(l.dir, "kind"))
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("data folder: %w", err)
	}
	return Kind(strings.TrimSpace(string(b))), nil
}

// claimKind writes what the folder is for, or refuses a folder of the other kind.
func claimKind(dir string, kind Kind) error {
	path := filepath.Join(dir, "kind")
	b, err := os.ReadFile(path)
	switch {
	case err == nil && kind != "" && Kind(strings.TrimSpace(string(b))) != kind:
		return fmt.Errorf("%s is the data folder of a %s service, not of a %s one: choose another with --data or REPORTBACK_DATA", dir,
			strings.TrimSpace(string(b)), kind)
	case err == nil || kind == "":
		return nil
	}
	if err := os.WriteFile(path, []byte(string(kind)+"\n"), 0o644); err != nil { //nolint:gosec // no secret
		return fmt.Errorf("data folder: %w", err)
	}
	return nil
}
