package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// maxOthers bounds a sentence that is looked at: a longer one is a story.
const maxOthers = 200

// StopsForOther reports whether a text says that somebody else wants no texts from us: "she doesn't want us to contact her again", "no
// le escriban más a Rosa". The names are of those who may be meant.
func StopsForOther(text string, names []string) bool {
	for _, piece := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(".;!?\n", r) }) {
		if len(piece) <= maxOthers && stopsForOther(" "+wordsOf(piece)+" ", names) {
			return true
		}
	}
	return false
}

func stopsForOther(p string, names []string) bool {
	for _, n := range names {
		if n = wordsOf(n); len(n) > 1 {
			p = strings.ReplaceAll(strings.ReplaceAll(p, " "+n+" ", " her "), " "+n+"s ", " her ")
		}
	}
	if lexicon.OthersStopNot.In(p) {
		return false
	}
	return lexicon.OthersStop.In(p) || lexicon.NoMoreOf.In(p) && lexicon.WritesThem.In(p)
}

// WritesForAnother reports whether somebody else writes on the phone of the person we text: "this is her son".
func WritesForAnother(text string) bool {
	return len(text) <= maxOthers && lexicon.SpeaksForThem.In(" "+wordsOf(text)+" ")
}

// TellsOfDeath reports whether a text on the phone of somebody we text brings news of a death, or of somebody whom nobody can reach any
// more.
func TellsOfDeath(text string) bool {
	p := " " + wordsOf(text) + " "
	return len(text) <= 2*maxOthers && lexicon.SaysDied.In(p) && !lexicon.SaysDiedNot.In(p)
}

// TheyCome reads what a clause says of the coming of somebody whom it names: yes, no, or nothing.
func TheyCome(clause string) Reply {
	p := " " + wordsOf(clause) + " "
	switch {
	case lexicon.TheyCannot.In(p):
		return No
	case lexicon.TheyCan.In(p):
		return Yes
	}
	return NoReply
}

// WantsCall reports whether a text asks for a call instead of texts, or says that texting is not for its writer.
func WantsCall(text string) bool {
	p := " " + wordsOf(text) + " "
	return len(text) <= maxOthers && lexicon.WantsCall.In(p) && !lexicon.CallNot.In(p)
}

// WelcomesTexts reports whether a text says that texts are welcome after all.
func WelcomesTexts(text string) bool {
	p := " " + wordsOf(text) + " "
	return len(text) <= maxOthers && lexicon.CallAgain.In(p) && !strings.Contains(p, " not ") && !strings.Contains(p, " dont ") &&
		!strings.Contains(p, " no ")
}
