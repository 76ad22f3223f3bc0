package admin

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/fold"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/talk/world"
)

type organizersData struct {
	base
	Rows      []organizerItem
	Columns   []column
	Sort      string
	Find      string
	Empty     string
	Languages []choice
}

type organizerItem struct {
	ID, Href, Name, Number string
	Call                   call
	Texts                  badge
	Coming, Held, Contact  int
	Missing, NoShows       int
	Goal                   int // one-on-ones a week, 0 is none
	Debriefed, Heard       stamp
}

// manyPeople bounds the lists of those who work here: they are few.
const manyPeople = 500

// organizersPage is who does the one-on-ones, and what each has in hand.
func organizersPage() pageDef {
	return pageDef{
		name: "organizers", title: "Organizers", menu: "Organizers", path: "/organizers", views: true, least: viewer, data: organizersData{},
		show: showOrganizers,
		acts: []actDef{{path: "/organizers/new", what: "added a person", least: onlyAdmin, do: addPerson}},
	}
}

func showOrganizers(v *visit) (any, error) {
	rows, err := v.a.Read.Busy(v.ctx(), v.now, manyPeople)
	if err != nil {
		return nil, err
	}
	d := organizersData{base: v.base(), Find: v.query("q"), Languages: languages(v.form("language")), Empty: "No organizer yet."}
	by, back := v.sorted("name")
	d.Sort, d.Columns = v.query("sort"), v.columns("name", heading{text: "Name", by: "name"}, heading{"Reports missing", "missing", true},
		heading{"To come", "coming", true}, heading{"Held, 60 days", "held", true}, heading{"No-shows, 60 days", "noshow", true},
		heading{"Contacts", "contacts", true}, heading{text: "Last debrief", by: "debrief"}, heading{text: "Last heard from", by: "heard"})
	sortOrganizers(rows, by, back)
	for _, r := range rows {
		if d.Find == "" || strings.Contains(fold.Fold(r.Name), fold.Fold(d.Find)) {
			d.Rows = append(d.Rows, v.organizerItem(r))
		}
	}
	if d.Find != "" {
		d.Empty = "No organizer is called so."
	}
	return d, nil
}

// sortOrganizers puts those first whom somebody wants to look at; what is equal stays by name.
func sortOrganizers(rows []page.OrganizerRow, by string, back bool) {
	if by == "name" && back {
		slices.Reverse(rows)
		return
	}
	slices.SortStableFunc(rows, func(a, b page.OrganizerRow) int {
		if back {
			a, b = b, a
		}
		switch by {
		case "missing":
			return b.Missing - a.Missing
		case "heard":
			return a.HeardAt.Compare(b.HeardAt)
		case "coming":
			return b.Coming - a.Coming
		case "held":
			return b.Held - a.Held
		case "noshow":
			return b.NoShows - a.NoShows
		case "contacts":
			return b.Contacts - a.Contacts
		case "debrief":
			return strings.Compare(a.DebriefedOn, b.DebriefedOn)
		}
		return 0
	})
}

func (v *visit) organizerItem(r page.OrganizerRow) organizerItem {
	it := organizerItem{
		ID: r.ID.String(), Href: Root + "/organizers/" + r.ID.String(), Name: r.Name, Number: r.Phone.Display(), Call: callTo(r.Phone),
		Texts:  reached(r.Person),
		Coming: r.Coming, Held: r.Held, Missing: r.Missing, NoShows: r.NoShows, Contact: r.Contacts, Goal: r.Goal, Heard: v.at(r.HeardAt, ""),
	}
	if r.DebriefedOn != "" {
		it.Debriefed = v.day(r.DebriefedOn)
	}
	return it
}

// reached says whether texts get to somebody who works here: being added is their consent.
func reached(p page.Person) badge {
	if p.Consent == person.ConsentUnknown {
		p.Consent = person.ConsentYes
	}
	return mayText(p)
}

type organizerData struct {
	base
	organizerItem
	Record, Thread string
	Locked         bool
	Phone          bool
	Meetings       []meetingItem
	Handovers      []handoverItem // that can be taken back
	Timeline       []lineItem
}

func (d organizerData) pageTitle() string { return d.Name }

// organizerPage is one organizer's work.
func organizerPage() pageDef {
	return pageDef{
		name: "organizer", title: "Organizer", path: "/organizers/:id", least: viewer, data: organizerData{}, show: showOrganizer,
		acts: []actDef{
			{path: "/organizers/:id/hand-back/:handover", what: "took a hand-over back", do: handBack},
			{path: "/organizers/:id/lock", what: "locked a phone", do: onContact(world.ActLock)},
			{path: "/organizers/:id/unlock", what: "unlocked a phone", do: onContact(world.ActUnlock)},
			{path: "/organizers/:id/goal", what: "changed an organizer's goal", do: setOwnGoal},
			{path: "/organizers/:id/nudge", what: "nudged about reports", do: nudge},
		},
	}
}

// GoalShown is the goal as the form's field has it.
func (o organizerItem) GoalShown() string {
	if o.Goal == 0 {
		return ""
	}
	return strconv.Itoa(o.Goal)
}

// setOwnGoal keeps how many one-on-ones an organizer wants to hold a week.
func setOwnGoal(v *visit) (done, error) {
	id, err := v.id("id")
	if err != nil {
		return done{}, err
	}
	n, say := 0, "They have no goal."
	if goal := v.form("goal"); goal != "" {
		if n, err = strconv.Atoi(goal); err != nil || n < 1 {
			return done{say: "Please give a number of one-on-ones a week, or leave it empty.", refused: true}, nil
		}
		say = "The goal is " + strconv.Itoa(n) + " a week. How it goes shows it."
	}
	err = app.SetGoal(v.ctx(), v.a.Deps, id, n)
	if words := app.PlainFault(err); words != "" {
		return done{say: words, refused: true}, nil
	}
	return done{say: say}, err
}

func showOrganizer(v *visit) (any, error) {
	id, err := v.id("id")
	if err != nil {
		return nil, err
	}
	rows, err := v.a.Read.Busy(v.ctx(), v.now, manyPeople)
	if err != nil {
		return nil, err
	}
	d := organizerData{base: v.base(), Record: contactHref(id)}
	for _, r := range rows {
		if r.ID != id {
			continue
		}
		d.organizerItem, d.Locked = v.organizerItem(r), r.Locked
		if r.PhoneID != 0 {
			d.Phone, d.Thread = true, threadHref(r.PhoneID)
		}
	}
	if d.ID == "" {
		return nil, app.ErrNotFound
	}
	met, err := v.a.Read.MeetingsOf(v.ctx(), id, meetingsShown)
	if err != nil {
		return nil, err
	}
	for _, m := range met {
		d.Meetings = append(d.Meetings, v.meeting(m))
	}
	if d.Handovers, err = v.handovers(id); err != nil {
		return nil, err
	}
	d.Timeline, err = v.timeline([]page.Subject{{Kind: "person", ID: id}})
	return d, err
}

func many(n int64, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %ss", n, one)
}
