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
	"strconv"
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
	req, err := http.NewRequestWithContext(s.t.Context(), method, s.api.URL+"/2010-04-01/Accounts/"+account+"/Messages.json"+query, strings.NewReader(form.Encode()))
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
	return s.do(http.MethodPost, "", url.Values{"To": {to}, "From": {number}, "Body": {body}, "StatusCallback": {s.hook.srv.URL + "/twilio/status?m=" + m}})
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
	if status != http.StatusCreated || out["status"] != "queued" || out["num_segments"] != "2" || out["error_code"] != nil || out["direction"] != "outbound-api" {
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
	if status != http.StatusCreated || out["from"] != nil || out["status"] != "accepted" || out["num_segments"] != "0" || out["messaging_service_sid"] != "MG1" {
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
	if len(said) != 2 || !strings.HasPrefix(said[0], "You have successfully been uns") || !strings.HasPrefix(said[1], "You have successfully been re-") {
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

// TestWhatIsAcceptedIsInTheBooksAndOwed: a copy of the file, as a kill -9 would leave it, has the text, and its callbacks are sent after it.
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
