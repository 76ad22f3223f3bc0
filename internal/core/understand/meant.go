package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// maxMeant is how many words a text has that puts right who is meant and says nothing else.
const maxMeant = 9

// MeantPerson reads that somebody else is meant than was said, where a text says nothing else: "ugh i meant jo", "no wait, with Jo Park",
// "its jo not maria". "" where it says anything beside.
func MeantPerson(body string) string {
	if len(strings.Fields(body)) > maxMeant || strings.ContainsAny(body, "?¿0123456789") {
		return ""
	}
	rest, put := withoutOther(body), false
	for {
		if w, after, more := strings.Cut(strings.TrimSpace(rest), " "); more && opensCorrection(w) {
			rest, put = after, put || !lexicon.Interjections.Has(bareWord(strings.ToLower(w)))
			continue
		}
		after, ok := beginsAs(rest, lexicon.PersonMeant)
		if !ok || after == "" {
			break
		}
		rest, put = after, true
	}
	if !put && rest == strings.TrimSpace(body) {
		return ""
	}
	name, ok := ParseName(strings.Trim(rest, " .,;!"))
	if !ok || len(strings.Fields(name)) > 3 {
		return ""
	}
	return name
}

// opensCorrection reports whether a word begins a correction and says nothing by itself: "ugh", "no", "wait", "sorry".
func opensCorrection(w string) bool {
	l := lexicon.Look(bareWord(strings.ToLower(w)))
	return l.In(lexicon.CorrectionBegins) || l.In(lexicon.Interjections) || l.In(lexicon.OrderLeads) || l.In(lexicon.No) ||
		l.In(lexicon.Laughter)
}

// OpensCorrection reports whether a text begins as one does that puts right what came before it, and says more: "wait sat im away".
func OpensCorrection(body string) bool {
	w, rest, _ := strings.Cut(strings.TrimSpace(body), " ")
	l := lexicon.Look(bareWord(strings.ToLower(w)))
	return rest != "" && (Corrects(body) || l.In(lexicon.CorrectionBegins) || l.In(lexicon.OpensAnew))
}

// WithoutCorrection takes off the first words of a text with which it puts right what came before it: "no perate a las 7" is "a las 7".
func WithoutCorrection(body string) string {
	for {
		w, rest, more := strings.Cut(strings.TrimSpace(body), " ")
		l := lexicon.Look(bareWord(strings.ToLower(w)))
		if !more || !l.In(lexicon.CorrectionBegins) && !l.In(lexicon.Interjections) && !l.In(lexicon.OpensAnew) && !l.In(lexicon.No) {
			return strings.TrimSpace(body)
		}
		body = rest
	}
}

// withoutOther leaves out who is not meant: "jo not maria", "not maria, jo".
func withoutOther(body string) string {
	f := strings.Fields(body)
	for i, w := range f {
		if w = strings.Join(bare(w), ""); !lexicon.InsteadOf.Has(w) || w == "no" && i == 0 {
			continue
		}
		if i > 0 && !opensCorrection(f[i-1]) { // "jo not maria"
			return strings.Join(f[:i], " ")
		}
		for k := i + 1; k < len(f)-1; k++ { // "not maria, jo"
			if strings.HasSuffix(f[k], ",") || lexicon.ReallyIs.Has(strings.Join(bare(f[k+1]), "")) {
				return strings.Join(f[k+1:], " ")
			}
		}
	}
	return strings.TrimSpace(body)
}

// maxDenied is how many words stand before what is denied.
const maxDenied = 4

// WithoutDenied is what something really is, of words that first deny what it is not: "its not at the cafe its at the park" is "at
// the park".
// Other words it leaves as they are.
func WithoutDenied(words string) string {
	f := strings.Fields(words)
	for i := range f[:min(len(f), maxDenied)] {
		if w := strings.Join(bare(f[i]), ""); !lexicon.DeniesBeing.Has(w) {
			continue
		}
		for k := i + 2; k+1 < len(f); k++ {
			if _, ok := beginsAs(strings.Join(f[k:], " "), lexicon.ReallyIs); ok {
				return strings.Join(f[k+1:], " ")
			}
		}
	}
	return words
}

// maxBusy is how many words a text has that says what is in the way of somebody.
const maxBusy = 11

// ReadBusy reports whether words tell that somebody has something else at the time of what was planned: "Maria has court that day", "rosa
// trabaja a esa hora". The day may be named too: then timed says so.
func ReadBusy(body string, timed bool) bool {
	f := bare(body)
	p := Padded(body)
	if len(f) < 3 || len(f) > maxBusy || strings.ContainsAny(body, "?¿") || !timed && !lexicon.AtThatTime.In(p) || asksForThem(f) {
		return false
	}
	if !lexicon.BusyVerbs.In(Padded(strings.Join(f[:min(len(f), 6)], " "))) || lexicon.FreeWords.In(p) || lexicon.ButWords.Any(f) ||
		lexicon.SoThen.Any(f) || lexicon.NegativeWords.Any(f) || lexicon.MoveTo.Has(f[len(f)-1]) {
		return false
	}
	for i, w := range f[1:] {
		if lexicon.BusyVerbs.Has(w) && (hasDigit(f[i]) || NamesTime(f[i])) { // "maria says 330 works better for her"
			return false
		}
	}
	return !slices.Contains(f, "i") && !lexicon.SecondPersons.Any(f)
}

// asksForThem reports whether a text has somebody asked something: "ask her if 4 works".
func asksForThem(f []string) bool {
	for len(f) > 1 && lexicon.OrderLeads.Has(f[0]) {
		f = f[1:]
	}
	return lexicon.AskThem.Has(f[0]) || len(f) > 1 && lexicon.AskThem.Has(f[0]+" "+f[1])
}

// mostBegun is how many words a text has that says no more than whom one is going to meet.
const mostBegun = 12

// GoesToMeet is whom a text says that its writer is going to meet, where it says nothing else: "gonna see jo kim", "voy a ver a rosa". ""
// where it says more.
func GoesToMeet(body string) string {
	rest, ok := WithoutGoing(body)
	if !ok || len(strings.Fields(body)) > mostBegun || hasDigit(rest) {
		return ""
	}
	if from, _ := lexicon.SomeTime.Find(rest); from > 0 { // "maria lopez sometime next week"
		rest = rest[:from]
	}
	name, ok := ParseName(strings.Trim(rest, " .!"))
	if first, _, _ := strings.Cut(name, " "); !ok || !lexicon.FirstNames.Has(lexicon.Plain(first)) && name != strings.Trim(rest, " .!") {
		return ""
	}
	return name
}

// WithoutGoing is a text without the words by which its writer says that they are going to meet somebody: of "need to see jo kim friday" it
// is "jo kim friday". It is false where the text says no such thing, denies or asks.
func WithoutGoing(body string) (rest string, ok bool) {
	if strings.ContainsAny(body, "?¿") || lexicon.NegativeWords.Any(bare(body)) {
		return body, false
	}
	f := strings.Fields(body)
	for n := range f[:min(len(f), 5)] {
		from := strings.Join(f[n:], " ")
		if rest, ok = beginsAs(from, lexicon.GoingToMeet); ok {
			return rest, true
		}
		if rest, ok = wantsToMeet(from); ok {
			return rest, true
		}
		if !lexicon.OrderLeads.Has(strings.Join(bare(f[n]), "")) && !lexicon.JoinsPlans.Has(strings.Join(bare(f[n]), "")) {
			return body, false
		}
	}
	return body, false
}

// wantsToMeet is what stands behind the words by which somebody wants to meet: of "trying to do a 1on1 w jo kim" it is "jo kim", and of
// "tryna get jo kim for coffee sat" it is "jo kim sat".
func wantsToMeet(words string) (rest string, ok bool) {
	deed, ok := beginsAs(words, lexicon.WishLeads)
	if !ok {
		return "", false
	}
	if rest, ok = beginsAs(deed, lexicon.MeetsWith); ok {
		return rest, rest != ""
	}
	if rest, ok = beginsAs(deed, lexicon.GetsFor); !ok {
		return "", false
	}
	from, to := lexicon.ForTalk.Find(rest)
	if n := len(strings.Fields(rest[:from])); n == 0 || n > mostNames {
		return "", false
	}
	return strings.TrimSpace(rest[:from] + rest[to:]), true
}

// NamedPlace reports whether what reads like a name is that of a place which is called after somebody: "Lupita's Bakery".
func NamedPlace(name string) bool {
	owner, what, ok := strings.Cut(strings.ReplaceAll(name, "’", "'"), "'s ")
	return ok && owner != "" && !lexicon.Kin.Has(bareWord(strings.ToLower(what)))
}

// WithoutDatedName takes off somebody's first name where it is a day or a month as well: "sun cant make it" of Sun Lee.
func WithoutDatedName(words, first string) string {
	name := strings.TrimSpace(Padded(first))
	if !NamesTime(name) {
		return words
	}
	return strings.Join(slices.DeleteFunc(strings.Fields(words), func(w string) bool { return strings.TrimSpace(Padded(w)) == name }), " ")
}

// OnlyInstead reports whether what is left of a text beside its days puts one in the place of another, and says nothing else: "wait not",
// of "wait not monday, tuesday".
func OnlyInstead(left string) bool {
	f := bare(WithoutCorrection(left))
	return len(f) > 0 && slices.ContainsFunc(f, lexicon.InsteadOf.Has) && !slices.ContainsFunc(f, func(w string) bool {
		l := lexicon.Look(w)
		return !lexicon.InsteadOf.Has(w) && !l.In(lexicon.Fillers) && !l.In(lexicon.Laughter) && !l.In(lexicon.PersonMeant) &&
			!l.In(lexicon.Articles) && !lexicon.On.Has(w)
	})
}
