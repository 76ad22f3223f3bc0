package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// DonePart is one thing that a text says is done.
type DonePart struct {
	Words   []string // in plain letters
	Letters bool     // they are letters of a list: "A and B done"
	Debrief bool     // a talk with the staff was held
	done    bool     // it says so by a word: done, finished
	others  []string // the same, of somebody else: "ya habló con sus vecinas"
	verbs   []string // what was done, as verbs stand in what is to be done: "sent" is "send"
}

// DoneParts reads what a text says is done, sentence by sentence: "sent maria the flyer!", "done with the flyer", "debriefed w sam".
// What is to come, or was not done, is left out.
func DoneParts(body string) (out []DonePart) {
	if len(body) > 300 {
		return nil
	}
	for _, s := range clausesOf(body) {
		p := DonePart{Words: strings.Fields(wordsOf(s))}
		w := " " + strings.Join(p.Words, " ") + " "
		if lexicon.NotDone.In(w) || deniesDone(p.Words) {
			continue
		}
		already := lexicon.AlreadyDone.Any(p.Words)
		for _, x := range p.Words {
			if v, ok := infinitiveOf(x); ok && already && v != x { // "rosa ya hablo con sus vecinas"
				p.others = append(p.others, v)
			}
			p.done = p.done || lexicon.DoneWords.Has(x)
			for _, pair := range lexicon.DoneVerbs.Words() {
				if was, verb, _ := strings.Cut(pair, " "); was == x {
					p.verbs = append(p.verbs, verb)
				}
			}
		}
		p.Letters = p.done && !slices.ContainsFunc(p.Words, func(x string) bool {
			return len(x) > 1 && !lexicon.DoneWords.Has(x) && !lexicon.And.Has(x) && x != "and" && x != "are"
		})
		p.Debrief = lexicon.DebriefHeld.In(w) || p.done && lexicon.DebriefWords.In(w)
		if p.done || p.Debrief || len(p.verbs)+len(p.others) > 0 || p.OfThem() {
			out = append(out, p)
		}
	}
	return out
}

// toDone is how many words may stand between what denies that something is done and the word that would say so.
const toDone = 3

// deniesDone reports whether a clause says that something is not done: "el cartel no estaba listo".
func deniesDone(f []string) bool {
	for i, w := range f {
		if lexicon.NegativeWords.Has(w) && lexicon.DoneWords.Any(f[i+1:min(len(f), i+1+toDone)]) {
			return true
		}
	}
	return false
}

// clausesOf divides a text into clauses, but keeps the letters of a list together: "A and B done".
func clausesOf(body string) (out []string) {
	for _, s := range sentencesOf(body) {
		from := 0
		for _, cut := range clauseEnds(s) {
			if len(strings.TrimSpace(s[from:cut.From])) > 1 {
				out = append(out, s[from:cut.From])
				from = cut.To
			}
		}
		out = append(out, s[from:])
	}
	return out
}

// SaysDebrief reports whether it calls the talk with the staff by its name.
func (p DonePart) SaysDebrief() bool {
	return slices.ContainsFunc(p.Words, func(w string) bool { return lexicon.DebriefWords.Has(w) })
}

// OfOthers is the part as it is read of what somebody else was to do.
func (p DonePart) OfOthers() DonePart {
	p.verbs = slices.Concat(p.verbs, p.others)
	return p
}

// Finished reports whether it says so by a word: done, finished.
func (p DonePart) Finished() bool { return p.done }

// Short reports whether a text says in a few words that something is done, and hardly more.
func (p DonePart) Short() bool { return p.done && len(p.Words) <= 6 }

// Matches counts how much of what was to be done a part says: 0 when it may be something else. name is for whom it was.
func (p DonePart) Matches(what, name string) int {
	todo := strings.Fields(wordsOf(what))
	shared, verb := 0, false
	for _, w := range todo {
		verb = verb || slices.Contains(p.verbs, w)
		thing := len(w) > 3 || len(w) > 1 && !sentenceWord(w) && !lexicon.SomebodyOf.Has(w) && !NamesTime(w) // "call Jo"
		if thing && !lexicon.DeedVerbs.Has(w) && !lexicon.Infinitives.Has(w) && slices.ContainsFunc(p.Words,
			func(x string) bool { return x == w || len(w) > 3 && sameWord(x, w) }) {
			shared++
		}
	}
	if !verb && len(todo) > 0 {
		if v, ok := infinitiveOf(todo[0]); ok {
			verb = slices.Contains(p.verbs, v)
		}
		for _, w := range todo {
			if v, ok := infinitiveOf(w); ok && slices.Contains(p.verbs, v) {
				verb = true
			}
		}
	}
	if !verb && len(p.verbs) > 0 && !slices.ContainsFunc(todo, deedVerb) { // "unas bolsas"
		verb = true
	}
	whom := slices.ContainsFunc(p.Words, func(x string) bool { return lexicon.SomebodyOf.Has(x) }) ||
		name != "" && slices.Contains(p.Words, wordsOf(strings.SplitN(name, " ", 2)[0]))
	switch {
	case (p.done || verb) && shared > 0:
		return 1 + shared
	case verb && whom:
		return 1
	}
	return 0
}

// OfThem reports whether a part says that something is done that was somebody else's to do, without saying what: "mark that done for her",
// "she did it", "ya lo hizo".
func (p DonePart) OfThem() bool {
	w := " " + strings.Join(p.Words, " ") + " "
	return lexicon.DidTheirs.In(w) || len(p.Words) == 2 && lexicon.ThirdSubjects.Has(p.Words[0]) && p.Words[1] == "did"
}

// PutsDeedOff reports whether words put off something that is to be done: it is not done yet, or is to be done then.
func PutsDeedOff(body string) bool {
	w := " " + wordsOf(body) + " "
	return len(body) <= 120 && (lexicon.NotDoneYet.In(w) || lexicon.DoesItThen.In(w))
}

// deedVerb reports whether a word says what is to be done.
func deedVerb(w string) bool {
	_, spanish := infinitiveOf(w)
	return spanish || lexicon.DeedVerbs.Has(w)
}

// SaysSpoke reports whether a text tells that the speaker and somebody have spoken or met: not that they will, did not, or whether.
func SaysSpoke(body string) bool {
	w := " " + wordsOf(body) + " "
	return !IsQuestion(body) && !lexicon.NotDone.In(w) && !lexicon.Negators.Any(strings.Fields(w)) && lexicon.HasSpoken.In(w)
}

// OfOther reports whether what is done is told of somebody else, by its first word: "maria is done w chemo", "she finished school".
func (p DonePart) OfOther() bool {
	return len(p.Words) > 1 && (lexicon.FirstNames.Has(p.Words[0]) || lexicon.ThirdSubjects.Has(p.Words[0]))
}

// DidOwn reports whether a text says that its writer has done what they promised, and names it no further: "my promise, already did that",
// "lo mío ya lo hice".
func DidOwn(body string) bool {
	w := " " + wordsOf(body) + " "
	f := strings.Fields(leftOf(w, lexicon.OwnDeedSaid))
	for len(f) > 1 && (lexicon.BeginsMore.Has(f[0]) || lexicon.Interjections.Has(f[0])) {
		f = f[1:]
	}
	return lexicon.OwnDeedSaid.In(w) && DidJustThat(strings.Join(f, " "))
}

// DidJustThat reports whether a text says that something is done and names nothing: "did that already".
func DidJustThat(body string) bool {
	f := strings.Fields(wordsOf(body))
	if len(f) < 2 || len(f) > maxSmall || IsQuestion(body) || lexicon.NotDone.In(" "+strings.Join(f, " ")+" ") ||
		lexicon.ThirdSubjects.Any(f) {
		return false
	}
	return slices.ContainsFunc(f, lexicon.DidThat.Has) && small(slices.DeleteFunc(slices.Clone(f), func(w string) bool {
		return lexicon.DidThat.Has(w) || lexicon.AlreadyDone.Has(w) || lexicon.FirstSubjects.Has(w) || NamesTime(w)
	}), lexicon.ThatOne)
}
