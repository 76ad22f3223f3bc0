// Package lexicon holds the words that people text, in all languages together, sorted by what they mean. The words are in the
// languages' files (lang), so that who speaks a language can correct them without Go; here is how they are looked up. It decides
// nothing.
package lexicon

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/reportback/reportback/internal/core/lang"
)

// book is the lexicon of all languages, read once and never changed.
type book struct {
	tags  []lang.Tag
	names map[lang.Tag][]string // how a language is called
	words map[string]*Word
	short map[string][]string // short forms and what they stand for
	lists [lists]entries
	none  Word
}

// built is read once from the embedded files, which a test has held to be sound, and never changed.
var built = sync.OnceValue(func() *book { //nolint:gochecknoglobals // never changed once it is read
	b, err := load()
	if err != nil {
		panic(err)
	}
	return b
})

// Word is what a word can mean, in all languages together: people mix them in one text.
type Word struct {
	lists [(lists + 63) / 64]uint64
	heads [(lists + 63) / 64]uint64 // the lists of which a phrase begins with it
	// Time is the list of times that the word stands in, NoList for none, and N the number that its heading bears.
	Time List
	N    int
	// Holiday is the number of the day that it names, 0 for none.
	Holiday int

	plain   uint8 // the languages that alone have it, by their place in Tags
	phrases []phrase
}

// phrase is what follows a first word in a phrase of the lists of answers, the longest first.
type phrase struct {
	rest []string
	list List
	root bool // its last word is the beginning of one
}

// Look returns what a word can mean; the word is in plain letters (Plain). Of a word that no list has it returns a Word that means
// nothing. What it returns is shared and not to be changed.
func Look(word string) *Word {
	b := built()
	if w := b.words[word]; w != nil {
		return w
	}
	return &b.none
}

// LookUp is Look for letters that a caller has put together: they are looked up as they lie there.
func LookUp(word []byte) *Word {
	b := built()
	if w := b.words[string(word)]; w != nil {
		return w
	}
	return &b.none
}

// Vocabulary is every word of every list but these, in plain letters; beginnings and frames are no words.
func Vocabulary(but ...List) map[string]bool {
	out := map[string]bool{}
	for l := NoList + 1; l < lists; l++ {
		if slices.Contains(but, l) {
			continue
		}
		for _, words := range l.Words() {
			for w := range strings.FieldsSeq(words) {
				if !strings.ContainsAny(w, "*-'") {
					out[Plain(w)] = true
				}
			}
		}
	}
	return out
}

// Known reports whether the word stands in any list.
func (w *Word) Known() bool { return w.lists != [(lists + 63) / 64]uint64{} }

// Longest finds the longest phrase that begins with this word and goes on as the following words do, among the lists from first to last. Of
// two lists that have it the first counts. It returns how many words the phrase has, 0 for none.
func (w *Word) Longest(following []string, first, last List) (List, int) {
	for i := range w.phrases {
		if p := &w.phrases[i]; p.list >= first && p.list <= last && p.begins(following) {
			return p.list, 1 + len(p.rest)
		}
	}
	return NoList, 0
}

func (p *phrase) begins(words []string) bool {
	if len(words) < len(p.rest) {
		return false
	}
	for i, r := range p.rest {
		if words[i] != r && !(p.root && i == len(p.rest)-1 && strings.HasPrefix(words[i], r)) {
			return false
		}
	}
	return true
}

// In reports whether the word stands in a list.
func (w *Word) In(l List) bool { return w.lists[l/64]&(1<<(l%64)) != 0 }

// Short returns the words that a short form of texting stands for, nil for a word that is none.
func Short(word string) []string { return built().short[word] }

// Has reports whether a word, in plain letters, is in the list, or begins as the list says.
func (l List) Has(word string) bool {
	b := built()
	if w := b.words[word]; w != nil && w.In(l) {
		return true
	}
	for _, r := range b.lists[l].roots {
		if strings.HasPrefix(word, r) {
			return true
		}
	}
	return false
}

// Opens reports whether a word or phrase of the list, or a beginning in it, may begin with this word.
func (l List) Opens(word string) bool {
	b := built()
	if w := b.words[word]; w != nil && (w.In(l) || w.Begins(l)) {
		return true
	}
	return slices.ContainsFunc(b.lists[l].roots, func(r string) bool {
		return strings.HasPrefix(word, r) || len(r) > len(word) && r[len(word)] == ' ' && strings.HasPrefix(r, word)
	})
}

// Any reports whether any of the words is in the list.
func (l List) Any(words []string) bool {
	for _, w := range words {
		if l.Has(w) {
			return true
		}
	}
	return false
}

// In reports whether a text holds a word or phrase of the list. The text is in plain letters, with one space before, between and after
// words.
func (l List) In(text string) bool {
	e := &built().lists[l]
	for i := strings.IndexByte(text, ' '); i >= 0 && i+1 < len(text); {
		for _, p := range e.of(text[i+1]) {
			if strings.HasPrefix(text[i:], p) {
				return true
			}
		}
		next := strings.IndexByte(text[i+1:], ' ')
		if next < 0 {
			return false
		}
		i += 1 + next
	}
	return false
}

// Within reports whether a text in plain letters holds a word or phrase of the list, if only as a part of its words.
func (l List) Within(text string) bool {
	e := &built().lists[l]
	for i := range len(text) {
		for _, p := range e.of(text[i]) {
			if strings.HasPrefix(text[i:], strings.TrimSpace(p)) {
				return true
			}
		}
	}
	return false
}

// Begins reports whether a phrase of several words in the list begins with this word.
func (w *Word) Begins(l List) bool { return w.heads[l/64]&(1<<(l%64)) != 0 }

// Frame is what stands around a name in an entry of a list: "who is *", "no * here".
type Frame struct {
	Before, After []string
	Possessive    bool // the name has the s of a possessive: "*s phone"
}

// Frames returns the entries of a list of frames.
func (l List) Frames() []Frame { return built().lists[l].frames }

// Words returns the words and phrases of the list, in the order of the files.
func (l List) Words() []string { return built().lists[l].words }

// Padded returns them as they stand within a text: with a space before and after, but none after the beginning of a word.
func (l List) Padded() []string { return built().lists[l].padded }

// The lists whose phrases are found word by word, for the reading of answers.
const (
	firstOfAnswers = Yes
	lastOfAnswers  = Signatures
)

// isTime reports whether the list says something of time: a word has one such meaning in a language.
func (l List) isTime() bool { return l >= Month && l <= Counted }

// Named returns the language that is called so in any of the languages: "Spanish", "español".
func Named(s string) (lang.Tag, bool) {
	s = Plain(strings.TrimSpace(s))
	b := built()
	for _, tag := range b.tags {
		for _, n := range b.names[tag] {
			if n == s {
				return tag, true
			}
		}
	}
	return "", false
}

// Plainly returns the language that words are plainly in: at least two that only it has, and none that only another has; "" when in doubt.
// The words are in plain letters, divided by spaces.
func Plainly(words string) lang.Tag {
	b := built()
	var count [8]int
	for words != "" {
		var s string
		s, words, _ = strings.Cut(words, " ")
		if w := b.words[s]; w != nil && w.plain&(w.plain-1) == 0 { // of no or one language
			for i := range b.tags {
				if w.plain&(1<<i) != 0 {
					count[i]++
				}
			}
		}
	}
	best, others := 0, 0
	for i := 1; i < len(b.tags) && i < len(count); i++ {
		if count[i] > count[best] {
			best = i
		}
	}
	for i, n := range count {
		if i != best {
			others += n
		}
	}
	if count[best] >= 2 && others == 0 {
		return b.tags[best]
	}
	return ""
}

// Plain returns a text in lower case and without accents, as the lexicon is compared.
func Plain(s string) string { return strings.Map(PlainRune, s) }

// PlainRune returns a character in lower case and without its accent; every apostrophe is the plain one.
func PlainRune(r rune) rune {
	const latin = "aaaaaaaceeeeiiiidnooooo\x00ouuuuyty" // U+00E0 to U+00FF
	if r < utf8.RuneSelf {
		switch {
		case 'A' <= r && r <= 'Z':
			r += 'a' - 'A'
		case r == '`':
			r = '\''
		}
		return r
	}
	r = unicode.ToLower(r)
	switch {
	case r >= 0xE0 && r <= 0xFF && r != 0xF7:
		return rune(latin[r-0xE0])
	case r == '’' || r == '‘' || r == '´':
		return '\''
	case r == 0xA0:
		return ' '
	}
	return r
}
