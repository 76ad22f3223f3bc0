package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// DigitFirst reads "2 friday at 4", "3 but she texted", "1. She is a nurse": a digit of the answer and the words behind it. 0 when the
// number belongs to the words: "3 kids".
func DigitFirst(body string) (digit int, rest string) {
	if len(body) < 3 || body[0] < '1' || body[0] > '3' || !strings.ContainsRune(" ,.:;-)", rune(body[1])) {
		return 0, ""
	}
	rest = strings.TrimLeft(body[1:], " ,.:;-)")
	first, _, _ := strings.Cut(wordsOf(rest), " ")
	goes := body[1] != ' ' || lexicon.TaleBegins.Has(first) || lexicon.ButWords.Has(first) || lexicon.ClauseEnds.Has(first) ||
		lexicon.AfterDigit.Has(first) || body[0] != '1' && lexicon.Kin.Has(first) && lexicon.Kin.Has(first+"s")
	switch o := OutcomeIn(rest); body[0] {
	case '1':
		if goes || o == Met {
			return 1, rest
		}
	case '2':
		if goes || o == Postponed || timeish(" "+wordsOf(rest)+" ") {
			return 2, rest
		}
	case '3':
		if goes || o == Missed || o == NotMet {
			return 3, rest
		}
	}
	return 0, ""
}

// TellsOfTalk reports whether a text without a word of the outcome is a story that only somebody tells who talked with the person: with
// a word that they gave or got, and none of what keeps people from meeting.
func TellsOfTalk(body string) bool {
	if FilledIn(body) {
		return true
	}
	if !IsStory(body) {
		return false
	}
	w := " " + wordsOf(body) + " "
	if lexicon.KeepsFromMeeting.In(w) {
		return false
	}
	for _, p := range Story(body) {
		if p.Label == "commitment" || p.Label == "follow_ups" {
			return true
		}
	}
	return false
}

// FilledIn reports whether a text is a form that somebody filled in, line by line, or the line of it that tells what came of a one-on-one.
func FilledIn(body string) bool {
	n := 0
	for _, f := range Fields(body, when.Context{}) {
		switch f.Label {
		case "":
			continue
		case "learned", "commitment", "follow_ups": // one line of the paper form, and only who met has it
			if strings.Contains(body, ":") {
				return true
			}
		}
		n++
	}
	return n >= 2
}

// WithoutSameTime leaves out of words that it is at the same time.
func WithoutSameTime(words string) string {
	return strings.TrimSpace(leftOf(Padded(words), lexicon.SameTime))
}

// HasBeen reports whether a text tells of a meeting or a talk that has been, and names no time to come: "ran into maria today", "just got
// off the phone with maria". It changes nothing of what is planned.
func HasBeen(body string, c when.Context) bool {
	if o := OutcomeIn(body); o != Met && o != Unsure && !SpokeWith(body) {
		return false
	}
	r := Times(body, c)
	return !r.HasClock && len(r.Options) == 0 && (!r.HasDate() || r.Date.Compare(when.DateOf(c.At.In(c.Zone))) <= 0)
}

// WentWell reports whether a text begins by saying how it went, and goes on about a third person: "great. she can do the 12th at 6". will
// says that it tells what they will do, and not when the two meet: "great. she'll host on the 12th at 6".
func WentWell(body string) (will, ok bool) {
	all := Clauses(body)
	if len(all) < 2 || IsQuestion(body) || !lexicon.WentSo.Has(wordsOf(all[0])) {
		return false, false
	}
	rest := " " + wordsOf(strings.Join(all[1:], " ")) + " "
	f := strings.Fields(rest)
	if lexicon.NegativeWords.Any(f) || lexicon.ChangeWords.In(rest) || saysAgain(rest) {
		return false, false
	}
	will = willDo(rest)
	return will, will || lexicon.ThirdSubjects.Has(f[0])
}
