package consent

import (
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// What an organizer tells of how a contact wants to be reached: obeyed at once, and said back.

// holdsTexts takes that a contact is not to be texted up to a day, or not for now: "Maria lost her dad, don't bug her til saturday". It
// leaves to noTexts what has no end.
func holdsTexts(t *turn.Turn) bool {
	until, ok := understand.HoldForThem(t.Body(), contactNames(t), t.Planning())
	if !ok && understand.HoldsForNow(t.Body(), contactNames(t)) && !understand.LossOfThem(t.Body(), contactNames(t)) {
		until, ok = when.DateOf(t.Now().In(t.Loc())).AddDays(leftAloneDays), true
	}
	if !ok || until.IsZero() || !t.Who().Works() {
		return false
	}
	hits := whoseStop(t)
	if len(hits) != 1 || hits[0].Contact.Phone.IsZero() {
		return false
	}
	c := hits[0].Contact
	tellPhone(t, c, fact.ConsentNote{Until: until.String()})
	t.Note(change.Subject{Kind: change.PersonSubject, ID: c.ID}, change.TextsPaused, until.String())
	if understand.LossOfThem(t.Body(), contactNames(t)) {
		keepLoss(t, hits[0])
		t.SayFirst(t.Say(lang.LossKept, "first", c.First()))
	}
	t.SetOutcome("texts to a contact paused")
	t.Answer("saved", t.Say(lang.HoldNow, "first", c.First(), "day", t.Day(until), "move", holdMove(t, hits[0])))
	return true
}

// leftAloneDays is for how long texts are held to somebody who is to be left alone, in mourning or for now, where no day is named.
const leftAloneDays = 14

// lossTold keeps what an organizer tells of a death in a contact's family, and says how texts are held and the one-on-one is moved.
func lossTold(t *turn.Turn) bool {
	ill := understand.InHospital(t.Body())
	if t.AsksNow() || !t.Who().Works() || t.Heard().Command != understand.None || t.Heard().Question ||
		!ill && !understand.LossOfThem(t.Body(), contactNames(t)) ||
		understand.OwnLoss(t.Body()) { // "tengo q cancelar, se murió mi tía"
		return false
	}
	hits := whoseStop(t)
	if len(hits) != 1 || !turn.Names(understand.Padded(t.Body()), hits[0].Contact.First()) && !understand.SpeaksOfThem(t.Body()) ||
		ill && (hits[0].Running(t.Now()) || understand.InHospital(t.Who().First()+" is in "+hits[0].Place)) { // they meet there
		return false
	}
	c := hits[0].Contact
	keepLoss(t, hits[0])
	t.SetOutcome("a loss in a contact's family, kept as a note")
	if understand.HoldsThem(t.Body(), contactNames(t)) && !c.Phone.IsZero() { // and she is to be left alone
		until := when.DateOf(t.Now().In(t.Loc())).AddDays(leftAloneDays)
		tellPhone(t, c, fact.ConsentNote{Until: until.String()})
		t.Note(change.Subject{Kind: change.PersonSubject, ID: c.ID}, change.TextsPaused, until.String())
		t.Answer("saved", t.Say(lang.LossHeld, "first", c.First(), "day", t.Day(until), "phone", t.Number(c), "move", holdMove(t, hits[0])))
		return true
	}
	if understand.OrdersMeet(t.Body()) || understand.Drops(t.Body()) { // what it orders is done, and the loss is kept beside it
		t.SayFirst(t.Say(lang.LossKept, "first", c.First()))
		return false
	}
	for _, m := range t.Meetings() { // how it goes on is the organizer's to say; a thank-you is not held by this
		if m.ContactID == c.ID && m.OrganizerID == t.Who().ID && ill && m.Waver(t.Now()) { // nobody counts on the yes that was given before
			t.Add(change.SaveMeeting{Meeting: m.Meeting, At: t.Now()})
		}
		for _, r := range []string{reminder.FirstRule, reminder.TwoDaysRule, reminder.DayOfRule, reminder.PrepRule} {
			if m.ContactID == c.ID && m.OrganizerID == t.Who().ID {
				t.Add(change.CancelPlans{Subject: turn.Loose(m.Meeting), Rule: r, Reason: "in hospital, or in mourning"})
			}
		}
	}
	say := lang.LossKept
	move := holdMove(t, hits[0])
	if move != "" {
		say = lang.LossTold
	}
	t.Answer("saved", t.Say(say, "first", c.First(), "move", move))
	return true
}

// remindsNot takes that a contact needs no reminders of what is to come: they are not made, and nothing else changes.
func remindsNot(t *turn.Turn) bool {
	if !t.Who().Works() || !understand.NoRemindersFor(t.Body(), contactNames(t)) {
		return false
	}
	hits := whoseStop(t)
	if len(hits) != 1 {
		return false
	}
	var said []string
	for _, m := range t.Organized() {
		if m.ContactID != hits[0].ContactID || !m.Open() || m.Begun(t.Now()) {
			continue
		}
		for _, r := range []string{reminder.TwoDaysRule, reminder.DayOfRule} {
			t.Add(change.CancelPlans{Subject: turn.Loose(m.Meeting), Rule: r, Reason: "the organizer says that no reminder is needed"})
		}
		said = append(said, t.SayMeet(lang.RemindersOff, m))
	}
	if len(said) == 0 {
		return false
	}
	t.SetOutcome("a contact needs no reminders")
	t.Answer("saved", said...)
	return true
}

// keepLoss keeps what is told as a note on the contact.
func keepLoss(t *turn.Turn, m world.Meet) {
	t.Add(change.AddNote{
		ID: t.NewID(), AuthorID: t.Who().ID, MeetingID: m.ID, PersonID: m.Contact.ID, Kind: change.NoteWords, Words: turn.Bounded(t.Body()),
		At: t.Now(),
	})
}

// holdMove says how a one-on-one is moved or called off whose contact is left alone for a while; "" where none is to come.
func holdMove(t *turn.Turn, m world.Meet) string {
	if !m.Open() || m.Begun(t.Now()) {
		return ""
	}
	return t.Say(lang.HoldMove, "first", m.Contact.First())
}

// wantsCalls takes that a contact is to be called and not texted, with the language that is named beside it. What is told while a plan, an
// outcome or a report is open belongs there.
func wantsCalls(t *turn.Turn) bool {
	if t.AsksNow() || !t.Who().Works() || !understand.CallsForThem(t.Body(), contactNames(t)) {
		return false
	}
	hits := whoseStop(t)
	if len(hits) != 1 {
		return false
	}
	c := hits[0].Contact
	if at := c.CallingOn(t.Heard().Phone); person.Way(c.BestWay) != person.ByCall || at != person.ByCall {
		c.BestWay = at
		t.Add(change.SavePerson{Person: c, At: t.Now()})
	}
	t.Note(change.Subject{Kind: change.PersonSubject, ID: c.ID}, change.CallWanted, t.Body())
	noReminders(t, c, "the contact wants calls, not texts")
	said := []string{t.Say(lang.CallsNow, "first", c.First(), "phone", t.Number(c))}
	if tag := understand.LanguageAsked(t.Body()); tag != "" && tag != c.Language {
		t.Add(change.SetLanguage{PersonID: c.ID, Language: tag})
		key := lang.ChangedToEnglish
		if tag == lang.Spanish {
			key = lang.ChangedToSpanish
		}
		said = append(said, t.Say(key, "first", c.First()))
	}
	t.SetOutcome("a contact wants calls")
	t.Answer("saved", said...)
	return true
}

// noReminders voids what was to go to a contact about any one-on-one.
func noReminders(t *turn.Turn, c person.Person, why string) {
	for _, m := range t.Meetings() {
		if m.ContactID != c.ID {
			continue
		}
		for _, r := range reminder.OfContact() {
			t.Add(change.CancelPlans{Subject: turn.Loose(m.Meeting), Rule: r, Reason: why})
		}
	}
}

// leavesIt takes "stop asking" of somebody of the organization for what it is: the question that is open is dropped, a report waits for
// later, and texts go on. It reports whether nothing else is left to do.
func leavesIt(t *turn.Turn) bool {
	if !t.Who().Works() || !understand.AsksEnough(t.Body()) {
		return false
	}
	if t.Conv().Kind == world.ReportTalk {
		t.HearCommand(understand.Later)
		return false
	}
	if t.Conv().Kind != "" {
		t.CloseTalk()
	}
	t.SetOutcome("the question is dropped")
	t.Answer("help", t.Say(lang.AskNoMore))
	return true
}

// mostFine is how many words a text has at most that says no more than that texts are fine with somebody.
const mostFine = 14

// textsFine takes an organizer's word that a contact is fine with texts, told while nothing asks for it: whoever was not asked gets them
// from now on; who ended them is asked by nobody but themselves.
func textsFine(t *turn.Turn) bool {
	h := t.Heard()
	if t.AsksNow() || !t.Who().Works() || h.Command != understand.None || h.Question || !h.Phone.IsZero() ||
		h.When.HasDate() || h.When.HasClock ||
		len(strings.Fields(t.Body())) > mostFine || !understand.TextsAreFine(t.Body()) {
		return false
	}
	hits := whoseStop(t)
	if len(hits) != 1 || hits[0].Contact.Phone.IsZero() {
		return false
	}
	c := hits[0].Contact
	f := []string{"first", c.First(), "phone", t.Number(c)}
	back := &fact.TextsBack{Contact: c.ID}
	slip, fresh := t.LastSlip()
	back.Since = slip.At
	switch {
	case c.Consent == person.ConsentNo && fresh && slip.Texts == c.ID && t.Happened(back): // "a pilar sí mándale", right behind it
		t.ForgetSlip()
		t.Answer("undone", back.Said)
		return true
	case c.Consent == person.ConsentNo || c.Consent == person.ConsentDoubtful:
		t.SetOutcome("texts are off, and only the phone itself brings them back")
		t.Answer("saved", t.Say(lang.TextsOwnWord, f...))
		return true
	case c.Consent != person.ConsentYes:
		agreed(t, c, hits[0].ID)
	}
	t.SetOutcome("a contact is fine with texts")
	t.Answer("saved", t.Say(lang.TextsFineNow, f...))
	return true
}

// agreed hands the contact's own phone that texts are fine, and plans anew what goes there about whatever is to come.
func agreed(t *turn.Turn, c person.Person, meeting uuid.UUID) {
	p := change.Plan{
		ID: t.NewID(), PersonID: c.ID, Rule: reminder.ConsentRule, Occurrence: "told " + t.MessageID().String(),
		Subject: change.Subject{Kind: change.PersonSubject, ID: c.ID}, DueAt: t.Now(), Cause: t.MessageID(), Reason: "as the organizer says",
		Data: turn.Encode(fact.ConsentNote{
			Consent: int16(person.ConsentYes), Source: "told by " + t.Who().Name, ByPerson: t.Who().ID.String(), MeetingID: meeting.String(),
			MessageID: t.MessageID().String(), Words: report.Excerpt(t.Body(), 200),
		}),
	}
	t.ToPhone(&p, c)
	t.Add(p)
	for _, m := range t.Organized() {
		if m.ContactID == c.ID && m.Open() && !m.Begun(t.Now()) {
			t.Void(m, "the contact is fine with texts")
			t.Replan(m, !m.ToldAt.IsZero())
		}
	}
}
