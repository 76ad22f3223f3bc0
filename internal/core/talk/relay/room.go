// Package relay is the room of words passed on: a contact's to the organizer, an organizer's or staff's to a contact.
package relay

import (
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/choose"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// Room is the room of package relay.
func Room() turn.Room {
	return turn.Room{
		Name: "relay",
		Questions: []turn.Question{
			{Kind: world.SendTalk, Hear: inSend},
			{Kind: choose.Talk(string(understand.Tell)), Hear: tellChosen},
			{Kind: choose.Talk(thenTellAll), Hear: toldAll},
		},
		Commands: []turn.Command{{Word: understand.Tell, Do: tellWords}},
		Guesses: []turn.Guess{
			{Rank: turn.AsksThem, Name: "a question for the contact whose words came last", Take: asksWhatSuits},
			{Rank: turn.BeforeQuestion, Name: "words for the contact whose text just came", Take: mayBeAnswer},
			{Rank: turn.ChatsOn, Name: "more words for the contact one was just writing to", Take: chatsOn},
		},
		Rows: []turn.Row{
			{Rule: reminder.RelayRule, Make: passedOn},
			{Rule: reminder.ToldRule, Make: passedOn},
			{Rule: reminder.UnansweredRule, Make: passedOn},
		},
		Acts:  []turn.Doing{{Act: world.ActWrite, Do: actWrite}},
		Facts: []turn.Hearing{turn.On(relay), turn.On(wordsAlong), turn.On(tellSaid), turn.If(staffTold), turn.On(lapse)},
	}
}
