package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// DoneToThem reports whether a next step is something that is done to whom it is about, by nobody who is named: "invitarla al training",
// "call her monday". "bring her sister" is theirs.
func DoneToThem(part string) bool {
	f := bare(WithoutIs(part))
	for len(f) > 1 && lexicon.Look(f[0]).In(lexicon.DeedMarks) && !lexicon.ThirdSubjects.Has(f[0]) && len(f[0]) <= 2 {
		f = f[1:]
	}
	if len(f) == 0 {
		return false
	}
	for _, end := range lexicon.ObjectEnds.Words() {
		if verb, cut := strings.CutSuffix(f[0], end); cut && (lexicon.Infinitives.Has(verb) || lexicon.ThingsToDo.Has(verb)) {
			return true
		}
	}
	return len(f) > 1 && (lexicon.DeedVerbs.Has(f[0]) || lexicon.ThingsToDo.Has(f[0]) || lexicon.Introduces.Has(f[0])) && lexicon.SomebodyOf.Has(f[1]) &&
		(len(f) == 2 || !lexicon.NameArticles.Has(f[1]) && (lexicon.AfterObject.Has(f[2]) || NamesTime(f[2])))
}

// WithoutIs leaves out the "is" before what a next step is: of "es invitarla al training" it is "invitarla al training".
func WithoutIs(words string) string {
	first, rest, more := strings.Cut(strings.TrimSpace(words), " ")
	if next, _, _ := strings.Cut(rest, " "); more && lexicon.IsWords.Has(bareWord(strings.ToLower(first))) && bornDeed(bareWord(strings.ToLower(next))) {
		return rest
	}
	return words
}

// bornDeed reports whether a word is a thing to do by itself: "invitarla", "invite".
func bornDeed(w string) bool {
	_, spanish := infinitiveOf(w)
	return spanish || lexicon.DeedVerbs.Has(w) || lexicon.ThingsToDo.Has(w) || lexicon.BareVerbLeads.Has(w)
}
