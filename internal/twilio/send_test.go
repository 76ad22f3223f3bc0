package twilio

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/sms"
)

// answers makes a client of a server that does as it is told.
func answers(t *testing.T, c Config, h http.HandlerFunc) (*Client, *httptest.Server) {
	t.Helper()
	srv := httptest.NewUnstartedServer(h)
	t.Cleanup(srv.Close)
	if c.AccountSID == "" {
		c.AccountSID, c.AuthToken, c.From = account, token, sender
	}
	c.BaseURL = "http://" + srv.Listener.Addr().String()
	client, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	return client, srv
}

func TestAnswersThatNameNoMessageAreUnknown(t *testing.T) {
	t.Parallel()
	for name, body := range map[string]string{
		"not JSON": "<html>", "no SID": `{"status":"queued"}`, "another type": `{"sid":5}`,
		"nothing": "", "half": `{"sid":"SM`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c, srv := answers(t, Config{}, func(w http.ResponseWriter, _ *http.Request) {
				w.WriteHeader(http.StatusCreated)
				_, _ = io.WriteString(w, body)
			})
			srv.Start()
			if out := c.Send(t.Context(), outgoing(t, "x")); out.Kind != app.OutcomeUnknown || out.SID != "" {
				t.Errorf("%+v", out)
			}
		})
	}
}

func TestWhatIsPosted(t *testing.T) {
	t.Parallel()
	var got url.Values
	o := outgoing(t, "¿Mañana? 1 & 2 + 3")
	o.BeginBy, o.ValidFor = time.Time{}, 48*time.Hour // no deadline to begin, and longer than Twilio takes
	for _, c := range []struct {
		name string
		cfg  Config
		want url.Values
	}{
		{"from a number", Config{AccountSID: account, AuthToken: token, From: sender, StatusCallback: "https://x.example/twilio/status"}, values(
			"To", "+12065550142", "From", sender, "Body", "¿Mañana? 1 & 2 + 3", "StatusCallback",
			"https://x.example/twilio/status?m="+o.ID.String(), "ValidityPeriod", "36000")},
		{"from a service", Config{AccountSID: account, AuthToken: token, MessagingServiceSID: "MG1"}, values(
			"To", "+12065550142", "MessagingServiceSid", "MG1", "Body", "¿Mañana? 1 & 2 + 3", "ValidityPeriod", "36000")},
	} {
		client, srv := answers(t, c.cfg, func(w http.ResponseWriter, r *http.Request) {
			_ = r.ParseForm()
			got = r.PostForm
			w.WriteHeader(http.StatusCreated)
			_, _ = io.WriteString(w, `{"sid":"SM1","status":"queued"}`)
		})
		srv.Start()
		if out := client.Send(t.Context(), o); out.Kind != app.OutcomeSent || out.SID != "SM1" || out.Status != sms.StatusQueued {
			t.Errorf("%s: %+v", c.name, out)
		}
		if got.Encode() != c.want.Encode() {
			t.Errorf("%s: posted %s, want %s", c.name, got.Encode(), c.want.Encode())
		}
	}
}

// TestRetryAfterIsKept: in seconds or as a date (RFC 9110, 10.2.3), the date by the provider's own clock; what is neither asks for nothing.
func TestRetryAfterIsKept(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		after, date string
		want        time.Duration
	}{
		{"7", "", 7 * time.Second},
		{" 120 ", "", 2 * time.Minute},
		{"0", "", 0},
		{"Sat, 28 Nov 2026 10:02:00 GMT", "Sat, 28 Nov 2026 10:00:00 GMT", 2 * time.Minute},
		{"Saturday, 28-Nov-26 10:02:00 GMT", "Sat, 28 Nov 2026 10:00:00 GMT", 2 * time.Minute},
		{"Sat Nov 28 10:02:00 2026", "Sat, 28 Nov 2026 10:00:00 GMT", 2 * time.Minute},
		{"Sat, 28 Nov 2026 09:59:00 GMT", "Sat, 28 Nov 2026 10:00:00 GMT", 0}, // gone by
		{"99999999999999999999", "", 24 * time.Hour},
		{"-7", "", 0},
		{"1m5", "", 0},
		{"1.5", "", 1500 * time.Millisecond},
		{"1.5.2", "", 0},
		{"soon", "", 0},
		{"", "", 0},
	} {
		client, srv := answers(t, Config{}, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Retry-After", c.after)
			if c.date != "" {
				w.Header().Set("Date", c.date)
			}
			w.WriteHeader(http.StatusTooManyRequests)
		})
		srv.Start()
		out := client.Send(t.Context(), outgoing(t, "x"))
		if out.Kind != app.OutcomeSurelyNotSent || out.RetryAfter != c.want || out.HTTP != 429 {
			t.Errorf("%q at %q: %+v, want %s", c.after, c.date, out, c.want)
		}
	}
}

// TestARetryAfterByDateOfAnUnsayingServerIsByOurClock: without a Date of its own.
func TestARetryAfterByDateOfAnUnsayingServerIsByOurClock(t *testing.T) {
	t.Parallel()
	client, srv := answers(t, Config{}, func(w http.ResponseWriter, _ *http.Request) {
		w.Header()["Date"] = nil
		w.Header().Set("Retry-After", time.Now().Add(10*time.Minute).UTC().Format(http.TimeFormat))
		w.WriteHeader(http.StatusTooManyRequests)
	})
	srv.Start()
	if out := client.Send(t.Context(), outgoing(t, "x")); out.RetryAfter < 9*time.Minute || out.RetryAfter > 10*time.Minute {
		t.Errorf("%+v", out)
	}
}

// TestRefusalsUseOneConnection: the SDK leaves the bodies of errors open, which costs a connection each.
func TestRefusalsUseOneConnection(t *testing.T) {
	t.Parallel()
	var connections atomic.Int64
	c, srv := answers(t, Config{}, func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusBadRequest)
		_, _ = io.WriteString(w, `{"code":21610,"message":"`+strings.Repeat("m", 9000)+`"}`)
	})
	srv.Config.ConnState = func(_ net.Conn, s http.ConnState) {
		if s == http.StateNew {
			connections.Add(1)
		}
	}
	srv.Start()
	for range 20 {
		if out := c.Send(t.Context(), outgoing(t, "x")); out.Kind != app.OutcomeRejected || out.Class != app.ClassOptedOut || out.Code != 21610 {
			t.Fatalf("%+v", out)
		}
	}
	if n := connections.Load(); n != 1 {
		t.Errorf("%d connections for 20 refusals", n)
	}
}

// roundTrip is a transport made of a function.
type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// TestTheHostIsNotForTheEnvironmentToChange: the SDK would send to another region.
func TestTheHostIsNotForTheEnvironmentToChange(t *testing.T) {
	t.Setenv("TWILIO_EDGE", "sydney")
	t.Setenv("TWILIO_REGION", "au1")
	c, err := New(Config{AccountSID: account, AuthToken: token, From: sender})
	if err != nil {
		t.Fatal(err)
	}
	var hosts []string
	c.next = roundTrip(func(r *http.Request) (*http.Response, error) {
		hosts = append(hosts, r.URL.Scheme+"://"+r.URL.Host)
		return nil, errors.New("no network in tests")
	})
	c.Send(t.Context(), outgoing(t, "x"))
	_, _ = c.Newest(t.Context())
	if len(hosts) != 2 || hosts[0] != "https://api.twilio.com" || hosts[1] != hosts[0] {
		t.Errorf("%v", hosts)
	}
}

func TestADialThatHangsEndsWhenWritingShouldHaveBegun(t *testing.T) {
	t.Parallel()
	c, err := New(Config{AccountSID: account, AuthToken: token, From: sender, CallTimeout: time.Minute})
	if err != nil {
		t.Fatal(err)
	}
	c.next = &http.Transport{DialTLSContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
		<-ctx.Done()
		return nil, ctx.Err()
	}}
	o := outgoing(t, "x")
	o.BeginBy = time.Now().Add(50 * time.Millisecond)
	if out := c.Send(t.Context(), o); out.Kind != app.OutcomeSurelyNotSent {
		t.Errorf("%+v", out)
	}
}

func TestACallerThatGivesUpLeavesAnUnknown(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	c, srv := answers(t, Config{CallTimeout: time.Minute}, func(_ http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		cancel()
		<-r.Context().Done()
	})
	srv.Start()
	if out := c.Send(ctx, outgoing(t, "x")); out.Kind != app.OutcomeUnknown {
		t.Errorf("%+v", out)
	}
}

func TestAccountsThatTheSDKWouldRefuseAreRefusedAtTheStart(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]Config{
		"no token":         {AccountSID: account, From: sender},
		"no sender":        {AccountSID: account, AuthToken: token},
		"a token to quote": {AccountSID: account, AuthToken: "a-b", From: sender},
		"a spaced account": {AccountSID: "AC 1", AuthToken: token, From: sender},
		"no base address":  {AccountSID: account, AuthToken: token, From: sender, BaseURL: "localhost"},
	} {
		if _, err := New(c); err == nil {
			t.Errorf("%s passes", name)
		} else if strings.Contains(err.Error(), "a-b") {
			t.Errorf("%s: the token is in the error", name)
		}
	}
}
