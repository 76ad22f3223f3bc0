package field

import (
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/turn"
)

// Take writes an understood answer and what follows from it at once.
func Take(t *turn.Turn, f report.Field, a report.Answer) {
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
	if on, ok := t.DueOf(a.Words); ok {
		t.Put(due, report.Answer{State: report.Given, Words: a.Words, Value: on.String(), Sources: a.Sources})
	}
}
