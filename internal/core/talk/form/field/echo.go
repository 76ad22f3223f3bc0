package field

import (
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
)

// Echo says what an answer was taken for.
func Echo(t *turn.Turn, f report.Field) string {
	a := t.Draft().Answers[f.Name]
	switch {
	case f.Name == report.Consent && a.Value == "yes":
		return t.Say(lang.ConsentYesShort) + "."
	case f.Name == report.Consent && a.Value == "no":
		return t.Say(lang.ConsentNoShort) + "."
	case f.Name == report.Consent:
		return t.Say(lang.ConsentNotAsked) + "."
	case a.State == report.None:
		return t.Say(lang.EchoNone)
	case f.Shape == report.Short, f.Name == report.Contact && t.Draft().Answers[report.ContactPhone].State == report.Known:
		return "" // the next question names the person and the number
	}
	return Value(t, f, a, 60) + "."
}

// Echoes tells what was taken besides the answer: nothing is filed unseen.
func Echoes(t *turn.Turn, names []report.Name) string {
	parts := make([]string, 0, len(names))
	for _, n := range names {
		if f, ok := report.Find(n); ok {
			parts = append(parts, Echo(t, f))
		}
	}
	return phrase.Join(parts...)
}
