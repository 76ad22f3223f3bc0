package turn

import (
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/talk/moment"
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
	Old   time.Time `json:"old"`
	New   time.Time `json:"new"`
	Words string    `json:"words,omitempty"` // that the other wrote beside it
	// Offers are all the times that were put forward, where they are several.
	Offers []time.Time `json:"offers,omitempty"`
}

// oddness says what is odd about a time that was said.
type oddness lang.Key

// SettleTime returns the instant that is meant, or the question that is left: its text, "" when nothing is known at all.
func (t *Turn) SettleTime(said *moment.Said) (at time.Time, ask string) {
	if len(said.Options) > 0 {
		shown := make([]string, len(said.Options))
		for i, o := range said.Options {
			shown[i] = Digit(i) + " " + t.optionShown(o, said)
		}
		key := lang.PlanAskWhich
		if !t.who.Works() {
			key = lang.AskWhichTime
		}
		return at, t.Say(key, "options", strings.Join(shown, ", "))
	}
	day, okDay := when.ParseDate(said.Date)
	clock, err := time.Parse(moment.Layout, said.Clock)
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

func (t *Turn) optionShown(o string, said *moment.Said) string {
	day, clock, both := strings.Cut(o, " ")
	if !both && strings.Contains(o, ":") {
		day, clock = said.Date, o
	}
	out := ""
	if on, ok := when.ParseDate(day); ok {
		out = t.Day(on)
	}
	if c, err := time.Parse(moment.Layout, clock); err == nil {
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
