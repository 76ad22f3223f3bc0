package sms

// Status is where a text is. Those of an outbound text from Queued on are the provider's and only move forward.
type Status int16

// The statuses. Values are stored: append, never renumber.
const (
	StatusNone        Status = 0
	StatusPlanned     Status = 1
	StatusQueued      Status = 2
	StatusSending     Status = 3
	StatusUnknown     Status = 4
	StatusSent        Status = 5
	StatusDelivered   Status = 6
	StatusUndelivered Status = 7
	StatusFailed      Status = 8
	StatusWithheld    Status = 9
	StatusReceived    Status = 10
	StatusAccepted    Status = 11
	StatusScheduled   Status = 12
	StatusCanceled    Status = 13
	StatusRead        Status = 14
	StatusPartial     Status = 15
)

// ParseStatus reads Twilio's MessageStatus (docs/messaging/guides/outbound-message-status-in-status-callbacks). A word it does not
// know is StatusNone, which never moves anything: the callback is stored all the same.
func ParseStatus(s string) Status {
	switch s {
	case "scheduled":
		return StatusScheduled
	case "accepted":
		return StatusAccepted
	case "queued":
		return StatusQueued
	case "sending":
		return StatusSending
	case "sent":
		return StatusSent
	case "delivered":
		return StatusDelivered
	case "undelivered":
		return StatusUndelivered
	case "failed":
		return StatusFailed
	case "canceled":
		return StatusCanceled
	case "read":
		return StatusRead
	case "partially_delivered":
		return StatusPartial
	case "received":
		return StatusReceived
	}
	return StatusNone
}

// Rank orders the provider's statuses: a status moves a text only when its rank is higher than the one the text has, so that
// callbacks may come in any order and any number of times.
func (s Status) Rank() int16 {
	switch s {
	case StatusScheduled:
		return 1
	case StatusAccepted:
		return 2
	case StatusQueued:
		return 3
	case StatusSending:
		return 4
	case StatusSent:
		return 5
	case StatusPartial:
		return 6
	case StatusDelivered, StatusUndelivered, StatusFailed, StatusCanceled:
		return 10
	case StatusRead:
		return 11
	case StatusNone, StatusPlanned, StatusUnknown, StatusWithheld, StatusReceived:
	}
	return 0
}

// Failed reports whether a text was taken and did not arrive.
func (s Status) Failed() bool {
	return s == StatusFailed || s == StatusUndelivered || s == StatusCanceled
}

// Taken is what is known of a text that the provider has: that it failed is a word of its own, with consequences, and comes as a callback
// does.
func (s Status) Taken() Status {
	if s.Failed() || s.Rank() == 0 {
		return StatusQueued
	}
	return s
}

// String returns the status as exports and the simulator name it.
func (s Status) String() string {
	switch s {
	case StatusPlanned:
		return "planned"
	case StatusQueued, StatusAccepted, StatusScheduled:
		return "queued"
	case StatusSending:
		return "sending"
	case StatusUnknown:
		return "unknown"
	case StatusSent, StatusPartial:
		return "sent"
	case StatusDelivered, StatusRead:
		return "delivered"
	case StatusUndelivered:
		return "undelivered"
	case StatusFailed, StatusCanceled:
		return "failed"
	case StatusWithheld:
		return "withheld"
	case StatusReceived:
		return "received"
	case StatusNone:
	}
	return ""
}
