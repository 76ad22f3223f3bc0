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
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// inPlan takes a text while a plan's question is open; false when the text is another matter.
func (d *decision) inPlan() bool {
	p, q := decodePlan(d.conv.Data), d.conv.Question
	if q == qSaved {
		return d.afterSaved(p)
	}
	switch d.w.Heard.Command {
	case understand.None, understand.Private:
	case understand.Skip:
		return d.skipInPlan(p, q)
	case understand.CallOff:
		if strings.TrimSpace(d.w.Heard.Arg) == "" || q != qSaved && strings.EqualFold(d.w.Heard.Arg, person.FirstName(p.Name)) {
			d.finishPlan(p, "saved", d.say(lang.PlanDropped))
			return true
		}
		return false
	case understand.What:
		d.nextOfPlan(p, "")
		return true
	case understand.SpanishOn, understand.EnglishOn:
	case understand.Meet:
		d.absorbPlan(&p, d.w.Heard.Arg)
		d.nextOfPlan(p, "")
		return true
	default:
		return false
	}
	d.answerPlan(p, q)
	return true
}

func (d *decision) answerPlan(p planData, q string) {
	body := strings.TrimSpace(d.in.Inbound.Body.Text())
	h := d.w.Heard
	switch q {
	case qWho:
		d.planWho(p, body)
	case qPhone:
		d.planNumber(p, body)
	case qWhen:
		d.planWhen(p, body)
	case qWhere:
		if understand.Declines(body) {
			p.PlaceSet = true
		} else if !d.absorbPlan(&p, body) || !p.PlaceSet { // any words here are a place
			p.Place, p.PlaceSet = report.Excerpt(strings.TrimRight(body, "."), 120), true
		}
		d.nextOfPlan(p, "")
	case qConsent, qPlan:
		switch {
		case h.Digit == 1, h.Digit == 0 && h.Reply == understand.Yes && !h.When.HasClock && !h.When.HasDate():
			d.savePlan(p, q == qConsent)
		case q == qConsent && (h.Digit == 2 || h.Reply == understand.No && !h.When.HasClock && !h.When.HasDate() || notAsked(body)):
			d.savePlan(p, false)
		default:
			d.amendPlan(p, body)
		}
	}
}

func notAsked(body string) bool {
	a, ok := parseConsent(report.Answer{Words: body})
	return ok && a.State == report.None
}

func (d *decision) planWho(p planData, body string) {
	if n := d.w.Heard.Digit; n >= 1 && n <= len(p.Options) {
		for _, c := range d.w.Contacts {
			if c.ID.String() == p.Options[n-1] {
				d.planContact(&p, c)
				d.nextOfPlan(p, "")
				return
			}
		}
	}
	p.Options = nil
	name, ok := understand.ParseName(body)
	switch {
	case ok:
		d.planPerson(&p, name)
	case d.absorbPlan(&p, body) && p.Name != "":
	case p.Tries == 0:
		p.Tries++
	default: // kept as given: a name is what somebody is called
		p.Name = report.Excerpt(body, 60)
	}
	d.nextOfPlan(p, "")
}

func (d *decision) planNumber(p planData, body string) {
	h := d.w.Heard
	switch {
	case !h.Phone.IsZero():
		d.absorbPlan(&p, body)
		if p.Phone == "" { // the organizer's own, or ours
			d.askPlan(p, qPhone, "", d.say(lang.PlanPhoneAgain))
			return
		}
	case understand.Declines(body), h.Reply == understand.No, p.Tries > 0:
		if p.Tries > 0 && !understand.Declines(body) {
			p.Note = join(p.Note, body)
		}
		p.NoPhone = true
	default:
		p.Tries++
		d.askPlan(p, qPhone, "", d.say(lang.PlanPhoneAgain))
		return
	}
	p.Tries = 0
	d.nextOfPlan(p, "")
}

func (d *decision) planWhen(p planData, body string) {
	if !p.Time.hear(body, d.w.Heard, d.planning()) {
		d.absorbPlan(&p, body)
	} else {
		d.absorbBeside(&p)
	}
	d.nextOfPlan(p, "")
}

// absorbBeside takes a place that came with the time.
func (d *decision) absorbBeside(p *planData) {
	if h := d.w.Heard; h.Place != "" && h.Digit == 0 {
		p.Place, p.PlaceSet = report.Excerpt(h.Place, 120), true
	}
}

func (d *decision) skipInPlan(p planData, q string) bool {
	switch q {
	case qPhone:
		p.NoPhone = true
	case qWhere:
		p.PlaceSet = true
	default:
		d.nextOfPlan(p, "")
		return true
	}
	d.nextOfPlan(p, "")
	return true
}

// amendPlan changes what the echo showed; words that change nothing are explained once, then kept as a note.
func (d *decision) amendPlan(p planData, body string) {
	if tag, ok := languageIn(" " + strings.ToLower(body) + " "); ok && len(strings.Fields(body)) <= 3 {
		p.Lang = tag
		d.nextOfPlan(p, "")
		return
	}
	if d.absorbPlan(&p, strings.TrimSpace(trimNo(body))) {
		p.Tries = 0
		d.nextOfPlan(p, "")
		return
	}
	if p.Tries == 0 {
		p.Tries++
		d.askPlan(p, d.conv.Question, "", d.say(lang.PlanAgain))
		return
	}
	p.Tries = 0
	p.Note = report.Excerpt(join(p.Note, body), 600)
	d.nextOfPlan(p, d.say(lang.PlanKept, "words", report.Excerpt(body, 60)))
}

// trimNo takes "no," off "no, Friday": the change behind it counts.
func trimNo(s string) string {
	for _, p := range []string{"no,", "No,", "no ", "No ", "NO,", "actually ", "Actually ", "mejor "} {
		if rest, ok := strings.CutPrefix(s, p); ok && strings.TrimSpace(rest) != "" {
			return rest
		}
	}
	return s
}

// savePlan makes the one-on-one of a plan: the contact's record, the meeting, what the contact is said to have agreed to, every planned text.
func (d *decision) savePlan(p planData, agreed bool) {
	m, texts := d.makeMeet(p, agreed)
	more := ""
	if d.w.Had[d.who.ID] < 2 {
		more = d.say(lang.SavedMore)
	}
	text := d.say(lang.PlanSaved, "what", d.what(m), "texts", texts, "more", more)
	if len(p.Rest) > 0 {
		d.finishPlan(p, "saved", text)
		return
	}
	d.finishPlan(p, "saved", text)
	if d.conv.Kind == "" { // changes are still heard for a while
		p.Saved = true
		d.openTalk(Conversation{Kind: PlanTalk, SubjectID: p.ID, Question: qSaved, Data: encode(p)})
	}
}

// makeMeet writes a planned one-on-one and says what goes to the contact, when.
func (d *decision) makeMeet(p planData, agreed bool) (Meet, string) {
	at, _ := d.settleTime(&p.Time)
	c := d.planned(p)
	if c.ID == uuid.Nil {
		c.ID = d.ids.New()
	}
	if c.Version == 0 || d.changed(c) {
		d.set.Add(change.SavePerson{Person: c, At: d.now})
	}
	m := Meet{Organizer: d.who, Contact: c, Meeting: meeting.Meeting{
		ID: p.ID, OrganizerID: d.who.ID, ContactID: c.ID, StartsAt: at, Zone: d.loc.String(), Minutes: p.Minutes, Place: p.Place, ContactChooses: p.Chooses,
		Status: meeting.Planned, Private: p.Private, Rev: 1, CreatedAt: d.now,
	}}
	old, known := d.meetByID(p.ID)
	if known { // the right number came for one that is there
		m.Meeting = old.Meeting
	}
	d.about = subjectOf(m.Meeting)
	d.saveMeet(m, "planned", p.Note)
	if p.Note != "" {
		d.set.Add(change.AddNote{ID: d.ids.New(), AuthorID: d.who.ID, MeetingID: m.ID, PersonID: c.ID, Kind: "note", Words: p.Note, At: d.now})
	}
	if agreed {
		d.agree(c, m)
	}
	waits := d.replan(m, known && !m.ToldAt.IsZero())
	if agreed && noTexts(c) == "" {
		m.Contact.Consent = person.ConsentYes
	}
	return m, d.willHear(m, waits)
}

// changed reports whether a contact's record differs from the one that is kept.
func (d *decision) changed(c person.Person) bool {
	for _, o := range d.knownContacts() {
		if o.ID == c.ID {
			return o.Phone != c.Phone || o.Language != c.Language || o.Zone != c.Zone || o.Email != c.Email
		}
	}
	return true
}

// agree hands what the organizer says of texts to the contact's own phone, with where it comes from.
func (d *decision) agree(c person.Person, m Meet) {
	if c.Phone.IsZero() {
		return
	}
	plan := change.Plan{
		ID: d.ids.New(), PersonID: c.ID, Rule: reminder.ConsentRule, Occurrence: "plan " + d.in.MessageID.String(),
		Subject: change.Subject{Kind: change.PersonSubject, ID: c.ID}, DueAt: d.now, Cause: d.in.MessageID, Reason: "as the organizer says when planning",
		Data: encode(consentNote{
			Consent: int16(person.ConsentYes), Source: "planning by " + d.who.Name, ByPerson: d.who.ID.String(), MeetingID: m.ID.String(),
			MessageID: d.in.MessageID.String(), Words: report.Excerpt(d.in.Inbound.Body.Text(), 200),
		}),
	}
	d.toPhone(&plan, c)
	d.set.Add(plan)
}

// willHear says what goes to the contact and when, as Saved tells it.
func (d *decision) willHear(m Meet, waits []reminder.Wait) string {
	phone := ""
	if !m.Contact.Phone.IsZero() {
		phone = d.say(lang.SavedCallNumber, "phone", m.Contact.Phone.Display())
	}
	if !mayText(m.Contact) || !reminder.May(d.w.Org.Sending, m.Contact.Works()) {
		return d.say(lang.SavedNone, "first", m.Contact.First(), "phone", phone)
	}
	var at []string
	loc := m.Contact.Location(d.w.Org.Zone)
	for _, w := range waits {
		if w.To != meeting.Contact || w.State != change.PlanPlanned {
			continue
		}
		due := when.Daytime().Next(w.DueAt, loc)
		if !due.After(d.now.Add(time.Minute)) {
			at = append(at, d.say(lang.SavedNow))
			continue
		}
		at = append(at, when.Echo(d.tag, due.In(d.loc), d.now))
	}
	if len(at) == 0 {
		return d.say(lang.SavedSoon, "first", m.Contact.First(), "phone", phone)
	}
	list := at[0]
	if n := len(at); n > 1 {
		list = strings.Join(at[:n-1], "; ") + " " + d.say(lang.SavedAnd) + " " + at[n-1]
	}
	return d.say(lang.SavedTexts, "first", m.Contact.First(), "list", list)
}

// afterSaved hears changes to a one-on-one that was just saved: "at 4", "no, Friday", "Spanish", "keep it private".
func (d *decision) afterSaved(p planData) bool {
	m, ok := d.meetByID(p.ID)
	if !ok || d.now.Sub(d.conv.AskedAt) > planTimeout || !m.Open() || m.Begun(d.now) {
		d.closeTalk("over")
		return false
	}
	h := d.w.Heard
	body := strings.TrimSpace(d.in.Inbound.Body.Text())
	if h.Command != understand.None && h.Command != understand.Private && h.Command != understand.SpanishOn && h.Command != understand.EnglishOn || h.Digit != 0 || h.Letter != "" || understand.IsStory(body) {
		return false
	}
	if h.Command == understand.Private && strings.TrimSpace(h.Arg) != "" {
		return false
	}
	q := planData{ID: p.ID, Minutes: m.Minutes}
	if !d.absorbPlan(&q, trimNo(body)) || q.Name != "" && !strings.EqualFold(person.FirstName(q.Name), m.Contact.First()) {
		return false
	}
	d.amendSaved(m, q)
	return true
}

func (d *decision) amendSaved(m Meet, q planData) {
	if q.Time.Date != "" || q.Time.Clock != "" || len(q.Time.Options) > 0 {
		q.Time.sameDayAs(m.StartsAt.In(d.loc))
		at, ask := d.settleTime(&q.Time)
		if at.IsZero() {
			d.askMove(m, q.Time, ask)
			return
		}
		if q.Place != "" {
			m.Place = q.Place
		}
		d.moveTo(m, at, "saved")
		return
	}
	told := ""
	switch {
	case q.Lang != "":
		d.set.Add(change.SetLanguage{PersonID: m.ContactID, Language: q.Lang})
		m.Contact.Language = q.Lang
	case q.Private:
		m.Private = true
		d.saveMeet(m, "kept private", "")
		d.answer("saved", d.say(lang.PrivateOn, "first", m.Contact.First()))
		return
	case q.Place != "":
		m.Place, m.ContactChooses = q.Place, false
		told = d.placeChanged(m)
	case q.Minutes != m.Minutes:
		m.Minutes = q.Minutes
		d.saveMeet(m, "length changed", "")
		d.void(m, "the length was changed")
		d.replan(m, !m.ToldAt.IsZero())
	}
	d.answer("saved", d.say(lang.SavedChanged, "what", d.what(m), "told", told))
}

// placeChanged writes another place, and tells the contact once who had been told of the old one.
func (d *decision) placeChanged(m Meet) string {
	heard := !m.ToldAt.IsZero()
	d.saveMeet(m, "place changed", m.Place)
	if heard {
		d.tell(m.Contact, reminder.ChangedRule, subjectOf(m.Meeting), changedNote{Old: m.StartsAt}, "the place was changed")
	}
	return d.toldOf(m, heard)
}

// changedNote is what a text about a change says of how it was.
type changedNote struct {
	Old time.Time `json:"old"`
	New time.Time `json:"new"`
}
