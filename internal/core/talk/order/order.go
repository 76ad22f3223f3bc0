package order

import (
	"slices"
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/lang"
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
	return sendsRecord(t) || notThere(t) || swaps(t) || otherDay(t) || worksInstead(t) || thereThen(t) || sameTimeOn(t) ||
		placeInstead(t) || cancels(t) || moves(t) || skips(t) || remindsThem(t) || elsewhere(t) || dayOff(t) || tellsThen(t) || offersAlong(t) ||
		asksOnceMore(t) || tells(t) || asksThem(t) || cannot(t) || comes(t) || putsForward(t) || busy(t)
}

// plainly takes an order to call off that says what, before an open question takes it for its answer: it would be filed in a report, or
// become the words of a thank-you.
func plainly(t *turn.Turn) bool {
	if movesNamed(t) {
		return true
	}
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

// movesNamed takes an order to move somebody who is named while how another one-on-one went is asked: it tells nothing of that one.
func movesNamed(t *turn.Turn) bool {
	which, to, ok := understand.ReadMove(t.Body())
	r := understand.Times(to, t.Planning())
	if !ok || !atReport(t) || t.Heard().Command != understand.None || !r.HasDate() && !r.HasClock && len(r.Options) == 0 {
		return false
	}
	hits, named := t.Meant(phrase.WithoutTimes(which, t.Planning()), toCome(t))
	return named && len(hits) > 0 && hits[0].ID != t.Conv().SubjectID && moves(t)
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

// cannot hears that the organizer cannot come to one-on-ones that the words name; whether they are called off is asked.
func cannot(t *turn.Turn) bool {
	self := understand.SelfCannot(t.Body(), namesOf(toCome(t)))
	if !self && !understand.ReadCannot(t.Body()) {
		return false
	}
	body, kept := understand.Kept(t.Body())
	hits, named := t.Meant(understand.WithoutCannot(body), without(t, toCome(t), kept))
	thatDay := len(hits) == 1 && lexicon.AtThatTime.In(understand.Padded(t.Body())) // "i cant that day"
	switch {
	case len(hits) == 0, !named && (!self && !thatDay || t.AsksNow()):
		return false
	case !named && len(hits) > 1: // "cant make it", and nobody is named
		choose.Meet(t, hits, string(understand.CallOff), "")
		return true
	}
	t.Happened(fact.CancelSaid{Meets: hits})
	return true
}

// namesOf are the names by which the contacts of one-on-ones may be called.
func namesOf(pool []world.Meet) (out []string) {
	for _, m := range pool {
		out = append(out, m.Contact.First(), m.Contact.Name)
	}
	return out
}

func moves(t *turn.Turn) bool {
	which, to, ok := understand.ReadMove(t.Body())
	var hits []world.Meet
	switch {
	case understand.OwnBusy(t.Body()): // "se complico lo del jueves con rosa": its day is no new one
		return false
	case ok && which == to: // who and when in one: the hour is the new one
		var named bool
		if hits, named = t.Meant(phrase.WithoutTimes(which, t.Planning()), toCome(t)); len(hits) > 1 && !named {
			// who may stand in another sentence
			hits, _ = t.Meant(phrase.WithoutTimes(strings.Replace(t.Body(), to, "", 1), t.Planning()), toCome(t))
		}
	case ok && understand.OnlyAll(which): // "push everything to next week"
		hits = toCome(t)
	case ok:
		hits, _ = t.Meant(which, toCome(t))
	case asksTime(t, &which, &to):
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
		if understand.ForAll(which) && understand.Times(to, t.Planning()).HasClock { // "move both to friday at 3"
			t.SayFirst(t.Say(lang.MoveAllOneHour))
		}
		choose.Meet(t, hits, string(understand.Move), to)
	default:
		return false
	}
	return true
}

// thereThen hears of another place at the hour that stands.
func thereThen(t *turn.Turn) bool {
	place := understand.ThereThen(t.Body(), namesOf(toCome(t)), t.Planning())
	if place == "" || t.Heard().Command != understand.None {
		return false
	}
	hits, _ := t.Meant(phrase.WithoutTimes(t.Body(), t.Planning()), toCome(t))
	if len(hits) != 1 || slices.ContainsFunc(understand.WeekdaysIn(t.Body()), func(d time.Weekday) bool {
		return d != hits[0].StartsAt.In(t.Loc()).Weekday()
	}) {
		return false
	}
	return t.Happened(fact.AmendSaid{Meet: hits[0], Words: "at " + place})
}

// worksInstead hears of another time that suits a contact who cannot at the one that stands.
func worksInstead(t *turn.Turn) bool {
	before, to, ok := understand.WorksInstead(t.Body())
	if !ok || t.Heard().Command != understand.None {
		return false
	}
	hits, named := t.Meant(before, toCome(t))
	if len(hits) == 0 && !named {
		hits, _ = t.Meant("", toCome(t))
	}
	if len(hits) != 1 {
		return false
	}
	t.Happened(fact.MoveSaid{Meet: hits[0], Words: to})
	return true
}

// asksTime hears that a contact is to be asked about another time.
func asksTime(t *turn.Turn, which, to *string) (ok bool) {
	*which, *to, ok = understand.AsksTime(t.Body())
	_, _, hour := understand.HourAlone(*to)
	return ok && (hour || understand.Timed(understand.Times(*to, t.Planning())))
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

// mostComing and mostSpoken are how many words tell that a contact comes, or does not; and with that one spoke with them.
const (
	mostComing = 12
	mostSpoken = 18
)

func comes(t *turn.Turn) bool {
	if putsDown(t) {
		return true
	}
	yes, ok := understand.ReadComing(t.Body())
	n, most := len(strings.Fields(t.Body())), mostComing
	if understand.SpokeWith(t.Body()) {
		most = mostSpoken
	}
	if !ok || n > most || understand.OutcomeIn(t.Body()) == understand.Met && !understand.SpokeWith(t.Body()) {
		return false
	}
	hits, named := t.Meant(t.Body(), toCome(t))
	if !yes && len(hits) > 0 && named && understand.CannotReach(t.Body(), hits[0].Contact.First()) { // "stuck at work cant make it to maria"
		t.Happened(fact.CancelSaid{Meets: hits})
		return true
	}
	switch {
	case understand.ComesWithSpeaker(t.Body()) && !(len(hits) == 1 && turn.Names(understand.Padded(t.Body()), hits[0].Contact.First())):
		return false // "kim is coming with me" is no answer of hers
	case len(hits) == 1 && yes && !named && t.Conv().Question == turn.QSaved && !understand.SpokeWith(t.Body()):
		// "she said yes", right after it was saved: to texts, or to that
		choose.From(t, choose.Question{
			Then: fact.ThenComing, Ask: lang.ComingSure, Options: []choose.Option{{ID: hits[0].ID, Shown: t.What(hits[0])}},
		})
	case len(hits) == 0, yes && !named && t.Conv().Question == turn.QSaved && !understand.SpokeWith(t.Body()):
		return false
	case !named && !understand.SpeaksOfSomebody(t.Body()) && !understand.SpokeWith(t.Body()) && !understand.TellsSaid(t.Body()):
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

// putsDown takes an order to set down whether a contact comes: "maria called, put her down as a yes".
func putsDown(t *turn.Turn) bool {
	yes, _, ok := understand.PutsDown(t.Body())
	if !ok {
		return false
	}
	hits, _ := t.Meant(t.Body(), toCome(t))
	switch {
	case len(hits) == 0:
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
	timed := h.Timed()
	if timed && h.Command == understand.None && !t.AsksNow() && understand.OwnBusy(t.Body()) {
		hits, named := t.Meant(t.Body(), toCome(t))
		return len(hits) == 1 && named && hits[0].Status != meeting.Proposed && t.Happened(fact.CancelSaid{Meets: hits})
	}
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
// Where nobody said no, a day alone is asked for its hour: "oye y si mejor vamos el miercoles 2?"
func putsForward(t *turn.Turn) bool {
	h, body := t.Heard(), understand.ToPutsForward(t.Body())
	lead := lexicon.PutsForward.Lead(body)
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
	asks := len(off) == 0 && lead > 0 && strings.Contains(t.Body(), "?") && !h.When.HasClock && !t.AsksNow()
	if asks {
		off = slices.DeleteFunc(toCome(t), func(m world.Meet) bool { return !m.Open() || m.Status == meeting.Proposed || m.Begun(t.Now()) })
	}
	if len(off) != 1 || understand.LeftOver(phrase.WithoutTimes(body[lead:], t.Planning()), nil) != "" {
		return false
	}
	said := moment.Said{Base: t.BaseOf(off[0])}
	if said.Hear(body[lead:], understand.Text{}, t.Planning()) && said.Clock == "" && len(said.Options) == 0 { // no hour that nobody said
		_, ask := settle.Time(t, &said)
		t.Happened(fact.OtherTime{Meet: off[0], Time: said, Ask: ask})
		return true
	}
	if asks { // who put it forward may mean us: nothing is moved
		return false
	}
	t.Happened(fact.MoveSaid{Meet: off[0], Words: body[lead:]})
	return true
}
