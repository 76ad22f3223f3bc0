package understand

import (
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// Before is when somebody wants to be reminded of what is planned: a length of time before it, or a part of the day of it or of a day
// before.
type Before struct {
	Span time.Duration // 0 where a part of a day is named
	Days int           // how many days before
	Eve  bool          // in the evening of that day
}

const (
	mostBefore  = 12 // words of a text that says no more than that
	mostDays    = 14
	mostMinutes = 48 * 60
)

// RemindsBefore reads "2 hrs before", "the night before", "un día antes de la cita": what is to be reminded of is the one-on-one itself.
// What names an errand besides ("an hour before to call jo") is none.
func RemindsBefore(what string) (Before, bool) {
	f := bare(what)
	for len(f) > 0 && lexicon.BeforeLeads.Has(f[0]) {
		f = f[1:]
	}
	if len(f) == 0 || len(f) > mostBefore {
		return Before{}, false
	}
	b, n := beforeAt(f)
	for _, w := range f[n:] {
		if !lexicon.OfTheMeeting.Has(w) && !lexicon.MeetingNouns.Has(w) && !lexicon.FirstNames.Has(w) && !lexicon.Articles.Has(w) {
			return Before{}, false
		}
	}
	return b, n > 0
}

// beforeAt reads it at the beginning of words, and how many of them it takes.
func beforeAt(f []string) (Before, int) {
	p := " " + strings.Join(f, " ") + " "
	for _, l := range [...]struct {
		words lexicon.List
		is    Before
	}{{lexicon.NightBefore, Before{Days: 1, Eve: true}}, {lexicon.DayBefore, Before{Days: 1}}, {lexicon.MorningOf, Before{}}} {
		for _, phrase := range longestFirst(l.words.Padded()) {
			if strings.HasPrefix(p, phrase) {
				return l.is, len(strings.Fields(phrase))
			}
		}
	}
	for at := 0; at+1 < len(f) && at < 4; at++ { // "an hour before", "about half an hour before"
		if !lexicon.BeforeIt.Has(f[at+1]) {
			if !counts(f[at]) {
				break
			}
			continue
		}
		half, n := lexicon.Half.Any(f[:at]), 1
		if at > 0 {
			n = countBefore(f, at)
		}
		if at > 0 && lexicon.PauseSome.Has(f[at-1]) && !lexicon.PauseOne.Has(f[at-1]) { // "a few hours before" says not how many
			return Before{}, 0
		}
		if n == 0 && (lexicon.OneArticles.Has(f[at-1]) || lexicon.CountedOne.Has(f[at-1])) {
			n = 1
		}
		switch unit := lexicon.Look(f[at]).Time; {
		case unit == lexicon.Hour && half:
			return Before{Span: time.Hour / 2}, at + 2
		case unit == lexicon.Hour && n > 0 && n*60 <= mostMinutes:
			return Before{Span: time.Duration(n) * time.Hour}, at + 2
		case unit == lexicon.Minute && n > 0 && n <= mostMinutes:
			return Before{Span: time.Duration(n) * time.Minute}, at + 2
		case unit == lexicon.Day && n > 0 && n <= mostDays:
			return Before{Days: n}, at + 2
		}
		break
	}
	return Before{}, 0
}

// counts reports whether a word may stand before a unit of time: "2", "half", "an".
func counts(w string) bool {
	l := lexicon.Look(w)
	return hasDigit(w) || l.Time == lexicon.Number || l.Time == lexicon.Half || lexicon.CountedOne.Has(w) || lexicon.PauseSome.Has(w)
}
