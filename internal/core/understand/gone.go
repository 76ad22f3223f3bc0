package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// maxGone bounds, in words, news that somebody died, or cannot be reached any more: a longer text is a story.
const maxGone = 30

// GoneForGood reports whether somebody tells that another, one of the names or "she" or "he", died or was jailed or deported: nobody
// writes to their phone any more. What happened to one of theirs ("maria's mom passed away") is told of them, and is not it.
func GoneForGood(text string, names []string) bool {
	if IsQuestion(text) || len(strings.Fields(text)) > maxGone {
		return false
	}
	for _, s := range sentencesOf(text) {
		p := ofThem(s, names)
		if lexicon.SaysDiedNot.In(p) {
			continue
		}
		if takenAway(p) || goneIn(strings.Fields(p)) {
			return true
		}
	}
	return false
}

// takenAway reads "ice took maria", "se murió Rosa": what happened stands before whom, who may go unsaid.
func takenAway(p string) bool {
	for _, took := range lexicon.GoneTakes.Padded() {
		before, after, ok := strings.Cut(p, took)
		if !ok || !onlyLeads(strings.Fields(before)) {
			continue
		}
		f := strings.Fields(after)
		if endsGone(f) && !lexicon.Articles.Any(f) && slices.Contains(lexicon.GoneVerbs.Padded(), took) { // "falleció anoche"
			return true
		}
		for len(f) > 0 && f[0] != "her" && (lexicon.GoneLeads.Has(f[0]) || lexicon.Articles.Has(f[0]) || lexicon.Titles.Has(f[0]) ||
			lexicon.Address.Has(f[0])) {
			f = f[1:]
		}
		if len(f) > 0 && (f[0] == "her" || lexicon.ThirdPersons.Has(f[0])) && endsGone(f[1:]) {
			return true
		}
	}
	return false
}

// goneIn reads "maria just passed away", "she got deported": who it is stands first.
func goneIn(f []string) bool {
	for i, w := range f {
		if w != "her" && !lexicon.ThirdSubjects.Has(w) || !onlyLeads(f[:i]) {
			continue
		}
		k := i + 1
		for k < len(f) && lexicon.GoneBeside.Has(f[k]) {
			k++
		}
		rest := " " + strings.Join(f[k:], " ") + " "
		if slices.ContainsFunc(lexicon.GoneVerbs.Padded(), func(v string) bool {
			return strings.HasPrefix(rest, v) && endsGone(strings.Fields(rest[len(v):]))
		}) {
			return true
		}
	}
	return false
}

// endsGone reports whether what stands behind such a verb does not make another thing of it: "passed out flyers", "arrested her landlord".
func endsGone(f []string) bool { return len(f) == 0 || lexicon.GoneWhen.Has(f[0]) }

// onlyLeads reports whether words are but what leads to such news, or who told it.
func onlyLeads(f []string) bool {
	p := leftOf(" "+strings.Join(f, " ")+" ", lexicon.GoneLeads)
	return !slices.ContainsFunc(strings.Fields(p), func(w string) bool {
		return !lexicon.Interjections.Has(w) && !lexicon.Kin.Has(w) && !lexicon.Articles.Has(w) && w != "her"
	})
}

// DeathOfReader reports whether what comes from a contact's phone tells of the death of whom we text there: the name is theirs, or one of
// their own writes so of "my mom".
func DeathOfReader(text string, names []string) bool {
	if !TellsOfDeath(text) {
		return false
	}
	if GoneForGood(text, names) && slices.ContainsFunc(names, func(n string) bool {
		return n != "" && strings.Contains(Padded(text), Padded(n))
	}) {
		return true
	}
	if !oneOfKin(strings.Fields(wordsOf(text))) {
		return false
	}
	for _, c := range clausesOf(text) {
		f := strings.Fields(wordsOf(c))
		for i, w := range f[:max(0, len(f)-1)] {
			if lexicon.OwnPossessives.Has(w) && lexicon.Kin.Has(f[i+1]) && (goneIn(append([]string{"her"}, f[i+2:]...)) ||
				takenAway(" "+strings.Join(f[:i], " ")+" her "+strings.Join(f[i+2:], " ")+" ")) {
				return true
			}
		}
	}
	return false
}
