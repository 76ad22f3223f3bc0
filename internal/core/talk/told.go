package talk

import (
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/duty"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// newNumber shows a one-on-one with the number that an organizer says its contact has now: "maria changed her number, its 206-555-0199".
func newNumber(t *turn.Turn, open world.Conversation) bool {
	phone := understand.NumberOfThem(t.Body())
	c, m := about(t)
	if turn.Asks(open) || phone.IsZero() || m.ID == uuid.Nil || !m.Open() || m.Begun(t.Now()) || phone == c.Phone || phone == t.Phone().Phone {
		return false
	}
	return t.Happened(fact.RightNumber{Meet: m, Phone: phone.E164()})
}

// onlyTold keeps what an organizer tells of a contact while nothing is asked, and says how something would be changed: "she'll bring her
// kid". What names a time, asks, or orders something is no mere tale.
func onlyTold(t *turn.Turn, open world.Conversation) bool {
	h := t.Heard()
	if turn.Asks(open) || h.When.HasDate() || h.When.HasClock || len(h.When.Options) > 0 || h.Reply != understand.NoReply || h.Question ||
		understand.IsQuestion(t.Body()) || understand.IsOrder(t.Body()) {
		return false
	}
	if _, comes := understand.ReadComing(t.Body()); comes || understand.OutcomeIn(t.Body()) != understand.NoOutcome {
		return false
	}
	c, m := about(t)
	if m.ID == uuid.Nil {
		m = lately(t, open)
		c = m.Contact
	}
	if m.ID == uuid.Nil || !understand.BeginsOfSomebody(t.Body(), []string{c.Name, c.First()}) {
		return false
	}
	t.Add(change.AddNote{
		ID: t.NewID(), AuthorID: t.Who().ID, MeetingID: m.ID, PersonID: c.ID, Kind: change.NoteWords, Words: turn.Bounded(t.Body()), At: t.Now(),
	})
	t.SetAbout(turn.Loose(m.Meeting))
	if d := understand.Details(understand.WithoutSorry(t.Body())); len(d) == 1 && report.Name(d[0].Label) == report.Needs { // of the record
		c.AccessNeeds = phrase.Join(c.AccessNeeds, report.Excerpt(d[0].Words, 200))
		t.Add(change.SavePerson{Person: c, At: t.Now()})
	}
	t.SetOutcome("kept with a contact's notes")
	t.HandToStaff(matter.NeedsAnswer, duty.NoteKept)
	t.Answer("saved", t.Say(lang.ToldNoted, "first", c.First()))
	return true
}

// tellsOfMissed keeps what an organizer tells on, at the question about somebody whom they did not meet: why, how long they waited.
func tellsOfMissed(t *turn.Turn, open world.Conversation) bool {
	m, ok := t.MeetByID(open.SubjectID)
	h, body := t.Heard(), t.Body()
	if !ok || open.Kind != world.MissedTalk || m.OrganizerID != t.Who().ID || h.Question || understand.IsQuestion(body) ||
		understand.IsOrder(body) || understand.SaysDeed(body) || understand.BeginsDeed(body) ||
		understand.Timed(understand.Times(body, t.Planning())) || h.Reply != understand.NoReply ||
		h.Person != "" && !strings.EqualFold(h.Person, m.Contact.First()) ||
		len(strings.Fields(body)) < 2 {
		return false
	}
	duty.Keep(t, m.Contact, m, t.Body())
	t.SetAbout(turn.Loose(m.Meeting))
	t.SetOutcome("kept with a contact's notes")
	goesOn(t, open)
	t.Answer("help", t.Say(lang.ToldKept, "words", report.Excerpt(body, 60)))
	return true
}

// lately is the one-on-one to come that "she" is of where nobody is named: the one that was just saved or spoken of, or the only one of
// somebody who meets nobody else.
func lately(t *turn.Turn, open world.Conversation) world.Meet {
	var only world.Meet
	for _, m := range t.Meetings() {
		switch {
		case m.OrganizerID != t.Who().ID:
		case m.ID == open.SubjectID && m.Open() && !m.Begun(t.Now()):
			return m
		case only.ID != uuid.Nil && only.ContactID != m.ContactID:
			return world.Meet{}
		default:
			only = m
		}
	}
	if !only.Open() || only.Begun(t.Now()) {
		return world.Meet{}
	}
	return only
}
