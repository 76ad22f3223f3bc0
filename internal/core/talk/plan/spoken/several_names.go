package spoken

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// SameName reports whether two names may be one person's: the same, or one the beginning of the other, or one of them misspelt.
func SameName(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	return a == b || strings.HasPrefix(a, b+" ") || strings.HasPrefix(b, a+" ") || misspelt(a, b)
}

// misspelt reports whether a name corrects another by a letter or two.
func misspelt(a, b string) bool {
	fa, fb := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	if len(fa) == 0 || len(fb) == 0 {
		return false
	}
	first, last := fa[0] == fb[0], fa[len(fa)-1] == fb[len(fb)-1]
	if len(fa) == 1 || len(fb) == 1 {
		return Near(fa[0], fb[0])
	}
	return (first || Near(fa[0], fb[0])) && (last || Near(fa[len(fa)-1], fb[len(fb)-1]))
}

// Near reports whether two words differ by one letter put in, left out or changed, of long ones by two.
func Near(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if min(len(x), len(y)) < 3 || max(len(x), len(y))-min(len(x), len(y)) > 2 {
		return a == b
	}
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range x {
		last := row[0]
		row[0] = i + 1
		for j, s := range y {
			cost := last
			if r != s {
				cost = 1 + min(last, row[j], row[j+1])
			}
			last, row[j+1] = row[j+1], cost
		}
	}
	return row[len(y)] <= 1 || row[len(y)] == 2 && min(len(x), len(y)) >= 8
}

// Named puts the command in front of words that begin with a name in small letters, so that it is read as one: "maria lopez thu 3pm".
func Named(words string, c when.Context) string {
	words, _ = named(words, c)
	return words
}

// ReadNamed reads words as Named has them.
func ReadNamed(words string, c when.Context) understand.Text {
	_, h := named(words, c)
	return h
}

func named(words string, c when.Context) (string, understand.Text) {
	h := understand.Read(words, c)
	if h.Person != "" {
		return words, h
	}
	led := "meeting " + words
	if l := understand.Read(led, c); l.Person != "" {
		return led, l
	}
	return words, h
}

// NamesOf names whom pieces of a text plan to meet, as far as they say so.
func NamesOf(pieces []string, c when.Context) string {
	var names []string
	for _, piece := range pieces {
		if who := ReadNamed(piece, c).Person; who != "" {
			names = append(names, who)
		}
	}
	return strings.Join(names, ", ")
}

// nameFirst takes the name that words begin with: one to three capitalised words, or a common name in small letters where nothing follows
// but a time or a place.
func nameFirst(words string) (name, rest string, ok bool) {
	f := strings.Fields(words)
	n := 0
	for n < len(f) && n < 3 && f[n] != strings.ToLower(f[n]) && !strings.ContainsAny(f[n], "0123456789") &&
		!understand.Times(f[n]+" 1", when.Context{}).HasDate() {
		n++
	}
	if n == 0 {
		if n = smallName(f); n == 0 {
			return "", "", false
		}
	}
	name = strings.Trim(strings.Join(f[:n], " "), ",.")
	_, ok = understand.ParseName(name)
	return name, strings.Join(f[n:], " "), ok
}

// smallName is how many words the name in small letters has that words begin with and say nothing else of: "rosa medina next week"; 0 for
// none.
func smallName(f []string) int {
	plain := func(i int) string { return lexicon.Plain(strings.ToLower(strings.Trim(f[i], ",.;!"))) }
	if len(f) == 0 || !lexicon.FirstNames.Has(plain(0)) {
		return 0
	}
	n := 1
	for n < len(f) && n < 3 && strings.TrimRight(f[n-1], ",.;!") == f[n-1] {
		w := lexicon.Look(plain(n))
		if w.Known() && !w.In(lexicon.SurnamesToo) && !w.In(lexicon.FirstNames) || strings.ContainsAny(f[n], "0123456789(+@") {
			break
		}
		n++
	}
	if n == len(f) {
		return n
	}
	w := lexicon.Look(plain(n))
	if w.Time != lexicon.NoList || strings.ContainsAny(f[n][:1], "0123456789(+@") || w.In(lexicon.At) || w.In(lexicon.DayArticle) ||
		w.In(lexicon.Next) || w.In(lexicon.ThisOne) || w.In(lexicon.BothWords) {
		return n
	}
	return 0
}
