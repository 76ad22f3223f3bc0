package field

import (
	"slices"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// InProse changes the answers that a text corrects: "it was 3 neighbors n the flyer is for tues not mon". It returns what it changed, to be
// said, and what the text says further. Of a text that is an answer as likely, only what begins as a correction does is taken: anywhere
// says that it is none.
func InProse(t *turn.Turn, body string, anywhere bool) (said []string, rest string) {
	if (anywhere || understand.Corrects(body)) && len(strings.Fields(body)) <= maxNamed {
		if name := renamed(t, body); name != "" {
			return []string{name}, ""
		}
	}
	var others []string
	for _, piece := range pieces(body) {
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
	return said, strings.Join(others, ". ")
}

// maxNamed is how many words put a name right and say nothing else.
const maxNamed = 8

// renamed puts the name of whom the report is about right: "es Medino con o, no Medina". It is the same person.
func renamed(t *turn.Turn, body string) string {
	name, ok := understand.NameCorrected(body, FullName(t))
	if !ok {
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
	for len(f) > 1 && (lexicon.Interjections.Has(low(f[0])) || lexicon.Laughter.Has(low(f[0]))) {
		f = f[1:]
	}
	lead := strings.Join(f, " ")
	return understand.Corrects(lead) || understand.Denies(lead) || lexicon.SaysWas.Lead(strings.ToLower(lead)) > 0 ||
		slices.ContainsFunc(f[1:], func(w string) bool { return lexicon.InsteadOf.Has(low(w)) })
}

// pieces divides a text at its marks, and where "and" stands before another thing.
func pieces(body string) (out []string) {
	clauses := understand.Clauses(body)
	for i := 0; i < len(clauses); i++ {
		c := clauses[i]
		if i+1 < len(clauses) && !understand.Denies(c) && understand.Denies(c+" "+clauses[i+1]) { // "no es enfermera, es cocinera"
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
		words, what := counted(a.Words, piece)
		if what == "" {
			words, what = denied(a.Words, piece)
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
	return ""
}

// counted puts another number before what is counted: "3 neighbors" where "2 neighbors" stands.
func counted(answer, piece string) (words, what string) {
	f := strings.Fields(piece)
	for i := 0; i+1 < len(f); i++ {
		n, ok := number(f[i])
		if !ok || i > 0 && lexicon.InsteadOf.Has(low(f[i-1])) {
			continue
		}
		noun := stem(f[i+1])
		g := strings.Fields(answer)
		for k := 0; noun != "" && k+1 < len(g); k++ {
			if m, is := number(g[k]); is && m != n && stem(g[k+1]) == noun {
				return replaced(answer, g[k]+" "+g[k+1], f[i]+" "+strings.Trim(f[i+1], ",.;!")), f[i] + " " + strings.Trim(f[i+1], ",.;!")
			}
		}
	}
	return answer, ""
}

// denied puts what is so in the place of what an answer says and a text denies: "not a nurse shes a nurses aide", "no es enfermera, es
// auxiliar".
func denied(answer, piece string) (words, what string) {
	not, is := understand.NotButIs(piece)
	if not == "" || is == "" {
		return answer, ""
	}
	at := strings.Index(strings.ToLower(answer), strings.ToLower(not))
	if at < 0 || len(strings.ToLower(answer)) != len(answer) {
		return answer, ""
	}
	return answer[:at] + is + answer[at+len(not):], is
}

// dated gives what somebody said they would do the day that a text names beside it.
func dated(t *turn.Turn, n report.Name, piece string) string {
	due, _ := DueField(n)
	a := t.Draft().Answers[n]
	day, ok := dayIn(t, piece)
	if a.State != report.Given || !ok || t.Draft().Answers[due].Value == day.String() {
		return ""
	}
	thing := ""
	for _, w := range strings.Fields(phrase.WithoutTimes(piece, t.Planning())) {
		s := stem(w)
		if s != "" && understand.OwnWords(w) > 0 && slices.ContainsFunc(strings.Fields(a.Words), func(x string) bool { return stem(x) == s }) {
			thing = strings.Trim(w, ",.;!")
		}
	}
	if thing == "" {
		return ""
	}
	if parts := report.Parts(a.Words); len(parts) == 1 {
		r := understand.Times(a.Words, t.Planning())
		for _, s := range r.Spans {
			a.Words = a.Words[:s.From] + t.Day(day) + a.Words[s.To:]
			break
		}
		t.Put(n, a)
	}
	t.Put(due, report.Answer{State: report.Given, Words: piece, Value: day.String(), Sources: t.Source()})
	return thing + t.Say(lang.DueOn, "day", t.Day(day))
}

// dayIn is the day that a correction says is right: what stands behind a "not" is not.
func dayIn(t *turn.Turn, piece string) (when.Date, bool) {
	f := strings.Fields(piece)
	for i, w := range f {
		if i > 0 && lexicon.InsteadOf.Has(low(w)) {
			f = f[:i]
			break
		}
	}
	return t.SureDay(strings.Join(f, " "))
}

func number(w string) (int, bool) {
	w = low(w)
	if n, err := strconv.Atoi(w); err == nil {
		return n, true
	}
	l := lexicon.Look(w)
	return l.N, l.Time == lexicon.Number
}

// stem is the beginning of a word that names a thing, by which it is found again; "" for a small word.
func stem(w string) string {
	if w = strings.TrimSuffix(low(w), "s"); len(w) < 3 || lexicon.SentenceWords.Has(w) || understand.NamesTime(w) {
		return ""
	}
	return w[:min(len(w), 5)]
}

func low(w string) string { return lexicon.Plain(strings.Trim(strings.ToLower(w), ",.;:!?")) }

func replaced(s, from, to string) string { return strings.Replace(s, from, to, 1) }
