package sms

import (
	"fmt"
	"log/slog"
	"strings"
	"unicode/utf8"
)

// Body is what a text says. Like Phone it masks itself everywhere but through Text.
type Body struct{ text string }

// MaxInboundBytes bounds what is kept of one inbound body. Twilio delivers at most 1,600 characters; the rest is hostile.
const MaxInboundBytes = 16 << 10

// NewBody takes a text as it came, with NUL and invalid UTF-8 replaced: PostgreSQL stores neither. What turns the direction of writing, or
// is never seen, is taken out: it would show others' words turned round on a page and in texts that quote it. Joiners stay: languages and
// emoji are written with them.
func NewBody(s string) Body {
	if strings.IndexByte(s, 0) >= 0 {
		s = strings.ReplaceAll(s, "\x00", "")
	}
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	return Body{strings.Map(func(r rune) rune {
		if turnsRound(r) {
			return -1
		}
		return r
	}, s)}
}

func turnsRound(r rune) bool {
	return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' || r == '\u200e' || r == '\u200f' || r == '\u061c' ||
		r >= '\u2060' && r <= '\u2064' || r >= '\U000e0000' && r <= '\U000e007f'
}

// Text returns the words: for the conversation, the provider, the database and exports only.
func (b Body) Text() string { return b.text }

// IsZero reports whether there are no words.
func (b Body) IsZero() bool { return b.text == "" }

// String masks the words.
func (b Body) String() string {
	if b.text == "" {
		return ""
	}
	return "[text]"
}

// Format masks the words for every verb of fmt.
func (b Body) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte(b.String())) }

// MarshalText masks the words in JSON and every other text encoding.
func (b Body) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// LogValue masks the words in logs.
func (b Body) LogValue() slog.Value { return slog.StringValue(b.String()) }
