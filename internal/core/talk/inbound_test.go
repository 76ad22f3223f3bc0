package talk

import (
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/sms"
)

type randomIDs struct{}

func (randomIDs) New() uuid.UUID { return uuid.New() }

// TestAFloodIsAnsweredOnceAndStopCountsInIt decides one text of a phone that has sent so many before it within the same minute.
func TestAFloodIsAnsweredOnceAndStopCountsInIt(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 24, 18, 0, 30, 0, time.UTC)
	for _, c := range []struct {
		body    string
		before  int
		outcome string
		consent person.Consent
		answers int
	}{
		{"hello", maxPerMinute, "kept: a flood", person.ConsentUnknown, 1},
		{"hello", maxPerMinute + 1, "kept: a flood", person.ConsentUnknown, 0},
		{"HELP", maxPerMinute + 1, "kept: a flood", person.ConsentUnknown, 0},
		{"STOP", maxPerMinute, "opted out", person.ConsentNo, 0}, // the carrier confirms its own word
		{"stop texting me", maxPerMinute + 1, "opted out", person.ConsentNo, 1},
		{"please stop", maxPerMinute - 1, "opted out", person.ConsentNo, 1},
	} {
		w := World{
			Phone: Phone{ID: 7, FloodMinute: now.Truncate(time.Minute), FloodCount: c.before},
			Org:   Org{Name: "Resident Action Project", Zone: time.UTC, Sending: reminder.SendingOn},
		}
		in := Input{Kind: TextIn, MessageID: uuid.New(), Inbound: sms.Inbound{From: "+12065550177", Body: sms.NewBody(c.body)}}
		answers, consent, outcome := 0, person.ConsentUnknown, ""
		for _, ch := range Decide(w, in, now, randomIDs{}).Changes {
			switch ch := ch.(type) {
			case change.Text:
				answers++
			case change.SetConsent:
				consent = ch.Consent
			case change.Received:
				outcome = ch.Outcome
			}
		}
		if outcome != c.outcome || consent != c.consent || answers != c.answers {
			t.Errorf("%q after %d: %q, consent %v, %d answers; want %q, %v, %d", c.body, c.before, outcome, consent, answers, c.outcome, c.consent, c.answers)
		}
	}
}
