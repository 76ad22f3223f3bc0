package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// Ask is what a question of an organizer is after.
type Ask uint8

// The questions that the record answers.
const (
	NoAsk       Ask = iota
	AskHow          // how a one-on-one is planned
	AskNumber       // somebody's number
	AskConfirm      // has somebody answered?
	AskOwe          // what have I promised?
	AskCount        // how many one-on-ones
	AskSaid         // what somebody said they would do
	AskGot          // whether a text of ours left
	AskReminder     // whether and when somebody hears from us again
	AskUnfiled      // which reports are missing
	AskWhere        // where one is
	AskWhen         // when one is
	AskWho          // whom I meet: today, this week, next
)

// maxWhoIs is how many words ask who somebody is, the name with them.
const maxWhoIs = 4

// ReadAsk reads a question about what stands in the record. Words that only begin as a question do are none.
func ReadAsk(body string) Ask {
	if AsksNextWeek(body) {
		return AskWho
	}
	if ordersBehind(body) || AsksOnceMore(body) {
		return NoAsk
	}
	body = AskedAfter(body)
	if so := asksIfSo(body); so != NoAsk {
		return so
	}
	if n := lexicon.RemindMe.Lead(body); n > 0 { // "remind me when i see rosa"
		asks := bare(body[n:])
		if lexicon.RemindAsks.Any(asks[:min(2, len(asks))]) { // "me recuerdas con quién me veo"
			body = body[n:]
		}
	}
	f := writtenOut(bare(body))
	if len(f) == 0 || len(f) > 14 || len(body) > 160 {
		return NoAsk
	}
	if asksOfDay(f) {
		return AskWho
	}
	if remindsThem(body) {
		return AskReminder
	}
	if plansWith(f) && !strings.ContainsAny(body, "?¿") {
		return NoAsk
	}
	p := " " + strings.Join(f, " ") + " "
	question := strings.ContainsAny(body, "?¿")
	if !question && MayCancel(body) { // "gonna have to cancel thurs w maria"
		return NoAsk
	}
	if looksUpNumber(f) {
		return AskNumber
	}
	if lexicon.NewHere.In(p) && len(f) <= mostNewHere && !lexicon.ButWords.Any(f) {
		return AskHow
	}
	if !question && !leadsToQuestion(f) {
		return NoAsk
	}
	if lexicon.TheyChoose.In(p) || givesToThem(f) { // "donde ella quiera" answers
		return NoAsk
	}
	meets := lexicon.AskMeetings.In(p)
	switch {
	case knowsOfIt(f):
		return AskGot
	case lexicon.AskUnfiled.In(p):
		return AskUnfiled
	case lexicon.AskHow.In(p):
		return AskHow
	case lexicon.AskComing.In(p) && !meets:
		return AskConfirm
	case lexicon.AskCount.In(p):
		if meets || (len(f) <= maxCountAsked || lexicon.DoIHave.In(p)) && periodIn(f) {
			return AskCount
		}
		return NoAsk
	case lexicon.AskNumber.In(p) && !lexicon.OnPhone.In(p) &&
		(len(f) <= maxNumberAsked || leadsToQuestion(f)): // "the phone thing counts right?" asks of no number
		return AskNumber
	case len(f) <= maxWhoIs && lexicon.AsksWhoIs.Has(strings.Join(f[:len(f)-1], " ")) && lexicon.FirstNames.Has(f[len(f)-1]): // "whos jo"
		return AskNumber
	case lexicon.AskSaid.In(p):
		return AskSaid
	case lexicon.AskHour.In(p) && lexicon.AskWhen.In(p): // "a qué hora quedé con Rosa" asks for no promise
		return AskWhen
	case lexicon.HandsOver.In(p) && !question: // "que ana se quede con beto"
		return NoAsk
	case !question && meets && lexicon.WithWhom.Any(f) && !lexicon.AskWho.In(p): // "need to do a 1on1 w maria" plans one
		return NoAsk
	case lexicon.AskOwe.In(p) && !lexicon.ReportNouns.Any(f) && (question || !lexicon.AlreadyDone.Has(f[0])): // "ya quedé con rosa" tells
		return AskOwe
	case lexicon.AskReminder.In(p):
		return AskReminder
	case lexicon.AskGot.In(p):
		if _, orders := beginsAs(withoutLeads(body), lexicon.TellVerbs); orders { // "can u tell her im in the back"
			return NoAsk
		}
		return AskGot
	case lexicon.AskConfirm.In(p), lexicon.AskNews.In(p), newsOfNamed(f):
		if ReadCannot(body) { // "i have to bail thurs"
			return NoAsk
		}
		if _, tells := ReadComing(body); tells && countOf(f, lexicon.ToldVerbs) > 1 { // "ya le hablé a rosa y dijo que sí va"
			return NoAsk
		}
		return AskConfirm
	case lexicon.AskWhere.In(p) && !lexicon.UsualPlace.In(p): // "donde siempre" says where
		return AskWhere
	case lexicon.AskWhen.In(p), question && asksOfThat(f):
		return AskWhen
	case lexicon.AboutHour.Has(f[0]): // "maybe next thursday?" is put forward
		return NoAsk
	case lexicon.AskWho.In(p) && (meets || question || lexicon.Next.Any(f) || strings.Contains(p, " i ") || strings.Contains(p, " my ") ||
		len(f) > 1 && lexicon.AskWho.Has(f[0]+" "+f[1])): // "con quién me toca el jueves"
		return AskWho
	}
	return NoAsk
}

// remindsThem reports whether a text has us remind somebody of the one-on-one, and of nothing else: "remind maria about thursday". Our
// texts do that by themselves.
func remindsThem(body string) bool {
	lead := withoutLeads(strings.Trim(body, " ?.!"))
	n := lexicon.RemindThem.Lead(lead)
	f := bare(lead[n:])
	if n == 0 || len(f) == 0 || !lexicon.FirstNames.Has(f[0]) && !lexicon.ThirdPersons.Has(f[0]) {
		return false
	}
	for _, w := range f[1:] {
		if !lexicon.RemindBeside.Has(w) && !NamesTime(w) && !hasDigit(w) && lexicon.Look(w).Time == lexicon.NoList {
			return false
		}
	}
	return true
}

// plansWith reports whether words say that their writer has somebody to meet, who is named, and ask nothing: "tengo cita con marta el
// jueves 3pm", "got tanisha down for thurs".
func plansWith(f []string) bool {
	for i := 1; i+1 < len(f) && i <= mostBeforePlan; i++ {
		if (lexicon.WithWords.Has(f[i]) || f[i] == "a" || f[i] == "with") && lexicon.HavePlan.Has(f[0]) &&
			(lexicon.FirstNames.Has(f[i+1]) || lexicon.Titles.Has(f[i+1]) || lexicon.Relations.Has(f[i+1])) {
			return true
		}
	}
	return len(f) > 2 && lexicon.HavePlan.Has(f[0]) && lexicon.FirstNames.Has(f[1]) && f[0] != "tengo"
}

// maxCountAsked bounds, in words, what asks how many without saying of what: "how many this month".
const maxCountAsked = 6

// periodIn reports whether a week or a month is named.
func periodIn(f []string) bool {
	for _, w := range f {
		if t := lexicon.Look(w).Time; t == lexicon.Week || t == lexicon.MonthUnit {
			return true
		}
	}
	return false
}

// maxOfThat bounds, in words, what asks whether a day or an hour is the one that was just spoken of: "is that thursday?".
const maxOfThat = 6

// asksOfThat reads such a question.
func asksOfThat(f []string) bool {
	if len(f) > maxOfThat || !NamesTimeIn(f) {
		return false
	}
	for i, w := range f {
		if l := lexicon.Look(w); l.Time == lexicon.NoList && !hasDigit(w) && !lexicon.OfThat.Has(w) && !lexicon.BesideThat.Has(w) &&
			!(i == 0 && l.In(lexicon.Interjections)) {
			return false
		}
	}
	return lexicon.OfThat.Any(f)
}

// givesToThem reports whether a text has somebody given something: "give her my number" asks for none.
func givesToThem(f []string) bool {
	for len(f) > 2 && lexicon.OrderLeads.Has(f[0]) {
		f = f[1:]
	}
	return len(f) > 3 && lexicon.GiveVerbs.Has(f[0]) && (lexicon.ThirdPersons.Has(f[1]) || lexicon.FirstNames.Has(f[1])) &&
		(lexicon.MyPlaces.Has(f[2]) || lexicon.Articles.Has(f[2])) ||
		len(f) > 1 && lexicon.GiveThem.Has(f[0])
}

// maxNumberAsked bounds, in words, what asks for a number without a word that asks: "marias #?"
const maxNumberAsked = 4

// looksUpNumber reports whether a text is nothing but somebody's number, as one says what is looked up: "marias number", "el teléfono de
// Rosa".
func looksUpNumber(f []string) bool {
	named, asked := false, false
	for _, w := range f {
		l := lexicon.Look(w)
		switch {
		case lexicon.AskNumber.Has(w):
			asked = true
		case l.In(lexicon.FirstNames), lexicon.FirstNames.Has(strings.TrimSuffix(w, "'s")), lexicon.FirstNames.Has(strings.TrimSuffix(w, "s")):
			named = true
		case !lexicon.NumberBeside.Has(w):
			return false
		}
	}
	return named && asked && len(f) <= maxNumberAsked+1
}

// asksOfDay reports whether words ask for a day and say nothing else: "whos tmrw", "anyone on friday".
func asksOfDay(f []string) bool {
	for n := min(5, len(f)-1); n > 0; n-- {
		if !lexicon.AskDay.Has(strings.Join(f[:n], " ")) {
			continue
		}
		dated := false
		for _, w := range f[n:] {
			l := lexicon.Look(w)
			switch l.Time {
			case lexicon.NoList:
				if !l.In(lexicon.Fillers) && !lexicon.AskDayBeside.Has(w) {
					return false
				}
			case lexicon.Today, lexicon.Tomorrow, lexicon.Weekday, lexicon.Tonight, lexicon.Weekend, lexicon.Week:
				dated = true
			}
		}
		return dated
	}
	return false
}

// writtenOut puts the words of short forms in their place: "q tengo" is "que tengo".
func writtenOut(f []string) []string {
	var out []string
	for _, w := range f {
		if long := lexicon.Short(w); long != nil {
			out = append(out, long...)
			continue
		}
		out = append(out, w)
	}
	return out
}

// leadsToQuestion reports whether words begin as a question, behind "can you" and the like.
func leadsToQuestion(f []string) bool {
	for i, w := range f {
		if lexicon.AskLeads.Has(w) || i+1 < len(f) && lexicon.AskLeads.Has(w+" "+f[i+1]) {
			return true
		}
		if !lexicon.OrderLeads.Has(w) || lexicon.Negators.Has(w) { // "no tengo su numero" asks for none
			return false
		}
	}
	return false
}

// Names lists the words of a question that may be somebody's first name, without what makes them possessive: "marias", "Maria's".
func Names(body string) []string {
	var out []string
	for _, w := range bare(body) {
		for _, s := range []string{w, strings.TrimSuffix(w, "'s"), strings.TrimSuffix(w, "s")} {
			if len(s) > 1 && len(out) < 40 && !sentenceWord(s) {
				out = append(out, s)
			}
		}
	}
	return out
}

// AsksList reports whether a question is after all that is open, and not after promises alone: "whats on my list", "qué tengo pendiente".
func AsksList(body string) bool {
	w := " " + wordsOf(body) + " "
	return lexicon.AsksForList.In(w) && !lexicon.OwedNames.In(w)
}

// AsksNews reports whether a text asks what somebody has said or done of late: "que paso con rosa?".
func AsksNews(body string) bool { return lexicon.AskNews.In(Padded(body)) }

// newsOfNamed reports whether a short question is what somebody has said who is named in its middle: "what did maria say".
func newsOfNamed(f []string) bool {
	i := slices.IndexFunc(f, lexicon.FirstNames.Has)
	return i > 0 && i+1 < len(f) && len(f) <= maxSmall &&
		lexicon.AskNews.In(" "+strings.Join(f[:i], " ")+" her "+strings.Join(f[i+1:], " ")+" ")
}

// countOf is how many of the words are in a list.
func countOf(f []string, l lexicon.List) (n int) {
	for _, w := range f {
		if l.Has(w) {
			n++
		}
	}
	return n
}

// mostNewHere is how many words say that their writer does not know how this is used.
const mostNewHere = 11
