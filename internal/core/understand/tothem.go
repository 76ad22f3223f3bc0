package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// ToThem turns what somebody third is asked for, as it follows "dile que", into words to them: "me disculpe" is "discúlpeme", "se mejore
// pronto" is "mejórese pronto". Whatever else is said stays as it is.
func ToThem(words string) string {
	f := strings.SplitN(strings.TrimSpace(words), " ", 3)
	if len(f) < 2 || !lexicon.OwnObjects.Has(strings.ToLower(f[0])) {
		return words
	}
	verb := strings.TrimRight(f[1], ",.;!")
	if !lexicon.AskedOfThem.Has(lexicon.Plain(strings.ToLower(verb))) {
		return words
	}
	f[1] = accented(strings.ToLower(verb)) + strings.ToLower(f[0]) + f[1][len(verb):]
	return strings.Join(f[1:], " ")
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
