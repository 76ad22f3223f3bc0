package offer

import (
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// BusyThen reports whether a yes goes on with what holds the contact at the very hour that is asked for: "yes but at 3 i pick up my kids".
// It is no yes, and no other time.
func BusyThen(t *turn.Turn, m world.Meet) bool {
	h := t.Heard()
	if h.Digit != 0 || h.Question || h.Reply != understand.Yes && h.Reply != understand.Another {
		return false
	}
	held := understand.HeldBehindBut(t.Body())
	if held == "" {
		return false
	}
	at := m.StartsAt.In(t.Loc())
	r := understand.Times(held, t.Planning())
	if r.HasDate() && r.Date != when.DateOf(at) {
		return false
	}
	hour, minute := r.Hour, r.Minute
	if !r.HasClock {
		var ok bool
		if hour, minute, ok = understand.HourAlone(held); !ok {
			return false
		}
	}
	return hour%12 == at.Hour()%12 && minute == at.Minute()
}

// AtLast is the time that a contact puts forward behind others that they only tell of: "cant do 3 i get off at 330 what about like 4ish".
func AtLast(t *turn.Turn, m world.Meet) (said moment.Said, ok bool) {
	h, words := t.Heard(), understand.Offered(t.Body())
	if words == "" || h.Digit != 0 || h.When.HasClock || h.When.HasDate() || len(h.When.Options) > 0 || !m.Open() || m.Begun(t.Now()) ||
		h.Reply != understand.Another && h.Reply != understand.No && h.Reply != understand.NoReply {
		return said, false
	}
	said = moment.Said{Base: t.BaseOf(m)}
	if said.HearHour(words, At(m).In(t.Loc())) {
		said.SameDayAs(At(m).In(t.Loc()))
		return said, true
	}
	return said, said.Hear(words, understand.Text{}, t.Planning()) && (said.Date != "" || len(said.Options) > 0)
}
