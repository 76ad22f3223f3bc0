package field

import (
	"slices"
	"strconv"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/understand"
)

// counted puts another number before what is counted: "3 neighbors" where "2 neighbors" stands.
// A stretch of time is put right so where it tells what is, and not by when somebody does something (pledges).
func counted(answer, piece string, pledges bool) (words, what string) {
	f := strings.Fields(piece)
	for i := 0; i+1 < len(f); i++ {
		n, ok := number(f[i])
		if !ok || i > 0 && lexicon.InsteadOf.Has(low(f[i-1])) {
			continue
		}
		noun := stem(f[i+1])
		if noun == "" && !pledges {
			noun = unit(f[i+1])
		}
		g := strings.Fields(answer)
		for k := 0; noun != "" && k+1 < len(g); k++ {
			if m, is := number(g[k]); is && m != n && (stem(g[k+1]) == noun || unit(g[k+1]) == noun) {
				return replaced(answer, g[k]+" "+g[k+1], f[i]+" "+strings.Trim(f[i+1], ",.;!")), f[i] + " " + strings.Trim(f[i+1], ",.;!")
			}
		}
	}
	return answer, ""
}

// denied puts what is so in the place of what an answer says and a text denies: "not a nurse shes a nurses aide", "no es enfermera, es
// auxiliar".
func denied(answer, piece string) (words, what string) {
	not, is := understand.NotButIs(piece)
	if not == "" || is == "" {
		return answer, ""
	}
	if understand.OwnWords(not) == 0 && !lexicon.Kin.Has(low(not)) { // "pero no me dijo cuándo"
		return answer, ""
	}
	is = understand.SoInstead(not, is)
	put, found := understand.InPlaceOf(answer, not, is)
	if !found {
		return answer, ""
	}
	return put, is
}

// instead puts a word in the place of the one that a text says is not so: "it was 350 not 300", "she works days not nights".
func instead(answer, piece string) (words, what string) {
	f := strings.Fields(piece)
	for i := 1; i+1 < len(f); i++ {
		at := i + 1
		if at+1 < len(f) && len(low(f[at])) <= 2 { // "de día, no de noche"
			at++
		}
		was, is := strings.Trim(f[at], ",.;!"), strings.Trim(f[i-1], ",.;!")
		_, wasNumber := number(strings.Trim(was, "$"))
		_, isNumber := number(strings.Trim(is, "$"))
		last := at+1 == len(f) && min(len(was), len(is)) > 2 && !lexicon.SentenceWords.Has(low(was))
		if understand.NamesTime(low(was)) && !understand.NamesTime(low(is)) || namesDay(is) != namesDay(was) {
			// "wednesday for the link not monday", "to the 10th not maria"
			continue
		}
		if lexicon.CorrectionBegins.Has(low(is)) || lexicon.Interjections.Has(low(is)) || lexicon.HoldsOn.Has(low(is)) { // "wait not rep"
			continue
		}
		if !lexicon.InsteadOf.Has(low(f[i])) || wasNumber != isNumber || !isNumber && !last {
			continue
		}
		g := strings.Fields(answer)
		for _, w := range g {
			if low(strings.Trim(w, "$")) == low(strings.Trim(was, "$")) {
				is = wholeName(f, i, at, is)
				return replaced(answer, strings.Trim(w, "$,.;!"), strings.Trim(is, "$")), is
			}
		}
	}
	return answer, ""
}

// mostInName is how many words what somebody is has at most: "nurses aide".
const mostInName = 3

// wholeName is what stands before a "not" where it is one of a kind with what stands behind: of "a nurses aide not a nurse" it is "nurses
// aide", and not "aide".
func wholeName(f []string, not, was int, is string) string {
	for k := 2; k <= mostInName && not-k > 0; k++ {
		whole := f[not-k : not]
		before := low(f[not-k-1])
		if stem(whole[0]) == "" || !lexicon.OneArticles.Has(before) && !lexicon.Articles.Has(before) && !lexicon.SaysBeing.Has(before) {
			continue
		}
		if slices.ContainsFunc(whole, func(w string) bool { return stem(w) != "" && stem(w) == stem(f[was]) }) {
			return strings.Trim(strings.Join(whole, " "), ",.;!")
		}
	}
	return is
}

// namesDay reports whether a word is a day of the month: "10th".
func namesDay(w string) bool {
	n, suffix := 0, low(w)
	for n < len(suffix) && suffix[n] >= '0' && suffix[n] <= '9' {
		n++
	}
	return n > 0 && n < len(suffix) && lexicon.OrdinalEnds.Has(suffix[n:])
}

func number(w string) (int, bool) {
	w = low(w)
	if n, err := strconv.Atoi(w); err == nil {
		return n, true
	}
	l := lexicon.Look(w)
	return l.N, l.Time == lexicon.Number
}

// stem is the beginning of a word that names a thing, by which it is found again; "" for a small word.
func stem(w string) string {
	if w = strings.TrimSuffix(low(w), "s"); len(w) < 3 || lexicon.SentenceWords.Has(w) || understand.NamesTime(w) {
		return ""
	}
	return w[:min(len(w), 5)]
}

// unit is a word for a stretch of time by which it is found again: "weeks", "semanas"; "" for any other word.
func unit(w string) string {
	w = low(w)
	units := []lexicon.List{lexicon.Week, lexicon.Day, lexicon.MonthUnit, lexicon.Year, lexicon.Hour, lexicon.Minute}
	if !slices.Contains(units, lexicon.Look(w).Time) {
		return ""
	}
	return strings.TrimSuffix(w, "s")
}

func low(w string) string { return lexicon.Plain(strings.Trim(strings.ToLower(w), ",.;:!?")) }

func replaced(s, from, to string) string { return strings.Replace(s, from, to, 1) }
