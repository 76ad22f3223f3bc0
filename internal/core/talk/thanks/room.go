// Package thanks is the room of the thank-you: what is owed, the draft that the organizer sees, what goes, and what became of it.
package thanks

import (
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// Room is the room of package thanks.
func Room() turn.Room {
	return turn.Room{
		Name:      "thanks",
		Questions: []turn.Question{{Kind: world.ThanksTalk, Hear: inThanks}},
		Commands:  []turn.Command{{Word: understand.Hold, Do: holdWord}},
		Guesses:   []turn.Guess{{Rank: turn.NoThanks, Name: "a thank-you is to go now, or not at all", Take: saidOfThanks}},
		Rows: []turn.Row{
			{Rule: reminder.ThanksRule, Make: thanksDue},
			{Rule: reminder.ThanksPlainRule, Make: thanksDue},
			{Rule: reminder.ThanksMissedRule, Make: thanksDeadline},
		},
		Acts: []turn.Doing{{Act: world.ActThanksSend, Do: actOnThanks}, {Act: world.ActThanksHold, Do: actOnThanks}},
		Facts: []turn.Hearing{
			turn.On(oweOfHeld), turn.Also(holdForGood), turn.On(notDue), turn.On(planThanks), turn.On(offerThanks), turn.Also(listThanks),
			turn.If(showThanks), turn.If(thanksStill), turn.If(waitWith), turn.On(heldBeside),
		},
	}
}
