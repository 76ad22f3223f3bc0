package admin

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/staff"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/when"
	"github.com/reportback/reportback/internal/core/zones"
	"github.com/reportback/reportback/internal/web/signin"
)

// visit is one request of somebody who is signed in.
type visit struct {
	a       *Admin
	c       echo.Context
	session staff.Session
	who     staff.Who
	role    person.Role
	zone    *time.Location    // the organization's
	now     time.Time         // the people's time
	kept    map[string]string // the organization's settings
	in      *tongue           // the language of the page that is shown
	since   string            // of all that can change, read before the page
	said    string
	refused bool
	typed   map[string]string
	views   viewBar
	sent    func(echo.Context) error // a show that answers with something else than its page
}

func (a *Admin) visitOf(c echo.Context, s staff.Session, who staff.Who) (*visit, error) {
	settings, err := a.Deps.Store.Settings(c.Request().Context())
	if err != nil {
		return nil, fmt.Errorf("read settings: %w", err)
	}
	zone, err := zones.Load(settings[app.SettingZone])
	if err != nil {
		zone = time.UTC
	}
	mark, err := a.Read.Mark(c.Request().Context())
	if err != nil {
		return nil, fmt.Errorf("read the mark: %w", err)
	}
	return &visit{
		a: a, kept: settings, since: mark, c: c, session: s, who: who, role: signin.RoleOf(who), zone: zone,
		now: a.Clock.Now().In(zone), typed: map[string]string{}, in: a.views[lang.English].tongue,
	}, nil
}

func (v *visit) ctx() context.Context { return v.c.Request().Context() }

// may reports whether the visitor holds at least this role.
func (v *visit) may(least person.Role) bool { return allows(v.role, least) }

// query returns a parameter of the address, trimmed and bounded.
func (v *visit) query(name string) string { return tidy(v.c.QueryParam(name)) }

// form returns a field of the posted form. Only the body counts: the address cannot shadow it.
func (v *visit) form(name string) string { return tidy(v.c.Request().PostForm.Get(name)) }

// long returns a field that may hold a whole answer of a report.
func (v *visit) long(name string) string { return tidyTo(v.c.Request().PostForm.Get(name), longest) }

// longest bounds an answer: no person writes as much.
const longest = 64 << 10

func tidy(s string) string { return tidyTo(s, 4000) }

func tidyTo(s string, most int) string {
	s = strings.TrimSpace(sms.NewBody(s).Text())
	if len(s) > most {
		s = strings.ToValidUTF8(s[:most], "")
	}
	return s
}

// id returns a path's id; one that is none is a page that there is not.
func (v *visit) id(name string) (uuid.UUID, error) {
	id, err := uuid.Parse(v.c.Param(name))
	if err != nil {
		return uuid.Nil, app.ErrNotFound
	}
	return id, nil
}

// words hides from viewers what people wrote.
func (v *visit) words(s string) string {
	if s == "" || v.may(anyStaff) {
		return s
	}
	return v.say("(not shown to viewers)")
}

// by is the staff member as use cases know them.
func (v *visit) by() person.Person {
	return person.Person{ID: v.who.ID, Name: v.who.Name, Roles: v.who.Roles, Zone: v.who.Zone}
}

// act does what a text would do; a refusal is plain words for the page.
func (v *visit) act(phone sms.Phone, act world.Act) (done, error) {
	if phone.IsZero() {
		return done{say: "There is no phone number for this: please call or write another way.", refused: true}, nil
	}
	if over, err := v.overStaff(phone, act.Kind); err != nil || over {
		return done{say: onlyAdmins, refused: true}, err
	}
	act.By = v.by()
	words, err := v.a.Act(v.ctx(), phone, act)
	if errors.Is(err, app.ErrRefusedAct) {
		return done{say: words, refused: true}, nil
	}
	if err != nil {
		return done{}, err
	}
	return done{say: words}, nil
}

// onlyAdmins is said to staff who would silence or change somebody who works here: what is urgent goes to those phones.
const onlyAdmins = "This is the phone or the record of somebody who works here: an admin can change it."

// overStaff reports whether an act would lock or silence the phone of staff or admins, for which its doer is no admin.
func (v *visit) overStaff(phone sms.Phone, kind world.ActKind) (bool, error) {
	silences := []world.ActKind{world.ActLock, world.ActUnlock, world.ActOptOut, world.ActNotOptOut, world.ActRestore}
	if !slices.Contains(silences, kind) || v.may(onlyAdmin) {
		return false, nil
	}
	list, err := v.a.Deps.Store.FindPeople(v.ctx(), phone)
	if err != nil {
		return false, fmt.Errorf("find people: %w", err)
	}
	for _, p := range list {
		if p.Is(person.Staff, person.Admin) && p.ID != v.who.ID {
			return true, nil
		}
	}
	return false, nil
}

// audit begins a line of the audit log. The path says about what: ids, never a name.
func (v *visit) audit(what string) (uuid.UUID, error) {
	l := staff.AuditLine{
		ID: v.a.NewID(), At: v.now, PersonID: v.who.ID, What: what, Subject: v.c.Request().URL.Path, Outcome: staff.Begun,
		Address: v.c.RealIP(),
	}
	if err := v.a.Staff.Audit(v.ctx(), l); err != nil {
		return uuid.Nil, fmt.Errorf("audit: %w", err)
	}
	return l.ID, nil
}

// again shows the page of a refused act: why it was refused, with what was typed still there.
func (v *visit) again(p pageDef, end done) error {
	v.said, v.refused = end.say, true
	for k := range v.c.Request().PostForm {
		v.typed[k] = v.long(k)
	}
	data, err := p.show(v)
	if err != nil {
		return err
	}
	return v.render(http.StatusUnprocessableEntity, p, data)
}

// flashUndo parts what the next page says from where it can be taken back.
const flashUndo = "\n"

// goOn sends the browser to the next page, which says what was done.
func (v *visit) goOn(end done) error {
	to := end.to
	if to == "" {
		to = v.form("back")
	}
	if !ownPath(to) {
		to = Root + "/"
	}
	if end.at != "" {
		to, _, _ = strings.Cut(to, "#")
		to += "#" + end.at
	}
	if end.say != "" {
		v.session.Flash = end.say
		if end.refused {
			v.session.Flash = "!" + end.say
		} else if end.undo != "" {
			v.session.Flash += flashUndo + end.undo
		}
		if err := v.a.Staff.SaveSession(v.ctx(), v.session); err != nil {
			return fmt.Errorf("keep what to say: %w", err)
		}
	}
	return v.c.Redirect(http.StatusSeeOther, to)
}

// ownPath reports whether an address is one of this page: a form's field must not send anybody elsewhere.
func ownPath(s string) bool {
	u, err := url.Parse(s)
	return err == nil && u.Scheme == "" && u.Host == "" && strings.HasPrefix(u.Path, Root+"/") && !strings.Contains(u.Path, "/..") &&
		!strings.ContainsAny(s, "\\\r\n")
}

// say writes one of the page's sentences in the language of the page, with what is put in.
func (v *visit) say(sentence string, put ...string) string { return fill(v.in.say(sentence), put) }

// stamp is an instant as the page shows it.
type stamp struct {
	ISO  string
	Text string
	Age  string // "3 hours ago", "in 2 days"
	// Clock is the time of day alone, where the day is said elsewhere.
	Clock string
}

// at writes an instant in the organization's zone, and in the given one beside it when the clocks there differ.
func (v *visit) at(t time.Time, zone string) stamp {
	if t.IsZero() {
		return stamp{}
	}
	local := t.In(v.zone)
	s := stamp{
		ISO: t.UTC().Format(time.RFC3339), Text: v.clock(local), Age: v.in.say(age(t, v.now)),
		Clock: when.EchoClock(local.Hour(), local.Minute()),
	}
	if loc, err := zones.Load(zone); err == nil && zone != "" {
		other := t.In(loc)
		if _, a := other.Zone(); a != offset(local) {
			s.Text = v.say("{1} there ({2} here)", v.clock(other), when.EchoClock(local.Hour(), local.Minute()))
		}
	}
	return s
}

// clock writes an instant with its year where that is not this one: a page is read long after a text.
func (v *visit) clock(t time.Time) string {
	day := when.EchoDay(v.in.language(), when.DateOf(t), when.DateOf(v.now.In(t.Location())))
	return withYear(day, t.Year(), v.now.In(t.Location()).Year()) + ", " + when.EchoClock(t.Hour(), t.Minute())
}

func withYear(day string, year, now int) string {
	if y := strconv.Itoa(year); year != now && !strings.HasSuffix(day, y) {
		return day + " " + y
	}
	return day
}

// machineAt writes an instant of the machine's clock.
func (v *visit) machineAt(t time.Time) stamp {
	now := v.a.Now().In(v.zone)
	return stamp{ISO: t.UTC().Format(time.RFC3339), Text: when.Echo(v.in.language(), t.In(v.zone), now), Age: v.in.say(age(t, now))}
}

func offset(t time.Time) int {
	_, o := t.Zone()
	return o
}

// day writes a civil date.
func (v *visit) day(s string) stamp {
	d, ok := when.ParseDate(s)
	if !ok {
		return stamp{Text: s}
	}
	return stamp{ISO: s, Text: withYear(when.EchoDay(v.in.language(), d, when.DateOf(v.now)), d.Year, v.now.Year())}
}

func age(t, now time.Time) string {
	d := now.Sub(t)
	if d < 0 {
		if -d < time.Minute {
			return "now"
		}
		return "in " + length(-d)
	}
	if d < time.Minute {
		return "just now"
	}
	return length(d) + " ago"
}

func length(d time.Duration) string {
	unit := func(n int, one string) string {
		if n == 1 {
			return "1 " + one
		}
		return fmt.Sprintf("%d %ss", n, one)
	}
	switch {
	case d < time.Hour:
		return unit(int(d/time.Minute), "minute")
	case d < 24*time.Hour:
		return unit(int(d/time.Hour), "hour")
	case d < 60*24*time.Hour:
		return unit(int((d+12*time.Hour)/(24*time.Hour)), "day")
	}
	return unit(int(d/(30*24*time.Hour)), "month")
}

// midnight returns the beginning of the organization's day, days from today.
func (v *visit) midnight(days int) time.Time {
	return time.Date(v.now.Year(), v.now.Month(), v.now.Day()+days, 0, 0, 0, 0, v.zone)
}
