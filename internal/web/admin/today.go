package admin

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/when"
)

type todayData struct {
	base
	Day      string
	Setup    []setupItem // of an organization's first days
	Whose    []tab
	Now      needGroup
	Waiting  needGroup
	Week     needGroup
	Late     []lateItem // what is late and has no section of its own, by kind
	Rest     []tab      // the other lists: put off, closed
	Meetings []meetingDay
	Missing  []missingGroup
	// MissingMore are the organizers beyond those who owe most.
	MissingMore []missingGroup
	Reports     string // how many are missing
	Overdue     []promiseItem
	Promises    string // how many are overdue
	Numbers     []number
}

// meetingDay is one day's one-on-ones.
type meetingDay struct {
	Title, ID, Empty string
	Rows             []meetingItem
	Waiting          int // how many have not confirmed
}

// lateItem counts one kind of lateness.
type lateItem struct {
	Href, Text string
}

type missingGroup struct {
	ID, Name string
	Call     call
	Oldest   stamp
	Reports  []missingItem
}

type missingItem struct {
	Href, Contact string
	Ended         stamp
	Begun         bool
}

type promiseItem struct {
	OwnerHref                 string // the organizer's page, where it is linked
	ID, What, Owner, To, Href string
	Due                       stamp
	Commitment                bool
	Closed                    stamp
	How                       string
}

// todayPage is what needs a person first, then the day.
func todayPage() pageDef {
	return pageDef{
		name: "today", title: "Today", menu: "Today", path: "/", least: viewer, data: todayData{}, show: showToday,
		acts: []actDef{
			{path: "/attention/several", what: "several at once", do: severalNeeds},
			{path: "/attention/reopen", what: "reopened", do: reopenNeeds},
			{path: "/attention/:id/take", what: "taken", do: takeNeed},
			{path: "/attention/:id/give-back", what: "given back", do: giveBackNeed},
			{path: "/attention/:id/later", what: "put off", do: putOffNeed},
			{path: "/attention/:id/done", what: "closed", do: closeNeed},
			{path: "/attention/:id/again", what: "text sent again", do: sendAgain},
			{path: "/texts/again", what: "refused texts sent again", do: sendRefused},
			{path: "/attention/:id/opt-out", what: "judged an opt-out", do: judgeOptOut(world.ActOptOut)},
			{path: "/attention/:id/not-opt-out", what: "judged no opt-out", do: judgeOptOut(world.ActNotOptOut)},
			{path: "/test-text", what: "sent a test text to themselves", least: onlyAdmin, do: testText},
			{path: "/promises/:id/close", what: "promise closed", do: closePromise},
			{path: "/promises/:id/reopen", what: "promise opened again", do: reopened(app.ReopenPromise)},
		},
	}
}

// What Today shows of each part: the rest is a link away, newest first, and nothing is cut off.
const (
	todayMeetings = 100
	todayWaiting  = 12
	todayWeek     = 3
	todayLate     = 5
	todayOwing    = 10
	manyReports   = 500
	manyPromises  = 500
)

func showToday(v *visit) (any, error) {
	d := todayData{base: v.base(), Day: v.dayName(v.now)}
	if err := v.inbox(&d); err != nil {
		return nil, err
	}
	var err error
	if d.Setup, err = v.setup(); err != nil {
		return nil, err
	}
	if d.Meetings, err = v.meetingDays(); err != nil {
		return nil, err
	}
	missing, err := v.a.Read.Missing(v.ctx(), v.now, manyReports)
	if err != nil {
		return nil, err
	}
	d.Reports, d.Missing = countOf(len(missing), manyReports), v.missing(missing)
	if len(d.Missing) > todayOwing {
		d.Missing, d.MissingMore = d.Missing[:todayOwing], d.Missing[todayOwing:]
	}
	overdue, err := v.a.Read.Overdue(v.ctx(), when.DateOf(v.now).String(), manyPromises)
	if err != nil {
		return nil, err
	}
	d.Promises = countOf(len(overdue), manyPromises)
	for _, p := range overdue[:min(todayLate, len(overdue))] {
		d.Overdue = append(d.Overdue, v.promise(p))
	}
	d.Numbers, err = v.fourWeeks()
	return d, err
}

// meetingDays are today's and tomorrow's one-on-ones, who has not confirmed first.
func (v *visit) meetingDays() ([]meetingDay, error) {
	list, err := v.a.Read.MeetingList(v.ctx(), page.MeetingFilter{From: v.midnight(0), To: v.midnight(2), N: todayMeetings})
	if err != nil {
		return nil, err
	}
	days := []meetingDay{
		{Title: "Today", ID: "h-today", Empty: "No one-on-one is set for today."},
		{Title: "Tomorrow", ID: "h-tomorrow", Empty: "None is set for tomorrow."},
	}
	for _, m := range list {
		if m.StartsAt.IsZero() {
			continue // an unplanned one, told of afterwards
		}
		day := &days[0]
		if !m.StartsAt.Before(v.midnight(1)) {
			day = &days[1]
		}
		it := v.meeting(m)
		day.Rows = append(day.Rows, it)
		if it.Unconfirmed {
			day.Waiting++
		}
	}
	return days, nil
}

func (v *visit) dayName(t time.Time) string {
	if v.in.language() == lang.English {
		return t.Format("Monday, January 2, 2006")
	}
	return when.EchoDay(v.in.language(), when.DateOf(t), when.DateOf(t)) + " " + strconv.Itoa(t.Year())
}

// missing groups what is owed by who owes it, who owes most first.
func (v *visit) missing(list []page.MissingReport) []missingGroup {
	var out []missingGroup
	for _, m := range list {
		id := m.Organizer.ID.String()
		if len(out) == 0 || out[len(out)-1].ID != id {
			out = append(out, missingGroup{ID: id, Name: m.Organizer.Name, Call: callTo(m.Organizer.Phone)})
		}
		g := &out[len(out)-1]
		if len(g.Reports) == 0 {
			g.Oldest = v.at(m.Ended, "")
		}
		g.Reports = append(g.Reports, missingItem{
			Href: Root + "/meetings/" + m.MeetingID.String(), Contact: whole(m.Contact),
			Ended: v.at(m.Ended, ""), Begun: m.Begun,
		})
	}
	slices.SortStableFunc(out, func(a, b missingGroup) int { return len(b.Reports) - len(a.Reports) })
	return out
}

func (v *visit) promise(p page.Promise) promiseItem {
	return promiseItem{
		ID: p.ID.String(), What: v.words(p.What), Owner: p.Owner.Name, To: p.To, Href: Root + "/reports/" + p.ReportID.String(),
		Due:        v.day(p.DueOn),
		Commitment: p.Kind == "commitment", Closed: v.at(p.ClosedAt, ""), How: v.say(plainOutcome(p.Outcome, v.words(p.How))),
	}
}

// judgeOptOut decides whether a doubtful text was one; what is decided is off Today.
func judgeOptOut(kind world.ActKind) func(*visit) (done, error) {
	return func(v *visit) (done, error) {
		phone, err := v.phoneOf(v.form("phone"))
		if err != nil {
			return done{}, err
		}
		a := world.Act{Kind: kind}
		if kind == world.ActOptOut {
			a.Words = "a text was judged an opt-out"
		}
		return v.act(phone, a)
	}
}

// nudge sends an organizer one text about every report that is missing.
func nudge(v *visit) (done, error) {
	id, err := v.id("id")
	if err != nil {
		return done{}, err
	}
	_, who, err := v.a.Staff.AccountOf(v.ctx(), id)
	if err != nil {
		return done{}, err
	}
	phone, _ := sms.PhoneFromE164(who.Phone) // act says so when there is none
	return v.nudge(id, phone)
}

// nudgePause is how long a nudge is given before the next: two that say the same are one too many.
const nudgePause = time.Hour

// nudge nudges an organizer, unless somebody just did.
func (v *visit) nudge(id uuid.UUID, phone sms.Phone) (done, error) {
	lines, err := v.a.Read.Timeline(v.ctx(), []page.Subject{{Kind: "person", ID: id}}, timelineSize)
	if err != nil {
		return done{}, err
	}
	for _, l := range lines {
		if l.What == string(change.Nudged) && v.now.Sub(l.At) < nudgePause {
			return done{say: l.Actor + " sent this nudge " + v.at(l.At, "").Age + ": give it an hour.", refused: true}, nil
		}
	}
	return v.act(phone, world.Act{Kind: world.ActNudge, Subject: id})
}

// closePromise closes one promise or commitment, with a word how.
func closePromise(v *visit) (done, error) {
	id, err := v.id("id")
	if err != nil {
		return done{}, err
	}
	p, err := v.a.Read.PromiseOf(v.ctx(), id)
	if err != nil {
		return done{}, err
	}
	if !p.ClosedAt.IsZero() {
		return done{}, app.ErrConflict
	}
	end, err := v.act(p.Owner.Phone, world.Act{Kind: world.ActPromise, Subject: id, Words: howItWent(v.form("kept"), v.form("word"))})
	end.undo = Root + "/promises/" + id.String() + "/reopen"
	return end, err
}

// reopened takes a closing back within the hour.
func reopened(do func(context.Context, app.Deps, uuid.UUID, uuid.UUID) error) func(*visit) (done, error) {
	return func(v *visit) (done, error) {
		id, err := v.id("id")
		if err != nil {
			return done{}, err
		}
		err = do(v.ctx(), v.a.Deps, id, v.who.ID)
		if errors.Is(err, app.ErrNoReopen) {
			return done{say: "It is open, or was closed more than an hour ago.", refused: true}, nil
		}
		return done{say: "It is open again."}, err
	}
}

// howItWent is what is kept of how a promise ended: what was not kept begins so, and the numbers count by it.
func howItWent(kept, word string) string {
	said := map[string]string{"yes": "kept", "no": "not kept"}[kept]
	if said != "" && word != "" {
		said += ": "
	}
	return said + word
}
