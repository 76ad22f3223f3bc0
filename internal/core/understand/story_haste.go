package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// How many words say how short a one-on-one was, and why; and how many stand before that.
const (
	mostOfHaste  = 18
	mostToHaste  = 7
	mostOfLength = 4
)

// inHaste reports whether a piece of a story says no more than that they met, and that it was short: "si nos vimos pero rapidito porque
// entraba a trabajar", "met but only 10 min bc her ride came". Of who was met it tells nothing.
func inHaste(words string) bool {
	f := bare(words)
	if len(f) > mostOfHaste || OutcomeIn(words) != Met || IsQuestion(words) {
		return false
	}
	for i := 1; i < min(len(f), mostToHaste); i++ {
		if !lexicon.ShortMeeting.Has(f[i]) {
			continue
		}
		rest := f[i+1:]
		for n := 0; n < mostOfLength && len(rest) > 0 && (lexicon.ShortMeeting.Has(rest[0]) || lexicon.ShortLengths.Has(rest[0]) ||
			hasDigit(rest[0])); n++ {
			rest = rest[1:]
		}
		behind := strings.Join(rest, " ")
		return behind == "" || lexicon.Because.Has(rest[0]) || lexicon.ShortWhy.Lead(behind) > 0
	}
	return false
}

// asideOfHaste files what only says how short it was with the notes. What names whom one met is looked at for that.
func asideOfHaste(pieces []Labelled) []Labelled {
	for i, p := range pieces {
		if (p.Label == "learned" || p.Label == "" && !lexicon.FirstNames.Any(bare(p.Words))) && inHaste(p.Words) {
			pieces[i].Label = "notes"
		}
	}
	return pieces
}
