package order

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// otherDay takes it that one day does not suit and another is put in its place: "maria cant do thurs, friday instead", "rosa no puede el
// jueves, mejor el viernes". The one-on-one is moved, and not called off.
func otherDay(t *turn.Turn) bool {
	first, last, ok := instead(t.Body())
	if !ok || strings.Contains(t.Body(), "?") && !lexicon.WeekAfter.In(understand.Padded(last)) {
		return false
	}
	r := understand.Times(last, t.Planning())
	timed := understand.Times(understand.WithoutCannot(first), t.Planning())
	dated := timed.HasDate() || timed.HasClock || len(timed.Options) > 0
	comes, told := understand.ReadComing(first)
	self := understand.SelfCannot(first, namesOf(toCome(t))) || understand.ReadCannot(first) || understand.OwnBusy(first)
	if !self && (!told || comes) && !understand.ReadBusy(first, dated) {
		return false
	}
	behind := lexicon.WeekAfter.In(understand.Padded(last)) && !understand.Timed(r)
	if !behind && !understand.Timed(r) || understand.Denies(last) || !behind &&
		understand.LeftOver(understand.WithoutSameTime(phrase.WithoutTimes(last, t.Planning())), nil) != "" {
		return false
	}
	hits, named := t.Meant(understand.WithoutCannot(first), toCome(t))
	if day := timed.Date; len(hits) == 0 && dated { // "thursday" of one on the Thursday after
		if len(timed.Options) > 0 {
			day = timed.Options[0].Date
		}
		hits, named = t.Meant(phrase.WithoutTimes(understand.WithoutCannot(first), t.Planning()), toCome(t))
		hits = slices.DeleteFunc(slices.Clone(hits), func(m world.Meet) bool { return m.StartsAt.In(t.Loc()).Weekday() != day.Weekday() })
	}
	if len(hits) != 1 || !named && !understand.SpeaksOfSomebody(first) {
		return false
	}
	if behind { // "can we do it the week after": at its day and hour, which nobody said
		return t.Happened(fact.MoveAllSaid{Meets: hits, Later: 1})
	}
	t.Happened(fact.MoveSaid{Meet: hits[0], Words: last})
	return true
}

// instead divides a text into what does not suit and what is put in its place, by a mark or by the words that ask for it: "maria cant do
// thurs hes asking for friday same time".
func instead(body string) (first, last string, ok bool) {
	parts := understand.Clauses(body)
	if len(parts) > 1 {
		last = parts[len(parts)-1]
		first = strings.TrimRight(strings.TrimSuffix(strings.Trim(body, " .!"), last), " ,.;!")
		return first, strings.TrimSpace(last[lexicon.AsksInstead.Lead(last):]), true
	}
	from, to := lexicon.AsksInstead.Find(body)
	return strings.TrimSpace(body[:from]), strings.TrimSpace(body[to:]), from > 0 && to < len(body)
}

// noNeed takes it that a one-on-one to come is not needed any more, by its day or by whom it is with: "so no need for tmrw", "ya no hace
// falta lo de rosa". It is asked before it is called off.
func noNeed(t *turn.Turn) bool {
	rest, ok := understand.NoNeedFor(t.Body())
	if !ok || t.Heard().Command != understand.None {
		return false
	}
	hits, named := t.Meant(rest, toCome(t))
	if !named || len(hits) != 1 {
		return false
	}
	ofReport := slices.ContainsFunc(t.Drafts(), func(dr report.Draft) bool { // they have talked since: its report is being told
		return t.Conv().Kind == world.ReportTalk && dr.ID == t.Conv().SubjectID && dr.ContactID == hits[0].ContactID
	})
	t.Happened(fact.CancelSaid{Meets: hits, Sure: ofReport})
	return true
}

// swaps takes it that two to come take each other's time: "swap them", "intercambia a rosa y elena". It is asked before it is done.
func swaps(t *turn.Turn) bool {
	n := lexicon.SwapWords.Lead(t.Body())
	if n == 0 || t.Heard().Command != understand.None || t.AsksNow() {
		return false
	}
	rest, pool := strings.TrimSpace(t.Body()[n:]), toCome(t)
	var names []string
	two := pool
	if rest != "" && !understand.OnlyAll(rest) {
		two = slices.DeleteFunc(slices.Clone(pool), func(m world.Meet) bool { return !turn.Names(understand.Padded(rest), m.Contact.First()) })
		for _, m := range two {
			names = append(names, m.Contact.First(), m.Contact.Name)
		}
	}
	if len(two) != 2 || two[0].StartsAt.Equal(two[1].StartsAt) || len(names) > 0 && understand.LeftOver(rest, names) != "" ||
		len(names) == 0 && rest != "" && !understand.OnlyAll(rest) {
		return false
	}
	return t.Happened(fact.MoveAllSaid{Meets: two, Swap: true})
}
