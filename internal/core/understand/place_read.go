package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// OwnPlace is what is left of somebody's own place without their name, for them to read as "your": "moms house" of "Maria's moms house",
// and "house" behind "Ana's church by " of "Ana's church by her house". "" where a place is not by its name theirs: "Maria's Taqueria". In
// Spanish "casa de Rosa" stays: "su casa" may well be the writer's.
func OwnPlace(place, first string) (before, what string) {
	f := strings.Fields(place)
	if len(f) < 2 || first == "" {
		return "", ""
	}
	for i := 1; i+1 < len(f); i++ {
		next := bareWord(f[i+1])
		if lexicon.TheirPlaces.Has(f[i]) && (lexicon.OwnedPlaces.Has(next) || lexicon.HomeNouns.Has(next) || ofKin(next)) {
			return strings.Join(f[:i], " ") + " ", strings.Join(f[i+1:], " ")
		}
	}
	if w, name := lexicon.Plain(f[0]), lexicon.Plain(first); w != name+"'s" && w != name+"s" {
		return "", ""
	}
	what, low := strings.Join(f[1:], " "), strings.ToLower(f[1])
	if low != f[1] || !OfSomebody(what) || !lexicon.HomeNouns.Has(bareWord(f[len(f)-1])) && !lexicon.OwnedPlaces.Has(low) {
		return "", ""
	}
	return "", what
}
