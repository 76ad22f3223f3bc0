package talk

import (
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// remindsBehind sets down what one wants to be reminded of behind what is told of a one-on-one, or answered: "met maria today n remind me
// to call her fri". What stands before it is heard alone then.
func remindsBehind(t *turn.Turn, open world.Conversation) bool {
	of := slices.Contains([]string{world.HowTalk, world.ReportTalk, world.ThanksTalk}, open.Kind)
	if len(t.Body()) > maxTwo || turn.Asks(open) && !of {
		return false
	}
	parts := understand.BehindJoins(t.Body())
	for i := len(parts) - 1; i >= 0; i-- { // the words that are nearest to the end
		told, said := parts[i][0], parts[i][1]
		what, reminds := understand.ReadRemind(said)
		if !reminds {
			continue
		}
		if understand.OwnWords(phrase.WithoutTimes(what, t.Planning())) == 0 { // "ill send the flyer by fri, remind me tmrw"
			deed := report.Deed(phrase.WithoutTimes(told, t.Planning()))
			if open.Question != string(report.FollowUps) || deed == "" || !understand.Timed(understand.Times(what, t.Planning())) {
				continue
			}
			said = strings.TrimSuffix(strings.TrimRight(said, " .!"), what) + deed + " " + what
		}
		now, _ := understand.ToldNow(told)
		if !of && !now && understand.OutcomeIn(told) != understand.Met {
			return false
		}
		said = naming(t, open, told, what, said)
		t.First(func() {
			t.Narrow(said)
			rooms().guess(t, turn.Reminded, turn.Reminded)
		})
		t.Narrow(told)
		if hears(t, open); t.SaysFirst() && !turn.Asks(open) {
			words(t, open)
		}
		return true
	}
	return false
}

// naming puts the name behind an errand that speaks of whom the text tells of, and names nobody: in the morning of its day "call her" says
// too little.
func naming(t *turn.Turn, open world.Conversation, told, what, said string) string {
	who := spokenOf(t, open, told)
	if who == "" || !understand.SpeaksOfSomebody(what) || understand.NamesSomebody(what) {
		return said
	}
	named := said + " (" + who + ")"
	if r := understand.Times(named, t.Planning()); r.HasDate() != understand.Times(said, t.Planning()).HasDate() { // "her mon (Maria)"
		return said
	}
	return named
}

// spokenOf is whom a text to an open question tells of, by the first name.
func spokenOf(t *turn.Turn, open world.Conversation, told string) string {
	if h := understand.Read(told, t.Planning()); h.Person != "" {
		return phrase.FirstOf(h.Person)
	}
	id := open.SubjectID
	for _, dr := range t.Drafts() {
		if dr.ID == id {
			id = dr.MeetingID
		}
	}
	if m, ok := t.MeetByID(id); ok && id != uuid.Nil {
		return m.Contact.First()
	}
	return ""
}
