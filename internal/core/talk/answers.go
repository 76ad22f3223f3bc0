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
	switch {
	case !ok:
		d.atReview(body)
		return
	case q == report.Event:
		d.atEvent(data)
		return
	case q == report.StaffFollowUp && len(data.Options) == 2 && d.atDebrief(data, body):
		return
	case q == report.Rest:
		d.atRest(body)
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
		if d.bare() {
			d.misfit(f, body, data)
			return
		}
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
	d.remember(formData{Waiting: true})
	d.heardNow()
	d.setOutcome("an answer is coming in")
	at := d.now.Add(silence)
	d.set.Add(change.Plan{
		ID: d.ids.New(), PhoneID: d.w.Phone.ID, PersonID: d.who.ID, Rule: reminder.NextQuestion, Occurrence: "1",
		Subject: change.Subject{Kind: change.ReportSubject, ID: d.draft.ID}, DueAt: at, Cause: d.in.MessageID, Reason: "waits for silence", Again: true,
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
	ok = ok && (f.Shape != report.Short || !d.bare())
	if f.Name == report.ContactPhone && !ok && d.answersKnown(f) {
		return
	}
	if ok {
		d.take(f, a)
		beside := d.fillGaps(f)
		d.advance(join(d.echo(f), d.echoes(beside)))
		return
	}
	if other := d.fillGaps(f); len(other) > 0 { // not what was asked, but something else of the form: the question stands
		d.restate(d.echoes(other))
		return
	}
	d.misfit(f, body, data)
}

// bare reports whether a text is nothing but a number or a letter, which answers no question in words: it was meant for another, or slipped.
func (d *decision) bare() bool { return d.w.Heard.Digit != 0 || d.w.Heard.Letter != "" }

// misfit explains an answer that does not fit once; the second time its words are kept as given, marked for staff, and the talk goes on.
func (d *decision) misfit(f report.Field, body string, data formData) {
	if d.conv.Tries == 0 {
		d.explain(f, formData{Revisit: data.Revisit, Options: data.Options, Prev: data.Prev})
		return
	}
	d.put(f.Name, report.Answer{State: report.Given, Words: bounded(body), Sources: d.source(), NeedsReview: true})
	d.advance(d.say(lang.KeptForStaff))
}

// markIf marks an answer for staff.
func (d *decision) markIf(n report.Name, odd bool) {
	if a := d.draft.Answers[n]; odd {
		a.NeedsReview = true
		d.put(n, a)
	}
}

// explain asks a question again by an example of its answer.
func (d *decision) explain(f report.Field, data formData) {
	d.open(f.Name, data)
	d.triedOnce()
	d.answer("ask:"+string(f.Name), d.say(lang.Explain(string(f.Name)), "staff", d.staffNames(f.Name)))
}

// dayAsksBack asks when a day has two readings, or is odd; the options are what the digits mean.
func (d *decision) dayAsksBack(f report.Field) bool {
	r := d.w.Heard.When
	var key lang.Key
	switch {
	case slices.Contains(r.Ask, "which") && len(r.Options) > 1:
		key = lang.AskWhichDay
	case slices.Contains(r.Ask, "sure") && r.HasDate() && f.Name == report.MetOn && when.DateOf(d.now.In(d.loc)).Compare(r.Date) < 0:
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
		if len(opts) == 9 || o.Date.IsZero() || slices.Contains(opts, o.Date.String()) {
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

func bounded(s string) string {
	if len(s) <= maxWords {
		return s
	}
	return strings.ToValidUTF8(s[:maxWords], "")
}
