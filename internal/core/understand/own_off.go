package understand

import (
	"slices"
	"strings"
	"unicode"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// OwnIll reports whether an organizer says that they are ill now, and orders nothing: "im sick", "amanecí mala".
func OwnIll(body string) bool {
	f := bare(body)
	return len(f) > 0 && len(f) <= maxSmall+2 && lexicon.OwnIll.In(Padded(body)) && TellsOfIllness(body) && !slices.ContainsFunc(f, isThird)
}

// OwnOff reports whether an organizer says that they do not work, or are away, on some day, and orders nothing: "im off thursday", "el
// jueves descanso".
func OwnOff(body string) bool {
	f := bare(body)
	return len(f) > 0 && len(f) <= 2*maxSmall && lexicon.OwnOff.In(Padded(body)) && !slices.ContainsFunc(f, isThird) && !IsQuestion(body) &&
		!strings.ContainsAny(body, "?¿")
}

// isThird reports whether a word is somebody third; an article is nobody: "el jueves".
func isThird(w string) bool { return lexicon.ThirdSubjects.Has(w) && !lexicon.Articles.Has(w) }

// daysApart is how many words stand at most between the first and the last of several days: "from the 2nd to the 5th".
const daysApart = 4

// DaysAway is from which day to which words say that somebody is away; ok is false where they name no day.
func DaysAway(body string, c when.Context) (from, to when.Date, ok bool) {
	r := Times(body, c)
	today := when.DateOf(c.At.In(c.Zone))
	switch {
	case NamesWeek(body):
		from = today.AddDays(7 - (int(today.Weekday())+6)%7)
		return from, from.AddDays(6), true
	case r.HasDate():
		from = r.Date
	case !r.Week.IsZero():
		return r.Week, r.Week.AddDays(6), true
	case len(r.Except) > 0:
		from = r.Except[0]
	case len(r.Options) > 0:
		from = r.Options[0].Date
	}
	if until, _, away := AwayUntil(body, c); away {
		if from.IsZero() || from == until {
			from = today
		}
		return from, until, true
	}
	if from.IsZero() {
		return from, from, false
	}
	from, to = daysBetween(body, from)
	return from, to, true
}

// daysBetween is from which day to which words name days by their numbers, one of which is known: "dec 2-5", "del 2 al 5 de diciembre".
func daysBetween(body string, known when.Date) (from, to when.Date) {
	f := strings.FieldsFunc(strings.ToLower(body), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for i, w := range f {
		n := dayNumber(w)
		for _, next := range f[min(len(f), i+1):min(len(f), i+1+daysApart)] {
			m := dayNumber(next)
			if n == 0 || m <= n || m > 31 || n != known.Day && m != known.Day {
				continue
			}
			return known.AddDays(n - known.Day), known.AddDays(m - known.Day)
		}
	}
	return known, known
}

// dayNumber is the number that a day is called by, "2" or "2nd"; 0 for none.
func dayNumber(w string) int {
	n := 0
	for i, r := range w {
		if r < '0' || r > '9' {
			if i > 0 && len(w)-i == 2 {
				return n
			}
			return 0
		}
		n = n*10 + int(r-'0')
	}
	return n
}
