package talk

import (
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// oneMeet finds the one that a command means; several are asked about, none is said.
func (d *decision) oneMeet(arg, then string) (m Meet, rest string, ok bool) {
	pool := d.organized()
	hits, rest := d.nameOf(arg, pool)
	if len(hits) == 0 && len(pool) == 1 && d.w.Heard.Person == "" {
		hits, rest = pool, arg
	}
	switch {
	case len(hits) == 1:
		return hits[0], rest, true
	case len(hits) == 0 && arg == "" && len(pool) > 1:
		d.whichMeet(pool, then, "")
	case len(hits) > 1:
		d.whichMeet(hits, then, rest)
	default:
		d.answer("help", d.say(lang.MoveNone))
	}
	return Meet{}, "", false
}

// move gives a one-on-one another time: MOVE Maria Fri 4pm, MOVE B Friday, MOVE Maria.
func (d *decision) move() {
	m, rest, ok := d.oneMeet(d.w.Heard.Arg, string(understand.Move))
	if ok {
		d.moveWords(m, rest)
	}
}

func (d *decision) moveWords(m Meet, words string) {
	t := timeSaid{Base: d.baseOf(m)}
	words = strings.TrimSpace(words)
	if words == "" || !t.hear(words, understand.Text{}, d.planning()) {
		d.askMove(m, timeSaid{Base: t.Base}, d.say(lang.MoveAskWhen, "what", d.what(m)))
		return
	}
	d.moveTime(m, t)
}

// baseOf is the day of a one-on-one that is moved, in the speaker's zone.
func (d *decision) baseOf(m Meet) string { return dateOf(m.StartsAt.In(d.loc)) }

func (d *decision) moveTime(m Meet, t timeSaid) {
	t.sameDayAs(m.StartsAt.In(d.loc))
	at, ask := d.settleTime(&t)
	if at.IsZero() {
		d.askMove(m, t, orElse(ask, d.say(lang.MoveAskWhen, "what", d.what(m))))
		return
	}
	d.moveTo(m, at, "saved")
}

func (d *decision) askMove(m Meet, t timeSaid, ask string) {
	d.openTalk(Conversation{Kind: MoveTalk, SubjectID: m.ID, Question: qWhen, Data: encode(meetData{Time: t})})
	d.answer("ask:when", ask)
}

// inMove takes the answer to "to what day and time?"; false when the text is another matter.
func (d *decision) inMove() Reply {
	m, ok := d.meetByID(d.conv.SubjectID)
	t := decodeMeet(d.conv.Data).Time
	if !ok || d.w.Heard.Command != understand.None || !t.hear(trimNo(strings.TrimSpace(d.in.Inbound.Body.Text())), d.w.Heard, d.planning()) {
		if d.w.Heard.Command == understand.None {
			return Closes
		}
		return Another
	}
	d.moveTime(m, t)
	return Taken
}

// moveTo writes the new time; the contact hears of it exactly once.
func (d *decision) moveTo(m Meet, at time.Time, kind string) {
	old, heard := m.StartsAt, !m.ToldAt.IsZero()
	if at.Equal(old) && m.Open() && m.Status != meeting.Proposed {
		d.finishWith(kind, d.say(lang.PlanKnown, "what", d.what(m)))
		return
	}
	if !d.shift(&m, at) {
		d.finishWith("help", d.say(lang.MoveOver, "what", d.what(m)))
		return
	}
	d.finishWith(kind, d.say(lang.Moved, "what", d.what(m), "told", d.toldOrFirst(m, heard)))
	if d.conv.Kind == "" { // "at the library" may follow
		d.happened(Moved{m})
	}
}

// shift moves a one-on-one and plans everything anew; false when it cannot be moved any more.
func (d *decision) shift(m *Meet, at time.Time) bool {
	old, heard := m.StartsAt, !m.ToldAt.IsZero()
	if err := m.Move(at, d.now); err != nil {
		return false
	}
	d.setAbout(loose(m.Meeting))
	d.saveMeet(*m, "moved", when.Echo(lang.English, at.In(d.loc), d.now))
	d.void(*m, "moved to another time")
	d.replan(*m, heard)
	if heard {
		d.tell(m.Contact, reminder.ChangedRule, subjectOf(m.Meeting), changedNote{Old: old, New: at}, "moved to another time")
	}
	return true
}

// toldOrFirst: who was told hears of the change, who was not gets the first text with the new time.
func (d *decision) toldOrFirst(m Meet, heard bool) string {
	if heard || !mayText(m.Contact) || m.StartsAt.Sub(d.now) > 2*time.Hour {
		return d.toldOf(m, true)
	}
	return d.toldOf(m, false)
}

// callOff ends a one-on-one; the contact hears of it when they knew of it.
func (d *decision) callOff() {
	m, _, ok := d.oneMeet(d.w.Heard.Arg, string(understand.CallOff))
	if ok {
		d.callOffMeet(m)
	}
}

func (d *decision) callOffMeet(m Meet) {
	heard := !m.ToldAt.IsZero() && m.Status != meeting.Declined
	if !d.off(&m) {
		d.finishWith("help", d.say(lang.MoveOver, "what", d.what(m)))
		return
	}
	told := ""
	if m.Status == meeting.CalledOff {
		told = d.toldOf(m, heard)
	}
	d.finishWith("saved", d.say(lang.CalledOffAnswer, "what", d.what(m), "told", told))
}

func (d *decision) off(m *Meet) bool {
	heard := !m.ToldAt.IsZero() && m.Status != meeting.Declined
	if m.Begun(d.now) && m.Status != meeting.Proposed {
		return false
	}
	if err := m.CallOff(d.now); err != nil {
		return false
	}
	d.setAbout(loose(m.Meeting))
	d.saveMeet(*m, "called off", "")
	d.void(*m, "called off")
	if heard {
		d.tell(m.Contact, reminder.CalledOffRule, subjectOf(m.Meeting), nil, "called off")
	}
	return true
}

// mayBeAnswer asks whether words that came soon after a contact's text are for that contact: they are neither sent nor filed by guess.
func (d *decision) mayBeAnswer() bool {
	r := decodeRelay(d.conv.Relay)
	h := d.w.Heard
	if r.Contact == uuid.Nil || d.now.Sub(r.At) > relayWindow || h.Command != understand.None || h.Digit != 0 || h.Letter != "" {
		return false
	}
	if d.conv.Kind != "" && d.conv.Kind != ReportTalk && !(d.conv.Kind == PlanTalk && d.conv.Question == qSaved) {
		return false
	}
	if d.conv.Kind == ReportTalk && decode(d.conv.Data).Waiting {
		return false
	}
	m, ok := d.meetByID(r.Meeting)
	if !ok || m.OrganizerID != d.who.ID {
		return false
	}
	words := report.Excerpt(d.in.Inbound.Body.Text(), 500)
	further := d.say(lang.SendNot)
	data := formData{Words: words, Options: []string{m.ID.String()}}
	if d.conv.Kind == ReportTalk {
		further = d.say(lang.SendReport)
		data.Then = d.conv.SubjectID.String()
	}
	d.openTalk(Conversation{Kind: SendTalk, SubjectID: m.ID, Question: "send", Data: encode(data)})
	d.answer("ask:send", d.say(lang.SendAsk, "first", m.Contact.First(), "words", report.Excerpt(words, 80), "report", further))
	return true
}

// inSend takes the answer; false when the text is another matter.
func (d *decision) inSend() Reply {
	data := decode(d.conv.Data)
	m, ok := d.meetByID(d.conv.SubjectID)
	h := d.w.Heard
	switch {
	case !ok || h.Command != understand.None:
	case h.Digit == 1, h.Digit == 0 && h.Reply == understand.Yes:
		d.sendWords(m, data.Words)
		return Taken
	case h.Digit == 2 && data.Then != "":
		if d.happened(WordsForReport{data.Then, data.Words}) {
			return Taken
		}
		return Another
	case h.Digit == 3, h.Digit == 2, h.Reply == understand.No:
		d.dropRelay()
		d.finishWith("help", d.say(lang.SendDropped))
		return Taken
	}
	return Closes
}

// wordsForReport files the words that were held back as the answer to the report's open question.
func (d *decision) wordsForReport(f WordsForReport) bool {
	for _, dr := range d.w.Drafts {
		if dr.ID.String() != f.Report {
			continue
		}
		d.dropRelay()
		d.takeDraft(dr)
		g, ok := dr.Gap()
		if !ok {
			g, _ = report.Find(report.Notes)
		}
		if g.Shape == report.Open {
			d.append(g.Name, f.Words)
		} else if a, fits := d.parse(g, f.Words); fits {
			d.take(g, a)
		} else {
			d.append(report.Notes, f.Words)
		}
		d.advance("")
		return true
	}
	return false
}

// plansByItself reports whether a text without a command plans a one-on-one: somebody, and a day or an hour to come.
func (d *decision) plansByItself() bool {
	h := d.w.Heard
	if h.Command != understand.None || h.Digit != 0 || h.Reply != understand.NoReply || understand.IsStory(d.in.Inbound.Body.Text()) && h.Phone.IsZero() {
		return false
	}
	r := when.Read(d.in.Inbound.Body.Text(), d.planning())
	if h.Person == "" && d.leadingContact() == "" || !r.HasDate() && !r.HasClock && len(r.Options) == 0 {
		return false
	}
	today := when.DateOf(d.now.In(d.loc))
	return !r.HasDate() || r.Date.Compare(today) >= 0
}

// otherTime gives a one-on-one the time that another room heard of, or asks for what is left of it.
func (d *decision) otherTime(f OtherTime) {
	if f.Ask != "" {
		d.askMove(f.Meet, f.Time, f.Ask)
		return
	}
	d.moveTime(f.Meet, f.Time)
}

// moveAsSaid moves a one-on-one to a time that is settled.
func (d *decision) moveAsSaid(f MoveTo) { d.moveTo(f.Meet, f.At, "saved") }

// listMine adds the one-on-ones to come.
func (d *decision) listMine(l *Listing) {
	items, hint := d.meetItems(), lang.ListMeetHint
	if l.Morning {
		items, hint = d.morningMeets(), lang.MorningTail
	}
	if l.Items = append(l.Items, items...); len(l.Items) > 0 {
		l.Hint = d.say(hint)
	}
}

func (d *decision) meetItems() []listLine {
	var items []listLine
	for _, m := range d.organized() {
		items = append(items, d.meetItem(m))
	}
	return items
}

// showMeet shows the one-on-one that a letter means.
func (d *decision) showMeet(f ShowLetter) bool {
	m, ok := d.meetByID(f.Item.ID)
	if !ok || f.Item.Kind != string(change.MeetingSubj) || d.late(m) {
		return false
	}
	phone := ""
	if !m.Contact.Phone.IsZero() && !strings.Contains(d.stateOf(m), m.Contact.Phone.Display()) {
		phone = d.say(lang.ShowPhone, "phone", m.Contact.Phone.Display())
	}
	d.answer("list", d.sayMeet(lang.ShowMeeting, m, "letter", f.Letter, "state", d.stateOf(m), "phone", phone))
	return true
}
