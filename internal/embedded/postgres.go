// Package embedded is the default that needs no set-up: a private PostgreSQL as a child process on a unix socket in the data folder, and an
// in-process queue. It knows nothing of what is kept in them.
package embedded

import (
	"bytes"
	"context"
	"database/sql"
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
	l    layout
	cmd  *exec.Cmd
	done chan struct{}
	lock *os.File
}

// URL returns the address of the database "app", as lib/pq takes it.
func (s *Postgres) URL() string { return s.url }

// Done is closed when the server ends, whoever ended it.
func (s *Postgres) Done() <-chan struct{} { return s.done }

// Start initialises the folder, the first time, and starts its server. A folder that somebody else runs is ErrInUse, after a wait for a
// short command's hold; one of the other kind is refused.
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
	bin, err := findBinaries(ctx, l.major())
	if err != nil {
		return nil, err
	}
	if err := makeFolder(l.dir, cred); err != nil {
		return nil, err
	}
	s := &Postgres{url: l.url(), bin: bin, l: l}
	if s.lock, err = hold(ctx, l, patience); err != nil {
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
	return s, s.boot(ctx, cred, howTo{fresh: l.major() == 0, noSync: noSync, syncInit: kind == Real && !noSync})
}

// howTo is what a start is told: initialise first, and whether the disk is waited for.
type howTo struct{ fresh, noSync, syncInit bool }

func (s *Postgres) boot(ctx context.Context, cred *syscall.Credential, how howTo) error {
	l := s.l
	orphan := stopOrphan(l.data)
	if err := ownDir(l.sock, cred); err != nil { // before anything in it is touched
		return err
	}
	for _, f := range []string{".s.PGSQL.5432", ".s.PGSQL.5432.lock"} { // may name a server that is gone
		_ = os.Remove(filepath.Join(l.sock, f))
	}
	if how.fresh {
		if err := s.initialise(ctx, cred, how.syncInit); err != nil {
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
			"-D", l.data, "-k", l.sock, "-c", "listen_addresses=", "-c", "unix_socket_permissions=0700", "-c", "shared_buffers=64MB", "-c",
			"log_timezone=UTC", "-c", "timezone=UTC",
			"-c", "log_error_verbosity=terse", "-c", "log_min_error_statement=panic", "-c", "logging_collector=off", "-c", "max_connections=100",
		}
		if how.noSync {
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

// initialise makes the cluster beside its place and renames it when whole: a killed initdb leaves no half cluster. With sync, the disk has
// it before anybody's words are entrusted to it; a demo does not wait for that.
func (s *Postgres) initialise(ctx context.Context, cred *syscall.Credential, sync bool) error {
	tmp := s.l.data + ".new"
	if err := os.RemoveAll(tmp); err != nil {
		return fmt.Errorf("data folder: %w", err)
	}
	if err := ownDir(tmp, cred); err != nil {
		return err
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	runtime.LockOSThread() // the death signal follows the thread that forked, and another server's end may end a thread that is free
	defer runtime.UnlockOSThread()
	args := []string{"-D", tmp, "-U", "app", "-A", "trust", "-E", "UTF8", "--no-locale"}
	if !sync {
		args = append(args, "--no-sync")
	}
	if out, err := s.command(cred, "initdb", args...).CombinedOutput(); err != nil {
		return fmt.Errorf("initdb: %w\n%s", err, out)
	}
	c := s.command(cred, "postgres", "--single", "-D", tmp, "postgres")
	c.Stdin = strings.NewReader("CREATE DATABASE app;\n")
	if out, err := c.CombinedOutput(); err != nil || bytes.Contains(out, []byte("ERROR")) {
		return fmt.Errorf("create database: %w\n%s", err, out)
	}
	if err := os.Rename(tmp, s.l.data); err != nil {
		return fmt.Errorf("data folder: %w", err)
	}
	return nil
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

// Stop shuts the server down and frees the folder.
func (s *Postgres) Stop() error {
	defer func() { _ = s.lock.Close() }()
	_ = os.Remove(s.l.owner())
	if s.l.elsewhere() {
		defer func() { _ = os.Remove(s.l.sock) }() //nolint:gosec // a folder of ours, empty by then
	}
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
