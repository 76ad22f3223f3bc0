package admin

import (
	"encoding/csv"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/when"
	"github.com/reportback/reportback/internal/web"
)

type numbersData struct {
	base
	From, To   string // as a form holds them
	FromDay    string
	ToDay      string
	Organizers []choice
	Any        bool
	Goal       int // one-on-ones a week; 0: none, or one organizer's weeks are shown
	Numbers    []number
	Weeks      []weekItem
	WeeksAt    picture
	Bars       []bars
	Each       []eachItem
	Texts      []textWeekItem
	CSV        string
}

type weekItem struct {
	Text                       string
	Held, NoShow, Off, Unheard int
}

// eachItem is one organizer's row: no ranking, the list is by name.
type eachItem struct {
	Name, Href    string
	Held, Missing int
	Goal          int // a week
	Spark         picture
}

type textWeekItem struct {
	Text                  string
	Sent, Failed, OptOuts int
	FailedOf, OptOutsOf   string // per hundred texts
}

// numbersPage is how it goes: for a board as for staff, for any weeks and any organizer, on one sheet.
func numbersPage() pageDef {
	return pageDef{
		name: "numbers", title: "How it goes", menu: "How it goes", path: "/numbers", views: true,
		least: viewer, data: numbersData{}, show: showNumbers,
		acts: []actDef{{path: "/numbers/csv", what: "exported the numbers", least: viewer, do: exportNumbers}},
	}
}

// startPage sends whoever has signed in to what they came for: staff to Today, a board to how it goes.
func startPage() pageDef {
	return pageDef{path: "/start", least: viewer, show: func(v *visit) (any, error) {
		to := Root + "/"
		if !v.may(anyStaff) {
			to = Root + "/numbers"
		}
		v.sent = func(c echo.Context) error { return c.Redirect(http.StatusSeeOther, to) }
		return nil, nil
	}}
}

// Bounds of the weeks that are counted at once.
const (
	weeksUsual = 8
	weeksMost  = 53
)

// weekFilter reads the period that the address asks for: whole calendar weeks, Monday to Sunday, eight to today when it asks for none.
func (v *visit) weekFilter() (page.WeekFilter, []choice, error) {
	f := page.WeekFilter{Now: v.now, Today: when.DateOf(v.now).String()}
	from, to, err := v.days()
	if err != nil {
		return f, nil, err
	}
	if to.IsZero() {
		to = v.midnight(1)
	}
	if from.IsZero() {
		from = v.monday(to.AddDate(0, 0, -1)).AddDate(0, 0, -7*(weeksUsual-1))
	}
	if !from.Before(to) {
		return f, nil, web.ErrBadRequest
	}
	for at := v.monday(from); at.Before(to) && len(f.Bounds) < weeksMost; at = at.AddDate(0, 0, 7) {
		f.Bounds = append(f.Bounds, at)
	}
	f.Bounds = append(f.Bounds, f.Bounds[len(f.Bounds)-1].AddDate(0, 0, 7))
	list, organizer, err := v.organizers()
	f.Organizer = organizer
	return f, list, err
}

// monday is the beginning of the week of a day.
func (v *visit) monday(t time.Time) time.Time {
	t = t.In(v.zone)
	return time.Date(t.Year(), t.Month(), t.Day()-(int(t.Weekday())+6)%7, 0, 0, 0, 0, v.zone)
}

func showNumbers(v *visit) (any, error) {
	f, list, err := v.weekFilter()
	if err != nil {
		return nil, err
	}
	d := numbersData{
		base: v.base(), Organizers: list, From: f.Bounds[0].Format(time.DateOnly),
		To: f.Bounds[len(f.Bounds)-1].AddDate(0, 0, -1).Format(time.DateOnly),
	}
	d.FromDay, d.ToDay = v.day(d.From).Text, v.day(d.To).Text
	d.CSV = strings.Replace(v.with(), "/numbers", "/numbers/csv", 1)
	weeks, err := v.a.Read.Weeks(v.ctx(), f)
	if err != nil {
		return nil, err
	}
	var all page.Week
	for i, w := range weeks {
		all = all.Add(w)
		d.Weeks = append(d.Weeks, weekItem{Text: v.monthDay(f.Bounds[i]), Held: w.Held, NoShow: w.NoShow, Off: w.Off, Unheard: w.Unheard})
	}
	half := len(weeks) / 2
	if d.Goal, err = v.goal(f.Organizer); err != nil {
		return nil, err
	}
	d.Any, d.Numbers = all != (page.Week{}), v.numbers(sumWeeks(weeks[half:]), sumWeeks(weeks[:half]))
	d.WeeksAt, d.Bars = v.weeksSVG(d.Weeks, d.Goal), []bars{v.answered(all), v.lag(all), v.commitments(all)}
	if f.Organizer == uuid.Nil {
		if d.Each, err = v.each(f); err != nil {
			return nil, err
		}
		d.Texts, err = v.textWeeks(f)
	}
	return d, err
}

// goal is how many one-on-ones a week are wanted: by an organizer, or by all together. None is 0.
func (v *visit) goal(organizer uuid.UUID) (int, error) {
	if organizer == uuid.Nil {
		n, _ := strconv.Atoi(v.kept[app.SettingGoal])
		return n, nil
	}
	rows, err := v.a.Read.Busy(v.ctx(), v.now, manyPeople)
	for _, r := range rows {
		if r.ID == organizer {
			return r.Goal, nil
		}
	}
	return 0, err
}

// monthDay is a day without its weekday: "Nov 23".
func (v *visit) monthDay(t time.Time) string {
	on := when.DateOf(t)
	_, day, _ := strings.Cut(when.EchoDay(v.in.language(), on, on), " ")
	return day
}

func sumWeeks(list []page.Week) (all page.Week) {
	for _, w := range list {
		all = all.Add(w)
	}
	return all
}

func (v *visit) each(f page.WeekFilter) ([]eachItem, error) {
	list, err := v.a.Read.WeeksOf(v.ctx(), f)
	out := make([]eachItem, len(list))
	for i, o := range list {
		all := sumWeeks(o.Week)
		out[i] = eachItem{
			Name: o.Name, Href: v.with("organizer", o.ID.String()), Held: all.Held, Missing: all.Missing(), Goal: o.Goal,
			Spark: v.sparkSVG(o),
		}
	}
	return out, err
}

func (v *visit) textWeeks(f page.WeekFilter) ([]textWeekItem, error) {
	list, err := v.a.Read.TextWeeks(v.ctx(), f)
	out := make([]textWeekItem, 0, len(list))
	for i, w := range list {
		if len(out) == 0 && w == (page.TextWeek{}) {
			continue // before the first text
		}
		out = append(out, textWeekItem{
			Text: v.monthDay(f.Bounds[i]), Sent: w.Sent, Failed: w.Failed, OptOuts: w.OptOuts,
			FailedOf: v.say(perHundred(w.Failed, w.Sent)), OptOutsOf: v.say(perHundred(w.OptOuts, w.Sent)),
		})
	}
	return out, err
}

// perHundred is a share of texts; below a hundred of them one more or less is all that it says.
func perHundred(n, of int) string {
	if of < 100 {
		return "too few"
	}
	return fmt.Sprintf("%.1f", 100*float64(n)/float64(of))
}

// exportNumbers writes the weeks as a table, with the same numbers as the page.
func exportNumbers(v *visit) (done, error) {
	f, _, err := v.weekFilter()
	if err != nil {
		return done{}, err
	}
	weeks, err := v.a.Read.Weeks(v.ctx(), f)
	if err != nil {
		return done{}, err
	}
	return done{stream: func(w http.ResponseWriter) error {
		w.Header().Set("Content-Type", "text/csv; charset=utf-8")
		w.Header().Set("Content-Disposition", `attachment; filename="how-it-goes-`+f.Today+`.csv"`)
		out := csv.NewWriter(w)
		rows := [][]string{{
			"week_from", "held", "no_show", "off", "not_heard", "confirmed", "confirmed_held", "silent", "silent_held", "reports_owed",
			"reports_in_24h", "reports_missing", "thanks_owed", "thanks_in_24h",
			"commitments_kept", "commitments_not_kept", "commitments_open",
		}}
		for i, k := range weeks {
			row := []string{f.Bounds[i].Format(time.DateOnly)}
			for _, n := range []int{
				k.Held, k.NoShow, k.Off, k.Unheard, k.Confirmed, k.ConfirmedHeld, k.Silent, k.SilentHeld, k.Owed, k.InTime,
				k.Missing(), k.Thanks, k.ThanksOK, k.Kept, k.Broken, k.Open,
			} {
				row = append(row, strconv.Itoa(n))
			}
			rows = append(rows, row)
		}
		return out.WriteAll(rows)
	}}, nil
}
