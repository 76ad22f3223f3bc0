package admin

import (
	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/when"
)

type reportsData struct {
	base
	Tabs       []tab
	Find, Show string
	From, To   string
	Organizers []choice
	Sort       string
	Columns    []column
	Rows       []reportItem
	Pager      pager
	Empty      string
	Reading    bool // their words, one below the other
	Ways       []tab
}

type reportItem struct {
	Told                     []toldItem // of the reading view
	Href, Organizer, Contact string
	Met, Changed             stamp
	Standing                 badge
	Review                   bool
}

// reportsPage is the list of reports.
func reportsPage() pageDef {
	return pageDef{
		name: "reports", title: "Reports", menu: "Reports", path: "/reports", views: true, least: viewer, data: reportsData{}, show: showReports,
		acts: []actDef{{path: "/reports/export", what: "exported reports", do: exportShown("reports", shownReports)}},
	}
}

// reportsShown narrows a list to what a tab holds.
func reportsShown(f *page.ReportFilter, show string) {
	switch show {
	case "filed", "draft":
		f.Status = show
	case "debrief":
		f.Undebriefed = true
	case "review":
		f.Review = true
	}
}

// reportFilter reads what the address asks for.
func (v *visit) reportFilter() (page.ReportFilter, reportsData, error) {
	f := page.ReportFilter{Find: v.query("q"), N: page.Size + 1}
	d := reportsData{base: v.base(), Find: f.Find, Show: v.query("show"), From: v.query("from"), To: v.query("to")}
	d.Tabs = v.tabs("show", [2]string{"", "All"}, [2]string{"filed", "Filed"}, [2]string{"draft", "Not finished"},
		[2]string{"debrief", "To debrief"}, [2]string{"review", "To look at"})
	reportsShown(&f, d.Show)
	by, back := v.sorted("-when")
	f.Forward = by == "when" && !back
	f.Sort = sortOf(by, back, v.group(), page.ByOrganizer, page.ByContact, page.ByMet, page.ByStatus)
	if f.By == page.ByMet { // the latest day first
		f.Down = !f.Down
	}
	d.Sort, d.Columns = v.query("sort"), v.columns("-when", heading{text: "Last change", by: "when"},
		heading{text: "Organizer", by: string(page.ByOrganizer)}, heading{text: "Contact", by: string(page.ByContact)},
		heading{"They met", string(page.ByMet), true}, heading{text: "Status", by: string(page.ByStatus)})
	var err error
	if d.Organizers, f.Organizer, err = v.organizers(); err != nil {
		return f, d, err
	}
	if f.From, f.To, err = v.days(); err != nil {
		return f, d, err
	}
	f.AfterAt, f.AfterID, err = v.place()
	return f, d, err
}

func showReports(v *visit) (any, error) {
	f, d, err := v.reportFilter()
	if err != nil {
		return nil, err
	}
	rows, err := v.a.Read.ReportList(v.ctx(), f)
	if err != nil {
		return nil, err
	}
	rows, more := cut(rows)
	for _, r := range rows {
		d.Rows = append(d.Rows, v.report(r))
	}
	if v.may(anyStaff) {
		d.Ways, d.Reading = v.tabs("view", [2]string{"", "As a list"}, [2]string{"read", "To read"}), v.query("view") == "read"
	}
	if d.Reading {
		if err := v.tellAll(rows, d.Rows); err != nil {
			return nil, err
		}
	}
	if len(rows) > 0 {
		last := rows[len(rows)-1]
		contact := last.Contact.ID
		if last.Loose {
			contact = uuid.Nil
		}
		d.Pager = v.pager(more, last.ChangedAt, last.ID, page.GroupOf(f.By, last.Status, last.Organizer.ID, contact))
	}
	for show, text := range map[string]string{"draft": "Not finished", "debrief": "To debrief", "review": "To look at"} {
		one := page.ReportFilter{Organizer: f.Organizer, N: page.Size + 1}
		reportsShown(&one, show)
		list, err := v.a.Read.ReportList(v.ctx(), one)
		if err != nil {
			return nil, err
		}
		counted(d.Tabs, v.say(text), len(list))
	}
	d.Empty = "There is no report yet. An organizer begins one by answering how it went, or by texting REPORT."
	if f.Find != "" || d.Show != "" || f.Organizer != uuid.Nil || d.From != "" || d.To != "" {
		d.Empty = "Nothing fits these filters."
	}
	return d, nil
}

func (v *visit) report(r page.ReportRow) reportItem {
	it := reportItem{
		Href: Root + "/reports/" + r.ID.String(), Organizer: r.Organizer.Name, Contact: whole(r.Contact.Name), Met: v.day(r.MetOn),
		Changed: v.at(r.ChangedAt, ""),
		Review:  r.NeedsReview, Standing: badge{"not finished", "warn"},
	}
	switch {
	case !r.DebriefedAt.IsZero():
		it.Standing = badge{"debriefed", "good"}
	case r.Status == "filed":
		it.Standing = badge{"filed", "good"}
	}
	return it
}

type reportData struct {
	base
	reportItem
	Meeting         string
	ContactRef      string // the contact's record
	Texts           badge
	Filed, Debrief  stamp
	OrganizerThread string
	Told            []fieldItem // what the one-on-one brought
	Rest            []fieldItem // who, when and where to turn
	LeftEmpty       string      // the labels of what has no answer
	Promises        []promiseItem
	DebriefWith     string
	DebriefOn       stamp
	DebriefOpen     bool
	DebriefDone     stamp
	Timeline        []lineItem
	Next            nextItem // the next one-on-one, where it tells of one that nobody has planned
}

func (d reportData) pageTitle() string { return "Report of " + d.Organizer + " on " + d.Contact }

type fieldItem struct {
	Label, Words, Value string
	Call                call // the number that it is
	Given, Review       bool
	told                bool
}

// reportPage is one report with its answers.
func reportPage() pageDef {
	return pageDef{
		name: "report", title: "Report", path: "/reports/:id", least: viewer, data: reportData{}, show: showReport,
		acts: []actDef{
			{path: "/reports/:id/debriefed", what: "debrief done", do: debriefReport},
			{path: "/reports/:id/nudge", what: "nudged about a report", do: nudgeReport},
		},
	}
}

// reportOf reads the report that the address names.
func (v *visit) reportOf() (page.ReportDetail, error) {
	id, err := v.id("id")
	if err != nil {
		return page.ReportDetail{}, err
	}
	return v.a.Read.Report(v.ctx(), id)
}

func showReport(v *visit) (any, error) {
	r, err := v.reportOf()
	if err != nil {
		return nil, err
	}
	d := reportData{
		base: v.base(), reportItem: v.report(r.ReportRow), Texts: mayText(r.Contact), Filed: v.at(r.FiledAt, ""), DebriefWith: r.DebriefWith,
		DebriefOn:   v.day(r.DebriefOn),
		DebriefDone: v.at(r.DebriefedAt, ""), ContactRef: recordHref(r.Contact),
	}
	if r.Debrief.ID != uuid.Nil {
		d.DebriefOpen, d.DebriefOn = r.Debrief.ClosedAt.IsZero(), v.day(r.Debrief.On)
		if r.Debrief.Staff != "" {
			d.DebriefWith = r.Debrief.Staff
		}
	}
	if r.MeetingID != uuid.Nil {
		d.Meeting = Root + "/meetings/" + r.MeetingID.String()
	}
	if r.Organizer.PhoneID != 0 {
		d.OrganizerThread = threadHref(r.Organizer.PhoneID)
	}
	d.Told, d.Rest, d.LeftEmpty = parted(v.fields(r.Answers))
	for _, p := range r.Promises {
		d.Promises = append(d.Promises, v.promise(p))
	}
	if d.Next, err = v.nextOne(r); err != nil {
		return nil, err
	}
	d.Timeline, err = v.timeline([]page.Subject{{Kind: "report", ID: r.ID}})
	return d, err
}

// fields puts the answers into the form's order.
func (v *visit) fields(list []page.Answer) []fieldItem {
	by := map[string]page.Answer{}
	for _, a := range list {
		by[a.Field] = a
	}
	var out []fieldItem
	for _, f := range report.Form() {
		a, ok := by[string(f.Name)]
		it := fieldItem{Label: v.label(f), Words: v.words(a.Words), Value: v.value(f, a.Value), Review: a.NeedsReview, told: told(f)}
		it.Given = ok && a.Words+a.Value != "" && a.State != "skipped"
		if f.Number == 0 && (!it.Given || f.Parent == "") {
			continue // a part of a line that was not answered, or a question about the form itself
		}
		if number, err := sms.PhoneFromE164(a.Value); err == nil && f.Shape == report.PhoneNumber {
			it.Call = callTo(number)
		}
		switch {
		case it.Value == it.Words, f.Shape == report.PhoneNumber, f.Shape == report.StaffName:
			it.Value = "" // a number or an id says no more than the words
		case f.Shape == report.Day && it.Value != "" && (f.Parent != "" || it.Words == "" || it.Words == a.Value):
			it.Words, it.Value = it.Value, "" // the words stand in the line that it belongs to
		}
		out = append(out, it)
	}
	return out
}

// label names a field as staff read it; the form's own labels speak to the organizer.
func (v *visit) label(f report.Field) string {
	switch f.Name {
	case report.MetOn:
		return v.say("They met on")
	case report.Organizer:
		return v.say("Organizer")
	case report.Contact:
		return v.say("Contact")
	case report.Consent:
		return v.say("Texts welcome")
	case report.BestWay:
		return v.say("Best way to reach")
	case report.Needs:
		return v.say("Needs, to take part")
	case report.Relationship:
		return v.say("How they know each other")
	case report.Commitment:
		return v.say("Commitment")
	case report.CommitmentDue:
		return v.say("Commitment, by")
	case report.FollowUps:
		return v.say("The organizer promised")
	case report.FollowUpsDue:
		return v.say("Promised, by")
	case report.StaffFollowUp:
		return v.say("Debrief with")
	case report.StaffOn:
		return v.say("Debrief on")
	case report.StaffNotes:
		return v.say("For staff to know")
	case report.ContactPhone, report.ContactEmail, report.Learned, report.NextSteps, report.Notes, report.ReviewStep, report.Rest,
		report.Event:
	}
	return lang.Text(v.in.language(), lang.Label(string(f.Name)))
}

// value writes what was understood as people write it.
func (v *visit) value(f report.Field, s string) string {
	if f.Shape == report.Day {
		if _, ok := when.ParseDate(s); ok {
			return v.day(s).Text
		}
	}
	return v.words(s)
}

func debriefReport(v *visit) (done, error) {
	r, err := v.reportOf()
	if err != nil {
		return done{}, err
	}
	return v.debriefed(r.Debrief)
}

func nudgeReport(v *visit) (done, error) {
	r, err := v.reportOf()
	if err != nil {
		return done{}, err
	}
	return v.nudge(r.Organizer.ID, r.Organizer.Phone)
}
