package embedded

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// Serve marks the folder as a service's: a second start is refused at once instead of waiting for a short command, and commands attach to
// it.
func (s *Postgres) Serve(dir string) error {
	l, err := place(dir)
	if err != nil {
		return err
	}
	if err := os.WriteFile(l.owner(), []byte("service"), 0o644); err != nil { //nolint:gosec // no secret
		return fmt.Errorf("data folder: %w", err)
	}
	return nil
}

// Attach gives a command that runs beside the service its database: of the service that has the folder, or, when none runs, of a server
// that it owns briefly. It never uses another command's server, which ends with that command, but waits for it. The folder must exist.
func Attach(ctx context.Context, dir string) (url string, release func(), err error) {
	l, err := place(dir)
	if err != nil {
		return "", nil, err
	}
	if _, err := os.Stat(filepath.Join(l.data, "PG_VERSION")); err != nil {
		return "", nil, fmt.Errorf("%s holds no data of reportback: start `reportback up` or `reportback demo` first, or set DATABASE_URL "+
			"or REPORTBACK_DATA", dir)
	}
	for began := time.Now(); time.Since(began) < patience; {
		if l.served(ctx) && held(l) { // not held: an orphan that a killed service left
			return l.running().url(), func() {}, nil
		}
		s, err := Start(ctx, dir, "")
		if err == nil {
			return s.url, func() { _ = s.Stop() }, nil
		}
		if !errors.Is(err, ErrInUse) {
			return "", nil, err
		}
	}
	return "", nil, fmt.Errorf("%s: %w, and its database does not answer", dir, ErrInUse)
}

// stopOrphan ends a server that a killed parent left on data. We hold the lock, so nobody else uses it.
func stopOrphan(data string) bool {
	pidFile := filepath.Join(data, "postmaster.pid")
	b, err := os.ReadFile(pidFile)
	if err != nil {
		return false
	}
	pid, err := strconv.Atoi(strings.SplitN(string(b), "\n", 2)[0])
	if err != nil || pid <= 1 {
		return false
	}
	if !isPostgres(pid, data) {
		_ = os.Remove(pidFile)
		return true
	}
	_ = syscall.Kill(pid, syscall.SIGINT)
	for i := 0; i < 100 && isPostgres(pid, data); i++ {
		time.Sleep(50 * time.Millisecond)
	}
	return true
}

// isPostgres reports whether a process is the live server of data: through /proc where there is one, else ps.
func isPostgres(pid int, data string) bool {
	if _, err := os.Stat("/proc/self/stat"); err == nil {
		b, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), "cmdline"))
		args := strings.Split(string(b), "\x00") // an editor that has our number by now, and one of these files open, is none
		return err == nil && filepath.Base(args[0]) == "postgres" && slices.Contains(args, data)
	}
	out, err := exec.Command("ps", "-o", "stat=,args=", "-p", strconv.Itoa(pid)).Output() //nolint:gosec,noctx // a number
	return err == nil && !bytes.HasPrefix(bytes.TrimSpace(out), []byte("Z")) && bytes.Contains(out, []byte(data))
}
