package when

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// token is a word, a number or a mark of the text, with where it stands.
type token struct {
	s        string // lower case, without accents
	from, to int
	num      int  // value of a number, -1 for anything else
	digits   int  // how many digits it was written with
	glued    bool // no space before it
	upper    bool // began with a capital
	used     bool // belongs to something that is no time: a phone, an address, a price
	lex      lex
}

// tokenize divides a text. Letters are lower-cased and lose their accents, so that one lexicon serves both languages however they are
// typed.
func tokenize(text string) []token {
	toks := make([]token, 0, 8+len(text)/4)
	buf := make([]byte, 0, len(text))
	starts := make([][2]int, 0, cap(toks))
	i, end := 0, -1
	for i < len(text) {
		c := text[i]
		switch {
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			i++
			continue
		case c >= '0' && c <= '9':
			j, n := i, 0
			for j < len(text) && text[j] >= '0' && text[j] <= '9' {
				if j-i < 9 {
					n = n*10 + int(text[j]-'0')
				}
				j++
			}
			if k := len(toks) - 1; n == 4 && j == i+1 && i == end && b4(text, toks, j) { // "b4" is before
				buf = append(buf, "efore"...)
				starts[k][1], toks[k].to = len(buf), j
				i, end = j, j
				continue
			}
			toks = append(toks, token{from: i, to: j, num: n, digits: j - i, glued: i == end})
			starts = append(starts, [2]int{len(buf), len(buf)})
			i, end = j, j
			continue
		}
		b, size, letter := fold(text[i:])
		if !letter {
			if size > 1 && b == ' ' { // no-break space and the like
				i += size
				continue
			}
			at := len(buf)
			buf = append(buf, b)
			toks = append(toks, token{from: i, to: i + size, num: -1, glued: i == end})
			starts = append(starts, [2]int{at, len(buf)})
			i += size
			end = i
			continue
		}
		at, from := len(buf), i
		up := c >= 'A' && c <= 'Z' || (c == 0xC3 && size == 2 && i+1 < len(text) && text[i+1] < 0xA0)
		for i < len(text) {
			b, size, letter := fold(text[i:])
			if !letter {
				break
			}
			buf = append(buf, b)
			i += size
		}
		toks = append(toks, token{from: from, to: i, num: -1, glued: from == end, upper: up})
		starts = append(starts, [2]int{at, len(buf)})
		end = i
	}
	all := string(buf)
	for k := range toks {
		toks[k].s = all[starts[k][0]:starts[k][1]]
		if toks[k].num < 0 && len(toks[k].s) > 0 {
			toks[k].lex = lookup(toks[k].s)
			if w := toks[k].s; toks[k].lex.kind == lxTomorrow && w[0] == 'm' { // "mñn" is the morning as well
				toks[k].s = "manana"
			}
		}
		if hyphened(toks[:k+1]) { // "Anh-Thu" is a name
			toks[k].lex = lex{}
		}
	}
	return toks
}

// b4 reports whether a 4 that ends at j makes, with the small letter that stands right before it, "b4", and no room: "b4 noon", "apt b4".
func b4(text string, toks []token, j int) bool {
	k := len(toks) - 1
	if k < 0 || toks[k].to-toks[k].from != 1 || toks[k].glued || text[toks[k].from] != 'b' || j < len(text) && text[j] != ' ' {
		return false
	}
	return k == 0 || !lexicon.NumberedPlace.Has(strings.ToLower(text[toks[k-1].from:toks[k-1].to]))
}

// hyphened reports whether the last token is a capitalised day that hangs by a hyphen on a capitalised word that says nothing of time.
func hyphened(toks []token) bool {
	k := len(toks) - 1
	return k > 1 && toks[k].lex.kind == lxWeekday && toks[k].upper && toks[k].glued && toks[k-1].s == "-" && toks[k-1].glued &&
		toks[k-2].upper && toks[k-2].num < 0 && toks[k-2].lex == (lex{})
}

// fold returns the plain lower-case byte of the next character, its size, and whether it is a letter. Characters beyond Latin-1's letters
// are marks.
func fold(s string) (b byte, size int, letter bool) {
	c := s[0]
	switch {
	case c >= 'a' && c <= 'z':
		return c, 1, true
	case c >= 'A' && c <= 'Z':
		return c + 'a' - 'A', 1, true
	case c < 0x80:
		return c, 1, false
	case c == 0xC3 && len(s) > 1: // U+00C0 to U+00FF
		return latin1(s[1] | 0x20), 2, true
	case c == 0xC2 && len(s) > 1:
		switch s[1] {
		case 0xA0:
			return ' ', 2, false
		case 0xBF, 0xA1: // ¿ ¡
			return '?', 2, false
		case 0xAA, 0xBA: // ª º
			return '^', 2, false
		}
		return '*', 2, false
	case c == 0xE2 && len(s) > 2 && s[1] == 0x80:
		switch s[2] {
		case 0x98, 0x99:
			return '\'', 3, false
		case 0x9C, 0x9D:
			return '"', 3, false
		case 0x90, 0x91, 0x92, 0x93, 0x94:
			return '-', 3, false
		case 0x80, 0x81, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8A, 0x8B, 0xAF:
			return ' ', 3, false
		}
		return '*', 3, false
	}
	size = 1
	for size < len(s) && s[size]&0xC0 == 0x80 {
		size++
	}
	return '*', size, false
}

// latin1 takes the second byte of a lower-cased U+00E0..U+00FF to its plain letter.
func latin1(b byte) byte {
	const plain = "aaaaaaaceeeeiiiidnooooo*ouuuuyty"
	return plain[(b-0xA0)&0x1F]
}

// fractionOf: "1/2 the building", "3/4 of them".
func fractionOf(s string) bool {
	return lexicon.AfterFraction.Has(s)
}

// useRun marks everything glued together around i.
func useRun(toks []token, i int) {
	from, to := i, i
	for from > 0 && toks[from].glued {
		from--
	}
	for to+1 < len(toks) && toks[to+1].glued {
		to++
	}
	for k := from; k <= to; k++ {
		toks[k].used = true
	}
}
