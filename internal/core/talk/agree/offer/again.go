package offer

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// A contact may name another day right behind the one that they asked for, and days without their week.

// own reports whether the time that is asked for is the contact's own, and a text names another day without its hour.
func own(t *turn.Turn, m world.Meet, said moment.Said) bool {
	return m.Status == meeting.Proposed && m.Proposal.By == meeting.Contact && !m.Proposal.At.IsZero() && t.Kind() == world.TextIn &&
		said.Date != "" && said.Clock == "" && said.Date != phrase.DateOf(m.Proposal.At.In(t.Loc()))
}

// PutRight keeps the hour that the contact asked for where they put nothing right but its week: "next monday like 6?", and then "el 7".
func PutRight(t *turn.Turn, m world.Meet, said *moment.Said) {
	day, ok := when.ParseDate(said.Date)
	if at := m.Proposal.At.In(t.Loc()); ok && own(t, m, *said) && day.Weekday() == at.Weekday() &&
		understand.OnlyTime(t.Body(), t.Heard().When) {
		said.SameDayAs(at)
	}
}

// Drop takes off what the contact asked for where they name another day since, whose hour is still open: nobody agrees to the old one.
func Drop(t *turn.Turn, m world.Meet, said moment.Said) world.Meet {
	if own(t, m, said) {
		m.Proposal.At = time.Time{}
		t.Add(change.SaveMeeting{Meeting: m.Meeting, At: t.Now()})
	}
	return m
}

// Behind has several weekdays that come before the day that is moved be those behind it: "el jueves no puedo, tal vez el viernes o el
// lunes" of a Thursday in the week after. A day that is named by more than its weekday stays.
func Behind(t *turn.Turn, said *moment.Said) {
	base, ok := when.ParseDate(said.Base)
	f := withoutMorning(strings.Fields(understand.Padded(t.Body())))
	if !ok || len(said.Options) < 2 || lexicon.DayByMore.In(" "+strings.Join(f, " ")+" ") {
		return
	}
	var out []string
	for _, o := range said.Options {
		date, clock, _ := strings.Cut(o, " ")
		day, dated := when.ParseDate(date)
		if !dated || day.Compare(base) >= 0 ||
			slices.ContainsFunc(f, func(w string) bool { return strings.TrimRight(w, "stndrh") == strconv.Itoa(day.Day) }) {
			return
		}
		for day.Compare(base) <= 0 {
			day = day.AddDays(7)
		}
		out = append(out, strings.TrimSpace(day.String()+" "+clock))
	}
	said.Options = out
}

// GladYes reports whether a text that thanks, or says nothing else, answers what was asked by being glad of it: "no problem", "awesome!!"
// of a time to which nothing was said yet.
func GladYes(t *turn.Turn, m world.Meet) bool {
	h := t.Heard()
	switch {
	case h.Gladly && h.Reply == understand.Thanks:
		return true
	case h.Reply != understand.Thanks && h.Reply != understand.NoReply, h.Digit != 0, strings.ContainsAny(t.Body(), "?¿"),
		m.Status == meeting.Confirmed:
		return false
	}
	return understand.OnlyPraises(t.Body())
}

// withoutMorning leaves out the morning, which in Spanish is the word for tomorrow: "sabado o domingo en la mañana".
func withoutMorning(f []string) []string {
	out := f[:0:0]
	for i, w := range f {
		if i == 0 || !lexicon.HoursMorning.Has(w) || !lexicon.BeforeMorning.Has(f[i-1]) {
			out = append(out, w)
		}
	}
	return out
}
