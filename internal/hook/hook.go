// Package hook posts deliveries to other tools' addresses, as Standard Webhooks 1.0 wants them signed
// (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md). It decides nothing: when to try again is
// the use case's. It reaches no private network, whatever a name resolves to, and its errors name no address.
package hook

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/tls"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/webhook"
)

const (
	callWithin = 10 * time.Second
	maxAnswer  = 4 << 10 // bytes that are read of an answer, and thrown away
	maxURL     = 500     // bytes
	secretSize = 32      // bytes; the specification wants 24 to 64
	prefix     = "whsec_"
)

// Client posts. It implements app.HookSender.
type Client struct {
	http  *http.Client
	loose bool
}

// errNotPublic says that a name leads where no webhook may go.
var errNotPublic = errors.New("not a public address")

// New returns a client that posts to https at public addresses only. loose, for the demo alone, also takes http and this machine itself.
func New(loose bool) *Client {
	c := &Client{loose: loose}
	// The check is the last thing before a connection is made, on the address that it is made to: a name that resolves to something else the
	// second time gains nothing. A proxy of the environment would make it worthless.
	dial := &net.Dialer{Timeout: callWithin, Control: func(_, address string, _ syscall.RawConn) error { return c.allows(address) }}
	c.http = &http.Client{
		Timeout:       callWithin,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		Transport: &http.Transport{
			Proxy: nil, DialContext: dial.DialContext, ForceAttemptHTTP2: true, TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS12},
			MaxIdleConnsPerHost: 2, IdleConnTimeout: 30 * time.Second, MaxResponseHeaderBytes: 64 << 10,
		},
	}
	return c
}

// allows refuses a connection to an address that is not public.
func (c *Client) allows(address string) error {
	a, err := netip.ParseAddrPort(address)
	if err != nil {
		return errNotPublic
	}
	if ip := a.Addr().Unmap(); public(ip) || c.loose && ip.IsLoopback() {
		return nil
	}
	return errNotPublic
}

// public reports whether an address is one of the open net (IANA special-purpose registries, RFC 6890).
func public(ip netip.Addr) bool {
	if !ip.IsGlobalUnicast() || ip.IsPrivate() || ip.IsLoopback() || ip.IsLinkLocalUnicast() {
		return false
	}
	// among others fec0::/10, and 64:ff9b::/96, which leads to any IPv4 address
	if ip.Is6() && !netip.MustParsePrefix("2000::/3").Contains(ip) {
		return false
	}
	for _, p := range []string{
		"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
		"240.0.0.0/4",
		"2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
	} {
		if netip.MustParsePrefix(p).Contains(ip) {
			return false
		}
	}
	return true
}

// Check implements app.HookSender. What a name resolves to is looked at when it is posted to, not here.
func (c *Client) Check(address string) error {
	refuse := func(why string) error { return fmt.Errorf("%w: %s", app.ErrBadHook, why) }
	if len(address) > maxURL {
		return refuse("the address has more than " + strconv.Itoa(maxURL) + " characters")
	}
	u, err := url.Parse(address)
	switch {
	case err != nil, u.Hostname() == "", u.Opaque != "", strings.ContainsFunc(address, func(r rune) bool { return r <= ' ' || r == 0x7f }):
		return refuse("that is no address; it should look like https://example.org/hook")
	case u.Scheme != "https" && (!c.loose || u.Scheme != "http"):
		return refuse("the address must begin with https://")
	case u.User != nil:
		return refuse("the address must not hold a name or password")
	case u.Fragment != "":
		return refuse("the address must not hold a #")
	}
	if port := u.Port(); port != "" {
		if n, err := strconv.Atoi(port); err != nil || n < 1 || n > 65535 {
			return refuse("the port in the address is none")
		}
	}
	if ip, err := netip.ParseAddr(u.Hostname()); err == nil && c.allows(netip.AddrPortFrom(ip, 443).String()) != nil {
		return refuse("the address leads into a private network")
	}
	if !c.loose && (u.Hostname() == "localhost" || strings.HasSuffix(u.Hostname(), ".localhost")) {
		return refuse("the address leads to this machine itself")
	}
	return nil
}

// Secret implements app.HookSender: whsec_ and base64 of 32 random bytes.
func (c *Client) Secret() webhook.Secret {
	b := make([]byte, secretSize)
	_, _ = rand.Read(b) // never fails (crypto/rand)
	return webhook.NewSecret(prefix + base64.StdEncoding.EncodeToString(b))
}

// Sign returns one signature, v1 and base64 of the HMAC-SHA256 of "id.seconds.body" under the secret's bytes. at is the time of the try.
func Sign(s webhook.Secret, id string, at time.Time, body []byte) (string, error) {
	key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(s.Reveal(), prefix))
	if err != nil {
		return "", errors.New("a webhook's secret is no base64")
	}
	mac := hmac.New(sha256.New, key)
	_, _ = fmt.Fprintf(mac, "%s.%d.", id, at.Unix())
	_, _ = mac.Write(body)
	return "v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil)), nil
}

// Post implements app.HookSender. Redirects are not followed: the answer is the redirect.
func (c *Client) Post(ctx context.Context, p app.HookPost) app.HookAnswer {
	ctx, cancel := context.WithTimeout(ctx, callWithin)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, p.URL, bytes.NewReader(p.Body))
	if err != nil {
		return app.HookAnswer{Fault: app.HookNoName}
	}
	if c.Check(p.URL) != nil { // kept by a demo, or before a rule was made
		return app.HookAnswer{Fault: app.HookNotPublic}
	}
	var signatures []string
	for _, s := range p.Secrets {
		sig, err := Sign(s, p.ID.String(), p.At, p.Body)
		if err != nil {
			return app.HookAnswer{Fault: app.HookNoConnect}
		}
		signatures = append(signatures, sig)
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("User-Agent", "Reportback")
	req.Header.Set("webhook-id", p.ID.String())
	req.Header.Set("webhook-timestamp", strconv.FormatInt(p.At.Unix(), 10))
	req.Header.Set("webhook-signature", strings.Join(signatures, " "))
	res, err := c.http.Do(req)
	if err != nil {
		return app.HookAnswer{Fault: fault(err)}
	}
	_, _ = io.CopyN(io.Discard, res.Body, maxAnswer) // so that the connection can be used again; a longer answer ends it
	_ = res.Body.Close()
	return app.HookAnswer{HTTP: res.StatusCode}
}

// fault classifies an error; its text, which quotes the address, goes nowhere.
func fault(err error) app.HookFault {
	var (
		name  *net.DNSError
		cert  *tls.CertificateVerificationError
		alert tls.AlertError
		plain tls.RecordHeaderError
		slow  interface{ Timeout() bool }
	)
	switch {
	case errors.Is(err, errNotPublic):
		return app.HookNotPublic
	case errors.As(err, &name) && !name.IsTimeout:
		return app.HookNoName
	case errors.As(err, &cert), errors.As(err, &alert), errors.As(err, &plain), errors.Is(err, http.ErrSchemeMismatch):
		return app.HookTLS
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &slow) && slow.Timeout():
		return app.HookTimeout
	}
	return app.HookNoConnect
}
