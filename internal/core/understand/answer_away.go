package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// Where the writer says to be: "ok but I'm in Tacoma that day" is no yes, though "I'm in" is one.

// comesIn reports whether words that may lead to a place are a yes: "I'm in", "I'm down for thursday".
func (h *hearing) comesIn(i, n int, c clause) bool {
	if last := h.plain[i+n-1]; last != "in" && last != "down" || n > 3 || h.plain[i+n-2] == "be" {
		return false
	}
	to := i + n
	if to < c.to && h.isName(to) && !h.words[to].w.In(lexicon.FirstNames) { // "I'm in Tacoma"
		return false
	}
	return h.alone(to, c) || h.words[to].covered || lexicon.InFor.Has(h.plain[to]) ||
		to+1 < c.to && lexicon.InFor.Has(h.plain[to]+" "+h.plain[to+1])
}

// goesElsewhere reports whether a yes goes on with a place that is not known for one where people meet: "voy a estar en México".
func (h *hearing) goesElsewhere(i, n int, c clause) bool {
	to := i + n
	if to >= c.to || !lexicon.GoesOnWhere.Has(h.plain[to-1]) || !lexicon.WhereLeads.Has(h.plain[to]) || !h.placeAt(to+1, c) {
		return false
	}
	for k := to + 1; k < c.to; k++ {
		if w := h.words[k].w; w.In(lexicon.PlaceNouns) || w.In(lexicon.EventNouns) {
			return false
		}
	}
	return true
}

// placeAt reports whether a place may begin at a word: no time, and none of the words for where one is asked to be.
func (h *hearing) placeAt(i int, c clause) bool {
	for i < c.to && (h.words[i].w.In(lexicon.Articles) || h.words[i].w.In(lexicon.LetterArticles)) && !h.words[i].covered {
		i++
	}
	if i >= c.to || h.words[i].covered || h.words[i].s[0] <= '9' {
		return false
	}
	return !lexicon.HereWords.Has(h.plain[i])
}

// beElsewhere adds that somebody is at a place: behind a "but" they are held there; at that very time too, where nothing but an ok stands
// before it.
func (s *stances) beElsewhere(a *act, h *hearing) {
	c := h.clauses[a.clause]
	met := false
	for k := a.to; k < c.to; k++ {
		met = met || h.words[k].w.In(lexicon.PlaceNouns)
	}
	switch {
	case s.lastBut >= 0:
		s.busy = true
	case s.yes || !h.thenIn(c):
		s.away = true
	case met:
		s.denied = true // "ok, ese día estoy en la biblioteca"
	default:
		s.busy = true
	}
}

// thenIn reports whether "that day" and the like stand in a clause.
func (h *hearing) thenIn(c clause) bool {
	for i := c.from; i < c.to; i++ {
		if h.inAct(i, lexicon.ThatTime) || h.words[i].w.Begins(lexicon.ThatTime) {
			return true
		}
	}
	return false
}

// topicThen reports whether another clause than that of a yes begins with "that day" and tells something of it: "claro! ay perdón, ese día
// es la graduación de mi hija".
func (h *hearing) topicThen() bool {
	for k, c := range h.clauses {
		if k == 0 || c.asks {
			continue
		}
		i := c.from
		for i < c.to && h.courteousAt(i) {
			i++
		}
		if i >= c.to || !h.inAct(i, lexicon.ThatTime) || h.does(k) {
			continue
		}
		for ; i < c.to; i++ {
			if !h.words[i].covered && !h.small(i) {
				return true
			}
		}
	}
	return false
}

// does reports whether a yes is given in a clause.
func (h *hearing) does(k int) bool {
	for _, a := range h.acts {
		if a.clause == k && (a.list == lexicon.Yes || a.list == lexicon.Agree || a.list == lexicon.YesMildly) {
			return true
		}
	}
	return false
}

// confirmsLater reports whether a confirmation is put off: "ahorita le confirmo", "mañana te confirmo". What is confirmed may be tomorrow:
// "le confirmo que mañana sí voy" is a yes.
func (h *hearing) confirmsLater(i, n int, c clause) bool {
	if !lexicon.ConfirmVerbs.Has(strings.Join(h.plain[i:i+n], " ")) {
		return false
	}
	for k := c.from; k < i; k++ {
		if lexicon.ConfirmsLater.Has(h.plain[k]) {
			return true
		}
	}
	return i+n < c.to && lexicon.ConfirmsLater.Has(h.plain[i+n])
}

// BeforeAway is what stands before the words that somebody by name is away: of "wed then, sam is out tues" it is "wed then".
func BeforeAway(s string, names []string) string {
	f := strings.Fields(s)
	for i, w := range f {
		if i > 0 && len(namedIn(w, names)) > 0 && SaysAway(strings.Join(f[i:], " ")) {
			return strings.Join(f[:i], " ")
		}
	}
	return s
}

// mostOfDay is how many words an answer has at most in which a short name of a day stands alone: "yea mon is good".
const mostOfDay = 7

// DebriefDay is the day that words name for a talk, a short one that stands alone too.
func DebriefDay(s string, c when.Context) (when.Date, bool) {
	r := Times(s, c)
	if r.Sure() {
		return r.Date, true
	}
	f := strings.Fields(wordsOf(s))
	if r.HasDate() || len(r.Options) > 0 || len(f) > mostOfDay {
		return when.Date{}, false
	}
	for _, w := range f {
		if lexicon.Look(w).Time == lexicon.Weekday {
			r = Times("on "+w, c)
			return r.Date, r.Sure()
		}
	}
	return when.Date{}, false
}

// heldThatDay reports whether a clause tells of what holds one on the day that is asked about: "just saw i have my moms appointment that
// day". Whether one comes all the same it does not say.
func (h *hearing) heldThatDay() bool {
	for _, c := range h.clauses {
		p := h.plain[c.from:c.to]
		if !c.asks && lexicon.HeldBy.Any(p) && !lexicon.Negators.Any(p) && lexicon.AtThatTime.In(" "+strings.Join(p, " ")+" ") {
			return true
		}
	}
	return false
}
