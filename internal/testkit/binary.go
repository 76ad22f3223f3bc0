package testkit

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/reportback/reportback/internal/embedded"
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
		args := []string{"build", "-o", b.path}
		if os.Getenv("RACE") == "1" {
			args = append(args, "-race")
		}
		out, err := exec.CommandContext(context.Background(), "go", append(args, "github.com/reportback/reportback/cmd/reportback")...).CombinedOutput() //nolint:gosec // builds this project
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

// Until polls until ok, and fails the test after within.
func Until(t testing.TB, within time.Duration, what string, ok func() bool) {
	t.Helper()
	deadline := time.NewTimer(within)
	defer deadline.Stop()
	poll := time.NewTicker(10 * time.Millisecond)
	defer poll.Stop()
	for !ok() {
		select {
		case <-deadline.C:
			t.Fatalf("not within %s: %s", within, what)
		case <-poll.C:
		}
	}
}

// ahead is the setting that sets the machine's clock ahead; serving for real refuses it.
const ahead = "REPORTBACK_TEST_AHEAD"

// passed are settings of the test's own environment, as they are here. One that is not set stays unset: an empty TZ is UTC.
func passed(names ...string) []string {
	var out []string
	for _, n := range names {
		if v, ok := os.LookupEnv(n); ok {
			out = append(out, n+"="+v)
		}
	}
	return out
}

// Demo is a running demo and its API.
type Demo struct {
	*Process
	Base string
	Dir  string
	t    testing.TB
}

// StartDemo runs the demo on a folder and waits until it answers.
func StartDemo(t testing.TB, b *Binary, dir, at string, args ...string) *Demo {
	t.Helper()
	addr := FreeAddr(t)
	p := Start(t, b.Path(t), passed(ahead), append([]string{"demo", "--addr", addr, "--data", dir, "--at", at}, args...)...)
	d := &Demo{Process: p, Base: "http://" + addr, Dir: dir, t: t}
	Until(t, 4*time.Minute, "the demo answers\n", func() bool {
		select {
		case <-p.done:
			t.Fatalf("the demo ended: %s", p.Log())
		default:
		}
		res, err := http.Get(d.Base + "/sim/info") //nolint:noctx // a test's poll
		if err != nil {
			return false
		}
		_ = res.Body.Close()
		return res.StatusCode == http.StatusOK
	})
	return d
}

// DataDir returns a folder that the account PostgreSQL runs as can pass.
func DataDir(t testing.TB) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "reportback-data-")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o755); err != nil { //nolint:gosec // the server's account must pass
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

// Folder is a demo's data folder with its empty database made, to be copied: initialising one takes a second of two cores.
type Folder struct {
	once sync.Once
	dir  string
	err  error
}

// Copy returns a folder of its own for a demo that begins.
func (f *Folder) Copy(t testing.TB) string {
	t.Helper()
	f.once.Do(f.make)
	if f.err != nil {
		t.Fatal(f.err)
	}
	dir := DataDir(t)
	if out, err := exec.CommandContext(t.Context(), "cp", "-a", f.dir+"/.", dir).CombinedOutput(); err != nil { //nolint:gosec // two folders of ours
		t.Fatalf("copy a data folder: %v\n%s", err, out)
	}
	return dir
}

func (f *Folder) make() {
	if f.dir, f.err = os.MkdirTemp("", "reportback-folder-"); f.err != nil {
		return
	}
	if f.err = os.Chmod(f.dir, 0o755); f.err != nil { //nolint:gosec // the server's account must pass
		return
	}
	pg, err := embedded.Start(context.Background(), f.dir, embedded.Demo)
	if err == nil {
		err = pg.Stop()
	}
	f.err = err
}

// Clean removes the folder that is copied.
func (f *Folder) Clean() {
	if f.dir != "" {
		_ = os.RemoveAll(f.dir)
	}
}

// Call posts JSON to the simulator and decodes the answer; it returns the HTTP status.
func (d *Demo) Call(path string, in, out any) int {
	d.t.Helper()
	b, err := json.Marshal(in)
	if err != nil {
		d.t.Fatal(err)
	}
	res, err := http.Post(d.Base+path, "application/json", bytes.NewReader(b)) //nolint:noctx // the demo under test
	if err != nil {
		d.t.Fatalf("%s: %v\n%s", path, err, d.Log())
	}
	defer func() { _ = res.Body.Close() }()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		d.t.Fatal(err)
	}
	if out != nil && res.StatusCode == http.StatusOK {
		if err := json.Unmarshal(body, out); err != nil {
			d.t.Fatalf("%s: %v: %s", path, err, body)
		}
	}
	if res.StatusCode >= 300 {
		d.t.Logf("%s: %d %s", path, res.StatusCode, strings.TrimSpace(string(body)))
	}
	return res.StatusCode
}

// SimText is one text as the simulator lists it.
type SimText struct {
	N      int       `json:"n"`
	At     time.Time `json:"at"`
	From   string    `json:"from"`
	To     string    `json:"to"`
	Body   string    `json:"body"`
	Kind   string    `json:"kind"`
	Status string    `json:"status"`
}

// Texts lists the texts of a phone ("" is every phone) after n.
func (d *Demo) Texts(phone string, after int) []SimText {
	d.t.Helper()
	res, err := http.Get(fmt.Sprintf("%s/sim/texts?phone=%s&after=%d", d.Base, strings.ReplaceAll(phone, "+", "%2B"), after)) //nolint:noctx // the demo under test
	if err != nil {
		d.t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	var out struct {
		Texts []SimText `json:"texts"`
	}
	if err := json.NewDecoder(res.Body).Decode(&out); err != nil {
		d.t.Fatal(err)
	}
	return out.Texts
}

// Run runs a short command of the binary beside the demo and returns its standard output.
func (d *Demo) Run(b *Binary, args ...string) string {
	d.t.Helper()
	out, err := RunBinary(d.t, b, append(passed(ahead), "REPORTBACK_DATA="+d.Dir), args...)
	if err != nil {
		d.t.Fatalf("%v: %v", args, err)
	}
	return out
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
