package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// A phone that is not, or no more, of the person we text: known by the words around it and not by whole phrases.

// changedHands finds the clauses that say so: "ese celular ya no es de mi hermana", "this number was just assigned to me", "he got a
// different number", "este es el teléfono de un negocio".
func (h *hearing) changedHands() {
	if h.says(lexicon.AwayNow) { // "this is the front desk, maria is not here rn"
		return
	}
	for k, c := range h.clauses {
		if c.asks {
			continue
		}
		for i := c.from; i < c.to; i++ {
			if phone := lexicon.PhoneLines.Has(h.plain[i]) || lexicon.OnlyNumbers.Has(h.plain[i]); phone && (h.noMoreTheirs(i, c) ||
				h.handed(i, c) || h.gotOther(i, c)) || h.business(i, c) && h.answersHere(i, c) {
				h.add(lexicon.WrongFrames, c.from, c.to, k)
				break
			}
		}
	}
}

// noMoreTheirs reports whether this very phone, at i, is said to be somebody's no more.
func (h *hearing) noMoreTheirs(i int, c clause) bool {
	return h.thisPhone(i, c) && lexicon.NotTheirs.In(" "+strings.Join(h.plain[i+1:c.to], " ")+" ")
}

func (h *hearing) thisPhone(i int, c clause) bool {
	return i > c.from && lexicon.ThisPhone.Has(h.plain[i-1]) || i > c.from+1 && lexicon.ThisPhone.Has(h.plain[i-2])
}

// handed reports whether this phone was given to the writer.
func (h *hearing) handed(i int, c clause) bool {
	if !h.thisPhone(i, c) {
		return false
	}
	for k := c.from; k < c.to; k++ {
		if !lexicon.WasHanded.Has(h.plain[k]) {
			continue
		}
		if k > c.from && h.plain[k-1] == "me" || k+2 < c.to && h.plain[k+1] == "to" && h.plain[k+2] == "me" {
			return true
		}
	}
	return false
}

// gotOther reports whether somebody third has another number than this one.
func (h *hearing) gotOther(i int, c clause) bool {
	other := i - 1
	if other > c.from && lexicon.PhoneLines.Has(h.plain[other]) { // "a new phone number"
		other--
	}
	if other <= c.from || !lexicon.NumberOther.Has(h.plain[other]) &&
		!(lexicon.NumberNew.Has(h.plain[other]) && lexicon.OnlyNumbers.Has(h.plain[i])) {
		return false
	}
	verb := other - 1
	for verb > c.from && (h.words[verb].w.In(lexicon.Articles) || h.words[verb].w.In(lexicon.LetterArticles) ||
		h.words[verb].w.In(lexicon.TheirPlaces)) { // "she has her own phone now"
		verb--
	}
	if verb == c.from && (h.plain[verb] == "hes" || h.plain[verb] == "shes") {
		return true
	}
	if !lexicon.GotNumber.Has(h.plain[verb]) || verb == c.from {
		return false
	}
	own := lexicon.OwnWords.Has(h.plain[other]) // "my son has his own phone" tells nothing of the one we text
	for k := c.from; k < verb; k++ {
		if lexicon.ThirdSubjects.Has(h.plain[k]) && !own || h.words[k].w.In(lexicon.FirstNames) ||
			own && strings.HasSuffix(h.plain[k], "s") && lexicon.FirstNames.Has(strings.TrimSuffix(h.plain[k], "s")) {
			return true
		}
	}
	return false
}

// answersHere reports whether a shop or an office is what one has reached: nothing stands behind it but the word for a phone.
func (h *hearing) answersHere(i int, c clause) bool {
	to := i + 1
	if to < c.to && lexicon.PhoneLines.Has(h.plain[to]) {
		to++
	}
	from := i
	for from > c.from && (h.words[from-1].w.In(lexicon.Articles) || h.words[from-1].w.In(lexicon.LetterArticles)) {
		from--
	}
	if from > c.from+1 && lexicon.Of.Has(h.plain[from-1]) && lexicon.PhoneLines.Has(h.plain[from-2]) { // "el teléfono de un negocio"
		for from -= 2; from > c.from && h.words[from-1].w.In(lexicon.Articles); from-- {
		}
	}
	for n := 0; n < 2 && from == i-n && from > c.from+1 && h.saysKind(from-1); n++ { // "a tire shop", "the front desk"
		if whose := lexicon.Look(h.plain[from-2]); whose.In(lexicon.MyPlaces) || whose.In(lexicon.TheirPlaces) { // "my moms shop"
			return false
		}
		for from--; from > c.from && (h.words[from-1].w.In(lexicon.Articles) || h.words[from-1].w.In(lexicon.LetterArticles)); from-- {
		}
	}
	if to < c.to && to > i && (lexicon.WithinPlaces.Has(h.plain[to]) || lexicon.Of.Has(h.plain[to]) ||
		h.words[to].w.In(lexicon.Negators)) || to < c.to && h.saysKind(to) && to+1 == c.to {
		to = c.to // "the front desk at Pine Motel", "un taller mecánico", "la lavandería no conocemos a ..."
	}
	if from == i || from == c.from || !h.alone(to, c) {
		return false
	}
	for ; from < i; from++ { // "a" is an article of one language and leads to the shop in the other: "habla a una tienda"
		for n := 1; n <= 4 && n <= from-c.from; n++ {
			if lexicon.WeAre.Has(strings.Join(h.plain[from-n:from], " ")) {
				return n == from-c.from || h.led(from-n, c)
			}
		}
	}
	return false
}

// saysKind reports whether a word may say what kind of shop or office one is: no list but that of places has it.
func (h *hearing) saysKind(i int) bool {
	w := &h.words[i]
	return !w.covered && (!w.w.Known() || lexicon.PlaceWords.Has(w.s) || lexicon.Businesses.Has(w.s))
}

// business reports whether a word is what answers at a phone that is no person's: an office, or a place by what is eaten or done there.
func (h *hearing) business(i int, c clause) bool {
	return lexicon.Businesses.Has(h.plain[i]) || h.plain[i] == "place" && i > c.from && lexicon.PlaceWords.Has(h.plain[i-1])
}

// wrongThing reports whether it is no person and no number that is said to be wrong: "you have the wrong day", "se equivocó de hora".
func (h *hearing) wrongThing(i int, c clause) bool {
	if i < c.to && lexicon.Of.Has(h.words[i].s) {
		i++
	}
	return i < c.to && lexicon.WrongThings.Has(h.words[i].s)
}
