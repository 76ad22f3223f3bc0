package todo

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// heldInWords closes a debrief that is due where a text says that the two spoke: "talked to sam today", "ana and i met, good talk". What it
// says besides is kept with the debrief. It is another matter where one of the speaker's contacts goes by that name.
func heldInWords(t *turn.Turn) bool {
	body := strings.TrimSpace(t.Body())
	h := t.Heard()
	if h.Digit != 0 || !understand.SaysSpoke(body) || h.When.HasDate() && h.When.Date.String() > t.Today() {
		return false
	}
	held := debriefsWith(t, body)
	if len(held) != 1 {
		return false
	}
	var beside closing
	for _, part := range understand.DoneParts(body) {
		if c := closedBy(t, part); len(c.promises) == 1 && c.promises[0].Kind == change.Promised {
			beside.add(closing{promises: c.promises})
		}
	}
	said := beside.close(t, body)
	debriefHeld(t, held[0], turn.Bounded(body))
	t.FinishWith("saved", append(said, t.Say(lang.DebriefHeld, "who", otherOf(t, held[0])))...)
	return true
}

// debriefsWith are those due whose other side is named, and none of the speaker's contacts with it.
func debriefsWith(t *turn.Turn, words string) (out []world.Debrief) {
	p := understand.Padded(words)
	for _, b := range t.Debriefs() {
		first := phrase.FirstOf(otherOf(t, b))
		contact := slices.ContainsFunc(t.Contacts(), func(c person.Person) bool { return strings.EqualFold(c.First(), first) })
		if b.On <= t.Today() && !contact && turn.Names(p, first) {
			out = append(out, b)
		}
	}
	return out
}

// besideName is what an order that closes a debrief says of it besides whom it was with; "" for nothing.
func besideName(t *turn.Turn, b world.Debrief) string {
	first := phrase.FirstOf(otherOf(t, b))
	for _, w := range strings.Fields(understand.Padded(t.Heard().Arg)) {
		if len(w) > 1 && !lexicon.WithWords.Has(w) && !strings.EqualFold(w, first) {
			return turn.Bounded(t.Body())
		}
	}
	return ""
}
