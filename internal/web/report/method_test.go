package report

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/reportback/reportback/internal/testkit"
	"github.com/reportback/reportback/internal/web"
)

func TestAWrongMethodSaysWhichAreRight(t *testing.T) {
	t.Parallel()
	p, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	e := web.New(web.Options{Log: testkit.Quiet()})
	p.Mount(e)
	for path, allow := range map[string]string{"/r/abc": "GET, HEAD, POST", "/r/style.css": "GET, HEAD"} {
		out := httptest.NewRecorder()
		e.ServeHTTP(out, httptest.NewRequest(http.MethodDelete, path, nil))
		if out.Code != http.StatusMethodNotAllowed || out.Header().Get("Allow") != allow {
			t.Errorf("DELETE %s: %d, Allow %q", path, out.Code, out.Header().Get("Allow"))
		}
	}
}
