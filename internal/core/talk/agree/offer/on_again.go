package offer

import (
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/whose"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// QConfirm is the question whether a time works: 1, 2, 3.
const QConfirm = "confirm"

// OnAgain takes a yes of who said no, and to whom the organizer has written since, with words of their own: it may be to those words. The
// organizer reads it and that the no stands, and the contact is asked whether they come.
func OnAgain(t *turn.Turn, m world.Meet) bool {
	if !t.Heard().OwnWords || m.Status != meeting.Declined || !m.StartsAt.After(t.Now()) || !whose.AnswersWords(t) ||
		t.Heard().Question || t.Heard().Timed() {
		return false
	}
	t.OpenTalk(world.Conversation{Kind: world.MeetTalk, SubjectID: m.ID, Question: QConfirm, Data: turn.Encode(struct{}{})})
	t.Happened(fact.ForOrganizer{Meet: m, Thanks: t.SayMeet(lang.TwoDaysAsk, m), Said: lang.YesAfterNoTell, Kind: "help"})
	return true
}
