// Package config turns the environment into settings. It reports every fault at once, each naming its variable, and masks what is secret.
package config

import (
	"encoding/hex"
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"time"

	"github.com/caarlos0/env/v11"
)

// Secret is a value that must not show in a log, an error or a dump.
type Secret string

// String masks the value.
func (s Secret) String() string {
	if s == "" {
		return ""
	}
	return "[secret]"
}

// GoString masks the value for %#v.
func (s Secret) GoString() string { return s.String() }

// MarshalText masks the value in JSON.
func (s Secret) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Reveal returns the value itself.
func (s Secret) Reveal() string { return string(s) }

// Config is the environment of every command.
type Config struct {
	DatabaseURL  Secret   `env:"DATABASE_URL"`
	RedisURL     Secret   `env:"REDIS_URL"`
	Listen       string   `env:"LISTEN" envDefault:":8080"`
	PublicURL    string   `env:"PUBLIC_URL"`
	AccountSID   string   `env:"TWILIO_ACCOUNT_SID"`
	AuthTokens   []Secret `env:"TWILIO_AUTH_TOKEN" envSeparator:","`
	From         string   `env:"TWILIO_FROM"`
	MessagingSID string   `env:"TWILIO_MESSAGING_SERVICE_SID"`
	TwilioAPIURL string   `env:"TWILIO_API_URL"`
	Org          string   `env:"REPORTBACK_ORG"`
	StaffLine    string   `env:"REPORTBACK_STAFF_LINE"`
	Zone         string   `env:"REPORTBACK_ZONE"`
	Data         string   `env:"REPORTBACK_DATA"`
	Log          string   `env:"REPORTBACK_LOG" envDefault:"text"`
	Rate         float64  `env:"REPORTBACK_RATE" envDefault:"1"`   // segments a second for each sender; 0: no bound
	Calls        int      `env:"REPORTBACK_CALLS" envDefault:"32"` // calls to the provider under way at once, of one process
	Traces       string   `env:"OTEL_EXPORTER_OTLP_ENDPOINT"`      // where traces go; "": nowhere
	Proxy        string   `env:"REPORTBACK_PROXY"`                 // what stands in front: how many proxies, or their networks
	Metrics      string   `env:"REPORTBACK_METRICS"`               // listener of metrics and readiness; "": loopback, "off": none
	Keys         []Secret `env:"REPORTBACK_KEY" envSeparator:","`  // secrets in the database are sealed with the first; none: in the clear
	OnStop       string   `env:"REPORTBACK_ON_STOP"`               // a program that hears when sending stops and goes on; "": none

	// TestAhead sets the machine's clock ahead: for tests on a demo's folder. Serving for real refuses it.
	TestAhead time.Duration `env:"REPORTBACK_TEST_AHEAD"`
}

// Load reads the environment. The error joins every fault.
func Load() (Config, error) {
	var c Config
	faults := unread(env.Parse(&c)) // what cannot be read is left out, and the rest is looked at all the same
	fault := func(name, format string, args ...any) {
		faults = append(faults, fmt.Errorf("%s: "+format, append([]any{name}, args...)...))
	}
	if c.Log != "text" && c.Log != "json" {
		fault("REPORTBACK_LOG", "must be text or json, not %q", c.Log)
	}
	if c.Zone != "" {
		if _, err := time.LoadLocation(c.Zone); err != nil || c.Zone == "Local" {
			fault("REPORTBACK_ZONE", "no time zone is named %q (an IANA name such as America/Los_Angeles)", c.Zone)
		}
	}
	if c.TestAhead < 0 {
		fault("REPORTBACK_TEST_AHEAD", "must not be below zero, not %s", c.TestAhead)
	}
	if c.Rate < 0 || c.Rate > 1000 {
		fault("REPORTBACK_RATE", "must be segments a second, from 0 (no bound) to 1000, not %v", c.Rate)
	}
	if c.Calls < 1 || c.Calls > 100 {
		fault("REPORTBACK_CALLS", "must be calls at once, from 1 to 100, not %d", c.Calls)
	}
	for _, k := range c.Keys {
		if len(k.Reveal()) != 64 || strings.Trim(strings.ToLower(k.Reveal()), "0123456789abcdef") != "" {
			fault("REPORTBACK_KEY", "must be 64 hexadecimal digits (openssl rand -hex 32), several with commas between while it is changed")
		}
	}
	if c.OnStop != "" && !filepath.IsAbs(c.OnStop) {
		fault("REPORTBACK_ON_STOP", "must be the whole path of a program, without arguments, not %q", c.OnStop)
	}
	checkURL(fault, "PUBLIC_URL", c.PublicURL)
	c.PublicURL = written(c.PublicURL)
	checkPublic(fault, c.PublicURL)
	checkURL(fault, "TWILIO_API_URL", c.TwilioAPIURL)
	for i, t := range c.AuthTokens {
		c.AuthTokens[i] = Secret(strings.TrimSpace(t.Reveal()))
	}
	if c.Data == "" {
		c.Data = "./data"
		if os.Geteuid() == 0 {
			c.Data = "/var/lib/reportback"
		}
	}
	return c, errors.Join(faults...)
}

// unread names the variables that hold no value of their kind; the library knows the fields alone.
func unread(err error) (faults []error) {
	var all env.AggregateError
	if err != nil && !errors.As(err, &all) {
		return []error{fmt.Errorf("environment: %w", err)}
	}
	for _, e := range all.Errors {
		var one env.ParseError
		if errors.As(e, &one) {
			field, _ := reflect.TypeFor[Config]().FieldByName(one.Name)
			e = fmt.Errorf("%s: cannot be read: %w", field.Tag.Get("env"), one.Err)
		}
		faults = append(faults, e)
	}
	return faults
}

func checkURL(fault func(string, string, ...any), name, v string) {
	if v == "" {
		return
	}
	u, err := url.Parse(v)
	switch {
	case err == nil && u.User != nil: // never quoted: it holds a password
		fault(name, "must be an address without a name and a password in it")
	case err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" || u.Fragment != "" || u.RawQuery != "":
		fault(name, "must be an http or https address without query, not %q", v)
	}
}

// written is an address as browsers and the provider write it: signatures and cookies go by it to the letter.
func written(v string) string {
	u, err := url.Parse(v)
	if err != nil || u.Host == "" {
		return v
	}
	return strings.TrimSuffix(u.Scheme+"://"+strings.ToLower(u.Host)+u.EscapedPath(), "/")
}

// checkPublic refuses a public address that would serve people badly: plain http carries passwords and sessions in the clear for everybody
// between, and below a path the pages' own links lead nowhere.
func checkPublic(fault func(string, string, ...any), v string) {
	u, err := url.Parse(v)
	if v == "" || err != nil || u.Host == "" {
		return
	}
	if u.Scheme == "http" && !loopback(u.Hostname()) {
		fault("PUBLIC_URL", "must begin with https: passwords would travel in the clear (put a proxy with TLS in front; docs/runbook.md has one)")
	}
	if strings.Trim(u.Path, "/") != "" {
		fault("PUBLIC_URL", "must be an address without a path, not %q: give the service a host name of its own", v)
	}
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// Local reports whether the public address is this machine to itself: then nobody comes from outside.
func (c Config) Local() bool {
	u, err := url.Parse(c.PublicURL)
	return err == nil && loopback(u.Hostname())
}

// sid reports whether v is one of the provider's ids: two letters and 32 hexadecimal digits.
func sid(kind, v string) bool {
	rest, ok := strings.CutPrefix(v, kind)
	return ok && len(rest) == 32 && strings.Trim(strings.ToLower(rest), "0123456789abcdef") == ""
}

// sender reports whether v can send: a number as E.164, or a short code.
func sender(v string) bool {
	digits, plus := strings.CutPrefix(v, "+")
	if strings.Trim(digits, "0123456789") != "" {
		return false
	}
	return plus && len(digits) >= 8 && len(digits) <= 15 || !plus && (len(digits) == 5 || len(digits) == 6)
}

// Service checks what serving needs: who sends, and what signatures are checked against. An empty token would let anybody sign.
func (c Config) Service() error {
	var faults []error
	need := func(name, v, what string) {
		if v == "" {
			faults = append(faults, fmt.Errorf("%s: needed: %s", name, what))
		}
	}
	need("PUBLIC_URL", c.PublicURL, "the address that Twilio and people see, such as https://reportback.example.org")
	need("TWILIO_ACCOUNT_SID", c.AccountSID, "the account, AC and 32 characters")
	if len(c.AuthTokens) == 0 {
		need("TWILIO_AUTH_TOKEN", "", "the account's auth token (a comma list while it is rotated)")
	}
	for _, t := range c.AuthTokens {
		if t == "" {
			faults = append(faults, errors.New("TWILIO_AUTH_TOKEN: has an empty token, which anybody could sign with"))
		}
	}
	if c.TestAhead != 0 {
		faults = append(faults, errors.New("REPORTBACK_TEST_AHEAD: moves the clock for tests, and no text may go by it"))
	}
	if c.From == "" && c.MessagingSID == "" {
		need("TWILIO_FROM", "", "the sending number, or TWILIO_MESSAGING_SERVICE_SID")
	}
	malformed := func(name, v, what string, ok bool) {
		if v != "" && !ok {
			faults = append(faults, fmt.Errorf("%s: must be %s", name, what))
		}
	}
	malformed("TWILIO_ACCOUNT_SID", c.AccountSID, "AC and 32 hexadecimal digits", sid("AC", c.AccountSID))
	malformed("TWILIO_MESSAGING_SERVICE_SID", c.MessagingSID, "MG and 32 hexadecimal digits", sid("MG", c.MessagingSID))
	malformed("TWILIO_FROM", c.From, "a number such as +12065550100", sender(c.From))
	return errors.Join(faults...)
}

// Shared checks what one half of the service needs: the database and the queue that both halves see.
func (c Config) Shared() error {
	var faults []error
	if c.DatabaseURL == "" {
		faults = append(faults, errors.New("DATABASE_URL: needed by web and worker"))
	}
	if c.RedisURL == "" {
		faults = append(faults, errors.New("REDIS_URL: needed by web and worker"))
	}
	return errors.Join(faults...)
}

// Tokens returns the auth tokens themselves.
func (c Config) Tokens() []string {
	out := make([]string, 0, len(c.AuthTokens))
	for _, t := range c.AuthTokens {
		if t != "" {
			out = append(out, t.Reveal())
		}
	}
	return out
}

// SecretKeys returns the keys that secrets in the database are sealed with: the first seals, all open.
func (c Config) SecretKeys() [][]byte {
	out := make([][]byte, len(c.Keys))
	for i, k := range c.Keys {
		out[i], _ = hex.DecodeString(k.Reveal()) // Load refuses what is none
	}
	return out
}
