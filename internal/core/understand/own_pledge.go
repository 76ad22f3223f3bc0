package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// Pledge is what somebody says that they themselves will do for another, unasked.
type Pledge struct {
	What   string // what is to be done, in their words
	Whom   bool   // it says for whom
	Told   bool   // it was promised: "i promised jo a flyer"
	ToThem bool   // it may be said to whom it is done for: "le llamo mañana"
}

// mostPledge is how many words tell one such thing.
const mostPledge = 14

// OwnPledge reads what somebody says that they will do for one of these, or for somebody third: "ill call her tmrw", "i promised jo a
// flyer", "le llamo mañana". What is said to somebody is none: "ill call you".
func OwnPledge(body string, names []string) (Pledge, bool) {
	f := strings.Fields(strings.TrimSpace(body))
	if len(f) < 3 || len(f) > mostPledge || strings.ContainsAny(body, "?¿") || lexicon.Negators.Any(bare(body)) ||
		lexicon.InsteadOf.Any(bare(body)) {
		return Pledge{}, false
	}
	for len(f) > 3 && (lexicon.Interjections.Has(bareWord(strings.ToLower(f[0]))) || lexicon.Yes.Has(bareWord(strings.ToLower(f[0])))) {
		f = f[1:]
	}
	words := strings.Join(f, " ")
	if n := lexicon.PledgeTold.Lead(words); n > 0 && n < len(words) {
		return Pledge{What: words, Told: true, Whom: true}, true
	}
	third := slices.ContainsFunc(names, func(n string) bool { return strings.Contains(betweenSpaces(words), betweenSpaces(n)) }) ||
		lexicon.ThirdPersons.Any(bare(words))
	if lexicon.PledgeNow.Lead(words) > 0 {
		return Pledge{What: words, ToThem: true, Whom: true}, true
	}
	if rest, ok := beginsAs(words, lexicon.PledgeWill); ok && beginsErrand(rest) && !lexicon.OfYou.Any(bare(rest)) {
		return Pledge{What: rest, Whom: third}, true
	}
	return Pledge{}, false
}

// PledgesToYou reports whether words tell somebody what their writer will do for them: "ill call you tomorrow". Its day is that of the
// deed.
func PledgesToYou(words string) bool {
	rest, ok := beginsAs(strings.TrimSpace(words), lexicon.PledgeWill)
	return ok && beginsErrand(rest) && lexicon.OfYou.Any(bare(rest))
}

// NamesSomebody reports whether somebody is named by a first name.
func NamesSomebody(body string) bool {
	f := bare(body)
	return slices.ContainsFunc(f, func(w string) bool { return lexicon.FirstNames.Has(w) && !lexicon.Look(w).In(lexicon.Fillers) })
}

// callsOnce reports whether words say that somebody is to be called on one day, and not on which days: "call her tmrw", and not "call her
// tuesdays".
func callsOnce(f []string) bool {
	return len(f) > 2 && len(f) <= mostPast && lexicon.ErrandVerbs.Has(f[0]) && lexicon.ThirdPersons.Any(f[1:2]) &&
		slices.ContainsFunc(f[2:], func(w string) bool {
			l := lexicon.Look(w).Time
			return l == lexicon.Weekday || l == lexicon.Tomorrow || l == lexicon.Today
		})
}
