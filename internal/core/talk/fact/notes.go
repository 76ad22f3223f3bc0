package fact

// ConsentNote carries a contact's consent, as an organizer reported it, to the contact's own phone.
type ConsentNote struct {
	Consent   int16  `json:"consent"`
	Source    string `json:"source"`
	ByPerson  string `json:"by"`
	MeetingID string `json:"meeting"`
	MessageID string `json:"message"`
	Words     string `json:"words"`
	Until     string `json:"until,omitempty"` // it is no consent, but a pause up to this day
}
