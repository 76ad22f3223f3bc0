package spoken

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// TalkTogether reports whether a text asks that the two talk on the phone instead, which is where they talk and no wish about texts:
// "can we just do a call instead".
func TalkTogether(body string) bool {
	return lexicon.WeTalk.In(understand.Padded(body)) && OnPhone(body) != "" && !understand.RatherCalls(body)
}

// PhoneInstead reports whether a text asks for the same, or says yes to the time by phone and nothing of texts: "si por llamada se me hace
// mas facil".
func PhoneInstead(body string, c when.Context) bool {
	return TalkTogether(body) || YesByPhone(body, c) != "" && !lexicon.TextingWords.Any(strings.Fields(understand.Padded(body)))
}

// nearerOnly reports whether a text says no more of a place than what it is to be near.
func nearerOnly(body string) bool {
	_, to := lexicon.NearerTo.Find(body)
	if to == 0 {
		return false
	}
	words := strings.Fields(understand.Padded(body[to:]))
	return len(words) > 0 && (isPlace(words) || words[0] == "me" || words[0] == "mi") && !strings.ContainsAny(body[to:], "0123456789")
}

// DeniesPlace reports whether a text says that the place of a one-on-one does not suit, by a no right before it or in its clause behind it:
// "not the library", "la biblioteca no me gusta". "The library no problem" suits.
func DeniesPlace(body, own string) bool {
	if own == "" {
		return false
	}
	for _, c := range strings.FieldsFunc(body, func(r rune) bool { return strings.ContainsRune(",.;!?\n", r) }) {
		p := understand.Padded(c)
		at := strings.Index(p, understand.Padded(own))
		if at < 0 {
			at = strings.Index(p, understand.Padded(placeAlone(own)))
		}
		byKind := at < 0
		if byKind {
			at = kindAt(p, own)
		}
		if at < 0 {
			continue
		}
		behind := strings.Fields(p[at:])
		if byKind { // what is said behind it may be of the kind: "the cafe has no parking"
			behind = nil
		}
		return lexicon.NegativeWords.Any(lastOf(strings.Fields(p[:at]), mostLeads)) ||
			lexicon.NegativeWords.Any(behind) && !lexicon.Gladly.In(" "+strings.Join(behind, " ")+" ")
	}
	return false
}

// kindAt is where a text speaks of a place by what it is alone, "the cafe" of Cafe Presse; below 0 for nowhere.
func kindAt(p, own string) int {
	for _, w := range strings.Fields(understand.Padded(own)) {
		if lexicon.PlaceNouns.Has(w) {
			return strings.Index(p, " "+w+" ")
		}
	}
	return -1
}

// CannotAt reports whether a text that reads as a no is of the place alone: "cambio el lugar, no puedo en la biblioteca". Nothing else of
// it refuses.
func CannotAt(body, own string, c when.Context) bool {
	found := false
	for _, clause := range strings.FieldsFunc(body, func(r rune) bool { return strings.ContainsRune(",.;!?\n", r) }) {
		p := understand.Padded(clause)
		at := -1
		if own != "" {
			at = strings.Index(p, understand.Padded(placeAlone(own)))
		}
		if at < 0 {
			if r := understand.Read(clause, c).Reply; r == understand.No || r == understand.Maybe {
				return false
			}
			continue
		}
		before := strings.Fields(p[:at])
		for len(before) > 0 && lexicon.Articles.Has(before[len(before)-1]) {
			before = before[:len(before)-1]
		}
		n := len(before) - 1
		if n < 1 || !lexicon.PlaceAt.Has(before[n]) || !lexicon.NegativeWords.Any(before) || lexicon.ComeWords.Has(before[n-1]) {
			return false
		}
		found = true
	}
	return found
}

// placeAlone is a place without its article.
func placeAlone(own string) string {
	if first, rest, ok := strings.Cut(own, " "); ok && lexicon.Articles.Has(lexicon.Plain(first)) {
		return rest
	}
	return own
}

// asksNearer reports whether somewhere nearer is asked for or wished, and not said of where somebody is: "I'm close to the library".
func asksNearer(body string) bool {
	return strings.ContainsAny(body, "?¿") || lexicon.OtherPlace.In(understand.Padded(body)) || lexicon.NotThere.In(understand.Padded(body))
}

// tellsOf reports whether the word behind the first ones of a place goes on to tell something of it: "the taco bell on 15th is close to
// me". A name of a place has no such word behind its article.
func tellsOf(word string, i int) bool { return i > 1 && lexicon.IsWords.Has(word) }

// OtherOne reports whether a text asks for a place as one of several of its kind, by the number of its street: "can we do the one on 23rd".
// Who asks which of two it is asks for none.
func OtherOne(body string) bool {
	_, to := lexicon.TheOneAt.Find(body)
	word, _, _ := strings.Cut(strings.TrimSpace(body[to:]), " ")
	p := understand.Padded(body)
	return to > 0 && understand.StreetNumber(strings.Trim(word, ".,;!?")) && lexicon.TimeLeads.In(p) &&
		!lexicon.Or.Any(strings.Fields(p))
}

// mostAgreeing is how many words agree behind a place: "that works 4 me".
const mostAgreeing = 4

// agreesFrom reports whether all that stands behind a place agrees to it: "the library on 8th that works".
func agreesFrom(words []string, i int) bool {
	if i < 1 || len(words)-i > mostAgreeing {
		return false
	}
	rest := strings.TrimSpace(understand.Padded(strings.Join(words[i:], " ")))
	return lexicon.Agree.Has(rest) || strings.Contains(rest, " ") && lexicon.YesMildly.Has(rest)
}

// TellsOfHome reports whether a text tells of something at its writer's own place and does not ask to meet there: "theres mold at my
// house", "she left it at my house".
func TellsOfHome(body string) bool {
	for _, c := range understand.Turns(body) {
		p := understand.Padded(c)
		for _, home := range lexicon.AtHome.Padded() {
			before, _, ok := strings.Cut(p, home)
			if ok && !asksHome(strings.Fields(before)) {
				return true
			}
		}
	}
	return false
}

// asksHome reports whether nothing but a wish to meet stands before one's own place.
func asksHome(f []string) bool {
	for _, w := range f {
		l := lexicon.Look(w)
		if !lexicon.AsksHome.Has(w) && !l.In(lexicon.Yes) && !l.In(lexicon.YesMildly) && !l.In(lexicon.Fillers) && !l.In(lexicon.Thanking) &&
			!l.In(lexicon.Excuses) && !l.In(lexicon.Address) && !l.In(lexicon.FirstNames) && !l.In(lexicon.Negators) &&
			(l.Time == lexicon.NoList || l.In(lexicon.OtherPersons) || lexicon.Kin.Has(w)) &&
			!strings.ContainsAny(w, "0123456789") {
			return false
		}
	}
	return true
}

// saidOf is the place with which a text begins that tells something of it: "the laundromat on rainier is good, im there all day".
func saidOf(body string) string {
	place := trimPlace(body)
	words := strings.Fields(understand.Padded(place))
	if len(words) < 2 || len(words) > mostOfPlace || len(place) >= len(strings.TrimSpace(body)) || !lexicon.Articles.Has(words[0]) ||
		!lexicon.PlaceNouns.Any(words[:min(4, len(words))]) || strings.ContainsAny(body, "?¿") {
		return ""
	}
	return place
}

// ButAt reports whether a yes turns to another place: "yes but at the park", "sí pero en la biblioteca".
func ButAt(body string, c when.Context) bool {
	f := strings.Fields(understand.Padded(body))
	for i := 1; i+2 < len(f); i++ {
		if lexicon.ButWords.Has(f[i]) {
			return lexicon.AtPlaces.Has(f[i+1]) && isPlace(f[i+2:]) && YesBeforeBut(body, c)
		}
	}
	return false
}
