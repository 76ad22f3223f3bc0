package form

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/form/field"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/settle"
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
	words, due, _ := settle.Coming(t)
	who := field.ContactFirst(t)
	if e, ok := field.MatchEvent(t, words, due); ok {
		open(t, report.Event, formData{Options: []string{e.ID.String()}})
		t.Answer("ask:event", first, t.Say(lang.EventAsk, "event", e.Called(t.Tag() == lang.Spanish), "when",
			when.Echo(t.Tag(), e.StartsAt.In(t.Loc()), t.Now()), "first", who))
		return true
	}
	said, ok := field.EventTime(t, words, due)
	if lexicon.CaseWords.Any(strings.Fields(understand.Padded(words))) { // a check-in would say it to whoever holds the phone
		return false
	}
	if !ok || !settle.Attends(words) || lexicon.AttendWords.Has(lexicon.Plain(settle.EventName(t, words))) {
		// "come by Friday" names nothing
		return false
	}
	open(t, report.Event, formData{Options: []string{newEvent}})
	t.Answer("ask:event", first, t.Say(lang.EventNew, "event", settle.EventName(t, words), "when", field.ShownTime(t, said)))
	return true
}

// newEvent is the option of making an event of the commitment.
const newEvent = "new"

// atNewEvent takes the answer to whether the commitment becomes an event, and at what time that is. An hour that nobody said is asked.
func atNewEvent(t *turn.Turn, data formData) {
	said, asked := data.Event, data.Event != nil
	if !asked {
		words, due, _ := settle.Coming(t)
		first, _ := field.EventTime(t, words, due)
		said = &first
	}
	agrees := !asked && t.Said().Agrees()
	switch {
	case asked && t.Heard().Digit > 0 && said.Hear(t.Body(), t.Heard(), t.Planning()):
	case !asked && !agrees && hourOpen(t): // "idk the time yet": it is asked for, and can be left open
	case !agrees && (t.Said().Declines() || understand.Declines(t.Body())):
		t.Put(report.Event, report.Answer{State: report.None, Sources: t.Source()})
		advance(t, "")
		return
	case asked && partOfDay(t):
		t.TriedOnce()
		t.Answer("ask:event", "", t.Say(lang.EventHourAgain))
		return
	case agrees, field.SaysWhen(t) && said.Hear(t.Body(), t.Heard(), t.Planning()):
	default:
		unclearEvent(t)
		return
	}
	at, ask := settle.Time(t, said)
	if ask == "" {
		t.Put(report.Event, report.Answer{State: report.Given, Value: settle.NewEvent(at.In(t.Loc())), Sources: t.Source()})
		advance(t, "")
		return
	}
	askEventHour(t, said, ask, "")
}

// partOfDay reports whether an answer says in which part of the day an event is, and no hour: asked for once more.
func partOfDay(t *turn.Turn) bool {
	return t.Conv().Tries == 0 && understand.HalfOfDay(t.Body()) != understand.NoHalf
}

// hourOpen reports whether whoever is asked about an event says only of its hour that it is not known, or in which part of the day it is.
func hourOpen(t *turn.Turn) bool {
	return t.Heard().Digit == 0 && (lexicon.Unsure.In(understand.Padded(t.Body())) || understand.HalfOfDay(t.Body()) != understand.NoHalf)
}

// askEventHour asks what is left of an event's time.
func askEventHour(t *turn.Turn, said *moment.Said, ask, first string) {
	if said.Clock == "" && len(said.Options) == 0 {
		day, _ := when.ParseDate(said.Date)
		words, _, _ := settle.Coming(t)
		ask = t.Say(lang.EventHour, "event", settle.EventName(t, words), "day", t.Day(day))
	}
	open(t, report.Event, formData{Options: []string{newEvent}, Event: said})
	t.Answer("ask:event", first, ask)
}

// askEventAgain asks once more for what is left of it.
func askEventAgain(t *turn.Turn, said *moment.Said, first string) {
	_, ask := settle.Time(t, said)
	askEventHour(t, said, ask, first)
}

// atEvent takes the answer to whether the commitment is a word for an event.
func atEvent(t *turn.Turn, data formData) {
	a := report.Answer{State: report.None, Sources: t.Source()}
	switch said := t.Said(); {
	case len(data.Options) == 1 && data.Options[0] == newEvent:
		atNewEvent(t, data)
		return
	case (said.Agrees() || understand.LooksRight(t.Body())) && len(data.Options) == 1:
		a.State, a.Value = report.Given, data.Options[0]
	case said.Declines(), understand.Declines(t.Body()):
	default:
		unclearEvent(t)
		return
	}
	t.Put(report.Event, a)
	advance(t, "")
}

// unclearEvent: what answers neither way is asked once more, then kept as words of the report.
func unclearEvent(t *turn.Turn) {
	if bare(t) && t.Conv().Tries == 0 {
		restate(t, "")
		t.TriedOnce()
		return
	}
	if lines, _ := field.Labelled(t, t.Body()); len(lines) == 0 {
		field.AddWords(t, report.Notes, t.Body())
		field.MarkIf(t, report.Notes, bare(t))
	}
	t.Put(report.Event, report.Answer{State: report.None, Sources: t.Source()})
	advance(t, "")
}

// hourOfEvent takes an hour that is said behind something to come to: "they'd come to the meeting dec 10", "6pm". false where nothing
// waits for one.
func hourOfEvent(t *turn.Turn, body string) bool {
	a := t.Draft().Answers[report.Commitment]
	if !field.HourAlone(t, body) || a.State != report.Given || !settle.Attends(a.Words) || understand.Times(a.Words, t.Planning()).HasClock {
		return false
	}
	a.Words += " " + body
	t.Put(report.Commitment, a)
	restate(t, t.Say(lang.Label(string(report.Commitment)))+": "+report.Excerpt(a.Words, 60)+".")
	return true
}
