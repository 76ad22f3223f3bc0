package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// mostSkipped is how many words a text has at most that says that two do not meet this time.
const mostSkipped = 18

// SkipsThisOne reports whether a text says that two do not meet this time: "maria's not feeling great so we're gonna skip this week",
// "mejor lo dejamos pa otro día".
func SkipsThisOne(body string) bool {
	return lexicon.SkipsThisOne.In(Padded(body)) && len(strings.Fields(body)) <= mostSkipped && !strings.ContainsAny(body, "?¿") &&
		OutcomeIn(body) == NoOutcome
}

// RemindThem is whom a text has reminded, with the words behind: of "can u remind maria again tomorrow" it is "maria again tomorrow". What
// they are to do then is no part of it: that is for them to read.
func RemindThem(body string) (whom string, ok bool) {
	whom, ok = beginsAs(withoutLeads(strings.Trim(body, " ?.!")), lexicon.RemindsThem)
	return whom, ok && whom != "" && !AskedOf(whom)
}
