package consent

import (
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// Why a phone gets no texts where no word of its owner's against them is behind it; after a day it begins with the second.
const (
	byNews     = "news from the phone"
	inMourning = "in mourning, or out of reach"
	diedReader = inMourning + ", whose phone it was"
	byAnother  = "another on the phone"
)

// silentForOthers reports whether a phone gets no texts only for what somebody told of a loss, or asked for another, on it: its owner never
// said so, and no carrier holds texts to it.
func silentForOthers(t *turn.Turn) bool {
	if c := t.Phone().Consent; c != person.ConsentNo && c != person.ConsentDoubtful {
		return false
	}
	why := t.Doubt().Source
	return why == byNews || strings.HasPrefix(why, inMourning) || strings.HasPrefix(why, byAnother)
}

// last ends every decision.
func last(t *turn.Turn) {
	settleDoubt(t)
	heldStill(t)
}

// heldStill sees to what a contact writes whose phone gets no texts. What we would have asked back never arrives, so their words go to
// their organizer; and who is silent for others' words hears once that a person reads it, why nothing else comes, and how texts come back.
func heldStill(t *turn.Turn) {
	c := t.Phone().Consent
	if t.Kind() != world.TextIn || t.Fault() != "" || t.Phone().Locked || t.Who().Works() || t.Who().ID == uuid.Nil ||
		c != person.ConsentNo && c != person.ConsentDoubtful || decides(t) {
		return
	}
	if t.SaysMore() && !reachesSomebody(t) && t.Unsay() && !t.Happened(fact.ForOwn{}) {
		t.HandToStaff(matter.NeedsAnswer, "a contact wrote who gets no texts")
	}
	if !silentForOthers(t) || t.Phone().AutoAnswered.After(t.Doubt().Since) || saysSame(t) || !reminder.May(t.Org().Sending, false) {
		return
	}
	t.Unsay()
	t.AutoAnswers()
	t.Answer("opt_out", t.Say(lang.HeldStill))
	t.Exempt()
}

// decides reports whether the text itself set whether texts go.
func decides(t *turn.Turn) bool {
	return slices.ContainsFunc(t.Changes(), func(c change.Change) bool {
		_, is := c.(change.SetConsent)
		return is
	})
}

// reachesSomebody reports whether a text goes on to another phone, or stands on Today.
func reachesSomebody(t *turn.Turn) bool {
	return slices.ContainsFunc(t.Changes(), func(c change.Change) bool {
		p, plan := c.(change.Plan)
		_, today := c.(change.Attention)
		return today || plan && p.PhoneID != t.Phone().ID
	})
}

// saysSame reports whether a text asks for no texts once more, tells of the loss again, or only thanks: there is nothing to add.
func saysSame(t *turn.Turn) bool {
	body, r := t.Body(), t.Heard().Reply
	return r == understand.Thanks || r == understand.MaybeStop || understand.OnlyThanks(body) || understand.TellsOfDeath(body) ||
		sms.ReadOptOut(body) != sms.NotOptOut || understand.StopsForOther(body, contactNamesHere(t))
}

// settleDoubt takes a doubtful text off Today once its phone has a word that is none, whoever's it is; and an opt-out once it is taken
// back, since nobody needs to call any more.
func settleDoubt(t *turn.Turn) {
	for _, c := range t.Changes() {
		if c, ok := c.(change.SetConsent); ok && c.Consent == person.ConsentYes && t.Phone().ID != 0 {
			t.Add(change.CloseAttention{Kind: matter.OptedOut, PhoneID: t.Phone().ID, At: t.Now()})
			break
		}
	}
	for _, c := range t.Changes() {
		if c, ok := c.(change.SetConsent); ok && c.Consent != person.ConsentDoubtful && t.Doubt().MessageID != uuid.Nil {
			t.Add(change.CloseAttention{
				Kind: matter.DoubtfulOptOut, Subject: change.Subject{Kind: change.PhoneSubject, ID: t.Doubt().MessageID},
				At: t.Now(),
			})
			return
		}
	}
}
