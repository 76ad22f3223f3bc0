package moment

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/understand"
)

// mostBeside is how many words may stand beside an hour that answers "at what time?".
const mostBeside = 3

// HourOnly is the hour, "15:04", that words name as a number alone, with no more beside it than how sure it is: "like 3", "actually
// 330", "mejor 330";
// "" when they say anything else.
func HourOnly(words string) string {
	f := strings.Fields(understand.Padded(words))
	hour, minute, ok := understand.HourAlone(words)
	if !ok || len(f) > mostBeside+1 {
		return ""
	}
	numbers := 0
	for _, w := range f {
		l := lexicon.Look(w)
		if strings.ContainsAny(w, "0123456789") {
			numbers++
		}
		if numbers > 1 { // "the 3rd at 4"
			return ""
		}
		if !strings.ContainsAny(w, "0123456789") && !l.In(lexicon.AboutHour) && !l.In(lexicon.OrderLeads) && !l.In(lexicon.OrderThat) &&
			!l.In(lexicon.Fillers) && !l.In(lexicon.BeforeChange) && !l.In(lexicon.Yes) && !l.In(lexicon.YesMildly) && !l.In(lexicon.Pleading) &&
			!l.In(lexicon.InsteadOf) && l.Time != lexicon.At {
			return ""
		}
	}
	return strconv.Itoa(hour) + ":" + fmt.Sprintf("%02d", minute)
}

// HourAndPlace reports whether words begin with an hour as a number alone, and a place behind it: "3 at cafe presse", "5 en el parque".
func HourAndPlace(words string) bool {
	f := strings.Fields(understand.Padded(words))
	if len(f) < 3 || !hourAlone(f[0]) || !lexicon.LeadsPlace.Has(f[1]) {
		return false
	}
	where := f[2:]
	if len(where) > 1 && lexicon.Articles.Has(where[0]) {
		where = where[1:]
	}
	return !understand.NamesTime(where[0])
}

// eitherHour is two hours as numbers alone, either of which may be, as hours: "3 or 4" is "at 3 or at 4". "" where words say anything else.
func eitherHour(words string) string {
	f := strings.Fields(words)
	for i := 1; i+1 < len(f); i++ {
		if !lexicon.Or.Has(strings.ToLower(f[i])) {
			continue
		}
		one, other := HourOnly(strings.Join(f[:i], " ")), HourOnly(strings.Join(f[i+1:], " "))
		if one == "" || other == "" {
			return ""
		}
		return "at " + one + " or at " + other
	}
	return ""
}

// AnotherHour is what is left of words, without the hour that stands, where they name another one as a number alone and say no more than
// how sure it is: "yes but more like 6", "hmm 3 is tight, 330?"; "" when they say anything else. own is the hour that stands, of twelve.
func AnotherHour(words string, own int) string {
	f := strings.Fields(understand.Padded(words))
	for i, w := range f {
		if w == strconv.Itoa(own) && i+1 < len(f) {
			f = append(f[:i:i], f[i+1:]...)
			break
		}
	}
	rest := strings.Join(f, " ")
	if hour, _, ok := understand.HourAlone(rest); !ok || len(f) > mostOfHour || hour == 7 || hour == 8 { // of the morning or the evening
		return ""
	}
	for _, w := range f {
		l := lexicon.Look(w)
		if !strings.ContainsAny(w, "0123456789") && !l.In(lexicon.AboutHour) && !l.In(lexicon.BesideHour) && !l.In(lexicon.Fillers) &&
			!l.In(lexicon.Yes) && !l.In(lexicon.YesMildly) && !l.In(lexicon.Pleading) && !l.In(lexicon.ButWords) &&
			!l.In(lexicon.Interjections) && !l.In(lexicon.TimeLeads) && l.Time != lexicon.At {
			return ""
		}
	}
	return rest
}

// mostOfHour is how many words such a text has at most.
const mostOfHour = 8

// withHours writes an hour that is said roughly at the end of what is said as one: "sat instead like 11" is "sat instead at 11". A number
// that counts something stays: "like 2 kids".
func withHours(words string) string {
	f := strings.Fields(words)
	for i := 1; i+1 < len(f); i++ {
		if !lexicon.AboutHour.Has(lexicon.Plain(strings.ToLower(f[i]))) || !hourAlone(f[i+1]) || i+2 < len(f) && !endsSaid(f[i+1], f[i+2]) {
			continue
		}
		f[i] = "at"
		return strings.Join(f, " ")
	}
	return words
}

// hourAlone reports whether a word is an hour of the clock and nothing else: "11", "3ish".
func hourAlone(w string) bool {
	w = strings.TrimRight(strings.ToLower(w), ".,!?")
	n, err := strconv.Atoi(strings.TrimSuffix(w, "ish"))
	return err == nil && n >= 1 && n <= 12
}

// endsSaid reports whether what follows an hour counts nothing by it.
func endsSaid(hour, next string) bool {
	w := lexicon.Look(strings.Trim(lexicon.Plain(strings.ToLower(next)), ",.!?"))
	return strings.ContainsAny(hour, ".,!?") || w.In(lexicon.Fillers) || w.In(lexicon.OrderLeads) || w.In(lexicon.Pleading)
}
