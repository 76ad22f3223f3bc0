package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// DoneToThem reports whether a next step is something that is done to whom it is about, by nobody who is named: "invitarla al training",
// "call her monday". "bring her sister" is theirs.
func DoneToThem(part string) bool {
	part = withoutStepLead(part)
	if hopedFor(part) {
		return true
	}
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
	return len(f) > 1 && (lexicon.DeedVerbs.Has(f[0]) || lexicon.ThingsToDo.Has(f[0]) || lexicon.Introduces.Has(f[0])) &&
		lexicon.SomebodyOf.Has(f[1]) && (len(f) == 2 || !lexicon.NameArticles.Has(f[1]) && (lexicon.AfterObject.Has(f[2]) || NamesTime(f[2])))
}

// hopedFor reports whether a next step is what its writer aims at, to which whom it is about gave no word: "es que venga a la junta", "is
// getting her to the training", "see if she wants to be a captain". What says that they will is their word: "que va a venir".
func hopedFor(step string) bool {
	f := bare(step)
	is := len(f) > 1 && lexicon.IsWords.Has(f[0])
	if is {
		f = f[1:]
	}
	p := " " + strings.Join(f, " ") + " "
	switch {
	case len(f) < 2, willDo(p), lexicon.SaysTheyWill.In(p):
		return false
	case lexicon.StepAims.Lead(p[1:]) > 0, is && lexicon.ThirdSubjects.Has(f[0]), is && strings.HasSuffix(f[0], "ing"):
		return true
	}
	return len(f) > 2 && lexicon.HasThem.Has(f[0]) && lexicon.SomebodyOf.Has(f[1]) &&
		(lexicon.AfterObject.Has(f[2]) || lexicon.DeedVerbs.Has(f[2]) || lexicon.ThingsToDo.Has(f[2]))
}

// withoutStepLead leaves out what says that a next step follows: of "el siguiente paso es que venga" it is "es que venga".
func withoutStepLead(words string) string {
	f := strings.Fields(words)
	for from := 0; from < min(2, len(f)); from++ {
		for n := min(3, len(f)-from-1); n > 0; n-- {
			if lexicon.SaysNextStep.Has(wordsOf(strings.Join(f[from:from+n], " "))) && (from == 0 ||
				lexicon.Articles.Has(bareWord(strings.ToLower(f[0])))) {
				return strings.Join(f[from+n:], " ")
			}
		}
	}
	return words
}

// SaysNextStep reports whether a text says itself that a next step follows: it puts no other answer right.
func SaysNextStep(body string) bool { return withoutStepLead(body) != body }

// WithoutIs leaves out what leads to what a next step is: of "es invitarla al training" it is "invitarla al training", of "el siguiente
// paso es que venga" it is "que venga".
func WithoutIs(words string) string {
	words = withoutStepLead(words)
	first, rest, more := strings.Cut(strings.TrimSpace(words), " ")
	if next, _, _ := strings.Cut(rest, " "); more && lexicon.IsWords.Has(bareWord(strings.ToLower(first))) &&
		(bornDeed(bareWord(strings.ToLower(next))) || lexicon.StepAims.Lead(rest+" ") > 0) {
		return rest
	}
	return words
}

// bornDeed reports whether a word is a thing to do by itself: "invitarla", "invite".
func bornDeed(w string) bool {
	_, spanish := infinitiveOf(w)
	return spanish || strings.HasSuffix(w, "ing") || lexicon.DeedVerbs.Has(w) || lexicon.ThingsToDo.Has(w) || lexicon.BareVerbLeads.Has(w)
}
