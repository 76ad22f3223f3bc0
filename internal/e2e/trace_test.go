package e2e

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/reportback/reportback/internal/testkit"
)

// TestTracesSayWhatWasAskedAndNothingOfAnybody: a collector is told of the webhook and of the call to the provider, and of no number, name,
// word or link.
func TestTracesSayWhatWasAskedAndNothingOfAnybody(t *testing.T) {
	t.Parallel()
	var mu sync.Mutex
	var got bytes.Buffer
	collector := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var in io.Reader = r.Body
		if r.Header.Get("Content-Encoding") == "gzip" {
			z, err := gzip.NewReader(r.Body)
			if err != nil {
				w.WriteHeader(http.StatusBadRequest)
				return
			}
			in = z
		}
		mu.Lock()
		defer mu.Unlock()
		_, _ = got.ReadFrom(in)
	}))
	t.Cleanup(collector.Close)
	said := func() string {
		mu.Lock()
		defer mu.Unlock()
		return got.String()
	}
	db := cluster.Database(t)
	phone := testkit.Organizers(t, db, 1)[0]
	s := testkit.NewService(t, &binary, db, "", "OTEL_EXPORTER_OTLP_ENDPOINT="+collector.URL, "OTEL_BSP_SCHEDULE_DELAY=200")
	textUntilStored(t, s, phone, "Meet Qqmaria Lopez 206-555-0142 tomorrow 3pm at qqplace", sidOf(1))
	if res, err := http.Get(s.Base + "/r/qqlinkqqlinkqqlinkqqlink"); err == nil {
		_ = res.Body.Close()
	}
	testkit.Until(t, 30*time.Second, "the collector is told", func() bool {
		all := said()
		return strings.Contains(all, "POST /twilio/inbound") && strings.Contains(all, "provider send") && strings.Contains(all, "/r/:")
	})
	// Whole words: identifiers of spans are random bytes, among which two letters stand by chance.
	for _, never := range []string{"qqmaria", "Qqmaria", "qqplace", "qqlink", strings.TrimPrefix(phone, "+"), "5550142", testkit.Token} {
		if strings.Contains(said(), never) {
			t.Errorf("a span holds %q", never)
		}
	}
}
