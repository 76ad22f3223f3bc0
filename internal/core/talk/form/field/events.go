package field

import (
	"strings"

	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// MatchEvent finds the event that a commitment is a word for: on the same day, and with words in common or plainly about coming.
func MatchEvent(t *turn.Turn, words, dueOn string) (event.Event, bool) {
	low := strings.ToLower(words)
	var best event.Event
	score := 0
	for _, e := range t.Events() {
		if !e.Coming(t.Now()) {
			continue
		}
		s := 0
		if dueOn != "" && when.DateOf(e.StartsAt.In(t.Loc())).String() == dueOn {
			s += 2
			if settle.Attends(low) {
				s++
			}
		}
		s += 2 * shared(low, strings.ToLower(e.Title+" "+e.Name+" "+e.NameES))
		if dueOn != "" && when.DateOf(e.StartsAt.In(t.Loc())).String() != dueOn {
			s = 0 // another day was named
		}
		if s > score {
			best, score = e, s
		}
	}
	return best, score >= 3
}

// shared counts the words of some length that two texts have in common.
func shared(a, b string) int {
	n := 0
	for _, w := range strings.Fields(b) {
		if w = strings.Trim(w, ".,:;!"); len(w) > 3 && strings.Contains(a, w) {
			n++
		}
	}
	return n
}

// EventTime is when the thing is that somebody said they would come to, as far as the words say it: its day, and the hour only where one
// is named. false where no day is known, or the day is over.
func EventTime(t *turn.Turn, words, due string) (moment.Said, bool) {
	day, ok := when.ParseDate(due)
	if !ok || day.Compare(when.DateOf(t.Now().In(t.Loc()))) < 0 {
		return moment.Said{}, false
	}
	said := moment.Said{Date: due}
	r := understand.Times(words, t.Planning())
	if r.HasClock {
		said.Clock = moment.Clock(r.Hour, r.Minute)
	}
	return said, true
}

// ShownTime is a day, with its hour where that is known.
func ShownTime(t *turn.Turn, said moment.Said) string {
	if at, ask := settle.Time(t, &said); ask == "" {
		return when.Echo(t.Tag(), at, t.Now())
	}
	day, _ := when.ParseDate(said.Date)
	return t.Day(day)
}
