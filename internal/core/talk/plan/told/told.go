// Package told reads in what an organizer texts behind a plan that was saved what is told of something else.
package told

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/plan/spoken"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// OfContact reports whether a text tells of whoever it begins with, and plans nothing: "maria moved to 5th st", "maria wants to come with
// jo friday".
func OfContact(t *turn.Turn) bool {
	h := t.Heard()
	return understand.TellsOfNamed(t.Body(), person.FirstName(phrase.OrElse(h.Person, t.LeadingContact()))) ||
		slices.ContainsFunc(t.Organized(), func(m world.Meet) bool { return understand.ComesWith(t.Body(), m.Contact.First(), h.Person) })
}

// Otherwise reports whether a day or an hour in a text is told of something else: the text neither corrects anything, nor speaks of
// the contact, and has words of its own that move nothing ("my rent is due the 1st", "what's the plan for thursday").
func Otherwise(t *turn.Turn, m world.Meet) bool {
	body, h := t.Body(), t.Heard()
	if understand.KinOf(body, m.Contact.First()) || // "marias sister wants to meet friday instead"
		understand.TellsOfNamed(body, m.Contact.First()) && !understand.GivesNumberOf(body, m.Contact.First()) {
		return true
	}
	rest := phrase.WithoutTimes(body, t.Planning())
	if spoken.Corrects(body) || understand.SpeaksOfSomebody(rest) || turn.Names(understand.Padded(body), m.Contact.First()) || h.Place != "" ||
		understand.NamesStreet(body) {
		return false
	}
	_, _, moves := understand.ReadMove(body)
	return !moves && (h.When.HasDate() || h.When.HasClock) && understand.OwnWords(rest) > 0
}

// Moves reports whether a text orders a move that says which: several, or the one that was just saved, by name.
func Moves(t *turn.Turn, m world.Meet) bool {
	which, to, ok := understand.ReadMove(t.Body())
	return ok && (understand.ForAll(which) || to != "" && turn.Names(understand.Padded(which), m.Contact.First()))
}

// NamesAnother reports whether words name the contact of another one-on-one to come, and not this one's: "move maria to monday".
func NamesAnother(t *turn.Turn, m world.Meet, padded string) bool {
	return !turn.Names(padded, m.Contact.First()) && slices.ContainsFunc(t.Organized(), func(o world.Meet) bool {
		return o.ContactID != m.ContactID && turn.Names(padded, o.Contact.First())
	})
}

// PassesOn reports whether a text has somebody whom one meets told what it says, or what time suits: no more is changed by it than they
// agree to.
func PassesOn(t *turn.Turn) bool {
	behind, _, ok := understand.TellsBehind(t.Body())
	if hits, left := t.NameOf(behind, t.Organized()); ok && len(hits) > 0 && left == "" {
		return true
	}
	var names []string
	for _, m := range t.Organized() {
		names = append(names, m.Contact.First(), m.Contact.Name)
	}
	_, words := understand.ToldBeside(t.Body(), names)
	return words != ""
}

// leastTold is how many words beside a plan that stands tell something of their own.
const leastTold = 4

// Left is what a text that plans what stands already tells besides; "" for nothing.
func Left(t *turn.Turn, m world.Meet) string {
	left := understand.LeftOfPlan(phrase.WithoutTimes(t.Body(), t.Planning()), []string{m.Contact.Name, m.Contact.First(), m.Place})
	if len(strings.Fields(left)) < leastTold {
		return ""
	}
	return left
}

// Doubt is a text that names what stands already, and tells of the contact's doubt or of a promise to them: "rosa dice que a lo mejor tiene
// que cancelar el jueves", "i told maria id bring the forms thurs". "" for any other.
func Doubt(t *turn.Turn) string {
	p := understand.Padded(t.Body())
	if lexicon.MaybeLeads.In(p) || lexicon.SaysIPromised.In(p) && lexicon.ToldOf.Any(strings.Fields(p)) {
		return t.Body()
	}
	return ""
}

// Kept keeps what is told beside a plan that stands already with its contact's notes, and says so; "" where nothing is.
func Kept(t *turn.Turn, m world.Meet, words string) string {
	if words == "" {
		return ""
	}
	t.Add(change.AddNote{
		ID: t.NewID(), AuthorID: t.Who().ID, MeetingID: m.ID, PersonID: m.ContactID,
		Kind: change.NoteWords, Words: turn.Bounded(words), At: t.Now(),
	})
	return t.Say(lang.PlanKept, "words", report.Excerpt(words, 60))
}

// NotAsked reports whether words answer that somebody was not asked about texts.
func NotAsked(body string) bool {
	a, ok := turn.ParseConsent(report.Answer{Words: body})
	return ok && a.State == report.None
}

// AsksWhichPlace asks which of two places it is to be: "same time but at the library or victrola".
func AsksWhichPlace(t *turn.Turn, m world.Meet, place string) bool {
	if !understand.EitherPlace(place) {
		return false
	}
	t.Happened(fact.PlaceWanted{Meet: m, Among: place})
	return true
}

// PlaceKey is what is said of a place that took the place of another: where somebody is called is none.
func PlaceKey(place string) lang.Key {
	if understand.ByPhone(place) {
		return lang.ChangedPhoneNow
	}
	return lang.ChangedPlaceNow
}
