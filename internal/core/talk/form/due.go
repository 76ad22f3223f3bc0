package form

import (
	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/form/field"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// wordsForReport files the words that were held back as the answer to the report's open question, and goes on with the text in hand.
func wordsForReport(t *turn.Turn, f fact.WordsForReport) bool {
	for _, dr := range t.Drafts() {
		if dr.ID.String() != f.Report {
			continue
		}
		t.DropRelay()
		takeDraft(t, dr)
		g := field.File(t, dr, f.Words)
		if !f.On {
			advance(t, "")
			return true
		}
		open(t, g.Name, formData{Waiting: f.Words != "" && g.Shape == report.Open})
		return hears(t) == turn.Taken
	}
	return false
}

// nextQuestion: the phone was silent for long enough; what came in is the answer.
func nextQuestion(t *turn.Turn, _ reminder.Rule) {
	data := turn.Data[formData](t)
	if t.Conv().Kind != world.ReportTalk || t.Conv().SubjectID != t.Due().SubjectID || !data.Waiting || !takeUp(t, t.Conv().SubjectID) {
		t.End(change.PlanSuperseded, "the conversation went on", uuid.Nil)
		return
	}
	if f, ok := report.Find(report.Name(t.Conv().Question)); ok {
		field.Interpret(t, f)
	}
	advance(t, "")
	t.End(change.PlanMade, "20 seconds of silence", t.AnswerID())
}

func nudge(t *turn.Turn, rule reminder.Rule) {
	for _, dr := range t.Drafts() {
		if dr.ID != t.Due().SubjectID || field.Idle(t, dr) {
			continue
		}
		t.SetAbout(change.Subject{Kind: change.ReportSubject, ID: dr.ID, Version: dr.Version})
		t.Unasked(rule, t.Say(lang.NudgeDraft, "first", t.Who().First(), "what", t.About1(dr)))
		return
	}
	t.End(change.PlanSuperseded, "the report is closed", uuid.Nil)
}
