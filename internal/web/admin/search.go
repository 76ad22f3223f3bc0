package admin

import (
	"github.com/reportback/reportback/internal/app/page"
)

type searchData struct {
	base
	Find     string
	People   []foundItem
	Meetings []meetingItem
	Texts    []textItem
	Many     bool
	Nothing  bool
}

type foundItem struct {
	Name, Href, Role string
	Call             call
	Thread           string
	Texts            badge
}

// searchPage looks through everything at once: names, numbers, places and the words of texts.
func searchPage() pageDef {
	return pageDef{name: "search", title: "Search", path: "/search", least: viewer, data: searchData{}, show: showSearch}
}

func showSearch(v *visit) (any, error) {
	d := searchData{base: v.base(), Find: v.query("q")}
	if d.Find == "" {
		return d, nil
	}
	found, err := v.a.Read.Search(v.ctx(), d.Find, v.searches(), page.Size)
	if err != nil {
		return nil, err
	}
	for _, p := range found.People {
		it := foundItem{Name: p.Name, Href: contactHref(p.ID), Call: callTo(p.Phone), Texts: mayText(p.Person)}
		if p.Works {
			it.Role, it.Texts = "works here", reached(p.Person)
		}
		if p.PhoneID != 0 {
			it.Thread = threadHref(p.PhoneID)
		}
		d.People = append(d.People, it)
	}
	for _, m := range found.Meetings {
		d.Meetings = append(d.Meetings, v.meeting(m))
	}
	for _, m := range found.Texts {
		d.Texts = append(d.Texts, v.text(m))
	}
	d.Many = found.Many
	d.Nothing = len(d.People)+len(d.Meetings)+len(d.Texts) == 0
	return d, nil
}

// searches is where a visitor's search may look: a viewer who could search words could guess them.
func (v *visit) searches() page.SearchIn {
	if v.may(anyStaff) {
		return page.InWords
	}
	return page.InNames
}
