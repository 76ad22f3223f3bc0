package whom

import (
	"slices"

	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/agree/offer"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/whose"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// Meet finds which one-on-one a contact's text is about: the one that was asked about, else the next to come, else the one just
// past.
func Meet(t *turn.Turn) (world.Meet, bool) {
	to, named := whose.Addressed(t)
	writer, says := whose.Writer(t)
	says = says && slices.ContainsFunc(t.Meetings(), func(m world.Meet) bool { return t.IsMine(m) && m.ContactID == writer.ID })
	if t.Conv().Kind == world.MeetTalk {
		if m, ok := t.MeetByID(t.Conv().SubjectID); ok && t.IsMine(m) && (!says || m.ContactID == writer.ID) &&
			(!named || m.Organizer.ID == to.ID) {
			SpeakAs(t, m)
			return m, true
		}
	}
	var best world.Meet
	rank := 0
	for _, m := range t.Meetings() {
		if !t.IsMine(m) || named && m.Organizer.ID != to.ID || says && m.ContactID != writer.ID {
			continue
		}
		r := 2 * offer.Nearness(m, t.Now())
		if answersOne(t) && m.Status == meeting.Planned && m.StartsAt.After(t.Now()) && !m.ToldAt.IsZero() {
			r++ // told of, and not answered
		}
		if r > rank || r == 2 && rank == 2 {
			best, rank = m, r
		}
	}
	if rank > 0 {
		SpeakAs(t, best)
	}
	return best, rank > 0
}

// answersOne reports whether a text is an answer: then what waits for one is meant.
func answersOne(t *turn.Turn) bool {
	h := t.Heard()
	return h.Digit >= 1 && h.Digit <= 3 || h.Reply == understand.Yes || h.Reply == understand.No
}

// SpeakAs makes the contact of this one-on-one the speaker: on a shared phone there are several.
func SpeakAs(t *turn.Turn, m world.Meet) {
	if t.Who().ID == m.ContactID || !whose.MayRead(t, m) {
		return
	}
	t.SpeakFor(m.Contact)
}

// NumberIn is the number on which words ask for a call, as the field of what is said of them; nil where they name none.
func NumberIn(t *turn.Turn, words string) []string {
	h := understand.Read(words, t.Planning())
	if words == "" || h.Phone.IsZero() || !understand.WantsCall(words) {
		return nil
	}
	return []string{"phone", h.Phone.Display()}
}

// NumberTold is the number that a text names, as the field of what is said of it; nil where it names none.
func NumberTold(t *turn.Turn) []string {
	if t.Heard().Phone.IsZero() {
		return nil
	}
	return []string{"phone", t.Heard().Phone.Display()}
}
