package admin

import (
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/zones"
)

type meetingData struct {
	base
	meetingItem
	Title             string
	Minutes           int
	Status            string
	Outcome           string
	Private           bool
	Proposal          string
	Settle            bool // the contact waits for an answer to another time
	Confirmed, Told   stamp
	FiledAt           stamp // when its report was
	OrganizerThread   string
	OrganizerRef      string // the organizer's page, and the contact's record
	ContactRef        string
	ContactPhoneID    int64
	NoText            string // why the contact gets none
	NoTextOrganizer   string
	OrganizerCall     call
	Language          string
	Zone              string // of the move's form
	StartsInput       string
	Open, Begun       bool // may still be moved; may be marked held
	Coming            []waitItem
	Gone              []waitItem
	Timeline          []lineItem
	Thread            []textItem
	Notes             []noteItem
	Thanks            page.Thanks
	ThanksDue         stamp
	ThanksSent        stamp
	ThanksOpen        bool
	ThanksWords       string
	Debrief           page.Debrief
	DebriefOn         stamp
	DebriefClosed     stamp
	DebriefOpen       bool
	Filed, Unreported bool
}

func (d meetingData) pageTitle() string { return d.Title }

type noteItem struct {
	By, Words string
	At        stamp
}

// meetingPage is one one-on-one with everything that belongs to it.
func meetingPage() pageDef {
	return pageDef{
		name: "meeting", title: "One-on-one", path: "/meetings/:id", least: viewer, data: meetingData{}, show: showMeeting,
		acts: []actDef{
			{path: "/meetings/:id/move", what: "moved", do: moveMeeting},
			{path: "/meetings/:id/call-off", what: "called off", do: onMeeting(world.ActCallOff)},
			{path: "/meetings/:id/accept", what: "agreed to another time for the organizer", do: onMeeting(world.ActAccept)},
			{path: "/meetings/:id/refuse", what: "refused another time for the organizer", do: onMeeting(world.ActRefuse)},
			{path: "/meetings/:id/begin", what: "began a report for the organizer", do: beginReport},
			{path: "/meetings/:id/held", what: "marked held", do: onMeeting(world.ActHeld)},
			{path: "/meetings/:id/no-show", what: "marked no-show", do: onMeeting(world.ActNoShow)},
			{path: "/meetings/:id/private", what: "made private", do: onMeeting(world.ActPrivate)},
			{path: "/meetings/:id/thanks", what: "thank-you sent", do: onMeeting(world.ActThanksSend)},
			{path: "/meetings/:id/hold-thanks", what: "thank-you held", do: onMeeting(world.ActThanksHold)},
			{path: "/meetings/:id/write", what: "wrote a text", do: writeContact},
			{path: "/meetings/:id/stop/:wait", what: "stopped a planned text", do: stopWait},
			{path: "/meetings/:id/debriefed", what: "debrief done", do: debriefMeeting},
		},
	}
}

const (
	threadSize   = 30
	timelineSize = 200
)

func showMeeting(v *visit) (any, error) {
	id, err := v.id("id")
	if err != nil {
		return nil, err
	}
	m, err := v.a.Read.Meeting(v.ctx(), id)
	if err != nil {
		return nil, err
	}
	d := v.meetingFacts(m)
	if d.Coming, d.Gone, err = v.trail("meeting", id); err != nil {
		return nil, err
	}
	subjects := []page.Subject{{Kind: "meeting", ID: id}}
	if m.ReportID != uuid.Nil && m.Filed {
		r, err := v.a.Read.Report(v.ctx(), m.ReportID)
		if err != nil {
			return nil, err
		}
		d.FiledAt = v.at(r.FiledAt, "")
	}
	if m.ReportID != uuid.Nil {
		subjects = append(subjects, page.Subject{Kind: "report", ID: m.ReportID})
	}
	if d.Timeline, err = v.timeline(subjects); err != nil {
		return nil, err
	}
	if m.Contact.PhoneID != 0 {
		if d.Thread, _, err = v.thread(m.Contact.PhoneID, 0, threadSize); err != nil {
			return nil, err
		}
	}
	if !v.may(anyStaff) {
		return d, nil
	}
	notes, err := v.a.Read.Notes(v.ctx(), id)
	if err != nil {
		return nil, err
	}
	for _, n := range notes {
		d.Notes = append(d.Notes, noteItem{By: n.By, Words: n.Words, At: v.at(n.At, "")})
	}
	return d, nil
}

// meetingFacts is what the row itself says.
func (v *visit) meetingFacts(m page.MeetingDetail) meetingData {
	st := meeting.Status(m.Status)
	d := meetingData{
		base: v.base(), meetingItem: v.meeting(m.MeetingRow), Minutes: m.Minutes, Status: m.Status,
		Outcome:   strings.ReplaceAll(m.Outcome, "_", " "),
		Private:   m.Private,
		Confirmed: v.at(m.ConfirmedAt, ""), Told: v.at(m.ToldAt, ""), ContactPhoneID: m.Contact.PhoneID, Language: language(m.Contact.Language),
		Zone:   m.Zone,
		Thanks: m.Thanks, ThanksDue: v.at(m.Thanks.DueBy, ""), ThanksSent: v.at(m.Thanks.SentAt, ""), ThanksWords: v.words(m.Thanks.Draft),
		Debrief: m.Debrief, DebriefOn: v.day(m.Debrief.On), DebriefClosed: v.at(m.Debrief.ClosedAt, ""), Filed: m.Filed,
	}
	d.Title = v.say("{1} and {2}", d.Organizer, d.Contact)
	d.Open = st != meeting.Held && st != meeting.Reported && st != meeting.Debriefed && !m.StartsAt.IsZero()
	d.Begun = !m.StartsAt.IsZero() && !v.now.Before(m.StartsAt) && st != meeting.CalledOff && st != meeting.Declined && !m.Filed
	d.Unreported = !m.Filed && (st == meeting.Held || d.Begun)
	d.ThanksOpen = m.Thanks.State == "waiting" || m.Thanks.State == "draft" || m.Thanks.State == "held"
	d.DebriefOpen = m.Debrief.ID != uuid.Nil && m.Debrief.ClosedAt.IsZero()
	d.ContactRef, d.NoText = recordHref(m.Contact), v.noText(m.Contact)
	d.OrganizerCall, d.NoTextOrganizer = callTo(m.Organizer.Phone), v.noText(m.Organizer)
	if m.Organizer.ID != uuid.Nil {
		d.OrganizerRef = Root + "/organizers/" + m.Organizer.ID.String()
	}
	if m.Organizer.PhoneID != 0 {
		d.OrganizerThread = threadHref(m.Organizer.PhoneID)
	}
	if loc, err := zones.Load(m.Zone); err == nil && !m.StartsAt.IsZero() {
		d.StartsInput = m.StartsAt.In(loc).Format(inputTime)
	}
	d.Settle = st == meeting.Proposed && m.ProposedBy == string(meeting.Contact)
	if !m.ProposedAt.IsZero() {
		d.Proposal = v.in.say("The " + m.ProposedBy + " asks for " + v.at(m.ProposedAt, m.Zone).Text)
	}
	return d
}

// inputTime is how a datetime-local field writes.
const inputTime = "2006-01-02T15:04"

func language(tag string) string {
	switch tag {
	case "es":
		return "Spanish"
	case "en":
		return "English"
	}
	return ""
}

// organizerOf returns the phone on which a meeting is decided.
func (v *visit) organizerOf() (uuid.UUID, page.MeetingDetail, error) {
	id, err := v.id("id")
	if err != nil {
		return id, page.MeetingDetail{}, err
	}
	m, err := v.a.Read.Meeting(v.ctx(), id)
	return id, m, err
}

// onMeeting does what needs no more than the meeting and perhaps some words.
func onMeeting(kind world.ActKind) func(*visit) (done, error) {
	return func(v *visit) (done, error) {
		id, m, err := v.organizerOf()
		if err != nil {
			return done{}, err
		}
		return v.act(m.Organizer.Phone, world.Act{Kind: kind, Subject: id, Words: v.form("words") + v.form("thanks")}) // no form has both
	}
}

// beginReport begins the report for the organizer, and goes on to its form.
func beginReport(v *visit) (done, error) {
	id, m, err := v.organizerOf()
	if err != nil {
		return done{}, err
	}
	end, err := v.act(m.Organizer.Phone, world.Act{Kind: world.ActBegin, Subject: id})
	if err != nil || end.refused {
		return end, err
	}
	if m, err = v.a.Read.Meeting(v.ctx(), id); err == nil && m.ReportID != uuid.Nil {
		end.to = Root + "/reports/" + m.ReportID.String() + "/edit"
	}
	return end, err
}

// moveMeeting gives it another time, as the clocks at the meeting say it.
func moveMeeting(v *visit) (done, error) {
	id, m, err := v.organizerOf()
	if err != nil {
		return done{}, err
	}
	loc, err := zones.Load(m.Zone)
	if err != nil {
		loc = v.zone
	}
	at, err := time.ParseInLocation(inputTime, v.form("at"), loc)
	if err != nil {
		return badTime(), nil
	}
	if odd, ok := v.atNight(at); ok {
		return odd, nil
	}
	return v.act(m.Organizer.Phone, world.Act{Kind: world.ActMove, Subject: id, At: at})
}

// writeContact texts the contact, or the organizer, under the staff member's name.
func writeContact(v *visit) (done, error) {
	_, m, err := v.organizerOf()
	if err != nil {
		return done{}, err
	}
	to := m.Contact
	if v.form("to") == "organizer" {
		to = m.Organizer
	}
	return v.act(to.Phone, world.Act{Kind: world.ActWrite, Subject: to.ID, Words: v.form("words")})
}

// stopWait stops one planned text.
func stopWait(v *visit) (done, error) {
	id, err := v.id("wait")
	if err != nil {
		return done{}, err
	}
	w, err := v.a.Read.WaitOf(v.ctx(), id)
	if err != nil {
		return done{}, err
	}
	if w.State != "planned" {
		return done{}, app.ErrConflict
	}
	return v.act(w.Phone, world.Act{Kind: world.ActStopPlan, Subject: id})
}

func debriefMeeting(v *visit) (done, error) {
	_, m, err := v.organizerOf()
	if err != nil {
		return done{}, err
	}
	return v.debriefed(m.Debrief)
}

// debriefed closes the debrief that covers a report.
func (v *visit) debriefed(b page.Debrief) (done, error) {
	if b.ID == uuid.Nil {
		return done{say: "No debrief is booked for this one.", refused: true}, nil
	}
	end, err := v.act(b.OrganizerPhone, world.Act{Kind: world.ActDebriefed, Subject: b.ID, Words: v.form("words")})
	end.undo = Root + "/debriefs/" + b.ID.String() + "/reopen"
	return end, err
}
