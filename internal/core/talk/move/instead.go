package move

import (
	"strings"

	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// mostInstead is how many words a text has at most that only says when it is instead.
const mostInstead = 14

// instead takes the time that follows what was just called off, and names nobody else, for another one-on-one with the same contact: "el
// viernes a la misma hora si puede", "maybe thurs at 4 instead". It is shown before it is saved.
func instead(t *turn.Turn) bool {
	h := t.Heard()
	s, fresh := t.LastSlip()
	if !fresh || len(s.Meets) != 1 || t.AsksNow() || h.Command != understand.None || h.Digit != 0 || h.Letter != "" || !h.Phone.IsZero() ||
		!h.Timed() || len(strings.Fields(t.Body())) > mostInstead {
		return false
	}
	m, ok := t.MeetByID(s.Meets[0].ID)
	if ok && m.Open() && !m.Begun(t.Now()) && m.OrganizerID == t.Who().ID && understand.OpensCorrection(t.Body()) && !namesElse(t, m) {
		moveWords(t, m, t.Body()) // "wait sat im at my sisters. sunday same time"
		return true
	}
	if !ok || m.Status != meeting.CalledOff || m.OrganizerID != t.Who().ID || namesElse(t, m) {
		return false
	}
	said := moment.Said{Base: t.BaseOf(m)}
	if !said.Hear(t.Body(), understand.Text{}, t.Planning()) {
		return false
	}
	if understand.SaysSameTime(t.Body()) && said.Date != "" && said.Clock == "" {
		said.SameDayAs(m.StartsAt.In(t.Loc()))
	}
	t.Happened(fact.AnotherOne{Meet: m, Time: said, Place: m.Place})
	return true
}

// namesElse reports whether a text names somebody else than whom a one-on-one is with.
func namesElse(t *turn.Turn, m world.Meet) bool {
	return t.Heard().Person != "" && !turn.Names(understand.Padded(t.Heard().Person), m.Contact.First())
}
