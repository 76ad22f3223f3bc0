package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// PlannedInPassing divides a text that tells of somebody who was met by chance and of the one-on-one that came of it: "ran into tasha at
// the store, lets meet saturday at 3". The first part is told, the second is to come.
func PlannedInPassing(body string) (told, ahead string, ok bool) {
	if _, to := lexicon.InPassing.Find(body); to <= 0 || strings.Contains(body, "?") {
		return "", "", false
	}
	from, to := lexicon.MeetsAhead.Find(body)
	if to <= 0 || from < 1 || to >= len(body) {
		return "", "", false
	}
	told = strings.TrimRight(strings.TrimSpace(body[:from]), ",.;")
	return told, strings.TrimSpace(body[to:]), strings.TrimSpace(told) != ""
}
