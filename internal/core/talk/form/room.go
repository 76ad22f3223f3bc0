// Package form is the room of the report-back: one question after the other, the review, and the same report on its page.
package form

import (
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/choose"
	"github.com/reportback/reportback/internal/core/talk/form/page"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// Room is the room of package form.
func Room() turn.Room {
	return turn.Room{
		Name:      "form",
		Questions: []turn.Question{{Kind: world.ReportTalk, Hear: inForm}, {Kind: choose.Talk(""), Hear: whichReport}},
		Commands: []turn.Command{
			{Word: understand.Report, Do: startReport},
			{Word: understand.New, Do: startReport},
			{Word: understand.Web, Do: page.Link},
			{Word: understand.Later, Do: laterWord},
			{Word: understand.SoFar, Do: idleFormWord},
			{Word: understand.Skip, Do: idleFormWord},
			{Word: understand.Back, Do: idleFormWord},
			{Word: understand.Fix, Do: idleFormWord},
			{Word: understand.Add, Do: idleFormWord},
			{Word: understand.Next, Do: idleFormWord},
			{Word: understand.StartOver, Do: idleFormWord},
		},
		Guesses: []turn.Guess{{Rank: turn.Unplanned, Name: "a talk that nobody planned, or back to a report", Take: unasked}},
		Rows:    []turn.Row{{Rule: reminder.NextQuestion, Make: nextQuestion}, {Rule: reminder.DraftNudge, Make: nudge}},
		Acts:    []turn.Doing{{Act: world.ActDraft, Do: page.Draft}, {Act: world.ActCorrect, Do: page.Correct}},
		Facts: []turn.Hearing{
			turn.On(giveWay), turn.If(afterAnswer), turn.If(afterReport), turn.If(resume), turn.On(reportOn), turn.If(meant),
			turn.On(beginFor), turn.If(wordsForReport), turn.If(answersSince),
			turn.Also(listDrafts), turn.If(showDraft),
		},
	}
}
