package ask

import (
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
)

// ofStaff answers somebody of the staff who is no organizer, and asks after the day or after what others have reported: all of that stands
// on the page.
func ofStaff(t *turn.Turn) bool {
	h := t.Heard()
	if t.Who().Is(person.Organizer) || !t.Who().Works() || h.Command != understand.None || h.Digit != 0 || h.Letter != "" || t.AsksNow() ||
		!understand.AsksOfAll(t.Body()) {
		return false
	}
	link := ""
	if t.Org().URL != "" {
		link = ": " + t.Org().URL + "/admin"
	}
	t.SetOutcome("answered: it is on the page")
	t.Answer("answer", t.Say(lang.AnswerOnPage, "link", link))
	return true
}
