package when

import (
	"time"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/zones"
)

// A clock may name whose it is: "3pm ET", "a las 3 hora del este", 15:00Z. It is converted where it is plain, asked about where it is
// not, and never dropped.

// namedZones pairs the lists of zones with the zones.
func namedZones() [9]struct {
	list lexicon.List
	name string
} {
	return [...]struct {
		list lexicon.List
		name string
	}{
		{lexicon.ZoneEastern, "America/New_York"},
		{lexicon.ZoneCentral, "America/Chicago"},
		{lexicon.ZoneMountain, "America/Denver"},
		{lexicon.ZonePacific, "America/Los_Angeles"},
		{lexicon.ZoneAlaska, "America/Anchorage"},
		{lexicon.ZoneHawaii, "Pacific/Honolulu"},
		{lexicon.ZoneArizona, "America/Phoenix"},
		{lexicon.ZoneMexico, "America/Mexico_City"},
		{lexicon.ZoneUTC, "UTC"},
	}
}

func zoneNamed(w *lexicon.Word) string {
	if !w.Known() {
		return ""
	}
	for _, z := range namedZones() {
		if w.In(z.list) {
			return z.name
		}
	}
	return ""
}

// zoneAfter reads the zone behind a clock that ends before token j, a day between allowed. It returns the tokens that it takes.
func (p *parser) zoneAfter(j int) int {
	if n := p.zoneAt(j); n > 0 {
		return n
	}
	for _, d := range p.dates {
		if d.from <= j+1 && d.from >= j {
			return p.zoneAt(d.to)
		}
	}
	return 0
}

// zoneAt reads a zone at token i: letters, a name with "time" behind it, "hora de" and a name.
func (p *parser) zoneAt(i int) int {
	j := i
	if p.at(j).s == "(" {
		j++
	}
	if lexicon.TheirPlaces.Has(p.at(i).s) && p.at(i+1).s == "time" { // "3pm her time (denver)"
		k := i + 2
		for p.at(k).s == "(" || p.at(k).s == "," || p.kind(k) == lxIn {
			k++
		}
		return p.setZone(k, i)
	}
	if p.at(j).num < 0 && !p.at(j).used {
		if n := p.offsetZone(j); n > 0 {
			return n + j - i
		}
		if n := p.namedZone(j); n > 0 {
			return n + j - i
		}
	}
	return 0
}

// offsetZone: Z, and hours from UTC such as -05:00, glued to the clock.
func (p *parser) offsetZone(i int) int {
	t := p.at(i)
	switch {
	case t.s == "z" && t.glued && !p.at(i+1).glued:
		p.zone = time.UTC
		return 1
	case (t.s == "-" || t.s == "+") && t.glued && p.iso && p.at(i+1).digits == 2 && p.at(i+1).glued:
		minutes, took := p.at(i+1).num*60, 2
		if p.at(i+2).s == ":" && p.at(i+3).digits == 2 {
			minutes += p.at(i + 3).num
			took = 4
		}
		if t.s == "-" {
			minutes = -minutes
		}
		p.zone = time.FixedZone("UTC"+t.s+p.at(i+1).s, minutes*60)
		return took
	}
	return 0
}

// namedZone reads a zone by its letters or its name.
func (p *parser) namedZone(i int) int {
	if s := p.at(i).s; (s == "hora" || s == "tiempo") && !p.at(i).used { // hora del este, hora de Chicago, hora central
		k := i + 1
		for p.kind(k) == lxOf || p.at(k).s == "la" || p.at(k).s == "el" || p.at(k).s == "ciudad" {
			k++
		}
		return p.setZone(k, i)
	}
	end := p.zoneWords(i)
	if end == i {
		return 0
	}
	words := p.joined(i, end)
	switch {
	case p.at(end).s == "time" || p.at(end).s == "standard" || p.at(end).s == "daylight":
		for p.at(end).s == "time" || p.at(end).s == "standard" || p.at(end).s == "daylight" || p.at(end).s == "zone" {
			end++
		}
	case words.In(lexicon.ZoneLetters):
		if end == i+1 && len(p.at(i).s) == 2 && !p.at(i).upper && !p.closes(end) { // "3pm ct library" may be a court
			return 0
		}
	case !words.In(lexicon.ZoneAlone) || !p.closes(end): // "3 central library" is a library
		return 0
	}
	return p.useZone(words, end-i)
}

// setZone takes the zone that is named from token k on.
func (p *parser) setZone(k, i int) int {
	end := p.zoneWords(k)
	if end == k {
		return 0
	}
	return p.useZone(p.joined(k, end), end-i)
}

// zoneWords returns where the longest name of a zone that begins at i ends, i for none.
func (p *parser) zoneWords(i int) int {
	for n := 3; n >= 1; n-- {
		if w := p.joined(i, i+n); zoneNamed(w) != "" || w.In(lexicon.ZoneElsewhere) {
			return i + n
		}
	}
	return i
}

func (p *parser) useZone(words *lexicon.Word, took int) int {
	name := zoneNamed(words)
	if name == "" { // a zone that we do not know by its words: asked
		p.odd = true
		return took
	}
	loc, err := zones.Load(name)
	if err != nil {
		p.odd = true
		return took
	}
	p.zone = loc
	return took
}

// joined looks up the words of tokens as one phrase; where one is no word it means nothing.
func (p *parser) joined(from, to int) *lexicon.Word {
	b := p.phrase[:0]
	for k := from; k < to; k++ {
		t := p.at(k)
		if t.num >= 0 || t.s == "" || len(b)+len(t.s) >= len(p.phrase) {
			return lexicon.Look("")
		}
		if k > from {
			b = append(b, ' ')
		}
		b = append(b, t.s...)
	}
	return lexicon.LookUp(b)
}

// closes reports whether a phrase ends before token j: at a mark, a day, a number, a preposition.
func (p *parser) closes(j int) bool {
	t := p.at(j)
	if t.s == "" && t.num < 0 || t.num >= 0 || mark(t.s, ".,;!?)-@") {
		return true
	}
	switch t.lex.kind {
	case lxWeekday, lxToday, lxTomorrow, lxMonth, lxAt, lxOn, lxIn, lxOr, lxThis, lxNext:
		return true
	}
	return lexicon.AfterZone.Has(t.s)
}

// inZone makes the reading one of the zone that the text names, where that is not the writer's.
func (p *parser) inZone(r Reading) Reading {
	if p.zone == nil || !r.HasClock || r.Asks(AskWhich) {
		return r
	}
	if !r.HasDate() {
		return p.inZoneOn(r, p.now.date())
	}
	there, ok := r.Date.At(r.Hour, r.Minute, p.zone)
	here, _ := r.Date.At(r.Hour, r.Minute, p.now.Location())
	if there.Equal(here) {
		return r
	}
	r.Zone = p.zone
	if r.Instant.IsZero() && !(r.Asks(AskSure) && !p.odd) {
		return r
	}
	r.Instant = time.Time{}
	if ok && !p.odd && !(p.c.Mode == Plan && there.Before(p.now.Truncate(time.Minute))) {
		r.Instant = there
	}
	if l := there.In(p.now.Location()); !p.c.AsNamed && ok {
		r.Date, r.Hour, r.Minute = DateOf(l), l.Hour(), l.Minute()
	}
	return r
}

// inZoneOn is the same for an hour without a day, by the clocks of today.
func (p *parser) inZoneOn(r Reading, today Date) Reading {
	there, ok := today.At(r.Hour, r.Minute, p.zone)
	here, _ := today.At(r.Hour, r.Minute, p.now.Location())
	if there.Equal(here) {
		return r
	}
	r.Zone = p.zone
	if l := there.In(p.now.Location()); !p.c.AsNamed && ok {
		r.Hour, r.Minute = l.Hour(), l.Minute()
	}
	return r
}
