package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// DayBehind is the day of one of several things to do, by the day of the week that stands in it: where it is the same thing as the one
// before, done once more, it is the first such day behind that one's. "call her monday" and "call her again on friday", said on a Thursday.
func DayBehind(parts []string, i int, on when.Date, c when.Context) when.Date {
	if i == 0 || i >= len(parts) || on.IsZero() || hasDigit(parts[i]) || !sameDeed(parts[i-1], parts[i]) {
		return on
	}
	before := Times(parts[i-1], c)
	if before.Sure() && !hasDigit(parts[i-1]) && on.Compare(before.Date) < 0 && before.Date.AddDays(-7).Compare(on) < 0 {
		return on.AddDays(7)
	}
	return on
}

// sameDeed reports whether two things to do are one, done on two days.
func sameDeed(one, other string) bool {
	one, other = withoutDays(one), withoutDays(other)
	return one != "" && (one == other || strings.HasPrefix(other, one+" ") && lexicon.OnceMore.Lead(other[len(one)+1:]+" ") > 0)
}

// withoutDays leaves out the days of the week, and what leads to them.
func withoutDays(s string) string {
	return strings.Join(slices.DeleteFunc(bare(s), func(w string) bool {
		return lexicon.Look(w).Time == lexicon.Weekday || lexicon.BeforeTimes.Has(w)
	}), " ")
}
