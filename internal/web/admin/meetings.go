package admin

import (
	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/csvio"
	"github.com/reportback/reportback/internal/core/meeting"
)

type meetingsData struct {
	base
	Tabs        []tab
	Find        string
	Organizers  []choice
	From, To    string
	Show        string
	Sort        string
	Columns     []column
	Rows        []meetingItem
	Pager       pager
	Empty       string
	ExportFrom  string
	ExportTo    string
	ExportWords string
}

type meetingItem struct {
	ID, Href           string
	When               stamp
	Organizer, Contact string
	ContactThread      string
	OrganizerHref      string
	ContactHref        string
	Call               call // the contact's phone
	Place              string
	Standing           badge
	Texts              badge // may the contact be texted?
	Unconfirmed        bool
	Report             string
}

// meetingsPage is the list of one-on-ones.
func meetingsPage() pageDef {
	return pageDef{
		name: "meetings", title: "One-on-ones", menu: "One-on-ones", path: "/meetings", views: true,
		least: viewer, data: meetingsData{}, show: showMeetings,
		acts: []actDef{
			{path: "/export", what: "export", do: export},
			{path: "/meetings/export", what: "exported one-on-ones", do: exportShown("meetings", shownMeetings)},
		},
	}
}

func showMeetings(v *visit) (any, error) {
	f, d, err := v.meetingFilter()
	if err != nil {
		return nil, err
	}
	rows, err := v.a.Read.MeetingList(v.ctx(), f)
	if err != nil {
		return nil, err
	}
	rows, more := cut(rows)
	for _, m := range rows {
		d.Rows = append(d.Rows, v.meeting(m))
	}
	if len(rows) > 0 {
		last := rows[len(rows)-1]
		d.Pager = v.pager(more, last.ListedAt, last.ID, page.GroupOf(f.By, last.Status, last.Organizer.ID, last.Contact.ID))
	}
	for show, text := range map[string]string{"tomorrow": "Tomorrow", "unconfirmed": "Not confirmed"} {
		one := page.MeetingFilter{Organizer: f.Organizer, N: page.Size + 1}
		v.meetingsShown(&one, show)
		list, err := v.a.Read.MeetingList(v.ctx(), one)
		if err != nil {
			return nil, err
		}
		counted(d.Tabs, v.say(text), len(list))
	}
	return d, nil
}

// meetingsShown narrows a list to what a tab holds, and returns what is said of none.
func (v *visit) meetingsShown(f *page.MeetingFilter, show string) string {
	monday := v.midnight(-(int(v.now.Weekday()) + 6) % 7)
	switch show {
	case "":
		f.From, f.To = v.midnight(0), v.midnight(8)
		return "No one-on-ones in the coming week. Organizers make one by a text: MEET Maria Lopez 206-555-0142 Thursday 3pm."
	case "tomorrow":
		f.From, f.To = v.midnight(1), v.midnight(2)
		f.Statuses = []string{string(meeting.Planned), string(meeting.Proposed), string(meeting.Confirmed)}
		return "No one-on-ones tomorrow."
	case "unconfirmed":
		f.From, f.Statuses = v.now, []string{string(meeting.Planned), string(meeting.Proposed)}
		return "No one-on-one that is still to come waits for a yes."
	case "week":
		f.From, f.To = monday, monday.AddDate(0, 0, 7)
		return "No one-on-ones this week."
	case "past":
		f.To, f.Backward = v.now, true
		return "No one-on-one is past yet."
	case "off":
		f.Statuses, f.Backward = []string{string(meeting.Declined), string(meeting.NoShow), string(meeting.CalledOff)}, true
		return "None was declined, missed or called off."
	}
	f.Backward = true
	return "There is no one-on-one yet."
}

// meetingFilter reads what the address asks for.
func (v *visit) meetingFilter() (page.MeetingFilter, meetingsData, error) {
	f := page.MeetingFilter{Find: v.query("q"), N: page.Size + 1}
	d := meetingsData{base: v.base(), Find: f.Find, Show: v.query("show"), From: v.query("from"), To: v.query("to")}
	d.Tabs = v.tabs("show", [2]string{"", "Coming week"}, [2]string{"tomorrow", "Tomorrow"}, [2]string{"unconfirmed", "Not confirmed"},
		[2]string{"week", "This week"}, [2]string{"past", "Past"}, [2]string{"off", "Off"}, [2]string{"all", "All"})
	var err error
	if d.Organizers, f.Organizer, err = v.organizers(); err != nil {
		return f, d, err
	}
	d.Empty = v.meetingsShown(&f, d.Show)
	from, to, err := v.days()
	if err != nil {
		return f, d, err
	}
	if !from.IsZero() {
		f.From = from
	}
	if !to.IsZero() {
		f.To = to
	}
	v.order(&f, &d)
	if f.Find != "" || f.Organizer.ID() != 0 || d.From != "" || d.To != "" {
		d.Empty = "Nothing fits these filters."
	}
	monday := v.midnight(-(int(v.now.Weekday()) + 6) % 7)
	d.ExportFrom, d.ExportTo, d.ExportWords = monday.Format("2006-01-02"), monday.AddDate(0, 0, 6).Format("2006-01-02"), "this week"
	if f.AfterAt, f.AfterID, err = v.place(); err != nil {
		return f, d, err
	}
	return f, d, nil
}

// order reads the sort that the address asks for, and offers the others.
func (v *visit) order(f *page.MeetingFilter, d *meetingsData) {
	usual := "when"
	if f.Backward {
		usual = "-when"
	}
	by, back := v.sorted(usual)
	if by == "when" {
		f.Backward = back
	}
	f.Sort = sortOf(by, back, v.group(), page.ByOrganizer, page.ByContact, page.ByPlace, page.ByStatus)
	d.Sort, d.Columns = v.query("sort"), v.columns(usual, heading{text: "When", by: "when"},
		heading{text: "Organizer", by: string(page.ByOrganizer)}, heading{text: "Contact", by: string(page.ByContact)},
		heading{text: "Where", by: string(page.ByPlace)}, heading{text: "Status", by: string(page.ByStatus)})
}

func (v *visit) meeting(m page.MeetingRow) meetingItem {
	it := meetingItem{
		ID: m.ID.String(), Href: Root + "/meetings/" + m.ID.String(), When: v.at(m.StartsAt, m.Zone), Organizer: m.Organizer.Name,
		Contact:  whole(m.Contact.Name),
		Place:    v.words(m.Place),
		Standing: standing(m, v.now), Texts: mayText(m.Contact),
	}
	if m.StartsAt.IsZero() {
		it.When = v.day(m.MetOn)
	}
	it.ContactHref, it.Call = recordHref(m.Contact), callTo(m.Contact.Phone)
	if m.Organizer.ID != uuid.Nil {
		it.OrganizerHref = Root + "/organizers/" + m.Organizer.ID.String()
	}
	if m.Contact.PhoneID != 0 {
		it.ContactThread = threadHref(m.Contact.PhoneID)
	}
	open := m.Status == string(meeting.Planned) || m.Status == string(meeting.Proposed)
	it.Unconfirmed = open && m.StartsAt.After(v.now)
	if m.ReportID.ID() != 0 {
		it.Report = Root + "/reports/" + m.ReportID.String()
	}
	return it
}

// flavour reads whom an export is for.
func flavour(s string) csvio.Flavour {
	if csvio.Flavour(s) == csvio.CRM {
		return csvio.CRM
	}
	return csvio.Spreadsheet
}
