package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// AsksIfThen finds what asks whether something is on the day that it names, "omg is that today??", "thurs the 3rd right?", and returns what
// the text says beside. Who asks that has not said yes to it. false where it asks no such thing, or says more of the day.
func AsksIfThen(body string, c when.Context) (rest string, ok bool) {
	var others []string
	for _, piece := range asked(body) {
		if !ok && asksIfThen(piece, c) {
			ok = true
			continue
		}
		others = append(others, piece)
	}
	return strings.TrimSpace(strings.Join(others, " ")), ok
}

// asked are the sentences of a text, each with its mark.
func asked(body string) []string {
	var out []string
	from := 0
	for i, r := range body {
		if strings.ContainsRune("?!.\n", r) && (i+1 == len(body) || !strings.ContainsRune("?!.0123456789", rune(body[i+1]))) {
			out = append(out, body[from:i+1])
			from = i + 1
		}
	}
	if strings.TrimSpace(body[from:]) != "" {
		out = append(out, body[from:])
	}
	return out
}

// asksIfThen reports whether a sentence asks whether it is on a day, and says nothing else.
func asksIfThen(piece string, c when.Context) bool {
	r := Times(piece, c)
	if !r.HasDate() || len(r.Options) > 0 || len(r.Except) > 0 {
		return false
	}
	p := Padded(withoutTimes(piece, c))
	marked := strings.ContainsAny(piece, "?¿")
	from, to := lexicon.IsItThen.Find(p)
	switch {
	case to > 0:
		p = p[:from] + " " + p[to:]
	case !marked:
		return false
	}
	asks := to > 0
	f := strings.Fields(p)
	if n := len(f); n > 0 && marked && lexicon.SaysRight.Has(f[n-1]) {
		f, asks = f[:n-1], true
	}
	for _, w := range f {
		l := lexicon.Look(w)
		if !l.In(lexicon.Fillers) && !l.In(lexicon.Interjections) && !l.In(lexicon.Address) && !l.In(lexicon.Articles) &&
			!l.In(lexicon.Laughter) && !l.In(lexicon.Excuses) && !l.In(lexicon.Greeting) && !l.In(lexicon.CorrectionBegins) &&
			!lexicon.On.Has(w) && !lexicon.YesMildly.Has(w) {
			return false
		}
	}
	return asks
}

// KeptFrom reports whether words tell what may keep their writer from coming: work, an illness, that it was forgotten.
func KeptFrom(body string) bool {
	p := Padded(body)
	return lexicon.BusyThen.In(p) || lexicon.BeingAt.In(p) || lexicon.SecondThoughts.In(p) || lexicon.IllWords.In(p)
}

// maxHoliday is how many words a text has at most that says of a day that it is a holiday, and little else.
const maxHoliday = 14

// TakesForHoliday is the holiday of which a text asks or says that it is on the weekday which it names: "wait isnt thursday
// thanksgiving??". Who names another day or an hour beside asks for another time.
func TakesForHoliday(body string, c when.Context) (day when.Date, ok bool) {
	f := strings.Fields(Padded(body))
	days := WeekdaysIn(body)
	if len(f) > maxHoliday || len(days) != 1 {
		return day, false
	}
	f = slices.DeleteFunc(f, func(w string) bool { return isWeekday(w) || lexicon.Negators.Has(w) })
	r := Times(strings.Join(f, " "), c)
	if day = r.Date; !r.HasDate() || r.HasClock || len(r.Options) > 0 || hasDigit(body) || day.Weekday() != days[0] {
		return day, false
	}
	return day, when.Holiday(lang.English, day) != ""
}
