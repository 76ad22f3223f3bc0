package understand

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// heard is one word of an answer.
type heard struct {
	s       string // in plain letters
	w       *lexicon.Word
	from    int  // where it stands in the text
	upper   bool // began with a capital
	accent  bool // had an accent: "sí" is no "si"
	clause  int
	covered bool // it belongs to an act, a courtesy, a time: what is left over says something of its own
}

// clause is what stands between two marks.
type clause struct {
	from, to int
	asks     bool // a question
}

// hearing is an answer taken apart: words, clauses, and the acts that are found in them.
type hearing struct {
	wordRoom   [40]heard
	plainRoom  [40]string
	clauseRoom [12]clause
	actRoom    [16]act

	words   []heard
	plain   []string
	clauses []clause
	acts    []act
	times   []when.Span
	// asksLeave is whether something is asked leave for: whoever is brought keeps nobody.
	asksLeave bool
}

// mostWords bounds an answer: what is longer tells something, and is passed on as it is.
const mostWords = 64

// hear divides a text into words and clauses. It reports false for a text that is too long to be an answer.
func (h *hearing) hear(body string) bool {
	h.words, h.plain, h.clauses, h.acts = h.wordRoom[:0], h.plainRoom[:0], h.clauseRoom[:0], h.actRoom[:0]
	h.asksLeave = false
	t := tearer{h: h, buf: make([]byte, 0, len(body)+8)}
	for i, r := range body {
		t.take(body, i, r)
		if len(h.words) > mostWords {
			return false
		}
	}
	t.word()
	t.end(false)
	all := string(t.buf)
	for k := range h.words {
		w := &h.words[k]
		if w.s == "" {
			w.s = all[t.at[k][0]:t.at[k][1]]
		}
	}
	h.spell()
	h.asksWho()
	return true
}

// asksWho marks a clause as a question that begins with the word for it and has no mark: "who else will be there".
func (h *hearing) asksWho() {
	for k := range h.clauses {
		c := &h.clauses[k]
		i := c.from
		for i+1 < c.to && (h.words[i].w.In(lexicon.Interjections) || h.words[i].w.In(lexicon.Joins)) {
			i++
		}
		if i+1 < c.to && lexicon.WhoAsks.Has(h.plain[i]) {
			c.asks = true
		}
	}
}

// tearer divides a text as it goes over it.
type tearer struct {
	h       *hearing
	buf     []byte
	at      [mostWords + 2][2]int // where in buf each word stands
	start   int
	in      bool
	from    int // where the clause began, in words
	current heard
	asked   bool // ¿ stood before the clause
}

func (t *tearer) take(body string, i int, r rune) {
	if p := lexicon.PlainRune(r); p == '\'' && t.in {
		return // can't is cant
	}
	switch {
	case unicode.IsLetter(r) || r >= '0' && r <= '9':
		p := lexicon.PlainRune(r)
		if !t.in {
			t.in, t.start = true, len(t.buf)
			t.current = heard{from: i, upper: unicode.IsUpper(r), clause: len(t.h.clauses)}
		}
		t.current.accent = t.current.accent || p != unicode.ToLower(r)
		t.buf = utf8.AppendRune(t.buf, p)
		return
	case r >= 0x300 && r <= 0x36F || r >= 0xFE00 && r <= 0xFE0F || r == 0x200D || r >= 0x1F3FB && r <= 0x1F3FF:
		return // accents that stand apart, colours of skin, joiners
	}
	t.word()
	switch {
	case r == '#' || r == '&' || r >= 0x2190 && r != 0xFFFD && !unicode.IsSpace(r):
		t.current = heard{from: i, clause: len(t.h.clauses), s: body[i : i+utf8.RuneLen(r)]}
		switch {
		case r == '&':
			t.current.s = "and"
		case r == '#' && !leadsNumber(body[i+1:]): // "wrong #"
			t.current.s = "number"
		}
		t.push()
	case r == '¿':
		t.end(false)
		t.asked = true
	case r == '?':
		t.end(true)
	case (r == '.' || r == ',') && between(body, i):
	case strings.ContainsRune(".,;!¡\n…—()", r), r == '-' && i > 0 && body[i-1] == ' ':
		t.end(false)
	}
}

// leadsNumber reports whether a figure follows, behind a space at most: "# 2".
func leadsNumber(s string) bool {
	s = strings.TrimPrefix(s, " ")
	return s != "" && s[0] >= '0' && s[0] <= '9'
}

// between reports whether a mark stands between two digits: 3.30 is one thing.
func between(s string, i int) bool {
	return i > 0 && i+1 < len(s) && s[i-1] >= '0' && s[i-1] <= '9' && s[i+1] >= '0' && s[i+1] <= '9'
}

// word ends a word.
func (t *tearer) word() {
	if t.in {
		t.in = false
		t.push()
	}
}

func (t *tearer) push() {
	if n := len(t.h.words); n < len(t.at) {
		t.at[n] = [2]int{t.start, len(t.buf)}
		t.h.words = append(t.h.words, t.current)
	}
}

// end ends a clause. Several marks end one.
func (t *tearer) end(asks bool) {
	n := len(t.h.words)
	if n == t.from {
		if k := len(t.h.clauses); asks && k > 0 {
			t.h.clauses[k-1].asks = true
		}
		return
	}
	t.h.clauses = append(t.h.clauses, clause{t.from, n, asks || t.asked})
	t.from, t.asked = n, false
}

// spell writes out short forms and stretched letters, and looks every word up.
func (h *hearing) spell() {
	for i := 0; i < len(h.words); i++ {
		w := &h.words[i]
		if long := lexicon.Short(w.s); long != nil && len(h.words) > 1 && len(h.words)+len(long) < mostWords {
			h.insert(i, long)
			w = &h.words[i]
		}
		if w.s == "c" && i+1 < len(h.words) && (h.words[i+1].s == "u" || h.words[i+1].s == "you") {
			w.s = "see"
		}
		w.w = lexicon.Look(w.s)
		if !w.w.Known() {
			if s, l := unstretched(w.s); l != nil {
				w.s, w.w, w.accent = s, l, w.accent || s == "si" // nobody stretches an if
			}
		}
		h.plain = append(h.plain, w.s)
	}
}

// insert puts the words of a short form in its place.
func (h *hearing) insert(i int, long []string) {
	w := h.words[i]
	w.s = long[0]
	h.words[i] = w
	for k, s := range long[1:] {
		w.s = s
		h.words = append(h.words, heard{})
		copy(h.words[i+k+2:], h.words[i+k+1:])
		h.words[i+k+1] = w
	}
	for k := range h.clauses {
		if c := &h.clauses[k]; k == w.clause {
			c.to += len(long) - 1
		} else if k > w.clause {
			c.from, c.to = c.from+len(long)-1, c.to+len(long)-1
		}
	}
}

// unstretched finds the word that a stretched one is, "yesss" or "nooo", and laughter of any length.
func unstretched(s string) (string, *lexicon.Word) {
	var room [24]byte
	for _, keep := range [...]int{1, 2} { // "yesss" has one s, "yessirrr" two
		b := room[:0]
		for i := range len(s) {
			if len(b) == cap(b) {
				return "", nil
			}
			if i == 0 || s[i] != s[i-1] || keep == 2 && (i+1 == len(s) || s[i+1] != s[i]) && !(i > 1 && s[i-2] == s[i]) {
				b = append(b, s[i])
			}
		}
		if len(b) == len(s) {
			continue
		}
		t := string(b)
		if w := lexicon.Look(t); w.In(lexicon.Yes) || w.In(lexicon.YesMildly) || w.In(lexicon.No) || w.In(lexicon.Thanking) ||
			w.In(lexicon.Greeting) || w.In(lexicon.Excuses) || w.In(lexicon.Fillers) || w.In(lexicon.Laughter) || t == "si" {
			return t, w
		}
	}
	if len(s) > 3 && strings.Trim(s, "jahei") == "" && strings.ContainsAny(s, "jh") && (s[0] == 'j' || s[0] == 'h' || s[0] == 'a') {
		return "haha", lexicon.Look("haha")
	}
	return "", nil
}
