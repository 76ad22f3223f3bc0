// Package choose asks which of several is meant, and hears the answer by number, name, day, hour or place.
package choose

import (
	"cmp"
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// Question is the question which of several is meant.
type Question struct {
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

// Kept is what a choice remembers.
type Kept struct {
	Options []string `json:"options,omitempty"`
	Then    string   `json:"then,omitempty"`
	Words   string   `json:"words,omitempty"`
}

// Chosen is the option that a number means.
func (w Kept) Chosen(number int) (uuid.UUID, bool) {
	if number < 1 || number > len(w.Options) {
		return uuid.Nil, false
	}
	id, err := uuid.Parse(w.Options[number-1])
	return id, err == nil
}

// Talk is the kind of a choice, by what it is for, as a room says that it hears the answer.
func Talk(then string) string { return world.WhichTalk + ":" + then }

// From asks which of several is meant; numbers answer.
func From(t *turn.Turn, c Question) {
	w := Kept{Then: c.Then, Words: c.Words}
	var shown []string
	for i, o := range c.Options[:min(len(c.Options), maxOptions)] {
		w.Options = append(w.Options, o.ID.String())
		shown = append(shown, phrase.Digit(i)+" "+o.Shown)
	}
	between := phrase.OrElse(c.Between, "; ")
	t.OpenTalk(world.Conversation{Kind: world.WhichTalk, Question: "which", Data: turn.Encode(w)})
	t.Answer("ask:which", t.Say(c.Ask, "options", strings.Join(shown, between)))
}

// Meet asks which of several one-on-ones a command means.
func Meet(t *turn.Turn, hits []world.Meet, then, words string) {
	c := Question{Then: then, Words: words, Ask: lang.WhichMeeting}
	for _, m := range hits {
		c.Options = append(c.Options, Option{m.ID, t.What(m)})
	}
	From(t, c)
}

// Which finds which one-on-one was chosen, by number or name, and the words for the command that waited for it.
func Which(t *turn.Turn) (m world.Meet, rest string, ok bool) {
	w := turn.Data[Kept](t)
	var pool []world.Meet
	for i := range w.Options {
		id, _ := w.Chosen(i + 1)
		if m, ok := t.MeetByID(id); ok {
			pool = append(pool, m)
		}
	}
	n := cmp.Or(t.Heard().Digit, understand.ReadChoice(t.Body(), len(pool)))
	hits, rest := t.NameOf(t.Body(), pool)
	if n == 0 && len(pool) == 1 && t.Said().Agrees() {
		n = 1
	}
	switch {
	case n >= 1 && n <= len(pool):
		hits, rest = pool[n-1:n], w.Words
	case len(hits) == 1 && t.Heard().Command == "":
		rest = phrase.OrElse(rest, w.Words)
	default:
		if hits, rest = describes(t, pool), w.Words; len(hits) != 1 {
			return world.Meet{}, "", false
		}
	}
	t.CloseTalk()
	return hits[0], rest, true
}

// describes finds the one of several that a short answer tells by day, hour, place or surname: "the 8th one", "la del parque".
func describes(t *turn.Turn, pool []world.Meet) []world.Meet {
	body := t.Body()
	if t.Heard().Command != "" || len(strings.Fields(body)) > 6 {
		return nil
	}
	if hits, named := t.Meant(body, pool); named && len(hits) == 1 {
		return hits
	}
	r := understand.Times(body, t.Planning())
	hits := slices.DeleteFunc(slices.Clone(pool), func(m world.Meet) bool { // today's weekday
		return r.HasDate() || len(r.Options) == 0 || m.StartsAt.In(t.Loc()).Weekday() != r.Options[0].Date.Weekday()
	})
	if len(hits) == 1 {
		return hits
	}
	return slices.DeleteFunc(slices.Clone(pool), func(m world.Meet) bool { // "la vega", of two Rosas; the place; "the 11 one"
		return !understand.NamesHour(body, m.StartsAt.In(t.Loc()).Hour()) &&
			!understand.SharesWord(strings.TrimPrefix(m.Contact.Name, m.Contact.First())+" "+m.Place, body)
	})
}
