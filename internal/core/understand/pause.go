package understand

import (
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// maxPause is how far off the end of a pause may be: what is later is no pause.
const maxPause = 100

// PauseUntil reads a wish for no texts that has an end: "don't text me next week", "sin mensajes hasta el lunes". The day is the first
// on which texts are welcome again.
func PauseUntil(text string, c when.Context) (when.Date, bool) {
	if len(text) > maxOthers {
		return when.Date{}, false
	}
	p := " " + wordsOf(text) + " "
	if !lexicon.PauseAsks.In(p) && !lexicon.PauseAway.In(p) || lexicon.PauseNever.In(p) {
		return when.Date{}, false
	}
	today := when.DateOf(c.At.In(c.Zone))
	until, ok := pauseEnd(text, p, c)
	for piece := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(".,;!?\n", r) }) {
		w := " " + wordsOf(piece) + " "
		if own, ends := pauseEnd(piece, w, c); ends && lexicon.PauseAsks.In(w) { // "none this week pls. next week is ok"
			until, ok = own, ends
			break
		}
	}
	if !ok || until.Compare(today) <= 0 || until.Compare(today.AddDays(maxPause)) > 0 {
		return when.Date{}, false
	}
	return until, true
}

func pauseEnd(text, p string, c when.Context) (when.Date, bool) {
	today := when.DateOf(c.At.In(c.Zone))
	monday := today.AddDays((int(time.Monday-today.Weekday())+6)%7 + 1)
	r := when.Read(text, c)
	through := lexicon.Throughs.In(p) || lexicon.Inclusives.In(p) || lexicon.PauseThrough.In(p)
	switch {
	case through && r.HasDate(): // "thru the 10th": that day too
		return r.Date.AddDays(1), true
	case through && !r.NotBefore.IsZero():
		return r.NotBefore, true
	case lexicon.PauseUntil.In(p) && r.HasDate():
		return r.Date, true
	case lexicon.PauseUntil.In(p) && !r.NotBefore.IsZero() && lexicon.PauseAsks.In(p): // "next week, so none til the 7th"
		return r.NotBefore, true
	case lexicon.PauseUntil.In(p) && lexicon.PauseNextWeek.In(p):
		return monday, true
	case lexicon.PauseUntil.In(p) && len(r.Except) == 1 && lexicon.PauseAsks.In(p): // "hasta el lunes ando de viaje"
		return r.Except[0], true
	case lexicon.PauseUntil.In(p):
		return when.Date{}, false
	case lexicon.PauseNextWeek.In(p):
		return monday.AddDays(7), true
	case lexicon.PauseThisWeek.In(p):
		return monday, true
	case strings.Contains(p, " stop "):
		return when.Date{}, false
	case lexicon.PauseToday.In(p):
		return today.AddDays(1), true
	case lexicon.PauseTomorrow.In(p):
		return today.AddDays(2), true
	}
	return pauseFor(p, today)
}

// pauseFor reads how long a pause is: "for two weeks", "unos días".
func pauseFor(p string, today when.Date) (when.Date, bool) {
	if !lexicon.PauseFor.In(p) && !lexicon.PauseSome.In(p) {
		return when.Date{}, false
	}
	f := strings.Fields(p)
	for i := 1; i < len(f); i++ {
		unit, n := lexicon.Look(f[i]), countBefore(f, i)
		switch {
		case n == 0:
		case unit.Time == lexicon.Week:
			return today.AddDays(7 * n), true
		case unit.Time == lexicon.Day:
			return today.AddDays(n), true
		case unit.Time == lexicon.MonthUnit:
			return today.AddMonths(n), true
		}
	}
	return when.Date{}, false
}

// countBefore reads the number before a word, 0 when there is none.
func countBefore(f []string, i int) int {
	word := f[i-1]
	if n := bareDigit(word); n > 0 && n <= maxPause {
		return n
	}
	if w := lexicon.Look(word); w.Time == lexicon.Number && w.N > 0 {
		return w.N
	}
	switch {
	case lexicon.PauseSome.Has(word) && lexicon.PauseOne.Has(word):
		return 1
	case lexicon.PauseSome.Has(word):
		return 3
	case word == "of" && i > 1 && lexicon.PauseSome.Has(f[i-2]), word == "de" && i > 1 && f[i-2] == "par":
		return 2
	}
	return 0
}

// WeekdaysIn lists the days of the week that a text names, each as often as it does.
func WeekdaysIn(text string) []time.Weekday {
	var out []time.Weekday
	for w := range strings.FieldsSeq(wordsOf(text)) {
		l := lexicon.Look(w)
		if l.Time == lexicon.NoList {
			l = lexicon.Look(strings.TrimSuffix(w, "s"))
		}
		if l.Time == lexicon.Weekday {
			out = append(out, time.Weekday(l.N%7))
		}
	}
	return out
}

// NamesWeek reports whether words name the week to come.
func NamesWeek(words string) bool { return lexicon.PauseNextWeek.In(Padded(words)) }
