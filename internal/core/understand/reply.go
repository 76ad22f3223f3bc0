package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/when"
)

// Reply is what a text answers, when it is an answer.
type Reply string

// The replies, as interface.md names them. MaybeStop is an opt-out that staff decide about.
const (
	NoReply   Reply = ""
	Yes       Reply = "yes"
	No        Reply = "no"
	Maybe     Reply = "maybe"
	Another   Reply = "move"
	Wrong     Reply = "wrong"
	WhoIsIt   Reply = "who"
	Thanks    Reply = "thanks"
	Stop      Reply = "stop"
	Start     Reply = "start"
	Help      Reply = "help"
	MaybeStop Reply = "ask"
)

// replyTo reads what a text answers, and what stands beside the answer.
func (t *Text) replyTo(body string, stop sms.OptOut, r when.Reading, phones []when.Span) {
	switch sms.CarrierKeyword(body) {
	case sms.KeywordStop:
		t.Reply = Stop
		return
	case sms.KeywordHelp:
		t.Reply = Help
		return
	case sms.KeywordStart:
		t.Reply = Start
		if lexicon.Plain(strings.TrimSpace(body)) == "yes" {
			t.Reply = Yes
		}
		return
	case sms.NoKeyword:
	}
	switch stop {
	case sms.OptOutClear:
		t.Reply, t.OwnWords = Stop, besideStop(body)
		return
	case sms.OptOutDoubtful:
		t.Reply, t.OwnWords = MaybeStop, besideStop(body)
		return
	case sms.NotOptOut:
	}
	switch bareDigit(withoutPleas(body)) {
	case 1:
		t.Reply = Yes
		return
	case 2:
		t.Reply = Another
		return
	case 3:
		t.Reply = No
		return
	}
	if len(body) <= 20 && slices.Contains(lexicon.NoAlone.Words(), wordsOf(body)) {
		t.Reply = No
		return
	}
	if len(phones) == 1 && lexicon.PhoneFails.In(Padded(body)) { // "this phone wont work after today, new one is 206-555-0176"
		if rest := withoutClauseOf(blotted(body, phones), lexicon.PhoneFails); rest != "" {
			body, phones = rest, nil
		}
	}
	a := answerOf(blotted(body, phones), r)
	if a.reply == WhoIsIt && lexicon.NobodyTo.In(Padded(body)) { // "si pero llevo a mi niña, no hay con quien"
		if rest := withoutClauseOf(blotted(body, phones), lexicon.NobodyTo); rest != "" {
			a = answerOf(rest, r)
			a.own = true
		}
	}
	t.Refused = a.refused
	t.Reply, t.OwnWords, t.Question, t.Condition, t.Gladly = a.reply, a.own, a.question, a.condition, a.gladly
	if t.Reply == Yes && t.OwnWords {
		t.Reply = yesTo(body, r)
	}
}

// yesTo is what a yes with more words is. It is none that hangs on what somebody is yet to hear, "yep still waiting on my sitter", that is
// told of another time, "i said yes last time", or that is given to the next one.
func yesTo(body string, r when.Reading) Reply {
	p := Padded(body)
	switch {
	case dayOut(strings.Fields(p)):
		return No
	case lexicon.WaitsFor.In(p) && !ComesAnyway(body):
		return Maybe
	case lexicon.SaidYes.In(p) && lexicon.OnceBefore.In(p):
		return NoReply
	case lexicon.NextTime.In(p):
		rest := []byte(body) // in its place, as the times are
		for _, clause := range Turns(body) {
			_, to := lexicon.NextTime.Find(clause)
			at := strings.Index(body, clause)
			for i := at; to > 0 && at >= 0 && !NamesTimeIn(bare(clause[to:])) && i < at+len(clause); i++ {
				rest[i] = ' '
			}
		}
		if answerOf(string(rest), r).reply != Yes {
			return NoReply
		}
	}
	return Yes
}

// dayOut reports whether a weekday is said to be out, run together with its verb: "ok so thursdays out".
func dayOut(f []string) bool {
	for i := 0; i+1 < len(f); i++ {
		day, own := strings.CutSuffix(f[i], "s")
		if !own || lexicon.Look(f[i]).Time != lexicon.Weekday || lexicon.Look(day).Time != lexicon.Weekday {
			continue
		}
		for n := min(3, len(f)-i-1); n > 0; n-- {
			if lexicon.DayOut.Has(strings.Join(f[i+1:i+1+n], " ")) {
				return true
			}
		}
	}
	return false
}

// mostOfStop is how many words an opt-out may have that says nothing else.
const mostOfStop = 9

// besideStop reports whether a text that opts out says something else as well: one of its sentences opts out of nothing and is no
// courtesy, or it is long.
func besideStop(body string) bool {
	words := 0
	for piece := range strings.FieldsFuncSeq(body, func(r rune) bool { return strings.ContainsRune(".,;!?\n", r) }) {
		f := strings.Fields(wordsOf(piece))
		words += len(f)
		if words > mostOfStop || len(f) > 1 && sms.ReadOptOut(piece) == sms.NotOptOut && !sms.Courtesies(f) {
			return true
		}
	}
	return false
}

// blotted is a text with its phone numbers blotted out: they count nothing and name no time.
func blotted(body string, phones []when.Span) string {
	if len(phones) == 0 {
		return body
	}
	b := []byte(body)
	for _, s := range phones {
		for i := max(0, s.From); i < s.To && i < len(b); i++ {
			b[i] = ' '
		}
	}
	return string(b)
}

// reactionReply is what a phone's reaction answers.
func reactionReply(kind string) Reply {
	switch kind {
	case "liked", "loved":
		return Yes
	case "disliked":
		return No
	}
	return NoReply
}

// wordsOf lowers, takes accents and marks off, and folds stretched letters: "Yesss!!" is "yes". One space stands between words.
func wordsOf(body string) string { return string(appendWords(make([]byte, 0, len(body)+8), body)) }

// betweenSpaces is wordsOf with a space before and behind, as phrases are looked up in it.
func betweenSpaces(body string) string {
	return string(append(appendWords(append(make([]byte, 0, len(body)+10), ' '), body), ' '))
}

func appendWords(b []byte, body string) []byte {
	run := 0
	for _, r := range body {
		c := plainByte(r)
		switch {
		case c == '\'':
			continue
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
		default:
			c = ' '
		}
		if n := len(b); n > 0 && b[n-1] == c || len(b) == 0 && c == ' ' {
			if run++; run > 1 || c == ' ' {
				continue
			}
		} else {
			run = 0
		}
		if c == ' ' {
			b = letterOut(b)
		}
		b = append(b, c)
	}
	if n := len(b); n > 0 && b[n-1] == ' ' {
		b = b[:n-1]
	}
	return letterOut(b)
}

// plainByte is the plain lower-case letter of a character of either language, an apostrophe for every kind of it, a space for the rest.
func plainByte(r rune) byte {
	switch r {
	case 'á', 'Á', 'à', 'ä', 'â':
		return 'a'
	case 'é', 'É', 'è', 'ë', 'ê':
		return 'e'
	case 'í', 'Í', 'ì', 'ï':
		return 'i'
	case 'ó', 'Ó', 'ò', 'ö':
		return 'o'
	case 'ú', 'Ú', 'ü', 'Ü', 'ù':
		return 'u'
	case 'ñ', 'Ñ':
		return 'n'
	case '’', '‘', '´', '`', '\'':
		return '\''
	}
	switch {
	case r >= 0x80:
		return ' '
	case r >= 'A' && r <= 'Z':
		r += 'a' - 'A'
	}
	return byte(r) //nolint:gosec // ASCII
}

// timeish reports whether a text names a day, a time or another of them.
func timeish(p string) bool {
	for w := range strings.FieldsSeq(p) {
		if w[0] >= '0' && w[0] <= '9' || lexicon.ShortDays.Has(w) || lexicon.NamesTime.Has(w) {
			return true
		}
	}
	return false
}

// ComesAnyway reports whether a text that may sound like a doubt is of somebody who comes: "is it ok if im 5 late", "no tengo carro pero
// ahí llego". What it asks or tells is for the organizer; a yes stands.
func ComesAnyway(text string) bool {
	p := " " + wordsOf(text) + " "
	if from, to := lexicon.StillComing.Find(p); to > 0 {
		before := strings.Fields(p[:from])
		return len(before) == 0 || !lexicon.Negators.Has(before[len(before)-1])
	}
	for _, lead := range lexicon.AsksLeave.Padded() {
		if strings.HasPrefix(p, lead) {
			return true
		}
	}
	return false
}

// HasSecondThoughts reports whether a text that is no answer by itself takes a yes back that was given before: it begins with a no, behind
// a sigh or a greeting at most, or says that something was forgotten.
func HasSecondThoughts(text string) bool {
	p := wordsOf(text)
	switch {
	case strings.ContainsAny(text, "?¿"), lexicon.NotForgotten.In(" " + p + " "), ComesAnyway(text):
		return false
	case lexicon.SecondThoughts.In(" " + p + " "):
		return true
	}
	for w := range strings.FieldsSeq(p) {
		switch l := lexicon.Look(w); {
		case l.In(lexicon.No): // "no worries" and "no rush" are none
			return timeish(p) || lexicon.TakesBack.In(" "+p+" ") || lexicon.KeepsFromMeeting.In(" "+p+" ")
		case l.In(lexicon.Excuses), l.In(lexicon.Greeting), l.In(lexicon.Address), l.In(lexicon.Fillers), l.In(lexicon.Laughter):
		default:
			return takesBackAlone(p)
		}
	}
	return false
}

// takesBackAlone reports whether words take back what was said, and say no more: "wait no", "actually no sorry", "ay no perdón".
func takesBackAlone(p string) bool {
	f, no := strings.Fields(p), false
	for _, w := range f {
		switch l := lexicon.Look(w); {
		case l.In(lexicon.No):
			no = true
		case !l.In(lexicon.TakesBack) && !l.In(lexicon.Interjections) && !l.In(lexicon.Excuses) && !l.In(lexicon.Pleading):
			return false
		}
	}
	return no && len(f) > 1
}

// ReasonsQuestion reports whether a text asks first and then says why, without refusing: "is there gonna be a group? i dont do good w
// groups".
func ReasonsQuestion(body string) bool {
	at := strings.LastIndexAny(body, "?")
	if at < 0 {
		return false
	}
	rest := wordsOf(body[at+1:])
	return lexicon.AsksBecause.Lead(rest) > 0 && !lexicon.CannotLeads.In(" "+rest+" ")
}

// BoundAlone reports whether words say from when on or until when one can, and nothing else: "but after 4", "pero antes de las 6".
func BoundAlone(body string) bool {
	bound, hour := false, false
	for _, w := range bare(body) {
		l := lexicon.Look(w)
		switch {
		case l.In(lexicon.HourBounds):
			bound = true
		case bareHour(w):
			hour = bound
		case !l.In(lexicon.ButWords) && !l.In(lexicon.Fillers) && !l.In(lexicon.Pleading) && !l.In(lexicon.LinksOfHour):
			return false
		}
	}
	return bound && hour && !strings.ContainsAny(body, "?¿")
}

// YesBriefly reads a yes with how short it was: "si pero rapidito", "yeah but quick".
func YesBriefly(s string) bool {
	f := strings.Fields(wordsOf(s))
	return len(f) > 1 && len(f) <= maxSmall && (lexicon.Yes.Has(f[0]) || lexicon.SiIsYes.Has(f[0]) || f[0] == "si") && lexicon.Briefly.Any(f)
}

// letterOut writes the last word out where it is a letter that stands for one: "q" is "que".
func letterOut(b []byte) []byte {
	n := len(b)
	if n == 0 || n > 1 && b[n-2] != ' ' {
		return b
	}
	if long := lexicon.LetterFor(b[n-1]); long != "" {
		return append(b[:n-1], long...)
	}
	return b
}
