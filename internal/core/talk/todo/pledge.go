package todo

import (
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// spokenOf is how long "her" is the contact whose words came last.
const spokenOf = 24 * time.Hour

// pledges keeps what somebody says unasked that they themselves will do: "ill call her tmrw", behind a contact's words. Where it may be for
// that contact to read, it is asked too whether it is.
func pledges(t *turn.Turn) bool {
	var names []string
	for _, c := range t.Contacts() {
		names = append(names, c.First())
	}
	p, ok := understand.OwnPledge(t.Body(), names)
	if !ok || !t.Who().Works() || t.Heard().Command != understand.None || !t.Heard().Phone.IsZero() ||
		t.AsksNow() && !(p.Told && ofSomebodyElse(t)) || atTheirHour(t) {
		return false
	}
	r := turn.DecodeRelay(t.Conv().Relay)
	m, known := t.MeetByID(r.Meeting)
	known = known && r.Contact != uuid.Nil && t.Now().Sub(r.At) <= spokenOf
	if !p.Whom && known || p.ToThem && (!known || t.Now().Sub(r.At) > turn.AnswerWindow) {
		return false
	}
	if known && !understand.NamesSomebody(p.What) {
		p.What += " (" + m.Contact.First() + ")"
	}
	said := setDown(t, []string{p.What})
	if p.ToThem {
		for _, s := range said {
			t.SayFirst(s)
		}
		return false
	}
	t.Answer("saved", said...)
	return true
}

// pledgedBeside keeps what an organizer has a contact told that they themselves will do by a day: "tell her ill drop off the flyers tmrw".
func pledgedBeside(t *turn.Turn, f *fact.PledgedBeside) {
	names := []string{f.Meet.Contact.First()}
	p, ok := understand.OwnPledge(f.Words, names)
	if !ok { // "mañana le llevo los volantes"
		_, ok = understand.OwnPledge(phrase.WithoutTimes(f.Words, t.Planning()), names)
		p.What = f.Words
	}
	if _, dated := t.SureDay(f.Words); !ok || !dated {
		return
	}
	if !understand.NamesSomebody(p.What) {
		p.What += " (" + f.Meet.Contact.First() + ")"
	}
	f.Said = setDown(t, []string{p.What})
}

// ofSomebodyElse reports whether a text names somebody else than the thank-you is for that is shown: what was promised them is no words of
// it.
func ofSomebodyElse(t *turn.Turn) bool {
	m, ok := t.MeetByID(t.Conv().SubjectID)
	return ok && t.Conv().Kind == world.ThanksTalk && !turn.Names(understand.Padded(t.Body()), m.Contact.First()) &&
		understand.NamesSomebody(t.Body())
}

// atTheirHour reports whether a text names the hour of a one-on-one that is to come: that is how it is to be.
func atTheirHour(t *turn.Turn) bool {
	r := t.Heard().When
	for _, m := range t.Organized() {
		l := m.StartsAt.In(t.Loc())
		if r.HasClock && r.Hour == l.Hour() && r.Minute == l.Minute() {
			return true
		}
	}
	return false
}
