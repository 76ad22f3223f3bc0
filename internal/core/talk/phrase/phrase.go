// Package phrase puts the pieces of a text together: words, digits and days as rooms write them.
package phrase

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/reportback/reportback/internal/core/fold"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
)

// Decimal writes a number.
func Decimal(n int) string { return strconv.Itoa(n) }

// DateOf writes the day of a time.
func DateOf(t time.Time) string { return t.Format(time.DateOnly) }

// Join puts the parts of a text together with single spaces, keeping line breaks that a part brings.
func Join(parts ...string) string {
	var b strings.Builder
	for _, p := range parts {
		p = strings.TrimSpace(p)
		if p == "" {
			continue
		}
		if b.Len() > 0 {
			if strings.HasPrefix(p, "\n") || strings.Contains(p, "\n") || strings.HasSuffix(b.String(), ":") && strings.Contains(p, "\n") {
				b.WriteByte('\n')
			} else {
				b.WriteByte(' ')
			}
		}
		b.WriteString(p)
	}
	return b.String()
}

// Latest is the later of two times.
func Latest(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// OrElse is s, or the other where it is empty.
func OrElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// FirstOf is the first name in a name.
func FirstOf(name string) string { return person.FirstName(name) }

// FirstWord is the first word of a text, cut short.
func FirstWord(s string) string {
	f := strings.Fields(s)
	if len(f) == 0 {
		return "?"
	}
	return report.Excerpt(f[0], 20)
}

// mostQuoted bounds what is quoted of somebody's own words: whoever has to answer them reads them whole.
const mostQuoted = 480

// Quoted are somebody's own words for whoever has to answer them.
func Quoted(words string) string { return report.Excerpt(words, mostQuoted) }

// Digit is the digit that means the option at an index.
func Digit(i int) string { return strconv.Itoa(i + 1) }

// Renamed writes a text with another first name of somebody, wherever that stands as a word.
func Renamed(s, old, now string) string {
	for i := 0; old != "" && old != now && i+len(old) <= len(s); i++ {
		ends := i+len(old) == len(s) || !letter(s[i+len(old)])
		if s[i:i+len(old)] == old && ends && (i == 0 || !letter(s[i-1])) {
			s = s[:i] + now + s[i+len(old):]
			i += len(now) - 1
		}
	}
	return s
}

// letter reports whether a byte is of a letter, in whatever alphabet.
func letter(c byte) bool { return c >= 0x80 || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// Capital writes the first letter of a sentence large.
func Capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// LeadingName returns how many bytes of words the name takes at their beginning, 0 when they begin otherwise.
func LeadingName(words, name string) int {
	n := fold.Lead(words, name)
	if n > 0 && len(words) > n && !strings.ContainsRune(" ,.:;'’!?-", []rune(words[n:])[0]) {
		return 0
	}
	return n
}

// NamedWithin is a text that holds the whole name of a contact in small letters, with the name as it is written: "friday 4pm jo park,
// library". "" when it does not.
func NamedWithin(body string, contacts []person.Person) string {
	for _, c := range contacts {
		if !strings.Contains(c.Name, " ") {
			continue
		}
		for at := 0; at < len(body); at++ {
			if at > 0 && body[at-1] != ' ' {
				continue
			}
			if n := LeadingName(body[at:], c.Name); n > 0 {
				return body[:at] + c.Name + body[at+n:]
			}
		}
	}
	return ""
}
