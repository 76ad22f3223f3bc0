package admin

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/page"
)

type handOverData struct {
	base
	ID, Name string
	Others   []choice
	Rows     []handItem
	Past     int // that stay, of all the rows
}

func (d handOverData) pageTitle() string { return "Hand over what " + d.Name + " has" }

// handItem is what is handed over of one contact.
type handItem struct {
	ID, Href, Name string
	Call           call
	What           string // what goes
	Next           stamp
	Stays          string
	Ticked         bool
}

// handoverItem is a hand-over that can still be taken back.
type handoverItem struct {
	ID, To, By string
	At         stamp
}

// handOverPage shows what would go to another organizer and what would stay, before it does.
func handOverPage() pageDef {
	return pageDef{
		name: "handover", title: "Hand over", still: true, path: "/organizers/:id/hand-over", least: anyStaff, data: handOverData{},
		show: showHandOver,
		acts: []actDef{{path: "/organizers/:id/hand-over", what: "handed work over", do: handOver}},
	}
}

func showHandOver(v *visit) (any, error) {
	p, err := v.personOf()
	if err != nil {
		return nil, err
	}
	d := handOverData{base: v.base(), ID: p.ID.String(), Name: p.Name}
	list, err := v.a.Read.Organizers(v.ctx())
	if err != nil {
		return nil, err
	}
	for _, o := range list {
		if o.ID != p.ID {
			d.Others = append(d.Others, choice{Value: o.ID.String(), Text: o.Name, Here: o.ID.String() == v.typed["to"]})
		}
	}
	rows, err := v.a.Read.LooksAfter(v.ctx(), p.ID, v.now)
	if err != nil {
		return nil, err
	}
	chosen := v.c.Request().PostForm["contact"]
	for _, r := range rows {
		it := v.handItem(r)
		it.Ticked = !v.refused || slices.Contains(chosen, it.ID)
		d.Rows = append(d.Rows, it)
		d.Past += r.Past
	}
	return d, nil
}

func (v *visit) handItem(r page.LookedAfter) handItem {
	it := handItem{ID: r.ID.String(), Name: r.Name, Call: callTo(r.Phone), Next: v.at(r.Next, "")}
	if r.ID == uuid.Nil {
		it.Name = "With no contact"
	} else {
		it.Href = contactHref(r.ID)
	}
	var goes []string
	if r.Theirs {
		goes = append(goes, "the contact")
	}
	for _, n := range []struct {
		n         int
		one, more string
	}{
		{r.Coming, "one-on-one to come", " one-on-ones to come"},
		{r.Promises, "promise", " promises"},
		{r.Events, "event to come", " events to come"},
	} {
		if n.n == 1 {
			goes = append(goes, "1 "+n.one)
		} else if n.n > 1 {
			goes = append(goes, strconv.Itoa(n.n)+n.more)
		}
	}
	for i, s := range goes {
		goes[i] = v.say(s)
	}
	it.What = strings.Join(goes, ", ")
	if r.Past > 0 {
		it.Stays = many(int64(r.Past), "past one-on-one")
	}
	return it
}

// handOver gives what was ticked of an organizer's work to another.
func handOver(v *visit) (done, error) {
	of, err := v.personOf()
	if err != nil {
		return done{}, err
	}
	to, err := uuid.Parse(v.form("to"))
	if err != nil {
		return done{say: "Please choose who takes over.", refused: true}, nil
	}
	only := []uuid.UUID{}
	for _, s := range v.c.Request().PostForm["contact"] {
		if id, err := uuid.Parse(s); err == nil {
			only = append(only, id)
		}
	}
	if len(only) == 0 {
		return done{say: "Please tick at least one line.", refused: true}, nil
	}
	who, err := v.a.Read.Person(v.ctx(), to)
	if errors.Is(err, app.ErrNotFound) {
		return done{say: "This person cannot take over: they need to be an organizer with a phone.", refused: true}, nil
	}
	if err != nil {
		return done{}, err
	}
	h, id, err := app.HandOver(v.ctx(), v.a.Deps, app.Handing{
		From: of.ID, To: to, Only: only, Past: v.form("past") != "", By: v.who.ID, ByName: v.who.Name, OfName: of.Name, ToName: who.Name,
	})
	switch {
	case errors.Is(err, app.ErrHanding):
		return done{say: "This person cannot take over: they need to be an organizer with a phone.", refused: true}, nil
	case err != nil:
		return done{}, err
	case h == (app.Handed{}):
		say := "Nothing went over: what was ticked is " + of.Name + "’s no more, or " + who.Name + " has it already."
		return done{say: say, refused: true}, nil
	}
	at := Root + "/organizers/" + of.ID.String()
	return done{say: "Handed to " + who.Name + ": " + handed(h) + ". " + hears(who, of), to: at, undo: at + "/hand-back/" + id.String()}, nil
}

// handed says how much went, without what was none.
func handed(h app.Handed) string {
	var parts []string
	for _, n := range []struct {
		n   int64
		one string
	}{{h.Contacts, "contact"}, {h.Meetings, "one-on-one"}, {h.Reports, "open report"}, {h.Promises, "promise"}} {
		if n.n > 0 {
			parts = append(parts, many(n.n, n.one))
		}
	}
	return strings.Join(parts, ", ")
}

// hears says who of the two gets the text about it, and whom somebody must tell.
func hears(list ...page.PersonDetail) string {
	var hear, tell []string
	for _, p := range list {
		if reached(p.Person).Tone == "good" {
			hear = append(hear, p.Name)
		} else {
			tell = append(tell, p.Name)
		}
	}
	var say []string
	switch len(hear) {
	case 1:
		say = append(say, hear[0]+" gets one text saying so.")
	case 2:
		say = append(say, hear[0]+" and "+hear[1]+" each get one text saying so.")
	}
	if len(tell) > 0 {
		say = append(say, "Texts do not reach "+strings.Join(tell, " and ")+": please tell them.")
	}
	return strings.Join(say, " ")
}

// handBack takes a hand-over back within the hour.
func handBack(v *visit) (done, error) {
	of, err := v.personOf()
	if err != nil {
		return done{}, err
	}
	id, err := v.id("handover")
	if err != nil {
		return done{}, err
	}
	list, err := v.a.Read.Organizers(v.ctx())
	if err != nil {
		return done{}, err
	}
	names := map[uuid.UUID]string{of.ID: of.Name}
	for _, o := range list {
		names[o.ID] = o.Name
	}
	h, err := app.HandBack(v.ctx(), v.a.Deps, app.HandingBack{ID: id, By: v.who.ID, ByName: v.who.Name},
		func(id uuid.UUID) string { return names[id] })
	switch {
	case errors.Is(err, app.ErrNoHandBack):
		return done{say: "That was more than an hour ago, or it is taken back already. Hand it over the other way instead.", refused: true}, nil
	case errors.Is(err, app.ErrHanding):
		return done{say: of.Name + " is no organizer with a phone any more, so nothing can go back.", refused: true}, nil
	case err != nil:
		return done{}, err
	case h == (app.Handed{}):
		return done{say: "Taken back, but nothing of it was left to return."}, nil
	}
	return done{say: of.Name + " has it again: " + handed(h) + ". Who had heard of it hears this too."}, nil
}

// handovers are those that can still be taken back.
func (v *visit) handovers(from uuid.UUID) ([]handoverItem, error) {
	list, err := v.a.Deps.Store.Handovers(v.ctx(), from, v.now)
	if err != nil {
		return nil, err
	}
	out := make([]handoverItem, len(list))
	for i, h := range list {
		out[i] = handoverItem{ID: h.ID.String(), To: h.To, By: h.By, At: v.at(h.At, "")}
	}
	return out, nil
}
