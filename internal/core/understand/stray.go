package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

const (
	// maxAskLeft is how many words a text has at most that asks how much is left to answer.
	maxAskLeft = 7
	// maxDropDebrief is how many one has that wants no debrief.
	maxDropDebrief = 12
	// maxAlready is how many one has that says what was done already.
	maxAlready = 14
)

// AsksLeft reports whether a text asks how much of the asking is left: "whats left?", "how much more".
func AsksLeft(body string) bool {
	w := " " + wordsOf(AskedAfter(body)) + " "
	f := strings.Fields(w)
	if len(f) == 0 || len(f) > maxAskLeft || !lexicon.AsksLeft.In(w) {
		return false
	}
	return OwnWords(leftOf(w, lexicon.AsksLeft)) == 0 || strings.HasSuffix(strings.TrimSpace(body), "?")
}

// DropsDebrief reports whether a text wants no talk with the staff: "no debrief this week", "nada de plática con sam".
func DropsDebrief(body string, staff []string) bool {
	f := strings.Fields(wordsOf(body))
	if len(f) == 0 || len(f) > maxDropDebrief || strings.Contains(body, "?") {
		return false
	}
	w := " " + strings.Join(f, " ") + " "
	if of := namedIn(w, staff); len(of) > 1 { // "debrief shd be w kim monday not sam": with somebody else
		return false
	}
	if len(f) > 2 && lexicon.LeadingNo.Has(f[0]) && lexicon.Joins.Has(f[1]) { // "no n talk to sam thurs": nothing, and a talk
		return false
	}
	drops := lexicon.NegativeWords.Any(f) || lexicon.LeavesOut.In(w) || lexicon.Negators.Any(f)
	if ofElse(body, staff) { // "2 neighbors, not 3. also the debrief is w kim"
		return false
	}
	own := OwnWords(besideDebrief(w, staff))
	named := lexicon.LeavesOut.In(w) && own == 0 && len(namedIn(w, staff)) == 1 // "no need 4 sam this time"
	return drops && (saysDebrief(w, staff) && own <= 1 || named)
}

// ofElse reports whether a clause says something of the talk with the staff in which there is no no, and the no of another is of something
// else.
func ofElse(body string, staff []string) bool {
	said, other := false, false
	for _, c := range Clauses(body) {
		w := " " + wordsOf(c) + " "
		f := strings.Fields(w)
		denies := lexicon.NegativeWords.Any(f) || lexicon.LeavesOut.In(w) || lexicon.Negators.Any(f)
		said = said || saysDebrief(w, staff) && !denies
		other = other || denies && OwnWords(w) > 0 && !saysDebrief(w, staff) && len(namedIn(w, staff)) == 0
	}
	return said && other
}

// BehindNoAnd is what stands behind a no and a joining word: of "no n talk to sam thurs" it is "talk to sam thurs". "" for none.
func BehindNoAnd(body string) string {
	f := strings.Fields(body)
	if len(f) < 3 || !lexicon.LeadingNo.Has(bareWord(strings.ToLower(f[0]))) || !lexicon.Joins.Has(bareWord(strings.ToLower(f[1]))) {
		return ""
	}
	return strings.Join(f[2:], " ")
}

// saysDebrief reports whether padded words are of the talk with the staff, by its name or theirs.
func saysDebrief(w string, staff []string) bool {
	return lexicon.DebriefWords.In(w) || len(namedIn(w, staff)) > 0 && lexicon.DebriefTalks.In(w)
}

// besideDebrief is what padded words say beside the talk with the staff.
func besideDebrief(w string, staff []string) string {
	for _, l := range []lexicon.List{lexicon.DebriefWords, lexicon.DebriefTalks, lexicon.LeavesOut} {
		w = " " + leftOf(w, l) + " "
	}
	f := slices.DeleteFunc(strings.Fields(w), func(x string) bool {
		return slices.ContainsFunc(staff, func(s string) bool { return wordsOf(s) == x }) || lexicon.YesMildly.Has(x) || lexicon.Yes.Has(x) ||
			lexicon.BesideOrders.Has(x) || !says(x)
	})
	return strings.Join(f, " ")
}

// DidAlready reports whether a text says what its writer, or whoever it speaks of, has done already, and nothing that is to come: "already
// gave her the flyer", "ya le di el folleto".
func DidAlready(body string) bool {
	f := strings.Fields(wordsOf(body))
	w := " " + strings.Join(f, " ") + " "
	if len(f) < 2 || len(f) > maxAlready || strings.Contains(body, "?") || lexicon.SaysIPromised.In(w) || lexicon.SaysTheyWill.In(w) ||
		willDo(w) || lexicon.NotDone.In(w) || !lexicon.Already.Any(f) {
		return false
	}
	for i, x := range f {
		if lexicon.Already.Has(x) && i+1 < len(f) && slices.ContainsFunc(f[i+1:min(len(f), i+4)], didVerb) {
			return true
		}
	}
	return false
}

// maxIDid is how many words a text has at most that says what its writer did.
const maxIDid = 10

// IDid reports whether a text can say that its writer has done what was to be done, and tells of nobody else: "sent her the flyer".
func IDid(body string) bool {
	f := strings.Fields(wordsOf(body))
	w := " " + strings.Join(f, " ") + " "
	return len(f) > 0 && len(f) <= maxIDid && !lexicon.ThirdSubjects.Any(f) && !lexicon.Kin.Any(f) && !lexicon.SaysIPromised.In(w) &&
		!lexicon.SaysTheyWill.In(w) && !willDo(w) && !strings.Contains(body, "?")
}

// OnlyDid reports whether a text begins with what its writer did, and says nothing that is to come: "texted her the link", "ya le mandé la
// hoja".
func OnlyDid(body string) bool {
	f := strings.Fields(wordsOf(body))
	if iDo(f) || !IDid(body) {
		return false
	}
	for len(f) > 1 && (lexicon.Myself.Has(f[0]) || lexicon.ToWhom.Has(f[0]) || lexicon.AlreadyDone.Has(f[0])) {
		f = f[1:]
	}
	return len(f) > 1 && didVerb(f[0])
}

// didVerb reports whether a word says what somebody did.
func didVerb(w string) bool {
	return slices.ContainsFunc(lexicon.DoneVerbs.Words(), func(pair string) bool {
		was, _, _ := strings.Cut(pair, " ")
		return was == w
	})
}

// OnlyMeetsAgain reports whether a text says when two meet again, and nothing else that belongs anywhere.
func OnlyMeetsAgain(body string) bool {
	all := Elsewhere(body)
	return len(all) > 0 && !slices.ContainsFunc(all, func(p Labelled) bool { return p.Label != "next_steps" })
}

// MeetsThen reports whether words say when two meet next and nothing else: "tuesday 3pm same place", "el martes a las 3 otra vez". left is
// the words without their times.
func MeetsThen(words, left string) bool {
	w := " " + wordsOf(words) + " "
	if !lexicon.AgainWords.In(w) && !SaysSamePlace(words) && !lexicon.UsualPlace.In(w) || strings.Contains(words, "?") {
		return false
	}
	rest := " " + wordsOf(left) + " "
	for _, l := range []lexicon.List{lexicon.AgainWords, lexicon.SamePlace, lexicon.UsualPlace} {
		rest = " " + leftOf(rest, l) + " "
	}
	return OwnWords(rest) == 0
}

// OpensOnly reports whether words do no more than lead to a correction: "perdón", "oops my bad", "oh wait".
func OpensOnly(s string) bool {
	w := " " + leftOf(" "+wordsOf(s)+" ", lexicon.CorrectionBegins) + " "
	return strings.TrimSpace(s) != "" && small(strings.Fields(w), lexicon.OrderLeads)
}

// AskedAfter is a question without what leads to it: of "oh wait, what do i owe again" it is "what do i owe again".
func AskedAfter(body string) string {
	for range maxSmall {
		body = strings.TrimSpace(body)
		n := max(lexicon.HoldsOn.Lead(body), lexicon.Interjections.Lead(body))
		if n == 0 || n >= len(body) {
			break
		}
		body = body[n:]
	}
	if _, to := lexicon.QuestionAhead.Find(body); to > 0 && to < len(body) && len(strings.Fields(body[:to])) <= mostBeforeAsked {
		return strings.Trim(body[to:], " ,.:;-") // "omw to work so quick q, what time do i see maria again"
	}
	return body
}

// mostBeforeAsked is how many words lead to a question at most that says itself that it is one.
const mostBeforeAsked = 9

// DetailsOnly reports whether a text tells nothing but how somebody is met or reached and what they need: "met thru her church".
func DetailsOnly(body string) bool {
	all := Details(body)
	return len(all) > 0 && !slices.ContainsFunc(all, func(p Labelled) bool {
		switch p.Label {
		case "relationship":
			return willDo(" "+wordsOf(p.Words)+" ") || lexicon.DeedVerbs.Any(strings.Fields(wordsOf(p.Words)))
		case "best_way", "needs", "contact_email", "contact_phone":
			return false
		case "":
			return tellsDeed(p.Words)
		}
		return true
	}) && slices.ContainsFunc(all, func(p Labelled) bool { return p.Label != "" })
}

// CorrectsBehind takes off what says at the end of a text that it puts right what was said before: "3 kids sorry" is "3 kids".
func CorrectsBehind(body string) (words string, ok bool) {
	f := strings.Fields(body)
	for n := min(3, len(f)-1); n > 0; n-- {
		if lexicon.CorrectsAfter.Has(wordsOf(strings.Join(f[len(f)-n:], " "))) {
			return strings.TrimRight(strings.Join(f[:len(f)-n], " "), " ,.;-"), len(f)-n <= maxSmall
		}
	}
	return body, false
}

// SaysBack reports whether somebody says that they are back to go on: "ok back", "ya regresé".
func SaysBack(body string) bool {
	w := " " + wordsOf(body) + " "
	return len(strings.Fields(w)) <= maxSmall && lexicon.ComesBack.In(w) && OwnWords(leftOf(w, lexicon.ComesBack)) == 0
}

// WithoutNotMeant takes out the names that a text says are not meant: of "not sam, kim" it is "kim".
func WithoutNotMeant(body string, names []string) string {
	f := strings.Fields(body)
	var kept []string
	for i, w := range f {
		x := bareWord(strings.ToLower(w))
		if i > 0 && deniedBehind(f, i-1) && isOneOf(f[i-1], names) {
			continue // the "no" behind it
		}
		if deniedBehind(f, i) && isOneOf(w, names) { // "con sam no, mejor kim"
			if n := len(kept); n > 0 && lexicon.WithWords.Has(strings.ToLower(kept[n-1])) {
				kept = kept[:n-1]
			}
			continue
		}
		if i > 0 && (lexicon.Negators.Has(bareWord(strings.ToLower(f[i-1]))) || lexicon.InsteadOf.Has(bareWord(strings.ToLower(f[i-1])))) &&
			slices.ContainsFunc(names, func(n string) bool { return wordsOf(n) == x }) {
			kept = kept[:len(kept)-1]
			continue
		}
		if i > 1 && notWith(f, i) && isOneOf(w, names) { // "not w sam w tina"
			kept = kept[:max(0, len(kept)-2)]
			continue
		}
		if i > 1 && lexicon.InTheirStead.Has(strings.Join(bare(f[i-2]+" "+f[i-1]), " ")) && len(kept) > 2 &&
			slices.ContainsFunc(names, func(n string) bool { return wordsOf(n) == x }) { // "kim instead of sam"
			kept = kept[:len(kept)-2]
			continue
		}
		kept = append(kept, w)
	}
	if len(kept) == 0 {
		return body
	}
	return strings.Join(kept, " ")
}

// isOneOf reports whether a word is one of some names.
func isOneOf(w string, names []string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return wordsOf(n) == wordsOf(w) })
}

// deniedBehind reports whether the word at i is denied right behind it, before another takes its place: "sam no, kim".
func deniedBehind(f []string, i int) bool {
	if i+2 >= len(f) || f[i] != strings.TrimRight(f[i], ".,;!") {
		return false
	}
	no := f[i+1]
	return lexicon.Negators.Has(bareWord(strings.ToLower(no))) && no != strings.TrimRight(no, ".,;!")
}

// notWith reports whether the name at i is denied behind a "with" while another "with" follows: "not w sam w tina", and not "no, w sam".
func notWith(f []string, i int) bool {
	return lexicon.Negators.Has(lexicon.Plain(strings.ToLower(f[i-2]))) && lexicon.WithWords.Has(strings.ToLower(f[i-1])) &&
		slices.ContainsFunc(f[i+1:], func(w string) bool { return lexicon.WithWords.Has(strings.ToLower(w)) })
}

// TellsThem reports whether words are for somebody to hear: they thank, or speak to them.
func TellsThem(words string) bool {
	return SaysThanks(words) || lexicon.SecondPersons.Any(strings.Fields(wordsOf(words)))
}

// MoreThanDebrief reports whether a text without its times says more than with whom a debrief is, or that there is none.
func MoreThanDebrief(left string, staff []string) bool {
	left = besideManner(left)
	w := " " + wordsOf(left) + " "
	f := strings.Fields(w)
	if lexicon.SaysIPromised.In(w) || lexicon.SaysTheyWill.In(w) || willDo(w) || iDo(f) && len(namedIn(w, staff)) == 0 {
		return true
	}
	return OwnWords(besideDebrief(w, staff)) >= minLeft && !SaysAway(left) && !strings.Contains(left, "?")
}

// OfThemAlone reports whether the words behind somebody's name are of them alone: no other person is spoken of as somebody known.
func OfThemAlone(rest string) bool {
	f := strings.Fields(wordsOf(rest))
	return len(f) > 0 && !lexicon.SomebodyOf.Any(f) && !lexicon.TheirOwn.Any(f) && !lexicon.DeedJoins.Has(f[0])
}

// CannotReach reports whether somebody who is named is whom the writer cannot get to, and not who cannot come: "cant make it to maria".
func CannotReach(body, first string) bool {
	f := strings.Fields(Padded(body))
	at := slices.Index(f, strings.TrimSpace(Padded(first)))
	return at > 0 && (f[at-1] == "to" || lexicon.LeadsToName.Has(f[at-1])) && !lexicon.ThirdSubjects.Any(f)
}

// WantsFiled reports whether a text wants the report filed as it is. Who will send something, or on what day, speaks of another thing.
func WantsFiled(body string) bool {
	w := " " + wordsOf(body) + " "
	f := strings.Fields(w)
	_, pledges := OwnPledge(body, nil)
	return len(f) <= maxSmall+3 && lexicon.FilesIt.In(w) && !strings.Contains(body, "?") && !lexicon.Negators.Any(f) && !pledges &&
		!NamesTimeIn(f)
}

// LooksRight reports whether a text says of what was shown that it is as it should be, and no more: "looks good", "todo bien".
func LooksRight(body string) bool {
	w := " " + wordsOf(body) + " "
	return lexicon.LooksRight.In(w) && small(strings.Fields(leftOf(w, lexicon.LooksRight)), lexicon.Yes) && !strings.Contains(body, "?")
}

// TellsOfTheirs reports whether a text with a day tells what is somebody else's on it, and names none of the staff: "su cumple es el 12 de
// enero", "her rent is due the 5th".
func TellsOfTheirs(body string, staff []string) bool {
	f := strings.Fields(wordsOf(body))
	return len(f) > 2 && lexicon.TheirOwn.Has(f[0]) && len(namedIn(" "+strings.Join(f, " ")+" ", staff)) == 0
}
