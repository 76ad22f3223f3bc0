package talk

import (
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

// ActKind is something that staff do on the page. It goes through the same decisions as a text would.
type ActKind string

// What staff can do. Of a meeting: on the organizer's phone. Of a phone: on that phone.
const (
	ActMove       ActKind = "move"        // Subject meeting, At the new time
	ActCallOff    ActKind = "call_off"    // Subject meeting
	ActHeld       ActKind = "held"        // Subject meeting: they met
	ActNoShow     ActKind = "no_show"     // Subject meeting
	ActPrivate    ActKind = "private"     // Subject meeting
	ActWrite      ActKind = "write"       // to this phone, Words under the staff member's name; Subject the person
	ActStopPlan   ActKind = "stop_plan"   // Subject one planned text
	ActRestore    ActKind = "restore"     // an opt-out taken back, Words the reason
	ActOptOut     ActKind = "opt_out"     // a doubtful text was an opt-out
	ActNotOptOut  ActKind = "not_opt_out" // a doubtful text was none
	ActLock       ActKind = "lock"        // a lost or left phone
	ActUnlock     ActKind = "unlock"      //
	ActThanksSend ActKind = "thanks_send" // Subject meeting, Words the exact text
	ActThanksHold ActKind = "thanks_hold" // Subject meeting
	ActDebriefed  ActKind = "debriefed"   // Subject debrief, Words a closing word
	ActPromise    ActKind = "promise"     // Subject promise: closed, Words how
	ActNudge      ActKind = "nudge"       // of an organizer: one text about every report that is missing
	ActEventMoved ActKind = "event_moved" // Subject event, At the new time
	ActEventOff   ActKind = "event_off"   // Subject event: called off
	ActDraft      ActKind = "draft"       // Subject report: its organizer or staff fill it in on the page; Fields, and File to file it
	ActCorrect    ActKind = "correct"     // Subject report: answers of a filed one are changed; Fields, and Fine for what looks right as it is
)

// Act is one thing that a staff member did on the page.
type Act struct {
	Kind    ActKind
	By      person.Person
	Subject uuid.UUID
	At      time.Time
	Words   string
	Fields  map[string]string // the words of each field of a report
	Fine    []string          // fields whose marks staff take off
	Version int               // of the report as it was looked at; 0: whatever it is by now
	File    bool
}

// show is what the page shows of what was done.
func (d *decision) show(words string) { d.set.Add(change.Said{Words: words}) }

// deny tells the page why nothing was done.
func (d *decision) deny(words string) { d.set.Add(change.Said{Words: words, Refused: true}) }

// noteBy is a line of history in a staff member's name.
func (d *decision) noteBy(s change.Subject, what, words string) {
	d.set.Add(change.Timeline{ID: d.ids.New(), Subject: s, ActorKind: "staff", ActorID: d.in.Act.By.ID, What: what, Note: words, At: d.now})
}

// actOnMeet moves or calls off a one-on-one: both sides hear of it.
func (d *decision) actOnMeet(a Act) {
	m, ok := d.meetByID(a.Subject)
	if !ok {
		d.deny("This one-on-one is not there any more.")
		return
	}
	old := m.StartsAt
	switch a.Kind {
	case ActMove:
		if !a.At.After(d.now) {
			d.deny("That time is past.")
			return
		}
		if a.At.Equal(old.Truncate(time.Minute)) && (m.Status == meeting.Planned || m.Status == meeting.Confirmed) {
			d.deny("That is its time already: nobody was told anything.")
			return
		}
		if !d.shift(&m, a.At) {
			d.deny("It was held or reported already.")
			return
		}
		d.tell(m.Organizer, reminder.DutyRule, loose(m.Meeting), dutyNote{lang.StaffMoved, []string{"staff", a.By.Name, "who", m.Contact.Name, "old", d.whenOf(m, old), "when", d.whenOf(m, m.StartsAt)}}, "staff moved it")
	case ActCallOff:
		if !d.off(&m) {
			d.deny("It has begun or is over.")
			return
		}
		d.tell(m.Organizer, reminder.DutyRule, loose(m.Meeting), dutyNote{lang.StaffOff, []string{"staff", a.By.Name, "who", m.Contact.Name, "when", d.whenOf(m, m.StartsAt)}}, "staff called it off")
	default:
		d.privately(&m)
		d.show("Done: after the first text, texts to " + m.Contact.First() + " name no organization, place or last name.")
		return
	}
	d.show(d.toldOf(m, !m.ToldAt.IsZero()))
}

// actWrite sends a staff member's own words to this phone, under their name.
func (d *decision) actWrite(a Act) {
	words := report.Excerpt(a.Words, 1000)
	switch {
	case words == "":
		d.deny("There are no words to send.")
		return
	case d.w.Phone.Consent == person.ConsentNo, d.w.Phone.Consent == person.ConsentDoubtful:
		d.deny("This phone opted out of texts: please call.")
		return
	case d.w.Phone.ReachBad || d.w.Phone.Locked:
		d.deny("Texts do not reach this phone: please call.")
		return
	case !d.who.Works() && d.w.Phone.Consent != person.ConsentYes && d.now.Sub(d.w.Phone.InboundAt) > reminder.WroteWithin:
		d.deny("This person has not agreed to texts: please call.")
		return
	case !reminder.May(d.w.Org.Sending, d.who.Works()):
		d.deny(notSending(d.w.Org.Sending))
		return
	}
	answering := d.now.Sub(d.w.Phone.InboundAt) <= reminder.WroteWithin
	if !answering && !d.w.Org.Hours.Day.Contains(d.now.In(d.loc)) {
		day := d.w.Org.Hours.Day
		d.deny("It is night where this person is. Write again between " + when.EchoClock(day.From/60, day.From%60) + " and " + when.EchoClock(day.To/60, day.To%60) + " there, or call.")
		return
	}
	t := d.textTo("relay", d.say(lang.StaffWrote, "staff", a.By.Name, "words", words, "org", d.w.Org.Name))
	t.Prio, t.Reason, t.Unasked = change.PrioReply, "written by "+a.By.Name, !answering
	t.Subject = change.Subject{Kind: change.PersonSubject, ID: d.who.ID}
	d.set.Add(*t)
	d.set.Add(change.CloseAttention{Kind: "needs_answer", Subject: change.Subject{Kind: change.PhoneSubject, ID: d.who.ID}, At: d.now})
	d.noteBy(t.Subject, "written to", "")
	d.show("Sent.")
}

// actConsent takes a staff member's verdict about an opt-out.
func (d *decision) actConsent(a Act) {
	c, source, what, said := person.ConsentNo, "decided by "+a.By.Name, "opt-out noted", "Done: no text goes to this phone any more."
	if a.Kind == ActRestore {
		if a.Words == "" {
			d.deny("Please say why the opt-out is taken back.")
			return
		}
		c, source, what = person.ConsentYes, "restored by "+a.By.Name, "opt-out taken back"
		said = "Done here. If this phone sent STOP, the carrier still holds our texts back until it sends START itself: please tell them."
	}
	d.set.Add(change.SetConsent{ID: d.ids.New(), PhoneID: d.w.Phone.ID, PersonID: d.who.ID, Consent: c, Source: source, ByPerson: a.By.ID, Words: a.Words, At: d.now})
	if c == person.ConsentNo {
		d.set.Add(change.Withhold{PhoneID: d.w.Phone.ID, Reason: "opted out"})
	} else {
		d.happened(ConsentGiven{})
	}
	d.noteConsent(what, a.Words)
	d.show(said)
}

// actNotOptOut takes a doubt back: the phone's consent is what it was before the text, which said nothing about it either way.
func (d *decision) actNotOptOut(a Act) {
	switch d.w.Phone.Consent {
	case person.ConsentDoubtful:
	case person.ConsentNo:
		d.deny("This is an opt-out: it can only be taken back with a reason.")
		return
	default:
		d.deny("No texts are held here: this was decided already.")
		return
	}
	c := d.w.Doubt.Before
	d.set.Add(change.SetConsent{ID: d.ids.New(), PhoneID: d.w.Phone.ID, PersonID: d.who.ID, Consent: c, Source: "not an opt-out, decided by " + a.By.Name, ByPerson: a.By.ID, Words: a.Words, At: d.now})
	if c == person.ConsentYes {
		d.happened(ConsentGiven{})
	}
	d.noteConsent("found no opt-out", a.Words)
	d.show("Done: it is as it was before that text.")
}

// noteConsent is a line of history of whose phone it is, if that is known.
func (d *decision) noteConsent(what, words string) {
	if d.who.ID != uuid.Nil {
		d.noteBy(change.Subject{Kind: change.PersonSubject, ID: d.who.ID}, what, words)
	}
}

// notSending says why a text does not leave.
func notSending(s reminder.Sending) string {
	if s == reminder.SendingTeam {
		return "Sending is team: only organizers and staff get texts."
	}
	return "Sending is " + string(s) + ": nothing leaves."
}

// actLock locks a lost or left phone, or unlocks it.
func (d *decision) actLock(a Act) {
	d.set.Add(change.SetLocked{PhoneID: d.w.Phone.ID, Locked: a.Kind == ActLock})
	what := "phone locked"
	if a.Kind == ActUnlock {
		what = "phone unlocked"
	}
	d.noteBy(change.Subject{Kind: change.PersonSubject, ID: d.who.ID}, what, a.Words)
	d.show("Done.")
}

// actStopPlan drops one planned text.
func (d *decision) actStopPlan(a Act) {
	d.set.Add(change.StopPlan{ID: a.Subject, Reason: "stopped by " + a.By.Name})
	d.show("Stopped: this text is not sent.")
}
