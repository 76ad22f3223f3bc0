package twilio

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
)

// ErrNotOffered says that the provider has no such resource: a stand-in, or an account without the product.
var ErrNotOffered = errors.New("twilio: not offered here")

// Setup is what the provider's account says of how texts get to us and from us. It names numbers and addresses of ours, never of anybody
// who is texted.
type Setup struct {
	AccountStatus string  // active, suspended, closed
	Balance       float64 // in Currency
	Currency      string
	NumberOurs    bool // with a number of ours
	SMS           bool // the number can send texts
	TollFree      bool
	Number        Webhook // of the number
	Service       Webhook // of the Messaging Service
	ServiceThere  bool
	ServicePool   int    // numbers in it
	DeferToNumber bool   // the Service leaves inbound texts to each number's own webhook
	Host          string // the Service that the sending number is in, "" for none: where it says otherwise, the number's webhook is not called
	Campaign      string
	Verification  string // of a toll-free number
}

// Webhook is where inbound texts and calls go.
type Webhook struct {
	SID                                    string
	URL, Method, VoiceURL, Fallback, Voice string
}

// get reads one resource of the account.
func (c *Client) get(ctx context.Context, address string, into any) error {
	return c.do(ctx, http.MethodGet, address, nil, into)
}

func (c *Client) do(ctx context.Context, method, address string, form url.Values, into any) error {
	ctx, cancel := context.WithTimeout(ctx, 15*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, method, address, strings.NewReader(form.Encode()))
	if err != nil {
		return err
	}
	req.SetBasicAuth(c.c.AccountSID, c.c.AuthToken)
	if form != nil {
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	res, err := c.next.RoundTrip(req)
	var he *httpError
	switch {
	case errors.As(err, &he) && he.status == http.StatusNotFound:
		return ErrNotOffered
	case err != nil:
		return failed(err)
	}
	defer func() { _ = res.Body.Close() }()
	if into == nil {
		return nil
	}
	if err := json.NewDecoder(io.LimitReader(res.Body, maxAnswer)).Decode(into); err != nil {
		return &listError{"not JSON"}
	}
	return nil
}

const (
	apiHost       = "https://api.twilio.com"
	messagingHost = "https://messaging.twilio.com"
)

func (c *Client) accountPath(rest string) string {
	return apiHost + "/2010-04-01/Accounts/" + url.PathEscape(c.c.AccountSID) + rest
}

// Account reads whether the account may be used, and what money is left.
func (c *Client) Account(ctx context.Context, s *Setup) error {
	var a struct {
		Status string `json:"status"`
	}
	if err := c.get(ctx, c.accountPath(".json"), &a); err != nil {
		return err
	}
	s.AccountStatus = a.Status
	var b struct {
		Balance  string `json:"balance"`
		Currency string `json:"currency"`
	}
	if err := c.get(ctx, c.accountPath("/Balance.json"), &b); err != nil {
		return err
	}
	var err error
	if s.Balance, err = strconv.ParseFloat(b.Balance, 64); err != nil {
		return &listError{"a balance that cannot be read"}
	}
	s.Currency = b.Currency
	return nil
}

// OwnNumber reads the sending number's own settings.
func (c *Client) OwnNumber(ctx context.Context, s *Setup) error {
	var list struct {
		Numbers []struct {
			SID          string `json:"sid"`
			SmsURL       string `json:"sms_url"`
			SmsMethod    string `json:"sms_method"`
			Fallback     string `json:"sms_fallback_url"`
			VoiceURL     string `json:"voice_url"`
			VoiceMethod  string `json:"voice_method"`
			Capabilities struct {
				SMS bool `json:"sms"`
			} `json:"capabilities"`
		} `json:"incoming_phone_numbers"`
	}
	if err := c.get(ctx, c.accountPath("/IncomingPhoneNumbers.json?"+url.Values{"PhoneNumber": {c.c.From}}.Encode()), &list); err != nil {
		return err
	}
	if len(list.Numbers) == 0 {
		return nil
	}
	n := list.Numbers[0]
	s.NumberOurs, s.SMS = true, n.Capabilities.SMS
	s.Number = Webhook{SID: n.SID, URL: n.SmsURL, Method: n.SmsMethod, Fallback: n.Fallback, VoiceURL: n.VoiceURL, Voice: n.VoiceMethod}
	for _, p := range []string{"+1800", "+1833", "+1844", "+1855", "+1866", "+1877", "+1888"} {
		s.TollFree = s.TollFree || strings.HasPrefix(c.c.From, p)
	}
	return nil
}

// OwnService reads the Messaging Service's settings and its campaign.
func (c *Client) OwnService(ctx context.Context, s *Setup) error {
	if err := c.readService(ctx, c.c.MessagingServiceSID, s); err != nil || !s.ServiceThere {
		return err
	}
	return c.campaign(ctx, c.c.MessagingServiceSID, s)
}

func serviceAddress(sid string) string { return messagingHost + "/v1/Services/" + url.PathEscape(sid) }

// readService reads where a Service has texts go, and how many numbers it has.
func (c *Client) readService(ctx context.Context, sid string, s *Setup) error {
	var v struct {
		SID    string `json:"sid"`
		URL    string `json:"inbound_request_url"`
		Method string `json:"inbound_method"`
		Defer  bool   `json:"use_inbound_webhook_on_number"`
	}
	if err := c.get(ctx, serviceAddress(sid), &v); err != nil {
		if errors.Is(err, ErrNotOffered) {
			return nil
		}
		return err
	}
	s.ServiceThere, s.DeferToNumber = true, v.Defer
	s.Service = Webhook{SID: v.SID, URL: v.URL, Method: v.Method}
	pool, err := c.pool(ctx, sid)
	s.ServicePool = len(pool)
	return err
}

// pool returns the ids of a Service's numbers.
func (c *Client) pool(ctx context.Context, service string) ([]string, error) {
	var v struct {
		Numbers []struct {
			SID string `json:"sid"`
		} `json:"phone_numbers"`
	}
	if err := c.get(ctx, serviceAddress(service)+"/PhoneNumbers?PageSize=50", &v); err != nil {
		return nil, err
	}
	var out []string
	for _, n := range v.Numbers {
		out = append(out, n.SID)
	}
	return out, nil
}

func (c *Client) campaign(ctx context.Context, service string, s *Setup) error {
	var v struct {
		Compliance []struct {
			Status string `json:"campaign_status"`
		} `json:"compliance"`
	}
	if err := c.get(ctx, serviceAddress(service)+"/Compliance/Usa2p", &v); err != nil && !errors.Is(err, ErrNotOffered) {
		return err
	}
	s.Campaign = "NONE"
	for _, x := range v.Compliance {
		if s.Campaign == "NONE" || x.Status == "VERIFIED" {
			s.Campaign = x.Status
		}
	}
	return nil
}

// HostService reads the Service that the sending number is in, if any: OwnNumber first.
func (c *Client) HostService(ctx context.Context, s *Setup) error {
	var services struct {
		List []struct {
			SID string `json:"sid"`
		} `json:"services"`
	}
	if err := c.get(ctx, messagingHost+"/v1/Services?PageSize=50", &services); err != nil {
		return err
	}
	for _, x := range services.List {
		pool, err := c.pool(ctx, x.SID)
		if err != nil {
			return err
		}
		if slices.Contains(pool, s.Number.SID) {
			s.Host = x.SID
			return c.readService(ctx, x.SID, s)
		}
	}
	return nil
}

// Registration reads the campaign of the Service that the sending number is in, or the verification of a toll-free one: HostService first.
func (c *Client) Registration(ctx context.Context, s *Setup) error {
	if !s.TollFree {
		s.Campaign = "NONE"
		if s.Host == "" {
			return nil
		}
		return c.campaign(ctx, s.Host, s)
	}
	var v struct {
		List []struct {
			Status string `json:"status"`
		} `json:"verifications"`
	}
	if err := c.get(ctx, messagingHost+"/v1/Tollfree/Verifications?TollfreePhoneNumberSid="+url.QueryEscape(s.Number.SID), &v); err != nil {
		return err
	}
	s.Verification = "NONE"
	for _, x := range v.List {
		if s.Verification == "NONE" || x.Status == "TWILIO_APPROVED" {
			s.Verification = x.Status
		}
	}
	return nil
}

// PointNumber sets where the number's texts go.
func (c *Client) PointNumber(ctx context.Context, sid, sms string) error {
	return c.setNumber(ctx, sid, url.Values{"SmsUrl": {sms}, "SmsMethod": {http.MethodPost}})
}

// PointCalls sets where calls to the number go.
func (c *Client) PointCalls(ctx context.Context, sid, voice string) error {
	return c.setNumber(ctx, sid, url.Values{"VoiceUrl": {voice}, "VoiceMethod": {http.MethodPost}})
}

func (c *Client) setNumber(ctx context.Context, sid string, form url.Values) error {
	return c.do(ctx, http.MethodPost, c.accountPath("/IncomingPhoneNumbers/"+url.PathEscape(sid)+".json"), form, nil)
}

// PointService sets where a Messaging Service's texts go.
func (c *Client) PointService(ctx context.Context, service, sms string) error {
	return c.do(ctx, http.MethodPost, serviceAddress(service),
		url.Values{"InboundRequestUrl": {sms}, "InboundMethod": {http.MethodPost}, "UseInboundWebhookOnNumber": {"false"}}, nil)
}
