package understand

import (
	"strconv"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// HourAlone reads an hour of the clock that stands in words as a number alone: "5 is better", "430 then", "mejor a las 5". A number that
// counts what follows is none ("2 min away", "3 kids with me"), nor one of how long it takes ("be there in 5", "estoy a 10"). Two numbers
// leave open which is meant, so that neither is taken. The hour is from 1 to 12, without its half of the day.
func HourAlone(words string) (hour, minute int, ok bool) {
	f := strings.Fields(Padded(words))
	for i, w := range f {
		h, m, isHour := hourOf(w)
		switch {
		case !isHour, untilBefore(f, i), h != 1 && i > 0 && lexicon.TheStreet.Has(f[i-1]), // "la esquina de la 12 y jefferson"
			i > 0 && lexicon.Look(f[i-1]).Time == lexicon.NumberedPlace: // "im there till 2", "apt 330"
			continue
		case ok, i+1 < len(f) && countsNext(f[i+1]) && (i == 0 || !lexicon.At.Has(f[i-1])), i > 0 && lexicon.HowFar.Has(f[i-1]):
			return 0, 0, false
		}
		hour, minute, ok = h, m, true
	}
	return hour, minute, ok
}

// untilBefore reports whether a number is the hour until which something is so.
func untilBefore(f []string, i int) bool {
	k := i - 1
	for k > 0 && lexicon.Look(f[k]).Time == lexicon.At {
		k--
	}
	return k >= 0 && isUntil(f[k])
}

func isUntil(w string) bool {
	return lexicon.Look(w).Time == lexicon.Until || lexicon.PauseUntil.Has(w)
}

// hourOf is the hour that a word of digits names: "5", "430", "4:30".
func hourOf(w string) (hour, minute int, ok bool) {
	h, m, colon := strings.Cut(w, ":")
	if !colon && len(w) >= 3 && len(w) <= 4 {
		h, m = w[:len(w)-2], w[len(w)-2:]
	}
	hour, err := strconv.Atoi(h)
	minute, bad := strconv.Atoi("0" + m)
	return hour, minute, err == nil && bad == nil && hour >= 1 && hour <= 12 && minute <= 59
}

// countsNext reports whether a word behind a number is what the number counts.
func countsNext(w string) bool {
	l := lexicon.Look(w)
	return l.Time == lexicon.Minute || l.Time == lexicon.Hour || l.Time == lexicon.Counted || l.Time == lexicon.Day ||
		l.Time == lexicon.Week || l.Time == lexicon.MonthUnit || !l.Known()
}

// HourFirst writes out that a number with which the time of a move begins is an hour: "4 on thursday" is "at 4 on thursday".
func HourFirst(words string) string {
	f := strings.Fields(words)
	if len(f) > 1 && lexicon.MoveTo.Has(bareWord(strings.ToLower(f[0]))) {
		f = f[1:]
	}
	if len(f) < 2 || !hasDigit(f[0]) || strings.ContainsAny(f[0], "/:-") {
		return words
	}
	if n, err := strconv.Atoi(f[0]); err != nil || n < 1 || n > 12 && (n < 100 || n > 1259 || n%100 > 59) {
		return words
	}
	switch lexicon.Look(bareWord(strings.ToLower(f[1]))).Time {
	case lexicon.On, lexicon.Weekday, lexicon.Tomorrow, lexicon.Today:
		return "at " + strings.Join(f, " ")
	}
	return words
}
