// Package web is the service's face to HTTP: routes, middleware, the one error table, health and metrics. It knows no database and no
// provider: what it calls is handed to it.
package web

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/reportback/reportback/internal/app"
)

// Errors that handlers return; Status maps them.
var (
	// ErrForbidden is a request that is not signed by whom it claims to be from.
	ErrForbidden = errors.New("forbidden")
	// ErrBadRequest is a request that cannot be read.
	ErrBadRequest = errors.New("bad request")
	// ErrTooLarge is a body over the bound.
	ErrTooLarge = errors.New("too large")
	// ErrNotStored is an input that could not be kept: the sender must try again.
	ErrNotStored = errors.New("not stored")
)

// Options is what a server needs.
type Options struct {
	Webhooks Webhooks
	Ready    func(ctx context.Context) error
	Registry *prometheus.Registry
	Log      *slog.Logger
	Secure   bool             // people reach it by https: browsers are told to come by nothing else
	Visitor  echo.IPExtractor // how a visitor's address is told; nil: by the connection
	// Busy counts the provider's requests and the page's acts in progress, for the demo's clock; nil otherwise.
	Busy func(delta int)
}

// New returns the router with everything mounted. The caller may mount more.
func New(o Options) *echo.Echo {
	e := echo.New()
	e.HideBanner, e.HidePort = true, true
	if e.IPExtractor = o.Visitor; o.Visitor == nil {
		e.IPExtractor = echo.ExtractIPDirect() // a header that anybody can send decides nothing
	}
	e.HTTPErrorHandler = errorHandler(o.Log)
	e.Use(recoverPanics(o.Log), plainAnswers(o.Secure))
	if o.Busy != nil {
		e.Use(busy(o.Busy))
	}
	e.Use(hurried, timed(o.Webhooks))
	e.POST("/twilio/inbound", o.Webhooks.inbound)
	e.POST("/twilio/status", o.Webhooks.status)
	e.POST("/twilio/voice", o.Webhooks.voice)
	e.GET("/favicon.ico", favicon)
	Observed(e, o)
	return e
}

// plainAnswers has browsers take every answer for what it says it is, and come by https alone where that is how we are reached.
func plainAnswers(secure bool) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			h := c.Response().Header()
			h.Set("X-Content-Type-Options", "nosniff")
			if secure {
				h.Set("Strict-Transport-Security", "max-age=31536000")
			}
			return next(c)
		}
	}
}

// Observed adds what watches the service: alive, ready, and measured where a registry is given. Metrics answer this machine alone, and no
// proxy on it that says so: they say how much is texted.
func Observed(e *echo.Echo, o Options) {
	e.GET("/healthz", func(c echo.Context) error { return c.String(http.StatusOK, "ok\n") })
	e.GET("/readyz", ready(o.Ready))
	if o.Registry != nil {
		e.GET("/metrics", near(echo.WrapHandler(promhttp.HandlerFor(o.Registry, promhttp.HandlerOpts{}))))
	}
}

// near refuses who comes over a network or through a proxy.
func near(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		r := c.Request()
		host, _, err := net.SplitHostPort(r.RemoteAddr)
		if ip := net.ParseIP(host); err != nil || ip == nil || !ip.IsLoopback() || r.Header.Get("X-Forwarded-For") != "" ||
			r.Header.Get("Forwarded") != "" {
			return echo.ErrNotFound
		}
		return next(c)
	}
}

// Watch returns the handler of the listener that is for watching alone. Who can reach it is who its address is given to.
func Watch(o Options) http.Handler {
	e := echo.New()
	e.HideBanner, e.HidePort = true, true
	e.HTTPErrorHandler = errorHandler(o.Log)
	e.Use(recoverPanics(o.Log))
	e.GET("/healthz", func(c echo.Context) error { return c.String(http.StatusOK, "ok\n") })
	e.GET("/readyz", ready(o.Ready))
	e.GET("/metrics", echo.WrapHandler(promhttp.HandlerFor(o.Registry, promhttp.HandlerOpts{})))
	return e
}

// How long an answer may take to be read. Staff download exports.
const (
	readWithin      = 2 * time.Minute
	readWithinAdmin = 15 * time.Minute
)

// hurried ends a connection whose visitor does not read: hundreds of them would hold what is to be written for ever. A stream takes its own
// limit off.
func hurried(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		within := readWithin
		if strings.HasPrefix(c.Request().URL.Path, "/admin/") {
			within = readWithinAdmin
		}
		until := time.Now().Add(within)                                      //nolint:forbidigo // a deadline of HTTP
		_ = http.NewResponseController(c.Response()).SetWriteDeadline(until) // a recorder has none
		return next(c)
	}
}

// timed measures webhooks by their address and status.
func timed(w Webhooks) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			if w.Observe == nil || !strings.HasPrefix(c.Path(), "/twilio/") {
				return next(c)
			}
			began := time.Now() //nolint:forbidigo // a measurement
			err := next(c)
			status := c.Response().Status
			if err != nil {
				status, _ = Status(err)
			}
			what := strings.TrimPrefix(c.Path(), "/twilio/")
			w.Observe("webhook_"+what, time.Since(began)) //nolint:forbidigo // a measurement
			w.Count("webhooks_"+what, strconv.Itoa(status))
			return err
		}
	}
}

// Server returns an http.Server with the bounds that face the open net.
func Server(addr string, h http.Handler) *http.Server {
	return &http.Server{
		Addr: addr, Handler: headAsGet(h), ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 15 * time.Second,
		IdleTimeout: 60 * time.Second, MaxHeaderBytes: 32 << 10,
	}
}

// Status is the one place where an error becomes a status and a constant word.
func Status(err error) (int, string) {
	var he *echo.HTTPError
	switch {
	case errors.Is(err, ErrForbidden):
		return http.StatusForbidden, "forbidden"
	case errors.Is(err, ErrTooLarge):
		return http.StatusRequestEntityTooLarge, "too large"
	case errors.Is(err, ErrBadRequest):
		return http.StatusBadRequest, "bad request"
	case errors.Is(err, ErrNotStored):
		return http.StatusServiceUnavailable, "try again"
	case errors.Is(err, app.ErrNotFound):
		return http.StatusNotFound, "not found"
	case errors.Is(err, app.ErrConflict):
		return http.StatusConflict, "changed by somebody else"
	case errors.As(err, &he):
		return he.Code, http.StatusText(he.Code)
	}
	return http.StatusInternalServerError, "a fault of ours"
}

// errorHandler answers with a status, a constant word and an id; the error itself goes to the log only.
func errorHandler(log *slog.Logger) echo.HTTPErrorHandler {
	return func(err error, c echo.Context) {
		if c.Response().Committed {
			return
		}
		code, word := Status(err)
		id := uuid.NewString()
		if code >= http.StatusInternalServerError {
			log.ErrorContext(c.Request().Context(), "request failed", "request_id", id, "path", c.Path(), "status", code, "error", err)
		}
		if wantsPage(c.Request()) {
			if werr := faultPage(c, code, id); werr != nil {
				log.WarnContext(c.Request().Context(), "answer not written", "request_id", id)
			}
			return
		}
		if werr := c.String(code, word+" ("+id+")\n"); werr != nil {
			log.WarnContext(c.Request().Context(), "answer not written", "request_id", id)
		}
	}
}

func recoverPanics(log *slog.Logger) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) (err error) {
			defer func() {
				if p := recover(); p != nil {
					if p == http.ErrAbortHandler { //nolint:errorlint // the sentinel of net/http, compared as net/http does
						panic(p)
					}
					log.ErrorContext(c.Request().Context(), "panic in a handler", "path", c.Path())
					err = echo.NewHTTPError(http.StatusInternalServerError)
				}
			}()
			return next(c)
		}
	}
}

func busy(count func(int)) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			if act := c.Request().Method == http.MethodPost && strings.HasPrefix(c.Path(), "/admin/"); !act &&
				!strings.HasPrefix(c.Path(), "/twilio/") {
				return next(c) // the caller who waits for rest must not wait for itself
			}
			count(1)
			defer count(-1)
			return next(c)
		}
	}
}

// readyWithin bounds the look: a database that hangs answers no question about itself, and who asks must hear in time.
const readyWithin = 3 * time.Second

// looks bounds the checks that may hang at once.
const looks = 8

// ready answers by a check that runs beside the request: one that hangs is not waited for.
func ready(check func(ctx context.Context) error) echo.HandlerFunc {
	var running atomic.Int32
	return func(c echo.Context) error {
		if running.Add(1) > looks {
			running.Add(-1)
			return c.String(http.StatusServiceUnavailable, "not ready: earlier looks have not ended\n")
		}
		ctx, cancel := context.WithTimeout(context.WithoutCancel(c.Request().Context()), readyWithin)
		done := make(chan error, 1)
		go func() {
			defer cancel()
			defer running.Add(-1)
			done <- check(ctx)
		}()
		select {
		case err := <-done:
			var why NotReadyError
			if errors.As(err, &why) {
				return c.String(http.StatusServiceUnavailable, "not ready: "+string(why)+"\n")
			}
			if err != nil {
				return c.String(http.StatusServiceUnavailable, "not ready\n")
			}
			return c.String(http.StatusOK, "ready\n")
		case <-time.After(readyWithin): //nolint:forbidigo // a deadline of HTTP: real time
			return c.String(http.StatusServiceUnavailable, "not ready: no answer in time\n")
		}
	}
}

type endingKey struct{}

// Ending adds to a server's context what tells its streams that the service ends. Other requests are finished: a text that is stored must
// be answered with 200.
func Ending(ctx context.Context, ends <-chan struct{}) context.Context {
	return context.WithValue(ctx, endingKey{}, ends)
}

// Ends returns what tells a stream that the service ends; nil, which never does, where nothing was added.
func Ends(ctx context.Context) <-chan struct{} {
	ends, _ := ctx.Value(endingKey{}).(<-chan struct{})
	return ends
}

// NotReadyError is a reason that whoever asks may read: constant words.
type NotReadyError string

func (n NotReadyError) Error() string { return string(n) }
