package demo

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/when"
	"github.com/reportback/reportback/internal/core/zones"
	"github.com/reportback/reportback/internal/faketwilio"
)

// TownDays is how long the town's story is: it ends when the demo's clock would otherwise have begun.
const TownDays = 21

// What the folder keeps of the story: when it begins, and how many of its steps have been taken, so that a start that was cut off goes on
// where it stood.
const (
	settingTown      = "demo_town_from"
	settingTownSteps = "demo_town_steps"
)

// PrepareTown notes when the story begins and adds the people who work there; rows only, no text to anybody.
func PrepareTown(ctx context.Context, r *app.Receiver, from time.Time) error {
	if err := Seed(ctx, r); err != nil {
		return err
	}
	for _, w := range townWorkers() {
		phone, err := sms.PhoneFromE164(w.phone)
		if err != nil {
			return fmt.Errorf("town: %w", err)
		}
		if _, err := r.AddPerson(ctx, app.NewPerson{Name: w.name, Phone: phone, Role: w.role, Language: w.language}); err != nil {
			return fmt.Errorf("town %s: %w", w.role, err)
		}
	}
	if err := r.Store.SetSetting(ctx, settingTown, from.UTC().Format(time.RFC3339), true); err != nil {
		return fmt.Errorf("town: %w", err)
	}
	return nil
}

// TownFrom returns when this folder's town begins; false where there is none.
func TownFrom(ctx context.Context, s app.Store) (time.Time, bool, error) {
	settings, err := s.Settings(ctx)
	if err != nil || settings[settingTown] == "" {
		return time.Time{}, false, err
	}
	from, err := time.Parse(time.RFC3339, settings[settingTown])
	if err != nil {
		return from, false, fmt.Errorf("%s: %w", settingTown, err)
	}
	return from, true, nil
}

// town plays the story: every text goes through the webhook, the worker and the stand-in as a visitor's would.
type town struct {
	d    *Demo
	from time.Time // the first morning, in the zone
	zone *time.Location
	// hearing is whom the last question was put to, by phone: the number of the newest text that is answered.
	hearing map[string]int
}

// step is one thing that happens at its time.
type step struct {
	at time.Time
	do func(ctx context.Context) error
}

// PlayTown plays what is left of the story and opens the simulator's calls when it is over.
func (d *Demo) PlayTown(ctx context.Context) error {
	from, there, err := TownFrom(ctx, d.Store)
	if err != nil {
		return err
	}
	zone, err := zones.Load(Zone)
	if err != nil {
		return fmt.Errorf("zone: %w", err)
	}
	end := from.AddDate(0, 0, TownDays)
	if !there || !d.Clock.Now().Before(end) {
		d.playing.Store(false)
		return nil
	}
	t := &town{d: d, from: from.In(zone), zone: zone, hearing: map[string]int{}}
	settings, err := d.Store.Settings(ctx)
	if err != nil {
		return fmt.Errorf("town: %w", err)
	}
	taken, _ := strconv.Atoi(settings[settingTownSteps]) // none yet is 0
	for i, s := range t.story() {
		if s.at.After(end) {
			break
		}
		if i < taken {
			continue
		}
		if err := d.Store.SetSetting(ctx, settingTownSteps, strconv.Itoa(i+1), false); err != nil {
			return fmt.Errorf("town: %w", err)
		}
		if err := d.advance(ctx, s.at); err != nil {
			return err
		}
		if err := s.do(ctx); err != nil {
			return fmt.Errorf("town, %s: %w", s.at.Format(time.RFC3339), err)
		}
	}
	if err := d.advance(ctx, end); err != nil {
		return err
	}
	d.playing.Store(false)
	return nil
}

// Playing says that the town's story is on, so that no call comes between.
func (d *Demo) Playing() { d.playing.Store(true) }

// whenReady answers 503 while the story is played.
func (d *Demo) whenReady(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if d.playing.Load() {
			return c.JSON(http.StatusServiceUnavailable, problem{"three weeks are being played: it is " + d.Clock.Now().Format("January 2") +
				" there"})
		}
		return next(c)
	}
}

// story is every step, in the order in which it happens.
func (t *town) story() []step {
	var all []step
	for i, o := range townMeetings() {
		all = append(all, t.life(i, o)...)
	}
	for _, s := range townStrangers() {
		all = append(all, step{t.moment(s.day, s.hour, s.minute), func(ctx context.Context) error { return t.text(ctx, s.phone, s.body) }})
	}
	for _, c := range townClosed() {
		all = append(all, step{t.moment(c.day, 12, 30), func(ctx context.Context) error { return t.closes(ctx, c) }})
	}
	for _, e := range townEvents() {
		all = append(all, step{t.moment(0, 8, 30), func(ctx context.Context) error {
			_, err := app.AddEvent(ctx, t.d.Receiver.Deps, app.NewEvent{
				Title: e.title, Name: e.name, At: t.moment(e.day, 18, 0), Where: e.where,
				Bring: e.bring,
			})
			return err
		}})
	}
	slices.SortStableFunc(all, func(a, b step) int { return a.at.Compare(b.at) })
	return all
}

// moment is a wall-clock time on a day of the story.
func (t *town) moment(day, hour, minute int) time.Time {
	return time.Date(t.from.Year(), t.from.Month(), t.from.Day()+day, hour, minute, 0, 0, t.zone)
}

// said puts a one-on-one's names and days into the words of its text: {first}, {name}, {when}, {next}.
func (t *town) said(o oneOnOne, words string) string {
	at := t.moment(o.day, o.hour, 0)
	tag := lang.English
	if o.spanish {
		tag = lang.Spanish
	}
	first, _, _ := strings.Cut(o.name, " ")
	return strings.NewReplacer("{first}", first, "{name}", o.name, "{phone}", o.phone, "{place}", o.place, "{when}",
		when.Echo(tag, at, t.from.AddDate(0, 0, -40)),
		"{next}", when.EchoDay(tag, when.DateOf(at.AddDate(0, 0, 1)), when.DateOf(t.from.AddDate(0, 0, -40)))).Replace(words)
}

func (t *town) text(ctx context.Context, phone, body string) error {
	sid, status, err := t.d.Fake.Text(ctx, phone, body, "")
	if err != nil {
		return fmt.Errorf("text: %w", err)
	}
	if status >= http.StatusMultipleChoices {
		return fmt.Errorf("text: the service answered %d", status)
	}
	return t.d.afterText(ctx, sid, false)
}

// answers texts words and then answers what is asked until nothing that can be answered is: a person with the whole story in mind.
func (t *town) answers(ctx context.Context, phone, words string, known map[string]string) error {
	const most = 30 // a report has some twenty questions
	for range most {
		if err := t.text(ctx, phone, words); err != nil {
			return err
		}
		asked, err := t.asked(ctx, phone)
		if err != nil {
			return err
		}
		next, ok := known[asked]
		if !ok {
			return nil
		}
		words = next
	}
	return nil
}

// closes texts that a line of the newest morning text is done with; one that is not there any more is let be.
func (t *town) closes(ctx context.Context, c closing) error {
	list, err := t.d.textsAfter(ctx, c.phone, 0)
	if err != nil {
		return err
	}
	for i := len(list) - 1; i >= 0; i-- {
		if list[i].To != c.phone || list[i].Kind != "morning" {
			continue
		}
		before, _, there := strings.Cut(list[i].Body, ") "+c.line)
		if !there {
			return nil
		}
		return t.text(ctx, c.phone, c.by+" "+before[len(before)-1:])
	}
	return nil
}

// asked returns the kind of the newest text to a phone; "" when nothing new came.
func (t *town) asked(ctx context.Context, phone string) (string, error) {
	list, err := t.d.textsAfter(ctx, phone, t.hearing[phone])
	if err != nil {
		return "", err
	}
	kind := ""
	for _, m := range list {
		t.hearing[phone] = max(t.hearing[phone], m.N)
		if m.To == phone && m.Kind != "morning" && m.Kind != "relay" {
			kind = m.Kind
		}
	}
	return kind, nil
}

// refuse makes every text to a phone fail as the carrier would.
func (t *town) refuse(phone string) error {
	return t.d.Fake.Fault(faketwilio.Fault{Phone: phone, Deliver: "undelivered", Error: 30003, Create: json.RawMessage(nil)})
}

type worker struct {
	name, phone string
	role        person.Role
	language    lang.Tag
}
