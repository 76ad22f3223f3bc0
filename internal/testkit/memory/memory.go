// Package memory lets tests keep their temporary folders in memory: a database of a test is some seven hundred files that live for seconds,
// and making them on a disk takes ten times as long as the test itself.
package memory

import (
	"os"
	"path/filepath"
	"syscall"
)

// root is where Linux keeps files in memory (tmpfs); elsewhere there is none, and tests run on the disk.
const root = "/dev/shm"

// enough is how much must be free there, in bytes: the tests of one package take less than one of its six.
const enough = 6 << 30

// noExec is ST_NOEXEC of statvfs(3): what is built there could not be run.
const noExec = 8

// Use makes a folder in memory the place of temporary files (TMPDIR) until the function that it returns has run. It does nothing where
// there is too little memory or TMPDIR says where they belong. What tests that were killed left behind is removed.
func Use() func() {
	var fs syscall.Statfs_t
	if os.Getenv("TMPDIR") != "" || syscall.Statfs(root, &fs) != nil {
		return func() {}
	}
	if fs.Flags&noExec != 0 || fs.Bavail < enough/uint64(fs.Bsize) { //nolint:gosec // a block's size is positive
		return func() {}
	}
	sweep()
	dir, lock, err := own()
	if err != nil {
		return func() {}
	}
	_ = os.Setenv("TMPDIR", dir)
	return func() {
		_ = os.Unsetenv("TMPDIR")
		_ = os.RemoveAll(dir)
		_ = lock.Close()
	}
}

// own makes a folder that is locked for as long as this process lives. It has its name only when it is locked: until then sweep does not
// see it.
func own() (string, *os.File, error) {
	made, err := os.MkdirTemp(root, "new-reportback-")
	if err != nil {
		return "", nil, err
	}
	lock, err := os.OpenFile(filepath.Join(made, "lock"), os.O_CREATE|os.O_RDWR|syscall.O_CLOEXEC, 0o600)
	if err == nil {
		err = syscall.Flock(int(lock.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	}
	if err == nil {
		err = os.Chmod(made, 0o755) //nolint:gosec // PostgreSQL runs as an account of its own, and must pass
	}
	dir := filepath.Join(root, "reportback-"+filepath.Base(made)[len("new-reportback-"):])
	if err == nil {
		err = os.Rename(made, dir)
	}
	if err != nil {
		_ = os.RemoveAll(made)
		return "", nil, err
	}
	return dir, lock, nil
}

// sweep removes the folders of processes that are gone.
func sweep() {
	left, _ := filepath.Glob(filepath.Join(root, "reportback-*", "lock"))
	for _, l := range left {
		f, err := os.OpenFile(l, os.O_RDWR, 0)
		if err != nil {
			continue
		}
		if syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil {
			_ = os.RemoveAll(filepath.Dir(l))
		}
		_ = f.Close()
	}
}
