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

// KeepsIllness reports whether a text tells of an illness of now and that its writer does not want to pass it on: they do not come. Who
// would talk on the phone, or come in a mask, is none: "got sent home w a fever, dont wanna give it to you", "no la quiero contagiar".
func KeepsIllness(text string) bool {
	p := Padded(text)
	from, to := lexicon.KeepsIllness.Find(text)
	return to > 0 && TellsOfIllness(text) && lexicon.Negators.Any(bare(text[:from])) && !lexicon.MaskWords.In(p) &&
		!lexicon.OnPhone.In(p) && !lexicon.ButWords.Any(strings.Fields(p))
}

// LeavesForOpen reports whether a text says that its writer goes away and that nobody knows when they are back: "me voy a yakima en la
// mañana no se cuando regreso".
func LeavesForOpen(text string) bool {
	return lexicon.BackUnknown.In(Padded(text)) && LeavesInLoss(text) && !strings.ContainsAny(text, "?¿")
}

// PutsMeetOff reports whether an organizer's words to somebody put what the two planned off, to no day that is named: "we'll find another
// day", "luego vemos".
func PutsMeetOff(words string) bool {
	return lexicon.PutsMeetOff.In(Padded(words)) && !strings.ContainsAny(words, "?¿") && !lexicon.SaysIf.Any(strings.Fields(Padded(words)))
}
