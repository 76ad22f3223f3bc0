package admin

import (
	"errors"
	"strconv"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/when"
)

type todayData struct {
	base
	Day     string
	Needs   []needItem
	Failed  []needItem
	PutOff  []needItem
	Today   []meetingItem
	Waiting int // of today's, how many have not confirmed
	Missing []missingGroup
	Overdue []promiseItem
	Plots   plots
}

type needItem struct {
	ID             string
	Kind           badge
	Who, Phone     string
	Note, Words    string
	Out            bool
	At, Until      stamp
	TakenBy        string
	Mine           bool
	Holder         string // whose it is, as the form that takes it says
	Subject        string // address of the page of what it is about
	Thread         string
	OptOut, Failed bool
	PhoneID        int64
}

type missingGroup struct {
	ID, Name, Phone string
	Reports         []missingItem
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
			{path: "/attention/:id/take", what: "taken", do: takeNeed},
			{path: "/attention/:id/give-back", what: "given back", do: giveBackNeed},
			{path: "/attention/:id/later", what: "put off", do: putOffNeed},
			{path: "/attention/:id/done", what: "closed with a word", do: closeNeed},
			{path: "/attention/:id/again", what: "text sent again", do: sendAgain},
			{path: "/texts/again", what: "refused texts sent again", do: sendRefused},
			{path: "/attention/:id/opt-out", what: "judged an opt-out", do: judgeOptOut(world.ActOptOut)},
			{path: "/attention/:id/not-opt-out", what: "judged no opt-out", do: judgeOptOut(world.ActNotOptOut)},
			{path: "/promises/:id/close", what: "promise closed", do: closePromise},
		},
	}
}

// shown bounds each part of Today: what is beyond it is found on the lists.
const shown = 100

func showToday(v *visit) (any, error) {
	d := todayData{base: v.base(), Day: dayName(v.now)}
	ctx, read := v.ctx(), v.a.Read
	open, err := read.Open(ctx, v.now, shown)
	if err != nil {
		return nil, err
	}
	for _, n := range open {
		if it := v.need(n); it.Failed {
			d.Failed = append(d.Failed, it)
		} else {
			d.Needs = append(d.Needs, it)
		}
	}
	off, err := read.PutOff(ctx, v.now, shown)
	if err != nil {
		return nil, err
	}
	for _, n := range off {
		d.PutOff = append(d.PutOff, v.need(n))
	}
	list, err := read.MeetingList(ctx, page.MeetingFilter{From: v.midnight(0), To: v.midnight(1), N: shown})
	if err != nil {
		return nil, err
	}
	for _, m := range list {
		if m.StartsAt.IsZero() {
			continue // an unplanned one, told of afterwards
		}
		it := v.meeting(m)
		d.Today = append(d.Today, it)
		if it.Unconfirmed {
			d.Waiting++
		}
	}
	missing, err := read.Missing(ctx, v.now, shown)
	if err != nil {
		return nil, err
	}
	d.Missing = v.missing(missing)
	overdue, err := read.Overdue(ctx, when.DateOf(v.now).String(), shown)
	if err != nil {
		return nil, err
	}
	for _, p := range overdue {
		d.Overdue = append(d.Overdue, v.promise(p))
	}
	d.Plots, err = v.plots()
	return d, err
}

func dayName(t time.Time) string { return t.Format("Monday, January 2") }

func (v *visit) need(n page.Need) needItem {
	it := needItem{
		ID: n.ID.String(), Kind: need(n), Who: n.Who, Phone: n.Phone.Display(), Note: n.Note, Words: v.words(n.Words), Out: n.Out, At: v.at(n.At, ""), Until: v.at(n.PutOffUntil, ""),
		TakenBy: n.TakenBy, PhoneID: n.PhoneID, Mine: n.TakenByID == v.who.ID, Holder: holder(n.TakenByID), Failed: n.Kind == "failed_text",
	}
	if it.Failed && n.ErrorCode != 0 {
		it.Note = failure(n.ErrorCode)
	}
	if n.PhoneID != 0 {
		it.Thread = threadHref(n.PhoneID)
	}
	it.OptOut = n.Kind == "opt_out_doubtful" && n.PhoneID != 0
	switch n.SubjectKind {
	case "meeting":
		it.Subject = Root + "/meetings/" + n.SubjectID.String()
	case "report":
		it.Subject = Root + "/reports/" + n.SubjectID.String()
	case "event":
		it.Subject = Root + "/events/" + n.SubjectID.String()
	case "database":
		it.Who = "Sending is off"
		if v.may(onlyAdmin) {
			it.Subject = Root + "/settings"
		}
	case "provider":
		it.Who = "Twilio"
	case "webhook":
		it.Who = "Another tool of ours"
		if v.may(onlyAdmin) {
			it.Subject = Root + webhooksPath + "/" + n.SubjectID.String()
		}
	}
	return it
}

func (v *visit) missing(list []page.MissingReport) []missingGroup {
	var out []missingGroup
	for _, m := range list {
		id := m.Organizer.ID.String()
		if len(out) == 0 || out[len(out)-1].ID != id {
			out = append(out, missingGroup{ID: id, Name: m.Organizer.Name, Phone: m.Organizer.Phone.Display()})
		}
		g := &out[len(out)-1]
		g.Reports = append(g.Reports, missingItem{Href: Root + "/meetings/" + m.MeetingID.String(), Contact: whole(m.Contact), Ended: v.at(m.Ended, ""), Begun: m.Begun})
	}
	return out
}

func (v *visit) promise(p page.Promise) promiseItem {
	return promiseItem{
		ID: p.ID.String(), What: v.words(p.What), Owner: p.Owner.Name, To: p.To, Href: Root + "/reports/" + p.ReportID.String(), Due: v.day(p.DueOn),
		Commitment: p.Kind == "commitment", Closed: v.at(p.ClosedAt, ""), How: v.words(p.How),
	}
}

// takeNeed takes a row from whoever the page showed as having it: nobody, or a colleague, which the button says.
func takeNeed(v *visit) (done, error) {
	from, err := uuid.Parse(v.form("from"))
	if err != nil {
		from = uuid.Nil
	}
	return v.mark(v.who.ID, from, "It is yours now.")
}

func giveBackNeed(v *visit) (done, error) {
	return v.mark(uuid.Nil, v.who.ID, "It is open to everybody again.")
}

func (v *visit) mark(by, from uuid.UUID, say string) (done, error) {
	id, err := v.id("id")
	if err != nil {
		return done{}, err
	}
	err = v.a.Read.Take(v.ctx(), id, by, from, v.now)
	if errors.Is(err, app.ErrConflict) {
		return done{say: "Somebody else has it by now.", refused: true}, nil
	}
	return stillOpen(say, err)
}

// holder is an id as a form's field; "" is nobody.
func holder(id uuid.UUID) string {
	if id == uuid.Nil {
		return ""
	}
	return id.String()
}

func putOffNeed(v *visit) (done, error) {
	id, err := v.id("id")
	if err != nil {
		return done{}, err
	}
	until, say := v.now.Add(2*time.Hour), "Put off for two hours."
	if v.form("until") == "tomorrow" {
		until, say = when.NextMorning(v.now, 9, 0, v.zone), "Put off until the morning."
	}
	return stillOpen(say, v.a.Read.Later(v.ctx(), id, until))
}

func closeNeed(v *visit) (done, error) {
	id, err := v.id("id")
	if err != nil {
		return done{}, err
	}
	word := v.form("word")
	if word == "" {
		return done{say: "Please say in a word what was done.", refused: true}, nil
	}
	return stillOpen("Closed.", v.a.Read.Done(v.ctx(), id, v.who.ID, word, v.now))
}

// sendAgain sends a text that failed, or of which nobody knows, once more.
func sendAgain(v *visit) (done, error) {
	id, err := v.id("id")
	if err != nil {
		return done{}, err
	}
	err = app.SendAgain(v.ctx(), v.a.Deps, id, v.who.ID)
	if errors.Is(err, app.ErrNotAgain) {
		return done{say: "This one cannot go again: it would be refused again, or makes no sense any more.", refused: true}, nil
	}
	return stillOpen("It goes out again.", err)
}

// sendRefused sends again all that was refused and may go.
func sendRefused(v *visit) (done, error) {
	n, err := app.SendRefused(v.ctx(), v.a.Deps, v.who.ID)
	if err == nil && n == 0 {
		return done{say: "None of them can go again.", refused: true}, nil
	}
	return done{say: strconv.Itoa(n) + " texts go out again."}, err
}

// stillOpen tells whoever looks at an old page that somebody, or what happened since, has closed it.
func stillOpen(say string, err error) (done, error) {
	if errors.Is(err, app.ErrNotFound) {
		return done{say: "This is closed already.", refused: true}, nil
	}
	return done{say: say}, err
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
	return v.act(p.Owner.Phone, world.Act{Kind: world.ActPromise, Subject: id, Words: howItWent(v.form("kept"), v.form("word"))})
}

// howItWent is what is kept of how a promise ended: what was not kept begins so, and the numbers count by it.
func howItWent(kept, word string) string {
	said := map[string]string{"yes": "kept", "no": "not kept"}[kept]
	if said != "" && word != "" {
		said += ": "
	}
	return said + word
}
