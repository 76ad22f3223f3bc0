package faketwilio

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// TestWhatIsAcceptedIsInTheBooksAndOwed: a copy of the file, as a kill -9 would leave it, has the text, and its callbacks are sent after
// it.
func TestWhatIsAcceptedIsInTheBooksAndOwed(t *testing.T) {
	t.Parallel()
	h, dir := newHook(t), t.TempDir()
	s := open(t, h, filepath.Join(dir, "book"))
	h.mu.Lock() // the service answers nothing yet
	status, out := s.send(ana, "x", "")
	b, err := os.ReadFile(filepath.Join(dir, "book"))
	h.mu.Unlock()
	if err != nil || status != http.StatusCreated {
		t.Fatal(status, err)
	}
	s.atRest()
	if err := os.WriteFile(filepath.Join(dir, "copy"), b, 0o600); err != nil {
		t.Fatal(err)
	}
	h.mu.Lock()
	h.forms = nil
	h.mu.Unlock()
	again := open(t, h, filepath.Join(dir, "copy"))
	if got := again.Accepted(ana); len(got) != 1 || got[0].SID != out["sid"] || got[0].Status != "queued" {
		t.Fatalf("%+v", got)
	}
	again.Resume()
	again.atRest()
	if got := h.statuses(); !slices.Equal(got, []string{"sent", "delivered"}) {
		t.Errorf("callbacks after the restart: %v", got)
	}
}

func TestNothingIsAcceptedAfterTheBooksAreClosed(t *testing.T) {
	t.Parallel()
	s := open(t, newHook(t), filepath.Join(t.TempDir(), "book"))
	for range 2 {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if status, _ := s.send(ana, "x", ""); status != http.StatusInternalServerError {
		t.Errorf("answered %d", status)
	}
	if n := len(s.Accepted("")); n != 0 {
		t.Errorf("%d accepted", n)
	}
}

func TestFaultsOfCallbacks(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		fault Fault
		want  []string
		end   string
		code  int
	}{
		{"none", Fault{Callbacks: "none"}, nil, "delivered", 0},
		{"twice", Fault{Callbacks: "twice"}, []string{"sent", "sent", "delivered", "delivered"}, "delivered", 0},
		{"reversed", Fault{Callbacks: "reversed"}, []string{"delivered", "sent"}, "delivered", 0},
		{"undelivered", Fault{Deliver: "undelivered", Error: 30006}, []string{"sent", "undelivered"}, "undelivered", 30006},
		{"an error alone", Fault{Error: 30005}, []string{"sent", "undelivered"}, "undelivered", 30005},
		{"undelivered, reversed", Fault{Deliver: "undelivered", Callbacks: "reversed"}, []string{"undelivered", "sent"}, "undelivered", 30003},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := open(t, newHook(t), "")
			if err := s.Fault(c.fault); err != nil {
				t.Fatal(err)
			}
			s.send(ana, "x", "")
			s.atRest()
			if got := s.hook.statuses(); !slices.Equal(got, c.want) {
				t.Errorf("callbacks %v, want %v", got, c.want)
			}
			if got := s.Texts(ana, 0)[0]; got.Status != c.end || got.ErrorCode != c.code {
				t.Errorf("ended as %s %d", got.Status, got.ErrorCode)
			}
		})
	}
}

// TestEarlyCallbacksComeBeforeTheAnswer: the service has both when it hears that the text was accepted.
func TestEarlyCallbacksComeBeforeTheAnswer(t *testing.T) {
	t.Parallel()
	s := open(t, newHook(t), "")
	if err := s.Fault(Fault{Callbacks: "early"}); err != nil {
		t.Fatal(err)
	}
	status, _ := s.send(ana, "x", "")
	if got := s.hook.statuses(); status != http.StatusCreated || len(got) != 2 {
		t.Errorf("%d, callbacks by then: %v", status, got)
	}
}

func TestACallbackThatIsRefusedIsDropped(t *testing.T) {
	t.Parallel()
	h := newHook(t)
	h.answer = http.StatusServiceUnavailable
	s := open(t, h, "")
	s.send(ana, "x", "")
	s.atRest()
	if got := h.statuses(); len(got) != 2 {
		t.Errorf("%v", got)
	}
}

func TestOrdersAreForAPhoneAndForANumberOfSends(t *testing.T) {
	t.Parallel()
	s := open(t, newHook(t), "")
	order := func(f Fault) {
		t.Helper()
		if err := s.Fault(f); err != nil {
			t.Fatal(err)
		}
	}
	refusal := func(code int) json.RawMessage {
		return json.RawMessage(fmt.Sprintf(`{"code":%d,"http":400}`, code))
	}
	expect := func(to string, codes ...float64) {
		t.Helper()
		for i, want := range codes {
			_, out := s.send(to, "x", "")
			if got, _ := out["code"].(float64); got != want {
				t.Errorf("send %d to %s: code %v, want %v", i+1, to, got, want)
			}
		}
	}
	order(Fault{Create: refusal(1), Phone: ana})
	order(Fault{Create: refusal(2), Phone: ana, Times: 2})
	order(Fault{Create: refusal(3), Times: 1})
	expect(ana, 2, 2, 3, 1, 1)
	expect(maria, 0)
	order(Fault{Create: refusal(4), Phone: ana}) // the newest of those that stay
	expect(ana, 4)
	order(Fault{Phone: ana}) // takes them back
	expect(ana, 0)
	for name, bad := range map[string]Fault{
		"a word that is none": {Create: json.RawMessage(`"explode"`)},
		"a number":            {Create: json.RawMessage(`7`)},
		"a success":           {Create: json.RawMessage(`{"code":0,"http":200}`)},
		"list":                {List: "never"},
		"deliver":             {Deliver: "lost"},
		"callbacks":           {Callbacks: "thrice"},
		"negative times":      {Callbacks: "none", Times: -1},
	} {
		if s.Fault(bad) == nil {
			t.Errorf("%s is taken", name)
		}
	}
}

func TestTheListIsNewestFirstPagedAndMayBeLate(t *testing.T) {
	t.Parallel()
	s := open(t, newHook(t), "")
	for i := range 5 {
		s.send(ana, strconv.Itoa(i), "")
		s.send(maria, "m", "")
	}
	var got []any
	pages, query := 0, "?To="+url.QueryEscape(ana)+"&PageSize=2"
	for query != "" {
		status, out := s.do(http.MethodGet, query, nil)
		if status != http.StatusOK {
			t.Fatal(status)
		}
		list, _ := out["messages"].([]any)
		for _, m := range list {
			got = append(got, m.(map[string]any)["body"])
		}
		next, _ := out["next_page_uri"].(string)
		_, query, _ = strings.Cut(next, "?")
		if query != "" {
			query = "?" + query
		}
		pages++
	}
	if fmt.Sprint(got) != "[4 3 2 1 0]" || pages != 3 {
		t.Errorf("%v in %d pages", got, pages)
	}
	if err := s.Fault(Fault{List: "late", Times: 1}); err != nil {
		t.Fatal(err)
	}
	s.send(ana, "late", "")
	if _, out := s.do(http.MethodGet, "?PageSize=1", nil); out["messages"].([]any)[0].(map[string]any)["body"] != "m" {
		t.Errorf("listed at once: %v", out)
	}
}

func TestHundredsAtOnceAreEachInTheBooksOnce(t *testing.T) {
	t.Parallel()
	h, book := newHook(t), filepath.Join(t.TempDir(), "book")
	s := open(t, h, book)
	var wg sync.WaitGroup
	for i := range 300 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if status, _ := s.send(ana, strconv.Itoa(i), ""); status != http.StatusCreated {
				t.Errorf("%d: %d", i, status)
			}
		}()
	}
	wg.Wait()
	s.atRest()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	bodies, ns := map[string]bool{}, map[int]bool{}
	for _, e := range open(t, h, book).Accepted(ana) {
		bodies[e.Body], ns[e.N] = true, true
		if e.Status != "delivered" {
			t.Errorf("%d is %s", e.N, e.Status)
		}
	}
	if len(bodies) != 300 || len(ns) != 300 {
		t.Errorf("%d texts, %d numbers", len(bodies), len(ns))
	}
}
