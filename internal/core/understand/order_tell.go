package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// ReadTell reads a sentence that passes words on: "let maria know im here", "im running late can u tell her". It returns whom, with
// what follows where the words come behind.
func ReadTell(body string) (whom, words string, ok bool) {
	if len(body) > 700 {
		return "", "", false
	}
	if told, sorry := apologyBehind(body); sorry != "" {
		whom, words, ok = ReadTell(told)
		return whom, words + ", " + sorry, ok && words != ""
	}
	body = soKnows(body)
	courtly := courtlyTell(bare(body)) != "" // "le dices q ya llegué"
	body = toldCourtly(withoutPlease(body))
	lead := withoutLeads(body)
	rest, ok := beginsAs(lead, lexicon.TellVerbs)
	if !ok {
		if order := tellsWithReason(body); order != "" {
			body = toldCourtly(order)
			lead = withoutLeads(body)
			rest, ok = beginsAs(lead, lexicon.TellVerbs)
		}
	}
	if ok {
		first, after, _ := strings.Cut(rest, " ")
		if tooWord := bareWord(strings.ToLower(first)); after != "" && lexicon.BeginsMore.Has(tooWord) { // "dile también que ..."
			rest = after
			first, _, _ = strings.Cut(rest, " ")
		}
		if verb, _, _ := strings.Cut(lead, " "); lexicon.TellKnow.Has(strings.ToLower(first)) && (courtly || tellsThem(verb)) {
			// "dile que por la de atrás"
			return "le " + rest, "", true
		}
		switch alone := lexicon.ThirdPersons.Has(bareWord(strings.ToLower(rest))); {
		case alone && len(strings.Fields(body)) > len(strings.Fields(lead)): // "yes pls tell her": what is told stands before it
		case rest != "" && !lexicon.TellWhom.Has(strings.ToLower(first)):
			return rest, "", true
		default:
			return "", "", false
		}
	}
	f := strings.Fields(body)
	if TellsAYes(body) { // "of course!! tell her yes"
		return strings.TrimRight(strings.Join(f[len(f)-2:], " "), " .!"), "", true
	}
	if n := len(f) - 1; n > 1 && lexicon.TellVerbs.Has(bareWord(strings.ToLower(f[n]))) && tellsThem(f[n]) { // "llego tarde, avísele"
		return "le", strings.TrimRight(strings.Join(f[:n], " "), " ,.;"), !lexicon.NotAnOrder.Any(bare(strings.Join(f[n-1:], " ")))
	}
	if n := len(f) - 2; n > 1 && lexicon.ThirdPersons.Has(bareWord(strings.ToLower(f[n+1]))) &&
		lexicon.TellVerbs.Has(bareWord(strings.ToLower(f[n]))) && !beforeOwnTell(bareWord(strings.ToLower(f[n-1]))) &&
		!lexicon.NotAnOrder.Any(bare(body)) { // "its at 3 tell her"
		at := behindWords(f, n, 1)
		return strings.Trim(f[n+1], " .!"), strings.TrimRight(strings.Join(f[:at], " "), " ,.;"), !strings.Contains(body, "?")
	}
	for n := 1; n <= 3 && n < len(f)-2; n++ { // the verb stands near the end, and is asked for: "can u tell her"
		at := len(f) - 1 - n
		know := n == 2 && f[at-1] != "to" && lexicon.TellKnow.Has(bareWord(strings.ToLower(f[len(f)-1]))) // "stuck in traffic let her know"
		if !lexicon.TellVerbs.Has(strings.Join(bare(f[at]), "")) || !know && !lexicon.OrderLeads.Has(strings.Join(bare(f[at-1]), "")) ||
			lexicon.NotAnOrder.Any(bare(body)) {
			continue
		}
		own := lexicon.OwnSubjects.Any(bare(strings.Join(f[max(0, at-3):at], " ")))                 // "i can text her myself"
		if n > 1 && !know && !own && lexicon.ThirdPersons.Has(bareWord(strings.ToLower(f[at+1]))) { // "... so tell her its ok"
			return f[at+1], WithoutKnow(strings.Join(f[at+2:], " ")), true
		}
		whom = strings.Trim(strings.Join(f[at+1:], " "), " ?.!")
		for _, know := range lexicon.TellKnow.Words() {
			whom = strings.TrimSuffix(whom, " "+know)
		}
		at = behindWords(f, at, 0)
		words = strings.TrimRight(strings.Join(f[:at], " "), " ,.;")
		return whom, words, at > 0 && !asksOfUs(words) // "when do you text her"
	}
	return "", "", false
}

// asksOfUs reports whether words are but the beginning of a question: "when do", "por qué".
func asksOfUs(words string) bool {
	f := bare(words)
	return len(f) <= 2 && IsQuestion(words)
}

// beforeOwnTell reports whether a word in front of "tell her" says who does: "i", "she", "to".
func beforeOwnTell(w string) bool {
	return lexicon.OwnTell.Has(w) || lexicon.OwnSubjects.Has(w) || lexicon.ThirdPersons.Has(w) || lexicon.SecondPersons.Has(w) ||
		lexicon.Wills.Has(w) || notTold(w)
}

// tellsThem reports whether a verb says by its end that somebody third is told: "dile", "avísele".
func tellsThem(verb string) bool {
	v := bareWord(strings.ToLower(verb))
	return len(v) > 3 && (strings.HasSuffix(v, "le") || strings.HasSuffix(v, "les"))
}

// ToldToThem is what a sentence passes on to somebody whom it does not name: "omg sorry tell her side door by the mural"; "" when it passes
// nothing on.
func ToldToThem(body string) string {
	whom, words, ok := ReadTell(body)
	switch {
	case !ok || !BeginsWithPerson(whom):
		return ""
	case words == "":
		_, words, _ = strings.Cut(whom, " ")
	}
	return WithoutKnow(strings.TrimSpace(words))
}

// GoesOn reports whether words say themselves that they go on with what was said: "also", "and", "y".
func GoesOn(words string) bool {
	n := lexicon.BeginsMore.Lead(strings.ToLower(words))
	return n > 0 && n < len(words)
}

// WithoutKnow takes "know", "that", "que" off words that are passed on.
func WithoutKnow(words string) string {
	for range 2 {
		if rest, ok := beginsAs(words, lexicon.TellKnow); ok && rest != "" {
			words = rest
		}
	}
	return words
}

// Taught reports whether words are the place of one's own words in what our texts teach, copied as it stands.
func Taught(words string) bool { return lexicon.TaughtWords.Has(wordsOf(words)) }

// AndSomebody finds the one more whom words for somebody begin with, and the words behind: "and rosa im running late".
func AndSomebody(words string) (who, rest string) {
	f := strings.Fields(words)
	if len(f) < 3 || !lexicon.Look(bareWord(f[0])).In(lexicon.Joins) && f[0] != "&" {
		return "", ""
	}
	at := 1
	if lexicon.MoveTo.Has(bareWord(f[at])) && len(f) > 3 { // "y a rosa que ya voy"
		at++
	}
	if !lexicon.FirstNames.Has(bareWord(f[at])) {
		return "", ""
	}
	return strings.Trim(f[at], ",.:;"), WithoutKnow(strings.Join(f[at+1:], " "))
}
