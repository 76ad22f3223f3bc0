package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
)

// saidBefore is the answer that a text says was given before: "lol i already told ana no", "ya le dije que sí a luz". Words that go on
// behind the yes or no make it part of another matter: "told her no problem".
func (h *hearing) saidBefore() Reply {
	for i, w := range h.plain {
		if len(h.times) == 0 && lexicon.Negators.Has(w) && i+1 < len(h.plain) && lexicon.DoesLeads.Has(h.plain[i+1]) &&
			lexicon.DoesNoSuch.In(" "+strings.Join(h.plain[i:], " ")+" ") {
			return No
		}
		if !lexicon.ToldBefore.Has(w) || i > 5 || i > 0 && !lexicon.BeforeTold.Has(h.plain[i-1]) {
			continue
		}
		named := false
		for k := i + 1; k < min(len(h.plain), i+5); k++ {
			said := h.words[k].w
			if lexicon.Articles.Has(h.plain[k]) || lexicon.WhoseKin.Has(h.plain[k]) { // "I told the judge yes already"
				return NoReply
			}
			if !said.In(lexicon.Yes) && !said.In(lexicon.No) {
				named = named || !lexicon.ThirdPersons.Has(h.plain[k]) && !lexicon.SecondPersons.Has(h.plain[k]) && !lexicon.AfterTold.Has(h.plain[k])
				continue
			}
			if left := len(h.plain) - k - 1; left > 3 || left > 0 && !lexicon.AfterTold.Has(h.plain[k+1]) {
				return NoReply
			}
			switch {
			case said.In(lexicon.No):
				return No
			case named: // who knows whom
				return NoReply
			}
			return Yes
		}
	}
	return NoReply
}

// notTheirPhone reports whether a text says of somebody that the phone which we text is not theirs any more: "she dont got this phone
// no more".
func notTheirPhone(f []string) bool {
	for i := 0; i+4 < len(f); i++ { // "este cel es de una llantera"
		if lexicon.ThisPhone.Has(f[i]) && lexicon.PhoneNouns.Has(f[i+1]) && !slices.ContainsFunc(f[i+2:], lexicon.Kin.Has) &&
			lexicon.PhoneIsOf.In(" "+strings.Join(f[i+2:i+5], " ")+" ") && !lexicon.SpeaksAs.Any(f) &&
			slices.ContainsFunc(f[i+3:min(len(f), i+8)], lexicon.Firms.Has) {
			return true
		}
	}
	for i := 3; i+1 < len(f); i++ {
		if lexicon.ThisPhone.Has(f[i]) && lexicon.PhoneNouns.Has(f[i+1]) && lexicon.HasNot.Has(f[i-2]+" "+f[i-1]) &&
			!lexicon.Myself.Has(f[i-3]) && !lexicon.SecondPersons.Has(f[i-3]) {
			return !lexicon.AwayNow.In(" " + strings.Join(f, " ") + " ")
		}
	}
	return false
}

// joins reports whether a letter that is a yes in one language is "and" in the one that the rest is in: "y a qué hora", "y lo del
// domingo".
func (h *hearing) joins(i int, c clause) bool {
	return len(h.plain[i]) == 1 && lexicon.And.Has(h.plain[i]) && i+1 < c.to &&
		lexicon.Plainly(strings.Join(h.plain[i:c.to], " ")) == lang.Spanish
}

// toldNo reports whether the writer says that they have said no already, to whomever: "i already told the other lady no", "ya le dije a la
// otra señora que no".
func (h *hearing) toldNo() bool {
	n := len(h.plain)
	if n < 3 || n > mostToldNo || !h.endsInNo() {
		return false
	}
	for i := range n - 1 {
		if w := h.words[i].w; w.In(lexicon.Kin) || w.In(lexicon.ButWords) ||
			w.In(lexicon.ThirdSubjects) && h.plain[i] != "her" && h.plain[i] != "him" {
			return false
		}
	}
	for i := range n - 1 {
		if lexicon.IToldWords.Has(h.plain[i]) {
			if w := h.plain[i+1]; h.plain[n-1] != "no" && h.plain[n-1] != "nope" && !lexicon.FirstNames.Has(w) && !lexicon.SecondPersons.Has(w) {
				return false // "i told my boss i cant" is of work
			}
			return i == 0 || h.words[i].s == "dije" || lexicon.FirstSubjects.Has(h.plain[i-1]) ||
				i > 1 && lexicon.Already.Has(h.plain[i-1]) && lexicon.FirstSubjects.Has(h.plain[i-2])
		}
	}
	return false
}

// endsInNo reports whether the last words refuse: "no", "i cant".
func (h *hearing) endsInNo() bool {
	n := len(h.plain)
	switch h.plain[n-1] {
	case "no", "nope":
		return h.words[n-1].w.In(lexicon.No)
	case "cant", "cannot":
		return n > 1 && lexicon.FirstSubjects.Has(h.plain[n-2])
	}
	return false
}

// mostToldNo is how many words such a text has.
const mostToldNo = 10
