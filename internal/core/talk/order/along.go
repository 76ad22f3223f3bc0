package order

import (
	"strings"

	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
)

// offersAlong takes a time that suits the speaker with words for the contact behind it: "im free thurs at 11, tell maria hi". Whether the
// one-on-one is moved is asked, and the words stand with it.
func offersAlong(t *turn.Turn) bool {
	pool := toCome(t)
	said, words := understand.ToldBeside(t.Body(), namesOf(pool))
	if words == "" || !understand.OffersTime(said, t.Planning()) {
		return false
	}
	hits, named := t.Meant(strings.TrimPrefix(t.Body(), said), pool)
	if len(hits) != 1 || !named && !understand.SpeaksOfSomebody(t.Body()) {
		return false
	}
	t.Happened(fact.TellSaid{Meet: hits[0], Words: strings.TrimRight(said, " .,") + ". " + understand.ToThem(words)})
	return true
}
