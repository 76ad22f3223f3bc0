package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// Styled divides what a text wants of a wording that is shown from the words that it gives for it: "make it warmer it sounds like a robot.
// thx for the coffee" asks for a manner, and the words are "thx for the coffee". ok is false where it asks for none, or gives no words.
func Styled(body string) (words string, ok bool) {
	first, rest := "", ""
	marks := []string{". ", "! ", ", ", "; ", ": ", "\n", " - "}
	for _, w := range slices.Concat(lexicon.Joins.Words(), lexicon.ButWords.Words()) {
		marks = append(marks, " "+w+" ")
	}
	for _, mark := range marks {
		for from := 0; ; {
			i := strings.Index(body[from:], mark)
			if i < 0 {
				break
			}
			at := from + i
			from = at + len(mark)
			said := strings.TrimSpace(body[from:])
			joins := mark[0] == ' ' && mark != " - " // "y dile gracias": what is said is led to
			leads := lexicon.Rewords.Lead(said) > 0 || lexicon.ThanksThemFor.Lead(said) > 0
			told := leads || SaysThanks(FirstClause(said)) || SpeaksToSomebody(FirstClause(said))
			judged := asksManner(body[:at]) || complains(body[:at])
			if told && (!joins || leads) && len(said) > len(rest) && judged {
				first, rest = body[:at], said
			}
		}
	}
	if first == "" {
		if words = styledAtOnce(body); words != "" {
			return words, true
		}
		return styledBehind(body, marks)
	}
	if n := lexicon.Rewords.Lead(rest); n > 0 && n < len(rest) && !asksManner(rest) {
		rest = strings.Trim(rest[n:], " :,\"")
	}
	return rest, len(strings.Fields(rest)) > 1
}

// complains reports whether a few words say of a wording that it is not good as it is, and nothing to whoever it is for: "too stiff lol".
func complains(s string) bool {
	return lexicon.AboutWording.In(Padded(s)) && lexicon.Rewords.Lead(s) == 0 && len(strings.Fields(s)) <= maxSmall &&
		!SpeaksToSomebody(s) && !SaysThanks(s)
}

// leastWhole is how many words a wording has at least that is one of its own, and no more to say.
const leastWhole = 7

// styledAtOnce is a whole wording behind a complaint that no mark divides from it: of "thats too formal just say thanks maria it was so
// good to meet you" it is "thanks maria it was so good to meet you". "" for none.
func styledAtOnce(body string) string {
	f := strings.Fields(body)
	for i := 1; i+leastWhole < len(f) && !strings.ContainsAny(body, "?¿"); i++ {
		rest := strings.Join(f[i:], " ")
		n := lexicon.Rewords.Lead(rest)
		if n == 0 || !complains(strings.Join(f[:i], " ")) || asksManner(rest) {
			continue
		}
		words := strings.Trim(rest[n:], " :,\"")
		if put := strings.Fields(words); len(put) >= leastWhole && SpeaksToSomebody(words) && SaysThanks(strings.Join(put[:2], " ")) {
			return words
		}
	}
	return ""
}

// mostAlso is how many words stand beside a draft at most that say only what somebody is thanked for.
const mostAlso = 8

// StyledAlso is what a text wants a wording to say too, behind how it is to be: "make it a bit warmer n say thx for the coffee". Nothing
// else of the draft is to go. "" where it says no such thing.
func StyledAlso(body string) string {
	f := strings.Fields(body)
	for i := 1; i+2 < len(f); i++ {
		if !lexicon.Joins.Has(bareWord(strings.ToLower(f[i]))) || !asksManner(strings.Join(f[:i], " ")) {
			continue
		}
		said := strings.Join(f[i+1:], " ")
		n := max(lexicon.Rewords.Lead(said), lexicon.AddsToThanks.Lead(said))
		words := strings.Trim(said[n:], " ,:\"")
		thanks := strings.Fields(words)
		if n == 0 || len(thanks) < 3 || len(thanks) > mostAlso {
			continue
		}
		own := lexicon.OwnSubjects.Has(bareWord(strings.ToLower(thanks[0])))
		if SaysThanks(strings.Join(thanks[:2], " ")) || own && !SpeaksToSomebody(words) {
			return words
		}
	}
	return ""
}

// leastPut is how many words a text gives at least that are to be put into a wording.
const leastPut = 3

// mostPut is how many at most: more are a wording of their own.
const mostPut = 14

// PutBehindComplaint is what a text wants a wording to say, behind that it is not good as it is, also where no mark divides the two: of "no
// se lo mandes asi suena muy frio ponle q me acorde de su mama" it is "me acorde de su mama". "" for none.
func PutBehindComplaint(body string) string {
	f := strings.Fields(body)
	for i := 1; i+leastPut < len(f) && !strings.ContainsAny(body, "?¿"); i++ {
		rest, before := strings.Join(f[i:], " "), strings.Join(f[:i], " ")
		n := lexicon.Rewords.Lead(rest)
		if n == 0 || !lexicon.AboutWording.In(Padded(before)) || SpeaksToSomebody(before) || SaysThanks(before) || asksManner(rest) {
			continue
		}
		said := strings.Trim(rest[n:], " ,:\"")
		words, tells := beginsAs(said, lexicon.TellKnow)
		if !tells {
			words = said
		}
		put := strings.Fields(words)
		whole := SpeaksToSomebody(words) && asksManner(before) || styledAtOnce(body) != ""
		if len(put) < leastPut || len(put) > mostPut || whole {
			continue
		}
		thanks := SaysThanks(strings.Join(put[:2], " "))
		if tells || lexicon.OwnSubjects.Has(bareWord(strings.ToLower(put[0]))) || thanks && !asksManner(before) {
			return words
		}
	}
	return ""
}

// styledBehind does the same with words that come before how they are to be: "thank you for your time maria, make it short".
func styledBehind(body string, marks []string) (words string, ok bool) {
	for _, mark := range marks {
		i := strings.LastIndex(body, mark)
		if i < 0 || !AsksManner(body[i+len(mark):]) {
			continue
		}
		words = strings.TrimRight(body[:i], " ,.;:-")
		if SaysThanks(FirstClause(words)) || SpeaksToSomebody(FirstClause(words)) {
			return words, len(strings.Fields(words)) > 1
		}
	}
	return "", false
}

// AsksManner reports whether a text asks how a wording is to be, and gives no words for it: "make it less formal".
func AsksManner(body string) bool {
	return !IsQuestion(body) && len(strings.Fields(body)) <= maxSmall && asksManner(body)
}

// asksManner reports whether words begin by asking how a wording is to be, and say nothing to whoever it is for: "make it warmer it sounds
// like a robot", "si pero que sea cortito".
func asksManner(s string) bool {
	lead := withoutLeads(s)
	if SaysThanks(lead) || SpeaksToSomebody(lead) {
		return false
	}
	rest, asks := beginsAs(s, lexicon.WordingAsks)
	if n := lexicon.Rewords.Lead(s); !asks && n > 0 { // "que sea cortito"
		rest, asks = strings.TrimSpace(s[n:]), true
	}
	if !asks {
		rest, asks = beginsAs(lead, lexicon.WordingAsks)
	}
	if n := lexicon.Rewords.Lead(lead); !asks && n > 0 {
		rest, asks = strings.TrimSpace(lead[n:]), true
	}
	if !asks {
		return false
	}
	f := bare(rest)
	for len(f) > 1 && lexicon.BeforeManner.Has(f[0]) {
		f = f[1:]
	}
	how := strings.Join(f, " ")
	return lexicon.WordingManner.Lead(how) > 0 || lexicon.AboutWording.Lead(how) > 0 ||
		lexicon.WordingManner.In(Padded(strings.TrimSuffix(s, rest)))
}

// SaysNothingSent reports whether a text says somewhere not to send what is shown, beside what is done instead: "no mejor yo le llamo, no
// le mandes nada". Of texts in general it says nothing.
func SaysNothingSent(body string) bool {
	if lexicon.OfAllTexts.In(Padded(body)) {
		return false
	}
	for _, c := range Clauses(body) {
		if not, yet := SaysNotSend(c); not && !yet {
			return true
		}
		f := bare(c)
		for i, w := range f {
			if i > 0 && lexicon.NotAnOrder.Has(w) {
				if not, yet := SaysNotSend(strings.Join(f[i:], " ")); not && !yet && !lexicon.ThirdSubjects.Has(f[i-1]) {
					return true
				}
			}
		}
	}
	return false
}
