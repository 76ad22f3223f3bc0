package understand

import (
	"slices"
	"strings"
	"unicode"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// PromisesNothing reports whether an answer to what was promised says that nothing was: "she didn't commit to anything", "no prometí
// nada".
func PromisesNothing(s string) bool {
	if pledgeBehindNothing(s) > 0 { // "no promises or anything she'll bring 2 neighbors"
		return false
	}
	if NothingMore(s) || NotAsked(s) {
		return true
	}
	if nothingButConsults(s) || ConsultsFirst(s) {
		return true
	}
	f := strings.Fields(wordsOf(s))
	w := " " + strings.Join(f, " ") + " "
	if len(f) == 0 || affirms(s) || hasDigit(s) && !lexicon.SaysNothing.In(w) { // a day beside "no promises" is none
		return false
	}
	if len(f) > 10 || lexicon.ButWords.In(w) {
		return holdsBack(s)
	}
	return deniesAll(f) || holdsBack(s)
}

// NotAsked reports whether a text says no more than that it was not asked, or not come to: "forgot to ask her", "no salió el tema".
func NotAsked(s string) bool {
	w := " " + wordsOf(s) + " "
	f := strings.Fields(w)
	return len(f) <= maxSmall+2 && !hasDigit(s) && !IsQuestion(s) && !lexicon.ButWords.Any(f) && lexicon.NotAsked.In(w) &&
		!affirms(leftOf(w, lexicon.NotAsked))
}

// DidNotAsk reports whether a text says that somebody was not asked yet: "didnt ask him about texts yet", "no le he preguntado".
func DidNotAsk(s string) bool { return lexicon.DidNotAsk.In(Padded(s)) }

// NothingOfMine reports whether a text says that its writer promises nothing, and speaks of nobody else: "nothing from me", "no promises
// either", "yo no prometí nada".
func NothingOfMine(s string) bool {
	w := " " + wordsOf(s) + " "
	f := strings.Fields(w)
	if len(f) < 2 || len(f) > maxSmall || hasDigit(s) || strings.ContainsAny(s, "?¿") || lexicon.ThirdSubjects.Any(f) || affirms(s) {
		return false
	}
	rest := leftOf(w, lexicon.OfMyself)
	return lexicon.OwnPromisesNone.In(w) || len(rest) < len(w) && (PromisesNothing(rest) || lexicon.NegativeWords.Any(strings.Fields(rest)) &&
		len(strings.Fields(rest)) == 1)
}

// NothingFromMe reports whether a text says that its writer promised nothing after all, and not that there is no day: "nothing from me".
func NothingFromMe(s string) bool {
	w := " " + wordsOf(s) + " "
	return NothingOfMine(s) && (lexicon.FromMe.In(w) || lexicon.OwnPromisesNone.In(w))
}

// deniesAll reports whether words deny any promise at all: "she didn't commit to anything".
func deniesAll(f []string) bool {
	not, word, all := false, false, false
	for i, x := range f {
		promised := lexicon.PromiseWords.Has(x)
		all = all || lexicon.Whatever.Has(x) || promised && (i == len(f)-1 || i > 0 && lexicon.Whatever.Has(f[i-1]))
		not = not || lexicon.NegativeWords.Has(x) || lexicon.NobodyWords.Has(x)
		word = word || promised
	}
	return not && word && all
}

// maxHeldBack bounds, in words, an answer that puts off or refuses.
const maxHeldBack = 16

// holdsBack reports whether words refuse or put off a promise and tell of no deed: "nah shes not ready yet", "todavía no se anima, lo va a
// pensar". A deed beside it is a promise: "no, but she'll come to the meeting".
func holdsBack(s string) bool {
	f := strings.Fields(wordsOf(s))
	for len(f) > 0 && !lexicon.LeadingNo.Has(f[0]) && small(f[:1], lexicon.ThirdSubjects) {
		f = f[1:]
	}
	if len(f) == 0 || len(f) > maxHeldBack {
		return false
	}
	if !lexicon.LeadingNo.Has(f[0]) && !lexicon.HoldsBack.In(" "+wordsOf(s)+" ") {
		return false
	}
	return true
}

// affirms reports whether a clause tells of a deed that is not denied or put off.
func affirms(s string) bool {
	parts := clauses(s)
	for _, but := range slices.Concat(lexicon.ButWords.Padded(), lexicon.NothingBut.Padded()) {
		if lexicon.HoldsBack.In(but) { // "maybe": what follows is no more sure
			continue
		}
		if _, after, found := strings.Cut(" "+s+" ", but); found {
			parts = append(parts, clauses(after)...)
		}
	}
	for _, c := range parts {
		if p := " " + wordsOf(c) + " "; !lexicon.HoldsBack.In(p) && !denied(strings.Fields(p)) && tellsDeed(c) {
			return true
		}
	}
	return false
}

// denied reports whether a deed of the words is one that is not done: "she wont sign", "no va a venir".
func denied(f []string) bool {
	for i, w := range f {
		if lexicon.NobodyWords.Has(w) ||
			lexicon.NegativeWords.Has(w) && (i > 0 || len(f) > 1 && !lexicon.Wills.Has(f[1]) && !lexicon.ThirdSubjects.Has(f[1])) {
			return true
		}
	}
	return false
}

// NothingMore reports whether words say that all is said: "nope all good", "ya es todo gracias".
func NothingMore(s string) bool {
	if Declines(s) {
		return true
	}
	w := " " + wordsOf(s) + " "
	f := strings.Fields(w)
	if len(f) == 0 || len(f) > maxSmall || hasDigit(s) {
		return false
	}
	rest := leftOf(w, lexicon.NothingMore)
	return len(strings.Fields(rest)) < len(f) && small(strings.Fields(rest), lexicon.NothingBeside)
}

// AfterNothing is what follows a nothing that is none: "no promises but I'll send the flyer" is "I'll send the flyer".
func AfterNothing(s string) string {
	for _, but := range longestFirst(slices.Concat(lexicon.ButWords.Padded(), lexicon.NothingBut.Padded())) {
		i := strings.Index(strings.ToLower(s), but)
		if i > 0 && len(strings.ToLower(s)) == len(s) && PromisesNothing(s[:i]) {
			return strings.TrimSpace(s[i+len(but):])
		}
	}
	for _, p := range BehindJoins(s) { // "nothing really, oh wait i said id send her the number"
		first, _, _ := strings.Cut(strings.ToLower(p[1]), " ")
		led := lexicon.HoldsOn.Lead(p[1]) > 0 || lexicon.CorrectionBegins.Lead(p[1]) > 0 || lexicon.Interjections.Has(bareWord(first))
		if rest := WithoutCorrection(withoutOpening(p[1])); led && PromisesNothing(p[0]) && OwnWords(rest) > 0 {
			return rest
		}
	}
	return strings.TrimSpace(s[pledgeBehindNothing(s):])
}

// NothingOfBoth reports whether a text says that neither the contact nor the writer promised anything: "no commitments no promises".
func NothingOfBoth(s string) bool {
	f := strings.Fields(wordsOf(s))
	return len(f) <= maxSmall+2 && lexicon.CommitmentNouns.Any(f) && lexicon.PromiseNouns.Any(f) && !affirms(s) && deniesAll(f)
}

// leftOf takes the phrases of a list out of padded words, longest first.
func leftOf(padded string, l lexicon.List) string {
	for _, phrase := range longestFirst(l.Padded()) {
		padded = strings.ReplaceAll(padded, phrase, " ")
	}
	return padded
}

// longestFirst orders phrases so that one is tried before those that it begins with.
func longestFirst(phrases []string) []string {
	out := slices.Clone(phrases)
	slices.SortStableFunc(out, func(a, b string) int { return len(b) - len(a) })
	return out
}

// BeginsNo reports whether words begin with a no, behind small words: "not rly, tmrw at 3", "well no".
func BeginsNo(s string) bool {
	f := strings.Fields(wordsOf(s))
	for len(f) > 0 && !lexicon.LeadingNo.Has(f[0]) && f[0] != "not" && small(f[:1], lexicon.NoList) {
		f = f[1:]
	}
	return len(f) > 0 && (lexicon.LeadingNo.Has(f[0]) || f[0] == "not")
}

// SaysCame reports whether words say that somebody came.
func SaysCame(s string) bool { return lexicon.DidCome.In(" " + wordsOf(s) + " ") }

// OnlyCame reports whether words say that somebody came, and no more: "she did come".
func OnlyCame(s string) bool {
	f := strings.Fields(wordsOf(s))
	return len(f) > 1 && len(f) <= 4 && SaysCame(s) && !lexicon.NegativeWords.Any(f) && small(strings.Fields(leftOf(" "+strings.Join(f,
		" ")+" ", lexicon.DidCome)), lexicon.ThirdSubjects)
}

// NotThereYet reports whether words say that whoever is met is not there yet, and there whether that they are.
func NotThereYet(s string) (waits, there bool) {
	p := " " + wordsOf(s) + " "
	if len(s) > 120 {
		return false, false
	}
	there = lexicon.ThereNow.In(p)
	return !there && lexicon.NotThereYet.In(p), there
}

// Wordless reports whether a text has no letter and no digit: a sign alone.
func Wordless(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// AgreesAtAll reports whether a yes stands anywhere in a few words: "well by phone yeah".
func AgreesAtAll(s string) bool {
	f := strings.Fields(wordsOf(s))
	return len(f) <= maxSmall && slices.ContainsFunc(f, lexicon.Yes.Has) && !lexicon.NegativeWords.Any(f)
}

// BeginsWithYes reports whether the first word of a text is a yes.
func BeginsWithYes(s string, c when.Context) bool {
	f := strings.Fields(wordsOf(s))
	if len(f) == 0 || Read(f[0], c).Reply != Yes {
		return false
	}
	switch said := strings.Fields(s); {
	case len(f) == 1 || len(said[0]) > len(f[0]): // "sí", "si,": something stands there that no "if" and no "and" has
		return true
	case f[0] == "y":
		return false // "y si nos vemos en mi casa"
	case f[0] == "si":
		return !Read(s, c).Condition
	}
	return true
}

// OwnWords counts the words beside a time that say something of their own: they neither fill, laugh or thank, nor lead to what is wanted,
// nor speak of a time.
func OwnWords(s string) int {
	n := 0
	for _, w := range strings.Fields(wordsOf(s)) {
		if !small([]string{w}, lexicon.OrderLeads) && !lexicon.TimeTalk.Has(w) && !lexicon.NegativeWords.Has(w) &&
			lexicon.Look(w).Time == lexicon.NoList {
			n++
		}
	}
	return n
}

// telling is how many words of its own a text has at least that tells something.
const telling = 3

// Tells reports whether a text says something in words of its own, and is no mistyped number, address or name.
func Tells(s string) bool {
	n := 0
	for _, w := range strings.Fields(s) {
		if strings.IndexFunc(w, unicode.IsDigit) < 0 && !strings.ContainsAny(w, "/@") {
			n += OwnWords(w)
		}
	}
	return n >= telling
}

// Acknowledges reports whether a text takes note of what it was told, or thanks for it, and says no yes: "perfect ty", "bueno, gracias".
func Acknowledges(s string) bool {
	f := strings.Fields(wordsOf(s))
	notes := func(w string) bool { l := lexicon.Look(w); return l.In(lexicon.YesMildly) || l.In(lexicon.Thanking) } // "so" only begins
	return OnlyThanks(s) || slices.ContainsFunc(f, notes) && !comesIn(f) && !slices.ContainsFunc(f, lexicon.Yes.Has) &&
		!strings.ContainsAny(s, "?¿0123456789") && small(f, lexicon.YesMildly)
}

// comesIn reports whether words say, or end with it, that their writer comes: "k then im in".
func comesIn(f []string) bool {
	for n := min(3, len(f)); n > 0; n-- {
		if lexicon.ComesAtEnd.Has(strings.Join(f[len(f)-n:], " ")) {
			return true
		}
	}
	return lexicon.StillComing.In(" " + strings.Join(f, " ") + " ")
}

// mostThanks bounds, in words, a text that does nothing but thank.
const mostThanks = 12

// OnlyThanks reports whether a text thanks and says nothing else: "thank you so much for your help", "mil gracias por todo".
func OnlyThanks(s string) bool {
	f := strings.Fields(wordsOf(s))
	if len(f) == 0 || len(f) > mostThanks || strings.ContainsAny(s, "?¿0123456789") {
		return false
	}
	for _, x := range f {
		w := lexicon.Look(x)
		if !w.In(lexicon.Thanking) && !w.In(lexicon.ThankWords) && !w.In(lexicon.ThanksGoesOn) && !w.In(lexicon.Laughter) &&
			!w.In(lexicon.Greeting) && !w.In(lexicon.Address) {
			return false
		}
	}
	p := " " + strings.Join(f, " ") + " "
	return lexicon.ThankWords.In(p) || lexicon.Thanking.In(p)
}

// OnlyFeels reports whether a text feels with somebody, regrets or is struck, and says nothing else: "oh no, im so sorry", "qué tristeza".
func OnlyFeels(s string) bool {
	p := Padded(s)
	if strings.ContainsAny(s, "?¿0123456789") {
		return false
	}
	rest := leftOf(leftOf(p, lexicon.Feels), lexicon.Excuses)
	if rest == p {
		return false
	}
	for _, x := range strings.Fields(rest) {
		w := lexicon.Look(x)
		if !w.In(lexicon.Thanking) && !w.In(lexicon.Laughter) && !w.In(lexicon.Address) && !w.In(lexicon.Fillers) {
			return false
		}
	}
	return true
}

// GoodAsIs reports whether a text says with thanks that its writer is well as they are, and nothing else: "im good thanks" turns down as
// often as it agrees.
func GoodAsIs(body string) bool {
	p := Padded(body)
	rest := leftOf(p, lexicon.GoodAsIs)
	f := strings.Fields(rest)
	if len(f) == len(strings.Fields(p)) || len(f) == 0 || strings.ContainsAny(body, "?¿") {
		return false
	}
	thanked := false
	for i := 0; i < len(f); i++ {
		l := lexicon.Look(f[i])
		thanked = thanked || l.In(lexicon.Thanking)
		if !l.In(lexicon.Thanking) && !l.In(lexicon.Address) && !l.In(lexicon.Fillers) && !l.In(lexicon.Laughter) && !l.In(lexicon.Greeting) {
			return false
		}
	}
	return thanked
}
