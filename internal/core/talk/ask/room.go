// Package ask is the room of an organizer's everyday questions: whom they meet, somebody's number, whether somebody has answered, what they
// promised. It answers from what is read, in one text, and changes nothing; a question that stays open stays.
package ask

import (
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// Room is the room of package ask.
func Room() turn.Room {
	return turn.Room{
		Name:    "ask",
		Guesses: []turn.Guess{{Rank: turn.Asked, Name: "a question to the record", Take: askedOrTold}},
		Facts:   []turn.Hearing{turn.On(remindersAsked)},
	}
}

// askedOrTold takes a question to the record, or what one tells of one's own. A question behind a yes to another place is for the contact.
func askedOrTold(t *turn.Turn) bool {
	if c := t.Conv(); c.Kind == world.ProposalTalk && c.Question == turn.QPlace && understand.BeginsWithYes(t.Body(), t.Planning()) {
		return false
	}
	return ofThis(t) || ownNumber(t) || askedFirst(t) || asked(t) || ofStaff(t)
}
