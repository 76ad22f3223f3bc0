package talk

import (
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

const (
	// silence is how long the next question waits for more of an answer in words.
	silence = 20 * time.Second
	// underWay is how soon after our question a text was most likely begun before it.
	underWay = 2 * time.Second
	// startOverStep is the question whether to begin anew.
	startOverStep report.Name = "start_over"
)

// inForm takes a text while a report's question is open: control words first, then an answer.
func (d *decision) inForm() Reply {
	if !d.takeUp(d.conv.SubjectID) {
		return Another
	}
	data := decode(d.conv.Data)
	q := report.Name(d.conv.Question)
	if d.mereReaction(q) {
		d.setOutcome("a reaction: kept in the thread")
		return Taken
	}
	if q == startOverStep {
		if d.atStartOver(data) {
			return Taken
		}
		q, data = report.Name(d.conv.Question), formData{}
	}
	if !data.Waiting && d.joins(data, q) {
		return Taken
	}
	switch d.w.Heard.Command {
	case understand.None:
		d.answerIn(q, data)
	case understand.Skip:
		d.skip(q, data)
	case understand.Next:
		d.settleBurst()
		d.advance("")
	case understand.Back:
		d.back(q, data)
	case understand.Fix:
		d.settleBurst()
		d.fix(d.w.Heard.Arg)
	case understand.Add:
		d.add(q, data)
	case understand.SoFar:
		d.settleBurst()
		d.soFar()
	case understand.Later:
		if d.w.Heard.Arg == "" || !d.happened(PutOff{d.w.Heard.Arg}) {
			d.later()
		}
	case understand.Web, understand.Done, understand.List: // done as if no question were open, which stays
		d.settleBurst()
		return Another
	case understand.StartOver:
		d.startOver(q)
	case understand.What:
		d.whatHere(q)
	case understand.Report, understand.New:
		d.reportInForm()
	default:
		return d.commandOrWords(q, data)
	}
	return Taken
}

// mereReaction reports whether a text is a phone's reaction that answers nothing: a thumb answers a yes or no, and the words it quotes are ours.
func (d *decision) mereReaction(q report.Name) bool {
	if _, _, ok := sms.Tapback(d.in.Inbound.Body.Text()); !ok {
		return false
	}
	f, _ := report.Find(q)
	answers := q == report.ReviewStep || q == startOverStep || f.Shape == report.YesNo || d.draft.Answers[f.Name].State == report.Known
	return !answers || d.w.Heard.Reply == understand.NoReply
}

// commandOrWords: a command of another trade inside a form is refused kindly at a typed question, and taken as words at an open one.
func (d *decision) commandOrWords(q report.Name, data formData) Reply {
	if f, ok := report.Find(q); ok && f.Shape == report.Open {
		d.answerIn(q, data)
		return Taken
	}
	return Another
}

// reportInForm: REPORT alone repeats the question; with a name it goes to that report or begins another.
func (d *decision) reportInForm() {
	if strings.TrimSpace(d.w.Heard.Arg) == "" && d.w.Heard.Command == understand.Report {
		if len(d.w.Drafts) > 1 {
			d.queueForChoice()
			return
		}
		d.settleBurst()
		d.advance(d.say(lang.ReportResume, "what", d.about1(d.draft)))
		return
	}
	d.startReport()
}

func (d *decision) queueForChoice() {
	d.settleBurst()
	d.saveDraft()
	d.letGo()
	d.askWhich()
}

// advance asks the next gap, or shows the review, behind a first sentence that says what was taken.
func (d *decision) advance(first string) {
	f, ok := d.draft.Gap()
	if !ok {
		if !d.askEvent(first) {
			d.review(first)
		}
		return
	}
	if f.Name == report.StaffFollowUp && len(d.w.Staff) == 0 {
		d.put(report.StaffFollowUp, report.Answer{State: report.None})
		d.advance(first)
		return
	}
	switch {
	case f.Name == report.StaffFollowUp && d.draft.Short():
		d.askDebrief(first)
	case f.Name == report.Rest:
		d.askRest(first)
	default:
		d.ask(f, first, formData{Prev: d.lastOpen()})
	}
}

// ask opens the question for a field.
func (d *decision) ask(f report.Field, first string, data formData) {
	if f.Shape == report.Day && f.Parent != "" {
		if opts, shown := d.dayOptions(d.parentReading(f)); len(opts) > 1 {
			data.Options = opts
			d.open(f.Name, data)
			d.answer("ask:"+string(f.Name), first, d.say(lang.AskWhichDay, "options", strings.Join(shown, ", ")))
			return
		}
	}
	d.open(f.Name, data)
	d.answer("ask:"+string(f.Name), first, d.question(f))
}

// parentReading reads the day in the answer that a due day belongs to: "by Tuesday" on a Tuesday has two readings.
func (d *decision) parentReading(f report.Field) when.Reading {
	return when.Read(d.draft.Answers[f.Parent].Words, when.Context{At: d.now, Zone: d.loc, Mode: when.Plan, Lang: d.tag})
}

// open makes q the phone's open question.
func (d *decision) open(q report.Name, data formData) {
	d.askReport(q, data)
	if q != startOverStep {
		d.draft.Question = q
	}
	d.set.Add(change.CancelPlans{Subject: d.about, Rule: reminder.NextQuestion, Reason: "asked"})
	d.chase()
}

// question renders a field's question, with what is known in it.
func (d *decision) question(f report.Field) string {
	a := d.draft.Answers[f.Name]
	if f.Name == report.ContactPhone && a.State == report.Known {
		if mail := d.draft.Answers[report.ContactEmail]; mail.Value != "" {
			return d.say(lang.ConfirmKnown, "who", d.fullName(), "phone", d.shown(f, a), "email", mail.Value)
		}
		return d.say(lang.ConfirmPhone, "who", d.fullName(), "phone", d.shown(f, a))
	}
	return d.say(lang.Ask(string(f.Name)), "who", d.contactFirst(), "staff", d.staffNames(f.Name))
}

// restate asks the open question again.
func (d *decision) restate(first string) {
	q := report.Name(d.conv.Question)
	data := decode(d.conv.Data)
	switch f, ok := report.Find(q); {
	case q == startOverStep:
		d.open(startOverStep, data)
		d.answer("ask:start_over", first, d.say(lang.StartOverAsk, "what", d.about1(d.draft)))
	case data.Waiting || !ok:
		d.settleBurst()
		d.advance(first)
	case data.Revisit:
		d.revisit(f, first)
	default:
		d.ask(f, first, formData{Prev: data.Prev})
	}
}

// chase plans what happens when the draft is left lying: a nudge after two hours, a line in the morning text. Every step moves them on.
func (d *decision) chase() {
	nudge := d.now.Add(2 * time.Hour)
	d.set.Add(change.Plan{
		ID: d.ids.New(), PhoneID: d.w.Phone.ID, PersonID: d.who.ID, Subject: change.Subject{Kind: change.ReportSubject, ID: d.draft.ID},
		Rule: reminder.DraftNudge, Occurrence: "1", DueAt: nudge, ValidUntil: validUntil(reminder.DraftNudge, nudge), Cause: d.cause(), Reason: "a draft is unfinished", Again: true,
	})
	d.morningOn(d.who, morningAfter(nudge, d.loc))
}

// joins appends a text that belongs to the answer before: it begins like it, or it was under way when our question left.
func (d *decision) joins(data formData, q report.Name) bool {
	f, ok := report.Find(data.Prev)
	prev := d.draft.Answers[data.Prev]
	if !ok || f.Shape != report.Open || prev.State == report.Missing || q == startOverStep {
		return false
	}
	body := d.in.Inbound.Body.Text()
	h := d.w.Heard
	if !beginsWithAnd(body) {
		soon := d.now.Sub(d.conv.AskedAt) < underWay
		if !soon || h.Command != understand.None || h.Digit != 0 || d.fits(q) {
			return false
		}
	}
	if h.Command != understand.None && h.Command != understand.Add {
		return false
	}
	d.append(data.Prev, body)
	d.interpret(f)
	d.heardNow()
	d.setOutcome("joined to " + string(data.Prev))
	added := ""
	if beginsWithAnd(body) {
		added = d.say(lang.Added, "label", d.say(lang.Label(string(data.Prev))))
	}
	g, more := d.draft.Gap()
	switch {
	case q == report.ReviewStep:
		d.review(added + "\n")
	case !data.Revisit && (!more || q != g.Name): // what joined has answered the open question too
		d.advance(added)
	case added != "": // a text that was under way when we asked gets no second asking
		d.restate(added)
	}
	return true
}

// beginsWithAnd reports whether a text says itself that it goes on: and, also, +, y, también.
func beginsWithAnd(body string) bool {
	b := strings.ToLower(strings.TrimSpace(body))
	if strings.HasPrefix(b, "+") && len(b) > 1 && (b[1] < '0' || b[1] > '9') {
		return true
	}
	for _, w := range []string{"and", "also", "y", "también", "tambien"} {
		if rest, ok := strings.CutPrefix(b, w); ok && rest != "" && (rest[0] == ' ' || rest[0] == ',') {
			return true
		}
	}
	return false
}

// fits reports whether a text is a fitting answer to a typed question.
func (d *decision) fits(q report.Name) bool {
	f, ok := report.Find(q)
	if !ok || f.Shape == report.Open {
		return false
	}
	if understand.Declines(d.in.Inbound.Body.Text()) {
		return true
	}
	if f.Shape == report.Short {
		return len(strings.Fields(d.in.Inbound.Body.Text())) <= 3
	}
	_, ok = d.parse(f, d.in.Inbound.Body.Text())
	return ok
}

// append adds words to a field, with the text they came in.
func (d *decision) append(n report.Name, words string) {
	a := d.draft.Answers[n]
	if a.State != report.Given {
		a = report.Answer{State: report.Given}
	}
	if a.Words != "" {
		a.Words += "\n"
	}
	a.Words += strings.TrimSpace(words)
	d.put(n, a)
}

// settleBurst closes an answer in words that was still coming in.
func (d *decision) settleBurst() {
	data := decode(d.conv.Data)
	if !data.Waiting {
		return
	}
	if f, ok := report.Find(report.Name(d.conv.Question)); ok {
		d.interpret(f)
	}
	data.Waiting = false
	d.remember(data)
	d.set.Add(change.CancelPlans{Subject: d.about, Rule: reminder.NextQuestion, Reason: "went on at once"})
}

// lastOpen returns the open field that was just answered, for texts that go on.
func (d *decision) lastOpen() report.Name {
	if f, ok := report.Find(report.Name(d.conv.Question)); ok && f.Shape == report.Open && d.draft.Answers[f.Name].State == report.Given {
		return f.Name
	}
	return ""
}

// giveWay puts the report whose question is open into the queue when another question takes its place.
func (d *decision) giveWay(OtherQuestion) {
	if d.in.Kind == DueIn && !d.takeUp(d.conv.SubjectID) {
		return
	}
	d.queueOpen()
}

// afterAnswer goes on with the report that waits, behind the answer to another question: one text, not two.
func (d *decision) afterAnswer(f Answered) bool {
	dr, ok := d.nextReport(uuid.Nil)
	if ok {
		d.takeDraft(dr)
		d.advance(join(append(f.Words, d.say(lang.ReportResume, "what", d.about1(dr)))...))
	}
	return ok
}

// afterReport goes on with the next report that waits, behind the one that was filed: one text, not two.
func (d *decision) afterReport(f NextReport) bool {
	dr, ok := d.nextReport(f.But)
	if ok {
		d.takeDraft(dr)
		d.advance(f.Words + " " + d.say(lang.ReportNext, "what", d.about1(dr)))
	}
	return ok
}

// listDrafts adds the reports that are not finished; in the morning staff see them too.
func (d *decision) listDrafts(l *Listing) {
	if len(d.w.Drafts) > 0 && l.Hint == "" {
		l.Hint = d.say(lang.ListGoOn)
	}
	for _, dr := range d.w.Drafts {
		if l.Morning {
			d.set.Add(change.Attention{ID: d.ids.New(), Kind: "report_open", Subject: change.Subject{Kind: change.ReportSubject, ID: dr.ID}, PhoneID: d.w.Phone.ID, Note: "a report is not finished", At: d.now})
		}
		l.Items = append(l.Items, listLine{change.ReportSubject, dr.ID, func(letter string) string { return d.say(lang.ListItem, "letter", letter, "what", d.about1(dr)) }})
	}
}
