package form

import (
	"strings"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/form/field"
	"github.com/reportback/reportback/internal/core/talk/form/stray"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// skip leaves a question out; at a question that has an answer already it keeps that answer: nothing is lost by one thumb.
func skip(t *turn.Turn, q report.Name, data formData) {
	switch f, ok := report.Find(q); {
	case !ok: // the review: nothing to skip
		review(t, "")
	case data.Waiting || data.Revisit:
		settleBurst(t)
		advance(t, "")
	default:
		t.Put(f.Name, report.Answer{State: report.Skipped})
		if f.Name == report.ContactPhone && t.Draft().Answers[report.ContactEmail].State == report.Known {
			field.KeepKnown(t, report.ContactEmail)
		}
		advance(t, t.Say(lang.EchoSkipped))
	}
}

// back goes to the question before.
func back(t *turn.Turn, q report.Name, data formData) {
	if data.Waiting {
		if f, ok := report.Find(q); ok { // what came in so far is kept until it is replaced
			settleBurst(t)
			revisit(t, f, "")
			return
		}
	}
	prev, ok := t.Draft().Before(q)
	if !ok {
		restate(t, t.Say(lang.NothingBefore))
		return
	}
	revisit(t, prev, "")
}

// answersSince reports whether what the report was told last is an answer, which BACK takes up again: then that is what is taken back.
func answersSince(t *turn.Turn, _ fact.TakeBack) bool {
	if t.Conv().Kind != world.ReportTalk || !takeUp(t, t.Conv().SubjectID) {
		return false
	}
	prev, ok := t.Draft().Before(report.Name(t.Conv().Question))
	if ok = ok && prev.Name != report.Contact && prev.Name != report.MetOn; ok {
		revisit(t, prev, "")
	}
	return ok
}

// revisit asks a field again that has an answer.
func revisit(t *turn.Turn, f report.Field, first string) {
	a := t.Draft().Answers[f.Name]
	if a.State == report.Missing {
		ask(t, f, first, formData{})
		return
	}
	open(t, f.Name, formData{Revisit: true})
	if a.State == report.None || a.State == report.Skipped { // there is no value to show
		t.Answer("ask:"+string(f.Name), first, question(t, f))
		return
	}
	t.Answer("ask:"+string(f.Name), first, t.Say(lang.FixNow, "label", t.Say(lang.Label(string(f.Name))), "value", field.Value(t, f, a, 80)))
}

// fix goes to a line of the form by number or name, and takes a new value at once when one follows.
func fix(t *turn.Turn, arg string) {
	settleBurst(t)
	f, rest, ok := field.Line(arg)
	if !ok {
		restate(t, t.Say(lang.FixWhich))
		return
	}
	if rest == "" {
		revisit(t, f, "")
		return
	}
	if a, ok := field.Parse(t, f, rest); ok {
		field.Take(t, f, a)
		advance(t, stray.Fixed(t, f, rest))
		return
	}
	revisit(t, f, t.Say(lang.Explain(string(f.Name)), "staff", field.StaffNames(t, f.Name)))
}

// add puts more words to the answer in words that is open or was last, else to the notes.
func add(t *turn.Turn, q report.Name, data formData) {
	words := strings.TrimSpace(t.Heard().Arg)
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
			revisit(t, tf, "")
		}
		return
	}
	field.AddWords(t, target, words)
	if data.Waiting && target == q {
		waitForMore(t)
		return
	}
	tf, _ := report.Find(target)
	field.Interpret(t, tf)
	restate(t, t.Say(lang.Added, "label", t.Say(lang.Label(string(target)))))
}

// soFar shows what the report has, with what is said behind it, and asks on.
func soFar(t *turn.Turn, behind string) {
	settleBurst(t)
	lines := field.Lines(t, *t.Draft(), field.MostReview-1)
	first := t.Say(lang.SoFar) + "\n" + strings.Join(lines, "\n")
	if len(lines) == 0 {
		first = t.Say(lang.SoFarNothing)
	}
	if behind != "" {
		first += "\n" + behind
	}
	f, more := report.Find(report.Name(t.Conv().Question))
	if !more {
		review(t, "")
		return
	}
	if t.Draft().Answers[f.Name].State == report.Given {
		if g, ok := t.Draft().Gap(); ok {
			f = g
		} else {
			review(t, "")
			return
		}
	}
	if f.Name == report.StaffFollowUp && t.Draft().Short() {
		askDebriefAgain(t, turn.Data[formData](t), first+"\n")
		return
	}
	open(t, f.Name, formData{Prev: turn.Data[formData](t).Prev})
	t.Answer("so_far", first+"\n"+question(t, f))
}

// later lays the draft aside: REPORT goes on with it at the same question, whenever that is.
func later(t *turn.Turn) {
	if t.Heard().Arg != "" && t.Happened(fact.PutOff{Arg: t.Heard().Arg}) {
		return // of something else
	}
	settleBurst(t)
	what := t.About1(*t.Draft())
	if g, ok := t.Draft().Gap(); ok {
		t.Draft().Question = g.Name
	}
	field.Chase(t)
	t.Add(change.CloseAsk{PhoneID: t.Phone().ID, Kind: world.ReportTalk, SubjectID: t.Draft().ID, Why: "later", At: t.Now()})
	t.SaveDraft()
	t.CloseTalk()
	t.Answer("saved", t.Say(lang.ReportLater, "what", what))
}

// startOver asks before it drops anything.
func startOver(t *turn.Turn, q report.Name) {
	settleBurst(t)
	open(t, startOverStep, formData{Return: q})
	t.Answer("ask:start_over", t.Say(lang.StartOverAsk, "what", t.About1(*t.Draft())))
}

func atStartOver(t *turn.Turn, data formData) bool {
	h := t.Heard()
	switch said := t.Said(); {
	case said.Agrees() || h.Command == understand.StartOver:
		t.Add(change.ClearAnswers{ReportID: t.Draft().ID})
		t.BeginAnew()
		t.Put(report.Organizer, report.Answer{State: report.Known, Words: t.Who().Name, Value: t.Who().Name})
		if m, ok := t.MeetByID(t.Draft().MeetingID); ok { // who was met, and when, is no answer
			field.OfMeet(t, m)
		}
		t.Note(t.Subject(), change.ReportBegunAnew, "")
		t.Reopen("")
		advance(t, "")
	default:
		t.Reopen(data.Return)
		if said != turn.SomethingElse {
			restate(t, t.Say(lang.StartOverKept))
			return true
		}
		return false // words and other commands meet the question that was open before
	}
	return true
}

// whatHere says what can be said at this question.
func whatHere(t *turn.Turn, q report.Name) {
	f, ok := report.Find(q)
	switch {
	case !ok:
		t.Answer("help", t.Say(lang.HelpReview))
		return
	case q == report.Event: // its question says itself what can be answered
		restate(t, "")
		return
	}
	t.Answer("help", t.Say(lang.HelpForm, "explain", t.Say(lang.Explain(string(f.Name)), "staff", field.StaffNames(t, f.Name)), "ask",
		question(t, f)))
}
