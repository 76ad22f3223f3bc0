package when

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// A time that is named need not be the time meant: "I get off at 5", "after 3pm", "instead of 3", "thursday doesn't work". What is
// found here is set aside, so that the time that is meant stands alone, or is asked for.

// bounded reports whether the clock whose number stands at i is a limit or somebody's working hours, not a time to meet at.
func (p *parser) bounded(i int) bool {
	k := i - 1
	for ; k >= 0 && k >= i-5; k-- {
		switch t := p.at(k); {
		case p.inDate(k): // "the one after, at 4"
		case t.lex.kind == lxAfter || t.lex.kind == lxBefore || p.until(k):
			return true
		case t.s == "not" && p.at(k-1).s != "why" && p.at(k-1).s != "if", t.s == "except", t.s == "excepto", t.s == "no" && p.at(k-1).s != "si":
			return true
		case t.s == "than" && p.at(k-1).s == "rather", t.s == "de" && insteadOf(p.at(k-1).s), t.s == "of" && p.at(k-1).s == "instead":
			return true
		case t.lex.kind == lxAt || t.lex.kind == lxThe || t.lex.kind == lxOf || t.lex.kind == lxOn || t.s == "like" || t.s == "como",
			t.s == "era" && p.at(k-1).s == "no":
			continue
		}
		break
	}
	return p.worksTo(k) || p.elsewhere(k) || p.askedAnew(i)
}

// asksHour is how many tokens from k on ask for an hour, which stands behind them, 0 for none.
func (p *parser) asksHour(k int) int {
	if lexicon.Look(p.at(k).s).Begins(lexicon.PutsHour) || lexicon.PutsHour.Has(p.at(k).s) {
		for n := 1; n <= mostAsking; n++ {
			if p.said(k, k+n).In(lexicon.PutsHour) {
				for p.kind(k+n) == lxAt || p.kind(k+n) == lxThe || p.at(k+n).s == "las" || lexicon.AboutHour.Has(p.at(k+n).s) {
					n++
				}
				if c, _, ok := p.hourMinute(k + n); ok && p.at(k+n).num > 0 && c.h > 0 && c.h <= 12 {
					return n
				}
			}
		}
	}
	return 0
}

// askedBeside reports whether the number at i is an hour that is asked for, where another that holds one is told behind it: "can we do 5
// they put me on at 4".
func (p *parser) askedBeside(i int) bool {
	if p.c.Mode != Plan || p.at(i).num <= 0 || i == 0 || p.kind(i-1) == lxAt {
		return false
	}
	asked := false
	for k := max(0, i-mostAsking-2); k < i && !asked; k++ {
		n := p.asksHour(k)
		asked = n > 0 && k+n == i
	}
	if asked && p.toldApart(i+1) {
		return true
	}
	for k := i + 1; asked && k+1 < len(p.toks); k++ {
		if subject(p.at(k).s) || lexicon.KeepsHours.Has(p.at(k).s) || lexicon.SetsHours.Has(p.at(k).s) {
			for k++; k+1 < len(p.toks); k++ {
				if n := p.at(k + 1); (p.kind(k) == lxAt || p.at(k).s == "las") && n.num > 0 && n.num <= 12 {
					return true
				}
			}
		}
	}
	return false
}

// toldApart reports whether a clause from token i on tells of something at an hour: "any chance 415? school bus drops them at 4".
func (p *parser) toldApart(i int) bool {
	if !mark(p.at(i).s, ".,;?!") {
		return false
	}
	told := 0
	for k := i + 1; k+1 < len(p.toks); k++ {
		switch t, n := p.at(k), p.at(k+1); {
		case p.kind(k) == lxOr || t.num >= 0 || mark(t.s, ".,;?!"), p.asksHour(k) > 0:
			return false
		case (p.kind(k) == lxAt || t.s == "las") && n.num > 0 && n.num <= 12:
			return told > 1
		case p.kind(k) == lxNone && !lexicon.AboutHour.Has(t.s):
			told++
		}
	}
	return false
}

// mostAsking is how many words such a question has before its hour.
const mostAsking = 5

// until reports whether an hour behind token k ends something: "til 4", and not "10 til 4".
func (p *parser) until(k int) bool {
	return p.kind(k) == lxUntil || p.kind(k) == lxMinus && lexicon.PauseUntil.Has(p.at(k).s) && p.at(k-1).num < 0 &&
		p.kind(k-1) != lxNumber && p.kind(k-1) != lxQuarter && p.kind(k-1) != lxHalf
}

// boundAfter reports whether what follows an hour says that it is somebody's own: "a las 6 salgo", "a las 3 entro".
func (p *parser) boundAfter(j int) bool {
	for k := j; k < j+2; k++ {
		if lexicon.BoundBehind.Has(p.at(k).s) { // "a las 430 salgo a las 4" says by itself when
			return !(p.at(k+1).s == "a" && (p.at(k+2).s == "las" || p.at(k+2).s == "la"))
		}
		if p.at(k).s != "me" && p.at(k).s != "ya" {
			return false
		}
	}
	return false
}

// elsewhere reports whether the clause up to token k says where somebody is at the hour behind it: "I got work at 5", "tengo que recoger a
// mis hijos a las 5".
func (p *parser) elsewhere(k int) bool {
	if p.c.Mode != Plan {
		return false
	}
	for from := k; from >= 0 && from > k-mostElsewhere; from-- {
		t := p.at(from)
		if mark(t.s, ".,;?!") || p.inDate(from) {
			return false
		}
		for n := 1; n <= 4 && from+n-1 <= k; n++ {
			said := p.said(from, from+n)
			if said.In(lexicon.ElsewhereAt) || said.In(lexicon.HaveLeads) && p.hasThing(from+n, k) {
				return true
			}
		}
	}
	return false
}

// hasThing reports whether the tokens from i to k name something that somebody has then, in few words, and no free time: "bible study".
func (p *parser) hasThing(i, k int) bool {
	if i > k || k-i > 3 {
		return false
	}
	for ; i <= k; i++ {
		if t := p.at(i); lexicon.HaveFree.Has(t.s) || t.num >= 0 || t.lex.kind == lxNumber || lexicon.FirstNames.Has(t.s) ||
			lexicon.Titles.Has(t.s) { // "i got maria at 2 tomorrow"
			return false
		}
	}
	return true
}

// mostElsewhere is how many words before an hour are looked at for that.
const mostElsewhere = 9

func insteadOf(s string) bool { return s == "vez" || s == "lugar" }

// worksTo looks back over the clause for the words of a working day: "get off at", "salgo a las", "my shift is at".
func (p *parser) worksTo(k int) bool {
	for from := k; k >= 0 && k > from-6; k-- {
		if p.inDate(k) {
			return false
		}
		switch s := p.at(k).s; {
		case mark(s, ",.;!?"), lexicon.ClauseEnds.Has(s):
			return false
		case lexicon.KeepsHours.Has(s), p.endsThen(k), lexicon.Carriers.Has(s) && p.anyOf(k+1, from+1, lexicon.CarriersCome):
			return true
		case lexicon.WorkNouns.Has(s):
			if p.kind(k-1) != lxOf && p.kind(k-1) != lxAfter && p.kind(k-2) != lxAfter {
				return true
			}
		case s == "off":
			return p.at(k-1).s != "call"
		case s == "of":
			return p.at(k-1).s == "out"
		case lexicon.WorkVerbs.Has(s):
			if subject(p.at(k-1).s) || p.at(k-1).s == "m" {
				return true
			}
		case s == "sale": // "mi hija sale a las 3"; alone it agrees
			if p.at(k-1).s != "" && p.at(k-1).s != "," {
				return true
			}
		}
	}
	return false
}

// inDate reports whether token k belongs to a day that was read.
func (p *parser) inDate(k int) bool {
	for _, d := range p.dates {
		if k >= d.from && k < d.to {
			return true
		}
	}
	return false
}

// ruledAfter reports whether what follows a day at j takes it back: "thursday doesn't work", "mañana no puedo", "friday is no good".
func (p *parser) ruledAfter(j int) bool {
	if p.c.Mode == Report {
		return false
	}
	k := j
	switch {
	case p.at(k).s == "'" && p.at(k+1).s == "s":
		k += 2
	default:
		k = p.behindIs(k)
	}
	if s := p.at(k).s; s == "no" || s == "not" { // "friday not thursday", "at 5 not 4": it is the other that is ruled out
		if p.noGood(k + 1) { // "is not bad", "no está mal"
			return false
		}
		if n := p.kind(k + 1); p.at(k+1).num >= 0 || n == lxWeekday || n == lxNumber || n == lxAt || n == lxOn && p.at(k+1).s != "los" ||
			n == lxTomorrow {
			return false
		}
	}
	switch s := p.at(k).s; {
	case s == "no":
		if p.at(k+1).s == "?" && (k+2 >= len(p.toks) || p.putForward(j)) { // "el jueves a las 3 no?"
			return false
		}
		return !lexicon.NoRuledOut.Has(p.at(k + 1).s)
	case s == "dont" || s == "no" && lexicon.NoRuledOut.Has(p.at(k+1).s):
		return !lexicon.NoRuledOut.Has(p.at(k + 1).s)
	case lexicon.RulesOut.Has(s):
		return !p.noGood(k+1) && !(s == "not" && lexicon.NoRuledOut.Has(p.at(k+1).s)) // "isnt bad" suits, "not sure where" says nothing of it
	case lexicon.IsNoGood.Has(s):
		return k > j && p.saidOfDay(k+1)
	case lexicon.RulesOutHalf.Has(s):
		return p.at(k+1).s == "'" && p.at(k+2).s == "t" && !p.noGood(k+3) && !(s == "don" && lexicon.NoRuledOut.Has(p.at(k+3).s))
	case s == "does", s == "will":
		return p.at(k+1).s == "not"
	}
	return false
}

// mark reports whether a token is one of these marks.
func mark(s, marks string) bool { return len(s) == 1 && strings.IndexByte(marks, s[0]) >= 0 }
