package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// minDictated is how many marks a text must say in words before they are taken for marks: one "period" may be a period.
const minDictated = 2

// Dictated writes the marks that somebody said to a phone which writes by voice: "she is worried period her landlord comma he" has two. A
// text that has marks of its own, or says only one in words, is as it was.
func Dictated(text string) string {
	if strings.ContainsAny(text, ";!\n") || strings.Contains(text, ". ") || strings.Contains(text, ", ") {
		return text
	}
	f := strings.Fields(text)
	var out []string
	marks := 0
	for i := 0; i < len(f); i++ {
		mark, n := dictatedAt(f, i)
		if n == 0 {
			out = append(out, f[i])
			continue
		}
		marks++
		out[len(out)-1] += mark
		i += n - 1
	}
	if marks < minDictated {
		return text
	}
	return strings.Join(out, " ")
}

// dictatedAt reads a mark that is said in words at a place, and how many words it has; it never stands first.
func dictatedAt(f []string, i int) (mark string, n int) {
	if i == 0 || lexicon.NoDictatedStop.Has(bareWord(strings.ToLower(f[i-1]))) {
		return "", 0
	}
	for n = min(4, len(f)-i); n > 0; n-- {
		switch w := strings.Join(bare(strings.Join(f[i:i+n], " ")), " "); {
		case lexicon.DictatedStop.Has(w):
			return ".", n
		case lexicon.DictatedComma.Has(w):
			return ",", n
		}
	}
	return "", 0
}

// WithoutHesitation leaves out the sounds with which somebody who speaks looks for a word: "at uh 3:30 in the afternoon".
func WithoutHesitation(text string) string {
	f := strings.Fields(text)
	var out []string
	for _, w := range f {
		if !lexicon.Hesitates.Has(bareWord(strings.ToLower(w))) {
			out = append(out, w)
		}
	}
	if len(out) == len(f) {
		return text
	}
	return strings.Join(out, " ")
}
