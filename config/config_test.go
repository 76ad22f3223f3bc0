package config

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestAllFaultsAtOnce(t *testing.T) { //nolint:paralleltest // sets the environment
	for k, v := range map[string]string{
		"REPORTBACK_LOG": "loud", "REPORTBACK_ZONE": "Mars/North", "PUBLIC_URL": "example",
		"TWILIO_API_URL": "ftp://x", "TWILIO_AUTH_TOKEN": "abc,,",
	} {
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

func TestWhatCannotBeReadHidesNoOtherFault(t *testing.T) { //nolint:paralleltest // sets the environment
	for k, v := range map[string]string{
		"REPORTBACK_RATE": "fast", "REPORTBACK_TEST_AHEAD": "soon", "REPORTBACK_ZONE": "Mars/North", "PUBLIC_URL": "example",
	} {
		t.Setenv(k, v)
	}
	_, err := Load()
	for _, name := range []string{"REPORTBACK_RATE: cannot", "REPORTBACK_TEST_AHEAD: cannot", "REPORTBACK_ZONE", "PUBLIC_URL"} {
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

func TestMalformedIdsAndAddressesAreStartUpErrors(t *testing.T) { //nolint:paralleltest // sets the environment
	right := map[string]string{
		"PUBLIC_URL": "https://texts.example.org", "TWILIO_ACCOUNT_SID": "AC" + strings.Repeat("0", 32), "TWILIO_AUTH_TOKEN": "x",
		"TWILIO_FROM": "+12065550100", "TWILIO_MESSAGING_SERVICE_SID": "MG" + strings.Repeat("a", 32),
		"REPORTBACK_ON_STOP": "/usr/local/bin/tell", "REPORTBACK_KEY": strings.Repeat("0", 64) + "," + strings.Repeat("F", 64),
	}
	for name, wrong := range map[string][]string{
		"": {""},
		"PUBLIC_URL": {
			"http://texts.example.org", "https://example.org/texts", "http://203.0.113.9:8080", "https://kim:x@a.org",
		},
		"TWILIO_ACCOUNT_SID":           {"AC123", "SK" + strings.Repeat("0", 32), "AC" + strings.Repeat("z", 32)},
		"TWILIO_FROM":                  {"206-555-0100", "+1206", "12065550100", "Reportback"},
		"REPORTBACK_KEY":               {"x", strings.Repeat("g", 64), strings.Repeat("0", 64) + ",", strings.Repeat("0", 63)},
		"REPORTBACK_ON_STOP":           {"mail", "./tell"},
		"TWILIO_MESSAGING_SERVICE_SID": {"MG1", "AC" + strings.Repeat("0", 32)},
	} {
		for _, v := range wrong {
			for k, ok := range right {
				t.Setenv(k, ok)
			}
			if name != "" {
				t.Setenv(name, v)
			}
			c, err := Load()
			err = errors.Join(err, c.Service())
			if (name == "") != (err == nil) || name != "" && !strings.Contains(err.Error(), name) {
				t.Errorf("%s=%q: %v", name, v, err)
			}
		}
	}
	for k, ok := range right { // whichever was the last one wrong
		t.Setenv(k, ok)
	}
	for _, near := range []string{"http://localhost:8080", "http://127.0.0.1:8080/", "http://[::1]:8080"} {
		t.Setenv("PUBLIC_URL", near)
		if _, err := Load(); err != nil {
			t.Errorf("%s: %v", near, err)
		}
	}
}

// TestAPublicAddressIsWrittenAsBrowsersDo: cookies are Secure by its scheme, and signatures go by it to the letter.
func TestAPublicAddressIsWrittenAsBrowsersDo(t *testing.T) { //nolint:paralleltest // sets the environment
	for given, want := range map[string]string{
		"HTTPS://Texts.Example.ORG/": "https://texts.example.org", "Https://texts.example.org:8443": "https://texts.example.org:8443",
		"HTTP://LocalHost:8080": "http://localhost:8080", "": "",
	} {
		t.Setenv("PUBLIC_URL", given)
		if c, err := Load(); err != nil || c.PublicURL != want {
			t.Errorf("%s: %q %v", given, c.PublicURL, err)
		}
	}
}

// TestAPasswordInAnAddressIsNotQuoted: the fault is printed and logged.
func TestAPasswordInAnAddressIsNotQuoted(t *testing.T) { //nolint:paralleltest // sets the environment
	for _, name := range []string{"PUBLIC_URL", "TWILIO_API_URL"} {
		t.Setenv(name, "https://kim:tiger@example.org")
		if _, err := Load(); err == nil || strings.Contains(err.Error(), "tiger") || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
		t.Setenv(name, "")
	}
}
