package talk

import (
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/person"
)

// ActKind is something that staff do on the page. It goes through the same decisions as a text would.
type ActKind string

// What staff can do. Of a meeting: on the organizer's phone. Of a phone: on that phone.
const (
	ActMove       ActKind = "move"        // Subject meeting, At the new time
	ActCallOff    ActKind = "call_off"    // Subject meeting
	ActHeld       ActKind = "held"        // Subject meeting: they met
	ActNoShow     ActKind = "no_show"     // Subject meeting
	ActPrivate    ActKind = "private"     // Subject meeting
	ActWrite      ActKind = "write"       // to this phone, Words under the staff member's name; Subject the person
	ActStopPlan   ActKind = "stop_plan"   // Subject one planned text
	ActRestore    ActKind = "restore"     // an opt-out taken back, Words the reason
	ActOptOut     ActKind = "opt_out"     // a doubtful text was an opt-out
	ActLock       ActKind = "lock"        // a lost or left phone
	ActUnlock     ActKind = "unlock"      //
	ActThanksSend ActKind = "thanks_send" // Subject meeting, Words the exact text
	ActThanksHold ActKind = "thanks_hold" // Subject meeting
	ActDebriefed  ActKind = "debriefed"   // Subject debrief, Words a closing word
	ActPromise    ActKind = "promise"     // Subject promise: closed, Words how
	ActNudge      ActKind = "nudge"       // of an organizer: one text about every report that is missing
	ActEventMoved ActKind = "event_moved" // Subject event, At the new time
	ActEventOff   ActKind = "event_off"   // Subject event: called off
)

// Act is one thing that a staff member did on the page.
type Act struct {
	Kind    ActKind
	By      person.Person
	Subject uuid.UUID
	At      time.Time
	Words   string
}
