package form

import (
	"strings"

	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/form/field"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// matchEvent finds the event that a commitment is a word for: on the same day, and with words in common or plainly about coming.
func matchEvent(t *turn.Turn, words, dueOn string) (event.Event, bool) {
	low := strings.ToLower(words)
	var best event.Event
	score := 0
	for _, e := range t.Events() {
		if !e.Coming(t.Now()) {
			continue
		}
		s := 0
		if dueOn != "" && when.DateOf(e.StartsAt.In(t.Loc())).String() == dueOn {
			s += 2
			if attends(low) {
				s++
			}
		}
		s += 2 * shared(low, strings.ToLower(e.Title+" "+e.Name+" "+e.NameES))
		if dueOn != "" && when.DateOf(e.StartsAt.In(t.Loc())).String() != dueOn {
			s = 0 // another day was named
		}
		if s > score {
			best, score = e, s
		}
	}
	return best, score >= 3
}

// attends reports whether words say that somebody will come to something.
func attends(low string) bool {
	for _, w := range []string{
		"come", "attend", "be there", "join", "go to", "show up", "venir", "viene", "vendr", "asistir", "ir a",
		"va a ir", "llegar",
	} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// shared counts the words of some length that two texts have in common.
func shared(a, b string) int {
	n := 0
	for _, w := range strings.Fields(b) {
		if w = strings.Trim(w, ".,:;!"); len(w) > 3 && strings.Contains(a, w) {
			n++
		}
	}
	return n
}

// askEvent asks, before the review, whether the commitment is a word for an event; false when there is nothing to ask.
func askEvent(t *turn.Turn, first string) bool {
	a := t.Draft().Answers[report.Commitment]
	if a.State != report.Given || t.Draft().Answers[report.Event].State != report.Missing {
		return false
	}
	due := t.Draft().Answers[report.CommitmentDue].Value
	who := field.ContactFirst(t)
	if e, ok := matchEvent(t, a.Words, due); ok {
		open(t, report.Event, formData{Options: []string{e.ID.String()}})
		t.Answer("ask:event", first, t.Say(lang.EventAsk, "event", e.Called(t.Tag() == lang.Spanish), "when",
			when.Echo(t.Tag(), e.StartsAt.In(t.Loc()), t.Now()), "first", who))
		return true
	}
	at, ok := t.EventTime(a.Words, due)
	if !ok || !attends(strings.ToLower(a.Words)) {
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
