package fact

import (
	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/when"
)

// ToReport says that the reports of these one-on-ones come next, the first at once, behind what was noted and with what words already say
// of it.
type ToReport struct {
	Meets []world.Meet
	Words string
	Each  []string // the words of each of several, in their order
	First string
	Next  bool      // it is named behind what was noted
	Later bool      // it is put off in the same words
	Waits bool      // it is begun, and asked about behind what else the text wants
	On    when.Date // the day on which they met, where the words name another than was planned
}

// Of are the words that a text says of one of the one-on-ones.
func (f ToReport) Of(i int) string {
	if i < len(f.Each) {
		return f.Each[i]
	}
	if i == 0 {
		return f.Words
	}
	return ""
}

// ReportMeant says that the report in hand is of another one-on-one than it was begun for. First is what is said of it.
type ReportMeant struct {
	Draft uuid.UUID
	Meet  world.Meet
	First string
}
