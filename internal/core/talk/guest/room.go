// Package guest is the room of events: who said they would come, check-ins, who came.
package guest

import (
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/choose"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// Room is the room of package guest.
func Room() turn.Room {
	return turn.Room{
		Name: "guest",
		Questions: []turn.Question{
			{Kind: world.GuestTalk, Hear: asGuest},
			{Kind: world.CameTalk, Hear: inCame},
			{Kind: choose.Talk(thenCame), Hear: whichCame},
		},
		Guesses: []turn.Guess{
			{Rank: turn.WhoCame, Name: "who of one's people came, or comes", Take: saysWhoCame},
			{Rank: turn.CameUnasked, Name: "who came, before anybody asked", Take: cameUnasked},
		},
		Rows: []turn.Row{
			{Rule: reminder.CheckInRule, Make: toGuest},
			{Rule: reminder.EventMovedRule, Make: toGuest},
			{Rule: reminder.EventOffRule, Make: toGuest},
			{Rule: reminder.WhoCameRule, Make: whoCame},
			{Rule: reminder.AttendanceRule, Make: attendanceMissing},
		},
		Acts: []turn.Doing{
			{Act: world.ActEventMoved, Do: actOnEvent},
			{Act: world.ActEventOff, Do: actOnEvent},
			{Act: world.ActGuest, Do: actGuest},
		},
		Facts: []turn.Hearing{
			turn.If(cameAfterAll), turn.If(anotherDay), turn.On(hostsNow), turn.On(fileEvent), turn.Also(listEvents), turn.If(showEvent),
		},
	}
}
