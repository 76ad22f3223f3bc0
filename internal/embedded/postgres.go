// Package embedded is the default that needs no set-up: a private PostgreSQL as a child process on a unix socket in the data folder, and an
// in-process queue. It knows nothing of what is kept in them.
package embedded

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"

	_ "github.com/lib/pq" // the driver that readiness is asked through
)

// Kind is what a data folder is for; a demo's and a real one refuse each other.
type Kind string

// The kinds.
const (
	Real Kind = "real"
	Demo Kind = "demo"
)

// ErrInUse says that another process runs this folder's PostgreSQL.
var ErrInUse = errors.New("this data folder is in use by another reportback")

// Options are for tests.
type Options struct{ NoSync bool }

// Postgres is a running server.
type Postgres struct {
	url  string
	bin  string
	cmd  *exec.Cmd
	done chan struct{}
	lock *os.File
}

// URL returns the address of the database "app", as lib/pq takes it.
func (s *Postgres) URL() string { return s.url }

// Done is closed when the server ends, whoever ended it.
func (s *Postgres) Done() <-chan struct{} { return s.done }

type layout struct{ dir, data, sock string }

// place returns where things are; a socket path has at most 104 bytes, so a long folder's socket is under the system's temporary one.
func place(dir string) (layout, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return layout{}, fmt.Errorf("data folder: %w", err)
	}
	l := layout{dir: abs, data: filepath.Join(abs, "postgres"), sock: filepath.Join(abs, "s")}
	if len(l.sock) > 80 {
		h := sha256.Sum256([]byte(abs))
		l.sock = filepath.Join(os.TempDir(), "reportback-"+hex.EncodeToString(h[:8]))
	}
	return l, nil
}

func (l layout) url() string {
	return fmt.Sprintf("host=%s port=5432 user=app dbname=app sslmode=disable", l.sock)
}

// Start initialises the folder, the first time, and starts its server. A folder that somebody else runs is ErrInUse, after a wait for a short
// command's hold; one of the other kind is refused.
func Start(ctx context.Context, dir string, kind Kind, opts ...Options) (_ *Postgres, err error) {
	l, err := place(dir)
	if err != nil {
		return nil, err
	}
	cred, name, err := account()
	if err != nil {
		return nil, err
	}
	if err := passable(l.dir, cred, name); err != nil {
		return nil, err
	}
	want := 0
	if b, err := os.ReadFile(filepath.Join(l.data, "PG_VERSION")); err == nil {
		want = majorOf(string(b))
	}
	bin, err := findBinaries(ctx, want)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(l.dir, 0o755); err != nil { //nolint:gosec // the server's account must pass
		return nil, fmt.Errorf("data folder: %w", err)
	}
	s := &Postgres{url: l.url(), bin: bin}
	if s.lock, err = hold(ctx, l.dir, 10*time.Second); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			_ = s.lock.Close()
		}
	}()
	if err := claimKind(l.dir, kind); err != nil {
		return nil, err
	}
	noSync := len(opts) > 0 && opts[0].NoSync
	return s, s.boot(ctx, l, cred, want == 0, noSync)
}

// hold takes the folder's lock, waiting for a short command that has it.
func hold(ctx context.Context, dir string, patience time.Duration) (*os.File, error) {
	f, err := os.OpenFile(filepath.Join(dir, "lock"), os.O_CREATE|os.O_RDWR, 0o644) //nolint:gosec // others only see that it is there
	if err != nil {
		return nil, fmt.Errorf("data folder: %w", err)
	}
	for began := time.Now(); ; {
		if syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil {
			return f, nil
		}
		if b, _ := os.ReadFile(filepath.Join(dir, "owner")); string(b) == "service" && ready(ctx, mustPlace(dir).url()) || time.Since(began) > patience {
			_ = f.Close()
			return nil, fmt.Errorf("%s: %w", dir, ErrInUse)
		}
		select {
		case <-ctx.Done():
			_ = f.Close()
			return nil, ctx.Err()
		case <-time.After(50 * time.Millisecond):
		}
	}
}

func mustPlace(dir string) layout {
	l, err := place(dir)
	if err != nil {
		return layout{}
	}
	return l
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

// claimKind writes what the folder is for, or refuses a folder of the other kind.
func claimKind(dir string, kind Kind) error {
	path := filepath.Join(dir, "kind")
	b, err := os.ReadFile(path)
	switch {
	case err == nil && kind != "" && Kind(strings.TrimSpace(string(b))) != kind:
		return fmt.Errorf("%s is the data folder of a %s service, not of a %s one: choose another with --data or REPORTBACK_DATA", dir, strings.TrimSpace(string(b)), kind)
	case err == nil || kind == "":
		return nil
	}
	return os.WriteFile(path, []byte(string(kind)+"\n"), 0o644) //nolint:gosec // no secret
}

func (s *Postgres) boot(ctx context.Context, l layout, cred *syscall.Credential, fresh, noSync bool) error {
	orphan := stopOrphan(l.data)
	for _, f := range []string{".s.PGSQL.5432", ".s.PGSQL.5432.lock"} { // may name a server that is gone
		_ = os.Remove(filepath.Join(l.sock, f))
	}
	if err := ownDir(l.sock, cred); err != nil {
		return err
	}
	if fresh {
		if err := s.initialise(ctx, l, cred); err != nil {
			return err
		}
	}
	logPath := filepath.Join(l.dir, "postgres.log")
	log, err := os.OpenFile(logPath, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("log of PostgreSQL: %w", err)
	}
	defer func() { _ = log.Close() }()
	for try := 0; ; try++ {
		// terse and panic: PostgreSQL's own log must not quote statements or values, which hold numbers and words of people
		args := []string{
			"-D", l.data, "-k", l.sock, "-c", "listen_addresses=", "-c", "unix_socket_permissions=0700", "-c", "shared_buffers=64MB", "-c", "log_timezone=UTC", "-c", "timezone=UTC",
			"-c", "log_error_verbosity=terse", "-c", "log_min_error_statement=panic", "-c", "logging_collector=off", "-c", "max_connections=100",
		}
		if noSync {
			args = append(args, "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off")
		}
		s.cmd = s.command(cred, "postgres", args...)
		s.cmd.Stdout, s.cmd.Stderr = log, log
		if err = s.launch(ctx); err == nil {
			return nil
		}
		if orphan && try < 50 && ctx.Err() == nil { // backends of a killed server hold the shared memory for a moment
			time.Sleep(100 * time.Millisecond)
			continue
		}
		b, _ := os.ReadFile(logPath)
		return fmt.Errorf("start PostgreSQL: %w\n%s", err, b[max(0, len(b)-2000):])
	}
}

func (s *Postgres) command(cred *syscall.Credential, name string, arg ...string) *exec.Cmd {
	c := exec.Command(filepath.Join(s.bin, name), arg...) //nolint:gosec,noctx // outlives the start's context; Stop ends it
	c.Dir = "/"
	c.Env = []string{"PATH=/usr/bin:/bin", "LC_ALL=C", "TZ=UTC"}
	c.SysProcAttr = sysProcAttr(cred)
	return c
}

func ownDir(dir string, cred *syscall.Credential) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("data folder: %w", err)
	}
	if cred != nil {
		if err := os.Chown(dir, int(cred.Uid), int(cred.Gid)); err != nil {
			return fmt.Errorf("data folder: %w", err)
		}
	}
	return nil
}

// initialise makes the cluster beside its place and renames it when whole: a killed initdb leaves no half cluster.
func (s *Postgres) initialise(ctx context.Context, l layout, cred *syscall.Credential) error {
	tmp := l.data + ".new"
	if err := os.RemoveAll(tmp); err != nil {
		return fmt.Errorf("data folder: %w", err)
	}
	if err := ownDir(tmp, cred); err != nil {
		return err
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if out, err := s.command(cred, "initdb", "-D", tmp, "-U", "app", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync").CombinedOutput(); err != nil {
		return fmt.Errorf("initdb: %w\n%s", err, out)
	}
	c := s.command(cred, "postgres", "--single", "-D", tmp, "postgres")
	c.Stdin = strings.NewReader("CREATE DATABASE app;\n")
	if out, err := c.CombinedOutput(); err != nil || bytes.Contains(out, []byte("ERROR")) {
		return fmt.Errorf("create database: %w\n%s", err, out)
	}
	return os.Rename(tmp, l.data)
}

// launch starts the server on a thread that lives as long as it: the death signal follows the thread that forked.
func (s *Postgres) launch(ctx context.Context) error {
	s.done = make(chan struct{})
	cmd, done, started := s.cmd, s.done, make(chan error)
	go func() {
		runtime.LockOSThread()
		err := cmd.Start()
		started <- err
		if err == nil {
			_ = cmd.Wait()
			close(done)
		}
	}()
	if err := <-started; err != nil {
		return err
	}
	err := waitReady(ctx, s.url, s.done)
	if err != nil {
		_ = s.cmd.Process.Signal(syscall.SIGINT)
		<-s.done
	}
	return err
}

func waitReady(ctx context.Context, url string, done <-chan struct{}) error {
	db, err := sql.Open("postgres", url)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	ctx, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	for {
		err := db.PingContext(ctx)
		if err == nil {
			return nil
		}
		select {
		case <-done:
			return errors.New("PostgreSQL ended at its start")
		case <-ctx.Done():
			return fmt.Errorf("PostgreSQL is not ready: %w", err)
		case <-time.After(15 * time.Millisecond):
		}
	}
}

// Serve marks the folder as a service's: a second start is refused at once instead of waiting for a short command.
func (s *Postgres) Serve(dir string) error {
	return os.WriteFile(filepath.Join(dir, "owner"), []byte("service"), 0o644) //nolint:gosec // no secret
}

// Stop shuts the server down and frees the folder.
func (s *Postgres) Stop() error {
	defer func() { _ = s.lock.Close() }()
	_ = os.Remove(filepath.Join(filepath.Dir(s.lock.Name()), "owner"))
	_ = s.cmd.Process.Signal(syscall.SIGINT) // fast shutdown
	select {
	case <-s.done:
		return nil
	case <-time.After(20 * time.Second):
		_ = s.cmd.Process.Signal(syscall.SIGQUIT)
		<-s.done
		return errors.New("PostgreSQL did not stop in 20 seconds and was ended")
	}
}
