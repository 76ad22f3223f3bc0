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
	"github.com/reportback/reportback/internal/core/when"
)

// lookBack is how far back the one-on-ones of a phone are read: those that may still be reported or spoken of.
const lookBack = 21 * 24 * time.Hour

// tellAfter puts a text to another phone behind what the same decision plans for that phone at once: its consent, its record.
const tellAfter = 2 * time.Millisecond

// meetByID finds a one-on-one in the world.
func (d *decision) meetByID(id uuid.UUID) (Meet, bool) {
	for _, m := range d.w.Meetings {
		if m.ID == id {
			return m, true
		}
	}
	return Meet{}, false
}

// organized lists the one-on-ones that the speaker organizes and that are still to come or to be agreed upon.
func (d *decision) organized() []Meet {
	var out []Meet
	for _, m := range d.w.Meetings {
		if m.OrganizerID == d.who.ID && (m.Open() || m.Status == meeting.Declined) && (m.Status == meeting.Proposed || m.Ends().After(d.now)) {
			out = append(out, m)
		}
	}
	return out
}

// subject is a one-on-one as texts, plans and the timeline are about it; reminders die when its rev has moved on.
func subjectOf(m meeting.Meeting) change.Subject {
	return change.Subject{Kind: change.MeetingSubj, ID: m.ID, Version: m.Rev}
}

// loose is the subject of what stays true whatever becomes of the one-on-one: somebody's own words.
func loose(m meeting.Meeting) change.Subject {
	return change.Subject{Kind: change.MeetingSubj, ID: m.ID}
}

// whenOf writes a time of a one-on-one as its reader knows it; the zone is named when the two sides differ then.
func (d *decision) whenOf(m Meet, t time.Time) string {
	s := when.Echo(d.tag, t.In(d.loc), d.now)
	return s + d.zoneMark(m, t)
}

func (d *decision) zoneMark(m Meet, t time.Time) string {
	_, a := t.In(m.Organizer.Location(d.w.Org.Zone)).Zone()
	_, b := t.In(m.Contact.Location(d.w.Org.Zone)).Zone()
	if a == b || m.Contact.ID == uuid.Nil {
		return ""
	}
	return " " + t.In(d.loc).Format("MST")
}

func (d *decision) placeOf(m Meet) string {
	if m.Place == "" {
		return ""
	}
	return d.say(lang.AtPlace, "place", m.Place)
}

// sayMeet renders a text about a one-on-one. In private, what goes to the contact names no organization, place or surname.
func (d *decision) sayMeet(k lang.Key, m Meet, more ...string) string {
	ask := []string{
		"first", m.Contact.First(), "who", m.Contact.Name, "phone", d.number(m.Contact), "org", d.w.Org.Name, "organizer", m.Organizer.Name,
		"ofirst", m.Organizer.First(), "when", d.whenOf(m, m.StartsAt), "place", d.placeOf(m), "minutes", decimal(m.Minutes),
	}
	if p, ok := privateKey(k); ok && m.Private && d.who.ID == m.ContactID {
		k = p
		return d.say(k, slices.Concat(more, []string{"first", "", "org", "", "organizer", m.Organizer.First(), "place", ""}, ask)...)
	}
	return d.say(k, slices.Concat(more, ask)...)
}

// privateKey names what is said in private instead.
func privateKey(k lang.Key) (lang.Key, bool) {
	switch k {
	case lang.TwoDaysAsk, lang.DayOfAsk, lang.OldTimeAsk, lang.YesAfterChange, lang.ChangedAsk:
		return lang.PrivateAsk, true
	case lang.TwoDaysTell, lang.DayOfTell, lang.DayOfTellNoPlace, lang.SettledTell, lang.YesAnswer:
		return lang.PrivateTell, true
	case lang.CounterAsk:
		return lang.PrivateCounter, true
	case lang.CalledOffTell:
		return lang.PrivateOff, true
	case lang.ChangedPlace:
		return lang.PrivateTell, true
	case lang.ToldText:
		return lang.PrivateTold, true
	case lang.CallYou:
		return lang.PrivateCall, true
	}
	return "", false
}

func (d *decision) number(p person.Person) string {
	if p.Phone.IsZero() {
		return d.say(lang.NoNumber)
	}
	return p.Phone.Display()
}

// noTexts says why a contact gets no texts from us, "" when texts may go.
func noTexts(p person.Person) lang.Key {
	switch {
	case p.Phone.IsZero():
		return lang.WhyNoPhone
	case p.Consent == person.ConsentNo, p.Consent == person.ConsentDoubtful:
		return lang.WhyOptedOut
	case p.ReachBad:
		return lang.WhyUnreached
	case person.Way(p.BestWay) == "call":
		return lang.WhyCalls
	}
	return ""
}

// mayText reports whether a contact has agreed to texts and can be reached by them.
func mayText(p person.Person) bool { return noTexts(p) == "" && p.Consent == person.ConsentYes }

// saveMeet writes a one-on-one after a transition, with a line of its history.
func (d *decision) saveMeet(m Meet, what, words string) {
	d.set.Add(change.SaveMeeting{Meeting: m.Meeting, At: d.now})
	d.note(loose(m.Meeting), what, words)
	for i := range d.w.Meetings { // what follows in this decision sees it as it now is
		if d.w.Meetings[i].ID == m.ID {
			d.w.Meetings[i] = m
		}
	}
}

// toldOf says what the contact hears of a change, and when: what the organizer reads behind it.
func (d *decision) toldOf(m Meet, heard bool) string {
	f := []string{"first", m.Contact.First(), "phone", d.number(m.Contact)}
	switch {
	case !mayText(m.Contact) || !reminder.May(d.w.Org.Sending, m.Contact.Works()):
		return d.say(lang.NotTold, f...)
	case !heard:
		return d.say(lang.NotYetTold, f...)
	}
	at := d.w.Org.Hours.Day.Next(d.now, m.Contact.Location(d.w.Org.Zone))
	switch {
	case !at.After(d.now):
		return d.say(lang.ToldContact, f...)
	case !m.StartsAt.IsZero() && !at.Before(m.StartsAt):
		return d.say(lang.NotToldNow, f...)
	}
	return d.say(lang.ToldLater, append(f, "when", when.Echo(d.tag, at.In(d.loc), d.now))...)
}

// nameIn finds which of the one-on-ones words begin with: a letter of the newest list, a whole or first name, else nothing. It returns what
// the words say further.
func (d *decision) nameOf(words string, pool []Meet) (hits []Meet, rest string) {
	words = strings.TrimSpace(words)
	word, after, _ := strings.Cut(words, " ")
	if l := strings.ToUpper(strings.Trim(word, ".):,")); len(l) == 1 && l >= "A" && l <= "Z" {
		for _, it := range decodeList(d.conv.List) {
			if it.Letter == l && it.Kind == string(change.MeetingSubj) {
				if m, ok := d.meetByID(it.ID); ok {
					return []Meet{m}, strings.TrimSpace(after)
				}
			}
		}
	}
	for _, lead := range []string{"with ", "con ", "to ", "a ", "for ", "para ", "the meeting with ", "lo de ", "de "} {
		if len(words) > len(lead) && strings.EqualFold(words[:len(lead)], lead) {
			words = strings.TrimSpace(words[len(lead):])
		}
	}
	best := 0
	for _, m := range pool {
		for _, name := range []string{m.Contact.Name, m.Contact.First(), person.FirstName(m.Contact.Name)} {
			n := leadingName(words, name)
			if n == 0 || n < best {
				continue
			}
			if n > best {
				hits, best = nil, n
			}
			if !slices.ContainsFunc(hits, func(o Meet) bool { return o.ID == m.ID }) {
				hits = append(hits, m)
			}
		}
	}
	return hits, strings.TrimLeft(words[best:], " ,.:-")
}

// leadingName returns how many bytes of words the name takes at their beginning, 0 when they begin otherwise.
func leadingName(words, name string) int {
	if name == "" || len(words) < len(name) || !strings.EqualFold(words[:len(name)], name) {
		return 0
	}
	if len(words) > len(name) && !strings.ContainsRune(" ,.:;'’!?-", []rune(words[len(name):])[0]) {
		return 0
	}
	return len(name)
}

// what names a one-on-one in an answer to its organizer: "Maria Lopez, Thu Dec 3, 3 PM, Cafe Presse".
func (d *decision) what(m Meet) string { return d.sayMeet(lang.MeetingLine, m) }

// whichMeet asks which of several one-on-ones a command means; digits answer.
func (d *decision) whichMeet(hits []Meet, then, words string) {
	var opts, shown []string
	for i, m := range hits {
		if i == 9 {
			break
		}
		opts = append(opts, m.ID.String())
		shown = append(shown, digit(i)+" "+d.what(m))
	}
	d.openTalk(Conversation{Kind: WhichTalk, Question: "which", Data: encode(formData{Options: opts, Then: then, Words: words})})
	d.answer("ask:which", d.say(lang.WhichMeeting, "options", strings.Join(shown, "; ")))
}

// openTalk makes a question the phone's newest; the letters of the list stay.
func (d *decision) openTalk(c Conversation) {
	if d.conv.Kind == ReportTalk && c.Kind != ReportTalk {
		d.happened(OtherQuestion{})
	}
	d.replaceTalk(c)
}

// finishWith answers and closes the question; a report that waited for it goes on in the same text.
func (d *decision) finishWith(kind string, parts ...string) {
	d.closeTalk()
	if !d.happened(Answered{parts}) {
		d.answer(kind, parts...)
	}
}

// happened says what happened; the table knows who goes on from it. It reports whether somebody did.
func (d *decision) happened(f Fact) bool { return d.table(d, f) }

// nextReport is the first report of the queue, but for one.
func (d *decision) nextReport(but uuid.UUID) (report.Draft, bool) {
	for _, a := range d.w.Asks {
		for _, dr := range d.w.Drafts {
			if a.Kind == ReportTalk && dr.ID == a.SubjectID && dr.ID != but {
				return dr, true
			}
		}
	}
	return report.Draft{}, false
}

// takeDraft takes a waiting report up again.
func (d *decision) takeDraft(dr report.Draft) {
	d.hold(dr)
	d.set.Add(change.CloseAsk{PhoneID: d.w.Phone.ID, Kind: ReportTalk, SubjectID: dr.ID, Why: "taken up", At: d.now})
	d.onReport("")
}

// dueMeet is the one-on-one that a due row is about; when it has changed since the row was planned, the row ends here.
func (d *decision) dueMeet() (Meet, bool) {
	m, ok := d.meetByID(d.in.Due.SubjectID)
	if !ok || d.in.Due.Subject.Version != m.Rev {
		d.end(change.PlanSuperseded, "the one-on-one has changed since", uuid.Nil)
		return Meet{}, false
	}
	d.about = subjectOf(m.Meeting)
	return m, true
}

// dueAnyMeet is the same for rows of which some stand whatever becomes of the one-on-one.
func (d *decision) dueAnyMeet() (Meet, bool) {
	m, ok := d.meetByID(d.in.Due.SubjectID)
	if v := d.in.Due.Subject.Version; !ok || v > 0 && v != m.Rev {
		d.end(change.PlanSuperseded, "the one-on-one has changed since", uuid.Nil)
		return Meet{}, false
	}
	return m, true
}

// late reports whether a one-on-one is over, and its report or its outcome is missing.
func (d *decision) late(m Meet) bool {
	return m.Begun(d.now) && (m.Status == meeting.Held || m.Open()) && d.now.After(m.Ends())
}
