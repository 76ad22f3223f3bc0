// Package outcome is the room of how it went: they met, they missed each other, or it is to be another time.
package outcome

import (
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/choose"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// Room is the room of package outcome.
func Room() turn.Room {
	return turn.Room{
		Name: "outcome",
		Questions: []turn.Question{
			{Kind: world.HowTalk, Hear: inHow},
			{Kind: world.MissedTalk, Hear: inMissed},
			{Kind: choose.Talk(string(understand.Report)), Hear: chosenReport},
		},
		Guesses: []turn.Guess{
			{Rank: turn.HowSlipped, Name: "how it went was a slip", Take: slippedHow},
			{Rank: turn.HowItWent, Name: "how one-on-ones went", Take: outcomesSaid},
		},
		Rows: []turn.Row{{Rule: reminder.HowDidItGoRule, Make: howDidItGo}, {Rule: reminder.ReportOverdueRule, Make: overdueReport}},
		Acts: []turn.Doing{{Act: world.ActHeld, Do: actOnHeld}, {Act: world.ActNoShow, Do: actOnHeld}, {Act: world.ActBegin, Do: actBegin}},
		Facts: []turn.Hearing{
			turn.If(reportPlanned), turn.On(saidMet), turn.On(saidMissed), turn.Also(listUnreported), turn.If(showLate),
			turn.If(numberAlone), turn.On(openAgain),
		},
	}
}
