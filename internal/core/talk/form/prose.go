package form

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/form/field"
	"github.com/reportback/reportback/internal/core/talk/form/stray"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// absorb files all it can of a text that comes with REPORT itself.
func absorb(t *turn.Turn, words string) {
	if lines, rest := field.Labelled(t, words); len(lines) > 0 {
		words = rest
	}
	switch {
	case words == "":
	case t.Draft().Short(), understand.IsStory(words): // who and when are known: all that is told is an answer
		story(t, words)
	default:
		tellsWhen(t, words)
	}
}

// tellsWhen takes who and when out of the sentence about the meeting itself; what it says beside that was learned.
func tellsWhen(t *turn.Turn, words string) {
	field.LookFor(t, words)
	if !understand.OnlyMeeting(words, when.Context{At: t.Now(), Zone: t.Loc(), Mode: when.Report, Lang: t.Tag()}) {
		field.AddWords(t, report.Learned, words)
	}
}

// story files a report told in prose: only what the sentences about the meeting itself say is looked at for who and when, since the days in
// the others are of what is to come.
func story(t *turn.Turn, words string) {
	for _, piece := range understand.Story(words, stray.Staff(t)...) {
		f, ok := report.Find(report.Name(piece.Label))
		if piece.Words = field.OthersAside(t, f, piece.Words); piece.Words == "" {
			continue
		}
		switch {
		case f.Name == report.StaffFollowUp && stray.StrangeIn(t, piece.Words):
		case f.Name == report.ContactPhone || understand.OnlyReach(piece.Words):
			if !field.TakesReach(t, piece.Words) { // of somebody else: "his number is 206-555-0177"
				field.AddWords(t, report.Learned, piece.Words)
			}
		case !ok:
			switch {
			case !t.Draft().Short():
				tellsWhen(t, piece.Words)
			case understand.OnlyOutcome(piece.Words):
				field.LookFor(t, piece.Words)
			default:
				field.LookFor(t, piece.Words)
				field.AddWords(t, report.Learned, piece.Words)
			}
		case t.Draft().Answers[f.Name].State != report.Missing:
			field.AddWords(t, f.Name, piece.Words)
			field.Interpret(t, f)
		case field.None(f, piece.Words):
			field.Nothing(t, f, piece.Words)
		default:
			if a, fits := field.Parse(t, f, piece.Words); fits {
				field.Take(t, f, a)
				field.DayBeside(t, f, piece.Words)
			} else {
				field.AddWords(t, report.Learned, piece.Words)
			}
		}
	}
}

// storyHere files the whole of it when it is told at the question what was learned. More may come in the next text.
func storyHere(t *turn.Turn, f report.Field, body string) bool {
	pieces := understand.Story(body, stray.Staff(t)...)
	other := slices.ContainsFunc(pieces, func(p understand.Labelled) bool { return p.Label != "" && p.Label != string(f.Name) })
	if f.Name != report.Learned || !other || !understand.IsStory(body) && len(pieces) < 2 {
		return false
	}
	t.Put(f.Name, report.Answer{})
	story(t, body)
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
	if !told || t.Heard().Person == "" {
		return false
	}
	if _, _, ahead := understand.PlannedInPassing(t.Body()); ahead && understand.Timed(t.Heard().When) {
		return false // what came of it is to be planned
	}
	first := phrase.FirstOf(t.Heard().Person)
	for _, m := range t.Unreported() {
		if strings.EqualFold(m.Contact.First(), first) {
			return false // that one was planned
		}
	}
	newReport(t, t.Body())
	return true
}
