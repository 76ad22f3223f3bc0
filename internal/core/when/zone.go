package when

import (
	"time"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// zoneAfter reads a zone that is named behind a clock, and how many tokens it takes: 4pm ET, 4 pm eastern time, (CST), a las 3 hora del este,
// 15:00Z. A zone word that goes on as something else is none: "3pm central library".
func (p *parser) zoneAfter(j int) (*time.Location, int) {
	k := j
	open := p.at(k).s == "("
	if open {
		k++
	}
	led := false // by "hora de": its names are no letters
	for lexicon.ZoneTime.Has(p.at(k).s) || led && (p.kind(k) == lxOf || p.at(k).s == "del" || p.at(k).s == "la" || p.at(k).s == "el") {
		led = true
		k++
	}
	if s := p.at(k).s; s == "new" || s == "nueva" || s == "los" {
		k++
	}
	loc := zoneNamed(p.at(k).s)
	if p.at(k).s == "z" && p.at(k).glued {
		loc = time.UTC
	}
	if loc == nil {
		return nil, 0
	}
	letters := lexicon.ZoneLetters.Has(p.at(k).s) || loc == time.UTC
	k++
	said := false
	for lexicon.ZoneTime.Has(p.at(k).s) {
		said = true
		k++
	}
	if !letters && !led && !said && !p.phraseEnds(k) {
		return nil, 0
	}
	if open && p.at(k).s == ")" {
		k++
	}
	return loc, k - j
}

// phraseEnds reports whether a phrase ends before token k: with the text, or at a mark.
func (p *parser) phraseEnds(k int) bool {
	t := p.at(k)
	return k >= len(p.toks) || t.num < 0 && t.lex.kind == lxNone && len(t.s) == 1 && (t.s[0] < 'a' || t.s[0] > 'z')
}

// zoneNamed is the zone of a word, nil for one that names none. The tables of the program hold all of these.
func zoneNamed(s string) *time.Location {
	name := ""
	switch {
	case s == "":
		return nil
	case s == "gmt" || s == "utc":
		return time.UTC
	case s == "akst":
		name = "America/Anchorage"
	case s == "hst":
		name = "Pacific/Honolulu"
	case lexicon.ZoneEastern.Has(s):
		name = "America/New_York"
	case lexicon.ZoneCentral.Has(s):
		name = "America/Chicago"
	case lexicon.ZoneMountain.Has(s):
		name = "America/Denver"
	case lexicon.ZonePacific.Has(s):
		name = "America/Los_Angeles"
	default:
		return nil
	}
	loc, err := time.LoadLocation(name)
	if err != nil {
		return nil
	}
	return loc
}

// intoHere turns a reading whose clock is in another zone into the writer's: a day without a clock stays, a clock without a day is taken of today.
func (p *parser) intoHere(r Reading) Reading {
	if p.zone == nil {
		return r
	}
	here := func(d Date, h, m int) (Date, int, int) {
		on := d
		if on.IsZero() {
			on = p.now.date()
		}
		t, _ := on.At(h, m, p.zone)
		t = t.In(p.now.Location())
		if !d.IsZero() {
			d = DateOf(t)
		}
		return d, t.Hour(), t.Minute()
	}
	r.Zone = p.zone
	if r.HasClock {
		r.Date, r.Hour, r.Minute = here(r.Date, r.Hour, r.Minute)
	}
	for i, o := range r.Options {
		if o.HasClock {
			r.Options[i].Date, r.Options[i].Hour, r.Options[i].Minute = here(o.Date, o.Hour, o.Minute)
		}
	}
	return r
}
