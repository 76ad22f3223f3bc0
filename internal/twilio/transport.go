package twilio

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"strconv"
	"strings"
	"sync/atomic"
	"time"
)

// httpError is an answer that the SDK would lose or misread: not JSON, a redirect, a 429. It carries no body.
type httpError struct {
	status     int
	code       int
	retryAfter time.Duration
}

func (e *httpError) Error() string { return fmt.Sprintf("twilio http %d code %d", e.status, e.code) }

// errTooLate says that writing could not begin in time: nothing was written.
var errTooLate = errors.New("writing did not begin in time")

// maxAnswer bounds an answer that is read.
const maxAnswer = 4 << 20

// transport rewrites the base URL, reads and closes every body (the SDK leaves error bodies open, and leaks a connection for each), and
// carries the caller's context, which the SDK does not know.
type transport struct {
	base *url.URL // nil: the real Twilio
	next http.RoundTripper
}

func (t transport) RoundTrip(req *http.Request) (*http.Response, error) {
	if t.base != nil {
		req = req.Clone(req.Context())
		req.URL.Scheme, req.URL.Host, req.Host = t.base.Scheme, t.base.Host, t.base.Host
		req.URL.Path = t.base.Path + req.URL.Path
	}
	res, err := t.next.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	body, err := io.ReadAll(io.LimitReader(res.Body, maxAnswer))
	_ = res.Body.Close()
	if err != nil {
		return nil, err
	}
	res.Body = io.NopCloser(bytes.NewReader(body))
	if res.StatusCode < 300 {
		return res, nil
	}
	var j struct {
		Code int `json:"code"`
	}
	_ = json.Unmarshal(body, &j) // not JSON: an edge's page, code 0
	return nil, &httpError{status: res.StatusCode, code: j.Code, retryAfter: retryAfter(res.Header)}
}

// longestAsked bounds what a Retry-After can mean: a number may have any length.
const longestAsked = 24 * time.Hour

// retryAfter reads Retry-After: seconds, or a date (RFC 9110, 10.2.3) by the clock of who wrote it. 0 is nothing asked.
func retryAfter(h http.Header) time.Duration {
	s := strings.TrimSpace(h.Get("Retry-After"))
	if s != "" && strings.Trim(s, "0123456789.") == "" { // some write fractions
		seconds, err := strconv.ParseFloat(s, 64)
		if err != nil && !errors.Is(err, strconv.ErrRange) {
			return 0
		}
		return time.Duration(min(seconds, longestAsked.Seconds()) * float64(time.Second))
	}
	until, err := http.ParseTime(s)
	if err != nil {
		return 0
	}
	now, err := http.ParseTime(h.Get("Date"))
	if err != nil {
		now = time.Now()
	}
	return min(max(until.Sub(now), 0), longestAsked)
}

// call is one request's context, deadline to begin writing, and whether anything was written.
type call struct {
	ctx     context.Context //nolint:containedctx // the SDK takes none; this lives for one call
	beginBy time.Time
	next    http.RoundTripper
	wrote   atomic.Bool
}

func (c *call) RoundTrip(req *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithCancelCause(c.ctx)
	defer cancel(nil)
	if !c.beginBy.IsZero() { // a timer for the zero time would fire at once
		late := time.AfterFunc(time.Until(c.beginBy), func() {
			if !c.wrote.Load() {
				cancel(errTooLate)
			}
		})
		defer late.Stop()
	}
	trace := &httptrace.ClientTrace{
		GotConn: func(httptrace.GotConnInfo) {
			if !c.beginBy.IsZero() && time.Now().After(c.beginBy) {
				cancel(errTooLate)
			}
		},
		WroteHeaders: func() { c.wrote.Store(true) },
	}
	return c.next.RoundTrip(req.WithContext(httptrace.WithClientTrace(ctx, trace)))
}

// newTransport is HTTP/1 only: HTTP/2 may replay a request, which blurs "written". Idle connections end before a load balancer's would.
func newTransport(base *url.URL, connections int) http.RoundTripper {
	t := &http.Transport{
		Proxy: http.ProxyFromEnvironment, MaxIdleConns: connections, MaxIdleConnsPerHost: connections, IdleConnTimeout: 20 * time.Second,
		TLSHandshakeTimeout: 5 * time.Second, ForceAttemptHTTP2: false, Protocols: new(http.Protocols),
	}
	t.Protocols.SetHTTP1(true)
	return transport{base: base, next: t}
}
