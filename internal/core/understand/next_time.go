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

// saysAgain reports whether words tell that the two meet again.
func saysAgain(p string) bool { return lexicon.SaysAgain.In(p) || redoes(strings.Fields(p)) }

// redoes reports whether words tell of what two do again, and when: "gonna redo it tuesday 4pm", "vamos a seguir el lunes". What somebody
// else finishes is their own.
func redoes(f []string) bool {
	for i := range f {
		n := longest(f[i:], lexicon.RedoLeads)
		verb := 0
		if n > 0 && i+n < len(f) {
			verb = longest(f[i+n:], lexicon.RedoVerbs)
		}
		if verb > 0 && !lexicon.ThirdSubjects.Any(f[max(0, i-2):i]) && timeish(strings.Join(f[i+n+verb:], " ")) {
			return soon(f[i+n+verb:])
		}
	}
	return false
}

// soon reports whether no more than small words stand before the first word of a time: in "finish it friday", and not in "finish the
// flyers for her building by friday".
func soon(f []string) bool {
	for i, w := range f {
		if i > mostBeforeTime {
			return false
		}
		if timeish(w) {
			return true
		}
		if !lexicon.RedoSmall.Has(w) {
			return false
		}
	}
	return false
}

// mostBeforeTime is how many small words stand at most between what is done again and when.
const mostBeforeTime = 4

// longest is how many of the first words a list has as one, 0 for none.
func longest(f []string, l lexicon.List) int {
	for n := min(4, len(f)); n > 0; n-- {
		if l.Has(strings.Join(f[:n], " ")) {
			return n
		}
	}
	return 0
}
