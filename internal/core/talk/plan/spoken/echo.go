package spoken

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// YesAnd divides a text that answers the echo and then says something of its own: "yep, she should bring her lease" is "yep" and the rest.
func YesAnd(body string, c when.Context) (yes, rest string) {
	f := strings.Fields(body)
	n, said := 0, false
	for n < len(f) {
		answers, goesOn := ofAnswer(f[n], n == 0, c)
		if !answers && !goesOn {
			break
		}
		said = said || answers
		n++
	}
	if !said || len(f)-n < 2 {
		return "", ""
	}
	return strings.Join(f[:n], " "), strings.Join(f[n:], " ")
}

// ofAnswer reports whether a word answers the echo, or only goes with such a word. A "y" or "ya" without a mark begins Spanish sentences
// too.
func ofAnswer(word string, first bool, c when.Context) (answers, goesOn bool) {
	w := strings.ToLower(strings.Trim(word, ",.;!:-"))
	if (w == "y" || w == "ya") && !strings.ContainsAny(word, ",.!;") {
		return false, false
	}
	if first && (w == "1" || w == "2") {
		return true, false
	}
	l := lexicon.Look(lexicon.Plain(w))
	if l.In(lexicon.Yes) || l.In(lexicon.SaveWords) || understand.Read(w, c).Reply == understand.Yes {
		return true, false
	}
	return false, w == "" || l.In(lexicon.Joins) || l.In(lexicon.ButWords) || l.In(lexicon.TooWords) || l.In(lexicon.OrderThat) ||
		l.In(lexicon.Interjections) || l.In(lexicon.PraisesPlan)
}

// IsMore reports whether words behind a yes are another matter than how the plan with somebody is to be changed, and than texts.
func IsMore(yes, rest, name string, c when.Context) bool {
	h, f := understand.Read(rest, c), strings.Fields(understand.Padded(rest))
	if _, _, tells := understand.ReadTell(rest); tells || understand.IsOrder(rest) || h.Command == understand.Meet ||
		h.Person != "" && !SameName(h.Person, name) && HasTime(h) && !Corrects(rest) || lexicon.Kin.Any(f) && !HasTime(h) {
		return true
	}
	past := h.When.HasDate() && h.When.Date.String() < when.DateOf(c.At).String()                            // "we talked about it yesterday"
	told := strings.Trim(yes, "12 ,.") == "" && (lexicon.TellsFirst.Has(f[0]) || lexicon.Subjects.Has(f[0])) // "2 ill call her tonight"
	limits := lexicon.ThirdPersons.Has(f[0]) && lexicon.Negators.Any(f)                                      // "she cant stay past 4"
	switch {
	case strings.Contains(rest, "?"), h.Place != "", !limits && !told && lexicon.PlaceNouns.Any(f), lexicon.TextingWords.Any(f),
		WaitsABit(rest), !past && !told && !limits && SaysChange(rest, c), understand.Corrects(rest),
		!told && understand.OnlyManners(rest), understand.OnlyThanks(rest), SaysSave(rest, true), Agreed(rest), YesToTexts(rest),
		understand.SaysNoTexts(rest), len(f) <= 4 && !told && !limits && slices.ContainsFunc(f, hourLike):
		return false
	}
	for _, w := range f {
		if l := lexicon.Look(w); !l.In(lexicon.OrderLeads) && !l.In(lexicon.OrderThat) && !l.In(lexicon.ThirdPersons) &&
			!l.In(lexicon.PraisesPlan) && !l.In(lexicon.Yes) {
			return true
		}
	}
	return false
}

// WaitsABit reports whether a text leaves the echo waiting: "hold on, checking w her".
func WaitsABit(body string) bool {
	return lexicon.WaitsABit.Lead(strings.ToLower(strings.TrimLeft(body, " ,.!"))) > 0 && !strings.Contains(body, "?")
}

// Waits reports whether a text, or what stands in it behind a yes, leaves the echo waiting, or would have the contact's text go later.
func Waits(body, rest string, c when.Context) bool {
	return (WaitsABit(body) || WaitsABit(rest)) && !SaysChange(body, c) || SendsLater(body, c)
}

// TimeLater reports whether the day or hour that is asked for is not known yet: "idk yet", "let her pick", "ask her".
func TimeLater(body string, h understand.Text) bool {
	return !HasTime(h) && h.Digit == 0 && (WaitsABit(body) || TheyChoose(body) || understand.Declines(body) && h.Reply != understand.No ||
		lexicon.TheyPickTime.Lead(strings.ToLower(strings.TrimSpace(body))) > 0)
}

// EndsWork divides a text where it begins to tell when somebody's work ends: "7, she works til 6" is "7" and true.
func EndsWork(body string) (before string, ok bool) {
	from, to := lexicon.GetsOff.Find(body)
	if to <= 0 {
		return "", false
	}
	f := strings.Fields(body[:from])
	for len(f) > 0 && (lexicon.ThirdPersons.Has(strings.ToLower(f[len(f)-1])) || lexicon.Because.Has(strings.ToLower(f[len(f)-1]))) {
		f = f[:len(f)-1]
	}
	return strings.Trim(strings.Join(f, " "), " ,.;"), true
}

// NumberLater reports whether a contact's number is not at hand now: "i dont have it on me", "se lo pido mañana".
func NumberLater(body string, h understand.Text) bool {
	p := understand.Padded(body)
	return h.Phone.IsZero() && h.Digit == 0 && len(strings.Fields(body)) <= 9 &&
		(lexicon.NumberLater.In(p) || understand.HasNoPhone(body) && lexicon.NotYetWords.Any(strings.Fields(p)))
}

// SendsLater reports whether words would have the contact's text go at a time of its own: "text her tomorrow morning".
func SendsLater(body string, c when.Context) bool {
	p := understand.Padded(body)
	if !lexicon.SendsTheText.In(p) {
		return false
	}
	timed := func(w string) bool { return HasTime(understand.Read(w, c)) }
	return lexicon.NotYetAlone.In(p) || slices.ContainsFunc(strings.Fields(body), timed)
}

// AsksItsDay reads a question after the day of what is shown, and nothing else: "is that a thursday?", "que dia es".
func AsksItsDay(body string) bool {
	f := strings.Fields(understand.Padded(body))
	if len(f) < 2 || len(f) > 7 || !strings.Contains(body, "?") && !lexicon.AskLeads.Has(f[0]) {
		return false
	}
	day := false
	for _, w := range f {
		day = day || lexicon.Weekday.Has(w) || lexicon.Day.Has(w)
		if !lexicon.AsksTheDay.Has(w) && !lexicon.Weekday.Has(w) {
			return false
		}
	}
	return day
}

// AlsoComes reports whether a text says who comes along, and nothing else: "with jo too", "con su hermana".
func AlsoComes(body, name string) bool {
	f := strings.Fields(understand.Padded(body))
	first := strings.TrimSpace(understand.Padded(person.FirstName(name)))
	if len(f) < 2 || len(f) > 6 || strings.Contains(body, "?") || lexicon.Negators.Any(f) || lexicon.NegativeWords.Any(f) ||
		slices.Contains(f, first) {
		return false
	}
	with := lexicon.LeadsToName.Has(f[0]) || lexicon.Joins.Has(f[0])
	return with && lexicon.Kin.Any(f) || lexicon.TooWords.Any(f) && (with || lexicon.SaysComing.In(understand.Padded(body)))
}

// TheOther reports whether a text says that another of the same name is meant: "no the other maria".
func TheOther(body, name string) bool {
	f := strings.Fields(understand.Padded(body))
	first := strings.TrimSpace(understand.Padded(person.FirstName(name)))
	return first != "" && len(f) >= 2 && len(f) <= 6 && f[len(f)-1] == first &&
		lexicon.TheOtherOne.In(" "+strings.Join(f[:len(f)-1], " ")+" ")
}

// PlaceElse is the place that takes the place of the one that is shown: "vivace not presse", "wait not cafe presse, vivace", "the presse on
// 12th". "" for none.
func PlaceElse(body, shown string) string {
	body = strings.Trim(body, " .!")
	if shown == "" || strings.Contains(body, "?") || len(strings.Fields(body)) > 9 {
		return ""
	}
	low := strings.ToLower(body)
	names := strings.Fields(strings.ToLower(shown))
	last := names[len(names)-1]
	at := strings.Index(low, last)
	if len(last) < 4 || at < 0 {
		return ""
	}
	before, after := strings.TrimSpace(body[:at]), strings.TrimSpace(body[at+len(last):])
	f := strings.Fields(before)
	for len(f) > 0 && (strings.EqualFold(f[len(f)-1], names[0]) || lexicon.Articles.Has(strings.ToLower(f[len(f)-1])) ||
		lexicon.At.Has(strings.ToLower(f[len(f)-1]))) {
		f = f[:len(f)-1]
	}
	denied := len(f) > 0 && lexicon.Negators.Has(strings.ToLower(strings.Trim(f[len(f)-1], ",.")))
	switch {
	case denied && len(f) > 1 && after == "": // "vivace not presse"
		return strings.Trim(strings.Join(f[:len(f)-1], " "), " ,.;")
	case denied && strings.HasPrefix(after, ","): // "not cafe presse, vivace"
		return strings.Trim(after, " ,.;")
	case !denied && len(f) == 0 && understand.NamesStreet("library "+after): // a word that names a place stands for this one
		return body
	}
	return ""
}

// StuckAt is what is said of words that are no time: an hour that only their speaker knows is asked for as a number, "after work".
func StuckAt(body string) lang.Key {
	if p := understand.Padded(body); lexicon.VagueHours.In(p) && len(strings.Fields(p)) <= mostVague {
		return lang.PlanWhichHour
	}
	return lang.PlanStuck
}

// mostVague is how many words name such an hour and say little else.
const mostVague = 7
