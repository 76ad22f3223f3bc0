// Package filing is the room in which a report that is said in full goes where it belongs, and in which corrections of a filed one follow
// it there. It asks nothing: the form does.
package filing

import (
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/turn"
)

// Room is the room of package filing.
func Room() turn.Room {
	return turn.Room{
		Name:    "filing",
		Guesses: []turn.Guess{{Rank: turn.CorrectsFiled, Name: "what was filed is corrected", Take: correctsFiled}},
		Rows:    []turn.Row{{Rule: reminder.FiledToStaff, Make: filedNote}},
		Facts:   []turn.Hearing{turn.On(file), turn.On(correct), turn.If(askCorrection), turn.If(correctSaid)},
	}
}
