package admin

import (
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/talk"
	"github.com/reportback/reportback/internal/core/when"
	"github.com/reportback/reportback/internal/web"
)

type promisesData struct {
	base
	Debriefs []debriefItem
	Overdue  []promiseItem
	Coming   []promiseItem
	Pager    pager
}

type debriefItem struct {
	ID, Organizer, Staff, Thread string
	On                           stamp
	Reports                      int
}

// promisesPage is what was promised and is not closed, and the debriefs that are booked.
func promisesPage() pageDef {
	return pageDef{
		name: "promises", title: "Promises and debriefs", menu: "Promises", path: "/promises", least: viewer, data: promisesData{}, show: showPromises,
		acts: []actDef{{path: "/debriefs/:id/done", what: "debrief done", do: debriefDone}},
	}
}

func showPromises(v *visit) (any, error) {
	place, err := v.promisePlace()
	if err != nil {
		return nil, err
	}
	d := promisesData{base: v.base()}
	debriefs, err := v.a.Read.OpenDebriefs(v.ctx(), shown)
	if err != nil {
		return nil, err
	}
	for _, b := range debriefs {
		it := debriefItem{ID: b.ID.String(), Organizer: b.Organizer.Name, Staff: b.Staff, On: v.day(b.On), Reports: b.Reports}
		if b.Organizer.PhoneID != 0 {
			it.Thread = threadHref(b.Organizer.PhoneID)
		}
		d.Debriefs = append(d.Debriefs, it)
	}
	rows, err := v.a.Read.OpenPromises(v.ctx(), place, page.Size+1)
	if err != nil {
		return nil, err
	}
	rows, more := cut(rows)
	today := when.DateOf(v.now).String()
	for _, p := range rows {
		if p.DueOn != "" && p.DueOn < today {
			d.Overdue = append(d.Overdue, v.promise(p))
		} else {
			d.Coming = append(d.Coming, v.promise(p))
		}
	}
	if place.ID != uuid.Nil {
		d.Pager.First = v.with()
	}
	if more {
		last := rows[len(rows)-1]
		day := last.DueOn
		if day == "" {
			day = page.NoDay
		}
		d.Pager.Next = v.with("after", day+"_"+last.ID.String())
	}
	return d, nil
}

func (v *visit) promisePlace() (page.PromisePlace, error) {
	s := v.query("after")
	if s == "" {
		return page.PromisePlace{}, nil
	}
	day, id, _ := strings.Cut(s, "_")
	_, ok := when.ParseDate(day)
	at, err := uuid.Parse(id)
	if !ok || err != nil {
		return page.PromisePlace{}, web.ErrBadRequest
	}
	return page.PromisePlace{DueOn: day, ID: at}, nil
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
	return v.act(b.Organizer.Phone, talk.Act{Kind: talk.ActDebriefed, Subject: id, Words: v.form("words")})
}
