package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// WithoutAside divides words that somebody is to be told from what is told of them behind it, and is not for them to read: of "thanks, she
// was great. we talked an hour" they are told "thanks". names are whom the words are for; aside is "" where all of it is for them.
func WithoutAside(words string, names []string) (said, aside string) {
	all := Clauses(words)
	if strings.ContainsAny(words, "?¿") {
		return words, ""
	}
	for i, c := range all {
		if i == 0 || !ofTheTalk(c) && !ofThemselves(c) {
			continue
		}
		at := strings.LastIndex(words, c)
		if at <= 0 {
			return words, ""
		}
		said = strings.TrimRight(words[:at], " ,;")
		if ofThemselves(c) && speaksOfAnother(said, names) {
			return words, ""
		}
		return strings.TrimRight(said, "."), strings.TrimSpace(words[at:])
	}
	return words, ""
}

// ofThemselves reports whether a clause begins with a third person and tells of them: "she was great". What they may do, or are to do, is
// for them: "she can bring her kids".
func ofThemselves(c string) bool {
	f := bare(c)
	for len(f) > 2 && (lexicon.DeedJoins.Has(f[0]) || lexicon.Interjections.Has(f[0]) || lexicon.BeginsMore.Has(f[0])) {
		f = f[1:]
	}
	if len(f) < 2 {
		return false
	}
	who, _, _ := strings.Cut(strings.ReplaceAll(f[0], "’", "'"), "'")
	return lexicon.ThirdSubjects.Has(who) && who != "they" && !lexicon.Articles.Has(who) && !lexicon.IsForThem.Has(f[1]) &&
		!strings.HasSuffix(f[0], "'ll")
}

// ofTheTalk reports whether a clause says how long somebody talked: "we talked an hour".
func ofTheTalk(c string) bool {
	n := lexicon.TalkedFor.Lead(c)
	return n > 0 && slices.ContainsFunc(bare(c[n:]), func(w string) bool {
		of := lexicon.Look(w).Time
		return of == lexicon.Hour || of == lexicon.Minute
	})
}

// speaksOfAnother reports whether words name somebody else, of whom what follows may be told: "my sister will be there".
func speaksOfAnother(said string, names []string) bool {
	own := func(w string) bool {
		return slices.ContainsFunc(names, func(n string) bool { return partOf(n, w) })
	}
	f := bare(said)
	return lexicon.SpokeWith.In(Padded(said)) || slices.ContainsFunc(f, func(w string) bool {
		return lexicon.Kin.Has(w) || lexicon.Relations.Has(w) || lexicon.FirstNames.Has(w) && !own(w) || lexicon.ThirdSubjects.Has(w)
	})
}

// partOf reports whether a word is one of a name's.
func partOf(name, w string) bool { return slices.Contains(strings.Fields(Padded(name)), w) }
