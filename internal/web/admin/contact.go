package admin

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/web"
)

type contactData struct {
	base
	ID, Name, Number    string
	Preferred, Email    string
	Language, Zone      string
	BestWay             string
	Access, Dietary     string
	Relationship        string
	Kept                string // notes on the record
	Tags                string
	Assessment          string // 1 to 5, and what comes next; staff's alone
	NextStep            string
	Levels              []choice
	Organizer           string
	Organizers          []choice
	Languages           []choice
	Roles               string
	Version             string
	Texts               badge
	PhoneID             int64
	Call                call
	NoText              string
	Thread              string
	OptedOut, Undecided bool
	Added               stamp
	Consents            []consentItem
	Life                []lifeItem
	Texting             []textItem // the newest of the thread
	Plannable           bool       // they have an organizer who can be planned for
	Namesakes           []foundItem
	Merges              []mergeItem
}

func (d contactData) pageTitle() string { return d.Name }

type consentItem struct {
	What              badge
	Source, By, Words string
	Meeting           string
	At                stamp
}

// contactPage is one person with all that is kept of them.
func contactPage() pageDef {
	return pageDef{
		name: "contact", title: "Contact", path: "/contacts/:id", least: viewer, data: contactData{}, show: showContact,
		acts: []actDef{
			{path: "/contacts/:id/assess", what: "assessed somebody", do: assessContact},
			{path: "/contacts/:id/edit", what: "changed a record", do: editContact},
			{path: "/contacts/:id/write", what: "wrote a text", do: onContact(world.ActWrite)},
			{path: "/contacts/:id/restore", what: "took an opt-out back", do: onContact(world.ActRestore)},
			{path: "/contacts/:id/opt-out", what: "noted an opt-out", do: onContact(world.ActOptOut)},
			{path: "/contacts/:id/not-opt-out", what: "judged no opt-out", do: onContact(world.ActNotOptOut)},
			{path: "/contacts/:id/plan", what: "planned a one-on-one for the organizer", do: planFor},
			{path: "/contacts/:id/note", what: "noted something", do: noteContact},
			{path: "/contacts/:id/split/:merge", what: "took a merge back", do: splitContact},
		},
	}
}

// Bounds of the lists on one person's page.
const (
	consentsShown = 50
	meetingsShown = 50
	notesShown    = 50
)

// personOf reads the person that the address names.
func (v *visit) personOf() (page.PersonDetail, error) {
	id, err := v.id("id")
	if err != nil {
		return page.PersonDetail{}, err
	}
	return v.a.Read.Person(v.ctx(), id)
}

func showContact(v *visit) (any, error) {
	p, err := v.personOf()
	if errors.Is(err, app.ErrNotFound) {
		return nil, v.merged(err)
	}
	if err != nil {
		return nil, err
	}
	d := v.contactFacts(p)
	if err := v.contactChoices(&d, p); err != nil {
		return nil, err
	}
	if d.Consents, err = v.consents(p); err != nil {
		return nil, err
	}
	if p.PhoneID != 0 {
		if d.Texting, _, err = v.thread(p.PhoneID, 0, threadSize); err != nil {
			return nil, err
		}
	}
	if d.Life, err = v.life(p); err != nil {
		return nil, err
	}
	return d, v.doubles(&d, p)
}

// merged leads from a record that was merged into another to that one; none is what is said where there is none.
func (v *visit) merged(none error) error {
	id, err := v.id("id")
	if err != nil {
		return none
	}
	into, err := v.a.Read.MergedInto(v.ctx(), id)
	if err != nil {
		return none
	}
	v.sent = func(c echo.Context) error { return c.Redirect(http.StatusSeeOther, contactHref(into)) }
	return nil
}

// contactFacts is what the record itself says.
func (v *visit) contactFacts(p page.PersonDetail) contactData {
	d := contactData{
		base: v.base(), ID: p.ID.String(), Name: p.Name, Number: p.Phone.Display(), Preferred: v.words(p.Preferred), Email: v.words(p.Email),
		Language: language(p.Language), Zone: p.Zone,
		BestWay: v.words(p.BestWay), Access: v.words(p.AccessNeeds), Dietary: v.words(p.DietaryNeeds), Relationship: v.words(p.Relationship),
		Kept: v.words(p.Notes), Tags: v.words(strings.Join(p.Tags, ", ")),
		Organizer: p.Organizer, Roles: v.roles(p.Roles), Version: strconv.Itoa(p.Version), Texts: mayText(p.Person), PhoneID: p.PhoneID,
		Added:    v.at(p.AddedAt, ""),
		OptedOut: p.Consent == person.ConsentNo || p.Consent == person.ConsentDoubtful, Undecided: p.Consent == person.ConsentDoubtful,
	}
	d.Call, d.NoText = callTo(p.Phone), v.noText(p.Person)
	if p.PhoneID != 0 {
		d.Thread = threadHref(p.PhoneID)
	}
	if level := strconv.Itoa(p.Assessment); v.may(anyStaff) && slices.Contains(p.Roles, person.Contact) {
		d.NextStep, d.Levels = p.NextStep, levels(d.Shown("level", strings.TrimLeft(level, "0")))
		if p.Assessment > 0 {
			d.Assessment = level
		}
	}
	d.Plannable = p.OrganizerID != uuid.Nil && slices.Contains(p.Roles, person.Contact)
	return d
}

// contactChoices fills the selects of the form.
func (v *visit) contactChoices(d *contactData, p page.PersonDetail) error {
	list, err := v.a.Read.Organizers(v.ctx())
	if err != nil {
		return err
	}
	chosen := d.Shown("organizer", p.OrganizerID.String())
	for _, o := range list {
		d.Organizers = append(d.Organizers, choice{Value: o.ID.String(), Text: o.Name, Here: o.ID.String() == chosen})
	}
	d.Languages = languages(d.Shown("language", p.Language))
	return nil
}

// languages are the choices of a language; none is the organization's.
func languages(here string) []choice {
	out := []choice{{Value: "", Text: "not known", Here: here == ""}}
	for _, t := range lang.Tags() {
		out = append(out, choice{Value: string(t), Text: language(string(t)), Here: here == string(t)})
	}
	return out
}

// roles writes what somebody is.
func (v *visit) roles(list []person.Role) string {
	out := make([]string, len(list))
	for i, r := range list {
		out[i] = v.say(string(r))
	}
	return strings.Join(out, ", ")
}

func (v *visit) consents(p page.PersonDetail) ([]consentItem, error) {
	list, err := v.a.Read.Consents(v.ctx(), p.PhoneID, p.ID, consentsShown)
	if err != nil {
		return nil, err
	}
	out := make([]consentItem, len(list))
	for i, c := range list {
		it := consentItem{What: badge{"texts are OK", "good"}, Source: c.Source, By: c.By, Words: v.words(c.Words), At: v.at(c.At, "")}
		if strings.HasSuffix(c.Source, "by "+c.By) {
			it.By = "" // said already
		}
		if len([]rune(c.Words)) <= 1 {
			it.Words = "" // a digit, which the source explains
		}
		switch c.Consent {
		case person.ConsentNo:
			it.What = badge{"no texts", "bad"}
		case person.ConsentDoubtful:
			it.What = badge{"perhaps no texts", "warn"}
		case person.ConsentUnknown:
			it.What = badge{"not known", ""}
		case person.ConsentYes:
		}
		if c.Meeting != uuid.Nil {
			it.Meeting = Root + "/meetings/" + c.Meeting.String()
		}
		out[i] = it
	}
	return out, nil
}

// onContact does something to a person's phone.
func onContact(kind world.ActKind) func(*visit) (done, error) {
	return func(v *visit) (done, error) {
		id, err := v.id("id")
		if err != nil {
			return done{}, err
		}
		p, err := v.a.Read.Person(v.ctx(), id)
		if err != nil {
			return done{}, err
		}
		return v.act(p.Phone, world.Act{Kind: kind, Subject: id, Words: v.form("words")})
	}
}

// editContact writes the record as the form says it.
func editContact(v *visit) (done, error) {
	id, err := v.id("id")
	if err != nil {
		return done{}, err
	}
	version, err := strconv.Atoi(v.form("version"))
	if err != nil {
		return done{}, web.ErrBadRequest
	}
	is, err := v.a.Read.Person(v.ctx(), id)
	if err != nil {
		return done{}, err
	}
	works := slices.Contains(is.Roles, person.Staff) || slices.Contains(is.Roles, person.Admin)
	if works && id != v.who.ID && !v.may(onlyAdmin) {
		return done{say: onlyAdmins, refused: true}, nil
	}
	e := app.Edit{
		ID: id, Version: version, Name: v.form("name"), Preferred: v.form("preferred"), Email: v.form("email"), Zone: v.form("zone"),
		BestWay:     v.form("best_way"),
		AccessNeeds: v.form("access"), DietaryNeeds: v.form("dietary"), Relationship: v.form("relationship"),
		Tags: strings.Split(v.form("tags"), ","), By: v.who.ID,
	}
	if tag, ok := lang.ParseTag(v.form("language")); ok {
		e.Language = tag
	}
	if _, there := v.c.Request().PostForm["phone"]; there {
		e.SetPhone = true
		if number := v.form("phone"); number != "" {
			if e.Phone, err = sms.ParsePhone(number); err != nil {
				return done{say: "That is no phone number that we can read. Write it like 206-555-0142.", refused: true}, nil
			}
		}
	}
	if e.OrganizerID, err = v.organizer(v.form("organizer")); err != nil {
		return done{}, err
	}
	err = app.EditContact(v.ctx(), v.a.Deps, e)
	if words := app.PlainFault(err); words != "" {
		return done{say: words, refused: true}, nil
	}
	if errors.Is(err, app.ErrConflict) {
		return done{say: "Somebody else changed this record meanwhile. Please look at it again.", refused: true, to: contactHref(id)}, nil
	}
	if err != nil {
		return done{}, fmt.Errorf("edit contact: %w", err)
	}
	return done{say: "Saved."}, nil
}

// levels are the choices of an assessment.
func levels(now string) []choice {
	out := []choice{{Value: "", Text: "not said", Here: now == ""}}
	for _, n := range []string{"1", "2", "3", "4", "5"} {
		out = append(out, choice{Value: n, Text: n, Here: n == now})
	}
	return out
}

// assessContact keeps how close somebody is, and what comes next with them.
func assessContact(v *visit) (done, error) {
	id, err := v.id("id")
	if err != nil {
		return done{}, err
	}
	level := 0
	if s := v.form("level"); s != "" {
		if level, err = strconv.Atoi(s); err != nil {
			return done{}, web.ErrBadRequest
		}
	}
	err = app.AssessContact(v.ctx(), v.a.Deps, app.Assessment{ID: id, Level: level, NextStep: v.form("next"), By: v.who.ID})
	if words := app.PlainFault(err); words != "" {
		return done{say: words, refused: true}, nil
	}
	return done{say: "Saved."}, err
}

// organizer reads an organizer's id from a form; "" is nobody.
func (v *visit) organizer(id string) (uuid.UUID, error) {
	if id == "" {
		return uuid.Nil, nil
	}
	list, err := v.a.Read.Organizers(v.ctx())
	if err != nil {
		return uuid.Nil, err
	}
	for _, o := range list {
		if o.ID.String() == id {
			return o.ID, nil
		}
	}
	return uuid.Nil, web.ErrBadRequest
}
