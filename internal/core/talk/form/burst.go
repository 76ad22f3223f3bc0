package form

import (
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/form/field"
	"github.com/reportback/reportback/internal/core/talk/form/stray"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
)

// joins appends a text that belongs to the answer before: it begins like it, or it was under way when our question left.
func joins(t *turn.Turn, data formData, q report.Name) bool {
	f, ok := report.Find(data.Prev)
	prev := t.Draft().Answers[data.Prev]
	if !ok || f.Shape != report.Open || prev.State == report.Missing || q == startOverStep {
		return false
	}
	body, _ := understand.Afterthought(t.Body())
	if field.PutsNumberRight(t, t.Body()) {
		return false
	}
	if len(understand.Elsewhere(body)) > 0 && f.Name != report.Notes { // "and her email is x@y.org"
		return false
	}
	if !stray.GoesOn(t, q) {
		return false
	}
	into := stray.Of(f, body)
	field.AddWords(t, into.Name, body)
	field.Interpret(t, into)
	t.HeardNow()
	t.SetOutcome("joined to " + string(into.Name))
	added := ""
	if stray.SaysMore(t.Body()) {
		added = t.Say(lang.Added, "label", t.Say(lang.Label(string(into.Name))))
	}
	g, more := t.Draft().Gap()
	switch {
	case q == report.ReviewStep:
		review(t, added+"\n")
	case !data.Revisit && (!more || q != g.Name): // what joined has answered the open question too
		advance(t, added)
	case added != "": // a text that was under way when we asked gets no second asking
		restate(t, added)
	}
	return true
}

// settleBurst closes an answer in words that was still coming in.
func settleBurst(t *turn.Turn) {
	data := turn.Data[formData](t)
	if !data.Waiting {
		return
	}
	if f, ok := report.Find(report.Name(t.Conv().Question)); ok {
		field.Interpret(t, f)
	}
	data.Waiting = false
	t.Remember(data)
	t.Add(change.CancelPlans{Subject: t.Subject(), Rule: reminder.NextQuestion, Reason: "went on at once"})
}

// lastOpen returns the open field that was just answered, for texts that go on.
func lastOpen(t *turn.Turn) report.Name {
	if f, ok := report.Find(report.Name(t.Conv().Question)); ok && f.Shape == report.Open && t.Draft().Answers[f.Name].State == report.Given {
		return f.Name
	}
	return ""
}

// bare reports whether a text is nothing but a number, a letter, a yes or a laugh, which answers no question in words: it was meant for
// another, or slipped.
func bare(t *turn.Turn) bool {
	return t.Heard().Digit != 0 || t.Heard().Letter != "" || understand.Mumbles(t.Body())
}
