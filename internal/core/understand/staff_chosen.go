package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// mostOfOff is how many words behind a name tell that somebody is not there: "sam is out til next week".
const mostOfOff = 6

// StaffChosen is with whom a text wants the talk where it names others of the staff with whom it is not, and when, and why, if it says so
// behind: of "sam is out til next week ill grab kim monday" it is "kim monday", of "no con sam no, mejor con kim mañana que ella ya
// conoce el
// caso" it is "kim mañana" and "que ella ya conoce el caso". "" where it is not one alone of several who is left. staff are first names.
func StaffChosen(body string, staff []string, c when.Context) (with, why string) {
	f := strings.Fields(body)
	var at []int
	for i, w := range f {
		if staffAt(w, staff) != "" {
			at = append(at, i)
		}
	}
	if len(at) == 0 || strings.ContainsAny(body, "?¿") {
		return "", ""
	}
	chosen := -1
	if len(at) == 1 {
		if at[0] == 0 || !lexicon.WithWords.Has(bareWord(strings.ToLower(f[at[0]-1]))) || staffOut(f, at, 0) {
			return "", ""
		}
		chosen = 0
	}
	for k := 0; len(at) > 1 && k < len(at); k++ {
		if !staffOut(f, at, k) {
			if chosen >= 0 {
				chosen = picked(f, at)
				break
			}
			chosen = k
		}
	}
	if chosen < 0 {
		return "", ""
	}
	to := len(f)
	if chosen+1 < len(at) {
		to = beforeName(f, at[chosen+1])
	}
	day, why := untilWhy(f[at[chosen]+1 : to])
	if r := Times(why, c); len(r.Spans) > 0 { // "como a las 5"
		if len(at) == 1 {
			return "", ""
		}
		day, why = strings.TrimSpace(day+" "+why), ""
	}
	day, beside := fromTime(day, c)
	if last := lastSaid(body); day == "" && len(namedIn(last, staff)) == 0 { // "actually kim cuz sam doesnt know the building. monday"
		if d, more := fromTime(last, c); d != "" && OwnWords(more) == 0 {
			day = d
		}
	}
	if len(at) == 1 && (why == "" || day == "") { // it is read as it stands
		return "", ""
	}
	if why == "" && len(strings.Fields(beside)) > 2 {
		why = beside
	}
	return strings.TrimSpace(staffAt(f[at[chosen]], staff) + " " + day), why
}

// fromTime divides words before the first time that they name: "can do" and "monday after my shift". What names none, and how it is held,
// stays whole.
func fromTime(words string, c when.Context) (times, before string) {
	r := Times(words, c)
	switch {
	case len(r.Spans) > 0:
		return strings.TrimSpace(words[r.Spans[0].From:]), strings.TrimSpace(words[:r.Spans[0].From])
	case len(strings.Fields(words)) > 2 || OnlyHowDebrief(words, false):
		return words, ""
	}
	return "", words
}

// lastSaid is what stands behind the last mark of a text.
func lastSaid(body string) string {
	body = strings.TrimRight(body, " .!,")
	return strings.TrimSpace(body[strings.LastIndexAny(body, ".,;!")+1:])
}

// staffAt is the name of the staff that a word is: "kims" of Kim.
func staffAt(w string, staff []string) string {
	w = bareWord(strings.ToLower(w))
	for _, s := range staff {
		n := lexicon.Plain(strings.ToLower(s))
		if n != "" && (w == n || w == n+"s" || w == n+"'s") {
			return s
		}
	}
	return ""
}

// beforeName is where what leads to a name begins: "con", "no con", "so", "porque".
func beforeName(f []string, i int) int {
	for i > 0 {
		w := bareWord(strings.ToLower(f[i-1]))
		if !lexicon.WithWords.Has(w) && !lexicon.Negators.Has(w) && !lexicon.ReasonJoins.Has(w) && !lexicon.StaffPicks.Has(w) &&
			!lexicon.ButWords.Has(w) || strings.ContainsAny(f[i-1][len(f[i-1])-1:], ",.;!") {
			return i
		}
		i--
	}
	return i
}

// staffOut reports whether the k-th name is of somebody with whom it is not: denied, away, or why it is with another.
func staffOut(f []string, at []int, k int) bool {
	i := at[k]
	for j := i - 1; j >= beforeName(f, i); j-- {
		w := bareWord(strings.ToLower(f[j]))
		if !lexicon.StaffPicks.Has(w) && (lexicon.Negators.Has(w) || lexicon.ReasonJoins.Has(w) && k > 0) {
			return true
		}
	}
	to := len(f)
	if k+1 < len(at) {
		to = beforeName(f, at[k+1])
	}
	behind := f[i+1 : min(to, i+1+mostOfOff)]
	if n := slices.IndexFunc(behind, func(w string) bool { return strings.ContainsAny(w[len(w)-1:], ",.;!") }); n >= 0 {
		behind = behind[:n+1]
	}
	if marked := strings.ContainsAny(f[i][len(f[i])-1:], ",.;!"); marked || len(behind) == 0 {
		return false
	}
	plain := bare(strings.Join(behind, " "))
	return len(plain) > 0 && lexicon.Negators.Has(plain[0]) || lexicon.StaffOff.Any(plain) || SaysAway(strings.Join(behind, " "))
}

// picked is which of the names is wanted, by what stands right before it, where one alone is.
func picked(f []string, at []int) int {
	is := -1
	for k, i := range at {
		j := i - 1
		if j >= 0 && lexicon.WithWords.Has(bareWord(strings.ToLower(f[j]))) {
			j--
		}
		if j < 0 || !lexicon.StaffPicks.Has(bareWord(strings.ToLower(f[j]))) {
			continue
		}
		if is >= 0 {
			return -1
		}
		is = k
	}
	return is
}

// untilWhy divides what stands behind a name before why it is with them: "mañana" and "que ella ya conoce el caso".
func untilWhy(f []string) (day, why string) {
	for i, w := range f {
		w = bareWord(strings.ToLower(w))
		marked := i > 0 && strings.ContainsAny(f[i-1][len(f[i-1])-1:], ",.;")
		if lexicon.ReasonJoins.Has(w) || lexicon.ThirdSubjects.Has(w) && marked {
			return strings.TrimRight(strings.Join(f[:i], " "), " ,.;"), strings.Join(f[i:], " ")
		}
	}
	return strings.TrimRight(strings.Join(f, " "), " ,.;"), ""
}
