package testkit

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/reportback/reportback/internal/embedded"
	"github.com/reportback/reportback/internal/store"
)

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

// Folder is a demo's data folder with its empty database made and migrated, to be copied: that takes seconds of two cores.
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
	cp := exec.CommandContext(t.Context(), "cp", "-a", f.dir+"/.", dir) //nolint:gosec // two folders of ours
	if out, err := cp.CombinedOutput(); err != nil {
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
	if err != nil {
		f.err = err
		return
	}
	f.err = errors.Join(migrate(context.Background(), pg.URL()), pg.Stop())
}

func migrate(ctx context.Context, url string) error {
	db, err := store.Open(ctx, url, 2)
	if err != nil {
		return err //nolint:wrapcheck // of a test
	}
	return errors.Join(db.Migrate(ctx), db.Close())
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
	url := fmt.Sprintf("%s/sim/texts?phone=%s&after=%d", d.Base, strings.ReplaceAll(phone, "+", "%2B"), after)
	res, err := http.Get(url) //nolint:noctx,gosec // the demo under test
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
