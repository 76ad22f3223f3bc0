package web

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/labstack/echo/v4"

	"github.com/reportback/reportback/internal/testkit"
)

// browsed asks as a browser would, and returns the answer with its body read.
func browsed(t *testing.T, method, path string, header map[string]string) (*http.Response, []byte) {
	t.Helper()
	e := New(Options{Log: testkit.Quiet()})
	e.GET("/long", func(c echo.Context) error { return Page(c, http.StatusOK, []byte(strings.Repeat("words ", 1000))) })
	srv := httptest.NewServer(Server("", e).Handler)
	t.Cleanup(srv.Close)
	r, err := http.NewRequestWithContext(t.Context(), method, srv.URL+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	for k, v := range header {
		r.Header.Set(k, v)
	}
	res, err := (&http.Transport{DisableCompression: true}).RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res, body
}

func TestAPageIsCompressedForWhoTakesIt(t *testing.T) {
	t.Parallel()
	res, small := browsed(t, http.MethodGet, "/long", map[string]string{"Accept-Encoding": "gzip, br"}) //nolint:bodyclose // browsed closes it
	z, err := gzip.NewReader(bytes.NewReader(small))
	if err != nil {
		t.Fatalf("%s: %v", res.Header, err)
	}
	if body, err := io.ReadAll(z); err != nil || len(body) != 6000 {
		t.Errorf("%d bytes: %v", len(body), err)
	}
	plain, body := browsed(t, http.MethodGet, "/long", nil) //nolint:bodyclose // browsed closes it
	if len(body) != 6000 || plain.Header.Get("Content-Encoding") != "" {
		t.Errorf("%d bytes, %s", len(body), plain.Header)
	}
}

func TestHeadIsAnsweredAsGetIs(t *testing.T) {
	t.Parallel()
	for path, want := range map[string]int{"/healthz": 200, "/long": 200, "/nothing": 404} {
		if res, body := browsed(t, http.MethodHead, path, nil); res.StatusCode != want || len(body) != 0 { //nolint:bodyclose // browsed closes it
			t.Errorf("%s: %d with %d bytes", path, res.StatusCode, len(body))
		}
	}
}

func TestAWrongMethodSaysWhichAreRight(t *testing.T) {
	t.Parallel()
	res, _ := browsed(t, http.MethodGet, "/twilio/inbound", nil) //nolint:bodyclose // browsed closes it
	if res.StatusCode != http.StatusMethodNotAllowed || !strings.Contains(res.Header.Get("Allow"), "POST") {
		t.Errorf("%d, Allow %q", res.StatusCode, res.Header.Get("Allow"))
	}
}

func TestAPersonWhoIsLostIsToldWhereToGoOn(t *testing.T) {
	t.Parallel()
	res, body := browsed(t, http.MethodGet, "/nothing", map[string]string{"Accept": "text/html"}) //nolint:bodyclose // browsed closes it
	if res.StatusCode != http.StatusNotFound || !strings.Contains(string(body), `href="/about"`) {
		t.Errorf("%d: %s", res.StatusCode, body)
	}
	if _, body := browsed(t, http.MethodGet, "/nothing", nil); strings.Contains(string(body), "<") { //nolint:bodyclose // browsed closes it
		t.Errorf("a program gets a page: %s", body)
	}
}
