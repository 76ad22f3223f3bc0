package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// TellsOfIllness reports whether a text tells of an illness of now, the writer's or one of the family's, and neither asks nor says that it
// is over, or of the home rather than of the day.
func TellsOfIllness(text string) bool {
	if len(text) > maxOthers || strings.ContainsAny(text, "?¿") {
		return false
	}
	p := " " + wordsOf(text) + " "
	return (lexicon.IllWords.In(p) || lexicon.InHospital.In(p)) && !lexicon.WellAgain.In(p) && !ComesAnyway(text)
}

// maxHospital is how many words a text has at most that says that somebody is in hospital.
const maxHospital = 18

// InHospital reports whether a text says that somebody, the writer, the one who is spoken of or one of the family, is in hospital now, and
// neither asks, nor denies it, nor says that it is over.
func InHospital(text string) bool {
	p := " " + wordsOf(text) + " "
	f := strings.Fields(p)
	from, _ := lexicon.InHospital.Find(text) // "... i cant think abt meetings" behind it denies nothing of it
	return len(f) <= maxHospital && lexicon.InHospital.In(p) && !lexicon.WellAgain.In(p) && !lexicon.Negators.Any(bare(text[:from])) &&
		!strings.ContainsAny(text, "?¿") && !ComesAnyway(text)
}

// MovedAway reports whether a text begins with a name and says that whoever has it has moved away: the phone is another's.
func MovedAway(text, name string) bool {
	p := " " + wordsOf(text) + " "
	f := strings.Fields(p)
	for len(f) > 1 && (lexicon.Articles.Has(f[0]) || lexicon.Titles.Has(f[0]) ||
		lexicon.Relations.Has(f[0]) || lexicon.Interjections.Has(f[0])) {
		f = f[1:] // "la señora rosa ya se fue pa mexico"
	}
	rest, ok := strings.CutPrefix(" "+strings.Join(f, " ")+" ", " "+wordsOf(name)+" ")
	return ok && len(text) <= maxOthers && !strings.ContainsAny(text, "?¿") && lexicon.MovedAway.Lead(rest) > 0
}
