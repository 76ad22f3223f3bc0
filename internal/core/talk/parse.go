package talk

import (
	"slices"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// parse reads words as the answer to a field; false when they do not fit its shape.
func (d *decision) parse(f report.Field, words string) (report.Answer, bool) {
	words = strings.TrimSpace(words)
	a := report.Answer{State: report.Given, Words: words, Sources: d.source()}
	switch f.Shape {
	case report.Open, report.Short:
		if f.Name == report.BestWay {
			a.Value = person.Way(words)
		}
		return a, words != ""
	case report.Day:
		return d.parseDay(f, a)
	case report.PersonName:
		a.Value = d.nameIn(words)
		return a, a.Value != ""
	case report.PhoneNumber:
		p, ok := understand.ParsePhone(words)
		a.Value = p.E164()
		return a, ok
	case report.Email:
		mail, ok := understand.ParseEmail(words)
		a.Value = mail
		return a, ok
	case report.YesNo:
		return parseConsent(a)
	case report.StaffName:
		return d.parseStaff(a)
	}
	return a, false
}

// nameIn reads a name, alone or with more beside it: "Teresa Vega 206-555-0150".
func (d *decision) nameIn(words string) string {
	if name, ok := understand.ParseName(words); ok {
		return name
	}
	return d.read(words).Person
}

func (d *decision) read(words string) understand.Text {
	return understand.Read(words, when.Context{At: d.now, Zone: d.loc, Mode: when.Report, Lang: d.tag})
}

func (d *decision) parseDay(f report.Field, a report.Answer) (report.Answer, bool) {
	mode := when.Plan
	if f.Name == report.MetOn {
		mode = when.Report
	}
	r := when.Read(a.Words, when.Context{At: d.now, Zone: d.loc, Mode: mode, Lang: d.tag})
	if !r.HasDate() || slices.Contains(r.Ask, "which") {
		return a, false
	}
	if f.Name == report.MetOn && when.DateOf(d.now.In(d.loc)).Compare(r.Date) < 0 {
		return a, false // a meeting cannot have been held on a day to come
	}
	a.Value = r.Date.String()
	return a, true
}

// parseConsent reads whether texts are welcome: yes, no, or not asked.
func parseConsent(a report.Answer) (report.Answer, bool) {
	t := understand.Read(a.Words, when.Context{})
	low := strings.ToLower(a.Words)
	switch {
	case t.Digit == 2, strings.Contains(low, "not ask"), strings.Contains(low, "n't ask"), strings.Contains(low, "forgot"),
		strings.Contains(low, "no le pregunt"), strings.Contains(low, "no pregunt"), strings.Contains(low, "se me olvid"):
		a.State = report.None
		return a, true
	case t.Digit == 1, t.Reply == understand.Yes, low == "agreed", low == "acepta":
		a.Value = "yes"
		return a, true
	case t.Digit == 3, t.Reply == understand.No:
		a.Value = "no"
		return a, true
	}
	return a, false
}

// parseStaff finds the staff member that is named, by first or whole name.
func (d *decision) parseStaff(a report.Answer) (report.Answer, bool) {
	low := strings.ToLower(strings.Trim(a.Words, " .,!"))
	if n, err := strconv.Atoi(low); err == nil && n >= 1 && n <= min(len(d.w.Staff), maxStaffNamed) {
		a.Value, a.Words = d.w.Staff[n-1].ID.String(), d.w.Staff[n-1].Name
		return a, true
	}
	var hits []person.Person
	for _, p := range d.w.Staff {
		name := strings.ToLower(p.Name)
		first := strings.ToLower(p.First())
		if low == name || low == first || containsWord(low, name) || containsWord(low, first) {
			hits = append(hits, p)
		}
	}
	if len(hits) != 1 {
		return a, false
	}
	a.Value, a.Words = hits[0].ID.String(), hits[0].Name
	return a, true
}

func containsWord(s, w string) bool {
	i := strings.Index(s, w)
	return w != "" && i >= 0 && (i == 0 || s[i-1] == ' ') && (i+len(w) == len(s) || strings.ContainsRune(" ,.;", rune(s[i+len(w)])))
}

// contactAsksBack asks which contact is meant when several bear the name.
func (d *decision) contactAsksBack() bool {
	name := d.nameIn(d.in.Inbound.Body.Text())
	if name == "" {
		return false
	}
	hits := d.named(name)
	if len(hits) < 2 {
		return false
	}
	var opts, shown []string
	for i, p := range hits {
		if i == 9 {
			break
		}
		opts = append(opts, p.ID.String())
		shown = append(shown, digit(i)+" "+p.Name)
	}
	d.open(report.Contact, formData{Options: opts})
	d.answer("ask:contact", d.say(lang.AskWhichContact, "options", strings.Join(shown, ", ")))
	return true
}

// named returns the contacts of these people that a name can mean: the whole name, else the first name alone.
func (d *decision) named(name string) []person.Person {
	low := strings.ToLower(name)
	var whole, first []person.Person
	for _, p := range d.w.Contacts {
		switch {
		case strings.ToLower(p.Name) == low:
			whole = append(whole, p)
		case !strings.Contains(low, " ") && strings.ToLower(p.First()) == low:
			first = append(first, p)
		}
	}
	if len(whole) > 0 {
		return whole
	}
	return first
}

func (d *decision) linkByName(name string) {
	if hits := d.named(name); len(hits) == 1 {
		d.link(hits[0])
		return
	}
	d.unlink()
}

// linkByPhone makes the draft about the contact who has this number, when the first names agree: two people may share a phone.
func (d *decision) linkByPhone(e164 string) {
	if e164 == "" || d.draft.ContactID != uuid.Nil {
		return
	}
	first := strings.ToLower(person.FirstName(d.draft.Answers[report.Contact].Value))
	for _, p := range d.w.Contacts {
		if p.Phone.E164() == e164 && strings.ToLower(p.First()) == first {
			phone := d.draft.Answers[report.ContactPhone]
			d.link(p)
			d.put(report.ContactPhone, phone)
		}
	}
}

// link makes the draft about a contact we know: what is on record is filled in, to be confirmed rather than asked.
func (d *decision) link(p person.Person) {
	d.draft.ContactID = p.ID
	d.put(report.Contact, report.Answer{State: report.Given, Words: p.Name, Value: p.Name, Sources: d.source()})
	known := func(n report.Name, words, value string) {
		if s := d.draft.Answers[n].State; words != "" && (s == report.Missing || s == report.Known) {
			d.put(n, report.Answer{State: report.Known, Words: words, Value: value})
		}
	}
	known(report.ContactPhone, p.Phone.Display(), p.Phone.E164())
	known(report.ContactEmail, p.Email, p.Email)
	known(report.BestWay, p.BestWay, person.Way(p.BestWay))
	known(report.Needs, p.AccessNeeds, "")
	known(report.Relationship, p.Relationship, "")
	if p.Consent == person.ConsentYes || p.Consent == person.ConsentNo {
		known(report.Consent, p.Consent.String(), p.Consent.String())
	}
}

// unlink takes back what came from the record of a contact who is not meant.
func (d *decision) unlink() {
	d.draft.ContactID = uuid.Nil
	for _, f := range report.Form() {
		if f.Name != report.Organizer && d.draft.Answers[f.Name].State == report.Known {
			d.put(f.Name, report.Answer{})
		}
	}
}

// answersKnown takes the answer to "... on our list. 1 right, or text what is different".
func (d *decision) answersKnown(f report.Field) bool {
	a := d.draft.Answers[f.Name]
	if a.State != report.Known {
		return false
	}
	h := d.w.Heard
	switch {
	case h.Digit == 1 || h.Reply == understand.Yes:
		a.State, a.Sources = report.Given, d.source()
		d.put(f.Name, a)
		d.keepKnown(report.ContactEmail)
	case h.Digit == 3 || h.Reply == understand.No:
		d.put(f.Name, report.Answer{})
		d.restate("")
		return true
	case h.Email != "":
		a.State, a.Sources = report.Given, d.source()
		d.put(f.Name, a)
		d.put(report.ContactEmail, report.Answer{State: report.Given, Words: h.Email, Value: h.Email, Sources: d.source()})
	default:
		return false
	}
	d.advance(d.echo(f))
	return true
}

// keepKnown takes what is on record as this report's answer.
func (d *decision) keepKnown(n report.Name) {
	if a := d.draft.Answers[n]; a.State == report.Known {
		a.State, a.Sources = report.Given, d.source()
		d.put(n, a)
	}
}

// echo says what an answer was taken for.
func (d *decision) echo(f report.Field) string {
	a := d.draft.Answers[f.Name]
	switch {
	case f.Name == report.Consent && a.Value == "yes":
		return d.say(lang.ConsentYesShort) + "."
	case f.Name == report.Consent && a.Value == "no":
		return d.say(lang.ConsentNoShort) + "."
	case f.Name == report.Consent:
		return d.say(lang.ConsentNotAsked) + "."
	case a.State == report.None:
		return d.say(lang.EchoNone)
	case f.Shape == report.Short, f.Name == report.Contact && d.draft.Answers[report.ContactPhone].State == report.Known:
		return "" // the next question names the person and the number
	}
	return d.valueOf(f, a, 60) + "."
}

// echoes tells what was taken besides the answer: nothing is filed unseen.
func (d *decision) echoes(names []report.Name) string {
	parts := make([]string, 0, len(names))
	for _, n := range names {
		if f, ok := report.Find(n); ok {
			parts = append(parts, d.echo(f))
		}
	}
	return join(parts...)
}

func (d *decision) phoneOf(a report.Answer) sms.Phone {
	p, err := sms.PhoneFromE164(a.Value)
	if err != nil {
		return sms.Phone{}
	}
	return p
}
