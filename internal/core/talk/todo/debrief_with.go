package todo

import (
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/duty"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/promise"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// otherWith is whom of the staff a text names for a debrief that is with somebody else: "debrief w kim not sam".
func otherWith(t *turn.Turn, b world.Debrief) (with person.Person) {
	if !understand.NamesDebrief(t.Body()) {
		return person.Person{}
	}
	staff := person.Firsts(t.Staff())
	said := understand.WithoutNotMeant(understand.WithoutStaffAway(t.Body(), staff), staff)
	for _, p := range t.Staff() {
		switch {
		case !turn.Names(understand.Padded(said), p.First()) || p.ID == t.Who().ID:
		case p.ID == b.StaffID || with.ID != uuid.Nil:
			return person.Person{}
		default:
			with = p
		}
	}
	return with
}

// debriefWith gives a debrief to somebody else of the staff, and returns what says so; both hear of it.
func debriefWith(t *turn.Turn, b world.Debrief, with person.Person, on when.Date, at string) string {
	s := b.SaveDebrief
	s.StaffID, s.On, s.Note = with.ID, on.String(), strings.TrimSpace(s.Note+" "+at)
	t.Add(s)
	t.Note(change.Subject{Kind: change.DebriefSubject, ID: b.ID}, change.DebriefMoved, on.String())
	t.MorningOn(t.Who(), t.Org().Hours.MorningOn(on, t.Loc()))
	for _, p := range t.Staff() {
		tag := turn.Language(p, t.Org())
		note := duty.Note{Key: lang.DebriefDroppedTell, Fields: []string{"organizer", t.Who().Name, "old", onOf(tag, b, t)}}
		if p.ID == with.ID {
			duty.DigestOn(t, p, promise.ReminderAt(t, on, p))
			note = duty.Note{Key: lang.DebriefWithTell, Fields: []string{"organizer", t.Who().Name, "new", dayAt(tag, on, at, t)}}
		} else if p.ID != b.StaffID || p.ID == t.Who().ID {
			continue
		}
		t.Tell(p, reminder.DutyRule, change.Subject{Kind: change.PersonSubject, ID: t.Who().ID}, note, "the debrief is with another")
	}
	return t.Say(lang.DebriefWith, "who", phrase.FirstOf(with.Name), "new", dayAt(t.Tag(), on, at, t), "old",
		otherOf(t, b)+", "+onOf(t.Tag(), b, t))
}

// dayAt is a day in a language, with the hour that was said.
func dayAt(tag lang.Tag, on when.Date, at string, t *turn.Turn) string {
	day := when.EchoDay(tag, on, when.DateOf(t.Now().In(t.Loc())))
	if at == "" {
		return day
	}
	return day + ", " + at
}
