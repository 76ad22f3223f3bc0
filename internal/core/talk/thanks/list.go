package thanks

import (
	"strings"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	machine "github.com/reportback/reportback/internal/core/thanks"
	"github.com/reportback/reportback/internal/core/when"
)

// listThanks adds the thank-yous that wait to be seen.
func listThanks(t *turn.Turn, l *fact.Listing) {
	for _, th := range t.Thanks() {
		if m, ok := t.MeetByID(th.MeetingID); ok && mayGo(th) && th.OrganizerID == t.Who().ID {
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

// thanksStill shows the thank-you that waits again, with what was put right in its report; false where none waits.
func thanksStill(t *turn.Turn, f fact.ThanksStill) bool {
	th, owed := t.ThankOf(f.Meet.ID)
	waits := th.State == machine.Held && th.Reason == heldWithReport
	if !owed || th.State != machine.Draft && !waits || th.OrganizerID != t.Who().ID {
		return false
	}
	words := th.Draft
	if f.Old != "" && f.Old != f.New {
		words = strings.ReplaceAll(words, f.Old, f.New)
	}
	was, dated := when.ParseDate(f.OldDay)
	if is, ok := when.ParseDate(f.NewDay); ok && dated {
		tag, today := turn.Language(f.Meet.Contact, t.Org()), when.DateOf(t.Now().In(t.Loc()))
		words = strings.ReplaceAll(words, when.EchoDay(tag, was, today), when.EchoDay(tag, is, today))
	}
	if (words != th.Draft || waits) && th.Show(words) == nil {
		t.SaveThank(th)
	}
	if t.Conv().Kind != world.ThanksTalk || waits {
		t.OpenTalk(world.Conversation{Kind: world.ThanksTalk, SubjectID: f.Meet.ID, Question: "thanks"})
	}
	t.Answer("thanks_draft", f.First, t.Say(lang.ThanksAgain, "first", f.Meet.Contact.First(), "draft", words))
	return true
}
