package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// leastReason is how many words tell at least why somebody can.
const leastReason = 3

// YesBehindReason reports whether a text tells what has changed and, behind the word for what follows from it, says yes: "my aunt can watch
// the kids so im good for thurs", "ya me cambiaron el turno asi que si puedo". What is asked, open or refused in the reason is none.
func YesBehindReason(body string, c when.Context) bool {
	f := strings.Fields(body)
	if len(body) > maxOthers || strings.ContainsAny(body, "?¿") {
		return false
	}
	for i := len(f) - 2; i >= leastReason; i-- {
		n := soThenAt(f, i)
		if n == 0 {
			continue
		}
		before, rest := bare(strings.Join(f[:i], " ")), strings.Join(f[i+n:], " ")
		p := strings.Join(before, " ")
		if !givesReason(before) || lexicon.SaysIf.Any(before) || lexicon.Unsure.In(" "+p+" ") || lexicon.ButWords.Any(bare(rest)) ||
			SendsAnother(body) {
			return false
		}
		return saysYesThen(rest, c)
	}
	return false
}

// givesReason reports whether words tell something, and are no mere courtesy or answer: of "ok thanks so see you then" they are.
func givesReason(f []string) bool {
	n := 0
	for _, w := range f {
		if l := lexicon.Look(w); !l.In(lexicon.Courtesies) && !l.In(lexicon.Interjections) && !lexicon.Fillers.Has(w) &&
			!lexicon.Thanking.Has(w) {
			n++
		}
	}
	return n >= leastBeside
}

// soThenAt is how many words from here on say that something follows, with something behind them.
func soThenAt(f []string, i int) int {
	for n := 2; n > 0; n-- {
		if i+n < len(f) && lexicon.SoThen.Has(strings.TrimSpace(Padded(strings.Join(f[i:i+n], " ")))) {
			return n
		}
	}
	return 0
}

// saysYesThen reports whether words are a yes and no more, if only to a day that they name: "i can do thursday".
func saysYesThen(rest string, c when.Context) bool {
	h := Read(rest, c)
	if h.Question || h.Refused || h.Condition || h.When.HasClock || len(h.When.Options) > 0 || h.OwnWords {
		return false
	}
	return h.Reply == Yes || h.Reply == Another && CanThen(rest, c)
}

// CanThen reports whether words say that a day which they name suits, and no more: "i can do thursday".
func CanThen(words string, c when.Context) bool {
	f := bare(words)
	for len(f) > 1 && (opensCorrection(f[0]) || lexicon.Fillers.Has(f[0]) && !lexicon.OwnFree.Has(f[0])) &&
		lexicon.OwnFree.Lead(strings.Join(f, " ")) == 0 {
		f = f[1:]
	}
	n := lexicon.OwnFree.Lead(strings.Join(f, " "))
	h := Read(words, c)
	if n == 0 || !h.When.HasDate() || h.When.HasClock || len(h.When.Options) > 0 || h.Question || h.Condition {
		return false
	}
	rest := strings.Fields(strings.Join(f, " ")[n:])
	return !slices.ContainsFunc(rest, func(w string) bool {
		l := lexicon.Look(w)
		return !timeWord(l) && !l.In(lexicon.Fillers) && !l.In(lexicon.Courtesies) && !lexicon.On.Has(w)
	})
}
