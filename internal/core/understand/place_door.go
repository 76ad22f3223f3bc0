package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// mostOfDoor is how many words say at which door somebody's home is: "la puerta azul".
const mostOfDoor = 4

// doorOf divides somebody's home from the door at which it is: "apt, 204" is "apt" and ", 204", "place, apt 3B" is "place" and ", apt 3B".
// ok false where words are no such home.
func doorOf(what string) (home, door string, ok bool) {
	f := strings.Fields(what)
	if len(f) < 2 || len(f) > mostOfDoor+1 {
		return what, "", false
	}
	home = strings.TrimRight(f[0], ",")
	low := lexicon.Plain(strings.ToLower(home))
	if !lexicon.OwnedPlaces.Has(low) && !lexicon.HomeNouns.Has(low) || !isDoor(f[1:], home != f[0]) {
		return what, "", false
	}
	return home, what[len(home):], true
}

// SaysDoor reports whether words say at which door somebody's home is, and no more: "el 204".
func SaysDoor(words string) bool { return isDoor(strings.Fields(words), false) }

// isDoor reports whether words say at which door somebody's home is: "204", "#12", "el 204", "unit 5". Behind a mark it may be told by its
// look: "la azul".
func isDoor(f []string, marked bool) bool {
	if len(f) == 0 || len(f) > mostOfDoor {
		return false
	}
	first := bareWord(strings.ToLower(f[0]))
	last := f[len(f)-1]
	numbered := hasDigit(last) && len(last) <= len("#1204b")
	switch {
	case len(f) == 1:
		return numbered && !NamesTime(first) && !strings.ContainsAny(last, ":ap") || strings.HasPrefix(f[0], "#")
	case lexicon.NumberedPlace.Has(first):
		return numbered || len(f) == 2
	case lexicon.Articles.Has(first) && len(f) == 2:
		return numbered && len(strings.Trim(last, ".,#")) > 2 || marked && !hasDigit(last) && !NamesTime(bareWord(strings.ToLower(last)))
	}
	return false
}

// withDoor adds the door to somebody's home that is named behind a comma: "su apto" of "en su apto, el 204".
func withDoor(s, place string) string {
	f := strings.Fields(place)
	at := strings.Index(s, place)
	if len(f) < 2 || at < 0 || !strings.HasPrefix(s[at+len(place):], ", ") {
		return place
	}
	noun := bareWord(strings.ToLower(f[len(f)-1]))
	rest := strings.TrimSpace(s[at+len(place)+1:])
	if end := strings.IndexAny(rest, ",.;!?"); end >= 0 {
		rest = rest[:end]
	}
	g := strings.Fields(rest)
	whose := bareWord(strings.ToLower(f[0]))
	if !lexicon.OwnedPlaces.Has(noun) && !lexicon.HomeNouns.Has(noun) || !lexicon.TheirPlaces.Has(whose) && !lexicon.MyPlaces.Has(whose) {
		return place
	}
	for n := min(2, len(g)); n > 0; n-- {
		if n < len(g) && hasDigit(g[n]) { // "su casa, 206 555 0143"
			continue
		}
		if isDoor(g[:n], false) && (n == len(g) || hasDigit(g[n-1])) {
			return place + ", " + strings.Join(g[:n], " ")
		}
	}
	return place
}
