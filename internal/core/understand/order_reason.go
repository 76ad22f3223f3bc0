package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// OrderBesideReason is the part of a text that gives the one-on-one with one of these another time, where all else is what takes its
// writer's own time, with its own place and hour: of "me salió junta en la escuela de mi hijo, pasemos lo de rosa a las 4 y media" it is
// "pasemos lo de rosa a las 4 y media". ok is false where anything else is said.
func OrderBesideReason(body string, names ...string) (order string, ok bool) {
	parts := Clauses(soApart(becauseApart(body)))
	if len(parts) < 2 || len(parts) > mostReasons {
		return "", false
	}
	for _, p := range parts {
		switch {
		case namedOneOf(p, names):
			if order != "" || !movesSomebody(p) {
				return "", false
			}
			order = p
		case !ownOccasion(p):
			return "", false
		}
	}
	return strings.TrimSpace(order[lexicon.SoThen.Lead(order):]), order != ""
}

// mostReasons is how many parts such a text has at most.
const mostReasons = 4

func namedOneOf(part string, names []string) bool {
	p := Padded(part)
	for _, n := range names {
		if strings.Contains(p, Padded(n)) || strings.Contains(p, strings.TrimRight(Padded(n), " ")+"s ") {
			return true
		}
	}
	return false
}

// movesSomebody reports whether a part has a verb of moving, or puts an hour in another's place.
func movesSomebody(part string) bool {
	f := bare(part)
	return lexicon.MoveVerbs.Any(f) || lexicon.MoveOrders.Any(f) || lexicon.MovedOrders.Any(f) || lexicon.MovesBeside.In(Padded(part))
}

// ownOccasion reports whether a part tells of something that takes its writer's own time: "my son has a game at the park at 3".
func ownOccasion(part string) bool {
	for n := lexicon.RereadLeads.Lead(part); n > 0 && n < len(part); n = lexicon.RereadLeads.Lead(part) { // "ugh i have ..."
		part = strings.TrimLeft(part[n:], " ,")
	}
	p := Padded(part)
	f := strings.Fields(p)
	if len(f) == 0 || len(f) > maxBusy+3 || lexicon.NegativeWords.Any(f) || lexicon.TellVerbs.Any(f) {
		return false
	}
	return lexicon.OwnBusyLeads.Lead(part) > 0 || lexicon.CameUp.Lead(part) > 0 || lexicon.OccasionLeads.Lead(part) > 0 ||
		lexicon.OwnBusyThings.Lead(part) > 0
}

// becauseApart puts what follows a "because" into a part of its own.
func becauseApart(body string) string {
	f := strings.Fields(body)
	var out []string
	for i, w := range f {
		if i > 0 && i+1 < len(f) && lexicon.Because.Has(bareWord(strings.ToLower(w))) {
			out[len(out)-1] = strings.TrimRight(out[len(out)-1], ",") + ","
			continue
		}
		out = append(out, w)
	}
	return strings.Join(out, " ")
}
