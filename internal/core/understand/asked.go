package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// Asked is what a contact asks that the record knows, several together where several are asked.
type Asked uint8

// What is asked.
const (
	OfHour   Asked = 1 << iota // what day or hour it is
	OfPlace                    // where
	OfLength                   // how long
	OfWriter                   // who writes, whence they have the number
	OfMatter                   // what it is about
	OfTruth                    // whether it is spam
	OfRobot                    // whether a machine writes
	InDoubt                    // beside OfHour: a day or hour that the text names is one that the writer is not sure of
)

// maxAsked bounds the text in which a question of the record is looked for: a longer one is a story.
const maxAsked = 240

// AskedIn reads what a contact asks of what the record knows. The names are of those whom our texts name: "who is Ana?"
func AskedIn(body string, names ...string) Asked {
	if len(body) > maxAsked {
		return 0
	}
	p := uncursed(" " + wordsOf(body) + " ")
	if !strings.ContainsAny(body, "?¿") {
		p = withoutTold(p)
	}
	whole := " " + strings.Join(writtenOut(strings.Fields(p)), " ") + " " // "a q horas"
	if lexicon.AsksOfThem.In(p) {
		return 0
	}
	var a Asked
	for _, x := range []struct {
		list lexicon.List
		ask  Asked
	}{
		{lexicon.AsksHour, OfHour},
		{lexicon.AsksWhere, OfPlace},
		{lexicon.AsksLong, OfLength},
		{lexicon.AsksWho, OfWriter},
		{lexicon.AsksAbout, OfMatter},
		{lexicon.AsksCase, OfMatter},
		{lexicon.AsksReal, OfTruth},
		{lexicon.AsksRobot, OfRobot},
	} {
		if x.list.In(p) || x.list.In(whole) {
			a |= x.ask
		}
	}
	if f := strings.Fields(p); asksWhichHour(f) || thoughtOtherwise(p) {
		a |= OfHour | InDoubt
	}
	if a&OfLength != 0 { // "what time does it end" asks no hour to come at
		a &^= OfHour
	}
	for _, name := range names {
		if asksWhoIs(p, wordsOf(name)) {
			a |= OfWriter
		}
	}
	return a
}

// AsksBring reports whether a guest asks what to bring: "do i need to bring anything", "tengo que llevar algo?".
func AsksBring(body string) bool {
	return len(body) <= maxAsked && lexicon.AsksBring.In(" "+wordsOf(body)+" ")
}

// eitherWithin is how many words stand at most between what asks and the second of two hours: "is it at 6 pm or at 6 30".
const eitherWithin = 8

// asksWhichHour reports whether words ask which of two hours or days is meant: "wait is it 6 or 630", "es este jueves o el otro".
func asksWhichHour(f []string) bool {
	for i := range f {
		n := min(3, len(f)-i)
		for n > 0 && !lexicon.AsksEither.Has(strings.Join(f[i:i+n], " ")) {
			n--
		}
		if n == 0 {
			continue
		}
		rest := f[i+n : min(len(f), i+n+eitherWithin)]
		or := slices.IndexFunc(rest, lexicon.Or.Has)
		if or > 0 && slices.ContainsFunc(rest[:or], hasDigit) && slices.ContainsFunc(rest[or:], hasDigit) ||
			or > 0 && slices.ContainsFunc(rest[:or], dayAlone) && (slices.ContainsFunc(rest[or:], dayAlone) || lexicon.EitherOther.Any(rest[or:])) {
			return true
		}
	}
	return false
}

// dayAlone reports whether a word alone names a day: "thursday", "tomorrow".
func dayAlone(w string) bool {
	t := lexicon.Look(w).Time
	return t == lexicon.Weekday || t == lexicon.Tomorrow || t == lexicon.Today
}

// thoughtOtherwise reports whether words say when it was thought to be: whoever does wants to hear when it is.
func thoughtOtherwise(p string) bool {
	_, to := lexicon.ThoughtItWas.Find(p)
	rest := strings.Fields(p[to:])
	return to > 0 && slices.ContainsFunc(rest[:min(len(rest), eitherWithin/2)], func(w string) bool { return NamesTime(w) || hasDigit(w) })
}

// withoutTold leaves out what only tells of something: "thinking about what the landlord did" asks nothing.
func withoutTold(p string) string {
	for _, lead := range lexicon.AboutWhat.Padded() {
		before, after, ok := strings.Cut(p, lead)
		if next, _, _ := strings.Cut(strings.TrimSpace(after), " "); ok && strings.TrimSpace(before) != "" && (lexicon.Articles.Has(next) ||
			lexicon.ThirdSubjects.Has(next) || lexicon.FirstNames.Has(next)) {
			return before + " " + after
		}
	}
	return p
}

// uncursed is a text without the curse inside a question: "quién chingados les dio mi número".
func uncursed(p string) string {
	for _, curse := range lexicon.InsideQuestion.Padded() {
		p = strings.Replace(p, curse, " ", 1)
	}
	return p
}

// AsksIfStands reports whether a text asks whether the one-on-one stands: "are we still on for thursday?".
func AsksIfStands(body string) bool {
	p := betweenSpaces(body)
	return len(body) <= maxAsked && lexicon.AsksStanding.In(p) && !hangsOn(p) &&
		(strings.ContainsAny(body, "?¿") || IsQuestion(body) || lexicon.StandsLeads.Lead(withoutLeads(lastClause(body))) > 0)
}

// hangsOn reports whether a question is asked of what may happen: "is it still on if it snows?" Whether it is then, nobody wrote down.
func hangsOn(p string) bool {
	_, to := lexicon.AsksStanding.Find(p)
	f := strings.Fields(p[to:])
	for i, w := range f {
		if (lexicon.SaysIf.Has(w) || w == "si") && i+1 < len(f) && !lexicon.IfAsides.Has(f[i+1]) {
			return true
		}
	}
	before := strings.Fields(p[:to])
	return lexicon.Weather.In(p[:to]+" ") && (lexicon.SaysIf.Any(before) || slices.Contains(before, "si"))
}

// lastClause is what stands behind the last mark of a text: what is asked there has its reason before it.
func lastClause(body string) string {
	c := Clauses(body)
	if len(c) == 0 {
		return body
	}
	return c[len(c)-1]
}

// asksWhoIs reads "who is Ana", "Ana who?", "quién es Ana".
func asksWhoIs(p, name string) bool {
	if name == "" {
		return false
	}
	for _, who := range lexicon.AsksWhoAfter.Padded() {
		if strings.Contains(p, " "+name+who) && len(p) < 40 {
			return true
		}
	}
	return slices.ContainsFunc(lexicon.AsksWhoIs.Words(), func(lead string) bool { return strings.Contains(p, " "+lead+" "+name+" ") })
}

// AsksHourOf reports whether a text asks what hour a thing has: "what time is the meeting on saturday". What asks which hour would suit
// is none.
func AsksHourOf(body string) bool {
	p := Padded(body)
	return lexicon.HourOfThing.In(p) && !lexicon.HourToFit.In(p)
}
