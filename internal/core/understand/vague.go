package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// mostOfVague bounds, in words, what says when somebody does something, and names no day.
const mostOfVague = 7

// VagueTime reports whether a text, where a day is asked, says when, and no day that there is: "soon", "in february", "when her mom
// leaves", "después de navidad".
func VagueTime(body string) bool {
	f := strings.Fields(wordsOf(WithoutSorry(body)))
	for len(f) > 1 && (lexicon.Interjections.Has(f[0]) || lexicon.VagueLeads.Has(f[0])) {
		f = f[1:]
	}
	if len(f) == 0 || len(f) > mostOfVague || lexicon.SaidVerbs.Any(f) && !lexicon.NegativeWords.Any(f) || // "luego me dijo que si"
		IsQuestion(body) && !lexicon.VagueTimes.Has(f[0]) || strings.Contains(body, "?") {
		return false
	}
	return OnlyMonth(strings.Join(f, " ")) || lexicon.VagueTimes.Lead(strings.Join(f, " ")) > 0
}

// DueDayLed puts "el" before the day of the month by which something is done: "antes del 15" is "antes el 15", which is read as a day. Only
// where a deed is dated: of a time that two agree upon it is a bound.
func DueDayLed(words string) string {
	f := strings.Fields(words)
	for i := 1; i+1 < len(f); i++ {
		if strings.EqualFold(f[i], "del") && hasDigit(f[i+1]) && lexicon.Look(bareWord(strings.ToLower(f[i-1]))).Time == lexicon.Before {
			f[i] = "el"
			return strings.Join(f, " ")
		}
	}
	return words
}

// BeforeThen is by when words say at their end that something is done, where that is before what has no day of ours: of "she'll talk to her
// neighbors before xmas" it is "before xmas". "" for none.
func BeforeThen(words string) string {
	f := strings.Fields(words)
	for i := 2; i+1 < len(f); i++ {
		if end := strings.Join(f[i:], " "); lexicon.Look(bareWord(strings.ToLower(f[i]))).Time == lexicon.Before && VagueTime(end) {
			return strings.TrimRight(end, " .,!")
		}
	}
	return ""
}

// NoDaySaid reports whether words tell of somebody's doing that no day was named for it.
func NoDaySaid(body string) bool { return lexicon.NoDaySaid.In(Padded(body)) }

// OnlyMonth reports whether words are the name of a month, and what leads to it: "in feb", "para enero".
func OnlyMonth(words string) bool {
	f := strings.Fields(wordsOf(words))
	n := len(f)
	return n > 0 && n <= 3 && lexicon.Month.Has(f[n-1]) && small(f[:n-1], lexicon.VagueLeads)
}

// MonthInstead is the month that a text, as a correction, puts in the place of another, or beside what was said: "sry february", "no, en
// marzo". "" for none.
func MonthInstead(body string) string {
	rest := WithoutSorry(body)
	for n := lexicon.CorrectionBegins.Lead(rest); n > 0 && n < len(rest); n = lexicon.CorrectionBegins.Lead(rest) {
		rest = strings.TrimLeft(rest[n:], " ,.!")
	}
	if w, behind, more := strings.Cut(rest, " "); more && lexicon.LeadingNo.Has(bareWord(strings.ToLower(w))) {
		rest = behind
	}
	if rest == body || !OnlyMonth(rest) {
		return ""
	}
	f := strings.Fields(wordsOf(rest))
	return f[len(f)-1]
}

// WithMonth puts a month in the place of the last one that words name.
func WithMonth(words, month string) string {
	f := strings.Fields(words)
	for i := len(f) - 1; i >= 0; i-- {
		if lexicon.Month.Has(bareWord(strings.ToLower(f[i]))) {
			f[i] = month
			return strings.Join(f, " ")
		}
	}
	return words
}

// UnsureDay reports whether a text says no more of a day than that it is one of the weekend, or that it is not known which of two: "this
// weekend", "sat or sun, idk".
func UnsureDay(body string) bool {
	f := bare(body)
	if len(f) == 0 || len(f) > mostOfVague+2 || IsQuestion(body) {
		return false
	}
	p := Padded(body)
	weekend := lexicon.WeekendSaid.In(p)
	left := leftOf(leftOf(p, lexicon.DayUnknown)+" ", lexicon.WeekendSaid)
	return (weekend || lexicon.DayUnknown.In(p) && NamesTimeIn(f)) && OwnWords(left) == 0
}
