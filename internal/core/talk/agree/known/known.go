// Package known answers what a contact asks from the record: the hour, the place, who writes and what it is about. It says nothing of
// others, and never what the organizer knows of them.
package known

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// Asked is what a contact's text asks of what the record knows.
func Asked(t *turn.Turn, m world.Meet) understand.Asked {
	return understand.AskedIn(t.Body(), m.Organizer.Name, m.Organizer.First(), t.Org().Name)
}

// AsksOnly reports whether the day or the hour in a contact's text is none that they ask for: they are not sure which it is ("i thought it
// was wednesday"), or ask of another thing.
func AsksOnly(t *turn.Turn, m world.Meet) bool {
	return Asked(t, m)&understand.InDoubt != 0 || understand.AsksHourOf(t.Body()) && OfAnotherDay(t, m)
}

// Answers answers a contact's question from the record; the organizer gets it all the same. false when the record does not know.
func Answers(t *turn.Turn, m world.Meet) bool {
	ask := Asked(t, m)
	if understand.AsksIfStands(t.Body()) {
		ask |= understand.OfHour
		if days := understand.WeekdaysIn(t.Body()); len(days) == 1 && days[0] == m.StartsAt.In(t.Loc()).Weekday() {
			ask |= understand.InDoubt // "still on for thursday?", in the week before: its own day is told
		}
	}
	said := FromRecord(t, m, ask)
	if said == "" {
		return false
	}
	t.Happened(fact.ForOrganizer{Meet: m, Thanks: said, Kind: "answer"})
	return true
}

// ofUs is what is asked of who writes, and why.
const ofUs = understand.OfMatter | understand.OfTruth | understand.OfWriter | understand.OfRobot

// FromRecord answers what is asked, in one text: nothing of others, and never what the organizer knows of them.
func FromRecord(t *turn.Turn, m world.Meet, ask understand.Asked) string {
	switch {
	case ask&ofUs != 0:
		return whoAnswer(t, m, ask)
	case ask == 0, ask&understand.InDoubt == 0 && OfAnotherDay(t, m), over(t, m):
		return ""
	case m.Status == meeting.Proposed:
		return t.SayMeet(lang.AskedOpen, m)
	case !m.Open() && m.StartsAt.After(t.Now()):
		return t.SayMeet(lang.DigitOff, m)
	case ask == understand.OfPlace && names(t.Body(), m.Place): // what they do not know, we do not either
		return ""
	case ask&understand.OfPlace != 0 && m.Place == "":
		return t.SayMeet(lang.WhereNot, m)
	}
	if m.Private && ask&understand.OfPlace == 0 {
		m.Place = "" // in private the place is told to who asks for it
	}
	return t.Say(lang.AskedWhen, "when", t.WhenOf(m, m.StartsAt), "place", t.PlaceOf(m), "minutes", phrase.Decimal(m.Minutes), "organizer",
		m.SignedBy())
}

// names reports whether a text that asks where a place is says all that stands in the books of it, and asks of no other.
func names(body, place string) bool {
	f := strings.Fields(understand.Padded(body))
	for _, w := range strings.Fields(understand.Padded(place)) {
		if !lexicon.Articles.Has(w) && !slices.Contains(f, w) {
			return false
		}
	}
	return place != "" && !lexicon.Or.Any(f)
}

// OfAnotherDay reports whether a contact asks of something else than the one-on-one: it is over, or the day that they name is not its own.
func OfAnotherDay(t *turn.Turn, m world.Meet) bool {
	if m.StartsAt.IsZero() {
		return false
	}
	on, sure := t.SureDay(t.Body())
	return over(t, m) || sure && on != when.DateOf(m.StartsAt.In(t.Loc()))
}

func over(t *turn.Turn, m world.Meet) bool { return !m.StartsAt.IsZero() && !m.Ends().After(t.Now()) }

// whoAnswer says who writes, and that what it is about is the organizer's to tell.
func whoAnswer(t *turn.Turn, m world.Meet, ask understand.Asked) string {
	on := ""
	if m.Open() && m.StartsAt.After(t.Now()) {
		on = t.Say(lang.OnDay, "when", t.WhenOf(m, m.StartsAt))
	}
	t.Add(change.Introduced{PhoneID: t.Phone().ID, OrganizerID: m.OrganizerID, StopLine: true, At: t.Now()})
	key := lang.AboutAnswer
	switch {
	case ask&(understand.OfMatter|understand.OfTruth|understand.OfRobot) == 0, m.Handed():
		return WhoWeAre(t, m, on)
	case m.Private:
		key = lang.PrivateAbout
	case ask&understand.OfRobot != 0 && ask&understand.OfMatter == 0:
		key = lang.RobotAnswer
	case ask&understand.OfTruth != 0:
		key = lang.RealAnswer
	}
	t.NamesNobody()
	return t.Say(key, "org", t.Org().Name, "organizer", m.Organizer.Name, "ofirst", m.Organizer.First(), "when", on)
}

// WhoWeAre says who writes, and who gave the number. It introduces by itself whoever it names.
func WhoWeAre(t *turn.Turn, m world.Meet, on string) string {
	line := t.HandedLine(m)
	if t.Knows(m.OrganizerID) {
		line = ""
	}
	t.NamesNobody()
	switch {
	case m.Private:
		return phrase.Join(line, t.Say(lang.PrivateWho, "ofirst", m.Organizer.First(), "when", on))
	case m.Handed():
		return t.Say(lang.WhoHanded, "org", t.Org().Name, "organizer", m.Organizer.Name, "before", m.Before.Name, "when", on)
	}
	return t.Say(lang.WhoAnswer, "org", t.Org().Name, "organizer", m.Organizer.Name, "when", on)
}

// AskedAgain is the question in another language: whole, with who gave the number, where nobody has answered yet.
func AskedAgain(t *turn.Turn, m world.Meet, first string) string {
	if m.Private || m.Handed() || !m.AnsweredAt.IsZero() {
		return phrase.Join(first, t.SayMeet(lang.TwoDaysAsk, m))
	}
	choose := ""
	if m.ContactChooses && m.Place == "" {
		choose = t.Say(lang.ChoosePlace)
	}
	return t.SayMeet(lang.FirstText, m, "choose", choose)
}
