package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// ReadRemind reads "remind me to call Jo friday": what is to be done. A slip of the thumb in its first word is read too: "rmind me 2 call
// jo".
func ReadRemind(body string) (what string, ok bool) {
	lead := withoutLeads(body)
	if what, ok = beginsAs(lead, lexicon.RemindMe); !ok {
		if what, ok = slippedRemind(lead); !ok {
			return "", false
		}
	}
	for {
		w, rest, more := strings.Cut(what, " ")
		lead := strings.Trim(lexicon.Plain(w), ":")
		if !more || lead != "" && !lexicon.AfterRemind.Has(lead) && !(w == "2" && beginsErrand(rest)) {
			return strings.Trim(what, " .!"), what != ""
		}
		what = rest
	}
}

// slippedRemind reads the first phrase for reminding with a slip of the thumb in its first word.
func slippedRemind(s string) (what string, ok bool) {
	first, rest, more := strings.Cut(s, " ")
	first = bareWord(first)
	for _, phrase := range lexicon.RemindMe.Words() {
		verb, after, two := strings.Cut(phrase, " ")
		if len(first) < 5 || !slip(first, verb) || !more {
			continue
		}
		if !two {
			return rest, true
		}
		if w, what, _ := strings.Cut(rest, " "); bareWord(w) == after {
			return what, what != ""
		}
	}
	return "", false
}

// beginsErrand reports whether words begin with what somebody does by themselves, with something behind it.
func beginsErrand(words string) bool {
	f := bare(words)
	return len(f) > 1 && lexicon.ErrandVerbs.Has(f[0])
}

// Errand reports whether words tell what their writer has to do, before they name a day: "and to get snacks for thurs". The day is no
// one-on-one's, whatever was spoken of before.
func Errand(body string) bool {
	f := strings.Fields(withoutLeads(body))
	for len(f) > 0 && f[0] == "2" {
		f = f[1:]
	}
	words := strings.Join(f, " ")
	if !beginsErrand(words) {
		return false
	}
	w := lexicon.Look(bare(words)[1])
	return w.Time == lexicon.NoList && !lexicon.MoveTo.Has(bare(words)[1]) && !w.In(lexicon.At) && !lexicon.MoveVerbs.Any(bare(words))
}
