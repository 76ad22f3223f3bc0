package spoken

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// Companion is who comes along with the one who is met: "maria n her sister elena", "con Rosa y su hijo". "" where nobody does, or where
// something else is told of them: "her son has school".
func Companion(words string, c when.Context) string {
	ps := partsOf(words, c)
	for i := 0; i+2 < len(ps); i++ {
		if lexicon.JoinsPlans.Has(ps[i].low) && ps[i+1].low == "a" && i+3 < len(ps) { // "a beto y a su esposa"
			i++
		} else if !lexicon.JoinsPlans.Has(ps[i].low) && !lexicon.LeadsToName.Has(ps[i].low) {
			continue
		}
		if !lexicon.TheirPlaces.Has(ps[i+1].low) ||
			!lexicon.Kin.Has(ps[i+2].low) {
			continue
		}
		to := i + 3
		if to < len(ps) && ps[to-1].s == strings.TrimRight(ps[to-1].s, ",.;") && !ps[to].day && !ps[to].clock && isName(ps[to]) {
			to++
		}
		if to < len(ps) && lexicon.BothOf.Has(ps[to].low) {
			to++
		}
		if to < len(ps) && !ps[to].day && !ps[to].clock && !lexicon.SetsOffName.Has(ps[to].low) && !lexicon.At.Has(ps[to].low) &&
			ps[to-1].s == strings.TrimRight(ps[to-1].s, ",.;") && !lexicon.PlaceNouns.Has(ps[to].low) {
			continue
		}
		return strings.TrimRight(words[ps[i+1].from:ps[to-1].to], ",.;! ")
	}
	return ""
}

// MeetsOne reports whether one of some one-on-ones is with somebody of a name.
func MeetsOne(meets []world.Meet, name string) bool {
	return slices.ContainsFunc(meets, func(m world.Meet) bool { return SameName(m.Contact.Name, name) })
}

func isName(p part) bool {
	w := lexicon.Look(p.low)
	_, ok := understand.ParseName(p.s)
	return ok && (w.In(lexicon.FirstNames) || !w.Known() || p.s != strings.ToLower(p.s) && !w.In(lexicon.SentenceWords))
}

// Agreed reports whether words say that the one who is met is fine with texts: "txt ok", "sí quiere mensajes".
func Agreed(words string) bool {
	f := strings.Fields(padded(words))
	if len(f) > 1 && len(f) <= mostToo && lexicon.TooWords.Has(f[len(f)-1]) && !lexicon.NegativeWords.Any(f) &&
		!strings.Contains(words, "?") { // "beto too"
		return true
	}
	for i := range f {
		for n := min(5, len(f)-i); n > 0; n-- {
			if !lexicon.TextsAreFine.Has(strings.Join(f[i:i+n], " ")) {
				continue
			}
			if before := f[max(0, i-4):i]; !lexicon.NegativeWords.Any(before) && !lexicon.Unsure.Any(before) && !strings.Contains(words, "?") {
				return true
			}
		}
	}
	return false
}

// YesToTexts reports whether words are a yes that speaks of texts: "si si le dije q le iban a llegar mensajes", "yes she knows about the
// texts". What is denied, asked or said with a but is none.
func YesToTexts(words string) bool {
	p := padded(words)
	f := strings.Fields(p)
	for len(f) > 0 && lexicon.OrderLeads.Has(f[0]) && !lexicon.Yes.Has(f[0]) {
		f = f[1:]
	}
	return len(f) > 2 && len(f) <= mostYes && lexicon.Yes.Has(f[0]) && lexicon.WaysText.In(p) && !strings.Contains(words, "?") &&
		!lexicon.NegativeWords.Any(f) && !lexicon.Unsure.Any(f) && !lexicon.ButWords.Any(f) && !lexicon.PlanNoTexts.In(p)
}

// mostToo is how many words say no more than that what was said of another is so of somebody.
const mostToo = 3

// mostYes is how many words a yes has: a longer text tells more.
const mostYes = 14

// NameAlone reads words that are nothing but somebody's whole name, in small letters too: "no, maria gomez".
func NameAlone(words string) (string, bool) {
	f := strings.Fields(strings.Trim(words, " .!"))
	for len(f) > 2 {
		w := lexicon.Look(lexicon.Plain(strings.Trim(f[0], ",")))
		if !w.In(lexicon.No) && !w.In(lexicon.OrderLeads) {
			break
		}
		f = f[1:]
	}
	if len(f) < 2 || len(f) > 3 || !lexicon.FirstNames.Has(lexicon.Plain(f[0])) {
		return "", false
	}
	for _, w := range f[1:] {
		if l := lexicon.Look(lexicon.Plain(w)); l.Known() && !l.In(lexicon.SurnamesToo) && !l.In(lexicon.FirstNames) &&
			!l.In(lexicon.AfterParticle) {
			return "", false
		}
	}
	return understand.ParseName(strings.Join(f, " "))
}
