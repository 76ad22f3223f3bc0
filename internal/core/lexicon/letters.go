package lexicon

import (
	"strings"
	"sync"

	"github.com/reportback/reportback/internal/core/lang"
)

// letterWords are the letters that are texted for words in any language, read once: every text is read with them written out.
var letterWords = sync.OnceValue(func() (out [26]string) { //nolint:gochecknoglobals // never changed once it is read
	for _, tag := range lang.Tags() {
		file, err := lang.Lexicon(tag)
		_, after, found := strings.Cut(file, "\n["+LetterWords.heading()+"]\n")
		if err != nil || !found {
			continue
		}
		line, _, _ := strings.Cut(after, "\n")
		for pair := range strings.SplitSeq(line, ",") {
			if letter, word, ok := strings.Cut(strings.TrimSpace(pair), " "); ok && len(letter) == 1 {
				out[letter[0]-'a'] = Plain(word)
			}
		}
	}
	return out
})

// LetterFor is the word for which a letter alone is texted: "que" for "q". "" for none.
func LetterFor(letter byte) string {
	if letter < 'a' || letter > 'z' {
		return ""
	}
	return letterWords()[letter-'a']
}

// writtenOut is an entry with such letters written out.
func (*book) writtenOut(s string) string {
	f := strings.Fields(s)
	for i, w := range f {
		if len(w) == 1 && len(f) > 1 && LetterFor(w[0]) != "" {
			f[i] = LetterFor(w[0])
		}
	}
	return strings.Join(f, " ")
}
