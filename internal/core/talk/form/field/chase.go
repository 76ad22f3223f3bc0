package field

import (
	"time"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/when"
)

// Chase plans what happens when the draft is left lying: a nudge after two hours, a line in the morning text. Every step moves them on.
func Chase(t *turn.Turn) {
	nudge := t.Now().Add(2 * time.Hour)
	t.Add(change.Plan{
		ID: t.NewID(), PhoneID: t.Phone().ID, PersonID: t.Who().ID, Subject: change.Subject{Kind: change.ReportSubject, ID: t.Draft().ID},
		Rule: reminder.DraftNudge, Occurrence: "1", DueAt: nudge, ValidUntil: turn.ValidUntil(reminder.DraftNudge, nudge), Cause: t.Cause(),
		Reason: "a draft is unfinished", Again: true,
	})
	t.MorningOn(t.Who(), when.NextMorning(nudge, 9, 0, t.Loc()))
}
