package admin

import (
	"fmt"
	"net/http"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/page"
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
	return v.download(app.Wanted{What: what, Span: span}), nil
}

// download streams an export in the flavour that the form asks for.
func (v *visit) download(want app.Wanted) done {
	want.Flavour = flavour(v.form("for"))
	name := want.What + "-" + when.DateOf(v.now).String() + ".csv"
	return done{stream: func(w http.ResponseWriter) error {
		h := w.Header()
		h.Set("Content-Type", "text/csv; charset=utf-8")
		h.Set("Content-Disposition", `attachment; filename="`+name+`"`)
		if err := app.ExportSpan(v.ctx(), v.a.Deps, want, w); err != nil {
			return fmt.Errorf("export %s: %w", want.What, err)
		}
		return nil
	}}
}

// exportStep is how many rows of a list are read at once for its export.
const exportStep = 1000

// exportShown downloads what a list shows with its filters, all pages of it; next reads one page after another and returns its ids, none at
// the end.
func exportShown(what string, next func(v *visit) (func() ([]uuid.UUID, error), error)) func(*visit) (done, error) {
	return func(v *visit) (done, error) {
		read, err := next(v)
		if err != nil {
			return done{}, err
		}
		only := map[string]bool{}
		for {
			ids, err := read()
			if err != nil {
				return done{}, err
			}
			for _, id := range ids {
				only[id.String()] = true
			}
			if len(ids) < exportStep {
				return v.download(app.Wanted{What: what, Only: only}), nil
			}
		}
	}
}

func shownContacts(v *visit) (func() ([]uuid.UUID, error), error) {
	f, _, err := v.contactFilter()
	f.N, f.After, f.Owned = exportStep, uuid.Nil, false
	return func() ([]uuid.UUID, error) {
		rows, err := v.a.Read.ContactList(v.ctx(), f)
		return idsOf(rows, func(r page.ContactRow) uuid.UUID { f.After = r.ID; return r.ID }), err
	}, err
}

func shownMeetings(v *visit) (func() ([]uuid.UUID, error), error) {
	f, _, err := v.meetingFilter()
	f.N, f.AfterAt, f.AfterID, f.Sort = exportStep, time.Time{}, uuid.Nil, page.Sort{}
	return func() ([]uuid.UUID, error) {
		rows, err := v.a.Read.MeetingList(v.ctx(), f)
		return idsOf(rows, func(r page.MeetingRow) uuid.UUID { f.AfterAt, f.AfterID = r.ListedAt, r.ID; return r.ID }), err
	}, err
}

func shownReports(v *visit) (func() ([]uuid.UUID, error), error) {
	f, _, err := v.reportFilter()
	f.N, f.AfterAt, f.AfterID, f.Sort = exportStep, time.Time{}, uuid.Nil, page.Sort{}
	return func() ([]uuid.UUID, error) {
		rows, err := v.a.Read.ReportList(v.ctx(), f)
		return idsOf(rows, func(r page.ReportRow) uuid.UUID { f.AfterAt, f.AfterID = r.ChangedAt, r.ID; return r.ID }), err
	}, err
}

func shownMessages(v *visit) (func() ([]uuid.UUID, error), error) {
	f, _, err := v.messageFilter()
	f.N, f.AfterAt, f.AfterID = exportStep, time.Time{}, uuid.Nil
	return func() ([]uuid.UUID, error) {
		rows, err := v.a.Read.MessageList(v.ctx(), f)
		return idsOf(rows, func(r page.Message) uuid.UUID { f.AfterAt, f.AfterID = r.At, r.ID; return r.ID }), err
	}, err
}

// idsOf takes each row's id and lets the reader go on after the last.
func idsOf[T any](rows []T, id func(T) uuid.UUID) []uuid.UUID {
	out := make([]uuid.UUID, len(rows))
	for i, r := range rows {
		out[i] = id(r)
	}
	return out
}
