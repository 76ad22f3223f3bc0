package turn

import (
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/when"
)

// StateOf says where a one-on-one stands, as a list shows it.
func (t *Turn) StateOf(m world.Meet) string {
	switch m.Status {
	case meeting.Confirmed:
		if NoTexts(m.Contact) == lang.WhyOptedOut && !m.ToldAt.IsZero() {
			return t.Say(lang.StateLeft, "phone", t.Number(m.Contact)) // it may not stand any more
		}
		return t.Say(lang.StateConfirmed)
	case meeting.Proposed:
		return t.Say(lang.StateProposed)
	case meeting.Declined:
		return t.Say(lang.StateDeclined)
	case meeting.Planned, meeting.Held, meeting.NoShow, meeting.CalledOff, meeting.Reported, meeting.Debriefed:
	}
	if !MayText(m.Contact) || !reminder.May(t.w.Org.Sending, m.Contact.Works()) || t.Untold(m) {
		if m.Contact.Phone.IsZero() {
			return t.Say(lang.StateNoNumber)
		}
		return t.Say(lang.StateCall, "phone", t.Number(m.Contact))
	}
	switch at := t.w.Org.Hours.Reach(m.Contact, t.now, t.w.Org.Zone); {
	case !m.AnsweredAt.IsZero():
		return t.Say(lang.StateWrote)
	case m.ToldAt.IsZero() && m.Status == meeting.Planned && at.After(t.now):
		return t.Say(lang.StateToAsk, "when", when.Echo(t.tag, at.In(t.loc), t.now))
	}
	return t.Say(lang.StateNoAnswer)
}
