package talk

import (
	"strings"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
)

// agreesToTexts reads a consent in a contact's own words.
func agreesToTexts(body string) bool {
	low := strings.ToLower(body)
	for _, s := range []string{"you can text me", "ok to text me", "okay to text me", "text me is fine", "texts are fine", "texts are ok", "fine to text me", "please text me", "puede escribirme", "me puede escribir", "mandeme mensajes", "mándeme mensajes", "acepto mensajes", "por mensaje está bien", "por mensaje esta bien"} {
		if strings.Contains(low, s) && !strings.Contains(low, "not "+s) {
			return true
		}
	}
	return false
}

// consentByContact: the phone itself says that texts are welcome; what can still be planned is planned.
func (d *decision) consentByContact(m Meet) {
	d.happened(TextsWelcome{})
	d.happened(ForOrganizer{m, d.say(lang.RelayedAnswer, "ofirst", m.Organizer.First())})
}

// planAfterConsent plans the texts about one-on-ones that the phone may now get.
func (d *decision) planAfterConsent(ConsentGiven) {
	for _, m := range d.w.Meetings {
		if d.isMine(m) && (m.Status == meeting.Planned || m.Status == meeting.Confirmed) && m.StartsAt.After(d.now) {
			d.replan(m, !m.ToldAt.IsZero())
		}
	}
}

// where tells the place, to the one whose private texts leave it out.
func (d *decision) where(m Meet) {
	if m.Place == "" {
		d.happened(ForOrganizer{m, d.sayMeet(lang.WhereNot, m)})
		return
	}
	d.answer("help", d.say(lang.WhereAnswer, "when", d.whenOf(m, m.StartsAt), "place", d.placeOf(m)))
}

func (d *decision) whoIsIt(m Meet) {
	on := ""
	if m.Open() && m.StartsAt.After(d.now) {
		on = d.say(lang.OnDay, "when", d.whenOf(m, m.StartsAt))
	}
	d.set.Add(change.Introduced{PhoneID: d.w.Phone.ID, OrganizerID: m.OrganizerID, StopLine: true, At: d.now})
	d.happened(ForOrganizer{m, d.whoWeAre(m, on)})
}

// whoWeAre says who writes, and who gave the number. It introduces by itself whoever it names.
func (d *decision) whoWeAre(m Meet, on string) string {
	line := d.handedLine(m)
	if d.knows(m.OrganizerID) {
		line = ""
	}
	d.namesNobody()
	switch {
	case m.Private:
		return join(line, d.say(lang.PrivateWho, "ofirst", m.Organizer.First(), "when", on))
	case m.handed():
		return d.say(lang.WhoHanded, "org", d.w.Org.Name, "organizer", m.Organizer.Name, "before", m.Before.Name, "when", on)
	}
	return d.say(lang.WhoAnswer, "org", d.w.Org.Name, "organizer", m.Organizer.Name, "when", on)
}

// wrongNumber: the phone is not this person's. The meeting stays, nothing more goes there for that name, the organizer is asked.
func (d *decision) wrongNumber(m Meet) {
	d.setOutcome("wrong number")
	d.namesNobody() // nobody is named to a stranger
	d.set.Add(
		change.WrongNumber{PhoneID: d.w.Phone.ID, PersonID: m.ContactID, Name: strings.ToLower(m.Contact.Name), At: d.now},
		change.Withhold{PhoneID: d.w.Phone.ID, Reason: "wrong number"},
	)
	for _, o := range d.w.Meetings {
		if o.ContactID != m.ContactID {
			continue
		}
		for _, r := range reminder.OfContact() {
			d.set.Add(change.CancelPlans{Subject: loose(o.Meeting), Rule: r, Reason: "wrong number"})
		}
	}
	d.note(loose(m.Meeting), "wrong number", d.in.Inbound.Body.Text())
	d.tell(m.Organizer, reminder.WrongNumberRule, loose(m.Meeting), wordsNote{Words: d.in.Inbound.Body.Text(), Phone: d.w.Phone.Phone.E164(), Contact: m.ContactID}, "wrong number")
	d.handToStaff("wrong_number", "this number is not the contact's")
	d.closeTalk()
	d.answer("wrong_number", d.say(lang.WrongAnswer))
}
