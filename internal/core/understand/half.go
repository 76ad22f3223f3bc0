package understand

import (
	"slices"
	"strconv"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// Half is a half of the day.
type Half uint8

// The halves of the day, where words name one and nothing else.
const (
	NoHalf    Half = iota
	Morning        // before noon
	Afternoon      // after noon
)

// mostOfHalf is how many words name a half of the day.
const mostOfHalf = 5

// HalfOfDay reads words that say nothing but in which half of the day an hour is: "pm", "de la noche", "in the morning pls".
func HalfOfDay(words string) Half {
	f := strings.Fields(wordsOf(words))
	if len(f) > mostOfHalf {
		return NoHalf
	}
	half := NoHalf
	for i, w := range f {
		l := lexicon.Look(w)
		var said Half
		switch {
		case l.Time == lexicon.AM, l.In(lexicon.HoursMorning) && (i > 0 || len(f) == 1 && w != "manana"):
			said = Morning
		case l.Time == lexicon.PM, l.In(lexicon.HoursEvening), l.In(lexicon.HoursMidday):
			said = Afternoon
		case l.In(lexicon.Articles), lexicon.Of.Has(w), w == "in", w == "por", w == "en", l.In(lexicon.Pleading), l.In(lexicon.Fillers):
			continue
		default:
			return NoHalf
		}
		if half != NoHalf && half != said {
			return NoHalf
		}
		half = said
	}
	return half
}

// NamesHalf reports whether words say anywhere in which half of the day an hour is: "6pm", "a las 6 de la tarde", "tonight at 8", "18:30".
func NamesHalf(words string) bool {
	f := strings.Fields(wordsOf(words))
	return slices.ContainsFunc(f, func(w string) bool {
		l, n := lexicon.Look(w), strings.TrimLeft(w, "0123456789:.")
		if hour, err := strconv.Atoi(strings.SplitN(w, ":", 2)[0]); err == nil && hour > 12 && hour < 24 {
			return true
		}
		return l.Time == lexicon.AM || l.Time == lexicon.PM || l.Time == lexicon.Tonight || l.In(lexicon.HoursEvening) ||
			l.In(lexicon.HoursMidday) || n != w && lexicon.Meridiems.Has(n)
	})
}

// HourUnmarked is a text without the comma between a day and its hour: of "sat morning, 10, at the library" it is "sat morning 10, at the
// library".
func HourUnmarked(body string) string {
	f := strings.Fields(body)
	for i := 1; i < len(f); i++ {
		day := strings.TrimSuffix(f[i-1], ",")
		low := lexicon.Plain(bareWord(strings.ToLower(day)))
		if day == f[i-1] || !namesDay(low) && !NamesHalf(day) && !lexicon.HoursMorning.Has(low) {
			continue
		}
		n := strings.TrimRight(f[i], ",")
		hour, rest := strings.TrimLeft(n, "0123456789:"), strings.TrimRight(n, "aApPmM.")
		if h, err := strconv.Atoi(strings.SplitN(rest, ":", 2)[0]); err == nil && h > 0 && h <= 12 &&
			(hour == "" || lexicon.Meridiems.Has(strings.ToLower(hour))) {
			f[i-1] = day
		}
	}
	return strings.Join(f, " ")
}
