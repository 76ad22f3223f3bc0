package form

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/form/field"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// labelled files the labelled pieces of a text where they belong and returns what stands before them.
func labelled(t *turn.Turn, body string) (found bool, rest string) {
	last := ""
	for _, l := range understand.Fields(body, when.Context{At: t.Now(), Zone: t.Loc(), Mode: when.Report, Lang: t.Tag()}) {
		if l.Label == "" {
			rest = strings.TrimSpace(l.Words)
			continue
		}
		if l.Label == string(report.MetOn) {
			l.Label = dayOfLine(last)
		}
		last = l.Label
		f, ok := report.Find(report.Name(l.Label))
		words := strings.TrimSpace(l.Words)
		if !ok || words == "" {
			continue
		}
		found = true
		switch a, fits := field.Parse(t, f, words); {
		case none(f, words):
			t.Put(f.Name, report.Answer{State: report.None, Words: words})
		case fits:
			field.Take(t, f, a)
			dayBeside(t, f, words)
		default:
			t.Put(f.Name, report.Answer{State: report.Given, Words: words, NeedsReview: true})
		}
	}
	return found, rest
}

// dayOfLine is whose day a "Date:" is that follows a line, as on the paper form: that of the debrief, of a promise, else of the one-on-one.
func dayOfLine(label string) string {
	for _, f := range report.Form() {
		if label != "" && f.Shape == report.Day && string(f.Parent) == label {
			return string(f.Name)
		}
	}
	return string(report.MetOn)
}

// absorb files all it can of a text that comes with REPORT itself.
func absorb(t *turn.Turn, words string) {
	if found, rest := labelled(t, words); found {
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
	lookFor(t, words)
	if !understand.OnlyMeeting(words, when.Context{At: t.Now(), Zone: t.Loc(), Mode: when.Report, Lang: t.Tag()}) {
		addWords(t, report.Learned, words)
	}
}

// story files a report told in prose: only what the sentences about the meeting itself say is looked at for who and when, since the days in
// the others are of what is to come.
func story(t *turn.Turn, words string) {
	for _, piece := range understand.Story(words, staffFirsts(t)...) {
		f, ok := report.Find(report.Name(piece.Label))
		switch {
		case !ok:
			switch {
			case !t.Draft().Short():
				tellsWhen(t, piece.Words)
			case understand.OnlyOutcome(piece.Words), understand.OnlyReach(piece.Words):
				lookFor(t, piece.Words)
			default:
				lookFor(t, piece.Words)
				addWords(t, report.Learned, piece.Words)
			}
		case t.Draft().Answers[f.Name].State != report.Missing:
			addWords(t, f.Name, piece.Words)
			field.Interpret(t, f)
		case none(f, piece.Words):
			t.Put(f.Name, report.Answer{State: report.None, Words: piece.Words, Sources: t.Source()})
		default:
			if a, fits := field.Parse(t, f, piece.Words); fits {
				field.Take(t, f, a)
				dayBeside(t, f, piece.Words)
			} else {
				addWords(t, report.Learned, piece.Words)
			}
		}
	}
}

// storyHere files the whole of it when it is told at the question what was learned. More may come in the next text.
func storyHere(t *turn.Turn, f report.Field, body string) bool {
	if f.Name != report.Learned || !understand.IsStory(body) {
		return false
	}
	other := false
	for _, p := range understand.Story(body, staffFirsts(t)...) {
		other = other || p.Label != "" && p.Label != string(f.Name)
	}
	if !other {
		return false
	}
	t.Put(f.Name, report.Answer{})
	story(t, body)
	waitForMore(t)
	return true
}

// toldNow takes a text that tells of a talk that nobody planned: it is its report, and no plan.
func toldNow(t *turn.Turn) bool {
	told, _ := understand.ToldNow(t.Body())
	switch understand.OutcomeIn(t.Body()) {
	case understand.Missed, understand.NotMet, understand.Postponed, understand.Unsure:
		return false
	case understand.Met, understand.NoOutcome:
	}
	if slices.ContainsFunc(staffFirsts(t), func(s string) bool { return strings.EqualFold(s, phrase.FirstOf(t.Heard().Person)) }) {
		return false // a talk with the staff
	}
	if !told || t.Heard().Person == "" {
		return false
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

// staffFirsts are the first names of the staff: whom a debrief can be with.
func staffFirsts(t *turn.Turn) (out []string) {
	for _, p := range t.Staff() {
		out = append(out, p.First())
	}
	return out
}

// dayBeside takes the day of the debrief out of "debrief with Sam on Monday".
func dayBeside(t *turn.Turn, f report.Field, words string) []report.Name {
	if f.Name != report.StaffFollowUp {
		return nil
	}
	on, ok := t.SureDay(words)
	if !ok {
		return nil
	}
	t.Put(report.StaffOn, report.Answer{State: report.Given, Words: words, Value: on.String(), Sources: t.Source()})
	return []report.Name{report.StaffOn}
}

// lookFor finds who, when, phone and email in free words and fills the gaps they fit; never over an answer.
func lookFor(t *turn.Turn, words string) {
	fill(t, field.Read(t, words), "")
}

// fillGaps files what else the text held besides the answer to f and returns which fields those were.
func fillGaps(t *turn.Turn, f report.Field) []report.Name {
	switch f.Name {
	case report.MetOn, report.Contact, report.ContactPhone, report.ContactEmail:
		return fill(t, t.Heard(), f.Name)
	case report.StaffFollowUp:
		return dayBeside(t, f, t.Body())
	}
	return nil
}

func fill(t *turn.Turn, text understand.Text, but report.Name) (filled []report.Name) {
	set := func(n report.Name, words, value string) {
		f, _ := report.Find(n)
		s := t.Draft().Answers[n].State
		if n == but || value == "" || (s != report.Missing && s != report.Known) {
			return
		}
		field.Take(t, f, report.Answer{State: report.Given, Words: words, Value: value, Sources: t.Source()})
		filled = append(filled, n)
	}
	if r := text.When; r.HasDate() && !slices.Contains(r.Ask, "which") && !slices.Contains(r.Ask, "sure") &&
		when.DateOf(t.Now().In(t.Loc())).Compare(r.Date) >= 0 {
		set(report.MetOn, "", r.Date.String())
	}
	set(report.Contact, text.Person, text.Person)
	if len(text.Phones) <= 1 && !text.Phone.IsZero() {
		set(report.ContactPhone, text.Phone.Display(), text.Phone.E164())
	}
	set(report.ContactEmail, text.Email, text.Email)
	return filled
}
