package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// Of whom words speak, and to whom.

// SpeaksOfSomebody reports whether words speak of a third person, without a name.
func SpeaksOfSomebody(body string) bool { return lexicon.ThirdPersons.Any(bare(body)) }

// SpeaksOfThem reports the same of a word that is nothing else: "el" may be an article.
func SpeaksOfThem(body string) bool {
	return slices.ContainsFunc(bare(body), func(w string) bool {
		return lexicon.ThirdPersons.Has(w) && (!lexicon.Articles.Has(w) || w == "her")
	})
}

// ToldOfThem reports whether words that are to be added somewhere tell of a third person: "that she speaks tagalog", "que habla mixteco".
func ToldOfThem(words string) bool {
	f := bare(words)
	for len(f) > 1 && lexicon.TaleOpens.Has(f[0]) || len(f) > 1 && lexicon.OfThatLeads.Has(f[0]) {
		f = f[1:]
	}
	subject := func(w string) bool { return lexicon.ThirdSubjects.Has(w) && !lexicon.Articles.Has(w) }
	return slices.ContainsFunc(f, subject) ||
		len(f) > 1 && (lexicon.TaleBegins.Has(f[0]) || lexicon.TellsOf.Has(f[0])) && !lexicon.ToWhom.Has(f[0])
}

// BeginsOfSomebody reports whether a text begins with a third person, or with one of these names: "she works nights", "rosa trabaja".
func BeginsOfSomebody(body string, names []string) bool {
	f := bare(body)
	for len(f) > 1 && !lexicon.Negators.Has(f[0]) && (lexicon.OrderLeads.Has(f[0]) || lexicon.Interjections.Has(f[0]) ||
		lexicon.Joins.Has(f[0])) {
		f = f[1:]
	}
	if len(f) > 0 { // "she'll bring her kid"
		f[0], _, _ = strings.Cut(strings.ReplaceAll(f[0], "’", "'"), "'")
	}
	if len(f) < 2 {
		return false
	}
	return lexicon.ThirdSubjects.Has(f[0]) && !lexicon.Articles.Has(f[0]) || lexicon.TaleBegins.Has(f[0]) ||
		slices.ContainsFunc(names, func(n string) bool {
			return strings.HasPrefix(strings.Join(f, " ")+" ", strings.TrimSpace(Padded(n))+" ")
		})
}

// SpeaksToSomebody reports whether words are said to somebody: "you", "usted".
func SpeaksToSomebody(body string) bool { return lexicon.SecondPersons.Any(bare(body)) }

// SpokeWith reports whether words tell of a call or a talk.
func SpokeWith(body string) bool { return lexicon.SpokeWith.In(Padded(body)) }

// TellsTheyDo reports whether a clause of a text has one of these names, or "she", do something by themselves, and orders nothing: "maria
// goes to court on wednesday", "rosa sale del trabajo a las 4".
func TellsTheyDo(body string, names []string) bool {
	return slices.ContainsFunc(Clauses(body), func(c string) bool {
		f := bare(c)
		for i := 1; i < len(f); i++ {
			if lexicon.TheyDo.Lead(strings.Join(f[i:], " ")) == 0 {
				continue
			}
			named := lexicon.ThirdSubjects.Has(f[i-1]) && !lexicon.Articles.Has(f[i-1])
			named = named ||
				slices.ContainsFunc(names, func(n string) bool { return strings.HasSuffix(Padded(strings.Join(f[:i], " ")), Padded(n)) })
			orders := lexicon.MoveVerbs.Any(f) || lexicon.InsteadOf.Any(f) || lexicon.SoThen.Any(f[i:]) // "she works till 5 so make it 530"
			if named && !orders && lexicon.PutsForward.Lead(c) == 0 {
				return true
			}
		}
		return false
	})
}
