package admin

import (
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// lifeItem is one thing in somebody's life with us: a one-on-one, a report, a promise, an event, a note, a call, a change of the record.
type lifeItem struct {
	At          stamp
	Kind        badge
	Href, Text  string
	Status      badge
	Words, Note string
	when        time.Time
}

// Bounds of what a person's page shows of each kind.
const lifeShown = 50

// life puts everything that happened with somebody into one list, newest first.
func (v *visit) life(p page.PersonDetail) ([]lifeItem, error) {
	var all []lifeItem
	for _, part := range []func(page.PersonDetail) ([]lifeItem, error){
		v.lifeMeetings, v.lifeReports, v.lifePromises, v.lifeEvents,
		v.lifeNotes, v.lifeLines,
	} {
		list, err := part(p)
		if err != nil {
			return nil, err
		}
		all = append(all, list...)
	}
	slices.SortStableFunc(all, func(a, b lifeItem) int { return b.when.Compare(a.when) })
	return all, nil
}

func (v *visit) lifeMeetings(p page.PersonDetail) ([]lifeItem, error) {
	rows, err := v.a.Read.MeetingsOf(v.ctx(), p.ID, lifeShown)
	out := make([]lifeItem, 0, len(rows))
	for _, m := range rows {
		it := v.meeting(m)
		text := v.say("{1} and {2}", it.Organizer, it.Contact)
		if it.Place != "" {
			text += ", " + it.Place
		}
		out = append(out, lifeItem{At: it.When, Kind: badge{"one-on-one", ""}, Href: it.Href, Text: text, Status: it.Standing, when: m.ListedAt})
	}
	return out, err
}

func (v *visit) lifeReports(p page.PersonDetail) ([]lifeItem, error) {
	rows, err := v.a.Read.ReportsOn(v.ctx(), p.ID, lifeShown)
	out := make([]lifeItem, 0, len(rows))
	for _, r := range rows {
		it := v.report(r)
		out = append(out, lifeItem{
			At: it.Changed, Kind: badge{"report", ""}, Href: it.Href, Text: v.say("by {1}", it.Organizer), Status: it.Standing,
			when: r.ChangedAt,
		})
	}
	return out, err
}

func (v *visit) lifePromises(p page.PersonDetail) ([]lifeItem, error) {
	rows, err := v.a.Read.PromisesOf(v.ctx(), p.ID, lifeShown)
	out := make([]lifeItem, 0, len(rows))
	for _, r := range rows {
		it := v.promise(r)
		item := lifeItem{At: it.Due, Kind: badge{"promise by " + it.Owner, ""}, Href: it.Href, Text: it.What, Status: badge{"open", "warn"}}
		if it.Commitment {
			item.Kind.Text = "said they would"
		}
		if it.Due.Text != "" {
			item.Note = v.say("due {1}", it.Due.Text)
			item.when, _ = time.Parse(time.DateOnly, it.Due.ISO) // a day without a time is its morning
		}
		if !r.ClosedAt.IsZero() {
			item.At, item.when, item.Status = it.Closed, r.ClosedAt, badge{strings.TrimSpace("closed " + it.How), "good"}
		}
		out = append(out, item)
	}
	return out, err
}

func (v *visit) lifeEvents(p page.PersonDetail) ([]lifeItem, error) {
	rows, err := v.a.Read.EventsOf(v.ctx(), p.ID, lifeShown)
	out := make([]lifeItem, 0, len(rows))
	for _, r := range rows {
		it := lifeItem{
			At: v.at(r.At, ""), Kind: badge{"event", ""}, Href: Root + "/events/" + r.Event.String(), Text: r.Title,
			Status: badge{"on the list", ""}, when: r.At,
		}
		if r.Told {
			it.Status.Text = "said they would come"
		}
		switch {
		case r.Attended == "yes":
			it.Status = badge{"came", "good"}
		case r.Attended == "no":
			it.Status = badge{"did not come", "bad"}
		case r.Answer != "":
			it.Status = badge{map[string]string{"yes": "coming", "maybe": "not sure", "no": "cannot come"}[r.Answer], ""}
		}
		out = append(out, it)
	}
	return out, err
}

func (v *visit) lifeNotes(p page.PersonDetail) ([]lifeItem, error) {
	if !v.may(anyStaff) {
		return nil, nil
	}
	rows, err := v.a.Read.NotesOn(v.ctx(), p.ID, notesShown)
	out := make([]lifeItem, 0, len(rows))
	for _, n := range rows {
		if n.Words == "" {
			continue // of somebody erased
		}
		it := lifeItem{At: v.at(n.At, ""), Kind: badge{"note", ""}, Text: n.By, Words: n.Words, when: n.At}
		if n.Call {
			it.Kind.Text = "call"
		}
		out = append(out, it)
	}
	return out, err
}

func (v *visit) lifeLines(p page.PersonDetail) ([]lifeItem, error) {
	rows, err := v.a.Read.Timeline(v.ctx(), []page.Subject{{Kind: "person", ID: p.ID}}, timelineSize)
	out := make([]lifeItem, 0, len(rows))
	for _, l := range rows {
		if l.Actor == "" {
			l.Actor = v.nobody(l)
		}
		it := v.line(l)
		if l.What == string(change.RecordChanged) { // the words of the page, nobody's own
			it.Note = v.in.say(it.Note)
		}
		text := v.in.say(strings.TrimPrefix(it.What, "record "))
		if it.Who != "" {
			text += " " + v.say("by {1}", it.Who)
		}
		out = append(out, lifeItem{At: it.At, Kind: badge{"record", ""}, Text: text, Words: it.Words, Note: it.Note, when: l.At})
	}
	return out, err
}

// noteContact keeps a note, or that somebody called.
func noteContact(v *visit) (done, error) {
	id, err := v.id("id")
	if err != nil {
		return done{}, err
	}
	call := v.form("kind") == "call"
	err = app.KeepNote(v.ctx(), v.a.Deps, app.PersonNote{Person: id, By: v.who.ID, Call: call, Words: v.form("note")})
	if words := app.PlainFault(err); words != "" {
		return done{say: words, refused: true}, nil
	}
	if call {
		return done{say: "The call is noted."}, err
	}
	return done{say: "Noted."}, err
}

// addContact writes a contact in by hand.
func addContact(v *visit) (done, error) {
	n := app.NewContact{Name: v.form("name"), By: v.who.ID, ByName: v.who.Name}
	var err error
	if number := v.form("phone"); number != "" {
		if n.Phone, err = sms.ParsePhone(number); err != nil {
			return done{say: "That is no phone number that we can read. Write it like 206-555-0142.", refused: true}, nil
		}
	}
	if tag, ok := lang.ParseTag(v.form("language")); ok {
		n.Language = tag
	}
	if n.Organizer, err = v.organizer(v.form("organizer")); err != nil {
		return done{}, err
	}
	p, added, err := app.AddContact(v.ctx(), v.a.Deps, n)
	if words := app.PlainFault(err); words != "" {
		return done{say: words, refused: true}, nil
	}
	if err != nil {
		return done{}, err
	}
	if !added {
		return done{say: p.Name + " was there already, with this number.", to: contactHref(p.ID)}, nil
	}
	return done{say: p.Name + " is added. No text goes before somebody has asked them about texts.", to: contactHref(p.ID)}, nil
}

type mergeItem struct {
	ID, Name, By string
	At           stamp
}

// doubles says who else is called the same, and which merges can be taken back.
func (v *visit) doubles(d *contactData, p page.PersonDetail) error {
	if !v.may(anyStaff) || slices.ContainsFunc(p.Roles, func(r person.Role) bool { return r != person.Contact }) {
		return nil
	}
	same, err := v.a.Read.Namesakes(v.ctx(), p.ID, 5)
	if err != nil {
		return err
	}
	for _, o := range same {
		d.Namesakes = append(d.Namesakes, foundItem{
			Name: o.Name, Href: contactHref(p.ID) + "/merge?with=" + o.ID.String(),
			Call: callTo(o.Phone),
		})
	}
	merges, err := v.a.Deps.Store.Merges(v.ctx(), p.ID, v.now)
	for _, m := range merges {
		d.Merges = append(d.Merges, mergeItem{ID: m.ID.String(), Name: m.Name, By: m.By, At: v.at(m.At, "")})
	}
	return err
}

type mergeData struct {
	base
	ID, With, Find string
	Stays, Goes    mergeSide
	Found          []foundItem
}

// mergeSide is one of two records side by side.
type mergeSide struct {
	Name, Href, Email, Organizer string
	Call                         call
	Added                        stamp
	Life                         []lifeItem
}

// planFor plans a one-on-one with a contact for their organizer.
func planFor(v *visit) (done, error) {
	p, err := v.personOf()
	if err != nil {
		return done{}, err
	}
	if p.OrganizerID == uuid.Nil {
		return done{say: "Please give this contact an organizer first.", refused: true}, nil
	}
	organizer, err := v.a.Read.Person(v.ctx(), p.OrganizerID)
	if err != nil {
		return done{}, err
	}
	at, err := time.ParseInLocation(inputTime, v.form("at"), zoneOr(organizer.Zone, v.zone))
	if err != nil {
		return badTime(), nil
	}
	if odd, ok := v.atNight(at); ok {
		return odd, nil
	}
	return v.act(organizer.Phone, world.Act{
		Kind: world.ActPlan, At: at, Words: oneLine(v.form("place")),
		Fields: map[string]string{"contact": p.ID.String(), "name": p.Name},
	})
}
