// Package settle is what several rooms do to the hour of a one-on-one: which instant is meant, another time, none.
package settle

import (
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/when"
)

// TrimNo takes "no," off "no, Friday": the change behind it counts. "No es en la biblioteca" says where it is not, and keeps its no.
func TrimNo(s string) string {
	for n := lexicon.BeforeChange.Lead(s); n > 0 && n < len(s); n = lexicon.BeforeChange.Lead(s) { // "oh no, wait, the 5th"
		next, _, _ := strings.Cut(strings.TrimSpace(s[n:]), " ")
		if strings.ContainsAny(s[:n], ",.!;") || !lexicon.IsWords.Has(strings.ToLower(next)) {
			s = s[n:]
			continue
		}
		break
	}
	return s
}

// oddness says what is odd about a time that was said.
type oddness lang.Key

// Time returns the instant that is meant, or the question that is left: its text, "" when nothing is known at all.
func Time(t *turn.Turn, said *moment.Said) (at time.Time, ask string) {
	said.Distinct()
	if len(said.Options) > 0 {
		shown := make([]string, len(said.Options))
		for i, o := range said.Options {
			shown[i] = phrase.Digit(i) + " " + optionShown(t, o, said)
		}
		if day, ok := when.ParseDate(said.Date); ok && !t.Who().Works() && said.HoursOnly() {
			for i, o := range said.Options {
				shown[i] = phrase.Digit(i) + " " + optionShown(t, o, &moment.Said{})
			}
			return at, t.Say(lang.AskWhichHour, "day", t.Day(day), "options", strings.Join(shown, ", "))
		}
		key := lang.PlanAskWhich
		if !t.Who().Works() {
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
	at, exists := day.At(clock.Hour(), clock.Minute(), t.Loc())
	if odd := oddOf(t, at, exists); odd != "" && !said.Fixed {
		said.Sure = true
		return time.Time{}, t.Say(lang.PlanAskSure, "when", when.Echo(t.Tag(), at, t.Now()), "odd", t.Say(lang.Key(odd)))
	}
	return at, ""
}

func oddOf(t *turn.Turn, at time.Time, exists bool) oddness {
	switch {
	case !exists:
		return oddness(lang.OddClock)
	case at.Before(t.Now()):
		return oddness(lang.OddPast)
	case at.Hour() < 5:
		return oddness(lang.OddEarly)
	case at.Sub(t.Now()) > 300*24*time.Hour:
		return oddness(lang.OddFar)
	}
	return ""
}

func optionShown(t *turn.Turn, o string, said *moment.Said) string {
	day, clock, both := strings.Cut(o, " ")
	if !both && strings.Contains(o, ":") {
		day, clock = said.Date, o
	} else if !both {
		clock = said.Clock // which was said since, and the day is still open
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
