package offer

import (
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// PlanWait has staff on duty help when nobody answers an offer: after 3 waking hours, or 3 hours before the old time.
func PlanWait(t *turn.Turn, m world.Meet) {
	at := WakingHours(t.Org().Hours.Day, t.Now(), 3*time.Hour, m.Organizer.Location(t.Org().Zone))
	if before := m.Proposal.Old.Add(-3 * time.Hour); before.Before(at) && before.After(t.Now()) {
		at = before
	}
	t.Add(change.Plan{
		ID: t.NewID(), PhoneID: m.Organizer.PhoneID, Phone: m.Organizer.Phone, PersonID: m.OrganizerID, Subject: turn.SubjectOf(m.Meeting),
		Rule:       reminder.ProposalWaitRule,
		Occurrence: "r" + phrase.Decimal(m.Rev), DueAt: at, Reason: "another time is asked for and not answered",
	})
}

const (
	// wishFor is how long a contact who asks for another time may take to name it before the organizer hears of it.
	wishFor = 30 * time.Minute
	// wishSoon: so shortly before the one-on-one the organizer hears of it at once.
	wishSoon = 3 * time.Hour
)

// PlanWish has the organizer hear that their contact asks for another time, where none is named: what the contact writes next may name it
// (WishOver). Staff see it at once where the organizer gets no texts.
func PlanWish(t *turn.Turn, m world.Meet) {
	if t.Kind() != world.TextIn || !m.Open() || m.Status == meeting.Proposed || m.Begun(t.Now()) {
		return
	}
	if !m.Organizer.Reached() {
		t.HandToStaff(matter.NeedsAnswer, "another time is asked for and none is named")
		return
	}
	at := t.Now().Add(wishFor)
	if m.StartsAt.Sub(t.Now()) < wishSoon {
		at = t.Now().Add(turn.TellAfter)
	}
	p := change.Plan{
		ID: t.NewID(), PersonID: m.OrganizerID, Subject: turn.SubjectOf(m.Meeting), Rule: reminder.WishRule, Occurrence: t.Origin().String(),
		DueAt: at, ValidUntil: m.StartsAt, Cause: t.MessageID(), Reason: "another time is asked for and none is named",
	}
	if t.Heard().Digit == 0 && (!t.Heard().When.NotBefore.IsZero() || WeekNamed(t, m) != "") { // "after the 12th"
		p.Data = turn.Encode(fact.WordsNote{Words: turn.Bounded(t.Body()), Contact: m.ContactID})
	}
	t.ToPhone(&p, m.Organizer)
	t.Add(p)
}

// WishOver drops what PlanWish planned: the contact wrote again.
func WishOver(t *turn.Turn, m world.Meet) {
	if t.Conv().Kind == world.MeetTalk && t.Conv().SubjectID == m.ID && t.Conv().Question == turn.QBetter {
		t.Add(change.CancelPlans{Subject: turn.SubjectOf(m.Meeting), Rule: reminder.WishRule, Reason: "the contact wrote again"})
	}
}

// ComesAfterAll reports whether a contact who said no says that they come all the same: "siempre sí, me cambiaron el turno".
func ComesAfterAll(t *turn.Turn, m world.Meet) bool {
	h := t.Heard()
	if rest, mixed := understand.WithoutMixup(t.Body()); mixed && m.Status == meeting.Declined && m.StartsAt.After(t.Now()) {
		r := understand.Read(rest, t.Planning())
		return r.Reply == understand.Yes && !r.Timed() && !r.Question && t.Phone().Consent != person.ConsentDoubtful
	}
	return m.Status == meeting.Declined && m.StartsAt.After(t.Now()) && !h.Timed() && !h.Question && h.Digit == 0 &&
		t.Phone().Consent != person.ConsentDoubtful && understand.ComesAfterAll(t.Body()) // what may be a stop is settled first
}

// AgreesToItsHour reports whether an organizer takes the time that a contact asks for by its hour, of which the half of the day is not
// said: "sí a las 7", of 7 PM.
func AgreesToItsHour(t *turn.Turn, m world.Meet) bool {
	h := t.Heard()
	if m.Proposal.At.IsZero() || h.When.HasDate() || h.When.HasClock || h.Question || h.Refused || h.Condition || h.Digit != 0 ||
		!understand.AgreesWithHour(t.Body()) {
		return false
	}
	at := m.Proposal.At.In(t.Loc())
	return slices.ContainsFunc(h.When.Options, func(o when.Option) bool {
		return o.HasClock && o.Date.IsZero() && o.Hour == at.Hour() && o.Minute == at.Minute()
	})
}

// AgreesToItsDay reports whether an organizer's yes names the weekday of the time that their contact asks for, and no hour: "sure friday
// works" is that Friday, not the coming one.
func AgreesToItsDay(t *turn.Turn, m world.Meet) bool {
	h := t.Heard()
	return m.Proposal.By == meeting.Contact && !m.Proposal.At.IsZero() && h.Reply == understand.Yes &&
		h.When.BareWeekday && h.When.HasDate() && !h.When.HasClock && len(h.When.Except) == 0 &&
		h.When.Date.Weekday() == m.Proposal.At.In(t.Loc()).Weekday()
}

// NewTime is the time that is asked for, or the one that stands where none was named.
func NewTime(t *turn.Turn, m world.Meet, at time.Time) string {
	if at.IsZero() {
		return t.WhenOf(m, m.StartsAt)
	}
	return t.WhenOf(m, at)
}

// KeepWordless remembers that a contact wants another time and wrote no more than that: a time that follows is for them, unless other words
// wait for an answer.
func KeepWordless(t *turn.Turn, m world.Meet) {
	if r := turn.DecodeRelay(t.Conv().Relay); r.Contact == uuid.Nil || t.Now().Sub(r.At) > turn.AnswerWindow {
		t.KeepRelay(turn.Relayed{At: t.Now(), Key: fact.NoWords, Contact: m.ContactID, Meeting: m.ID})
	}
}
