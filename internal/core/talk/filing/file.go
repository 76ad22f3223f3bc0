package filing

import (
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/duty"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// file closes a report: everything that was said goes where it belongs, in one transaction.
func file(t *turn.Turn, to *fact.ToFile) {
	contact, isNew := fileContact(t)
	m := fileMeeting(t, contact)
	meeting := m.ID
	linked := filePromises(t, contact, m)
	staff := debrief(t)
	review := false
	for _, a := range t.Draft().Answers {
		review = review || a.NeedsReview
	}
	filing := &change.SaveReport{FiledAt: t.Now(), MeetingID: meeting, NeedsReview: review}
	t.FileAs(filing)
	if staff.ID != uuid.Nil {
		filing.DebriefWith, filing.DebriefOn = staff.ID, t.Draft().Answers[report.StaffOn].Value
		filing.DebriefID = bookDebrief(t, staff, filing.DebriefOn)
	}
	if review {
		t.Add(change.Attention{
			ID: t.NewID(), Kind: matter.ReportReview, Subject: t.Subject(), PhoneID: t.Phone().ID,
			Note: "an answer was kept as it was written", At: t.Now(),
		})
	}
	dr := *t.Draft()
	t.SaveDraft()
	t.Note(t.Subject(), change.ReportFiled, "")
	t.Add(change.CancelPlans{Subject: t.Subject(), Reason: "filed"}, change.CloseAttention{
		Kind: matter.ReportOpen, Subject: t.Subject(),
		At: t.Now(),
	})
	t.Add(change.CloseAsk{PhoneID: t.Phone().ID, Kind: world.ReportTalk, SubjectID: t.Draft().ID, Why: "filed", At: t.Now()})
	fileConsent(t, contact, meeting)
	tellFiled(t, staff)
	m.Organizer, m.Contact = t.Who(), contact
	if t.Behalf() {
		to.Shown = filedFor(t, m, dr)
		return
	}
	t.SlipFiled(m.ID)
	t.CloseTalk()
	filed := phrase.Join(filedText(t, contact, staff, isNew), linked)
	if contact.ID != uuid.Nil {
		f := &fact.ReportFiled{Meet: m, Draft: dr, Consented: dr.Answers[report.Consent].Value == "yes", Next: nextOne(t, m, dr)}
		t.Happened(f)
		if f.Asks {
			t.Answer("filed", filed, f.Shown)
			return
		}
		filed = phrase.Join(filed, f.Shown)
		if f.Next != nil {
			f.Next.First = filed + t.Say(lang.NextOne)
			t.Happened(*f.Next)
			return
		}
	}
	afterFiling(t, filed)
}

func filedText(t *turn.Turn, contact person.Person, staff person.Person, isNew bool) string {
	listed := ""
	if isNew && contact.Name != "" {
		listed = t.Say(lang.ContactListed, "who", contact.Name)
	}
	told := t.Say(lang.ReportFiledWorks)
	if staff.ID != uuid.Nil {
		told = t.Say(lang.ReportFiledStaff, "staff", staff.First())
		if on, ok := when.ParseDate(t.Draft().Answers[report.StaffOn].Value); ok {
			told = t.Say(lang.DebriefBooked, "staff", staff.First(), "day", ", "+t.Day(on))
		}
	}
	return strings.TrimSpace(t.Say(lang.ReportFiled, "first", t.Who().First(), "listed", listed, "debrief", told))
}

// afterFiling joins the next report of the queue into the answer: one text, not two.
func afterFiling(t *turn.Turn, filed string) {
	if !t.Happened(fact.NextReport{But: t.Draft().ID, Words: filed}) {
		t.Answer("filed", filed)
	}
}

// fileContact puts the contact onto the contact list, or what is new onto the record that is there.
func fileContact(t *turn.Turn) (person.Person, bool) {
	name := t.Draft().Answers[report.Contact].Understood()
	if name == "" {
		return person.Person{}, false
	}
	var p person.Person
	for _, c := range t.Contacts() {
		if c.ID == t.Draft().ContactID && c.ID != uuid.Nil {
			p = c
		}
	}
	isNew := p.ID == uuid.Nil
	if isNew {
		p = person.Person{ID: t.NewID(), Name: report.Excerpt(name, 200), Roles: []person.Role{person.Contact}, OrganizerID: t.Who().ID}
		t.Draft().ContactID = p.ID
	}
	if understand.Alike(p.Name, name) && !strings.HasPrefix(p.Name, name) { // its spelling was corrected
		p.Name = report.Excerpt(name, 200)
	}
	ontoContact(t, &p, onRecord()...)
	if ph := t.PhoneOf(t.Draft().Answers[report.ContactPhone]); !ph.IsZero() {
		p.Phone = ph
	}
	t.Add(change.SavePerson{Person: p, At: t.Now()})
	t.Note(change.Subject{Kind: change.PersonSubject, ID: p.ID}, change.PersonMet, t.Who().Name)
	return p, isNew
}

// onRecord lists the fields of a report that the contact's own record has too.
func onRecord() []report.Name {
	return []report.Name{report.ContactEmail, report.BestWay, report.Needs, report.Relationship}
}

// ontoContact puts what these fields say onto the contact's record; what was not answered, or is not understood, changes nothing there.
func ontoContact(t *turn.Turn, p *person.Person, fields ...report.Name) {
	for _, n := range fields {
		a := t.Draft().Answers[n]
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
func fileMeeting(t *turn.Turn, contact person.Person) world.Meet {
	on := t.Draft().Answers[report.MetOn].Value
	for _, m := range t.Meetings() {
		planned := m.OrganizerID == t.Who().ID && m.ContactID == contact.ID && contact.ID != uuid.Nil && m.Begun(t.Now()) &&
			when.DateOf(m.StartsAt.In(t.Loc())).String() == on
		if m.ID != t.Draft().MeetingID && !planned {
			continue
		}
		if err := m.Report(); err != nil {
			continue
		}
		m.ContactID = contact.ID
		t.SaveMeet(m, change.ReportedHeld, "")
		for _, r := range []string{reminder.HowDidItGoRule, reminder.ReportOverdueRule} {
			t.Add(change.CancelPlans{Subject: turn.Loose(m.Meeting), Rule: r, Reason: "the report is filed"})
		}
		t.Add(change.CloseAttention{Kind: matter.ReportOverdue, Subject: turn.Loose(m.Meeting), At: t.Now()})
		return m
	}
	m := world.Meet{Organizer: t.Who(), Contact: contact, Meeting: meeting.Meeting{
		ID: t.NewID(), OrganizerID: t.Who().ID, ContactID: contact.ID, MetOn: on, Zone: t.Loc().String(),
		Minutes: meeting.DefaultMinutes, Status: meeting.Reported, Outcome: meeting.Held, Rev: 1, CreatedAt: t.Now(),
	}}
	t.Add(change.SaveMeeting{Meeting: m.Meeting, At: t.Now()})
	t.Note(turn.Loose(m.Meeting), change.ReportedHeld, "")
	if day, ok := when.ParseDate(on); ok && contact.ID != uuid.Nil { // from here on it has an end, for the thank-you: the record keeps none
		end := turn.EndOf(time.Date(day.Year, day.Month, day.Day, 0, 0, 0, 0, t.Loc()), t.Now())
		m.StartsAt = end.Add(-time.Duration(m.Minutes) * time.Minute)
		t.Happened(fact.HeldUnplanned{Meet: m})
	}
	return m
}

// debrief returns the staff member that the report names, zero when none.
func debrief(t *turn.Turn) person.Person {
	id := t.Draft().Answers[report.StaffFollowUp].Value
	for _, p := range t.Staff() {
		if p.ID.String() == id {
			return p
		}
	}
	return person.Person{}
}

// fileConsent takes what the contact is said to have agreed to, to the contact's own phone: only its own step may write a consent, and
// a phone that said STOP itself is not overruled there.
func fileConsent(t *turn.Turn, contact person.Person, meeting uuid.UUID) {
	a := t.Draft().Answers[report.Consent]
	if contact.Phone.IsZero() || a.State != report.Given || (a.Value != "yes" && a.Value != "no") {
		return
	}
	c := person.ConsentYes
	if a.Value == "no" {
		c = person.ConsentNo
	}
	message, occurrence, source, by := t.MessageID(), t.Draft().ID.String(), "report by "+t.Who().Name, t.Who().ID
	if len(a.Sources) > 0 {
		message = a.Sources[len(a.Sources)-1]
	} else if t.Behalf() {
		message, source, by = uuid.Nil, source+", filed by "+t.Act().By.Name, t.Act().By.ID
	}
	if t.Kind() == world.ActIn && t.Act().Kind == world.ActCorrect { // said anew, by somebody else
		message, occurrence, source, by = uuid.Nil, occurrence+" "+phrase.Decimal(t.Draft().Version), "report corrected by "+t.Act().By.Name,
			t.Act().By.ID
	}
	t.Add(change.Plan{
		ID: t.NewID(), Phone: contact.Phone, PersonID: contact.ID, Rule: reminder.ConsentRule, Occurrence: occurrence,
		Subject: change.Subject{Kind: change.PersonSubject, ID: contact.ID}, DueAt: t.Now(), Cause: t.MessageID(), Reason: "as the report says",
		Data: turn.Encode(fact.ConsentNote{
			Consent: int16(c), Source: source, ByPerson: by.String(), MeetingID: meeting.String(),
			MessageID: message.String(), Words: report.Excerpt(a.Words, 200),
		}),
	})
}

// tellFiled plans a text to the staff member named, else to those on duty, on their own phones.
func tellFiled(t *turn.Turn, named person.Person) {
	to := []person.Person{named}
	if named.ID == uuid.Nil {
		to = duty.Staff(t)
	}
	for _, p := range to {
		if p.PhoneID == 0 || p.ID == t.Who().ID || t.Behalf() && p.ID == t.Act().By.ID {
			continue
		}
		t.Add(change.Plan{
			ID: t.NewID(), PhoneID: p.PhoneID, PersonID: p.ID, Rule: reminder.FiledToStaff, Occurrence: "1", Data: filedBy(t),
			Subject: change.Subject{Kind: change.ReportSubject, ID: t.Draft().ID}, DueAt: t.Now().Add(time.Millisecond),
			ValidUntil: turn.ValidUntil(reminder.FiledToStaff, t.Now()),
			Cause:      t.MessageID(), Reason: "a report was filed",
		})
	}
}
