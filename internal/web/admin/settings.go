package admin

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/when"
	"github.com/reportback/reportback/internal/web"
)

type settingsData struct {
	base
	Org, StaffLine, Zone string
	Languages            []choice
	Sending              string
	Modes                []choice
	Coming               []comingItem
	Thanks               bool
	Duty                 []choice
	Months               string
	Goal                 string
	Shortest             int
	Day                  string
	Hours                []hourInput
}

// hourInput is one of the hours that the organization chooses.
type hourInput struct{ Key, Label, Value string }

type comingItem struct {
	What, Who string
	Due       stamp
}

// settingsPage is what the organization decides once.
func settingsPage() pageDef {
	return pageDef{
		name: "settings", title: "Settings", still: true, menu: "Settings", path: "/settings", least: onlyAdmin, data: settingsData{},
		show: showSettings,
		acts: []actDef{
			{path: "/settings/organization", what: "changed the organization", least: onlyAdmin, do: setOrganization},
			{path: "/settings/hours", what: "changed quiet hours and reminder times", least: onlyAdmin, do: setHours},
			{path: "/settings/sending", what: "changed sending", least: onlyAdmin, do: setSending},
			{path: "/settings/thanks", what: "changed the plain thank-you", least: onlyAdmin, do: setThanks},
			{path: "/settings/duty", what: "changed who is on duty", least: onlyAdmin, do: setDuty},
			{path: "/settings/goal", what: "changed the goal", least: onlyAdmin, do: setGoal},
			{path: "/settings/retention", what: "changed how long words are kept", least: onlyAdmin, do: setRetention},
		},
	}
}

func showSettings(v *visit) (any, error) {
	kept, err := v.a.Deps.Store.Settings(v.ctx())
	if err != nil {
		return nil, err
	}
	d := settingsData{
		base: v.base(), Org: kept[app.SettingOrg], StaffLine: kept[app.SettingStaffLine], Zone: kept[app.SettingZone],
		Languages: languages(v.base().Shown("language", kept[app.SettingLanguage]))[1:],
		Sending:   kept[app.SettingSending], Thanks: kept[app.SettingThanks] != "off", Months: kept[app.SettingRetention],
		Goal:     kept[app.SettingGoal],
		Shortest: app.ShortestRetention,
	}
	v.hoursInto(&d, reminder.HoursOf(func(key string) string { return kept[key] }))
	if p, err := sms.ParsePhone(d.StaffLine); err == nil {
		d.StaffLine = p.Display()
	}
	for _, m := range modes() {
		m.Here, m.Text = m.Value == d.Sending, v.say(m.Text)
		d.Modes = append(d.Modes, m)
	}
	coming, err := v.a.Deps.Store.ComingTexts(v.ctx(), v.now, v.now.Add(time.Hour))
	if err != nil {
		return nil, err
	}
	for _, c := range coming {
		d.Coming = append(d.Coming, comingItem{What: plainRule(c.Rule), Who: c.Name, Due: v.at(c.DueAt, "")})
	}
	team, err := v.a.Read.Team(v.ctx(), manyPeople)
	if err != nil {
		return nil, err
	}
	onDuty := strings.Split(kept[app.SettingOnDuty], ",")
	for _, p := range team {
		if slices.Contains(p.Roles, person.Staff) || slices.Contains(p.Roles, person.Admin) {
			d.Duty = append(d.Duty, choice{Value: p.ID.String(), Text: p.Name, Here: slices.Contains(onDuty, p.ID.String())})
		}
	}
	return d, nil
}

func modes() []choice {
	return []choice{
		{Value: string(reminder.SendingOff), Text: "off: nothing leaves; what comes in is kept"},
		{Value: string(reminder.SendingTeam), Text: "team: only organizers and staff get texts"},
		{Value: string(reminder.SendingOn), Text: "on: contacts get texts too"},
	}
}

// setting writes one.
func (v *visit) setting(key, value string) error {
	if err := v.a.Deps.Store.SetSetting(v.ctx(), key, value, false); err != nil {
		return fmt.Errorf("setting %s: %w", key, err)
	}
	return nil
}

func setOrganization(v *visit) (done, error) {
	name, line := strings.Join(strings.Fields(v.form("org")), " "), v.form("staff_line")
	tag, ok := lang.ParseTag(v.form("language"))
	phone, err := sms.ParsePhone(line)
	switch {
	case name == "" || len([]rune(name)) > 60:
		return done{say: "The name must have 1 to 60 characters: every first text holds it.", refused: true}, nil
	case line != "" && err != nil:
		return done{say: "The staff line is no phone number that we can read.", refused: true}, nil
	case !when.KnownZone(v.form("zone")):
		return done{say: "No time zone has that name. Write it like America/Los_Angeles.", refused: true}, nil
	case !ok:
		return done{}, web.ErrBadRequest
	}
	if line != "" {
		line = phone.E164()
	}
	values := map[string]string{
		app.SettingOrg: name, app.SettingStaffLine: line, app.SettingZone: v.form("zone"),
		app.SettingLanguage: string(tag),
	}
	if err := v.a.Deps.Store.SetSettings(v.ctx(), values); err != nil {
		return done{}, fmt.Errorf("set the organization: %w", err)
	}
	if _, err := app.Retime(v.ctx(), v.a.Deps); err != nil { // the zone is that of everybody who has none of their own
		return done{}, err
	}
	return done{say: "Saved. Texts from now on say so."}, nil
}

// hoursInto puts the hours into the page, each under its name.
func (v *visit) hoursInto(d *settingsData, h reminder.Hours) {
	labels := []string{
		"Texts may arrive from", "until", "How it went may be asked that evening until", "The morning text, and the staff’s digest",
		"Two days ahead, to the contact",
		"On the day, to the contact", "The evening before, to the contact, when it starts early",
		"Meetings before this time get it the evening before",
	}
	for i, s := range h.Settings() {
		d.Hours = append(d.Hours, hourInput{s.Key, v.say(labels[i]), reminder.FormatClock(*s.At)})
	}
	d.Day = v.say("{1} and {2}", plainClock(h.Day.From), plainClock(h.Day.To))
}

// plainClock writes minutes from midnight as people do.
func plainClock(m int) string { return when.EchoClock(m/60, m%60) }

func setHours(v *visit) (done, error) {
	h := reminder.DefaultHours()
	for _, s := range h.Settings() {
		m, ok := reminder.ParseClock(v.form(s.Key))
		if !ok {
			return done{say: "Please give each time as hours and minutes, such as 09:00.", refused: true}, nil
		}
		*s.At = m
	}
	if err := h.Check(); err != nil {
		return done{say: "Not saved: " + err.Error() + ".", refused: true}, nil
	}
	n, err := app.SetHours(v.ctx(), v.a.Deps, h)
	if err != nil {
		return done{}, err
	}
	say := "Saved. Texts may arrive between " + plainClock(h.Day.From) + " and " + plainClock(h.Day.To) + " where the person is."
	if n > 0 {
		say += " " + many(int64(n), "planned text") + " moved."
	}
	return done{say: say}, nil
}

func setSending(v *visit) (done, error) {
	to := reminder.Sending(v.form("mode"))
	if !slices.ContainsFunc(modes(), func(m choice) bool { return m.Value == string(to) }) {
		return done{}, web.ErrBadRequest
	}
	s, err := app.SetSending(v.ctx(), v.a.Deps, to)
	if err != nil {
		return done{}, err
	}
	say := "Sending is " + string(to) + "."
	if s.Dropped > 0 {
		say += " " + many(int64(s.Dropped), "overdue text") + " will not be sent."
	}
	return done{say: say}, nil
}

func setThanks(v *visit) (done, error) {
	value := "on"
	if v.form("thanks") != "on" {
		value = "off"
	}
	return done{say: "The plain thank-you is " + value + "."}, v.setting(app.SettingThanks, value)
}

func setDuty(v *visit) (done, error) {
	team, err := v.a.Read.Team(v.ctx(), manyPeople)
	if err != nil {
		return done{}, err
	}
	var ids, names []string
	for _, p := range team {
		if slices.Contains(v.c.Request().PostForm["person"], p.ID.String()) &&
			(slices.Contains(p.Roles, person.Staff) || slices.Contains(p.Roles, person.Admin)) {
			ids, names = append(ids, p.ID.String()), append(names, p.Name)
		}
	}
	if err := v.setting(app.SettingOnDuty, strings.Join(ids, ",")); err != nil {
		return done{}, err
	}
	if len(names) == 0 {
		return done{say: "Nobody is on duty: what needs staff goes to all admins."}, nil
	}
	return done{say: "On duty: " + strings.Join(names, ", ") + "."}, nil
}

// mostGoal bounds a goal: no organization holds as many in a week.
const mostGoal = 5000

// setGoal keeps how many one-on-ones the organization wants to hold a week.
func setGoal(v *visit) (done, error) {
	goal := v.form("goal")
	if goal == "" {
		return done{say: "There is no goal."}, v.setting(app.SettingGoal, "")
	}
	n, err := strconv.Atoi(goal)
	if err != nil || n < 1 || n > mostGoal {
		return done{say: "Please give a number of one-on-ones a week, or leave it empty.", refused: true}, nil
	}
	return done{say: "The goal is " + strconv.Itoa(n) + " a week. How it goes shows it."}, v.setting(app.SettingGoal, strconv.Itoa(n))
}

func setRetention(v *visit) (done, error) {
	months := v.form("months")
	if months == "" {
		return done{say: "Words are kept until somebody is erased."}, v.setting(app.SettingRetention, "")
	}
	n, err := strconv.Atoi(months)
	if err != nil || n < app.ShortestRetention || n > 600 {
		return done{say: fmt.Sprintf("Please give a number of months, %d or more, or leave it empty.", app.ShortestRetention), refused: true}, nil
	}
	return done{say: "Words of texts older than " + many(int64(n), "month") + " are taken out once a day."},
		v.setting(app.SettingRetention, strconv.Itoa(n))
}
