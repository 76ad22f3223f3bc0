package talk

import (
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/understand"
)

// outcomesIn takes what a text says of several one-on-ones that are over, or of one by name: "met Maria and Rosa, Jo no-show".
func (d *decision) outcomesIn(body string) bool {
	pool := d.unreported()
	if len(pool) == 0 || len(body) > 400 {
		return false
	}
	names := make([]string, len(pool))
	for i, m := range pool {
		names[i] = m.Contact.First()
		if slices.Contains(names[:i], names[i]) {
			names[i] = "" // the newest of two with one name is meant
		}
	}
	outs, whole := understand.OutcomesOf(body, names)
	if len(outs) == 0 || !whole && len(outs) < 2 {
		return false
	}
	if len(outs) == 1 {
		d.oneOutcome(pool[outs[0].Name], outs[0].Outcome)
		return true
	}
	d.severalOutcomes(pool, outs)
	return true
}

func (d *decision) oneOutcome(m Meet, o understand.Outcome) {
	switch o {
	case understand.Met:
		d.met(m, "")
	case understand.Missed:
		d.missed(m)
	default:
		d.happened(OtherTime{m, timeSaid{}, d.say(lang.MoveAskWhen, "what", d.what(m))})
	}
}

// severalOutcomes notes each; the first that was met opens its report, the others wait in the queue.
func (d *decision) severalOutcomes(pool []Meet, outs []understand.NameOutcome) {
	var said []string
	var met []Meet
	for _, o := range outs {
		m := pool[o.Name]
		f := []string{"first", m.Contact.First()}
		switch {
		case o.Outcome == understand.Met && (m.Status == meeting.Held || d.held(&m)):
			met = append(met, m)
			said = append(said, d.say(lang.OutcomeMet, f...))
		case o.Outcome == understand.Missed && d.noShow(&m):
			said = append(said, d.say(lang.OutcomeMissed, f...))
		case o.Outcome == understand.Postponed:
			said = append(said, d.say(lang.OutcomePostponed, f...))
		}
	}
	noted := d.say(lang.OutcomesNoted, "list", strings.Join(said, ", "))
	if len(met) == 0 {
		d.finishWith("saved", noted)
		return
	}
	d.happened(ToReport{Meets: met, First: noted, Next: true})
}

// queueReport puts the report of a one-on-one into the queue: it comes when the one before is filed.
func (d *decision) queueReport(m Meet) {
	if slices.ContainsFunc(d.w.Drafts, func(dr report.Draft) bool { return dr.MeetingID == m.ID }) {
		return
	}
	d.beginReport(m)
	id := d.draft.ID
	d.saveDraft()
	d.set.Add(change.OpenAsk{ID: d.ids.New(), PhoneID: d.w.Phone.ID, Kind: ReportTalk, SubjectID: id, Rank: 10, Cause: d.in.MessageID, At: d.now})
	d.letGo()
}

// overdueReport: two mornings have gone by without a report; staff see it.
func (d *decision) overdueReport(reminder.Rule) {
	m, ok := d.meetByID(d.in.Due.SubjectID)
	if !ok || d.in.Due.Subject.Version != m.Rev || m.Status != meeting.Planned && m.Status != meeting.Confirmed && m.Status != meeting.Held {
		d.end(change.PlanSuperseded, "reported, or off", uuid.Nil)
		return
	}
	note := "no report: nobody said how it went"
	if m.Status == meeting.Held {
		note = "no report yet of a one-on-one that was held"
	}
	d.set.Add(change.Attention{ID: d.ids.New(), Kind: "report_overdue", Subject: loose(m.Meeting), PhoneID: d.w.Phone.ID, Note: note, At: d.now})
	d.end(change.PlanMade, "staff see it as overdue", uuid.Nil)
}

// outcomesSaid takes a text that says how one-on-ones went.
func (d *decision) outcomesSaid() bool {
	return d.outcomesIn(strings.TrimSpace(d.in.Inbound.Body.Text()))
}
