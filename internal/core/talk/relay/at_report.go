package relay

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// What comes while a report's question is open, and a contact's words came last: it answers the question unless it is said to the contact.

// answersAtReport asks whether a text at a report's question is for the contact whose words came last, where it may be.
func answersAtReport(t *turn.Turn, m world.Meet, r turn.Relayed) bool {
	told := toldAtReport(t, m)
	if told == "" && (t.Heard().Command != understand.None || t.AnswerComesIn() || !saidToThem(t, m, r)) {
		return false
	}
	askSendTold(t, m, phrase.OrElse(told, forThem(t, m, t.Body())), told != "")
	return true
}

// toldAtReport is what a text at a report's question has the contact told whose words came last: "tell her its dec 12 at 6". "" where it
// tells nobody, or somebody else of it: "tell her sister".
func toldAtReport(t *turn.Turn, m world.Meet) string {
	h, body := t.Heard(), t.Body()
	if h.Command == understand.Tell {
		hits, words := tellWhom(t, h.Arg)
		first, _, _ := strings.Cut(strings.TrimSpace(understand.Padded(words)), " ")
		if len(hits) != 1 || hits[0].ContactID != m.ContactID || lexicon.Kin.Has(first) {
			return ""
		}
		return words
	}
	_, told := understand.ToldBeside(body, []string{m.Contact.First(), m.Contact.Name})
	return phrase.OrElse(told, understand.ToldToThem(body))
}

// saidToThem reports whether a text at a report's question may be said to the contact whose words came last: it speaks to somebody, soothes
// or thanks, or it may answer what was asked. What tells of somebody answers the report.
func saidToThem(t *turn.Turn, m world.Meet, r turn.Relayed) bool {
	body := t.Body()
	first, _, _ := strings.Cut(strings.TrimSpace(understand.Padded(body)), " ")
	ofThem := understand.BeginsOfSomebody(body, []string{m.Contact.Name, m.Contact.First()}) || understand.SpeaksOfThem(body) ||
		lexicon.TheirPlaces.Any(strings.Fields(understand.Padded(body))) || turn.Names(understand.Padded(body), m.Contact.First()) ||
		understand.DeedOf(body, m.Contact.First()) || lexicon.ComesNow.Has(first)
	switch {
	case understand.SpeaksToSomebody(body):
		return true
	case understand.BeginsWithStaff(body, person.Firsts(t.Staff())):
		return false
	case asksDay(t):
		return !t.Heard().When.HasDate()
	case ofThem:
		return false
	}
	return r.Asks || lexicon.Soothes.Lead(body) > 0 || lexicon.ReactsTo.Lead(strings.ToLower(body)) > 0 || understand.SaysThanks(body)
}

// asksDay reports whether the open question of a report is answered by a day.
func asksDay(t *turn.Turn) bool {
	f, _ := report.Find(report.Name(t.Conv().Question))
	return f.Shape == report.Day || f.Name == report.StaffFollowUp
}

// goesOnReporting lets the report that waits hear a text which says nothing of the words that it waits with. They are its own, unless they
// were said to the contact: then they are not sent, and that is said.
func goesOnReporting(t *turn.Turn, data sendData) turn.Reply {
	if data.Told || understand.SpeaksToSomebody(data.Words) {
		return turn.Closes
	}
	if t.Happened(fact.WordsForReport{Report: data.Report, Words: data.Words, On: true}) {
		return turn.Taken
	}
	if t.Conv().Kind == world.ReportTalk {
		return turn.Another
	}
	return turn.Closes
}
