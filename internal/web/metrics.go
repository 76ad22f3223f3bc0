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
	lasts    *prometheus.GaugeVec
}

// NewMetrics returns a fresh registry.
func NewMetrics() *Metrics {
	m := &Metrics{
		Registry: prometheus.NewRegistry(),
		counts: prometheus.NewCounterVec(prometheus.CounterOpts{
			Namespace: "reportback", Name: "events_total",
			Help: "What happened, by kind.",
		}, []string{"event", "kind"}),
		times: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Namespace: "reportback", Name: "seconds", Help: "How long it took.",
			Buckets: prometheus.ExponentialBuckets(0.001, 2, 14),
		}, []string{"what"}),
	}
	m.lasts = prometheus.NewGaugeVec(prometheus.GaugeOpts{
		Namespace: "reportback", Name: "last_seconds",
		Help: "When it last happened here, as Unix time.",
	}, []string{"event"})
	m.Registry.MustRegister(m.counts, m.times, m.lasts, collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	// These stand at 0 from the start: to Prometheus one that begins at 1 has not increased, and the first double would ring nowhere.
	for _, c := range [][2]string{
		{"doubled_texts", "callback"},
		{"doubled_texts", "listing"},
		{"webhook_refusals", "signature"},
		{"inbound_texts", "caught_up"},
		{"sends", "refused_for_country"},
		{"refusals", "filtered"},
	} {
		m.counts.WithLabelValues(c[0], c[1])
	}
	return m
}

// Count adds one.
func (m *Metrics) Count(name, label string) {
	m.counts.WithLabelValues(name, label).Inc()
	switch name {
	case "inbound_texts", "status_callbacks", "sends", "tick":
		m.lasts.WithLabelValues(name).SetToCurrentTime()
	}
}

// Gauge is one figure that is read when somebody asks.
type Gauge struct {
	Name, Help string
	Label      string // value of the label "of", "" for none
	Value      float64
}

// Read adds figures that are read when somebody asks; what cannot be read is left out.
func (m *Metrics) Read(read func() []Gauge) { m.Registry.MustRegister(reader{read}) }

type reader struct{ read func() []Gauge }

// Describe sends nothing: the figures are not known before they are read.
func (reader) Describe(chan<- *prometheus.Desc) {}

// Collect reads the figures.
func (r reader) Collect(ch chan<- prometheus.Metric) {
	for _, g := range r.read() {
		var names, values []string
		if g.Label != "" {
			names, values = []string{"of"}, []string{g.Label}
		}
		ch <- prometheus.MustNewConstMetric(prometheus.NewDesc("reportback_"+g.Name, g.Help, names, nil), prometheus.GaugeValue, g.Value,
			values...)
	}
}

// Observe notes a duration.
func (m *Metrics) Observe(name string, d time.Duration) {
	m.times.WithLabelValues(name).Observe(d.Seconds())
}
