package admin

import (
	"errors"
	"strings"

	"github.com/reportback/reportback/internal/app"
)

type eraseData struct {
	base
	ID, Name, Record string
}

func (d eraseData) pageTitle() string { return "Erase " + d.Name }

// erasePage says what erasing does before it is done.
func erasePage() pageDef {
	return pageDef{
		name: "erase", title: "Erase a person", still: true, path: "/contacts/:id/erase", least: onlyAdmin, data: eraseData{}, show: showErase,
		acts: []actDef{{path: "/contacts/:id/erase", what: "erased a person", least: onlyAdmin, do: erase}},
	}
}

func showErase(v *visit) (any, error) {
	p, err := v.personOf()
	if err != nil {
		return nil, err
	}
	return eraseData{base: v.base(), ID: p.ID.String(), Name: p.Name, Record: contactHref(p.ID)}, nil
}

// erase forgets a person once their name is typed: a click is done too easily for what cannot be taken back.
func erase(v *visit) (done, error) {
	p, err := v.personOf()
	if err != nil {
		return done{}, err
	}
	if !strings.EqualFold(strings.Join(strings.Fields(v.form("name")), " "), p.Name) {
		return done{say: "Nothing is erased: the name is not written as it stands here.", refused: true}, nil
	}
	err = app.Erase(v.ctx(), v.a.Deps, app.Erasing{ID: p.ID, By: v.who.ID})
	switch {
	case errors.Is(err, app.ErrEraseSelf):
		return done{say: "You cannot erase yourself: another admin has to.", refused: true}, nil
	case errors.Is(err, app.ErrHasWork):
		return done{say: "Hand their contacts and one-on-ones over first, on their page under Organizers.", refused: true}, nil
	case err != nil:
		return done{}, err
	}
	return done{say: "Erased. Names, numbers and words are gone.", to: Root + "/contacts"}, nil
}
