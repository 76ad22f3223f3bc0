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
func (d *decision) inPlan() Reply {
	p, q := decodePlan(d.conv.Data), d.conv.Question
	if q == qSaved {
		if d.afterSaved(p) {
			return Taken
		}
		return Another
	}
	switch d.w.Heard.Command {
	case understand.None, understand.Private:
	case understand.Skip:
		d.skipInPlan(p, q)
		return Taken
	case understand.CallOff:
		if strings.TrimSpace(d.w.Heard.Arg) == "" || q != qSaved && strings.EqualFold(d.w.Heard.Arg, person.FirstName(p.Name)) {
			d.finishPlan(p, d.say(lang.PlanDropped))
			return Taken
		}
		return Another
	case understand.What:
		d.nextOfPlan(p, "")
		return Taken
	case understand.SpanishOn, understand.EnglishOn:
	case understand.Meet:
		d.absorbPlan(&p, d.w.Heard.Arg)
		d.nextOfPlan(p, "")
		return Taken
	default:
		return Another
	}
	d.answerPlan(p, q)
	return Taken
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
		if h.Digit != 0 || h.Reply == understand.Yes || h.Reply == understand.Thanks { // an answer to another question
			d.nextOfPlan(p, "")
			return
		}
		if understand.Declines(body) {
			p.PlaceSet = true
		} else if !d.absorbPlan(&p, body) { // any words here are a place, but those that say something else of the plan
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

func (d *decision) skipInPlan(p planData, q string) {
	switch q {
	case qPhone:
		p.NoPhone = true
	case qWhere:
		p.PlaceSet = true
	}
	d.nextOfPlan(p, "")
}

// amendPlan changes what the echo showed; words that change nothing are explained once, then kept as a note.
func (d *decision) amendPlan(p planData, body string) {
	if tag, ok := languageIn(" " + strings.ToLower(body) + " "); ok && len(strings.Fields(body)) <= 3 {
		p.Lang = tag
		d.nextOfPlan(p, "")
		return
	}
	if words := strings.TrimSpace(trimNo(body)); d.saysChange(words) && d.absorbPlan(&p, words) {
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

// saysChange reports whether words behind the echo are a change to it, and not only words in which a name or a place occurs.
func (d *decision) saysChange(words string) bool {
	h := understand.Read(withoutManner(words), d.planning())
	low := " " + strings.ToLower(words) + " "
	_, tag := languageIn(low)
	_, length := lengthIn(words)
	if !h.Phone.IsZero() || h.Email != "" || h.When.HasDate() || h.When.HasClock || len(h.When.Options) > 0 || tag || length || private(low) || letsChoose(low) {
		return true
	}
	for _, lead := range []string{"at ", "@", "in ", "en ", "with ", "con ", "place", "lugar", "it's ", "its ", "her name", "his name", "name ", "nombre ", "se llama "} {
		if strings.HasPrefix(low[1:], lead) {
			return true
		}
	}
	words = strings.Trim(words, ".! ")
	name, ok := understand.ParseName(words)
	return len(strings.Fields(words)) <= 3 && (h.Place != "" || ok && name == words && strings.Contains(words, " "))
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
	if had, known := d.w.Had[d.who.ID]; known && had < 2 {
		more = d.say(lang.SavedMore)
	}
	text := d.say(lang.PlanSaved, "what", d.what(m), "texts", texts, "more", more)
	if len(p.Rest) > 0 {
		d.finishPlan(p, text)
		return
	}
	d.finishPlan(p, text)
	if d.conv.Kind == "" {
		d.hearChanges(p)
	}
}

// hearChanges keeps listening for changes to what was just saved; nothing is asked.
func (d *decision) hearChanges(p planData) {
	p.Saved = true
	d.openTalk(Conversation{Kind: PlanTalk, SubjectID: p.ID, Question: qSaved, Data: encode(p)})
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
	if known { // the right number came for one that is there: nothing that was planned for the wrong one stands
		m.Meeting = old.Meeting
		m.Rev++
		m.ToldAt, m.ToldCount = time.Time{}, 0
		d.set.Add(change.MeetingTold{ID: m.ID})
		d.void(m, "another number")
	}
	d.setAbout(subjectOf(m.Meeting))
	d.saveMeet(m, "planned", p.Note)
	if p.Note != "" {
		d.set.Add(change.AddNote{ID: d.ids.New(), AuthorID: d.who.ID, MeetingID: m.ID, PersonID: c.ID, Kind: "note", Words: p.Note, At: d.now})
	}
	if agreed {
		d.agree(c, m)
	}
	waits := d.replan(m, false) // the right number has not been told either
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
		if w.To != meeting.Contact || w.State != change.PlanPlanned || w.Rule == reminder.ThanksPlainRule {
			continue
		}
		due := d.w.Org.Hours.Day.Next(w.DueAt, loc)
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

// hearMoved keeps listening after a move: "at the library" may follow.
func (d *decision) hearMoved(f Moved) { d.hearChanges(planData{ID: f.Meet.ID}) }
