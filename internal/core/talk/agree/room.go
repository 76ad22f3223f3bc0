// Package agree is the room in which the two agree on a time: the contact's answers, other times, and every text
// about a one-on-one to come.
package agree

import (
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// Room is the room of package agree.
func Room() turn.Room {
	return turn.Room{
		Name: "agree",
		Questions: []turn.Question{
			{Kind: world.MeetTalk, Hear: asContact},
			{Kind: world.ProposalTalk, Hear: inProposal},
		},
		Commands: []turn.Command{
			{Word: understand.Where, Do: notYet},
			{Word: understand.Who, Do: notYet},
		},
		Guesses: []turn.Guess{{Rank: turn.OfContact, Name: "about one's one-on-one", Take: aboutMine}},
		Rows:    meetRows(),
		Acts: []turn.Doing{
			{Act: world.ActAccept, Do: actOnProposal},
			{Act: world.ActRefuse, Do: actOnProposal},
		},
		Facts: []turn.Hearing{
			turn.On(planAfterConsent), turn.If(forOwn), turn.If(saidAgain), turn.If(cannotInLoss),
			turn.If(wordsToOffer), turn.If(takesOffer), turn.If(backToOffer),
		},
	}
}

// meetRows are the texts about a one-on-one, and whatever else the table of reminders writes itself.
func meetRows() []turn.Row {
	rows := []turn.Row{
		{Rule: reminder.FirstRule, Make: meetText},
		{Rule: reminder.TwoDaysRule, Make: meetText},
		{Rule: reminder.DayOfRule, Make: meetText},
		{Rule: reminder.ChangedRule, Make: meetText},
		{Rule: reminder.CounterRule, Make: meetText},
		{Rule: reminder.OldTimeRule, Make: meetText},
		{Rule: reminder.SettledRule, Make: meetText},
		{Rule: reminder.ProposalRule, Make: meetText},
		{Rule: reminder.PlaceRule, Make: meetText},
		{Rule: reminder.ProposalWaitRule, Make: meetText},
		{Rule: reminder.MissedRule, Make: missedText},
	}
	for _, r := range reminder.Rules() {
		if r.Say != "" {
			rows = append(rows, turn.Row{Rule: r.Name, Make: meetText})
		}
	}
	return rows
}
