package form

import (
	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/form/stray"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
)

// aside takes what is said at a question and does not answer it: every answer in words passes here first. A report is put off, a question
// is asked again, and what asks us something is kept for staff; none of it becomes words of the report's own.
func aside(t *turn.Turn, q report.Name, data formData, body string) bool {
	f, ok := report.Find(q)
	_, dated := t.SureDay(body)
	switch aim := understand.AimOf(body); {
	case (aim == understand.AsksAgain || t.Heard().Reply == understand.WhoIsIt && understand.BareWord(body)) && !data.Waiting:
		whatHere(t, q)
	case aim == understand.PutsOff && (f.Shape != report.Day || !dated || understand.IsQuestion(body)):
		later(t)
	case (aim == understand.AsksUs || aim == understand.Unsays) && !data.Waiting && ok && q != report.StaffFollowUp && q != report.Event:
		restate(t, stray.Kept(t, body, aim == understand.Unsays))
	case aim == understand.Ends && data.Waiting:
		settleBurst(t)
		advance(t, "")
	default:
		return data.Waiting && understand.Laughs(body) // it waits on
	}
	return true
}

// strays hears what does not answer the question and belongs elsewhere; what is off the record of what was told before is taken out again.
func strays(t *turn.Turn, q report.Name, data formData) bool {
	if stray.OffRecord(t.Body()) && t.Heard().Command == understand.None {
		words := phrase.OrElse(stray.TakeOut(t), stray.Unwrite(t, q, data.Prev, data.Waiting))
		restate(t, t.Say(lang.OffRecord, "words", report.Excerpt(phrase.OrElse(words, t.Body()), 80)))
		return true
	}
	if understand.WantsFiled(t.Body()) && t.Heard().Command == understand.None && q != report.ReviewStep && t.Draft().ContactID != uuid.Nil {
		settleBurst(t)
		for f, more := t.Draft().Gap(); more; f, more = t.Draft().Gap() {
			t.Put(f.Name, report.Answer{State: report.Skipped})
		}
		advance(t, "")
		return true
	}
	if rest, out, ok := understand.OrdersOut(t.Body()); ok && t.Heard().Command == understand.None { // told and taken back at once
		if rest == "" {
			restate(t, t.Say(lang.OffRecord, "words", report.Excerpt(out, 80)))
			return true
		}
		t.Narrow(rest)
	}
	if understand.TakesOutOf(t.Body()) && t.Heard().Command == understand.None {
		if out := stray.TakeOut(t); out != "" {
			restate(t, t.Say(lang.AmendedDraft, "list", t.Say(lang.AmendedOut, "what", report.Excerpt(out, 60))))
			return true
		}
	}
	said, ok := stray.Hear(t, q)
	switch {
	case ok && !data.Revisit && t.Draft().Answers[q].State != report.Missing:
		settleBurst(t)
		advance(t, said)
	case ok:
		restate(t, said)
	}
	return ok
}
