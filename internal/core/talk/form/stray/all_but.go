package stray

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/form/field"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
)

// allBut hears, where the report is shown, that it is right but for one thing: "todo bien solo q no es jueves es el viernes lo de ella".
// What puts nothing right is one thing more.
func allBut(t *turn.Turn, q report.Name) (string, bool) {
	if q != report.ReviewStep {
		return "", false
	}
	if said := cleared(t, t.Body()); said != "" {
		return said, true
	}
	but := understand.AllBut(t.Body())
	if understand.IsQuestion(but) { // "all good but can i add something"
		return "", true
	}
	if but == "" {
		return "", false
	}
	if said := cleared(t, but); said != "" {
		return said, true
	}
	rest, theirs, own := understand.OfWhose(but)
	of := report.Notes
	switch {
	case theirs:
		of = report.Commitment
	case own:
		of = report.FollowUps
	}
	if said := field.LastDayRight(t, of, rest, true); said != "" {
		return t.Say(lang.AmendedDraft, "list", said), true
	}
	if said, more := field.InProse(t, but, true); len(said) > 0 {
		if more != "" {
			field.AddWords(t, report.Notes, more)
		}
		return t.Say(lang.AmendedDraft, "list", strings.Join(said, ", ")), true
	}
	if pieces := understand.Elsewhere(but); len(pieces) > 0 {
		return field.Noted(t, pieces...), true
	}
	if understand.OwnWords(but) == 0 {
		return "", false
	}
	field.AddWords(t, report.Notes, but)
	return t.Say(lang.Added, "label", t.Say(lang.Label(string(report.Notes)))), true
}

// cleared has nothing stand where somebody was said to do something: "change the promise to none". "" where the text wants none of that.
func cleared(t *turn.Turn, body string) string {
	theirs, own := understand.ClearsDeed(body)
	of := report.Commitment
	if own {
		of = report.FollowUps
	}
	if !theirs && !own || t.Draft().Answers[of].State != report.Given {
		return ""
	}
	t.Put(of, report.Answer{State: report.None, Words: body, Sources: t.Source()})
	if due, ok := field.DueField(of); ok {
		t.Put(due, report.Answer{})
	}
	return t.Say(lang.AmendedDraft, "list", t.Say(lang.Label(string(of)))+": "+strings.TrimRight(strings.ToLower(t.Say(lang.EchoNone)), "."))
}
