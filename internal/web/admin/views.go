package admin

import (
	"errors"
	"net/url"
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/app/staff"
	"github.com/reportback/reportback/internal/web"
)

// viewBar is what the visitor keeps of a list: the views by name, and the one that is shown, to be kept or dropped.
type viewBar struct {
	Items       []tab
	Page, Query string // as it is shown; no Query: without a filter there is nothing to keep
	Name, ID    string // of the kept view that is shown; "" when it is none
}

// loadViews reads what the visitor keeps of this list.
func (v *visit) loadViews() error {
	list, err := v.a.Staff.Views(v.ctx(), v.who.ID)
	if err != nil {
		return err
	}
	v.views.Page, v.views.Query, _ = strings.Cut(v.with(), "?")
	for _, one := range list {
		if one.Page != v.views.Page {
			continue
		}
		here := one.Query == v.views.Query
		if here {
			v.views.Name, v.views.ID = one.Name, one.ID.String()
		}
		v.views.Items = append(v.views.Items, tab{Text: one.Name, Href: one.Page + "?" + one.Query, Here: here})
	}
	return nil
}

// given reads a field of the form, or of the address, where an undo brings it.
func (v *visit) given(name string) string {
	if s := v.form(name); s != "" {
		return s
	}
	return v.query(name)
}

// keepView keeps the list that is shown under a name.
func keepView(v *visit) (done, error) {
	name, at := oneLine(v.given("name")), v.given("page")
	asked, err := url.ParseQuery(v.given("query"))
	if err != nil || !slices.ContainsFunc(pages(), func(p pageDef) bool { return p.views && Root+p.path == at }) {
		return done{}, web.ErrBadRequest
	}
	asked.Del("after")
	query := asked.Encode()
	switch {
	case name == "" || len([]rune(name)) > 60:
		return done{say: "Please give the view a name of 1 to 60 characters.", refused: true}, nil
	case query == "" || len(query) > 1000:
		return done{say: "There is no filter here to keep.", refused: true}, nil
	}
	err = v.a.Staff.KeepView(v.ctx(), staff.View{
		ID: v.a.NewID(), Person: v.who.ID, Page: at, Query: query, Name: name, Words: asked.Get("q"), At: v.now,
	})
	if errors.Is(err, staff.ErrManyViews) {
		return done{say: "You keep fifty views already: please drop one first.", refused: true}, nil
	}
	return done{say: "Kept.", to: at + "?" + query}, err
}

// dropView drops one of the visitor's views; the list stays as it is shown.
func dropView(v *visit) (done, error) {
	id, err := v.id("id")
	if err != nil {
		return done{}, err
	}
	list, err := v.a.Staff.Views(v.ctx(), v.who.ID)
	if err != nil {
		return done{}, err
	}
	end := done{say: "The view is dropped."}
	for _, one := range list {
		if one.ID == id {
			end.undo = Root + "/views/keep?" + url.Values{"page": {one.Page}, "query": {one.Query}, "name": {one.Name}}.Encode()
		}
	}
	return end, v.a.Staff.DropView(v.ctx(), v.who.ID, id)
}
