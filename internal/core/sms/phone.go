// Package sms holds the words of the trade: phone numbers, text bodies, segments, delivery statuses and the carrier's own
// keywords. It is pure: nothing here sends, stores or logs.
package sms

import (
	"errors"
	"fmt"
	"log/slog"
	"strconv"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"

	"github.com/nyaruka/phonenumbers"
)

// Phone is a number in E.164 (ITU-T E.164: '+', then 7 to 15 digits). It masks itself in every formatter, in JSON and in logs,
// because phone numbers must reach no log, queue or metric: E164 is the only door to the digits.
type Phone struct{ e164 string }

// ErrNotPhone says that a text is no number that can get texts: not valid, an extension, toll-free or a short code.
var ErrNotPhone = errors.New("not a phone number that can get texts")

// DefaultRegion is the region of numbers written without a country code.
const DefaultRegion = "US"

const mask = "[phone]"

// ParsePhone reads a number in any usual spelling; numbers without a country code are taken as of the US.
// It returns ErrNotPhone for what cannot be texted or must not be: invalid, toll-free, premium, with an extension.
func ParsePhone(s string) (Phone, error) {
	if len(s) > 64 {
		return Phone{}, ErrNotPhone
	}
	n, err := phonenumbers.Parse(dialled(lexicon.Compose(s)), DefaultRegion)
	if err != nil || n.GetExtension() != "" || n.GetCountryCode() == 1 && !inPlan(n.GetNationalNumber()) || !somebodys(n) {
		return Phone{}, ErrNotPhone
	}
	b := make([]byte, 0, 16)
	b = strconv.AppendInt(append(b, '+'), int64(n.GetCountryCode()), 10)
	if n.GetItalianLeadingZero() {
		b = append(b, '0')
	}
	return Phone{string(strconv.AppendUint(b, n.GetNationalNumber(), 10))}, nil
}

// dialled writes a number as it is dialled today: "001 206..." is "+1 206...", and Mexico's mobiles have lost the 1 after +52.
func dialled(s string) string {
	digits := make([]byte, 0, 20)
	for i, c := range []byte(s) {
		switch {
		case c >= '0' && c <= '9':
			digits = append(digits, c)
		case c == '+' && i == 0 || c == ' ' || c == '-' || c == '.' || c == '(' || c == ')':
		default:
			return s
		}
	}
	switch d := string(digits); {
	case len(d) == 13 && strings.HasPrefix(d, "001"):
		return "+" + d[2:]
	case len(d) == 13 && strings.HasPrefix(d, "521") && strings.HasPrefix(s, "+"):
		return "+52" + d[3:]
	}
	return s
}

// somebodys reports whether a number is valid and one that a person has: neither free nor dearer than a call to anybody.
func somebodys(n *phonenumbers.PhoneNumber) bool {
	kind := phonenumbers.GetNumberType(n)
	if kind == phonenumbers.UNKNOWN && n.GetCountryCode() == 1 {
		return addedLately(n.GetNationalNumber())
	}
	return kind != phonenumbers.UNKNOWN && kind != phonenumbers.PREMIUM_RATE && kind != phonenumbers.SHARED_COST &&
		kind != phonenumbers.TOLL_FREE
}

// inPlan reports whether a number of the North American Numbering Plan may be somebody's. That its area code is assigned the list in the
// library says; of the three digits behind it the plan keeps those that end in 11 for services (911), and 555-1212 is the directory's.
func inPlan(national uint64) bool {
	exchange, line := national/10_000%1000, national%10_000
	return !tollFree(national/10_000_000) && exchange%100 != 11 && (exchange != 555 || line != 1212)
}

// tollFree: the area codes of the North American Numbering Plan that nobody carries in a pocket.
func tollFree(area uint64) bool {
	switch area {
	case 800, 822, 833, 844, 855, 866, 877, 888:
		return true
	}
	return false
}

// PhoneFromE164 takes a number that already is in E.164 (a provider's From, a column of the database) without judging whether it is
// assigned. It returns ErrNotPhone for anything else: short codes, alphanumeric senders, "whatsapp:+1...".
func PhoneFromE164(s string) (Phone, error) {
	if len(s) < 8 || len(s) > 16 || s[0] != '+' || s[1] == '0' {
		return Phone{}, ErrNotPhone
	}
	for _, c := range []byte(s[1:]) {
		if c < '0' || c > '9' {
			return Phone{}, ErrNotPhone
		}
	}
	return Phone{s}, nil
}

// E164 returns the number itself: for the provider, the database and exports only.
func (p Phone) E164() string { return p.e164 }

// IsZero reports whether there is no number.
func (p Phone) IsZero() bool { return p.e164 == "" }

// Display returns the number as people of the region write it, for texts and pages: 206-555-0142.
func (p Phone) Display() string {
	if strings.HasPrefix(p.e164, "+1") && len(p.e164) == 12 {
		return p.e164[2:5] + "-" + p.e164[5:8] + "-" + p.e164[8:]
	}
	return p.e164
}

// String masks the number.
func (p Phone) String() string {
	if p.e164 == "" {
		return ""
	}
	return mask
}

// Format masks the number for every verb of fmt, %#v included.
func (p Phone) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte(p.String())) }

// MarshalText masks the number in JSON and every other text encoding.
func (p Phone) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// LogValue masks the number in logs.
func (p Phone) LogValue() slog.Value { return slog.StringValue(p.String()) }

// Zones returns the IANA time zones in which a number of this area may be, by the numbering plan; nil when it says nothing. An area on
// two clocks has both, whatever its exchange: a phone that is carried keeps the number of the town it was bought in.
func (p Phone) Zones() []string {
	if strings.HasPrefix(p.e164, "+1") && len(p.e164) == 12 {
		if z := onTwoClocks(p.e164[2:5]); z != nil {
			return z
		}
		if z := overruled(p.e164[2:5]); z != "" {
			return []string{z}
		}
	}
	zones, err := phonenumbers.GetTimezonesForPrefix(p.e164) // a number of this form need not be parsed again
	if err != nil || len(zones) == 1 && zones[0] == phonenumbers.UNKNOWN_TIMEZONE {
		return nil
	}
	return zones
}
