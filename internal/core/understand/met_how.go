package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// How far what tells of how somebody was met may reach: to where it begins, to who it was, and from there to the name.
const (
	mostToAcross = 8
	mostToWhat   = 3
	mostToName   = 9
)

// MetHow divides a plan from how somebody new was met, which stands before the name: of "met a lady at the laundromat Denise Porter shes up
// for coffee sat 10am, 206..." the plan begins with Denise Porter. Only where a number to call and a time to come follow.
func MetHow(body string, c when.Context) (how, plan string) {
	f := strings.Fields(body)
	if len(f) < 8 || strings.ContainsAny(body, "?¿") {
		return "", ""
	}
	c.Mode = when.Plan
	from, at := acrossAt(f)
	if at < 0 {
		return "", ""
	}
	for k := at; k+1 < len(f) && k < at+mostToName; k++ {
		first, next := bareWord(strings.ToLower(f[k])), bareWord(strings.ToLower(f[k+1]))
		if !lexicon.FirstNames.Has(first) || k > at && ofPlaceNamed(f, k) || lexicon.SentenceWords.Has(next) ||
			!lexicon.FirstNames.Has(next) && !capital(f[k+1]) && lexicon.Look(next).Known() {
			continue
		}
		plan = strings.Join(f[k:], " ")
		r := Times(plan, c)
		if phones, _ := findPhones(plan); len(phones) != 1 || !r.HasDate() || !r.HasClock || r.Date.Compare(when.DateOf(c.At.In(c.Zone))) < 0 {
			return "", ""
		}
		return strings.Trim(strings.Join(f[from:k], " "), " ,.;:-"), plan
	}
	return "", ""
}

// acrossAt finds where words tell that somebody not known before was come across, "so i ran into a lady", and where it goes on behind what
// they are.
func acrossAt(f []string) (from, behind int) {
	for i := 0; i < min(len(f), mostToAcross); i++ {
		for n := 4; n > 0; n-- {
			if i+n >= len(f) || !lexicon.MetAcross.Has(strings.Join(bare(strings.Join(f[i:i+n], " ")), " ")) {
				continue
			}
			strange := false
			for k := i + n; k < min(len(f), i+n+mostToWhat+1); k++ {
				w := bareWord(strings.ToLower(f[k]))
				strange = strange || lexicon.SomeoneNew.Has(w)
				if strange && lexicon.WhoAcross.Has(w) {
					return i, k + 1
				}
			}
			return -1, -1
		}
	}
	return -1, -1
}

// ofPlaceNamed reports whether a name right behind "at" or "in" is a place's: "a lady at St Mark", "de la iglesia San Juan".
func ofPlaceNamed(f []string, k int) bool {
	before := bareWord(strings.ToLower(f[k-1]))
	return lexicon.At.Has(before) || lexicon.WithinPlaces.Has(before) || lexicon.Articles.Has(before) || lexicon.Of.Has(before) ||
		lexicon.PlaceHeads.Has(before) || lexicon.From.Has(before) ||
		k > 1 && lexicon.PlaceNouns.Has(bareWord(strings.ToLower(f[k-2]))) && !lexicon.Look(before).Known() // "la iglesia san juan"
}
