package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// PromiseAlone is what somebody promises without what only leads to it: of "and i need to send her the address" it is "send her the
// address".
func PromiseAlone(words string) string {
	words = strings.TrimSpace(words)
	if rest, later := Afterthought(words); later {
		words = rest
	}
	for n := leadsPromise(words); n > 0 && n < len(words); n = leadsPromise(words) {
		words = strings.TrimLeft(words[n:], " ,")
	}
	return words
}

func leadsPromise(words string) int {
	return max(lexicon.PromiseLeads.Lead(words), lexicon.BeginsMore.Lead(words))
}

// OwnDeedToo reports whether a text goes on with what its writer will do for whom a report is of: "and i need to send her the address by
// tues", "y tambien presentarle a doña chela".
func OwnDeedToo(body string) bool {
	rest := PromiseAlone(body)
	if rest == strings.TrimSpace(body) || IsQuestion(body) {
		return false
	}
	if lexicon.PromiseLeads.Lead(strings.TrimSpace(body)) > 0 && !lexicon.ThirdSubjects.Any(bare(body)[:1]) {
		return true
	}
	all := Details(rest)
	if len(all) > 0 && !slices.ContainsFunc(all, func(p Labelled) bool { return p.Label != "follow_ups" }) {
		return true
	}
	return AlsoTo(body) && GivesThem(rest)
}

// DueBy reports whether a text says by what day something is to be done, and names no other: "need to see jo by friday".
func DueBy(body string) bool {
	f := bare(body)
	for i := 1; i+1 < len(f); i++ {
		if n := lexicon.DueLeads.Lead(strings.Join(f[i:], " ")); n > 0 {
			next, _, _ := strings.Cut(strings.Join(f[i:], " ")[n:], " ")
			if n < len(strings.Join(f[i:], " ")) && (NamesTime(next) || lexicon.Articles.Has(next) || hasDigit(next)) {
				return true
			}
		}
	}
	return false
}

// NearlyRight reports whether words say that what was understood is right but for what follows, and no more: "almost".
func NearlyRight(piece string) bool { return lexicon.NearlyRight.Has(strings.Join(bare(piece), " ")) }
