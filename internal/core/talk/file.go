package talk

import (
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/when"
)

// file closes a report: everything that was said goes where it belongs, in one transaction.
func (d *decision) file(ToFile) {
	contact, isNew := d.fileContact()
	m := d.fileMeeting(contact)
	meeting := m.ID
	linked := d.filePromises(contact, m)
	staff := d.debrief()
	review := false
	for _, a := range d.draft.Answers {
		review = review || a.NeedsReview
	}
	filing := &change.SaveReport{FiledAt: d.now, MeetingID: meeting, NeedsReview: review}
	d.fileAs(filing)
	if staff.ID != uuid.Nil {
		filing.DebriefWith, filing.DebriefOn = staff.ID, d.draft.Answers[report.StaffOn].Value
		filing.DebriefID = d.bookDebrief(staff, filing.DebriefOn)
	}
	if review {
		d.set.Add(change.Attention{ID: d.ids.New(), Kind: "report_review", Subject: d.about, PhoneID: d.w.Phone.ID, Note: "an answer was kept as it was written", At: d.now})
	}
	dr := d.draft
	d.saveDraft()
	d.note(d.about, "report filed", "")
	d.set.Add(change.CancelPlans{Subject: d.about, Reason: "filed"}, change.CloseAttention{Kind: "report_open", Subject: d.about, At: d.now})
	d.set.Add(change.CloseAsk{PhoneID: d.w.Phone.ID, Kind: ReportTalk, SubjectID: d.draft.ID, Why: "filed", At: d.now})
	d.fileConsent(contact, meeting)
	d.tellFiled(staff)
	d.closeTalk()
	filed := join(d.filedText(contact, staff, isNew), linked)
	if contact.ID != uuid.Nil {
		m.Organizer, m.Contact = d.who, contact
		f := &ReportFiled{Meet: m, Draft: dr, Consented: dr.Answers[report.Consent].Value == "yes"}
		d.happened(f)
		if f.Asks {
			d.answer("filed", filed, f.Shown)
			return
		}
		filed = join(filed, f.Shown)
	}
	d.afterFiling(filed)
}

func (d *decision) filedText(contact person.Person, staff person.Person, isNew bool) string {
	listed := ""
	if isNew && contact.Name != "" {
		listed = d.say(lang.ContactListed, "who", contact.Name)
	}
	told := d.say(lang.ReportFiledWorks)
	if staff.ID != uuid.Nil {
		told = d.say(lang.ReportFiledStaff, "staff", staff.First())
		if on, ok := when.ParseDate(d.draft.Answers[report.StaffOn].Value); ok {
			told = d.say(lang.DebriefBooked, "staff", staff.First(), "day", ", "+d.day(on))
		}
	}
	return strings.TrimSpace(d.say(lang.ReportFiled, "first", d.who.First(), "listed", listed, "debrief", told))
}

// afterFiling joins the next report of the queue into the answer: one text, not two.
func (d *decision) afterFiling(filed string) {
	if !d.happened(NextReport{d.draft.ID, filed}) {
		d.answer("filed", filed)
	}
}

// fileContact puts the contact onto the contact list, or what is new onto the record that is there.
func (d *decision) fileContact() (person.Person, bool) {
	name := d.draft.Answers[report.Contact].Understood()
	if name == "" {
		return person.Person{}, false
	}
	var p person.Person
	for _, c := range d.w.Contacts {
		if c.ID == d.draft.ContactID && c.ID != uuid.Nil {
			p = c
		}
	}
	isNew := p.ID == uuid.Nil
	if isNew {
		p = person.Person{ID: d.ids.New(), Name: report.Excerpt(name, 200), Roles: []person.Role{person.Contact}, OrganizerID: d.who.ID}
		d.draft.ContactID = p.ID
	}
	d.ontoContact(&p, onRecord()...)
	if ph := d.phoneOf(d.draft.Answers[report.ContactPhone]); !ph.IsZero() {
		p.Phone = ph
	}
	d.set.Add(change.SavePerson{Person: p, At: d.now})
	d.note(change.Subject{Kind: change.PersonSubject, ID: p.ID}, "met by "+d.who.Name, "")
	return p, isNew
}

// onRecord lists the fields of a report that the contact's own record has too.
func onRecord() []report.Name {
	return []report.Name{report.ContactEmail, report.BestWay, report.Needs, report.Relationship}
}

// ontoContact puts what these fields say onto the contact's record; what was not answered, or is not understood, changes nothing there.
func (d *decision) ontoContact(p *person.Person, fields ...report.Name) {
	for _, n := range fields {
		a := d.draft.Answers[n]
		if a.State != report.Given || a.NeedsReview {
			continue
		}
		words := report.Excerpt(a.Words, 1000)
		switch n {
		case report.ContactEmail:
			p.Email = a.Value
		case report.BestWay:
			p.BestWay = words
		case report.Needs:
			p.AccessNeeds = words
		case report.Relationship:
			p.Relationship = words
		}
	}
}

// fileMeeting notes that the one-on-one was held and reported. One that was planned with this contact on that day is the one that is meant.
func (d *decision) fileMeeting(contact person.Person) Meet {
	on := d.draft.Answers[report.MetOn].Value
	for _, m := range d.w.Meetings {
		planned := m.OrganizerID == d.who.ID && m.ContactID == contact.ID && contact.ID != uuid.Nil && m.Begun(d.now) && when.DateOf(m.StartsAt.In(d.loc)).String() == on
		if m.ID != d.draft.MeetingID && !planned {
			continue
		}
		if err := m.Report(); err != nil {
			continue
		}
		m.ContactID = contact.ID
		d.saveMeet(m, "reported as held", "")
		for _, r := range []string{reminder.HowDidItGoRule, reminder.ReportOverdueRule} {
			d.set.Add(change.CancelPlans{Subject: loose(m.Meeting), Rule: r, Reason: "the report is filed"})
		}
		d.set.Add(change.CloseAttention{Kind: "report_overdue", Subject: loose(m.Meeting), At: d.now})
		return m
	}
	m := Meet{Organizer: d.who, Contact: contact, Meeting: meeting.Meeting{
		ID: d.ids.New(), OrganizerID: d.who.ID, ContactID: contact.ID, MetOn: on, Zone: d.loc.String(),
		Minutes: meeting.DefaultMinutes, Status: meeting.Reported, Outcome: "held", Rev: 1, CreatedAt: d.now,
	}}
	d.set.Add(change.SaveMeeting{Meeting: m.Meeting, At: d.now})
	d.note(loose(m.Meeting), "reported as held", "")
	if day, ok := when.ParseDate(on); ok && contact.ID != uuid.Nil { // from here on it has an end, for the thank-you: the record keeps none
		end := endOf(time.Date(day.Year, day.Month, day.Day, 0, 0, 0, 0, d.loc), d.now)
		m.StartsAt = end.Add(-time.Duration(m.Minutes) * time.Minute)
		d.happened(HeldUnplanned{m})
	}
	return m
}

// filePromises makes a dated item with an owner of everything that somebody said they would do. It returns what "Filed" says of an event.
func (d *decision) filePromises(contact person.Person, m Meet) string {
	first := d.ids.New()
	c := &SaidToCome{Contact: contact, Promise: first}
	d.happened(c)
	for _, g := range pledges() {
		a := d.draft.Answers[g.words]
		if a.State != report.Given {
			continue
		}
		shared := d.draft.Answers[g.due].Value
		for i, part := range report.Parts(a.Words) {
			on := shared
			if own, sure := d.sureDay(part); sure {
				on = own.String()
			}
			p := d.pledged(g, part, on, contact)
			if g.words == report.Commitment && i == 0 && c.Event != uuid.Nil {
				p.ID, p.EventID = first, c.Event
			}
			d.set.Add(p)
			d.remindOf(p, contact, m)
		}
	}
	return c.Shown
}

// pledge is a field that says what somebody will do, and the one with its day.
type pledge struct {
	words, due report.Name
	kind       string // commitment (the contact's), promise (the organizer's)
}

func pledges() []pledge {
	return []pledge{
		{report.Commitment, report.CommitmentDue, "commitment"},
		{report.NextSteps, "", "commitment"},
		{report.FollowUps, report.FollowUpsDue, "promise"},
	}
}

// pledged makes the item of one thing that somebody said they would do.
func (d *decision) pledged(g pledge, part, on string, contact person.Person) change.AddPromise {
	p := change.AddPromise{ID: d.ids.New(), ReportID: d.draft.ID, OwnerID: contact.ID, ToID: d.who.ID, Kind: g.kind, What: bounded(d.deed(part)), DueOn: on, At: d.now}
	if g.kind == "promise" {
		p.OwnerID, p.ToID = p.ToID, p.OwnerID
	}
	return p
}

// remindOf plans what reminds of an item on its day: the organizer's morning text, and the contact of a commitment that is no event's. It
// reports whether the contact is reminded.
func (d *decision) remindOf(p change.AddPromise, contact person.Person, m Meet) bool {
	on, ok := when.ParseDate(p.DueOn)
	if !ok || p.EventID != uuid.Nil { // an event has its own mornings and check-ins
		return false
	}
	d.morningsOf(on)
	at := d.reminderAt(on, contact)
	return at.After(d.now) && d.remindContact(p, contact, m, change.Plan{DueAt: at, ValidUntil: validUntil(reminder.CommitmentRule, at), Reason: "what the contact said they would do"})
}

// morningsOf has the organizer's morning text of an item's day say it, and twice more while it is open.
func (d *decision) morningsOf(on when.Date) {
	for _, days := range []int{0, 1, 2} {
		d.morningOn(d.who, d.w.Org.Hours.MorningOn(on.AddDays(days), d.loc))
	}
}

// reminderAt is when somebody is reminded on a day.
func (d *decision) reminderAt(on when.Date, p person.Person) time.Time {
	return d.w.Org.Hours.MorningOn(on, p.Location(d.w.Org.Zone))
}

// remindContact plans what reminds a contact of an item; how says when, or that it is taken back. False when it is not for a contact's phone.
func (d *decision) remindContact(p change.AddPromise, contact person.Person, m Meet, how change.Plan) bool {
	if p.Kind != "commitment" || contact.PhoneID == 0 && contact.Phone.IsZero() {
		return false
	}
	how.ID, how.PersonID, how.Subject, how.Rule, how.Occurrence = d.ids.New(), contact.ID, loose(m.Meeting), reminder.CommitmentRule, p.ID.String()
	how.Move = true
	d.toPhone(&how, contact)
	d.set.Add(how)
	return true
}

// bookDebrief books the debrief: one an organizer and day covers every report since the last.
func (d *decision) bookDebrief(staff person.Person, on string) uuid.UUID {
	day, ok := when.ParseDate(on)
	if !ok {
		return uuid.Nil
	}
	for _, b := range d.w.Debriefs {
		if b.OrganizerID == d.who.ID && b.On == on {
			return b.ID
		}
	}
	id := d.ids.New()
	d.set.Add(change.SaveDebrief{ID: id, OrganizerID: d.who.ID, StaffID: staff.ID, On: on, At: d.now})
	d.remindOfDebrief(staff, day)
	return id
}

// remindOfDebrief has both sides' morning texts of that day say it.
func (d *decision) remindOfDebrief(staff person.Person, day when.Date) {
	d.morningOn(d.who, d.w.Org.Hours.MorningOn(day, d.loc))
	d.digestOn(staff, d.reminderAt(day, staff))
}

// debrief returns the staff member that the report names, zero when none.
func (d *decision) debrief() person.Person {
	id := d.draft.Answers[report.StaffFollowUp].Value
	for _, p := range d.w.Staff {
		if p.ID.String() == id {
			return p
		}
	}
	return person.Person{}
}

// fileConsent takes what the contact is said to have agreed to, to the contact's own phone: only its own step may write a consent, and
// a phone that said STOP itself is not overruled there.
func (d *decision) fileConsent(contact person.Person, meeting uuid.UUID) {
	a := d.draft.Answers[report.Consent]
	if contact.Phone.IsZero() || a.State != report.Given || (a.Value != "yes" && a.Value != "no") {
		return
	}
	c := person.ConsentYes
	if a.Value == "no" {
		c = person.ConsentNo
	}
	message, occurrence, source, by := d.in.MessageID, d.draft.ID.String(), "report by "+d.who.Name, d.who.ID
	if len(a.Sources) > 0 {
		message = a.Sources[len(a.Sources)-1]
	}
	if d.in.Kind == ActIn && d.in.Act.Kind == ActCorrect { // said anew, by somebody else
		message, occurrence, source, by = uuid.Nil, occurrence+" "+decimal(d.draft.Version), "report corrected by "+d.in.Act.By.Name, d.in.Act.By.ID
	}
	d.set.Add(change.Plan{
		ID: d.ids.New(), Phone: contact.Phone, PersonID: contact.ID, Rule: reminder.ConsentRule, Occurrence: occurrence,
		Subject: change.Subject{Kind: change.PersonSubject, ID: contact.ID}, DueAt: d.now, Cause: d.in.MessageID, Reason: "as the report says",
		Data: encode(consentNote{
			Consent: int16(c), Source: source, ByPerson: by.String(), MeetingID: meeting.String(),
			MessageID: message.String(), Words: report.Excerpt(a.Words, 200),
		}),
	})
}

// tellFiled plans a text to the staff member named, else to those on duty, on their own phones.
func (d *decision) tellFiled(named person.Person) {
	to := []person.Person{named}
	if named.ID == uuid.Nil {
		to = d.onDuty()
	}
	for _, p := range to {
		if p.PhoneID == 0 || p.ID == d.who.ID {
			continue
		}
		d.set.Add(change.Plan{
			ID: d.ids.New(), PhoneID: p.PhoneID, PersonID: p.ID, Rule: reminder.FiledToStaff, Occurrence: "1",
			Subject: change.Subject{Kind: change.ReportSubject, ID: d.draft.ID}, DueAt: d.now.Add(time.Millisecond), ValidUntil: validUntil(reminder.FiledToStaff, d.now),
			Cause: d.in.MessageID, Reason: "a report was filed",
		})
	}
}

// saveDraft writes what this decision changed of the draft in hand.
func (d *decision) saveDraft() {
	if d.draft.ID == uuid.Nil || d.touched == nil {
		return
	}
	s := change.SaveReport{
		ID: d.draft.ID, OrganizerID: d.draft.OrganizerID, ContactID: d.draft.ContactID, MeetingID: d.draft.MeetingID, Status: "draft",
		Question: string(d.draft.Question), FormVersion: report.FormVersion, Version: d.draft.Version, At: d.now,
	}
	if f := d.filing; f != nil {
		s.Status, s.FiledAt, s.MeetingID, s.NeedsReview = "filed", f.FiledAt, f.MeetingID, f.NeedsReview
		s.DebriefWith, s.DebriefOn, s.DebriefID = f.DebriefWith, f.DebriefOn, f.DebriefID
		d.filing = nil
	}
	d.set.Add(s)
	for _, f := range report.Form() {
		if !d.touched[f.Name] {
			continue
		}
		a := d.draft.Answers[f.Name]
		d.set.Add(change.SaveAnswer{
			ReportID: d.draft.ID, Field: string(f.Name), State: string(a.State), Words: a.Words, Value: a.Value,
			Sources: a.Sources, NeedsReview: a.NeedsReview, At: d.now,
		})
	}
	d.touched = nil
}
