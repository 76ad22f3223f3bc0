package talk

import (
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// unreportedFor is how long a one-on-one that is over can still be spoken of as one whose outcome is open.
const unreportedFor = 14 * 24 * time.Hour

// unreported lists the speaker's one-on-ones that have begun and of which nobody has filed a report, newest first.
func (d *decision) unreported() []Meet {
	var out []Meet
	for _, m := range d.w.Meetings {
		if m.OrganizerID != d.who.ID || !m.Begun(d.now) || d.now.Sub(m.Ends()) > unreportedFor {
			continue
		}
		switch m.Status {
		case meeting.Planned, meeting.Confirmed, meeting.Held:
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(a, b Meet) int { return b.StartsAt.Compare(a.StartsAt) })
	return out
}

// howDidItGo asks the organizer about a one-on-one that is over; the others that are open stay listed in it.
func (d *decision) howDidItGo(rule reminder.Rule) {
	m, ok := d.meetByID(d.in.Due.SubjectID)
	switch {
	case !ok || d.in.Due.Subject.Version != m.Rev:
		d.end(change.PlanSuperseded, "the one-on-one has changed since", uuid.Nil)
		return
	case m.Status != meeting.Planned && m.Status != meeting.Confirmed:
		d.end(change.PlanSuperseded, "its outcome is known", uuid.Nil)
		return
	}
	var also []string
	for _, o := range d.unreported() {
		if o.ID != m.ID && o.Status != meeting.Held && d.now.Sub(o.Ends()) > 0 && len(also) < 3 {
			also = append(also, o.Contact.First()+" "+d.hourOf(o))
		}
	}
	list := ""
	if len(also) > 0 {
		list = d.say(lang.HowAlso, "list", strings.Join(also, ", "))
	}
	d.setAbout(subjectOf(m.Meeting))
	d.openTalk(Conversation{Kind: HowTalk, SubjectID: m.ID, PersonID: m.OrganizerID, Question: "how"})
	d.unasked(rule, d.sayMeet(lang.HowAsk, m, "who", m.Contact.First(), "also", list))
}

// hourOf is the hour of a one-on-one, with its day when that is not today.
func (d *decision) hourOf(m Meet) string {
	l := m.StartsAt.In(d.loc)
	if when.DateOf(l) == when.DateOf(d.now.In(d.loc)) {
		return when.EchoClock(l.Hour(), l.Minute())
	}
	return d.whenOf(m, m.StartsAt)
}

// inHow takes the answer to how it went: a digit, words, the whole story, or what became of several; false when the text is another matter.
func (d *decision) inHow() Reply {
	m, ok := d.meetByID(d.conv.SubjectID)
	h := d.w.Heard
	if !ok || m.Status != meeting.Planned && m.Status != meeting.Confirmed && m.Status != meeting.Held {
		return Closes
	}
	body := strings.TrimSpace(d.in.Inbound.Body.Text())
	switch h.Command {
	case understand.None:
	case understand.Later:
		d.howLater(m)
		return Taken
	case understand.What:
		d.answer("help", d.sayMeet(lang.HowAgain, m, "who", m.Contact.First()))
		return Taken
	default:
		return Another
	}
	if d.happened(CameAfterAll{}) || d.outcomesIn(body) {
		return Taken
	}
	switch o := understand.OutcomeIn(body); {
	case h.Digit == 1, h.Digit == 0 && h.Reply == understand.Yes && len(body) < 20:
		d.met(m, "")
	case h.Digit == 2, o == understand.Postponed, h.Reply == understand.Another && h.Digit == 0 && len(body) < 80:
		d.anotherTime(m, body)
	case h.Digit == 3, o == understand.Missed, h.Reply == understand.No && len(body) < 20:
		d.missed(m)
	case o == understand.Met && len(strings.Fields(body)) <= 3:
		d.met(m, "")
	case o == understand.Met, understand.IsStory(body), len(strings.Fields(body)) >= 6 && !d.plansByItself():
		d.met(m, body)
	case d.conv.Tries == 0 && h.Letter == "" && h.Reply == understand.NoReply && len(strings.Fields(body)) <= 3 && !d.plansByItself():
		d.retry()
		d.answer("how_did_it_go", d.sayMeet(lang.HowAgain, m, "who", m.Contact.First()))
	default:
		return Another
	}
	return Taken
}

// anotherTime takes "2", or a new time in words, as the answer to how it went.
func (d *decision) anotherTime(m Meet, body string) {
	t := timeSaid{Base: d.baseOf(m)}
	if d.w.Heard.Digit == 0 && t.hear(body, understand.Text{}, d.planning()) {
		d.happened(OtherTime{Meet: m, Time: t})
		return
	}
	d.happened(OtherTime{m, timeSaid{Base: d.baseOf(m)}, d.say(lang.MoveAskWhen, "what", d.what(m))})
}

// howLater asks again in two hours.
func (d *decision) howLater(m Meet) {
	at := d.now.Add(2 * time.Hour)
	d.set.Add(change.Plan{
		ID: d.ids.New(), PhoneID: d.w.Phone.ID, PersonID: d.who.ID, Subject: subjectOf(m.Meeting), Rule: reminder.HowDidItGoRule, Occurrence: "later " + d.in.MessageID.String(),
		DueAt: at, ValidUntil: at.Add(36 * time.Hour), Reason: "2 hours later, as the organizer asked",
	})
	d.finishWith("help", d.say(lang.HowLater))
}

// met notes that they met and goes on to the report, with what the words already say of it.
func (d *decision) met(m Meet, words string) {
	first := ""
	if m.Status != meeting.Held {
		if !d.held(&m) {
			d.finishWith("help", d.say(lang.MoveOver, "what", d.what(m)))
			return
		}
		first = d.sayMeet(lang.HeldNoted, m, "who", m.Contact.First())
	}
	d.happened(ToReport{Meets: []Meet{m}, Words: words, First: first})
}

// held notes that a one-on-one was held; false when that cannot be.
func (d *decision) held(m *Meet) bool {
	if err := m.Hold(d.now); err != nil {
		return false
	}
	d.setAbout(loose(m.Meeting))
	d.saveMeet(*m, "held", "")
	d.set.Add(change.CancelPlans{Subject: loose(m.Meeting), Rule: reminder.HowDidItGoRule, Reason: "the organizer said that they met"})
	d.happened(Held{*m})
	return true
}

// reportOn opens the report of a planned one-on-one on its short road: what is known of it is there, what came of it is asked.
func (d *decision) reportOn(f ToReport) {
	m := f.Meets[0]
	for _, dr := range d.w.Drafts {
		if dr.MeetingID == m.ID {
			d.openDraft(dr)
			return
		}
	}
	d.queueOpen()
	for _, later := range f.Meets[1:] {
		d.queueReport(later)
	}
	d.beginReport(m)
	if f.Words != "" {
		d.absorb(f.Words)
	}
	first := f.First
	if len(f.Meets) > 1 || f.Next {
		first += " " + d.say(lang.ReportNext, "what", d.about1(d.draft))
	}
	d.advance(first)
}

// beginReport makes the draft of a planned one-on-one.
func (d *decision) beginReport(m Meet) {
	d.begin(report.Draft{ContactID: m.ContactID, MeetingID: m.ID})
	on := when.DateOf(m.StartsAt.In(d.loc)).String()
	d.put(report.MetOn, report.Answer{State: report.Given, Words: on, Value: on})
	if !slices.ContainsFunc(d.w.Contacts, func(p person.Person) bool { return p.ID == m.ContactID }) {
		d.addContact(m.Contact)
	}
	d.link(m.Contact)
	d.note(d.about, "report begun", "")
	d.onReport("")
}

// openLate opens what a letter means of a one-on-one that is over: its report, or the question how it went.
func (d *decision) openLate(m Meet) {
	if m.Status == meeting.Held {
		d.happened(ToReport{Meets: []Meet{m}})
		return
	}
	d.openTalk(Conversation{Kind: HowTalk, SubjectID: m.ID, Question: "how"})
	d.answer("how_did_it_go", d.sayMeet(lang.HowAgain, m, "who", m.Contact.First()))
}

// reportLetter opens the report of the one-on-one that a letter of the newest list means.
func (d *decision) reportLetter(letter string) bool {
	for _, it := range decodeList(d.conv.List) {
		if it.Letter != letter || it.Kind != string(change.MeetingSubj) {
			continue
		}
		if m, ok := d.meetByID(it.ID); ok && m.Begun(d.now) && (m.Open() || m.Status == meeting.Held) {
			d.met(m, "")
			return true
		}
	}
	return false
}

// reportPlanned begins the report of a planned one-on-one that is over: REPORT Maria, or REPORT alone while one is open.
func (d *decision) reportPlanned(f ReportAsked) bool {
	arg := f.Arg
	if len(arg) == 1 && d.reportLetter(strings.ToUpper(arg)) {
		return true
	}
	var pool []Meet
	for _, m := range d.unreported() {
		if d.now.After(m.Ends()) || m.Status == meeting.Held {
			pool = append(pool, m)
		}
	}
	if arg == "" && len(d.w.Drafts) > 0 || len(pool) == 0 {
		return false
	}
	hits, rest := d.nameOf(arg, pool)
	switch {
	case arg == "" && len(pool) == 1:
		d.met(pool[0], "")
	case arg == "":
		d.whichMeet(pool, string(understand.Report), "")
	case len(hits) == 1 && leadingName(strings.TrimSpace(arg), hits[0].Contact.First()) > 0:
		d.met(hits[0], rest)
	default:
		return false
	}
	return true
}

// listUnreported adds the one-on-ones that are over and whose report is missing.
func (d *decision) listUnreported(l *Listing) {
	for _, m := range d.unreported() {
		if d.now.Before(m.Ends()) || slices.ContainsFunc(d.w.Drafts, func(dr report.Draft) bool { return dr.MeetingID == m.ID }) {
			continue
		}
		l.Items = append(l.Items, listLine{change.MeetingSubj, m.ID, func(letter string) string {
			return d.say(lang.ListReport, "letter", letter, "first", m.Contact.First(), "when", d.whenOf(m, m.StartsAt))
		}})
	}
}

// showLate opens the one-on-one that a letter means, when it is over.
func (d *decision) showLate(f ShowLetter) bool {
	m, ok := d.meetByID(f.Item.ID)
	if !ok || f.Item.Kind != string(change.MeetingSubj) || !d.late(m) {
		return false
	}
	d.openLate(m)
	return true
}

// saidMet and saidMissed note what another room heard.
func (d *decision) saidMet(f SaidMet) { d.met(f.Meet, "") }

func (d *decision) saidMissed(f SaidMissed) { d.missed(f.Meet) }
