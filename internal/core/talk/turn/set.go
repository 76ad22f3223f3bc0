package turn

import (
	"maps"
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// SetAbout says what the text that came in, and the texts of this turn, are about.
func (t *Turn) SetAbout(s change.Subject) { t.about = s }

// SetOutcome says in plain words what became of the text that came in, as the thread shows it.
func (t *Turn) SetOutcome(words string) { t.outcome = words }

// HearAs has what follows in this turn take the text for a command.
func (t *Turn) HearAs(c understand.Command, arg string) { t.w.Heard.Command, t.w.Heard.Arg = c, arg }

// HearCommand takes the text for a command that it is in other words.
func (t *Turn) HearCommand(c understand.Command) { t.w.Heard.Command = c }

// HearReply takes the text as an answer that says more than the bare answer.
func (t *Turn) HearReply(r understand.Reply) { t.w.Heard.Reply, t.w.Heard.OwnWords = r, true }

// SpeakFor makes somebody else who has this phone the speaker: on a shared one there are several.
func (t *Turn) SpeakFor(p person.Person) {
	t.who = p
	t.loc = p.Location(t.w.Org.Zone)
}

// SpeakAs makes the one of a shared phone the speaker whom something is about.
func (t *Turn) SpeakAs(id uuid.UUID) {
	for _, p := range t.w.People {
		if p.ID == id {
			t.SpeakFor(p)
		}
	}
}

// Behalf reports whether staff do on the page what is somebody else's, who is told of it and asked nothing.
func (t *Turn) Behalf() bool { return t.in.Kind == world.ActIn && t.in.Act.By.ID != uuid.Nil }

// SpeakIn is the language of this turn's texts to the speaker.
func (t *Turn) SpeakIn(tag lang.Tag) { t.tag = tag }

// SpeaksOf says which one-on-one a contact's text is about: the answer may be the first text of its organizer.
func (t *Turn) SpeaksOf(m world.Meet) { t.speaks = m }

// NamesNobody says that the answer introduces whom it names by itself, or names nobody.
func (t *Turn) NamesNobody() { t.speaks = world.Meet{} }

// CausedBy puts a turn that nobody's text began behind an earlier text.
func (t *Turn) CausedBy(message uuid.UUID) { t.in.MessageID = message }

// NowConsents has what follows in this turn see the phone's new consent.
func (t *Turn) NowConsents(c person.Consent) { t.w.Phone.Consent = c }

// AddContact has what follows in this turn know a contact.
func (t *Turn) AddContact(p person.Person) { t.w.Contacts = append(t.w.Contacts, p) }

// AddEvent has what follows in this turn know an event.
func (t *Turn) AddEvent(e event.Event) { t.w.Events = append(t.w.Events, e) }

// Exempt marks the answer as the one confirmation of an opt-out, which still leaves.
func (t *Turn) Exempt() { t.reply.Exempt = true }

// Unsay takes back what was to be answered, and reports whether something was.
func (t *Turn) Unsay() bool {
	said := t.reply != nil
	t.reply, t.foreword = nil, ""
	t.NamesNobody()
	return said
}

// AnswerID is the answer's, for the row that it was planned by.
func (t *Turn) AnswerID() uuid.UUID { return t.reply.ID }

// Flooded counts this text and returns how many the phone sent within the minute.
func (t *Turn) Flooded() int {
	minute := t.now.Truncate(time.Minute)
	if !t.w.Phone.FloodMinute.Equal(minute) {
		t.seen.FloodMinute, t.seen.FloodCount = minute, 1
		return 1
	}
	t.seen.FloodCount = t.w.Phone.FloodCount + 1
	return t.seen.FloodCount
}

// answerUnknownEvery bounds the automatic answers to a phone nobody here knows.
const answerUnknownEvery = time.Hour

// MayAutoAnswer bounds answers that no conversation asked for: one an hour.
func (t *Turn) MayAutoAnswer() bool {
	if !t.w.Phone.AutoAnswered.IsZero() && t.now.Sub(t.w.Phone.AutoAnswered) < answerUnknownEvery {
		return false
	}
	if !reminder.May(t.w.Org.Sending, t.who.Works()) {
		return false
	}
	t.AutoAnswers()
	return true
}

// AutoAnswers notes that the phone gets an answer that no conversation asked for.
func (t *Turn) AutoAnswers() { t.seen.AutoAnswered = t.now }

// SayFirst puts words in front of whatever this turn answers; where it answers nothing else, they are the answer.
func (t *Turn) SayFirst(words string) { t.foreword = words }

// SayAlso puts words behind those that stand in front of the answer.
func (t *Turn) SayAlso(words string) { t.foreword = phrase.Join(t.foreword, words) }

// Narrow has what follows in this turn read only a part of the text, which says two things: in the language of the whole.
func (t *Turn) Narrow(part string) {
	tag := t.w.Heard.Lang
	t.part, t.w.Heard = part, understand.Read(part, t.Planning())
	if tag != "" {
		t.w.Heard.Lang = tag
	}
}

// First does something whose answer stands in front of whatever this turn answers next.
func (t *Turn) First(do func()) {
	do()
	if t.reply != nil {
		t.foreword, t.reply = t.reply.Body.Text(), nil
	}
}

// SaysFirst reports whether words wait for an answer.
func (t *Turn) SaysFirst() bool { return t.foreword != "" }

// TextsAgain has what follows in this turn see that a contact gets texts as before.
func (t *Turn) TextsAgain(contact uuid.UUID) {
	for i := range t.w.Meetings {
		if t.w.Meetings[i].ContactID == contact {
			t.w.Meetings[i].Contact.Consent = person.ConsentYes
		}
	}
	for i := range t.w.Contacts {
		if t.w.Contacts[i].ID == contact {
			t.w.Contacts[i].Consent = person.ConsentYes
		}
	}
}

// NoMoreTexts has what follows in this turn see that a contact wants no texts, in the reports that are open, too.
func (t *Turn) NoMoreTexts(contact uuid.UUID) {
	for i := range t.w.Meetings {
		if t.w.Meetings[i].ContactID == contact {
			t.w.Meetings[i].Contact.Consent = person.ConsentNo
		}
	}
	for i := range t.w.Contacts {
		if t.w.Contacts[i].ID == contact {
			t.w.Contacts[i].Consent = person.ConsentNo
		}
	}
	for i, dr := range t.w.Drafts {
		if dr.ContactID != contact {
			continue
		}
		a := report.Answer{State: report.Given, Words: "no", Value: "no", Sources: t.Source()}
		dr.Answers = maps.Clone(dr.Answers)
		dr.Set(report.Consent, a)
		t.w.Drafts[i] = dr
		t.set.Add(change.SaveAnswer{
			ReportID: dr.ID, Field: string(report.Consent), State: string(a.State), Words: a.Words, Value: a.Value,
			Sources: a.Sources, At: t.now,
		})
	}
}

// Touched reports whether this turn has changed a one-on-one.
func (t *Turn) Touched(m world.Meet) bool {
	return t.saves(func(s change.SaveMeeting) bool { return s.Meeting.ID == m.ID })
}

// TouchedAny reports whether it has changed any.
func (t *Turn) TouchedAny() bool {
	return t.saves(func(change.SaveMeeting) bool { return true })
}

func (t *Turn) saves(is func(change.SaveMeeting) bool) bool {
	return slices.ContainsFunc(t.set.Changes, func(c change.Change) bool {
		s, ok := c.(change.SaveMeeting)
		return ok && is(s)
	})
}
