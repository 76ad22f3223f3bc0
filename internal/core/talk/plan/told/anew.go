package told

import (
	"slices"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/fold"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/plan/spoken"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// Both takes a text that says no more than whom of several one is going to meet, and perhaps in which week. It returns it without what
// leads to them.
func Both(t *turn.Turn) (rest string, ok bool) {
	if rest, ok = understand.WithoutGoing(t.Body()); !ok {
		return "", false
	}
	pieces := spoken.PlansIn(rest, t.Planning())
	if len(pieces) < 2 {
		return "", false
	}
	known := 0
	for _, piece := range pieces {
		who := spoken.ReadNamed(piece, t.Planning()).Person
		if who == "" {
			return "", false
		}
		if spoken.MeetsOne(slices.Concat(t.Organized(), t.Unreported()), who) {
			known++
		}
	}
	return rest, known < len(pieces)
}

// GoesAt takes a text that says whom one is going to meet and when, in small letters: "need to see maria fri 4pm". It returns it without
// what leads to them.
func GoesAt(t *turn.Turn) (rest string, ok bool) {
	rest, ok = understand.WithoutGoing(t.Body())
	if !ok || t.Heard().Command != understand.None || !spoken.HasTime(t.Heard()) || understand.OutcomeIn(t.Body()) != understand.NoOutcome {
		return "", false
	}
	first := phrase.FirstOf(understand.Read("meeting "+rest, t.Planning()).Person)
	return rest, first != "" && lexicon.FirstNames.Has(lexicon.Plain(first)) && !ofStaff(t, first)
}

// Begun takes a text that begins a plan without its words: one that has somebody asked whether a time suits them, one that says who
// somebody new is, or that somebody whom one does not meet yet would like it. It returns it as a plan, and what is told beside.
func Begun(t *turn.Turn) (rest, beside string, ok bool) {
	if rest, ok = AskedOf(t); ok {
		return rest, "", true
	}
	h, body := t.Heard(), t.Body()
	wished, met := understand.MetAndWishes(body)
	_, _, passing := understand.PlannedInPassing(body) // is read with its time
	if h.Command != understand.None || spoken.HasTime(h) && (!met || passing) {
		return "", "", false
	}
	name, alone, ok := understand.Introduced(body)
	phone, given := understand.ParsePhone(body)
	switch goes, going := understand.WithoutGoing(body); {
	case given && phone == t.Phone().Phone:
		return "", "", false
	case ok:
		rest = name + " " + phone.Display()
		if !alone {
			rest, beside = rest+" "+wished, understand.WithoutPhones(body)
		}
	case given && going && understand.Read("meeting "+goes, t.Planning()).Person != "":
		rest = goes
	default:
		if rest = understand.WishesToMeet(body); rest == "" {
			return "", "", false
		}
	}
	first := phrase.FirstOf(phrase.OrElse(name, understand.Read("meeting "+rest, t.Planning()).Person))
	return "meeting " + rest, beside, !spoken.MeetsOne(slices.Concat(t.Organized(), t.Unreported()), first) && !ofStaff(t, first)
}

// AskedOf takes a text that has somebody asked whether a time suits them with whom nothing is planned: "can u text jo kim and see if shes
// free sat at 10". It returns it as a plan.
func AskedOf(t *turn.Turn) (rest string, ok bool) {
	whom, time, ok := understand.AsksTime(t.Body())
	if !ok || t.Heard().Command != understand.None || !understand.Timed(understand.Times(time, t.Planning())) {
		return "", false
	}
	rest = "meeting " + whom + " " + understand.TimeAsked(time)
	first := phrase.FirstOf(understand.Read(rest, t.Planning()).Person)
	return rest, first != "" && !spoken.MeetsOne(slices.Concat(t.Organized(), t.Unreported()), first) && !ofStaff(t, first)
}

// ofStaff reports whether a first name is that of somebody of the staff, and no contact's.
func ofStaff(t *turn.Turn, first string) bool {
	return len(t.Named(first)) == 0 &&
		slices.ContainsFunc(t.Staff(), func(p person.Person) bool { return fold.Same(p.First(), first) })
}

// ComesAnew takes what an organizer tells of a contact who can come at another time, after the one-on-one was called off or declined:
// "maria can make it friday at 4". It is offered, not saved.
func ComesAnew(t *turn.Turn) bool {
	comes, ok := understand.ReadComing(t.Body())
	back := understand.IsBackOn(t.Body())
	if (!ok || !comes || !spoken.HasTime(t.Heard())) && !back || t.Heard().Command != understand.None {
		return false
	}
	var off world.Meet
	for _, m := range t.Meetings() { // by start
		if m.OrganizerID != t.Who().ID || !turn.Names(understand.Padded(t.Body()), m.Contact.First()) {
			continue
		}
		if m.Open() {
			return false
		}
		off = m
	}
	said := moment.Said{Base: t.BaseOf(off)}
	if back && !spoken.HasTime(t.Heard()) && !off.Begun(t.Now()) { // at its time, which is still to come
		at := off.StartsAt.In(t.Loc())
		said.Date, said.Clock = phrase.DateOf(at), at.Format(moment.Layout)
		t.Happened(fact.AnotherOne{Meet: off, Time: said, Place: off.Place})
		return off.ID != uuid.Nil
	}
	switch {
	case off.Status != meeting.CalledOff && off.Status != meeting.Declined, !said.Hear(t.Body(), understand.Text{}, t.Planning()):
		return false
	case off.Status == meeting.Declined && !off.Begun(t.Now()):
		t.Happened(fact.MoveSaid{Meet: off, Words: t.Body()})
	default:
		t.Happened(fact.AnotherOne{Meet: off, Time: said, Place: off.Place})
	}
	return true
}

// OfItsHour reports whether a text speaks of the hour that stands and changes nothing here: its writer has something else then on another
// day, or gives the day that stands as the reason for another ("el jueves tengo dentista, viernes misma hora"), which is an order.
func OfItsHour(t *turn.Turn, m world.Meet, words string) bool {
	return understand.BusyThen(words) || understand.GivesDayFor(words, m.StartsAt.In(t.Loc()).Weekday(), t.Planning())
}
