package inbox

import (
	"testing"
	"time"
)

func TestWhoWaitsNowComesFirst(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		row  Row
		want Group
	}{
		"a contact at the place":              {Row{"needs_answer", "meeting", 10 * time.Minute, "should I wait?"}, Now},
		"a contact who wrote around the hour": {Row{"needs_answer", "meeting", time.Hour, "can my sister come"}, Now},
		"the same, days later":                {Row{"needs_answer", "meeting", 72 * time.Hour, "can my sister come"}, Today},
		"urgent words from a number nobody knows": {Row{
			"unknown_sender", "phone", time.Hour,
			"URGENT my landlord is changing the locks",
		}, Now},
		"urgent words in Spanish":                         {Row{"unknown_sender", "phone", time.Hour, "nos están echando del departamento"}, Now},
		"somebody who stands outside":                     {Row{"needs_answer", "phone", time.Minute, "I'm outside and nobody is here"}, Now},
		"a stranger's question":                           {Row{"unknown_sender", "phone", time.Hour, "when is the meeting?"}, Today},
		"a firefly is no fire":                            {Row{"unknown_sender", "phone", time.Hour, "the firefly club said to write"}, Today},
		"a doubtful opt-out":                              {Row{"opt_out_doubtful", "phone", time.Hour, "please no more"}, Today},
		"a text that failed":                              {Row{"failed_text", "message", time.Minute, ""}, Week},
		"an event to look at":                             {Row{"event_made", "event", time.Minute, ""}, Week},
		"a report that is late":                           {Row{"report_overdue", "meeting", time.Minute, ""}, Late},
		"texts that cannot leave at all":                  {Row{"sending_stopped", "provider", 99 * time.Hour, ""}, Now},
		"a kind that nobody has thought of waits with us": {Row{"new_kind", "meeting", time.Minute, ""}, Today},
	} {
		if got := GroupOf(c.row); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}
