package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// WantsCall reports whether a text asks for a call instead of texts, or says that texting is not for its writer.
func WantsCall(text string) bool {
	p := " " + wordsOf(text) + " "
	return len(text) <= maxOthers && (lexicon.WantsCall.In(p) || callsAreBetter(strings.Fields(p)) || begsCall(strings.Fields(p))) &&
		!lexicon.CallNot.In(p) &&
		(!lexicon.OneCall.In(p) && !once(text) || lexicon.NoTextsBut.In(p) || lexicon.Lasting.In(p) ||
			lexicon.CannotRead.In(p))
}

// SaysCallThem reports whether an organizer says that somebody else is to be called, and speaks not of themselves: "just call her, no
// texts", "mejor llamarla".
func SaysCallThem(text string) bool {
	f := strings.Fields(wordsOf(text))
	return lexicon.CallThemWords.In(" "+strings.Join(f, " ")+" ") && !lexicon.Myself.Any(f)
}

// once reports whether a wish for a call names the day, the part of it or the hour beside it, and is for that once: "call me tuesday
// please", "can she call me at 6".
func once(text string) bool {
	if all := strings.Fields(wordsOf(text)); lexicon.Negators.Any(all) && lexicon.TextingWords.Any(all) { // "dont do texts. ring me after 6"
		return false
	}
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(".!?;,\n", r) }) {
		f := strings.Fields(wordsOf(part))
		if !lexicon.WantsCall.In(" " + strings.Join(f, " ") + " ") {
			continue
		}
		for i, w := range f {
			if isWeekday(w) || lexicon.Look(w).Time == lexicon.PartOfDay && !strings.HasSuffix(w, "s") || hourOfCall(f, i) {
				return true
			}
		}
	}
	return false
}

// CallsThen reports whether a text asks for one call at its day or hour, and neither says anything against texts nor refuses the
// one-on-one: "can she call me around 530 thurs instead", "no. call me at 5".
func CallsThen(text string, c when.Context) bool {
	p := Padded(text)
	if len(text) > maxOthers || lexicon.CallNot.In(p) || lexicon.Lasting.In(p) || lexicon.CannotRead.In(p) ||
		lexicon.TextingWords.Any(strings.Fields(p)) {
		return false
	}
	calls := false
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(".!?;,\n", r) }) {
		f := strings.Fields(wordsOf(part))
		r := Read(part, c)
		switch then := callsThen(f); {
		case then && r.Reply != No && !lexicon.Negators.Any(f):
			calls = true
		case then, r.Reply == Yes, r.Reply == No && len(f) > 1, r.Timed(), len(r.When.Except) > 0, r.Refused && len(f) > 1:
			return false
		}
	}
	return calls
}

// callsThen reports whether the words of a sentence ask for a call and name its day or its hour.
func callsThen(f []string) bool {
	if !lexicon.WantsCall.In(" "+strings.Join(f, " ")+" ") && !callsAreBetter(f) && !begsCall(f) {
		return false
	}
	for i, w := range f {
		if isWeekday(w) || hourOfCall(f, i) {
			return true
		}
	}
	return false
}

// CallsOnce reports whether a text asks for one call at its hour, and not for calls instead of texts or of the one-on-one.
func CallsOnce(text string) bool {
	p := Padded(text)
	return len(text) <= maxOthers && once(text) && !WantsCall(text) && !lexicon.CallNot.In(p) && !lexicon.InsteadOf.In(p)
}

// hourOfCall reports whether a number is an hour or a length of time, and no part of a number to call.
func hourOfCall(f []string, i int) bool {
	w := strings.TrimRight(f[i], "apm")
	if i == 0 || w == "" || len(w) > 4 || !onlyDigits(w) || i+1 < len(f) && onlyDigits(f[i+1]) {
		return false
	}
	switch lexicon.Look(f[i-1]).Time {
	case lexicon.At, lexicon.After, lexicon.Before, lexicon.In, lexicon.The:
		return true
	}
	return w != f[i] || lexicon.AboutHour.Has(f[i-1]) || lexicon.Articles.Has(f[i-1])
}

func isWeekday(w string) bool { return lexicon.Weekday.Has(w) }

// callsAreBetter reports whether words say that it is better for their writer to be called: "easier if somebody calls me", "sería mejor que
// me llamaran". Who calls is somebody else than the writer.
func callsAreBetter(f []string) bool {
	for i, w := range f {
		if !lexicon.BetterWords.Has(w) {
			continue
		}
		for k := i + 1; k < min(len(f), i+mostToCall); k++ {
			switch {
			case lexicon.FirstSubjects.Has(f[k]) || lexicon.Negators.Has(f[k]):
				k = len(f)
			case callsMe(f, k):
				return true
			}
		}
		if i > 1 && callsMe(f, i-1) { // "que me marque mejor"
			return true
		}
	}
	return false
}

// begsCall reports whether somebody is asked with courtesy to call: "le ruego me llame por teléfono", "haga el favor de llamarme".
func begsCall(f []string) bool {
	for i, w := range f {
		if !lexicon.AsksCourteously.Has(w) {
			continue
		}
		for k := i + 1; k < min(len(f), i+mostToCall) && !lexicon.FirstSubjects.Has(f[k]) && !lexicon.Negators.Has(f[k]); k++ {
			if callsMe(f, k) {
				return true
			}
		}
	}
	return false
}

// callsMe reports whether a word is a call to the writer: "calls me", "me llame".
func callsMe(f []string, k int) bool {
	return lexicon.CallsWords.Has(f[k]) && (k+1 < len(f) && f[k+1] == "me" || k > 0 && f[k-1] == "me" || strings.HasSuffix(f[k], "rme"))
}

// mostToCall is how many words may stand between what is better and the call.
const mostToCall = 6

// RatherCalls reports whether a text wants calls and says so of texts, too, or for good, or cannot read them: "just call me, I never look
// at texts", "mejor llámeme siempre", "le ruego me llame, casi no veo las letras".
func RatherCalls(text string) bool {
	p := " " + wordsOf(text) + " "
	return WantsCall(text) && (lexicon.NoTextsBut.In(p) && lexicon.TextingWords.Any(strings.Fields(p)) || lexicon.Lasting.In(p) ||
		lexicon.CannotRead.In(p))
}

// AgainstTexts reports whether a wish for a call is one against texts too: "calls only", "call me instead of texting". "Can she just call
// me" and "mejor que me llame" ask for a call, and no more.
func AgainstTexts(text string) bool {
	p := " " + wordsOf(text) + " "
	return lexicon.TextingWords.Any(strings.Fields(p)) || lexicon.CallsOnly.In(p) || lexicon.Lasting.In(p) || lexicon.CannotRead.In(p)
}

// CallsThere reports whether a call that a text asks for stands by itself, where it names a number: "call me at my job 206-555-0166" does,
// "she wont make it. call me at 206-555-0166" and "206-555-0166 if you're lost" are read for what else they say.
func (t Text) CallsThere(body string) bool {
	return t.Phone.IsZero() || t.Reply == NoReply && !t.Refused && !t.Condition && t.Digit == 0 && !lexicon.SaysIf.Any(bare(body))
}
