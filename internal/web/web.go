// Package web is the service's face to HTTP: routes, middleware, the one error table, health and metrics. It knows no database and no
// provider: what it calls is handed to it.
package web

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"strings"
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
	// Busy counts the provider's requests and the page's acts in progress, for the demo's clock; nil otherwise.
	Busy func(delta int)
}

// New returns the router with everything mounted. The caller may mount more.
func New(o Options) *echo.Echo {
	e := echo.New()
	e.HideBanner, e.HidePort = true, true
	e.IPExtractor = echo.ExtractIPDirect() // a header that anybody can send decides nothing
	e.HTTPErrorHandler = errorHandler(o.Log)
	e.Use(recoverPanics(o.Log))
	if o.Busy != nil {
		e.Use(busy(o.Busy))
	}
	e.POST("/twilio/inbound", o.Webhooks.inbound)
	e.POST("/twilio/status", o.Webhooks.status)
	e.GET("/favicon.ico", favicon)
	e.GET("/healthz", func(c echo.Context) error { return c.String(http.StatusOK, "ok\n") })
	e.GET("/readyz", ready(o.Ready))
	if o.Registry != nil {
		e.GET("/metrics", echo.WrapHandler(promhttp.HandlerFor(o.Registry, promhttp.HandlerOpts{})))
	}
	return e
}

// Server returns an http.Server with the bounds that face the open net.
func Server(addr string, h http.Handler) *http.Server {
	return &http.Server{Addr: addr, Handler: headAsGet(h), ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 15 * time.Second, IdleTimeout: 60 * time.Second, MaxHeaderBytes: 32 << 10}
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
			if act := c.Request().Method == http.MethodPost && strings.HasPrefix(c.Path(), "/admin/"); !act && !strings.HasPrefix(c.Path(), "/twilio/") {
				return next(c) // the caller who waits for rest must not wait for itself
			}
			count(1)
			defer count(-1)
			return next(c)
		}
	}
}

func ready(check func(ctx context.Context) error) echo.HandlerFunc {
	return func(c echo.Context) error {
		ctx, cancel := context.WithTimeout(c.Request().Context(), 3*time.Second)
		defer cancel()
		if err := check(ctx); err != nil {
			return c.String(http.StatusServiceUnavailable, "not ready\n")
		}
		return c.String(http.StatusOK, "ready\n")
	}
}
