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
	skipped, from := false, placeAgain(words)
	for i, w := range words {
		k := w.low
		if i < from {
			continue
		}
		if k == "at" && i+1 < len(words) && lexicon.NoPlaceAfterAt.Has(words[i+1].low) {
			continue
		}
		over := k == "to" && i > 0 && lexicon.OverTo.Has(words[i-1].low) // "over to my place"
		to := toPlace(words, i, spans)
		if !over && !to && k != "at" && k != "@" && k != "en" && !(strings.HasPrefix(k, "@") && len(k) > 2 && !strings.Contains(k, ".")) ||
			inSpans(w, spans) {
			continue
		}
		if deniesPlace(words, i) { // "not at the church this time, at his shop"
			continue
		}
		if keepsSomebody(words, i) { // "me salió algo en la escuela"
			skipped = true
			continue
		}
		if !homes && (lexicon.LivesAt.Has(prevWord(words, i)) || taleUpTo(words, i)) {
			skipped = true
			continue
		}
		first := i + 1
		if len(k) > 2 {
			first = i
		}
		owned := ownedBefore(words, i, spans)
		last := first
		for last < len(words) && last-first < mostPlaceWords && !inSpans(words[last], spans) {
			end := strings.HasSuffix(words[last].s, ".") || strings.HasSuffix(words[last].s, ";")
			theY := last == first+1 && words[first].low == "the" && words[last].low == "y"
			stops := stopsPlace(words[last].low) && !theY && !joinsPlace(words, last) && !atCorner(words, last, spans)
			if last > first && (newsOf(words, last) || !calledAfterKind(words, last, spans) &&
				(stops || leadsToNumber(words, last, spans) || behindPlace(s, words, first, last))) {
				break
			}
			last++
			if end || strings.HasSuffix(words[last-1].s, ",") && last < len(words) && (capital(words[last].s) || saysIs(words[last:]) ||
				!goesOnWhere(s[words[last].from:])) {
				break
			}
		}
		if last == first || k == "en" && !beginsAfterIn(words, i, first, last, spans) {
			continue
		}
		for last > first+1 && (lexicon.TrailsPlace.Has(words[last-1].low) || lexicon.Articles.Has(words[last-1].low)) {
			last--
		}
		if owned < i {
			first = owned
		}
		text := strings.Trim(s[words[first].from:words[last-1].to], " ,.;@")
		if text != "" && !(last == first+1 && (articlesOnly(text) || len(text) < 3 && onlyDigits(text))) { // "leave at 4"
			if to && lexicon.ToThe.Has(k) {
				text = "el " + text
			}
			return text, when.Span{From: w.from, To: words[last-1].to}
		}
	}
	if i, last := address(words, spans); last > i && !skipped {
		if i > 0 && lexicon.PlacesNamed.Has(words[i-1].low) && !inSpans(words[i-1], spans) { // "Starbucks 4th ave"
			i--
		}
		return strings.Trim(s[words[i].from:words[last-1].to], " ,.;"), when.Span{From: words[i].from, To: words[last-1].to}
	}
	return "", when.Span{}
}

// keepsSomebody reports whether what stands before word i says that something came up, or keeps somebody, there.
func keepsSomebody(words []word, i int) bool {
	var before []string
	for _, w := range words[max(0, i-3):i] {
		before = append(before, unmarked(w.low))
	}
	p := " " + strings.Join(before, " ") + " "
	for _, r := range lexicon.ReasonAt.Padded() {
		if strings.HasSuffix(p, r) {
			return true
		}
	}
	return false
}

// toPlace reports whether the word at i leads from a time to a place as whoever goes there says it: "rosa jueves 3pm al parque", "thu 3pm
// to the library".
func toPlace(words []word, i int, spans []when.Span) bool {
	if i == 0 || !inSpans(words[i-1], spans) || inSpans(words[i], spans) || !lexicon.MoveTo.Has(words[i].low) {
		return false
	}
	k := i + 1
	for !lexicon.ToThe.Has(words[i].low) && k < min(len(words), i+3) && (lexicon.Articles.Has(words[k].low) || whosePlace(words[k])) {
		k++
	}
	return k < len(words) && !inSpans(words[k], spans) && (k > i+1 || lexicon.ToThe.Has(words[i].low)) &&
		(placeNoun(unmarked(words[k].low)) || k > i+1 && whosePlace(words[k-1]) && lexicon.HomeNouns.Has(unmarked(words[k].low)))
}

// taleUpTo reports whether the clause in which word i stands tells of the person, and names no time: "shes a night nurse at harborview".
func taleUpTo(words []word, i int) bool {
	from := i
	for from > 0 && !strings.ContainsAny(words[from-1].s[len(words[from-1].s)-1:], ",.;!?") {
		from--
	}
	if from == 0 || i-from < 2 {
		return false
	}
	head := make([]string, 0, i-from)
	for _, w := range words[from:i] {
		head = append(head, w.s)
	}
	return beginsTale(strings.Join(head, " "))
}

// behindPlace reports whether a place that began at word first has ended before word i: "the library instead now", "la biblioteca otra
// vez". A word that is part of a name has its capital.
func behindPlace(s string, words []word, first, i int) bool {
	if capital(words[i].s) || lexicon.BehindPlace.Lead(s[words[i].from:]) == 0 ||
		i-1 > first && (whosePlace(words[i-1]) || besidePlace(words[i-1:i]) > 0 || words[i-1].low == "by") { // "by her work"
		return false
	}
	owned := whosePlace(words[first])
	for _, w := range words[first:i] {
		if low := unmarked(w.low); owned && lexicon.HomeNouns.Has(low) || !articled(low) && !lexicon.Articles.Has(low) &&
			!lexicon.WithinPlaces.Has(low) {
			return true
		}
	}
	return false
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
		return at > i && at < len(words) && lexicon.PhoneNouns.Has(unmarked(words[at-1].low)) && beginsPhone(words[at:]) // "her cell 206..."
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

// beginsPhone reports whether words begin with a number to call.
func beginsPhone(words []word) bool {
	digits := 0
	for _, w := range words {
		if strings.Trim(w.s, "+()-.,0123456789") != "" {
			break
		}
		for _, c := range w.s {
			if c >= '0' && c <= '9' {
				digits++
			}
		}
	}
	return digits >= 10
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
		named := capital(words[i-1].s) && !inSpans(words[i-1], spans) && unmarked(words[i-1].s) == words[i-1].s // "Northgate library"
		if !capital(w.s) && !((named || inSpans(words[i-1], spans)) && (i+1 == len(words) || inSpans(words[i+1], spans) ||
			lexicon.HasNoPhone.Lead(s[words[i+1].from:]) > 0)) {
			continue
		}
		first, last := i, i+1
		for first > 1 && i-first < 4 && capital(words[first-1].s) && !inSpans(words[first-1], spans) &&
			(unmarked(words[first-1].s) == words[first-1].s || saintAt(words, first-1)) {
			first--
		}
		if first < i && !inSpans(words[first-1], spans) && words[first-1].s != "-" { // it need not all be the place's name
			first = i
		}
		for last < len(words) && last-first < 6 && capital(words[last].s) && words[last].s != "I" && !inSpans(words[last], spans) &&
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

func prevWord(words []word, i int) string {
	if i == 0 {
		return ""
	}
	return unmarked(words[i-1].low)
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
		case strings.HasSuffix(low, "ish") && low[0] >= '0' && low[0] <= '9': // "1ish"
			return false
		case noun < 0 && (lexicon.Articles.Has(low) || whosePlace(w) || lexicon.PlaceWords.Has(low) || !lexicon.Look(low).Known() && i < 3):
		case noun >= 0 && lexicon.WithinPlaces.Has(low):
		case noun >= 0 && (!lexicon.Look(low).Known() || noun == 0 && likeName(w) || capital(w.s) || lexicon.PlaceWords.Has(low) ||
			lexicon.PlaceHeads.Has(low) ||
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

func stopsPlace(w string) bool {
	return lexicon.EndsPlace.Has(strings.Trim(w, ",."))
}

func articled(w string) bool {
	return lexicon.BeginsPlace.Has(lexicon.Plain(w))
}

func articlesOnly(s string) bool {
	return lexicon.NoPlaceAlone.Has(lexicon.Plain(s))
}

// OfSomebody reports whether what stands behind "my" or "her" is a place by whose it is: "house", "moms house", "job on rainier".
func OfSomebody(what string) bool {
	f := bare(strings.ReplaceAll(what, "'", ""))
	if _, _, door := doorOf(what); door {
		return true
	}
	return len(f) == 1 || len(f) == 2 && ofKin(f[0]) && lexicon.HomeNouns.Has(f[1]) ||
		len(f) > 2 && len(f) <= mostOfOwned && lexicon.OwnedPlaces.Has(f[0]) && lexicon.BehindOwned.Has(f[1])
}

// OwnedAt divides somebody's place from where it is: "church" and " by her house".
func OwnedAt(what string) (place, where string) {
	if home, door, ok := doorOf(what); ok { // "apt, 204"
		return home, door
	}
	if f := bare(what); len(f) < 3 || !lexicon.BehindOwned.Has(f[1]) {
		return what, ""
	}
	place, where, _ = strings.Cut(what, " ")
	return place, " " + where
}

// mostOfOwned is how many words name somebody's place at most, with where it is.
const mostOfOwned = 6

// mostNoPlace bounds, in bytes, what is no place.
const mostNoPlace = 14

// noPlaceAlone reports whether what was read as a place is none: "the place", "el lugar". Reading a longer one, or a name, costs nothing.
func noPlaceAlone(place string) bool {
	return place != "" && len(place) <= mostNoPlace && place[0] >= 'a' && lexicon.NoPlaceAlone.Has(lexicon.Plain(place))
}
