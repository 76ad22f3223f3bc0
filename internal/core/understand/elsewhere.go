package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// mostOfPlacePut is how many words a place has at most that is put forward by its name alone.
const mostOfPlacePut = 5

// ElsewhereThen is the place that a text puts forward in the stead of the one that stands, by a name that nobody here knows: "can we do
// victrola instead", "podemos en victrola mejor". "" where it says more, or may speak of a time, of somebody or of something to do.
func ElsewhereThen(body string, c when.Context) string {
	body = strings.Trim(body, " .!?¿¡")
	lead := lexicon.PutsPlace.Lead(body)
	if lead == 0 {
		body = withoutLeads(body)
		lead = lexicon.PutsPlace.Lead(body)
	}
	place := strings.TrimSpace(body[lead:])
	f := strings.Fields(place)
	at := -1
	if lexicon.PlaceStead.Any(bare(body[:lead])) { // "y si mejor en el parque"
		at = len(f)
	}
	for i := 1; i < len(f); i++ {
		if lexicon.PlaceStead.Has(strings.Join(bare(strings.Join(f[i:], " ")), " ")) {
			at = i
			break
		}
	}
	if lead == 0 || at < 1 || at > mostOfPlacePut || Timed(Times(body, c)) {
		return ""
	}
	if at == 1 && lexicon.MealWords.Has(strings.Join(bare(f[0]), "")) { // "lets do coffee instead" is no place
		return ""
	}
	for i, w := range bare(strings.Join(f[:at], " ")) {
		l := lexicon.Look(w)
		if !l.In(lexicon.PlaceNouns) && !l.In(lexicon.Articles) && !(l.In(lexicon.Of) && i > 0) && !hasDigit(w) &&
			!(l.In(lexicon.At) && i == 0) &&
			(l.In(lexicon.FirstNames) || l.In(lexicon.SentenceWords) || l.In(lexicon.ThirdPersons) || l.In(lexicon.ErrandVerbs) ||
				l.Time != lexicon.NoList || l.In(lexicon.NoPlaceWords) || l.In(lexicon.TimeTalk) || l.In(lexicon.HourWished)) {
			return ""
		}
	}
	return strings.Join(f[:at], " ")
}
