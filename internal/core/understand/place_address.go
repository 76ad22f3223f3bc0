package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// houseNumber reports whether the word at i is the number of a house: "1215 Denny", and no number to call, no hour.
func houseNumber(words []word, i int, spans []when.Span) bool {
	w := words[i]
	return len(w.s) >= 3 && len(w.s) <= 5 && onlyDigits(w.s) && !inSpans(w, spans) && !lexicon.NumberedPlace.Has(prevWord(words, i)) &&
		i+1 < len(words) && capital(words[i+1].s) && !inSpans(words[i+1], spans)
}

// address finds a street address: a number, up to three words, a word for a street, and the apartment after it.
func address(words []word, spans []when.Span) (from, to int) {
	for i, w := range words {
		if k := w.low; k == "calle" || k == "avenida" {
			for to = i + 1; to < len(words) && to <= i+5 && !inSpans(words[to], spans); to++ {
				if c := words[to].s[0]; c >= '0' && c <= '9' {
					return i, withUnit(words, to+1)
				}
			}
		}
		if w.s[0] < '0' || w.s[0] > '9' || inSpans(w, spans) || lexicon.LeadsToName.Has(w.low) {
			continue
		}
		for k := i + 1; k < len(words) && k <= i+4 && !inSpans(words[k], spans); k++ {
			if !streetNoun(strings.Trim(words[k].low, ",.")) || k == i+1 && saintAt(words, k) {
				continue
			}
			to = k + 1
			return i, withUnit(words, to)
		}
	}
	return looseAddress(words, spans)
}

// saintAt reports whether a "St." is a saint's, by the name behind it: "1400 St. Andrews Dr".
func saintAt(words []word, k int) bool {
	return unmarked(words[k].low) == "st" && k+1 < len(words) && capital(words[k+1].s) && !hasDigit(words[k+1].s)
}

// looseAddress finds a number and a street that is not called one: "1215 Denny", up to a time, a mark or the end.
func looseAddress(words []word, spans []when.Span) (from, to int) {
	for i := range words {
		if pointed(words, i, spans) {
			return i, withUnit(words, i+3)
		}
		if i == 0 || !houseNumber(words, i, spans) || lexicon.Counted.Has(unmarked(words[i+1].low)) {
			continue
		}
		for to = i + 1; to < len(words) && to < i+4 && capital(words[to].s) && !inSpans(words[to], spans); {
			to++
			if unmarked(words[to-1].s) != words[to-1].s {
				return i, to
			}
		}
		if unit := withUnit(words, to); unit > to {
			return i, unit
		}
		if to == len(words) || inSpans(words[to], spans) {
			return i, to
		}
	}
	return 0, 0
}

func streetNoun(w string) bool {
	return lexicon.StreetNouns.Has(w)
}

func placeNoun(w string) bool {
	return lexicon.PlaceNouns.Has(w)
}
