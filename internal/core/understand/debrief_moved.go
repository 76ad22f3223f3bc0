package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// WithoutStaffAway leaves out of a text that somebody by name is not there, and when: of "change the debrief to monday 10am, sam's out
// fri" and of "sams out fri can we do the debrief monday" what is left orders the rest.
func WithoutStaffAway(s string, names []string) string {
	var left []string
	all := Clauses(s)
	for _, c := range all {
		if !awayNamed(c, names) {
			left = append(left, c)
			continue
		}
		f := strings.Fields(c)
		for i := range f {
			if i > 0 && namesOne(f[i], names) && SaysAway(strings.Join(f[i:], " ")) {
				left = append(left, strings.Join(f[:i], " "))
				break
			}
			if i > 2 && namesOne(f[0], names) && SaysAway(strings.Join(f[:i], " ")) && lexicon.OrderLeads.Has(bareWord(strings.ToLower(f[i]))) {
				left = append(left, strings.Join(f[i:], " "))
				break
			}
		}
	}
	if len(left) == 0 {
		return s
	}
	if len(left) == len(all) && strings.Join(left, "") == strings.Join(all, "") {
		return s
	}
	return strings.Join(left, ", ")
}

// awayNamed reports whether a clause says of somebody by name that they are not there.
func awayNamed(c string, names []string) bool {
	for _, w := range strings.Fields(c) {
		if namesOne(w, names) {
			return SaysAway(c)
		}
	}
	return false
}

// namesOne reports whether a word is one of these names, with an "is" at its end or none: "sam", "sam's", "sams".
func namesOne(w string, names []string) bool {
	w = strings.ReplaceAll(strings.ReplaceAll(bareWord(strings.ToLower(w)), "’", ""), "'", "")
	for _, n := range names {
		if first := strings.TrimSpace(Padded(n)); first != "" && (w == first || w == first+"s") {
			return true
		}
	}
	return false
}

// SaysNextDay reports whether a text says that something is to be a day later than it is: "muévelo al día siguiente".
func SaysNextDay(body string) bool { return lexicon.NextDayThen.In(Padded(body)) }

// MovesIt reads another day for what is shown, by no name: "change it to monday", "muévelo al día siguiente". rest is what stands behind
// the order.
func MovesIt(body string) (rest string, ok bool) {
	if SaysNextDay(body) && OwnWords(leftOf(Padded(body), lexicon.NextDayThen)) <= 1 {
		return "", true
	}
	n := lexicon.MovesIt.Lead(body)
	if n == 0 || n >= len(body) {
		return "", false
	}
	rest, _ = WithoutInstead(body[n:])
	return rest, true
}

// HourOf is the hour that words say of a talk whose day alone is kept, or the part of the day; "" for neither.
func HourOf(words string, c when.Context) string {
	r := Times(words, c)
	if r.HasClock && len(r.Options) == 0 {
		return when.EchoClock(r.Hour, r.Minute)
	}
	if r.HasClock {
		return ""
	}
	return PartSaid(words)
}
