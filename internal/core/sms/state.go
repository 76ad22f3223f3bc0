package sms

// Dir is whose a text is.
type Dir int16

// The directions. Values are stored.
const (
	In  Dir = 1
	Out Dir = 2
)

// Dirs lists both.
func Dirs() []Dir { return []Dir{In, Out} }

// State is where a text is with us; what the provider says of it is its Status.
type State int16

// The states. Values are stored: append, never renumber. Queued, Sending and Unknown hold the lane of their phone.
const (
	Received  State = 0
	Queued    State = 1
	Sending   State = 2
	Unknown   State = 3 // perhaps sent: the provider's list will tell
	Sent      State = 4
	Rejected  State = 5
	Withheld  State = 6
	Unsettled State = 7 // nobody will ever tell
)

// States lists every state.
func States() []State {
	return []State{Received, Queued, Sending, Unknown, Sent, Rejected, Withheld, Unsettled}
}
