package understand

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// Outcome is what somebody says became of a one-on-one.
type Outcome string

// The outcomes. NoOutcome is also what words leave open: whoever reads it asks.
const (
	NoOutcome Outcome = ""
	Met       Outcome = "met"
	Missed    Outcome = "missed"  // the contact did not come
	NotMet    Outcome = "not met" // called off, forgotten, or they missed each other
	Unsure    Outcome = "unsure"  // on the phone, or with somebody else: only the organizer knows whether that was it
	Postponed Outcome = "postponed"
)

// OutcomeIn reads the outcome that words tell, in plain words of either language. What says two things at once is Unsure: it is asked.
func OutcomeIn(body string) Outcome {
	if rest := withoutNextTime(body); rest != body && outcomeIn(rest) == Met { // "she said she couldnt make it next time"
		return Met
	}
	return outcomeIn(body)
}

func outcomeIn(body string) Outcome {
	w := " " + wordsOf(body) + " "
	if of := cancelsOther(strings.Fields(w)); of != "" {
		body, w = of, " "+of+" "
	}
	denied := notMet(body, w)
	met := (lexicon.SaysMet.In(w) || theyCame(body) || sawNamed(strings.Fields(w))) && !denied
	missed := (lexicon.SaysMissed.In(w) && (!lexicon.MissedByOther.In(w) || lexicon.SaysMissed.In(leftOf(w, lexicon.MissedByOther))) ||
		missedAlone(body) || nobodyThere(w)) && !lexicon.SaysAbsent.In(w)
	off := lexicon.SaysCancelled.In(w) || absent(body, w) || lexicon.SaysCrossed.In(w) && !lexicon.LeftEarly.In(w) || denied ||
		lexicon.WasClosed.In(w) && lexicon.WentThere.In(w) || endsInNo(w)
	switch {
	case metOther(body), inTheirPlace(body):
		return Unsure
	case met && (missed || off || lexicon.CutShort.In(w) && (lexicon.SaysPostponed.In(w) || lexicon.NextTry.In(w))):
		return Unsure
	case met && lexicon.SaysByPhone.In(w) && onlyPraised(w): // "she called me instead. good convo"
		return Unsure
	case met:
		return Met
	case off && !missed && denied && lexicon.Hardly.In(w): // "si vino pero casi no pudimos hablar"
		return Unsure
	case lexicon.SaysPostponed.In(w) && !missed:
		return Postponed
	case missed && (talkedElse(body) || TalkedSince(body)): // "no llegó pero me marcó y platicamos"
		return Unsure
	case missed:
		return Missed
	case lexicon.SaysByPhone.In(w):
		return Unsure
	case off:
		return NotMet
	case lexicon.SaysTalked.In(w), lexicon.SaysWell.In(w), lexicon.WeCutShort.In(w):
		return Met
	}
	return NoOutcome
}

// cancelsOther is what a text says without that some other thing of somebody's was called off: of "i cancelled my dentist and we met" it is
// "i dentist and we met". "" where it says nothing of the kind.
func cancelsOther(f []string) string {
	for i := 0; i+2 < len(f); i++ {
		if !lexicon.CancelVerbs.Has(f[i]) || !lexicon.OwnPossessives.Has(f[i+1]) && !lexicon.TheirOwn.Has(f[i+1]) || f[i+1] == "our" ||
			lexicon.MeetingThings.Has(f[i+2]) || lexicon.AskMeetings.Has(f[i+2]) || NamesTime(f[i+2]) || hasDigit(f[i+2]) ||
			lexicon.FirstNames.Any(f[i+3:]) {
			continue
		}
		return strings.Join(slices.Concat(f[:i], f[i+2:]), " ")
	}
	return ""
}

// sawNamed reports whether words say that somebody was seen whom they name: "saw jo n maria this am".
func sawNamed(f []string) bool {
	for i, w := range f[:max(0, len(f)-1)] {
		if lexicon.SawWords.Has(w) && lexicon.FirstNames.Has(f[i+1]) && (i == 0 || !lexicon.ThirdSubjects.Has(f[i-1])) &&
			!lexicon.NegativeWords.Any(f[:i]) {
			return true
		}
	}
	return false
}

// MetNamed reports whether a text says that somebody else was met, whom it names, and nothing of the one who is asked about: "met jo, hes a
// roofer".
func MetNamed(body, name string) bool {
	f, its := strings.Fields(wordsOf(body)), strings.Fields(wordsOf(name))
	if len(its) == 0 || slices.Contains(f, its[0]) {
		return false
	}
	for i, w := range f[:max(0, len(f)-1)] {
		at := i + 1
		if lexicon.WithWhom.Has(f[at]) {
			at++
		}
		if (lexicon.MetVerbs.Has(w) || lexicon.SawWords.Has(w)) && at < len(f) && lexicon.FirstNames.Has(f[at]) && !slip(f[at], its[0]) &&
			!lexicon.Kin.Has(f[at]) && !lexicon.Look(f[at]).In(lexicon.Fillers) {
			return true
		}
	}
	for n := range f { // "ya hablé con rosa"
		for to := n + 1; to < min(len(f), n+4); to++ {
			if lexicon.HasSpoken.Has(strings.Join(f[n:to], " ")) && lexicon.FirstNames.Has(f[to]) && !slip(f[to], its[0]) &&
				!lexicon.Kin.Has(f[to]) {
				return true
			}
		}
	}
	return false
}

// maxMissed is how many words such a text has at most.
const maxMissed = 3

// MetAlone reports whether two or three words say that the two met, or that it went well: "we met", "salió bien".
func MetAlone(body string) bool {
	w := " " + wordsOf(body) + " "
	return len(strings.Fields(w)) <= maxMissed && (lexicon.SaysMet.In(w) || lexicon.SaysWell.In(w)) && OutcomeIn(body) == Met &&
		!lexicon.SaysTheyWill.In(w) && !lexicon.Negators.Any(strings.Fields(w))
}

// onlyPraised reports whether nothing but how the talk was says that the two met: it may have been on the phone.
func onlyPraised(w string) bool {
	return !lexicon.SaysMet.In(" " + leftOf(w, lexicon.PraisesTalk) + " ")
}

// CountsIt reads a few words that say whether a talk counts as the one-on-one: "yeah count it", "no cuenta".
func CountsIt(body string) Outcome {
	f := strings.Fields(wordsOf(body))
	switch {
	case len(f) > maxSmall || IsQuestion(body) || !lexicon.CountsAsMet.Any(f) || slices.ContainsFunc(f, tellsMore):
		return NoOutcome
	case lexicon.NegativeWords.Any(f):
		return NotMet
	}
	return Met
}

// tellsMore reports whether a word says more than that something counts, or does not.
func tellsMore(w string) bool {
	return !lexicon.CountsAsMet.Has(w) && !lexicon.NegativeWords.Has(w) && !lexicon.OfWhatItWas.Has(w) && !lexicon.Yes.Has(w) &&
		!lexicon.OrderLeads.Has(w)
}

// talkedElse reports whether a clause tells that the two talked, however.
func talkedElse(body string) bool {
	for _, c := range clauses(body) {
		w := " " + wordsOf(c) + " "
		if (lexicon.SaysTalked.In(w) || lexicon.SaysByPhone.In(w)) && !lexicon.NegativeWords.Any(strings.Fields(w)) && !IsQuestion(c) {
			return true
		}
	}
	return false
}

// absent reports whether the organizer says not to have come.
func absent(body, w string) bool {
	if lexicon.SaysAbsent.In(w) {
		return true
	}
	for _, c := range clauses(body) {
		f := strings.Fields(wordsOf(c))
		for len(f) > 1 && small(f[len(f)-1:], lexicon.TaleOpens) { // "i forgot omg"
			f = f[:len(f)-1]
		}
		if lexicon.AbsentAlone.Has(strings.Join(f, " ")) {
			return true
		}
	}
	return false
}

// metOther reads "met her husband instead", "hablé con su esposo": somebody of theirs, and not the contact.
func metOther(body string) bool {
	for _, s := range sentencesOf(body) {
		for _, c := range clauses(s) { // "great convo, her son plays soccer"
			if metOtherIn(strings.Fields(wordsOf(c))) {
				return true
			}
		}
	}
	return false
}

func metOtherIn(f []string) bool {
	for i, k := range f {
		if i == 0 || !lexicon.Kin.Has(k) || !lexicon.Articles.Has(f[i-1]) || i > 1 && lexicon.TopicLeads.Has(f[i-2]) { // "talked about her kids"
			continue
		}
		if slices.ContainsFunc(f[max(0, i-4):i-1], lexicon.FirstNames.Has) { // "met w maria, her husband joined too"
			continue
		}
		before := " " + strings.Join(f[max(0, i-4):i-1], " ") + " "
		if lexicon.PraisesTalk.In(before) { // "great convo, her son plays soccer", "good talk with her mom"
			if i > 1 && lexicon.WithWords.Has(f[i-2]) {
				return true
			}
			continue
		}
		if (lexicon.SaysMet.In(before) || lexicon.SaysTalked.In(before)) && !strings.Contains(before, " and ") && !strings.Contains(before,
			" y ") {
			return true
		}
	}
	return false
}

// LeftSoon reports whether words say that somebody had to leave, or that it was cut short.
func LeftSoon(s string) bool { return lexicon.CutShort.In(" " + wordsOf(s) + " ") }

// ByPhone reports whether words say that it is, or was, on the phone.
func ByPhone(s string) bool { return lexicon.SaysByPhone.In(" " + wordsOf(s) + " ") }

// MeetsAgain reports whether words say that the two meet again.
func MeetsAgain(s string) bool { return saysAgain(" " + wordsOf(s) + " ") }

// MeetsNext reports whether words say that the two meet once more, and that is no story: "next meeting is dec 9", "nos vemos otra vez".
func MeetsNext(s string) bool {
	w := " " + wordsOf(s) + " "
	return len(strings.Fields(w)) <= mostNext && (lexicon.MeetsNext.In(w) || lexicon.AgainWords.In(w) && lexicon.AskMeetings.In(w))
}

// mostNext bounds, in words, what says when two meet next and nothing else.
const mostNext = 12

// SaysAgain reports whether words say that they meet again, or at another time.
func SaysAgain(s string) bool {
	w := " " + wordsOf(s) + " "
	return saysAgain(w) || lexicon.SaysPostponed.In(w)
}

// SaysNextTry reports whether words say that the two try again then: "he's down for Tuesday instead".
func SaysNextTry(s string) bool { return lexicon.NextTry.In(" " + wordsOf(s) + " ") }

// mostOfTry bounds, in words, a text that says nothing but that the two are to try again.
const mostOfTry = 6

// TriesAgain reports whether a text says that the two are to try again, and not when: "try again", "otro día será".
func TriesAgain(s string) bool {
	w := wordsOf(s)
	return len(strings.Fields(w)) <= mostOfTry && (lexicon.TryAgain.In(" "+w+" ") || SaysAgain(s))
}

// IsQuestion reports whether a text asks something, with or without its mark.
func IsQuestion(body string) bool {
	w := wordsOf(body) + " "
	if strings.HasSuffix(strings.TrimSpace(body), "?") {
		return true
	}
	for _, q := range lexicon.BeginsQuestion.Padded() {
		if strings.HasPrefix(w, q[1:]) {
			return true
		}
	}
	return asksOfMine(body)
}

// SaysAway reports whether words say of a staff member that they are not there.
func SaysAway(s string) bool { return lexicon.AwayWords.In(" " + wordsOf(s) + " ") }

// SaysThanks reports whether words thank somebody.
func SaysThanks(body string) bool { return lexicon.ThankWords.In(" " + wordsOf(body) + " ") }

// WithoutGreeting takes "Hi" or "Hola" off the beginning of a text.
func WithoutGreeting(body string) string {
	w, rest, _ := strings.Cut(strings.TrimSpace(body), " ")
	if lexicon.Greetings.Has(wordsOf(w)) {
		return rest
	}
	return body
}

// SaysSameTime reports whether words keep the hour of before: "friday same time".
func SaysSameTime(body string) bool { return lexicon.SameTime.In(" " + wordsOf(body) + " ") }

//nolint:gochecknoglobals // made once of constants
var joints = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer(" and ", ",", " but ", ",", " y ", ",", " pero ", ",", "&", ",", ";", ",", "\n", ",", ". ", ",")
})

// clauses divides a text where one thing ends and another begins.
func clauses(body string) []string {
	body = joints().Replace(body)
	var out []string
	for _, c := range strings.Split(body, ",") {
		if c = strings.TrimFunc(c, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) }); c != "" {
			out = append(out, c)
		}
	}
	return out
}
