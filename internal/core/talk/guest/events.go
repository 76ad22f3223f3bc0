package guest

import (
	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
	"github.com/reportback/reportback/internal/core/zones"
)

// fileEvent makes the commitment an RSVP with its check-ins. It returns the event's id for the commitment and what "Filed" says of it.
func fileEvent(t *turn.Turn, c *fact.SaidToCome) {
	c.Event, c.Shown = eventOfDraft(t, c.Contact, c.Promise)
}

func eventOfDraft(t *turn.Turn, contact person.Person, promise uuid.UUID) (uuid.UUID, string) {
	a := t.Draft().Answers[report.Event]
	if a.State != report.Given || contact.ID == uuid.Nil {
		return uuid.Nil, ""
	}
	var e event.Event
	at, made, ok := settle.NewEventTime(t, a.Value)
	if made {
		if !ok {
			return uuid.Nil, ""
		}
		words, _, _ := settle.Coming(t)
		name := settle.EventName(t, words)
		e = event.Event{
			ID: t.NewID(), Title: name, Name: name, StartsAt: at, Zone: t.Loc().String(), Minutes: event.DefaultMinutes,
			Status: event.Planned, CreatedAt: t.Now(), CreatedBy: t.Who().ID, Rev: 1,
		}
		t.Add(change.SaveEvent{Event: e})
		t.Note(change.Subject{Kind: change.EventSubject, ID: e.ID}, change.EventFromReport, "")
		t.AddEvent(e)
		t.Add(change.Attention{
			ID: t.NewID(), Kind: matter.EventMade, Subject: turn.EventSubject(e), PhoneID: t.Phone().ID,
			Note: "an event was made from a commitment: check its time and place", At: t.Now(),
		})
	} else {
		id, err := uuid.Parse(a.Value)
		found, ok := t.EventByID(id)
		if err != nil || !ok || !found.Coming(t.Now()) {
			return uuid.Nil, ""
		}
		e = found
	}
	t.Add(change.SaveRSVP{RSVP: event.RSVP{
		EventID: e.ID, PersonID: contact.ID, OrganizerID: t.Who().ID, ReportID: t.Draft().ID,
		PromiseID: promise,
	}, At: t.Now()})
	planGuest(t, e, contact, t.Who())
	if t.Draft().Answers[report.Consent].Value == "yes" && turn.NoTexts(contact) == "" {
		contact.Consent = person.ConsentYes // what this report says is written by the contact's own phone
	}
	shown := called(t, e)
	if made { // an hour that was just read is shown: another event's was
		shown += ", " + when.Echo(t.Tag(), e.StartsAt.In(t.Loc()), t.Now())
	}
	if !turn.MayText(contact) {
		return e.ID, t.Say(lang.EventListed, "first", contact.First(), "event", shown)
	}
	return e.ID, t.Say(lang.EventLinked, "first", contact.First(), "event", shown)
}

// planGuest plans what one guest and their organizer hear of an event: the guest check-ins two days ahead and on the day.
func planGuest(t *turn.Turn, e event.Event, guest, organizer person.Person) {
	if guest.PhoneID != 0 || !guest.Phone.IsZero() {
		for _, w := range reminder.CheckIns(e, t.Org().Hours, guest.Location(t.Org().Zone), t.Now()) {
			p := change.Plan{
				ID: t.NewID(), PersonID: guest.ID, Subject: turn.EventSubject(e), Rule: w.Rule, Occurrence: w.Occurrence, DueAt: w.DueAt,
				ValidUntil: w.ValidUntil,
				State:      w.State, Reason: w.Reason, Move: true,
			}
			t.ToPhone(&p, guest)
			t.Add(p)
		}
	}
	planHost(t, e, organizer)
}

// planHost plans what the organizer of some of an event's guests hears of it: the morning texts, who came.
func planHost(t *turn.Turn, e event.Event, organizer person.Person) {
	if organizer.PhoneID == 0 {
		return
	}
	loc := organizer.Location(t.Org().Zone)
	on := when.DateOf(e.StartsAt.In(loc))
	for _, days := range []int{-2, 0} {
		t.MorningOn(organizer, t.Org().Hours.MorningOn(on.AddDays(days), loc))
	}
	for _, w := range reminder.AfterEvent(e, t.Org().Hours, loc) {
		t.Add(change.Plan{
			ID: t.NewID(), PhoneID: organizer.PhoneID, PersonID: organizer.ID, Subject: turn.EventSubject(e), Rule: w.Rule,
			Occurrence: w.Occurrence, DueAt: w.DueAt,
			ValidUntil: w.ValidUntil, Reason: w.Reason, Move: true,
		})
	}
}

// called is what texts to this phone call an event.
func called(t *turn.Turn, e event.Event) string { return e.Called(t.Tag() == lang.Spanish) }

// sayEvent renders a text about an event to its reader.
func sayEvent(t *turn.Turn, k lang.Key, e event.Event, more ...string) string {
	place, bring := "", ""
	if e.Place != "" {
		place = t.Say(lang.AtPlace, "place", e.Place)
	}
	if e.Bring != "" {
		bring = t.Say(lang.Bring, "what", report.Excerpt(e.Bring, 60))
	}
	zone := ""
	if _, a := e.StartsAt.In(t.Loc()).Zone(); e.Zone != "" {
		if home, err := zones.Load(e.Zone); err == nil {
			if _, b := e.StartsAt.In(home).Zone(); a != b {
				zone = " " + e.StartsAt.In(t.Loc()).Format("MST")
			}
		}
	}
	return t.Say(k, append(more, "event", called(t, e), "when", when.Echo(t.Tag(), e.StartsAt.In(t.Loc()), t.Now())+zone, "place", place,
		"bring", bring, "org", t.Org().Name, "first", t.Who().First())...)
}

// checksIn reports whether there is something to check; else the row ends with the reason.
func checksIn(t *turn.Turn, e event.Event, r world.RSVP) bool {
	switch {
	case !e.Coming(t.Now()):
		t.End(change.PlanDropped, "too late: the event has begun or is off", uuid.Nil)
	case r.Answer == event.No:
		t.End(change.PlanSuperseded, "they said that they can't come", uuid.Nil)
	default:
		return true
	}
	return false
}

// toGuest renders a check-in, or what has changed, to somebody who said they would come.
func toGuest(t *turn.Turn, rule reminder.Rule) {
	e, ok := dueEvent(t)
	if !ok {
		return
	}
	r, on := rsvpOf(t, e.ID, t.Who().ID)
	if !on {
		t.End(change.PlanSuperseded, "no longer on the list", uuid.Nil)
		return
	}
	if rule.Name == reminder.CheckInRule && !checksIn(t, e, r) {
		return
	}
	asks := rule.Name != reminder.EventOffRule && !(rule.Name == reminder.CheckInRule && r.Answer == event.Yes)
	var body string
	switch {
	case rule.Name == reminder.EventOffRule:
		body = sayEvent(t, lang.EventOffTell, e)
	case rule.Name == reminder.EventMovedRule:
		var n fact.ChangedNote
		turn.DecodeInto(t.Due().Data, &n)
		body = sayEvent(t, lang.EventMovedTell, e, "old", when.Echo(t.Tag(), n.Old.In(t.Loc()), t.Now()))
	case asks && r.ReportID != uuid.Nil && r.OrganizerID != uuid.Nil: // they said so to somebody
		body = sayEvent(t, lang.CheckInAsk, e, "ofirst", r.Organizer.First())
	case asks:
		body = sayEvent(t, lang.CheckInPlain, e)
	default:
		body = sayEvent(t, lang.CheckInTell, e)
	}
	body = t.Introduced(world.Meet{}, uuid.Nil, body) // the organization speaks here, no organizer
	v := r.RSVP
	v.ToldRev = e.Rev
	t.Add(change.SaveRSVP{RSVP: v, At: t.Now()})
	if asks {
		t.OpenTalk(world.Conversation{Kind: world.GuestTalk, SubjectID: e.ID, PersonID: t.Who().ID, Question: "check_in"})
	}
	t.Unasked(rule, body)
}

func rsvpOf(t *turn.Turn, eventID, personID uuid.UUID) (world.RSVP, bool) {
	for _, r := range t.RSVPs() {
		if r.EventID == eventID && r.PersonID == personID {
			return r, true
		}
	}
	return world.RSVP{}, false
}

// asGuest takes a contact's answer to a check-in; false when the text is another matter.
func asGuest(t *turn.Turn) turn.Reply {
	e, ok := t.EventByID(t.Conv().SubjectID)
	r, on := rsvpOf(t, t.Conv().SubjectID, t.Conv().PersonID)
	h := t.Heard()
	if !ok || !on || h.Command != understand.None {
		return turn.Another
	}
	a, more := saidWithMore(t)
	switch said := t.Said(); {
	case more:
	case said.Agrees():
		a = event.Yes
	case said == turn.Two, h.Reply == understand.Maybe:
		a = event.Maybe
	case said.Refuses(), h.Reply == understand.Another && h.Refused && !h.When.HasClock && len(h.When.Options) == 0:
		a = event.No // "nope sry out of town till the 12th": no event is put off for it
	default:
		return asksOfEvent(t, e, r)
	}
	t.SetOutcome("understood")
	t.SetAbout(change.Subject{Kind: change.EventSubject, ID: e.ID})
	if !e.Coming(t.Now()) && e.Status == event.Planned && r.OrganizerID != uuid.Nil {
		return afterEvent(t, e, r)
	}
	if !e.Coming(t.Now()) {
		t.HandToStaff(matter.NeedsAnswer, "an answer to an event that has begun or is off")
		t.Answer("help", sayEvent(t, lang.EventPast, e))
		return turn.Taken
	}
	v := r.RSVP
	v.Answer, v.AnsweredAt = a, t.Now()
	t.Add(change.SaveRSVP{RSVP: v, At: t.Now()})
	t.Note(t.Subject(), change.CheckInAnswered, string(a))
	rest := tellHost(t, e, r, a)
	switch a {
	case event.Yes:
		t.Answer("confirmed", sayEvent(t, lang.CheckInYes, e), rest)
	case event.Maybe:
		t.Answer("confirmed", sayEvent(t, lang.CheckInMaybe, e), rest)
	case event.No, event.Said:
		t.Answer("declined", sayEvent(t, lang.CheckInNo, e), rest)
	}
	return turn.Taken
}

// hostsNow plans what the organizer who took over hears of the events of their guests.
func hostsNow(t *turn.Turn, _ fact.TookOver) {
	hosted := map[uuid.UUID]bool{}
	for _, r := range t.RSVPs() {
		if e, ok := t.EventByID(r.EventID); ok && r.OrganizerID == t.Who().ID && !hosted[e.ID] && e.Coming(t.Now()) {
			hosted[e.ID] = true
			planHost(t, e, t.Who())
		}
	}
}

// dueEvent is the event that a due row is about; when it has changed since the row was planned, the row ends here.
func dueEvent(t *turn.Turn) (event.Event, bool) {
	e, ok := t.EventByID(t.Due().SubjectID)
	if !ok || t.Due().Subject.Version != e.Rev {
		t.End(change.PlanSuperseded, "the event has changed since", uuid.Nil)
		return event.Event{}, false
	}
	t.SetAbout(turn.EventSubject(e))
	return e, true
}
