package demo

import (
	"context"
	"net/http"
	"time"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/inbox"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/sms"
)

// Reader is what the demo's page reads beside the stand-in's books.
type Reader interface {
	page.Story
	Open(ctx context.Context, now time.Time, f page.NeedFilter) ([]page.Need, error)
	MeetingList(ctx context.Context, f page.MeetingFilter) ([]page.MeetingRow, error)
}

type storyOut struct {
	Next     []nextOut       `json:"next"`
	Withheld []withheldOut   `json:"withheld"`
	Asked    map[string]bool `json:"asked"`
	Records  map[int]string  `json:"records"` // a text's number: the page of what it is about
	Needs    []needOut       `json:"needs"`
	Meetings []meetingOut    `json:"meetings"`
}

type nextOut struct {
	At    time.Time `json:"at"`
	Rule  string    `json:"rule"`
	To    string    `json:"to"`
	Phone string    `json:"phone"`
}

type withheldOut struct {
	At     time.Time `json:"at"`
	Phone  string    `json:"phone"`
	Kind   string    `json:"kind"`
	Body   string    `json:"body"`
	Reason string    `json:"reason"`
	Href   string    `json:"href,omitempty"`
}

type needOut struct {
	Who   string    `json:"who"`
	Words string    `json:"words"`
	At    time.Time `json:"at"`
	Now   bool      `json:"now"`
}

type meetingOut struct {
	At     time.Time `json:"at"`
	Who    string    `json:"who"`
	Status string    `json:"status"`
	Href   string    `json:"href"`
}

// Bounds of what the page asks for at once.
const (
	storyPhones   = 12
	storyNext     = 60
	storyWithheld = 60
	storyNeeds    = 8
	storyMeetings = 8
)

// story answers what stands beside the phones that are shown.
func (d *Demo) story(c echo.Context) error {
	ctx := c.Request().Context()
	var phones []sms.Phone
	for _, s := range c.QueryParams()["phone"] {
		p, err := sms.PhoneFromE164(s)
		if err != nil || len(phones) == storyPhones {
			return c.JSON(http.StatusBadRequest, problem{"phone: at most twelve, such as +12065550101"})
		}
		phones = append(phones, p)
	}
	out := storyOut{
		Next: []nextOut{}, Withheld: []withheldOut{}, Asked: map[string]bool{}, Records: map[int]string{}, Needs: []needOut{},
		Meetings: []meetingOut{},
	}
	for _, fill := range []func(context.Context, []sms.Phone, *storyOut) error{d.coming, d.withheld, d.records, d.today} {
		if err := fill(ctx, phones, &out); err != nil {
			return err
		}
	}
	return c.JSON(http.StatusOK, out)
}

func (d *Demo) coming(ctx context.Context, phones []sms.Phone, out *storyOut) error {
	next, err := d.Read.ComingTo(ctx, phones, storyNext)
	if err != nil {
		return err
	}
	for _, n := range next {
		out.Next = append(out.Next, nextOut{n.At, n.Rule, n.To, n.Phone.E164()})
	}
	asked, err := d.Read.Asked(ctx, phones)
	for _, p := range asked {
		out.Asked[p.E164()] = true
	}
	return err
}

func (d *Demo) withheld(ctx context.Context, phones []sms.Phone, out *storyOut) error {
	list, err := d.Read.WithheldFrom(ctx, phones, storyWithheld)
	for _, w := range list {
		if r, ok := reminder.Find(w.Rule); w.Rule != "" && (!ok || r.Text == "") {
			continue // a look, which would have been no text
		}
		out.Withheld = append(out.Withheld, withheldOut{
			w.At, w.Phone.E164(), w.Kind + w.Rule, w.Body, w.Reason,
			recordOf(page.Subject{Kind: w.SubjectKind, ID: w.SubjectID}),
		})
	}
	return err
}

// records links each text of ours to the page of what it is about.
func (d *Demo) records(ctx context.Context, phones []sms.Phone, out *storyOut) error {
	var ids []uuid.UUID
	number := map[uuid.UUID]int{}
	for _, p := range phones {
		for _, e := range d.Fake.Texts(p.E164(), 0) {
			if id, err := uuid.Parse(e.MessageID); err == nil {
				ids, number[id] = append(ids, id), e.N
			}
		}
	}
	subjects, err := d.Read.SubjectsOf(ctx, ids)
	for id, s := range subjects {
		if href := recordOf(s); href != "" {
			out.Records[number[id]] = href
		}
	}
	return err
}

// recordOf is the address of a subject's page; "" where it has none.
func recordOf(s page.Subject) string {
	switch s.Kind {
	case "meeting":
		return "/admin/meetings/" + s.ID.String()
	case "report":
		return "/admin/reports/" + s.ID.String()
	case "event":
		return "/admin/events/" + s.ID.String()
	case "person":
		return "/admin/contacts/" + s.ID.String()
	}
	return ""
}

// today is what staff would see first: who waits, and the day's one-on-ones.
func (d *Demo) today(ctx context.Context, _ []sms.Phone, out *storyOut) error {
	now := d.Clock.Now()
	needs, err := d.Read.Open(ctx, now, page.NeedFilter{Except: inbox.LateKinds(), N: storyNeeds})
	if err != nil {
		return err
	}
	for _, n := range needs {
		words := n.Words
		if words == "" || n.Out {
			words = n.Note
		}
		who := n.Who
		if who == "" {
			who = n.Phone.Display()
		}
		group := inbox.GroupOf(inbox.Row{Kind: n.Kind, Subject: n.SubjectKind, Age: now.Sub(n.At), Words: n.Words})
		out.Needs = append(out.Needs, needOut{who, words, n.At, group == inbox.Now})
	}
	rows, err := d.Read.MeetingList(ctx, page.MeetingFilter{From: now.Add(-12 * time.Hour), To: now.AddDate(0, 0, 30), N: storyMeetings})
	for _, m := range rows {
		out.Meetings = append(out.Meetings, meetingOut{
			m.StartsAt, m.Organizer.Name + " · " + m.Contact.Name, m.Status,
			"/admin/meetings/" + m.ID.String(),
		})
	}
	return err
}
