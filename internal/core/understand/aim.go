package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// Aim is what a text to an open question of the report is for: it answers, or it is about the asking itself.
type Aim uint8

// The aims.
const (
	Answers   Aim = iota // what it says is an answer, or part of the story
	PutsOff              // the report is to wait: "can i do this tonight?", "voy manejando"
	AsksAgain            // what was asked is not clear: "wait what was the question"
	AsksUs               // a question to us that the record does not answer
	Ends                 // all is said: "that's it", "ya es todo"
	Unsays               // what was said before is not so: "oh wait the childcare info was for jo not maria"
)

const (
	// maxAside is how many words a text has at most that only puts off or asks what was asked.
	maxAside = 10
	// maxBusyNow is how many words a text has at most that says what its writer is doing, and tells later.
	maxBusyNow = 20
	// maxAskUs is how many a question to us has.
	maxAskUs = 18
	// maxAskedShort is how many one has without a mark that asks what suits somebody.
	maxAskedShort = 7
)

// AimOf reads it. A text that tells anything beside is an answer: its words are kept either way.
func AimOf(body string) Aim {
	f := strings.Fields(wordsOf(body))
	w := " " + strings.Join(f, " ") + " "
	switch {
	case len(f) == 0:
		return Answers
	case len(f) <= maxAside && lexicon.AsksWhatAsked.In(w):
		return AsksAgain
	case len(f) <= maxAside && !holdsOnFor(body) && (lexicon.PutsFormOff.In(w) || runsOff(w) || putsReportOff(f)) && !tellsOfThem(f):
		return PutsOff
	case busyNow(f):
		return PutsOff
	case len(f) <= maxAskUs && (asksOnly(body) || asksPlainly(f, body)):
		return AsksUs
	case NothingMore(body) && !Declines(body):
		return Ends
	case len(f) <= maxAskUs && Corrects(withoutOpening(body)) && lexicon.NegativeWords.Any(f) && !PromisesNothing(body) && !affirms(body) &&
		!lexicon.SaysIPromised.In(w) && !lexicon.SaysTheyWill.In(w):
		return Unsays
	}
	return Answers
}

// holdsOnFor reports whether a text that begins by holding on goes on with what is so: "hold on, her number changed its 206-555-0199".
func holdsOnFor(body string) bool {
	for _, p := range BehindJoins(body) {
		f := strings.Fields(wordsOf(p[1]))
		if w := wordsOf(p[0]); lexicon.PutsFormOff.Has(w) && len(f) > 2 && (lexicon.TheirOwn.Has(f[0]) || lexicon.ThirdSubjects.Has(f[0])) {
			return true
		}
	}
	_, phone := ParsePhone(body)
	return phone
}

// BeginsList reports whether a text numbers several things: "1. flyers 2. call her boss".
func BeginsList(body string) bool {
	f := strings.Fields(body)
	return len(f) > 3 && (f[0] == "1." || f[0] == "1)") && slices.ContainsFunc(f, func(w string) bool { return w == "2." || w == "2)" })
}

// runsOff reports whether words say that their writer has to go, and not what they go to do: "gotta run will do the rest tonight".
func runsOff(w string) bool {
	for _, off := range lexicon.RunsOff.Padded() {
		if _, after, ok := strings.Cut(w, off); ok {
			next, _, _ := strings.Cut(strings.TrimSpace(after), " ")
			return next == "" || lexicon.AfterRuns.Has(next)
		}
	}
	return false
}

// withoutOpening takes small words off the beginning of a text: "oh wait" is "wait".
func withoutOpening(s string) string {
	w, rest, more := strings.Cut(strings.TrimSpace(s), " ")
	if more && lexicon.Interjections.Has(bareWord(strings.ToLower(w))) {
		return withoutOpening(rest)
	}
	return s
}

// tellsOfThem reports whether words speak of a third person: "she'll do it later" answers.
func tellsOfThem(f []string) bool {
	subject := func(w string) bool { return lexicon.ThirdSubjects.Has(w) && w != "el" } // an article, in the midst
	for i, w := range f {
		if subject(w) && (i == 0 || !lexicon.WithWords.Has(f[i-1])) { // "sigo con ella" tells nothing of them
			return true
		}
	}
	return f[0] == "el" || lexicon.TaleBegins.Any(f[:1])
}

// asksOnly reports whether every sentence of a text is a question, with its mark, that begins as one.
func asksOnly(body string) bool {
	if !strings.HasSuffix(strings.TrimSpace(body), "?") {
		return false
	}
	all := sentencesOf(body)
	for _, s := range all {
		f := writtenOut(bare(s))
		for len(f) > 1 && (lexicon.Interjections.Has(f[0]) || lexicon.Laughter.Has(f[0]) || lexicon.TaleOpens.Has(f[0])) {
			f = f[1:]
		}
		if len(f) < 3 || !leadsToQuestion(f) && !IsQuestion(strings.Join(f, " ")) && (len(all) > 1 || guessesOrTells(f)) {
			return false
		}
	}
	return len(all) > 0
}

// BesideNothing is what an answer that says there is nothing tells beside that: of "no se comprometió a nada, lo platica con su marido" it
// is the second half, and of "not ready yet" all of it. It is for the notes: no word of it is lost.
func BesideNothing(s string) string {
	var kept []string
	for _, c := range clausesOf(s) {
		c = strings.Trim(c, " ,.;!")
		f := strings.Fields(wordsOf(c))
		if len(f) < 2 || Declines(c) || NothingMore(c) || deniesAll(f) || small(f, lexicon.NegativeWords) {
			continue
		}
		kept = append(kept, withoutJoin(c))
	}
	return strings.Join(kept, ", ")
}

// Laughs reports whether a text is laughter and nothing else.
func Laughs(s string) bool {
	f := strings.Fields(wordsOf(s))
	return len(f) > 0 && len(f) <= maxSmall && lexicon.Laughter.Any(f) && small(f, lexicon.Laughter)
}

// OfThirdPerson reports whether words are of somebody who is spoken of, or have no other subject: "he's on vacation", "out sick".
func OfThirdPerson(s string) bool {
	f := strings.Fields(wordsOf(s))
	return lexicon.ThirdSubjects.Any(f) || len(f) <= 3 && len(f) > 0 && !lexicon.ReasonLeads.Has(f[0])
}

// WithoutAway takes out what says of somebody by name that they are away, where another clause goes on: of "sam anda de vacaciones, mejor
// con kim el martes" it is "mejor con kim el martes". "" when nothing is left.
func WithoutAway(s string, names []string) string {
	var kept []string
	cut := false
	for _, c := range clausesOf(s) {
		if len(namedIn(c, names)) > 0 && SaysAway(c) {
			cut = true
			continue
		}
		kept = append(kept, strings.Trim(c, " ,"))
	}
	if !cut {
		return s
	}
	return strings.Join(kept, ", ")
}

// AnotherDeed reports whether words begin with something to do that is none of what was said before.
func AnotherDeed(s, said string) bool {
	f := strings.Fields(wordsOf(s))
	for len(f) > 1 && small(f[:1], lexicon.Interjections) {
		f = f[1:]
	}
	if len(f) < 3 || SharesWord(said, besideTimes(f)) {
		return false
	}
	_, spanish := infinitiveOf(f[0])
	if !spanish && !lexicon.DeedVerbs.Has(f[0]) {
		return false
	}
	own := 0
	for _, w := range f[1:] {
		if !small([]string{w}, lexicon.SomebodyOf) && lexicon.Look(w).Time == lexicon.NoList && !hasDigit(w) {
			own++
		}
	}
	return own > 0
}

// besideTimes joins words without those of time: "friday night" has nothing in common with "the night crew".
func besideTimes(f []string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(f), func(w string) bool { return lexicon.Look(w).Time != lexicon.NoList }), " ")
}

// GivesThem reports whether what is done is done for somebody: "llevarle las hojas", "send her the flyer".
func GivesThem(s string) bool {
	f := strings.Fields(wordsOf(s))
	for _, w := range f {
		for _, end := range lexicon.ObjectEnds.Words() {
			if verb, cut := strings.CutSuffix(w, end); cut && lexicon.Infinitives.Has(verb) {
				return true
			}
		}
	}
	return lexicon.SomebodyOf.Any(f)
}

// TellsOnly reports whether an answer tells of somebody, and of nothing that anybody does: "hes a vet, wants a ramp". It is no commitment.
func TellsOnly(s string) bool {
	f := strings.Fields(wordsOf(s))
	p := " " + strings.Join(f, " ") + " "
	if len(f) < 3 || lexicon.SaysTheyWill.In(p) || lexicon.SaysIPromised.In(p) || willDo(p) || comeTogether(f) {
		return false
	}
	for _, w := range f {
		if _, spanish := infinitiveOf(w); spanish || lexicon.DeedVerbs.Has(w) {
			return false
		}
	}
	if goesOn := lexicon.GoesOnTelling.Has(f[0]) || lexicon.GoesOnTelling.Has(f[len(f)-1]); goesOn && !lexicon.AskMeetings.Any(f) &&
		!lexicon.ComingVerbs.Any(f) { // "mold in the bedroom too"
		return true
	}
	for _, c := range clausesOf(s) {
		if words := strings.Fields(wordsOf(c)); beginsTale(c) || len(words) > 1 && lexicon.TellsOf.Has(words[0]) {
			return true
		}
	}
	return false
}

// comeTogether reports whether the one who is spoken of comes to something with others: "ella y su hermana van a la junta".
func comeTogether(f []string) bool {
	return len(f) > 4 && (lexicon.ThirdSubjects.Has(f[0]) || lexicon.FirstNames.Has(f[0])) && lexicon.Joins.Has(f[1]) &&
		(lexicon.AskMeetings.Any(f) || lexicon.ComingVerbs.Any(f[2:]))
}

// guessesOrTells reports whether a sentence with a question mark is a guess, or tells what somebody asked: "shes a nurse i think?", "she
// asked if we can come?".
func guessesOrTells(f []string) bool {
	return lexicon.GuessesAtIt.In(" "+strings.Join(f, " ")+" ") || lexicon.ToldOf.Any(f) || hasDigit(strings.Join(f, ""))
}

// asksPlainly reports whether a text without a mark asks us something of the writer's own: "do i have to do all of this".
func asksPlainly(f []string, body string) bool {
	if len(f) <= maxAskedShort && len(f) > 2 && lexicon.AskedShort.Has(f[0]) && lexicon.AskedGood.In(" "+strings.Join(f, " ")+" ") {
		return true // "whens good for her"
	}
	if n := len(f); n > 1 && lexicon.WhichWords.Has(f[0]) && OwnWords(f[1]) > 0 && (n <= 3 || n <= maxAskedShort &&
		lexicon.AskLeads.Has(f[2])) {
		return true // "which flyer"
	}
	return IsQuestion(body) && lexicon.Myself.Any(f[:min(len(f), 3)]) && !lexicon.ThirdSubjects.Any(f) && !lexicon.TheirOwn.Any(f)
}
