package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// ToThem turns what somebody third is asked for, as it follows "dile que", into words to them: "me disculpe" is "discúlpeme", "se mejore
// pronto" is "mejórese pronto", "los traiga" is "tráigalos". Whatever else is said stays as it is.
func ToThem(words string) string {
	f := strings.SplitN(strings.TrimSpace(words), " ", 3)
	if asked := askedToDo(words); asked != "" {
		return asked
	}
	if len(f) < 2 || !lexicon.OwnObjects.Has(strings.ToLower(f[0])) && !lexicon.ToldObjects.Has(strings.ToLower(f[0])) {
		return reachesYou(words)
	}
	verb := strings.TrimRight(f[1], ",.;!")
	if !lexicon.AskedOfThem.Has(lexicon.Plain(strings.ToLower(verb))) {
		return reachesYou(words)
	}
	f[1] = accented(strings.ToLower(verb)) + strings.ToLower(f[0]) + f[1][len(verb):]
	return strings.Join(f[1:], " ")
}

// askedToDo turns what somebody third is told to do into words to them: of "tell maria to bring her lease" it is "please bring your lease".
// "" where it begins with nothing to do, or goes on about them: "if she can find it".
func askedToDo(words string) string {
	f, please, your := strings.Fields(words), lexicon.PleaseTold.Words(), lexicon.YourKin.Words()
	if len(f) < 3 || len(please) == 0 || len(your) == 0 || !lexicon.BareVerbLeads.Has(strings.ToLower(f[0])) ||
		lexicon.ThirdSubjects.Any(bare(words)) {
		return ""
	}
	if verb := bareWord(strings.ToLower(f[1])); !lexicon.DeedVerbs.Has(verb) && !lexicon.AskedOfThem.Has(verb) {
		return ""
	}
	f[0] = please[0]
	for i := 2; i+1 < len(f); i++ {
		w := bareWord(strings.ToLower(f[i]))
		if lexicon.TheirPlaces.Has(w) && !lexicon.AfterObject.Has(bareWord(strings.ToLower(f[i+1]))) {
			f[i] = your[0]
		}
	}
	return strings.Join(f, " ")
}

// reachesYou turns whom somebody will get in touch with into whoever reads it: "im so sorry n ill text her when i know more" is "ill text
// you". "ill call her mom", and what anybody else does, stays.
func reachesYou(words string) string {
	f, you := strings.Fields(words), lexicon.YouTold.Words()
	for i := 2; i < len(f) && len(you) > 0; i++ {
		whom := strings.TrimRight(strings.ToLower(f[i]), ".,!")
		if !lexicon.SomebodyOf.Has(whom) || !lexicon.ReachVerbs.Has(bareWord(strings.ToLower(f[i-1]))) {
			continue
		}
		from := i - 2
		for from > 0 && (lexicon.Wills.Has(bareWord(strings.ToLower(f[from]))) || lexicon.BesideWill.Has(bareWord(strings.ToLower(f[from])))) {
			from--
		}
		ends := i+1 == len(f) || whom != strings.ToLower(f[i]) || lexicon.AfterObject.Has(bareWord(strings.ToLower(f[i+1]))) ||
			lexicon.TellKnow.Has(bareWord(strings.ToLower(f[i+1]))) || NamesTime(bareWord(strings.ToLower(f[i+1])))
		if lexicon.OwnSubjects.Has(strings.ReplaceAll(bareWord(strings.ToLower(f[from])), "'", "")) && ends {
			f[i] = you[0] + f[i][len(whom):]
		}
	}
	return strings.Join(f, " ")
}

// accented writes the accent onto the vowel before the last, which keeps its stress when a pronoun is put behind.
func accented(verb string) string {
	if verb != lexicon.Plain(verb) {
		return verb
	}
	isVowel := func(i int) bool { return i >= 0 && i < len(verb) && strings.IndexByte("aeiou", verb[i]) >= 0 }
	i := len(verb) - 1
	for i >= 0 && !isVowel(i) {
		i--
	}
	for i >= 0 && isVowel(i) { // over the last
		i--
	}
	for i >= 0 && !isVowel(i) {
		i--
	}
	if strings.IndexByte("iu", byteAt(verb, i)) >= 0 && strings.IndexByte("aeo", byteAt(verb, i-1)) >= 0 { // "traiga"
		i--
	}
	if i < 0 {
		return verb
	}
	return verb[:i] + map[byte]string{'a': "á", 'e': "é", 'i': "í", 'o': "ó", 'u': "ú"}[verb[i]] + verb[i+1:]
}

func byteAt(s string, i int) byte {
	if i < 0 {
		return 0
	}
	return s[i]
}
