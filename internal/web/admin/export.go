package admin

import (
	"fmt"
	"net/http"
	"time"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/csvio"
	"github.com/reportback/reportback/internal/core/when"
)

// export streams one export, all of it or a span of days. It is a POST: taking people's data elsewhere is an act, and is in the audit log.
func export(v *visit) (done, error) {
	what := v.form("what")
	if _, ok := csvio.Columns(what); !ok {
		return done{}, app.ErrNotFound
	}
	var span app.Span
	for name, into := range map[string]*time.Time{"from": &span.From, "to": &span.To} {
		d, ok := when.ParseDate(v.form(name))
		if !ok {
			continue // open on this side
		}
		if name == "to" {
			d = d.AddDays(1)
		}
		*into = time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, v.zone)
	}
	kind := flavour(v.form("for"))
	name := what + "-" + when.DateOf(v.now).String() + ".csv"
	return done{stream: func(w http.ResponseWriter) error {
		h := w.Header()
		h.Set("Content-Type", "text/csv; charset=utf-8")
		h.Set("Content-Disposition", `attachment; filename="`+name+`"`)
		if err := app.ExportSpan(v.ctx(), v.a.Deps, app.Wanted{What: what, Flavour: kind, Span: span}, w); err != nil {
			return fmt.Errorf("export %s: %w", what, err)
		}
		return nil
	}}, nil
}
