package admin

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/inbox"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/web"
)

// needGroup is one part of the inbox: its newest rows, how many there are, and where the rest is.
type needGroup struct {
	ID, Title, Empty string
	Count            int
	Rows             []needItem
	More             string
}

// needItem is one row that needs a person, on one line; the rest of it opens in place.
type needItem struct {
	ID                    string
	Kind                  badge
	Who, WhoHref          string
	Call                  call
	Line                  string // what the line says: the words, or what it is about
	Note, Words           string
	Out                   bool
	At, Until             stamp
	TakenBy               string
	Mine                  bool
	Holder                string // whose it is, as the form that takes it says
	About, AboutHref      string
	Thread, Write         string
	OptOut, Failed        bool
	PhoneID               int64
	Next                  string // the row below, where the page goes on when this one is gone
	Closed                stamp
	ClosedBy, Word, Group string
}

// call is a number that a phone can dial.
type call struct {
	Text string
	Href template.URL
}

func callTo(p sms.Phone) call {
	if p.IsZero() {
		return call{}
	}
	return call{Text: p.Display(), Href: template.URL("tel:" + p.E164())} //nolint:gosec // digits and a plus
}

type inboxData struct {
	base
	Title, Empty string
	Tabs, Whose  []tab
	Show         string
	Failed       bool // a text that failed is among the rows
	Rows         []needItem
	Pager        pager
}

func (d inboxData) pageTitle() string { return d.Title }

// inboxPage is one part of the inbox whole, in pages.
func inboxPage() pageDef {
	return pageDef{name: "inbox", title: "Inbox", path: "/inbox", least: viewer, data: inboxData{}, show: showInbox}
}

// inbox fills Today's part of it.
func (v *visit) inbox(d *todayData) error {
	f := page.NeedFilter{Except: append(inbox.WeekKinds(), inbox.LateKinds()...), N: manyNeeds}
	d.Whose = v.whose(&f)
	counts, err := v.a.Read.OpenCounts(v.ctx(), v.now, f)
	if err != nil {
		return err
	}
	front, err := v.a.Read.Open(v.ctx(), v.now, f)
	if err != nil {
		return err
	}
	week := f
	week.Kinds, week.Except, week.N = inbox.WeekKinds(), nil, todayWeek
	later, err := v.a.Read.Open(v.ctx(), v.now, week)
	if err != nil {
		return err
	}
	d.Now = needGroup{ID: "h-now", Title: "Waiting now"}
	d.Waiting = needGroup{ID: "h-waiting", Title: "To answer", Empty: "Nobody waits for an answer. What people write, and no rule can " +
		"answer, comes here.", More: v.inboxHref("today")}
	d.Week = needGroup{
		ID: "h-week", Title: "To look at this week", Count: sum(counts, inbox.WeekKinds()), Rows: v.needs(later),
		More: v.inboxHref("week"),
	}
	for _, n := range front {
		it := v.need(n)
		if it.Group == string(inbox.Now) {
			d.Now.Rows = append(d.Now.Rows, it)
		} else if len(d.Waiting.Rows) < todayWaiting {
			d.Waiting.Rows = append(d.Waiting.Rows, it)
		}
	}
	d.Now.Count = len(d.Now.Rows)
	d.Waiting.Count = -d.Now.Count - d.Week.Count - sum(counts, inbox.LateKinds())
	for _, n := range counts {
		d.Waiting.Count += n
	}
	chain(d.Now.Rows)
	chain(d.Waiting.Rows)
	chain(d.Week.Rows)
	if n := counts["thanks_missed"]; n > 0 {
		d.Late = append(d.Late, lateItem{Href: v.inboxHref("late"), Text: many(int64(n), "thank-you") + " did not go within 24 hours"})
	}
	if n := counts["report_open"]; n > 0 {
		d.Late = append(d.Late, lateItem{Href: v.inboxHref("late"), Text: many(int64(n), "report") + " begun and not finished"})
	}
	d.Rest = []tab{
		{Text: "Everything that is late", Href: v.inboxHref("late")},
		{Text: "Put off", Href: v.inboxHref("off")},
		{Text: "Closed, and by whom", Href: v.inboxHref("closed")},
	}
	return nil
}

// manyNeeds bounds what is read to find who waits now: those are among the newest.
const manyNeeds = 200

func sum(counts map[matter.Kind]int, kinds []matter.Kind) (n int) {
	for _, k := range kinds {
		n += counts[k]
	}
	return n
}

// chain tells each row which one is below it.
func chain(rows []needItem) {
	for i := range rows {
		if i+1 < len(rows) {
			rows[i].Next = rows[i+1].ID
		} else if i > 0 {
			rows[i].Next = rows[i-1].ID
		}
	}
}

// inboxHref is the whole of one part, for whoever this page is narrowed to.
func (v *visit) inboxHref(show string) string {
	href := Root + "/inbox?show=" + show
	if w := v.query("whose"); w != "" {
		href += "&whose=" + w
	}
	return href
}

// whose narrows the rows to the visitor's, or to those that nobody has.
func (v *visit) whose(f *page.NeedFilter) []tab {
	switch v.query("whose") {
	case "mine":
		f.Mine = v.who.ID
	case "nobody":
		f.Nobody = true
	}
	return v.tabs("whose", [2]string{"", "All"}, [2]string{"mine", "Mine"}, [2]string{"nobody", "Nobody's"})
}

func showInbox(v *visit) (any, error) {
	d := inboxData{base: v.base(), Show: v.query("show")}
	f := page.NeedFilter{N: page.Size + 1}
	d.Whose = v.whose(&f)
	d.Tabs = v.tabs("show", [2]string{"today", "To answer"}, [2]string{"week", "To look at"}, [2]string{"late", "Late"},
		[2]string{"off", "Put off"}, [2]string{"closed", "Closed"})
	var err error
	if f.AfterAt, f.AfterID, err = v.place(); err != nil {
		return nil, err
	}
	rows, err := v.inboxRows(&d, f)
	if err != nil {
		return nil, err
	}
	d.Title = v.say(d.Title)
	rows, more := cut(rows)
	d.Rows = v.needs(rows)
	chain(d.Rows)
	for _, it := range d.Rows {
		d.Failed = d.Failed || it.Failed && it.Closed.Text == ""
	}
	if len(rows) > 0 {
		last := rows[len(rows)-1]
		at := last.At
		if d.Show == "closed" {
			at = last.ClosedAt
		}
		d.Pager = v.pager(more && d.Show != "off", at, last.ID)
	}
	return d, nil
}

// inboxRows reads the part that the address asks for.
func (v *visit) inboxRows(d *inboxData, f page.NeedFilter) ([]page.Need, error) {
	read := v.a.Read
	switch d.Show {
	case "", "today":
		d.Title, d.Empty, f.Except = "To answer", "Nobody waits for an answer.", append(inbox.WeekKinds(), inbox.LateKinds()...)
	case "week":
		d.Title, d.Empty, f.Kinds = "To look at this week", "Nothing here waits to be looked at.", inbox.WeekKinds()
	case "late":
		d.Title, d.Empty, f.Kinds = "Late", "Nothing is late.", inbox.LateKinds()
	case "off":
		d.Title, d.Empty = "Put off", "Nothing is put off."
		return read.PutOff(v.ctx(), v.now, manyNeeds)
	case "closed":
		d.Title, d.Empty = "Closed", "Nobody has closed anything yet."
		return read.Closed(v.ctx(), f.AfterAt, f.AfterID, f.N)
	default:
		return nil, web.ErrBadRequest
	}
	return read.Open(v.ctx(), v.now, f)
}

func (v *visit) needs(list []page.Need) []needItem {
	out := make([]needItem, len(list))
	for i, n := range list {
		out[i] = v.need(n)
	}
	return out
}

func (v *visit) need(n page.Need) needItem {
	it := needItem{
		ID: n.ID.String(), Kind: need(n), Who: n.Who, Call: callTo(n.Phone), Note: v.plainNote(n), Words: v.words(n.Words), Out: n.Out,
		At: v.at(n.At, ""), Until: v.at(n.PutOffUntil, ""),
		TakenBy: n.TakenBy, PhoneID: n.PhoneID, Mine: n.TakenByID == v.who.ID, Holder: holder(n.TakenByID), Closed: v.at(n.ClosedAt, ""),
		ClosedBy: n.ClosedBy, Word: v.words(n.Word),
	}
	said := n.Words
	if n.Out {
		said = ""
	}
	it.Group = string(inbox.GroupOf(inbox.Row{Kind: n.Kind, Subject: n.SubjectKind, Age: v.now.Sub(n.At), Words: said}))
	if n.WhoID != uuid.Nil && n.Who != "" {
		it.WhoHref = contactHref(n.WhoID)
	}
	if n.PhoneID != 0 {
		it.Thread = threadHref(n.PhoneID)
		it.Write = it.Thread + "/write"
	}
	it.Failed = n.Kind == matter.FailedText
	it.OptOut = n.Kind == matter.DoubtfulOptOut && n.PhoneID != 0
	v.aboutNeed(n, &it)
	if it.Who == "" {
		it.Who = it.Call.Text
		if it.WhoHref == "" {
			it.WhoHref = it.Thread
		}
	}
	it.Line = it.Words
	if it.Line == "" || n.Out {
		it.Line = strings.TrimPrefix(it.About+": "+it.Note, ": ")
	}
	return it
}

// aboutNeed says what a row is about, by its record's own words, and links it.
func (v *visit) aboutNeed(n page.Need, it *needItem) {
	pair := n.About.Organizer + n.About.Contact
	if n.About.Organizer != "" && n.About.Contact != "" {
		pair = v.say("{1} and {2}", n.About.Organizer, n.About.Contact)
	}
	switch n.SubjectKind {
	case "meeting":
		it.About, it.AboutHref = pair+onDay(v.at(n.About.At, "")), Root+"/meetings/"+n.SubjectID.String()
	case "report":
		it.About, it.AboutHref = v.say("Report of {1}", pair), Root+"/reports/"+n.SubjectID.String()
	case "promise":
		it.About, it.AboutHref = v.words(n.About.What)+" ("+pair+")", Root+"/reports/"+n.About.Report.String()
	case "event":
		it.About, it.AboutHref = n.About.What+onDay(v.at(n.About.At, "")), Root+"/events/"+n.SubjectID.String()
	case "database":
		it.Who = v.say("Sending is off")
		if v.may(onlyAdmin) {
			it.AboutHref, it.About = Root+"/settings", v.say("Settings")
		}
	case "provider":
		it.Who = "Twilio"
	case "country":
		it.Who = v.say("Twilio, texts to {1}", v.in.country(n.Note))
	case "webhook":
		it.Who = v.say("Another tool of ours")
		if v.may(onlyAdmin) {
			it.AboutHref, it.About = Root+webhooksPath+"/"+n.SubjectID.String(), v.say("The webhook")
		}
	}
}

func onDay(s stamp) string {
	if s.Text == "" {
		return ""
	}
	return ", " + s.Text
}

// plainNote is what a row says beside its words, with days as people write them.
func (v *visit) plainNote(n page.Need) string {
	switch {
	case n.Kind == matter.FailedText && n.ErrorCode != 0:
		return v.in.say(failure(n.ErrorCode))
	case n.Kind == matter.CountryShut:
		return v.say("Twilio refuses texts to {1}: that country is not switched on (code 21408). Switch it on in Twilio's console under "+
			"Messaging, Settings, Geo permissions. Nothing is lost: they wait, are tried every 15 minutes, and go by themselves then. Texts to "+
			"other countries go on.", v.in.country(n.Note))
	case n.Kind == matter.PromiseOverdue && n.About.On != "":
		return v.say("was due {1}", v.day(n.About.On).Text)
	}
	return v.in.say(n.Note)
}

// holder is an id as a form's field; "" is nobody.
func holder(id uuid.UUID) string {
	if id == uuid.Nil {
		return ""
	}
	return id.String()
}

// severalMost bounds what is done at once.
const severalMost = 100

// chosen reads the ids that a form's ticks, or an undo's address, name.
func chosen(list []string) []uuid.UUID {
	var out []uuid.UUID
	for _, s := range list {
		id, err := uuid.Parse(s)
		if err == nil && len(out) < severalMost && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

func countOf(n, most int) string {
	if n >= most {
		return strconv.Itoa(most) + " or more"
	}
	return strconv.Itoa(n)
}
