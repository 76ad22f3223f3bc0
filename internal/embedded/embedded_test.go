package embedded

import (
	"context"
	"database/sql"
	"errors"
	"net"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

func folder(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "reportback-pg-")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

func start(t *testing.T, dir string, kind Kind) *Postgres {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	s, err := Start(ctx, dir, kind)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// query runs a statement and drops what it gives; a test's goroutines may call it.
func query(ctx context.Context, url, q string) error {
	db, err := sql.Open("postgres", url)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	_, err = db.ExecContext(ctx, q)
	return err
}

func run(t *testing.T, url, query string) string {
	t.Helper()
	db, err := sql.Open("postgres", url)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	var s string
	if err := db.QueryRowContext(t.Context(), query).Scan(&s); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestDataSurvivesStopAndKill(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	s := start(t, dir, Real)
	if got := run(t, s.URL(), "CREATE TABLE kept (n int); INSERT INTO kept VALUES (1); SELECT 'made'"); got != "made" {
		t.Fatal(got)
	}
	if err := s.Stop(); err != nil {
		t.Fatal(err)
	}
	s = start(t, dir, Real)
	if err := s.cmd.Process.Signal(syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	<-s.Done()
	_ = s.lock.Close()
	s = start(t, dir, Real)
	if got := run(t, s.URL(), "SELECT n::text FROM kept"); got != "1" {
		t.Error(got)
	}
	if err := s.Stop(); err != nil {
		t.Error(err)
	}
}

func TestASecondOwnerIsRefusedAndACommandAttaches(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	s := start(t, dir, Real)
	defer func() { _ = s.Stop() }()
	if err := s.Serve(dir); err != nil {
		t.Fatal(err)
	}
	if _, err := Start(t.Context(), dir, Real); !errors.Is(err, ErrInUse) {
		t.Errorf("a second start: %v", err)
	}
	url, release, err := Attach(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	defer release()
	if got := run(t, url, "SELECT 'here'"); got != "here" {
		t.Error(got)
	}
}

func TestACommandOwnsAFolderThatNobodyRuns(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	if err := start(t, dir, Demo).Stop(); err != nil {
		t.Fatal(err)
	}
	url, release, err := Attach(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	if got := run(t, url, "SELECT 'here'"); got != "here" {
		t.Error(got)
	}
	release()
	if ready(t.Context(), url) {
		t.Error("still running after its release")
	}
	if _, _, err := Attach(t.Context(), filepath.Join(dir, "nowhere")); err == nil {
		t.Error("attached to a folder without data")
	}
}

func TestFoldersThatAreRefused(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	if err := start(t, dir, Demo).Stop(); err != nil {
		t.Fatal(err)
	}
	if _, err := Start(t.Context(), dir, Real); err == nil || !strings.Contains(err.Error(), "demo") {
		t.Errorf("a demo's folder for a real service: %v", err)
	}
	if err := os.WriteFile(filepath.Join(dir, "postgres", "PG_VERSION"), []byte("9\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Start(t.Context(), dir, Demo); !errors.Is(err, ErrNoPostgres) || !strings.Contains(err.Error(), "untouched") {
		t.Errorf("another major version: %v", err)
	}
}

func TestAnImpassableFolderIsRefusedBeforeAnythingIsMade(t *testing.T) {
	t.Parallel()
	if os.Geteuid() != 0 {
		t.Skip("only root runs PostgreSQL as somebody else")
	}
	home := filepath.Join(folder(t), "home")
	if err := os.Mkdir(home, 0o700); err != nil {
		t.Fatal(err)
	}
	_, err := Start(t.Context(), filepath.Join(home, "data"), Real)
	if err == nil || !strings.Contains(err.Error(), "REPORTBACK_DATA") {
		t.Errorf("%v", err)
	}
	if _, err := os.Stat(filepath.Join(home, "data")); err == nil {
		t.Error("something was made")
	}
}

// TestAsAPlainUser runs this very test binary as another user.
func TestAsAPlainUser(t *testing.T) {
	t.Parallel()
	if os.Geteuid() != 0 {
		t.Skip("this test binary already runs as a plain user")
	}
	cred, _, err := account()
	if err != nil {
		t.Fatal(err)
	}
	dir := folder(t)
	if err := os.Chown(dir, int(cred.Uid), int(cred.Gid)); err != nil {
		t.Fatal(err)
	}
	self, err := os.ReadFile(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	bin := filepath.Join(dir, "self.test")
	if err := os.WriteFile(bin, self, 0o755); err != nil {
		t.Fatal(err)
	}
	c := exec.CommandContext(t.Context(), bin, "-test.run",
		"TestDataSurvivesStopAndKill|TestASecondOwner|TestFoldersThatAreRefused|TestKilledOwners|TestFoldersOfEveryName|TestCommandsWait")
	c.Dir, c.Env = dir, []string{"TMPDIR=" + dir, "PATH=" + os.Getenv("PATH"), "HOME=" + dir}
	c.SysProcAttr = &syscall.SysProcAttr{Credential: cred}
	if out, err := c.CombinedOutput(); err != nil || !strings.Contains(string(out), "PASS") {
		t.Errorf("%v\n%s", err, out)
	}
}

func TestTheQueueAnswers(t *testing.T) {
	t.Parallel()
	q, err := StartQueue(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer q.Close()
	u, err := url.Parse(q.URL())
	if err != nil || !strings.HasPrefix(u.Host, "127.0.0.1:") {
		t.Fatal(u, err)
	}
	conn, err := net.Dial("tcp", u.Host)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	if _, err := conn.Write([]byte("*1\r\n$8\r\nFLUSHALL\r\n")); err != nil {
		t.Fatal(err)
	}
	b := make([]byte, 100)
	if n, err := conn.Read(b); err != nil || !strings.HasPrefix(string(b[:n]), "-NOAUTH") {
		t.Errorf("without its password it answers %q %v", b[:n], err)
	}
}
