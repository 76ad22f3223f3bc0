package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// mostToThanks is how many words stand at most between what holds a thank-you and the thank-you.
const mostToThanks = 4

// HoldsThanks reports whether words say that no thank-you is to go: "wait don't send the thank you", "no mandes el agradecimiento".
func HoldsThanks(body string) bool {
	_, to := lexicon.HoldsThanks.Find(body)
	if to == 0 || strings.Contains(body, "?") {
		return false
	}
	f := strings.Fields(Padded(body[to:]))
	return len(f) <= mostToThanks+4 && lexicon.ThanksNouns.In(" "+strings.Join(f[:min(len(f), mostToThanks)], " ")+" ")
}
