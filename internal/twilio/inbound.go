package twilio

import (
	"errors"
	"net/url"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/sms"
)

// Errors of forms that are signed and still make no sense.
var (
	// ErrNoSID is a form without a usable MessageSid: nothing could tell its repeats apart.
	ErrNoSID = errors.New("no usable MessageSid")
	// ErrNoStatus is a status callback without a status.
	ErrNoStatus = errors.New("no MessageStatus")
)

const (
	maxMedia  = 10  // Twilio sends at most 10; a larger number is hostile
	maxSender = 320 // of From, as it came
)

// ParseInbound reads the form of an inbound message (docs/messaging/guides/webhook-request). Body may be absent (MMS only); the sender may
// be no number.
func ParseInbound(form url.Values) (sms.Inbound, error) {
	sid := form.Get("MessageSid")
	if !validSID(sid) {
		return sms.Inbound{}, ErrNoSID
	}
	in := sms.Inbound{
		SID: sid, From: bounded(form.Get("From"), maxSender), To: bounded(form.Get("To"), maxSender),
		Body:  sms.NewBody(bounded(form.Get("Body"), sms.MaxInboundBytes)),
		Media: number(form.Get("NumMedia"), maxMedia), Segments: number(form.Get("NumSegments"), 100), Form: form,
	}
	if p, err := sms.PhoneFromE164(in.From); err == nil {
		in.Phone = p
	}
	switch strings.ToUpper(form.Get("OptOutType")) {
	case "STOP":
		in.OptOut = sms.KeywordStop
	case "START":
		in.OptOut = sms.KeywordStart
	case "HELP":
		in.OptOut = sms.KeywordHelp
	}
	return in, nil
}

// validSID matches ^(SM|MM)[0-9a-fA-F]{32}$.
func validSID(s string) bool {
	if len(s) != 34 || (s[:2] != "SM" && s[:2] != "MM") {
		return false
	}
	for _, c := range []byte(s[2:]) {
		if !(c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F') {
			return false
		}
	}
	return true
}

func number(s string, most int) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		return 0
	}
	return min(n, most)
}

func bounded(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n], "")
}

// ParseCallback reads a status callback; m is our own message id out of the URL's query.
func ParseCallback(form url.Values, m string) (sms.Callback, error) {
	cb := sms.Callback{
		SID: form.Get("MessageSid"), RawStatus: bounded(form.Get("MessageStatus"), 40),
		Code: number(form.Get("ErrorCode"), 99999), Form: form,
	}
	if !validSID(cb.SID) {
		return sms.Callback{}, ErrNoSID
	}
	if cb.RawStatus == "" {
		return sms.Callback{}, ErrNoStatus
	}
	cb.Status = sms.ParseStatus(cb.RawStatus)
	if id, err := uuid.Parse(m); err == nil {
		cb.MessageID = id
	}
	if p, err := sms.PhoneFromE164(form.Get("To")); err == nil {
		cb.To = p
	}
	return cb, nil
}
