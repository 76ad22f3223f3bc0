package todo

import (
	"strconv"
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// remindMe takes what somebody wants to be reminded of, one thing or several: each comes in the morning of its day, or at its hour. What
// has no day is kept as a note.
func remindMe(t *turn.Turn) bool {
	what, ok := understand.ReadRemind(t.Body())
	if !ok {
		return false
	}
	var set, open []string
	for i, item := range understand.Reminders(what) {
		words := phrase.OrElse(strings.TrimSpace(phrase.WithoutTimes(item, t.Planning())), item)
		words = report.Excerpt(understand.WithoutErrandLead(words), 100)
		at, ok := remindAt(t, item)
		if !ok {
			t.Idea(turn.Bounded(item))
			open = append(open, words)
			continue
		}
		occurrence := t.Origin().String()
		if i > 0 {
			occurrence += " " + strconv.Itoa(i)
		}
		t.Add(change.Plan{
			ID: t.NewID(), PhoneID: t.Phone().ID, PersonID: t.Who().ID, Subject: change.Subject{Kind: change.PersonSubject, ID: t.Who().ID},
			Rule: reminder.DutyRule, Occurrence: occurrence, DueAt: at, ValidUntil: turn.ValidUntil(reminder.DutyRule, at), Cause: t.Cause(),
			Reason: "the organizer asked to be reminded",
			Data:   turn.Encode(turn.DutyNote{Key: lang.RemindNow, Fields: []string{"words", words}}),
		})
		set = append(set, t.Say(lang.RemindSaved, "when", when.Echo(t.Tag(), at.In(t.Loc()), t.Now()), "words", words))
	}
	if len(open) > 0 {
		set = append(set, t.Say(lang.RemindNoDay, "words", strings.Join(open, "; ")))
	}
	t.Answer("saved", set...)
	return true
}

// remindAt is when words ask to be reminded: at an hour, else on the morning of a day.
func remindAt(t *turn.Turn, words string) (time.Time, bool) {
	r := when.Read(words, t.Planning())
	day := r.Date
	switch {
	case r.HasDate() && !r.Sure():
		return time.Time{}, false
	case !r.HasDate() && r.HasClock:
		day = when.DateOf(t.Now().In(t.Loc()))
	case !r.HasDate():
		return time.Time{}, false
	}
	at := t.Org().Hours.MorningOn(day, t.Loc())
	if r.HasClock {
		at, _ = day.At(r.Hour, r.Minute, t.Loc())
	}
	return at, at.After(t.Now())
}
