// Package number finds the right number of a contact: it asks for it where it was somebody else's, and whose one is that came alone.
package number

import (
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/choose"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/plan/spoken"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// Then is what the choice between one-on-ones is for when a number came alone.
const Then = "number"

// Whose asks whose a number is that came alone: of whom it is, nobody said.
func Whose(t *turn.Turn, pool []world.Meet) bool {
	h := t.Heard()
	if h.Phone.IsZero() || len(h.Phones) > 1 || len(strings.Fields(understand.WithoutNumbers(t.Body()))) > 0 || len(pool) == 0 ||
		h.Phone == t.Phone().Phone || h.Phone == t.Org().Number {
		return false
	}
	w := choose.Kept{Then: Then, Words: h.Phone.E164()}
	var shown []string
	for i, m := range pool[:min(len(pool), 9)] {
		w.Options = append(w.Options, m.ID.String())
		shown = append(shown, phrase.Digit(i)+" "+m.Contact.Name)
	}
	t.OpenTalk(world.Conversation{Kind: world.WhichTalk, Question: "which", Data: turn.Encode(w)})
	t.Answer("ask:which", t.Say(lang.WhoseNumber, "phone", h.Phone.Display(), "options", strings.Join(shown, ", ")))
	return true
}

// Chosen goes on with whose number it is.
func Chosen(t *turn.Turn) turn.Reply {
	phone := turn.Data[choose.Kept](t).Words
	m, _, ok := choose.Which(t)
	if !ok {
		return turn.Closes
	}
	t.Happened(fact.RightNumber{Meet: m, Phone: phone})
	return turn.Taken
}

// Hear takes the right number of a contact whose number was wrong; false when the text is another matter.
func Hear(t *turn.Turn) turn.Reply {
	m, ok := t.MeetByID(t.Conv().SubjectID)
	h := t.Heard()
	if !ok {
		return turn.Closes
	}
	switch {
	case !h.Phone.IsZero() && h.Phone != t.Phone().Phone:
		t.Happened(fact.RightNumber{Meet: m, Phone: h.Phone.E164()})
		return turn.Taken
	case h.Command == understand.Skip, understand.Declines(t.Body()):
		t.FinishWith("saved", t.Say(lang.SavedNone, "first", m.Contact.First(), "phone", ""))
		return turn.Taken
	}
	return turn.Another
}

// Ask asks the organizer for the right number of a contact whose number is somebody else's.
func Ask(t *turn.Turn, rule reminder.Rule) {
	var n fact.WordsNote
	if !turn.DecodeInto(t.Due().Data, &n) {
		t.End(change.PlanDropped, "cannot be read", uuid.Nil)
		return
	}
	m, _ := t.MeetByID(t.Due().SubjectID)
	t.SetAbout(change.Subject{Kind: t.Due().Subject.Kind, ID: t.Due().Subject.ID})
	t.OpenTalk(world.Conversation{Kind: world.NumberTalk, SubjectID: m.ID, PersonID: m.OrganizerID, Question: "number"})
	t.Unasked(rule, t.SayMeet(lang.WrongNumberTell, m, "words", phrase.Quoted(n.Words), "phone", spoken.Display(n.Phone)))
}
