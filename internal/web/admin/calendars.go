package admin

import (
	"net/http"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
)

type calendarsData struct {
	base
	Link, For string // shown once, right after it was made
	Rows      []calendarItem
}

type calendarItem struct {
	ID, Name string
	Own      bool
	Since    stamp
}

// calendarsPage makes and takes back the links by which calendar programs read feeds: one's own and organizers'.
func calendarsPage() pageDef {
	return pageDef{
		name: "calendars", title: "Calendar links", still: true, path: "/calendars", least: anyStaff, data: calendarsData{}, show: showCalendars,
		acts: []actDef{
			{path: "/calendars/:id/link", what: "calendar link made", do: makeCalendar},
			{path: "/calendars/:id/end", what: "calendar link ended", do: endCalendar},
		},
	}
}

func showCalendars(v *visit) (any, error) {
	d, err := v.calendars()
	return d, err
}

func (v *visit) calendars() (calendarsData, error) {
	d := calendarsData{base: v.base()}
	list, err := v.a.Read.Organizers(v.ctx())
	if err != nil {
		return d, err
	}
	people, names := []uuid.UUID{v.who.ID}, []string{v.who.Name}
	for _, p := range list {
		if p.ID != v.who.ID {
			people, names = append(people, p.ID), append(names, p.Name)
		}
	}
	since, err := v.a.Read.CalendarLinks(v.ctx(), people)
	if err != nil {
		return d, err
	}
	for i, id := range people {
		it := calendarItem{ID: id.String(), Name: names[i], Own: id == v.who.ID}
		if at, ok := since[id]; ok {
			it.Since = v.machineAt(at)
		}
		d.Rows = append(d.Rows, it)
	}
	return d, nil
}

// calendarOf returns whose link the address names: one's own or an organizer's, nobody else's.
func (v *visit) calendarOf() (uuid.UUID, string, error) {
	id, err := v.id("id")
	if err != nil {
		return id, "", err
	}
	d, err := v.calendars()
	if err != nil {
		return id, "", err
	}
	for _, r := range d.Rows {
		if r.ID == id.String() {
			return id, r.Name, nil
		}
	}
	return id, "", app.ErrNotFound
}

// makeCalendar answers with the page itself: the link is shown once and kept nowhere, not even until the next page.
func makeCalendar(v *visit) (done, error) {
	id, name, err := v.calendarOf()
	if err != nil {
		return done{}, err
	}
	link, err := v.a.Desk.CalendarLink(v.ctx(), id)
	if err != nil {
		return done{}, err
	}
	d, err := v.calendars()
	if err != nil {
		return done{}, err
	}
	d.Here, d.Link, d.For = Root+"/calendars", link, name
	return done{stream: func(http.ResponseWriter) error { return v.render(http.StatusOK, calendarsPage(), d) }}, nil
}

func endCalendar(v *visit) (done, error) {
	id, name, err := v.calendarOf()
	if err != nil {
		return done{}, err
	}
	if err := v.a.Desk.EndCalendarLink(v.ctx(), id); err != nil {
		return done{}, err
	}
	return done{say: "The calendar link of " + name + " is ended.", to: Root + "/calendars"}, nil
}

// shownOnce: the page that holds a new link is no page that can be opened again.
func (d calendarsData) shownOnce() bool { return d.Link != "" }
