package talk

import (
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
)

// stopLineEvery is how long the opt-out line may be left out.
const stopLineEvery = 30 * 24 * time.Hour

// handed reports whether the one-on-one came over from another organizer.
func (m Meet) handed() bool { return m.Before.ID != uuid.Nil }

// host is who sat there: what was over when it was handed on, the organizer before had.
func (m Meet) host() person.Person {
	if m.handed() && !m.StartsAt.IsZero() && !m.StartsAt.After(m.HandedAt) {
		return m.Before
	}
	return m.Organizer
}

// knows reports whether this phone has had an organizer's first text.
func (d *decision) knows(organizer uuid.UUID) bool {
	return slices.Contains(d.w.Phone.Introduced, organizer)
}

// firstText is the first text about a one-on-one. The first to a phone says who writes, who gave the number, how to answer and how to stop.
func (d *decision) firstText(m Meet) string {
	choose := ""
	if m.ContactChooses && m.Place == "" {
		choose = d.say(lang.ChoosePlace)
	}
	if len(d.w.Phone.Introduced) > 0 {
		return d.introduced(m, m.OrganizerID, d.sayMeet(lang.FirstAgain, m, "choose", choose, "stop", ""))
	}
	d.set.Add(change.Introduced{PhoneID: d.w.Phone.ID, OrganizerID: m.OrganizerID, StopLine: true, At: d.now})
	if m.handed() {
		return d.sayMeet(lang.FirstHanded, m, "choose", choose, "before", m.Before.Name)
	}
	return d.sayMeet(lang.FirstText, m, "choose", choose)
}

// introduced makes a text to a contact, in which an organizer speaks or is spoken of, that organizer's first where it is: it opens with whose
// place they took, and closes with how to opt out. That line comes again after 30 days. organizer is nobody where the organization alone speaks.
func (d *decision) introduced(m Meet, organizer uuid.UUID, body string) string {
	first := organizer != uuid.Nil && !d.knows(organizer)
	stop := ""
	if first || !d.who.Works() && d.now.Sub(d.w.Phone.StopLineAt) > stopLineEvery {
		stop = d.say(lang.StopLine)
		d.set.Add(change.Introduced{PhoneID: d.w.Phone.ID, OrganizerID: organizer, StopLine: true, At: d.now})
	}
	if first && organizer == m.OrganizerID {
		body = join(d.handedLine(m), body)
	}
	if stop != "" && !strings.ContainsAny(body[len(body)-1:], ".?!") {
		stop = "." + stop
	}
	return body + stop
}

// addressed opens a text to a phone that several contacts share with the first name of the one whom it is for.
func (d *decision) addressed(body string) string {
	first := d.who.First()
	another := slices.ContainsFunc(d.w.People, func(p person.Person) bool { return !p.Works() && !strings.EqualFold(p.First(), first) })
	opening, _, _ := strings.Cut(body, ",")
	if !another || d.who.Works() || first == "" || strings.HasPrefix(body, "Hola, "+first) || strings.HasSuffix(opening, first) {
		return body
	}
	return first + ": " + body
}

// handedLine says who talks with the contact in whose place, "" of a one-on-one that was never handed over.
func (d *decision) handedLine(m Meet) string {
	switch {
	case !m.handed():
		return ""
	case m.Private:
		return d.say(lang.Handed, "organizer", m.Organizer.First(), "before", m.Before.First())
	}
	return d.say(lang.Handed, "organizer", m.Organizer.Name, "before", m.Before.Name)
}
