package relay

import (
	"slices"
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// nearNow reports whether a contact wrote minutes ago, about when the two meet: what an organizer writes then is for whoever waits or looks
// for them, and a question about it would come too late. "2 min! parking", to "im here where are u".
func nearNow(t *turn.Turn, m world.Meet, r turn.Relayed) bool {
	const before, after, fresh = 30 * time.Minute, 45 * time.Minute, 10 * time.Minute
	now := t.Now()
	return m.Open() && now.After(m.StartsAt.Add(-before)) && now.Before(m.StartsAt.Add(after)) && now.Sub(r.At) <= fresh &&
		t.Heard().Command == understand.None && t.Heard().Digit == 0
}

// plainAnswer reports whether words answer what a contact just asked, or soothe whoever just wrote, and can be for nobody else: no time, no
// place, no order, no question, and no other contact's words came shortly before.
func plainAnswer(t *turn.Turn, m world.Meet, r turn.Relayed, words string) bool {
	h := t.Heard()
	w := h.When
	here := nearNow(t, m, r) && !lexicon.TheirPlaces.Any(strings.Fields(understand.Padded(words))) // "take her time"
	if r.Two || t.AsksNow() || !turn.MayText(m.Contact) || len(strings.Fields(t.Body())) > mostPlain ||
		w.HasDate() || w.HasClock || len(w.Options) > 0 || h.Place != "" && !here ||
		h.Person != "" && !namesThem(m, h.Person) || !h.Phone.IsZero() || h.Email != "" ||
		understand.IsQuestion(t.Body()) || understand.IsOrder(t.Body()) || understand.OrdersMeet(t.Body()) || namesAnother(t, m) ||
		mayTake(t, m, words) || changes(t, m, words) || understand.OutcomeIn(t.Body()) != understand.NoOutcome {
		return false
	}
	if hasNamesake(t, m.Contact) || understand.PassesQuestion(words) || understand.Doubts(words) && !soothes(t, m) { // "luego vemos"
		return false
	}
	f := strings.Fields(understand.Padded(t.Body()))
	if len(f) == 1 && lexicon.YesMildly.Has(f[0]) || slices.ContainsFunc(f, func(x string) bool { // "ok", "yes she can park"
		return lexicon.ThirdSubjects.Has(x) && !lexicon.Articles.Has(x) || lexicon.ToldOf.Has(x) || lexicon.Kin.Has(x)
	}) && !soothes(t, m) {
		return false
	}
	answers := h.Reply == understand.Yes || h.Reply == understand.No || understand.BeginsWithYes(t.Body(), t.Planning())
	return r.Asks && answers || soothes(t, m) || here
}

// mostPlain is how many words an answer has at most that is sent without being asked about.
const mostPlain = 14
