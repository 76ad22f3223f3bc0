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

// AsksLeft reports whether a text asks how much of the asking is left: "whats left?", "cuánto falta".
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
	drops := lexicon.NegativeWords.Any(f) || lexicon.LeavesOut.In(w) || lexicon.Negators.Any(f)
	return drops && saysDebrief(w, staff) && OwnWords(besideDebrief(w, staff)) <= 1
}

// OfDebrief reports whether a text says with whom of the staff, or when, a report is talked over, and nothing else: "kim, monday", "debrief
// w sam thurs", "mañana con sam está bien". left is the text without its times.
func OfDebrief(left string, timed bool, staff []string) bool {
	w := " " + wordsOf(left) + " "
	named := len(namedIn(w, staff)) > 0
	if !named && !lexicon.DebriefWords.In(w) || !timed && !lexicon.DebriefWords.In(w) || strings.Contains(left, "?") {
		return false
	}
	f := strings.Fields(w)
	return len(f) <= maxSmall && !lexicon.ThirdSubjects.Any(f) && !slices.ContainsFunc(f, didVerb) && OwnWords(besideDebrief(w, staff)) == 0
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
	if len(f) < 2 || len(f) > maxAlready || strings.Contains(body, "?") || lexicon.SaysIPromised.In(w) || lexicon.SaysTheyWill.In(w) || willDo(w) ||
		lexicon.NotDone.In(w) || !lexicon.Already.Any(f) {
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

// didVerb reports whether a word says what somebody did.
func didVerb(w string) bool {
	return slices.ContainsFunc(lexicon.DoneVerbs.Words(), func(pair string) bool {
		was, _, _ := strings.Cut(pair, " ")
		return was == w
	})
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
	return body
}

// DetailsOnly reports whether a text tells nothing but how somebody is met or reached and what they need: "met thru her church".
func DetailsOnly(body string) bool {
	all := Details(body)
	return len(all) > 0 && !slices.ContainsFunc(all, func(p Labelled) bool {
		switch p.Label {
		case "relationship", "best_way", "needs", "contact_email", "contact_phone":
			return false
		case "":
			return tellsDeed(p.Words)
		}
		return true
	}) && slices.ContainsFunc(all, func(p Labelled) bool { return p.Label != "" })
}
