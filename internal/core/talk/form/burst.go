package form

import (
	"strings"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/form/field"
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
	body := t.Body()
	if len(understand.Elsewhere(body)) > 0 && f.Name != report.Notes { // "and her email is x@y.org"
		return false
	}
	if !goesOn(t, q) {
		return false
	}
	field.AddWords(t, data.Prev, body)
	field.Interpret(t, f)
	t.HeardNow()
	t.SetOutcome("joined to " + string(data.Prev))
	added := ""
	if beginsWithAnd(body) {
		added = t.Say(lang.Added, "label", t.Say(lang.Label(string(data.Prev))))
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

// goesOn reports whether a text belongs to what was said before our question: it says so, or it was under way when we asked.
func goesOn(t *turn.Turn, q report.Name) bool {
	h := t.Heard()
	if beginsWithAnd(t.Body()) {
		return h.Command == understand.None || h.Command == understand.Add
	}
	return t.Now().Sub(t.Conv().AskedAt) < underWay && h.Command == understand.None && h.Digit == 0 && !fits(t, q)
}

// beginsWithAnd reports whether a text says itself that it goes on: and, also, +, y, también.
func beginsWithAnd(body string) bool {
	b := strings.ToLower(strings.TrimSpace(body))
	if strings.HasPrefix(b, "+") && len(b) > 1 && (b[1] < '0' || b[1] > '9') {
		return true
	}
	n := lexicon.BeginsMore.Lead(b)
	return n > 0 && n < len(b)
}

// fits reports whether a text is a fitting answer to a typed question.
func fits(t *turn.Turn, q report.Name) bool {
	f, ok := report.Find(q)
	if !ok || f.Shape == report.Open {
		return false
	}
	if understand.Declines(t.Body()) {
		return true
	}
	if f.Shape == report.Short {
		return len(strings.Fields(t.Body())) <= 3
	}
	_, ok = field.Parse(t, f, t.Body())
	return ok
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
