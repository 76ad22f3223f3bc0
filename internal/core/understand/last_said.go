package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// LastSaid is what stands last in words that turn round in their middle and name a time on both sides: of "monday same time, no wait
// tuesday" it is "tuesday same time".
func LastSaid(words string, c when.Context) string {
	from, to := lexicon.ChangesMind.Find(words)
	if from == 0 || to == 0 || to >= len(words) {
		return words
	}
	first, last := words[:from], strings.TrimSpace(words[to:])
	if day := withoutHour(first); bareHour(last) && Timed(Times(day, c)) { // "fri at 4, no wait 5"
		return day + " at " + last
	}
	if !Timed(Times(first, c)) || !Timed(Times(last, c)) {
		return words
	}
	if SaysSameTime(first) && !Times(last, c).HasClock && !SaysSameTime(last) {
		last += " same time"
	}
	return last
}

// withoutHour leaves out of words what has digits, and the words before an hour: of "fri at 4" it is "fri".
func withoutHour(words string) string {
	var out []string
	for _, w := range strings.Fields(words) {
		if !hasDigit(w) && !lexicon.At.Has(bareWord(strings.ToLower(w))) {
			out = append(out, strings.TrimRight(w, ",.;"))
		}
	}
	return strings.Join(out, " ")
}

// beginsWithTime reports whether the first word of its own of words names a day or an hour: "4", "next friday", "el lunes".
func beginsWithTime(words string) bool {
	for _, w := range bare(words) {
		if lexicon.Articles.Has(w) || lexicon.At.Has(w) || lexicon.Next.Has(w) {
			continue
		}
		return hasDigit(w) || namesDay(w)
	}
	return false
}

// WithoutWhy leaves out of the words that put a time forward the reason behind it, which names another day: "friday same time my kid has a
// dentist thing thurs" is "friday same time". An hour in it may be the one that is meant.
func WithoutWhy(words string, c when.Context) string {
	f := strings.Fields(words)
	for i := 1; i+1 < len(f); i++ {
		w := bareWord(strings.ToLower(f[i]))
		if !lexicon.Because.Has(w) && !lexicon.ReasonLeads.Has(w) && !lexicon.OwnPossessives.Has(w) {
			continue
		}
		head, rest := strings.Join(f[:i], " "), strings.Join(f[i:], " ")
		why := Times(rest, c)
		if !Timed(Times(head, c)) || len(Clauses(rest)) > 1 || SaysSameTime(rest) || !why.HasDate() && len(why.Except) == 0 || why.HasClock ||
			len(why.Options) > 0 || lexicon.OwnFree.In(Padded(rest)) || lexicon.TimeLeads.In(Padded(rest)) {
			return words
		}
		return strings.TrimRight(head, " ,.;")
	}
	return words
}
