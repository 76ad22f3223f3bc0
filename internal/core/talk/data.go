package talk

import (
	"encoding/json"
	"strconv"
	"time"

	"github.com/reportback/reportback/internal/core/report"
)

// formData is what the open question of a report must remember and no other row holds.
type formData struct {
	Prev    report.Name `json:"prev,omitempty"`    // the open field answered before this question: 'and ...' joins it
	Waiting bool        `json:"waiting,omitempty"` // an answer is coming in; the next question waits for silence
	Revisit bool        `json:"revisit,omitempty"` // an answer is there already: BACK or fix
	Return  report.Name `json:"return,omitempty"`  // where START OVER was asked
	Options []string    `json:"options,omitempty"` // what the digits of this question mean
	Sure    bool        `json:"sure,omitempty"`    // 1 confirms an odd day
	Then    string      `json:"then,omitempty"`    // the command that the choice is for
	Words   string      `json:"words,omitempty"`   // what stood behind the command
}

// staffNote is what a text to staff says that no row holds when it is due.
type staffNote struct {
	Who   string `json:"who"`
	Phone string `json:"phone"`
	What  string `json:"what"`
}

// consentNote carries a contact's consent, as an organizer reported it, to the contact's own phone.
type consentNote struct {
	Consent   int16  `json:"consent"`
	Source    string `json:"source"`
	ByPerson  string `json:"by"`
	MeetingID string `json:"meeting"`
	MessageID string `json:"message"`
	Words     string `json:"words"`
}

func encode(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic("talk: data of a conversation cannot be encoded")
	}
	return b
}

// decodeInto reads what a planned row carries; false when it cannot be read.
func decodeInto(b []byte, into any) bool { return len(b) > 0 && json.Unmarshal(b, into) == nil }

// decoded reads what a conversation keeps; what cannot be read is as if it had never been kept.
func decoded[T any](b []byte) T {
	var v, none T
	if len(b) > 0 && json.Unmarshal(b, &v) != nil {
		return none
	}
	return v
}

func decode(b []byte) formData { return decoded[formData](b) }

func decodeList(b []byte) []listItem { return decoded[[]listItem](b) }

func decimal(n int) string { return strconv.Itoa(n) }

func dateOf(t time.Time) string { return t.Format(time.DateOnly) }
