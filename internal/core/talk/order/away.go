package order

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// mostStand is how many one-on-ones are named that stand while their organizer is away.
const mostStand = 4

// away answers an organizer who is ill or away and orders nothing: whether what they have on that day is called off is theirs to say.
func away(t *turn.Turn) bool {
	ill := understand.OwnIll(t.Body())
	if !ill && !understand.OwnOff(t.Body()) || t.Heard().Command != understand.None || t.AsksNow() {
		return false
	}
	if padded := understand.Padded(t.Body()); ill && slices.ContainsFunc(toCome(t), func(m world.Meet) bool {
		return turn.Names(padded, m.Contact.First())
	}) {
		return false
	}
	today := when.DateOf(t.Now().In(t.Loc()))
	from, to, ok := understand.DaysAway(t.Body(), t.Planning())
	if ill {
		t.SayFirst(t.Say(lang.GetWell))
		from, to = today, today.AddDays(1)
		if day, named := dayNamed(t); named { // "im sick thurs", "my kid is sick thursday"
			from, to = day, day
		} else if hits := within(t, today, today); len(hits) > 0 {
			return t.Happened(fact.CancelSaid{Meets: hits})
		}
		if hits := within(t, from, to); len(hits) > 0 {
			return t.Happened(fact.CancelSaid{Meets: hits})
		}
	} else if !ok {
		return false
	}
	hits := within(t, from, to)
	t.SetOutcome("told what stands while they are away")
	switch open := toCome(t); {
	case len(hits) > 0:
		t.Answer("answer", t.Say(lang.OwnOffStands, "what", listed(t, hits), "first", hits[0].Contact.First()))
	case len(open) > 0:
		t.Answer("answer", t.Say(lang.OwnOffNone, "days", days(t, from, to), "what", t.What(soonest(open))))
	default:
		t.Answer("answer", t.Say(lang.OwnOffNothing))
	}
	return true
}

// dayNamed is the next day to come of the week's day that the text names: nobody is ill in two weeks. Since a day is no day to come.
func dayNamed(t *turn.Turn) (when.Date, bool) {
	if lexicon.SinceWords.In(understand.Padded(t.Body())) {
		return when.Date{}, false
	}
	r := understand.Times(t.Body(), t.Planning())
	if understand.NamesMonth(t.Body()) && (r.HasDate() || len(r.Except) == 1) { // "im sick dec 3"
		if !r.HasDate() {
			return r.Except[0], true
		}
		return r.Date, true
	}
	for _, w := range strings.Fields(understand.Padded(t.Body())) {
		if l := lexicon.Look(w); l.In(lexicon.Weekday) {
			today := when.DateOf(t.Now().In(t.Loc()))
			return today.AddDays((l.N - int(today.Weekday()) + 7) % 7), true
		}
	}
	return when.Date{}, false
}

// within lists what is still to come from one day to another.
func within(t *turn.Turn, from, to when.Date) []world.Meet {
	return slices.DeleteFunc(toCome(t), func(m world.Meet) bool {
		on := when.DateOf(m.StartsAt.In(t.Loc()))
		return on.Compare(from) < 0 || on.Compare(to) > 0
	})
}

// days names the days from one to another.
func days(t *turn.Turn, from, to when.Date) string {
	if from == to {
		return t.Day(from)
	}
	return t.Day(from) + " - " + t.Day(to)
}

// soonest is the first of those that are to come.
func soonest(open []world.Meet) world.Meet {
	return slices.MinFunc(open, func(a, b world.Meet) int { return a.StartsAt.Compare(b.StartsAt) })
}

// listed names one-on-ones in one line.
func listed(t *turn.Turn, hits []world.Meet) string {
	var out []string
	for _, m := range hits[:min(len(hits), mostStand)] {
		out = append(out, t.What(m))
	}
	cut := ""
	if more := len(hits) - mostStand; more > 0 {
		cut = "." + strings.TrimSuffix(t.Say(lang.ListCut, "n", phrase.Decimal(more)), ".")
	}
	return strings.Join(out, "; ") + cut
}
