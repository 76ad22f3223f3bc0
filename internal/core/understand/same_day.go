package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// A day may suit whose hour does not: "yes but after 4", "puedo el jueves pero no a las 3".

// Turns divides a text where it turns or ends, and so by what it says of one thing each: "si puedo pero despues de las 4, salgo tarde".
func Turns(body string) []string {
	var out []string
	for _, c := range Clauses(body) {
		from, f := 0, strings.Fields(c)
		for i, w := range f {
			if i > 0 && lexicon.Turning.Has(strings.TrimSpace(Padded(w))) {
				out = append(out, strings.Join(f[from:i], " "))
				from = i
			}
		}
		out = append(out, strings.Join(f[from:], " "))
	}
	return out
}

// LastTurn divides a text before its last "but" or "so", and leaves that word out: "el jueves salgo a las 2 asi q si puedo" ends with "si
// puedo". last is "" where nothing turns.
func LastTurn(body string) (before, last string) {
	f := strings.Fields(body)
	for i := len(f) - 2; i > 0; i-- {
		w := bareWord(strings.ToLower(f[i]))
		if !lexicon.SoThen.Has(w) && !lexicon.ButWords.Has(w) {
			continue
		}
		k := i + 1
		for k < len(f)-1 && lexicon.TellKnow.Has(bareWord(strings.ToLower(f[k]))) { // "asi que"
			k++
		}
		return strings.Join(f[:i], " "), strings.Join(f[k:], " ")
	}
	return body, ""
}

// OnlyOfHour reports whether a clause speaks of nothing but an hour, and of how one would like it: "but after 4 would be better". What
// tells of something at that hour does not: "I pick up my kid after 4".
func OnlyOfHour(clause string) bool {
	p := leftOf(leftOf(Padded(clause), lexicon.TimeLeads), lexicon.HourWishes)
	for w := range strings.FieldsSeq(p) {
		l := lexicon.Look(w)
		if l.In(lexicon.Kin) || l.In(lexicon.WhoseKin) || says(w) && !l.In(lexicon.Turning) &&
			!l.In(lexicon.HourBounds) && !l.In(lexicon.Courtesies) {
			return false
		}
	}
	return true
}

// LaterThatDay reports whether a clause asks for a later hour, or an earlier one, and says no more: "pero mas tarde".
func LaterThatDay(clause string) bool {
	f := strings.Fields(Padded(clause))
	return lexicon.LaterHour.In(Padded(clause)) && !lexicon.Negators.Any(f) && OnlyOfHour(strings.ReplaceAll(Padded(clause), "tarde", " "))
}

// mostToDenied is how many words may stand between what denies an hour and the hour.
const mostToDenied = 3

// DeniesHour reports whether a text says of this hour that it does not suit: "not at 3", "a las 3 no", "3 is too early", "a esa hora no".
func DeniesHour(body string, hour, minute int) bool {
	for _, c := range Turns(strings.TrimSuffix(strings.TrimSpace(body), " no?")) { // a "no?" only asks whether it is so
		p := Padded(c)
		for _, said := range lexicon.ThatHour.Padded() {
			p = strings.ReplaceAll(p, said, " thathour ")
		}
		f := strings.Fields(p)
		for i, w := range f {
			h, m, ok := hourOf(w)
			if w != "thathour" && (!ok || h%12 != hour%12 || m != minute) {
				continue
			}
			if i+1 < len(f) && countsNext(f[i+1]) && lexicon.Look(f[i+1]).Known() && !lexicon.Negators.Has(f[i+1]) {
				continue
			}
			for k := i - 1; k >= 0 && k >= i-mostToDenied; k-- {
				if lexicon.Negators.Has(f[k]) && !lexicon.HourBounds.Any(f[k:i]) {
					return true
				}
			}
			if n := lexicon.TooMuch.Lead(strings.Join(f[i+1:], " ")); n > 0 { // "4 is late for me"
				return true
			}
			for k := i + 1; k < len(f) && k <= i+2; k++ {
				if lexicon.Negators.Has(f[k]) || lexicon.TooMuch.Has(f[k]) {
					return true
				}
			}
		}
	}
	return false
}

// YesAndAsksLeave reports whether a text says yes and asks whether something is all right besides: no condition of the yes. "yes i can
// come. is it ok if my daughter translates".
func YesAndAsksLeave(body string, c when.Context) bool {
	yes, asks := false, false
	for piece := range strings.FieldsFuncSeq(body, func(r rune) bool { return strings.ContainsRune(".,;!?\n", r) }) {
		switch h := Read(piece, c); {
		case asksLeave(piece):
			asks = true
		case h.Reply == Yes:
			yes = true
		case h.Reply == Maybe, h.Reply == No, h.Reply == Another, h.Condition:
			return false
		}
	}
	return yes && asks
}

func asksLeave(piece string) bool {
	p := Padded(piece)
	return slices.ContainsFunc(lexicon.AsksLeave.Padded(), func(lead string) bool { return strings.HasPrefix(p, lead) })
}

// AgreesOtherwise reports whether one clause of a text is a yes, whatever the others say.
func AgreesOtherwise(body string, c when.Context) bool {
	for _, clause := range Turns(body) {
		if Read(clause, c).Reply == Yes {
			return true
		}
	}
	return false
}

// AgreesBesides reports whether one sentence of a text that asks something besides is a plain yes: "works 4 me, whos ana again?" One that
// says who writes is none, nor is a yes that asks: "yes this is maria", "yes??".
func AgreesBesides(body string, c when.Context) bool {
	for from := 0; from < len(body); {
		to := from + strings.IndexAny(body[from:], ".,;!?\n")
		if to < from {
			to = len(body)
		}
		piece := strings.TrimSpace(body[from:to])
		asks := to < len(body) && body[to] == '?'
		from = to + 1
		if h := Read(piece, c); asks || h.Reply != Yes || h.OwnWords || h.Question || h.When.HasDate() && !h.When.BareWeekday ||
			lexicon.SpeaksAs.In(Padded(piece)) {
			continue
		}
		return true
	}
	return false
}

// OnlySameTime reports whether a text is nothing but a day and that its hour stays: "friday same time?"
func OnlySameTime(body string, r when.Reading) bool {
	b := []byte(body)
	for _, s := range r.Spans {
		for i := max(0, s.From); i < s.To && i < len(b); i++ {
			b[i] = ' '
		}
	}
	rest := leftOf(Padded(string(b)), lexicon.SameTime)
	return SaysSameTime(body) && OnlyOfHour(rest)
}

// OrdinalAlone reports whether the one day that words name is a number with its ending and no more, as floors and tables have them too:
// "2nd, by the computers".
func OrdinalAlone(words string, c when.Context) bool {
	r := Times(words, c)
	if !r.HasDate() && len(r.Options) == 0 || len(r.Spans) != 1 {
		return false
	}
	f := strings.Fields(Padded(words[r.Spans[0].From:r.Spans[0].To]))
	return len(f) == 1 && ordinalStreet(f[0])
}
