package spoken

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// ofOneWeek has a week that is named before the first of several hold for all: "next week: maria mon 3pm, jo tues 5pm".
func ofOneWeek(pieces []string, line string, c when.Context) []string {
	if len(pieces) < 2 || !weekLeads(line, c) {
		return pieces
	}
	today := when.DateOf(c.At.In(c.Zone))
	monday := today.AddDays(7 - (int(today.Weekday())+6)%7)
	for k := range pieces {
		for _, span := range understand.Times(pieces[k], c).Spans { // in the place of the weekday's name
			one := understand.Times(pieces[k][span.From:span.To], c)
			day := one.Date
			if !one.HasDate() && len(one.Options) > 0 {
				day = one.Options[0].Date
			}
			if one.BareWeekday && !day.IsZero() {
				pieces[k] = pieces[k][:span.From] + monday.AddDays((int(day.Weekday())+6)%7).String() + pieces[k][span.To:]
				break
			}
		}
	}
	return pieces
}

// weekLeads reports whether the week to come is named before any day is.
func weekLeads(line string, c when.Context) bool {
	low := understand.Padded(line)
	for _, p := range lexicon.PauseNextWeek.Padded() {
		if i := strings.Index(low, p); i >= 0 {
			r := understand.Times(low[:i], c)
			return !r.HasDate() && len(r.Options) == 0
		}
	}
	return false
}

// OnSameDay writes out the day of the one-on-one that was just spoken of, where words say that it is the same: "jo park same day 1pm".
func OnSameDay(words, day string, c when.Context) string {
	r, low := understand.Times(words, c), lexicon.Plain(words)
	if r.HasDate() || len(r.Options) > 0 || len(low) != len(words) {
		return words
	}
	for _, p := range lexicon.SameDay.Padded() {
		if i := strings.Index(" "+low+" ", p); i >= 0 {
			return strings.TrimSpace(words[:i] + " " + day + " " + strings.TrimSpace(words[min(len(words), i+len(p)-1):]))
		}
	}
	return words
}
