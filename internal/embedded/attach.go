package embedded

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// Attach gives a command that runs beside the service its database: of the process that owns the folder, or, when nothing runs, of a server
// that it owns briefly. The folder must exist.
func Attach(ctx context.Context, dir string) (url string, release func(), err error) {
	l, err := place(dir)
	if err != nil {
		return "", nil, err
	}
	if _, err := os.Stat(filepath.Join(l.data, "PG_VERSION")); err != nil {
		return "", nil, fmt.Errorf("%s holds no data of reportback: start `reportback up` or `reportback demo` first, or set DATABASE_URL or REPORTBACK_DATA", dir)
	}
	for began := time.Now(); time.Since(began) < 10*time.Second; {
		if ready(ctx, l.url()) {
			if f, err := os.OpenFile(filepath.Join(l.dir, "lock"), os.O_RDWR, 0); err == nil { // owned, or an orphan's?
				owned := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) != nil
				_ = f.Close()
				if owned {
					return l.url(), func() {}, nil
				}
			}
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
	proc := filepath.Join("/proc", strconv.Itoa(pid))
	if _, err := os.Stat("/proc/self/stat"); err == nil {
		args, err := os.ReadFile(filepath.Join(proc, "cmdline"))
		return err == nil && bytes.Contains(args, []byte(data))
	}
	out, err := exec.Command("ps", "-o", "stat=,args=", "-p", strconv.Itoa(pid)).Output() //nolint:gosec,noctx // a number
	return err == nil && !bytes.HasPrefix(bytes.TrimSpace(out), []byte("Z")) && bytes.Contains(out, []byte(data))
}
