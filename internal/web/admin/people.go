package admin

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/fold"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/web"
	"github.com/reportback/reportback/internal/web/signin"
)

type peopleData struct {
	base
	Rows      []teamItem
	Columns   []column
	Find      string
	Sort      string
	Empty     string
	Languages []choice
	Link      string // a one-time link, shown once
	LinkFor   string
}

type teamItem struct {
	ID, Href, Name   string
	Call             call
	Roles            []choice
	Is               string
	MayOpen, SignsIn bool
}

// peoplePage is who works here.
func peoplePage() pageDef {
	return pageDef{
		name: "people", title: "People", menu: "People", path: "/people", least: onlyAdmin, data: peopleData{}, show: showPeople,
		acts: []actDef{
			{path: "/people/add", what: "added a person", least: onlyAdmin, do: addPerson},
			{path: "/people/:id/roles", what: "changed roles", least: onlyAdmin, do: setRoles},
			{path: "/people/:id/link", what: "made a one-time link", least: onlyAdmin, do: newLink},
		},
	}
}

// workRoles are the roles that staff give; contacts become contacts by a one-on-one.
func workRoles() []person.Role {
	return []person.Role{person.Organizer, person.Staff, person.Admin, person.Viewer}
}

func showPeople(v *visit) (any, error) { return v.people("", "") }

// people is the page, with a new one-time link where one was made.
func (v *visit) people(link, name string) (peopleData, error) {
	rows, err := v.a.Read.Team(v.ctx(), manyPeople)
	if err != nil {
		return peopleData{}, err
	}
	d := peopleData{
		base: v.base(), Languages: languages(v.form("language")), Link: link, LinkFor: name, Find: v.query("q"), Sort: v.query("sort"),
		Empty: "Nobody yet.", Columns: v.columns("name", heading{text: "Name", by: "name"}, heading{text: "Phone"},
			heading{text: "Role", by: "role"}, heading{text: "Signed in", by: "signed"}, heading{text: "Change"}),
	}
	if d.Find != "" {
		d.Empty = "Nobody here fits that."
	}
	by, back := v.sorted("name")
	sortTeam(rows, by, back)
	for _, r := range rows {
		if !r.Fits(d.Find) {
			continue
		}
		it := teamItem{
			ID: r.ID.String(), Href: contactHref(r.ID), Name: r.Name, Call: callTo(r.Phone), Is: v.roles(r.Roles),
			SignsIn: r.SignsIn,
		}
		it.MayOpen = slices.ContainsFunc(r.Roles, signin.MayOpen)
		for _, role := range workRoles() {
			it.Roles = append(it.Roles, choice{Value: string(role), Text: string(role), Here: slices.Contains(r.Roles, role)})
		}
		d.Rows = append(d.Rows, it)
	}
	return d, nil
}

// sortTeam sorts those who work here; they come by name.
func sortTeam(rows []page.TeamRow, by string, back bool) {
	if by == "name" && back {
		slices.Reverse(rows)
		return
	}
	most := func(r page.TeamRow) int {
		n := 0
		for _, role := range r.Roles {
			n = max(n, rank(role))
		}
		return n
	}
	signed := func(r page.TeamRow) int {
		switch {
		case !slices.ContainsFunc(r.Roles, signin.MayOpen):
			return 2
		case r.SignsIn:
			return 1
		}
		return 0
	}
	slices.SortStableFunc(rows, func(a, b page.TeamRow) int {
		if back {
			a, b = b, a
		}
		switch by {
		case "role": // who may most first
			return most(b) - most(a)
		case "signed": // who has not yet first
			return signed(a) - signed(b)
		}
		return 0
	})
}

func (v *visit) receiver() *app.Receiver { return &app.Receiver{Deps: v.a.Deps} }

// addPerson adds somebody who works here. Who may open this page gets a one-time link, shown once.
func addPerson(v *visit) (done, error) {
	role, ok := person.ParseRole(v.form("role"))
	if !ok || !slices.Contains(workRoles(), role) {
		return done{}, web.ErrBadRequest
	}
	phone, err := sms.ParsePhone(v.form("phone"))
	if err != nil {
		return done{say: "That is no phone number that we can read. Write it like 206-555-0142.", refused: true}, nil
	}
	n := app.NewPerson{Name: v.form("name"), Phone: phone, Role: role, By: v.who.Name, Welcome: true}
	there, err := v.isAlready(n)
	if err != nil {
		return done{}, err
	}
	if tag, ok := lang.ParseTag(v.form("language")); ok {
		n.Language = tag
	}
	p, err := v.receiver().AddPerson(v.ctx(), n)
	if words := app.PlainFault(err); words != "" {
		return done{say: words, refused: true}, nil
	}
	if err != nil {
		return done{}, err
	}
	switch {
	case there:
		return done{say: p.Name + " was there already: nothing is changed but what you wrote."}, nil
	case role == person.Organizer:
		return done{say: p.Name + " is added, and gets the welcome text.", to: v.afterOrganizer(p)}, nil
	case !signin.MayOpen(role):
		return done{say: p.Name + " is added."}, nil
	}
	return v.linkFor(p)
}

// isAlready reports whether somebody is here already as what they would be added as.
func (v *visit) isAlready(n app.NewPerson) (bool, error) {
	list, err := v.a.Deps.Store.FindPeople(v.ctx(), n.Phone)
	for _, o := range list {
		if o.Is(n.Role) && fold.Same(o.Name, n.Name) {
			return true, nil
		}
	}
	return false, err
}

// afterOrganizer is where the page goes on when an organizer was added: to them, where they were added among their like.
func (v *visit) afterOrganizer(p person.Person) string {
	if strings.HasPrefix(v.form("back"), Root+"/organizers") {
		return Root + "/organizers/" + p.ID.String()
	}
	return ""
}

// newLink makes a one-time link for somebody; the ones before it end.
func newLink(v *visit) (done, error) {
	p, err := v.personOf()
	if err != nil {
		return done{}, err
	}
	if !slices.ContainsFunc(p.Roles, signin.MayOpen) {
		return done{say: "Only staff, admins and viewers open this page.", refused: true}, nil
	}
	return v.linkFor(person.Person{ID: p.ID, Name: p.Name})
}

// linkFor shows the link on the page itself: it is a secret and is kept nowhere.
func (v *visit) linkFor(p person.Person) (done, error) {
	link, err := v.a.Desk.FirstLink(v.ctx(), p.ID)
	if err != nil {
		return done{}, fmt.Errorf("one-time link: %w", err)
	}
	d, err := v.people(link, p.Name)
	if err != nil {
		return done{}, err
	}
	d.Here = Root + "/people"
	return done{stream: func(http.ResponseWriter) error { return v.render(http.StatusOK, peoplePage(), d) }}, nil
}

// setRoles changes what somebody is here.
func setRoles(v *visit) (done, error) {
	p, err := v.personOf()
	if err != nil {
		return done{}, err
	}
	c := app.RoleChange{Version: p.Version, By: v.who.ID}
	if slices.Contains(p.Roles, person.Contact) {
		c.Roles = append(c.Roles, person.Contact)
	}
	for _, s := range v.c.Request().PostForm["role"] {
		role, ok := person.ParseRole(s)
		if !ok || !slices.Contains(workRoles(), role) {
			return done{}, web.ErrBadRequest
		}
		c.Roles = append(c.Roles, role)
	}
	if len(c.Roles) == 0 {
		c.Roles = append(c.Roles, person.Contact) // somebody who left is still somebody
	}
	who := person.Person{ID: p.ID, Name: p.Name, Phone: p.Phone, Roles: p.Roles}
	err = v.receiver().SetRoles(v.ctx(), who, c, v.who.Name)
	if words := app.PlainFault(err); words != "" {
		return done{say: words, refused: true}, nil
	}
	if errors.Is(err, app.ErrLastAdmin) {
		return done{say: "Somebody must stay admin: make another one first.", refused: true}, nil
	}
	if err != nil {
		return done{}, err
	}
	return done{say: p.Name + ": " + v.roles(c.Roles) + "."}, nil
}

// shownOnce: the page that holds a new link is no page that can be opened again.
func (d peopleData) shownOnce() bool { return d.Link != "" }
