// Package order is the room of what an organizer says in a sentence instead of a command: "cancel everything tomorrow, I'm sick", "let
// maria know im here", "called her, she's coming". It finds out what is meant and says so; it does none of it.
package order

import (
	"github.com/reportback/reportback/internal/core/talk/turn"
)

// Room is the room of package order.
func Room() turn.Room {
	return turn.Room{
		Name: "order",
		Guesses: []turn.Guess{
			{Rank: turn.Plainly, Name: "an order that says all", Take: saysAll}, {Rank: turn.Ordered, Name: "an order in a sentence", Take: ordered},
		},
	}
}

// saysAll takes an order that says all that it is about, or is of what was just spoken of.
func saysAll(t *turn.Turn) bool {
	return cancelsIf(t) || otherPlace(t) || handsOver(t) || cancelsIt(t) || plainly(t) || noNeed(t) || away(t) ||
		t.Conv().Question == turn.QSaved && otherDay(t)
}
