package fact

import (
	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// ReportAsked says that a report was asked for, by a name, a letter, or by nothing but the command.
type ReportAsked struct{ Arg string }

// WordsForReport says that words that were held back are for the report that waits. On says that the text in hand goes on with it.
type WordsForReport struct {
	Report string
	Words  string
	On     bool
}

// ToCorrect says that a line of a report is to be corrected, and none is open: it may be one that was just filed.
type ToCorrect struct{}

// NoteSaid says that what a command has behind it is for the notes: "add that she wants to bring her sister", and no report is open.
type NoteSaid struct{}

// RemindersAsked says that a contact is to be reminded at some time: when our texts come to them is the answer.
type RemindersAsked struct{ Meet world.Meet }

// AmendSaid says that words may change something of a saved one-on-one.
type AmendSaid struct {
	Meet  world.Meet
	Words string
}

// ToFile says that everything of the report in hand is said, and it is to be filed. Shown is what the page says of it.
type ToFile struct{ Shown string }

// NextReport says that a report is done with, and these words say so; the next that waits may come in the same text.
type NextReport struct {
	But   uuid.UUID
	Words string
}

// ReportFiled says that a report is filed. Shown is what follows behind "Filed"; Asks says that it is a question.
type ReportFiled struct {
	Meet      world.Meet
	Draft     report.Draft
	Consented bool
	Next      *AnotherOne // when they meet next, as the report tells it
	Shown     string
	Asks      bool
}

// Corrected says that staff changed answers of the filed report in hand, or found that some look right. Shown is what the page says of it.
type Corrected struct {
	Changed, Fine []report.Name
	Shown         string
}

// ReportBegun says that staff begin the report of a one-on-one for its organizer, who is asked nothing. There says that it was begun
// before.
type ReportBegun struct {
	Meet  world.Meet
	There bool
}
