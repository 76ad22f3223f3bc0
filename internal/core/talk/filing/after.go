package filing

import (
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// correctedFor is how long after a one-on-one a text may still correct its report.
const correctedFor = 48 * time.Hour

// newestFiled is the one-on-one whose report the speaker filed last, where that is not long ago.
func newestFiled(t *turn.Turn) (world.Meet, bool) {
	var newest world.Meet
	for _, m := range t.Meetings() {
		on := m.StartsAt
		if on.IsZero() {
			on = m.CreatedAt
		}
		if m.OrganizerID == t.Who().ID && m.Status == meeting.Reported && t.Now().Sub(on) <= correctedFor &&
			(newest.ID == uuid.Nil || !on.Before(newest.StartsAt)) {
			newest = m
		}
	}
	return newest, newest.ID != uuid.Nil
}

// correctsFiled takes a text that corrects the report that was just filed: an email goes onto the contact's record, whatever else to staff,
// who correct the report; both say so.
func correctsFiled(t *turn.Turn) bool {
	body := strings.TrimSpace(t.Body())
	m, ok := newestFiled(t)
	mail := t.Heard().Email
	if name, renamed := understand.NameCorrected(body, m.Contact.Name); ok && renamed && m.ContactID != uuid.Nil {
		t.SetAbout(turn.Loose(m.Meeting))
		t.Answer("saved", t.Rename(m.Contact, name))
		return true
	}
	if !ok || len(body) > 300 || understand.IsQuestion(body) || !understand.Corrects(body) && mail == "" {
		return false
	}
	if mail != "" && m.Contact.ID != uuid.Nil {
		p := m.Contact
		p.Email = mail
		t.Add(change.SavePerson{Person: p, At: t.Now()})
		t.Note(change.Subject{Kind: change.PersonSubject, ID: p.ID}, change.RecordChanged, "")
		t.Answer("saved", t.Say(lang.RecordMail, "first", p.First(), "email", mail))
		return true
	}
	toCorrect(t, m, body)
	t.Answer("saved", t.Say(lang.CorrectionKept, "what", about(t, m), "words", report.Excerpt(body, 60)))
	return true
}

// toCorrect has staff correct the report of a one-on-one.
func toCorrect(t *turn.Turn, m world.Meet, words string) {
	t.SetOutcome("for staff: corrects a filed report")
	t.SetAbout(turn.Loose(m.Meeting))
	t.HandToStaff(matter.NeedsAnswer, "corrects the report on "+m.Contact.Name+": "+report.Excerpt(words, 200))
}

// about names a report that is filed.
func about(t *turn.Turn, m world.Meet) string {
	if m.StartsAt.IsZero() {
		return m.Contact.Name
	}
	return m.Contact.Name + ", " + t.WhenOf(m, m.StartsAt)
}

// askCorrection hears FIX while no report is open.
func askCorrection(t *turn.Turn, _ fact.ToCorrect) bool {
	m, ok := newestFiled(t)
	if !ok || t.Heard().Command != understand.Fix && t.Heard().Command != understand.Add {
		return false
	}
	if words := strings.TrimSpace(t.Heard().Arg); len(strings.Fields(words)) > 1 {
		toCorrect(t, m, t.Body())
		t.Answer("saved", t.Say(lang.CorrectionKept, "what", about(t, m), "words", report.Excerpt(words, 60)))
		return true
	}
	t.Answer("help", t.Say(lang.CorrectionAsk, "what", about(t, m)))
	return true
}
