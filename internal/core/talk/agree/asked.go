package agree

import (
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/talk/agree/known"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/whose"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// moreWords is a contact's text where it says more than the bare answer, "" where it does not.
func moreWords(t *turn.Turn) string {
	two := len(t.People()) < 2 && lexicon.BothOfUs.In(understand.Padded(t.Body())) // the organizer counts on one
	if t.Kind() != world.TextIn || !t.SaysMore() && !two {
		return ""
	}
	return turn.Bounded(t.Body())
}

// wordsFor are words where they may be for this organizer to read: a text for two answers each, and tells neither of the other.
func wordsFor(t *turn.Turn, m world.Meet, words string) string {
	if !whose.MayRead(t, m) {
		return ""
	}
	return words
}

// along passes words on that stand beside an answer, and returns what the answer says of that: what they ask is answered from the record.
func along(t *turn.Turn, m world.Meet, words string) string {
	if words == "" {
		return ""
	}
	t.Happened(fact.WordsAlong{Meet: m})
	if person.Way(t.Who().BestWay) == person.ByCall && understand.RatherCalls(t.Body()) {
		return " " + t.SayMeet(lang.CallWanted, m)
	}
	if s := known.FromRecord(t, m, known.Asked(t, m)); s != "" {
		return " " + s
	}
	return t.Say(lang.WordsPassed, "ofirst", m.Organizer.First())
}

// wordsNote carries words that a contact wrote beside an answer; nil when there are none.
func wordsNote(m world.Meet, words string) any {
	if words == "" {
		return nil
	}
	return fact.WordsNote{Words: words, Contact: m.ContactID}
}
