package agree

import (
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/agree/known"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// consentByContact: the phone itself says that texts are welcome; what can still be planned is planned.
func consentByContact(t *turn.Turn, m world.Meet) {
	t.Happened(fact.TextsWelcome{})
	t.Happened(fact.ForOrganizer{Meet: m, Thanks: t.Say(lang.RelayedAnswer, "ofirst", m.Organizer.First())})
}

// planAfterConsent plans the texts about one-on-ones that the phone may now get.
func planAfterConsent(t *turn.Turn, _ fact.ConsentGiven) {
	for _, m := range t.Meetings() {
		if t.IsMine(m) && (m.Status == meeting.Planned || m.Status == meeting.Confirmed) && m.StartsAt.After(t.Now()) {
			t.Replan(m, !m.ToldAt.IsZero())
		}
	}
}

// where tells the place, to the one whose private texts leave it out.
func where(t *turn.Turn, m world.Meet) {
	if m.Place == "" {
		t.Happened(fact.ForOrganizer{Meet: m, Thanks: t.SayMeet(lang.WhereNot, m)})
		return
	}
	t.Answer("help", t.Say(lang.WhereAnswer, "when", t.WhenOf(m, m.StartsAt), "place", t.PlaceOf(m)))
}

func whoIsIt(t *turn.Turn, m world.Meet) {
	on := ""
	if m.Open() && m.StartsAt.After(t.Now()) {
		on = t.Say(lang.OnDay, "when", t.WhenOf(m, m.StartsAt))
	}
	t.Add(change.Introduced{PhoneID: t.Phone().ID, OrganizerID: m.OrganizerID, StopLine: true, At: t.Now()})
	t.Happened(fact.ForOrganizer{Meet: m, Thanks: known.WhoWeAre(t, m, on)})
}

// saysYesToo hears the yes of who also asks who writes, "works for me, whos ana again?", whose answer goes along.
func saysYesToo(t *turn.Turn, m world.Meet) bool {
	if !m.Open() || m.Begun(t.Now()) || m.Status == meeting.Proposed || !understand.AgreesBesides(t.Body(), t.Planning()) {
		return false
	}
	t.HearReply(understand.Yes)
	return true
}
