package order

import (
	"slices"
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/choose"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// ordered takes an order that no open question heard.
func ordered(t *turn.Turn) bool {
	if _, kept := understand.Kept(t.Body()); kept != "" && cannot(t) { // "no puedo con nadie, solo con pedro"
		return true
	}
	return cancels(t) || moves(t) || tells(t) || cannot(t) || comes(t) || putsForward(t) || busy(t)
}

// plainly takes an order to call off that says what, before an open question takes it for its answer: it would be filed in a report, or
// become the words of a thank-you.
func plainly(t *turn.Turn) bool {
	which, ok := understand.ReadCancel(t.Body())
	if !ok || t.Conv().Kind == "" || t.Conv().Kind == world.WhichTalk || t.Heard().Command != understand.None {
		return false
	}
	which, _ = understand.Kept(which)
	words, kept := which, ""
	if understand.ForAll(which) {
		words, kept = understand.Kept(t.Body())
	}
	hits, named := t.Meant(words, without(t, toCome(t), kept))
	return named && len(hits) > 0 && cancels(t)
}

// toCome lists the speaker's one-on-ones that have not begun.
func toCome(t *turn.Turn) []world.Meet {
	var out []world.Meet
	for _, m := range t.Organized() {
		if !m.Begun(t.Now()) || m.Status == meeting.Proposed {
			out = append(out, m)
		}
	}
	return out
}

// spokenOfFor is how long "cancel it" is of the one-on-one about which its contact just wrote.
const spokenOfFor = 24 * time.Hour

// cancelsIt takes a call-off that says only "it": of the one-on-one about which the contact just wrote, else of the only one to come.
func cancelsIt(t *turn.Turn) bool {
	pool := toCome(t)
	asks := t.AsksNow() && t.Conv().Kind != world.SendTalk && t.Conv().Kind != world.ProposalTalk
	if !understand.CancelsIt(t.Body()) || len(pool) == 0 || asks {
		return false
	}
	if r := turn.DecodeRelay(t.Conv().Relay); t.Now().Sub(r.At) < spokenOfFor {
		if i := slices.IndexFunc(pool, func(m world.Meet) bool { return m.ID == r.Meeting }); i >= 0 {
			pool = pool[i : i+1]
		}
	}
	if len(pool) > 1 {
		choose.Meet(t, pool, string(understand.CallOff), "")
		return true
	}
	return t.Happened(fact.CancelSaid{Meets: pool})
}

func cancels(t *turn.Turn) bool {
	which, ok := understand.ReadCancel(t.Body())
	if !ok {
		return drops(t)
	}
	body, kept := understand.Kept(t.Body())
	which, _ = understand.Kept(which)
	words, all := which, understand.ForAll(which)
	if strings.TrimSpace(which) == "" { // which stands before it: "mañana no puedo con nadie, cancela"
		words, all = body, understand.ForAll(body)
	}
	if all && !understand.Times(which, t.Planning()).HasDate() { // the day may stand in another part of the sentence
		words = understand.WithoutCannot(body)
	}
	hits, named := t.Meant(words, without(t, toCome(t), kept))
	if len(hits) == 0 && all { // "mañana no puedo, cancela las dos": both, and no hour
		hits, named = t.Meant(strings.Replace(body, which, "", 1), without(t, toCome(t), kept))
	}
	days := ofDays(t, words, without(t, toCome(t), kept))
	switch {
	case len(days) > 1:
		t.Happened(fact.CancelSaid{Meets: days})
	case len(hits) == 0:
		return false
	case len(hits) == 1, all, eachNamed(words, hits):
		t.Happened(fact.CancelSaid{Meets: hits})
	case named, strings.TrimSpace(which) != "":
		choose.Meet(t, hits, string(understand.CallOff), "")
	default:
		return false
	}
	return true
}

// ofDays are the one-on-ones of several days that words name and say no more of: "today and tmrw". nil where a part names no day.
func ofDays(t *turn.Turn, words string, pool []world.Meet) (out []world.Meet) {
	f := strings.Fields(strings.NewReplacer(",", " , ", "/", " , ", "&", " , ").Replace(words))
	var part []string
	parts := 0
	for i := 0; i <= len(f); i++ {
		if i < len(f) && f[i] != "," && !lexicon.DeedJoins.Has(strings.ToLower(f[i])) {
			part = append(part, f[i])
			continue
		}
		if len(part) == 0 {
			continue
		}
		one := strings.Join(part, " ")
		part = nil
		if !understand.Times(one, t.Planning()).HasDate() || understand.OwnWords(phrase.WithoutTimes(one, t.Planning())) > 0 {
			return nil
		}
		hits, _ := t.Meant(one, pool)
		out = append(out, hits...)
		parts++
	}
	if parts < 2 {
		return nil
	}
	return out
}

// without leaves out those whom words name: they are met all the same.
func without(t *turn.Turn, pool []world.Meet, kept string) []world.Meet {
	pool = slices.DeleteFunc(pool, func(m world.Meet) bool { return understand.StaysOn(t.Body(), m.Contact.First()) })
	if kept == "" {
		return pool
	}
	left, named := t.Meant(kept, pool)
	if !named {
		return pool
	}
	return slices.DeleteFunc(pool, func(m world.Meet) bool {
		return slices.ContainsFunc(left, func(l world.Meet) bool { return l.ID == m.ID })
	})
}

// drops takes it that a contact who is named is not met after all: "I can't see Beto anymore, take him off". It is asked first.
func drops(t *turn.Turn) bool {
	if !understand.Drops(t.Body()) {
		return false
	}
	hits, named := t.Meant(t.Body(), toCome(t))
	switch {
	case !named || len(hits) == 0 || several(hits):
		return false
	case len(hits) > 1:
		choose.Meet(t, hits, string(understand.CallOff), "")
	default:
		t.Happened(fact.CancelSaid{Meets: hits})
	}
	return true
}

// cannot hears that the organizer cannot come to one-on-ones that the words name; whether they are called off is asked.
func cannot(t *turn.Turn) bool {
	if !understand.ReadCannot(t.Body()) {
		return false
	}
	body, kept := understand.Kept(t.Body())
	hits, named := t.Meant(understand.WithoutCannot(body), without(t, toCome(t), kept))
	if !named || len(hits) == 0 {
		return false
	}
	t.Happened(fact.CancelSaid{Meets: hits})
	return true
}

func moves(t *turn.Turn) bool {
	which, to, ok := understand.ReadMove(t.Body())
	var hits []world.Meet
	switch {
	case ok && which == to: // who and when in one: the hour is the new one
		hits, _ = t.Meant(phrase.WithoutTimes(which, t.Planning()), toCome(t))
	case ok:
		hits, _ = t.Meant(which, toCome(t))
	default:
		var named bool
		if which, to, ok = understand.ReadMoveOf(t.Body()); !ok {
			return false
		}
		if hits, named = t.Meant(which, toCome(t)); !named {
			return false
		}
	}
	switch by, shifts := understand.ShiftBy(t.Body()); {
	case len(hits) == 1 && shifts && !t.Heard().When.HasDate() && !t.Heard().When.HasClock && hits[0].StartsAt.After(t.Now()):
		t.Happened(fact.MoveTo{Meet: hits[0], At: hits[0].StartsAt.Add(by)}) // "push maria back an hour"
	case len(hits) == 1:
		t.Happened(fact.MoveSaid{Meet: hits[0], Words: to})
	case len(hits) > 1 && (understand.ForAll(which) || eachNamed(which, hits)) && t.Happened(fact.MoveAllSaid{Meets: hits, Words: to}):
	case len(hits) > 1:
		choose.Meet(t, hits, string(understand.Move), to)
	default:
		return false
	}
	return true
}

func tells(t *turn.Turn) bool {
	whom, words, ok := understand.ReadTell(t.Body())
	if !ok {
		return false
	}
	pool := near(t)
	if words == "" { // whom stands in front of them
		hits, rest := t.NameOf(whom, pool)
		switch {
		case len(hits) > 0:
			return tell(t, hits, understand.WithoutKnow(rest), true)
		case !understand.BeginsWithPerson(whom):
			return false
		}
		_, words, _ = strings.Cut(whom, " ")
		words = understand.WithoutKnow(words)
	} else if hits, _ := t.NameOf(whom, pool); len(hits) > 0 {
		return tell(t, hits, words, true)
	} else if !understand.BeginsWithPerson(whom) {
		return false
	}
	hits, _ := t.Meant("", pool)
	return tell(t, hits, words, false)
}

func tell(t *turn.Turn, hits []world.Meet, words string, named bool) bool {
	words = strings.TrimSpace(words)
	switch {
	case words == "" || len(hits) == 0:
		return false
	case len(hits) > 1 && several(hits):
		choose.Meet(t, hits, string(understand.Tell), words)
	default:
		t.Happened(fact.TellSaid{Meet: hits[0], Words: words, Sure: named})
	}
	return true
}

// several reports whether the one-on-ones are with more than one contact.
func several(hits []world.Meet) bool {
	for _, m := range hits {
		if m.ContactID != hits[0].ContactID {
			return true
		}
	}
	return false
}

// near lists whom the speaker meets, those to come before those of the last days.
func near(t *turn.Turn) []world.Meet {
	pool := t.Organized()
	if len(pool) > 0 {
		return pool
	}
	for _, m := range t.Meetings() {
		if m.OrganizerID == t.Who().ID && m.Ends().Before(t.Now()) {
			pool = append(pool, m)
		}
	}
	return pool
}

func comes(t *turn.Turn) bool {
	yes, ok := understand.ReadComing(t.Body())
	if !ok || len(strings.Fields(t.Body())) > 12 || understand.OutcomeIn(t.Body()) == understand.Met && !understand.SpokeWith(t.Body()) {
		return false
	}
	hits, named := t.Meant(t.Body(), toCome(t))
	if !yes && len(hits) > 0 && named && understand.CannotReach(t.Body(), hits[0].Contact.First()) { // "stuck at work cant make it to maria"
		t.Happened(fact.CancelSaid{Meets: hits})
		return true
	}
	switch {
	case len(hits) == 0, !named && t.Conv().Question == turn.QSaved &&
		!understand.SpokeWith(t.Body()): // "she said yes", right after it was saved
		return false
	case !named && !understand.SpeaksOfSomebody(t.Body()) && !understand.SpokeWith(t.Body()):
		return false
	case len(hits) > 1 && yes:
		choose.Meet(t, hits, fact.ThenComing, "")
	case len(hits) > 1:
		choose.Meet(t, hits, fact.ThenNotComing, "")
	default:
		t.Happened(fact.ComingSaid{Meet: hits[0], Comes: yes})
	}
	return true
}

// eachNamed reports whether words name each of several contacts, and no two of one name: "maria and jo".
func eachNamed(words string, hits []world.Meet) bool {
	p := understand.Padded(words)
	var names []string
	for _, m := range hits {
		first := m.Contact.First()
		if slices.Contains(names, first) || !turn.Names(p, first) {
			return false
		}
		names = append(names, first)
	}
	return len(names) > 1
}

// busy hears that a contact has something else when the two are to meet: "Maria has court that day". Whether it is called off is asked.
func busy(t *turn.Turn) bool {
	h := t.Heard()
	timed := h.When.HasDate() || h.When.HasClock
	if h.Command != understand.None || h.Reply == understand.Yes || t.AsksNow() || !understand.ReadBusy(t.Body(), timed) {
		return false
	}
	hits, named := t.Meant(t.Body(), toCome(t))
	if len(hits) != 1 || !named && !understand.SpeaksOfSomebody(t.Body()) {
		return false
	}
	t.Happened(fact.CancelSaid{Meets: hits})
	return true
}

// mostForward is how many words a text has at most that puts another time forward and says nothing else.
const mostForward = 9

// putsForward takes another time that an organizer puts forward, when the one contact who said no is meant: "how about friday at 3 then".
func putsForward(t *turn.Turn) bool {
	h, lead := t.Heard(), lexicon.PutsForward.Lead(t.Body())
	if lead == 0 && !strings.Contains(t.Body(), "?") || len(strings.Fields(t.Body())) > mostForward || h.Command != understand.None ||
		h.Person != "" || !h.Phone.IsZero() || !h.When.HasDate() && !h.When.HasClock && len(h.When.Options) == 0 {
		return false
	}
	var off []world.Meet
	for _, m := range toCome(t) {
		if m.Status == meeting.Declined {
			off = append(off, m)
		}
	}
	if len(off) != 1 || understand.LeftOver(phrase.WithoutTimes(t.Body()[lead:], t.Planning()), nil) != "" {
		return false
	}
	said := moment.Said{Base: t.BaseOf(off[0])}
	if said.Hear(t.Body()[lead:], understand.Text{}, t.Planning()) && said.Clock == "" && len(said.Options) == 0 { // no hour that nobody said
		_, ask := settle.Time(t, &said)
		t.Happened(fact.OtherTime{Meet: off[0], Time: said, Ask: ask})
		return true
	}
	t.Happened(fact.MoveSaid{Meet: off[0], Words: t.Body()[lead:]})
	return true
}
