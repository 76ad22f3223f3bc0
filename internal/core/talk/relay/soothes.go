package relay

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// soothedAndTold reports whether words soothe whoever just wrote and have them told something: "no worries tell her im in the back".
func soothedAndTold(t *turn.Turn, m world.Meet, r turn.Relayed, words string) bool {
	_, told := understand.ToldBeside(t.Body(), []string{m.Contact.First(), m.Contact.Name})
	return told != "" && lexicon.Soothes.Lead(strings.ToLower(words)) > 0 && soothes(t, m) && !r.Two && !t.AsksNow() &&
		turn.MayText(m.Contact) && !namesAnother(t, m) && !mayTake(t, m, words) && !changes(t, m, words) && !hasNamesake(t, m.Contact) &&
		!understand.PassesQuestion(words) && t.Heard().Phone.IsZero()
}

// soothes reports whether a text begins with what one says to who tells of a trouble, behind a sigh and their name at most: "ay Rosa lo
// siento mucho", "oh no feel better".
func soothes(t *turn.Turn, m world.Meet) bool {
	f := strings.Fields(t.Body())
	for n := 0; n < len(f) && n <= mostYes; n++ {
		rest := strings.ToLower(strings.Join(f[n:], " "))
		if lexicon.Soothes.Lead(rest) > 0 {
			return true
		}
		if k := lexicon.Excuses.Lead(rest); k > 0 && lexicon.Soothes.In(understand.Padded(rest[k:])) { // "im so sorry, take care of her"
			return true
		}
		w := strings.TrimSpace(understand.Padded(f[n]))
		if lexicon.Yes.Has(w) || lexicon.YesMildly.Has(w) || !lexicon.Interjections.Has(w) && !lexicon.No.Has(w) &&
			!strings.EqualFold(w, strings.TrimSpace(understand.Padded(m.Contact.First()))) {
			return false
		}
	}
	return false
}

// namesThem reports whether a name is the contact's: "ay Rosa lo siento mucho".
func namesThem(m world.Meet, name string) bool {
	return strings.EqualFold(name, m.Contact.First()) || strings.EqualFold(name, m.Contact.Name)
}
