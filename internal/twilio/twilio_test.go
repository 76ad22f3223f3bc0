package twilio

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	sdk "github.com/twilio/twilio-go/client"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/faketwilio"
)

const (
	account = "AC00000000000000000000000000000abc"
	token   = "testtoken0testtoken0testtoken000"
	sender  = "+12065550199"
)

func values(pairs ...string) url.Values {
	v := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		v.Add(pairs[i], pairs[i+1])
	}
	return v
}

func TestSignaturesOfTheOfficialVectors(t *testing.T) {
	t.Parallel()
	call := values("Digits", "1234", "CallSid", "CA1234567890ABCDE", "To", "+18005551212", "Caller", "+14158675309", "From", "+14158675309",
		"ReasonConferenceEnded", "test", "Reason", "Participant")
	for _, c := range []struct {
		url  string
		form url.Values
		sig  string
	}{
		{"https://mycompany.com/myapp.php?foo=1&bar=2", call, "vOEb5UThFn24KEfnOFLQY2AE5FY="},
		{"https://mycompany.com/myapp.php?foo=1&bar=2", values("property", "value", "boolean", "true"), "NBdBDr/T/lgjI+tlgpXjKZQZs/k="},
		{"https://a.com/x", values("A", "2", "A", "1", "A", "2", "B", "x"), "X+ueUbld5QhtEdKCUxe8t9n88ns="},
	} {
		if !Verify([]string{"other", "12345"}, c.url, c.form, c.sig) {
			t.Errorf("%s: a true signature is refused", c.url)
		}
		for _, bad := range []struct {
			name   string
			tokens []string
			url    string
			form   url.Values
			sig    string
		}{
			{"another token", []string{"54321"}, c.url, c.form, c.sig},
			{"an empty token", []string{""}, c.url, c.form, faketwilio.Sign("", c.url, c.form)},
			{"no token", nil, c.url, c.form, c.sig},
			{"no signature", []string{"12345"}, c.url, c.form, ""},
			{"another path", []string{"12345"}, c.url + "y", c.form, c.sig},
			{"http for https", []string{"12345"}, strings.Replace(c.url, "https", "http", 1), c.form, c.sig},
			{"one more field", []string{"12345"}, c.url, values("A", "1"), c.sig},
		} {
			if Verify(bad.tokens, bad.url, bad.form, bad.sig) {
				t.Errorf("%s: verified with %s", c.url, bad.name)
			}
		}
	}
}

// TestTheSDKAgrees holds our verifier against Twilio's own on forms without repeated keys, with and without the default port.
func TestTheSDKAgrees(t *testing.T) {
	t.Parallel()
	v := sdk.NewRequestValidator(token)
	for _, u := range []string{"https://x.example/twilio/inbound", "https://x.example:443/twilio/status?m=1", "http://127.0.0.1:8080/a"} {
		for _, f := range []url.Values{
			values("Body", "hi"), values("Body", "a+b & ñ 😀", "From", "+1206"), values("Empty", ""),
			values("Body", " spaces "), values("From", "whatsapp:+1206", "FromCity", "SEATTLE", "To", "z", "ToZip", ""),
		} {
			sig := faketwilio.Sign(token, u, f)
			params := map[string]string{}
			for k := range f {
				params[k] = f.Get(k)
			}
			if !v.Validate(u, params, sig) || !Verify([]string{token}, u, f, sig) {
				t.Errorf("%s %v: the two do not agree", u, f)
			}
		}
	}
}

// FuzzVerify: a signature made apart from the verifier is accepted, and neither another token's nor another form's is.
func FuzzVerify(f *testing.F) {
	f.Add("https://x.example/a", "A=1&A=2", "c2ln")
	f.Add("https://[::1]:8443/a?m=1#b", "From=whatsapp%3A%2B1206&FromCity=", "")
	f.Add("://", "B=2", "")
	f.Fuzz(func(t *testing.T, u, body, sig string) {
		form, err := url.ParseQuery(body)
		if err != nil {
			return
		}
		if !repeated(form) && !Verify([]string{token}, u, form, faketwilio.Sign(token, u, form)) {
			t.Errorf("a true signature over %q is refused", u)
		}
		if Verify([]string{token}, u, form, faketwilio.Sign("another", u, form)) || Verify([]string{token}, u, form, sig) {
			t.Errorf("verified %q without the token", sig)
		}
		form.Add("Added", "1")
		if Verify([]string{token}, u, form, faketwilio.Sign(token, u, values("Body", "hi"))) {
			t.Error("another form's signature verifies")
		}
	})
}

func repeated(f url.Values) bool {
	for _, v := range f {
		if len(v) != 1 {
			return true
		}
	}
	return false
}

func TestOddFormsAreKept(t *testing.T) {
	t.Parallel()
	sid := "SM" + strings.Repeat("a", 32)
	in, err := ParseInbound(values("MessageSid", sid, "From", "+12065550142", "NumMedia", "1"))
	if err != nil || !in.Body.IsZero() || in.Media != 1 || in.Phone.E164() != "+12065550142" {
		t.Errorf("pictures without words: %+v %v", in, err)
	}
	in, err = ParseInbound(values("MessageSid", sid, "From", "384387", "Body", "a\x00b\xff", "NumMedia", "999999999"))
	if err != nil || !in.Phone.IsZero() || in.From != "384387" || in.Body.Text() != "ab\uFFFD" || in.Media != maxMedia {
		t.Errorf("a short code with NUL: %q %v", in.Body.Text(), err)
	}
	for _, bad := range []string{"", "SM123", "XX" + strings.Repeat("a", 32), "SM" + strings.Repeat("g", 32)} {
		if _, err := ParseInbound(values("MessageSid", bad, "From", "+12065550142")); err == nil {
			t.Errorf("MessageSid %q passes", bad)
		}
	}
	id := uuid.Must(uuid.NewV7())
	cb, err := ParseCallback(values("MessageSid", sid, "MessageStatus", "teleported", "To", "+12065550142", "ErrorCode", "30006"), id.String())
	if err != nil || cb.MessageID != id || cb.Status != sms.StatusNone || cb.RawStatus != "teleported" || cb.Code != 30006 {
		t.Errorf("a status that nobody knows is kept: %+v %v", cb, err)
	}
}

func FuzzParseInbound(f *testing.F) {
	f.Add("MessageSid=SM"+strings.Repeat("a", 32)+"&From=%2B12065550142&Body=hi", "x")
	f.Fuzz(func(t *testing.T, body, m string) {
		form, err := url.ParseQuery(body)
		if err != nil {
			return
		}
		if in, err := ParseInbound(form); err == nil && (strings.ContainsRune(in.Body.Text(), 0) || in.Media > maxMedia) {
			t.Error("NUL or too many pictures get through")
		}
		_, _ = ParseCallback(form, m)
	})
}

func TestErrorsByTheirTable(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		code, http int
		want       app.ErrorClass
	}{
		{20429, 429, app.ClassRetry},
		{21610, 400, app.ClassOptedOut},
		{21610, 0, app.ClassOptedOut},
		{21211, 400, app.ClassUnreachable},
		{30006, 0, app.ClassUnreachable},
		{20003, 401, app.ClassConfig},
		{21611, 400, app.ClassLater},
		{30001, 0, app.ClassLater},
		{30023, 0, app.ClassDay},
		{30007, 0, app.ClassFiltered},
		{21408, 400, app.ClassCountry},
		{30004, 0, app.ClassBlocked},
		{30017, 0, app.ClassRetry},
		{30034, 0, app.ClassConfig},
		{21617, 400, app.ClassContent},
		{30003, 0, app.ClassSoft},
		{20500, 500, app.ClassUnknown},
		{99998, 400, app.ClassContent},
		{99998, 0, app.ClassSoft},
		{0, 503, app.ClassUnknown},
		{0, 429, app.ClassRetry},
		{0, 0, app.ClassNone},
		{99998, 429, app.ClassRetry},
		{99998, 500, app.ClassUnknown},
		{0, 408, app.ClassUnknown},
		{0, 403, app.ClassConfig},
		{30610, 0, app.ClassSoft},
		{30640, 0, app.ClassOptedOut},
		{35114, 400, app.ClassContent},
	} {
		if got := Classify(c.code, c.http); got != c.want {
			t.Errorf("%d %d: class %d, want %d", c.code, c.http, got, c.want)
		}
	}
}

// stand makes a client of a stand-in Twilio.
func stand(t *testing.T, timeout time.Duration) (*Client, *faketwilio.Fake) {
	t.Helper()
	fake, err := faketwilio.New(faketwilio.Options{AccountSID: account, AuthToken: token, Number: sender})
	if err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewServer(fake)
	t.Cleanup(func() { srv.Close(); _ = fake.Close() })
	c, err := New(Config{AccountSID: account, AuthToken: token, From: sender, BaseURL: srv.URL, CallTimeout: timeout})
	if err != nil {
		t.Fatal(err)
	}
	return c, fake
}

func outgoing(t *testing.T, body string) app.Outgoing {
	t.Helper()
	to, err := sms.PhoneFromE164("+12065550142")
	if err != nil {
		t.Fatal(err)
	}
	return app.Outgoing{ID: uuid.Must(uuid.NewV7()), Attempt: 1, To: to, Body: sms.NewBody(body), BeginBy: time.Now().Add(5 * time.Second)}
}

func TestEveryEndOfACallIsOneOfFourOutcomes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, create string
		want         app.OutcomeKind
		accepted     int
	}{
		{"accepted", ``, app.OutcomeSent, 1},
		{"cut after it was accepted: nobody can know", `"cut_after_accept"`, app.OutcomeUnknown, 1},
		{"cut before it was accepted: nobody can know either", `"cut_before_accept"`, app.OutcomeUnknown, 0},
		{"an edge's page", `"html503"`, app.OutcomeUnknown, 0},
		{"no answer in time", `"timeout"`, app.OutcomeUnknown, 0},
		{"too many requests: never processed", `{"code":20429,"http":429}`, app.OutcomeSurelyNotSent, 0},
		{"opted out", `{"code":21610,"http":400}`, app.OutcomeRejected, 0},
		{"bad token: not this text's fault", `{"code":20003,"http":401}`, app.OutcomeSurelyNotSent, 0},
		{"Twilio's own trouble", `{"code":20500,"http":500}`, app.OutcomeUnknown, 0},
		{"a redirect is followed by nobody", `{"code":0,"http":302}`, app.OutcomeUnknown, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			client, fake := stand(t, 500*time.Millisecond)
			if c.create != "" {
				if err := fake.Fault(faketwilio.Fault{Create: json.RawMessage(c.create)}); err != nil {
					t.Fatal(err)
				}
			}
			out := client.Send(context.Background(), outgoing(t, "hello"))
			if out.Kind != c.want || len(fake.Accepted("")) != c.accepted {
				t.Errorf("outcome %d, want %d; accepted %d, want %d (%+v)", out.Kind, c.want, len(fake.Accepted("")), c.accepted, out)
			}
			if c.want == app.OutcomeSent && out.SID == "" {
				t.Error("sent without a SID")
			}
		})
	}
}

func TestWhatWasNotWrittenWasSurelyNotSent(t *testing.T) {
	t.Parallel()
	c, err := New(Config{AccountSID: account, AuthToken: token, From: sender, BaseURL: "http://127.0.0.1:1", CallTimeout: time.Second})
	if err != nil {
		t.Fatal(err)
	}
	if out := c.Send(context.Background(), outgoing(t, "x")); out.Kind != app.OutcomeSurelyNotSent {
		t.Errorf("nobody listens: outcome %d", out.Kind)
	}
	late := outgoing(t, "x")
	late.BeginBy = time.Now().Add(-time.Second)
	client, fake := stand(t, time.Second)
	if out := client.Send(context.Background(), late); out.Kind != app.OutcomeSurelyNotSent || len(fake.Accepted("")) != 0 {
		t.Errorf("too late to begin: outcome %d", out.Kind)
	}
}

func TestListingsAreNewestFirstAndComplete(t *testing.T) {
	t.Parallel()
	client, _ := stand(t, time.Second)
	for range 120 {
		if out := client.Send(context.Background(), outgoing(t, "again and again")); out.Kind != app.OutcomeSent {
			t.Fatal(out.Kind)
		}
	}
	got, err := client.ListTo(context.Background(), outgoing(t, "").To, time.Minute)
	if err != nil || len(got) != 120 || !got[0].Outbound || got[0].Body.Text() != "again and again" {
		t.Fatalf("%d listed, %v", len(got), err)
	}
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) }))
	defer srv.Close()
	broken, err := New(Config{AccountSID: account, AuthToken: token, From: sender, BaseURL: srv.URL, CallTimeout: time.Second})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := broken.ListTo(context.Background(), outgoing(t, "").To, time.Hour); err == nil || strings.Contains(err.Error(), "5550142") {
		t.Errorf("a listing that fails says so, without the number: %v", err)
	}
}

// TestEveryCodeOfTheTableHasWords: whatever the table knows, Today says in words.
func TestEveryCodeOfTheTableHasWords(t *testing.T) {
	t.Parallel()
	known := 0
	for code := 1; code < 70000; code++ {
		if Classify(code, 0) == app.ClassSoft && Classify(code, 400) == app.ClassContent {
			continue // in no row of the table
		}
		known++
		if sms.Failure(code) == "" {
			t.Errorf("%d has no words", code)
		}
	}
	if known < 70 {
		t.Errorf("%d codes in the table", known)
	}
}
