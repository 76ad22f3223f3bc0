package stray

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/form/field"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
)

// putsLine has a line of the report say what a text wants it to, which calls the line by its name: "cambia lo q aprendí, pon q quiere
// arreglar el techo".
func putsLine(t *turn.Turn, q report.Name) (string, bool) {
	line, words, instead := understand.PutsLine(t.Body())
	if line == "" && q == report.ReviewStep {
		line, words = understand.LineShouldBe(t.Body())
		instead = line != ""
	}
	if changed := understand.ChangedTo(t.Body()); line == "" && (q == report.ReviewStep || q == report.Rest) &&
		understand.OwnWords(phrase.WithoutTimes(changed, t.Planning())) > 0 {
		if line, words, instead = onlyInWords(t), changed, true; line == "" {
			return t.Say(lang.FixWhich), understand.ToldInstead(t.Body()) != ""
		}
	}
	f, ok := report.Find(report.Name(line))
	if !ok || heardThere(f.Name) || heardThere(q) && !atDebrief(q) {
		return "", false
	}
	was := t.Draft().Answers[f.Name]
	if f.Name == q && was.State != report.Given { // it answers what is asked
		t.Narrow(words)
		return "", false
	}
	a, fits := field.Parse(t, f, words)
	if !fits {
		return "", false
	}
	if !instead && was.State == report.Given && f.Shape == report.Open {
		field.AddWords(t, f.Name, words)
		field.Interpret(t, f)
		return t.Say(lang.Added, "label", t.Say(lang.Label(string(f.Name)))), true
	}
	field.Take(t, f, a)
	said := t.Say(lang.Label(string(f.Name))) + ": " + strings.TrimRight(report.Excerpt(words, 60), ". ")
	return t.Say(lang.AmendedDraft, "list", said), true
}

// onlyInWords is the line of the report that alone is answered in words; "" where several are, or none.
func onlyInWords(t *turn.Turn) (line string) {
	for _, f := range report.Form() {
		if f.Shape != report.Open || t.Draft().Answers[f.Name].State != report.Given || f.Name == report.Rest {
			continue
		}
		if line != "" {
			return ""
		}
		line = string(f.Name)
	}
	return line
}
