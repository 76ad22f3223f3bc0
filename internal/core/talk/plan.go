package talk

import (
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/when"
)

// planData is a one-on-one being planned: what has been said of it so far. It lives in the conversation, and in the row that saves it when
// nobody goes on.
type planData struct {
	ID       uuid.UUID `json:"id"`
	Contact  uuid.UUID `json:"contact"`
	Name     string    `json:"name,omitempty"`
	Phone    string    `json:"phone,omitempty"` // E.164
	NoPhone  bool      `json:"no_phone,omitempty"`
	Time     timeSaid  `json:"time"`
	Place    string    `json:"place,omitempty"`
	PlaceSet bool      `json:"place_set,omitempty"`
	Chooses  bool      `json:"chooses,omitempty"`
	Minutes  int       `json:"minutes"`
	Lang     lang.Tag  `json:"lang,omitempty"`
	Private  bool      `json:"private,omitempty"`
	Options  []string  `json:"options,omitempty"` // contacts between which to choose
	Tries    int       `json:"tries,omitempty"`
	Note     string    `json:"note,omitempty"`
	Email    string    `json:"email,omitempty"`
	Rest     []string  `json:"rest,omitempty"` // further one-on-ones of the same text, taken in turn
	Saved    bool      `json:"saved,omitempty"`
}

// The questions of a plan.
const (
	qWho     = "who"
	qPhone   = "phone"
	qWhen    = "when"
	qWhere   = "where"
	qConsent = "consent" // the echo, with the one question about texts
	qPlan    = "plan"    // the echo alone
	qSaved   = "saved"   // nothing is asked: changes are still heard
)

// planTimeout is how long an unanswered plan waits before it is saved without texts.
const planTimeout = 30 * time.Minute

func decodePlan(b []byte) planData { return decoded[planData](b) }

// startPlan begins to plan what a text says: whatever it holds is not asked again.
// meetWord is MEET.
func (d *decision) meetWord() { d.startPlan(d.w.Heard.Arg) }

// plansUnasked takes a text without a command that plans a one-on-one.
func (d *decision) plansUnasked() bool {
	if !d.plansByItself() {
		return false
	}
	d.startPlan(orElse(d.leadingContact(), d.in.Inbound.Body.Text()))
	return true
}

func (d *decision) startPlan(words string) {
	pieces := plansIn(words, d.planning())
	p := planData{ID: d.ids.New(), Minutes: meeting.DefaultMinutes, Rest: pieces[1:]}
	d.absorbPlan(&p, pieces[0])
	d.nextOfPlan(p, "")
}

// planPerson takes who is met: a contact we know, one of several to choose from, or somebody new.
func (d *decision) planPerson(p *planData, name string) {
	p.Name, p.Contact, p.Options = report.Excerpt(name, 120), uuid.Nil, nil
	switch hits := d.named(name); len(hits) {
	case 0:
	case 1:
		d.planContact(p, hits[0])
	default:
		for i, c := range hits {
			if i < 9 {
				p.Options = append(p.Options, c.ID.String())
			}
		}
	}
}

func (d *decision) planContact(p *planData, c person.Person) {
	p.Contact, p.Name, p.Options = c.ID, c.Name, nil
	if p.Phone == "" {
		p.Phone = c.Phone.E164()
	}
}

// planPhone takes the contact's number; the organizer's own and the service's are slips of a thumb.
func (d *decision) planPhone(p *planData, ph sms.Phone) {
	if ph == d.w.Phone.Phone || ph == d.w.Org.Number {
		return
	}
	p.Phone, p.NoPhone = ph.E164(), false
	if p.Name == "" || p.Contact != uuid.Nil {
		return
	}
	for _, c := range d.w.Contacts {
		if c.Phone == ph && strings.EqualFold(c.First(), person.FirstName(p.Name)) {
			d.planContact(p, c)
		}
	}
}

// wrongFor reports whether the number was said not to be this person's.
func (d *decision) wrongFor(p planData) bool {
	for _, w := range d.w.Wrong {
		if w.Phone.E164() == p.Phone && w.Name == strings.ToLower(p.Name) {
			return true
		}
	}
	return false
}

// nextOfPlan asks what is missing, one thing at a time, then shows the whole behind what was just taken.
func (d *decision) nextOfPlan(p planData, first string) {
	switch {
	case len(p.Options) > 0:
		var shown []string
		for i, id := range p.Options {
			for _, c := range d.w.Contacts {
				if c.ID.String() == id {
					shown = append(shown, digit(i)+" "+c.Name)
				}
			}
		}
		d.askPlan(p, qWho, first, d.say(lang.PlanAskWhichPerson, "options", strings.Join(shown, ", ")))
		return
	case p.Name == "":
		d.askPlan(p, qWho, first, d.say(lang.PlanAskWho))
		return
	case p.Phone != "" && d.wrongFor(p):
		p.Phone = ""
		d.askPlan(p, qPhone, first, d.say(lang.PlanPhoneWrong, "first", person.FirstName(p.Name)))
		return
	case p.Phone == "" && !p.NoPhone:
		d.askPlan(p, qPhone, first, d.say(lang.PlanAskPhone, "first", person.FirstName(p.Name)))
		return
	}
	at, ask := d.settleTime(&p.Time)
	if at.IsZero() {
		d.askPlan(p, qWhen, first, orElse(ask, d.say(lang.PlanAskWhen)))
		return
	}
	if !p.PlaceSet {
		d.askPlan(p, qWhere, join(first, when.Echo(d.tag, at, d.now)+"."), d.say(lang.PlanAskWhere, "first", person.FirstName(p.Name)))
		return
	}
	if m, ok := d.sameMeet(p, at); ok {
		d.finishPlan(p, d.say(lang.PlanKnown, "what", d.what(m)))
		return
	}
	d.echoPlan(p, at, first)
}

// sameMeet finds an open one-on-one with the same contact at the same time: said twice, it is not doubled.
func (d *decision) sameMeet(p planData, at time.Time) (Meet, bool) {
	for _, m := range d.organized() {
		if m.ID != p.ID && m.Open() && p.Contact != uuid.Nil && m.ContactID == p.Contact && m.StartsAt.Equal(at) {
			return m, true
		}
	}
	return Meet{}, false
}

// echoPlan shows the whole, with the one question about texts where it is open.
func (d *decision) echoPlan(p planData, at time.Time, first string) {
	c := d.planned(p)
	facts := d.planFacts(p, at)
	f := []string{"facts", facts, "first", c.First()}
	why := noTexts(c)
	switch {
	case why != "":
		d.askPlan(p, qPlan, first, d.say(lang.PlanEchoCall, append(f, "why", d.say(why, "first", c.First()))...))
	case c.Consent == person.ConsentYes:
		d.askPlan(p, qPlan, first, d.say(lang.PlanEchoSave, f...))
	default:
		d.askPlan(p, qConsent, first, d.say(lang.PlanEchoAsk, f...))
	}
}

func (d *decision) planFacts(p planData, at time.Time) string {
	m := Meet{Meeting: meeting.Meeting{StartsAt: at, Place: p.Place, Minutes: p.Minutes}, Organizer: d.who, Contact: d.planned(p)}
	place, phone, extra := d.placeOf(m), "", ""
	if p.Chooses {
		place = d.say(lang.FactChooses, "first", m.Contact.First())
	}
	if ph := m.Contact.Phone; !ph.IsZero() {
		phone = ", " + ph.Display()
	}
	if p.Private {
		extra += d.say(lang.FactPrivate)
	}
	switch p.Lang {
	case "", d.tag:
	case lang.Spanish:
		extra += d.say(lang.FactSpanish)
	default:
		extra += d.say(lang.FactEnglish)
	}
	extra += d.alsoWith(p)
	holiday := ""
	if h := when.Holiday(d.tag, when.DateOf(at.In(d.loc))); h != "" {
		holiday = d.say(lang.FactHoliday, "holiday", h)
	}
	return d.say(lang.PlanFacts, "who", p.Name, "phone", phone, "when", d.whenOf(m, at)+holiday, "place", place, "minutes", decimal(p.Minutes), "extra", extra)
}

// alsoWith names another one-on-one that is planned with the same contact.
func (d *decision) alsoWith(p planData) string {
	for _, o := range d.organized() {
		if p.Contact != uuid.Nil && o.ContactID == p.Contact && o.ID != p.ID && o.Open() {
			return d.say(lang.FactAlso, "first", o.Contact.First(), "when", d.whenOf(o, o.StartsAt))
		}
	}
	return ""
}

// planned is the contact as the plan has them: the record that is there with what the plan changes, or somebody new.
func (d *decision) planned(p planData) person.Person {
	c := person.Person{ID: p.Contact, Name: p.Name, Roles: []person.Role{person.Contact}, OrganizerID: d.who.ID}
	for _, o := range d.knownContacts() {
		if o.ID == p.Contact && p.Contact != uuid.Nil {
			c = o
		}
	}
	if ph, err := sms.PhoneFromE164(p.Phone); err == nil && ph != c.Phone {
		c.Phone, c.PhoneID, c.Consent, c.ReachBad = ph, 0, person.ConsentUnknown, false
		for _, o := range d.knownContacts() { // another contact has this number: its consent is the phone's
			if o.Phone == ph {
				c.PhoneID, c.Consent, c.ReachBad = o.PhoneID, o.Consent, o.ReachBad
			}
		}
	}
	if p.NoPhone {
		c.Phone, c.PhoneID = sms.Phone{}, 0
	}
	if p.Lang != "" {
		c.Language = p.Lang
	}
	if p.Email != "" {
		c.Email = p.Email
	}
	if c.Zone == "" && !c.Phone.IsZero() {
		if z := c.Phone.Zones(); len(z) == 1 {
			c.Zone = z[0]
		}
	}
	return c
}

// knownContacts are the contacts that the text names and those of the one-on-ones at hand.
func (d *decision) knownContacts() []person.Person {
	out := slices.Clone(d.w.Contacts)
	for _, m := range d.w.Meetings {
		if m.OrganizerID == d.who.ID && !slices.ContainsFunc(out, func(p person.Person) bool { return p.ID == m.ContactID }) {
			out = append(out, m.Contact)
		}
	}
	return out
}

// askPlan asks a question of the plan and plans what happens when nobody goes on.
func (d *decision) askPlan(p planData, q, first, question string) {
	d.openTalk(Conversation{Kind: PlanTalk, SubjectID: p.ID, Question: q, Data: encode(p)})
	at := d.now.Add(planTimeout)
	d.set.Add(change.Plan{
		ID: d.ids.New(), PhoneID: d.w.Phone.ID, PersonID: d.who.ID, Subject: change.Subject{Kind: change.MeetingSubj, ID: p.ID}, Rule: reminder.PlanTimeoutRule,
		Occurrence: "1", DueAt: at, Reason: "a plan is not answered", Data: encode(p), Move: true,
	})
	d.answer("ask:"+q, first, question)
}

// finishPlan closes a plan with an answer, and goes on with the next one-on-one of the same text.
func (d *decision) finishPlan(p planData, text string) {
	d.set.Add(change.CancelPlans{Subject: change.Subject{Kind: change.MeetingSubj, ID: p.ID}, Rule: reminder.PlanTimeoutRule, Reason: "answered"})
	if len(p.Rest) > 0 {
		next := planData{ID: d.ids.New(), Minutes: meeting.DefaultMinutes, Rest: p.Rest[1:]}
		d.absorbPlan(&next, p.Rest[0])
		d.nextOfPlan(next, text+d.say(lang.SavedNext))
		return
	}
	d.finishWith("saved", text)
}
