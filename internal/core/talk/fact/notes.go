package fact

import (
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/lang"
)

// ConsentNote carries a contact's consent, as an organizer reported it, to the contact's own phone.
type ConsentNote struct {
	Consent   int16  `json:"consent"`
	Source    string `json:"source"`
	ByPerson  string `json:"by"`
	MeetingID string `json:"meeting"`
	MessageID string `json:"message"`
	Words     string `json:"words"`
	Until     string `json:"until,omitempty"` // it is no consent, but a pause up to this day
	From      int    `json:"from,omitempty"`  // or hours of a day in which alone texts are wanted, in minutes
	To        int    `json:"to,omitempty"`

	Since time.Time `json:"since,omitzero"` // or that what was told then is taken back: texts go on, unless the phone has written since
}

// WordsNote carries somebody's own words to another phone.
type WordsNote struct {
	Words   string    `json:"words"`
	Phone   string    `json:"phone,omitempty"`
	Contact uuid.UUID `json:"contact"`
	By      string    `json:"by,omitempty"`
	Said    lang.Key  `json:"said,omitempty"`  // what the words stand beside: an answer about an event
	Event   string    `json:"event,omitempty"` // its name
	Fields  []string  `json:"fields,omitempty"`
}

// ChangedNote is what a text about a change says of how it was.
type ChangedNote struct {
	Old   time.Time `json:"old"`
	New   time.Time `json:"new"`
	Words string    `json:"words,omitempty"` // that the other wrote beside it
	Place string    `json:"place,omitempty"` // another place that is asked for with the time
	// Offers are all the times that were put forward, where they are several.
	Offers []time.Time `json:"offers,omitempty"`
}

// NoWords marks, where an organizer's phone remembers whose words it got, that a contact wants another time and wrote no more than that.
const NoWords = "no words"
