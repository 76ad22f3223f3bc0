// Package forget finds somebody in the words of others, by name or number, as people write them: without accents and case, with any marks
// between the digits. It is how an erased person is looked for; what it misses stays.
package forget

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/reportback/reportback/internal/core/fold"
	"github.com/reportback/reportback/internal/core/person"
)

// Finder looks for one person.
type Finder struct {
	full   []string // folded, of two words and more: found anywhere
	first  []string // folded: found where the person was talked about
	digits string   // the end of the number
}

// New returns a finder of somebody's names, also former ones, and number; "" is none.
func New(names []string, number string) Finder {
	var f Finder
	for _, n := range names {
		if n = strings.Join(strings.Fields(fold.Fold(n)), " "); strings.Contains(n, " ") {
			f.full = append(f.full, n)
			n = strings.Join(strings.Fields(fold.Fold(person.FirstName(n))), " ")
		}
		if utf8.RuneCountInString(n) >= 2 {
			f.first = append(f.first, n)
		}
	}
	f.digits = digits(number)
	if len(f.digits) > 10 {
		f.digits = f.digits[len(f.digits)-10:] // people leave the country's code out
	}
	if len(f.digits) < 7 {
		f.digits = ""
	}
	return f
}

// Named reports whether words hold a whole name or the number: those that hold it are about the person, whoever wrote them.
func (f Finder) Named(words string) bool {
	if f.digits != "" && strings.Contains(digits(words), f.digits) {
		return true
	}
	return within(strings.Join(strings.Fields(fold.Fold(words)), " "), f.full)
}

// Called reports whether words hold so much as a first name.
func (f Finder) Called(words string) bool { return within(fold.Fold(words), f.first) }

// within reports whether one of some names stands in words, with no letter or digit right before or after it.
func within(words string, names []string) bool {
	for _, n := range names {
		for from := 0; ; {
			i := strings.Index(words[from:], n)
			if i < 0 {
				break
			}
			begin, end := from+i, from+i+len(n)
			before, _ := utf8.DecodeLastRuneInString(words[:begin])
			after, _ := utf8.DecodeRuneInString(words[end:])
			if !part(before) && !part(after) {
				return true
			}
			from = begin + 1
			for from < len(words) && !utf8.RuneStart(words[from]) {
				from++
			}
		}
	}
	return false
}

func part(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}
