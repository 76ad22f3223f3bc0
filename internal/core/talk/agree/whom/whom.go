// Package whom asks a phone of contacts of several organizers for which of them its words are.
package whom

import (
	"encoding/json"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/agree/offer"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/whose"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// Question asks for whom words are.
const Question = "whom"

// joinsFor is how long what follows belongs to the words that are asked about.
const joinsFor = 10 * time.Minute

// Data is what that question remembers: the words, the organizers by number, and the question that was open before.
type Data struct {
	Words    string          `json:"words,omitempty"`
	Of       []uuid.UUID     `json:"of,omitempty"`
	Messages []uuid.UUID     `json:"messages,omitempty"`
	Kind     string          `json:"kind,omitempty"`
	Subject  uuid.UUID       `json:"subject,omitzero"`
	Person   uuid.UUID       `json:"person,omitzero"`
	Question string          `json:"question,omitempty"`
	Before   json.RawMessage `json:"data,omitempty"`
	asked    time.Time       // when it was asked
}

// Asked is what is remembered of it, where it is the open question.
func Asked(t *turn.Turn) (Data, bool) {
	if t.Conv().Kind != world.MeetTalk || t.Conv().Question != Question {
		return Data{}, false
	}
	x := turn.Data[Data](t)
	x.asked = t.Conv().AskedAt
	return x, true
}

// For gives staff what a phone writes that has contacts of several organizers, where it is not plain for which of them it is, and asks
// for which. It reports whether that is so.
func For(t *turn.Turn, m world.Meet, x Data) bool {
	if whose.MayRead(t, m) || t.Heard().Reply == understand.Thanks && !t.SaysMore() {
		return false
	}
	t.SetOutcome("for staff: for which organizer is not said")
	t.NamesNobody()
	t.HandToStaff("needs_answer", "a phone of several organizers' contacts: for whom this is, it does not say")
	known := slices.DeleteFunc(whose.Ties(t), func(p person.Person) bool { return !t.Knows(p.ID) || !p.Reached() })
	if len(known) < 2 || len(known) > 3 || strings.TrimSpace(t.Body()) == "" {
		if t.MayAutoAnswer() {
			t.Answer("help", t.Say(lang.PersonReads, "org", t.Org().Name))
		}
		return true
	}
	ask(t, x, known)
	return true
}

// ask asks for which of these organizers the words are, once for what is written in a row.
func ask(t *turn.Turn, x Data, known []person.Person) {
	c, joined := t.Conv(), x.Words != "" && t.Now().Sub(x.asked) < joinsFor
	before := x
	x = Data{Kind: c.Kind, Subject: c.SubjectID, Person: c.PersonID, Question: c.Question, Before: c.Data}
	if joined {
		x.Words, x.Messages = before.Words, before.Messages
	}
	x.Words = turn.Bounded(strings.TrimPrefix(x.Words+" / "+strings.TrimSpace(t.Body()), " / "))
	x.Messages, x.Of = append(x.Messages, t.MessageID()), nil
	var shown []string
	for i, p := range known {
		x.Of = append(x.Of, p.ID)
		shown = append(shown, phrase.Digit(i)+" "+p.First())
	}
	t.OpenTalk(world.Conversation{
		Kind: world.MeetTalk, SubjectID: c.SubjectID, PersonID: t.Who().ID, Question: Question, Data: turn.Encode(x),
	})
	if joined {
		return
	}
	t.Answer("ask:whom", t.Say(lang.WhoseWords, "options", strings.Join(shown, ", ")))
}

// mostWhom is how many words answer it by a name.
const mostWhom = 5

// Hear takes the answer: the words go to whoever is meant, and the question that was open before goes on.
func Hear(t *turn.Turn, x Data) bool {
	short := len(strings.Fields(t.Body())) <= mostWhom
	named, ok := whose.Addressed(t)
	var to []uuid.UUID
	switch n := t.Heard().Digit; {
	case n >= 1 && n <= len(x.Of):
		to = x.Of[n-1 : n]
	case ok && short && slices.Contains(x.Of, named.ID):
		to = []uuid.UUID{named.ID}
	case short && n == 0 && lexicon.BothWords.In(understand.Padded(t.Body())):
		to = x.Of
	default:
		return false
	}
	GoOn(t, x)
	var names []string
	for _, id := range to {
		m, ok := withOrganizer(t, id)
		if !ok {
			return false
		}
		s := turn.Loose(m.Meeting)
		if m.ID == uuid.Nil {
			s = change.Subject{Kind: change.PersonSubject, ID: m.Contact.ID}
		}
		t.Tell(m.Organizer, reminder.RelayRule, s, fact.WordsNote{Words: x.Words, Contact: m.Contact.ID, By: m.Contact.Name},
			"the contact said for whom it is")
		t.Add(change.Introduced{PhoneID: t.Phone().ID, OrganizerID: id, At: t.Now()})
		names = append(names, m.Organizer.First())
	}
	for _, id := range x.Messages {
		t.Add(change.CloseAttention{Kind: matter.NeedsAnswer, Subject: change.Subject{Kind: change.PhoneSubject, ID: id}, At: t.Now()})
	}
	t.SetOutcome("passed on to the organizer")
	t.NamesNobody()
	t.Answer("help", t.Say(lang.RelayedAnswer, "ofirst", strings.Join(names, ", ")))
	return true
}

// GoOn opens the question again that was open before.
func GoOn(t *turn.Turn, x Data) {
	t.CloseTalk()
	if x.Kind != "" {
		t.ReplaceTalk(world.Conversation{Kind: x.Kind, SubjectID: x.Subject, PersonID: x.Person, Question: x.Question, Data: x.Before})
	}
}

// withOrganizer is the one-on-one of this phone with an organizer that is nearest, else the contact alone.
func withOrganizer(t *turn.Turn, organizer uuid.UUID) (best world.Meet, ok bool) {
	rank := -1
	for _, m := range t.Meetings() {
		if r := offer.Nearness(m, t.Now()); t.IsMine(m) && m.OrganizerID == organizer && r > rank {
			best, rank = m, r
		}
	}
	if rank >= 0 {
		return best, true
	}
	for _, o := range t.Organizers() {
		for _, p := range t.People() {
			if o.ID == organizer && p.OrganizerID == organizer {
				return world.Meet{Organizer: o, Contact: p}, true
			}
		}
	}
	return best, false
}
