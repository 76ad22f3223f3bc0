package todo

import (
	"time"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/duty"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// eveBefore is the hour at which the evening before something is reminded of: that of texts before a one-on-one in the morning.
const eveBefore = 18

// remindBefore takes a wish to be reminded of a one-on-one some time before it: "remind me 2 hrs before", "the night before". The text
// says its time as it stands when it goes. It reports what to answer; false where no one such time to come is meant.
func remindBefore(t *turn.Turn, what string) (string, bool) {
	b, ok := understand.RemindsBefore(what)
	if !ok {
		return "", false
	}
	m, ok := meetOf(t)
	if !ok {
		return "", false
	}
	at := timeBefore(t, m, b)
	if !at.After(t.Now()) || at.After(m.StartsAt) {
		return "", false
	}
	t.Add(change.Plan{
		ID: t.NewID(), PhoneID: t.Phone().ID, PersonID: t.Who().ID, Subject: turn.Loose(m.Meeting), Rule: reminder.DutyRule,
		Occurrence: at.UTC().Format(time.RFC3339), DueAt: at, ValidUntil: turn.ValidUntil(reminder.DutyRule, at), Cause: t.Cause(),
		Reason: "the organizer asked to be reminded", Again: true, Data: turn.Encode(duty.Note{Key: lang.RemindNow}),
	})
	t.SetAbout(turn.Loose(m.Meeting))
	return t.Say(lang.RemindSaved, "when", when.Echo(t.Tag(), at.In(t.Loc()), t.Now()), "words", t.What(m)), true
}

// timeBefore is when that is; a day alone means its morning.
func timeBefore(t *turn.Turn, m world.Meet, b understand.Before) time.Time {
	if b.Span > 0 {
		return m.StartsAt.Add(-b.Span)
	}
	day := when.DateOf(m.StartsAt.In(t.Loc())).AddDays(-b.Days)
	if b.Eve {
		at, _ := day.At(eveBefore, 0, t.Loc())
		return at
	}
	return t.Org().Hours.MorningOn(day, t.Loc())
}

// meetOf is the one-on-one to come that is meant: by name, the one that was just spoken of, or the only one.
func meetOf(t *turn.Turn) (world.Meet, bool) {
	var pool []world.Meet
	for _, m := range t.Organized() {
		if m.Open() && !m.Begun(t.Now()) {
			pool = append(pool, m)
		}
	}
	hits, _ := t.Meant(t.Body(), pool)
	if len(hits) != 1 {
		return world.Meet{}, false
	}
	return hits[0], true
}

// remindsOf takes back the words of a reminder of a one-on-one that is not to come any more, and says the others with its time.
func remindsOf(t *turn.Turn, n *duty.Note) bool {
	if n.Key != lang.RemindNow || t.Due().Subject.Kind != change.MeetingSubj {
		return true
	}
	m, ok := t.MeetByID(t.Due().SubjectID)
	if !ok || !m.Open() || m.Begun(t.Now()) {
		return false
	}
	n.Fields = []string{"words", t.What(m)}
	return true
}
