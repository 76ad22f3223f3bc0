// Package turn is one decision in the making, and all that a room may use: what may be looked at, the one answer, the open question, what
// is planned and told to other phones, the report in hand, and the words in which one-on-ones are spoken of. It knows no room: what a room
// has to do with others is a fact.Fact, and the table of package talk says who goes on from it.
package turn

import (
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/when"
)

// Show is what the page shows of what was done.
func (t *Turn) Show(words string) { t.set.Add(change.Said{Words: words}) }

// Deny tells the page why nothing was done.
func (t *Turn) Deny(words string) { t.set.Add(change.Said{Words: words, Refused: true}) }

// NoteBy is a line of history in a staff member's name.
func (t *Turn) NoteBy(s change.Subject, what change.Fact, words string) {
	t.set.Add(change.Timeline{
		ID: t.ids.New(), Subject: s, ActorKind: change.ByStaff, ActorID: t.in.Act.By.ID, What: what, Note: words,
		At: t.now,
	})
}

// New begins a decision. What it changes of the world is its own: the same world can be decided upon again.
func New(w world.World, in world.Input, now time.Time, ids world.IDs) *Turn {
	w.Meetings, w.Thanks, w.Contacts, w.Events, w.Drafts = slices.Clone(w.Meetings), slices.Clone(w.Thanks), slices.Clone(w.Contacts),
		slices.Clone(w.Events), slices.Clone(w.Drafts)
	return &Turn{w: w, in: in, now: now, ids: ids, conv: w.Conv, seen: change.PhoneSeen{
		PhoneID: w.Phone.ID, LastAt: now, UnaskedOn: w.Phone.UnaskedOn, UnaskedCount: w.Phone.UnaskedCount,
		Heard: w.Phone.Heard, HeardAgain: w.Phone.HeardAgain, IdleSince: w.Phone.IdleSince, IdleCount: w.Phone.IdleCount,
		FloodMinute: w.Phone.FloodMinute, FloodCount: w.Phone.FloodCount, Said: w.Phone.Said,
	}}
}

// SpeakFirst says whose turn it is, and who goes on from what happens in it.
func (t *Turn) SpeakFirst(who person.Person, table func(*Turn, fact.Fact) bool) {
	t.SpeakFor(who)
	t.tag, t.table = Language(who, t.w.Org), table
}

// Turn is one decision in the making: what a room may use. What it may not change it cannot reach.
type Turn struct {
	w     world.World
	in    world.Input
	now   time.Time
	ids   world.IDs
	table func(*Turn, fact.Fact) bool
	who   person.Person
	tag   lang.Tag
	loc   *time.Location
	set   change.Set
	seen  change.PhoneSeen

	conv      world.Conversation
	convMoved bool
	draft     report.Draft // the report in hand
	touched   map[report.Name]bool
	filing    *change.SaveReport
	outcome   string
	about     change.Subject
	reply     *change.Text
	foreword  string     // said before whatever the answer says
	part      string     // what of the text is in hand, where it says two things
	speaks    world.Meet // the one-on-one that a contact's text is about: the answer may be its organizer's first text
}

// Language is in which language somebody is texted.
func Language(p person.Person, o world.Org) lang.Tag {
	if p.Language != "" {
		return p.Language
	}
	if o.Language != "" {
		return o.Language
	}
	return lang.English
}

// Say renders a text in the language of the phone's person.
func (t *Turn) Say(k lang.Key, fields ...string) string {
	return t.w.Org.Words.Text(t.tag, k, fields...)
}

// Answer queues the one automatic answer to an inbound text. A second call in one decision is a fault of ours.
func (t *Turn) Answer(kind string, parts ...string) {
	if t.reply != nil {
		panic("talk: two answers to one text")
	}
	body := phrase.Join(append([]string{t.foreword}, parts...)...)
	t.foreword = ""
	body = t.notTheSame(kind, body)
	if t.speaks.Handed() && !t.Knows(t.speaks.OrganizerID) {
		body = t.Introduced(t.speaks, t.speaks.OrganizerID, body)
	}
	if t.speaks.ID != uuid.Nil || t.conv.Kind == world.GuestTalk {
		body = t.addressed(body)
	}
	t.reply = t.TextTo(kind, body)
	t.reply.Prio = change.PrioReply
	t.reply.Reason = "answers a text"
	if t.in.Kind == world.DueIn {
		t.reply.Reason = "rule " + t.in.Due.Rule
	}
}

// TextTo makes a text to the speaker.
func (t *Turn) TextTo(kind, body string) *change.Text {
	cause := t.in.MessageID
	if t.in.Kind == world.DueIn {
		cause = t.in.Due.Cause
		if cause == uuid.Nil {
			cause = t.in.Due.ID
		}
	}
	if body = sms.Tidy(body); kind != "relay" && kind != "told" { // somebody's own words stand as they were written
		body = sms.Fit(body)
	}
	return &change.Text{
		ID: t.ids.New(), PhoneID: t.w.Phone.ID, PersonID: t.who.ID, Kind: kind, Body: sms.NewBody(body),
		Lang: t.tag, Prio: change.PrioReminder, At: t.now, Cause: cause, Subject: t.about,
	}
}

// Finish puts the parts of the decision in the order in which they have to be stored.
func (t *Turn) Finish(last func(*Turn)) change.Set {
	var out change.Set
	if t.foreword != "" && t.reply == nil {
		t.Answer("saved")
	}
	if t.in.Kind == world.TextIn {
		t.seen.InboundAt = t.now
		t.countIdle()
		out.Add(change.Received{
			MessageID: t.in.MessageID, PhoneID: t.w.Phone.ID, PersonID: t.who.ID, SID: t.in.Inbound.SID,
			SenderRaw: t.in.Inbound.From, Body: t.in.Inbound.Body, Segments: t.in.Inbound.Segments, Media: t.in.Inbound.Media,
			At: t.now, Outcome: t.outcome, Form: t.in.Inbound.Form, Subject: t.about, Kind: "text",
		})
	}
	t.SaveDraft()
	last(t)
	out.Add(t.set.Changes...)
	if t.convMoved {
		out.Add(t.converse())
	}
	if t.reply != nil && reminder.May(t.w.Org.Sending, t.who.Works()) {
		out.Add(*t.reply)
	}
	out.Add(t.seen)
	return out
}

// HandToStaff puts the inbound text on Today: what we cannot answer, a person does.
func (t *Turn) HandToStaff(kind matter.Kind, note string) {
	t.set.Add(change.Attention{
		ID: t.ids.New(), Kind: kind, Subject: change.Subject{Kind: change.PhoneSubject, ID: t.Origin()},
		PhoneID: t.w.Phone.ID, MessageID: t.in.MessageID, Note: note, At: t.now,
	})
}

// Note is a line of history in the name of whoever did it: by a text, or, for what is decided on an organizer's phone, by staff on the
// page.
func (t *Turn) Note(s change.Subject, what change.Fact, words string) {
	by := t.who.ID
	if t.in.Kind == world.ActIn && t.in.Act.By.ID != uuid.Nil {
		by = t.in.Act.By.ID
	}
	t.set.Add(change.Timeline{
		ID: t.ids.New(), Subject: s, ActorKind: t.actor(), ActorID: by, What: what, MessageID: t.in.MessageID,
		Note: words, At: t.now,
	})
}

func (t *Turn) actor() change.Actor {
	if t.in.Kind == world.TextIn {
		return change.ByPerson
	}
	return change.BySystem
}

// Cause is what a plan of this decision goes back to.
func (t *Turn) Cause() uuid.UUID {
	if t.in.Kind == world.DueIn {
		return t.in.Due.Cause
	}
	return t.in.MessageID
}

// Today is the day that it is where the speaker is.
func (t *Turn) Today() string { return when.DateOf(t.now.In(t.loc)).String() }

// Unasked queues a text that nobody just asked for, and counts it.
func (t *Turn) Unasked(rule reminder.Rule, body string) uuid.UUID {
	text := t.TextTo(rule.Text, t.addressed(body))
	text.Prio, text.Unasked, text.ValidUntil, text.Reason = rule.Prio, true, t.in.Due.ValidUntil, "rule "+rule.Name+": "+t.in.Due.Reason
	day := t.w.Org.Hours.Window(rule.When).Within(t.w.Phone.TextHours)
	text.AnyHour = day != (when.Window{}) && !day.Contains(t.now.In(t.loc))
	if text.Subject.Kind == change.NoSubject {
		text.Subject = change.Subject{Kind: change.PersonSubject, ID: t.who.ID}
	}
	t.set.Add(*text)
	if t.w.Phone.UnaskedOn != t.Today() {
		t.seen.UnaskedOn, t.seen.UnaskedCount = t.Today(), 0
	}
	t.seen.UnaskedCount++
	t.End(change.PlanMade, "sent", text.ID)
	return text.ID
}

// End says what became of the planned row that is due.
func (t *Turn) End(s change.PlanState, reason string, message uuid.UUID) {
	t.set.Add(change.EndPlan{ID: t.in.Due.ID, Version: t.in.Due.Version, State: s, Reason: reason, MessageID: message})
}
