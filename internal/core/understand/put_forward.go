package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// A text may name several hours, of which one is put forward and the others tell what holds its writer: "mejor a las 6, salgo del jale a
// las 5".

// PutForward is an hour that a text puts forward.
type PutForward struct {
	Words string // as it is written: "430", "a las 4 y media", "after 5"
	Fits  bool   // it is said to suit, and not asked for: "so 3 is fine"
	Bound bool   // it is where hours begin or end that would do
}

// HourPutForward finds the one hour of a text that is put forward, where others are only told, or the bound of the hours that would do.
// Where two are put forward, or one of several may be chosen, there is none.
func HourPutForward(body string) (PutForward, bool) {
	f := strings.Fields(Padded(body))
	var found PutForward
	hours, offered := 0, 0
	for i := range f {
		if !clockWord(f, i) {
			continue
		}
		k, j := hourBegins(f, i), hourEnds(f, i)
		if k > 0 && lexicon.Look(f[k-1]).Time == lexicon.Or || j < len(f) && lexicon.Look(f[j]).Time == lexicon.Or {
			return PutForward{}, false
		}
		hours++
		p, ok := forwardAt(f, k, i, j)
		if hours > 1 && turnsTo(f, k, j) { // "thurs 3 works but at 5"
			return PutForward{Words: p.Words}, true
		}
		if !ok || p.Words == found.Words || p.Fits && offered > 0 && otherwise(f, k) { // "is 2:30 possible? otherwise 3 is ok"
			continue
		}
		found = p
		offered++
	}
	return found, offered == 1 && (hours > 1 || found.Bound)
}

// forwardAt reads one hour: its words stand from k up to j, the hour itself at i.
func forwardAt(f []string, k, i, j int) (PutForward, bool) {
	p := PutForward{Words: strings.Join(f[k:j], " ")}
	if untilBefore(f, i) {
		return p, false
	}
	if b := boundBefore(f, k); b < k {
		p = PutForward{Words: strings.Join(f[b:j], " "), Bound: true}
		return p, leadsTo(f, b, lexicon.HourAny) || leadsTo(f, b, lexicon.OffersTime) || behindHour(f, j, lexicon.HourBetter) ||
			behindHour(f, j, lexicon.HourFits)
	}
	led := false
	for from := k; from <= i; from++ { // "how bout 5": what says how sure it is may be part of what leads to it
		led = led || leadsTo(f, from, lexicon.OffersTime) || leadsTo(f, from, lexicon.TimeLeads) && !leadsTo(f, from, lexicon.ElsewhereAt) ||
			leadsTo(f, from, lexicon.HourOffered)
	}
	switch {
	case led, behindHour(f, j, lexicon.HourBetter), k > 0 && soBefore(f, k) && (j == len(f) || sameDayAt(f, j)):
		return p, true
	case behindHour(f, j, lexicon.HourFits):
		p.Fits = true
		return p, true
	}
	return p, false
}

// clockWord reports whether a word is an hour of the clock: "5", "430", "4pm", "noon", "a las cinco".
func clockWord(f []string, i int) bool {
	w := f[i]
	l := lexicon.Look(w)
	if l.Time == lexicon.Noon {
		return true
	}
	at := i > 0 && lexicon.At.Has(f[i-1])
	if !hasDigit(w) {
		return at && l.Time == lexicon.Number && l.N >= 1 && l.N <= 12
	}
	d := strings.TrimRight(w, "abcdefghijklmnopqrstuvwxyz")
	half := lexicon.Look(w[len(d):]).Time
	if d != w && half != lexicon.AM && half != lexicon.PM && w[len(d):] != "ish" {
		return false
	}
	if _, _, ok := hourOf(d); !ok || i > 0 && lexicon.Look(f[i-1]).Time == lexicon.NumberedPlace {
		return false
	}
	return at || d != w || i+1 == len(f) || !countsNext(f[i+1])
}

// hourBegins is where the words of an hour begin: its "at", how sure it is, and the day before it.
func hourBegins(f []string, i int) int {
	k := i
	for k > 0 {
		l := lexicon.Look(f[k-1])
		if l.Time != lexicon.At && l.Time != lexicon.Weekday && l.Time != lexicon.On && l.Time != lexicon.The && !l.In(lexicon.AboutHour) {
			break
		}
		k--
	}
	return k
}

// hourEnds is where they end: "a las 4 y media de la tarde".
func hourEnds(f []string, i int) int {
	j := i + 1
	for j < len(f) {
		switch l := lexicon.Look(f[j]); {
		case l.Time == lexicon.AM, l.Time == lexicon.PM, l.Time == lexicon.Half, l.Time == lexicon.Quarter, l.Time == lexicon.PartOfDay,
			l.In(lexicon.Pleading):
		case j+1 < len(f) && (l.Time == lexicon.And || l.Time == lexicon.Of || l.Time == lexicon.The || l.Time == lexicon.In):
			if n := hourEnds(f, j); n == j+1 {
				return j
			}
		default:
			return j
		}
		j++
	}
	return j
}

// boundBefore is where a bound begins that stands right before an hour: "after", "después de".
func boundBefore(f []string, k int) int {
	b := k
	for b > 0 && lexicon.Look(f[b-1]).Time == lexicon.Of {
		b--
	}
	if b > 0 && lexicon.HourBounds.Has(f[b-1]) && !isUntil(f[b-1]) {
		return b - 1
	}
	return k
}

// mostLeading is how many words lead to an hour at most.
const mostLeading = 5

// leadsTo reports whether words of a list stand right before a place, and nothing denies them.
func leadsTo(f []string, k int, l lexicon.List) bool {
	for n := 1; n <= mostLeading && n <= k; n++ {
		if l.Has(strings.Join(f[k-n:k], " ")) {
			return !lexicon.Negators.Any(f[max(0, k-n-2) : k-n])
		}
	}
	return false
}

// behindHour reports whether words of a list stand right behind an hour, and do not lead to another one.
func behindHour(f []string, j int, l lexicon.List) bool {
	for n := min(mostLeading, len(f)-j); n > 0; n-- {
		if !l.Has(strings.Join(f[j:j+n], " ")) {
			continue
		}
		for j += n; j < len(f) && (lexicon.Look(f[j]).Time == lexicon.At || lexicon.AboutHour.Has(f[j])); j++ {
		}
		return j == len(f) || !clockWord(f, j)
	}
	return false
}

// turnsTo reports whether an hour with which a text ends stands behind a but.
func turnsTo(f []string, k, j int) bool {
	return k > 0 && lexicon.ButWords.Has(f[k-1]) && lexicon.At.Has(f[k]) && (j == len(f) || sameDayAt(f, j))
}

// otherwise reports whether an hour is what would do as well, where the one before it does not.
func otherwise(f []string, k int) bool { return leadsTo(f, k, lexicon.Otherwise) }

// soBefore reports whether what follows from something stands right before a place: "so maybe 1".
func soBefore(f []string, k int) bool {
	return lexicon.SoThen.Has(f[k-1]) || k > 1 && lexicon.SoThen.Has(f[k-2]+" "+f[k-1])
}

func sameDayAt(f []string, j int) bool { return lexicon.SameDay.Has(strings.Join(f[j:], " ")) }
