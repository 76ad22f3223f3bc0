package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// More of whose phone it is that a text comes from.

// othersPhone reports whether words say whose phone this is, and it is neither theirs by name nor that of one of the family: "sorry hun
// this is bobs cell".
func othersPhone(f, names []string) bool {
	for i := 1; i+1 < len(f); i++ {
		owner, owns := strings.CutSuffix(strings.ReplaceAll(f[i], "'s", "s"), "s")
		if !owns || !lexicon.PhoneNouns.Has(f[i+1]) || len(owner) < 2 || lexicon.Kin.Has(owner) || lexicon.Kin.Has(f[i]) ||
			lexicon.Look(f[i]).In(lexicon.WhoseKin) || lexicon.TheirPlaces.Has(f[i]) ||
			!lexicon.SpeaksAs.Has(f[i-1]) && !(i > 1 && lexicon.SpeaksAs.Has(f[i-2]+" "+f[i-1])) {
			continue
		}
		return !lexicon.Look(f[i]).Known() && (!lexicon.Look(owner).Known() || lexicon.FirstNames.Has(owner)) && !slices.Contains(names, owner)
	}
	return false
}

// anotherThan reports whether a text says that its writer is somebody else than whom we mean: "rosa es mi suegra, este es mi cel", "u mean
// my sister maria", "q rosa? me llamo yesenia".
func anotherThan(text, p string, names []string) bool {
	f := strings.Fields(p)
	for i := range f {
		for n := 1; n <= 4 && i+n+1 < len(f); n++ {
			if lexicon.YouMean.Has(strings.Join(f[i:i+n], " ")) && lexicon.MyPlaces.Has(f[i+n]) && lexicon.Kin.Has(f[i+n+1]) {
				return true
			}
		}
		if !slices.Contains(names, f[i]) || i+3 >= len(f) || !lexicon.Kin.Has(f[i+3]) || !lexicon.IsMyKin.Has(f[i+1]+" "+f[i+2]) {
			continue
		}
		if lexicon.MyOwnPhone.In(p) {
			return true
		}
	}
	return asksAndNamesOneself(text, names)
}

// asksAndNamesOneself reports whether a text asks by the name of whom we mean and gives another as its writer's: "q rosa? yo me llamo
// yesenia". A name that may be another form of it is none.
func asksAndNamesOneself(text string, names []string) bool {
	asked, rest, more := strings.Cut(text, "?")
	if !more || len(strings.Fields(asked)) > 4 || !slices.ContainsFunc(strings.Fields(wordsOf(asked)), func(w string) bool {
		return slices.Contains(names, w)
	}) {
		return false
	}
	for i, w := 0, strings.Fields(wordsOf(rest)); i+2 < len(w); i++ {
		if lexicon.CalledMyself.Has(w[i]+" "+w[i+1]) && lexicon.FirstNames.Has(w[i+2]) {
			return !slices.ContainsFunc(names, func(n string) bool { return sameMisheard(w[i+2], n) })
		}
	}
	return false
}
