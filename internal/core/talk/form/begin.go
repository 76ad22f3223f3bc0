package form

import (
	"slices"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/form/field"
	"github.com/reportback/reportback/internal/core/talk/form/stray"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// reportOn opens the report of a planned one-on-one on its short road: what is known of it is there, what came of it is asked.
func reportOn(t *turn.Turn, f fact.ToReport) {
	m := f.Meets[0]
	for _, dr := range t.Drafts() {
		if dr.MeetingID == m.ID {
			openDraft(t, dr, f.Of(0))
			return
		}
	}
	if f.Waits {
		queueReport(t, m, f.Of(0))
		return
	}
	queueOpen(t)
	for i, later := range f.Meets[1:] {
		queueReport(t, later, f.Of(i+1))
	}
	field.Begin(t, m)
	if !f.On.IsZero() {
		t.Put(report.MetOn, report.Answer{State: report.Given, Words: f.On.String(), Value: f.On.String(), Sources: t.Source()})
	}
	stray.Absorb(t, f.Of(0))
	if t.Draft().Answers[report.Learned].State == report.Given { // "and she ..." goes on with it
		t.OnReport(report.Learned)
	}
	first := f.First
	if len(f.Meets) > 1 || f.Next {
		first += " " + t.Say(lang.ReportNext, "what", t.About1(*t.Draft()))
	}
	if f.Later {
		t.SayFirst(first)
		later(t)
		return
	}
	advance(t, first)
}

// beginFor makes the draft that staff fill in for the organizer, who is asked nothing of it.
func beginFor(t *turn.Turn, f *fact.ReportBegun) {
	f.There = slices.ContainsFunc(t.Drafts(), func(dr report.Draft) bool { return dr.MeetingID == f.Meet.ID })
	if !f.There {
		field.Begin(t, f.Meet)
		field.Chase(t)
	}
}

// nextReport is the first report of the queue, but for one.
func nextReport(t *turn.Turn, but uuid.UUID) (report.Draft, bool) {
	for _, a := range t.Asks() {
		for _, dr := range t.Drafts() {
			if a.Kind == world.ReportTalk && dr.ID == a.SubjectID && dr.ID != but {
				return dr, true
			}
		}
	}
	return report.Draft{}, false
}

// takeDraft takes a waiting report up again.
func takeDraft(t *turn.Turn, dr report.Draft) {
	t.Hold(dr)
	t.Add(change.CloseAsk{PhoneID: t.Phone().ID, Kind: world.ReportTalk, SubjectID: dr.ID, Why: "taken up", At: t.Now()})
	t.OnReport("")
}

// queueReport puts the report of a one-on-one into the queue: it comes when the one before is filed.
func queueReport(t *turn.Turn, m world.Meet, words string) {
	if slices.ContainsFunc(t.Drafts(), func(dr report.Draft) bool { return dr.MeetingID == m.ID }) {
		return
	}
	field.Begin(t, m)
	stray.Absorb(t, words)
	id := t.Draft().ID
	t.SaveDraft()
	t.Add(change.OpenAsk{
		ID: t.NewID(), PhoneID: t.Phone().ID, Kind: world.ReportTalk, SubjectID: id, Rank: 10, Cause: t.MessageID(),
		At: t.Now(),
	})
	t.LetGo()
}
