package reminder

import (
	"testing"
	"time"

	"github.com/reportback/reportback/internal/core/person"
)

// TestWhatAContactMustHearLeavesOnABusyDay: a fourth unasked text of a day waits for no one, but a one-on-one that has just moved is told.
func TestWhatAContactMustHearLeavesOnABusyDay(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 24, 14, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		rule string
		had  int
		want Do
	}{
		{TwoDaysRule, 2, Go}, {TwoDaysRule, 3, Drop}, {ChangedRule, 3, Go}, {CalledOffRule, 9, Go}, {ToldRule, 9, Go}, {ChangedRule, 10, Drop},
	} {
		rule, ok := Find(c.rule)
		if !ok {
			t.Fatal(c.rule)
		}
		v := Judge(rule, Facts{Hours: DefaultHours(), Zone: time.UTC, Consent: person.ConsentYes, Sending: SendingOn, UnaskedDay: c.had}, now)
		if v.Do != c.want {
			t.Errorf("%s after %d texts: %v (%s), not %v", c.rule, c.had, v.Do, v.Reason, c.want)
		}
	}
}
