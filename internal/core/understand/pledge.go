package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// pledges reports whether words say that the contact will do something: "promised to come", "she'll call the city". What somebody else is
// to do, or was to do, is only told: "the landlord promised to fix it", "said ana promised to call", "her boss will send a letter".
func pledges(p string) bool {
	for _, phrase := range lexicon.SaysTheyWill.Padded() {
		if anyPledge(p, phrase) {
			return true
		}
	}
	for _, will := range lexicon.Wills.Padded() {
		for from := 0; ; {
			i := strings.Index(p[from:], will)
			if i < 0 {
				break
			}
			from += i
			if deedFollows(p[from+len(will):]) && !byOther(strings.Fields(p[:from])) {
				return true
			}
			from += len(will) - 1
		}
	}
	return false
}

func anyPledge(p, phrase string) bool {
	for from := 0; ; {
		i := strings.Index(p[from:], phrase)
		if i < 0 {
			return false
		}
		from += i
		if !byOther(strings.Fields(p[:from])) {
			return true
		}
		from += len(phrase) - 1
	}
}

// byOther reports whether the words before a promise name somebody else as who gives it.
func byOther(before []string) bool {
	told := false
	for n := len(before); n > 0; n-- {
		switch w := before[n-1]; {
		case lexicon.SaidVerbs.Has(w):
			told = true
		case lexicon.BesidePledge.Has(w):
		case lexicon.ThirdSubjects.Has(w):
			return false
		case lexicon.OtherAgents.Has(w):
			return true
		case n > 1 && lexicon.Articles.Has(before[n-2]) && !lexicon.FirstNames.Has(w): // "her boss"
			return true
		default: // "said ana promised", where of the contact it would be "said she"
			return !told && n > 1 && lexicon.FirstNames.Has(w) && lexicon.SaidVerbs.Has(before[n-2])
		}
	}
	return false
}

// willDo reports whether words say that somebody, whoever it is, will do something: "she will come", and not "she will lose her home".
func willDo(p string) bool {
	for _, will := range lexicon.Wills.Padded() {
		if i := strings.Index(p, will); i >= 0 && deedFollows(p[i+len(will):]) {
			return true
		}
	}
	return false
}

// saysWill reports whether plain words say that somebody will do something.
func saysWill(p string) bool { return lexicon.SaysTheyWill.In(p) || willDo(p) }
