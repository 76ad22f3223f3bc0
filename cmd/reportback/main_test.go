package main

import (
	"bytes"
	"strings"
	"testing"
)

// TestAllThatIsWrongWithTheSettingsIsSaidAtOnce: who sets the service up mends it once, not once for each kind of fault.
func TestAllThatIsWrongWithTheSettingsIsSaidAtOnce(t *testing.T) { //nolint:paralleltest // sets the environment
	for k, v := range map[string]string{
		"REPORTBACK_ZONE": "Mars/North", "REPORTBACK_RATE": "fast", "PUBLIC_URL": "example", "TWILIO_ACCOUNT_SID": "abc", "TWILIO_FROM": "123",
		"TWILIO_AUTH_TOKEN": "", "DATABASE_URL": "", "REDIS_URL": "",
	} {
		t.Setenv(k, v)
	}
	all := []string{
		"REPORTBACK_ZONE: no time zone", "REPORTBACK_RATE: cannot be read", "PUBLIC_URL: must", "TWILIO_ACCOUNT_SID: must",
		"TWILIO_FROM: must", "TWILIO_AUTH_TOKEN: needed",
	}
	both := append([]string{"DATABASE_URL: needed", "REDIS_URL: needed"}, all...)
	for command, want := range map[string][]string{"up": all, "check": all, "web": both, "worker": both} {
		var out, err bytes.Buffer
		if code := realMain([]string{command}, streams{strings.NewReader(""), &out, &err}); code != 2 {
			t.Errorf("%s ends with %d", command, code)
		}
		for _, w := range want {
			if strings.Count(err.String(), w) != 1 {
				t.Errorf("%s does not say %q once: %s", command, w, &err)
			}
		}
	}
}
