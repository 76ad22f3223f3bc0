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
	if d.Show == "late" {
		d.Rows = folded(d.Rows)
	}
	chain(d.Rows)
	for _, it := range d.Rows {
		d.Failed = d.Failed || it.refused && it.Closed.Text == ""
	}
	if len(rows) > 0 {
		last := rows[len(rows)-1]
		at := last.At
		if d.Show == "closed" {
			at = last.ClosedAt
		}
		d.Pager = v.pager(more && d.Show != "off", at, last.ID, "")
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

// severalMost bounds what is done at once.
const severalMost = 100

// chosen reads the ids that a form's ticks, or an undo's address, name.
func chosen(list []string) []uuid.UUID {
	var out []uuid.UUID
	for _, line := range list {
		for s := range strings.SplitSeq(line, ",") { // a line may hold several rows
			id, err := uuid.Parse(s)
			if err == nil && len(out) < severalMost && !slices.Contains(out, id) {
				out = append(out, id)
			}
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
