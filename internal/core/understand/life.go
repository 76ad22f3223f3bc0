package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// mostToFeeling is before how many words at most a clause says what somebody feels.
const mostToFeeling = 5

// FeelingTold reports whether a text tells of what somebody is afraid, or at whom they are angry, and at most what others did beside it:
// "shes scared of her supervisor, he cut her hrs after she talked to us", "tiene miedo de que la corran". What somebody will do is none.
func FeelingTold(body string) bool {
	told := false
	for _, c := range Clauses(body) {
		p := strings.ReplaceAll(Padded(c), "'", "")
		f := strings.Fields(p)
		feels := lexicon.FeelsOf.In(" " + strings.Join(f[:min(len(f), mostToFeeling)], " ") + " ")
		if lexicon.SaysTheyWill.In(p) || willDo(p) || aheadDeed(f) || iDo(f) || lexicon.ComeTo.In(p) || lexicon.ComingVerbs.Any(f) ||
			lexicon.ButWords.Any(f) || Subjectless(c) || !feels && (slices.ContainsFunc(f, isWeekday) || lexicon.DeedVerbs.Any(f[:min(len(f), 1)])) {
			return false
		}
		told = told || feels
	}
	return told && !IsQuestion(body) && !lexicon.OwnSubjects.Has(firstWordOf(wordsOf(body)))
}

// LifeAlone reports whether words tell how somebody lives, and nothing that they will do: "mold in the bedroom, kid has asthma", "two
// jobs, no car", "3 hijos, el esposo trabaja de noche". It goes by how each clause begins.
func LifeAlone(body string) bool {
	clauses := Clauses(body)
	for _, c := range clauses {
		f := bare(c)
		for len(f) > 1 && (lexicon.Articles.Has(f[0]) || lexicon.TheirPlaces.Has(f[0]) || onlyDigits(f[0]) || lexicon.CountWords.Has(f[0]) ||
			lexicon.No.Has(f[0])) {
			f = f[1:]
		}
		if len(f) == 0 || lexicon.DeedSigns.Any(f) ||
			!lexicon.CaseWords.Has(f[0]) && !lexicon.Kin.Has(f[0]) && !lexicon.LifeNouns.Has(f[0]) {
			return false
		}
	}
	return len(clauses) > 0 && len(bare(body)) > 1 && !IsQuestion(body)
}

// ThingByDay reports whether words, without what joins them to others, name a thing and a day for it, and nobody who does something:
// "also a ride to the hearing on the 15th".
func ThingByDay(body string) bool {
	words := strings.ToLower(strings.TrimSpace(body))
	for n := lexicon.BeginsMore.Lead(words); n > 0; n = lexicon.BeginsMore.Lead(words) {
		words = words[n:]
	}
	f := bare(words)
	if len(f) > 1 && (lexicon.Articles.Has(f[0]) || lexicon.OneArticles.Has(f[0])) {
		f = f[1:]
	}
	return len(f) > 1 && lexicon.LentThings.Has(f[0]) && (NamesTimeIn(f) || slices.ContainsFunc(f, hasDigit)) &&
		!SpeaksOfThem(strings.Join(f[1:], " ")) && !lexicon.IsWords.Any(f)
}

// SaysOfTalk reports whether words tell what somebody third said in the talk: "but she said shes down to come", "me dijo q si viene".
func SaysOfTalk(body string) bool {
	return lexicon.SaidInTalk.In(Padded(body)) && !IsQuestion(body) && OutcomeIn(body) == NoOutcome
}

// PromisedToo is what words say, behind a yes at most, that their writer promised: of "ah si, le prometi pasarle el contacto" it is
// "pasarle el contacto". "" where they say no such thing.
func PromisedToo(body string) string {
	f := strings.Fields(body)
	for len(f) > 2 {
		w := strings.Join(bare(f[0]), "")
		if !lexicon.Interjections.Has(w) && !lexicon.Yes.Has(w) && !lexicon.YesMildly.Has(w) && !lexicon.Joins.Has(w) &&
			!lexicon.SiIsYes.Has(w) && !lexicon.HoldsOn.Has(w) {
			break
		}
		f = f[1:]
	}
	rest := strings.Join(f, " ")
	n := lexicon.PromisedWords.Lead(rest)
	if n == 0 || len(f) < 4 || IsQuestion(body) || lexicon.Negators.Any(bare(rest)) {
		return ""
	}
	return strings.TrimSpace(rest[n:])
}
