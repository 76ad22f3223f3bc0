package when

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// mostToLeave is how many small words stand at most between going away and its hour.
const mostToLeave = 4

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
		case ofDoor(toks, i): // "la del 2a", "the lady in 2a"
			t.used, toks[i+1].used = true, true
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

// ofDoor reports whether the number at i is of a door with its letter, by what stands before it, and no hour.
func ofDoor(toks []token, i int) bool {
	return i > 0 && (toks[i-1].lex.kind == lxOf || toks[i-1].lex.kind == lxIn) && i+1 < len(toks) && toks[i+1].glued && toks[i+1].s == "a" &&
		!(i+2 < len(toks) && toks[i+2].num >= 0)
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
