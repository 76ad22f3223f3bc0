package understand

import (
	"slices"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// OnlyGreets reports whether a text says hello, or asks what can be texted, and no more.
func OnlyGreets(body string) bool {
	f := bare(body)
	hello := !slices.ContainsFunc(f, func(w string) bool { return !lexicon.HelloWords.Has(w) })
	return len(f) > 0 && len(f) <= maxSmall && (hello || lexicon.AsksWhatToText.In(Padded(body)))
}
