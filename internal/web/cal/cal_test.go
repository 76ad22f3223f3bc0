package cal_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/labstack/echo/v4"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/ical"
	"github.com/reportback/reportback/internal/testkit"
	"github.com/reportback/reportback/internal/web"
	"github.com/reportback/reportback/internal/web/cal"
)

func TestAFeedIsServedToItsLinkAlone(t *testing.T) {
	t.Parallel()
	e := web.New(web.Options{Log: testkit.Quiet(), Ready: func(context.Context) error { return nil }})
	name := "Ana"
	cal.Mount(e, func(_ context.Context, token string) (ical.Calendar, error) {
		switch token {
		case "good":
			return ical.Calendar{Name: name, Entries: []ical.Entry{{
				UID: "1", Start: time.Unix(0, 0), Minutes: 5, Summary: "One-on-one",
				Status: ical.Confirmed,
			}}}, nil
		case "broken":
			return ical.Calendar{}, errors.New("the link broken of somebody")
		}
		return ical.Calendar{}, app.ErrNotFound
	})
	ask := func(method, path, match string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(method, path, nil)
		if match != "" {
			r.Header.Set("If-None-Match", match)
		}
		w := httptest.NewRecorder()
		e.ServeHTTP(w, r)
		return w
	}
	first := ask(http.MethodGet, "/cal/good.ics", "")
	tag := first.Header().Get("ETag")
	if first.Code != http.StatusOK || !strings.HasPrefix(first.Body.String(), "BEGIN:VCALENDAR\r\n") ||
		first.Header().Get(echo.HeaderContentType) != "text/calendar; charset=utf-8" || tag == "" {
		t.Errorf("%d %v", first.Code, first.Header())
	}
	for k, want := range map[string]string{
		"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
		"X-Robots-Tag": "noindex, nofollow", "Cache-Control": "private, no-cache",
	} {
		if got := first.Header().Get(k); got != want {
			t.Errorf("%s: %s", k, got)
		}
	}
	if same := ask(http.MethodGet, "/cal/good.ics", tag); same.Code != http.StatusNotModified || same.Body.Len() != 0 {
		t.Errorf("unchanged: %d", same.Code)
	}
	name = "Ana Ruiz"
	if other := ask(http.MethodGet, "/cal/good.ics", tag); other.Code != http.StatusOK {
		t.Errorf("changed: %d", other.Code)
	}
	for path, code := range map[string]int{
		"/cal/other.ics": 404, "/cal/good": 404, "/cal/.ics": 404,
		"/cal/" + strings.Repeat("a", 300) + ".ics": 404, "/cal/broken.ics": 500,
	} {
		if out := ask(http.MethodGet, path, ""); out.Code != code || strings.Contains(out.Body.String(), "broken") {
			t.Errorf("%s: %d %s", path, out.Code, out.Body)
		}
	}
	if out := ask(http.MethodPost, "/cal/good.ics", ""); out.Code != http.StatusMethodNotAllowed {
		t.Errorf("posted to: %d", out.Code)
	}
	if out := ask(http.MethodHead, "/cal/good.ics", ""); out.Code != http.StatusOK {
		t.Errorf("head: %d", out.Code)
	}
}
