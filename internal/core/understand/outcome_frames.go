package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// theyCame reads "she came late", "vino con su esposo": who came, and how; "she came down with the flu" is none.
func theyCame(body string) bool {
	return slices.ContainsFunc(clauses(body), func(c string) bool {
		f := strings.Fields(wordsOf(c))
		for len(f) > 2 && small(f[:1], lexicon.OrderLeads) { // "ok so she came w her sister"
			f = f[1:]
		}
		for i, w := range f {
			if i > 2 || lexicon.NegativeWords.Has(w) || lexicon.Because.Has(w) {
				return false
			}
			if !lexicon.CameVerbs.Has(w) || !(i == 0 && lexicon.CameAlready.Has(w) || i > 0 && lexicon.ThirdSubjects.Has(f[i-1])) {
				continue
			}
			if i+1 == len(f) { // "yeah she came but was late"
				return i > 0 && len(strings.Fields(body)) > len(f) && !IsQuestion(body) && !lexicon.SaysIf.Any(f)
			}
			return lexicon.AfterCame.Has(f[i+1]) && (i+2 >= len(f) || !lexicon.NotAfterCame.Has(f[i+2]))
		}
		return false
	})
}

// nobodyThere reads "no one answered the door", "nadie me abrió".
func nobodyThere(w string) bool {
	f := strings.Fields(w)
	for i := range f {
		n := i + 1
		if i+2 < len(f) && lexicon.NobodyWords.Has(f[i]+" "+f[i+1]) {
			n = i + 2
		} else if !lexicon.NobodyWords.Has(f[i]) {
			continue
		}
		if lexicon.NobodyWas.Any(f[n:min(len(f), n+2)]) {
			return true
		}
	}
	return false
}

// endsInNo reads "her kid was sick so no": what kept them from meeting, and that it did.
func endsInNo(w string) bool {
	return slices.ContainsFunc(lexicon.SoNo.Padded(), func(p string) bool { return strings.HasSuffix(w, p) && len(w) > len(p) })
}

// notMet reports whether words say that the two did not meet: "no vi a rosa", "didnt see maria". Who was not seen may be somebody of
// theirs: "didnt see her kids".
func notMet(body, w string) bool {
	for _, p := range lexicon.SaysNotMet.Padded() {
		if _, after, ok := strings.Cut(w, p); ok {
			next, _, _ := strings.Cut(after, " ")
			said, rest := strings.Fields(p), strings.Fields(after)
			whom := lexicon.SeesVerbs.Has(said[len(said)-1]) || lexicon.MetVerbs.Has(said[len(said)-1])
			if !ofKin(next) && !lexicon.MuchOrLong.Has(next) && !(whom && (ofTheirs(rest) || lexicon.BehindSeen.Any(rest[:min(2, len(rest))]))) {
				return true
			}
		}
	}
	return slices.ContainsFunc(clauses(body), func(c string) bool { return deniesMeeting(strings.Fields(wordsOf(c))) })
}

// deniesMeeting reports whether a no stands right before what says that two met: "no vi a rosa". Of "no si vino" it is not so.
func deniesMeeting(f []string) bool {
	for i, word := range f {
		rest := f[i+1:]
		if !lexicon.NegativeWords.Has(word) || len(rest) == 0 || rest[0] == "si" || lexicon.Yes.Has(rest[0]) {
			continue
		}
		if n := longest(rest, lexicon.SaysMet); n > 0 && !ofTheirs(rest[n:]) && !lexicon.BehindSeen.Any(rest[n:min(n+2, len(rest))]) {
			return true
		}
		n := longest(rest, lexicon.SeesVerbs)
		for n > 0 && n < len(rest) && (lexicon.WithWhom.Has(rest[n]) || rest[n] == "a") {
			n++
		}
		if n > 0 && n < len(rest) && lexicon.FirstNames.Has(rest[n]) {
			return true
		}
	}
	return false
}

// ofTheirs reports whether words begin with somebody's kin: "kids", "a sus hijos".
func ofTheirs(f []string) bool {
	for i := 0; i < min(3, len(f)); i++ {
		if ofKin(f[i]) {
			return true
		}
		if !lexicon.Articles.Has(f[i]) && !lexicon.WhoseKin.Has(f[i]) && !lexicon.TheirPlaces.Has(strings.TrimSuffix(f[i], "s")) &&
			!lexicon.WithWhom.Has(f[i]) {
			return false
		}
	}
	return false
}
