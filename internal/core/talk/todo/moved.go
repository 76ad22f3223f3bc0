package todo

import (
	"cmp"
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/duty"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/promise"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// remindsOrMoves takes what is of one's own calendar: an errand, or the talk with the staff.
func remindsOrMoves(t *turn.Turn) bool {
	return remindMe(t) || pledges(t) || movesDebrief(t) || dropsDebrief(t)
}

// dropsDebrief takes that the only open talk with the staff is not needed after all: "skip the debrief". While a report is open it answers
// its question.
func dropsDebrief(t *turn.Turn) bool {
	if t.Conv().Kind == world.ReportTalk || t.Conv().Kind == world.HowTalk || !t.Who().Is(person.Organizer) ||
		t.Heard().Command != understand.None || !lexicon.DebriefWords.In(understand.Padded(t.Body())) {
		return false
	}
	var open []world.Debrief
	for _, b := range t.Debriefs() {
		if b.OrganizerID == t.Who().ID && b.ClosedAt.IsZero() {
			open = append(open, b)
		}
	}
	if len(open) != 1 || !understand.DropsDebrief(t.Body(), []string{phrase.FirstOf(otherOf(t, open[0]))}) {
		return false
	}
	if lexicon.DebriefNotHeld.In(understand.Padded(t.Body())) { // it was not held so far
		t.FinishWith("saved", t.Say(lang.DebriefOpen))
		return true
	}
	b := open[0]
	s := b.SaveDebrief
	s.ClosedAt, s.ClosedBy, s.Note = t.Now(), t.Who().ID, cmp.Or(s.Note, "the organizer needs none")
	t.Add(s)
	t.Note(change.Subject{Kind: change.DebriefSubject, ID: b.ID}, change.Closed, "the organizer needs none")
	t.Morning(t.Who())
	for _, p := range t.Staff() {
		if p.ID == b.StaffID && p.ID != t.Who().ID {
			t.Tell(p, reminder.DutyRule, change.Subject{Kind: change.PersonSubject, ID: t.Who().ID}, duty.Note{
				Key: lang.DebriefDroppedTell, Fields: []string{"organizer", t.Who().Name, "old", onOf(turn.Language(p, t.Org()), b, t)},
			}, "the organizer needs no debrief")
		}
	}
	t.FinishWith("saved", t.Say(lang.DebriefDropped, "who", otherOf(t, b), "old", onOf(t.Tag(), b, t)))
	return true
}

// onOf is the day of a debrief in a language.
func onOf(tag lang.Tag, b world.Debrief, t *turn.Turn) string {
	on, ok := when.ParseDate(b.On)
	if !ok {
		return b.On
	}
	return when.EchoDay(tag, on, when.DateOf(t.Now().In(t.Loc())))
}

// movesDebrief gives an organizer's debrief another day, where a text orders it or puts its day right: "move debrief to tuesday", "actually
// wed, sam is out tues". The staff member hears of it. At the report's own question the form hears it.
func movesDebrief(t *turn.Turn) bool {
	body := understand.WithoutStaffAway(t.Body(), person.Firsts(t.Staff()))
	if t.Conv().Kind == world.ReportTalk || !t.Who().Is(person.Organizer) ||
		t.Heard().Question && (!understand.NamesDebrief(body) || strings.Contains(body, "?")) {
		return false
	}
	b, ok := debriefMeant(t)
	if !ok {
		return false
	}
	who, said := otherOf(t, b), body
	_, to, moves := understand.ReadMove(said)
	if moves && to != "" {
		said = to
	}
	on, dated := understand.DebriefDay(said, t.Planning())
	was, had := when.ParseDate(b.On)
	if !dated && had && understand.SaysNextDay(said) {
		on, dated = was.AddDays(1), true
	}
	at, with := understand.HourOf(said, t.Planning()), otherWith(t, b)
	if with.ID != uuid.Nil && !dated {
		on, dated = was, had
	}
	switch {
	case !dated && !moves, dated && on.String() < t.Today(), dated && on.String() == b.On && at == "" && with.ID == uuid.Nil:
		return false
	case !dated:
		t.Answer("help", t.Say(lang.DebriefMoveWhen, "who", who))
	case with.ID != uuid.Nil:
		t.FinishWith("saved", debriefWith(t, b, with, on, at))
	default:
		t.FinishWith("saved", moveDebrief(t, b, on, at))
	}
	return true
}

// debriefBack gives a debrief the day that it had, where the move was a slip.
func debriefBack(t *turn.Turn, f *fact.DebriefBack) bool {
	on, ok := when.ParseDate(f.On)
	i := slices.IndexFunc(t.Debriefs(), func(b world.Debrief) bool { return b.ID == f.ID && b.ClosedAt.IsZero() })
	if !ok || i < 0 || on.String() < t.Today() {
		return false
	}
	f.Said = moveDebrief(t, t.Debriefs()[i], on, "")
	t.ForgetSlip()
	return true
}

// debriefMeant is the open debrief that a text orders to be moved, or whose day it puts right: by its name, or by whom it is with where
// none of the speaker's contacts goes by that name.
func debriefMeant(t *turn.Turn) (found world.Debrief, ok bool) {
	p := understand.Padded(t.Body())
	which, _, moves := understand.ReadMove(t.Body())
	corrects := understand.Corrects(t.Body()) || t.Heard().Reply == understand.Another
	// "no wait make it weds"
	if s, fresh := t.LastSlip(); fresh && corrects && !moves && len(s.Items) == 1 && s.Items[0].Kind == world.SlipDay {
		i := slices.IndexFunc(t.Debriefs(), func(b world.Debrief) bool { return b.ID == s.Items[0].ID && b.ClosedAt.IsZero() })
		if i >= 0 && t.Heard().Person == "" {
			return t.Debriefs()[i], true
		}
	}
	named := understand.NamesDebrief(t.Body())
	corrects = corrects || named && (understand.SaysAway(t.Body()) || slices.ContainsFunc(t.Debriefs(), func(b world.Debrief) bool {
		return b.OrganizerID == t.Who().ID && b.ClosedAt.IsZero() && otherWith(t, b).ID != uuid.Nil
	}))
	if !moves && !corrects || slices.ContainsFunc(t.Contacts(), func(c person.Person) bool { return turn.Names(p, c.First()) }) {
		return found, false
	}
	if moves {
		p = understand.Padded(which)
		if len(t.Organized()) == 0 && understand.SaysNextDay(t.Body()) && !understand.NamesThing(which) { // "muévelo al día siguiente"
			named = true
		}
	}
	for _, b := range t.Debriefs() {
		named := named || lexicon.DebriefWords.In(p) || turn.Names(p, phrase.FirstOf(otherOf(t, b)))
		if b.OrganizerID != t.Who().ID || !b.ClosedAt.IsZero() || !named {
			continue
		}
		if ok {
			return found, false
		}
		found, ok = b, true
	}
	return found, ok
}

// moveDebrief writes the new day, with the hour that was said, and returns what says so; where another is booked with the organizer on that
// day, that one covers the reports of this one too.
func moveDebrief(t *turn.Turn, b world.Debrief, on when.Date, at string) (said string) {
	s := b.SaveDebrief
	if slices.ContainsFunc(t.Debriefs(), func(o world.Debrief) bool {
		return o.ID != b.ID && o.OrganizerID == b.OrganizerID && o.On == on.String()
	}) {
		s.ClosedAt, s.ClosedBy, s.Note = t.Now(), t.Who().ID, cmp.Or(s.Note, "one with the debrief of "+on.String())
	} else {
		s.On, s.Note = on.String(), strings.TrimSpace(s.Note+" "+at)
	}
	t.Add(s)
	t.Note(change.Subject{Kind: change.DebriefSubject, ID: b.ID}, change.DebriefMoved, on.String())
	t.MorningOn(t.Who(), t.Org().Hours.MorningOn(on, t.Loc()))
	for _, p := range t.Staff() {
		if p.ID != b.StaffID || p.ID == t.Who().ID {
			continue
		}
		tag := turn.Language(p, t.Org())
		duty.DigestOn(t, p, promise.ReminderAt(t, on, p))
		t.Tell(p, reminder.DutyRule, change.Subject{Kind: change.PersonSubject, ID: t.Who().ID}, duty.Note{
			Key: lang.DebriefMovedTell, Fields: []string{"organizer", t.Who().Name, "new", dayAt(tag, on, at, t), "old", onOf(tag, b, t)},
		}, "the organizer moved the debrief")
	}
	return t.Say(lang.DebriefMoved, "who", otherOf(t, b), "new", dayAt(t.Tag(), on, at, t), "old", onOf(t.Tag(), b, t))
}
