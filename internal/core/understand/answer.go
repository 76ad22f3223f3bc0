package understand

import (
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// An answer is read by its parts. hear divides it into words and clauses; find finds the acts in them, by words of the lexicon and what
// stands around them; weigh says what they mean together. A word that nobody knows erases no act: it is the contact's own, and goes
// along.

// answer is what a text answers.
type answer struct {
	reply     Reply
	own       bool // it says more than the bare answer
	question  bool
	condition bool
	refused   bool
	gladly    bool // "no problem": a yes to a question, else a courtesy
}

// answerOf reads the answer that a text is.
func answerOf(body string, r when.Reading) answer {
	var h hearing
	if !h.hear(body) {
		return answer{own: true}
	}
	h.times = r.Spans
	h.find()
	s := h.stances(r)
	a := answer{reply: s.weigh(), question: s.question, condition: s.condition, refused: s.no, gladly: s.gladly && !s.yes && !s.mild}
	if a.reply == Yes && h.says(lexicon.InMyPlace) {
		a.reply = NoReply // "va mi esposo en mi lugar": whether that does, the organizer says
	}
	if a.reply == NoReply {
		if a.reply = h.saidBefore(); a.reply == NoReply && notTheirPhone(h.plain) {
			a.reply = Wrong
		}
	}
	if a.reply == NoReply && h.holds(lexicon.PassedWords) && WritesForAnother(body) && TellsOfDeath(body) {
		a.reply = MaybeStop // "this is her son, mom passed in october"
	}
	if a.reply == NoReply && s.question && !s.late && !s.tellsLate && h.asksAlone(lexicon.AnotherTime) {
		a.reply = Another // "rain check?"
	}
	if a.reply == NoReply && !s.question && h.toldNo() {
		a.reply, a.refused = No, true
	}
	if a.reply == NoReply && !s.question && h.says(lexicon.WouldBut) {
		a.reply = Maybe // "i would love to but my kid has a game"
	}
	if a.reply == No && h.says(lexicon.WouldBut) && (h.says(lexicon.OtherPlace) || h.says(lexicon.ComesTo)) {
		a.reply, a.refused = Maybe, false // "i would but its too loud there can she come to my house"
	}
	if a.reply == NoReply && h.holds(lexicon.AnotherWeek) && h.holds(lexicon.Week) {
		a.reply = Another // "la otra semana martes o jueves"
	}
	a.own = a.reply != NoReply && a.reply != Thanks && (s.unknown > 0 || s.named || s.question && a.reply != Another || s.condition ||
		s.busy || s.fine || s.elsewhere || s.late || s.holds || s.another && s.unsure || s.tookBack || s.no && s.unsure)
	a.own = a.own || a.reply != Yes && a.reply != NoReply && a.reply != Thanks && h.beside() >= tale
	a.own = a.own || a.reply == Another && !s.time && s.no && len(h.words) > 3 // "esa hora no, más tardecito"
	a.own = a.own || a.reply == Yes && h.holds(lexicon.Kin)                    // whoever comes along, the organizer hears of
	a.own = a.own || a.reply == NoReply && (s.unknown > 0 || s.question || h.beside() >= tale)
	return a
}

// SendsAnother reports whether a text says that somebody else comes than its writer: "va mi esposo en mi lugar".
func SendsAnother(body string) bool { return lexicon.InMyPlace.In(Padded(body)) }

// asksAlone reports whether a text is one question and holds words of a list.
func (h *hearing) asksAlone(l lexicon.List) bool { return len(h.clauses) == 1 && h.says(l) }

// holds reports whether a word of a list stands in the text.
func (h *hearing) holds(l lexicon.List) bool {
	for i := range h.words {
		if h.words[i].w.In(l) {
			return true
		}
	}
	return false
}

// tale is how many words beside a time make more of a refusal, a proposal or a question than the bare answer, even where none is unknown.
const tale = 6

// excepts reports whether a day is ruled out among any others: "any day but thursday".
func (h *hearing) excepts() bool {
	for _, s := range h.plain {
		if lexicon.Excepts.Has(s) || lexicon.AnyWords.Has(s) || lexicon.ButWords.Has(s) {
			return true
		}
	}
	return false
}

// fewBeside is how many words beside a day that is ruled out tell nothing else.
const fewBeside = 2

// beside counts the words that are no part of a time.
func (h *hearing) beside() int {
	n := 0
	for i := range h.words {
		if !h.timeIn(clause{from: i, to: i + 1}) {
			n++
		}
	}
	return n
}

// stances are what the acts of a text say together.
type stances struct {
	yes, mild, gladly        bool
	no, unsure, another      bool
	elsewhere                bool // at an hour of its own
	away                     bool // is said to be somewhere, at no time
	fine                     bool // what holds one is told, and does not matter
	busy, then               bool // held elsewhere; at that very time
	onlyThen                 bool // and at no other: "im so sick today"
	ahead                    bool // and will be: "ill be working"
	condition, question      bool
	wrong, gone, who, thanks bool
	late, tookBack           bool
	tellsLate                bool // late, if only in what is asked
	holdsTo                  int  // where that ends
	hoped                    int  // the clause, counted from 1, that says who is hopefully not there
	holds                    bool // what follows a "but" is what one needs or brings
	lateBut                  bool // what follows a "but" is an hour at which one comes
	hourBut                  bool // an hour is named behind a "but"
	roughHour                bool // and an hour, roughly: "but more like 6"
	fits                     bool // the yes says that it suits or that one comes
	denied                   bool // something is denied that no act is about
	turned                   bool // "but" with something after it that no act is about
	apart                    bool // a yes has its own clause: what stands in the others says more, and takes nothing from it
	lastMild, lastBusy       int  // where a mild yes, and what holds one, stand last
	lastNo, lastYes          int  // where they stand last
	lastIf, lastBut          int
	number                   bool // a bare number that may be an hour
	clock, date, time        bool // a time is named that may be another than the one asked about
	unknown                  int  // words of their own
	ruledOut                 bool // a day is said not to suit, in no words of refusal
	ruledAlone               bool // and hardly more is said: "not thursday"
	named                    bool // somebody is named who is not spoken to
}

// weigh says what a text answers. The order is that of caution: a yes is what is left when nothing speaks against it.
func (s *stances) weigh() Reply {
	switch {
	case s.wrong:
		return Wrong
	case s.gone:
		return MaybeStop
	case s.who:
		return WhoIsIt
	case s.no:
		return s.weighNo()
	case s.tellsLate && s.another && s.question && !s.time: // "20 min late is that ok or should we do another day?"
		return NoReply
	case s.ruledAlone && !s.time && !s.question && !s.yes:
		return No
	case s.another, s.ruledOut && s.date && (s.mild || s.question || s.lastBut >= 0):
		return Another
	case s.yes || s.mild:
		return s.weighYes()
	case s.unsure:
		return Maybe
	case s.busy && s.then && s.time && !s.onlyThen:
		return Another
	case s.busy && (s.then || s.ahead):
		return No
	case s.condition && s.fits:
		return Maybe
	case (s.thanks || s.gladly) && s.unknown == 0 && !s.busy && !s.question && !s.denied && (s.lastBut < 0 || !s.gladly):
		return Thanks
	}
	return NoReply
}

// weighYes: what else is said turns a yes into a maybe, into another time, or into words that somebody has to read.
func (s *stances) weighYes() Reply {
	switch {
	case s.condition, s.unsure:
		return Maybe
	case s.busy && s.then && (s.time || s.lastBusy < 0 || max(s.lastYes, s.lastMild) < s.lastBusy):
		return No
	case s.busy: // "i work thursdays but im off by 2 so ok"
		return Maybe
	case s.clock && (!s.fits || s.hourBut), s.roughHour: // how far it is off, who knows the hour says
		return Another
	case s.denied || s.turned:
		return NoReply
	case !s.yes && (s.question || s.unknown > 1 && !s.holds):
		return NoReply
	case s.unknown > 8 && !s.apart:
		return NoReply
	}
	return Yes
}

// stances collects what the acts say.
func (h *hearing) stances(r when.Reading) stances {
	s := stances{lastNo: -1, lastYes: -1, lastIf: -1, lastBut: -1, lastBusy: -1}
	for i := range h.acts {
		s.take(&h.acts[i], h)
		s.tellsLate = s.tellsLate || h.acts[i].list == lexicon.LateWords
	}
	if s.tellsLate && h.onlyStuck() { // "omg stuck at work running like 20 min late"
		s.no, s.busy, s.then, s.lastNo = false, false, false, -1
	}
	s.apart = s.holds || h.answeredApart(-1)
	for i := range h.words {
		w := &h.words[i]
		if w.covered {
			continue
		}
		if w.w.In(lexicon.Negators) && !h.answeredApart(w.clause) &&
			!(s.holds && i > s.lastBut) && !(i < s.lastBut && s.lastBut < s.lastYes) {
			s.denied = true
		}
		if !h.small(i) {
			s.unknown++
		}
		s.number = s.number || bareHour(w.s)
		s.named = s.named || h.isName(i) && !h.spokenTo(i)
	}
	if h.fineAllTheSame(&s) {
		s.busy, s.then, s.turned = false, false, false
		s.yes, s.fine, r.Except = true, true, nil
	}
	s.turned = s.turned && s.lastYes < s.lastBut &&
		(h.opens(s.lastBut) && (h.words[s.lastBut].w.In(lexicon.ButWords) || h.timeIn(clause{from: s.lastBut + 1, to: len(h.words)})) ||
			!h.answeredApart(h.words[s.lastBut].clause))
	s.turned = s.turned || s.yes && h.topicThen()
	s.clock, s.date = r.HasClock || len(r.Options) > 0 && r.Options[0].HasClock, r.HasDate() // "claro, a las 7": of the morning or not
	if s.lateBut = h.lateBut(&s); s.lateBut {
		s.unsure, s.turned, s.late = false, false, true
	}
	s.hourBut = s.lastBut > 0 && s.lastYes > s.lastBut && s.clock && h.timeIn(clause{from: s.lastBut + 1, to: len(h.words)})
	s.roughHour = s.yes && h.roughlyAfter(s.lastBut)
	s.ruledOut = len(r.Except) > 0 && !s.busy
	s.ruledAlone = s.ruledOut && h.beside() <= fewBeside && !h.excepts()
	s.time = r.HasClock || r.HasDate() || len(r.Options) > 0
	s.onlyThen = s.time && h.onlyThen()
	// "not thursday, friday works"
	s.another = s.another || s.yes && len(r.Except) > 0
	s.another = s.another || !r.NotBefore.IsZero() &&
		(s.yes || s.mild || s.no || s.busy || s.unsure || s.denied || s.away) // "away until the 12th"
	for _, c := range h.clauses {
		s.question = s.question || c.asks
		s.another = s.another || c.asks && s.yes && c.to == c.from+1 && h.words[c.from].s[0] <= '9' // "friday works, 2?"
	}
	for k, c := range h.clauses { // "I'm sick, next week?"
		s.another = s.another || c.asks && (s.no || s.busy || s.elsewhere) && h.timeIn(c) && !h.reason(k)
	}
	s.another = s.another || (s.busy || s.elsewhere) && s.fits && h.fitsApart() // "a las 6 salgo, entonces como 6:30 estaría bien"
	s.unsure = s.unsure || !s.yes && !s.no && !s.busy && !s.another && h.heldThatDay()
	s.another = s.another || s.no && (h.timeAfterNo(s.lastNo) || s.lastBut > s.lastNo && (h.timeAfter(s.lastBut) ||
		h.numberAfter(&act{to: s.lastBut + 1, clause: h.words[s.lastBut].clause})))
	s.another = s.another || s.no && s.yes && s.lastBut > s.lastNo && s.lastYes > s.lastBut && !r.Week.IsZero() // "3 but next week yes"
	return s
}

// fitsApart reports whether an hour is said to suit in another clause than the one that says what holds one.
func (h *hearing) fitsApart() bool {
	for _, a := range h.acts {
		if c := h.clauses[a.clause]; a.list == lexicon.Agree && !c.asks && h.timeIn(clause{from: c.from, to: a.from}) && !h.reason(a.clause) {
			return true
		}
	}
	return false
}

// answeredApart reports whether a plain yes stands in another clause than this one, with nothing denied in its own: "yep. my knee is shot
// tho so no steps pls".
func (h *hearing) answeredApart(k int) bool {
	for _, a := range h.acts {
		if a.clause == k || a.list != lexicon.Yes && a.list != lexicon.Agree && a.list != lexicon.YesMildly {
			continue
		}
		if a.list == lexicon.YesMildly && (a.from != h.clauses[a.clause].from || a.to != h.clauses[a.clause].to) {
			continue // "ok!" alone
		}
		c := h.clauses[a.clause]
		c.from = h.afterBut(a.from, c)
		if !c.asks && !h.left(c, lexicon.Negators) && (h.lateIn(a.clause) || !h.left(c, lexicon.Contrasts)) {
			return true
		}
	}
	return false
}
