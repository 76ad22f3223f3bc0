package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// The hours at which a part of every day ends or begins, where somebody wants texts in it alone or never in it.
const (
	noonAt    = 12 * 60
	eveningAt = 17 * 60
	nightAt   = 18 * 60
	dayEnds   = 24 * 60
	hoursGap  = 3 // how many small words may stand between a wish and its hour: "no texts for me pls after 6"
)

// TextHours reads that somebody wants texts at some hours of every day alone: "no texts after 6", "no me escriban en la mañana, trabajo de
// noche". A day of the calendar beside it is a pause and no such wish.
func TextHours(text string, c when.Context) (when.Window, bool) {
	return textHours(" "+wordsOf(text)+" ", c, lexicon.HoursAsk, lexicon.HoursOnly)
}

// TextHoursOfThem reads the same where it is told of one of these: "maria says no texts before 10".
func TextHoursOfThem(text string, names []string, c when.Context) (when.Window, bool) {
	return textHours(ofThem(text, names), c, lexicon.HoursAskThem, lexicon.HoursOnlyThem)
}

// TextHoursBeside reads the same where it stands behind what else a text says of one of these, and returns what stands before it and the
// words themselves: "sat 10am jo park at the library, dont txt her b4 noon".
func TextHoursBeside(text string, names []string, c when.Context) (in when.Window, rest, said string) {
	for i := range text {
		if i == 0 || text[i-1] != ' ' {
			continue
		}
		if p := ofThem(text[i:], names); lexicon.HoursAskThem.Lead(p[1:]) > 0 || lexicon.HoursOnlyThem.Lead(p[1:]) > 0 {
			if in, ok := textHours(p, c, lexicon.HoursAskThem, lexicon.HoursOnlyThem); ok {
				return in, strings.TrimRight(text[:i], " ,.;"), text[i:]
			}
		}
	}
	return in, text, ""
}

// AnyHour reports whether texts may come at any hour again.
func AnyHour(text string) bool { return lexicon.AnyHour.In(" " + wordsOf(text) + " ") }

func textHours(p string, c when.Context, never, only lexicon.List) (when.Window, bool) {
	if len(p) > maxOthers || !never.In(p) && !only.In(p) {
		return when.Window{}, false
	}
	if rest := withoutMornings(p); when.Read(rest, c).HasDate() || lexicon.PauseToday.In(rest) || lexicon.PauseTomorrow.In(rest) {
		return when.Window{}, false
	}
	if w, ok := besideWish(p, never, true); ok {
		return w, true
	}
	return besideWish(p, only, false)
}

// withoutMornings takes out of padded words what is the morning of every day, and no tomorrow.
func withoutMornings(p string) string {
	f := strings.Fields(p)
	out := make([]string, 0, len(f))
	for i, w := range f {
		if i == 0 || !lexicon.HoursMorning.Has(w) || !lexicon.BeforeMorning.Has(f[i-1]) {
			out = append(out, w)
		}
	}
	return " " + strings.Join(out, " ") + " "
}

// besideWish finds the hours beside one of the wishes: a few words behind it, or right in front of it at the beginning.
func besideWish(p string, wishes lexicon.List, never bool) (when.Window, bool) {
	for _, wish := range longestFirst(wishes.Padded()) {
		i := strings.Index(p, wish)
		if i < 0 {
			continue
		}
		before, after := strings.Fields(p[:i]), strings.Fields(p[i+len(wish)-1:])
		for k := 0; k <= hoursGap && k < len(after); k++ {
			if w, n := hoursAt(after[k:], never); n > 0 {
				return w, true
			}
			if !lexicon.HoursGap.Has(after[k]) {
				break
			}
		}
		for k := 0; k <= 2 && k < len(before); k++ {
			if w, n := hoursAt(before[k:], never); n == len(before)-k {
				return w, true
			}
			if bareDigit(before[k]) > 0 {
				break
			}
		}
	}
	return when.Window{}, false
}

// hoursAt reads a bound or a part of the day at the beginning of words, as when texts are welcome. It returns how many words it takes, 0
// for none.
func hoursAt(f []string, never bool) (when.Window, int) {
	rest := strings.Join(f, " ")
	led := func(l lexicon.List) int { return len(strings.Fields(rest[:l.Lead(rest)])) }
	if k := led(lexicon.HoursAfter); k > 0 {
		if m, n := minuteAt(f[k:], never || earlyHour(f[k:])); n > 0 {
			return bounded(m, dayEnds, never), k + n
		}
		return when.Window{}, 0
	}
	if k := led(lexicon.HoursBefore); k > 0 {
		if m, n := minuteAt(f[k:], false); n > 0 {
			return bounded(0, m, never), k + n
		}
		return when.Window{}, 0
	}
	k := led(lexicon.HoursIn)
	if k >= len(f) {
		return when.Window{}, 0
	}
	switch part := f[k]; {
	case lexicon.HoursMorning.Has(part):
		return bounded(0, noonAt, never), k + 1
	case lexicon.HoursMidday.Has(part) && never: // what comes after is as little wanted as what is known
		return when.Window{From: 0, To: noonAt}, k + 1
	case lexicon.HoursMidday.Has(part):
		return when.Window{From: noonAt, To: nightAt}, k + 1
	case lexicon.HoursEvening.Has(part) && never:
		return when.Window{From: 0, To: nightAt}, k + 1
	case lexicon.HoursEvening.Has(part):
		return when.Window{From: eveningAt, To: dayEnds}, k + 1
	}
	return when.Window{}, 0
}

// bounded is the window from one minute to another, or, where it is the hours without texts, the other part of the day.
func bounded(from, to int, never bool) when.Window {
	switch {
	case !never:
		return when.Window{From: from, To: to}
	case from == 0:
		return when.Window{From: to, To: dayEnds}
	}
	return when.Window{From: 0, To: from}
}

// earlyHour reports whether an hour without am or pm, from which on alone texts are welcome, is one of the afternoon: "only after 5".
func earlyHour(f []string) bool {
	for _, w := range f[:min(3, len(f))] {
		if n := hourWord(w); n > 0 {
			return n < 8
		}
	}
	return false
}

// hourWord is the hour that a word is, 0 for none.
func hourWord(w string) int {
	w = strings.TrimSuffix(strings.TrimSuffix(w, "am"), "pm")
	if n := plainNumber(w); n > 0 && n <= 24 {
		return n
	}
	if x := lexicon.Look(w); x.Time == lexicon.Number && x.N > 0 && x.N <= 12 {
		return x.N
	}
	return 0
}

// minuteAt reads an hour of the day at the beginning of words, as minutes from midnight; one without am or pm is late where it is said so.
func minuteAt(f []string, late bool) (minute, words int) {
	k := 0
	for k < len(f) && k < 2 && (lexicon.Articles.Has(f[k]) || lexicon.Look(f[k]).Time == lexicon.At) {
		k++
	}
	if k >= len(f) {
		return 0, 0
	}
	if lexicon.Look(f[k]).Time == lexicon.Noon {
		return noonAt, k + 1
	}
	h := hourWord(f[k])
	if h == 0 {
		return 0, 0
	}
	word, n, half := f[k], k+1, 0
	if n < len(f) && len(f[n]) == 2 && plainNumber(f[n]) > 0 && plainNumber(f[n]) < 60 {
		half, n = plainNumber(f[n]), n+1
	}
	am, pm := strings.HasSuffix(word, "am"), strings.HasSuffix(word, "pm")
	for j := n; j < len(f) && j < n+3 && !am && !pm; j++ {
		w := lexicon.Look(f[j])
		am = w.Time == lexicon.AM || lexicon.HoursMorning.Has(f[j])
		pm = w.Time == lexicon.PM || lexicon.HoursMidday.Has(f[j]) || lexicon.HoursEvening.Has(f[j])
		if am || pm {
			n = j + 1
		}
	}
	if n < len(f) && lexicon.HoursNot.Has(f[n]) {
		return 0, 0 // "after 6 times"
	}
	switch {
	case h > 12, h == 12 && !am:
	case h == 12:
		h = 0
	case pm, late && !am, !am && h < 6:
		h += 12
	}
	return h*60 + half, n
}

// plainNumber is the number that a word of digits is, 0 for none.
func plainNumber(w string) int {
	n := 0
	for _, r := range w {
		if r < '0' || r > '9' || n > 99 {
			return 0
		}
		n = n*10 + int(r-'0')
	}
	return n
}
