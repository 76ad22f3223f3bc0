package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// Afterthought reads a text that says of itself that it was left out of what was told before: "oh n her sister wants in", "ah se me pasó,
// su hermana tambien", "forgot to say he has a van". rest is what it says without that.
func Afterthought(body string) (rest string, ok bool) {
	rest = strings.TrimSpace(body)
	for {
		if n := lexicon.LeftOutLeads.Lead(rest); n > 0 && n < len(rest) {
			rest, ok = strings.TrimLeft(rest[n:], " ,.;:-"), true
			continue
		}
		w, more, cut := strings.Cut(rest, " ")
		w = bareWord(strings.ToLower(w))
		switch {
		case cut && (lexicon.Interjections.Has(lexicon.Plain(w)) && !lexicon.Yes.Has(lexicon.Plain(w)) || w == ""):
		case cut && ok && (lexicon.Joins.Has(w) || lexicon.BesideWill.Has(w)): // "forgot to say and she ..."
		case cut && rest != strings.TrimSpace(body) && lexicon.Joins.Has(w): // "oh n", "ah y"
			ok = true
		default:
			if !ok || rest == "" {
				return strings.TrimSpace(body), false
			}
			return rest, true
		}
		rest = strings.TrimLeft(more, " ,")
	}
}

// OfTheirKin reports whether every clause of a text is of one of somebody's family: "su hermana también anda interesada". What they do
// binds nobody.
func OfTheirKin(s string) bool {
	all := clausesOf(s)
	return len(all) > 0 && !slices.ContainsFunc(all, func(c string) bool {
		f := strings.Fields(wordsOf(c))
		for len(f) > 2 && (lexicon.Joins.Has(f[0]) || lexicon.TaleOpens.Has(f[0]) || lexicon.Interjections.Has(f[0])) {
			f = f[1:]
		}
		return !kinDoes(f) || len(f) > 3 && lexicon.And.Has(f[2])
	})
}

// SkipsIt reports whether a text leaves a question out, in a few words: "skip that one pls", "esa sáltatela".
func SkipsIt(body string) bool {
	f := bare(body)
	if len(f) == 0 || len(f) > maxSkip {
		return false
	}
	skips := false
	for _, w := range f {
		switch {
		case lexicon.SkipVerbs.Has(w):
			skips = true
		case !lexicon.SkipBeside.Has(w) && !small([]string{w}, lexicon.OrderLeads):
			return false
		}
	}
	return skips
}

// maxSkip is how many words leave a question out and say nothing else.
const maxSkip = 6

// owes reports whether words say that their speaker owes somebody something: "gonna owe her the sheet", "le quedé debiendo una llamada". f
// are plain words.
func owes(f []string) bool {
	for i, w := range f {
		switch {
		case lexicon.OweWords.Has(w) && i+1 < len(f) && lexicon.SomebodyOf.Has(f[i+1]):
		case lexicon.OweThem.Has(w), lexicon.OweWords.Has(w) && i > 0 && lexicon.ToWhom.Any(f[max(0, i-2):i]):
		default:
			continue
		}
		if !lexicon.ThirdSubjects.Any(f[:i]) && !lexicon.NegativeWords.Any(f[:i]) && !namesOther(f[:i]) {
			return true
		}
	}
	return false
}

// namesOther reports whether words before a verb name somebody who does it.
func namesOther(f []string) bool {
	return slices.ContainsFunc(f, func(w string) bool { return lexicon.FirstNames.Has(w) || lexicon.Kin.Has(w) })
}
