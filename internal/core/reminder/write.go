package reminder

import (
	"time"

	"github.com/reportback/reportback/internal/core/person"
)

// Reader is whom a staff member writes to by hand, as far as it decides whether their words may go.
type Reader struct {
	Works     bool // of the organization's side
	Consent   person.Consent
	ReachBad  bool // texts do not arrive, or the phone is locked
	InboundAt time.Time
}

// Obstacle is why words that somebody writes by hand do not go.
type Obstacle string

// What stands in their way; none is "".
const (
	Clear      Obstacle = ""
	OptedOut   Obstacle = "opted out"
	TextsHeld  Obstacle = "texts held"
	NotReached Obstacle = "not reached"
	NotAsked   Obstacle = "not asked"
	NotSending Obstacle = "not sending"
)

// Writable says whether words written by hand may go now. Whoever wrote within the hour is answered whatever they were asked, so that a
// question does not go without an answer.
func Writable(r Reader, s Sending, now time.Time) Obstacle {
	switch {
	case r.Consent == person.ConsentNo:
		return OptedOut
	case r.Consent == person.ConsentDoubtful:
		return TextsHeld
	case r.ReachBad:
		return NotReached
	case !r.Works && r.Consent != person.ConsentYes && now.Sub(r.InboundAt) > WroteWithin:
		return NotAsked
	case !May(s, r.Works):
		return NotSending
	}
	return Clear
}
