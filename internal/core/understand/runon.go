package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// maxRunOn is how many words may stand between two marks before a clause in their midst is looked for.
const maxRunOn = 14

// withStarts adds to the ends of clauses where in a long run of words without a mark somebody begins to say what they will do: "... shes
// worried about the mold she said she will bring two neighbors".
func withStarts(s string, cut []piece) []piece {
	var out []piece
	from := 0
	for i := 0; i <= len(cut); i++ {
		to, next := len(s), piece{len(s), len(s)}
		if i < len(cut) {
			to, next = cut[i].From, cut[i]
		}
		if len(strings.Fields(s[from:to])) > maxRunOn {
			out = append(out, startsIn(s, from, to)...)
		} else if at := pledgeBehindNothing(s[from:to]); at > 0 {
			out = append(out, piece{from + at - 1, from + at})
		}
		if i < len(cut) {
			out = append(out, next)
		}
		from = next.To
	}
	return out
}

// pledgeBehindNothing is where behind a nothing, without a mark, somebody begins to say what they will do: "no promises or anything she'll
// bring 2 neighbors". 0 for nowhere.
func pledgeBehindNothing(s string) int {
	if n := lexicon.OnlyTold.Lead(s); n > 0 && affirms(s[n:]) { // "nada mas le dije q la llamo el sabado"
		return n + len(s[n:]) - len(strings.TrimLeft(s[n:], " ,.:"))
	}
	first, _, _ := strings.Cut(s, " ")
	if w := bareWord(strings.ToLower(first)); !lexicon.NegativeWords.Has(w) && !lexicon.LeadingNo.Has(w) &&
		lexicon.OwnPromisesNone.Lead(s) == 0 {
		return 0
	}
	var before []string
	for at := 0; at < len(s); {
		end := at
		for end < len(s) && s[end] != ' ' {
			end++
		}
		if len(before) > 1 && (deniesAll(before) || NothingOfMine(s[:at])) && beginsPledge(s[at:], before) {
			return at
		}
		before = append(before, bareWord(strings.ToLower(s[at:end])))
		at = end + 1
	}
	return 0
}

// startsIn finds such beginnings between two places.
func startsIn(s string, from, to int) []piece {
	var out []piece
	before, skip := []string{}, 0
	for at := from; at < to; {
		end := at
		for end < to && s[end] != ' ' {
			end++
		}
		if skip--; skip < 0 && len(before) > 3 && beginsPledge(s[at:to], before) {
			out = append(out, piece{at - 1, at})
			skip = 5
		}
		before = append(before, bareWord(strings.ToLower(s[at:end])))
		at = end + 1
	}
	return out
}

// beginsPledge reports whether words begin with somebody who will do something, and stand in no clause that depends on another.
func beginsPledge(s string, before []string) bool {
	last := before[len(before)-1]
	if lexicon.PledgeNot.Has(last) || lexicon.ToldOf.Has(last) {
		return false
	}
	head := firstOf(strings.Fields(wordsOf(s)), 6)
	if len(head) < 3 {
		return false
	}
	p := " " + strings.Join(head, " ") + " "
	for _, l := range []lexicon.List{lexicon.SaysIPromised, lexicon.SaysTheyWill} {
		for _, phrase := range l.Padded() {
			if strings.HasPrefix(p, phrase) && strings.Count(phrase, " ") > 2 {
				return true
			}
		}
	}
	wills := strings.HasSuffix(head[0], "ll") && lexicon.Wills.Has(head[0]) // "she'll"
	return (wills || lexicon.TaleBegins.Has(head[0])) && willDo(p)
}
