package form

import (
	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/form/field"
	"github.com/reportback/reportback/internal/core/talk/turn"
)

// meant has the report in hand be of another one-on-one: what was told goes with it, what is on record of the first contact does not.
func meant(t *turn.Turn, f fact.ReportMeant) bool {
	if f.Draft == uuid.Nil || !takeUp(t, f.Draft) {
		return false
	}
	settleBurst(t)
	field.Unlink(t)
	field.OfMeet(t, f.Meet)
	advance(t, f.First)
	return true
}
