// Package sure holds back what an organizer's text would have a contact told where the text was not understood whole: it says what would be
// told and what was left over, and a yes does what the text would have done. Clean orders never come here.
package sure

import (
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// maxHeld bounds a text that is kept until a yes: a longer one is a story.
const maxHeld = 700

// sureFor is how long a yes does what was held back: what comes later may answer something else.
const sureFor = 12 * time.Hour

// held is what the question remembers: the text, and the question to which it was written.
type held struct {
	Body string             `json:"body"`
	Conv world.Conversation `json:"conv"`
	Left string             `json:"left,omitempty"` // what is kept as a note
}

// Again is the text that a yes stands for, and the question that was open when it was written; both come back as they are where nothing
// waits for a yes.
func Again(conv world.Conversation, in world.Input, c when.Context) (world.Conversation, world.Input, bool) {
	if in.Kind != world.TextIn || conv.Kind != world.SendTalk || conv.Question != world.AsksSure || in.Fault != "" ||
		c.At.Sub(conv.AskedAt) > sureFor {
		return conv, in, false
	}
	h := understand.Read(in.Inbound.Body.Text(), c)
	kept := turn.Decoded[held](conv.Data)
	if h.Digit != 1 && (h.Digit != 0 || h.Reply != understand.Yes && !understand.SaysSend(in.Inbound.Body.Text())) || kept.Body == "" {
		return conv, in, false
	}
	kept.Conv.List, kept.Conv.Relay, kept.Conv.Slip = conv.List, conv.Relay, conv.Slip
	in.Inbound.Body = sms.NewBody(kept.Body)
	return kept.Conv, in, true
}

// Doubt is what is asked before a contact is told.
type Doubt struct {
	meet  world.Meet
	rule  string
	words string // what would be passed on
	left  string // what was not taken of the text
	body  string // what a yes stands for
}

// Look finds what a text has a contact told, where it was not understood whole.
func Look(t *turn.Turn, conv world.Conversation, before []world.Meet) (Doubt, bool) {
	if t.Kind() != world.TextIn || !t.Who().Works() || answers(t, conv) {
		return Doubt{}, false
	}
	return look(t, before, false)
}

// Reread is what a text has a contact told that was only understood when it was read a second time: never without a yes. left is what that
// reading leaves out.
func Reread(t *turn.Turn, before []world.Meet, left string) (Doubt, bool) {
	d, ok := look(t, before, true)
	d.left = strings.Trim(d.left+", "+left, ", ")
	return d, ok
}

// look finds what a text has a contact told; always whether or not it was understood whole.
func look(t *turn.Turn, before []world.Meet, always bool) (Doubt, bool) {
	for _, c := range t.Changes() {
		p, ok := c.(change.Plan)
		if !ok || p.State != "" || p.PersonID == t.Who().ID {
			continue
		}
		d := Doubt{rule: p.Rule, body: t.Body()}
		d.meet, _ = t.MeetByID(p.Subject.ID)
		switch p.Rule {
		case reminder.ToldRule:
			ok = d.told(t, p) || always
		case reminder.CounterRule, reminder.SettledRule: // of two at once each part has its own
			ok = meetsChanged(t) == 1 && (d.changed(t, before) || always)
		case reminder.ChangedRule, reminder.CalledOffRule:
			ok = d.changed(t, before) || always
		default:
			continue
		}
		if ok {
			return d, true
		}
	}
	return Doubt{}, false
}

// meetsChanged counts the one-on-ones that a text changes.
func meetsChanged(t *turn.Turn) int {
	ids := map[uuid.UUID]bool{}
	for _, c := range t.Changes() {
		if m, ok := c.(change.SaveMeeting); ok {
			ids[m.Meeting.ID] = true
		}
	}
	return len(ids)
}

// mostChosen is among how many things somebody chooses by their place: "la primera".
const mostChosen = 9

// answers reports whether a text answers a question and says nothing else, or takes something back: both are understood whole.
func answers(t *turn.Turn, conv world.Conversation) bool {
	h, body := t.Heard(), t.Body()
	yes := h.Reply == understand.Yes && len(strings.Fields(body)) <= 4 && !h.When.HasDate() && !h.When.HasClock
	chosen := conv.Kind == world.WhichTalk || understand.ReadChoice(body, mostChosen) > 0 || conv.Kind == world.SendTalk &&
		conv.Question != world.AsksSure
	asked := conv.Kind == world.MoveTalk && conv.Question == "where" // to which place: "the library on 23rd"
	return yes || chosen || asked || h.Digit != 0 || len(body) > maxHeld || understand.SaysUndo(body) || understand.TakesBack(body) ||
		understand.LeavesAsWas(body) || understand.BackOn(body) && !understand.PassesQuestion(body)
}

// told looks at words that are passed on.
func (d *Doubt) told(t *turn.Turn, p change.Plan) bool {
	n := turn.Decoded[fact.WordsNote](p.Data)
	for _, c := range t.Contacts() {
		if d.meet.ID == uuid.Nil && c.ID == n.Contact {
			d.meet.Contact = c
		}
	}
	d.words, d.left = understand.Passed(n.Words)
	if d.left == "" && !understand.Slipped(n.Words) || !strings.Contains(d.body, n.Words) {
		return false
	}
	if d.words == "" {
		d.words, d.left = n.Words, ""
	}
	d.body = strings.Replace(d.body, n.Words, d.words, 1)
	return true
}

// changed looks at an order that moves or ends a one-on-one.
func (d *Doubt) changed(t *turn.Turn, before []world.Meet) bool {
	named := understand.OffStreet(d.meet.Place)
	taken := []string{d.meet.Place, named, d.meet.Contact.Name, d.meet.Contact.First(), t.Who().First()}
	old := world.Meet{}
	for _, m := range before {
		if m.ID == d.meet.ID {
			old = m
			taken = append(taken, m.Place)
		}
	}
	taken = append(taken, strings.Fields(d.meet.Contact.Name)...)
	put := t.Body()[lexicon.PutsForward.Lead(t.Body()):] // "how about friday at 3 then"
	if passesOn(t) {                                     // "and tell her to bring the lease"
		put, _ = understand.ToldBeside(put, []string{d.meet.Contact.First(), d.meet.Contact.Name})
	}
	if d.rule == reminder.CounterRule {
		put = withoutRefused(t, put)
	}
	d.left = understand.LeftOver(phrase.WithoutTimes(withoutAsking(put), t.Planning()), taken)
	if _, beside := understand.Passed(understand.WithoutSamePlace(t.Body())); d.left == "" { // "but say it nicer"
		d.left = beside
	}
	them := []string{d.meet.Contact.Name, d.meet.Contact.First()}
	if d.left == "" && understand.TellsTheyDo(t.Body(), them) { // "maria will know by wednesday"
		d.left = strings.TrimSpace(t.Body())
	}
	placed := d.meet.Place != old.Place && (understand.DoubtfulPlace(d.meet.Place) || understand.PlaceInReason(t.Body(), d.meet.Place))
	_, _, asks := understand.AsksTime(t.Body())
	asked := asks || understand.PassesQuestion(t.Body()) // "pregúntale a rosa si puede el viernes": to ask is not to move
	return d.left != "" || placed || asked || understand.Doubts(t.Body())
}

// withoutAsking leaves out the sentence that has the contact asked about the time: it is done.
func withoutAsking(words string) string {
	if _, _, ok := understand.AsksTime(words); !ok {
		return words
	}
	return strings.Join(slices.DeleteFunc(understand.Clauses(words), func(c string) bool {
		_, _, asks := understand.AsksTime(c)
		return asks
	}), ", ")
}

// withoutRefused leaves out of words that put a time forward the sentences that do no more than refuse another: "el sábado no puedo".
func withoutRefused(t *turn.Turn, words string) string {
	var out []string
	for _, c := range understand.Clauses(words) {
		if h := understand.Read(c, t.Planning()); !h.Refused || h.OwnWords || len(h.When.Except) == 0 {
			out = append(out, c)
		}
	}
	return strings.Join(out, ", ")
}

// passesOn reports whether words go to a contact along with what is changed.
func passesOn(t *turn.Turn) bool {
	return slices.ContainsFunc(t.Changes(), func(c change.Change) bool {
		p, ok := c.(change.Plan)
		return ok && p.State == "" && p.Rule == reminder.ToldRule
	})
}

// noted is what a yes keeps as a note: how words are to be said is for us alone.
func (d *Doubt) noted() string {
	if d.rule == reminder.ToldRule {
		return ""
	}
	return d.left
}

// Keep keeps what was left over of the text that a yes stands for, as a note on the one-on-one.
func Keep(t *turn.Turn, asked world.Conversation) {
	left := turn.Decoded[held](asked.Data).Left
	m, ok := t.MeetByID(asked.SubjectID)
	if left == "" || !ok {
		return
	}
	t.Add(change.AddNote{
		ID: t.NewID(), AuthorID: t.Who().ID, MeetingID: m.ID, PersonID: m.ContactID, Kind: change.NoteWords,
		Words: turn.Bounded(left), At: t.Now(),
	})
}

// Ask asks; a yes does what the text would have done.
func Ask(t *turn.Turn, d Doubt) {
	t.Flooded()
	t.InCircles()
	t.SetOutcome("asked: not understood whole")
	conv := t.Conv()
	conv.List, conv.Relay, conv.Slip = nil, nil, nil
	t.OpenTalk(world.Conversation{
		Kind: world.SendTalk, SubjectID: d.meet.ID, Question: world.AsksSure, Data: turn.Encode(held{Body: d.body, Conv: conv, Left: d.noted()}),
	})
	left := ""
	switch {
	case d.left == "":
	case d.rule == reminder.ToldRule:
		left = t.Say(lang.SureLeft, "words", report.Excerpt(d.left, 80))
	default:
		left = t.Say(lang.SureNoted, "words", report.Excerpt(d.left, 80))
	}
	first := d.meet.Contact.First()
	if d.meet.Status == meeting.Proposed && !d.meet.Proposal.At.IsZero() { // what is put forward
		d.meet.StartsAt = d.meet.Proposal.At
	}
	switch {
	case d.rule == reminder.ToldRule:
		t.Answer("ask:send", t.Say(lang.SureTell, "first", first, "words", report.Excerpt(d.words, 120), "also", left))
	case d.meet.Status == meeting.CalledOff:
		t.Answer("ask:send", t.Say(lang.SureOff, "what", t.What(d.meet), "first", first, "also", left))
	default:
		t.Answer("ask:send", t.Say(lang.SureChange, "what", t.What(d.meet), "first", first, "also", left))
	}
}
