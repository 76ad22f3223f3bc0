package faketwilio

import (
	"context"
	"crypto/hmac"
	"crypto/sha1" //nolint:gosec // Twilio signs with HMAC-SHA1
	"encoding/base64"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// Sign is X-Twilio-Signature in a few lines of its own: the service's verifier must not be its own judge. Sorted by key alone: From goes
// before FromCity whatever the values are. One value a key, as messages have.
func Sign(token, address string, form url.Values) string {
	m := hmac.New(sha1.New, []byte(token))
	_, _ = io.WriteString(m, address)
	for _, k := range slices.Sorted(maps.Keys(form)) {
		_, _ = io.WriteString(m, k+form.Get(k))
	}
	return base64.StdEncoding.EncodeToString(m.Sum(nil))
}

// post sends a signed form and returns the status; 0 when nobody answered.
func (f *Fake) post(ctx context.Context, address string, form url.Values) (int, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, address, strings.NewReader(form.Encode()))
	if err != nil {
		return 0, fmt.Errorf("webhook: %w", err)
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
	req.Header.Set("X-Twilio-Signature", Sign(f.o.AuthToken, address, form))
	req.Header.Set("User-Agent", "TwilioProxy/1.1")
	res, err := f.client.Do(req)
	if err != nil {
		return 0, fmt.Errorf("webhook: %w", err)
	}
	_, _ = io.Copy(io.Discard, io.LimitReader(res.Body, 1<<20))
	_ = res.Body.Close()
	return res.StatusCode, nil
}

// callbacks sends a message's status callbacks in the background. The caller holds mu.
func (f *Fake) callbacks(e *Entry, fault activeFault) {
	f.owes.Add(1)
	f.wg.Add(1)
	go func() {
		defer f.wg.Done()
		defer f.owes.Add(-1)
		f.deliver(e, fault)
	}()
}

// deliver moves a message to its end and tells the service as ordered.
func (f *Fake) deliver(e *Entry, fault activeFault) {
	last, code := "delivered", 0
	if fault.Deliver == "undelivered" {
		last, code = "undelivered", fault.Error
		if code == 0 {
			code = 30003
		}
	}
	statuses := []string{"sent", last}
	if fault.Callbacks == "reversed" {
		statuses = []string{last, "sent"}
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	go func() {
		select {
		case <-f.closed:
			cancel()
		case <-ctx.Done():
		}
	}()
	for _, s := range statuses {
		c := 0
		if s == last {
			c = code
		}
		form := f.statusForm(e, s, c)
		if fault.Callbacks != "none" && e.Callback != "" {
			times := 1
			if fault.Callbacks == "twice" {
				times = 2
			}
			for range times {
				_, _ = f.post(ctx, e.Callback, form) // a callback that nobody answers is dropped, as Twilio does
			}
		}
		select {
		case <-f.closed:
			return // not told: owed again after a restart
		default:
		}
		f.mu.Lock()
		if fault.Callbacks != "reversed" || s == last {
			_ = f.write(line{SID: e.SID, Status: s, Code: c})
		}
		f.mu.Unlock()
	}
}

func (f *Fake) statusForm(e *Entry, status string, code int) url.Values {
	form := url.Values{
		"MessageSid": {e.SID}, "SmsSid": {e.SID}, "MessageStatus": {status}, "SmsStatus": {status}, "To": {e.To}, "From": {e.From},
		"AccountSid": {f.o.AccountSID}, "ApiVersion": {"2010-04-01"}, "RawDlrDoneDate": {"2611240900"},
	}
	if code != 0 {
		form.Set("ErrorCode", strconv.Itoa(code))
	}
	return form
}

// Text lets a phone text the service, as Twilio would deliver it. A SID that is in the books is the same text again.
func (f *Fake) Text(ctx context.Context, from, body, sid string) (string, int, error) {
	f.mu.Lock()
	e := f.bySID[sid]
	var err error
	if sid == "" || e == nil {
		e, err = f.newEntry(Entry{From: from, To: f.o.Number, Body: body, SID: sid, Status: "received", Direction: "inbound"})
		if err == nil {
			err = f.keyword(from, body)
		}
	}
	f.mu.Unlock()
	if err != nil {
		return "", 0, err
	}
	form := url.Values{
		"MessageSid": {e.SID}, "SmsSid": {e.SID}, "SmsMessageSid": {e.SID}, "AccountSid": {f.o.AccountSID}, "From": {e.From}, "To": {e.To},
		"Body":     {e.Body},
		"NumMedia": {"0"}, "NumSegments": {"1"}, "SmsStatus": {"received"}, "ApiVersion": {"2010-04-01"}, "FromCountry": {"US"},
		"FromCity": {""}, "ToCountry": {"US"},
	}
	status, err := f.post(ctx, f.o.InboundURL, form)
	return e.SID, status, err
}

// keyword is a long code's default opt-out handling: a whole-text match, answered by Twilio itself, then enforced with 21610. The caller
// holds mu.
func (f *Fake) keyword(from, body string) error {
	reply := ""
	out := f.out[from]
	switch strings.ToUpper(strings.TrimSpace(body)) {
	case "STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT":
		if !out {
			reply = "You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe."
		}
		out = true
	case "START", "UNSTOP":
		reply = "You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. " +
			"Msg&Data Rates May Apply."
		out = false
	case "YES":
		if out {
			reply = "You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. " +
				"Msg&Data Rates May Apply."
		}
		out = false
	case "HELP", "INFO":
		if !out {
			reply = "Reply STOP to unsubscribe. Msg&Data Rates May Apply."
		}
	default:
		return nil
	}
	if out != f.out[from] {
		if err := f.write(line{Phone: from, Out: &out}); err != nil {
			return err
		}
	}
	if reply == "" {
		return nil
	}
	_, err := f.newEntry(Entry{From: f.o.Number, To: from, Body: reply, Status: "delivered", Direction: "outbound-reply"})
	return err
}
