package form

import (
	"slices"
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/form/field"
	"github.com/reportback/reportback/internal/core/talk/form/stray"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

const (
	// silence is how long the next question waits for more of an answer in words.
	silence = 20 * time.Second
	// explainEvery is at which asking again of a question that stands its answer is explained: every second time.
	explainEvery = 2
	// startOverStep is the question whether to begin anew.
	startOverStep report.Name = "start_over"
)

// formData is what the open question of a report must remember and no other row holds.
type formData struct {
	Prev    report.Name `json:"prev,omitempty"`    // the open field answered before this question: 'and ...' joins it
	Waiting bool        `json:"waiting,omitempty"` // an answer is coming in; the next question waits for silence
	Revisit bool        `json:"revisit,omitempty"` // an answer is there already: BACK or fix
	Return  report.Name `json:"return,omitempty"`  // where START OVER was asked
	Options []string    `json:"options,omitempty"` // what the digits of this question mean
	Sure    bool        `json:"sure,omitempty"`    // 1 confirms an odd day
	Stood   int         `json:"stood,omitempty"`   // how often it was asked again behind something else

	// Event is what is known of the time of an event that the commitment becomes: its hour is asked.
	Event *moment.Said `json:"event,omitempty"`
}

// inForm takes a text while a report's question is open: control words first, then an answer.
func inForm(t *turn.Turn) turn.Reply {
	if !takeUp(t, t.Conv().SubjectID) {
		return turn.Another
	}
	return hears(t)
}

// hears takes a text at the question of the report in hand.
func hears(t *turn.Turn) turn.Reply {
	data := turn.Data[formData](t)
	q := report.Name(t.Conv().Question)
	if understand.OnlyThanks(t.Body()) && q != report.ReviewStep && q != report.Rest && !data.Waiting {
		t.SetOutcome("thanks: kept in the thread")
		return turn.Taken
	}
	if mereReaction(t, q) {
		t.SetOutcome("a reaction: kept in the thread")
		return turn.Taken
	}
	if q == startOverStep {
		if atStartOver(t, data) {
			return turn.Taken
		}
		q, data = report.Name(t.Conv().Question), formData{}
	}
	if stray.PlansAnother(t) || stray.Another(t, q) {
		settleBurst(t)
		return turn.Another
	}
	stray.DebriefBehind(t, q)
	if ofItself(t, q, data) || strays(t, q, data) || !data.Waiting && joins(t, data, q) {
		return turn.Taken
	}
	return control(t, q, data)
}

// control does what a control word says at a question, mistyped or not; whatever is none is an answer.
func control(t *turn.Turn, q report.Name, data formData) turn.Reply {
	command, isNone := t.Heard().Command, false
	if command == understand.None && !data.Waiting {
		command, isNone = understand.Mistyped(t.Body())
	}
	if t.Heard().Command == understand.None && understand.SkipsIt(t.Body()) {
		command = understand.Skip
	}
	if command == understand.None && understand.AsksSoFar(t.Body()) {
		command = understand.SoFar
	}
	switch command {
	case understand.None:
		if !isNone || !saysNone(t, q) {
			answerIn(t, q, data)
		}
	case understand.Skip:
		skip(t, q, data)
	case understand.Next:
		settleBurst(t)
		advance(t, "")
	case understand.Back, understand.Undo:
		back(t, q, data)
	case understand.Fix:
		fix(t, t.Heard().Arg)
	case understand.Add:
		add(t, q, data)
	case understand.SoFar:
		soFar(t, "")
	case understand.Later:
		later(t)
	case understand.Done:
		return doneInForm(t, q, data)
	case understand.Web, understand.List: // done as if no question were open, which stays
		settleBurst(t)
		return turn.Another
	case understand.StartOver:
		startOver(t, q)
	case understand.What:
		whatHere(t, q)
	case understand.Report, understand.New:
		reportInForm(t)
	default:
		return commandOrWords(t, q, data)
	}
	return turn.Taken
}

// saysNone takes a mistyped NONE for the answer, where the question may have none.
func saysNone(t *turn.Turn, q report.Name) bool {
	f, ok := report.Find(q)
	if !ok || f.Shape == report.YesNo {
		return false
	}
	t.Put(f.Name, report.Answer{State: report.None, Words: t.Body(), Sources: t.Source()})
	advance(t, t.Say(lang.EchoNone))
	return true
}

// doneInForm: a DONE alone behind an answer in words, or where all the rest is asked for, says that this was all; any other is about what
// was promised, and the question stays.
func doneInForm(t *turn.Turn, q report.Name, data formData) turn.Reply {
	alone := strings.TrimSpace(t.Heard().Arg) == ""
	switch {
	case alone && q == report.Rest:
		t.Put(q, report.Answer{State: report.None, Words: t.Body(), Sources: t.Source()})
		advance(t, "")
		return turn.Taken
	case alone && data.Waiting:
		settleBurst(t)
		advance(t, "")
		return turn.Taken
	}
	settleBurst(t)
	return turn.Another
}

// mereReaction reports whether a text is a phone's reaction that answers nothing: a thumb answers a yes or no, and the words it quotes are
// ours.
func mereReaction(t *turn.Turn, q report.Name) bool {
	if _, _, ok := sms.Tapback(t.Body()); !ok {
		return false
	}
	f, _ := report.Find(q)
	answers := q == report.ReviewStep || q == startOverStep || f.Shape == report.YesNo || t.Draft().Answers[f.Name].State == report.Known
	return !answers || t.Heard().Reply == understand.NoReply
}

// commandOrWords: a command of another trade inside a form is refused kindly at a typed question, and taken as words at an open one.
func commandOrWords(t *turn.Turn, q report.Name, data formData) turn.Reply {
	if ordersOther(t) || q != report.FollowUps && field.TellsContact(t) { // what was promised may be told so
		settleBurst(t)
		return turn.Another
	}
	if f, ok := report.Find(q); ok && f.Shape == report.Open {
		answerIn(t, q, data)
		return turn.Taken
	}
	return turn.Another
}

// ordersOther reports whether a text moves or calls off a one-on-one to come, or one with somebody else whom it names and nothing beside:
// that answers no question.
func ordersOther(t *turn.Turn) bool {
	if c := t.Heard().Command; c != understand.Move && c != understand.CallOff {
		return false
	}
	toCome := slices.DeleteFunc(slices.Clone(t.Organized()), func(m world.Meet) bool { return m.Begun(t.Now()) })
	hits, named := t.Meant(t.Heard().Arg, toCome)
	return named && len(hits) > 0 ||
		understand.OnlyNamed(t.Heard().Arg) && !turn.Names(understand.Padded(t.Heard().Arg), field.ContactFirst(t))
}

// reportInForm: REPORT alone repeats the question; with a name it goes to that report or begins another.
func reportInForm(t *turn.Turn) {
	if strings.TrimSpace(t.Heard().Arg) == "" && t.Heard().Command == understand.Report {
		if len(t.Drafts()) > 1 {
			queueForChoice(t)
			return
		}
		settleBurst(t)
		advance(t, t.Say(lang.ReportResume, "what", t.About1(*t.Draft())))
		return
	}
	startReport(t)
}

func queueForChoice(t *turn.Turn) {
	settleBurst(t)
	t.SaveDraft()
	t.LetGo()
	askWhich(t)
}

// advance asks the next gap, or shows the review, behind a first sentence that says what was taken.
func advance(t *turn.Turn, first string) {
	f, ok := t.Draft().Gap()
	if !ok {
		if !askEvent(t, first) {
			review(t, first)
		}
		return
	}
	if f.Name == report.StaffFollowUp && len(t.Staff()) == 0 {
		t.Put(report.StaffFollowUp, report.Answer{State: report.None})
		advance(t, first)
		return
	}
	switch first = phrase.Join(first, field.NobodyCalled(t, f)); {
	case f.Name == report.StaffFollowUp && t.Draft().Short():
		askDebrief(t, first)
	case f.Name == report.Rest:
		askRest(t, first)
	default:
		ask(t, f, first, formData{Prev: lastOpen(t)})
	}
}

// ask opens the question for a field.
func ask(t *turn.Turn, f report.Field, first string, data formData) {
	if f.Shape == report.Day && f.Parent != "" {
		about, r := field.Undated(t, f)
		if opts, shown := field.Days(t, r); len(opts) > 1 {
			data.Options = opts
			open(t, f.Name, data)
			t.Answer("ask:"+string(f.Name), first, about, t.Say(lang.AskWhichDay, "options", strings.Join(shown, ", ")))
			return
		}
	}
	open(t, f.Name, data)
	words := question(t, f)
	// never twice in the same words
	if data.Stood > 0 && field.DueQuestion(t, f) == "" && slices.Contains(lang.AgainFields(), string(f.Name)) {
		words = t.Say(lang.Again(string(f.Name)), "who", field.ContactFirst(t))
		if data.Stood%explainEvery == 0 {
			words = t.Say(lang.Explain(string(f.Name)), "staff", field.StaffNames(t, f.Name))
		}
	}
	t.Answer("ask:"+string(f.Name), first, words)
}

// open makes q the phone's open question.
func open(t *turn.Turn, q report.Name, data formData) {
	t.AskReport(q, data)
	if q != startOverStep {
		t.Draft().Question = q
	}
	t.Add(change.CancelPlans{Subject: t.Subject(), Rule: reminder.NextQuestion, Reason: "asked"})
	field.Chase(t)
}

// question renders a field's question, with what is known in it.
func question(t *turn.Turn, f report.Field) string {
	if q := field.DueQuestion(t, f); q != "" {
		return q
	}
	a := t.Draft().Answers[f.Name]
	if f.Name == report.ContactPhone && a.State == report.Known {
		if mail := t.Draft().Answers[report.ContactEmail]; mail.Value != "" {
			return t.Say(lang.ConfirmKnown, "who", field.FullName(t), "phone", field.Shown(t, f, a), "email", mail.Value)
		}
		return t.Say(lang.ConfirmPhone, "who", field.FullName(t), "phone", field.Shown(t, f, a))
	}
	return t.Say(lang.Ask(string(f.Name)), "who", field.ContactFirst(t), "staff", field.StaffNames(t, f.Name))
}

// restate asks the open question again.
func restate(t *turn.Turn, first string) {
	q := report.Name(t.Conv().Question)
	data := turn.Data[formData](t)
	switch f, ok := report.Find(q); {
	case q == startOverStep:
		open(t, startOverStep, data)
		t.Answer("ask:start_over", first, t.Say(lang.StartOverAsk, "what", t.About1(*t.Draft())))
	case data.Waiting || !ok:
		settleBurst(t)
		advance(t, first)
	case data.Revisit:
		revisit(t, f, first)
	case q == report.Event && data.Event != nil:
		askEventAgain(t, data.Event, first)
	case q == report.Event:
		if !askEvent(t, first) {
			review(t, first)
		}
	case q == report.StaffFollowUp && t.Draft().Short():
		askDebriefAgain(t, data, first)
	default:
		ask(t, f, first, formData{Prev: data.Prev, Stood: data.Stood + 1})
	}
}
