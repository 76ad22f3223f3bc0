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

// protect marks what looks like a time and is none: phones, mail and web addresses, prices, rooms, street addresses, counts, 1:1.
func protect(toks []token) {
	for i := range toks {
		t := &toks[i]
		switch {
		case t.s == "@" && i > 0 && i+1 < len(toks) && t.glued && toks[i+1].glued && toks[i+1].num < 0:
			useRun(toks, i)
		case t.s == "www" || strings.HasPrefix(t.s, "http"):
			useRun(toks, i)
		case i > 0 && t.num < 0 && lexicon.Greeting.Has(toks[i-1].s+" "+t.s): // "good morning Ana, monday at 5 is fine"
			t.used = true
		case (t.s == "q" || t.s == "k" || t.s == "ke") && i+1 < len(toks) && (toks[i+1].lex.kind == lxComing || toks[i+1].s == "sigue"):
			t.s = "que" // "el miércoles q viene"
		case t.num < 0:
			continue
		case i > 1 && toks[i-1].s == "by" && lexicon.LeaveBy.Has(toks[i-2].s), leaving(toks, i): // "i have to be out by 4:30" is when it ends
			useRun(toks, i)
		case t.digits >= 5 && !(t.digits == 8 && t.num > 19000000):
			t.used = true
		case t.digits == 3 && phoneAt(toks, i):
			continue
		case i > 0 && (toks[i-1].s == "$" || toks[i-1].s == "#"):
			t.used = true
		case t.num == 1 && i+2 < len(toks) && toks[i+2].num == 1 && (toks[i+1].s == ":" || toks[i+1].s == "-" || toks[i+1].s == "on") &&
			!(i+3 < len(toks) && toks[i+3].glued && toks[i+3].num >= 0):
			t.used, toks[i+2].used = true, true
		case t.num == 1 && i+4 < len(toks) && toks[i+1].s == "-" && toks[i+2].s == "on" && toks[i+4].num == 1:
			t.used, toks[i+4].used = true, true
		case i > 0 && toks[i-1].lex.kind == lxPlace && !(i+1 < len(toks) && toks[i+1].glued && (toks[i+1].lex.kind == lxPM ||
			toks[i+1].lex.kind == lxAM)):
			t.used = true
		case t.num == 24 && i+2 < len(toks) && toks[i+1].s == "/" && toks[i+2].num == 7:
			t.used, toks[i+2].used = true, true
		case t.num <= 3 && i+3 < len(toks) && toks[i+1].s == "/" && (toks[i+2].num == 2 || toks[i+2].num == 4 || toks[i+2].num == 3) &&
			fractionOf(toks[i+3].s):
			t.used, toks[i+2].used = true, true
		case t.num == 7 && seven(toks, i):
			t.used = true
		case i+2 < len(toks) && toks[i+1].s == "of" && ours(toks[i+2].s):
			t.used = true
		case i+1 < len(toks) && toks[i+1].lex.kind == lxCounted && !(i > 0 && toks[i-1].lex.kind == lxMonth): // "the Dec 10 tenant meeting"
			t.used = true
		case street(toks, i) && !(i+1 < len(toks) && toks[i+1].s == "se" && i > 0 && toks[i-1].s == "las"): // "a las 4 se puede"
			t.used = true
		}
	}
}

// leaving reports whether the hour at i is one at which somebody goes away again: "I have to leave at 4", "me voy a las 4".
func leaving(toks []token, i int) bool {
	k := i - 1
	for k > 0 && k >= i-mostToLeave && lexicon.UntilHour.Has(toks[k].s) {
		k--
	}
	if k < 0 || k == i-1 || !lexicon.LeaveBy.Has(toks[k].s) {
		return false
	}
	words := toks[k].s
	for n := 1; ; n++ {
		if lexicon.Leaving.Has(words) {
			return k-n < 0 || !lexicon.Negators.Has(toks[k-n].s)
		}
		if n > 3 || k-n < 0 {
			return false
		}
		words = toks[k-n].s + " " + words
	}
}

// mostToLeave is how many small words stand at most between going away and its hour.
const mostToLeave = 4

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

// phoneAt marks 206-555-0142, (206) 555 0142, 206.555.0142, 555-0142.
func phoneAt(toks []token, i int) bool {
	idx := []int{i}
	k := i + 1
	for k < len(toks) && len(idx) < 3 && k-idx[len(idx)-1] <= 3 {
		switch {
		case toks[k].num >= 0:
			idx = append(idx, k)
		case toks[k].s != "-" && toks[k].s != "." && toks[k].s != ")" && toks[k].s != "(":
			k = len(toks)
		}
		k++
	}
	ok := len(idx) == 3 && toks[idx[1]].digits == 3 && toks[idx[2]].digits == 4
	if !ok && len(idx) >= 2 && toks[idx[1]].digits == 4 && idx[1]-i == 2 {
		ok, idx = true, idx[:2]
	}
	if ok {
		for _, k := range idx {
			toks[k].used = true
		}
		if i > 1 && toks[i-1].s == "-" && toks[i-2].num == 1 {
			toks[i-2].used = true
		}
	}
	return ok
}

// street marks the number of an address: "1117 12th Ave", "400 Oak St", "calle 5".
func street(toks []token, i int) bool {
	t := toks[i]
	if i+1 < len(toks) && toks[i+1].lex.kind == lxStreet && !toks[i+1].glued && t.digits >= 1 && (toks[i+1].s != "st" || t.num > 31) {
		return true
	}
	if i+2 < len(toks) && toks[i+1].glued && ordinalSuffix(toks[i+1].s) && toks[i+2].lex.kind == lxStreet {
		return true
	}
	if i > 0 && toks[i-1].lex.kind == lxStreet && (toks[i-1].s == "calle" || toks[i-1].s == "avenida") {
		return true
	}
	if t.digits < 2 || t.glued && i > 0 && toks[i-1].s == ":" {
		return false
	}
	for k := i + 1; k < len(toks) && k <= i+4; k++ {
		if toks[k].glued && ordinalSuffix(toks[k].s) { // the 21st is a day
			if k+1 >= len(toks) || toks[k+1].lex.kind != lxStreet {
				return false
			}
			continue
		}
		if k == i+1 && t.num <= 12 && saint(toks, k) { // "fri 10 St. Therese rectory"
			return false
		}
		if toks[k].lex.kind == lxStreet {
			return !lexicon.SamePlace.Has(toks[k-1].s+" "+toks[k].s) && !(k == i+2 && (lexicon.MyPlaces.Has(toks[k-1].s) ||
				lexicon.TheirPlaces.Has(toks[k-1].s))) // "sat at 11 same place", "fri 2 45 my place"
		}
		if toks[k].num < 0 && toks[k].lex.kind != lxNone && toks[k].lex.kind != lxOrdWord && !ordinalSuffix(toks[k].s) {
			return false
		}
		if mark(toks[k].s, ",.:/?!") {
			return false
		}
	}
	return false
}

// saint reports whether a "St." is a saint's, and no street's: a name follows it.
func saint(toks []token, k int) bool {
	if toks[k].s != "st" || toks[k].glued {
		return false
	}
	name := k + 1
	if name < len(toks) && toks[name].s == "." {
		name++
	}
	if name >= len(toks) || !toks[name].upper || toks[name].num >= 0 || toks[name].lex.kind != lxNone {
		return false
	}
	for n := name + 1; n < len(toks) && n <= name+2; n++ {
		if toks[n].lex.kind == lxStreet { // "10 St Marks Pl"
			return false
		}
	}
	return true
}

func ordinalSuffix(s string) bool {
	return lexicon.OrdinalSuffixes.Has(s)
}

// ours: "3 of us", "2 of my neighbors": counted people.
func ours(s string) bool {
	return lexicon.CountedOnes.Has(s)
}

// seven marks the shop: 7-eleven, 7 11.
func seven(toks []token, i int) bool {
	k := i + 1
	if k < len(toks) && toks[k].s == "-" {
		k++
	}
	if k < len(toks) && toks[k].s == "eleven" {
		toks[k].used = true
		return true
	}
	return false
}
