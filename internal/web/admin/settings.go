package admin

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/staff"
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
	Mark                 string // of the settings that the form was made of
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
			{path: "/settings/save", what: "saved the settings", least: onlyAdmin, do: saveSettings},
			{path: "/settings/sending", what: "changed sending", least: onlyAdmin, do: setSending},
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
		Sending:   kept[app.SettingSending], Thanks: v.thanksShown(kept[app.SettingThanks] != "off"), Months: kept[app.SettingRetention],
		Goal:     kept[app.SettingGoal],
		Shortest: app.ShortestRetention,
		Mark:     v.settingsMark(),
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
			d.Duty = append(d.Duty, choice{Value: p.ID.String(), Text: p.Name, Here: v.dutyShown(p.ID.String(), onDuty)})
		}
	}
	return d, nil
}

// thanksShown and dutyShown are the ticks: those of the form that was refused, else what is kept.
func (v *visit) thanksShown(kept bool) bool {
	if v.refused {
		return v.form("thanks") == "on"
	}
	return kept
}

func (v *visit) dutyShown(id string, kept []string) bool {
	if v.refused {
		kept = v.c.Request().PostForm["person"]
	}
	return slices.Contains(kept, id)
}

func modes() []choice {
	return []choice{
		{Value: string(reminder.SendingOff), Text: "off: nothing leaves; what comes in is kept"},
		{Value: string(reminder.SendingTeam), Text: "team: only organizers and staff get texts"},
		{Value: string(reminder.SendingOn), Text: "on: contacts get texts too"},
	}
}

// wish is what one part of the form wants, checked and not written yet.
type wish struct {
	what    string            // in the audit log
	values  map[string]string // of settings
	refused string            // why nothing of the form is saved
}

// settingsMark is that of all settings as they are: a form that was made of others would undo somebody's change unseen.
func (v *visit) settingsMark() string {
	h := sha256.New()
	for _, key := range slices.Sorted(maps.Keys(v.kept)) {
		fmt.Fprintf(h, "%q=%q\n", key, v.kept[key])
	}
	return hex.EncodeToString(h.Sum(nil)[:12])
}

// saveSettings writes what the form says, all of it or, where a part is refused, nothing. The audit log has a line for each part that is
// another now.
func saveSettings(v *visit) (done, error) {
	if v.form("mark") != v.settingsMark() {
		return done{
			say:     "Somebody changed the settings meanwhile. Nothing is saved yet: please look through them and save again.",
			refused: true,
		}, nil
	}
	values, retimes := map[string]string{}, false
	var changed []string
	for _, part := range []func(*visit) (wish, error){wishOrganization, wishDuty, wishHours, wishThanks, wishGoal, wishRetention} {
		w, err := part(v)
		if err != nil {
			return done{}, err
		}
		if w.refused != "" {
			return done{say: w.refused, refused: true}, nil
		}
		other := false
		for key, value := range w.values {
			values[key] = value
			if v.kept[key] == value {
				continue
			}
			other = true
			retimes = retimes || key == app.SettingZone || strings.HasPrefix(key, "hours_")
		}
		if other {
			changed = append(changed, w.what)
		}
	}
	if len(changed) == 0 {
		return done{say: "Saved: nothing is another now."}, nil
	}
	for _, what := range changed {
		line, err := v.audit(what)
		if err == nil {
			err = v.a.Staff.AuditOutcome(v.ctx(), line, staff.Done)
		}
		if err != nil {
			return done{}, fmt.Errorf("audit: %w", err)
		}
	}
	if err := v.a.Deps.Store.SetSettings(v.ctx(), values); err != nil {
		return done{}, fmt.Errorf("save settings: %w", err)
	}
	say := "Saved. Texts from now on say so."
	if retimes { // the zone is that of everybody who has none of their own
		n, err := app.Retime(v.ctx(), v.a.Deps)
		if err != nil {
			return done{}, err
		}
		if n > 0 {
			say += " " + many(int64(n), "planned text") + " moved."
		}
	}
	return done{say: say}, nil
}

func wishOrganization(v *visit) (wish, error) {
	name, line := strings.Join(strings.Fields(v.form("org")), " "), v.form("staff_line")
	tag, ok := lang.ParseTag(v.form("language"))
	phone, err := sms.ParsePhone(line)
	switch {
	case name == "" || len([]rune(name)) > 60:
		return wish{refused: "The name must have 1 to 60 characters: every first text holds it."}, nil
	case line != "" && err != nil:
		return wish{refused: "The staff line is no phone number that we can read."}, nil
	case !when.KnownZone(v.form("zone")):
		return wish{refused: "No time zone has that name. Write it like America/Los_Angeles."}, nil
	case !ok:
		return wish{}, web.ErrBadRequest
	}
	if line != "" {
		line = phone.E164()
	}
	return wish{what: "changed the organization", values: map[string]string{
		app.SettingOrg: name, app.SettingStaffLine: line, app.SettingZone: v.form("zone"), app.SettingLanguage: string(tag),
	}}, nil
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

func wishHours(v *visit) (wish, error) {
	h, values := reminder.DefaultHours(), map[string]string{}
	for _, s := range h.Settings() {
		m, ok := reminder.ParseClock(v.form(s.Key))
		if !ok {
			return wish{refused: "Please give each time as hours and minutes, such as 09:00."}, nil
		}
		*s.At, values[s.Key] = m, reminder.FormatClock(m)
	}
	if err := h.Check(); err != nil {
		return wish{refused: "Not saved: " + err.Error() + "."}, nil
	}
	is := reminder.HoursOf(func(key string) string { return v.kept[key] })
	for _, s := range is.Settings() { // what nobody has chosen yet is as it comes
		if v.kept[s.Key] == "" && values[s.Key] == reminder.FormatClock(*s.At) {
			delete(values, s.Key)
		}
	}
	return wish{what: "changed quiet hours and reminder times", values: values}, nil
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

func wishThanks(v *visit) (wish, error) {
	value := "on"
	if v.form("thanks") != "on" {
		value = "off"
	}
	if value == "on" && v.kept[app.SettingThanks] != "off" {
		return wish{}, nil
	}
	return wish{what: "changed the plain thank-you", values: map[string]string{app.SettingThanks: value}}, nil
}

func wishDuty(v *visit) (wish, error) {
	team, err := v.a.Read.Team(v.ctx(), manyPeople)
	if err != nil {
		return wish{}, err
	}
	var ids []string
	for _, p := range team {
		if slices.Contains(v.c.Request().PostForm["person"], p.ID.String()) &&
			(slices.Contains(p.Roles, person.Staff) || slices.Contains(p.Roles, person.Admin)) {
			ids = append(ids, p.ID.String())
		}
	}
	return wish{what: "changed who is on duty", values: map[string]string{app.SettingOnDuty: strings.Join(ids, ",")}}, nil
}

// mostGoal bounds a goal: no organization holds as many in a week.
const mostGoal = 5000

// wishGoal is how many one-on-ones the organization wants to hold a week.
func wishGoal(v *visit) (wish, error) {
	goal := v.form("goal")
	if goal != "" {
		n, err := strconv.Atoi(goal)
		if err != nil || n < 1 || n > mostGoal {
			return wish{refused: "Please give a number of one-on-ones a week, or leave it empty."}, nil
		}
		goal = strconv.Itoa(n)
	}
	return wish{what: "changed the goal", values: map[string]string{app.SettingGoal: goal}}, nil
}

func wishRetention(v *visit) (wish, error) {
	months := v.form("months")
	if months != "" {
		n, err := strconv.Atoi(months)
		if err != nil || n < app.ShortestRetention || n > 600 {
			return wish{refused: fmt.Sprintf("Please give a number of months, %d or more, or leave it empty.", app.ShortestRetention)}, nil
		}
		months = strconv.Itoa(n)
	}
	return wish{what: "changed how long words are kept", values: map[string]string{app.SettingRetention: months}}, nil
}
