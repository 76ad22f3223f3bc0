package talk

import (
	"strconv"
	"strings"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/understand"
)

// skip leaves a question out; at a question that has an answer already it keeps that answer: nothing is lost by one thumb.
func (d *decision) skip(q report.Name, data formData) {
	switch f, ok := report.Find(q); {
	case !ok: // the review: nothing to skip
		d.review("")
	case data.Waiting || data.Revisit:
		d.settleBurst()
		d.advance("")
	default:
		d.put(f.Name, report.Answer{State: report.Skipped})
		if f.Name == report.ContactPhone && d.draft.Answers[report.ContactEmail].State == report.Known {
			d.keepKnown(report.ContactEmail)
		}
		d.advance(d.say(lang.EchoSkipped))
	}
}

// back goes to the question before.
func (d *decision) back(q report.Name, data formData) {
	if data.Waiting {
		if f, ok := report.Find(q); ok { // what came in so far is kept until it is replaced
			d.settleBurst()
			d.revisit(f, "")
			return
		}
	}
	prev, ok := d.draft.Before(q)
	if !ok {
		d.restate(d.say(lang.NothingBefore))
		return
	}
	d.revisit(prev, "")
}

// revisit asks a field again that has an answer.
func (d *decision) revisit(f report.Field, first string) {
	a := d.draft.Answers[f.Name]
	if a.State == report.Missing {
		d.ask(f, first, formData{})
		return
	}
	d.open(f.Name, formData{Revisit: true})
	if a.State == report.None || a.State == report.Skipped { // there is no value to show
		d.answer("ask:"+string(f.Name), first, d.question(f))
		return
	}
	d.answer("ask:"+string(f.Name), first, d.say(lang.FixNow, "label", d.say(lang.Label(string(f.Name))), "value", d.valueOf(f, a, 80)))
}

// fix goes to a line of the form by number or name, and takes a new value at once when one follows.
func (d *decision) fix(arg string) {
	f, rest, ok := d.lineOf(arg)
	if !ok {
		d.restate(d.say(lang.FixWhich))
		return
	}
	if rest == "" {
		d.revisit(f, "")
		return
	}
	if a, ok := d.parse(f, rest); ok {
		d.take(f, a)
		d.advance(d.echo(f))
		return
	}
	d.revisit(f, d.say(lang.Explain(string(f.Name)), "staff", d.staffNames(f.Name)))
}

// lineOf reads "5", "5 ana@x.org", "email", "correo ana@x.org".
func (d *decision) lineOf(arg string) (report.Field, string, bool) {
	arg = strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(arg), "#:"))
	word, rest, _ := strings.Cut(arg, " ")
	rest = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(rest), ":"))
	word = strings.TrimRight(word, ":.,")
	if n, err := strconv.Atoi(word); err == nil {
		f, ok := report.Numbered(n)
		return f, rest, ok
	}
	for _, f := range report.Form() {
		for _, tag := range lang.Tags() {
			label := strings.ToLower(lang.Text(tag, lang.Label(string(f.Name))))
			if cut, ok := strings.CutPrefix(strings.ToLower(arg), label); ok && (cut == "" || cut[0] == ' ' || cut[0] == ':') {
				return f, strings.TrimLeft(arg[len(arg)-len(cut):], " :"), true
			}
		}
	}
	if n, ok := alias(strings.ToLower(word)); ok {
		f, found := report.Find(n)
		return f, rest, found
	}
	return report.Field{}, "", false
}

// alias reads the names that people give to the lines of the form.
func alias(w string) (report.Name, bool) {
	switch w {
	case "date", "day", "when", "fecha", "dia", "día":
		return report.MetOn, true
	case "name", "contact", "person", "nombre", "contacto", "persona":
		return report.Contact, true
	case "number", "cell", "telefono", "teléfono", "numero", "número", "celular":
		return report.ContactPhone, true
	case "e-mail", "mail", "correo", "email":
		return report.ContactEmail, true
	case "text", "sms", "consent", "mensajes", "permiso":
		return report.Consent, true
	case "relationship", "met", "relacion", "relación":
		return report.Relationship, true
	case "learned", "aprendi", "aprendí":
		return report.Learned, true
	case "commitment", "commit":
		return report.Commitment, true
	case "next", "steps":
		return report.NextSteps, true
	case "promise", "promises", "promised", "promesa", "promesas", "follow-ups":
		return report.FollowUps, true
	case "staff", "equipo":
		return report.StaffFollowUp, true
	case "notas", "note":
		return report.Notes, true
	}
	return "", false
}

// add puts more words to the answer in words that is open or was last, else to the notes.
func (d *decision) add(q report.Name, data formData) {
	words := strings.TrimSpace(d.w.Heard.Arg)
	target := report.Notes
	f, ok := report.Find(q)
	switch {
	case ok && f.Shape == report.Open && (data.Waiting || data.Revisit):
		target = q
	case data.Prev != "":
		target = data.Prev
	}
	if words == "" {
		if tf, found := report.Find(target); found {
			d.revisit(tf, "")
		}
		return
	}
	d.append(target, words)
	if data.Waiting && target == q {
		d.waitForMore()
		return
	}
	tf, _ := report.Find(target)
	d.interpret(tf)
	d.restate(d.say(lang.Added, "label", d.say(lang.Label(string(target)))))
}

func (d *decision) soFar() {
	lines := d.lines(d.draft, maxReview-1)
	first := d.say(lang.SoFar) + "\n" + strings.Join(lines, "\n")
	if len(lines) == 0 {
		first = d.say(lang.SoFarNothing)
	}
	f, more := report.Find(report.Name(d.conv.Question))
	if !more {
		d.review("")
		return
	}
	if d.draft.Answers[f.Name].State == report.Given {
		if g, ok := d.draft.Gap(); ok {
			f = g
		} else {
			d.review("")
			return
		}
	}
	d.open(f.Name, formData{Prev: decode(d.conv.Data).Prev})
	d.answer("so_far", first+"\n"+d.question(f))
}

// later lays the draft aside: REPORT goes on with it at the same question, whenever that is.
func (d *decision) later() {
	d.settleBurst()
	what := d.about1(d.draft)
	if g, ok := d.draft.Gap(); ok {
		d.draft.Question = g.Name
	}
	d.chase()
	d.set.Add(change.CloseAsk{PhoneID: d.w.Phone.ID, Kind: ReportTalk, SubjectID: d.draft.ID, Why: "later", At: d.now})
	d.saveDraft()
	d.closeTalk()
	d.answer("saved", d.say(lang.ReportLater, "what", what))
}

// startOver asks before it drops anything.
func (d *decision) startOver(q report.Name) {
	d.settleBurst()
	d.open(startOverStep, formData{Return: q})
	d.answer("ask:start_over", d.say(lang.StartOverAsk, "what", d.about1(d.draft)))
}

func (d *decision) atStartOver(data formData) bool {
	h := d.w.Heard
	switch {
	case h.Digit == 1 || h.Command == understand.StartOver || h.Reply == understand.Yes:
		d.set.Add(change.ClearAnswers{ReportID: d.draft.ID})
		d.beginAnew()
		d.put(report.Organizer, report.Answer{State: report.Known, Words: d.who.Name, Value: d.who.Name})
		d.note(d.about, "report begun anew", "")
		d.reopen("")
		d.advance("")
	default:
		d.reopen(data.Return)
		if h.Digit != 0 || h.Reply == understand.No {
			d.restate(d.say(lang.StartOverKept))
			return true
		}
		return false // words and other commands meet the question that was open before
	}
	return true
}

// whatHere says what can be said at this question.
func (d *decision) whatHere(q report.Name) {
	f, ok := report.Find(q)
	if !ok {
		d.answer("help", d.say(lang.HelpReview))
		return
	}
	d.answer("help", d.say(lang.HelpForm, "explain", d.say(lang.Explain(string(f.Name)), "staff", d.staffNames(f.Name)), "ask", d.question(f)))
}
