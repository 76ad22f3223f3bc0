package web

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/reportback/reportback/internal/testkit"
)

// TestEveryAnswerSaysHowItIsTaken: also faults, and what is no page.
func TestEveryAnswerSaysHowItIsTaken(t *testing.T) {
	t.Parallel()
	for _, secure := range []bool{true, false} {
		h := New(Options{Secure: secure, Log: testkit.Quiet()})
		for _, path := range []string{"/healthz", "/nothing", "/favicon.ico", "/twilio/inbound"} {
			out := httptest.NewRecorder()
			h.ServeHTTP(out, httptest.NewRequest(http.MethodGet, path, nil))
			if out.Header().Get("X-Content-Type-Options") != "nosniff" || (out.Header().Get("Strict-Transport-Security") != "") != secure {
				t.Errorf("%s, by https %v: %v", path, secure, out.Header())
			}
		}
	}
}
