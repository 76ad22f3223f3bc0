package agree

import (
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
)

// saidAgain says what stands between a contact and their organizer once more, in the language that the contact now has.
func saidAgain(t *turn.Turn, f fact.SaidAgain) bool {
	m, ok := contactMeet(t)
	if !ok || !m.Open() || !m.StartsAt.After(t.Now()) || m.ToldAt.IsZero() {
		return false
	}
	t.SpeaksOf(m)
	if m.Status == meeting.Planned {
		t.Answer("first", f.First, t.SayMeet(lang.TwoDaysAsk, m))
		return true
	}
	if m.Status == meeting.Confirmed {
		t.Answer("help", f.First, t.SayMeet(lang.SettledTell, m))
		return true
	}
	return false
}
