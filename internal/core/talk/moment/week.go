package moment

import (
	"slices"
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// nameWeek keeps a week that is named without a day, and has a weekday that follows be one of it. It reports
// whether one is.
func (s *Said) nameWeek(r *when.Reading) (of bool) {
	if !r.Week.IsZero() && !r.HasDate() {
		s.WeekOf = r.Week.String()
	}
	monday, ok := when.ParseDate(s.WeekOf)
	if !ok || !r.BareWeekday || !r.HasDate() && len(r.Options) == 0 {
		return false
	}
	for i := range r.Options {
		r.Options[i].Date = onWeekday(monday, r.Options[i].Date)
	}
	if r.Options = slices.Compact(r.Options); len(r.Options) == 1 { // two Tuesdays are one of that week
		o := r.Options[0]
		r.Date, r.HasClock, r.Hour, r.Minute = o.Date, o.HasClock, o.Hour, o.Minute
		r.Options, r.Ask = nil, nil
	}
	if r.HasDate() {
		r.Date = onWeekday(monday, r.Date)
	}
	return true
}

// onWeekday is the day of a week, from its Monday on, that is the same weekday.
func onWeekday(monday, day when.Date) when.Date {
	return monday.AddDays((int(day.Weekday()) + 6) % 7)
}

// ofItsWeek counts a weekday that is said by its name alone from the day that is to be moved: the Friday behind its Thursday, another
// hour on its own day. It is sure where the two are at most two days apart.
func ofItsWeek(r when.Reading, base string, c when.Context) (when.Reading, bool) {
	from, ok := when.ParseDate(base)
	if !ok || !r.BareWeekday || !r.HasDate() {
		return r, false
	}
	off := (int(r.Date.Weekday())-int(from.Weekday())+10)%7 - 3
	day := from.AddDays(off)
	if off == 0 && !r.HasClock || off < -2 || off > 2 || day == r.Date || day.Compare(when.DateOf(c.At.In(c.Zone))) <= 0 {
		return r, false
	}
	r.Date = day
	return r, true
}

// otherWeek reads a bare weekday once more from the day that it is to replace: "Friday" of a one-on-one on Thu Dec 3 may be the next
// Friday, or the one after that Thursday. false when both are the same day, or the words name the day by more than its weekday.
func otherWeek(words, base string, r when.Reading, c when.Context) (when.Date, bool) {
	from, ok := when.ParseDate(base)
	if !ok || !r.HasDate() || r.Date.Compare(from) >= 0 || r.Asks(when.AskWhich) ||
		r.Date.Compare(when.DateOf(c.At.In(c.Zone)).AddDays(7)) > 0 {
		return when.Date{}, false
	}
	if namesDay(words) {
		return when.Date{}, false
	}
	noon, _ := from.At(12, 0, c.Zone)
	again := understand.Times(words, when.Context{At: noon, Zone: c.Zone, Mode: when.Plan, Lang: c.Lang})
	if !again.HasDate() || again.Date == r.Date || again.Date.Compare(from.AddDays(7)) > 0 {
		return when.Date{}, false
	}
	return again.Date, true
}

// laterWeek is the later of two days that are open, a week apart and both to come: a weekday that takes their place may be of either week.
// "" for none.
func (s *Said) laterWeek(today when.Date) string {
	if len(s.Options) != 2 {
		return ""
	}
	first, _, _ := strings.Cut(s.Options[0], " ")
	last, _, _ := strings.Cut(s.Options[1], " ")
	a, ok := when.ParseDate(first)
	b, both := when.ParseDate(last)
	if !ok || !both || a.AddDays(7) != b || a.Compare(today) <= 0 {
		return ""
	}
	return last
}

// namesDay reports whether words say of a day more than on which weekday it is.
func namesDay(words string) bool {
	return lexicon.DayByMore.In(understand.Padded(words))
}

// weekdayAlone reports whether nothing but a weekday's name says which day is meant: "Thursday at 5", and not "Thu Nov 26".
func weekdayAlone(words string, day when.Date, c when.Context) bool {
	f, found := strings.Fields(words), false
	for i, w := range f {
		if !strings.ContainsAny(w, "0123456789") && understand.Times(w, c).Date == day {
			f[i], found = "...", true
		}
	}
	return found && !understand.Times(strings.Join(f, " "), c).HasDate()
}

// OfItsWeek has a bare weekday that is a one-on-one's own mean its day, and not the same weekday of another week: "Thursday" of one on
// Thu Dec 3 is that Thursday.
func (s *Said) OfItsWeek(words string, was time.Time, c when.Context) {
	r, day := understand.Times(words, c), when.DateOf(was)
	if was.Before(c.At) || !r.HasDate() || s.Date != r.Date.String() || r.Date == day || r.Date.Weekday() != day.Weekday() ||
		r.Asks(when.AskWhich) || namesDay(words) || saysNextWeek(words) || !weekdayAlone(words, r.Date, c) ||
		r.Date.Compare(when.DateOf(c.At.In(c.Zone)).AddDays(7)) > 0 {
		return
	}
	s.Date, s.Options = day.String(), nil
}

// OnlyWeek reports whether no more is known than a week: "next week".
func (s *Said) OnlyWeek() bool { return s.Date == "" && s.Clock == "" && len(s.Options) == 0 }

func saysNextWeek(words string) bool {
	return lexicon.PauseNextWeek.In(understand.Padded(words))
}
