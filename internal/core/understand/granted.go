package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// ToldYes reports whether the yes of a text is one that its writer told somebody else: "le dije que sí" agrees to nothing that is asked
// here.
func ToldYes(body string) bool { return lexicon.GrantedIt.In(Padded(body)) }

// YesElsewhere reports whether the yes of a text is of something else than what is asked here.
func YesElsewhere(body string) bool { return ToldYes(body) || OwnDeedBehind(body) }

// AskedAndGranted reports whether a text tells that somebody asked for something and that the writer said yes to it: a promise.
func AskedAndGranted(body string) bool {
	w := Padded(body)
	return lexicon.GrantedIt.In(w) && lexicon.AskedOfMe.In(w)
}

// FirstThis reports whether a text wants what is under way finished before anything else: "but lets finish this one first".
func FirstThis(body string) bool {
	w := Padded(body)
	return lexicon.ThisFirst.In(w) && OwnWords(leftOf(w, lexicon.ThisFirst)) == 0
}

// YesThatsAll reports whether a text says yes, and that it is well so: "si todo bien".
func YesThatsAll(body string) bool {
	f := bare(body)
	return len(f) > 0 && (lexicon.Yes.Has(f[0]) || lexicon.SiIsYes.Has(f[0])) && NothingMore(body)
}

// ToAdd is what a text wants added, without the words that say so: of "wait add that she works nights" it is "she works nights".
func ToAdd(body string) string {
	if words := Added(body); words != "" {
		return words
	}
	return strings.TrimSpace(WithoutMildYes(body))
}

// DeedForMe reports whether words say what is to be done for their speaker, and so not by them: "n get me a list of names", "y me va a
// mandar fotos".
func DeedForMe(body string) bool {
	f := bare(body)
	for len(f) > 2 && (lexicon.Joins.Has(f[0]) || lexicon.DeedJoins.Has(f[0]) || lexicon.BesideWill.Has(f[0])) {
		f = f[1:]
	}
	if len(f) < 3 || IsQuestion(body) {
		return false
	}
	if lexicon.DoneForMe.Has(f[0]) { // "me va a mandar"
		return saysWill(" " + strings.Join(f, " ") + " ")
	}
	return (lexicon.DeedVerbs.Has(f[0]) || lexicon.Infinitives.Has(f[0])) && lexicon.DoneForMe.Has(f[1])
}

// SaysWhen is who says something in a text, where others words name them: "marta dice q el lunes", behind "dejame preguntarle a marta". ""
// for none.
func SaysWhen(body, before string) string {
	f := bare(body)
	w := Padded(before)
	for i := 0; i+2 < len(f) && i < 3; i++ {
		if lexicon.FirstNames.Has(f[i]) && (lexicon.ToldOf.Has(f[i+1]) || lexicon.SaidVerbs.Has(f[i+1])) && strings.Contains(w, " "+f[i]+" ") {
			return nameCase(f[i], 0)
		}
	}
	return ""
}

// DaySaidBy is who says a day in a few words, and is none of these: "luz said tues", "ana dijo que el martes". "" for nobody. left is the
// text without its times.
func DaySaidBy(left string, names []string) string {
	f := bare(left)
	for len(f) > 2 && lexicon.Interjections.Has(f[0]) {
		f = f[1:]
	}
	if len(f) < 2 || len(f) > maxSmall || !lexicon.FirstNames.Has(f[0]) || !lexicon.SaidVerbs.Has(f[1]) && !lexicon.ToldOf.Has(f[1]) ||
		len(namedIn(Padded(left), names)) > 0 || OwnWords(strings.Join(f[2:], " ")) > 0 {
		return ""
	}
	return nameCase(f[0], 0)
}

// AfterSlip is what stands behind a no with which somebody puts right with whom: of "con mi hermana.. no, con paty, el sábado" it is "con
// paty, el sábado".
func AfterSlip(body string) string {
	f := strings.Fields(body)
	for i := len(f) - 3; i > 0; i-- {
		if (lexicon.LeadingNo.Has(bareWord(strings.ToLower(f[i]))) || lexicon.CorrectionBegins.Has(bareWord(strings.ToLower(f[i])))) &&
			lexicon.WithWords.Has(strings.ToLower(f[i+1])) && lexicon.WithWords.Any(bare(strings.Join(f[:i], " "))) {
			return strings.Join(f[i+1:], " ")
		}
	}
	return body
}

// OwnDeedBehind reports whether a text remembers, behind what only leads to it, something that its writer does: "ah si perdon, le iba a
// mandar la lista". Its yes agrees to nothing.
func OwnDeedBehind(body string) bool {
	_, rest, ok := strings.Cut(body, ",")
	if !ok {
		return false
	}
	f := bare(rest)
	return len(f) > 3 && (iDo(f) || lexicon.WasGoing.Lead(strings.Join(f, " ")) > 0)
}

// AlsoTo reports whether words add something to do: "oh wait also to intro her to keisha", "y también llevarle comida".
func AlsoTo(body string) bool {
	f := bare(WithoutSorry(body))
	also := false
	for len(f) > 2 && (opensOnly(f[0]) || lexicon.BeginsMore.Has(f[0]) || lexicon.BesideWill.Has(f[0]) || lexicon.DeedJoins.Has(f[0]) ||
		lexicon.BareVerbLeads.Has(f[0])) {
		also = also || lexicon.BeginsMore.Has(f[0]) || lexicon.DeedJoins.Has(f[0])
		f = f[1:]
	}
	return also && len(f) > 1 && (lexicon.DeedVerbs.Has(f[0]) || lexicon.Infinitives.Has(f[0]) || spanishInfinitive(f[0]) ||
		lexicon.Introduces.Has(f[0]))
}

// UnsureWhom reports whether a text says that its writer does not know yet with whom: "todavía no sé con quién, yo creo con marisol".
func UnsureWhom(body string) bool {
	w := Padded(FirstClause(body))
	f := strings.Fields(w)
	return lexicon.YetWords.In(w) && lexicon.WhoWords.Any(f) && (lexicon.Unsure.In(w) || lexicon.NegativeWords.Any(f))
}
