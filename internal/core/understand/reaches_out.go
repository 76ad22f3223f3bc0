package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// ReachesOut reports whether an organizer says that they get in touch themselves, and that nothing is to be texted meanwhile: "ill call her
// this wkend dont text her pls". That is of what is at hand alone: the contact has not said that they want no texts.
func ReachesOut(body string) bool {
	p := Padded(body)
	return len(body) <= maxOthers && lexicon.ReachesOut.In(p) && lexicon.NotSentNow.In(p) && !lexicon.LastingNo.In(p) &&
		!strings.ContainsAny(body, "?¿")
}
