package about_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/labstack/echo/v4"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/web/about"
)

func get(t *testing.T, f about.Facts, path, accept string) *httptest.ResponseRecorder {
	t.Helper()
	e := echo.New()
	if err := about.Mount(e, func(context.Context) (about.Facts, error) { return f, nil }); err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodGet, path, nil)
	r.Header.Set("Accept-Language", accept)
	w := httptest.NewRecorder()
	e.ServeHTTP(w, r)
	return w
}

func TestThePageSpeaksTheReadersLanguage(t *testing.T) {
	t.Parallel()
	f := about.Facts{Org: "Resident <b>Action</b>", StaffLine: "206-555-0100", Language: lang.English}
	for _, c := range []struct{ path, accept, lang, words string }{
		{"/about", "", "en", "Answer STOP at any time"},
		{"/about", "es-MX,es;q=0.9,en;q=0.8", "es", "Conteste STOP o ALTO"},
		{"/about", "fr, en;q=0.2, es;q=0.7", "es", "Puede llamarnos al <strong>206-555-0100"},
		{"/about", "de", "en", "You can call us at <strong>206-555-0100"},
		{"/about?lang=es", "en", "es", "Qué guardamos"},
		{"/about?lang=en", "es", "en", "What we keep"},
		{"/about?lang=xx", "es", "es", "Qué guardamos"},
		{"/about", "en;q=x, es;q=0.1", "es", "Qué guardamos"},
	} {
		w := get(t, f, c.path, c.accept)
		body := w.Body.String()
		if w.Code != http.StatusOK || !strings.Contains(body, `<html lang="`+c.lang+`">`) || !strings.Contains(body, c.words) ||
			w.Header().Get("Content-Language") != c.lang {
			t.Errorf("%s %q: %d %s", c.path, c.accept, w.Code, body)
		}
		if strings.Contains(body, "<b>Action") {
			t.Errorf("the name of the organization is markup: %s", body)
		}
	}
}

func TestThePageMayLoadItsStyleAndNothingElse(t *testing.T) {
	t.Parallel()
	for _, path := range []string{"/about", "/about/about.css"} {
		w := get(t, about.Facts{Org: "Org"}, path, "")
		if csp := w.Header().Get("Content-Security-Policy"); w.Code != http.StatusOK ||
			!strings.HasPrefix(csp, "default-src 'none'; style-src 'self';") || w.Header().Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: %d %q", path, w.Code, csp)
		}
		if body := w.Body.String(); strings.Contains(body, "style=") || strings.Contains(body, "<script") || strings.Contains(body, "http://") {
			t.Errorf("%s holds what its policy forbids: %s", path, body)
		}
	}
}

// TestBothLanguagesSayTheSame: as many sections and lines in each.
func TestBothLanguagesSayTheSame(t *testing.T) {
	t.Parallel()
	f := about.Facts{Org: "Org", Number: "206-555-0199", Tools: true}
	en, es := get(t, f, "/about?lang=en", "").Body.String(), get(t, f, "/about?lang=es", "").Body.String()
	for _, tag := range []string{"<section", "<h2", "<p"} {
		if a, b := strings.Count(en, tag), strings.Count(es, tag); a != b {
			t.Errorf("%s: %d in English, %d in Spanish", tag, a, b)
		}
	}
	if !strings.Contains(en, "Other programs that Org uses") || !strings.Contains(es, "Otros sistemas que Org usa") {
		t.Error("other programs that get the records are not named")
	}
	f.Tools = false
	if body := get(t, f, "/about?lang=en", "").Body.String(); strings.Contains(body, "Other programs") {
		t.Error("programs are named that there are not")
	}
}
