package turn

import (
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// TrimNo takes "no," off "no, Friday": the change behind it counts.
func TrimNo(s string) string {
	for _, p := range []string{"no,", "No,", "no ", "No ", "NO,", "actually ", "Actually ", "mejor "} {
		if rest, ok := strings.CutPrefix(s, p); ok && strings.TrimSpace(rest) != "" {
			return rest
		}
	}
	return s
}

// ChangedNote is what a text about a change says of how it was.
type ChangedNote struct {
	Old time.Time `json:"old"`
	New time.Time `json:"new"`
}

// TimeSaid is what has been said so far of a time that is being agreed upon: a day, a clock, and the readings between which to choose.
type TimeSaid struct {
	Date    string   `json:"date,omitempty"`  // 2026-12-03
	Clock   string   `json:"clock,omitempty"` // 15:00
	Options []string `json:"opts,omitempty"`  // what the digits of the question mean: "2026-12-03 15:00", "2026-12-03", "15:00"
	Sure    bool     `json:"sure,omitempty"`  // 1 confirms an odd time
	Fixed   bool     `json:"fixed,omitempty"` // the odd time was confirmed
	Base    string   `json:"base,omitempty"`  // the day that is moved: a bare weekday may be of its week
	Week    bool     `json:"week,omitempty"`  // "next week" was said, and no day: a weekday that follows is of that week
}

const clockLayout = "15:04"

// Hear takes what words say about time into what is known; false when they say nothing about it.
func (t *TimeSaid) Hear(words string, h understand.Text, c when.Context) bool {
	if n := h.Digit; n > 0 && len(t.Options) > 0 {
		if n > len(t.Options) {
			return false
		}
		t.choose(t.Options[n-1])
		return true
	}
	if t.Sure && (h.Digit == 1 || h.Reply == understand.Yes) {
		t.Fixed = true
		return true
	}
	if t.Date != "" && t.Clock == "" && len(t.Options) == 0 { // "3" answers "at what time?"
		if n := h.Digit; n >= 1 && n <= 12 {
			words = "at " + words
		}
	}
	r := when.Read(words, c)
	if !r.HasDate() && len(r.Options) == 0 && saysNextWeek(words) {
		t.Week = true
	}
	if t.Week && r.HasDate() {
		if of := when.Read("next week, "+words, c); of.HasDate() && of.Date != r.Date && r.Date.Compare(when.DateOf(c.At.In(c.Zone)).AddDays(7)) <= 0 {
			r = of
		}
	}
	base := t.Base
	if base == "" {
		base = t.Date
	}
	clock := t.Clock
	if !t.take(r) {
		return false
	}
	if other, ok := otherWeek(words, base, r, c); ok {
		if t.Clock == "" {
			t.Clock = clock
		}
		t.Options = []string{strings.TrimSpace(r.Date.String() + " " + t.Clock), strings.TrimSpace(other.String() + " " + t.Clock)}
	}
	return true
}

// otherWeek reads a bare weekday once more from the day that it is to replace: "Friday" of a one-on-one on Thu Dec 3 may be the next Friday, or the
// one after that Thursday. false when both are the same day, or the words name the day by more than its weekday.
func otherWeek(words, base string, r when.Reading, c when.Context) (when.Date, bool) {
	from, ok := when.ParseDate(base)
	if !ok || !r.HasDate() || r.Date.Compare(from) >= 0 || r.Asks(when.AskWhich) || r.Date.Compare(when.DateOf(c.At.In(c.Zone)).AddDays(7)) > 0 {
		return when.Date{}, false
	}
	low := " " + strings.ToLower(words) + " "
	for _, w := range []string{" today", " tonight", " tomorrow", " this ", " next ", " hoy ", " mañana ", " manana ", " este ", " esta ", " próxim", " proxim", " pasado "} {
		if strings.Contains(low, w) {
			return when.Date{}, false
		}
	}
	noon, _ := from.At(12, 0, c.Zone)
	again := when.Read(words, when.Context{At: noon, Zone: c.Zone, Mode: when.Plan, Lang: c.Lang})
	if !again.HasDate() || again.Date == r.Date || again.Date.Compare(from.AddDays(7)) > 0 {
		return when.Date{}, false
	}
	return again.Date, true
}

func saysNextWeek(words string) bool {
	low := strings.ToLower(words)
	for _, s := range []string{"next week", "próxima semana", "proxima semana", "semana próxima", "semana proxima", "semana que viene"} {
		if strings.Contains(low, s) {
			return true
		}
	}
	return false
}

// take merges a reading; several readings become options.
func (t *TimeSaid) take(r when.Reading) bool {
	if !r.HasDate() && !r.HasClock && len(r.Options) == 0 {
		return false
	}
	t.Options, t.Sure, t.Fixed = nil, false, false
	if r.HasDate() {
		t.Date = r.Date.String()
	}
	if r.HasClock {
		t.Clock = ClockOf(r.Hour, r.Minute)
	}
	if !r.Asks(when.AskWhich) {
		return true
	}
	for _, o := range r.Options {
		s := o.Date.String()
		if o.HasClock {
			s = strings.TrimSpace(s + " " + ClockOf(o.Hour, o.Minute))
		}
		if s != "" && len(t.Options) < 9 {
			t.Options = append(t.Options, s)
		}
	}
	if len(t.Options) < 2 {
		t.Options = nil
	}
	return true
}

// choose takes one of the options.
func (t *TimeSaid) choose(o string) {
	t.Options = nil
	day, clock, both := strings.Cut(o, " ")
	switch {
	case both:
		t.Date, t.Clock = day, clock
	case strings.Contains(o, ":"):
		t.Clock = o
	default:
		t.Date = o
	}
}

// oddness says what is odd about a time that was said.
type oddness lang.Key

// SettleTime returns the instant that is meant, or the question that is left: its text, "" when nothing is known at all.
func (t *Turn) SettleTime(said *TimeSaid) (at time.Time, ask string) {
	if len(said.Options) > 0 {
		shown := make([]string, len(said.Options))
		for i, o := range said.Options {
			shown[i] = Digit(i) + " " + t.optionShown(o, said)
		}
		return at, t.Say(lang.PlanAskWhich, "options", strings.Join(shown, ", "))
	}
	day, okDay := when.ParseDate(said.Date)
	clock, err := time.Parse(clockLayout, said.Clock)
	switch {
	case !okDay && err != nil:
		return at, ""
	case !okDay:
		return at, t.Say(lang.PlanAskDay, "clock", when.EchoClock(clock.Hour(), clock.Minute()))
	case err != nil:
		return at, t.Say(lang.PlanAskTime, "day", t.Day(day))
	}
	at, exists := day.At(clock.Hour(), clock.Minute(), t.loc)
	if odd := t.oddOf(at, exists); odd != "" && !said.Fixed {
		said.Sure = true
		return time.Time{}, t.Say(lang.PlanAskSure, "when", when.Echo(t.tag, at, t.now), "odd", t.Say(lang.Key(odd)))
	}
	return at, ""
}

func (t *Turn) oddOf(at time.Time, exists bool) oddness {
	switch {
	case !exists:
		return oddness(lang.OddClock)
	case at.Before(t.now):
		return oddness(lang.OddPast)
	case at.Hour() < 5:
		return oddness(lang.OddEarly)
	case at.Sub(t.now) > 300*24*time.Hour:
		return oddness(lang.OddFar)
	}
	return ""
}

func (t *Turn) optionShown(o string, said *TimeSaid) string {
	day, clock, both := strings.Cut(o, " ")
	if !both && strings.Contains(o, ":") {
		day, clock = said.Date, o
	}
	out := ""
	if on, ok := when.ParseDate(day); ok {
		out = t.Day(on)
	}
	if c, err := time.Parse(clockLayout, clock); err == nil {
		if out != "" {
			out += ", "
		}
		out += when.EchoClock(c.Hour(), c.Minute())
	}
	return out
}

// Planning is the context of words about what is to come, in the speaker's zone.
func (t *Turn) Planning() when.Context {
	return when.Context{At: t.now, Zone: t.loc, Mode: when.Plan, Lang: t.tag}
}

// SameDayAs fills in, for a time that is moved, what the words leave as it was: "at 5" keeps the day, "Friday" keeps the clock.
func (t *TimeSaid) SameDayAs(was time.Time) {
	if t.Date == "" && t.Clock != "" {
		t.Date = when.DateOf(was).String()
	}
	if t.Clock == "" && t.Date != "" {
		t.Clock = ClockOf(was.Hour(), was.Minute())
	}
}
