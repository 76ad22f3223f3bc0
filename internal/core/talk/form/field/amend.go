package field

import (
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
)

// InProse changes the answers that a text corrects: "it was 3 neighbors n the flyer is for tues not mon". It returns what it changed, to be
// said, and what the text says further. Of a text that is an answer as likely, only what begins as a correction does is taken: anywhere
// says that it is none.
func InProse(t *turn.Turn, body string, anywhere bool) (said []string, rest string) {
	if understand.SaysNextStep(body) {
		return nil, body
	}
	if short := understand.WithoutTold(body); short != body { // "not 3 neighbors, its 5 she told me at the end"
		if is, _ := understand.NumberNot(short); is != "" {
			body = short
		}
	}
	if words, behind := understand.CorrectsBehind(body); behind { // "3 kids sorry"
		if what := amend(t, words); what != "" {
			return []string{what}, ""
		}
	}
	if is := understand.KinInstead(body); is != "" {
		for _, n := range inWords() {
			if what := kinInPlace(t, n, is); what != "" {
				return []string{what}, ""
			}
		}
	}
	if said, rest := notClause(t, body, anywhere); len(said) > 0 {
		return said, rest
	}
	if c, is := understand.ReadNotThis(body); is {
		for _, n := range inWords() {
			if what := inPlace(t, n, c); what != "" {
				return []string{what}, ""
			}
		}
	}
	if (anywhere || understand.Corrects(body) || understand.NameDenied(body, FullName(t))) && len(strings.Fields(body)) <= maxNamed {
		if name := renamed(t, body); name != "" {
			return []string{name}, ""
		}
	}
	var others []string
	for _, piece := range pieces(body) {
		if understand.NearlyRight(piece) { // "almost, ..."
			continue
		}
		if anywhere || corrects(piece) {
			what := amend(t, piece)
			if what == "" && anywhere {
				what = renamed(t, piece)
			}
			if what != "" {
				said = append(said, what)
				continue
			}
		}
		others = append(others, piece)
	}
	if len(said) == 0 {
		return nil, body
	}
	if len(others) > 0 { // "wait 3 neighbors. and i told her ..."
		first, more, _ := strings.Cut(others[0], " ")
		if lexicon.DeedJoins.Has(low(first)) && more != "" {
			others[0] = more
		}
	}
	if rest = strings.Join(others, ". "); understand.OpensOnly(rest) { // "perdón", of "perdón, trabaja de día, no de noche"
		rest = ""
	}
	return said, rest
}

// kinInPlace puts one of a family in the place of the only other one whom an answer names.
func kinInPlace(t *turn.Turn, n report.Name, is string) string {
	a := t.Draft().Answers[n]
	if a.State != report.Given {
		return ""
	}
	was := understand.OnlyKin(a.Words)
	if was == "" || was == is {
		return ""
	}
	words, found := understand.InPlaceOf(a.Words, was, is)
	if !found {
		return ""
	}
	a.Words, a.Sources = turn.Bounded(words), append(slices.Clone(a.Sources), t.Source()...)
	t.Put(n, a)
	return is
}

// inPlace puts in an answer what is so in the place of what is not.
func inPlace(t *turn.Turn, n report.Name, c understand.NotThis) string {
	a := t.Draft().Answers[n]
	if a.State != report.Given {
		return ""
	}
	words, what := c.In(a.Words)
	if what != "" {
		a.Words, a.Sources = turn.Bounded(words), append(slices.Clone(a.Sources), t.Source()...)
		t.Put(n, a)
	}
	return what
}

// maxNamed is how many words put a name right and say nothing else.
const maxNamed = 8

// renamed puts the name of whom the report is about right: "es Medino con o, no Medina". It is the same person.
func renamed(t *turn.Turn, body string) string {
	name, ok := understand.NameCorrected(body, FullName(t))
	if !ok || understand.NameOfKin(t.Body(), name, FullName(t)) {
		return ""
	}
	for _, c := range t.Contacts() {
		if c.ID == t.Draft().ContactID && c.ID != uuid.Nil {
			t.Rename(c, name)
		}
	}
	a := t.Draft().Answers[report.Contact]
	a.State, a.Words, a.Value, a.Sources = report.Given, name, name, t.Source()
	t.Put(report.Contact, a)
	return name
}

// corrects reports whether a piece says itself that it corrects: it begins so, says what something is and no more, or denies.
func corrects(piece string) bool {
	f := strings.Fields(piece)
	for len(f) > 1 && (lexicon.Interjections.Has(low(f[0])) || lexicon.Laughter.Has(low(f[0])) || lexicon.DeedJoins.Has(low(f[0]))) {
		f = f[1:]
	}
	lead := strings.Join(f, " ")
	return understand.Corrects(lead) || understand.Denies(lead) || understand.DeniesDeed(lead) ||
		lexicon.SaysWas.Lead(strings.ToLower(lead)) > 0 || lexicon.NotReadyThen.In(understand.Padded(lead)) ||
		slices.ContainsFunc(f[1:], func(w string) bool { return lexicon.InsteadOf.Has(low(w)) })
}

// pieces divides a text at its marks, and where "and" stands before another thing.
func pieces(body string) (out []string) {
	clauses := understand.Clauses(body)
	for i := 0; i < len(clauses); i++ {
		c := clauses[i]
		if i+1 < len(clauses) && (!understand.Denies(c) && understand.Denies(c+" "+clauses[i+1]) ||
			putsInstead(clauses[i+1])) { // "no es enfermera, es cocinera"
			c += " " + clauses[i+1]
			i++
		}
		f := strings.Fields(c)
		from := 0
		for i, w := range f {
			if i > from+1 && i+1 < len(f) && lexicon.DeedJoins.Has(strings.ToLower(w)) {
				out = append(out, strings.Join(f[from:i], " "))
				from = i + 1
			}
		}
		out = append(out, strings.Join(f[from:], " "))
	}
	return out
}

// putsInstead reports whether a clause says what is not so, and no more: of "trabaja de día, no de noche" the second.
func putsInstead(clause string) bool {
	f := strings.Fields(clause)
	return len(f) > 1 && len(f) <= 3 && lexicon.InsteadOf.Has(low(f[0]))
}

// inWords lists the answers in words that prose corrects.
func inWords() []report.Name {
	return []report.Name{report.Commitment, report.FollowUps, report.NextSteps, report.Learned, report.Notes}
}

func amend(t *turn.Turn, piece string) string {
	for _, n := range inWords() {
		a := t.Draft().Answers[n]
		if a.State != report.Given {
			continue
		}
		_, pledges := DueField(n)
		words, what := counted(a.Words, piece, pledges)
		if what == "" {
			words, what = numbered(a.Words, piece)
		}
		if what == "" {
			words, what = denied(a.Words, piece)
		}
		if what == "" {
			words, what = instead(a.Words, piece)
		}
		if what != "" {
			a.Words, a.Sources = turn.Bounded(words), append(slices.Clone(a.Sources), t.Source()...)
			t.Put(n, a)
			return what
		}
	}
	for _, n := range []report.Name{report.FollowUps, report.Commitment} {
		if what := dated(t, n, piece); what != "" {
			return what
		}
	}
	return takenOut(t, piece)
}

// numbered puts a number right that stands in words: "its 4 not 5". what is the part that has it now; "" where the piece puts none right.
func numbered(words, piece string) (put, what string) {
	is, was := understand.NumberNot(piece)
	if is == "" {
		return words, ""
	}
	parts := report.Parts(words)
	for i, p := range parts {
		f := strings.Fields(p)
		if at := slices.IndexFunc(f, func(w string) bool { return strings.Trim(w, ".,;!") == was }); at >= 0 {
			f[at] = strings.Replace(f[at], was, is, 1)
			parts[i] = strings.Join(f, " ")
			return strings.Join(parts, "\n"), strings.TrimRight(report.Excerpt(parts[i], 40), ". ")
		}
	}
	return words, ""
}

// PutsNumberRight reports whether a text puts a number right that stands in an answer in words.
func PutsNumberRight(t *turn.Turn, body string) bool {
	for _, n := range inWords() {
		if a := t.Draft().Answers[n]; a.State == report.Given {
			if _, what := numbered(a.Words, body); what != "" {
				return true
			}
		}
	}
	return false
}

// takenOut takes out of what somebody was said to do what a text denies: "oops, she said she cant make the rally". What it says stays as
// what was learned.
func takenOut(t *turn.Turn, piece string) string {
	if !understand.DeniesDeed(piece) {
		return ""
	}
	for _, n := range []report.Name{report.Commitment, report.FollowUps, report.NextSteps} {
		a := t.Draft().Answers[n]
		if a.State != report.Given {
			continue
		}
		parts := report.Parts(a.Words)
		i := slices.IndexFunc(parts, func(p string) bool { return sharesThing(t, p, piece) })
		if i < 0 {
			continue
		}
		out := parts[i]
		parts = slices.Delete(parts, i, i+1)
		a.Words, a.Sources = strings.Join(parts, "\n"), append(slices.Clone(a.Sources), t.Source()...)
		if len(parts) == 0 {
			a = report.Answer{State: report.None, Words: piece, Sources: t.Source()}
		}
		t.Put(n, a)
		if due, ok := DueField(n); ok && len(parts) == 0 {
			t.Put(due, report.Answer{})
		}
		AddWords(t, report.Learned, piece)
		return t.Say(lang.AmendedOut, "what", strings.TrimRight(report.Excerpt(out, 60), ". "))
	}
	return ""
}

// sharesThing reports whether two texts name one thing, beside their days.
func sharesThing(t *turn.Turn, a, b string) bool {
	for _, w := range strings.Fields(phrase.WithoutTimes(b, t.Planning())) {
		if sharesWord(a, w) {
			return true
		}
	}
	return false
}

// sharesWord reports whether a word that names a thing, or an event, stands in a text too.
func sharesWord(in, w string) bool {
	s := stem(w)
	return s != "" && (understand.OwnWords(w) > 0 || lexicon.AskMeetings.Has(low(w)) || lexicon.Look(low(w)).Time == lexicon.Counted) &&
		slices.ContainsFunc(strings.Fields(in), func(x string) bool { return stem(x) == s })
}
