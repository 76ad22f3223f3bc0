package talk

import (
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/when"
)

// actOnHeld notes what became of a one-on-one, or sends or holds its thank-you, in a staff member's name.
func (d *decision) actOnHeld(a Act) {
	m, ok := d.meetByID(a.Subject)
	if !ok {
		d.deny("This one-on-one is not there any more.")
		return
	}
	switch a.Kind {
	case ActHeld:
		if m.Status == meeting.Held {
			d.deny("That is noted already.")
			return
		}
		if !d.held(&m) {
			d.deny("It has not begun, or it is off or reported.")
			return
		}
	case ActNoShow:
		if m.Status == meeting.NoShow {
			d.deny("That is noted already.")
			return
		}
		if !d.noShow(&m) {
			d.deny("It has not begun, or it is off or reported.")
			return
		}
	default:
	}
	d.show("Done.")
}

// actOnThanks sends or holds the thank-you of a one-on-one in a staff member's name.
func (d *decision) actOnThanks(a Act) {
	m, ok := d.meetByID(a.Subject)
	if !ok {
		d.deny("This one-on-one is not there any more.")
		return
	}
	t, owed := d.thankOf(m.ID)
	if a.Kind != ActThanksHold {
		d.actThanks(a, m, t)
		return
	}
	if owed && (t.State == "sent" || t.State == "approved") {
		d.deny("The thank-you has gone already.")
		return
	}
	d.oweThanks(m, "held", "held by "+a.By.Name)
	d.set.Add(change.CancelPlans{Subject: loose(m.Meeting), Rule: reminder.ThanksPlainRule, Reason: "held by " + a.By.Name})
	d.note(loose(m.Meeting), "thank-you held", "")
	d.show("Done.")
}

// actThanks sends a thank-you in exactly the words that the staff member saw.
func (d *decision) actThanks(a Act, m Meet, t Thank) {
	words := report.Excerpt(a.Words, 600)
	switch {
	case t.State == "sent" || t.State == "approved":
		d.deny("The thank-you has gone already.")
		return
	case words == "":
		d.deny("There are no words to send.")
		return
	case !m.Met():
		d.deny("Nobody has said that they met: mark it held first.")
		return
	case !mayText(m.Contact):
		d.deny("This contact gets no texts: please call.")
		return
	}
	if t.MeetingID == uuid.Nil {
		d.oweThanks(m, "draft", "")
		t, _ = d.thankOf(m.ID)
	}
	d.approveThanks(m, t, words, a.By.Name)
	d.show("The thank-you goes.")
}

func (d *decision) actDebriefed(a Act) {
	for _, b := range d.w.Debriefs {
		if b.ID == a.Subject {
			d.debriefHeld(b, a.Words)
			d.show("Done: every report since the last debrief is covered.")
			return
		}
	}
	d.deny("This debrief is closed already, or not this person's.")
}

func (d *decision) actPromise(a Act) {
	for _, p := range d.w.Promises {
		if p.ID == a.Subject {
			how := orElse(strings.TrimSpace(a.Words), "done") + " (" + a.By.Name + ")"
			d.promiseDone(p, report.Excerpt(how, 100))
			d.show("Done.")
			return
		}
	}
	d.deny("This is closed already, or not this person's.")
}

// Nudged is what the history of an organizer calls a nudge.
const Nudged = "nudged about reports"

// actNudge asks an organizer, in one text, for every report that is missing.
func (d *decision) actNudge(a Act) {
	var open []string
	for _, m := range d.unreported() {
		if d.now.After(m.Ends()) {
			open = append(open, m.Contact.First()+", "+d.whenOf(m, m.StartsAt))
		}
	}
	for _, dr := range d.w.Drafts {
		if !dr.Short() {
			open = append(open, d.about1(dr))
		}
	}
	switch {
	case len(open) == 0:
		d.deny("No report is missing.")
		return
	case !d.who.Reached():
		d.deny("Texts do not reach this organizer: please call.")
		return
	case !reminder.May(d.w.Org.Sending, true):
		d.deny("Sending is " + string(d.w.Org.Sending) + ": nothing leaves.")
		return
	}
	if len(open) > 4 {
		open = open[:4]
	}
	d.tell(d.who, reminder.DutyRule, change.Subject{Kind: change.PersonSubject, ID: d.who.ID}, dutyNote{lang.NudgeReports, []string{"ofirst", d.who.First(), "list", strings.Join(open, "; ")}}, "nudged by "+a.By.Name)
	d.noteBy(change.Subject{Kind: change.PersonSubject, ID: d.who.ID}, Nudged, "")
	d.show("One text goes: " + strings.Join(open, "; "))
}

// actOnEvent moves or calls off an event: everybody who was told of it is told once, and so are their organizers.
func (d *decision) actOnEvent(a Act) {
	e, ok := d.eventByID(a.Subject)
	if !ok {
		d.deny("This event is not there any more.")
		return
	}
	old, was := e, eventSubject(e)
	was.Version = 0
	err := e.CallOff(d.now)
	if a.Kind == ActEventMoved {
		e = old
		if !a.At.After(d.now) {
			d.deny("That time is past.")
			return
		}
		err = e.Move(a.At, strings.TrimSpace(a.Words), d.now)
	}
	if err != nil {
		d.deny("It cannot be changed: " + err.Error() + ".")
		return
	}
	d.set.Add(change.SaveEvent{Event: e})
	d.set.Add(change.CancelPlans{Subject: was, Reason: "the event was changed"})
	d.tellGuests(a, old, e)
	d.noteBy(eventSubject(e), whatWas(a), a.Words)
	d.show("Done. Whoever was told of it is told once.")
}

// whatWas says which change of an event staff made.
func whatWas(a Act) string {
	if a.Kind == ActEventOff {
		return "called off"
	}
	return "moved"
}

func (d *decision) tellGuests(a Act, old, e event.Event) {
	rule, key := reminder.EventMovedRule, lang.StaffEventMoved
	if a.Kind == ActEventOff {
		rule, key = reminder.EventOffRule, lang.StaffEventOff
	}
	organizers := map[uuid.UUID]person.Person{}
	var order []uuid.UUID
	for _, r := range d.w.RSVPs {
		if r.EventID != e.ID {
			continue
		}
		if r.ToldRev > 0 && r.Answer != event.No {
			d.tell(r.Person, rule, eventSubject(e), changedNote{Old: old.StartsAt, New: e.StartsAt}, whatWas(a)+" by "+a.By.Name)
		}
		if e.Status == event.Planned {
			d.planGuest(e, r.Person, r.Organizer)
		}
		if _, seen := organizers[r.OrganizerID]; !seen && r.OrganizerID != uuid.Nil {
			organizers[r.OrganizerID] = r.Organizer
			order = append(order, r.OrganizerID)
		}
	}
	for _, id := range order {
		o := organizers[id]
		at := when.Echo(language(o, d.w.Org), e.StartsAt.In(o.Location(d.w.Org.Zone)), d.now)
		d.tell(o, reminder.DutyRule, change.Subject{Kind: change.EventSubject, ID: e.ID}, dutyNote{key, []string{"staff", a.By.Name, "event", e.Name, "when", at}}, whatWas(a)+" by "+a.By.Name)
	}
}
