package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// ofNumber is whom a text plans with: of two who are joined, the one whose number stands right behind them, else the name that was found:
// "meet Maria and Jo Park 206-555-0142 fri 3pm" is with Jo Park, by whose number she is texted.
func ofNumber(words []word, spans []when.Span, name string) string {
	if second, end := joinedTo(words, spans, name); second != "" && end < len(words) && phoneAt(words, end) {
		return second
	}
	return name
}

// joinedTo is the name that an "and" joins to the one that was found, and where it ends; "" where none is.
func joinedTo(words []word, spans []when.Span, name string) (second string, end int) {
	parts := strings.Fields(name)
	for i := 0; len(parts) > 0 && i+len(parts)+1 < len(words); i++ {
		k := i + len(parts)
		if !strings.EqualFold(unmarked(words[k-1].s), strings.Trim(parts[len(parts)-1], ".")) || !lexicon.CornerJoins.Has(words[k].low) ||
			!strings.EqualFold(unmarked(words[i].s), strings.Trim(parts[0], ".")) || words[k-1].s != unmarked(words[k-1].s) {
			continue
		}
		second = nameFrom(words, k+1, spans, true)
		return second, k + 1 + len(strings.Fields(second))
	}
	return "", 0
}
