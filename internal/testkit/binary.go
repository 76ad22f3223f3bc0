package testkit

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"syscall"
	"testing"
	"time"
)

// Binary builds the command once for a package's tests; with RACE=1 it has the race detector in it.
type Binary struct {
	once sync.Once
	path string
	err  error
}

// Path returns the built binary.
func (b *Binary) Path(t testing.TB) string {
	t.Helper()
	b.once.Do(func() {
		dir, err := os.MkdirTemp("", "reportback-bin-")
		if err != nil {
			b.err = err
			return
		}
		b.path = filepath.Join(dir, "reportback")
		args := []string{"build", "-ldflags=-s -w", "-o", b.path} // nobody debugs it: linking takes half as long
		if os.Getenv("RACE") == "1" {
			args = append(args, "-race")
		}
		args = append(args, "github.com/reportback/reportback/cmd/reportback")
		out, err := exec.CommandContext(context.Background(), "go", args...).CombinedOutput() //nolint:gosec // builds this project
		if err != nil {
			b.err = fmt.Errorf("go build: %w\n%s", err, out)
		}
	})
	if b.err != nil {
		t.Fatal(b.err)
	}
	return b.path
}

// Clean removes the built binary.
func (b *Binary) Clean() {
	if b.path != "" {
		_ = os.RemoveAll(filepath.Dir(b.path))
	}
}

// FreeAddr returns a loopback address that nobody listens on, below the ports that outgoing connections use.
func FreeAddr(t testing.TB) string {
	t.Helper()
	for port := 20000 + (os.Getpid()*37)%8000; port < 32000; port++ {
		addr := fmt.Sprintf("127.0.0.1:%d", port)
		l, err := net.Listen("tcp", addr) //nolint:noctx // probes a port
		if err == nil {
			_ = l.Close()
			if claim(port) {
				return addr
			}
		}
	}
	t.Fatal("no free port")
	return ""
}

// Listen listens on such an address. Another process that looks for one at the same moment may take it first, so it looks on then.
func Listen(t testing.TB) net.Listener {
	t.Helper()
	for range 20 {
		if l, err := net.Listen("tcp", FreeAddr(t)); err == nil { //nolint:noctx // a test's server
			return l
		}
	}
	t.Fatal("no port to listen on")
	return nil
}

// claimed are the ports that this process has handed out.
var claimed sync.Map //nolint:gochecknoglobals // ports are the machine's, and so one for all tests of a process

// claim keeps two tests of one process from taking the same port before either listens.
func claim(port int) bool {
	_, taken := claimed.LoadOrStore(port, true)
	return !taken
}

// Process is a running binary.
type Process struct {
	Cmd    *exec.Cmd
	Stderr *bytes.Buffer
	mu     sync.Mutex
	done   chan struct{}
}

// Write implements io.Writer for the process's standard error.
func (p *Process) Write(b []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.Stderr.Write(b)
}

// Log returns what the process wrote to standard error so far.
func (p *Process) Log() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.Stderr.String()
}

// Start runs the binary in its own process group.
func Start(t testing.TB, path string, env []string, args ...string) *Process {
	t.Helper()
	p := &Process{Stderr: &bytes.Buffer{}, done: make(chan struct{})}
	p.Cmd = exec.CommandContext(context.Background(), path, args...) //nolint:gosec // the binary under test
	p.Cmd.Env = append(passed("PATH", "HOME", "TMPDIR", "TZ"), env...)
	p.Cmd.Stderr, p.Cmd.Stdout = p, io.Discard
	if err := p.Cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		_ = p.Cmd.Wait()
		close(p.done)
	}()
	t.Cleanup(func() {
		p.Signal(syscall.SIGINT)
		select {
		case <-p.done:
		case <-time.After(20 * time.Second):
			p.Signal(syscall.SIGKILL)
			<-p.done
		}
	})
	return p
}

// Signal sends a signal.
func (p *Process) Signal(s syscall.Signal) { _ = p.Cmd.Process.Signal(s) }

// Kill is kill -9, waited for.
func (p *Process) Kill() {
	p.Signal(syscall.SIGKILL)
	<-p.done
}

// Wait waits for the process to end and returns its exit code.
func (p *Process) Wait(t testing.TB, within time.Duration) int {
	t.Helper()
	select {
	case <-p.done:
	case <-time.After(within):
		t.Fatalf("still running after %s:\n%s", within, p.Log())
	}
	return p.Cmd.ProcessState.ExitCode()
}

// Until polls until ok, and fails the test after within. The longer it has waited, the seldomer it looks, so that what takes minutes is not
// asked about ten thousand times: it finds out a twentieth of the time too late.
func Until(t testing.TB, within time.Duration, what string, ok func() bool) {
	t.Helper()
	began := time.Now()
	deadline := time.NewTimer(within)
	defer deadline.Stop()
	poll := time.NewTimer(soonest)
	defer poll.Stop()
	for !ok() {
		poll.Reset(max(soonest, time.Since(began)/20))
		select {
		case <-deadline.C:
			if !ok() {
				t.Fatalf("not within %s: %s", within, what)
			}
			return
		case <-poll.C:
		}
	}
}

// soonest is how long Until waits at first from one look to the next.
const soonest = 10 * time.Millisecond

// UntilReady waits for the web at an address to say that it is ready.
func UntilReady(t testing.TB, addr string) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://"+addr+"/readyz", http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	Until(t, time.Minute, "the web is ready", func() bool {
		res, err := http.DefaultClient.Do(req)
		if err != nil {
			return false
		}
		_ = res.Body.Close()
		return res.StatusCode == http.StatusOK
	})
}

// RunBinary runs a short command and returns its standard output.
func RunBinary(t testing.TB, b *Binary, env []string, args ...string) (string, error) {
	t.Helper()
	c := exec.CommandContext(context.Background(), b.Path(t), args...) //nolint:gosec // the binary under test
	c.Env = append(passed("PATH", "HOME", "TZ"), env...)
	var errOut bytes.Buffer
	c.Stderr = &errOut
	out, err := c.Output()
	if err != nil {
		err = fmt.Errorf("%w: %s", err, errOut.String())
	}
	return string(out), err
}
