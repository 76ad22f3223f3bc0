package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// mostKind is how many words each part of a text has at most that is but kind.
const mostKind = 8

// JustKind reports whether a text does nothing but thank, bless, or say until when, so that nobody has to write back: "👍 gracias mija", "ok
// thanks ana!! 🙏", "thank you too, see you on the 12th". One that asks, or has something beside it, is none.
func JustKind(body string) bool {
	parts := Clauses(body)
	if len(parts) == 0 || IsQuestion(body) || strings.ContainsAny(body, "?¿") || AskedIn(body) > 0 || ReadCannot(body) {
		return false
	}
	kind := false
	for _, c := range parts {
		f := bare(c)
		if len(f) > mostKind {
			return false
		}
		p := Padded(c)
		sees := leadsKindly(f, lexicon.SeesYou)
		is := lexicon.ThankWords.In(p) || leadsKindly(f, lexicon.Thanking) || leadsKindly(f, lexicon.WishesWell) || sees
		if hasDigit(c) && !sees { // "gracias regreso como el 14"
			return false
		}
		kind = kind || is
		said := slices.DeleteFunc(slices.Clone(f), func(w string) bool { return saidKindly(lexicon.Look(w)) })
		if !is && len(said) > 1 || is && len(said) > mostBesideKind || lexicon.Negators.Any(f) || lexicon.ButWords.Any(f) {
			return false
		}
	}
	return kind
}

// mostBesideKind is how many words of their own a kind word has at most: whom it is to, and what for.
const mostBesideKind = 3

// leadsKindly reports whether words begin with one of a list, behind small words at most: "ok see u there".
func leadsKindly(f []string, l lexicon.List) bool {
	for i, w := range f {
		if l.Lead(strings.Join(f[i:], " ")) > 0 {
			return true
		}
		if x := lexicon.Look(w); !x.In(lexicon.Fillers) && !x.In(lexicon.Yes) && !x.In(lexicon.YesMildly) && !x.In(lexicon.Thanking) {
			return false
		}
	}
	return false
}

// saidKindly reports whether a word says nothing of its own in what is but kind.
func saidKindly(w *lexicon.Word) bool {
	return w.In(lexicon.Fillers) || w.In(lexicon.Thanking) || w.In(lexicon.ThankWords) || w.In(lexicon.ThanksGoesOn) ||
		w.In(lexicon.Address) || w.In(lexicon.Yes) || w.In(lexicon.YesMildly) || w.In(lexicon.Greeting) || w.In(lexicon.Laughter) ||
		w.In(lexicon.Interjections) || w.In(lexicon.WishesWell)
}
