package plan

import (
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/plan/heard"
	"github.com/reportback/reportback/internal/core/talk/plan/hours"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// savePlan makes the one-on-one of a plan: the contact's record, the meeting, what the contact is said to have agreed to, every planned
// text.
func savePlan(t *turn.Turn, p planData, agreed bool) {
	m, texts := makeMeet(t, p, agreed)
	more := ""
	if had, known := t.Had()[t.Who().ID]; known && had < 2 && len(p.Rest)+len(p.Kept) == 0 {
		more = t.Say(lang.SavedMore)
	}
	text := t.Say(lang.PlanSaved, "what", t.What(m), "texts", texts, "more", more)
	finishPlan(t, p, text)
	if t.Conv().Kind == "" {
		hearChanges(t, p)
	}
}

// hearChanges keeps listening for changes to what was just saved; nothing is asked.
func hearChanges(t *turn.Turn, p planData) {
	p.Saved = true
	t.OpenTalk(world.Conversation{Kind: world.PlanTalk, SubjectID: p.ID, Question: turn.QSaved, Data: turn.Encode(p)})
}

// makeMeet writes a planned one-on-one and says what goes to the contact, when.
func makeMeet(t *turn.Turn, p planData, agreed bool) (world.Meet, string) {
	at, _ := settle.Time(t, &p.Time)
	c := planned(t, p)
	if c.ID == uuid.Nil {
		c.ID = t.NewID()
	}
	if c.Version == 0 || changed(t, c) {
		t.Add(change.SavePerson{Person: c, At: t.Now()})
	}
	c = hours.Keep(t, c, p.Hours)
	m := world.Meet{Organizer: t.Who(), Contact: c, Meeting: meeting.Meeting{
		ID: p.ID, OrganizerID: t.Who().ID, ContactID: c.ID, StartsAt: at, Zone: t.Loc().String(), Minutes: p.Minutes, Place: p.Place,
		ContactChooses: p.Chooses,
		Status:         meeting.Planned, Private: p.Private, Rev: 1, CreatedAt: t.Now(),
	}}
	old, known := t.MeetByID(p.ID)
	if known { // the right number came for one that is there: nothing that was planned for the wrong one stands
		m.Meeting = old.Meeting
		m.Private, m.Place, m.ContactChooses = p.Private, p.Place, p.Chooses
		if !at.IsZero() {
			m.StartsAt = at
		}
		m.Rev++
		m.ToldAt, m.ToldCount = time.Time{}, 0
		t.Add(change.MeetingTold{ID: m.ID})
		t.Void(m, "another number")
	}
	t.SetAbout(turn.SubjectOf(m.Meeting))
	t.SaveMeet(m, change.MeetingPlanned, p.Note)
	if p.Note != "" {
		t.Add(change.AddNote{
			ID: t.NewID(), AuthorID: t.Who().ID, MeetingID: m.ID, PersonID: c.ID, Kind: change.NoteWords, Words: p.Note,
			At: t.Now(),
		})
	}
	if agreed {
		agree(t, c, m)
	}
	waits := t.WaitsOf(m, false) // the right number has not been told either
	if p.Silent || !agreed && anothers(t, c) {
		waits = slices.DeleteFunc(waits, func(w reminder.Wait) bool { return w.To == meeting.Contact && w.Rule != reminder.ThanksPlainRule })
	}
	t.PlanWaits(m, waits)
	if agreed && turn.NoTexts(c) == "" {
		m.Contact.Consent = person.ConsentYes
	}
	return m, heard.ByContact(t, m, waits)
}

// changed reports whether a contact's record differs from the one that is kept.
func changed(t *turn.Turn, c person.Person) bool {
	for _, o := range knownContacts(t) {
		if o.ID == c.ID {
			return o.Phone != c.Phone || o.Language != c.Language || o.Zone != c.Zone || o.Email != c.Email || o.BestWay != c.BestWay
		}
	}
	return true
}

// agree hands what the organizer says of texts to the contact's own phone, with where it comes from.
func agree(t *turn.Turn, c person.Person, m world.Meet) {
	if c.Phone.IsZero() {
		return
	}
	plan := change.Plan{
		ID: t.NewID(), PersonID: c.ID, Rule: reminder.ConsentRule, Occurrence: "plan " + t.MessageID().String(),
		Subject: change.Subject{Kind: change.PersonSubject, ID: c.ID}, DueAt: t.Now(), Cause: t.MessageID(),
		Reason: "as the organizer says when planning",
		Data: turn.Encode(fact.ConsentNote{
			Consent: int16(person.ConsentYes), Source: "planning by " + t.Who().Name, ByPerson: t.Who().ID.String(), MeetingID: m.ID.String(),
			MessageID: t.MessageID().String(), Words: report.Excerpt(t.Body(), 200),
		}),
	}
	t.ToPhone(&plan, c)
	t.Add(plan)
}

// hearMoved keeps listening after a move: "at the library" may follow.
func hearMoved(t *turn.Turn, f fact.Moved) { hearChanges(t, planData{ID: f.Meet.ID}) }

// anothers reports whether somebody is another organizer's contact.
func anothers(t *turn.Turn, c person.Person) bool {
	return c.Version > 0 && c.OrganizerID != uuid.Nil && c.OrganizerID != t.Who().ID
}

// knownContacts are the contacts that the text names and those of the one-on-ones at hand.
func knownContacts(t *turn.Turn) []person.Person {
	out := slices.Clone(t.Contacts())
	for _, m := range t.Meetings() {
		if m.OrganizerID == t.Who().ID && !slices.ContainsFunc(out, func(p person.Person) bool { return p.ID == m.ContactID }) {
			out = append(out, m.Contact)
		}
	}
	return out
}
