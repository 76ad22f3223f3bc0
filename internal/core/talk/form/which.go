package form

import (
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/talk/choose"
	"github.com/reportback/reportback/internal/core/talk/form/field"
	"github.com/reportback/reportback/internal/core/talk/turn"
)

// askWhich asks which of several reports is meant; digits answer it.
func askWhich(t *turn.Turn) {
	c := choose.Question{Ask: lang.AskWhichReport, Between: ", "}
	for _, dr := range t.Drafts() {
		c.Options = append(c.Options, choose.Option{ID: dr.ID, Shown: t.About1(dr)})
	}
	t.CloseTalk() // the report that was open is one of them
	choose.From(t, c)
}

// whichReport takes the answer to askWhich.
func whichReport(t *turn.Turn) turn.Reply {
	if id, ok := turn.Data[choose.Kept](t).Chosen(t.Heard().Digit); ok {
		for _, dr := range t.Drafts() {
			if dr.ID == id {
				openDraft(t, dr, "")
				return turn.Taken
			}
		}
		t.Answer("help", t.Say(lang.ReportGone))
		return turn.Taken
	}
	for _, dr := range t.Drafts() {
		if field.SameContact(dr, t.Body(), t.Heard().Person) {
			openDraft(t, dr, "")
			return turn.Taken
		}
	}
	return turn.Closes
}

func openLetter(t *turn.Turn, letter string) bool {
	dr, ok := field.LetterDraft(t, letter)
	if ok {
		openDraft(t, dr, "")
	}
	return ok
}
