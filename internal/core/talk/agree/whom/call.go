package whom

import (
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// AsksCall has the organizer call a contact who asks for that and says nothing against texts, which go on: "my grandmas in the hospital so
// idk. can ana just call me instead". Nobody counts on a yes that is in doubt.
func AsksCall(t *turn.Turn, m world.Meet) bool {
	if t.Heard().Reply == understand.Maybe && m.Waver(t.Now()) {
		t.Add(change.SaveMeeting{Meeting: m.Meeting, At: t.Now()})
	}
	HasCalled(t, m, lang.CallTellOnce, lang.CallWantedOnce)
	return true
}

// HasCalled tells the organizer that a contact is to be called, on the number that they named, and the contact that they were told.
func HasCalled(t *turn.Turn, m world.Meet, tell, answer lang.Key) {
	t.Happened(fact.ForOrganizer{Meet: m, Said: tell, Fields: NumberTold(t), Thanks: t.SayMeet(answer, m), Kind: "answer"})
}
