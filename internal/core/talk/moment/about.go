package moment

import (
	"strconv"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

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
