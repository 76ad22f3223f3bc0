package faketwilio

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/twilio"
)

const (
	account = "AC00000000000000000000000000000abc"
	token   = "testtoken0testtoken0testtoken000"
	number  = "+12065550199"
	ana     = "+12065550101"
	maria   = "+12065550142"
)

// hook is the service under the stand-in: it keeps what it was told, and judges each signature with the real verifier.
type hook struct {
	srv    *httptest.Server
	mu     sync.Mutex
	forms  []url.Values // status callbacks and inbound texts, as they came
	answer int          // to each of them
}

func newHook(t *testing.T) *hook {
	t.Helper()
	h := &hook{answer: http.StatusNoContent}
	h.srv = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_ = r.ParseForm()
		if !twilio.Verify([]string{token}, h.srv.URL+r.URL.RequestURI(), r.PostForm, r.Header.Get("X-Twilio-Signature")) {
			t.Errorf("a bad signature: %v", r.PostForm)
		}
		h.mu.Lock()
		defer h.mu.Unlock()
		h.forms = append(h.forms, r.PostForm)
		w.WriteHeader(h.answer)
	}))
	t.Cleanup(h.srv.Close)
	return h
}

// statuses are the MessageStatus of each callback so far.
func (h *hook) statuses() []string {
	h.mu.Lock()
	defer h.mu.Unlock()
	var out []string
	for _, f := range h.forms {
		if s := f.Get("MessageStatus"); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// stand is a stand-in with its API, on a book that may be kept.
type stand struct {
	*Fake
	api  *httptest.Server
	hook *hook
	t    *testing.T
}

func open(t *testing.T, h *hook, book string) *stand {
	t.Helper()
	f, err := New(Options{AccountSID: account, AuthToken: token, Number: number, Book: book, InboundURL: h.srv.URL + "/twilio/inbound"})
	if err != nil {
		t.Fatal(err)
	}
	s := &stand{Fake: f, api: httptest.NewServer(f), hook: h, t: t}
	t.Cleanup(func() { s.api.Close(); _ = f.Close() })
	return s
}

func (s *stand) do(method, query string, form url.Values) (int, map[string]any) {
	s.t.Helper()
	req, err := http.NewRequestWithContext(s.t.Context(), method, s.api.URL+"/2010-04-01/Accounts/"+account+"/Messages.json"+query,
		strings.NewReader(form.Encode()))
	if err != nil {
		s.t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	req.SetBasicAuth(account, token)
	res, err := s.api.Client().Do(req)
	if err != nil {
		return 0, nil // cut
	}
	defer func() { _ = res.Body.Close() }()
	b, err := io.ReadAll(res.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	var out map[string]any
	_ = json.Unmarshal(b, &out)
	return res.StatusCode, out
}

// send is what the service would post; m is its own id of the text.
func (s *stand) send(to, body, m string) (int, map[string]any) {
	s.t.Helper()
	return s.do(http.MethodPost, "", url.Values{
		"To": {to}, "From": {number}, "Body": {body},
		"StatusCallback": {s.hook.srv.URL + "/twilio/status?m=" + m},
	})
}

// atRest waits until no callback is owed.
func (s *stand) atRest() {
	s.t.Helper()
	deadline := time.NewTimer(10 * time.Second)
	defer deadline.Stop()
	poll := time.NewTicker(time.Millisecond)
	defer poll.Stop()
	for s.Owes() > 0 {
		select {
		case <-deadline.C:
			s.t.Fatalf("%d callbacks still owed", s.Owes())
		case <-poll.C:
		}
	}
}

func TestAnAcceptedTextIsToldSentThenDelivered(t *testing.T) {
	t.Parallel()
	s := open(t, newHook(t), "")
	id := uuid.Must(uuid.NewV7()).String()
	status, out := s.send(ana, "día "+strings.Repeat("x", 70), id)
	if status != http.StatusCreated || out["status"] != "queued" || out["num_segments"] != "2" || out["error_code"] != nil ||
		out["direction"] != "outbound-api" {
		t.Errorf("%d %v", status, out)
	}
	s.atRest()
	if got := s.hook.statuses(); !slices.Equal(got, []string{"sent", "delivered"}) {
		t.Errorf("callbacks %v", got)
	}
	if got := s.Texts(ana, 0); len(got) != 1 || got[0].MessageID != id || got[0].Status != "delivered" || got[0].SID != out["sid"] {
		t.Errorf("%+v", got)
	}
	if got := s.Texts(maria, 0); len(got) != 0 {
		t.Errorf("another phone has %+v", got)
	}
}

func TestFromAServiceTheSenderIsChosenLater(t *testing.T) {
	t.Parallel()
	s := open(t, newHook(t), "")
	status, out := s.do(http.MethodPost, "", url.Values{"To": {ana}, "MessagingServiceSid": {"MG1"}, "Body": {"x"}})
	if status != http.StatusCreated || out["from"] != nil || out["status"] != "accepted" || out["num_segments"] != "0" ||
		out["messaging_service_sid"] != "MG1" {
		t.Errorf("%d %v", status, out)
	}
}

func TestBadRequestsAreRefusedAsTwilioDoes(t *testing.T) {
	t.Parallel()
	s := open(t, newHook(t), "")
	ok := func() url.Values { return url.Values{"To": {ana}, "From": {number}, "Body": {"x"}} }
	for _, c := range []struct {
		name, key, value string
		code             float64
	}{
		{"no To", "To", "", 21604},
		{"ourselves", "To", number, 21211},
		{"no number", "To", "abc", 21211},
		{"no words", "Body", "", 21602},
		{"1,601 characters", "Body", strings.Repeat("x", 1601), 21617},
		{"no sender", "From", "", 21603},
		{"another's sender", "From", "+12065550198", 21606},
	} {
		f := ok()
		f.Set(c.key, c.value)
		if status, out := s.do(http.MethodPost, "", f); status != 400 || out["code"] != c.code || out["status"] != 400.0 {
			t.Errorf("%s: %d %v, want %v", c.name, status, out, c.code)
		}
	}
	for _, c := range []struct {
		name, path, user, pass string
		status                 int
		code                   float64
	}{
		{"a wrong token", "/2010-04-01/Accounts/" + account + "/Messages.json", account, "wrong", 401, 20003},
		{"another account", "/2010-04-01/Accounts/AC9/Messages.json", account, token, 404, 20404},
	} {
		req := httptest.NewRequestWithContext(t.Context(), http.MethodPost, c.path, strings.NewReader(ok().Encode()))
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		req.SetBasicAuth(c.user, c.pass)
		w := httptest.NewRecorder()
		s.ServeHTTP(w, req)
		var out map[string]any
		if err := json.Unmarshal(w.Body.Bytes(), &out); err != nil || w.Code != c.status || out["code"] != c.code {
			t.Errorf("%s: %d %v %v", c.name, w.Code, out, err)
		}
	}
	if n := len(s.Accepted("")); n != 0 {
		t.Errorf("%d texts accepted", n)
	}
}

func TestStopIsKeptAcrossARestartUntilStart(t *testing.T) {
	t.Parallel()
	h, book := newHook(t), filepath.Join(t.TempDir(), "book")
	s := open(t, h, book)
	text := func(from, body string) {
		t.Helper()
		if _, status, err := s.Text(t.Context(), from, body, ""); err != nil || status != h.answer {
			t.Fatalf("%q: %d %v", body, status, err)
		}
	}
	text(ana, " stop ")
	if status, out := s.send(ana, "x", ""); status != 400 || out["code"] != 21610.0 {
		t.Errorf("after STOP: %d %v", status, out)
	}
	if status, _ := s.send(maria, "x", ""); status != http.StatusCreated {
		t.Errorf("another phone: %d", status)
	}
	s.atRest()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = open(t, h, book)
	if status, out := s.send(ana, "x", ""); status != 400 || out["code"] != 21610.0 {
		t.Errorf("after a restart: %d %v", status, out)
	}
	text(ana, "STOP please") // not the word alone
	text(ana, "yes")
	if status, _ := s.send(ana, "x", ""); status != http.StatusCreated {
		t.Errorf("after YES: %d", status)
	}
	var said []string
	for _, e := range s.Texts(ana, 0) {
		if e.Direction == "outbound-reply" {
			said = append(said, e.Body[:30])
		}
	}
	if len(said) != 2 || !strings.HasPrefix(said[0], "You have successfully been uns") ||
		!strings.HasPrefix(said[1], "You have successfully been re-") {
		t.Errorf("Twilio's own answers: %q", said)
	}
}

func TestHelpAndYesOfSomebodyWhoDidNotStop(t *testing.T) {
	t.Parallel()
	s := open(t, newHook(t), "")
	for _, body := range []string{"help", "yes", "yes please"} {
		if _, _, err := s.Text(t.Context(), ana, body, ""); err != nil {
			t.Fatal(err)
		}
	}
	replies := 0
	for _, e := range s.Texts(ana, 0) {
		if e.Direction == "outbound-reply" {
			replies++
		}
	}
	if replies != 1 {
		t.Errorf("%d answers of Twilio's own, want HELP's alone", replies)
	}
}

// TestSendersOfEveryKindAreSignedRight: keys are sorted, not keys with their values; newHook judges.
func TestSendersOfEveryKindAreSignedRight(t *testing.T) {
	t.Parallel()
	s := open(t, newHook(t), "")
	for _, from := range []string{ana, "whatsapp:" + ana, "384387", "alerts"} {
		if _, status, err := s.Text(t.Context(), from, "hi\x00 & +", ""); err != nil || status != s.hook.answer {
			t.Errorf("%s: %d %v", from, status, err)
		}
	}
}

func TestARepeatOfATextIsNoSecondEntry(t *testing.T) {
	t.Parallel()
	s := open(t, newHook(t), "")
	sid, _, err := s.Text(t.Context(), ana, "hi", "")
	if err != nil {
		t.Fatal(err)
	}
	again, _, err := s.Text(t.Context(), ana, "hi", sid)
	if err != nil || again != sid || len(s.Texts(ana, 0)) != 1 {
		t.Errorf("%s %s %v, %d entries", sid, again, err, len(s.Texts(ana, 0)))
	}
	s.hook.mu.Lock()
	defer s.hook.mu.Unlock()
	if len(s.hook.forms) != 2 || s.hook.forms[0].Encode() != s.hook.forms[1].Encode() {
		t.Errorf("the service was told %v", s.hook.forms)
	}
}

func TestTheBooksSurviveATornLastLine(t *testing.T) {
	t.Parallel()
	h, book := newHook(t), filepath.Join(t.TempDir(), "book")
	s := open(t, h, book)
	for i := range 3 {
		s.send(ana, fmt.Sprint("text ", i), "")
	}
	s.atRest()
	want := s.Texts("", 0)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(book, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString(`{"entry":{"n":4,"body":"half of`); err != nil {
		t.Fatal(err)
	}
	_ = f.Close()
	s = open(t, h, book)
	if got := s.Texts("", 0); len(got) != 3 || got[2].SID != want[2].SID || got[2].Status != "delivered" || !got[2].At.Equal(want[2].At) {
		t.Fatalf("%+v, want %+v", got, want)
	}
	s.send(ana, "text 4", "")
	s.atRest()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if got := open(t, h, book).Texts("", 0); len(got) != 4 || got[3].Body != "text 4" || got[3].N != 4 {
		t.Errorf("%+v", got)
	}
}
