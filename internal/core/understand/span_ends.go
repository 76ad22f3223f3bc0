package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// mostOfEnd bounds the words that name the end of a month, or a span with no one day.
const mostOfEnd = 6

// DueTimes reads by when something is done: as Times does, and the end of this month as its last day, where no other day is named: "by the
// end of the month", "antes de q acabe el mes".
func DueTimes(words string, c when.Context) when.Reading {
	r := Times(words, c)
	if r.Sure() || c.Zone == nil {
		return r
	}
	if from, _ := listedIn(words, lexicon.MonthEnds); from < 0 {
		return r
	}
	day := when.DateOf(c.At.In(c.Zone))
	for next := day.AddDays(1); next.Month == day.Month; next = next.AddDays(1) {
		day = next
	}
	return Times(day.String(), c)
}

// listedIn finds a phrase of a list in words: from which word on it stands, and behind which it ends. from is below 0 for none.
func listedIn(words string, l lexicon.List) (from, to int) {
	f := strings.Fields(words)
	for i := range f {
		for n := min(mostOfEnd, len(f)-i); n > 0; n-- {
			if l.Has(strings.Join(bare(strings.Join(f[i:i+n], " ")), " ")) {
				return i, i + n
			}
		}
	}
	return -1, -1
}

// LooseDue is by when things to do are done where one of them says so without one day, and none names a day: of "flyers on her floor this
// wkend" it is "this wkend". "" for none.
func LooseDue(parts []string, c when.Context) string {
	loose := ""
	for _, p := range parts {
		if Timed(Times(strings.Join(withoutListed(p, lexicon.LooseDue), " "), c)) {
			return ""
		}
		if from, to := listedIn(p, lexicon.LooseDue); from > 0 && loose == "" {
			loose = strings.Trim(strings.Join(strings.Fields(p)[from:to], " "), " .,!")
		}
	}
	return loose
}

// withoutListed is the words of a text but a phrase of a list.
func withoutListed(words string, l lexicon.List) []string {
	f := strings.Fields(words)
	from, to := listedIn(words, l)
	if from < 0 {
		return f
	}
	return append(append([]string{}, f[:from]...), f[to:]...)
}
