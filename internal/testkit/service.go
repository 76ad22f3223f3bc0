package testkit

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/faketwilio"
	"github.com/reportback/reportback/internal/store"
	"github.com/reportback/reportback/internal/twilio"
)

// The account that the stand-in and the service under test share.
const (
	Account = "AC00000000000000000000000000000abc"
	Token   = "testtoken0testtoken0testtoken000"
	Number  = "+12065550199"
)

// Service is the real `up` on a real database, with a stand-in for Twilio that lives in the test: it can be killed and started again while
// the stand-in's books go on.
type Service struct {
	*Process
	Fake *faketwilio.Fake
	// AtStep, when set, is called as a send goes through the provider: "arrived", "accepted" (before the answer), "answered".
	AtStep atomic.Pointer[func(step string)]
	Base   string
	DB     string
	env    []string
	bin    string
	t      testing.TB
}

// NewService makes the stand-in and starts the service. redis "" is the embedded queue; more are further settings.
func NewService(t testing.TB, b *Binary, database, redis string, more ...string) *Service {
	t.Helper()
	addr := FreeAddr(t)
	s := &Service{Base: "http://" + addr, DB: database, bin: b.Path(t), t: t}
	fake, err := faketwilio.New(faketwilio.Options{
		AccountSID: Account, AuthToken: Token, Number: Number,
		InboundURL: s.Base + "/twilio/inbound",
	})
	if err != nil {
		t.Fatal(err)
	}
	s.Fake = fake
	l := Listen(t)
	api := &http.Server{Handler: s.stepped(fake), ReadHeaderTimeout: time.Second}
	go func() { _ = api.Serve(l) }()
	t.Cleanup(func() { _ = api.Close(); _ = fake.Close() })
	s.env = []string{
		"DATABASE_URL=" + database, "LISTEN=" + addr, "PUBLIC_URL=" + s.Base, "TWILIO_ACCOUNT_SID=" + Account, "TWILIO_AUTH_TOKEN=" + Token,
		"TWILIO_FROM=" + Number,
		"TWILIO_API_URL=http://" + l.Addr().String(), "REPORTBACK_ORG=Resident Action Project", "REPORTBACK_ZONE=America/Los_Angeles",
	}
	if redis != "" {
		s.env = append(s.env, "REDIS_URL=redis://"+redis)
	}
	s.env = append(s.env, more...)
	s.Restart()
	return s
}

// stepped tells AtStep how far a send has come.
func (s *Service) stepped(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		hook := s.AtStep.Load()
		if hook == nil || r.Method != http.MethodPost {
			next.ServeHTTP(w, r)
			return
		}
		at := *hook
		at("arrived")
		rec := httptest.NewRecorder()
		next.ServeHTTP(rec, r)
		at("accepted")
		for k, v := range rec.Header() {
			w.Header()[k] = v
		}
		w.WriteHeader(rec.Code)
		_, _ = w.Write(rec.Body.Bytes())
		if f, ok := w.(http.Flusher); ok {
			f.Flush()
		}
		at("answered")
	})
}

// Restart starts the service again after it ended, and waits until it is ready.
func (s *Service) Restart() {
	s.t.Helper()
	s.Process = Start(s.t, s.bin, s.env, "up")
	s.WaitReady()
}

// WaitReady waits until /readyz answers.
func (s *Service) WaitReady() {
	s.t.Helper()
	s.t.Cleanup(func() {
		if s.t.Failed() {
			s.t.Logf("standard error of the service:\n%s", s.Log())
		}
	})
	Until(s.t, 30*time.Second, "the service is ready", func() bool {
		select {
		case <-s.done:
			s.t.Fatalf("the service ended: %s", s.Log())
		default:
		}
		res, err := http.Get(s.Base + "/readyz") //nolint:noctx // a test's poll
		if err != nil {
			return false
		}
		_ = res.Body.Close()
		return res.StatusCode == http.StatusOK
	})
}

// Organizers adds n organizers straight into the database and returns their numbers.
func Organizers(t testing.TB, database string, n int) []string {
	t.Helper()
	ctx := context.Background()
	db, err := store.Open(ctx, database, 4)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	r := &app.Receiver{Deps: Deps(db)}
	out := make([]string, n)
	for i := range out {
		p, err := sms.PhoneFromE164(fmt.Sprintf("+1206557%04d", i))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := r.AddPerson(ctx, app.NewPerson{
			Name: fmt.Sprintf("Organizer %c%c", 'A'+i%26, 'a'+i/26), Phone: p, Role: person.Organizer,
			Language: "en",
		}); err != nil {
			t.Fatal(err)
		}
		out[i] = p.E164()
	}
	return out
}

type clock struct{}

func (clock) Now() time.Time { return Now() }

type ids struct{}

// New moves the time in an id ahead as Now is, and keeps the library's order within a millisecond.
func (ids) New() uuid.UUID {
	id, ms := uuid.Must(uuid.NewV7()), [8]byte{}
	copy(ms[2:], id[:6])
	binary.BigEndian.PutUint64(ms[:], binary.BigEndian.Uint64(ms[:])+uint64(aheadBy().Milliseconds())) //nolint:gosec // not below zero
	copy(id[:6], ms[2:])
	return id
}

// Now is the machine's clock for tests, set ahead as the binary under test has it (REPORTBACK_TEST_AHEAD).
func Now() time.Time { return time.Now().Add(aheadBy()).Truncate(time.Microsecond) }

func aheadBy() time.Duration {
	by, _ := time.ParseDuration(os.Getenv(ahead)) // the binary says so when it is none
	return by
}

type nothing struct{}

func (nothing) Nudge(context.Context, []int64) bool { return true }
func (nothing) Count(string, string)                {}
func (nothing) Observe(string, time.Duration)       {}

// Deps are use cases over a store, without a provider or a queue.
func Deps(db *store.DB) app.Deps {
	return app.Deps{
		Store: db, Clock: clock{}, IDs: ids{}, Queue: nothing{}, Meter: nothing{}, Log: Quiet(), Times: app.DefaultTimes(),
		Classify: twilio.Classify,
	}
}

// Redis starts a redis-server of its own for the test, without persistence. "" where there is none; in CI that is a failure.
func Redis(t testing.TB) string {
	t.Helper()
	path, err := exec.LookPath("redis-server")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("redis-server is needed in CI: apt-get install -y redis-server")
		}
		return ""
	}
	addr := FreeAddr(t)
	_, port, err := net.SplitHostPort(addr)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	c := exec.CommandContext(context.Background(), path, //nolint:gosec // the server found on PATH
		"--port", port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", filepath.Clean(dir))
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Process.Kill(); _ = c.Wait() })
	Until(t, 10*time.Second, "redis-server answers", func() bool {
		conn, err := net.Dial("tcp", addr) //nolint:noctx // a test's poll
		if err != nil {
			return false
		}
		_ = conn.Close()
		return true
	})
	return addr
}

// Run runs a short command with the service's settings and returns its standard output.
func (s *Service) Run(args ...string) (string, error) { return s.RunWith(nil, args...) }

// RunWith is Run with other settings; the error quotes what was said of it.
func (s *Service) RunWith(settings []string, args ...string) (string, error) {
	c := exec.CommandContext(context.Background(), s.bin, args...) //nolint:gosec // the binary under test
	c.Env = append(append(append([]string{}, s.env...), "PATH="+os.Getenv("PATH"), "HOME="+os.Getenv("HOME")), settings...)
	var said bytes.Buffer
	c.Stderr = &said
	out, err := c.Output()
	if err != nil {
		err = fmt.Errorf("%w: %s", err, said.String())
	}
	return string(out), err
}
