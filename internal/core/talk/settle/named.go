package settle

import (
	"strings"

	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/understand"
)

// NamesEvent reports whether a text has a word of an event's names, other than the words that many events have.
func NamesEvent(body string, e event.Event) bool {
	p := understand.Padded(body)
	for _, w := range strings.Fields(understand.Padded(e.Title + " " + e.Name + " " + e.NameES)) {
		if len(w) > 3 && !lexicon.AskMeetings.Has(w) && !lexicon.SentenceWords.Has(w) && !understand.NamesTime(w) &&
			(strings.Contains(p, " "+w+" ") || strings.Contains(p, " "+w+"s ")) {
			return true
		}
	}
	return false
}
