package reminder

import (
	"testing"
	"time"

	"github.com/reportback/reportback/internal/core/person"
)

// TestWhatStandsInTheWayOfWordsWrittenByHand: each reason by itself, and who is answered though nobody asked them about texts.
func TestWhatStandsInTheWayOfWordsWrittenByHand(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 12, 16, 18, 0, 0, 0, time.UTC)
	for name, c := range map[string]struct {
		to      Reader
		sending Sending
		want    Obstacle
	}{
		"agreed":                     {Reader{Consent: person.ConsentYes}, SendingOn, Clear},
		"never asked":                {Reader{}, SendingOn, NotAsked},
		"wrote just now":             {Reader{InboundAt: now.Add(-59 * time.Minute)}, SendingOn, Clear},
		"wrote two hours ago":        {Reader{InboundAt: now.Add(-2 * time.Hour)}, SendingOn, NotAsked},
		"opted out, and wrote":       {Reader{Consent: person.ConsentNo, InboundAt: now}, SendingOn, OptedOut},
		"opted out, works here":      {Reader{Works: true, Consent: person.ConsentNo}, SendingOn, OptedOut},
		"perhaps opted out":          {Reader{Consent: person.ConsentDoubtful, InboundAt: now}, SendingOn, TextsHeld},
		"texts do not arrive":        {Reader{Consent: person.ConsentYes, ReachBad: true}, SendingOn, NotReached},
		"works here":                 {Reader{Works: true}, SendingTeam, Clear},
		"a contact, while it's team": {Reader{Consent: person.ConsentYes}, SendingTeam, NotSending},
		"works here, while it's off": {Reader{Works: true}, SendingOff, NotSending},
	} {
		if got := Writable(c.to, c.sending, now); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
