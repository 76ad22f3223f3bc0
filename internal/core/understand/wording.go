package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// SaysSend reports whether words say to send what is shown, among small words: "así está bien, mándalo", "looks good send it".
func SaysSend(body string) bool {
	w := wordsOf(body)
	if lexicon.SendIt.Has(w) {
		return true
	}
	f := strings.Fields(w)
	p := " " + w + " "
	if len(f) > maxSmall || hasDigit(body) || lexicon.NegativeWords.Any(f) || lexicon.SentAlong.Any(f) || !lexicon.SendIt.In(p) {
		return false
	}
	rest := strings.Fields(leftOf(leftOf(leftOf(p, lexicon.SendIt), lexicon.LikesWording), lexicon.Agree))
	return small(rest, lexicon.Yes) || small(rest, lexicon.YesMildly)
}

// SendsTo reports whether a text says to send what is shown, and at most to whom: "manda el mensaje a rosa".
func SendsTo(body, first string) bool {
	name := strings.TrimSpace(Padded(first))
	f := strings.Fields(wordsOf(body))
	n := len(f) - 1
	if n < 1 || name == "" || f[n] != name {
		return SaysSend(body)
	}
	if n > 1 && lexicon.MoveTo.Has(f[n-1]) {
		n--
	}
	return SaysSend(strings.Join(f[:n], " "))
}

// OrdersSent reports whether a text that answers no question says to send something, and at most to whom: "ya mandaselo", "ok send it". A
// bare "go ahead" may be of anything.
func OrdersSent(body, first string) bool {
	f := strings.Fields(wordsOf(body))
	return SendsAtLast(body) || SendsTo(body, first) && !strings.ContainsAny(body, "?¿") && slices.ContainsFunc(f, func(w string) bool {
		return slices.ContainsFunc(lexicon.SendOrders.Words(), func(send string) bool {
			return strings.HasPrefix(w, send) && (w != send || len(f) > 1)
		})
	})
}

// SaysNotSend reports whether a few words say not to send what is shown; yet says that it is only not to go now: "dont send it yet".
func SaysNotSend(body string) (not, yet bool) {
	f := strings.Fields(wordsOf(body))
	if lexicon.NotYetAlone.Has(strings.Join(f, " ")) {
		return true, true
	}
	if len(f) == 0 || len(f) > 7 || !lexicon.NegativeWords.Any(f) && !lexicon.NotYetWords.Has(f[0]) || !lexicon.SendsWords.Any(f) {
		return false, false
	}
	return true, lexicon.NotYetWords.Any(f)
}

// WaitsToAsk reports whether a text has what is shown wait, since its writer looks or asks first: "espera dejame ver con mi compañera",
// "hold off a sec".
func WaitsToAsk(body string) bool {
	f := bare(body)
	return len(f) <= mostWaiting && !strings.ContainsAny(body, "?¿") && lexicon.WaitsToAsk.Lead(strings.TrimLeft(withoutLeads(body), " ")) > 0
}

// mostWaiting bounds, in words, a text that has something wait.
const mostWaiting = 12

// NotYetBehind reports whether a text ends by saying that what is shown is not to go yet: "shes grieving rn so maybe not yet".
func NotYetBehind(body string) bool {
	f := strings.Fields(wordsOf(body))
	for n := min(3, len(f)-1); n > 0; n-- {
		if lexicon.NotYetAlone.Has(strings.Join(f[len(f)-n:], " ")) {
			return !strings.ContainsAny(body, "?¿") && !SaysThanks(body)
		}
	}
	return false
}

// RefusesToSend reports whether a few words want what is shown not to go, and are of no texts to their writer: "no mandes nada yo le
// hablo".
func RefusesToSend(body string) bool {
	not, yet := SaysNotSend(body)
	f := strings.Fields(wordsOf(body))
	return not && !yet && !lexicon.ToUs.Any(f) && !lexicon.TextingWords.Any(f) && !lexicon.StopWords.Any(f)
}

// WishesWell reports whether words may be a message to somebody though they name nobody: "great talk today, see ya thursday".
func WishesWell(body string) bool { return lexicon.WishesWell.In(Padded(body)) && !IsQuestion(body) }

// WithoutWishLeads takes off what leads to a wish of us: "can u make it say thanks" is "make it say thanks".
func WithoutWishLeads(body string) string {
	if rest := withoutLeads(body); lexicon.Rewords.Lead(rest) > 0 {
		return rest
	}
	return body
}

// WithoutInstead takes the end off what is to stand in another's place: "gracias instead" is "gracias".
func WithoutInstead(s string) (rest string, instead bool) {
	f := strings.Fields(strings.TrimRight(s, " .!"))
	if n := len(f); n > 1 && lexicon.InsteadEnds.Has(bareWord(strings.ToLower(f[n-1]))) {
		return strings.Join(f[:n-1], " "), true
	}
	return s, false
}

// AsksOfWording reports whether words ask us to change a wording that is shown, or judge it, which changes nothing: "can u make it nicer
// and leave out the hearing", "sounds kinda stiff". They are no wording themselves.
func AsksOfWording(body string) bool {
	lead := withoutLeads(body)
	if SaysThanks(lead) {
		return false
	}
	if _, asks := beginsAs(lead, lexicon.WordingAsks); asks && !SpeaksToSomebody(lead) {
		return true
	}
	p := leftOf(Padded(body), lexicon.AsksOfUs)
	return lexicon.AboutWording.In(p) && !SpeaksToSomebody(p)
}

// PassesQuestion reports whether words to somebody hold an order to ask them: "im so sorry n ask if sat 11 works".
func PassesQuestion(words string) bool { return lexicon.AsksThem.In(Padded(words)) }

// TakesOff reads what somebody said they would do and is not to be done any more: "take the neighbors thing off", "quita lo de los
// vecinos". It returns the words that say what.
func TakesOff(body string) (what string, ok bool) {
	if len(body) > 120 || IsQuestion(body) {
		return "", false
	}
	first := FirstClause(body)
	if lexicon.OffNeeds.Lead(first) > 0 || lexicon.OffNeeds.Lead(behindWhom(first)) > 0 { // "no need for the translator anymore"
		return first, true
	}
	w := " " + wordsOf(body) + " "
	for _, off := range lexicon.OffBehind.Padded() { // "lo del transporte ya no"
		if what, found := strings.CutSuffix(w, off); found && NamesThing(what) {
			return strings.TrimSpace(what), true
		}
	}
	what, ok = beginsAs(withoutLeads(strings.TrimSpace(body)), lexicon.OffVerbs)
	return what, ok && len(strings.Fields(what)) >= 2 && lexicon.OwedOffWords.In(Padded(what))
}

// FirstClause is what a text says up to its first mark.
func FirstClause(body string) string {
	if all := Clauses(body); len(all) > 0 {
		return all[0]
	}
	return ""
}

// behindWhom takes a name off that a clause begins with, and small words before it: "maria doesnt need a ride".
func behindWhom(clause string) string {
	clause = withoutLeads(clause)
	if w, rest, more := strings.Cut(clause, " "); more && lexicon.FirstNames.Has(bareWord(strings.ToLower(w))) {
		return strings.TrimSpace(rest)
	}
	return clause
}

// Unreminds reads what somebody does not want to be reminded of any more: "nvm about the flyers", "ya no me recuerdes lo de los volantes".
// what is "" where the text does not say which.
func Unreminds(body string) (what string, ok bool) {
	if len(body) > 120 || IsQuestion(body) {
		return "", false
	}
	lead := withoutLeads(strings.TrimSpace(body))
	n := lexicon.Unreminds.Lead(lead)
	if n == 0 {
		return "", false
	}
	return strings.Trim(lead[n:], " .!"), true
}

// maxAsWas is how many words at most say that a wording stays as it was.
const maxAsWas = 10

// KeepsAsWas reports whether a text says of a wording that it is to be as it was: "nah leave it how it was", "déjalo como estaba".
func KeepsAsWas(body string) bool {
	return len(strings.Fields(body)) <= maxAsWas && !IsQuestion(body) && lexicon.AsItWas.In(Padded(body))
}

// mostSayToo is how many words "say hi too" has, which adds nothing by itself.
const mostSayToo = 3

// KinToThem turns whose family is spoken of to whom it belongs: "her mom" is "your mom".
func KinToThem(words string) string {
	f, your := strings.Fields(words), lexicon.YourKin.Words()
	for i := range f[:max(0, len(f)-1)] {
		w := lexicon.Plain(strings.ToLower(f[i]))
		theirs := lexicon.TheirPlaces.Has(w) && !lexicon.YourKin.Has(w) // "su" is both
		if theirs && len(your) > 0 && lexicon.Kin.Has(bareWord(strings.ToLower(f[i+1]))) {
			f[i] = your[0]
		}
	}
	return strings.Join(f, " ")
}

// YoursToThem turns what is said of somebody into words to them: "i hope her knee surgery goes ok" is "i hope your knee surgery goes ok",
// and "it was great meeting her" of nobody else "meeting you".
func YoursToThem(words string) string {
	words = KinToThem(words)
	f, your, you := strings.Fields(words), lexicon.YourKin.Words(), lexicon.YouTold.Words()
	if len(your) == 0 || len(you) == 0 {
		return words
	}
	alone := !NamesKin(words) && !lexicon.FirstNames.Any(bare(words))
	for i, w := range f {
		low := strings.ToLower(w)
		mark := strings.TrimLeft(low, "abcdefghijklmnopqrstuvwxyz")
		whom, next := strings.TrimSuffix(low, mark), ""
		if i+1 < len(f) && mark == "" {
			next = bareWord(strings.ToLower(f[i+1]))
		}
		ends := next == "" || lexicon.AfterObject.Has(next) || NamesTime(next)
		switch {
		case !ends && lexicon.TheirPlaces.Has(whom) && !lexicon.YourKin.Has(whom):
			f[i] = your[0] + mark
		case ends && alone && i > 0 && lexicon.SomebodyOf.Has(whom):
			f[i] = you[0] + mark
		}
	}
	return strings.Join(f, " ")
}

// Added is what a text wants a thank-you or a report to say too: "add see u sunday", "no wait, can u make it also say see u sunday". "" for
// none.
func Added(body string) string {
	body = withoutComplaint(strings.TrimSpace(body))
	for more := true; more && lexicon.AddsToThanks.Lead(body) == 0; { // "also say ..." begins so
		if n := lexicon.CorrectionBegins.Lead(body); n > 0 && n < len(body) {
			body = strings.TrimLeft(body[n:], " ,.!")
			continue
		}
		w, rest, goesOn := strings.Cut(body, " ")
		if more = goesOn && (lexicon.OrderLeads.Has(strings.ToLower(w)) || lexicon.Interjections.Has(bareWord(strings.ToLower(w)))); more {
			body = rest
		}
	}
	n := lexicon.AddsToThanks.Lead(body)
	words := strings.Trim(body[n:], " :,.\"")
	if f := strings.Fields(words); n == 0 && len(f) > mostSayToo && lexicon.TooWords.Has(bareWord(strings.ToLower(f[len(f)-1]))) {
		if n = lexicon.Rewords.Lead(body); n > 0 { // "say it was great meeting her mom too"
			words = strings.Trim(strings.Join(strings.Fields(body[n:])[:len(strings.Fields(body[n:]))-1], " "), " :,.\"")
		}
	}
	if rest, ok := beginsAs(words, lexicon.TellKnow); ok && rest != "" { // "agrégale que"
		words = rest
	}
	if n == 0 || len(strings.Fields(words)) < 2 {
		return ""
	}
	return words
}

// withoutComplaint leaves out that a wording is not good as it is before what is to be added to it: of "too cold add thanks for the
// cookies" it is "add thanks for the cookies".
func withoutComplaint(body string) string {
	f := strings.Fields(body)
	for i := 1; i < min(len(f), maxSmall); i++ {
		if rest := strings.Join(f[i:], " "); lexicon.AddsToThanks.Lead(rest) > 0 && complains(strings.Join(f[:i], " ")) {
			return rest
		}
	}
	return body
}

// AddedBehindYes is what a text, behind the yes that it begins with, wants said to the contact too: of "si y que le mando saludos a su
// mamá" the words behind "que". thanks says that it is what the contact is thanked for: "yes and thank her for the cookies". "" for none.
func AddedBehindYes(body string) (words string, thanks bool) {
	f := strings.Fields(body)
	if len(f) < 4 || strings.Contains(body, "?") {
		return "", false
	}
	first := bareWord(strings.ToLower(f[0]))
	joins := lexicon.ButWords.Has(bareWord(strings.ToLower(f[1]))) || lexicon.BeginsMore.Has(bareWord(strings.ToLower(f[1])))
	if !lexicon.Yes.Has(first) && !lexicon.YesMildly.Has(first) && lexicon.Plain(first) != "si" || !joins {
		return "", false
	}
	rest := strings.Join(f[2:], " ")
	if n := lexicon.ThanksThemFor.Lead(rest); n > 0 && n < len(rest) {
		return strings.Trim(rest[n:], " ,.!"), true
	}
	said, ok := beginsAs(rest, lexicon.SaysToThem)
	if !ok {
		return "", false
	}
	if more, tells := beginsAs(said, lexicon.TellKnow); tells {
		said = more
	}
	return strings.Trim(said, " :,.\""), false
}

// NamesMonth reports whether words name a day by its month: "dec 10", "12/10", "el 10 de diciembre".
func NamesMonth(words string) bool {
	return slices.ContainsFunc(bare(words), func(w string) bool {
		return lexicon.Look(w).Time == lexicon.Month && hasDigit(words) || wholeDate(w)
	})
}

// BeginsThanks reports whether words begin with a thank-you.
func BeginsThanks(words string) bool {
	f := bare(words)
	return len(f) > 0 && (lexicon.Thanking.Has(f[0]) || SaysThanks(strings.Join(f[:min(2, len(f))], " ")))
}
