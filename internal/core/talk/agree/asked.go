package agree

import (
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
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
	if person.Way(t.Who().BestWay) == "call" && understand.RatherCalls(t.Body()) {
		return " " + t.SayMeet(lang.CallWanted, m)
	}
	if s := fromRecord(t, m, asked(t, m)); s != "" {
		return " " + s
	}
	return t.Say(lang.WordsPassed, "ofirst", m.Organizer.First())
}

// asked is what a contact's text asks of what the record knows.
func asked(t *turn.Turn, m world.Meet) understand.Asked {
	return understand.AskedIn(t.Body(), m.Organizer.Name, m.Organizer.First(), t.Org().Name)
}

// answersAsked answers a contact's question from the record; the organizer gets it all the same. false when the record does not know.
func answersAsked(t *turn.Turn, m world.Meet) bool {
	ask := asked(t, m)
	if understand.AsksIfStands(t.Body()) {
		ask |= understand.OfHour
	}
	said := fromRecord(t, m, ask)
	if said == "" {
		return false
	}
	t.Happened(fact.ForOrganizer{Meet: m, Thanks: said, Kind: "answer"})
	return true
}

// fromRecord answers what is asked, in one text: nothing of others, and never what the organizer knows of them.
func fromRecord(t *turn.Turn, m world.Meet, ask understand.Asked) string {
	switch {
	case ask&(understand.OfMatter|understand.OfTruth|understand.OfWriter) != 0:
		return whoAnswer(t, m, ask)
	case ask == 0:
		return ""
	case m.Status == meeting.Proposed:
		return t.SayMeet(lang.AskedOpen, m)
	case !m.Open() && m.StartsAt.After(t.Now()):
		return t.SayMeet(lang.DigitOff, m)
	case ask&understand.OfPlace != 0 && m.Place == "":
		return t.SayMeet(lang.WhereNot, m)
	}
	if m.Private && ask&understand.OfPlace == 0 {
		m.Place = "" // in private the place is told to who asks for it
	}
	return t.Say(lang.AskedWhen, "when", t.WhenOf(m, m.StartsAt), "place", t.PlaceOf(m), "minutes", phrase.Decimal(m.Minutes), "organizer",
		firstIfPrivate(m))
}

// whoAnswer says who writes, and that what it is about is the organizer's to tell.
func whoAnswer(t *turn.Turn, m world.Meet, ask understand.Asked) string {
	on := ""
	if m.Open() && m.StartsAt.After(t.Now()) {
		on = t.Say(lang.OnDay, "when", t.WhenOf(m, m.StartsAt))
	}
	t.Add(change.Introduced{PhoneID: t.Phone().ID, OrganizerID: m.OrganizerID, StopLine: true, At: t.Now()})
	key := lang.AboutAnswer
	switch {
	case ask&understand.OfMatter == 0 && ask&understand.OfTruth == 0, m.Handed():
		return whoWeAre(t, m, on)
	case m.Private:
		key = lang.PrivateAbout
	case ask&understand.OfTruth != 0:
		key = lang.RealAnswer
	}
	t.NamesNobody()
	return t.Say(key, "org", t.Org().Name, "organizer", m.Organizer.Name, "ofirst", m.Organizer.First(), "when", on)
}

// wordsNote carries words that a contact wrote beside an answer; nil when there are none.
func wordsNote(m world.Meet, words string) any {
	if words == "" {
		return nil
	}
	return fact.WordsNote{Words: words, Contact: m.ContactID}
}
