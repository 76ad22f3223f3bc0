package agree

import (
	"time"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/agree/offer"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// afterAll takes a yes to the day that stood, after a no or a wish for another time that the text does not repeat: "ya arreglé, el jueves
// está bien", "me equivoqué de jueves, ese sí puedo". It is no other week's day of that name.
func afterAll(t *turn.Turn, x answered) bool {
	m, h := x.meet, t.Heard()
	asked := m.Status == meeting.Declined || x.asked && t.Conv().Question == qBetter && m.Open() && m.Status != meeting.Proposed
	if !offer.ComesAfterAll(t, m) && (!asked || !m.StartsAt.After(t.Now()) || h.Reply != understand.Yes || h.Question || h.Condition ||
		h.Digit != 0 || !h.When.HasDate() || !offer.OwnTime(t, m)) {
		return false
	}
	takeAnswer(t, saysYes, answered{meet: m, data: x.data, asked: true})
	return true
}

// askedAgainAfter is how soon nobody who told of an illness is asked once more whether they come.
const askedAgainAfter = 24 * time.Hour

// toldIll takes news of an illness that says nothing of the one-on-one: nobody counts on them, the organizer reads it, and within the day
// no text asks what was told already.
func toldIll(t *turn.Turn, m world.Meet) {
	if m.Waver(t.Now()) {
		t.Add(change.SaveMeeting{Meeting: m.Meeting, At: t.Now()})
	}
	if understand.InHospital(t.Body()) { // nobody is reminded there: the organizer says how it goes on
		offer.LeaveAlone(t, m)
	} else if m.StartsAt.Sub(t.Now()) < askedAgainAfter {
		t.Add(change.CancelPlans{Subject: turn.Loose(m.Meeting), Rule: reminder.DayOfRule, Reason: "told of an illness within the day"})
	}
	if t.Conv().Kind != world.MeetTalk || t.Conv().SubjectID != m.ID {
		t.OpenTalk(world.Conversation{Kind: world.MeetTalk, SubjectID: m.ID, Question: qConfirm, Data: turn.Encode(meetData{Told: true})})
	} else {
		data := turn.Data[meetData](t)
		data.Told = true
		t.Remember(data)
	}
	t.Happened(fact.ForOrganizer{Meet: m, Thanks: t.SayMeet(lang.IllAnswer, m), Kind: "help"})
}
