package consent

import (
	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
)

// textsBack takes back that a contact wants no texts, which the organizer told by a slip: the contact had agreed, and has not written
// since.
func textsBack(t *turn.Turn, f *fact.TextsBack) bool {
	for _, m := range mine(t) {
		if m.ContactID != f.Contact || m.Contact.Phone.IsZero() {
			continue
		}
		p := change.Plan{
			ID: t.NewID(), PersonID: f.Contact, Rule: reminder.ConsentRule, Occurrence: "back " + t.MessageID().String(),
			Subject: change.Subject{Kind: change.PersonSubject, ID: f.Contact}, DueAt: t.Now(), Cause: t.MessageID(),
			Reason: "taken back by the organizer",
			Data: turn.Encode(fact.ConsentNote{
				Consent: int16(person.ConsentYes), Source: "told by " + t.Who().Name + ", taken back", ByPerson: t.Who().ID.String(),
				MeetingID: uuid.Nil.String(), MessageID: t.MessageID().String(), Words: report.Excerpt(t.Body(), 200), Since: f.Since,
			}),
		}
		t.ToPhone(&p, m.Contact)
		t.Add(p)
		t.TextsAgain(f.Contact)
		for _, o := range t.Organized() {
			if o.ContactID == f.Contact && o.Open() && !o.Begun(t.Now()) {
				t.Void(o, "the contact is fine with texts")
				t.Replan(o, !o.ToldAt.IsZero())
			}
		}
		f.Said = t.Say(lang.UndoneTexts, "first", m.Contact.First())
		return true
	}
	return false
}

// noMoreFor ends the texts to whom was meant.
func noMoreFor(t *turn.Turn, f fact.NoMoreFor) { endTexts(t, f.Contact) }
