package talk

import (
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// owed finds what a letter of the newest list, or a few words, mean among the open promises and debriefs.
func (d *decision) owed(arg string) (promises []Promise, debriefs []Debrief, rest string) {
	arg = strings.TrimSpace(arg)
	word, after, _ := strings.Cut(arg, " ")
	if l := strings.ToUpper(strings.Trim(word, ".):,")); len(l) == 1 && l >= "A" && l <= "Z" {
		for _, it := range decodeList(d.conv.List) {
			if it.Letter != l {
				continue
			}
			for _, p := range d.w.Promises {
				if p.ID == it.ID {
					return []Promise{p}, nil, strings.TrimSpace(after)
				}
			}
			for _, b := range d.w.Debriefs {
				if b.ID == it.ID {
					return nil, []Debrief{b}, strings.TrimSpace(after)
				}
			}
			return nil, nil, arg
		}
	}
	mine := func(p Promise) bool { return p.Kind == "promise" && p.OwnerID == d.who.ID }
	if low := strings.ToLower(word); len(low) > 2 {
		for _, p := range d.w.Promises {
			if mine(p) && (strings.Contains(strings.ToLower(p.What), low) || strings.EqualFold(firstOf(p.Name), word)) {
				promises = append(promises, p)
			}
		}
		if len(promises) > 0 {
			return promises, nil, strings.TrimSpace(after)
		}
	}
	for _, p := range d.w.Promises {
		if mine(p) && (p.DueOn != "" && p.DueOn <= d.today()) {
			promises = append(promises, p)
		}
	}
	if len(promises) == 0 {
		for _, p := range d.w.Promises {
			if mine(p) {
				promises = append(promises, p)
			}
		}
	}
	for _, b := range d.w.Debriefs {
		if b.On <= d.today() {
			debriefs = append(debriefs, b)
		}
	}
	return promises, debriefs, arg
}

// done closes what the speaker says is done: DONE, DONE B, LISTO.
func (d *decision) done() {
	promises, debriefs, _ := d.owed(d.w.Heard.Arg)
	switch {
	case len(promises) == 1 && len(debriefs) == 0:
		d.promiseDone(promises[0], "done")
		d.finishWith("saved", d.say(lang.PromiseDone, "what", report.Excerpt(promises[0].What, 80)))
	case len(promises) == 0 && len(debriefs) == 1:
		d.debriefHeld(debriefs[0], "")
		d.finishWith("saved", d.say(lang.DebriefHeld, "who", d.otherOf(debriefs[0])))
	case len(promises)+len(debriefs) == 0:
		d.answer("help", d.say(lang.PromiseNone))
	default:
		d.whichOwed(promises, debriefs, string(understand.Done), "")
	}
}

func (d *decision) promiseDone(p Promise, how string) {
	d.set.Add(change.ClosePromise{ID: p.ID, How: how, At: d.now})
	d.set.Add(overdueDone(p.ID, d.now))
	d.unremind(p, p.Owner, p.met(), "it is closed")
	d.note(change.Subject{Kind: change.ReportSubject, ID: p.ReportID}, "promise closed", report.Excerpt(p.What, 100)+": "+how)
}

// debriefHeld closes a debrief: every report since the last is covered by it.
func (d *decision) debriefHeld(b Debrief, word string) {
	s := b.SaveDebrief
	s.ClosedAt, s.ClosedBy = d.now, d.who.ID
	if d.in.Kind == ActIn {
		s.ClosedBy = d.in.Act.By.ID
	}
	if word != "" {
		s.Note = word
	}
	d.set.Add(s, change.CloseReports{DebriefID: b.ID, At: d.now})
	d.note(change.Subject{Kind: change.DebriefSubject, ID: b.ID}, "debrief held", word)
}

func (d *decision) otherOf(b Debrief) string {
	if b.OrganizerID == d.who.ID {
		return orElse(firstOf(b.Staff), d.say(lang.OurStaff))
	}
	return b.Organizer
}

// putOffWords puts a promise off: LATER D Fri, LATER Fri.
func (d *decision) putOffWords(f PutOff) bool {
	arg := f.Arg
	if strings.TrimSpace(arg) == "" {
		return false
	}
	promises, _, rest := d.owed(arg)
	if len(promises) == 0 {
		return false
	}
	words := rest
	if len(promises) > 1 {
		d.whichOwed(promises, nil, string(understand.Later), words)
		return true
	}
	d.putOff(promises[0], words)
	return true
}

func (d *decision) putOff(p Promise, words string) {
	r := when.Read(words, d.planning())
	today := when.DateOf(d.now.In(d.loc))
	if !r.HasDate() || r.Date.Compare(today) < 0 {
		d.openTalk(Conversation{Kind: WhichTalk, Question: "which", Data: encode(formData{Options: []string{p.ID.String()}, Then: string(understand.Later), Words: "?"})})
		d.answer("ask:when", d.say(lang.PromiseWhen, "what", report.Excerpt(p.What, 80)))
		return
	}
	d.set.Add(change.AmendPromise{ID: p.ID, DueOn: r.Date.String()})
	d.remindAnew(p, r.Date)
	d.morningOn(d.who, d.w.Org.Hours.MorningOn(r.Date, d.loc))
	d.note(change.Subject{Kind: change.ReportSubject, ID: p.ReportID}, "promise put off", r.Date.String())
	d.finishWith("saved", d.say(lang.PromiseMoved, "day", d.day(r.Date), "what", report.Excerpt(p.What, 80)))
}

// remindAnew moves what reminds a contact of a commitment to its new day; one who was reminded already is reminded again.
func (d *decision) remindAnew(p Promise, on when.Date) {
	at := d.reminderAt(on, p.Owner)
	if p.EventID != uuid.Nil || !at.After(d.now) {
		d.unremind(p, p.Owner, p.met(), "its day was changed")
		return
	}
	d.remindContact(change.AddPromise{ID: p.ID, Kind: p.Kind}, p.Owner, p.met(), change.Plan{
		DueAt: at, ValidUntil: validUntil(reminder.CommitmentRule, at), Reason: "put off to this day", Again: true,
	})
}

// met is the one-on-one at which somebody said it.
func (p Promise) met() Meet { return Meet{Meeting: meeting.Meeting{ID: p.MeetingID}} }

// whichOwed asks which of several is meant; digits answer.
func (d *decision) whichOwed(promises []Promise, debriefs []Debrief, then, words string) {
	var opts, shown []string
	for _, p := range promises {
		if len(opts) < 9 {
			shown = append(shown, digit(len(opts))+" "+report.Excerpt(p.What, 40))
			opts = append(opts, p.ID.String())
		}
	}
	for _, b := range debriefs {
		if len(opts) < 9 {
			shown = append(shown, digit(len(opts))+" "+strings.TrimPrefix(d.say(lang.ListDebrief, "letter", "", "who", d.otherOf(b), "when", ""), ") "))
			opts = append(opts, b.ID.String())
		}
	}
	d.openTalk(Conversation{Kind: WhichTalk, Question: "which", Data: encode(formData{Options: opts, Then: then, Words: words})})
	d.answer("ask:which", d.say(lang.PromiseWhich, "options", strings.Join(shown, "; ")))
}

// whichOfOwed takes the choice for DONE or LATER; false when the text is another matter.
func (d *decision) whichOfOwed() Reply {
	data := decode(d.conv.Data)
	n := d.w.Heard.Digit
	words := data.Words
	if words == "?" && len(data.Options) == 1 && n == 0 && d.w.Heard.When.HasDate() { // the day that was asked for
		n, words = 1, d.in.Inbound.Body.Text()
	}
	if n < 1 || n > len(data.Options) {
		return Closes
	}
	d.closeTalk()
	for _, p := range d.w.Promises {
		if p.ID.String() != data.Options[n-1] {
			continue
		}
		if data.Then == string(understand.Later) {
			d.putOff(p, words)
			return Taken
		}
		d.promiseDone(p, "done")
		d.finishWith("saved", d.say(lang.PromiseDone, "what", report.Excerpt(p.What, 80)))
		return Taken
	}
	for _, b := range d.w.Debriefs {
		if b.ID.String() == data.Options[n-1] {
			d.debriefHeld(b, "")
			d.finishWith("saved", d.say(lang.DebriefHeld, "who", d.otherOf(b)))
			return Taken
		}
	}
	d.answer("help", d.say(lang.PromiseNone))
	return Taken
}
