package move

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/choose"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// wordsOfCancel are the words that were to go along with a one-on-one's calling off, which is asked: they go with the new time as well.
func wordsOfCancel(t *turn.Turn, m world.Meet) string {
	kept := turn.Data[choose.Kept](t)
	if c := t.Conv(); c.Kind != world.WhichTalk || c.Question != "cancel" || !slices.Contains(kept.Options, m.ID.String()) {
		return ""
	}
	return kept.Words
}

// along says of words for the contact that stand beside the order that nothing sends them: "ask them if next week works".
func along(t *turn.Turn, m world.Meet) string {
	from, to := lexicon.TellAlong.Find(t.Body())
	if _, beside := understand.Passed(t.Body()); to == 0 && beside != "" { // "but say it nicer"
		return t.Say(lang.CancelAlong, "words", report.Excerpt(beside, 60), "first", m.Contact.First())
	}
	if to == 0 || from == 0 || len(strings.Fields(t.Body()[to:])) == 0 {
		return ""
	}
	return t.Say(lang.CancelAlong, "words", report.Excerpt(strings.TrimSpace(t.Body()[from:]), 60), "first", m.Contact.First())
}

// wordsWaiting are the words for the one contact who hears of it that were just shown and wait for a yes: they go along with it.
func wordsWaiting(t *turn.Turn, of []world.Meet) string {
	c := t.Conv()
	if len(of) != 1 || c.Kind != world.SendTalk || c.Question != "send" || c.SubjectID != of[0].ID || !turn.MayText(of[0].Contact) {
		return ""
	}
	return turn.Data[struct {
		Words string `json:"words"`
	}](t).Words
}

// wordsBeside are the words for the one contact who hears of it that stand beside the order: "tell her im sorry". They go with it.
func wordsBeside(t *turn.Turn, of []world.Meet) string {
	if len(of) != 1 || !turn.MayText(of[0].Contact) {
		return ""
	}
	_, words := understand.ToldBeside(t.Body(), []string{of[0].Contact.First(), of[0].Contact.Name})
	if understand.SaysOff(words) { // our text says that
		return ""
	}
	return words
}
