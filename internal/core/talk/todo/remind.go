package todo

import (
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/duty"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
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
	t.Answer("saved", setDown(t, understand.Reminders(what))...)
	return true
}

// setDown keeps what somebody wants to be reminded of, or says that they will do, and returns what is said of it.
func setDown(t *turn.Turn, items []string) []string {
	var set, open []string
	for _, item := range items {
		if said, ok := remindBefore(t, item); ok {
			set = append(set, said)
			continue
		}
		words := phrase.OrElse(strings.TrimSpace(phrase.WithoutTimes(item, t.Planning())), item)
		words = report.Excerpt(understand.WithoutErrandLead(words), 100)
		own := change.AddPromise{ID: t.NewID(), OwnerID: t.Who().ID, Kind: change.Promised, What: words, At: t.Now()}
		at, ok := remindAt(t, item)
		if !ok && ofToday(t, item) {
			own.DueOn = t.Today()
			t.Add(own)
			set = append(set, t.Say(lang.RemindToday, "words", words))
			continue
		}
		if !ok {
			t.Add(own)
			open = append(open, words)
			continue
		}
		own.DueOn = when.DateOf(at.In(t.Loc())).String()
		t.Add(own)
		remindOwn(t, own.ID, words, at)
		set = append(set, t.Say(lang.RemindSaved, "when", when.Echo(t.Tag(), at.In(t.Loc()), t.Now()), "words", words))
	}
	if len(open) > 0 {
		set = append(set, t.Say(lang.RemindNoDay, "words", strings.Join(open, "; ")))
	}
	return set
}

// ofToday reports whether words that ask for no reminder name today and no hour: what is done today needs no day asked for.
func ofToday(t *turn.Turn, words string) bool {
	r := when.Read(words, t.Planning())
	_, asks := understand.ReadRemind(t.Body())
	return !asks && r.Sure() && r.HasDate() && r.Date == when.DateOf(t.Now().In(t.Loc())) && !r.HasClock
}

// remindOf sets down what another room has the speaker reminded of.
func remindOf(t *turn.Turn, f fact.RemindOf) {
	at, ok := remindAt(t, f.Words)
	switch {
	case ok:
		words := report.Excerpt(strings.Trim(f.Words, " .!"), 100)
		p := change.AddPromise{
			ID: t.NewID(), OwnerID: t.Who().ID, Kind: change.Promised, What: words, At: t.Now(), DueOn: when.DateOf(at.In(t.Loc())).String(),
		}
		t.Add(p)
		remindOwn(t, p.ID, words, at)
		t.Answer("saved", f.First, t.Say(lang.RemindSaved, "when", when.Echo(t.Tag(), at.In(t.Loc()), t.Now()), "words", words))
	case understand.Timed(understand.Times(f.Words, t.Planning())): // which of two days is asked
		t.Answer("saved", append([]string{f.First}, setDown(t, []string{f.Words})...)...)
	default: // no day that nobody said
		t.Answer("saved", f.First)
	}
}

// remindOwn plans what reminds of one's own errand.
func remindOwn(t *turn.Turn, id uuid.UUID, words string, at time.Time) {
	t.Add(change.Plan{
		ID: t.NewID(), PhoneID: t.Phone().ID, PersonID: t.Who().ID, Subject: change.Subject{Kind: change.PromiseSubject, ID: id},
		Rule: reminder.DutyRule, Occurrence: at.UTC().Format(time.RFC3339), DueAt: at, ValidUntil: turn.ValidUntil(reminder.DutyRule, at),
		Cause: t.Cause(), Reason: "the organizer asked to be reminded", Again: true,
		Data: turn.Encode(duty.Note{Key: lang.RemindNow, Fields: []string{"words", words}}),
	})
}

// own reports whether a promise is to oneself: no report told of it, and nobody else sees it.
func own(p world.Promise) bool { return p.ReportID == uuid.Nil }

// unremindOwn takes back what reminds of one's own errand.
func unremindOwn(t *turn.Turn, p world.Promise, why string) {
	if own(p) {
		t.Add(change.CancelPlans{Subject: change.Subject{Kind: change.PromiseSubject, ID: p.ID}, Rule: reminder.DutyRule, Reason: why})
	}
}

// noteOf writes into the history of a promise's report; one's own has none.
func noteOf(t *turn.Turn, p world.Promise, what change.Fact, words string) {
	if !own(p) {
		t.Note(change.Subject{Kind: change.ReportSubject, ID: p.ReportID}, what, words)
	}
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
