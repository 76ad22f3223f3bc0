package web

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/faketwilio"
	"github.com/reportback/reportback/internal/testkit"
	"github.com/reportback/reportback/internal/twilio"
)

const public = "https://reportback.example"

type inbox struct {
	texts []sms.Inbound
	calls []sms.Callback
	err   error
}

func (i *inbox) handler(t *testing.T) http.Handler {
	t.Helper()
	return New(Options{Log: testkit.Quiet(), Ready: func(context.Context) error { return i.err }, Webhooks: Webhooks{
		PublicURL: public, Count: func(string, string) {},
		Verify: func(u string, f url.Values, sig string) bool {
			return twilio.Verify([]string{testkit.Token}, u, f, sig)
		},
		ParseInbound: twilio.ParseInbound, ParseCallback: twilio.ParseCallback,
		Inbound: func(_ context.Context, in sms.Inbound) error { i.texts = append(i.texts, in); return i.err },
		Status:  func(_ context.Context, cb sms.Callback) error { i.calls = append(i.calls, cb); return i.err },
	}})
}

func form() url.Values {
	return url.Values{
		"MessageSid": {"SM" + strings.Repeat("a", 32)}, "From": {"+12065550142"}, "To": {"+12065550199"}, "Body": {"hi + ñ"},
		"MessageStatus": {"sent"},
	}
}

func post(h http.Handler, path, signed string, body, contentType string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(body))
	r.Header.Set("Content-Type", contentType)
	r.Header.Set("X-Twilio-Signature", signed)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

const formType = "application/x-www-form-urlencoded"

func TestASignedTextIsTakenAndAnsweredWithoutAWord(t *testing.T) {
	t.Parallel()
	var i inbox
	f := form()
	w := post(i.handler(t), "/twilio/inbound", faketwilio.Sign(testkit.Token, public+"/twilio/inbound", f), f.Encode(),
		formType+"; charset=UTF-8")
	if w.Code != http.StatusOK || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/xml") ||
		!strings.Contains(w.Body.String(), "<Response/>") {
		t.Errorf("%d %s %s", w.Code, w.Header(), w.Body)
	}
	if len(i.texts) != 1 || i.texts[0].Body.Text() != "hi + ñ" {
		t.Errorf("taken: %v", i.texts)
	}
}

func TestMisuseOfTheWebhooks(t *testing.T) {
	t.Parallel()
	f := form()
	sig := faketwilio.Sign(testkit.Token, public+"/twilio/inbound", f)
	noSID := url.Values{"From": {"+12065550142"}}
	for _, c := range []struct {
		name, path, sig, body, contentType string
		want                               int
	}{
		{"no signature", "/twilio/inbound", "", f.Encode(), formType, 403},
		{"another's signature", "/twilio/inbound", faketwilio.Sign("guess", public+"/twilio/inbound", f), f.Encode(), formType, 403},
		{"signed with the empty token", "/twilio/inbound", faketwilio.Sign("", public+"/twilio/inbound", f), f.Encode(), formType, 403},
		{"a changed word", "/twilio/inbound", sig, f.Encode() + "x", formType, 403},
		{"a field put into the query", "/twilio/inbound?Body=evil", sig, f.Encode(), formType, 403},
		{"signed for the other address", "/twilio/status", sig, f.Encode(), formType, 403},
		{"JSON", "/twilio/inbound", sig, `{"Body":"hi"}`, "application/json", 400},
		{"multipart", "/twilio/inbound", sig, "--x--", "multipart/form-data; boundary=x", 400},
		{"not a form", "/twilio/inbound", sig, "%zz=1", formType, 400},
		{"a huge body", "/twilio/inbound", sig, "Body=" + strings.Repeat("a", maxForm+1), formType, 413},
		{"no MessageSid", "/twilio/inbound", faketwilio.Sign(testkit.Token, public+"/twilio/inbound", noSID), noSID.Encode(), formType, 400},
		{"no such address", "/twilio/other", sig, f.Encode(), formType, 404},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var i inbox
			w := post(i.handler(t), c.path, c.sig, c.body, c.contentType)
			if w.Code != c.want || len(i.texts)+len(i.calls) != 0 {
				t.Errorf("%d, want %d; taken %d", w.Code, c.want, len(i.texts)+len(i.calls))
			}
			if strings.Contains(w.Body.String(), "5550142") || strings.Contains(w.Body.String(), "evil") {
				t.Errorf("the answer repeats the request: %s", w.Body)
			}
		})
	}
	var i inbox
	r := httptest.NewRequest(http.MethodGet, "/twilio/inbound?"+f.Encode(), nil)
	w := httptest.NewRecorder()
	i.handler(t).ServeHTTP(w, r)
	if w.Code != http.StatusMethodNotAllowed || len(i.texts) != 0 {
		t.Errorf("GET: %d", w.Code)
	}
}

func TestWhatCannotBeStoredIsAskedForAgain(t *testing.T) {
	t.Parallel()
	i := inbox{err: errors.New("database error 53300 for +12065550142")}
	f := form()
	w := post(i.handler(t), "/twilio/inbound", faketwilio.Sign(testkit.Token, public+"/twilio/inbound", f), f.Encode(), formType)
	if w.Code != http.StatusServiceUnavailable || strings.Contains(w.Body.String(), "53300") || strings.Contains(w.Body.String(), "5550142") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	w = httptest.NewRecorder()
	i.handler(t).ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/readyz", nil))
	if w.Code != http.StatusServiceUnavailable {
		t.Errorf("not ready: %d", w.Code)
	}
}

func TestAStatusCallbackCarriesOurID(t *testing.T) {
	t.Parallel()
	var i inbox
	f := form()
	path := "/twilio/status?m=0191d1a0-0000-7000-8000-000000000001"
	w := post(i.handler(t), path, faketwilio.Sign(testkit.Token, public+path, f), f.Encode(), formType)
	if w.Code != http.StatusNoContent || len(i.calls) != 1 || i.calls[0].MessageID.String() != "0191d1a0-0000-7000-8000-000000000001" {
		t.Errorf("%d %v", w.Code, i.calls)
	}
}

// TestACallerHearsWhoseNumberItIs: signed calls only; both languages; what the organization is called cannot become markup; put through
// where there is a line.
func TestACallerHearsWhoseNumberItIs(t *testing.T) {
	t.Parallel()
	line, err := sms.PhoneFromE164("+12065550100")
	if err != nil {
		t.Fatal(err)
	}
	h := New(Options{Log: testkit.Quiet(), Ready: func(context.Context) error { return nil }, Webhooks: Webhooks{
		PublicURL: public, Count: func(string, string) {},
		Verify: func(u string, f url.Values, sig string) bool {
			return twilio.Verify([]string{testkit.Token}, u, f, sig)
		},
		Answering: func(context.Context) (string, sms.Phone, error) { return "Smith & <Dial>Sons", line, nil },
	}})
	f := url.Values{"CallSid": {"CA1"}, "From": {"+12065550142"}}
	w := post(h, "/twilio/voice", faketwilio.Sign(testkit.Token, public+"/twilio/voice", f), f.Encode(), formType)
	body := w.Body.String()
	for _, want := range []string{
		`language="en-US"`, `language="es-US"`, "Smith &amp; &lt;Dial&gt;Sons",
		"<Dial>+12065550100</Dial></Response>",
	} {
		if w.Code != http.StatusOK || !strings.Contains(body, want) {
			t.Errorf("%d, without %s: %s", w.Code, want, body)
		}
	}
	if w := post(h, "/twilio/voice", "x", f.Encode(), formType); w.Code != http.StatusForbidden {
		t.Errorf("unsigned: %d", w.Code)
	}
}
