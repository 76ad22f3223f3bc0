package agree

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/agree/known"
	"github.com/reportback/reportback/internal/core/talk/agree/whom"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
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
		kind, said = "first", known.AskedAgain(t, m, f.First)
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
