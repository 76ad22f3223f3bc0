package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// What holds nobody any more, or not then.

// notAtWork counts the words at i which say that no work holds their writer, and takes them: "no trabajo ese día" is no no. Until when one
// works stays what it is: "no trabajo hasta las 5".
func (h *hearing) notAtWork(i, k int) int {
	c := h.clauses[k]
	if !h.words[i].w.Begins(lexicon.NotAtWork) {
		return 0
	}
	n := 0
	for to := i + 2; to <= c.to && to-i <= mostNotAtWork; to++ {
		if lexicon.NotAtWork.Has(strings.Join(h.plain[i:to], " ")) {
			n = to - i
		}
	}
	if n == 0 || i+n < c.to && (isUntil(h.plain[i+n]) || lexicon.Because.Has(h.plain[i+n])) {
		return 0
	}
	h.add(lexicon.NotAtWork, i, i+n, k)
	return n
}

// mostNotAtWork is how many words say so.
const mostNotAtWork = 6

// isOver reports whether what held one is told as over: "was at work", "estaba trabajando".
func (h *hearing) isOver(a *act) bool {
	return a.from > h.clauses[a.clause].from && lexicon.WasThen.Has(h.plain[a.from-1]) ||
		a.to > a.from+1 && lexicon.WasThen.Has(h.plain[a.from])
}

// ofMorning reports whether what holds one is of the morning, beside a yes: whether that is to a time in the morning, whoever knows it
// says.
func (h *hearing) ofMorning(a *act) bool {
	if lexicon.HeldMornings.Lead(strings.Join(h.plain[a.from:h.clauses[a.clause].to], " ")) == 0 {
		return false
	}
	for k := range h.clauses {
		if h.does(k) {
			return true
		}
	}
	return false
}

// HeldMornings reports whether somebody says that they work in the morning.
func HeldMornings(body string) bool { return lexicon.HeldMornings.In(Padded(body)) }

// recallsThem reports whether a "si" behind an "ah" is said by who remembers whom we named, and is no if: "ah si la muchacha luz de la
// iglesia".
func (h *hearing) recallsThem(i int, c clause) bool {
	if h.timeIn(c) || i != c.from+1 || !lexicon.Interjections.Has(h.plain[c.from]) || i+2 >= c.to || !lexicon.Articles.Has(h.plain[i+1]) {
		return false
	}
	named := false
	for k := i + 1; k < c.to; k++ {
		w := h.words[k].w
		named = named || h.isName(k)
		if w.In(lexicon.Negators) || w.In(lexicon.ComingVerbs) || w.In(lexicon.CanAlone) || w.In(lexicon.ButWords) {
			return false
		}
	}
	return named
}

// toldLater reads a no behind which a day is to be told later, "no puedo, mañana le digo qué día": when it is told is no day to meet.
func toldLater(body string, c when.Context) (Text, bool) {
	at := strings.LastIndexAny(strings.TrimRight(body, " .!"), ".,;!\n")
	if at < 1 || len(body) > maxOfNext || strings.ContainsAny(body, "?¿") {
		return Text{}, false
	}
	f := strings.Fields(wordsOf(body[at:]))
	if !tellsDayLater(f) {
		return Text{}, false
	}
	t := Read(body[:at], c)
	if t.Command != None || t.Question || t.Reply != No {
		return Text{}, false
	}
	t.OwnWords, t.Digit = true, 0
	return t, true
}

// TellsDayLater reports whether words say so by themselves.
func TellsDayLater(words string) bool { return tellsDayLater(strings.Fields(wordsOf(words))) }

// tellsDayLater reports whether words say that their writer will tell what day suits.
func tellsDayLater(f []string) bool {
	if len(f) < 3 || slices.Contains(f, "me") {
		return false
	}
	for i, w := range f {
		if lexicon.FindsOut.Has(w) {
			return lexicon.DayTold.In(" " + strings.Join(f[i+1:], " ") + " ")
		}
	}
	return false
}

// HeldAt is the hour, as it is written, at which somebody says to be held, and no other but until when: "a las 3 estoy trabajando, salgo
// hasta las 5"; "" for none.
func HeldAt(body string) string {
	f, at := strings.Fields(Padded(body)), ""
	for i, w := range f {
		if _, _, ok := hourOf(w); !ok || untilBefore(f, i) {
			continue
		}
		k := i
		for k > 0 && lexicon.Look(f[k-1]).Time == lexicon.At {
			k--
		}
		held := false
		for n := 1; n <= mostHeld; n++ {
			held = held || k < i && n <= k && lexicon.BusyThen.Has(strings.Join(f[k-n:k], " ")) ||
				k < i && i+n < len(f) && lexicon.BusyThen.Has(strings.Join(f[i+1:i+1+n], " "))
		}
		if !held || at != "" || len(WeekdaysIn(body)) > 1 {
			return ""
		}
		at = w
	}
	return at
}
