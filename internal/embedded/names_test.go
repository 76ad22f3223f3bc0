package embedded

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

func TestFoldersOfEveryName(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"my data", "it's", "a,b", `back\slash`, "datos-de-José", strings.Repeat("long", 25)} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(folder(t), name)
			s, err := Start(t.Context(), dir, Real, Options{NoSync: true})
			if err != nil {
				t.Fatal(err)
			}
			if got := run(t, s.URL(), "SELECT 'here'"); got != "here" {
				t.Error(got)
			}
			if err := s.Stop(); err != nil {
				t.Error(err)
			}
			if _, err := os.Stat(s.l.sock); s.l.elsewhere() && err == nil {
				t.Errorf("the socket's folder is left behind: %s", s.l.sock)
			}
		})
	}
}

// TestALinkInTheTemporaryFolderIsNotFollowed: anybody can put one there, and we may be root.
func TestALinkInTheTemporaryFolderIsNotFollowed(t *testing.T) {
	t.Parallel()
	base := folder(t)
	victim, dir := filepath.Join(base, "victim"), filepath.Join(base, "my data")
	if err := os.Mkdir(victim, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(victim, ".s.PGSQL.5432"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	l, err := place(dir)
	if err != nil || !l.elsewhere() {
		t.Fatalf("%+v %v", l, err)
	}
	if err := os.Symlink(victim, l.sock); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Remove(l.sock) })
	if s, err := Start(t.Context(), dir, Real); err == nil {
		_ = s.Stop()
		t.Error("started in a folder that a link leads to")
	}
	st, err := os.Stat(victim)
	if err != nil {
		t.Fatal(err)
	}
	if sys, ok := st.Sys().(*syscall.Stat_t); !ok || int(sys.Uid) != os.Geteuid() {
		t.Error("the folder behind the link has another owner now")
	}
	if _, err := os.Stat(filepath.Join(victim, ".s.PGSQL.5432")); err != nil {
		t.Error("a socket behind the link was removed")
	}
}

// TestOneFolderByTwoNames: the lock and what a killed service left are known by either.
func TestOneFolderByTwoNames(t *testing.T) {
	t.Parallel()
	base := folder(t)
	dir, link := filepath.Join(base, "data"), filepath.Join(base, "link")
	if err := os.Symlink(base, link); err != nil {
		t.Fatal(err)
	}
	owner(t, filepath.Join(link, "data"))
	if _, err := Start(t.Context(), dir, Real); !errors.Is(err, ErrInUse) {
		t.Errorf("%v", err)
	}
	l, err := place(filepath.Join(link, "data"))
	if want, _ := place(dir); err != nil || l != want {
		t.Errorf("%+v, want %+v", l, want)
	}
}

// TestAnImpassableFolderBehindALinkIsRefused: what counts is where the folder is, not how it is named.
func TestAnImpassableFolderBehindALinkIsRefused(t *testing.T) {
	t.Parallel()
	if os.Geteuid() != 0 {
		t.Skip("only root runs PostgreSQL as somebody else")
	}
	base := folder(t)
	home, link := filepath.Join(base, "home"), filepath.Join(base, "link")
	if err := os.MkdirAll(filepath.Join(home, "open"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(home, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(home, "open"), link); err != nil {
		t.Fatal(err)
	}
	if _, err := Start(t.Context(), filepath.Join(link, "data"), Real); err == nil || !strings.Contains(err.Error(), "REPORTBACK_DATA") {
		t.Errorf("%v", err)
	}
	if left, err := os.ReadDir(filepath.Join(home, "open")); err != nil || len(left) != 0 {
		t.Errorf("something was made: %v %v", left, err)
	}
}

// TestAStrictUmask: root of many machines makes folders that nobody else can pass.
func TestAStrictUmask(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(folder(t), "deep", "data")
	owner(t, dir, "EMBEDDED_TEST_UMASK=1")
	url, release, err := Attach(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	defer release()
	if got := run(t, url, "SELECT 'here'"); got != "here" {
		t.Error(got)
	}
}

// TestACommandWithAnotherTemporaryFolder finds the socket of a service all the same.
func TestACommandWithAnotherTemporaryFolder(t *testing.T) {
	t.Parallel()
	dir, tmp := filepath.Join(folder(t), "my data"), folder(t)
	owner(t, dir, "TMPDIR="+tmp)
	url, release, err := Attach(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	defer release()
	if !strings.Contains(url, tmp) {
		t.Errorf("%s is not under %s", url, tmp)
	}
	if got := run(t, url, "SELECT 'here'"); got != "here" {
		t.Error(got)
	}
}

// TestAnotherProcessWithTheServersNumberIsLeftAlone: numbers are used again after a crash.
func TestAnotherProcessWithTheServersNumberIsLeftAlone(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	if err := start(t, dir, Real).Stop(); err != nil {
		t.Fatal(err)
	}
	data := mustPlaceData(t, dir)
	c := exec.CommandContext(t.Context(), "sh", "-c", "read x", filepath.Join(data, "postgresql.conf")) // as an editor would be
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(data, "postmaster.pid"), []byte(strconv.Itoa(c.Process.Pid)+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := start(t, dir, Real)
	if err := s.Stop(); err != nil {
		t.Error(err)
	}
	_ = in.Close()
	if err := c.Wait(); c.ProcessState.ExitCode() < 0 { // ended by a signal
		t.Errorf("it was killed: %v", err)
	}
}

func mustPlaceData(t *testing.T, dir string) string {
	t.Helper()
	l, err := place(dir)
	if err != nil {
		t.Fatal(err)
	}
	return l.data
}
