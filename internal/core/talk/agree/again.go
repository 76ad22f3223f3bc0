package agree

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/agree/whom"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// inWords is from how many words on a wish for another language says more than that.
const inWords = 3

// saidAgain says what stands between a contact and their organizer once more, in the language that the contact now has. The organizer
// gets what they wrote: it may ask who this is, and says in which language to talk.
func saidAgain(t *turn.Turn, f fact.SaidAgain) bool {
	m, ok := whom.Meet(t)
	if !ok || !m.Open() || !m.StartsAt.After(t.Now()) || m.ToldAt.IsZero() {
		return false
	}
	t.SpeaksOf(m)
	var kind, said string
	switch m.Status { //nolint:exhaustive // nothing else stands
	case meeting.Planned:
		kind, said = "first", askedAgain(t, m, f)
	case meeting.Confirmed:
		kind, said = "help", phrase.Join(f.First, t.SayMeet(lang.SettledTell, m))
	default:
		return false
	}
	if len(strings.Fields(t.Body())) < inWords {
		t.Answer(kind, said)
		return true
	}
	t.Happened(fact.ForOrganizer{Meet: m, Thanks: said, Kind: kind})
	return true
}

// askedAgain is the question in another language: whole, with who gave the number, where nobody has answered yet.
func askedAgain(t *turn.Turn, m world.Meet, f fact.SaidAgain) string {
	if m.Private || m.Handed() || !m.AnsweredAt.IsZero() {
		return phrase.Join(f.First, t.SayMeet(lang.TwoDaysAsk, m))
	}
	choose := ""
	if m.ContactChooses && m.Place == "" {
		choose = t.Say(lang.ChoosePlace)
	}
	return t.SayMeet(lang.FirstText, m, "choose", choose)
}
