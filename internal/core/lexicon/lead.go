package lexicon

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// mostLead is of how many words a phrase is at most that stands before something.
const mostLead = 6

// Lead returns how many bytes of a text the longest phrase of the list takes at its beginning, with the space behind it; 0 for none. The
// text stands as it was written: case and accents do not count, an apostrophe only where the list has it, and a mark ends a phrase.
func (l List) Lead(text string) int {
	var phrase [64]byte
	b, best := phrase[:0], 0
	for at, n := 0, 0; at < len(text) && n < mostLead; n++ {
		end := at
		for end < len(text) && !gap(text[end]) {
			end++
		}
		word := strings.TrimRight(text[at:end], ",.;:!")
		if len(b)+len(word)+1 > len(phrase) {
			break
		}
		if n > 0 {
			b = append(b, ' ')
		}
		from := len(b)
		for _, r := range word {
			b = utf8.AppendRune(b, PlainRune(r))
		}
		if len(b) == from+1 && LetterFor(b[from]) != "" {
			b = append(b[:from], LetterFor(b[from])...)
		}
		marked := len(word) < end-at
		for at = end; at < len(text) && gap(text[at]); {
			at++
		}
		w, apostrophe := LookUp(b), bytes.IndexByte(b, '\'') >= 0
		if w.In(l) || apostrophe && LookUp(bytes.ReplaceAll(b, []byte("'"), nil)).In(l) {
			best = at
		} else if n == 0 && !apostrophe && !w.Begins(l) {
			break // no phrase of the list begins so
		}
		if marked || len(b) > len(phrase)-8 {
			break
		}
	}
	return best
}

// Find returns where the first phrase of the list stands in a text, with the space behind it; two zeros for none.
func (l List) Find(text string) (from, to int) {
	for i := range len(text) {
		if i > 0 && !gap(text[i-1]) {
			continue
		}
		if n := l.Lead(text[i:]); n > 0 {
			return i, i + n
		}
	}
	return 0, 0
}

func gap(c byte) bool { return c == ' ' || c == '\n' || c == '\t' }
