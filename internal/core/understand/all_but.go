package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// AllBut is what a text wants otherwise, or beside, of what is shown and is right else: of "todo bien solo q no es jueves es el viernes" it
// is "no es jueves es el viernes", of "its friday not tomorrow, rest is fine" the first half. "" where it says nothing of the kind.
func AllBut(body string) string {
	body = strings.TrimSpace(body)
	if strings.ContainsAny(body, "?¿") {
		return ""
	}
	if n := lexicon.AllBut.Lead(body); n > 0 {
		return strings.Trim(body[n:], " ,.:;")
	}
	for _, p := range BehindJoins(body) {
		if lexicon.RestRight.Has(strings.TrimSpace(Padded(p[1]))) {
			return p[0]
		}
		if lexicon.RestRight.Has(strings.TrimSpace(Padded(p[0]))) {
			return p[1]
		}
	}
	return ""
}

// mostClears bounds, in words, a text that has nothing stand where something was said.
const mostClears = 9

// ClearsDeed reads which of what the contact said they would do and what was promised them is to be nothing after all: "change the
// promise to none", "quita el compromiso, no hay".
func ClearsDeed(body string) (theirs, own bool) {
	w := " " + wordsOf(body) + " "
	f := strings.Fields(w)
	if len(f) == 0 || len(f) > mostClears || strings.ContainsAny(body, "?¿") || !Declines(f[len(f)-1]) && !lexicon.TakesOut.In(w) {
		return false, false
	}
	own = lexicon.PromiseNouns.Any(f) || lexicon.OwnDeedSaid.In(w)
	theirs = lexicon.CommitmentNouns.Any(f) || lexicon.TheirDeedSaid.In(w)
	return theirs && !own, own && !theirs
}

// OfWhose takes out of a text whose doing it speaks of: of "no es jueves es el viernes lo de ella" that is the contact's.
func OfWhose(body string) (rest string, theirs, own bool) {
	w := " " + wordsOf(body) + " "
	theirs = lexicon.TheirOnes.In(w) || lexicon.TheirDeedSaid.In(w)
	own = lexicon.OwnDeedSaid.In(w)
	if !theirs && !own {
		return body, false, false
	}
	for _, l := range []lexicon.List{lexicon.TheirOnes, lexicon.TheirDeedSaid, lexicon.OwnDeedSaid} {
		w = leftOf(w, l)
	}
	return strings.TrimSpace(w), theirs && !own, own && !theirs
}
