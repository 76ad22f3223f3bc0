// Package move is the room in which an organizer changes a one-on-one that stands: another time, none, kept private, the contact's answer
// told by the organizer; and in which the organizer sees what is to come. Staff do it for them.
package move

import (
	"github.com/reportback/reportback/internal/core/talk/choose"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// Room is the room of package move.
func Room() turn.Room {
	return turn.Room{
		Name: "move",
		Questions: []turn.Question{
			{Kind: world.MoveTalk, Hear: inMove},
			{Kind: choose.Talk(string(understand.Move)), Hear: chosenMeet},
			{Kind: choose.Talk(string(understand.CallOff)), Hear: chosenMeet},
			{Kind: choose.Talk(string(understand.Private)), Hear: chosenMeet},
			{Kind: choose.Talk(thenCancel), Hear: cancelSure},
			{Kind: choose.Talk(thenQuietly), Hear: cancelSure},
			{Kind: choose.Talk(thenMoveAll), Hear: movesAll},
			{Kind: choose.Talk(fact.ThenComing), Hear: chosenComing},
			{Kind: choose.Talk(fact.ThenNotComing), Hear: chosenComing},
		},
		Commands: []turn.Command{
			{Word: understand.Move, Do: move},
			{Word: understand.CallOff, Do: callOff},
			{Word: understand.Private, Do: keepPrivate},
		},
		Guesses: []turn.Guess{{Rank: turn.OtherwiseThen, Name: "another time for what was just called off", Take: instead}},
		Acts: []turn.Doing{
			{Act: world.ActMove, Do: actOnMeet},
			{Act: world.ActCallOff, Do: actOnMeet},
			{Act: world.ActPrivate, Do: actOnMeet},
		},
		Facts: []turn.Hearing{
			turn.On(otherTime), turn.On(moveAsSaid), turn.On(makeSure), turn.On(asTold), turn.On(moveSaid), turn.If(moveAll), turn.Also(listMine),
			turn.If(showMeet), turn.On(askPlace),
		},
	}
}
