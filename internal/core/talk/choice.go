package talk

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/talk/choose"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// answersChoice hears that none of several is meant, and asks once more, in other words, where a short answer says nothing of them.
func answersChoice(t *turn.Turn) bool {
	h, body := t.Heard(), t.Body()
	if t.Conv().Kind != world.WhichTalk || t.Conv().Question != "which" || h.Command != "" || h.Digit != 0 || h.Letter != "" {
		return false
	}
	var shown []string
	w := turn.Data[choose.Kept](t)
	for i := range w.Options {
		id, _ := w.Chosen(i + 1)
		m, ok := t.MeetByID(id)
		if !ok {
			return false // not between one-on-ones
		}
		shown = append(shown, phrase.Digit(i)+" "+t.What(m))
	}
	if understand.ChoosesNone(body) {
		t.FinishWith("saved", t.Say(lang.WhichNone))
		return true
	}
	if t.Conv().Tries > 0 || len(strings.Fields(body)) > 4 || h.Person != "" || !h.Phone.IsZero() || h.Question ||
		(h.When.HasDate() || h.When.HasClock) && !understand.ForAll(body) {
		return false
	}
	t.Retry()
	t.Answer("ask:which", t.Say(lang.WhichAgain, "options", strings.Join(shown, "; ")))
	return true
}
