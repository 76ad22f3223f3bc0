package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/when"
)

// maxOthers bounds a sentence that is looked at: a longer one is a story.
const maxOthers = 200

// StopsForOther reports whether a text says that somebody else wants no texts from us: "she doesn't want us to contact her again", "no
// le escriban más a Rosa". The names are of those who may be meant.
func StopsForOther(text string, names []string) bool {
	calls := overCalls(text)
	for _, piece := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(".;!?\n", r) }) {
		if len(piece) <= maxOthers && stopsForOther(" "+wordsOf(piece)+" ", names, calls) {
			return true
		}
	}
	return false
}

func stopsForOther(p string, names []string, calls bool) bool {
	for _, n := range names {
		if n = wordsOf(n); len(n) > 1 {
			p = strings.ReplaceAll(strings.ReplaceAll(p, " "+n+" ", " her "), " "+n+"s ", " her ")
		}
	}
	if lexicon.OthersStopNot.In(p) {
		return false
	}
	if calls && !lexicon.OthersStop.In(p) {
		return false
	}
	return lexicon.OthersStop.In(p) || stopsForKin(p) || forbidsWriting(p) || reportedStop(p) || stopsInThirdPerson(strings.Fields(p))
}

// stopsForKin reports whether a sentence asks in somebody's own voice for an end of it to one of the family: "stop bothering my grandma",
// "dejen de molestar a mi abuela".
func stopsForKin(p string) bool {
	f := strings.Fields(p)
	for i, w := range f {
		if !lexicon.BotherVerbs.Has(w) || i == 0 || i > 5 || !lexicon.EndsBother.Any(f[max(0, i-2):i]) || lexicon.ToldOf.Any(f[:i]) {
			continue
		}
		for k := i + 1; k < min(len(f), i+4); k++ {
			if lexicon.WhoseKin.Has(f[k]) && lexicon.SpokenFor.Any(f[k+1:min(len(f), k+4)]) {
				return true
			}
		}
	}
	return false
}

// reportedStop reports whether a sentence tells that somebody else asks for an end of our texts: "she said tell u guys to stop it w the
// texts", "dice mi mamá que ya no manden mensajes".
func reportedStop(p string) bool {
	f := strings.Fields(p)
	for i, w := range f {
		if !lexicon.ToldOf.Has(w) && !lexicon.WantsOf.Has(w) || !ofAnother(f[max(0, i-3):i]) && !ofAnother(f[i+1:min(len(f), i+3)]) {
			continue
		}
		rest := f[i+1:]
		for len(rest) > 1 && (lexicon.ToldLeads.Has(rest[0]) || lexicon.Kin.Has(rest[0])) {
			rest = rest[1:]
		}
		if sms.ReadOptOut(strings.Join(rest, " ")) != sms.NotOptOut {
			return true
		}
	}
	return false
}

// ofAnother reports whether words name a third person.
func ofAnother(words []string) bool {
	return lexicon.ThirdPersons.Any(words) || lexicon.Kin.Any(words) || lexicon.OtherPersons.Any(words)
}

// ComesBesides reads what a text that asks for an end of somebody's texts tells of their coming beside: "jo says quit w the reminders but
// he'll be there".
func ComesBesides(text string, names []string) (comes, ok bool) {
	cut := strings.NewReplacer(" but ", "\n", " pero ", "\n", " and ", "\n", " y ", "\n", ",", "\n", ".", "\n",
		";", "\n")
	for piece := range strings.SplitSeq(cut.Replace(beforeNoText(text)), "\n") {
		if StopsForOther(piece, names) || sms.ReadOptOut(piece) != sms.NotOptOut {
			continue
		}
		if comes, ok = ReadComing(piece); ok {
			return comes, true
		}
	}
	return false, false
}

// beforeNoText divides a text where it goes on, without a mark, to that somebody is not to be texted: "rosa ya me confirmó por tel no le
// escribas".
func beforeNoText(text string) string {
	low := strings.ToLower(text)
	for _, phrase := range lexicon.AsksNoText.Words() {
		if i := strings.Index(low, " "+phrase); i > 0 && len(low) == len(text) {
			return text[:i] + "\n" + text[i+1:]
		}
	}
	return text
}

// NoNeedToText reports whether a text says that somebody need not be texted, which forbids nothing: "no need to text her".
func NoNeedToText(text string) bool { return lexicon.NoNeedTo.In(" " + wordsOf(text) + " ") }

// CancelsBesides reports whether one of a text's sentences calls off: "she said don't contact her no more. cancel thurs".
func CancelsBesides(text string) bool {
	for piece := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(".,;!\n", r) }) {
		f := strings.Fields(wordsOf(piece))
		for len(f) > 1 && (lexicon.Joins.Has(f[0]) || lexicon.OrderLeads.Has(f[0])) {
			f = f[1:]
		}
		if len(f) > 0 && (lexicon.CancelVerbs.Has(f[0]) || lexicon.CancelOrders.Has(f[0])) {
			return true
		}
	}
	return false
}

// TheyCome reads what a clause says of the coming of somebody whom it names: yes, no, or nothing.
func TheyCome(clause string) Reply {
	p := " " + wordsOf(clause) + " "
	switch {
	case lexicon.TheyCannot.In(p):
		return No
	case lexicon.TheyCan.In(p):
		return Yes
	}
	return NoReply
}

// SaidForThem reads the answer of somebody for whom another writes: "she says yes", "dice mi mamá que no puede".
func SaidForThem(text string, c when.Context) Reply {
	f := strings.Fields(text)
	if len(text) > maxOthers || strings.ContainsAny(text, "?¿") {
		return NoReply
	}
	p := make([]string, len(f))
	for i, w := range f {
		p[i] = strings.TrimSpace(Padded(w))
	}
	for i := range p {
		if !lexicon.ToldOf.Has(p[i]) || i > 0 && lexicon.Myself.Has(p[i-1]) { // "i told my boss yes" is what the writer said, and to the boss
			continue
		}
		rest := i + 1
		switch {
		case lexicon.SpokenFor.Any(p[max(0, i-2):i]):
		case lexicon.SpokenFor.Any(p[rest:min(len(p), rest+2)]):
			for !lexicon.SpokenFor.Has(p[rest]) {
				rest++
			}
			rest++
		case lexicon.SaysAlone.Has(p[i]) && i > 1 && WritesForAnother(text):
		case i > 1 || !lexicon.SaysAlone.Has(p[i]) || i == 1 && lexicon.SecondPersons.Has(p[0]): // "u said 3"
			continue
		}
		for rest < len(p) && lexicon.ToldLeads.Has(p[rest]) {
			rest++
		}
		said := strings.Join(f[min(rest, len(f)):], " ")
		h := Read(said, c)
		if r := h.Reply; r == Yes || r == No || r == Maybe || r == Another {
			return r
		}
		if r := TheyCome(said); r != NoReply || !h.When.HasDate() && !h.When.HasClock || len(f)-rest > fewTold {
			return r
		}
		return Another // "my wife says friday"
	}
	if WritesForAnother(text) {
		return toldOfThem(text)
	}
	return NoReply
}

// toldOfThem reads what somebody else, who says so, tells of the coming of the person we text: "this is her sister, she won't make it".
func toldOfThem(text string) Reply {
	f := strings.Fields(wordsOf(text))
	for i, w := range f {
		from := i + 1
		switch {
		case lexicon.ThirdSubjects.Has(w):
		case w == "no" && (i < 2 || !lexicon.WhoseKin.Has(f[i-2])): // "soy su hija, no va a poder ir"
			from = i
		default:
			continue
		}
		for n := min(5, len(f)-from); n >= 1; n-- {
			switch said := strings.Join(f[from:from+n], " "); {
			case lexicon.TheyComeNot.Has(said):
				return No
			case lexicon.TheyComeYes.Has(said):
				return Yes
			}
		}
	}
	return NoReply
}

// fewTold is how many words that name a day or an hour, and answer nothing else, put it forward.
const fewTold = 5

// StartsAgain reports whether somebody who ended our texts says that they want them again, and hardly more: "actually its ok start again".
// What threatens, complains of us or sets a condition is no such wish, and what starts may be anything: "my classes start again monday".
func StartsAgain(text string) bool {
	p := Padded(text)
	if len(text) > maxOthers || IsQuestion(text) || sms.ReadOptOut(text) != sms.NotOptOut {
		return false
	}
	if startsBehind(text) {
		return true
	}
	said := lexicon.StartsAgain
	if !said.In(p) {
		from, to := lexicon.StartsBare.Find(p)
		before, behind := strings.Fields(p[:from]), strings.Fields(p[to:])
		if to == 0 || startsElse(before) || !small(behind, lexicon.Fillers) && !small(behind, lexicon.Courtesies) {
			return false
		}
		said = lexicon.StartsBare
	}
	left := leftOf(p, said)
	f := strings.Fields(left)
	return OwnWords(left) <= mostBesideStart && !lexicon.NegativeWords.Any(f) && !lexicon.Negators.Any(f) && !lexicon.SaysIf.Any(f) &&
		!lexicon.SecondPersons.Any(f)
}

// startsBehind reports whether a text ends with START as a clause of its own, and says before it what the stop was, without a no or a
// condition: "sorry that was for my kid lol. start". A yes there is no such word, though carriers take it for one.
func startsBehind(text string) bool {
	clauses := clausesOf(text)
	n := len(clauses) - 1
	for n > 0 && small(strings.Fields(wordsOf(clauses[n])), lexicon.Courtesies) {
		n--
	}
	if n < 1 {
		return false
	}
	word, behind, _ := strings.Cut(wordsOf(clauses[n]), " ")
	f := strings.Fields(wordsOf(strings.Join(clauses[:n], " ")))
	return sms.CarrierKeyword(word) == sms.KeywordStart && !lexicon.Yes.Has(word) &&
		small(strings.Fields(behind), lexicon.Courtesies) && !lexicon.Negators.Any(f) && !lexicon.SaysIf.Any(f) &&
		!lexicon.SecondPersons.Any(f)
}

// startsElse reports whether the words before "start again" name what starts: "my classes", "school will".
func startsElse(before []string) bool {
	n := len(before)
	return n > 0 && lexicon.Wills.Has(before[n-1]) ||
		n > 1 && (lexicon.Articles.Has(before[n-2]) || lexicon.TheirPlaces.Has(before[n-2]) || lexicon.MyPlaces.Has(before[n-2]))
}

// mostBesideStart bounds the words of their own that stand beside the wish for texts again: "sorry i was mad".
const mostBesideStart = 2

// WelcomesTexts reports whether a text says that texts are welcome after all.
func WelcomesTexts(text string) bool {
	p := " " + wordsOf(text) + " "
	return len(text) <= maxOthers && lexicon.CallAgain.In(p) && !strings.Contains(p, " not ") && !strings.Contains(p, " dont ") &&
		!strings.Contains(p, " no ")
}

// NotInterested reports whether a text is a no with a reason: that it is not for them, and nothing about texts.
func NotInterested(text string) bool {
	p := wordsOf(text)
	first, rest, _ := strings.Cut(p, " ")
	return len(text) <= maxOthers && lexicon.Look(first).In(lexicon.No) && lexicon.NotInterested.In(" "+rest+" ") &&
		!lexicon.TextingWords.Any(strings.Fields(p)) && !lexicon.RoughWords.In(" "+p+" ") && !lexicon.StopWords.Any(strings.Fields(p))
}

// NoMoreTexts reports whether an organizer says of a contact whom they name that texts are to end: "maria's in but no more txts".
func NoMoreTexts(text string, names []string) bool {
	p := " " + wordsOf(text) + " "
	named := slices.ContainsFunc(names, func(n string) bool {
		n = wordsOf(n)
		return len(n) > 1 && (strings.Contains(p, " "+n+" ") || strings.Contains(p, " "+n+"s "))
	})
	if len(text) <= maxOthers && wantsNone(strings.Fields(p), names) {
		return true
	}
	return named && len(text) <= maxOthers && lexicon.NoMoreTexts.In(p) && !lexicon.OthersStopNot.In(p) && !strings.Contains(p, " after ") &&
		!strings.Contains(p, " before ")
}

// wantsNone reports whether an end of texts is told of somebody who is its subject, by name or not: "maria dont want reminders", "fyi she
// dont want no texts". One who says "me" asks for themselves.
func wantsNone(f []string, names []string) bool {
	for len(f) > 1 && (lexicon.Look(f[0]).In(lexicon.Fillers) || lexicon.Interjections.Has(f[0]) || lexicon.Joins.Has(f[0]) ||
		lexicon.BeginsNews.Has(f[0])) {
		f = f[1:]
	}
	if len(f) < 3 {
		return false
	}
	subject := lexicon.ThirdSubjects.Has(f[0]) || slices.ContainsFunc(names, func(n string) bool { return wordsOf(n) == f[0] })
	rest := f[1:]
	if slices.ContainsFunc(names, func(n string) bool { return len(f) > 1 && wordsOf(n) == f[0]+" "+f[1] }) {
		subject, rest = true, f[2:]
	}
	if !subject || lexicon.FirstSubjects.Any(rest) || lexicon.OwnPossessives.Any(rest) || lexicon.Myself.Any(rest) ||
		lexicon.OthersStopNot.In(" "+strings.Join(f, " ")+" ") {
		return false
	}
	said := strings.Join(rest, " ")
	return sms.ReadOptOut(said) != sms.NotOptOut && !carrierAlone(said) || sms.ReadOptOut(strings.Join(f, " ")) != sms.NotOptOut
}

// carrierAlone reports whether words are nothing but the word by which a phone opts out: behind a name it is a call to somebody.
func carrierAlone(s string) bool { return sms.CarrierKeyword(s) != sms.NoKeyword }

// SaysNoTexts reports whether words of a plan say that whoever is met gets no texts: "no texts she hates them", "he dont text", "no le
// mandes textos".
func SaysNoTexts(words string) bool {
	p := Padded(words)
	return lexicon.PlanNoTexts.In(p) && !lexicon.HoursAfter.In(p) && !lexicon.HoursBefore.In(p) && !lexicon.TextsAreFine.In(p)
}

// TextsAreFine reports whether words say of somebody that texts are fine with them: "she's ok with texts", "acepta mensajes". That their
// writer "can text her" says so only where she said it.
func TextsAreFine(words string) bool {
	p := Padded(words)
	from, to := lexicon.TextsAreFine.Find(p)
	if to == 0 || SaysNoTexts(words) {
		return false
	}
	before := strings.Fields(p[:from])
	return len(before) == 0 || !lexicon.FirstSubjects.Has(before[len(before)-1]) || lexicon.SaidVerbs.Any(before)
}

// AsksEnough reports whether a text asks for an end of our questions, and says no more: "stop asking".
func AsksEnough(text string) bool { return len(text) <= 60 && lexicon.AsksEnough.Has(wordsOf(text)) }
