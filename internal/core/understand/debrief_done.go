package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// mostDone is how many words a text has at most that says that a report was talked over already.
const mostDone = 12

// DebriefDone reports whether a text says that its writer has talked a report over with one of the staff already: "talked to sam about it
// already", "ya lo platiqué con sam". Who has it still to do, or names a day to come, has not; and "she already talked to her landlord"
// is of somebody else.
func DebriefDone(body string, staff []string, c when.Context) bool {
	f := bare(body)
	p := Padded(body)
	if len(f) < 2 || len(f) > mostDone || strings.ContainsAny(body, "?¿") || len(namedIn(body, staff)) == 0 {
		return false
	}
	if lexicon.ThirdSubjects.Has(f[0]) || lexicon.Negators.Any(f) || lexicon.NegativeWords.Any(f) || willDo(p) {
		return false
	}
	if day, dated := DebriefDay(body, c); dated && day.Compare(when.DateOf(c.At.In(c.Zone))) > 0 {
		return false
	}
	return lexicon.TalkedItOver.In(p) && (lexicon.Already.Any(f) || lexicon.JustNow.In(p))
}

// ButWith is with whom of the staff it is to be, behind what denies another of them: of "i havent talked to sam but kim is good" it is "kim
// is good". "" where a text says anything else.
func ButWith(body string, staff []string) string {
	f := strings.Fields(body)
	at := slices.IndexFunc(f, func(w string) bool { return lexicon.Buts.Has(bareWord(strings.ToLower(w))) })
	if at < 1 || at+1 >= len(f) || strings.ContainsAny(body, "?¿") {
		return ""
	}
	head, tail := strings.Join(f[:at], " "), strings.Join(f[at+1:], " ")
	h := bare(head)
	if !lexicon.Negators.Any(h) && !lexicon.NegativeWords.Any(h) && !SaysAway(head) || len(namedIn(head, staff)) == 0 ||
		len(namedIn(tail, staff)) != 1 {
		return ""
	}
	return tail
}
