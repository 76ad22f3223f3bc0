package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// mostManner is how many words say at most how a wording is to be, before the words for it.
const mostManner = 12

// StyledLike is what a text wants a wording that is shown to be, behind how it is to be and a "like", or a mark: "make it less stiff? like
// Hey Maria so good to meet u today". first is whom it is for. "" for none.
func StyledLike(body, first string) string {
	f := strings.Fields(body)
	for i := 1; i < len(f)-leastPut+1 && i <= mostManner; i++ {
		before, rest := strings.Join(f[:i], " "), strings.Join(f[i:], " ")
		marked := strings.ContainsAny(f[i-1][len(f[i-1])-1:], ":-–")
		this := lexicon.LikeThis.Lead(rest)
		n := max(this, lexicon.LikeWords.Lead(rest))
		manner := mannerOf(before)
		// "ponle: Rosa, ...": how it is to be, it does not say
		if lexicon.Rewords.Lead(before) >= len(strings.TrimRight(before, " :")) && this == 0 {
			continue
		}
		if !(manner && (n > 0 || marked) || this > 0) || SaysThanks(before) || namesFirst(before, first) {
			continue
		}
		words := strings.Trim(rest[n:], " :,-–\"“”")
		if len(strings.Fields(words)) >= leastPut && greetsFirst(words, first) {
			return words
		}
	}
	return ""
}

// mannerOf reports whether words say how a wording is or is to be: "too stiff lol", "can it be less formal", "suena muy frío".
func mannerOf(s string) bool {
	p := Padded(s)
	return asksManner(strings.Trim(s, " ?.!,:")) || lexicon.AboutWording.In(p) || lexicon.WordingManner.In(p)
}

// greetsFirst reports whether words begin with whom they are for, behind a greeting at most, or with a greeting to somebody.
func greetsFirst(words, first string) bool {
	rest := strings.TrimLeft(WithoutGreeting(words), " ,!")
	w := bare(rest)
	return len(w) > 0 && sharesName(w[0], strings.TrimSpace(Padded(first)))
}

// sharesName reports whether a word is a name or a form of it: "rosita" is "rosa".
func sharesName(w, name string) bool {
	return w == name || len(name) > 3 && len(w) > len(name) && strings.HasPrefix(w, name[:len(name)-1]) &&
		strings.HasSuffix(w, "it"+name[len(name)-1:])
}

func namesFirst(s, first string) bool { return strings.Contains(Padded(s), Padded(first)) }
