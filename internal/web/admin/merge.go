package admin

import (
	"errors"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/web"
)

// mergePage shows what a merge would do, before it does it.
func mergePage() pageDef {
	return pageDef{
		name: "merge", title: "Merge two records", path: "/contacts/:id/merge", least: anyStaff, data: mergeData{}, show: showMerge,
		acts: []actDef{{path: "/contacts/:id/merge", what: "merged two records", do: mergeContacts}},
	}
}

func showMerge(v *visit) (any, error) {
	p, err := v.personOf()
	if err != nil {
		return nil, err
	}
	d := mergeData{base: v.base(), ID: p.ID.String(), With: v.query("with"), Find: v.query("q")}
	if d.With == "" {
		d.With = v.form("with")
	}
	if d.Stays, err = v.side(p); err != nil {
		return nil, err
	}
	if with, err := uuid.Parse(d.With); err == nil {
		o, err := v.a.Read.Person(v.ctx(), with)
		if err != nil {
			return nil, err
		}
		d.Goes, err = v.side(o)
		return d, err
	}
	if d.Find == "" {
		return d, nil
	}
	rows, err := v.a.Read.ContactList(v.ctx(), page.ContactFilter{Find: d.Find, N: 20})
	for _, r := range rows {
		if r.ID != p.ID {
			d.Found = append(d.Found, foundItem{
				Name: r.Name, Href: contactHref(p.ID) + "/merge?with=" + r.ID.String(), Call: callTo(r.Phone),
				Role: r.Organizer,
			})
		}
	}
	return d, err
}

func (v *visit) side(p page.PersonDetail) (mergeSide, error) {
	life, err := v.life(p)
	return mergeSide{
		Name: p.Name, Href: contactHref(p.ID), Email: v.words(p.Email), Organizer: p.Organizer, Call: callTo(p.Phone),
		Added: v.at(p.AddedAt, ""), Life: life[:min(10, len(life))],
	}, err
}

func mergeContacts(v *visit) (done, error) {
	into, err := v.id("id")
	if err != nil {
		return done{}, err
	}
	from, err := uuid.Parse(v.form("with"))
	if err != nil {
		return done{}, web.ErrBadRequest
	}
	err = app.Merge(v.ctx(), v.a.Deps, app.Merging{From: from, Into: into, By: v.who.ID})
	if errors.Is(err, app.ErrNoMerge) {
		return done{
			say:     "These two cannot be one: one of them works here, or both stand in the same one-on-one at the same time.",
			refused: true,
		}, nil
	}
	if err != nil {
		return done{}, err
	}
	return done{say: "The two records are one. It can be taken back on this page for thirty days.", to: contactHref(into)}, nil
}

func splitContact(v *visit) (done, error) {
	id, err := v.id("merge")
	if err != nil {
		return done{}, err
	}
	err = app.Split(v.ctx(), v.a.Deps, id, v.who.ID)
	if errors.Is(err, app.ErrNoSplit) {
		return done{say: "This merge cannot be taken back any more.", refused: true}, nil
	}
	return done{say: "They are two records again."}, err
}
