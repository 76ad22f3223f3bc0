package admin

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/when"
	"github.com/reportback/reportback/internal/web"
)

type promisesData struct {
	base
	Tabs       []tab
	Find, Show string
	Sort       string
	Organizers []choice
	Order      tab
	Debriefs   []debriefItem
	Overdue    []promiseItem
	Coming     []promiseItem
	Closed     []promiseItem
	Pager      pager
	Empty      string
}

type debriefItem struct {
	ID, Organizer, Staff, Thread string
	On                           stamp
	Late                         bool
	Also                         string // the days of further ones: the first that is held covers their reports too
	Reports                      int
	ReportsHref                  string
}

// promisesPage is what was promised, open or closed, and the debriefs that are booked.
func promisesPage() pageDef {
	return pageDef{
		name: "promises", title: "Promises and debriefs", menu: "Promises", path: "/promises", views: true, least: viewer, data: promisesData{},
		show: showPromises,
		acts: []actDef{
			{path: "/debriefs/:id/done", what: "debrief done", do: debriefDone},
			{path: "/debriefs/:id/reopen", what: "debrief opened again", do: reopened(app.ReopenDebrief)},
		},
	}
}

func showPromises(v *visit) (any, error) {
	d := promisesData{
		base: v.base(), Find: v.query("q"), Show: v.query("show"), Sort: v.query("sort"),
		Tabs: v.tabs("show", [2]string{"", "Open"}, [2]string{"closed", "Closed"}),
	}
	f := page.PromiseFilter{Find: d.Find, Closed: d.Show == "closed", N: page.Size + 1}
	f.Backward = f.Closed != (d.Sort == "other") // what is open by its day, what is closed the latest first
	var err error
	if d.Organizers, f.Organizer, err = v.organizers(); err != nil {
		return nil, err
	}
	if err := v.promisePlace(&f); err != nil {
		return nil, err
	}
	rows, err := v.a.Read.PromiseList(v.ctx(), f)
	if err != nil {
		return nil, err
	}
	rows, more := cut(rows)
	v.sortPromises(&d, f, rows)
	d.Order = v.promiseOrder(f)
	if f.AfterID != uuid.Nil {
		d.Pager.First = v.with()
	}
	if more {
		d.Pager.Next = v.with("after", promiseKey(f, rows[len(rows)-1]))
	}
	if !f.Closed {
		d.Debriefs, err = v.debriefs(f.Organizer)
	}
	return d, err
}

// sortPromises puts the rows where the page shows them, and says why there are none.
func (v *visit) sortPromises(d *promisesData, f page.PromiseFilter, rows []page.Promise) {
	works := map[string]bool{}
	for _, o := range d.Organizers {
		works[o.Value] = true
	}
	today := when.DateOf(v.now).String()
	for _, p := range rows {
		it := v.promise(p)
		if works[p.Owner.ID.String()] {
			it.OwnerHref = Root + "/organizers/" + p.Owner.ID.String()
		}
		switch {
		case f.Closed:
			d.Closed = append(d.Closed, it)
		case p.DueOn != "" && p.DueOn < today:
			d.Overdue = append(d.Overdue, it)
		default:
			d.Coming = append(d.Coming, it)
		}
	}
	d.Empty = "Nothing that was promised is open. Promises and commitments come from reports."
	switch {
	case f.Find != "" || f.Organizer != uuid.Nil:
		d.Empty = "Nothing fits these filters."
	case f.Closed:
		d.Empty = "Nothing is closed yet."
	}
}

// promiseOrder says how the list is sorted, with the link that turns it around.
func (v *visit) promiseOrder(f page.PromiseFilter) tab {
	text, other, sort := "earliest first", "latest first", "other"
	if f.Backward {
		text, other = other, text
	}
	if v.query("sort") == sort {
		sort = ""
	}
	return tab{Text: text, Other: other, Href: v.with("sort", sort), Here: !f.Backward}
}

// debriefs are the open ones, one for each organizer.
func (v *visit) debriefs(organizer uuid.UUID) ([]debriefItem, error) {
	list, err := v.a.Read.OpenDebriefs(v.ctx(), organizer, manyPromises)
	if err != nil {
		return nil, err
	}
	var out []debriefItem
	at := map[uuid.UUID]int{}
	for _, b := range list {
		if i, there := at[b.Organizer.ID]; there {
			out[i].Also = strings.TrimPrefix(out[i].Also+", "+v.day(b.On).Text, ", ")
			continue
		}
		it := debriefItem{
			ID: b.ID.String(), Organizer: b.Organizer.Name, Staff: b.Staff, On: v.day(b.On), Reports: b.Reports,
			Late:        b.On < when.DateOf(v.now).String(),
			ReportsHref: Root + "/reports?show=debrief&view=read&organizer=" + b.Organizer.ID.String(),
		}
		if b.Organizer.PhoneID != 0 {
			it.Thread = threadHref(b.Organizer.PhoneID)
		}
		at[b.Organizer.ID] = len(out)
		out = append(out, it)
	}
	return out, nil
}

// promiseKey names the place of a row in the list.
func promiseKey(f page.PromiseFilter, p page.Promise) string {
	if f.Closed {
		return strconv.FormatInt(p.ClosedAt.UnixMicro(), 10) + "_" + p.ID.String()
	}
	return cmp.Or(p.DueOn, page.NoDay) + "_" + p.ID.String()
}

// promisePlace reads where the list goes on.
func (v *visit) promisePlace(f *page.PromiseFilter) (err error) {
	if f.Closed {
		f.AfterAt, f.AfterID, err = v.place()
		return err
	}
	s := v.query("after")
	if s == "" {
		return nil
	}
	day, id, _ := strings.Cut(s, "_")
	_, ok := when.ParseDate(day)
	at, err := uuid.Parse(id)
	if !ok || err != nil {
		return web.ErrBadRequest
	}
	f.AfterOn, f.AfterID = day, at
	return nil
}

func debriefDone(v *visit) (done, error) {
	id, err := v.id("id")
	if err != nil {
		return done{}, err
	}
	b, err := v.a.Read.DebriefOf(v.ctx(), id)
	if err != nil {
		return done{}, err
	}
	return v.debriefed(page.Debrief{ID: id, OrganizerPhone: b.Organizer.Phone})
}
