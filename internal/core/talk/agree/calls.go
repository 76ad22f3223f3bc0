package agree

import (
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/agree/offer"
	"github.com/reportback/reportback/internal/core/talk/agree/spoken"
	"github.com/reportback/reportback/internal/core/talk/agree/whom"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/whose"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// wantsCall obeys who asks for a call instead of texts: nothing more is texted about the one-on-one, and the organizer is told to call.
func wantsCall(t *turn.Turn, m world.Meet) bool {
	h := t.Heard()
	calls := person.Way(t.Who().BestWay) == person.ByCall
	if calls && understand.WelcomesTexts(t.Body()) {
		setWay(t, "")
		planAfterConsent(t, fact.ConsentGiven{})
		t.Happened(fact.ForOrganizer{Meet: m, Thanks: t.Say(lang.TextsAgain), Kind: "help"})
		return true
	}
	if understand.CallsThen(t.Body(), t.Planning()) && !spoken.TalkTogether(t.Body()) { // one call, and no wish against texts
		passOn(t, m)
		return true
	}
	yes := h.Reply == understand.Yes || h.Digit != 0 || yesBefore(t, m)
	if calls && t.Who().CallingOn(h.Phone) == person.ByCall || spoken.PhoneInstead(t.Body(), t.Planning()) ||
		!understand.WantsCall(t.Body()) ||
		!h.CallsThere(t.Body()) || yes && !understand.RatherCalls(t.Body()) {
		return false
	}
	if !understand.AgainstTexts(t.Body()) && !yes && h.Phone.IsZero() {
		return whom.AsksCall(t, m)
	}
	callsFromNow(t, m)
	if yes && h.Digit == 0 {
		t.HearReply(understand.Yes)
	}
	if yes { // "sure. next time just call, I never look at texts": the answer takes the words along
		return false
	}
	whom.HasCalled(t, m, lang.CallTell, lang.CallWanted)
	return true
}

// yesBefore reports whether a yes to the time that stands comes before the "but" of a wish: "sí está bien el jueves, pero mejor llámeme
// siempre".
func yesBefore(t *turn.Turn, m world.Meet) bool {
	return offer.OwnTime(t, m) && !t.Heard().Refused && spoken.YesBeforeBut(t.Body(), t.Planning())
}

// callsFromNow writes that the contact is called, and drops what was to be texted.
func callsFromNow(t *turn.Turn, m world.Meet) {
	setWay(t, t.Who().CallingOn(t.Heard().Phone))
	for _, o := range t.Meetings() {
		if o.ContactID != m.ContactID {
			continue
		}
		for _, r := range reminder.OfContact() {
			t.Add(change.CancelPlans{Subject: turn.Loose(o.Meeting), Rule: r, Reason: "the contact asked for calls, not texts"})
		}
	}
	t.Note(change.Subject{Kind: change.PersonSubject, ID: t.Who().ID}, change.CallWanted, t.Body())
}

// setWay writes the best way to reach the speaker onto their record.
func setWay(t *turn.Turn, way string) {
	p := t.Who()
	p.BestWay = way
	t.Add(change.SavePerson{Person: p, At: t.Now()})
	t.SpeakFor(p)
}

// forOwn passes on what a contact asked of the product to their organizer, whichever it is.
func forOwn(t *turn.Turn, f fact.ForOwn) bool {
	m, ok := whom.Meet(t)
	if !ok {
		m, ok = lastWith(t)
	}
	if !ok {
		return false
	}
	if !whose.MayRead(t, m) { // each of them has to know: a person tells them
		t.HandToStaff("needs_answer", "contacts of several organizers have this phone: please tell them what it asks of us")
		t.Answer(f.Kind, f.Thanks)
		return true
	}
	t.SpeaksOf(m)
	if len(f.Fields) == 2 && f.Fields[0] == "day" { // in the organizer's own words
		if day, ok := when.ParseDate(f.Fields[1]); ok {
			f.Fields = []string{"day", when.EchoDay(turn.Language(m.Organizer, t.Org()), day,
				when.DateOf(t.Now().In(m.Organizer.Location(t.Org().Zone))))}
		}
	}
	t.Happened(fact.ForOrganizer{Meet: m, Said: f.Said, Fields: f.Fields, Thanks: f.Thanks, Kind: f.Kind})
	return true
}
