package admin

import (
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/fold"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/when"
)

type eventsData struct {
	base
	Tabs    []tab
	Columns []column
	Rows    []eventItem
	Pager   pager
	Empty   string
	Zone    string
}

type eventItem struct {
	Href, Title     string
	When            stamp
	Place           string
	Standing        badge
	Said, Yes, Came int
	Noted           bool // who came is known of somebody
	Over            bool
}

// eventsPage is the list of events, and where one is made.
func eventsPage() pageDef {
	return pageDef{
		name: "events", title: "Events", menu: "Events", path: "/events", views: true, least: viewer, data: eventsData{}, show: showEvents,
		acts: []actDef{{path: "/events/new", what: "event made", do: addEvent}},
	}
}

func showEvents(v *visit) (any, error) {
	f := page.EventFilter{N: page.Size + 1}
	d := eventsData{base: v.base(), Zone: v.zone.String(), Tabs: v.tabs("when", [2]string{"", "Coming"}, [2]string{"past", "Past"},
		[2]string{"off", "Called off"})}
	switch v.query("when") {
	case "":
		f.From, f.Status, d.Empty = v.midnight(0), string(event.Planned), "No event is coming. Make one below: who tells an organizer that "+
			"they will be there gets check-ins."
	case "past":
		f.To, f.Status, f.Backward, d.Empty = v.now, string(event.Planned), true, "No event is past yet."
	default:
		f.Status, f.Backward, d.Empty = string(event.CalledOff), true, "No event was called off."
	}
	rows, more, err := v.eventRows(&f, &d)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		d.Rows = append(d.Rows, v.event(r))
	}
	if len(rows) > 0 {
		last := rows[len(rows)-1]
		d.Pager = v.pager(more, last.StartsAt, last.ID, "")
	}
	return d, nil
}

// manyEvents bounds what is read to be sorted otherwise than by its day: an organization has not as many.
const manyEvents = 2000

// eventRows reads the list as the address asks for it: by the day a page at a time, by anything else all at once.
func (v *visit) eventRows(f *page.EventFilter, d *eventsData) (rows []page.EventRow, more bool, err error) {
	usual := "when"
	if f.Backward {
		usual = "-when"
	}
	by, back := v.sorted(usual)
	d.Columns = v.columns(usual, heading{text: "When", by: "when"}, heading{text: "Event", by: "title"}, heading{text: "Where", by: "place"},
		heading{"Who", "who", true}, heading{text: "Status"})
	if by != "when" {
		f.N = manyEvents
		if rows, err = v.a.Read.EventList(v.ctx(), *f); err != nil {
			return nil, false, err
		}
		sortEvents(rows, by, back)
		if _, last, err := v.place(); err != nil {
			return nil, false, err
		} else if last != uuid.Nil {
			rows = rows[1+slices.IndexFunc(rows, func(r page.EventRow) bool { return r.ID == last }):]
		}
		rows, more = cut(rows)
		return rows, more, nil
	}
	f.Backward = back
	if f.AfterAt, f.AfterID, err = v.place(); err != nil {
		return nil, false, err
	}
	rows, err = v.a.Read.EventList(v.ctx(), *f)
	rows, more = cut(rows)
	return rows, more, err
}

func sortEvents(rows []page.EventRow, by string, back bool) {
	slices.SortStableFunc(rows, func(a, b page.EventRow) int {
		if back {
			a, b = b, a
		}
		switch by {
		case "title":
			return strings.Compare(fold.Fold(a.Title), fold.Fold(b.Title))
		case "place":
			return strings.Compare(fold.Fold(a.Place), fold.Fold(b.Place))
		case "who":
			return b.Said - a.Said
		}
		return 0
	})
}

func (v *visit) event(r page.EventRow) eventItem {
	return eventItem{
		Href: eventHref(r.Event), Title: r.Title, When: v.at(r.StartsAt, r.Zone), Place: r.Place, Standing: eventStanding(r.Event, v.now),
		Said: r.Said, Yes: r.Yes, Came: r.Came, Noted: r.Noted > 0,
		Over: !v.now.Before(r.StartsAt),
	}
}

func eventHref(e event.Event) string { return Root + "/events/" + e.ID.String() }

func eventStanding(e event.Event, now time.Time) badge {
	switch {
	case e.Status == event.CalledOff:
		return badge{"called off", "bad"}
	case now.After(e.Ends()):
		return badge{"over", ""}
	case !now.Before(e.StartsAt):
		return badge{"now", "good"}
	}
	return badge{"coming", "good"}
}

// addEvent makes an event from the form.
func addEvent(v *visit) (done, error) {
	at, err := time.ParseInLocation(inputTime, v.form("at"), v.zone)
	if err != nil {
		return badTime(), nil
	}
	if !at.After(v.now) {
		return done{say: "That time is past.", refused: true}, nil
	}
	if odd, ok := v.atNight(at); ok {
		return odd, nil
	}
	e, err := app.AddEvent(v.ctx(), v.a.Deps, app.NewEvent{
		Title: v.form("title"), Name: v.form("name"), ES: v.form("name_es"), At: at,
		Zone: v.zone.String(), Where: v.form("place"), Bring: v.form("bring"), By: v.who.ID,
	})
	if bad, ok := badEvent(err); ok {
		return bad, nil
	}
	if err != nil {
		return done{}, err
	}
	return done{say: "The event is made. Whoever tells an organizer that they will be there gets check-ins.", to: eventHref(e)}, nil
}

func badTime() done {
	return done{say: "Please give the day and the time, such as 2026-12-03 15:00.", refused: true}
}

// atNight asks about a time in the small hours once, as a text would: a 3 typed for 15 would be told to people.
func (v *visit) atNight(at time.Time) (done, bool) {
	if !when.InSmallHours(at) || v.form("night") == "yes" {
		return done{}, false
	}
	return done{
		say:     "That is at night: " + when.Echo(lang.English, at, v.now) + ". If it is meant so, tick the box beside the time.",
		refused: true,
	}, true
}

// badEvent turns what is wrong with an event into words for the page.
func badEvent(err error) (done, bool) {
	if !errors.Is(err, app.ErrBadEvent) {
		return done{}, false
	}
	_, why, _ := strings.Cut(err.Error(), app.ErrBadEvent.Error()+": ")
	return done{say: "Not yet: " + why + ".", refused: true}, true
}
