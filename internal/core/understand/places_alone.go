package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// Places that nothing leads to but what they are.

// roomPlace takes a room or a building that one is in: "in the lobby", "in hall 8". It is for texts that name somebody and a time.
func roomPlace(s string, words []word, spans []when.Span) string {
	for i := 1; i+1 < len(words); i++ {
		if words[i].low != "in" || inSpans(words[i], spans) {
			continue
		}
		k := i + 1
		for k < len(words)-1 && k < i+3 && (lexicon.Articles.Has(words[k].low) || whosePlace(words[k]) || lexicon.PlaceWords.Has(words[k].low)) {
			k++
		}
		if inSpans(words[k], spans) || !lexicon.InPlaces.Has(unmarked(words[k].low)) {
			continue
		}
		to := k + 1
		for to < len(words) && to < k+4 && !inSpans(words[to], spans) && unmarked(words[to-1].s) == words[to-1].s &&
			(hasDigit(words[to].s) || capital(words[to].s) || len(unmarked(words[to].s)) == 1 || placeNoun(unmarked(words[to].low)) ||
				lexicon.InPlaces.Has(unmarked(words[to].low))) {
			to++
		}
		return strings.Trim(s[words[i+1].from:words[to-1].to], " ,.;!")
	}
	return ""
}

// loosePlace takes a place in lower case that stands alone between times, names and numbers: "fri 3pm food bank", "vie 5pm la panaderia",
// "behind the gas station", "cafe on 15th", "rm 214".
func loosePlace(s string, words []word, spans []when.Span) string {
	for i := 0; i < len(words); i++ {
		if inSpans(words[i], spans) || i == 0 || !inSpans(words[i-1], spans) {
			continue
		}
		to := i
		for to < len(words) && to-i < 8 && !inSpans(words[to], spans) && !(to > i && conditionAt(words, to)) {
			to++
			if strings.ContainsAny(words[to-1].s[len(words[to-1].s)-1:], ",;.") {
				break
			}
		}
		if to < len(words) && !inSpans(words[to], spans) && to-i == 8 && !conditionAt(words, to) {
			continue
		}
		from := i
		if n := besidePlace(words[from:to]); n > 0 && to-from > n && (onlyPlace(words[from+n:to], false) || plainly(words[from+n:to])) ||
			n > 0 && to < len(words) && inSpans(words[to], spans) && meetsBeside(words[from:to]) ||
			onlyPlace(words[from:to], true) {
			return strings.Trim(s[words[from].from:words[to-1].to], " ,.;")
		}
	}
	return aloneAsPlace(s, words, spans)
}

// plainly reports whether words name something beside which one meets: none of them is of a sentence, and one has its capital.
func plainly(words []word) bool {
	named := false
	for _, w := range words {
		low := unmarked(w.low)
		if sentenceWord(low) && !lexicon.Articles.Has(low) && !lexicon.WithinPlaces.Has(low) {
			return false
		}
		named = named || capital(w.s)
	}
	return named
}

// aloneAsPlace takes what stands for a place wherever it stands: "zoom w dana", "rosa fri 3pm video call".
func aloneAsPlace(s string, words []word, spans []when.Span) string {
	for i, w := range words {
		if inSpans(w, spans) {
			continue
		}
		n, k := lexicon.PlacesAlone.Lead(s[w.from:]), lexicon.PhoneAlone.Lead(s[w.from:])
		if n > 0 && lexicon.ByWhich.Has(prevWord(words, i)) || n == 0 && !(k > 0 && i > 0 && inSpans(words[i-1], spans) && w.from+k == len(s)) {
			continue
		}
		return strings.Trim(s[w.from:w.from+max(n, k)], " ,.;!")
	}
	return ""
}

// withRoom puts before a place which of several it is in, where that stands right before it: "bldg C laundry", "edificio B lavandería".
func withRoom(s string, words []word, spans []when.Span, place string) string {
	at := strings.Index(s, place)
	for k := range words {
		if place == "" || words[k].from != at || k < 2 {
			continue
		}
		n := insideEnds(words[:k])
		if n == 0 || unmarked(words[k-1].s) != words[k-1].s || inSpans(words[k-1], spans) || inSpans(words[k-n], spans) {
			break
		}
		return s[words[k-n].from : at+len(place)]
	}
	return place
}
