package relay

import (
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// What is written to a contact whose words came since, or a while ago.

// wroteSince asks about new words in the place of those that wait for a yes, where their contact has written again meanwhile: they answer
// what came since.
func wroteSince(t *turn.Turn, m world.Meet, data sendData) bool {
	r, h := turn.DecodeRelay(t.Conv().Relay), t.Heard()
	if t.Conv().Question != "send" || data.Report != "" || r.Contact != m.ContactID || !r.At.After(t.Conv().AskedAt) ||
		t.Now().Sub(r.At) > turn.AnswerWindow || !forThemOnly(t, m) || h.Digit != 0 {
		return false
	}
	if data.Words != "" {
		t.SayFirst(t.Say(lang.SendLapsed, "first", m.Contact.First(), "words", report.Excerpt(data.Words, 60)))
	}
	askSend(t, m, forThem(t, m, t.Body()))
	return true
}

// forThemOnly reports whether a text may be for a contact: it is no command, names nobody else, and tells nothing of them.
func forThemOnly(t *turn.Turn, m world.Meet) bool {
	h := t.Heard()
	return h.Command == understand.None && h.Letter == "" && turn.MayText(m.Contact) && !namesAnother(t, m) &&
		!understand.AboutNamed(t.Body(), m.Contact.First()) && !understand.OrdersMeet(t.Body()) &&
		(!understand.IsOrder(t.Body()) || understand.AnswersNews(t.Body(), t.Planning())) &&
		(understand.OutcomeIn(t.Body()) == understand.NoOutcome || understand.AnswersNews(t.Body(), t.Planning())) &&
		len(strings.Fields(t.Body())) <= maxChat
}

// reactsFor is how long what one says to somebody's news is still for them: they may have come in the night.
const reactsFor = 12 * time.Hour

// mostReacting is how many words react to news and say nothing else.
const mostReacting = 7

// reactsLater asks whether a few words that nobody else takes are for the contact whose words came last, and have not been answered: "thats
// huge!!"
func reactsLater(t *turn.Turn) bool {
	r, h := turn.DecodeRelay(t.Conv().Relay), t.Heard()
	m, ok := t.MeetByID(r.Meeting)
	if !ok || r.Contact == uuid.Nil || r.Two || t.Now().Sub(r.At) > reactsFor || t.AsksNow() || h.Digit != 0 || m.OrganizerID != t.Who().ID ||
		h.Timed() || !h.Phone.IsZero() || len(strings.Fields(t.Body())) > mostReacting || !forThemOnly(t, m) {
		return false
	}
	p := understand.Padded(t.Body())
	if !strings.Contains(t.Body(), "!") && lexicon.Soothes.Lead(t.Body()) == 0 && lexicon.ReactsTo.Lead(strings.TrimSpace(p)) == 0 &&
		!understand.WishesWell(t.Body()) {
		return false
	}
	askSend(t, m, forThem(t, m, t.Body()))
	return true
}

// asksThemToo asks whether what answers a contact's news and asks what would suit is for them: it asks nothing of the record.
func asksThemToo(t *turn.Turn) bool {
	if t.AsksNow() || !understand.AnswersNews(t.Body(), t.Planning()) {
		return false
	}
	m, ok := lastWrote(t)
	if !ok || !forThemOnly(t, m) || turn.Names(understand.Padded(t.Body()), m.Contact.First()) {
		return false
	}
	askSend(t, m, forThem(t, m, t.Body()))
	return true
}

// lastWrote is the one-on-one whose contact's words came last, a short while ago, else the only one to which a contact said no.
func lastWrote(t *turn.Turn) (world.Meet, bool) {
	r := turn.DecodeRelay(t.Conv().Relay)
	m, ok := t.MeetByID(r.Meeting)
	if ok = ok && r.Contact != uuid.Nil && t.Now().Sub(r.At) <= turn.AnswerWindow; !ok {
		off := slices.DeleteFunc(t.Organized(), func(m world.Meet) bool { return m.Status != meeting.Declined || m.Begun(t.Now()) })
		if ok = len(off) == 1; ok {
			m = off[0]
		}
	}
	return m, ok && m.OrganizerID == t.Who().ID && turn.MayText(m.Contact)
}
