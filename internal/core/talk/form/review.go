package form

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/form/field"
	"github.com/reportback/reportback/internal/core/talk/form/stray"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
)

// review shows the whole report, numbered, and asks whether to file it.
func review(t *turn.Turn, first string) {
	open(t, report.ReviewStep, formData{Prev: lastOpen(t)})
	t.Answer("review", strings.TrimRight(first, "\n")+field.Review(t, first))
}

// atReview takes an answer to the review.
func atReview(t *turn.Turn, body string) {
	h := t.Heard()
	dated := h.When.HasDate() || h.When.HasClock // "wed works" answers somebody else
	if t.Said().Agrees() && !dated && !understand.ToldYes(body) && !understand.TellsBesideYes(body) ||
		understand.WantsFiled(body) || understand.LooksRight(body) ||
		understand.NothingMore(body) && h.Digit == 0 && (h.Reply != understand.No || len(strings.Fields(body)) > 1) { // "es todo"
		t.Happened(&fact.ToFile{})
		return
	}
	if lines, _ := field.Labelled(t, body); len(lines) > 0 {
		review(t, "")
		return
	}
	if h.Digit > 1 {
		if f, ok := report.Numbered(h.Digit); ok { // a bare line number is most likely meant as fix
			revisit(t, f, "")
			return
		}
	}
	if stray.SaysMore(body) { // more, without saying to what: the notes
		field.AddWords(t, report.Notes, body)
		review(t, t.Say(lang.Added, "label", t.Say(lang.Label(string(report.Notes)))))
		return
	}
	if pieces := understand.Details(understand.WithoutSorry(body)); len(pieces) > 0 && pieces[0].Label != "" && !bare(t) &&
		!understand.BeginsNotYet(body) {
		// "text only, no calls"
		field.Noted(t, pieces...)
		review(t, t.Say(lang.Added, "label", t.Say(lang.Label(pieces[0].Label))))
		return
	}
	if more := understand.AddsToShown(body); more != "" && h.Digit == 0 && !dated {
		field.AddWords(t, report.Notes, more)
		review(t, t.Say(lang.Added, "label", t.Say(lang.Label(string(report.Notes)))))
		return
	}
	if t.Conv().Tries > 0 { // not the same words twice
		review(t, "")
		return
	}
	open(t, report.ReviewStep, formData{Prev: turn.Data[formData](t).Prev})
	t.Retry()
	t.Answer("review", t.Say(lang.ReviewAgain))
}
