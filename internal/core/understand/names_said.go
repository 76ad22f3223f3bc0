package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// calledSo finds the name that somebody is said to have, of whom more is told: "el primo de rosa, se llama beto", "a guy at the laundromat
// named ray". A place that is called something has none.
func calledSo(words []word, spans []when.Span) string {
	for i := 1; i+1 < len(words); i++ {
		if l := lexicon.Look(unmarked(words[i].low)); !l.Begins(lexicon.IsCalled) && !l.In(lexicon.IsCalled) {
			continue
		}
		n := 0
		for k := min(mostCalled, len(words)-i-1); k > 0 && n == 0; k-- {
			if lexicon.IsCalled.Has(lowOf(words[i : i+k])) {
				n = k
			}
		}
		if n == 0 || inSpans(words[i], spans) || ofThing(words[:i]) && !lexicon.FirstNames.Has(unmarked(words[i+n].low)) || !someone(words[:i]) {
			continue
		}
		if name := nameFrom(words, i+n, spans, true); name != "" {
			return name
		}
	}
	return ""
}

// mostCalled is how many words say so.
const mostCalled = 3

// ofThing reports whether the words before end with a place or a thing.
func ofThing(words []word) bool {
	last := unmarked(words[len(words)-1].low)
	return placeNoun(last) || lexicon.PlacesNamed.Has(last) && !someone(words[max(0, len(words)-4):])
}

// someone reports whether somebody is spoken of who has not been named: "a guy", "el primo de rosa", "una señora".
func someone(words []word) bool {
	for _, w := range words {
		low := unmarked(w.low)
		if lexicon.Kin.Has(low) || lexicon.Relations.Has(low) || lexicon.NotPeople.Has(low) || lexicon.SpeltTitles.Has(low) {
			return true
		}
	}
	return false
}

// initialAlone reports whether a letter without its full stop is the initial of a surname: it stands between a first name and a time, a
// number to call or the end, and is no word that is texted as a letter: "keisha b 12/3".
func initialAlone(words []word, k, given int, spans []when.Span) bool {
	w := unmarked(words[k].s)
	if given != 1 || len(w) != 1 || (w[0]|0x20) < 'a' || (w[0]|0x20) > 'z' || k == 0 || words[k-1].s != unmarked(words[k-1].s) ||
		lexicon.LetterAlone.Has(strings.ToLower(w)) && (w != strings.ToUpper(w) || !capital(words[k-1].s) ||
			lexicon.Articles.Has(strings.ToLower(w))) {
		return false
	}
	return k+1 < len(words) && (inSpans(words[k+1], spans) || phoneAt(words, k+1) || w != words[k].s || leadsToTime(words[k+1].low) ||
		lexicon.DayLeads.Has(words[k+1].low))
}

// bigName reports whether a name begins with what somebody is called by: "Big Mike", "lil ray", "old man joe".
func bigName(words []word, k int, led bool) bool {
	low := unmarked(words[k].low)
	if !lexicon.Nicks.Has(low) || k+1 >= len(words) || words[k].s != unmarked(words[k].s) {
		return false
	}
	next := words[k+1]
	if n := k + 2; lexicon.Nicks.Has(next.low) && n < len(words) { // "old man joe"
		return (led || capital(words[k].s)) && lexicon.FirstNames.Has(unmarked(words[n].low))
	}
	return (led || capital(words[k].s)) && (lexicon.FirstNames.Has(unmarked(next.low)) ||
		capital(words[k].s) && capital(next.s) && likeName(next))
}

// joinedAt reports whether a preposition and its article are written as one word before somebody: "voy a ver ala señora carmen".
func joinedAt(words []word, i int) bool {
	if i+1 >= len(words) || !lexicon.JoinedSmall.Has(words[i].low) || capital(words[i].s) {
		return false
	}
	low := unmarked(words[i+1].low)
	return relation(low) || lexicon.Titles.Has(low) || lexicon.SpeltTitles.Has(low) || lexicon.FirstNames.Has(low) || lexicon.Kin.Has(low) ||
		lexicon.NickNames.Has(low)
}

// spelledTitle reports whether a title that is written out stands before a name in small letters: "el padre jorge".
func spelledTitle(words []word, i int) bool {
	low := words[i].low
	if i+1 >= len(words) || capital(words[i].s) || !lexicon.SpeltTitles.Has(low) && !lexicon.Clergy.Has(low) {
		return false
	}
	next := unmarked(words[i+1].low)
	return lexicon.FirstNames.Has(next) || words[i+1].named || capital(words[i+1].s) && likeName(words[i+1])
}

// firstOfTwo finds who is named first of two before a time: "jerome and his sister kesha both sat 11am".
func firstOfTwo(words []word, spans []when.Span) string {
	if len(words) < 4 || inSpans(words[0], spans) || !lexicon.FirstNames.Has(words[0].low) && !capital(words[0].s) {
		return ""
	}
	to := 1
	for to < 3 && to < len(words) && likeName(words[to]) {
		to++
	}
	if to >= len(words) || !lexicon.CoupleJoins.Has(words[to].low) || !lexicon.FirstNames.Has(words[0].low) {
		return ""
	}
	for k := to + 1; k < len(words) && k <= to+mostOfSecond; k++ {
		low := unmarked(words[k].low)
		l := lexicon.Look(low)
		switch {
		case inSpans(words[k], spans):
			if k == to+1 {
				return ""
			}
			return strings.TrimSpace(joinName(words[:to]))
		case !l.In(lexicon.Kin) && !l.In(lexicon.Articles) && !l.In(lexicon.TheirPlaces) && !l.In(lexicon.BothOf) && !likeName(words[k]) &&
			!l.In(lexicon.BeforeName):
			return ""
		}
	}
	return ""
}

// mostOfSecond is how many words name the second.
const mostOfSecond = 5

func joinName(words []word) string {
	parts := make([]string, 0, len(words))
	for _, w := range words {
		parts = append(parts, nameCase(unmarked(w.s), len(parts)))
	}
	return strings.Join(parts, " ")
}

// HasNoPhone reports whether a text says that somebody has no phone, or that nobody knows their number: "no tiene cel".
func HasNoPhone(body string) bool {
	for rest := body; ; {
		_, to := lexicon.HasNoPhone.Find(rest)
		if to <= 0 {
			return false
		}
		rest = rest[to:]
		if next := wordsOf(firstWordOf(rest)); next == "" || !lexicon.CallWords.Has(next) && !placeNoun(next) && !lexicon.NotPeople.Has(next) {
			return true // "no phone calls", "no phone bank"
		}
	}
}
