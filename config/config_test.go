package config

import (
	"fmt"
	"strings"
	"testing"
)

func TestAllFaultsAtOnce(t *testing.T) { //nolint:paralleltest // sets the environment
	for k, v := range map[string]string{"REPORTBACK_LOG": "loud", "REPORTBACK_ZONE": "Mars/North", "PUBLIC_URL": "example", "TWILIO_API_URL": "ftp://x", "TWILIO_AUTH_TOKEN": "abc,,"} {
		t.Setenv(k, v)
	}
	c, err := Load()
	if err == nil {
		t.Fatal("accepted")
	}
	for _, name := range []string{"REPORTBACK_LOG", "REPORTBACK_ZONE", "PUBLIC_URL", "TWILIO_API_URL"} {
		if !strings.Contains(err.Error(), name) {
			t.Errorf("%s is not named: %v", name, err)
		}
	}
	err = c.Service()
	for _, name := range []string{"TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN: has an empty token", "TWILIO_FROM"} {
		if err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s is not named: %v", name, err)
		}
	}
}

func TestSecretsMaskThemselves(t *testing.T) {
	t.Setenv("TWILIO_AUTH_TOKEN", "tiger,lion")
	t.Setenv("DATABASE_URL", "postgres://u:tiger@h/d")
	c, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{fmt.Sprintf("%v", c), fmt.Sprintf("%+v", c), fmt.Sprintf("%#v", c)} {
		if strings.Contains(s, "tiger") || strings.Contains(s, "lion") {
			t.Errorf("a secret leaks: %s", s)
		}
	}
	if got := c.Tokens(); len(got) != 2 || got[0] != "tiger" {
		t.Errorf("tokens: %v", got)
	}
}
