package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

const (
	mostNotClause = 16 // words that say what somebody is not, and what they do
	mostIsNot     = 3  // words for what somebody is not: "home health nurse"
)

// NotClause is a correction that says what somebody is not and then, with a verb of its own, what they do: "not a nurse, works at a nursing
// home", "no es enfermera, cuida viejitos en un asilo". What they do takes the place of all that says what they are.
type NotClause struct{ not, does string }

// ReadNotClause reads such a correction. ok false where a text is none.
func ReadNotClause(body string) (c NotClause, ok bool) {
	f := strings.Fields(strings.Trim(body, " .!"))
	if len(f) < 3 || len(f) > mostNotClause || IsQuestion(body) {
		return c, false
	}
	low := func(i int) string { return bareWord(strings.ToLower(f[i])) }
	i := 0
	for i < len(f)-2 && (lexicon.DeniesBeing.Has(low(i)) && lexicon.DeniesBeing.Has(low(i+1)) || // "no no es", "no not a nurse"
		!lexicon.DeniesBeing.Has(low(i)) && (opensOnly(f[i]) || lexicon.Excuses.Has(low(i)) || OpensOnly(f[i]) ||
			beingWord(low(i)) || lexicon.HoldsOn.Has(low(i)) || lexicon.CorrectionBegins.Has(low(i)))) {
		i++
	}
	if !lexicon.DeniesBeing.Has(low(i)) {
		return notBehind(f, i)
	}
	for i++; i < len(f)-1 && (beingWord(low(i)) || lexicon.Articles.Has(low(i)) || lexicon.OneArticles.Has(low(i))); {
		i++
	}
	for n := 1; n <= mostIsNot && i+n+1 < len(f); n++ {
		at := i + n
		for at+1 < len(f) && (lexicon.ButIs.Has(low(at)) || lexicon.ButWords.Has(low(at)) || low(at) == "que") {
			at++
		}
		verb := at
		if lexicon.ThirdSubjects.Has(low(verb)) {
			verb++
		}
		if verb+1 >= len(f) || lexicon.DoesForLiving.Lead(strings.Join(f[verb:], " ")) == 0 {
			continue
		}
		not := strings.Trim(strings.Join(f[i:i+n], " "), " ,.;:")
		if OwnWords(not) == 0 || lexicon.DoesForLiving.Lead(not) > 0 || NamesTimeIn(bare(not)) {
			return c, false
		}
		return NotClause{not, strings.Join(f[at:], " ")}, true
	}
	return c, false
}

// notBehind reads such a correction the other way round, from where what leads to it ends: "cuida viejitos, no es enfermera", "works at a
// nursing home, not a nurse".
func notBehind(f []string, from int) (c NotClause, ok bool) {
	low := func(i int) string { return bareWord(strings.ToLower(f[i])) }
	for from > 0 && (beingWord(low(from-1)) || lexicon.DoesForLiving.Has(low(from-1))) {
		from--
	}
	verb := from
	if beingWord(low(verb)) {
		verb++
	}
	if verb >= len(f) || lexicon.DoesForLiving.Lead(strings.Join(f[verb:], " ")) == 0 {
		return c, false
	}
	for at := len(f) - 2; at > verb+1; at-- {
		if !lexicon.DeniesBeing.Has(low(at)) {
			continue
		}
		i := at + 1
		for i < len(f)-1 && (beingWord(low(i)) || lexicon.Articles.Has(low(i)) || lexicon.OneArticles.Has(low(i))) {
			i++
		}
		end := at
		for end > verb+1 && (beingWord(low(end-1)) || lexicon.Joins.Has(low(end-1))) {
			end--
		}
		not := strings.Trim(strings.Join(f[i:], " "), " ,.;:")
		if i == at+1 || len(f)-i > mostIsNot || OwnWords(not) == 0 || NamesTimeIn(bare(not)) {
			return c, false
		}
		return NotClause{not, strings.TrimRight(strings.Join(f[from:end], " "), " ,.;:")}, true
	}
	return c, false
}

// beingWord reports whether a word stands between somebody and what they are: "she", "is", "shes", "es".
func beingWord(w string) bool {
	return lexicon.ThirdSubjects.Has(w) || lexicon.IsWords.Has(w) || lexicon.BeingSaid.Has(w)
}

// In puts what somebody does in the place of what they are, where that stands in an answer: of "shes a nurse, wants the mold fixed" it is
// "works at a nursing home, wants the mold fixed". what is "" where it does not.
func (c NotClause) In(answer string) (words, what string) {
	lines := strings.Split(answer, "\n")
	for k, line := range lines {
		f := strings.Fields(line)
		g := strings.Fields(wordsOf(c.not))
		at := -1
		for i := 0; i+len(g) <= len(f) && at < 0; i++ {
			if slices.EqualFunc(f[i:i+len(g)], g, func(a, b string) bool { return wordsOf(a) == b }) {
				at = i
			}
		}
		if at < 0 {
			continue
		}
		from, last := at, f[at+len(g)-1]
		for from > 0 && !strings.HasSuffix(f[from-1], ",") && !strings.HasSuffix(f[from-1], ".") && isBeforeBeing(f, from-1) {
			from--
		}
		if from > 0 && !strings.HasSuffix(f[from-1], ",") && !strings.HasSuffix(f[from-1], ".") &&
			!lexicon.Joins.Has(bareWord(strings.ToLower(f[from-1]))) && !slices.ContainsFunc(f[from:at], beingWord) {
			continue // "works at a school": what somebody is does not stand there
		}
		end := last[len(strings.TrimRight(last, ".,;:!?)\"")):]
		rest := f[at+len(g):]
		if end == "" && len(rest) > 0 && !lexicon.Joins.Has(bareWord(strings.ToLower(rest[0]))) {
			end = ","
		}
		lines[k] = strings.Join(slices.Concat(f[:from], []string{c.does + end}, rest), " ")
		return strings.Join(lines, "\n"), c.does
	}
	return answer, ""
}

// isBeforeBeing reports whether a word leads to what somebody is: "shes", "is", "a", of "works as a" each.
func isBeforeBeing(f []string, i int) bool {
	w := bareWord(strings.ToLower(f[i]))
	if lexicon.Articles.Has(w) || lexicon.OneArticles.Has(w) || beingWord(w) {
		return true
	}
	as := lexicon.WorksAs.Has(w)
	return as && i > 0 && lexicon.DoesForLiving.Has(bareWord(strings.ToLower(f[i-1]))) ||
		lexicon.DoesForLiving.Has(w) && i+1 < len(f) && lexicon.WorksAs.Has(bareWord(strings.ToLower(f[i+1])))
}
