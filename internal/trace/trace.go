// Package trace tells an OpenTelemetry collector what was asked of the service and of the provider, and how long it took: routes, methods,
// statuses and classes. It holds no name, number, word or address of a page: a route's pattern stands for it, since a link is a secret.
package trace

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/labstack/echo/v4"
	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/resource"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	oteltrace "go.opentelemetry.io/otel/trace"

	"github.com/reportback/reportback/internal/app"
)

// Traces sends spans to a collector. A nil one sends nothing.
type Traces struct {
	provider *sdk.TracerProvider
	tracer   oteltrace.Tracer
}

// Start sends to where the environment says (OTEL_EXPORTER_OTLP_ENDPOINT and its like, as the library reads them). A collector that does
// not answer holds up nothing: spans are dropped, and the log says so.
func Start(ctx context.Context, version string, log *slog.Logger) (*Traces, error) {
	out, err := otlptracehttp.New(ctx)
	if err != nil {
		return nil, fmt.Errorf("traces: %w", err)
	}
	otel.SetErrorHandler(otel.ErrorHandlerFunc(func(error) { // an error quotes addresses
		log.WarnContext(context.WithoutCancel(ctx), "traces are not taken")
	}))
	t := &Traces{provider: sdk.NewTracerProvider(sdk.WithBatcher(out), sdk.WithResource(resource.NewSchemaless(
		attribute.String("service.name", "reportback"), attribute.String("service.version", version))))}
	t.tracer = t.provider.Tracer("reportback")
	return t, nil
}

// endWithin is how long what was not sent yet may take at the end.
const endWithin = 2 * time.Second

// Stop sends what is left.
func (t *Traces) Stop() {
	if t == nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), endWithin)
	defer cancel()
	_ = t.provider.Shutdown(ctx) // a collector that is gone is told nothing more
}

// Requests makes a span of every request.
func (t *Traces) Requests(status func(error) int) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		if t == nil {
			return next
		}
		return func(c echo.Context) error {
			r := c.Request()
			ctx, span := t.tracer.Start(r.Context(), r.Method+" "+c.Path(), oteltrace.WithSpanKind(oteltrace.SpanKindServer),
				oteltrace.WithAttributes(attribute.String("http.request.method", r.Method), attribute.String("http.route", c.Path())))
			defer span.End()
			c.SetRequest(r.WithContext(ctx))
			err := next(c)
			code := c.Response().Status
			if err != nil {
				code = status(err)
			}
			span.SetAttributes(attribute.Int("http.response.status_code", code))
			if code >= 500 {
				span.SetStatus(codes.Error, "")
			}
			return err
		}
	}
}

// Provider makes a span of every call to the provider.
func (t *Traces) Provider(p app.Provider) app.Provider {
	if t == nil {
		return p
	}
	return traced{p, t.tracer}
}

type traced struct {
	app.Provider
	tracer oteltrace.Tracer
}

// Send implements app.Provider.
func (p traced) Send(ctx context.Context, out app.Outgoing) app.Outcome {
	ctx, span := p.tracer.Start(ctx, "provider send", oteltrace.WithSpanKind(oteltrace.SpanKindClient))
	defer span.End()
	o := p.Provider.Send(ctx, out)
	span.SetAttributes(attribute.Int("provider.outcome", int(o.Kind)), attribute.Int("provider.class", int(o.Class)),
		attribute.Int("provider.code", o.Code), attribute.Int("http.response.status_code", o.HTTP))
	if o.Class != app.ClassNone {
		span.SetStatus(codes.Error, "")
	}
	return o
}

// ListInbound implements app.Provider.
func (p traced) ListInbound(ctx context.Context, within time.Duration) ([]app.Listed, error) {
	return p.listing(ctx, func(ctx context.Context) ([]app.Listed, error) { return p.Provider.ListInbound(ctx, within) })
}

// ListAll implements app.Provider.
func (p traced) ListAll(ctx context.Context, within time.Duration) ([]app.Listed, error) {
	return p.listing(ctx, func(ctx context.Context) ([]app.Listed, error) { return p.Provider.ListAll(ctx, within) })
}

// Newest implements app.Provider.
func (p traced) Newest(ctx context.Context) ([]app.Listed, error) {
	return p.listing(ctx, p.Provider.Newest)
}

func (p traced) listing(ctx context.Context, list func(context.Context) ([]app.Listed, error)) ([]app.Listed, error) {
	ctx, span := p.tracer.Start(ctx, "provider list", oteltrace.WithSpanKind(oteltrace.SpanKindClient))
	defer span.End()
	got, err := list(ctx)
	span.SetAttributes(attribute.Int("provider.listed", len(got)))
	if err != nil && !errors.Is(err, context.Canceled) {
		span.SetStatus(codes.Error, "")
	}
	return got, err
}
