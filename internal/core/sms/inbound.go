package sms

import "github.com/google/uuid"

// Inbound is one text as the provider delivered it, by webhook or by a later catch-up.
type Inbound struct {
	SID      string
	From     string // as it came
	Phone    Phone  // zero when From is no number: a short code, an alphanumeric sender, another channel
	To       string
	Body     Body
	Media    int
	OptOut   Keyword // the provider's own verdict (OptOutType), when the account has one
	Segments int
	Form     map[string][]string // raw, for the record
}

// Callback is one status callback.
type Callback struct {
	MessageID uuid.UUID // our own id, from the URL that we gave; zero when it is absent or no id
	SID       string
	To        Phone
	Status    Status
	RawStatus string
	Code      int // 0: none
	Form      map[string][]string
}
