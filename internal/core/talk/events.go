package talk

import (
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

func (d *decision) eventByID(id uuid.UUID) (event.Event, bool) {
	for _, e := range d.w.Events {
		if e.ID == id {
			return e, true
		}
	}
	return event.Event{}, false
}

func eventSubject(e event.Event) change.Subject {
	return change.Subject{Kind: change.EventSubject, ID: e.ID, Version: e.Rev}
}

// matchEvent finds the event that a commitment is a word for: on the same day, and with words in common or plainly about coming.
func (d *decision) matchEvent(words, dueOn string) (event.Event, bool) {
	low := strings.ToLower(words)
	var best event.Event
	score := 0
	for _, e := range d.w.Events {
		if !e.Coming(d.now) {
			continue
		}
		s := 0
		if dueOn != "" && when.DateOf(e.StartsAt.In(d.loc)).String() == dueOn {
			s += 2
			if attends(low) {
				s++
			}
		}
		s += 2 * shared(low, strings.ToLower(e.Title+" "+e.Name))
		if dueOn != "" && when.DateOf(e.StartsAt.In(d.loc)).String() != dueOn {
			s = 0 // another day was named
		}
		if s > score {
			best, score = e, s
		}
	}
	return best, score >= 3
}

// attends reports whether words say that somebody will come to something.
func attends(low string) bool {
	for _, w := range []string{"come", "attend", "be there", "join", "go to", "show up", "venir", "viene", "vendr", "asistir", "ir a", "va a ir", "llegar"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// shared counts the words of some length that two texts have in common.
func shared(a, b string) int {
	n := 0
	for _, w := range strings.Fields(b) {
		if w = strings.Trim(w, ".,:;!"); len(w) > 3 && strings.Contains(a, w) {
			n++
		}
	}
	return n
}

// askEvent asks, before the review, whether the commitment is a word for an event; false when there is nothing to ask.
func (d *decision) askEvent(first string) bool {
	a := d.draft.Answers[report.Commitment]
	if a.State != report.Given || d.draft.Answers[report.Event].State != report.Missing {
		return false
	}
	due := d.draft.Answers[report.CommitmentDue].Value
	who := d.contactFirst()
	if e, ok := d.matchEvent(a.Words, due); ok {
		d.open(report.Event, formData{Options: []string{e.ID.String()}})
		d.answer("ask:event", first, d.say(lang.EventAsk, "event", e.Name, "when", when.Echo(d.tag, e.StartsAt.In(d.loc), d.now), "first", who))
		return true
	}
	at, ok := d.eventTime(a.Words, due)
	if !ok || !attends(strings.ToLower(a.Words)) {
		return false
	}
	d.open(report.Event, formData{Options: []string{"new"}})
	d.answer("ask:event", first, d.say(lang.EventNew, "event", eventName(a.Words, at), "when", when.Echo(d.tag, at, d.now)))
	return true
}

// eventTime is when the thing is that somebody said they would come to: its day, at the clock that the words name or 18:00.
func (d *decision) eventTime(words, dueOn string) (time.Time, bool) {
	day, ok := when.ParseDate(dueOn)
	if !ok {
		return time.Time{}, false
	}
	hour, minute := 18, 0
	if r := when.Read(words, d.planning()); r.HasClock {
		hour, minute = r.Hour, r.Minute
	}
	at, _ := day.At(hour, minute, d.loc)
	return at, at.After(d.now)
}

// eventName is what the words call it: "come to the tenant meeting Thu Dec 10" is "tenant meeting".
func eventName(words string, at time.Time) string {
	name := withoutTimes(words, when.Context{At: at, Mode: when.Plan})
	low := strings.ToLower(name)
	for _, lead := range []string{"will come to the ", "will come to ", "come to the ", "come to ", "attend the ", "attend ", "coming to the ", "go to the ", "go to ", "be at the ", "join the ", "venir a la ", "venir al ", "venir a ", "asistir a la ", "asistir al ", "asistir a ", "ir a la ", "ir al ", "ir a ", "va a venir a la "} {
		if i := strings.Index(low, lead); i >= 0 {
			name = name[i+len(lead):]
			break
		}
	}
	return report.Excerpt(strings.TrimSpace(name), 40)
}

// atEvent takes the answer to whether the commitment is a word for an event.
func (d *decision) atEvent(data formData) {
	h := d.w.Heard
	a := report.Answer{State: report.None, Sources: d.source()}
	switch {
	case (h.Digit == 1 || h.Digit == 0 && h.Reply == understand.Yes) && len(data.Options) == 1:
		a.State, a.Value = report.Given, data.Options[0]
	case h.Digit == 3, h.Digit == 2, h.Reply == understand.No, understand.Declines(d.in.Inbound.Body.Text()):
	case d.bare() && d.conv.Tries == 0 && d.askEvent(""):
		d.triedOnce()
		return
	default:
		if found, _ := d.labelled(d.in.Inbound.Body.Text()); !found {
			d.append(report.Notes, d.in.Inbound.Body.Text())
			d.markIf(report.Notes, d.bare())
		}
	}
	d.put(report.Event, a)
	d.advance("")
}

// fileEvent makes the commitment an RSVP with its check-ins. It returns the event's id for the commitment and what "Filed" says of it.
func (d *decision) fileEvent(c *SaidToCome) {
	c.Event, c.Shown = d.eventOfDraft(c.Contact, c.Promise)
}

func (d *decision) eventOfDraft(contact person.Person, promise uuid.UUID) (uuid.UUID, string) {
	a := d.draft.Answers[report.Event]
	if a.State != report.Given || contact.ID == uuid.Nil {
		return uuid.Nil, ""
	}
	var e event.Event
	if a.Value == "new" {
		words := d.draft.Answers[report.Commitment].Words
		at, ok := d.eventTime(words, d.draft.Answers[report.CommitmentDue].Value)
		if !ok {
			return uuid.Nil, ""
		}
		name := eventName(words, at)
		e = event.Event{ID: d.ids.New(), Title: name, Name: name, StartsAt: at, Zone: d.loc.String(), Minutes: event.DefaultMinutes, Status: event.Planned, CreatedAt: d.now, CreatedBy: d.who.ID, Rev: 1}
		d.set.Add(change.SaveEvent{Event: e})
		d.note(change.Subject{Kind: change.EventSubject, ID: e.ID}, "event made from a commitment", "")
		d.addEvent(e)
		d.set.Add(change.Attention{ID: d.ids.New(), Kind: "event_made", Subject: eventSubject(e), PhoneID: d.w.Phone.ID, Note: "an event was made from a commitment: check its time and place", At: d.now})
	} else {
		id, err := uuid.Parse(a.Value)
		found, ok := d.eventByID(id)
		if err != nil || !ok || !found.Coming(d.now) {
			return uuid.Nil, ""
		}
		e = found
	}
	d.set.Add(change.SaveRSVP{RSVP: event.RSVP{EventID: e.ID, PersonID: contact.ID, OrganizerID: d.who.ID, ReportID: d.draft.ID, PromiseID: promise}, At: d.now})
	d.planGuest(e, contact, d.who)
	if d.draft.Answers[report.Consent].Value == "yes" && noTexts(contact) == "" {
		contact.Consent = person.ConsentYes // what this report says is written by the contact's own phone
	}
	if !mayText(contact) {
		return e.ID, d.say(lang.EventListed, "first", contact.First(), "event", e.Name)
	}
	return e.ID, d.say(lang.EventLinked, "first", contact.First(), "event", e.Name)
}

// planGuest plans what one guest and their organizer hear of an event: the guest check-ins two days ahead and on the day.
func (d *decision) planGuest(e event.Event, guest, organizer person.Person) {
	if guest.PhoneID != 0 || !guest.Phone.IsZero() {
		for _, w := range reminder.CheckIns(e, d.w.Org.Hours, guest.Location(d.w.Org.Zone), d.now) {
			p := change.Plan{
				ID: d.ids.New(), PersonID: guest.ID, Subject: eventSubject(e), Rule: w.Rule, Occurrence: w.Occurrence, DueAt: w.DueAt, ValidUntil: w.ValidUntil,
				State: w.State, Reason: w.Reason, Move: true,
			}
			d.toPhone(&p, guest)
			d.set.Add(p)
		}
	}
	d.planHost(e, organizer)
}

// planHost plans what the organizer of some of an event's guests hears of it: the morning texts, who came.
func (d *decision) planHost(e event.Event, organizer person.Person) {
	if organizer.PhoneID == 0 {
		return
	}
	loc := organizer.Location(d.w.Org.Zone)
	on := when.DateOf(e.StartsAt.In(loc))
	for _, days := range []int{-2, 0} {
		d.morningOn(organizer, d.w.Org.Hours.MorningOn(on.AddDays(days), loc))
	}
	for _, w := range reminder.AfterEvent(e, d.w.Org.Hours, loc) {
		d.set.Add(change.Plan{
			ID: d.ids.New(), PhoneID: organizer.PhoneID, PersonID: organizer.ID, Subject: eventSubject(e), Rule: w.Rule, Occurrence: w.Occurrence, DueAt: w.DueAt,
			ValidUntil: w.ValidUntil, Reason: w.Reason, Move: true,
		})
	}
}

// sayEvent renders a text about an event to its reader.
func (d *decision) sayEvent(k lang.Key, e event.Event, more ...string) string {
	place, bring := "", ""
	if e.Place != "" {
		place = d.say(lang.AtPlace, "place", e.Place)
	}
	if e.Bring != "" {
		bring = d.say(lang.Bring, "what", report.Excerpt(e.Bring, 60))
	}
	zone := ""
	if _, a := e.StartsAt.In(d.loc).Zone(); e.Zone != "" {
		if home, err := time.LoadLocation(e.Zone); err == nil {
			if _, b := e.StartsAt.In(home).Zone(); a != b {
				zone = " " + e.StartsAt.In(d.loc).Format("MST")
			}
		}
	}
	return d.say(k, append(more, "event", e.Name, "when", when.Echo(d.tag, e.StartsAt.In(d.loc), d.now)+zone, "place", place, "bring", bring, "org", d.w.Org.Name, "first", d.who.First())...)
}

// toGuest renders a check-in, or what has changed, to somebody who said they would come.
func (d *decision) toGuest(rule reminder.Rule) {
	e, ok := d.dueEvent()
	if !ok {
		return
	}
	r, on := d.rsvpOf(e.ID, d.who.ID)
	switch {
	case !on:
		d.end(change.PlanSuperseded, "no longer on the list", uuid.Nil)
		return
	case rule.Name == reminder.CheckInRule && (e.Status != event.Planned || !e.StartsAt.After(d.now)):
		d.end(change.PlanDropped, "too late: the event has begun or is off", uuid.Nil)
		return
	case rule.Name == reminder.CheckInRule && r.Answer == event.No:
		d.end(change.PlanSuperseded, "they said that they can't come", uuid.Nil)
		return
	}
	asks := rule.Name != reminder.EventOffRule && !(rule.Name == reminder.CheckInRule && r.Answer == event.Yes)
	var body string
	switch {
	case rule.Name == reminder.EventOffRule:
		body = d.sayEvent(lang.EventOffTell, e)
	case rule.Name == reminder.EventMovedRule:
		var n changedNote
		decodeInto(d.in.Due.Data, &n)
		body = d.sayEvent(lang.EventMovedTell, e, "old", when.Echo(d.tag, n.Old.In(d.loc), d.now))
	case asks:
		body = d.sayEvent(lang.CheckInAsk, e)
	default:
		body = d.sayEvent(lang.CheckInTell, e)
	}
	body = d.introduced(Meet{}, uuid.Nil, body) // the organization speaks here, no organizer
	v := r.RSVP
	v.ToldRev = e.Rev
	d.set.Add(change.SaveRSVP{RSVP: v, At: d.now})
	if asks {
		d.openTalk(Conversation{Kind: GuestTalk, SubjectID: e.ID, PersonID: d.who.ID, Question: "check_in"})
	}
	d.unasked(rule, body)
}

func (d *decision) rsvpOf(eventID, personID uuid.UUID) (RSVP, bool) {
	for _, r := range d.w.RSVPs {
		if r.EventID == eventID && r.PersonID == personID {
			return r, true
		}
	}
	return RSVP{}, false
}

// asGuest takes a contact's answer to a check-in; false when the text is another matter.
func (d *decision) asGuest() Reply {
	e, ok := d.eventByID(d.conv.SubjectID)
	r, on := d.rsvpOf(d.conv.SubjectID, d.conv.PersonID)
	h := d.w.Heard
	if !ok || !on || h.Command != understand.None {
		return Another
	}
	var a event.Answer
	switch {
	case h.Digit == 1, h.Digit == 0 && h.Reply == understand.Yes:
		a = event.Yes
	case h.Digit == 2, h.Reply == understand.Maybe:
		a = event.Maybe
	case h.Digit == 3, h.Digit == 0 && h.Reply == understand.No:
		a = event.No
	default:
		return Another
	}
	d.setOutcome("understood")
	d.setAbout(change.Subject{Kind: change.EventSubject, ID: e.ID})
	if !e.Coming(d.now) {
		d.handToStaff("needs_answer", "an answer to an event that has begun or is off")
		d.answer("help", d.sayEvent(lang.EventPast, e))
		return Taken
	}
	v := r.RSVP
	v.Answer, v.AnsweredAt = a, d.now
	d.set.Add(change.SaveRSVP{RSVP: v, At: d.now})
	d.note(d.about, "answered: "+string(a), "")
	switch a {
	case event.Yes:
		d.answer("confirmed", d.sayEvent(lang.CheckInYes, e))
	case event.Maybe:
		d.answer("confirmed", d.sayEvent(lang.CheckInMaybe, e))
	default:
		d.answer("declined", d.sayEvent(lang.CheckInNo, e))
	}
	return Taken
}

// hostsNow plans what the organizer who took over hears of the events of their guests.
func (d *decision) hostsNow(TookOver) {
	hosted := map[uuid.UUID]bool{}
	for _, r := range d.w.RSVPs {
		if e, ok := d.eventByID(r.EventID); ok && r.OrganizerID == d.who.ID && !hosted[e.ID] && e.Coming(d.now) {
			hosted[e.ID] = true
			d.planHost(e, d.who)
		}
	}
}

// listEvents adds the events that are near.
func (d *decision) listEvents(l *Listing) { l.Items = append(l.Items, d.eventItems()...) }

// showEvent shows the event that a letter means.
func (d *decision) showEvent(f ShowLetter) bool {
	for _, i := range d.eventItems() {
		if i.ID == f.Item.ID && f.Item.Kind == string(change.EventSubject) {
			d.answer("list", i.Line(f.Letter))
			return true
		}
	}
	return false
}

// eventItems lists the events of today and of the next two days with the organizer's people: who comes, and whom to call.
func (d *decision) eventItems() []listLine {
	today := when.DateOf(d.now.In(d.loc))
	var items []listLine
	for _, e := range d.w.Events {
		on := when.DateOf(e.StartsAt.In(d.loc))
		if !e.Coming(d.now) || on.Compare(today.AddDays(2)) > 0 {
			continue
		}
		var people []string
		for _, r := range d.w.RSVPs {
			if r.EventID == e.ID && r.OrganizerID == d.who.ID {
				people = append(people, d.guestLine(r))
			}
		}
		if len(people) == 0 {
			continue
		}
		items = append(items, listLine{change.EventSubject, e.ID, func(l string) string {
			return d.say(lang.ListEvent, "letter", l, "event", e.Name, "when", when.Echo(d.tag, e.StartsAt.In(d.loc), d.now), "people", strings.Join(people, ", "))
		}})
	}
	return items
}

func (d *decision) guestLine(r RSVP) string {
	f := []string{"first", r.Person.First(), "phone", d.number(r.Person)}
	switch r.Answer {
	case event.Yes:
		return d.say(lang.GuestYes, f...)
	case event.Maybe:
		return d.say(lang.GuestMaybe, f...)
	case event.No:
		return d.say(lang.GuestNo, f...)
	}
	return d.say(lang.GuestOpen, f...)
}

// dueEvent is the event that a due row is about; when it has changed since the row was planned, the row ends here.
func (d *decision) dueEvent() (event.Event, bool) {
	e, ok := d.eventByID(d.in.Due.SubjectID)
	if !ok || d.in.Due.Subject.Version != e.Rev {
		d.end(change.PlanSuperseded, "the event has changed since", uuid.Nil)
		return event.Event{}, false
	}
	d.setAbout(eventSubject(e))
	return e, true
}
