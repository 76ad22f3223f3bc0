package talk

import (
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/sms"
)

// Decide returns everything that one input does to one phone. It is pure and may panic on a fault of its own: the caller recovers and
// decides again with Input.Fault set, which hands the text to staff.
func Decide(w World, in Input, now time.Time, ids IDs) change.Set {
	d := newDecision(w, in, now, ids)
	d.speakFirst(speaker(w, in), rooms().hear)
	switch in.Kind {
	case TextIn:
		d.text()
	case DueIn:
		d.due()
	case PersonAddedIn:
		d.added()
	case VerdictIn:
		d.verdict()
	case ActIn:
		rooms().act(in.Act.Kind)(d, in.Act)
	}
	return d.finish(rooms().last)
}

// newDecision begins a decision. What it changes of the world is its own: the same world can be decided upon again.
func newDecision(w World, in Input, now time.Time, ids IDs) *decision {
	w.Meetings, w.Thanks, w.Contacts, w.Events = slices.Clone(w.Meetings), slices.Clone(w.Thanks), slices.Clone(w.Contacts), slices.Clone(w.Events)
	return &decision{w: w, in: in, now: now, ids: ids, conv: w.Conv, seen: change.PhoneSeen{
		PhoneID: w.Phone.ID, LastAt: now, UnaskedOn: w.Phone.UnaskedOn, UnaskedCount: w.Phone.UnaskedCount,
		FloodMinute: w.Phone.FloodMinute, FloodCount: w.Phone.FloodCount,
	}}
}

// speakFirst says whose turn it is, and who goes on from what happens in it.
func (d *decision) speakFirst(who person.Person, table func(*decision, Fact) bool) {
	d.speakFor(who)
	d.tag, d.table = language(who, d.w.Org), table
}

// decision is one decision in the making.
type decision struct {
	w     World
	in    Input
	now   time.Time
	ids   IDs
	table func(*decision, Fact) bool
	who   person.Person
	tag   lang.Tag
	loc   *time.Location
	set   change.Set
	seen  change.PhoneSeen

	conv      Conversation
	convMoved bool
	draft     report.Draft // the report in hand
	touched   map[report.Name]bool
	filing    *change.SaveReport
	outcome   string
	about     change.Subject
	reply     *change.Text
	speaks    Meet // the one-on-one that a contact's text is about: the answer may be its organizer's first text
}

// speaker picks whose text it is: on a shared phone somebody of the organization, since only their texts are commands.
func speaker(w World, in Input) person.Person {
	if in.Kind == DueIn && in.Due.PersonID != uuid.Nil {
		for _, p := range w.People {
			if p.ID == in.Due.PersonID {
				return p
			}
		}
	}
	for _, p := range w.People {
		if p.ID == w.Conv.PersonID && w.Conv.Kind != "" {
			return p
		}
	}
	for _, p := range w.People {
		if p.Works() {
			return p
		}
	}
	if len(w.People) > 0 {
		return w.People[0]
	}
	return person.Person{}
}

func language(p person.Person, o Org) lang.Tag {
	if p.Language != "" {
		return p.Language
	}
	if o.Language != "" {
		return o.Language
	}
	return lang.English
}

// say renders a text in the language of the phone's person.
func (d *decision) say(k lang.Key, fields ...string) string {
	return d.w.Org.Words.Text(d.tag, k, fields...)
}

// answer queues the one automatic answer to an inbound text. A second call in one decision is a fault of ours.
func (d *decision) answer(kind string, parts ...string) {
	if d.reply != nil {
		panic("talk: two answers to one text")
	}
	body := join(parts...)
	if d.speaks.handed() && !d.knows(d.speaks.OrganizerID) {
		body = d.introduced(d.speaks, d.speaks.OrganizerID, body)
	}
	if d.speaks.ID != uuid.Nil || d.conv.Kind == GuestTalk {
		body = d.addressed(body)
	}
	d.reply = d.textTo(kind, body)
	d.reply.Prio = change.PrioReply
	d.reply.Reason = "answers a text"
	if d.in.Kind == DueIn {
		d.reply.Reason = "rule " + d.in.Due.Rule
	}
}

func (d *decision) textTo(kind, body string) *change.Text {
	cause := d.in.MessageID
	if d.in.Kind == DueIn {
		cause = d.in.Due.Cause
		if cause == uuid.Nil {
			cause = d.in.Due.ID
		}
	}
	return &change.Text{
		ID: d.ids.New(), PhoneID: d.w.Phone.ID, PersonID: d.who.ID, Kind: kind, Body: sms.NewBody(sms.Tidy(body)),
		Lang: d.tag, Prio: change.PrioReminder, At: d.now, Cause: cause, Subject: d.about,
	}
}

// finish puts the parts of the decision in the order in which they have to be stored.
func (d *decision) finish(last func(*decision)) change.Set {
	var out change.Set
	if d.in.Kind == TextIn {
		d.seen.InboundAt = d.now
		out.Add(change.Received{
			MessageID: d.in.MessageID, PhoneID: d.w.Phone.ID, PersonID: d.who.ID, SID: d.in.Inbound.SID,
			SenderRaw: d.in.Inbound.From, Body: d.in.Inbound.Body, Segments: d.in.Inbound.Segments, Media: d.in.Inbound.Media,
			At: d.now, Outcome: d.outcome, Form: d.in.Inbound.Form, Subject: d.about, Kind: "text",
		})
	}
	d.saveDraft()
	last(d)
	out.Add(d.set.Changes...)
	if d.convMoved {
		out.Add(d.converse())
	}
	if d.reply != nil && reminder.May(d.w.Org.Sending, d.who.Works()) {
		out.Add(*d.reply)
	}
	out.Add(d.seen)
	return out
}

func (d *decision) converse() change.Converse {
	c := d.conv
	return change.Converse{
		PhoneID: d.w.Phone.ID, Kind: c.Kind, SubjectID: c.SubjectID, PersonID: c.PersonID, Question: c.Question,
		AskedAt: c.AskedAt, LastInAt: c.LastInAt, Tries: c.Tries, Data: c.Data, List: c.List, Relay: c.Relay,
	}
}

// silent is a phone without an open question: the letters of its newest list, and whose words it last got, stay.
func (d *decision) silent() Conversation { return Conversation{List: d.conv.List, Relay: d.conv.Relay} }

// handToStaff puts the inbound text on Today: what we cannot answer, a person does.
func (d *decision) handToStaff(kind, note string) {
	d.set.Add(change.Attention{
		ID: d.ids.New(), Kind: kind, Subject: change.Subject{Kind: change.PhoneSubject, ID: d.in.MessageID},
		PhoneID: d.w.Phone.ID, MessageID: d.in.MessageID, Note: note, At: d.now,
	})
}

// note is a line of history in the name of whoever did it: by a text, or, for what is decided on an organizer's phone, by staff on the page.
func (d *decision) note(s change.Subject, what, words string) {
	by := d.who.ID
	if d.in.Kind == ActIn && d.in.Act.By.ID != uuid.Nil {
		by = d.in.Act.By.ID
	}
	d.set.Add(change.Timeline{
		ID: d.ids.New(), Subject: s, ActorKind: d.actor(), ActorID: by, What: what, MessageID: d.in.MessageID,
		Note: words, At: d.now,
	})
}

func (d *decision) actor() string {
	if d.in.Kind == TextIn {
		return "person"
	}
	return "system"
}

// join puts the parts of a text together with single spaces, keeping line breaks that a part brings.
func join(parts ...string) string {
	var b strings.Builder
	for _, p := range parts {
		p = strings.TrimSpace(p)
		if p == "" {
			continue
		}
		if b.Len() > 0 {
			if strings.HasPrefix(p, "\n") || strings.Contains(p, "\n") || strings.HasSuffix(b.String(), ":") && strings.Contains(p, "\n") {
				b.WriteByte('\n')
			} else {
				b.WriteByte(' ')
			}
		}
		b.WriteString(p)
	}
	return b.String()
}

// cause is what a plan of this decision goes back to.
func (d *decision) cause() uuid.UUID {
	if d.in.Kind == DueIn {
		return d.in.Due.Cause
	}
	return d.in.MessageID
}
