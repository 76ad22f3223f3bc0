package talk

import (
	"encoding/json"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
)

func (d *decision) optOutNote(rule reminder.Rule) {
	var n staffNote
	if json.Unmarshal(d.in.Due.Data, &n) != nil {
		panic("talk: the data of an opt-out note cannot be read")
	}
	key := lang.StaffOptOut
	if n.What == "doubtful" {
		key = lang.StaffOptOutMaybe
	}
	switch n.What {
	case "unreached":
		key = lang.StaffUnreached
	case "meeting":
		key = lang.StaffOptOutMeeting
	}
	d.unasked(rule, d.say(key, "who", n.Who, "phone", n.Phone))
}

// takeConsent writes what an organizer reported; the phone's own word is stronger than anybody's report of it.
func (d *decision) takeConsent(reminder.Rule) {
	var n consentNote
	if json.Unmarshal(d.in.Due.Data, &n) != nil {
		d.end(change.PlanDropped, "cannot be read", uuid.Nil)
		return
	}
	c := person.Consent(n.Consent)
	switch d.w.Phone.Consent {
	case person.ConsentNo, person.ConsentDoubtful:
		d.end(change.PlanDropped, "the phone itself opted out", uuid.Nil)
	case c:
		d.end(change.PlanFolded, "known already", uuid.Nil)
	default:
		by, _ := uuid.Parse(n.ByPerson)
		meeting, _ := uuid.Parse(n.MeetingID)
		message, _ := uuid.Parse(n.MessageID)
		d.set.Add(change.SetConsent{
			ID: d.ids.New(), PhoneID: d.w.Phone.ID, PersonID: d.who.ID, Consent: c, Source: n.Source, ByPerson: by,
			MeetingID: meeting, MessageID: message, Words: n.Words, At: d.now,
		})
		d.end(change.PlanMade, "consent written", uuid.Nil)
	}
}

// doubtEnds: what staff did not decide within a day is an opt-out.
func (d *decision) doubtEnds(reminder.Rule) {
	if d.w.Phone.Consent != person.ConsentDoubtful {
		d.end(change.PlanSuperseded, "decided", uuid.Nil)
		return
	}
	d.set.Add(change.SetConsent{
		ID: d.ids.New(), PhoneID: d.w.Phone.ID, PersonID: d.who.ID, Consent: person.ConsentNo,
		Source: "undecided for 24 hours", At: d.now,
	})
	d.set.Add(change.Attention{
		ID: d.ids.New(), Kind: "opted_out", Subject: change.Subject{Kind: change.PhoneSubject, ID: d.in.Due.ID}, PhoneID: d.w.Phone.ID, MessageID: d.w.Doubt.MessageID,
		Note: "opted out: undecided for 24 hours", At: d.now,
	})
	if d.who.ID != uuid.Nil {
		d.note(change.Subject{Kind: change.PersonSubject, ID: d.who.ID}, "opted out: undecided for 24 hours", "")
	}
	d.end(change.PlanMade, "an opt-out after 24 hours", uuid.Nil)
}

// verdict takes what the provider says about the phone itself.
func (d *decision) verdict() {
	v := d.in.Verdict
	d.causedBy(v.MessageID)
	if v.OptedOut && d.w.Phone.Consent != person.ConsentNo {
		d.set.Add(change.SetConsent{ID: d.ids.New(), PhoneID: d.w.Phone.ID, PersonID: d.who.ID, Consent: person.ConsentNo, Source: "carrier", MessageID: v.MessageID, At: d.now})
		d.set.Add(change.Withhold{PhoneID: d.w.Phone.ID, Reason: "opted out at the carrier"})
		d.handToStaff("opted_out", "opted out at the carrier")
		d.tellStaff(reminder.OptOutToStaff, "no")
	}
	if v.Unreached && !d.w.Phone.ReachBad {
		d.tellStaff(reminder.UnreachableRule, "unreached")
		d.set.Add(change.SetReach{PhoneID: d.w.Phone.ID, Bad: true, Code: v.Code, At: d.now})
		d.handToStaff("unreachable", "this phone cannot get texts: call")
	}
}

// welcome greets a new organizer.
func (d *decision) welcome(rule reminder.Rule) {
	var by string
	decodeInto(d.in.Due.Data, &by)
	d.unasked(rule, d.say(lang.Welcome, "first", d.who.First(), "by", orElse(by, d.say(lang.OurStaff)), "org", d.w.Org.Name))
}
