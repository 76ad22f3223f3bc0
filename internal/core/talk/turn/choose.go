package turn

import (
	"cmp"
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
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
	n := cmp.Or(t.w.Heard.Digit, understand.ReadChoice(t.Body(), len(pool)))
	hits, rest := t.NameOf(t.Body(), pool)
	switch {
	case n >= 1 && n <= len(pool):
		hits, rest = pool[n-1:n], w.Words
	case len(hits) == 1 && t.w.Heard.Command == "":
		rest = phrase.OrElse(rest, w.Words)
	default:
		if hits, rest = t.describes(pool), w.Words; len(hits) != 1 {
			return world.Meet{}, "", false
		}
	}
	t.CloseTalk()
	return hits[0], rest, true
}

// describes finds the one of several that a short answer tells by day, hour, place or surname: "the 8th one", "la del parque".
func (t *Turn) describes(pool []world.Meet) []world.Meet {
	body := t.Body()
	if t.w.Heard.Command != "" || len(strings.Fields(body)) > 6 {
		return nil
	}
	if hits, named := t.Meant(body, pool); named && len(hits) == 1 {
		return hits
	}
	r := understand.Times(body, t.Planning())
	hits := slices.DeleteFunc(slices.Clone(pool), func(m world.Meet) bool { // today's weekday
		return r.HasDate() || len(r.Options) == 0 || m.StartsAt.In(t.loc).Weekday() != r.Options[0].Date.Weekday()
	})
	if len(hits) == 1 {
		return hits
	}
	return slices.DeleteFunc(slices.Clone(pool), func(m world.Meet) bool { // "la vega", of two Rosas; the place; "the 11 one"
		return !understand.NamesHour(body, m.StartsAt.In(t.loc).Hour()) &&
			!understand.SharesWord(strings.TrimPrefix(m.Contact.Name, m.Contact.First())+" "+m.Place, body)
	})
}
