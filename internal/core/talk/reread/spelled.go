package reread

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// fewestLetters is how long a word is in which a slip is looked for: of shorter ones too many are one letter apart.
const fewestLetters = 4

// vocabulary is every word that we know but the names.
var vocabulary = sync.OnceValue(func() map[string]bool { //nolint:gochecknoglobals // made once of constants
	return lexicon.Vocabulary(lexicon.FirstNames, lexicon.NameWords, lexicon.SurnamesToo)
})

// spelled is a word with its slip put right: two letters in the wrong order, one too few, one too many or a wrong one, where that makes one
// word that we know. A word with its own sense, a name or a capital inside a text stays.
func spelled(word string, names []string) string {
	core := strings.Trim(word, ".,;:!?¡¿")
	plain := lexicon.Plain(core)
	if utf8.RuneCountInString(core) < fewestLetters || core != strings.ToLower(core) || strings.ContainsAny(core, "0123456789@'/") ||
		vocabulary()[plain] || lexicon.Look(plain).Known() || lexicon.Short(plain) != nil {
		return word
	}
	for _, n := range names {
		for part := range strings.FieldsSeq(n) {
			if strings.HasPrefix(lexicon.Plain(part), plain) || strings.HasPrefix(plain, lexicon.Plain(part)) {
				return word
			}
		}
	}
	if meant := nearest(plain); meant != "" {
		return strings.Replace(word, core, meant, 1)
	}
	return word
}

// nearest is the one word that we know and is one slip away; of several kinds of slip the likeliest counts.
func nearest(w string) string {
	kinds := []func(string) []string{withTwoSwapped, withOneMore, withOneLess}
	if len(w) > fewestLetters {
		kinds = append(kinds, withOneOther)
	}
	for _, others := range kinds {
		found := ""
		for _, s := range others(w) {
			if len(s) < fewestLetters || !vocabulary()[s] || s == found {
				continue
			}
			if found != "" {
				return ""
			}
			found = s
		}
		if found != "" {
			return found
		}
	}
	return ""
}

const letters = "abcdefghijklmnopqrstuvwxyz"

// withOneMore are the words that have a letter more: one was left out. The first letter stays.
func withOneMore(w string) (out []string) {
	for i := 1; i <= len(w); i++ {
		for _, l := range letters {
			out = append(out, w[:i]+string(l)+w[i:])
		}
	}
	return out
}

// withTwoSwapped are the words in which two neighbours change places.
func withTwoSwapped(w string) (out []string) {
	for i := 0; i+1 < len(w); i++ {
		out = append(out, w[:i]+string(w[i+1])+string(w[i])+w[i+2:])
	}
	return out
}

// withOneLess are the words that have a letter less: one was typed too often. The first letter stays.
func withOneLess(w string) (out []string) {
	for i := 1; i < len(w); i++ {
		out = append(out, w[:i]+w[i+1:])
	}
	return out
}

// withOneOther are the words that have another letter in one place. The first letter stays.
func withOneOther(w string) (out []string) {
	for i := 1; i < len(w); i++ {
		for _, l := range letters {
			out = append(out, w[:i]+string(l)+w[i+1:])
		}
	}
	return out
}
