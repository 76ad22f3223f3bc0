package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// mostOfStead is how many words name a place that a contact is told of.
const mostOfStead = 8

// PlaceInStead is the place that words to a contact put in the stead of the one where the two were to meet, by its kind: "well do the
// library on rainier instead same time". "" where they name none, or say only what is at it.
func PlaceInStead(words string) string {
	if place := placeInStead(words); place != "" {
		return place
	}
	if i := strings.IndexAny(words, ",.;"); i > 0 { // "the place changed, its the church on 23rd now"
		return PlaceInStead(strings.TrimSpace(words[i+1:]))
	}
	return ""
}

func placeInStead(words string) string {
	n := lexicon.PlacePuts.Lead(words)
	if n == 0 {
		n = lexicon.MeetsAt.Lead(words)
	}
	f := strings.Fields(words[n:])
	alone := n == 0 && len(f) > 1 && lexicon.InsteadThere.Lead(f[len(f)-1]) > 0 && len(f) <= mostOfStead // "library instead"
	if n == 0 && !alone || len(f) == 0 || strings.ContainsAny(words, "?¿") {
		return ""
	}
	if lexicon.LeadsPlace.Has(bareWord(strings.ToLower(f[0]))) || lexicon.AtPlaces.Has(bareWord(strings.ToLower(f[0]))) { // "mejor en ..."
		f = f[1:]
	}
	said := false
	for i := 1; i < len(f); i++ {
		behind := strings.Join(f[i:], " ")
		if lexicon.InsteadThere.Lead(behind) > 0 || lexicon.SameTime.Lead(behind) > 0 || lexicon.Joins.Has(bareWord(strings.ToLower(f[i]))) &&
			i+1 < len(f) && lexicon.SameTime.Lead(strings.Join(f[i+1:], " ")) > 0 {
			f, said = f[:i], true
			break
		}
		if strings.ContainsAny(f[i-1][len(f[i-1])-1:], ",.;") {
			f = f[:i]
			break
		}
	}
	for len(f) > 1 && (lexicon.LeadsPlace.Has(bareWord(f[len(f)-1])) || lexicon.Articles.Has(bareWord(f[len(f)-1]))) { // "a la misma hora"
		f = f[:len(f)-1]
	}
	said = said || lexicon.InsteadThere.In(Padded(words)) || SaysSameTime(words) || lexicon.MeetsAt.Lead(words) > 0 ||
		lexicon.PlaceSwitches.Lead(words) > 0
	plain := bare(strings.Join(f, " "))
	if !said || len(plain) == 0 || len(plain) > mostOfStead || !namesPlace(plain) && !(alone && lexicon.PlaceNouns.Has(plain[0])) {
		return ""
	}
	return strings.Trim(strings.Join(f, " "), " ,.;!")
}

// namesPlace reports whether words are a place: a kind of one behind its article, a shop, somebody's own.
func namesPlace(f []string) bool {
	head := f[:min(4, len(f))]
	owned := lexicon.Articles.Has(f[0]) || lexicon.MyPlaces.Has(f[0])
	return owned && len(f) > 1 && (lexicon.PlaceNouns.Any(head) || lexicon.HomeNouns.Any(head) ||
		slices.ContainsFunc(head, lexicon.ShopNames.Has)) ||
		lexicon.ShopNames.Has(f[0])
}

// TellsOfMove reports whether words to a contact say that the one-on-one is at another time: "were moving it to friday same time".
func TellsOfMove(words string, c when.Context) bool {
	n := lexicon.MovesMeet.Lead(words)
	if n == 0 {
		_, n = lexicon.MovesMeet.Find(words)
	}
	if n == 0 || strings.ContainsAny(words, "?¿") {
		return false
	}
	r := Times(words[n:], c)
	return Timed(r) && len(r.Spans) > 0 && len(strings.Fields(words[n:][:r.Spans[0].From])) <= 1 // "the flyer drop friday" is another thing
}

// DayIsStreet reports whether the only day that words to a contact name is a street of the place that they put in the stead of the one that
// stands: "we're switching to the taco place on 12th".
func DayIsStreet(words string, c when.Context) bool {
	place := PlaceInStead(words)
	before, behind, found := strings.Cut(words, place)
	return place != "" && found && !Timed(Times(before+", "+behind, c))
}
