package form

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/form/stray"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
)

// storyHere files the whole of it when it is told at the question what was learned. More may come in the next text.
func storyHere(t *turn.Turn, f report.Field, body string) bool {
	pieces := understand.Story(body, stray.Staff(t)...)
	other := slices.ContainsFunc(pieces, func(p understand.Labelled) bool { return p.Label != "" && p.Label != string(f.Name) })
	if f.Name != report.Learned || !other || !understand.IsStory(body) && len(pieces) < 2 {
		return false
	}
	t.Put(f.Name, report.Answer{})
	stray.Story(t, body)
	waitForMore(t)
	return true
}

// toldNow takes a text that tells of a talk that nobody planned: it is its report, and no plan.
func toldNow(t *turn.Turn) bool {
	if understand.IsForm(t.Body()) {
		for _, m := range t.Unreported() {
			if turn.Names(understand.Padded(t.Body()), m.Contact.Name) {
				return t.Happened(fact.SaidMet{Meet: m, Words: t.Body()})
			}
		}
		newReport(t, t.Body())
		return true
	}
	told, _ := understand.ToldNow(t.Body())
	switch understand.OutcomeIn(t.Body()) {
	case understand.Missed, understand.NotMet, understand.Postponed, understand.Unsure:
		return false
	case understand.Met, understand.NoOutcome:
	}
	if slices.ContainsFunc(stray.Staff(t), func(s string) bool { return strings.EqualFold(s, phrase.FirstOf(t.Heard().Person)) }) {
		return false // a talk with the staff
	}
	who := phrase.OrElse(t.Heard().Person, t.LeadingContact()) // "maria and i met today"
	if !told || who == "" {
		return false
	}
	_, wishes := understand.MetAndWishes(t.Body())
	if _, _, ahead := understand.PlannedInPassing(t.Body()); ahead && understand.Timed(t.Heard().When) || wishes {
		return false // what came of it is to be planned
	}
	first := phrase.FirstOf(who)
	for _, m := range t.Unreported() {
		if strings.EqualFold(m.Contact.First(), first) {
			return false // that one was planned
		}
	}
	newReport(t, phrase.OrElse(t.LeadingContact(), t.Body()))
	return true
}
