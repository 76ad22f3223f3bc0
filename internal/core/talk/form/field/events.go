package field

import (
	"strings"

	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/lexicon"
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
			if Attends(low) {
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

// Attends reports whether words say that somebody will come to something.
func Attends(words string) bool {
	return lexicon.AttendWords.In(understand.Padded(words))
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
