// Package reread makes other readings of a text that nobody could place: without its greeting, with its slips of the thumb put right, and
// part by part. What comes of one is only ever asked, never done.
package reread

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/understand"
)

// Reading is a text as it may have been meant.
type Reading struct {
	Words string
	Left  string // what of the text is not in it
}

const (
	mostReadings = 12
	fewestWords  = 2   // that a part has which is read alone
	mostLetters  = 500 // a longer text is a story
	mostParts    = 6
)

// Of lists other readings of a text, those that leave out the least first. Names are not taken for slips.
func Of(body string, names []string) []Reading {
	if len(body) > mostLetters {
		return nil
	}
	whole := Tidied(body, names)
	var out []Reading
	add := func(words, left string) {
		words, left = strings.TrimSpace(words), strings.TrimSpace(left)
		taken := slices.ContainsFunc(out, func(r Reading) bool { return r.Words == words })
		if len(out) < mostReadings && !taken && words != strings.TrimSpace(body) && len(strings.Fields(words)) >= fewestWords {
			out = append(out, Reading{Words: words, Left: left})
		}
	}
	add(whole, "")
	add(writtenOut(whole), "")
	whole = writtenOut(whole)
	parts := partsOf(whole)
	if len(parts) < 2 || len(parts) > mostParts || lexicon.RereadDepends.In(understand.Padded(whole)) {
		return out
	}
	for n := len(parts) - 1; n > 0; n-- {
		for _, ordered := range []bool{true, false} { // what is said to somebody goes before its reason
			for i := 0; i+n <= len(parts); i++ {
				from, to := parts[i].from, parts[i+n-1].to
				if first, _, _ := strings.Cut(whole[from:to], " "); lexicon.TellVerbs.Has(lexicon.Plain(first)) == ordered {
					add(opened(whole[from:to]), strings.Trim(whole[:from], marks)+" "+withoutJoin(whole[to:]))
				}
			}
		}
	}
	return out
}

// Tidied is a text without what opens it and says nothing, and with slips of the thumb put right.
func Tidied(body string, names []string) string {
	f, placed := strings.Fields(opened(body)), false
	for i, w := range f {
		if i > 0 && (lexicon.WithWhom.Has(lexicon.Plain(f[i-1])) || placed) { // a name stands there
			continue
		}
		placed = lexicon.PlaceAt.Has(lexicon.Plain(w)) || placed && !strings.ContainsAny(w, ",.;!?")
		f[i] = spelled(w, names)
	}
	return strings.Join(f, " ")
}

// writtenOut is a text with letters that stand for words, and short forms, written out.
func writtenOut(text string) string {
	f := strings.Fields(text)
	for i, w := range f {
		plain := lexicon.Plain(w)
		if long := lexicon.Short(plain); long != nil {
			f[i] = strings.Join(long, " ")
		}
		if len(plain) == 1 && lexicon.LetterFor(plain[0]) != "" {
			f[i] = lexicon.LetterFor(plain[0])
		}
	}
	return strings.Join(f, " ")
}

// opened is a text from where it comes to the matter.
func opened(body string) string {
	for {
		n := lexicon.RereadLeads.Lead(body)
		rest := strings.TrimLeft(body[n:], " ,.!¡:;-")
		if n == 0 || rest == "" {
			return body
		}
		body = rest
	}
}

// withoutJoin is what follows a part, without what joins it.
func withoutJoin(s string) string {
	s = strings.TrimLeft(s, marks)
	if first, rest, more := strings.Cut(s, " "); more && lexicon.RereadJoins.Has(lexicon.Plain(first)) {
		return rest
	}
	return s
}

// part is where a part of a text begins and ends.
type part struct{ from, to int }

// marks end a part.
const marks = " ,.;!¡\n"

// partsOf divides a text at its marks and joining words.
func partsOf(text string) (out []part) {
	begun, last := -1, 0
	end := func() {
		if begun >= 0 && strings.Trim(text[begun:last], marks) != "" {
			out = append(out, part{begun, begun + len(strings.TrimRight(text[begun:last], marks))})
		}
		begun = -1
	}
	words := strings.Fields(text)
	for i, w := range words {
		at := last + strings.Index(text[last:], w)
		if lexicon.RereadJoins.Has(lexicon.Plain(w)) && !withinTime(words, i) {
			end()
			last = at + len(w)
			continue
		}
		if i > 0 && lexicon.TellVerbs.Has(lexicon.Plain(strings.Trim(w, marks))) && !lexicon.OwnTell.Has(lexicon.Plain(words[i-1])) {
			// "el bus no se mueve dile a rosa q llego tarde"
			end()
		}
		if begun < 0 {
			begun = at
		}
		last = at + len(w)
		if strings.ContainsAny(w[len(w)-1:], ",.;!?") && !clock(w) {
			end()
		}
	}
	end()
	return out
}

// withinTime reports whether a joining word stands within an hour: "4 y media", "5 and a half".
func withinTime(words []string, i int) bool {
	return i > 0 && clock(words[i-1]) && i+1 < len(words) &&
		lexicon.Look(lexicon.Plain(strings.Trim(words[i+1], marks))).Time != lexicon.NoList
}

// clock reports whether a word is a number or the mark of a half of the day: a point behind it may be its own.
func clock(w string) bool {
	w = strings.Trim(w, marks)
	return w != "" && w[0] >= '0' && w[0] <= '9' && !strings.HasSuffix(w, "th") || strings.Contains(w, ".")
}
