package embedded

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/reportback/reportback/internal/testkit/memory"
)

// TestMain is, in a child process, a service that owns a folder until it is killed.
func TestMain(m *testing.M) {
	dir := os.Getenv("EMBEDDED_TEST_OWNS")
	if dir == "" {
		end := memory.Use()
		code := m.Run()
		end()
		os.Exit(code)
	}
	if os.Getenv("EMBEDDED_TEST_UMASK") != "" {
		syscall.Umask(0o077)
	}
	s, err := Start(context.Background(), dir, Real)
	if err == nil {
		err = s.Serve(dir)
	}
	if err != nil {
		fmt.Fprintln(os.Stdout, "failed:", err)
		os.Exit(1)
	}
	fmt.Fprintln(os.Stdout, "server", s.cmd.Process.Pid)
	_, _ = os.Stdin.Read(make([]byte, 1)) // until the test closes it
	if err := s.Stop(); err != nil {
		fmt.Fprintln(os.Stdout, "failed:", err)
		os.Exit(1)
	}
}

// owner starts a child that owns the folder; it returns the child and the number of its server.
func owner(t *testing.T, dir string, env ...string) (*exec.Cmd, int) {
	t.Helper()
	c := exec.CommandContext(t.Context(), os.Args[0])
	c.Env = append(append(os.Environ(), "EMBEDDED_TEST_OWNS="+dir), env...)
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = in.Close() })
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	pid, atoi := strconv.Atoi(strings.TrimSpace(strings.TrimPrefix(line, "server ")))
	if err != nil || atoi != nil {
		t.Fatalf("the child: %q %v", line, err)
	}
	return c, pid
}

// TestKilledOwnersLeaveAFolderThatStartsAtOnce: kill -9 of the process, and of the process and its server.
func TestKilledOwnersLeaveAFolderThatStartsAtOnce(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	for i := range 4 {
		c, pid := owner(t, dir)
		url, release, err := Attach(t.Context(), dir)
		if err != nil {
			t.Fatal(err)
		}
		run(t, url, fmt.Sprintf("CREATE TABLE t%d (n int); SELECT 'made'", i))
		release()
		if err := c.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		if i%2 == 1 {
			_ = syscall.Kill(pid, syscall.SIGKILL)
		}
		s := start(t, dir, Real)
		if got := run(t, s.URL(), "SELECT count(*)::text FROM pg_tables WHERE schemaname = 'public'"); got != strconv.Itoa(i+1) {
			t.Errorf("after kill %d: %s tables", i+1, got)
		}
		if err := s.Stop(); err != nil {
			t.Error(err)
		}
		_ = c.Wait()
	}
}

func TestASecondProcessIsRefused(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	owner(t, dir)
	began := time.Now()
	if _, err := Start(t.Context(), dir, Real); !errors.Is(err, ErrInUse) {
		t.Errorf("%v", err)
	}
	if d := time.Since(began); d > patience/2 {
		t.Errorf("a service's folder is refused at once, not after %s", d)
	}
}

// TestCommandsWaitForEachOther: the second one must not use the server of the first, which ends with it.
func TestCommandsWaitForEachOther(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	if err := start(t, dir, Real).Stop(); err != nil {
		t.Fatal(err)
	}
	url, release, err := Attach(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	var attached sync.WaitGroup
	got := make(chan error, 4)
	for range cap(got) {
		attached.Add(1)
		go func() {
			defer attached.Done()
			url, release, err := Attach(t.Context(), dir)
			if err == nil {
				err = query(t.Context(), url, "SELECT 1")
				release()
			}
			got <- err
		}()
	}
	if err := query(t.Context(), url, "SELECT pg_sleep(0.5)"); err != nil { // time enough for them to try
		t.Error(err)
	}
	if n := len(got); n != 0 {
		t.Errorf("%d commands used the server of another", n)
	}
	release()
	attached.Wait()
	for range cap(got) {
		if err := <-got; err != nil {
			t.Error(err)
		}
	}
}

// TestAKilledServiceIsNoService: its mark in the folder must not have a command's hold taken for a service.
func TestAKilledServiceIsNoService(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	c, _ := owner(t, dir)
	if err := c.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = c.Wait()
	_, release, err := Attach(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	started := make(chan error, 1)
	go func() {
		s, err := Start(t.Context(), dir, Real)
		if err == nil {
			err = s.Stop()
		}
		started <- err
	}()
	if err := query(t.Context(), mustURL(t, dir), "SELECT pg_sleep(0.3)"); err != nil {
		t.Error(err)
	}
	release()
	if err := <-started; err != nil {
		t.Errorf("a start that waits for a short command: %v", err)
	}
}

func mustURL(t *testing.T, dir string) string {
	t.Helper()
	l, err := place(dir)
	if err != nil {
		t.Fatal(err)
	}
	return l.url()
}
