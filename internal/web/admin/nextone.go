package admin

import (
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk"
	"github.com/reportback/reportback/internal/core/when"
)

// nextItem is the next one-on-one of which a report tells, ready to be planned; no Action where there is none to plan.
type nextItem struct {
	Words, At, Place, Action string
}

// nextOne reads it from a filed report. Where the two have one to come already, or its time is past, there is nothing to plan.
func (v *visit) nextOne(r page.ReportDetail) (nextItem, error) {
	if !v.may(anyStaff) || r.FiledAt.IsZero() || r.Contact.ID == uuid.Nil || r.Organizer.ID == uuid.Nil {
		return nextItem{}, nil
	}
	answers := make(map[report.Name]report.Answer, len(r.Answers))
	for _, a := range r.Answers {
		answers[report.Name(a.Field)] = report.Answer{State: report.State(a.State), Words: a.Words, Value: a.Value}
	}
	tag, _ := lang.ParseTag(r.Organizer.Language)
	zone := zoneOr(r.Organizer.Zone, v.zone)
	next, ok := talk.NextOneOf(answers, when.Context{At: r.FiledAt, Zone: zone, Mode: when.Plan, Lang: tag})
	if !ok || !next.At.IsZero() && !next.At.After(v.now) {
		return nextItem{}, nil
	}
	list, err := v.a.Read.MeetingsOf(v.ctx(), r.Contact.ID, lifeShown)
	if err != nil {
		return nextItem{}, err
	}
	place := next.Place
	for _, m := range list {
		open := []meeting.Status{meeting.Planned, meeting.Proposed, meeting.Confirmed}
		if m.Organizer.ID == r.Organizer.ID && m.StartsAt.After(v.now) && slices.Contains(open, meeting.Status(m.Status)) {
			return nextItem{}, nil
		}
		if next.SamePlace && m.ID == r.MeetingID {
			place = m.Place
		}
	}
	it := nextItem{Words: strings.TrimSpace(next.Words), Place: place, Action: contactHref(r.Contact.ID) + "/plan"}
	if !next.At.IsZero() {
		it.At = next.At.Format(inputTime)
	}
	return it, nil
}
