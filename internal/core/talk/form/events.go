package form

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/form/field"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// askEvent asks, before the review, whether the commitment is a word for an event; false when there is nothing to ask.
func askEvent(t *turn.Turn, first string) bool {
	a := t.Draft().Answers[report.Commitment]
	if a.State != report.Given || t.Draft().Answers[report.Event].State != report.Missing {
		return false
	}
	due := t.Draft().Answers[report.CommitmentDue].Value
	who := field.ContactFirst(t)
	if e, ok := field.MatchEvent(t, a.Words, due); ok {
		open(t, report.Event, formData{Options: []string{e.ID.String()}})
		t.Answer("ask:event", first, t.Say(lang.EventAsk, "event", e.Called(t.Tag() == lang.Spanish), "when",
			when.Echo(t.Tag(), e.StartsAt.In(t.Loc()), t.Now()), "first", who))
		return true
	}
	at, ok := t.EventTime(a.Words, due)
	if !ok || !field.Attends(strings.ToLower(a.Words)) {
		return false
	}
	open(t, report.Event, formData{Options: []string{"new"}})
	t.Answer("ask:event", first, t.Say(lang.EventNew, "event", turn.EventName(a.Words, at), "when", when.Echo(t.Tag(), at, t.Now())))
	return true
}

// atEvent takes the answer to whether the commitment is a word for an event.
func atEvent(t *turn.Turn, data formData) {
	a := report.Answer{State: report.None, Sources: t.Source()}
	switch said := t.Said(); {
	case said.Agrees() && len(data.Options) == 1:
		a.State, a.Value = report.Given, data.Options[0]
	case said.Declines(), understand.Declines(t.Body()):
	case bare(t) && t.Conv().Tries == 0 && askEvent(t, ""):
		t.TriedOnce()
		return
	default:
		if found, _ := labelled(t, t.Body()); !found {
			addWords(t, report.Notes, t.Body())
			markIf(t, report.Notes, bare(t))
		}
	}
	t.Put(report.Event, a)
	advance(t, "")
}
