package talk

import (
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// maxWords bounds what a report keeps of one field; a long answer has no cap that a person would meet.
const maxWords = 64 << 10

// answerIn takes words as an answer to the open question.
func (d *decision) answerIn(q report.Name, data formData) {
	body := strings.TrimSpace(d.in.Inbound.Body.Text())
	f, ok := report.Find(q)
	if !ok {
		d.atReview(body)
		return
	}
	labelled, rest := d.labelled(body)
	if labelled {
		if rest != "" {
			d.lookFor(rest)
			if a, fits := d.parse(f, rest); fits && d.draft.Answers[f.Name].State == report.Missing {
				d.take(f, a)
			}
		}
		d.advance("")
		return
	}
	if f.Shape == report.Open {
		d.openAnswer(f, body, data)
		return
	}
	d.typedAnswer(f, body, data)
}

// openAnswer collects an answer in words: all that comes before 20 seconds of silence is one answer.
func (d *decision) openAnswer(f report.Field, body string, data formData) {
	if !data.Waiting {
		if understand.Declines(body) {
			d.put(f.Name, report.Answer{State: report.None, Words: body, Sources: d.source()})
			d.advance(d.say(lang.EchoNone))
			return
		}
		d.put(f.Name, report.Answer{}) // an answer given again replaces the old one
	}
	d.append(f.Name, body)
	d.waitForMore()
}

// waitForMore puts off the next question until the phone is silent.
func (d *decision) waitForMore() {
	d.conv.Data = encode(formData{Waiting: true})
	d.conv.LastInAt = d.now
	d.convMoved = true
	d.outcome = "an answer is coming in"
	at := d.now.Add(silence)
	d.set.Add(change.Plan{
		ID: d.ids.New(), PhoneID: d.w.Phone.ID, PersonID: d.who.ID, Rule: reminder.NextQuestion, Occurrence: "1",
		Subject: change.Subject{Kind: change.ReportSubject, ID: d.draft.ID}, DueAt: at, Cause: d.in.MessageID, Reason: "waits for silence", Move: true,
	})
	d.chase()
}

// typedAnswer takes an answer of a certain shape: explained once when it does not fit, then kept as given and marked.
func (d *decision) typedAnswer(f report.Field, body string, data formData) {
	if n := d.w.Heard.Digit; n >= 1 && n <= len(data.Options) && d.choose(f, data.Options[n-1]) {
		d.advance(d.echo(f))
		return
	}
	if understand.IsStory(body) && (f.Name == report.MetOn || f.Name == report.Contact) { // the whole of it at once
		d.story(body)
		d.advance("")
		return
	}
	if understand.Declines(body) && f.Shape != report.YesNo {
		d.put(f.Name, report.Answer{State: report.None, Words: body, Sources: d.source()})
		d.advance(d.say(lang.EchoNone))
		return
	}
	if f.Shape == report.Day && d.dayAsksBack(f) {
		return
	}
	if f.Name == report.Contact && d.contactAsksBack() {
		return
	}
	a, ok := d.parse(f, body)
	if f.Name == report.ContactPhone && !ok && d.answersKnown(f) {
		return
	}
	if ok {
		d.take(f, a)
		d.fillGaps(f)
		d.advance(d.echo(f))
		return
	}
	if d.fillGaps(f) { // not what was asked, but something else of the form: the question stands
		d.restate("")
		return
	}
	if d.conv.Tries == 0 {
		d.open(f.Name, formData{Revisit: data.Revisit, Options: data.Options, Prev: data.Prev})
		d.conv.Tries = 1
		d.answer("ask:"+string(f.Name), d.say(lang.Explain(string(f.Name)), "staff", d.staffNames(f.Name)))
		return
	}
	d.put(f.Name, report.Answer{State: report.Given, Words: bounded(body), Sources: d.source(), NeedsReview: true})
	d.advance(d.say(lang.KeptForStaff))
}

// dayAsksBack asks when a day has two readings, or is odd; the options are what the digits mean.
func (d *decision) dayAsksBack(f report.Field) bool {
	r := d.w.Heard.When
	var key lang.Key
	switch {
	case has(r.Ask, "which") && len(r.Options) > 1:
		key = lang.AskWhichDay
	case has(r.Ask, "sure") && r.HasDate() && f.Name == report.MetOn && when.DateOf(d.now.In(d.loc)).Compare(r.Date) < 0:
		r.Options, key = []when.Option{{Date: r.Date}}, lang.AskSureDay
	default:
		return false
	}
	opts, shown := d.dayOptions(r)
	if len(opts) < 2 && key == lang.AskWhichDay {
		return false
	}
	d.open(f.Name, formData{Options: opts, Prev: decode(d.conv.Data).Prev})
	if key == lang.AskSureDay {
		d.answer("ask:"+string(f.Name), d.say(key, "day", d.day(r.Date)))
	} else {
		d.answer("ask:"+string(f.Name), d.say(key, "options", strings.Join(shown, ", ")))
	}
	return true
}

// dayOptions lists the days between which a reading leaves the choice, as values and as a person reads them.
func (d *decision) dayOptions(r when.Reading) (opts, shown []string) {
	for _, o := range r.Options {
		if len(opts) == 9 || o.Date.IsZero() || has(opts, o.Date.String()) {
			continue
		}
		opts = append(opts, o.Date.String())
		shown = append(shown, digit(len(opts)-1)+" "+d.day(o.Date))
	}
	return opts, shown
}

// choose takes the option that a digit means.
func (d *decision) choose(f report.Field, option string) bool {
	switch f.Shape {
	case report.Day:
		if _, ok := when.ParseDate(option); !ok {
			return false
		}
		d.take(f, report.Answer{State: report.Given, Words: bounded(d.in.Inbound.Body.Text()), Value: option, Sources: d.source()})
	case report.PersonName:
		for _, p := range d.w.Contacts {
			if p.ID.String() == option {
				d.link(p)
				return true
			}
		}
		return false
	case report.StaffName:
		for _, p := range d.w.Staff {
			if p.ID.String() == option {
				d.take(f, report.Answer{State: report.Given, Words: p.Name, Value: p.ID.String(), Sources: d.source()})
				return true
			}
		}
		return false
	default:
		return false
	}
	return true
}

// take writes an understood answer and what follows from it at once.
func (d *decision) take(f report.Field, a report.Answer) {
	d.put(f.Name, a)
	switch f.Name {
	case report.Contact:
		d.linkByName(a.Value)
	case report.ContactPhone:
		d.linkByPhone(a.Value)
	case report.Commitment, report.FollowUps:
		d.interpret(f)
	}
}

// put writes an answer into the draft in hand.
func (d *decision) put(n report.Name, a report.Answer) {
	a.Words = bounded(a.Words)
	if a.Sources == nil && a.State != report.Known {
		a.Sources = slices.Concat(d.draft.Answers[n].Sources, d.source())
	}
	d.draft.Set(n, a)
	d.touched[n] = true
}

func (d *decision) source() []uuid.UUID {
	if d.in.Kind != TextIn {
		return nil
	}
	return []uuid.UUID{d.in.MessageID}
}

// interpret draws from an answer in words what other fields ask: the day in "come Thursday".
func (d *decision) interpret(f report.Field) {
	var due report.Name
	switch f.Name {
	case report.Commitment:
		due = report.CommitmentDue
	case report.FollowUps:
		due = report.FollowUpsDue
	default:
		return
	}
	a := d.draft.Answers[f.Name]
	if a.State != report.Given || d.draft.Answers[due].State == report.Given {
		return
	}
	if on, ok := d.dueOf(a.Words); ok {
		d.put(due, report.Answer{State: report.Given, Words: a.Words, Value: on.String(), Sources: a.Sources})
	}
}

// dueOf reads by when something is to be done; of several items with a day each, the first of them. False when a day is missing or has two
// readings: then it is asked for.
func (d *decision) dueOf(words string) (first when.Date, ok bool) {
	parts := report.Parts(words)
	for _, p := range parts {
		on, sure := d.sureDay(p)
		if !sure {
			return when.Date{}, false
		}
		if first.IsZero() || on.Compare(first) < 0 {
			first = on
		}
	}
	return first, len(parts) > 0
}

// sureDay reads the one day that words to come name.
func (d *decision) sureDay(words string) (when.Date, bool) {
	r := when.Read(words, when.Context{At: d.now, Zone: d.loc, Mode: when.Plan, Lang: d.tag})
	return r.Date, r.Sure()
}

// labelled files the labelled pieces of a text where they belong and returns what stands before them.
func (d *decision) labelled(body string) (found bool, rest string) {
	mode := when.Report
	for _, l := range understand.Fields(body, when.Context{At: d.now, Zone: d.loc, Mode: mode, Lang: d.tag}) {
		if l.Label == "" {
			rest = strings.TrimSpace(l.Words)
			continue
		}
		f, ok := report.Find(report.Name(l.Label))
		words := strings.TrimSpace(l.Words)
		if !ok || words == "" {
			continue
		}
		found = true
		switch a, fits := d.parse(f, words); {
		case understand.Declines(words):
			d.put(f.Name, report.Answer{State: report.None, Words: words})
		case fits:
			d.take(f, a)
		default:
			d.put(f.Name, report.Answer{State: report.Given, Words: words, NeedsReview: true})
		}
	}
	return found, rest
}

// absorb files all it can of a text that comes with REPORT itself.
func (d *decision) absorb(words string) {
	if found, rest := d.labelled(words); found {
		words = rest
	}
	switch {
	case words == "":
	case understand.IsStory(words):
		d.story(words)
	default:
		d.lookFor(words)
	}
}

// story files a report told in prose: only what the sentences about the meeting itself say is looked at for who and when, since the days in the
// others are of what is to come.
func (d *decision) story(words string) {
	for _, piece := range understand.Story(words) {
		f, ok := report.Find(report.Name(piece.Label))
		switch {
		case !ok:
			d.lookFor(piece.Words)
		case d.draft.Answers[f.Name].State != report.Missing:
			d.append(f.Name, piece.Words)
			d.interpret(f)
		default:
			if a, fits := d.parse(f, piece.Words); fits {
				d.take(f, a)
				d.dayBeside(f, piece.Words)
			} else {
				d.append(report.Learned, piece.Words)
			}
		}
	}
}

// dayBeside takes the day of the debrief out of "debrief with Sam on Monday".
func (d *decision) dayBeside(f report.Field, words string) {
	if f.Name != report.StaffFollowUp {
		return
	}
	if on, ok := d.sureDay(words); ok {
		d.put(report.StaffOn, report.Answer{State: report.Given, Words: words, Value: on.String(), Sources: d.source()})
	}
}

// lookFor finds who, when, phone and email in free words and fills the gaps they fit; never over an answer.
func (d *decision) lookFor(words string) {
	t := understand.Read(words, when.Context{At: d.now, Zone: d.loc, Mode: when.Report, Lang: d.tag})
	d.fill(t, "")
}

// fillGaps files what else the text held besides the answer to f.
func (d *decision) fillGaps(f report.Field) bool {
	switch f.Name {
	case report.MetOn, report.Contact, report.ContactPhone, report.ContactEmail:
		return d.fill(d.w.Heard, f.Name)
	}
	return false
}

func (d *decision) fill(t understand.Text, but report.Name) bool {
	filled := false
	set := func(n report.Name, words, value string) {
		f, _ := report.Find(n)
		s := d.draft.Answers[n].State
		if n == but || value == "" || (s != report.Missing && s != report.Known) {
			return
		}
		d.take(f, report.Answer{State: report.Given, Words: words, Value: value, Sources: d.source()})
		filled = true
	}
	if r := t.When; r.HasDate() && !has(r.Ask, "which") && !has(r.Ask, "sure") && when.DateOf(d.now.In(d.loc)).Compare(r.Date) >= 0 {
		set(report.MetOn, "", r.Date.String())
	}
	set(report.Contact, t.Person, t.Person)
	if len(t.Phones) <= 1 && !t.Phone.IsZero() {
		set(report.ContactPhone, t.Phone.Display(), t.Phone.E164())
	}
	set(report.ContactEmail, t.Email, t.Email)
	return filled
}

func bounded(s string) string {
	if len(s) <= maxWords {
		return s
	}
	return strings.ToValidUTF8(s[:maxWords], "")
}

func has(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
