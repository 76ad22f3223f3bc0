package talk

import (
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/understand"
)

// guestsOf lists the speaker's people at an event.
func (d *decision) guestsOf(e event.Event) []RSVP {
	var out []RSVP
	for _, r := range d.w.RSVPs {
		if r.EventID == e.ID && r.OrganizerID == d.who.ID {
			out = append(out, r)
		}
	}
	return out
}

// whoCame asks the organizer who came, by letters.
func (d *decision) whoCame(rule reminder.Rule) {
	e, ok := d.dueEvent()
	if !ok {
		return
	}
	guests := d.guestsOf(e)
	if len(guests) == 0 || e.Status != event.Planned || !slices.ContainsFunc(guests, func(r RSVP) bool { return r.Attended == event.Unknown }) {
		d.end(change.PlanSuperseded, "nobody to ask about", uuid.Nil)
		return
	}
	d.openTalk(Conversation{Kind: CameTalk, SubjectID: e.ID, PersonID: d.who.ID, Question: "who_came"})
	d.unasked(rule, d.sayEvent(lang.WhoCame, e, "people", d.lettersOf(guests)))
}

func (d *decision) lettersOf(guests []RSVP) string {
	var shown []string
	var list []listItem
	for i, r := range guests {
		if i == 26 {
			break
		}
		l := string(rune('A' + i))
		shown = append(shown, l+") "+r.Person.First())
		list = append(list, listItem{l, "guest", r.PersonID})
	}
	d.keepList(list)
	return strings.Join(shown, " ")
}

// inCame takes who came: letters, ALL, NONE, names, "all but Jo"; false when the text is another matter.
func (d *decision) inCame() Reply {
	e, ok := d.eventByID(d.conv.SubjectID)
	h := d.w.Heard
	if !ok {
		return Closes
	}
	guests := d.guestsOf(e)
	switch h.Command {
	case understand.None:
	case understand.Later:
		d.closeTalk()
		d.morning(d.who)
		d.answer("help", d.say(lang.ReportLater, "what", e.Name))
		return Taken
	case understand.What:
		d.answer("who_came", d.sayEvent(lang.WhoCame, e, "people", d.lettersOf(guests)))
		return Taken
	default:
		return Another
	}
	came, ok := attendance(d.in.Inbound.Body.Text(), guests, decodeList(d.conv.List))
	if !ok {
		if d.cameAfterAll(CameAfterAll{}) {
			return Taken
		}
		if len(strings.Fields(d.in.Inbound.Body.Text())) <= 6 && d.conv.Tries == 0 && !d.plansByItself() {
			d.retry()
			d.answer("who_came", d.sayEvent(lang.WhoCameAgain, e))
			return Taken
		}
		return Another
	}
	d.noteAttendance(e, guests, came)
	return Taken
}

// cameUnasked takes who came to an event of the last two days before we asked: it may have ended in the organizer's quiet hours.
func (d *decision) cameUnasked() bool {
	for _, e := range d.w.Events {
		if !d.lately(e) {
			continue
		}
		guests := d.guestsOf(e)
		if !slices.ContainsFunc(guests, func(r RSVP) bool { return r.Attended == event.Unknown }) {
			continue
		}
		came, ok := attendance(d.in.Inbound.Body.Text(), guests, nil)
		if !ok {
			continue
		}
		d.noteAttendance(e, guests, came)
		return true
	}
	return false
}

// attendance reads who came out of a text; false when it cannot be read for sure.
func attendance(body string, guests []RSVP, list []listItem) (map[uuid.UUID]bool, bool) {
	came := map[uuid.UUID]bool{}
	low := strings.ToLower(strings.TrimSpace(body))
	words := strings.FieldsFunc(low, func(r rune) bool { return strings.ContainsRune(" ,.;!&)\n", r) })
	all, except, any := false, false, false
	for _, w := range words {
		switch w {
		case "all", "everyone", "everybody", "todos", "todas":
			all, any = true, true
			continue
		case "none", "nobody", "noone", "ninguno", "ninguna", "nadie":
			return came, len(words) <= 2
		case "but", "except", "menos", "excepto", "salvo":
			except = true
			continue
		case "and", "y", "e", "came", "vino", "vinieron", "only", "solo", "just", "the":
			continue
		}
		hit := false
		for i, it := range list {
			if it.Kind == "guest" && (strings.EqualFold(w, it.Letter) && len(w) == 1) {
				came[list[i].ID], hit = true, true
			}
		}
		for _, g := range guests {
			if strings.EqualFold(w, g.Person.First()) || strings.EqualFold(w, firstOf(g.Person.Name)) {
				came[g.PersonID], hit = true, true
			}
		}
		if !hit && !nameOfGuest(w, guests) {
			return nil, false
		}
		any = any || hit
	}
	if !any || except && !all {
		return nil, false
	}
	if all {
		out := map[uuid.UUID]bool{}
		for _, g := range guests {
			out[g.PersonID] = !(except && came[g.PersonID])
		}
		return out, true
	}
	return came, true
}

// nameOfGuest reports whether a word is a part of a guest's name, such as the surname behind the first name.
func nameOfGuest(w string, guests []RSVP) bool {
	for _, g := range guests {
		for _, part := range strings.Fields(strings.ToLower(g.Person.Name)) {
			if part == w {
				return true
			}
		}
	}
	return false
}

// noteAttendance takes the answer to who came.
func (d *decision) noteAttendance(e event.Event, guests []RSVP, came map[uuid.UUID]bool) {
	said := d.noteGuests(e, guests, came)
	d.finishWith("saved", d.say(lang.WhoCameDone, "event", e.Name, "list", said))
}

// noteGuests writes who of these came; it closes each commitment as kept or not, and what waits for an answer when all is known. It returns
// what was noted.
func (d *decision) noteGuests(e event.Event, guests []RSVP, came map[uuid.UUID]bool) string {
	var said []string
	for _, g := range guests {
		v := g.RSVP
		v.Attended, v.AttendedAt = event.Missed, d.now
		key := lang.CameNo
		if came[g.PersonID] {
			v.Attended, key = event.Came, lang.CameYes
		}
		said = append(said, d.say(key, "first", g.Person.First()))
		d.set.Add(change.SaveRSVP{RSVP: v, At: d.now})
		if g.PromiseID != uuid.Nil {
			d.set.Add(change.JudgePromise{ID: g.PromiseID, How: v.Attended.Kept(), At: d.now})
		}
	}
	s := change.Subject{Kind: change.EventSubject, ID: e.ID}
	open := func(g RSVP) bool {
		return g.Attended == event.Unknown && !slices.ContainsFunc(guests, func(o RSVP) bool { return o.PersonID == g.PersonID })
	}
	if !slices.ContainsFunc(d.guestsOf(e), open) {
		d.set.Add(change.CancelPlans{Subject: s, Rule: reminder.AttendanceRule, Reason: "the organizer said who came"})
	}
	list := strings.Join(said, ", ")
	d.note(s, "attendance noted", list)
	return list
}

// attendanceMissing puts on Today that nobody said who came.
func (d *decision) attendanceMissing(reminder.Rule) {
	e, ok := d.dueEvent()
	if !ok {
		return
	}
	if !slices.ContainsFunc(d.guestsOf(e), func(r RSVP) bool { return r.Attended == event.Unknown }) || e.Status != event.Planned {
		d.end(change.PlanSuperseded, "known", uuid.Nil)
		return
	}
	d.set.Add(change.Attention{ID: d.ids.New(), Kind: "attendance_missing", Subject: change.Subject{Kind: change.EventSubject, ID: e.ID}, PhoneID: d.w.Phone.ID, Note: "nobody has said who came: " + e.Name, At: d.now})
	d.end(change.PlanMade, "staff see that attendance is missing", uuid.Nil)
}
