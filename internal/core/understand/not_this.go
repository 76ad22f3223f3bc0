package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// mostNotThis is how many words a text has at most that says what is not so and what is.
const mostNotThis = 8

// NotThis is a correction that says first what is not so: behind its "not" stand both. "wait not rep, steward", "perdón no mamá, tía".
type NotThis struct{ words []string }

// ReadNotThis reads such a correction. A bare "no" may as well begin what somebody does not do, so behind it a comma divides the two, or
// both are of a family. ok false where the text is none.
func ReadNotThis(body string) (c NotThis, ok bool) {
	f := strings.Fields(body)
	led := false
	for len(f) > 2 && !lexicon.InsteadOf.Has(bareWord(f[0])) && (opensOnly(f[0]) || lexicon.Excuses.Has(bareWord(f[0])) || OpensOnly(f[0])) {
		f, led = f[1:], true
	}
	if len(f) < 3 || len(f) > mostNotThis || !lexicon.InsteadOf.Has(bareWord(f[0])) || IsQuestion(body) {
		return c, false
	}
	plain := bareWord(f[0]) == "no"
	f = f[1:]
	for len(f) > 2 && (lexicon.Articles.Has(bareWord(f[0])) ||
		lexicon.OneArticles.Has(bareWord(f[0])) || lexicon.SaysBeing.Has(bareWord(f[0]))) {
		f = f[1:]
	}
	comma := strings.HasSuffix(f[0], ",") || len(f) > 2 && strings.HasSuffix(f[1], ",")
	kin := lexicon.Kin.Has(bareWord(f[0])) && lexicon.Kin.Has(bareWord(f[len(f)-1]))
	return NotThis{f}, comma || kin || led && !plain
}

// In puts what is so in the place of what is not, where that stands in an answer. what is "" where it does not.
func (c NotThis) In(answer string) (words, what string) {
	for n := min(3, len(c.words)-1); n > 0; n-- {
		was, is := strings.TrimRight(strings.Join(c.words[:n], " "), ",.;"), things(c.words[n:])
		if now, rest, more := strings.Cut(is, " "); more && lexicon.ItsNow.Has(bareWord(now)) { // "wait not luz, its joanne"
			is = rest
		}
		is = SoInstead(was, is)
		if OwnWords(was) == 0 && !lexicon.Kin.Has(wordsOf(was)) || is == "" || lexicon.SentenceWords.Has(wordsOf(is)) || NamesTime(wordsOf(is)) {
			continue
		}
		if put, found := InPlaceOf(answer, was, is); found {
			return put, is
		}
	}
	return answer, ""
}

// SoInstead is what is so instead of what was, without who said it, and with what is counted: behind "3 vecinas", of "5 me dijo al final"
// it is "5 vecinas".
func SoInstead(was, is string) string {
	f, g := strings.Fields(is), strings.Fields(was)
	for i := 1; i < len(f); i++ {
		if lexicon.ToldOf.Has(bareWord(strings.ToLower(f[i]))) && len(f)-i <= maxSmall {
			for i > 1 && (lexicon.ThirdSubjects.Has(bareWord(strings.ToLower(f[i-1]))) || bareWord(strings.ToLower(f[i-1])) == "me") {
				i--
			}
			f = f[:i]
			break
		}
	}
	if len(f) == 1 && len(g) == 2 && isNumber(g[0]) && isNumber(f[0]) {
		f = append(f, g[1])
	}
	return strings.Trim(strings.Join(f, " "), ",.; ")
}

// WithoutTold leaves out that somebody said so, at the end of a text: "not 3 neighbors, its 5 she told me at the end".
func WithoutTold(body string) string {
	f := strings.Fields(body)
	for i := 2; i < len(f); i++ {
		w := bareWord(strings.ToLower(f[i-1]))
		if lexicon.ToldOf.Has(bareWord(strings.ToLower(f[i]))) && len(f)-i <= maxSmall && (lexicon.ThirdSubjects.Has(w) || w == "me") {
			return strings.TrimRight(strings.Join(f[:i-1], " "), " ,.;")
		}
	}
	return body
}

// isNumber reports whether a word is a number, in figures or in letters.
func isNumber(w string) bool {
	w = lexicon.Plain(bareWord(strings.ToLower(w)))
	return onlyDigits(w) || lexicon.Look(w).Time == lexicon.Number
}

// InPlaceOf puts words in the place of others that stand whole in a text: "me" does not stand in "enfermera".
func InPlaceOf(text, was, is string) (string, bool) {
	f, g := strings.Fields(text), strings.Fields(wordsOf(was))
	for i := 0; len(g) > 0 && i+len(g) <= len(f); i++ {
		same := true
		for k, w := range g {
			same = same && wordsOf(f[i+k]) == w
		}
		if !same {
			continue
		}
		if n, of, two := strings.Cut(is, " "); two && i+len(g) < len(f) && isNumber(n) && wordsOf(f[i+len(g)]) == wordsOf(of) {
			is = n // "not 3, 5 neighbors" where "3 neighbors" stands
		}
		last := f[i+len(g)-1]
		end := last[len(strings.TrimRight(last, ".,;:!?)\"")):]
		at := strings.Index(text, strings.Join(f[i:i+len(g)], " "))
		if at < 0 {
			return strings.Join(append(append(f[:i:i], is+end), f[i+len(g):]...), " "), true
		}
		long := len(strings.Join(f[i:i+len(g)], " "))
		return text[:at] + is + end + text[at+long:], true
	}
	return text, false
}

// KinInstead is the one of a family whom a correction names, and says no more: "perdón con su cuñada", "oops her niece". "" for none.
func KinInstead(body string) string {
	f := bare(body)
	led := false
	for len(f) > 1 && (opensOnly(f[0]) || lexicon.Excuses.Has(f[0])) {
		f, led = f[1:], true
	}
	for len(f) > 1 && (lexicon.WithWords.Has(f[0]) || lexicon.TheirPlaces.Has(f[0]) || lexicon.Articles.Has(f[0])) {
		f = f[1:]
	}
	if !led || len(f) != 1 || !lexicon.Kin.Has(f[0]) || IsQuestion(body) {
		return ""
	}
	w := strings.Fields(body)
	return strings.Trim(w[len(w)-1], ".,!;")
}

// OnlyKin is the one of a family whom words name, where they name one alone.
func OnlyKin(words string) (kin string) {
	for _, w := range strings.Fields(words) {
		if !lexicon.Kin.Has(bareWord(strings.ToLower(w))) {
			continue
		}
		if kin != "" {
			return ""
		}
		kin = strings.Trim(w, ".,!;")
	}
	return kin
}
