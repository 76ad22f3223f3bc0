package sms

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// Opt-outs that are known by the words around a phone: "quit blowing up my phone", "don't use this number again", "den de baja este
// celular", and what forbids to be taken off.

// kept returns the words of a text without those that forbid to take somebody off: "no borren mi contacto". A mark between "no" and the
// verb makes it a request again.
func kept(text string, w []string) []string {
	if !lexicon.KeepsOn.Any(w) && !lexicon.KeptAfterNo.Any(w) {
		return w
	}
	var out []string
	found := false
	for _, piece := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",.;:!?\n", r) }) {
		p := plainWords(piece)
		if from, to := forbidsOff(p); to > 0 {
			found = true
			p = append(p[:from:from], p[to:]...)
		}
		out = append(out, p...)
	}
	if !found {
		return w
	}
	return out
}

// forbidsOff finds the words that forbid to take somebody off: the "no" and the verb.
func forbidsOff(p []string) (from, to int) {
	for i, x := range p {
		english, spanish := lexicon.KeepsOn.Has(x), lexicon.KeptAfterNo.Has(x)
		if !english && !spanish {
			continue
		}
		for n := min(mostKept, i); n >= 1; n-- {
			if !lexicon.KeepNegators.Has(strings.Join(p[i-n:i], " ")) || p[i-n] == "no" && !spanish { // "no stop texting me" stops
				continue
			}
			if before := i - n; before > 0 && (lexicon.OneWhoDoes.Has(p[before-1]) || lexicon.BeforeToldStop.Has(p[before-1]) ||
				p[before-1] == "ya") {
				continue // "why don't you take me off"
			}
			return i - n, i + 1
		}
	}
	return 0, 0
}

// mostKept is how many words forbid at most.
const mostKept = 5

// framesOut reads what is said around a phone. Whether it is an opt-out a person decides, but for a plain "dar de baja".
func framesOut(w []string) OptOut {
	for i, x := range w {
		switch {
		case x == "baja" && givesOff(w, i):
			return OptOutClear
		case i > 0 && lexicon.BotherVerbs.Has(x) && endsBothering(w, i) && bothersUs(w[i+1:]), i > 0 && bothersMe(x) && endsBothering(w, i):
			return OptOutDoubtful
		case (lexicon.UseVerbs.Has(x) || lexicon.TextVerbs.Has(x)) && i > 0 && forbidsUse(w, i):
			return OptOutDoubtful
		case neverAsked(w, i):
			return OptOutDoubtful
		}
	}
	return NotOptOut
}

// givesOff: "den de baja este celular", "denle de baja a mi número".
func givesOff(w []string, i int) bool {
	if i < 2 || w[i-1] != "de" || !lexicon.GivesOff.Has(w[i-2]) {
		return false
	}
	rest := w[i+1:]
	if len(rest) > 0 && (rest[0] == "a" || rest[0] == "al") {
		rest = rest[1:]
	}
	return len(rest) > 0 && lexicon.PhoneLines.Has(rest[0]) ||
		len(rest) > 1 && lexicon.OwnPhone.Has(rest[0]) && lexicon.PhoneLines.Has(rest[1])
}

// endsBothering reports whether a word that ends stands right before a verb of bothering, or with "de" between. One who says it of
// themselves asks for nothing: "I need to stop texting my phone company".
func endsBothering(w []string, i int) bool {
	at := i - 1
	if at > 0 && w[at] == "de" {
		at--
	}
	switch before := w[max(0, at-1)]; {
	case lexicon.StopTo.Has(w[at]):
		return at == 0 || before != "no"
	case !lexicon.EndVerbs.Has(w[at]) && !lexicon.StopWords.Has(w[at]):
		return false
	case at > 1 && before == "to":
		return !lexicon.OneWhoDoes.Has(w[at-2]) && (at < 3 || w[at-3] != "i")
	case at > 0:
		return !lexicon.NotBeforeStop.Has(before)
	}
	return true
}

// bothersUs reports whether it is me, or my phone, that is bothered.
func bothersUs(w []string) bool {
	for len(w) > 0 && lexicon.BotherSmall.Has(w[0]) {
		w = w[1:]
	}
	switch {
	case len(w) == 0:
		return false
	case w[0] == "me" || w[0] == "us":
		return len(w) == 1 || !lexicon.Subjects.Has(w[1])
	}
	return len(w) > 1 && lexicon.OwnPhone.Has(w[0]) && lexicon.PhoneLines.Has(w[1]) && (len(w) == 2 || !lexicon.PhoneOwners.Has(w[2]))
}

// bothersMe reports whether a verb of bothering has its "me" at its end: "llamarme", "buscarnos".
func bothersMe(x string) bool {
	verb, me := strings.CutSuffix(x, "me")
	if !me {
		verb, me = strings.CutSuffix(x, "nos")
	}
	return me && lexicon.BotherVerbs.Has(verb)
}

// forbidsUse reports whether a verb of using or texting forbids this number: "don't use this number again", "this is my kid's phone, don't
// text it", "no vuelvan a usar mi número". Where another follows, it is put right and not forbidden.
func forbidsUse(w []string, i int) bool {
	forbids := lexicon.UseForbids.Has(w[i-1]) || i > 1 && w[i-1] == "not" && w[i-2] == "do" ||
		i > 2 && w[i-1] == "a" && lexicon.AgainVerbs.Has(w[i-2]) && lexicon.UseForbids.Has(w[i-3])
	if !forbids || i > 1 && lexicon.OneWhoDoes.Has(w[i-2]) {
		return false
	}
	rest, named := w[i+1:], false
	if len(rest) > 0 && (rest[0] == "a" || rest[0] == "al") {
		rest = rest[1:]
	}
	switch {
	case len(rest) > 0 && rest[0] == "it":
		for k := range i {
			named = named || k > 0 && lexicon.PhoneLines.Has(w[k]) && (lexicon.OwnPhone.Has(w[k-1]) || k > 1 && lexicon.OwnPhone.Has(w[k-2]))
		}
		rest = rest[1:]
	case len(rest) > 1 && lexicon.OwnPhone.Has(rest[0]):
		named = lexicon.PhoneLines.Has(rest[1])
		rest = rest[2:]
	}
	return named && (len(rest) == 0 || lexicon.UseEnds.Has(rest[0]))
}

// neverAsked reports whether a text says at word i that nobody asked for our texts.
func neverAsked(w []string, i int) bool {
	for n := 2; n <= 3 && i+n < len(w); n++ {
		if lexicon.NeverAsked.Has(strings.Join(w[i:i+n], " ")) {
			for _, x := range w[i+n : min(len(w), i+n+5)] {
				if texting(x) {
					return true
				}
			}
		}
	}
	return false
}

// forGood reports whether what seems a wish about when or where leaves nothing: "after today", "a partir de ahora", "on this phone".
func forGood(w []string) bool {
	if len(w) > 2 && lexicon.ThisPhone.Has(w[1]) && lexicon.PhoneLines.Has(w[2]) {
		return true
	}
	for n := 2; n <= min(mostForGood, len(w)); n++ {
		if lexicon.FromNowOn.Has(strings.Join(w[:n], " ")) {
			return true
		}
	}
	return false
}

// mostForGood is how many words say that something is so from now on.
const mostForGood = 4
