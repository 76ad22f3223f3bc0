package offer

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// heldSpan reads what holds a contact from one hour to another, none of which is a time to meet: a no where the one-on-one lies within, "im
// on swing thurs 2 to 10" of one at 3, else what the rest says, if anything: the time that is put forward there, or a yes.
func heldSpan(t *turn.Turn, m world.Meet) (said moment.Said, own understand.Reply, ok bool) {
	h, at := t.Heard(), At(m).In(t.Loc())
	s, held := understand.OwnSpanIn(t.Body())
	if held && s.Open && t.Conv().Question == turn.QBetter {
		return said, understand.NoReply, false // it answers what time suits
	}
	if !held || h.Digit != 0 || !m.Open() || m.Begun(t.Now()) || m.Status == meeting.Proposed || h.Reply == understand.Wrong ||
		h.Reply == understand.WhoIsIt || understand.WishesTexts(t.Body()) || understand.WantsCall(t.Body()) {
		return said, understand.NoReply, false
	}
	rest := understand.Read(s.Rest, t.Planning())
	for _, d := range understand.WeekdaysIn(s.Words) {
		if d != at.Weekday() {
			return said, understand.NoReply, false // it holds them on another day
		}
	}
	r := rest.When
	same := !r.HasDate() || phrase.DateOf(at) == r.Date.String() || r.BareWeekday && r.Date.Weekday() == at.Weekday()
	if !same || r.HasClock && at.Hour()*60+at.Minute() != r.Hour*60+r.Minute || len(r.Options) > 1 {
		said = moment.Said{Base: t.BaseOf(m)}
		return said, understand.NoReply, said.Hear(s.Rest, understand.Text{}, t.Planning())
	}
	switch in := s.Holds(at.Hour()*60 + at.Minute()); {
	case s.Others && (rest.Reply == understand.Yes || h.Reply == understand.Yes || understand.BeginsWithYes(t.Body(), t.Planning())) &&
		!h.Refused && !rest.Condition:
		return said, understand.Yes, true
	case s.Others:
		return said, understand.Maybe, true
	case s.Open && in && !rest.Timed() && !rest.Question && !strings.ContainsAny(s.Rest, "0123456789"):
		return said, understand.Yes, true
	case s.Open:
		return said, understand.NoReply, false
	case in && (understand.ComesAnyway(t.Body()) || lexicon.LateWords.In(understand.Padded(t.Body()))):
		return said, understand.Maybe, true
	case in:
		return said, understand.No, true
	case h.Reply == understand.Yes || rest.Reply == understand.Yes && !rest.Question && !rest.Condition:
		return said, understand.Yes, true
	}
	return said, understand.Maybe, true
}

// yesAndSetsOut reports whether a text says yes, and names hours only as when its writer sets out: "claro que si, dejo al niño en la
// escuela a las 2 y de ahi me voy".
func yesAndSetsOut(t *turn.Turn, m world.Meet) bool {
	h, at := t.Heard(), At(m).In(t.Loc())
	f := strings.Fields(understand.Padded(t.Body()))
	if h.Digit != 0 || h.Refused || strings.ContainsAny(t.Body(), "?¿") || !m.Open() || m.Begun(t.Now()) || m.Status == meeting.Proposed ||
		lexicon.ButWords.Any(f) || lexicon.Negators.Any(f) || onAnotherDay(t, m) || understand.TellsOfIllness(t.Body()) {
		return false
	}
	return understand.YesAndSetsOut(t.Body(), at.Hour()*60+at.Minute(), t.Planning())
}
