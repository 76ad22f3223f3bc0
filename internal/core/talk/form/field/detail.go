package field

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
)

// FileDetail puts a part of what was told where it belongs, behind what is there; what belongs nowhere goes to the notes.
func FileDetail(t *turn.Turn, p understand.Labelled) report.Name {
	f, ok := report.Find(report.Name(p.Label))
	if f.Name == report.FollowUps {
		p.Words = understand.PromiseAlone(p.Words)
	}
	if f.Name == report.NextSteps {
		p.Words = understand.WithoutIs(p.Words)
	}
	if !ok {
		AddWords(t, report.Notes, p.Words)
		return report.Notes
	}
	if phone := Read(t, p.Words).Phone; f.Name == report.ContactPhone && !phone.IsZero() && ofSomebodyElse(t, p.Words, phone) {
		AddWords(t, report.Notes, p.Words) // "her sister lupe might want in too, 206-555-0188"
		return report.Notes
	}
	if p.Words = OthersAside(t, f, p.Words); p.Words == "" {
		return report.Learned
	}
	if None(f, p.Words) { // "and I didn't promise anything"
		Nothing(t, f, p.Words)
		return f.Name
	}
	old := t.Draft().Answers[f.Name].State
	if a, fits := Parse(t, f, p.Words); fits && (old != report.Given || f.Shape != report.Open && f.Shape != report.Short) {
		Take(t, f, a)
		DayBeside(t, f, p.Words)
		return f.Name
	}
	AddWords(t, f.Name, p.Words)
	Interpret(t, f)
	return f.Name
}

// Nothing writes that there is nothing to a field; what is said beside that goes to the notes, so that it is seen.
func Nothing(t *turn.Turn, f report.Field, words string) {
	t.Put(f.Name, report.Answer{State: report.None, Words: words, Sources: t.Source()})
	if beside := understand.BesideNothing(words); beside != "" {
		AddWords(t, report.Notes, beside)
	}
}

// Noted puts what answers another question where it belongs and says so.
func Noted(t *turn.Turn, pieces ...understand.Labelled) string {
	var noted []string
	for _, p := range pieces {
		g, _ := report.Find(FileDetail(t, p))
		is := Value(t, g, t.Draft().Answers[g.Name], 50)
		if g.Shape == report.Open {
			is = report.Excerpt(p.Words, 50)
		}
		noted = append(noted, t.Say(lang.Label(string(g.Name)))+": "+strings.TrimSuffix(is, ".")+".")
	}
	return phrase.Join(noted...)
}
