package when

import "github.com/reportback/reportback/internal/core/lexicon"

// A day may be named to be ruled out: "any day except thursday", "el jueves trabajo". It is no reading, and no option.

// ruledByWords reports whether the words before a day at i rule it out: except, but after any, que no sea.
func (p *parser) ruledByWords(i int) bool {
	k := i - 1
	for k >= 0 && k >= i-4 && lexicon.SmallAfterNot.Has(p.at(k).s) && !lexicon.Excepts.Has(p.at(k).s) {
		k--
	}
	s := p.at(k).s
	switch {
	case lexicon.Excepts.Has(s):
		return !(s == "menos" && (p.at(k-1).num >= 0 || p.at(k-1).lex.kind == lxNumber || p.at(k-1).s == "al" || p.at(k-1).s == "mas"))
	case s == "but" || s == "pero":
		return p.anyBefore(k)
	case s == "than":
		return lexicon.BeforeThan.Has(p.at(k - 1).s)
	case s == "que": // "el viernes me queda mejor que el jueves", "mejor el viernes que el jueves"
		return p.at(k-1).s == "mejor" || p.inDate(k-1)
	case s == "from":
		return p.at(k-1).s == "apart" || p.at(k-1).s == "aside"
	case lexicon.NotBe.Has(s):
		return p.at(k-1).s == "no" || p.at(k-1).s == "not"
	}
	return false
}

// alsoExcept reports whether the day at i is ruled out along with the one before it: "menos lunes y martes".
func (p *parser) alsoExcept(i int) bool {
	k := i - 1
	for k >= 0 && p.kind(k) == lxThe {
		k--
	}
	if p.c.Mode != Plan || len(p.dates) == 0 || k < 1 || !p.joinsDays(k) {
		return false
	}
	last := p.dates[len(p.dates)-1]
	return last.not && last.kind == weekday && last.to == k && p.ruledByWords(last.from)
}

// fitsBehind reports whether words behind a day say that it suits, whatever stands before it: "ese dia no puedo el viernes si". A "si" that
// goes on is an if.
func (p *parser) fitsBehind(j int) bool {
	if !lexicon.FitsBehindDay.Has(p.at(j).s) {
		return false
	}
	next := p.at(j + 1).s
	return next == "" || mark(next, ".,;!") || lexicon.FitsBehindDay.Has(next)
}

// otherFits reports whether a no stands behind a day, and behind it another day that suits: "thursday no friday yes".
func (p *parser) otherFits(j int) bool {
	if !lexicon.Negators.Has(p.at(j).s) {
		return false
	}
	j++
	for p.at(j).s == "," || lexicon.ButWords.Has(p.at(j).s) || p.kind(j) == lxThe || p.kind(j) == lxOn {
		j++
	}
	return p.kind(j) == lxWeekday && p.fitsBehind(j+1)
}

// anyBefore reports whether "any" or the like stands a few words before token k: "any day but thursday".
func (p *parser) anyBefore(k int) bool {
	for j := k - 1; j >= 0 && j >= k-5; j-- {
		if lexicon.AnyWords.Has(p.at(j).s) {
			return true
		}
		if mark(p.at(j).s, ".,;?!") {
			return false
		}
	}
	return false
}

// busyOn reports whether somebody is held elsewhere on the day from i to j: "I work thursday", "el jueves estoy ocupada".
func (p *parser) busyOn(i, j int) bool {
	if p.c.Mode == Report {
		return false
	}
	if lexicon.PauseUntil.Has(p.at(j).s) && (p.at(j+1).num > 0 || p.kind(j+1) == lxAt || p.kind(j+1) == lxNoon || p.kind(j+1) == lxNumber) {
		return false // "I work thursday til 2" leaves what comes after
	}
	return p.busyBefore(i) || p.busyFrom(j)
}

// busyBefore looks for words of being held elsewhere right before a day, small words and other such days between.
func (p *parser) busyBefore(i int) bool {
	k := i - 1
	for k >= 0 && k >= i-6 && (p.kind(k) == lxOn || p.kind(k) == lxThe || p.kind(k) == lxThis ||
		lexicon.BetweenBusyDays.Has(p.at(k).s) || p.inDate(k)) {
		k--
	}
	for n := 4; n >= 1; n-- {
		from := k - n + 1
		if busy(p.said(from, k+1)) && !p.leavesOff(from) {
			return !p.inDate(from-1) && !(p.at(from-1).s == "'" && p.inDate(from-2)) // "thurs I'm busy fri at 4": it is said of the day before it
		}
	}
	return false
}

// leavesOff: "I get off work thursday" ends there.
func (p *parser) leavesOff(i int) bool {
	return lexicon.NotBusyAfter.Has(p.at(i - 1).s)
}

// busyFrom looks for them right after a day.
func (p *parser) busyFrom(j int) bool {
	for p.at(j).s == "'" || lexicon.AfterBusyDay.Has(p.at(j).s) && (len(p.at(j).s) > 1 || p.at(j-1).s == "'") {
		j++
	}
	for n := 4; n >= 1; n-- {
		if busy(p.said(j, j+n)) {
			return !(p.at(j).s == "trabajo" && p.kind(j+1) == lxUntil)
		}
	}
	return false
}

func busy(w *lexicon.Word) bool {
	return w.In(lexicon.BusyThen) && !w.In(lexicon.BusyNoDay)
}

// said looks up words as they are said, apostrophes taken out: "I'm busy" is "im busy"; where a mark or number stands between they mean
// nothing.
func (p *parser) said(from, to int) *lexicon.Word {
	if from < 0 {
		return lexicon.Look("")
	}
	b := p.phrase[:0]
	for k := from; k < to; k++ {
		t := p.at(k)
		switch {
		case t.s == "'":
			continue
		case t.num >= 0 || t.s == "" || len(t.s) == 1 && (t.s[0] < 'a' || t.s[0] > 'z') || len(b)+len(t.s) >= len(p.phrase):
			return lexicon.Look("")
		case len(b) > 0 && !(k > 0 && p.at(k-1).s == "'" && t.glued):
			b = append(b, ' ')
		}
		b = append(b, t.s...)
	}
	return lexicon.LookUp(b)
}

// except lists the days that are ruled out.
func (p *parser) except() []Date {
	var out []Date
	for _, d := range p.dates {
		if !d.not || d.aside || d.kind == vague && !d.repeats {
			continue
		}
		if d.repeats {
			d.kind = weekday
		}
		days := p.day(d)
		if week, _ := p.weeks(); !week.IsZero() && d.kind == weekday && d.mod == modNone && !d.repeats { // "la semana del 14, menos el martes"
			days = []Date{week.AddDays((d.wd + 6) % 7)}
		}
		for _, day := range days {
			if !hasDate(out, day) && (p.c.Mode != Plan || day.Compare(p.now.date()) >= 0) { // what is past is told, not ruled out
				out = append(out, day)
			}
		}
	}
	return out
}

// since reports whether the day from i to end is one from which on something was so, and none to meet on: "no heat since sunday".
func (p *parser) since(i, end int) bool {
	k := i - 1
	for k >= 0 && (p.kind(k) == lxThe || p.kind(k) == lxThis || p.kind(k) == lxLast || lexicon.Articles.Has(p.at(k).s)) {
		k--
	}
	if k < 2 || !lexicon.SinceWords.Has(p.at(k).s) || lexicon.SinceSuits.Has(p.at(end).s) {
		return false
	}
	for ; k >= 0 && !mark(p.at(k).s, ".;?!"); k-- {
		if lexicon.FreeWords.Has(p.at(k).s) || lexicon.SuitWords.Has(p.at(k).s) {
			return false
		}
	}
	return true
}

// behindIs is where what is said of a day begins that ends at j: "thursday is really hard", "el jueves está medio pesado".
func (p *parser) behindIs(j int) int {
	k := j
	for k < j+4 && (lexicon.DayIs.Has(p.at(k).s) || k > j && lexicon.HowMuch.Has(p.at(k).s)) {
		k++
	}
	return k
}

// noGood reports whether what begins at k says of a day that it is no good: "bad", "está mal".
func (p *parser) noGood(k int) bool {
	return lexicon.IsNoGood.Has(p.at(p.behindIs(k)).s)
}

// saidOfDay reports whether a clause ends at k, or goes on in words that leave what was said to the day: of "crazy good", "full moon" and
// "lleno de gente" the first word is of the next.
func (p *parser) saidOfDay(k int) bool {
	t := p.at(k)
	return k >= len(p.toks) || t.num >= 0 || !lettered(t.s) || t.lex.kind != lxNone && t.lex.kind != lxOf || lexicon.BehindNoGood.Has(t.s)
}

func lettered(s string) bool { return s != "" && s[0] >= 'a' && s[0] <= 'z' }
