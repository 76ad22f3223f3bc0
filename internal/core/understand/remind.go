package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// ReadRemind reads "remind me to call Jo friday": what is to be done. A slip of the thumb in its first word is read too: "rmind me 2 call
// jo".
func ReadRemind(body string) (what string, ok bool) {
	lead := withoutLeads(behindCourtesy(body))
	if what, ok = beginsAs(lead, lexicon.RemindMe); !ok {
		what, ok = asksReminder(lead)
	}
	if !ok {
		what, ok = beginsAs(strings.TrimLeft(body, " ¿"), lexicon.RemindMe) // "me recuerdas un dia antes?"
		if _, before := RemindsBefore(what); !before {                      // "me recuerdas a rosa?"
			ok = false
		}
	}
	if !ok {
		if what, ok = slippedRemind(lead); !ok {
			return "", false
		}
	}
	for {
		w, rest, more := strings.Cut(what, " ")
		lead := strings.Trim(lexicon.Plain(w), ":")
		if lexicon.RemindAsks.Has(lead) && !doesForThem(rest) { // "remind me what ive got": it asks
			return "", false
		}
		if !more || lead != "" && !lexicon.RemindAsks.Has(lead) && !lexicon.AfterRemind.Has(lead) && !(w == "2" && beginsErrand(rest)) {
			return strings.Trim(what, " .!"), what != ""
		}
		what = rest
	}
}

// behindCourtesy is what a text says behind a first clause that says nothing of its own, or takes something back: "nvm. remind me ...".
func behindCourtesy(body string) string {
	c := Clauses(body)
	if len(c) < 2 || OwnWords(c[0]) > 0 && !TakesBack(c[0]) && !lexicon.BeforeOrder.Has(strings.Join(bare(c[0]), " ")) || IsQuestion(c[0]) {
		return body
	}
	at := strings.Index(body, c[1])
	if at < 0 {
		return body
	}
	return body[at:]
}

// asksReminder reads "me recuerdas llevar los papeles el jueves": an errand follows, with a time before it or none.
func asksReminder(lead string) (what string, ok bool) {
	if what, ok = beginsAs(lead, lexicon.RemindAsked); !ok {
		return "", false
	}
	f := bare(what)
	for len(f) > 0 && !errandVerb(f[0]) && (NamesTime(f[0]) || lexicon.Articles.Has(f[0]) || lexicon.In.Has(f[0]) ||
		lexicon.AfterRemind.Has(f[0]) || lexicon.RemindWhen.Has(f[0])) {
		f = f[1:]
	}
	return what, beginsErrand(strings.Join(f, " "))
}

// doesForThem reports whether what follows "recuérdame que" is something to be done for somebody: "le lleve el volante". What was promised
// is asked after: "le debo a rosa".
func doesForThem(rest string) bool {
	f := bare(rest)
	return len(f) > 1 && lexicon.ToWhom.Has(f[0]) && !lexicon.AskOwe.In(" "+strings.Join(f, " ")+" ")
}

// slippedRemind reads the first phrase for reminding with a slip of the thumb in its first word.
func slippedRemind(s string) (what string, ok bool) {
	first, rest, more := strings.Cut(s, " ")
	first = bareWord(first)
	for _, phrase := range lexicon.RemindMe.Words() {
		verb, after, two := strings.Cut(phrase, " ")
		if len(first) < 5 || !slip(first, verb) || !more {
			continue
		}
		if !two {
			return rest, true
		}
		if w, what, _ := strings.Cut(rest, " "); bareWord(w) == after {
			return what, what != ""
		}
	}
	return "", false
}

// beginsErrand reports whether words begin with what somebody does by themselves, with something behind it.
func beginsErrand(words string) bool {
	f := bare(words)
	return len(f) > 1 && errandVerb(f[0])
}

// CallsThem reports whether words are that somebody is to be called, and nothing of what that somebody likes: "call her monday", "llamarla
// el lunes". "call her dont text" and "call her evenings" are that.
func CallsThem(words string) bool {
	return lexicon.CallThemWords.Lead(words) > 0 && len(Clauses(words)) == 1 && !lexicon.Negators.Any(bare(words)) &&
		!lexicon.CallHours.In(Padded(words)) &&
		!lexicon.SaysPrefers.In(leftOf(Padded(words), lexicon.CallThemWords))
}

// errandVerb reports whether a word is what somebody does by themselves, "llevar", with whom it is for behind it or not: "llevarle".
func errandVerb(w string) bool {
	return lexicon.ErrandVerbs.Has(w) || len(w) > len("darle") &&
		(lexicon.ErrandVerbs.Has(strings.TrimSuffix(w, "le")) || lexicon.ErrandVerbs.Has(strings.TrimSuffix(w, "les")))
}

// Errand reports whether words tell what their writer has to do, before they name a day: "and to get snacks for thurs". The day is no
// one-on-one's, whatever was spoken of before.
func Errand(body string) bool {
	f := strings.Fields(withoutLeads(body))
	for len(f) > 0 && f[0] == "2" {
		f = f[1:]
	}
	words := strings.Join(f, " ")
	if !beginsErrand(words) {
		return false
	}
	w := lexicon.Look(bare(words)[1])
	return w.Time == lexicon.NoList && !lexicon.MoveTo.Has(bare(words)[1]) && !w.In(lexicon.At) && !lexicon.MoveVerbs.Any(bare(words))
}

// maxReminders bounds how many things one text asks to be reminded of.
const maxReminders = 5

// Reminders divides what somebody wants to be reminded of where it is several things: "fri to print flyers, and monday to call the pastor",
// "1. call jo 2. print flyers".
func Reminders(what string) []string {
	f := strings.Fields(what)
	var out []string
	from := 0
	cut := func(to, next int) {
		if to > from {
			out = append(out, strings.Trim(strings.Join(f[from:to], " "), " ,.;"))
		}
		from = next
	}
	for i := range f {
		rest := f[i+1:]
		switch {
		case numbersItem(f[i]) && len(rest) > 0:
			cut(i, i+1)
		case i > from && lexicon.DeedJoins.Has(bareWord(f[i])) && beginsReminder(rest):
			cut(i, i+1)
		case i > from && strings.ContainsAny(f[i][len(f[i])-1:], ",;") && beginsReminder(behindJoin(rest)):
			cut(i+1, i+1+len(rest)-len(behindJoin(rest)))
		}
	}
	cut(len(f), len(f))
	if len(out) > maxReminders {
		return []string{what}
	}
	return out
}

// numbersItem reports whether a word numbers a line: "2.", "3)".
func numbersItem(w string) bool {
	return len(w) == 2 && w[0] >= '1' && w[0] <= '9' && (w[1] == '.' || w[1] == ')')
}

func behindJoin(f []string) []string {
	if len(f) > 0 && lexicon.DeedJoins.Has(bareWord(f[0])) {
		return f[1:]
	}
	return f
}

// beginsReminder reports whether words begin another thing to do: with what is done, or with the day of it.
func beginsReminder(f []string) bool {
	for i := 0; i < min(4, len(f)); i++ {
		w := bareWord(strings.ToLower(f[i]))
		switch l := lexicon.Look(w); {
		case lexicon.ErrandVerbs.Has(w):
			return i+1 < len(f)
		case l.Time == lexicon.NoList && !lexicon.AfterRemind.Has(w):
			return false
		}
	}
	return false
}

// WithoutErrandLead takes off what leads to a thing to do: "to call the pastor" is "call the pastor", and so is what is left of a part of
// the day, "in the to call the pastor".
func WithoutErrandLead(words string) string {
	if n := lexicon.RemindWhen.Lead(words); n > 0 && n < len(words) {
		rest := strings.TrimSpace(words[n:])
		if rest = WithoutErrandLead(rest); beginsErrand(rest) {
			return rest
		}
	}
	for {
		w, rest, more := strings.Cut(words, " ")
		if !more || !lexicon.AfterRemind.Has(bareWord(strings.ToLower(w))) || !beginsErrand(rest) {
			return words
		}
		words = rest
	}
}
