package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// A thing to do may have the day of another: "go with her to court on the 9th, and get her an interpreter before that".

// DayOfThen is the part of several things to do whose day is that of one of them: itself, or the one before it that has a day, where it
// says no more than "by then", "antes de eso", "ese mismo dia".
func DayOfThen(parts []string, i int, c when.Context) string {
	if !SaysByThen(parts[i]) || Timed(Times(parts[i], c)) {
		return parts[i]
	}
	for j := i - 1; j >= 0; j-- {
		if Timed(Times(parts[j], c)) {
			return parts[j]
		}
	}
	return parts[i]
}

// SaysByThen reports whether words of a thing to do name its day by that of another: "find an interpreter before that". What has a word
// behind it that "before that" belongs to is none: "before that meeting".
func SaysByThen(words string) bool {
	_, found := withoutThen(words)
	return found
}

// WithoutThen leaves out of a thing to do that it is to be done by the day of another: its own day is known.
func WithoutThen(words string) string {
	rest, _ := withoutThen(words)
	return rest
}

func withoutThen(words string) (rest string, found bool) {
	f := strings.Fields(words)
	for i := range f {
		n := lexicon.ByThen.Lead(strings.Join(f[i:], " ") + " ")
		if n == 0 {
			continue
		}
		said := len(strings.Fields((strings.Join(f[i:], " ") + " ")[:n]))
		if k := i + said; i > 0 && k < len(f) && !strings.ContainsAny(f[k-1], ".,;") && !joins(bareWord(strings.ToLower(f[k]))) {
			continue // "before that meeting"
		}
		return strings.TrimRight(strings.Join(append(f[:i:i], f[i+said:]...), " "), " ,"), true
	}
	return words, false
}
