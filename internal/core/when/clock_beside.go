package when

import "github.com/reportback/reportback/internal/core/lexicon"

// Hours that are known by the day beside them.

// besideDate: a bare number is a clock only right after a day ("thursday 3", "thu dec 3, 4"), before a part of the day ("3 in the
// afternoon"), or as "3 or 4pm".
func (p *parser) besideDate(i int) int {
	t := p.at(i)
	if t.num < 0 || t.used || t.digits > 4 {
		return 0
	}
	beside := false
	if n := len(p.dates); n > 0 {
		end := p.dates[n-1].to
		beside = end == i || end == i-1 && (p.at(end).s == "," || p.at(end).s == "-") || p.dates[n-1].kind == weekday && p.lastBehindAnd(end, i)
	}
	if k := p.kind(i - 1); (k == lxPart || k == lxMeal) && len(p.dates) > 0 { // "friday morning 8"
		beside = beside || p.onlySmall(p.dates[len(p.dates)-1].to, i)
	}
	if n := len(p.clocks); n > 0 && p.clocks[n-1].to == i-1 && p.kind(i-1) == lxOr { // "at 3 or 4"
		beside = true
	}
	c, j, ok := p.hourMinute(i)
	if beside && len(p.dates) > 0 && t.digits <= 2 && t.num > 12 && t.num <= 31 && !(ok && c.h24 && j == i+2) && !p.minutes(j) &&
		j == i+1 && p.kind(j) != lxAM && p.kind(j) != lxPM && p.at(j).s != "h" {
		if d := &p.dates[len(p.dates)-1]; d.kind == weekday && d.mod == modNone { // "jue 15": the day of the month
			return p.addDate(datePiece{kind: dayOnly, d: t.num}, i, 1)
		}
		return 0
	}
	if !ok || p.kind(j) == lxCounted || p.at(j).s == "/" || p.at(j).s == ":" && p.at(j+1).digits == 2 && p.at(j+1).num > 12 || // "thurs 3: 30"
		p.at(j).glued && p.at(j).num < 0 && !mark(p.at(j).s, ",.?!-):") &&
			p.at(j).s != "ish" {
		return 0
	}
	if p.placeNumber(i, j) && (!p.inDate(i-1) || p.clockLater(j)) { // "friday 7 Star Deli 3pm"
		return 0
	}
	if m, took := p.bareMinutes(j); beside && took > 0 && c.m == 0 && j == i+1 && t.digits <= 2 && m%5 == 0 &&
		(m > 12 || !p.maybeDayOfMonth(t.num)) { // "sat 10 30"
		c.m, j = m, j+took
	}
	c2, k := p.tail(c, j)
	if beside && c.m == 0 && (k == j || p.partOfDated(i, j, k)) && j == i+1 && t.digits <= 2 && p.inDate(i-1) && p.maybeDayOfMonth(t.num) &&
		(p.kind(j) != lxOr || spanishDay(p.at(i-1).s) && p.at(j+1).num < 0 && !p.clockFollows(j+1)) { // "el jueves 3 o este jueves"
		return p.addDate(datePiece{kind: dayOnly, d: t.num, orClock: k == j}, i, 1)
	}
	if !beside && t.digits == 4 && t.num >= 1300 && c.m%15 == 0 && (p.kind(j) == lxWeekday || p.kind(j) == lxTomorrow ||
		p.kind(j) == lxToday) { // "1400 friday"
		beside = true
	}
	if t.digits == 4 && k == j && p.kind(j) == lxHour { // "1730 hrs"
		return p.addClock(c2, i, j+1-i)
	}
	if !beside && !(k > j && p.part != 0) && !(p.kind(j) == lxOr && p.clockFollows(j+1)) && !p.partFollows(j) {
		return 0
	}
	return p.addClock(c2, i, k-i)
}

// lastBehindAnd reports whether the number at i ends its text, and no more than "and" stands between it and a day that ends before from:
// "friday, and 5".
func (p *parser) lastBehindAnd(from, i int) bool {
	if p.at(from).s == "," {
		from++
	}
	return from == i-1 && (p.kind(from) == lxAnd || lexicon.Joins.Has(p.at(from).s)) && p.at(i+1).s == "" && p.at(i+1).num < 0
}

// clockLater reports whether an hour with am or pm follows from token j on.
func (p *parser) clockLater(j int) bool {
	for k := j; k+1 < len(p.toks); k++ {
		if p.at(k).num > 0 && !p.at(k).used && (p.kind(k+1) == lxPM || p.kind(k+1) == lxAM || p.minutes(k+1)) {
			return true
		}
	}
	return false
}

// maybeDayOfMonth: "jueves 3" when the 3rd is a Thursday: the day of the month in Spanish, and in English one of two readings.
func (p *parser) maybeDayOfMonth(n int) bool {
	if len(p.dates) == 0 {
		return false
	}
	d := p.dates[len(p.dates)-1]
	if d.kind != weekday || d.mod != modNone {
		return false
	}
	for _, on := range p.monthOf(n, p.now.date()) {
		if int(on.Weekday()) == d.wd {
			return true
		}
	}
	return false
}

// partOfDated reports whether what stands from j to k is a part of the day whose number stands at i, and no half of an hour: "lunes 7 en la
// mañana", and in English where the hour is named beside it: "monday 7 in the evening, like 7".
func (p *parser) partOfDated(i, j, k int) bool {
	if k <= j || j != i+1 || p.kind(j) != lxIn && p.at(j).s != "por" && p.at(j).s != "at" || p.at(i).digits == 0 || p.at(i).digits > 2 ||
		!p.inDate(i-1) || !p.maybeDayOfMonth(p.at(i).num) {
		return false
	}
	if n := len(p.clocks); n > 0 && p.clocks[n-1].to == p.dates[len(p.dates)-1].from { // "a las 7 el lunes 7 en la noche"
		return true
	}
	return spanishDay(p.at(i-1).s) || p.hourNext(k)
}

// hourNext reports whether an hour follows at k behind no more than what leads to one: "like 7", ", a las 4".
func (p *parser) hourNext(k int) bool {
	m := k
	for m < k+4 && (p.kind(m) == lxAt || p.at(m).s == "," || p.at(m).s == "a" || p.at(m).s == "las" || lexicon.AboutHour.Has(p.at(m).s)) {
		m++
	}
	if _, end, ok := p.hourMinute(m); ok && m > k {
		return p.at(m).digits <= 2 && p.at(m).num <= 12 && !p.counts(m) && p.kind(end) != lxCounted && !p.placeNumber(m, end)
	}
	return false
}

// partFollows: "3 in the afternoon", "3 de la tarde".
func (p *parser) partFollows(j int) bool {
	for k := j; k < j+3; k++ {
		switch p.kind(k) {
		case lxPart:
			return k > j
		case lxIn, lxThe, lxOf, lxAt:
			continue
		case lxTomorrow:
			return p.at(k).s == "manana" && p.isMorning(k)
		}
		return false
	}
	return false
}

// opens: marks that a clock may be glued to.
func opens(s string) bool {
	switch s {
	case "(", "@", "~", ",", "-", "\"", "'", "?", "!", ".", ":", ";":
		return true
	}
	return false
}

func (p *parser) clockFollows(j int) bool {
	c, k, ok := p.hourMinute(j)
	if !ok {
		return false
	}
	c2, k2 := p.halfAt(c, k)
	return k2 > k && c2.half != 0 || k > j+1 && c.m > 0 || p.kind(k) == lxWeekday || p.kind(k) == lxTomorrow
}

// askedAnew reports whether an hour that is told at i is asked to be another in another clause: "they put me on at 4. can we do 5".
func (p *parser) askedAnew(i int) bool {
	if p.c.Mode != Plan {
		return false
	}
	asked, apart, hour := false, false, 0
	for k := range p.toks {
		n := p.asksHour(k)
		switch {
		case k > 0 && k < i && mark(p.at(k).s, ",.;!?"), asked && k < i && k > hour &&
			(subject(p.at(k).s) || lexicon.SetsHours.Has(p.at(k).s)): // "can we do 5 they put me on at 4"
			apart = apart || asked
		case n > 0 && (k+n == i || p.kind(k-1) == lxOr):
			return false
		case n > 0 && k > i:
			return p.at(k+n).num != p.at(i).num
		case n > 0:
			asked, hour = true, k+n
		case k < i && p.kind(k) == lxOr:
			return false
		}
	}
	return apart
}

// afterDay reports whether the number at i stands right after a day or "a las".
func (p *parser) afterDay(i int) bool {
	return p.inDate(i-1) || p.at(i-1).s == "las" || p.at(i-1).s == "," && p.inDate(i-2)
}

// hourThen: "im off at 3 so maybe 330": an hour in bare digits, roughly, behind one that is somebody's own.
func (p *parser) hourThen(i int) int {
	t := p.at(i)
	if t.digits < 3 || t.digits > 4 || t.num%5 != 0 || t.glued || t.used || len(p.clocks) == 0 || !p.clocks[len(p.clocks)-1].bound ||
		p.c.Mode != Plan || !lexicon.AboutHour.Has(p.at(i-1).s) && !lexicon.ThenWords.Has(p.at(i-1).s) {
		return 0
	}
	c, j, ok := p.hourMinute(i)
	if !ok || j != i+1 || c.h > 12 || p.kind(j) == lxCounted || p.placeNumber(i, j) {
		return 0
	}
	return p.addClock(c, i, 1)
}

// suitingHour: "5 works", "430 instead", "4 me queda bien". A 1 is the answer of that digit.
func (p *parser) suitingHour(i int) int {
	t := p.at(i)
	if t.digits == 0 || t.digits > 4 || t.glued && i > 0 || t.used || p.c.Mode != Plan {
		return 0
	}
	if h := t.num / 100; t.digits <= 2 && (t.num < 2 || t.num > 12) || t.digits > 2 && (h < 1 || h > 12 || t.num%100 > 55 || t.num%5 != 0) {
		return 0 // "430 works", and no number of a house
	}
	if t.digits <= 2 && p.inDate(i-1) && spanishDay(p.at(i-1).s) && p.maybeDayOfMonth(t.num) { // "el jueves 3 está bien"
		return 0
	}
	wished := (lexicon.HourWished.Has(p.at(i-1).s) || t.digits > 2 && mark(p.at(i-1).s, ".?!") && p.at(i+1).s == "?") && p.closes(i+1)
	if !wished && !p.said(i+1, i+2).In(lexicon.HourSuits) && !p.said(i+1, i+3).In(lexicon.HourSuits) &&
		!p.said(i+1, i+4).In(lexicon.HourSuits) {
		return 0
	}
	c, j, ok := p.hourMinute(i)
	if !ok || j != i+1 {
		return 0
	}
	return p.addClock(c, i, 1)
}
