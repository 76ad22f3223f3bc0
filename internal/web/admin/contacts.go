package admin

import (
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/web"
)

type contactsData struct {
	base
	Tabs       []tab
	Columns    []column
	Show, Sort string
	Find       string
	Organizers []choice
	Languages  []choice
	Rows       []contactItem
	Pager      pager
	Empty      string
}

type contactItem struct {
	Href, Name, Email, Organizer, Tags string
	Call                               call
	Texts                              badge
	Added                              stamp
}

// contactsPage is the list of contacts.
func contactsPage() pageDef {
	return pageDef{
		name: "contacts", title: "Contacts", menu: "Contacts", path: "/contacts", views: true,
		least: viewer, data: contactsData{}, show: showContacts,
		acts: []actDef{
			{path: "/contacts/new", what: "added a contact", do: addContact},
			{path: "/contacts/export", what: "exported contacts", do: exportShown("contacts", shownContacts)},
		},
	}
}

// contactFilter reads what the address asks for.
func (v *visit) contactFilter() (page.ContactFilter, contactsData, error) {
	f := page.ContactFilter{
		Find: v.query("q"), Consent: v.query("texts"), In: v.searches(), N: page.Size + 1,
	}
	d := contactsData{
		base: v.base(), Find: f.Find, Show: f.Consent, Sort: v.query("sort"), Languages: languages(""),
		Empty: "No contact is kept yet. They come with one-on-ones, reports and imports.",
	}
	d.Tabs = v.tabs("texts", [2]string{"", "Everybody"}, [2]string{"yes", "Texts OK"}, [2]string{"unknown", "Not asked"},
		[2]string{"no", "Opted out"}, [2]string{"doubtful", "Opt-out?"})
	by, back := v.sorted("name")
	f.Newest, f.Owned, f.Down = by == "new", by == "organizer", back
	d.Columns = v.columns("name", heading{text: "Name", by: "name"}, heading{text: "Phone and email"}, heading{text: "Texts"},
		heading{text: "Organizer", by: "organizer"}, heading{text: "Tags"}, heading{text: "Added", by: "new", down: true})
	switch f.Consent {
	case "", "yes", "no", "doubtful", "unknown":
	default:
		return f, d, web.ErrBadRequest
	}
	var err error
	if d.Organizers, f.Organizer, err = v.organizers(); err != nil {
		return f, d, err
	}
	if q := v.query("after"); q != "" {
		if f.After, err = uuid.Parse(q); err != nil {
			return f, d, web.ErrBadRequest
		}
		d.Pager.First = v.with()
	}
	return f, d, nil
}

func showContacts(v *visit) (any, error) {
	f, d, err := v.contactFilter()
	if err != nil {
		return nil, err
	}
	rows, err := v.a.Read.ContactList(v.ctx(), f)
	if err != nil {
		return nil, err
	}
	rows, more := cut(rows)
	for _, r := range rows {
		d.Rows = append(d.Rows, contactItem{
			Href: contactHref(r.ID), Name: r.Name, Call: callTo(r.Phone), Email: v.words(r.Email), Organizer: r.Organizer,
			Tags:  v.words(strings.Join(r.Tags, ", ")),
			Texts: mayText(r.Person), Added: v.at(r.AddedAt, ""),
		})
	}
	if more {
		d.Pager.Next = v.with("after", rows[len(rows)-1].ID.String())
	}
	if f.Find != "" || f.Consent != "" || f.Organizer != uuid.Nil {
		d.Empty = "Nobody fits these filters."
	}
	return d, nil
}

// recordHref is the page of somebody's record; "" where there is none, or none any more.
func recordHref(p page.Person) string {
	if p.ID == uuid.Nil || p.Name == app.ErasedName {
		return ""
	}
	return contactHref(p.ID)
}

func contactHref(id uuid.UUID) string { return Root + "/contacts/" + id.String() }
