// Package plan is the room in which an organizer plans a one-on-one: what is missing is asked, the whole is shown, and it is saved; also
// the right number for a contact whose number was somebody else's.
package plan

import (
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/choose"
	"github.com/reportback/reportback/internal/core/talk/plan/number"
	"github.com/reportback/reportback/internal/core/talk/plan/staffed"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// Room is the room of package plan.
func Room() turn.Room {
	return turn.Room{
		Name: "plan",
		Questions: []turn.Question{
			{Kind: world.PlanTalk, Hear: inPlan},
			{Kind: world.NumberTalk, Hear: number.Hear},
			{Kind: choose.Talk(thenAmend), Hear: chosenAmend},
			{Kind: choose.Talk(number.Then), Hear: number.Chosen},
		},
		Commands: []turn.Command{{Word: understand.Meet, Do: meetWord}},
		Guesses: []turn.Guess{
			{Rank: turn.AtEcho, Name: "what is said at the echo of a plan beside an answer", Take: atEcho},
			{Rank: turn.Amended, Name: "a correction of what was saved", Take: amends},
			{Rank: turn.ToCome, Name: "a one-on-one to come", Take: plansUnasked},
		},
		Rows: []turn.Row{{Rule: reminder.PlanTimeoutRule, Make: planTimedOut}, {Rule: reminder.WrongNumberRule, Make: number.Ask}},
		Acts: []turn.Doing{{Act: world.ActPlan, Do: staffed.Plan}},
		Facts: []turn.Hearing{
			turn.On(hearMoved), turn.If(amendSaid), turn.On(placeGiven), turn.On(another), turn.On(rightNumber), turn.If(wantsNoTexts),
			turn.If(goesOn), turn.Also(listUnsaved),
		},
	}
}
