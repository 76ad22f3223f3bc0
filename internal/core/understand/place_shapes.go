package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// More shapes of places that nothing leads to: what is inside of a place, a corner, what somebody meets beside.

// insideTail is where one is inside of a place, and the place before it, if one is named: "cafeteria 2nd floor", "cuarto 12 motel 6".
func insideTail(words []word) bool {
	rest := words
	for n := insideEnds(rest); n > 0; n = insideEnds(rest) {
		rest = rest[:len(rest)-n]
	}
	switch {
	case len(rest) == len(words):
		return false
	case len(rest) == 0:
		return true
	case len(rest) == 1:
		low := unmarked(rest[0].low)
		return placeNoun(low) || lexicon.InPlaces.Has(low) || lexicon.PlacesNamed.Has(low)
	}
	return onlyPlace(rest, true) || tailShape(rest)
}

// insideEnds counts the words at the end that say where one is inside of a place: "room 4", "gym B", "2nd floor".
func insideEnds(words []word) int {
	if len(words) < 2 {
		return 0
	}
	last, prev := unmarked(words[len(words)-1].low), unmarked(words[len(words)-2].low)
	digits := strings.TrimRight(strings.TrimLeft(last, "#"), "abcdef")
	switch {
	case lexicon.FloorNouns.Has(last) && (ordinalStreet(prev) || lexicon.PlaceWords.Has(prev) || lexicon.Look(prev).Time == lexicon.Ordinal):
		return 2
	case !lexicon.RoomKinds.Has(prev):
	case len(digits) > 0 && len(digits) <= 4 && onlyDigits(digits), len(last) == 1 && (capital(words[len(words)-1].s) || last > "a"):
		return 2
	}
	return 0
}

// cornerOf is a corner with the word for it: "esquina de la 15 y yesler", "corner of pine and broadway".
func cornerOf(words []word) bool {
	if l := lexicon.Look(words[0].low); !l.Begins(lexicon.CornerLeads) && !l.In(lexicon.CornerLeads) {
		return false
	}
	for n := min(4, len(words)-2); n > 0; n-- {
		if joined := joinedWords(words[:n]); lexicon.CornerLeads.Has(joined) {
			return cornerTail(words[n:]) || crossTail(words[n:]) || plainCorner(words[n:])
		}
	}
	return false
}

func joinedWords(words []word) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = unmarked(w.low)
	}
	return strings.Join(out, " ")
}

// plainCorner is two streets by their names, which only a word for a corner before them makes one.
func plainCorner(words []word) bool {
	for k := 1; k+1 < len(words) && k < 3; k++ {
		if low := words[k].low; !lexicon.CornerJoins.Has(low) && !lexicon.And.Has(low) {
			continue
		}
		for i, w := range words {
			low := unmarked(w.low)
			if i != k && !lexicon.Articles.Has(low) && !onlyDigits(low) && (tells(low, lexicon.Look(low)) || len(low) < 3) {
				return false
			}
		}
		return len(words)-k < 4
	}
	return false
}

// meetsBeside is what somebody meets beside, with its article: "next to the taco truck". Without one it may be said of anything.
func meetsBeside(words []word) bool {
	n := besidePlace(words)
	if n == 0 || n+1 >= len(words) || !besideTail(words) {
		return false
	}
	next := words[n]
	joined := unmarked(words[n-1].low) // "al lado del puesto"
	return lexicon.Articles.Has(next.low) || whosePlace(next) || joined == "del" || joined == "al"
}

// ofHour finds the words right behind an hour that belong to it: "10 sharp", "a las 10 en punto", "2pm después de misa". A place may
// follow.
func ofHour(words []word, spans []when.Span) []when.Span {
	var out []when.Span
	for i := 1; i < len(words); i++ {
		if inSpans(words[i], spans) || !inSpans(words[i-1], spans) && (len(out) == 0 || !inSpans(words[i-1], out)) {
			continue
		}
		if to := i + exactAt(words, i); to > i {
			out = append(out, when.Span{From: words[i].from, To: words[to-1].to})
			continue
		}
		l := lexicon.Look(words[i].low)
		if l.Time != lexicon.After && l.Time != lexicon.Before && words[i].low != "post" {
			continue
		}
		for k := i + 1; k < len(words) && k <= i+3 && !inSpans(words[k], spans); k++ {
			if lexicon.HeldNouns.Has(unmarked(words[k].low)) {
				out = append(out, when.Span{From: words[i].from, To: words[k].to})
				break
			}
		}
	}
	return out
}

// exactAt counts the words at i that say how exactly an hour is meant.
func exactAt(words []word, i int) int {
	if l := lexicon.Look(unmarked(words[i].low)); !l.Begins(lexicon.HourExact) && !l.In(lexicon.HourExact) {
		return 0
	}
	for n := min(3, len(words)-i); n > 0; n-- {
		if lexicon.HourExact.Has(joinedWords(words[i : i+n])) {
			return n
		}
	}
	return 0
}

// beyondComma adds to a place where it is, behind its comma: "Starbucks, on Jackson".
func beyondComma(s, place string) string {
	at := strings.Index(s, place)
	if place == "" || at < 0 {
		return place
	}
	rest := s[at+len(place):]
	if !strings.HasPrefix(rest, ", ") {
		return place
	}
	if door := withDoor(s, place); door != place { // "su apto, el 204"
		return door
	}
	words := split(strings.TrimSpace(rest[1:]))
	to := 0
	for to < len(words) && to < mostBeyond && (to == 0 || !marksEnd(words[to-1])) {
		to++
	}
	if to < 2 || to < len(words) && !marksEnd(words[to-1]) {
		return place
	}
	first := words[0].low // "on", "en"
	on := lexicon.WithinPlaces.Has(first) && !lexicon.CornerJoins.Has(first) && !lexicon.Of.Has(first) && !lexicon.Articles.Has(first)
	for _, w := range words[1:to] {
		low := unmarked(w.low)
		if !capital(w.s) && !ordinalStreet(low) && !streetNoun(low) && !lexicon.Articles.Has(low) && !placeNoun(low) ||
			NamesTime(low) && !ordinalStreet(low) {
			return place
		}
	}
	if !on {
		return place
	}
	tail := strings.Trim(rest[:2+words[to-1].to], " .;!?")
	return place + tail
}

// mostBeyond is how many words say behind a comma where a place is.
const mostBeyond = 4

// headBeside is a kind of place and what it is beside: "bus stop across from safeway".
func headBeside(words []word) bool {
	for k := 1; k < len(words) && k < 4; k++ {
		if besidePlace(words[k:]) == 0 {
			continue
		}
		last := unmarked(words[k-1].low)
		return (placeNoun(last) || lexicon.StopNouns.Has(last)) && (k == 1 || onlyPlace(words[:k], true) ||
			lexicon.PlaceWords.Has(words[k-2].low) ||
			lexicon.NumberedPlace.Has(words[k-2].low)) && besideTail(words[k:])
	}
	return false
}

// eatenTail is what one eats with the name of where: "tacos chukis", "pollo loco de la ambaum".
func eatenTail(words []word) bool {
	if len(words) < 2 || len(words) > 5 || !lexicon.EatenThere.Has(words[0].low) {
		return false
	}
	for i, w := range words[1:] {
		low := unmarked(w.low)
		l := lexicon.Look(low)
		if i > 0 && i+2 < len(words) && (lexicon.WithinPlaces.Has(low) || l.In(lexicon.Articles)) {
			continue
		}
		if !letters(low) || len(low) < 3 || l.Known() && !l.In(lexicon.PlaceWords) || verbLike(low) {
			return false
		}
	}
	return true
}
