// Package consent is the room at the door: STOP and START in every form, doubt, HELP, the language, the carrier's verdict, the welcome, and
// what others report of a phone's consent. Nothing here may be reached around: it comes before whatever else a text says.
package consent

import (
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/choose"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// Room is the room of package consent.
func Room() turn.Room {
	return turn.Room{
		Name: "consent",
		Commands: []turn.Command{
			{Word: understand.EnglishOn, Do: languageWord}, {Word: understand.SpanishOn, Do: languageWord}, {Word: understand.What, Do: help},
		},
		Questions: []turn.Question{{Kind: choose.Talk(thenNoTexts), Hear: chosenNoTexts}},
		Guesses:   []turn.Guess{{Rank: turn.AboutTexts, Name: "that a contact wants no texts", Take: noTexts}},
		Rows: []turn.Row{
			{Rule: reminder.WelcomeRule, Make: welcome},
			{Rule: reminder.OptOutToStaff, Make: optOutNote},
			{Rule: reminder.UnreachableRule, Make: optOutNote},
			{Rule: reminder.ConsentRule, Make: takeConsent},
			{Rule: reminder.DoubtEnds, Make: doubtEnds},
		},
		Acts: []turn.Doing{
			{Act: world.ActRestore, Do: actConsent},
			{Act: world.ActOptOut, Do: actConsent},
			{Act: world.ActNotOptOut, Do: actNotOptOut},
			{Act: world.ActLock, Do: actLock},
			{Act: world.ActUnlock, Do: actLock},
		},
		Facts: []turn.Hearing{turn.On(agreedInWords), turn.If(textsBack), turn.On(noMoreFor)},
		Last:  last,
	}
}
