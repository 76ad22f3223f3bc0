package understand

import (
	"slices"
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// maxShift is how many hours a one-on-one may be put off by a length of time: what is longer names a day.
const maxShift = 6

// ShiftBy reads by how much a text puts an hour off or forward that stands: "can we push it back an hour", "media hora más tarde".
func ShiftBy(text string) (time.Duration, bool) {
	if len(text) > maxOthers {
		return 0, false
	}
	p := " " + wordsOf(text) + " "
	var sign time.Duration
	switch {
	case lexicon.Ago.In(p):
		return 0, false
	case lexicon.ShiftEarlier.In(p), upBy(strings.Fields(p)):
		sign = -1
	case lexicon.ShiftLater.In(p):
		sign = 1
	default:
		return 0, false
	}
	f := strings.Fields(p)
	for i := 1; i < len(f); i++ {
		n := countBefore(f, i)
		switch lexicon.Look(f[i]).Time {
		case lexicon.Hour:
			switch {
			case lexicon.Half.Has(f[i-1]) || i > 1 && lexicon.Half.Has(f[i-2]):
				return sign * 30 * time.Minute, true
			case n == 0 && lexicon.OneArticles.Has(f[i-1]) || f[i-1] == "an" || f[i-1] == "una":
				return sign * time.Hour, true
			case n >= 1 && n <= maxShift:
				return sign * time.Duration(n) * time.Hour, true
			}
		case lexicon.Minute:
			if n >= 5 && n <= maxPause {
				return sign * time.Duration(n) * time.Minute, true
			}
		}
	}
	return 0, false
}

// ShiftAlone reads by how much a text puts off or forward what stands, where it names no other day or hour: of "can we do it 2 hrs later"
// the length is all.
func ShiftAlone(text string, c when.Context) (time.Duration, bool) {
	by, ok := ShiftBy(text)
	if !ok {
		return 0, false
	}
	f := strings.Fields(wordsOf(text))
	for i := 1; i < len(f); i++ {
		if unit := lexicon.Look(f[i]).Time; unit != lexicon.Hour && unit != lexicon.Minute {
			continue
		}
		r := Times(strings.Join(f[:i-1], " ")+" . "+strings.Join(f[i+1:], " "), c)
		return by, !r.HasDate() && !r.HasClock && len(r.Options) == 0
	}
	return by, true
}

// upBy reports whether a move is up by a length of time: "bump maria up 30 min".
func upBy(f []string) bool {
	i := slices.Index(f, "up")
	if i < 1 || i+1 >= len(f) || !hasDigit(f[i+1]) && !lexicon.OneArticles.Has(f[i+1]) && f[i+1] != "an" && !lexicon.Half.Has(f[i+1]) {
		return false
	}
	return lexicon.MoveVerbs.Any(f[:i])
}

// ShiftTo is the hour in bare digits to which a text asks to put something off, "" for none: "can we push to 230 or is that bad".
func ShiftTo(text string) string {
	p := Padded(text)
	_, to := lexicon.ShiftsTo.Find(p)
	if to == 0 {
		return ""
	}
	f := strings.Fields(p[to:])
	if len(f) > 1 && lexicon.AboutHour.Has(f[0]) { // "can we push to like 5"
		f = f[1:]
	}
	if len(f) == 0 || !bareClock(f[0]) && (len(f[0]) > 2 || !onlyDigits(f[0])) || len(f) > 1 && lexicon.Counted.Has(f[1]) {
		return ""
	}
	return f[0]
}
