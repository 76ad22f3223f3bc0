package web

import (
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
)

// Metrics implements app.Meter for Prometheus. Labels are constants of the code: nothing about anybody.
type Metrics struct {
	Registry *prometheus.Registry
	counts   *prometheus.CounterVec
	times    *prometheus.HistogramVec
}

// NewMetrics returns a fresh registry.
func NewMetrics() *Metrics {
	m := &Metrics{
		Registry: prometheus.NewRegistry(),
		counts:   prometheus.NewCounterVec(prometheus.CounterOpts{Namespace: "reportback", Name: "events_total", Help: "What happened, by kind."}, []string{"event", "kind"}),
		times:    prometheus.NewHistogramVec(prometheus.HistogramOpts{Namespace: "reportback", Name: "seconds", Help: "How long it took.", Buckets: prometheus.ExponentialBuckets(0.001, 2, 14)}, []string{"what"}),
	}
	m.Registry.MustRegister(m.counts, m.times, collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	m.counts.WithLabelValues("doubled_texts", "callback") // the promise is a number that stands at 0
	return m
}

// Count adds one.
func (m *Metrics) Count(name, label string) { m.counts.WithLabelValues(name, label).Inc() }

// Observe notes a duration.
func (m *Metrics) Observe(name string, d time.Duration) {
	m.times.WithLabelValues(name).Observe(d.Seconds())
}
