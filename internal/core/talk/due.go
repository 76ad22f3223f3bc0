package talk

import (
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

// due decides about a planned row whose time has come: what it was planned for is read again.
func (d *decision) due() {
	p := d.in.Due
	rule, ok := reminder.Find(p.Rule)
	if !ok || d.in.Fault != "" {
		d.end(change.PlanDropped, "handed to staff: "+orElse(d.in.Fault, "no such rule"), uuid.Nil)
		d.handToStaff("fault", "a planned text could not be made: "+p.Rule)
		return
	}
	v := reminder.Judge(rule, d.facts(), d.now)
	switch v.Do {
	case reminder.Move:
		if p.Rule == reminder.DraftNudge && v.Reason == "moved by quiet hours" {
			d.end(change.PlanFolded, "quiet hours: the morning's text says it", uuid.Nil)
			return
		}
		d.set.Add(change.MovePlan{ID: p.ID, Version: p.Version, DueAt: v.At, Reason: v.Reason})
		return
	case reminder.Drop:
		d.end(change.PlanDropped, v.Reason, uuid.Nil)
		if v.Tell || rule.Must && d.stillSo() {
			d.notTold(rule, v.Reason)
		}
		return
	case reminder.Go:
	}
	rooms().row(rule.Name)(d, rule)
}

// stillSo reports whether what a text was to tell still holds: the one-on-one has not changed since it was planned.
func (d *decision) stillSo() bool {
	p := d.in.Due
	if p.Subject.Kind != change.MeetingSubj || p.Subject.Version == 0 {
		return true
	}
	m, ok := d.meetByID(p.SubjectID)
	return ok && m.Rev == p.Subject.Version
}

// notTold puts on Today what somebody should have heard and did not: a person calls.
func (d *decision) notTold(rule reminder.Rule, why string) {
	d.set.Add(change.Attention{
		ID: d.ids.New(), Kind: "held_back", Subject: change.Subject{Kind: change.PhoneSubject, ID: d.in.Due.ID}, PhoneID: d.w.Phone.ID,
		Note: untold(rule) + ": " + why, At: d.now,
	})
}

// untold says what somebody has not heard.
func untold(rule reminder.Rule) string {
	switch rule.Name {
	case reminder.ChangedRule, reminder.EventMovedRule:
		return "has not heard that it moved"
	case reminder.CalledOffRule, reminder.EventOffRule:
		return "has not heard that it is called off"
	case reminder.RelayRule, reminder.ToldRule:
		return "did not get the other's words"
	case reminder.ConfirmedRule, reminder.DeclinedRule, reminder.ProposalRule, reminder.CounterRule, reminder.OldTimeRule, reminder.SettledRule:
		return "has not heard what the other says about the time"
	case reminder.ThanksRule:
		return "did not get the thank-you"
	}
	return "did not get a text (" + strings.ReplaceAll(rule.Name, "_", " ") + ")"
}

func (d *decision) facts() reminder.Facts {
	f := reminder.Facts{
		ValidUntil: d.in.Due.ValidUntil, Zone: d.loc, Consent: d.w.Phone.Consent, ReachBad: d.w.Phone.ReachBad || d.w.Phone.Locked,
		Works: d.who.Works(), Sending: d.w.Org.Sending, Hours: d.w.Org.Hours,
	}
	if d.w.Phone.UnaskedOn == d.today() {
		f.UnaskedDay = d.w.Phone.UnaskedCount
	}
	f.Wrote = !d.w.Phone.InboundAt.IsZero() && d.now.Sub(d.w.Phone.InboundAt) <= reminder.WroteWithin
	f.Calls = !d.who.Works() && person.Way(d.who.BestWay) == "call"
	if d.who.Zone == "" {
		f.Zones = reminder.ZonesOf(d.w.Phone.Phone)
	}
	for _, m := range d.w.Meetings {
		if m.Running(d.now) && (m.OrganizerID == d.who.ID || m.ContactID == d.who.ID) && m.Ends().After(f.BusyUntil) {
			f.BusyUntil = m.Ends()
		}
		if m.ID == d.in.Due.SubjectID {
			soon := m.StartsAt
			if m.Status == meeting.Proposed && m.Proposal.Old.After(d.now) {
				soon = m.Proposal.Old
			}
			f.Urgent = soon.After(d.now) && soon.Sub(d.now) <= reminder.UrgentWithin || m.Running(d.now)
		}
	}
	if d.conv.Kind != "" && !(d.conv.Kind == PlanTalk && d.conv.Question == qSaved) {
		f.QuestionAt = latest(d.conv.AskedAt, d.conv.LastInAt)
	}
	return f
}

func (d *decision) today() string { return when.DateOf(d.now.In(d.loc)).String() }

// nextQuestion: the phone was silent for long enough; what came in is the answer.
func (d *decision) nextQuestion(reminder.Rule) {
	data := decode(d.conv.Data)
	if d.conv.Kind != ReportTalk || d.conv.SubjectID != d.in.Due.SubjectID || !data.Waiting || !d.takeUp(d.conv.SubjectID) {
		d.end(change.PlanSuperseded, "the conversation went on", uuid.Nil)
		return
	}
	if f, ok := report.Find(report.Name(d.conv.Question)); ok {
		d.interpret(f)
	}
	d.advance("")
	d.end(change.PlanMade, "20 seconds of silence", d.answerID())
}

func (d *decision) nudge(rule reminder.Rule) {
	for _, dr := range d.w.Drafts {
		if dr.ID != d.in.Due.SubjectID {
			continue
		}
		d.setAbout(change.Subject{Kind: change.ReportSubject, ID: dr.ID, Version: dr.Version})
		d.unasked(rule, d.say(lang.NudgeDraft, "first", d.who.First(), "what", d.about1(dr)))
		return
	}
	d.end(change.PlanSuperseded, "the report is closed", uuid.Nil)
}

// unasked queues a text that nobody just asked for, and counts it.
func (d *decision) unasked(rule reminder.Rule, body string) uuid.UUID {
	t := d.textTo(rule.Text, d.addressed(body))
	t.Prio, t.Unasked, t.ValidUntil, t.Reason = rule.Prio, true, d.in.Due.ValidUntil, "rule "+rule.Name+": "+d.in.Due.Reason
	day := d.w.Org.Hours.Window(rule.When)
	t.AnyHour = day != (when.Window{}) && !day.Contains(d.now.In(d.loc))
	if t.Subject.Kind == change.NoSubject {
		t.Subject = change.Subject{Kind: change.PersonSubject, ID: d.who.ID}
	}
	d.set.Add(*t)
	if d.w.Phone.UnaskedOn != d.today() {
		d.seen.UnaskedOn, d.seen.UnaskedCount = d.today(), 0
	}
	d.seen.UnaskedCount++
	d.end(change.PlanMade, "sent", t.ID)
	return t.ID
}

func (d *decision) filedNote(rule reminder.Rule) {
	if d.w.FiledNotes >= 2 {
		d.planDigest(d.who)
		d.end(change.PlanFolded, "the third of the day: the digest tells of it", uuid.Nil)
		return
	}
	f := d.w.Filed
	day := d.say(lang.NoDay)
	if on, ok := when.ParseDate(f.MetOn); ok {
		day = d.day(on)
	}
	debrief := ""
	if on, ok := when.ParseDate(f.DebriefOn); ok {
		debrief = " " + d.say(lang.Label(string(report.StaffFollowUp))) + ": " + d.day(on) + "."
	}
	d.setAbout(change.Subject{Kind: change.ReportSubject, ID: f.ReportID, Version: f.Version})
	link := ""
	if d.w.Org.URL != "" {
		link = " " + d.w.Org.URL + "/admin/reports/" + f.ReportID.String()
	}
	d.unasked(rule, d.say(lang.StaffFiled, "link", link, "organizer", firstOf(f.Organizer), "who", orElse(f.Contact, d.say(lang.SomebodyMet)), "day", day, "debrief", debrief))
}

func (d *decision) end(s change.PlanState, reason string, message uuid.UUID) {
	d.set.Add(change.EndPlan{ID: d.in.Due.ID, Version: d.in.Due.Version, State: s, Reason: reason, MessageID: message})
}

// added answers staff who added somebody: the row, the consent that being added is, and the welcome.
func (d *decision) added() {
	a := d.in.Added
	d.set.Add(change.SavePerson{Person: a.Person, At: d.now})
	d.note(change.Subject{Kind: change.PersonSubject, ID: a.Person.ID}, "added or changed", a.By)
	if !a.Person.Works() || d.w.Phone.ID == 0 {
		return
	}
	if d.w.Phone.Consent == person.ConsentUnknown {
		d.set.Add(change.SetConsent{
			ID: d.ids.New(), PhoneID: d.w.Phone.ID, PersonID: a.Person.ID, Consent: person.ConsentYes,
			Source: "added by " + orElse(a.By, "staff"), At: d.now,
		})
	}
	if a.Welcome && a.New && a.Person.Is(person.Organizer) {
		d.set.Add(change.Plan{
			ID: d.ids.New(), PhoneID: d.w.Phone.ID, PersonID: a.Person.ID, Rule: reminder.WelcomeRule, Occurrence: "1",
			Subject: change.Subject{Kind: change.PersonSubject, ID: a.Person.ID}, DueAt: d.now, ValidUntil: validUntil(reminder.WelcomeRule, d.now),
			Reason: "a new organizer", Data: encode(a.By),
		})
	}
}

func latest(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

func firstOf(name string) string { return person.FirstName(name) }
