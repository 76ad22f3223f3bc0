// Package todo is the room of what is to be done: LIST and the text of the morning, promises, debriefs, notes, worksheet and tips, and what
// staff are told.
package todo

import (
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/choose"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// Room is the room of package todo.
func Room() turn.Room {
	return turn.Room{
		Name: "todo",
		Questions: []turn.Question{
			{Kind: choose.Talk(string(understand.Done)), Hear: whichOfOwed},
			{Kind: choose.Talk(thenOff), Hear: whichOfOwed},
			{Kind: choose.Talk(string(understand.Later)), Hear: whichOfOwed},
		},
		Commands: []turn.Command{
			{Word: understand.List, Do: list},
			{Word: understand.Done, Do: done},
			{Word: understand.Prep, Do: prep},
			{Word: understand.Tips, Do: tip},
			{Word: understand.Note, Do: keepNote},
			{Word: understand.Idea, Do: keepIdea},
		},
		Guesses: []turn.Guess{
			{Rank: turn.Reminded, Name: "what one wants to be reminded of, or a debrief on another day, whatever is open", Take: remindsOrMoves},
			{Rank: turn.DebriefSaid, Name: "a debrief was held", Take: heldInWords},
			{Rank: turn.DoneSaid, Name: "what was promised is done", Take: saysDone},
			{Rank: turn.OfList, Name: "a letter of the newest list", Take: showLetter},
		},
		Rows: []turn.Row{
			{Rule: reminder.MorningRule, Make: morningText},
			{Rule: reminder.DigestRule, Make: digest},
			{Rule: reminder.EscalateRule, Make: escalated},
			{Rule: reminder.DutyRule, Make: dutyText},
			{Rule: reminder.HandedRule, Make: handed},
			{Rule: reminder.CommitmentRule, Make: commitmentDue},
			{Rule: reminder.PrepRule, Make: prepDue},
		},
		Acts: []turn.Doing{
			{Act: world.ActDebriefed, Do: actDebriefed},
			{Act: world.ActPromise, Do: actPromise},
			{Act: world.ActNudge, Do: actNudge},
			{Act: world.ActAccount, Do: actAccount},
			{Act: world.ActStopPlan, Do: actStopPlan},
		},
		Facts: []turn.Hearing{
			turn.If(doneInWords), turn.On(pledgedBeside), turn.On(listAsked), turn.On(remindOf), turn.If(doneBeside), turn.If(debriefBack),
			turn.If(putOffWords), turn.Also(listOwed), turn.If(showOwed), turn.If(noteSaid),
		},
		Last: digestOfAttention,
	}
}
