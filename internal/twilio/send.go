package twilio

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/twilio/twilio-go/client"
	api "github.com/twilio/twilio-go/rest/api/v2010"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/sms"
)

// Config is an account and who sends from it.
type Config struct {
	AccountSID          string
	AuthToken           string
	From                string // E.164, or empty with a MessagingServiceSID
	MessagingServiceSID string
	BaseURL             string // "" is the real Twilio
	StatusCallback      string // full address of /twilio/status; `?m=<message id>` is added
	CallTimeout         time.Duration
	Connections         int
}

// Client sends and lists; it implements app.Provider.
type Client struct {
	c    Config
	next http.RoundTripper
}

// New returns a client. It makes no call.
func New(c Config) (*Client, error) {
	if c.AccountSID == "" || c.AuthToken == "" || (c.From == "" && c.MessagingServiceSID == "") {
		return nil, errors.New("twilio: account, token and sender are needed")
	}
	if !alphanumeric(c.AccountSID) || !alphanumeric(c.AuthToken) {
		// the SDK refuses them before each call, which would look like a text that may be tried again for ever
		return nil, errors.New("twilio: account and token are letters and digits only")
	}
	if c.CallTimeout == 0 {
		c.CallTimeout = 30 * time.Second
	}
	if c.Connections == 0 {
		c.Connections = 16
	}
	var base *url.URL
	if c.BaseURL != "" {
		u, err := url.Parse(strings.TrimSuffix(c.BaseURL, "/"))
		if err != nil || u.Host == "" {
			return nil, errors.New("twilio: the base address is none")
		}
		base = u
	}
	return &Client{c: c, next: newTransport(base, c.Connections)}, nil
}

func alphanumeric(s string) bool {
	for _, c := range []byte(s) {
		if !(c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
			return false
		}
	}
	return true
}

// service returns the SDK's message service for one call, over a transport that carries ctx and the deadline to begin.
func (c *Client) service(ctx context.Context, beginBy time.Time) (*api.ApiService, *call) {
	k := &call{ctx: ctx, beginBy: beginBy, next: c.next}
	hc := &http.Client{Timeout: c.c.CallTimeout, Transport: k, CheckRedirect: stay}
	base := &client.Client{Credentials: client.NewCredentials(c.c.AccountSID, c.c.AuthToken), HTTPClient: hc}
	base.SetAccountSid(c.c.AccountSID)
	h := client.NewRequestHandler(base)
	h.Edge, h.Region = "", "" // TWILIO_EDGE and TWILIO_REGION would change the host silently
	return api.NewApiService(h), k
}

// Send posts one message (docs/messaging/api/message-resource#create-a-message-resource). There is no idempotency key, so every end of the
// call is one of four outcomes and only a surely unsent text is ever posted again.
func (c *Client) Send(ctx context.Context, o app.Outgoing) app.Outcome {
	out := app.Outcome{ID: o.ID, PhoneID: o.PhoneID, Attempt: o.Attempt}
	if !o.BeginBy.IsZero() && time.Now().After(o.BeginBy) {
		out.Kind = app.OutcomeSurelyNotSent
		return out
	}
	svc, k := c.service(ctx, o.BeginBy)
	p := &api.CreateMessageParams{}
	p.SetTo(o.To.E164()).SetBody(o.Body.Text())
	if c.c.MessagingServiceSID != "" {
		p.SetMessagingServiceSid(c.c.MessagingServiceSID)
	} else {
		p.SetFrom(c.c.From)
	}
	if c.c.StatusCallback != "" {
		p.SetStatusCallback(c.c.StatusCallback + "?m=" + o.ID.String())
	}
	// Always: what Twilio keeps back for hours must not arrive when it makes no sense any more. Under 5 seconds it takes none.
	p.SetValidityPeriod(min(max(int(o.ValidFor.Seconds()), 5), 36000))
	m, err := svc.CreateMessage(p)
	if err != nil {
		return outcomeOf(out, err, k.wrote.Load())
	}
	if m == nil || m.Sid == nil || *m.Sid == "" {
		return out // a 2xx that names no message: unknown
	}
	out.Kind, out.SID = app.OutcomeSent, *m.Sid
	if m.Status != nil {
		out.Status = sms.ParseStatus(*m.Status)
	}
	if m.ErrorCode != nil {
		out.Code = *m.ErrorCode
	}
	return out
}

// outcomeOf classifies a failed call. What was not written was surely not sent; what was written and not clearly answered is unknown.
func outcomeOf(out app.Outcome, err error, wrote bool) app.Outcome {
	var he *httpError
	if !errors.As(err, &he) {
		out.Kind = app.OutcomeUnknown
		if !wrote {
			out.Kind = app.OutcomeSurelyNotSent
		}
		return out
	}
	out.HTTP, out.Code, out.RetryAfter = he.status, he.code, he.retryAfter
	if he.status >= 500 || he.status < 400 {
		out.Class = app.ClassUnknown
		return out
	}
	return Refused(out)
}

// Refused says what a clear refusal, by its code and HTTP status, makes of a text.
func Refused(out app.Outcome) app.Outcome {
	switch out.Class = Classify(out.Code, out.HTTP); out.Class {
	case app.ClassRetry, app.ClassLater, app.ClassDay, app.ClassConfig, app.ClassCountry: // not of this text: it is kept
		out.Kind = app.OutcomeSurelyNotSent
	case app.ClassUnknown:
		out.Kind = app.OutcomeUnknown
	case app.ClassNone, app.ClassUnreachable, app.ClassSoft, app.ClassOptedOut, app.ClassContent, app.ClassFiltered, app.ClassBlocked:
		out.Kind = app.OutcomeRejected
	}
	return out
}

// listError is a failed listing, without the URL that the request had: it holds the number.
type listError struct{ class string }

func (e *listError) Error() string { return "twilio: listing failed: " + e.class }

func failed(err error) error {
	var he *httpError
	if errors.As(err, &he) {
		return &listError{fmt.Sprintf("http %d code %d", he.status, he.code)}
	}
	return &listError{"no answer"}
}

// stay follows no redirect: a POST that is sent on elsewhere would be another text.
func stay(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
