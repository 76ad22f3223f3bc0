package ask

import (
	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// ofThis answers what is asked, in the midst of a report or at its thank-you, after the one-on-one that it is about: "which cafe was it".
func ofThis(t *turn.Turn) bool {
	m, ok := t.MeetByID(spokenOf(t))
	if !ok || t.Heard().Command != understand.None || !understand.AsksOfThis(t.Body(), m.Contact.Name) {
		return false
	}
	number := ""
	if n := t.Number(m.Contact); n != "" {
		number = ", " + n
	}
	t.SetOutcome("answered from the record")
	t.Answer("answer", t.SayMeet(lang.AnswerThis, m, "phone", number))
	return true
}

// spokenOf is the one-on-one that the open question is about, once it is over.
func spokenOf(t *turn.Turn) uuid.UUID {
	switch id := t.Conv().SubjectID; t.Conv().Kind {
	case world.HowTalk, world.ThanksTalk:
		return id
	case world.ReportTalk:
		for _, dr := range t.Drafts() {
			if dr.ID == id {
				return dr.MeetingID
			}
		}
	}
	return uuid.Nil
}
