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
