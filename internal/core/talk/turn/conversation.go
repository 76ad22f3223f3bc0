package turn

import (
	"encoding/json"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// Encode writes what a conversation or a planned row keeps.
func Encode(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic("talk: data of a conversation cannot be encoded")
	}
	return b
}

// DecodeInto reads what a planned row carries; false when it cannot be read.
func DecodeInto(b []byte, into any) bool { return len(b) > 0 && json.Unmarshal(b, into) == nil }

// Decoded reads what a conversation keeps; what cannot be read is as if it had never been kept.
func Decoded[T any](b []byte) T {
	var v, none T
	if len(b) > 0 && json.Unmarshal(b, &v) != nil {
		return none
	}
	return v
}

// Data is what the open question remembers: each question has a struct of its own for it.
func Data[T any](t *Turn) T { return Decoded[T](t.conv.Data) }

// AnswerComesIn reports whether an answer in words is still coming in, text by text.
func (t *Turn) AnswerComesIn() bool {
	return Data[struct {
		Waiting bool `json:"waiting"`
	}](t).Waiting
}

// Listed is the line of the newest list that a letter means.
func (t *Turn) Listed(letter string) (world.ListItem, bool) {
	for _, it := range DecodeList(t.conv.List) {
		if it.Letter == letter {
			return it, true
		}
	}
	return world.ListItem{}, false
}

// DecodeList reads what the letters of the newest list mean.
func DecodeList(b []byte) []world.ListItem { return Decoded[[]world.ListItem](b) }

func (t *Turn) converse() change.Converse {
	c := t.conv
	if s, fresh := t.LastSlip(); !fresh && !s.At.IsZero() {
		c.Slip = nil
	}
	return change.Converse{
		PhoneID: t.w.Phone.ID, Kind: c.Kind, SubjectID: c.SubjectID, PersonID: c.PersonID, Question: c.Question,
		AskedAt: c.AskedAt, LastInAt: c.LastInAt, Tries: c.Tries, Data: c.Data, List: c.List, Relay: c.Relay, Slip: c.Slip,
	}
}

// silent is a phone without an open question: the letters of its newest list, and whose words it last got, stay.
func (t *Turn) silent() world.Conversation {
	return world.Conversation{List: t.conv.List, Relay: t.conv.Relay, Slip: t.conv.Slip}
}

// Remember keeps what the open question must know and no other row holds.
func (t *Turn) Remember(data any) {
	t.conv.Data = Encode(data)
	t.convMoved = true
}

// Retry counts an answer that was not understood.
func (t *Turn) Retry() {
	t.conv.Tries++
	t.convMoved = true
}

// HeardNow notes that more of an answer came in.
func (t *Turn) HeardNow() {
	t.conv.LastInAt = t.now
	t.convMoved = true
}

// KeepList keeps what the letters of the newest list mean.
func (t *Turn) KeepList(list []world.ListItem) {
	t.conv.List = Encode(list)
	t.convMoved = true
}

// DropList says that the newest list had no line.
func (t *Turn) DropList() {
	t.conv.List = nil
	t.convMoved = true
}

// KeepRelay keeps whose words the phone last passed on or got.
func (t *Turn) KeepRelay(r Relayed) {
	t.conv.Relay = Encode(r)
	t.convMoved = true
}

// DropRelay forgets whose words they were: they are answered.
func (t *Turn) DropRelay() {
	t.conv.Relay = nil
	t.convMoved = true
}

// ReplaceTalk makes a question the phone's newest in the place of whatever was open; the letters of the list stay.
func (t *Turn) ReplaceTalk(c world.Conversation) {
	if c.PersonID == uuid.Nil {
		c.PersonID = t.who.ID
	}
	c.AskedAt, c.LastInAt, c.List, c.Relay, c.Slip = t.now, t.now, t.conv.List, t.conv.Relay, t.conv.Slip
	t.conv = c
	t.convMoved = true
}

// CloseTalk ends the open question; the letters of the list stay.
func (t *Turn) CloseTalk() {
	t.conv = t.silent()
	t.convMoved = true
}

// OnReport makes the report in hand what is talked about, before it asks.
func (t *Turn) OnReport(question report.Name) {
	t.conv = world.Conversation{
		Kind: world.ReportTalk, SubjectID: t.draft.ID, PersonID: t.who.ID, Question: string(question),
		List: t.conv.List, Relay: t.conv.Relay, Slip: t.conv.Slip,
	}
}

// AskReport opens a question of the report in hand.
func (t *Turn) AskReport(question report.Name, data any) {
	t.ReplaceTalk(world.Conversation{
		Kind: world.ReportTalk, SubjectID: t.draft.ID, PersonID: t.who.ID, Question: string(question),
		Data: Encode(data),
	})
}

// Reopen puts a question back that was open before.
func (t *Turn) Reopen(question report.Name) {
	t.conv.Question = string(question)
	t.conv.Data = nil
	t.convMoved = true
}

// TriedOnce notes that the question was asked again, by an example.
func (t *Turn) TriedOnce() { t.conv.Tries = 1 }

// OpenTalk makes a question the phone's newest; the letters of the list stay.
func (t *Turn) OpenTalk(c world.Conversation) {
	if t.conv.Kind == world.ReportTalk && c.Kind != world.ReportTalk {
		t.Happened(fact.OtherQuestion{})
	}
	t.ReplaceTalk(c)
}

// FinishWith answers and closes the question; a report that waited for it goes on in the same text, and a plan that it came between.
func (t *Turn) FinishWith(kind string, parts ...string) {
	if t.conv.Kind == world.PlanTalk && t.conv.Question != QSaved && t.Happened(fact.PlanWaits{Words: parts}) {
		return
	}
	if t.conv.Kind == world.ReportTalk && t.Happened(fact.Resumes{First: phrase.Join(parts...)}) { // no answer to it: its question stands
		return
	}
	t.CloseTalk()
	if !t.Happened(fact.Answered{Words: parts}) {
		t.Answer(kind, parts...)
	}
}

// Happened says what happened; the table knows who goes on from it. It reports whether somebody did.
func (t *Turn) Happened(f fact.Fact) bool { return t.table(t, f) }

// QBetter asks a contact what day and time is better.
const QBetter = "better"

// Relayed is what a contact's phone remembers of what it last passed on.
type Relayed struct {
	At      time.Time `json:"at"`
	Words   string    `json:"words,omitempty"` // joined since, not passed on yet
	Key     string    `json:"key,omitempty"`
	Told    time.Time `json:"told,omitzero"` // on a contact's phone: when the organizer's own words came, which what comes next may answer
	By      uuid.UUID `json:"by,omitzero"`   // and whose they were
	Contact uuid.UUID `json:"contact"`       // on the organizer's phone: whose words it got
	Meeting uuid.UUID `json:"meeting"`
	Day     string    `json:"day,omitempty"`    // the one day that they name as good
	Phone   string    `json:"phone,omitempty"`  // the number, in E.164, that they say is theirs now
	Asks    bool      `json:"asks,omitempty"`   // they ask something
	Two     bool      `json:"two,omitempty"`    // another contact's words came shortly before
	Others  bool      `json:"others,omitempty"` // they speak of somebody else
}

// RelayedWords is what an organizer's phone remembers of words of a contact that it gets now.
func (t *Turn) RelayedWords(contact, meeting uuid.UUID, day, words string) Relayed {
	was := DecodeRelay(t.conv.Relay)
	two := was.Contact != uuid.Nil && was.Contact != contact && t.now.Sub(was.At) <= AnswerWindow
	return Relayed{
		At: t.now, Contact: contact, Meeting: meeting, Day: day, Two: two, Asks: strings.ContainsRune(words, '?') || understand.IsQuestion(words),
		Others: understand.NamesKin(words) || understand.SpeaksOfThem(words),
	}
}

// DecodeRelay reads whose words a phone last passed on or got.
func DecodeRelay(b []byte) Relayed { return Decoded[Relayed](b) }
