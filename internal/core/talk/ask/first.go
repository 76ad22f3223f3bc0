package ask

import (
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
)

// askedFirst answers a question with which a text begins that says more behind it; that is kept as a note.
func askedFirst(t *turn.Turn) bool {
	first, rest, ok := understand.FirstAsked(t.Body())
	if !ok || t.AsksNow() || understand.ReadAsk(first) == understand.NoAsk || !understand.Timed(understand.Times(rest, t.Planning())) ||
		understand.IsOrder(rest) || understand.IsQuestion(rest) {
		return false
	}
	whole := t.Body()
	t.Narrow(first)
	if known := knownIn(t); len(known) == 1 {
		t.SayFirst(t.Say(lang.PlanKept, "words", report.Excerpt(rest, 60)))
		if asked(t) {
			t.Add(change.AddNote{
				ID: t.NewID(), AuthorID: t.Who().ID, PersonID: known[0].ID, Kind: change.NoteWords, Words: turn.Bounded(whole), At: t.Now(),
			})
			return true
		}
		t.SayFirst("")
	}
	t.Narrow(whole)
	return false
}
