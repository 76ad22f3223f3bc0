package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// soKnows writes words that somebody is to know as the order to tell them: "que rosa sepa q somos dos" is "dile a rosa somos dos",
// "kim's coming with me so maria knows" is "tell maria kim's coming with me". What stands before it is told as well. The text itself where
// nobody is to know anything.
func soKnows(body string) string {
	f := strings.Fields(body)
	if len(f) < 4 || strings.ContainsAny(body, "?¿") || lexicon.TellVerbs.Any(bare(body)) {
		return body
	}
	for i := 0; i+1 < len(f); i++ {
		from, whom, to := knowsAt(f, i)
		if whom == "" {
			continue
		}
		before := strings.TrimRight(withoutEnd(f[:from]), " ,.;:-")
		behind := strings.TrimLeft(WithoutKnow(strings.TrimLeft(strings.Join(f[to:], " "), " ,.;:-")), " ")
		told := before
		switch {
		case before == "":
			told = behind
		case behind != "":
			told += ", " + behind
		}
		if len(strings.Fields(told)) < 2 || lexicon.NotAnOrder.Any(bare(before)[max(0, len(bare(before))-3):]) {
			return body
		}
		return lexicon.TellVerbs.Words()[0] + " " + whom + " " + told
	}
	return body
}

// knowsAt finds at a word that somebody is to know something: from where, whom, and where what they are to know begins.
func knowsAt(f []string, i int) (from int, whom string, to int) {
	name := func(k int) string {
		if k < len(f) && lexicon.FirstNames.Has(bareWord(strings.ToLower(f[k]))) {
			return strings.Trim(f[k], ",.:;!")
		}
		return ""
	}
	if n := lexicon.KnowsWhom.Lead(strings.Join(f[i:], " ")); n > 0 { // "heads up to maria that ..."
		k := i + len(strings.Fields(strings.Join(f[i:], " ")[:n]))
		return i, name(k), k + 1
	}
	for n := 3; n > 0; n-- {
		if i+n >= len(f) || !lexicon.ToKnowLeads.Has(strings.Join(bare(strings.Join(f[i:i+n], " ")), " ")) {
			continue
		}
		k := i + n
		if a := name(k); a != "" { // "so maria knows", "give maria a heads up"
			if m := knowsVerb(f, k+1); m > 0 && endsKnowing(f, i, k+1+m) {
				return i, a, k + 1 + m
			}
		}
		if m := knowsVerb(f, k); m > 0 && name(k+m) != "" && endsKnowing(f, i, k+m+1) { // "que sepa rosa que ..."
			return i, name(k + m), k + m + 1
		}
	}
	return 0, "", 0
}

// knowsVerb is how many words from k on say that somebody knows, 0 for none.
func knowsVerb(f []string, k int) int {
	for n := min(4, len(f)-k); n > 0; n-- {
		if lexicon.KnowsVerbs.Has(strings.Join(bare(strings.Join(f[k:k+n], " ")), " ")) {
			return n
		}
	}
	return 0
}

// endsKnowing reports whether what somebody is to know is told: it stands before, "im running late so maria knows", or follows with a mark
// or a "that". "so maria knows everybody" says what they know.
func endsKnowing(f []string, from, to int) bool {
	return to == len(f) && from > 1 || to < len(f) && (strings.ContainsAny(f[to-1][len(f[to-1])-1:], ",.:;!") ||
		lexicon.TellKnow.Has(bareWord(strings.ToLower(f[to]))) ||
		lexicon.OwnSubjects.Has(strings.ReplaceAll(bareWord(strings.ToLower(f[to])), "'", "")))
}

// withoutEnd leaves out the small words that lead from what is told to whom: "and", "just".
func withoutEnd(f []string) string {
	for len(f) > 0 && lexicon.BeginsMore.Has(bareWord(strings.ToLower(f[len(f)-1]))) {
		f = f[:len(f)-1]
	}
	return strings.Join(f, " ")
}
