package understand

import (
	"slices"
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// mostSameTime bounds, in words, a text that puts another day at the hour that stands.
const mostSameTime = 24

// SameTimeOn is the day that a text puts forward at the hour that stands, as it is said, and the place, where it names one: of "thursday is
// my sons bday so friday same time?" it is "friday", of "lets do victrola friday same time" also "victrola". rest is what else it says. It
// is false where the text names an hour, or denies that day.
func SameTimeOn(body string, c when.Context) (day, place, rest string, ok bool) {
	body = strings.TrimRight(body, " ?!.")
	from, to := lexicon.SameHourWords.Find(body)
	f := strings.Fields(body)
	if to == 0 || len(f) > mostSameTime || Times(body, c).HasClock || BusyThen(body) {
		return "", "", "", false
	}
	before, behind := strings.Fields(body[:from]), strings.Fields(body[to:])
	at, end := dayBefore(before, c)
	if end == 0 { // "same time friday"
		n := dayBehind(behind, c)
		if n == 0 {
			return "", "", "", false
		}
		day, behind = strings.Join(behind[:n], " "), behind[n:]
	} else {
		day, before = strings.Join(before[at:end], " "), slices.Concat(before[:at], before[end:])
	}
	if len(before) > 0 && lexicon.Negators.Has(bareWord(strings.ToLower(before[len(before)-1]))) {
		return "", "", "", false
	}
	rest = strings.Trim(strings.Join(before, " ")+" "+strings.Join(behind, " "), " ,.;!?¿¡")
	if there, led := beginsAs(withoutLeads(rest), lexicon.ThereLeads); led && len(strings.Fields(there)) <= mostThere &&
		!Timed(Times(there, c)) && !DoubtfulPlace(there) && len(Clauses(there)) == 1 {
		place, rest = strings.Trim(there, " ,.;!?"), ""
	}
	return strings.Trim(day, " ,.;!?"), place, rest, true
}

// GivesDayFor reports whether a text puts another day at the hour that stands and names this weekday, which is the one-on-one's, in the
// reason for it: "el jueves tengo dentista, viernes misma hora".
func GivesDayFor(body string, its time.Weekday, c when.Context) bool {
	_, _, rest, ok := SameTimeOn(body, c)
	return ok && slices.Contains(WeekdaysIn(rest), its)
}

// BusyThen reports whether a text says that its writer has something else at the hour that stands, on another day: "el viernes a la misma
// hora tengo otra cita". What it says in another clause, or before a "so", is the reason for something.
func BusyThen(body string) bool {
	if _, _, moves := ReadMove(body); moves { // "bump maria to friday same time my kid has a dentist thing thurs"
		return false
	}
	for _, c := range Clauses(body) {
		f := bare(c)
		for i, w := range f {
			if lexicon.SoThen.Has(w) {
				f = f[i+1:]
				break
			}
		}
		if p := " " + strings.Join(f, " ") + " "; lexicon.SameHourWords.In(p) && lexicon.OwnBusyLeads.In(p) {
			return true
		}
	}
	return false
}

// mostOfThatDay is how many words name a day: "on friday the 4th".
const mostOfThatDay = 5

// dayBefore is where the day stands that words end with, from which to which; 0, 0 for none.
func dayBefore(f []string, c when.Context) (at, end int) {
	for i := len(f) - 1; i >= max(0, len(f)-mostOfThatDay); i-- {
		if !namesDay(bareWord(strings.ToLower(f[i]))) || !Times(strings.Join(f[i:], " "), c).HasDate() {
			continue
		}
		for i > 0 && leadsDay(f[i-1]) {
			i--
		}
		return i, len(f)
	}
	return 0, 0
}

// dayBehind is how many words name the day that words begin with; 0 for none.
func dayBehind(f []string, c when.Context) int {
	for n := min(len(f), mostOfThatDay); n > 0; n-- {
		if first := slices.IndexFunc(f[:n], func(w string) bool { return !leadsDay(w) }); first >= 0 &&
			namesDay(bareWord(strings.ToLower(f[first]))) && (n == first+1 || hasDigit(f[n-1])) && Times(strings.Join(f[:n], " "), c).HasDate() {
			return n
		}
	}
	return 0
}

// leadsDay reports whether a word stands before the name of a day: "on", "next", "el", "este".
func leadsDay(w string) bool {
	w = bareWord(strings.ToLower(w))
	return lexicon.Articles.Has(w) || lexicon.Next.Has(w) || lexicon.DayLeads.Has(w)
}
