package ask

import (
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/choose"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// got says whether and when our text about a one-on-one left: "did maria get the msg? she says nothing came".
func got(t *turn.Turn) string {
	if said := lastWords(t); said != "" {
		return said
	}
	var pool []world.Meet
	for _, m := range t.Organized() {
		if !m.Begun(t.Now()) || m.Running(t.Now()) || m.Status == meeting.Proposed {
			pool = append(pool, m)
		}
	}
	hits, named := t.Meant(t.Body(), pool)
	if known := knownIn(t); len(known) > 0 && !slices.ContainsFunc(hits, func(m world.Meet) bool { return meetsOneOf(m, known) }) {
		hits, named = calledOffWith(t, known), true // never of somebody else
	}
	if len(hits) == 0 || !named && len(hits) > 1 {
		return ""
	}
	m := hits[0]
	state := t.StateOf(m)
	asks := t.Conv().Kind == world.PlanTalk && t.AsksNow() && m.Contact.Consent == person.ConsentUnknown // about a new number
	if asks || m.Status == meeting.CalledOff {
		state = ""
	}
	f := []string{"first", m.Contact.Name, "phone", t.Number(m.Contact), "what", t.WhenOf(m, m.StartsAt) + t.PlaceOf(m), "state", state}
	switch {
	case asks:
		return t.Say(lang.AnswerGotNone, f...) + " " + t.Say(lang.AnswerGotWaits)
	case !turn.MayText(m.Contact):
		return t.Say(lang.AnswerGotCannot, f...)
	case m.ToldAt.IsZero():
		return t.Say(lang.AnswerGotNone, f...)
	}
	return t.Say(lang.AnswerGot, append(f, "when", when.Echo(t.Tag(), m.ToldAt.In(t.Loc()), t.Now()))...)
}

// stillToConfirm says of what is to be called off that its contact does not know of it: it is asked once more whether it is.
func stillToConfirm(t *turn.Turn) bool {
	if c := t.Conv(); c.Kind != world.WhichTalk || c.Question != "cancel" || !t.AsksNow() {
		return false
	}
	var of []world.Meet
	for _, m := range t.Organized() {
		if slices.Contains(turn.Data[choose.Kept](t).Options, m.ID.String()) {
			of = append(of, m)
		}
	}
	if len(of) == 0 {
		return false
	}
	t.SetOutcome("answered from the record")
	t.SayFirst(t.Say(lang.CancelNotYet))
	return t.Happened(fact.CancelSaid{Meets: of})
}

func meetsOneOf(m world.Meet, known []person.Person) bool {
	return slices.ContainsFunc(known, func(c person.Person) bool { return c.ID == m.ContactID })
}

// calledOffWith are the one-on-ones to have come with somebody that are called off, the newest first.
func calledOffWith(t *turn.Turn, known []person.Person) (out []world.Meet) {
	for _, m := range t.Meetings() {
		if m.OrganizerID == t.Who().ID && m.Status == meeting.CalledOff && m.Ends().After(t.Now()) && meetsOneOf(m, known) {
			out = append(out, m)
		}
	}
	slices.SortFunc(out, func(a, b world.Meet) int { return b.StartsAt.Compare(a.StartsAt) })
	return out
}

// ofEvent answers a question about an event that is named: when and where it is, and of the asker's people who comes.
func ofEvent(t *turn.Turn) string {
	if e, ok := namedEvent(t); ok {
		return tellEvent(t, e)
	}
	return ""
}

// eventsAhead lists the events to come, the next first, each with who of the asker's people comes: "any events this week".
func eventsAhead(t *turn.Turn) bool {
	asks := lexicon.AsksEvents.Has(strings.TrimSpace(understand.Padded(t.Body())))
	if !asks || !t.Who().Is(person.Organizer) || !forUs(t, understand.AskWhen) {
		return false
	}
	var ahead []event.Event
	for _, e := range t.Events() {
		if e.Coming(t.Now()) {
			ahead = append(ahead, e)
		}
	}
	slices.SortFunc(ahead, func(a, b event.Event) int { return a.StartsAt.Compare(b.StartsAt) })
	said := []string{t.Say(lang.AnswerEventNone)}
	for i, e := range ahead[:min(len(ahead), mostEvents)] {
		said = append(said[:i:i], tellEvent(t, e))
	}
	t.SetOutcome("answered from the record")
	t.Answer("answer", strings.Join(said, " "))
	return true
}

// mostEvents is how many events one answer tells of.
const mostEvents = 3

// ofGuests answers who comes, or whether somebody does, where no event is named: it is the next one that the asker's people are asked to,
// or that of the day. One-on-ones come first.
func ofGuests(t *turn.Turn, what understand.Ask, on when.Date) string {
	known := knownIn(t)
	if !lexicon.AskComing.In(understand.Padded(t.Body())) && (what != understand.AskConfirm || len(known) == 0) {
		return ""
	}
	var next event.Event
	for _, r := range t.RSVPs() {
		e, ok := t.EventByID(r.EventID)
		switch {
		case !ok || r.OrganizerID != t.Who().ID || !e.Coming(t.Now()) || !next.StartsAt.IsZero() && next.StartsAt.Before(e.StartsAt):
		case on != (when.Date{}) && when.DateOf(e.StartsAt.In(t.Loc())) != on:
		case len(known) > 0 && !slices.ContainsFunc(known, func(c person.Person) bool { return c.ID == r.PersonID }):
		default:
			next = e
		}
	}
	if next.StartsAt.IsZero() {
		return ""
	}
	return tellEvent(t, next)
}

func tellEvent(t *turn.Turn, e event.Event) string {
	name := e.Name
	if t.Tag() == lang.Spanish && e.NameES != "" {
		name = e.NameES
	}
	var people []string
	for _, r := range t.RSVPs() {
		if r.EventID == e.ID && r.OrganizerID == t.Who().ID && len(people) < shown {
			people = append(people, r.Person.First()+rsvp(t, r))
		}
	}
	place, who := "", ""
	if e.Place != "" {
		place = ", " + e.Place
	}
	if len(people) > 0 {
		who = t.Say(lang.AnswerEventWho, "people", strings.Join(people, ", "))
	}
	return t.Say(lang.AnswerEvent, "event", name, "when", when.Echo(t.Tag(), e.StartsAt.In(t.Loc()), t.Now()), "place", place) + who
}

// rsvp is how somebody answered about an event.
func rsvp(t *turn.Turn, r world.RSVP) string {
	switch r.Answer {
	case event.Yes:
		return t.Say(lang.RSVPYes)
	case event.Maybe:
		return t.Say(lang.RSVPMaybe)
	case event.No:
		return t.Say(lang.RSVPNo)
	case event.Said:
	}
	return t.Say(lang.RSVPOpen)
}

// namedEvent finds the event to come that a question has a word of, other than the words that many events have.
func namedEvent(t *turn.Turn) (event.Event, bool) {
	p := understand.Padded(t.Body())
	var best event.Event
	if e, ok := eventOfDay(t, p); ok {
		return e, true
	}
	for _, e := range t.Events() {
		if !e.Coming(t.Now()) || !best.StartsAt.IsZero() && best.StartsAt.Before(e.StartsAt) {
			continue
		}
		if settle.NamesEvent(t.Body(), e) {
			best = e
		}
	}
	return best, best.StartsAt.After(t.Now().Add(-time.Hour))
}

// eventOfDay finds the event to come that a question means by a word that many have, or by its day alone: "a qué hora es la junta", "who's
// coming tomorrow", while the asker meets nobody then.
func eventOfDay(t *turn.Turn, padded string) (e event.Event, ok bool) {
	day := understand.Times(t.Body(), t.Planning()).Date
	noun := lexicon.AskedEvents.In(padded)
	comes := lexicon.AskComing.In(padded) && !day.IsZero()
	if !noun && !comes || len(knownIn(t)) > 0 {
		return e, false
	}
	n := 0
	for _, o := range t.Events() {
		on := when.DateOf(o.StartsAt.In(t.Loc()))
		if !o.Coming(t.Now()) || !day.IsZero() && on != day {
			continue
		}
		if n++; n == 1 || o.StartsAt.Before(e.StartsAt) {
			e = o
		}
	}
	meets := slices.ContainsFunc(t.Organized(), func(m world.Meet) bool { return day.IsZero() || when.DateOf(m.StartsAt.In(t.Loc())) == day })
	return e, n == 1 && (!meets || lexicon.AskedEvents.In(padded) && !lexicon.AlsoOneOnOne.In(padded))
}

// mostOfNumber is how many words a text has at most that tells of one's own number.
const mostOfNumber = 14

// ownNumber hears that somebody of the organization changes their own number, which staff write down.
func ownNumber(t *turn.Turn) bool {
	p := understand.Padded(t.Body())
	f := strings.Fields(p)
	open := t.AsksNow() && t.Conv().Kind != world.HowTalk
	if !lexicon.OwnNumber.In(p) || len(f) > mostOfNumber || open || lexicon.ThirdSubjects.Any(f) || len(knownIn(t)) > 0 ||
		slices.ContainsFunc(f, func(w string) bool { return ofAnother(t, w) }) {
		return false
	}
	t.SetOutcome("for staff: their own number changes")
	t.HandToStaff(matter.NeedsAnswer, "their own number changes: "+report.Excerpt(t.Body(), 120))
	t.Answer("help", t.Say(lang.OwnNumber))
	return true
}

// ofAnother reports whether a word is the first name of somebody else than the speaker: "btw jo got a new number".
func ofAnother(t *turn.Turn, w string) bool {
	return lexicon.FirstNames.Has(w) && w != lexicon.Plain(strings.ToLower(t.Who().First()))
}

// lastWords says of the words that were sent to a contact just now that they were, and when they go: "did it send".
func lastWords(t *turn.Turn) string {
	s, fresh := t.LastSlip()
	if !fresh || s.Whom == uuid.Nil || s.Said == "" {
		return ""
	}
	for _, c := range knownOf(t) {
		if c.ID != s.Whom {
			continue
		}
		if known := knownIn(t); len(known) > 0 && known[0].ID != c.ID { // of somebody else
			return ""
		}
		words := t.Say(lang.TellSent, "first", c.First(), "words", report.Excerpt(s.Said, 80))
		if at := t.Org().Hours.Reach(c, s.At, t.Org().Zone); at.After(t.Now()) {
			return phrase.Join(words, strings.TrimSpace(t.Say(lang.ToldLater, "first", c.First(), "phone", t.Number(c), "when",
				when.Echo(t.Tag(), at.In(t.Loc()), t.Now()))))
		}
		return words
	}
	return ""
}

// ofDebrief says when the talk with the staff is that is asked after; "" where none is, or it is open with none.
func ofDebrief(t *turn.Turn) string {
	if !lexicon.DebriefWords.In(understand.Padded(t.Body())) {
		return ""
	}
	var said []string
	for _, b := range t.Debriefs() {
		on, ok := when.ParseDate(b.On)
		if b.OrganizerID != t.Who().ID || !b.ClosedAt.IsZero() || !ok {
			continue
		}
		said = append(said, t.Say(lang.DebriefBooked, "staff", b.Staff, "day", ", "+t.Day(on)))
	}
	return phrase.Join(said[:min(len(said), shown)]...)
}
