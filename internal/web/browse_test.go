package web

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/labstack/echo/v4"

	"github.com/reportback/reportback/internal/testkit"
)

func browsed(t *testing.T, method, path string, header map[string]string) *http.Response {
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
	t.Cleanup(func() { _ = res.Body.Close() })
	return res
}

func TestAPageIsCompressedForWhoTakesIt(t *testing.T) {
	t.Parallel()
	res := browsed(t, http.MethodGet, "/long", map[string]string{"Accept-Encoding": "gzip, br"})
	z, err := gzip.NewReader(res.Body)
	if err != nil {
		t.Fatalf("%s: %v", res.Header, err)
	}
	if body, err := io.ReadAll(z); err != nil || len(body) != 6000 {
		t.Errorf("%d bytes: %v", len(body), err)
	}
	plain := browsed(t, http.MethodGet, "/long", nil)
	if body, err := io.ReadAll(plain.Body); err != nil || len(body) != 6000 || plain.Header.Get("Content-Encoding") != "" {
		t.Errorf("%d bytes, %s: %v", len(body), plain.Header, err)
	}
}

func TestHeadIsAnsweredAsGetIs(t *testing.T) {
	t.Parallel()
	for path, want := range map[string]int{"/healthz": 200, "/long": 200, "/nothing": 404} {
		res := browsed(t, http.MethodHead, path, nil)
		if body, _ := io.ReadAll(res.Body); res.StatusCode != want || len(body) != 0 {
			t.Errorf("%s: %d with %d bytes", path, res.StatusCode, len(body))
		}
	}
}

func TestAWrongMethodSaysWhichAreRight(t *testing.T) {
	t.Parallel()
	res := browsed(t, http.MethodGet, "/twilio/inbound", nil)
	if res.StatusCode != http.StatusMethodNotAllowed || !strings.Contains(res.Header.Get("Allow"), "POST") {
		t.Errorf("%d, Allow %q", res.StatusCode, res.Header.Get("Allow"))
	}
}

func TestAPersonWhoIsLostIsToldWhereToGoOn(t *testing.T) {
	t.Parallel()
	res := browsed(t, http.MethodGet, "/nothing", map[string]string{"Accept": "text/html"})
	body, _ := io.ReadAll(res.Body)
	if res.StatusCode != http.StatusNotFound || !strings.Contains(string(body), `href="/about"`) {
		t.Errorf("%d: %s", res.StatusCode, body)
	}
	program := browsed(t, http.MethodGet, "/nothing", nil)
	if body, _ := io.ReadAll(program.Body); strings.Contains(string(body), "<") {
		t.Errorf("a program gets a page: %s", body)
	}
}
