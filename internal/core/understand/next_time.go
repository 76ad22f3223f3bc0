package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// ofNextTime reads an answer behind which something is said of another time than the one that is asked about: "ok at 3. can we do 4 next
// time", "yes. next time call me". What stands there is for whoever asked; the answer is what stands before it.
func ofNextTime(body string, c when.Context) (Text, bool) {
	at := strings.LastIndexAny(strings.TrimRight(body, " .!?"), ".,;!\n")
	if at < 1 || len(body) > maxOfNext {
		return Text{}, false
	}
	if _, to := lexicon.NextTime.Find(body[at:]); to <= 0 {
		return Text{}, false
	}
	t := Read(body[:at], c)
	if t.Command != None || t.Question || t.Condition || t.Refused || t.Reply != Yes && !(t.Reply == Another && t.agreesAtHour(body[:at])) {
		return Text{}, false
	}
	t.OwnWords, t.Digit = true, 0
	return t, true
}

// OfNextTime reports whether a text is such an answer.
func OfNextTime(body string, c when.Context) bool {
	_, ok := ofNextTime(WholeNumbers(strings.TrimSpace(lexicon.Compose(body))), c)
	return ok
}

// maxOfNext bounds such an answer.
const maxOfNext = 160

// agreesAtHour reports whether a text is a yes with an hour and nothing else: "ok at 3".
func (t Text) agreesAtHour(body string) bool {
	first, _, _ := strings.Cut(wordsOf(body), " ")
	l := lexicon.Look(first)
	return t.When.HasClock && !t.When.HasDate() && !t.OwnWords && (l.In(lexicon.Yes) || l.In(lexicon.YesMildly) || first == "si")
}

// BeginsOfNextTime reports whether a text speaks of another time than this one from its beginning: "next time can we do 5".
func BeginsOfNextTime(body string) bool {
	n := lexicon.NextTime.Lead(body)
	if n == 0 || n >= len(body) {
		return false
	}
	next, _, _ := strings.Cut(wordsOf(body[n:]), " ") // "la próxima semana" is a week
	return !NamesTime(next) && lexicon.Look(next).Time == lexicon.NoList
}
