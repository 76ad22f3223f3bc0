package turn

import (
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// Choice is the question which of several is meant.
type Choice struct {
	Then    string // what it is for: who asks finds the answer by it
	Words   string // what stood behind the command that waits
	Ask     lang.Key
	Between string // what stands between the options
	Options []Option
}

// Option is one that may be meant.
type Option struct {
	ID    uuid.UUID
	Shown string
}

// maxOptions is how many a question offers: one digit each.
const maxOptions = 9

// Which is what a choice remembers.
type Which struct {
	Options []string `json:"options,omitempty"`
	Then    string   `json:"then,omitempty"`
	Words   string   `json:"words,omitempty"`
}

// Chosen is the option that a number means.
func (w Which) Chosen(number int) (uuid.UUID, bool) {
	if number < 1 || number > len(w.Options) {
		return uuid.Nil, false
	}
	id, err := uuid.Parse(w.Options[number-1])
	return id, err == nil
}

// Chosen is the kind of a choice, by what it is for, as a room says that it hears the answer.
func Chosen(then string) string { return world.WhichTalk + ":" + then }

// Choose asks which of several is meant; numbers answer.
func (t *Turn) Choose(c Choice) {
	w := Which{Then: c.Then, Words: c.Words}
	var shown []string
	for i, o := range c.Options[:min(len(c.Options), maxOptions)] {
		w.Options = append(w.Options, o.ID.String())
		shown = append(shown, phrase.Digit(i)+" "+o.Shown)
	}
	between := phrase.OrElse(c.Between, "; ")
	t.OpenTalk(world.Conversation{Kind: world.WhichTalk, Question: "which", Data: Encode(w)})
	t.Answer("ask:which", t.Say(c.Ask, "options", strings.Join(shown, between)))
}

// WhichMeet asks which of several one-on-ones a command means.
func (t *Turn) WhichMeet(hits []world.Meet, then, words string) {
	c := Choice{Then: then, Words: words, Ask: lang.WhichMeeting}
	for _, m := range hits {
		c.Options = append(c.Options, Option{m.ID, t.What(m)})
	}
	t.Choose(c)
}

// WhichOfMeets finds which one-on-one was chosen, by number or name, and the words for the command that waited for it.
func (t *Turn) WhichOfMeets() (m world.Meet, rest string, ok bool) {
	w := Data[Which](t)
	var pool []world.Meet
	for i := range w.Options {
		id, _ := w.Chosen(i + 1)
		if m, ok := t.MeetByID(id); ok {
			pool = append(pool, m)
		}
	}
	n := t.w.Heard.Digit
	hits, rest := t.NameOf(t.Body(), pool)
	switch {
	case n >= 1 && n <= len(pool):
		hits, rest = pool[n-1:n], w.Words
	case len(hits) == 1 && t.w.Heard.Command == "":
		rest = phrase.OrElse(rest, w.Words)
	default:
		return world.Meet{}, "", false
	}
	t.CloseTalk()
	return hits[0], rest, true
}
