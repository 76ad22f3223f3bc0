package talk

import (
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/world"
)

type randomIDs struct{}

func (randomIDs) New() uuid.UUID { return uuid.New() }

// heard sums up what a decision about a text does.
func heard(set change.Set) (outcome string, consent person.Consent, answers int) {
	for _, ch := range set.Changes {
		switch ch := ch.(type) {
		case change.Text:
			answers++
		case change.SetConsent:
			consent = ch.Consent
		case change.Received:
			outcome = ch.Outcome
		}
	}
	return outcome, consent, answers
}

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
		w := world.World{
			Phone: world.Phone{ID: 7, FloodMinute: now.Truncate(time.Minute), FloodCount: c.before},
			Org:   world.Org{Name: "Resident Action Project", Zone: time.UTC, Sending: reminder.SendingOn},
		}
		in := world.Input{Kind: world.TextIn, MessageID: uuid.New(), Inbound: sms.Inbound{From: "+12065550177", Body: sms.NewBody(c.body)}}
		outcome, consent, answers := heard(Decide(w, in, now, randomIDs{}))
		if outcome != c.outcome || consent != c.consent || answers != c.answers {
			t.Errorf("%q after %d: %q, consent %v, %d answers; want %q, %v, %d", c.body, c.before, outcome, consent, answers, c.outcome, c.consent,
				c.answers)
		}
	}
}

// TestWhileTextsAreHeld: what a phone says after words that may have been an opt-out, before staff have decided.
func TestWhileTextsAreHeld(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 24, 18, 0, 30, 0, time.UTC)
	for _, c := range []struct {
		body    string
		outcome string
		consent person.Consent // what is written, unknown when nothing is
	}{
		{"YES", "for staff: while texts are held", person.ConsentUnknown},
		{"too many texts from you", "may be an opt-out", person.ConsentUnknown},
		{"START", "opted in again", person.ConsentYes},
		{"stop texting me", "opted out", person.ConsentNo},
	} {
		w := world.World{
			Phone:  world.Phone{ID: 7, Consent: person.ConsentDoubtful},
			Org:    world.Org{Name: "Resident Action Project", Zone: time.UTC, Sending: reminder.SendingOn},
			People: []person.Person{{ID: uuid.New(), Name: "Maria Lopez", Roles: []person.Role{person.Contact}}},
		}
		in := world.Input{Kind: world.TextIn, MessageID: uuid.New(), Inbound: sms.Inbound{From: "+12065550142", Body: sms.NewBody(c.body)}}
		w.Heard = Needs(w, in, now).Heard
		set := Decide(w, in, now, randomIDs{})
		if outcome, consent, _ := heard(set); outcome != c.outcome || consent != c.consent {
			t.Errorf("%q: %q, consent %v; want %q, %v", c.body, outcome, consent, c.outcome, c.consent)
		}
		for _, ch := range set.Changes {
			if p, ok := ch.(change.Plan); ok && p.Rule == reminder.DoubtEnds {
				t.Errorf("%q puts off the end of the doubt", c.body)
			}
		}
	}
}
