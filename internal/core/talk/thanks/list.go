package thanks

import (
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	machine "github.com/reportback/reportback/internal/core/thanks"
)

// listThanks adds the thank-yous that wait to be seen.
func listThanks(t *turn.Turn, l *fact.Listing) {
	for _, th := range t.Thanks() {
		if m, ok := t.MeetByID(th.MeetingID); ok && th.State == machine.Draft && th.OrganizerID == t.Who().ID {
			l.Items = append(l.Items, fact.Line{Kind: change.ThanksSubject, ID: th.MeetingID, Line: func(letter string) string {
				return t.Say(lang.ListThanks, "letter", letter, "first", m.Contact.First())
			}})
		}
	}
}

// showThanks shows the thank-you that a letter means.
func showThanks(t *turn.Turn, f fact.ShowLetter) bool {
	m, ok := t.MeetByID(f.Item.ID)
	th, owed := t.ThankOf(f.Item.ID)
	if !ok || !owed || f.Item.Kind != string(change.ThanksSubject) {
		return false
	}
	t.OpenTalk(world.Conversation{Kind: world.ThanksTalk, SubjectID: m.ID, Question: "thanks"})
	t.Answer("thanks_draft", t.Say(lang.ThanksAgain, "first", m.Contact.First(), "draft", th.Draft))
	return true
}
