package field

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// Take writes an understood answer and what follows from it at once.
func Take(t *turn.Turn, f report.Field, a report.Answer) {
	if due, pledges := DueField(f.Name); pledges {
		a.Words = report.WithoutCount(a.Words)
		if was := t.Draft().Answers[due]; was.State == report.Given && was.Words == t.Draft().Answers[f.Name].Words {
			t.Put(due, report.Answer{}) // the day that other words had
		}
	}
	t.Put(f.Name, a)
	switch f.Name {
	case report.Contact:
		LinkByName(t, a.Value)
	case report.ContactPhone:
		LinkByPhone(t, a.Value)
	case report.Commitment, report.FollowUps:
		Interpret(t, f)
	}
}

// DueField is the field with the day of what somebody said they would do.
func DueField(n report.Name) (report.Name, bool) {
	switch n {
	case report.Commitment:
		return report.CommitmentDue, true
	case report.FollowUps:
		return report.FollowUpsDue, true
	}
	return "", false
}

// Interpret draws from an answer in words what other fields ask: the day in "come Thursday".
func Interpret(t *turn.Turn, f report.Field) {
	due, ok := DueField(f.Name)
	if !ok {
		return
	}
	a := t.Draft().Answers[f.Name]
	if a.State != report.Given || t.Draft().Answers[due].State == report.Given {
		return
	}
	if on, ok := dueOf(t, f.Name, a.Words); ok {
		t.Put(due, report.Answer{State: report.Given, Words: a.Words, Value: on.String(), Sources: a.Sources})
		if own := t.Draft().Answers[report.FollowUps]; f.Name == report.Commitment && own.State == report.Given { // told in one breath
			if by, ok := dueOf(t, report.FollowUps, own.Words); ok && understand.SaysByThen(own.Words) {
				t.Put(report.FollowUpsDue, report.Answer{State: report.Given, Words: own.Words, Value: by.String(), Sources: own.Sources})
			}
		}
		return
	}
	if then := understand.BeforeThen(a.Words); then != "" && len(report.Parts(a.Words)) == 1 {
		t.Put(due, report.Answer{State: report.Skipped, Words: then, Sources: a.Sources})
		return
	}
	if then := understand.LooseDue(report.Parts(a.Words), t.Planning()); then != "" && !settle.Attends(a.Words) &&
		(f.Name == report.Commitment || len(report.Parts(a.Words)) == 1) {
		t.Put(due, report.Answer{State: report.Skipped, Words: then, Sources: a.Sources}) // "this weekend"
		return
	}
	if understand.NoDaySaid(a.Words) { // "va a hablar con sus compañeras pero no me dijo cuándo"
		t.Put(due, report.Answer{State: report.Skipped, Sources: a.Sources})
		return
	}
	if e, ok := MatchEvent(t, a.Words, ""); ok && f.Name == report.Commitment && len(report.Parts(a.Words)) == 1 && settle.Attends(a.Words) &&
		!understand.Timed(understand.Times(a.Words, t.Planning())) { // "she'll come to the tenant meeting": its day is known
		on := when.DateOf(e.StartsAt.In(t.Loc())).String()
		t.Put(due, report.Answer{State: report.Given, Words: a.Words, Value: on, Sources: a.Sources})
	}
}

// dueOf is by when something is to be done; of what the organizer does "by then", the day of what the contact said they would do.
func dueOf(t *turn.Turn, n report.Name, words string) (when.Date, bool) {
	on, ok := t.DueOf(words)
	if ok || n != report.FollowUps || len(report.Parts(words)) != 1 || !understand.SaysByThen(words) {
		return on, ok
	}
	return when.ParseDate(t.Draft().Answers[report.CommitmentDue].Value)
}

// None reports whether words say that there is nothing to a field.
func None(f report.Field, words string) bool {
	switch f.Name {
	case report.Commitment, report.FollowUps, report.NextSteps:
		return understand.PromisesNothing(words)
	}
	return understand.NothingMore(words) || understand.NotAsked(words)
}

// Denied is of which field it is that somebody says there is nothing: asked what the contact will do, "y yo no quedé de nada" is of the
// organizer's own promises.
func Denied(f report.Field, words string) report.Field {
	w := strings.Fields(understand.Padded(words))
	if f.Name != report.Commitment || !lexicon.Myself.Any(w[:min(2, len(w))]) || lexicon.ThirdSubjects.Any(w) {
		return f
	}
	own, _ := report.Find(report.FollowUps)
	return own
}

// DayOfLine is whose day a "Date:" is that follows a line, or an answer, as on the paper form: that of the debrief, of a promise,
// else of the one-on-one.
func DayOfLine(label string) string {
	for _, f := range report.Form() {
		if label != "" && f.Shape == report.Day && string(f.Parent) == label {
			return string(f.Name)
		}
	}
	return string(report.MetOn)
}

// AddWords adds words to a field, with the text they came in.
func AddWords(t *turn.Turn, n report.Name, words string) {
	if _, pledges := DueField(n); pledges {
		words = report.WithoutCount(words)
	}
	if n == report.FollowUps {
		words = understand.PromiseAlone(words)
	}
	if n == report.NextSteps {
		words = understand.WithoutIs(words)
	}
	a := t.Draft().Answers[n]
	if a.State != report.Given {
		a = report.Answer{State: report.Given}
	}
	if a.Words != "" {
		a.Words += "\n"
	}
	a.Words += strings.TrimSpace(words)
	t.Put(n, a)
}

// AddBeside keeps words with the answer they are of, which is said, or with the notes. It reports whether they answer the open question
// too, which is what there is to add.
func AddBeside(t *turn.Turn, q report.Name, p understand.Labelled) (said string, answers bool) {
	if p.Words == "" {
		return "", false
	}
	if p.Label == "" {
		AddWords(t, report.Notes, p.Words)
	} else {
		said = Noted(t, p)
	}
	if q != report.Rest {
		return said, false
	}
	t.Put(q, report.Answer{State: report.Given, Words: turn.Bounded(p.Words), Sources: t.Source()})
	return said, true
}

// MarkIf marks an answer for staff.
func MarkIf(t *turn.Turn, n report.Name, odd bool) {
	if a := t.Draft().Answers[n]; odd {
		a.NeedsReview = true
		t.Put(n, a)
	}
}
