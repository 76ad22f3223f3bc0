package talk

import (
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
)

// setAbout says what the text that came in, and the texts of this turn, are about.
func (d *decision) setAbout(s change.Subject) { d.about = s }

// setOutcome says in plain words what became of the text that came in, as the thread shows it.
func (d *decision) setOutcome(words string) { d.outcome = words }

// speakFor makes somebody else who has this phone the speaker: on a shared one there are several.
func (d *decision) speakFor(p person.Person) {
	d.who = p
	d.loc = p.Location(d.w.Org.Zone)
}

// speakIn is the language of this turn's texts to the speaker.
func (d *decision) speakIn(tag lang.Tag) { d.tag = tag }

// speaksOf says which one-on-one a contact's text is about: the answer may be the first text of its organizer.
func (d *decision) speaksOf(m Meet) { d.speaks = m }

// namesNobody says that the answer introduces whom it names by itself, or names nobody.
func (d *decision) namesNobody() { d.speaks = Meet{} }

// causedBy puts a turn that nobody's text began behind an earlier text.
func (d *decision) causedBy(message uuid.UUID) { d.in.MessageID = message }

// nowConsents has what follows in this turn see the phone's new consent.
func (d *decision) nowConsents(c person.Consent) { d.w.Phone.Consent = c }

// addContact has what follows in this turn know a contact.
func (d *decision) addContact(p person.Person) { d.w.Contacts = append(d.w.Contacts, p) }

// addEvent has what follows in this turn know an event.
func (d *decision) addEvent(e event.Event) { d.w.Events = append(d.w.Events, e) }

// exempt marks the answer as the one confirmation of an opt-out, which still leaves.
func (d *decision) exempt() { d.reply.Exempt = true }

// answerID is the answer's, for the row that it was planned by.
func (d *decision) answerID() uuid.UUID { return d.reply.ID }

// flooded counts this text and returns how many the phone sent within the minute.
func (d *decision) flooded() int {
	minute := d.now.Truncate(time.Minute)
	if !d.w.Phone.FloodMinute.Equal(minute) {
		d.seen.FloodMinute, d.seen.FloodCount = minute, 1
		return 1
	}
	d.seen.FloodCount = d.w.Phone.FloodCount + 1
	return d.seen.FloodCount
}

// remember keeps what the open question must know and no other row holds.
func (d *decision) remember(data any) {
	d.conv.Data = encode(data)
	d.convMoved = true
}

// retry counts an answer that was not understood.
func (d *decision) retry() {
	d.conv.Tries++
	d.convMoved = true
}

// heardNow notes that more of an answer came in.
func (d *decision) heardNow() {
	d.conv.LastInAt = d.now
	d.convMoved = true
}

// keepList keeps what the letters of the newest list mean.
func (d *decision) keepList(list []listItem) {
	d.conv.List = encode(list)
	d.convMoved = true
}

// dropList: the newest list had no line.
func (d *decision) dropList() {
	d.conv.List = nil
	d.convMoved = true
}

// keepRelay keeps whose words the phone last passed on or got.
func (d *decision) keepRelay(r relayed) {
	d.conv.Relay = encode(r)
	d.convMoved = true
}

// dropRelay forgets whose words they were: they are answered.
func (d *decision) dropRelay() {
	d.conv.Relay = nil
	d.convMoved = true
}

// replaceTalk makes a question the phone's newest in the place of whatever was open; the letters of the list stay.
func (d *decision) replaceTalk(c Conversation) {
	if c.PersonID == uuid.Nil {
		c.PersonID = d.who.ID
	}
	c.AskedAt, c.LastInAt, c.List, c.Relay = d.now, d.now, d.conv.List, d.conv.Relay
	d.conv = c
	d.convMoved = true
}

// closeTalk ends the open question; the letters of the list stay.
func (d *decision) closeTalk() {
	d.conv = d.silent()
	d.convMoved = true
}

// onReport makes the report in hand what is talked about, before it asks.
func (d *decision) onReport(question report.Name) {
	d.conv = Conversation{Kind: ReportTalk, SubjectID: d.draft.ID, PersonID: d.who.ID, Question: string(question), List: d.conv.List, Relay: d.conv.Relay}
}

// askReport opens a question of the report in hand.
func (d *decision) askReport(question report.Name, data any) {
	d.replaceTalk(Conversation{Kind: ReportTalk, SubjectID: d.draft.ID, PersonID: d.who.ID, Question: string(question), Data: encode(data)})
}

// reopen puts a question back that was open before.
func (d *decision) reopen(question report.Name) {
	d.conv.Question = string(question)
	d.conv.Data = nil
	d.convMoved = true
}

// triedOnce: the question was asked again, by an example.
func (d *decision) triedOnce() { d.conv.Tries = 1 }

// begin takes a fresh report in hand.
func (d *decision) begin(dr report.Draft) {
	dr.ID, dr.OrganizerID, dr.StartedAt, dr.Answers = d.ids.New(), d.who.ID, d.now, map[report.Name]report.Answer{}
	d.draft, d.touched = dr, map[report.Name]bool{}
	d.about = change.Subject{Kind: change.ReportSubject, ID: dr.ID}
	d.put(report.Organizer, report.Answer{State: report.Known, Words: d.who.Name, Value: d.who.Name})
}

// beginAnew empties the report in hand.
func (d *decision) beginAnew() {
	d.draft.Answers, d.touched = map[report.Name]report.Answer{}, map[report.Name]bool{}
	d.draft.ContactID, d.draft.Question = uuid.Nil, ""
}

// letGo leaves the report in hand as it was.
func (d *decision) letGo() { d.draft, d.touched = report.Draft{}, nil }

// fileAs has the report in hand stored as filed, with what is known of it then.
func (d *decision) fileAs(s *change.SaveReport) { d.filing = s }
