package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// ToYou turns what somebody third is told of themselves into words to them: "she doesnt have to cancel" is "you dont have to cancel", "to
// bring her lease if she has it" is "to bring your lease if you have it". plain is false where "she" may be somebody else, whom the words
// name before: "kim said she doesnt have to come". Words without a "she" stay as they are.
func ToYou(words string) (turned string, plain bool) {
	f := strings.Fields(words)
	at := slices.IndexFunc(f, isThey)
	you := lexicon.YouTold.Words()
	if at < 0 || len(you) == 0 {
		if len(f) > 2 && lexicon.TheirPlaces.Has(strings.ToLower(f[0])) { // "her son can come too"
			return KinToThem(words), true
		}
		return words, true
	}
	if lexicon.FirstNames.Any(bare(strings.Join(f[:at], " "))) {
		return words, false
	}
	if at > 0 && !(lexicon.BareVerbLeads.Has(strings.ToLower(f[0])) && ifWord(f[at-1])) && !(at == 1 && ifWord(f[0])) {
		return words, true
	}
	if NamesKin(strings.Join(f[:at], " ")) {
		return words, true
	}
	if low := bareWord(lexicon.Plain(strings.ToLower(f[at]))); !youSpeak(low) { // "ella": the verb is the same
		return strings.Join(slices.Delete(f, at, at+1), " "), true
	}
	for i := at; i < len(f); i++ {
		if w := bareWord(strings.ToLower(f[i])); lexicon.Kin.Has(w) || lexicon.FirstNames.Has(w) { // "she" is that one from here
			break
		}
		if isThey(f[i]) {
			f = behindYou(f, i)
		}
	}
	return YoursToThem(strings.Join(f, " ")), true
}

// ifWord reports whether a word says on what something hangs.
func ifWord(w string) bool { return lexicon.IfWords.Has(bareWord(strings.ToLower(w))) }

// isThey reports whether a word is somebody third alone, or with what they are.
func isThey(w string) bool {
	low := bareWord(strings.ToLower(strings.ReplaceAll(w, "’", "'")))
	return w != "el" && (lexicon.TheySingly.Has(low) && !lexicon.Articles.Has(low) || lexicon.TheyAre.Has(low))
}

// youSpeak reports whether somebody third is said in a tongue in which the verb is another behind you.
func youSpeak(low string) bool { return lexicon.TheyAre.Has(low) || lexicon.TheyAre.Has(low+"s") }

// behindYou writes you at a place where somebody third stood, and the verb behind it as it is then.
func behindYou(f []string, i int) []string {
	low := bareWord(strings.ToLower(strings.ReplaceAll(f[i], "’", "'")))
	if lexicon.TheyAre.Has(low) {
		f[i] = lexicon.YouAre.Words()[0]
		return f
	}
	f[i] = lexicon.YouTold.Words()[0]
	k := i + 1
	for k < len(f)-1 && lexicon.AdverbsOfThem.Has(bareWord(strings.ToLower(f[k]))) {
		k++
	}
	if k < len(f) {
		f[k] = yourForm(f[k])
	}
	return f
}

// yourForm is a verb as it stands behind you.
func yourForm(w string) string {
	low := strings.ToLower(strings.ReplaceAll(w, "’", "'"))
	verb := strings.TrimRight(low, ".,!?;")
	mark := low[len(verb):]
	if k := slices.Index(lexicon.TheirForms.Words(), verb); k >= 0 {
		return lexicon.YourForms.Words()[k] + mark
	}
	switch cut := strings.TrimSuffix(verb, "s"); {
	case lexicon.SameForms.Has(verb), cut == verb, strings.HasSuffix(verb, "ss"), len(cut) < 3:
		return w
	case strings.HasSuffix(verb, "ies") && len(verb) > 4:
		return strings.TrimSuffix(verb, "ies") + "y" + mark
	case strings.HasSuffix(verb, "oes"), strings.HasSuffix(verb, "shes"), strings.HasSuffix(verb, "ches"), strings.HasSuffix(verb, "sses"):
		return strings.TrimSuffix(verb, "es") + mark
	default:
		return cut + mark
	}
}

// AskedToYou turns what somebody third is asked into a question to them: "if shes ok" is "are you ok?", "if she can make it" "can you make
// it?", "what time she gets off" "what time do you get off?", "si está bien" "¿está bien?". What it cannot turn stays as it is.
func AskedToYou(words string) string {
	f := strings.Fields(strings.Trim(words, " ?.!¿"))
	if len(f) < 2 || lexicon.BareVerbLeads.Has(strings.ToLower(f[0])) {
		return words
	}
	if whether := lexicon.Plain(strings.ToLower(f[0])); whether == "si" {
		f = f[1:]
		if isThey(f[0]) && len(f) > 1 {
			f = f[1:]
		}
		return "¿" + strings.Join(f, " ") + "?"
	}
	at := slices.IndexFunc(f, isThey)
	whether := ifWord(f[0])
	if at < 1 || whether && at > 1 || !whether && (lexicon.QuestionWords.Lead(strings.Join(f, " ")) == 0 || at > mostAsking) ||
		!youSpeak(bareWord(strings.ToLower(strings.ReplaceAll(f[at], "’", "'")))) || lexicon.FirstNames.Any(bare(words)) || at == len(f)-1 &&
		!lexicon.TheyAre.Has(bareWord(strings.ToLower(f[at]))) {
		return words
	}
	lead := f[:at]
	if whether {
		lead = nil
	}
	out := append(slices.Clone(lead), asksYou(f[at:])...)
	for i := range out {
		if i > len(lead)+1 && isThey(out[i]) { // "if she can bring her lease when she comes"
			out = behindYou(out, i)
		}
	}
	return YoursToThem(strings.Join(out, " ")) + "?"
}

// mostAsking is how many words ask for something at most, before whom they ask.
const mostAsking = 4

// asksYou turns the order round: "she can make it" is "can you make it", "she needs a ride" "do you need a ride", "shes ok" "are you ok".
func asksYou(f []string) []string {
	you, are, do := lexicon.YouTold.Words()[0], lexicon.YourForms.Words()[0], lexicon.DoYou.Words()[0]
	low := bareWord(strings.ToLower(strings.ReplaceAll(f[0], "’", "'")))
	if lexicon.TheyAre.Has(low) {
		return append([]string{are, you}, f[1:]...)
	}
	verb := bareWord(strings.ToLower(f[1]))
	your := yourForm(f[1])
	switch k := slices.Index(lexicon.TheirForms.Words(), verb); {
	case lexicon.SameForms.Has(verb), k >= 0 && !hasThing(f[1:]):
		return append([]string{your, you}, f[2:]...)
	// "if she got home": how it was is not known
	case strings.HasSuffix(verb, "ed") || your == f[1] && k < 0 && !lexicon.AdverbsOfThem.Has(verb):
		return append([]string{you, your}, f[2:]...)
	}
	rest := slices.Clone(f[1:])
	for k := range rest {
		if !lexicon.AdverbsOfThem.Has(bareWord(strings.ToLower(rest[k]))) {
			rest[k] = yourForm(rest[k])
			break
		}
	}
	return append([]string{do, you}, rest...)
}

// hasThing reports whether words say what somebody has, or has to do: "has a ride", "has kids"; "has been" and "has talked" are no such.
func hasThing(f []string) bool {
	forms := lexicon.TheirForms.Words()
	if bareWord(strings.ToLower(f[0])) != forms[1] {
		return false
	}
	return len(f) < 2 || !strings.HasSuffix(bareWord(strings.ToLower(f[1])), "ed") && !strings.HasSuffix(bareWord(strings.ToLower(f[1])), "en")
}
