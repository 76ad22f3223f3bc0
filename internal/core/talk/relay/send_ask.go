package relay

import (
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// maxChat is how many words more a chat goes on with.
const maxChat = 25

// Around the start of a one-on-one, what nobody else understands is most likely for whom one is about to meet.
const (
	beforeStart = 30 * time.Minute
	beforeLate  = 2 * time.Hour // that one will be late
	afterStart  = 15 * time.Minute
	beforeNamed = 12 * time.Hour // who is named is told early too that one will be late
)

// chatsOn asks whether words that nobody else takes are more for the contact to whom the newest words went a few minutes ago: "ok gimme 2
// sec", "ya la vi, ahi voy".
func chatsOn(t *turn.Turn) bool {
	s, fresh := t.LastSlip()
	h := t.Heard()
	if besideOffer(t) || aroundStart(t) || answersDay(t) || reactsLater(t) {
		return true
	}
	if !fresh || s.Whom == uuid.Nil || s.Words.Kind != change.MeetingSubj || h.Command != understand.None || h.Digit != 0 || h.Letter != "" ||
		t.AsksNow() || len(strings.Fields(t.Body())) > maxChat {
		return false
	}
	m, ok := t.MeetByID(s.Words.ID)
	if !ok || m.OrganizerID != t.Who().ID || !turn.MayText(m.Contact) || understand.AboutNamed(t.Body(), m.Contact.First()) {
		return false
	}
	askSend(t, m, forThem(t, m, t.Body()))
	return true
}

// aroundStart asks whether words are for the contact whom one is about to meet: "running like 10 late", "ya llegué, estoy afuera".
func aroundStart(t *turn.Turn) bool {
	h, late := t.Heard(), understand.OwnLate(t.Body()) && t.LeadingContact() == "" // "maria is running late"
	if h.Command != understand.None || h.Digit != 0 || h.Letter != "" || !h.Phone.IsZero() || h.Person != "" && !late || t.AsksNow() ||
		len(strings.Fields(t.Body())) > maxChat || understand.SpeaksOfThem(t.Body()) { // "i forgot to let her know"
		return false
	}
	var near []world.Meet
	for _, m := range t.Organized() {
		before := beforeStart
		if late || lexicon.OwnHere.In(understand.Padded(t.Body())) || understand.OwnMishap(t.Body()) {
			before = beforeLate
		}
		if late && turn.Names(understand.Padded(t.Body()), m.Contact.First()) {
			before = beforeNamed
		}
		if m.Open() && t.Now().After(m.StartsAt.Add(-before)) && t.Now().Before(m.StartsAt.Add(afterStart)) {
			near = append(near, m)
		}
	}
	if len(near) != 1 || !turn.MayText(near[0].Contact) || namesAnother(t, near[0]) ||
		understand.AboutNamed(t.Body(), near[0].Contact.First()) {
		return false
	}
	askSend(t, near[0], forThem(t, near[0], t.Body()))
	return true
}

// besideOffer asks whether words that do not answer another time or place which a contact asks for are for that contact: "no just
// yourself", "ok hope he feels better". The question stays open behind them.
func besideOffer(t *turn.Turn) bool {
	m, ok := t.MeetByID(t.Conv().SubjectID)
	h := t.Heard()
	if t.Conv().Kind != world.ProposalTalk || !t.AsksNow() || !ok || m.OrganizerID != t.Who().ID || !turn.MayText(m.Contact) ||
		h.Command != understand.None ||
		h.Digit != 0 || h.Letter != "" || !h.Phone.IsZero() || len(strings.Fields(t.Body())) > maxChat || namesAnother(t, m) {
		return false
	}
	askSend(t, m, forThem(t, m, t.Body()))
	return true
}

// namesAnother reports whether a text names another of the organizer's contacts, and not this one.
func namesAnother(t *turn.Turn, m world.Meet) bool {
	p := understand.Padded(t.Body())
	return !turn.Names(p, m.Contact.First()) && slices.ContainsFunc(t.Organized(), func(o world.Meet) bool {
		return o.ContactID != m.ContactID && turn.Names(p, o.Contact.First())
	})
}

// mostSuits is how many words ask a contact what would suit, and nothing else.
const mostSuits = 8

// asksWhatSuits asks whether a question what would suit is for the contact whose words came last, or who said no: "donde le queda bien?",
// "when can u?". It asks nothing of the record.
func asksWhatSuits(t *turn.Turn) bool {
	if invites(t) || asksThemToo(t) {
		return true
	}
	if lexicon.AsksWhatSuits.Lead(strings.Trim(t.Body(), "?¿! ")) == 0 || len(strings.Fields(t.Body())) > mostSuits || t.AsksNow() {
		return false
	}
	m, ok := lastWrote(t)
	if !ok {
		return false
	}
	askSend(t, m, t.Body())
	return true
}
