package outcome

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// sorry passes on what the organizer has the contact told at the question how it went, where it says that they are sorry or why they did
// not come: "omg tell her im so sorry i mixed up the place, can we try monday at 3". The outcome that it says is noted, and a time in it is
// offered as any other is.
func sorry(t *turn.Turn, m world.Meet, body string) bool {
	said := toldThem(t, m, body)
	o := understand.OutcomeIn(body)
	if o == understand.NoOutcome && lexicon.MixedThem.In(understand.Padded(said)) {
		o = understand.NotMet
	}
	apart := o == understand.NotMet || o == understand.Missed
	if said == "" || understand.ReachesOut(body) || o == understand.Met || !apart && !understand.Apologizes(said) {
		return false
	}
	words, again := withoutTime(t, said)
	if words == "" {
		return false
	}
	kept := turn.Data[howData](t).Words
	t.First(func() { t.Happened(fact.TellSaid{Meet: m, Words: words, Sure: true}) })
	if apart {
		if kept != "" {
			keepTold(t, m, kept)
		}
		didNotMeet(t, m, o, body)
		return true
	}
	t.OpenTalk(world.Conversation{Kind: world.HowTalk, SubjectID: m.ID, PersonID: m.OrganizerID, Question: "how"})
	askSure(t, m, strings.TrimSpace(kept+"\n"+body))
	data := turn.Data[howData](t)
	data.Again = again
	t.Remember(data)
	return true
}

// toldThem is what a text has the contact told, "" for nothing.
func toldThem(t *turn.Turn, m world.Meet, body string) string {
	if said := understand.ToldToThem(body); said != "" {
		return said
	}
	if whom, words, ok := understand.ReadTell(body); ok {
		hits, rest := t.NameOf(whom, []world.Meet{m})
		if len(hits) == 0 {
			return ""
		}
		return understand.WithoutKnow(phrase.OrElse(words, rest))
	}
	_, said := understand.ToldBeside(body, []string{m.Contact.First(), m.Contact.Name})
	return understand.WithoutKnow(said)
}

// withoutTime leaves out of words the sentences that put a time forward, and returns these.
func withoutTime(t *turn.Turn, words string) (left, timed string) {
	var out, times []string
	for _, c := range understand.Clauses(words) {
		if understand.Timed(understand.Times(c, t.Planning())) {
			times = append(times, c)
		} else {
			out = append(out, c)
		}
	}
	return strings.Join(out, ", "), strings.Join(times, ", ")
}
