package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// beginsAfterIn reports whether what stands behind "en" at word i is a place and not "en inglés", "en un rato": it has an article or a
// capital, says what kind of place it is, or has at least the shape of a place right behind a time, a name or a number.
func beginsAfterIn(words []word, i, first, last int, spans []when.Span) bool {
	w := words[first]
	if capital(strings.TrimLeft(w.s, "@")) || articled(w.low) {
		return true
	}
	l := lexicon.Look(unmarked(w.low))
	if l.In(lexicon.Articles) {
		return false
	}
	place := words[first:last]
	return l.In(lexicon.PlacesNamed) || nounTail(place) || kindTail(place) || unknownBeside(place) ||
		homeOfTail(place) ||
		l.In(lexicon.PlaceNouns) && last == first+1 || last > first+2 && calledAfterKind(words, first+1, spans) ||
		i > 0 && inSpans(words[i-1], spans) && unknownTail(place)
}

// onlyUsualPlace reports whether words say that it is where it was before, and no more: whoever knows where that was fills it in.
func onlyUsualPlace(place string) bool {
	w := wordsOf(place)
	if first, rest, _ := strings.Cut(w, " "); lexicon.Articles.Has(first) {
		w = rest
	}
	if first, _, more := strings.Cut(w, " "); more && lexicon.SameThing.Has(first) {
		f := strings.Fields(w)
		_, to, same := sameKind(f)
		return same && to == len(f) || lexicon.SamePlace.Has(w) || lexicon.UsualPlace.Has(w)
	}
	return lexicon.UsualPlace.Has(w) || lexicon.SamePlace.Has(w)
}

// calledAfterKind reports whether an article stands before the name of the kind of place before it: "la taqueria el asadero".
func calledAfterKind(words []word, i int, spans []when.Span) bool {
	if i+1 >= len(words) || inSpans(words[i+1], spans) || !lexicon.Articles.Has(words[i].low) ||
		!placeNoun(words[i-1].low) && !lexicon.EatenThere.Has(words[i-1].low) {
		return false
	}
	low := unmarked(words[i+1].low)
	l := lexicon.Look(low)
	named := (len(low) > 3 || len(low) == 3 && l.Time == lexicon.NoList && !sentenceWord(low) && !lexicon.Interjections.Has(low)) &&
		!tells(low, l) && !l.In(lexicon.FirstNames) // "el buen pastor", "el rey"
	return letters(low) && (!l.Known() || capital(words[i+1].s) || named)
}

// deniesPlace reports whether it is said that it is not at the place to which word i leads: "no es en la biblioteca". A "no," answers.
func deniesPlace(words []word, i int) bool {
	if i > 1 && lexicon.IsWords.Has(words[i-1].low) && words[i-1].s == unmarked(words[i-1].s) {
		i--
	}
	if i == 0 || words[i-1].s != unmarked(words[i-1].s) {
		return false
	}
	prev := lexicon.Look(words[i-1].low)
	return prev.In(lexicon.NotBeforeDay) || prev.In(lexicon.Negators)
}

func tailAgain(s string, words []word, spans []when.Span, place string) string {
	end := strings.Index(s, place) + len(place)
	for i := len(words) - 2; place != "" && i > 0 && words[i].from >= end; i-- {
		k := takesNameBack(words, i)
		if k == i || k >= len(words) || strings.Trim(s[end:words[i].from], " ,.;-") != "" {
			continue
		}
		to := k
		for to < len(words) && !inSpans(words[to], spans) && (to == k || !marksEnd(words[to-1])) {
			to++
		}
		if to > k && tailShape(words[k:to]) {
			return strings.Trim(s[words[k].from:words[to-1].to], " ,.;!")
		}
	}
	return place
}

// withoutNameAt takes the name of whom one meets off the end of a place, where it is said for the second time: "meeting carla weds 4 at the
// library carla 206-555-0174".
func withoutNameAt(place, person, words string) string {
	first, _, _ := strings.Cut(person, " ")
	at, name := strings.LastIndexByte(place, ' '), wordsOf(first)
	if at < 0 || name == "" || wordsOf(place[at+1:]) != name || strings.Count(Padded(words), " "+name+" ") < 2 ||
		lexicon.Of.Has(wordsOf(place[strings.LastIndexByte(place[:at], ' ')+1:at])) { // "casa de Armando"
		return place
	}
	return place[:at]
}

// besidePlace counts the words of "behind" or "across from" with which a place begins.
func besidePlace(words []word) int {
	for _, p := range lexicon.BesidePlace.Words() {
		f := strings.Count(p, " ") + 1
		if f > len(words) {
			continue
		}
		k, rest := 0, p
		for ; k < f; k++ {
			var first string
			first, rest, _ = strings.Cut(rest, " ")
			if low := unmarked(words[k].low); low != first && !(low == "d" && first == "de") &&
				!(low == first+"l" && (first == "de" || first == "a")) {
				break
			}
		}
		if k == f {
			return f
		}
	}
	return 0
}

// namesKind reports whether an "el" is the article of a place's name, behind what kind of place it is: "la iglesia el buen pastor".
func namesKind(f []string, i int) bool {
	if strings.ToLower(f[i]) != "el" || i+1 >= len(f) || !placeNoun(strings.TrimSpace(Padded(f[i-1]))) {
		return false
	}
	next := strings.TrimSpace(Padded(f[i+1]))
	return !verbLike(next) && !sentenceWord(next)
}
