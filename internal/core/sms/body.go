package sms

import (
	"fmt"
	"log/slog"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Body is what a text says. Like Phone it masks itself everywhere but through Text.
type Body struct{ text string }

// MaxInboundBytes bounds what is kept of one inbound body. Twilio delivers at most 1,600 characters; the rest is hostile.
const MaxInboundBytes = 16 << 10

// NewBody takes a text as it came, with NUL and invalid UTF-8 replaced: PostgreSQL stores neither. What turns the direction of writing, or
// is never seen, is taken out: it would show others' words turned round on a page and in texts that quote it, and make two names of one.
// Joiners stay where languages and emoji are written with them.
func NewBody(s string) Body {
	if strings.IndexByte(s, 0) >= 0 {
		s = strings.ReplaceAll(s, "\x00", "")
	}
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	if strings.IndexFunc(s, unseen) < 0 {
		return Body{s}
	}
	return Body{withoutUnseen([]rune(s))}
}

// withoutUnseen takes out what is not seen, but for a joiner between two signs that it joins.
func withoutUnseen(rs []rune) string {
	out := make([]rune, 0, len(rs))
	for i, r := range rs {
		if unseen(r) && (!joiner(r) || len(out) == 0 || !joined(out[len(out)-1]) || i+1 == len(rs) || !joined(rs[i+1])) {
			continue
		}
		out = append(out, r)
	}
	return string(out)
}

// unseen: format characters, but for those few that are signs themselves (Arabic's signs of numbers).
func unseen(r rune) bool {
	return unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r)
}

func joiner(r rune) bool { return r == '\u200c' || r == '\u200d' }

// joined reports whether a sign is written with joiners: an emoji, its colour or form, or a letter or mark of a script that has them.
func joined(r rune) bool {
	if unicode.Is(unicode.So, r) || unicode.Is(unicode.Sk, r) || r >= 0xFE00 && r <= 0xFE0F || r == '\u2640' || r == '\u2642' {
		return true
	}
	return (unicode.IsLetter(r) || unicode.IsMark(r)) && !unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic)
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
