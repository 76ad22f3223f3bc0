package when

import "github.com/reportback/reportback/internal/core/lexicon"

// clockAt tries every way to name a time of day at token i and returns how many tokens it took.
func (p *parser) clockAt(i int) int {
	switch p.kind(i) {
	case lxNoon:
		if n, took := p.number(i + 1); took == 1 && p.at(i+1).num < 0 && (n == 15 || n == 30 || n == 45) { // "noon thirty"
			return p.addClock(clockPiece{h: 12, m: n, half: 2}, i, 2)
		}
		return p.addClock(clockPiece{h: 12, half: 2}, i, 1)
	case lxMidnight:
		return p.addClock(clockPiece{h: 0, h24: true}, i, 1)
	case lxAt:
		return p.afterAt(i)
	}
	if p.askedBeside(i) {
		c, j, _ := p.hourMinute(i)
		return p.addClock(c, i, j-i)
	}
	if p.at(i).s == "it" && p.at(i-1).s == "make" && !p.counts(i+1) || lexicon.PutsAt.Has(p.at(i).s) && p.at(i+1).num > 0 && !p.counts(i+1) ||
		p.doAt(i) || p.likeHour(i) { // "make it 4", "let's do 3 on tuesday"
		return p.afterAt(i)
	}
	if (p.at(i).s == "medio" || p.at(i).s == "mid") && p.at(i+1).lex.kind == lxDay {
		return p.addClock(clockPiece{h: 12, half: 2}, i, 2)
	}
	for _, rule := range []func(int) int{p.spoken, p.between} {
		if n := rule(i); n > 0 {
			return n
		}
	}
	if n := p.explicitClock(i); n > 0 {
		return n
	}
	if n := p.suitingHour(i); n > 0 {
		return n
	}
	for _, rule := range []func(int) int{p.hourThen, p.closerHour, p.hourNotOther} {
		if n := rule(i); n > 0 {
			return n
		}
	}
	return p.besideDate(i)
}

// counts reports whether the number at i says how long: "make it 2 hrs later".
func (p *parser) counts(i int) bool {
	return p.at(i).num >= 0 && p.at(i).num <= 12 && (p.kind(i+1) == lxHour || p.kind(i+1) == lxMinute)
}

func (p *parser) addClock(c clockPiece, i, n int) int {
	if c.h > 24 {
		return 0
	}
	c.from, c.to = i, i+n
	c.orNext = p.orBefore(i)
	c.bound = p.bounded(i) || p.ruledAfter(i+n) || p.boundAfter(i+n)
	c.not = p.c.Mode == Plan && p.ruledOut(i)
	p.iso = p.iso || p.at(i-1).s == "t" && p.inDate(i-2)
	p.clocks = append(p.clocks, c)
	return n
}

// afterAt: at 3, @4:30, a las 3 y media, around 5.
func (p *parser) afterAt(i int) int {
	j := i
	switch p.at(i).s {
	case "a":
		switch s := p.at(i + 1).s; {
		case s == "las" || s == "la":
			j += 2
		case p.c.Lang == "es" && p.at(i+1).num > 0 && len(p.dates) > 0 && p.dates[len(p.dates)-1].to == i: // "mañana a 11"
			j++
		default:
			return 0
		}
	case "las":
		if p.kind(i-1) == lxUntil || p.kind(i-1) == lxOf && (p.kind(i-2) == lxAfter || p.kind(i-2) == lxBefore) {
			return 0 // "después de las 5" is no time to meet at
		}
		j++
	case "la":
		if n, _ := p.num(i + 1); n != 1 || p.at(i+1).s != "1" && p.at(i+1).s != "una" {
			return 0
		}
		j++
	default:
		j++
		for p.kind(j) == lxAt && p.at(j).s != "a" || p.at(j).s == "like" {
			j++
		}
	}
	if p.kind(j) == lxNoon || p.kind(j) == lxMidnight || p.kind(j) == lxHalf || p.kind(j) == lxQuarter {
		if n := p.clockAt(j); n > 0 {
			return n + j - i
		}
		return 0
	}
	c, k, ok := p.hourMinute(j)
	if !ok {
		return 0
	}
	if p.at(k).glued && ordinalSuffix(p.at(k).s) { // "at 12th and Jackson"
		return 0
	}
	if m, took := p.bareMinutes(k); took > 0 && c.m == 0 { // at 3 15
		c.m, k = m, k+took
	}
	if p.kind(k) == lxCounted || p.kind(k) == lxStreet && !(p.at(k).s == "se" && p.at(j-1).s == "las") || p.at(k).s == "%" ||
		(p.at(k).s == "." || p.at(k).s == ",") && p.at(k+1).glued &&
			p.at(k+1).num >= 0 {
		return 0
	}
	if p.placeNumber(j, k) {
		return 0
	}
	c, k = p.tail(c, k)
	return p.addClock(c, i, k-i)
}

// placeNumber reports whether the number from token j to k belongs to the name or address of a place: "at 330 Pine", "at Twelve Oaks",
// "at 5 Point Cafe". Behind an hour a known kind of place, somebody's name, or "Beacon Hill library" may stand.
func (p *parser) placeNumber(j, k int) bool {
	t := p.at(k)
	if t.glued || !t.upper || t.num >= 0 || t.used || t.lex.kind != lxNone && t.lex.kind != lxStreet || fuzzy(t.s).kind != lxNone ||
		p.at(j+1).s == ":" {
		return false
	}
	if p.at(j).num < 0 && p.at(j).upper && j > 0 && !lexicon.FirstNames.Has(t.s) { // One Union Square
		return true
	}
	if lexicon.FirstNames.Has(t.s) || lexicon.PlaceNouns.Has(t.s) || lexicon.LeadsToName.Has(t.s) || lexicon.NoNames.Has(t.s) ||
		lexicon.SentenceWords.Has(t.s) || lexicon.BeginsPlace.Has(t.s) {
		return len(t.s) == 1
	}
	if n := p.at(j); n.num < 0 {
		return n.upper
	} else if n.digits >= 3 {
		return true
	}
	for e := k; e < k+4; e++ { // "at 3 Beacon Hill library"
		if lexicon.PlacesNamed.Has(p.at(e).s) {
			return false
		}
		if !p.at(e).upper {
			break
		}
	}
	return true
}

// explicitClock: 3pm, 3:30, 530pm, 9a, 3 o'clock, 2-3pm.
func (p *parser) explicitClock(i int) int {
	t := p.at(i)
	if t.num < 0 && t.lex.kind != lxNumber || t.used {
		return 0
	}
	c, j, ok := p.hourMinute(i)
	if !ok {
		return 0
	}
	if t.glued && p.at(i-1).s == "t" && p.inDate(i-2) { // as computers write it: what follows is a zone, and no range
		return p.addClock(c, i, j-i)
	}
	colon := t.num >= 0 && j == i+3 && (p.at(i+1).s != "." || len(p.toks) == 3 && t.num > 12)
	if i > 0 && t.glued && !opens(p.at(i-1).s) && !p.inDate(i-1) && !(p.at(i-1).s == "t" && p.inDate(i-2)) || p.at(j).s == "%" {
		return 0
	}
	if m := p.at(j); c.m == 0 && t.digits > 0 && t.digits <= 2 && j == i+1 && m.digits == 2 && m.num < 60 && !m.glued &&
		(p.kind(j+1) == lxAM || p.kind(j+1) == lxPM) { // "3 30 pm"
		if m.num >= 1 && m.num <= 12 && p.inDate(i-1) && p.maybeDayOfMonth(t.num) { // "sat 5 11am", of a Saturday that is the 5th
			return p.addDate(datePiece{kind: dayOnly, d: t.num}, i, 1)
		}
		c.m = m.num
		j++
	}
	if m, took := p.bareMinutes(j); c.m == 0 && t.digits > 0 && t.digits <= 2 && j == i+1 && took == 1 && m%5 == 0 && p.at(j).digits == 2 &&
		(p.kind(j+1) == lxWeekday || p.kind(j+1) == lxTomorrow || p.kind(j+1) == lxToday) { // "10 30 sat"
		c.m = m
		return p.addClock(c, i, 2)
	}
	c2, k := p.tail(c, j)
	switch {
	case p.partOfDated(i, j, k):
		return 0
	case c2.half != 0 && k > j, colon, c2.h24 && k > j:
		return p.addClock(c2, i, k-i)
	case p.kind(j) == lxOclock:
		c, k = p.halfAt(c, j+1)
		return p.addClock(c, i, k-i)
	case c.h24 && p.at(j-1).s == "h":
		return p.addClock(c, i, j-i)
	case c.h <= 12 && j > i+1 && p.at(j-1).s == "ish" && p.at(j-1).glued && p.kind(j) != lxCounted: // "after church 1ish"
		return p.addClock(c, i, j-i)
	case t.num < 0 && c.m > 0: // ten thirty
		return p.addClock(c, i, j-i)
	case p.at(j).s == "y" && k > j:
		return p.addClock(c2, i, k-i)
	case (p.kind(j) == lxTomorrow || p.kind(j) == lxTonight || p.kind(j) == lxThis && p.kind(j+1) == lxPart) && c.h >= 1 && c.h <= 12 &&
		(i == 0 || p.kind(i-1) != lxPlace) && p.at(j).s != "manana": // 9 tomorrow
		return p.addClock(c, i, j-i)
	case p.at(j).s == "o" && p.at(j+1).s == "'" && p.kind(j+2) == lxOclock:
		return p.addClock(c, i, j+3-i)
	}
	return 0
}

// hourMinute reads 3, 3:30, 3.30, 330, 1530, 15h, and numbers in words.
func (p *parser) hourMinute(i int) (clockPiece, int, bool) {
	t := p.at(i)
	if t.used {
		return clockPiece{}, 0, false
	}
	n := t.num
	if n < 0 {
		if t.lex.kind == lxNumber && t.lex.n > 12 && t.lex.n < 24 && p.at(i+1).s == "horas" {
			return clockPiece{h: t.lex.n, h24: true}, i + 2, true
		}
		if t.lex.kind != lxNumber || t.lex.n > 12 {
			return clockPiece{}, 0, false
		}
		if m, took := p.wordMinutes(i + 1); took > 0 {
			return clockPiece{h: t.lex.n, m: m}, i + 1 + took, true
		}
		return clockPiece{h: t.lex.n}, i + 1, true
	}
	j := i + 1
	m := 0
	switch {
	case t.digits == 3 || t.digits == 4:
		n, m = t.num/100, t.num%100
	case t.digits > 4:
		return clockPiece{}, 0, false
	case (p.at(j).s == ":" || p.at(j).s == "." || p.at(j).s == "h") && p.at(j).glued && p.at(j+1).glued && p.at(j+1).digits == 2:
		m = p.at(j + 1).num
		j += 2
	}
	if n > 23 || m > 59 || (t.digits >= 3 && n == 0) || t.digits >= 3 && (p.at(j).s == "-" || p.at(j).s == "/" || p.at(j).s == ",") &&
		p.at(j).glued && p.at(j+1).glued {
		return clockPiece{}, 0, false
	}
	hour := p.at(j-2).s == "h" && j == i+3
	if p.at(j).s == "h" && p.at(j).glued && n > 12 && j == i+1 { // 15h
		hour = true
		j++
	}
	if n > 12 && j == i+1 && t.digits == 2 && (p.at(j).s == "horas" || p.at(j).s == "hrs") && p.afterDay(i) { // "viernes 15 horas"
		hour = true
		j++
	}
	if p.at(j).s == "ish" && p.at(j).glued {
		j++
	}
	return clockPiece{h: n, m: m, h24: hour || n > 12 || n == 0 || t.digits == 2 && t.num < 10}, j, true
}

// halfAt reads am, pm, a.m., p, de la tarde, in the morning.
func (p *parser) halfAt(c clockPiece, j int) (clockPiece, int) {
	t := p.at(j)
	if c.h == 0 || c.h > 12 {
		if p.kind(j) == lxAM || p.kind(j) == lxPM {
			return clockPiece{h: 99}, j + 1 // 14pm is nothing
		}
		return c, j
	}
	switch {
	case p.kind(j) == lxAM:
		c.half = 1
		return c, j + 1
	case p.kind(j) == lxPM:
		c.half = 2
		return c, j + 1
	case (t.s == "a" || t.s == "p") && p.at(j+1).s == "." && p.at(j+2).s == "m":
		c.half = 1
		if t.s == "p" {
			c.half = 2
		}
		j += 3
		if p.at(j).s == "." && p.at(j).glued {
			j++
		}
		return c, j
	case (t.s == "a" || t.s == "p") && t.glued && (!p.at(j+1).glued || p.at(j+1).s == "-" || p.at(j+1).s == "/" || p.at(j+1).s == "," ||
		p.at(j+1).s == "?" || p.at(j+1).s == "!" || p.at(j+1).s == ")" || p.at(j+1).s == "." && !p.at(j+2).glued):
		c.half = 1
		if t.s == "p" {
			c.half = 2
		}
		return c, j + 1
	case (t.s == "a" || t.s == "p") && !t.glued && p.at(j+1).s == "m":
		c.half = 1
		if t.s == "p" {
			c.half = 2
		}
		return c, j + 2
	}
	k := j
	if p.kind(k) == lxOf || p.kind(k) == lxIn || p.at(k).s == "por" || p.at(k).s == "at" {
		k++
		if p.kind(k) == lxThe || p.at(k).s == "la" {
			k++
		}
		switch {
		case p.at(k).s == "manana" || p.at(k).s == "madrugada" || p.kind(k) == lxPart && p.at(k).lex.n == morning:
			c.half = 1
			return c, k + 1
		case p.kind(k) == lxPart:
			c.half = 2
			return c, k + 1
		}
	}
	return c, j
}
