package form

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// askWhich asks which of several reports is meant; digits answer it.
func askWhich(t *turn.Turn) {
	var opts []string
	var ids []string
	for i, dr := range t.Drafts() {
		if i == 9 {
			break
		}
		opts = append(opts, turn.Digit(i)+" "+t.About1(dr))
		ids = append(ids, dr.ID.String())
	}
	t.ReplaceTalk(world.Conversation{Kind: world.WhichTalk, Question: "which", Data: turn.Encode(turn.FormData{Options: ids})})
	t.Answer("ask:which", t.Say(lang.AskWhichReport, "options", strings.Join(opts, ", ")))
}

// whichReport takes the answer to askWhich.
func whichReport(t *turn.Turn) turn.Reply {
	data := turn.Decode(t.Conv().Data)
	if n := t.Heard().Digit; n >= 1 && n <= len(data.Options) {
		for _, dr := range t.Drafts() {
			if dr.ID.String() == data.Options[n-1] {
				openDraft(t, dr)
				return turn.Taken
			}
		}
		t.Answer("help", t.Say(lang.ReportGone))
		return turn.Taken
	}
	for _, dr := range t.Drafts() {
		if sameContact(dr, t.Body(), t.Heard().Person) {
			openDraft(t, dr)
			return turn.Taken
		}
	}
	return turn.Closes
}

func letterDraft(t *turn.Turn, letter string) (report.Draft, bool) {
	for _, it := range turn.DecodeList(t.Conv().List) {
		if it.Letter != letter {
			continue
		}
		for _, dr := range t.Drafts() {
			if dr.ID == it.ID {
				return dr, true
			}
		}
	}
	return report.Draft{}, false
}

func openLetter(t *turn.Turn, letter string) bool {
	dr, ok := letterDraft(t, letter)
	if ok {
		openDraft(t, dr)
	}
	return ok
}
