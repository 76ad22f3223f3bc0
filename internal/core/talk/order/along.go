package order

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
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

// tellsThen shows words that somebody is to be told when something has happened, of which nobody here learns: they go now, or not.
func tellsThen(t *turn.Turn) bool {
	_, order, ok := understand.TellsThen(t.Body())
	if !ok {
		return false
	}
	whom, words, _ := understand.ReadTell(order)
	hits, rest := t.NameOf(whom, near(t))
	switch {
	case len(hits) > 0 && words == "":
		words = understand.WithoutKnow(rest)
	case len(hits) == 0 && understand.BeginsWithPerson(whom):
		hits, _ = t.Meant("", near(t))
		if words == "" {
			_, words, _ = strings.Cut(whom, " ")
		}
		words = understand.WithoutKnow(words)
	}
	if words = strings.TrimSpace(words); words == "" || len(hits) == 0 || several(hits) {
		return false
	}
	if turn.MayText(hits[0].Contact) {
		t.SayFirst(t.Say(lang.TellThen))
	}
	t.Happened(fact.TellSaid{Meet: hits[0], Words: words})
	return true
}

// cancelsIf sets down that somebody is called off where they do not answer: nothing is called off by itself, and the organizer is reminded.
func cancelsIf(t *turn.Turn) bool {
	if !understand.CancelsIf(t.Body()) || t.Heard().Command != understand.None {
		return false
	}
	hits, named := t.Meant(phrase.WithoutTimes(t.Body(), t.Planning()), toCome(t))
	if len(hits) == 0 && !named {
		hits, _ = t.Meant("", toCome(t))
	}
	if len(hits) == 0 || several(hits) {
		return false
	}
	t.Happened(fact.RemindOf{Words: t.Body(), First: t.SayMeet(lang.CancelIf, hits[0])})
	return true
}

// elsewhere takes a place that the speaker puts forward for the only one to come. It is asked before anybody hears of it.
func elsewhere(t *turn.Turn) bool {
	pool := toCome(t)
	place := understand.ElsewhereThen(t.Body(), t.Planning())
	if place == "" || t.Heard().Command != understand.None || t.AsksNow() {
		return false
	}
	if m, ok := t.MeetByID(t.Conv().SubjectID); ok && t.Conv().Question == turn.QSaved {
		pool = []world.Meet{m}
	}
	if len(pool) != 1 || !pool[0].Open() || strings.EqualFold(place, pool[0].Place) {
		return false
	}
	t.Happened(fact.TellSaid{Meet: pool[0], Words: t.Body(), Place: place})
	return true
}

// notThere takes it that the place that stands does not suit, and another is to be found: "maria cant do cafe presse, find somewhere else".
func notThere(t *turn.Turn) bool {
	h, p := t.Heard(), understand.Padded(t.Body())
	if !lexicon.NotThere.In(p) || h.Command != understand.None || h.Timed() || t.AsksNow() ||
		understand.OutcomeIn(t.Body()) == understand.Met {
		return false
	}
	hits, named := t.Meant(t.Body(), toCome(t))
	if len(hits) != 1 || !named && !understand.SpeaksOfSomebody(t.Body()) || !hits[0].Open() || hits[0].Place == "" ||
		!strings.Contains(p, strings.TrimRight(understand.Padded(hits[0].Place), " ")) {
		return false
	}
	return t.Happened(fact.PlaceWanted{Meet: hits[0]})
}

// otherPlace takes the order to change a place that gives its reason: to where its last clause names, else it is asked. "change the place,
// library closes early. cafe presse on 12th is better", "change the place, its too loud".
func otherPlace(t *turn.Turn) bool {
	h := t.Heard()
	if !understand.NewPlaceFor(t.Body()) || h.Command != understand.None || h.When.HasClock || t.AsksNow() {
		return false
	}
	first, _, _ := strings.Cut(t.Body(), ",")
	hits, _ := t.Meant(first, toCome(t))
	if len(hits) != 1 || !hits[0].Open() {
		return false
	}
	if place := understand.NewPlace(t.Body(), t.Planning()); place != "" {
		return t.Happened(fact.PlaceGiven{Meet: hits[0], Place: place})
	}
	return !lexicon.PlaceAt.Any(strings.Fields(understand.Padded(t.Body()))) && t.Happened(fact.PlaceWanted{Meet: hits[0]})
}
