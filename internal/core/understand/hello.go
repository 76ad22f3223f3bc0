package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// OnlyGreets reports whether a text says hello, or asks what can be texted, and no more.
func OnlyGreets(body string) bool {
	f := bare(body)
	hello := !slices.ContainsFunc(f, func(w string) bool { return !lexicon.HelloWords.Has(w) })
	return len(f) > 0 && len(f) <= maxSmall && (hello || lexicon.AsksWhatToText.In(Padded(body)))
}

// ToPutsForward leaves out what stands before the words that put another time forward, where a text begins with it: "oye y si mejor ..." is
// "y si mejor ...". A text that begins with anything else stays as it is.
func ToPutsForward(body string) string {
	rest := strings.TrimLeft(body, " ¿")
	for lexicon.PutsForward.Lead(rest) == 0 {
		w, after, more := strings.Cut(rest, " ")
		if !more || !lexicon.OrderLeads.Has(bareWord(strings.ToLower(w))) {
			return body
		}
		rest = strings.TrimLeft(after, " ¿")
	}
	return rest
}
