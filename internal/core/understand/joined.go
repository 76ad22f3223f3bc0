package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// BehindJoins divides a text at each of its marks and joining words into what stands before and behind, the longest part behind first:
// "nancy bien. y lo de hector pásalo al lunes" is "nancy bien" and "lo de hector pásalo al lunes".
func BehindJoins(body string) (parts [][2]string) {
	f := strings.Fields(body)
	for i := 1; i+2 < len(f); i++ {
		word := bareWord(strings.ToLower(f[i]))
		joins := lexicon.BeginsMore.Has(word) || lexicon.Joins.Has(word)
		if !joins && !strings.ContainsAny(f[i-1][len(f[i-1])-1:], ".,;!") {
			continue
		}
		at := i
		for at+2 < len(f) && (lexicon.BeginsMore.Has(bareWord(strings.ToLower(f[at]))) || lexicon.Joins.Has(bareWord(strings.ToLower(f[at]))) ||
			lexicon.Interjections.Has(bareWord(strings.ToLower(f[at])))) {
			at++
		}
		told := strings.TrimRight(strings.Join(f[:i], " "), " ,.;")
		if order := strings.Join(f[at:], " "); told != "" && order != "" {
			parts = append(parts, [2]string{told, order})
		}
	}
	return parts
}
