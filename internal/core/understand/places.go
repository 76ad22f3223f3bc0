package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// mostPlaceWords bounds the words of a place.
const mostPlaceWords = 12

// findPlace takes what stands after at, @ or en and is no time: up to the next time, phone or comma-separated other thing. Where somebody
// lives or works is said of them, and taken only when nothing else is a place (homes).
func findPlace(s string, words []word, spans []when.Span, homes bool) (string, when.Span) {
	skipped := false
	for i, w := range words {
		k := w.low
		if k == "at" && i+1 < len(words) && lexicon.NoPlaceAfterAt.Has(words[i+1].low) {
			continue
		}
		if k != "at" && k != "@" && k != "en" && !(strings.HasPrefix(k, "@") && len(k) > 2 && !strings.Contains(k, ".")) || inSpans(w, spans) {
			continue
		}
		if i > 0 && lexicon.NotBeforeDay.Has(prevWord(words, i)) { // "not at the church this time, at his shop"
			continue
		}
		if !homes && lexicon.LivesAt.Has(prevWord(words, i)) {
			skipped = true
			continue
		}
		first := i + 1
		if len(k) > 2 {
			first = i
		}
		last := first
		for last < len(words) && last-first < mostPlaceWords && !inSpans(words[last], spans) {
			end := strings.HasSuffix(words[last].s, ".") || strings.HasSuffix(words[last].s, ";")
			if last > first && (stopsPlace(words[last].low) && !joinsPlace(words, last) || leadsToNumber(words, last, spans)) {
				break
			}
			last++
			if end || strings.HasSuffix(words[last-1].s, ",") && last < len(words) && (capital(words[last].s) || saysIs(words[last:]) ||
				!goesOnWhere(s[words[last].from:])) {
				break
			}
		}
		if last == first || k == "en" && !capital(strings.TrimLeft(words[first].s, "@")) && !articled(words[first].low) {
			continue
		}
		for last > first+1 && (lexicon.TrailsPlace.Has(words[last-1].low) || lexicon.Articles.Has(words[last-1].low)) {
			last--
		}
		text := strings.Trim(s[words[first].from:words[last-1].to], " ,.;@")
		if text != "" && !(last == first+1 && articlesOnly(text)) {
			return text, when.Span{From: w.from, To: words[last-1].to}
		}
	}
	if i, last := address(words, spans); last > i && !skipped {
		return strings.Trim(s[words[i].from:words[last-1].to], " ,.;"), when.Span{From: words[i].from, To: words[last-1].to}
	}
	return "", when.Span{}
}

// saysIs reports whether a clause begins that says what something is: "Studio 7, his court case is ...".
func saysIs(words []word) bool {
	for _, w := range words[:min(len(words), 5)] {
		if lexicon.IsWords.Has(unmarked(w.low)) {
			return true
		}
		if strings.ContainsAny(w.s[len(w.s)-1:], ",.;") {
			return false
		}
	}
	return false
}

// leadsToNumber reports whether what begins at word i is about a number to call: "her number is", "su cel", "no tengo su número". It ends
// what stood before it. A word for a phone alone does so only right before a number: one meets at the phone store.
func leadsToNumber(words []word, i int, spans []when.Span) bool {
	at := i
	for at < len(words) && at < i+5 && !inSpans(words[at], spans) && lexicon.BeforeNumber.Has(unmarked(words[at].low)) {
		at++
	}
	if at == len(words) || inSpans(words[at], spans) {
		return false
	}
	if w := words[at].low; !lexicon.PhoneNouns.Has(unmarked(w)) && w != "#" {
		return false
	}
	end := strings.HasSuffix(words[at].s, ":")
	for at++; at < len(words) && !inSpans(words[at], spans) && lexicon.AfterNumber.Has(unmarked(words[at].low)); at++ {
		end = true
	}
	return end || at == len(words) && at > i+1 || at < len(words) && inSpans(words[at], spans)
}

// joinsPlace reports whether an "and" stands within a place's name: "Pan y Vida".
func joinsPlace(words []word, i int) bool {
	if w := words[i].low; w != "and" && w != "y" || i+1 >= len(words) || words[i-1].s != unmarked(words[i-1].s) {
		return false
	}
	return capital(words[i-1].s) && capital(words[i+1].s) && !lexicon.FirstNames.Has(unmarked(words[i+1].low))
}

// nameSpans returns where the words of a name stand, so that "Jo Park" is not met in a park.
func nameSpans(words []word, name string) []when.Span {
	var out []when.Span
	if name == "" {
		return nil
	}
	parts := strings.Fields(name)
	for i := range words {
		for k, p := range parts {
			if i+k >= len(words) || !strings.EqualFold(strings.Trim(words[i+k].s, ",.;:!?()"), strings.Trim(p, ".")) {
				out = nil
				break
			}
			out = append(out, when.Span{From: words[i+k].from, To: words[i+k].to})
		}
		if len(out) > 0 {
			return out // once: "Jo Park fri 3pm Jefferson Park"
		}
	}
	return nil
}

// namedPlace takes a place that says what it is, without a preposition: "sat 10am library", "Thurs 3p Cafe Presse".
func namedPlace(s string, words []word, spans []when.Span) (string, when.Span) {
	for i, w := range words {
		if !placeNoun(strings.Trim(w.low, ",.;")) || inSpans(w, spans) || i == 0 {
			continue
		}
		if !capital(w.s) && !(inSpans(words[i-1], spans) && (i+1 == len(words) || inSpans(words[i+1], spans))) {
			continue
		}
		first, last := i, i+1
		for first > 1 && i-first < 4 && capital(words[first-1].s) && !inSpans(words[first-1], spans) &&
			unmarked(words[first-1].s) == words[first-1].s {
			first--
		}
		if first < i && !inSpans(words[first-1], spans) && words[first-1].s != "-" { // it need not all be the place's name
			first = i
		}
		for last < len(words) && last-first < 6 && capital(words[last].s) && !inSpans(words[last], spans) &&
			!strings.ContainsAny(words[last-1].s, ".;") {
			last++
		}
		if last+2 == len(words) && lexicon.WithinPlaces.Has(words[last].low) && !inSpans(words[last+1], spans) &&
			unmarked(words[last-1].s) == words[last-1].s && !sentenceWord(unmarked(words[last+1].low)) { // "Starbucks on broadway"
			last += 2
		}
		return strings.Trim(s[words[first].from:words[last-1].to], " ,.;"), when.Span{From: words[first].from, To: words[last-1].to}
	}
	return loosePlace(s, words, spans), when.Span{}
}

// loosePlace takes a place in lower case that stands alone between times, names and numbers: "fri 3pm food bank", "vie 5pm la panaderia",
// "behind the gas station", "cafe on 15th", "rm 214".
func loosePlace(s string, words []word, spans []when.Span) string {
	for i := 0; i < len(words); i++ {
		if inSpans(words[i], spans) || i == 0 || !inSpans(words[i-1], spans) {
			continue
		}
		to := i
		for to < len(words) && to-i < 8 && !inSpans(words[to], spans) {
			to++
			if strings.ContainsAny(words[to-1].s[len(words[to-1].s)-1:], ",;.") {
				break
			}
		}
		if to < len(words) && !inSpans(words[to], spans) && to-i == 8 {
			continue
		}
		from := i
		if n := besidePlace(words[from:to]); n > 0 && to-from > n && (onlyPlace(words[from+n:to], false) || plainly(words[from+n:to])) ||
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

func prevWord(words []word, i int) string {
	if i == 0 {
		return ""
	}
	return unmarked(words[i-1].low)
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
			if low := unmarked(words[k].low); low != first && !(low == first+"l" && (first == "de" || first == "a")) {
				break
			}
		}
		if k == f {
			return f
		}
	}
	return 0
}

// onlyPlace reports whether words are a place and nothing else: small words, what kind of place it is, and after it where that is. A
// room and its number are one too.
func onlyPlace(words []word, strict bool) bool {
	if len(words) == 2 && lexicon.NumberedPlace.Has(unmarked(words[0].low)) && onlyDigits(strings.TrimPrefix(unmarked(words[1].low), "#")) &&
		len(unmarked(words[0].low)) < 6 {
		return true
	}
	noun := -1
	for i, w := range words {
		low := unmarked(w.low)
		switch {
		case placeNoun(low), noun < 0 && lexicon.HomeNouns.Has(low) && (i > 0 && whosePlace(words[i-1]) || i == 0 && len(words) == 1):
			noun = i
		case noun < 0 && (lexicon.Articles.Has(low) || whosePlace(w) || lexicon.PlaceWords.Has(low) || !lexicon.Look(low).Known() && i < 3):
		case noun >= 0 && lexicon.WithinPlaces.Has(low):
		case noun >= 0 && (!lexicon.Look(low).Known() || noun == 0 && likeName(w) || capital(w.s) || lexicon.PlaceWords.Has(low) ||
			low[0] >= '0' && low[0] <= '9'):
		case noun < 0 && !strict && !sentenceWord(low):
		default:
			return false
		}
	}
	last := unmarked(words[len(words)-1].low)
	return noun >= 0 && (noun == len(words)-1 || len(last) > 2 || last[0] >= '0' && last[0] <= '9')
}

// whosePlace reports whether a word says whose a place is: my, her, su.
func whosePlace(w word) bool {
	l := lexicon.Look(unmarked(w.low))
	return l.In(lexicon.MyPlaces) || l.In(lexicon.TheirPlaces)
}

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
					return i, to + 1
				}
			}
		}
		if w.s[0] < '0' || w.s[0] > '9' || inSpans(w, spans) {
			continue
		}
		for k := i + 1; k < len(words) && k <= i+4 && !inSpans(words[k], spans); k++ {
			if !streetNoun(strings.Trim(words[k].low, ",.")) {
				continue
			}
			to = k + 1
			if to+1 < len(words) && (words[to].low == "apt" || words[to].low == "unit" || words[to].low == "#") {
				to += 2
			}
			return i, to
		}
	}
	return looseAddress(words, spans)
}

// looseAddress finds a number and a street that is not called one: "1215 Denny", up to a time, a mark or the end.
func looseAddress(words []word, spans []when.Span) (from, to int) {
	for i := range words {
		if i == 0 || !houseNumber(words, i, spans) || lexicon.Counted.Has(unmarked(words[i+1].low)) {
			continue
		}
		for to = i + 1; to < len(words) && to < i+4 && capital(words[to].s) && !inSpans(words[to], spans); {
			to++
			if unmarked(words[to-1].s) != words[to-1].s {
				return i, to
			}
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

func stopsPlace(w string) bool {
	return lexicon.EndsPlace.Has(strings.Trim(w, ",."))
}

func articled(w string) bool {
	return lexicon.BeginsPlace.Has(lexicon.Plain(w))
}

func articlesOnly(s string) bool {
	return lexicon.NoPlaceAlone.Has(lexicon.Plain(s))
}
