package consent

import (
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// goneTold takes an organizer's news that a contact died, or that nobody can reach them any more: whoever holds that phone reads no
// reminder, what was to come is off without a text, nobody is asked how it went, and staff know. A report about somebody else's talk
// keeps such words as its own.
func goneTold(t *turn.Turn) bool {
	if !t.Who().Works() || t.Heard().Command != understand.None || t.Conv().Kind == world.ReportTalk ||
		!understand.GoneForGood(t.Body(), contactNames(t)) {
		return false
	}
	hits := whoseStop(t)
	if len(hits) != 1 {
		return false
	}
	if !turn.Names(understand.Padded(t.Body()), hits[0].Contact.First()) && !(t.AsksNow() && asksAbout(t, hits[0])) {
		return somebodyGone(t, hits[0])
	}
	c := hits[0].Contact
	t.Add(change.AddNote{
		ID: t.NewID(), AuthorID: t.Who().ID, MeetingID: hits[0].ID, PersonID: c.ID, Kind: change.NoteWords, Words: turn.Bounded(t.Body()),
		At: t.Now(),
	})
	if c.Consent != person.ConsentNo {
		withdraw(t, c)
	}
	off := false
	for _, m := range t.Meetings() {
		off = m.OrganizerID == t.Who().ID && m.ContactID == c.ID && endsQuietly(t, m) || off
	}
	t.Morning(t.Who())
	t.HandToStaff(matter.NeedsAnswer, "an organizer tells that a contact died or cannot be reached for good")
	t.SetOutcome("a contact cannot be reached for good")
	key := lang.GoneTold
	if off {
		key = lang.GoneToldOff
	}
	t.FinishWith("saved", t.Say(key, "first", c.First()))
	return true
}

// somebodyGone keeps that "she passed away" where she may as well be the mother whom the contact just wrote about: nothing ends by guess,
// and staff know.
func somebodyGone(t *turn.Turn, m world.Meet) bool {
	if t.AsksNow() {
		return false
	}
	t.Add(change.AddNote{
		ID: t.NewID(), AuthorID: t.Who().ID, MeetingID: m.ID, PersonID: m.ContactID, Kind: change.NoteWords, Words: turn.Bounded(t.Body()),
		At: t.Now(),
	})
	t.HandToStaff(matter.NeedsAnswer, "an organizer tells that somebody died or cannot be reached for good: the contact, or one of theirs")
	t.SetOutcome("somebody died or cannot be reached, kept as a note")
	t.Answer("saved", t.Say(lang.GoneWhose, "first", m.Contact.First()))
	return true
}

// endsQuietly calls off a one-on-one that nobody will come to, and nobody is told.
func endsQuietly(t *turn.Turn, m world.Meet) bool {
	if m.Status == meeting.Held || m.CallOff() != nil {
		return false
	}
	t.SaveMeet(m, change.MeetingCalledOff, "")
	t.Void(m, "the contact cannot be reached for good")
	if m.Begun(t.Now()) {
		t.Happened(fact.Missed{Meet: m})
	}
	return true
}
