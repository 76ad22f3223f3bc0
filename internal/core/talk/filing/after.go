package filing

import (
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// correctedFor is how long after a one-on-one a text may still correct its report.
const correctedFor = 48 * time.Hour

// maxCorrection bounds a text that corrects: a longer one is a story.
const maxCorrection = 300

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

// correctsFiled takes a text that corrects the report that was just filed.
func correctsFiled(t *turn.Turn) bool {
	m, ok := newestFiled(t)
	r := understand.Times(t.Body(), t.Planning())
	if t.Heard().Person != "" && r.HasDate() && r.HasClock && understand.PlansAgain(t.Body()) { // the next one-on-one
		return false
	}
	asks := understand.IsQuestion(t.Body()) || understand.IsOrder(t.Body())
	return ok && !asks && putRight(t, m, len(t.Organized()) == 0) // else it may be about whoever is met next
}

// correctSaid takes words at a thank-you that are about the contact, and not for them.
func correctSaid(t *turn.Turn, f fact.CorrectSaid) bool { return putRight(t, f.Meet, true) }

// putRight takes what words put right of a filed report: the contact's name, an email or what they need onto the record, the day of what
// somebody said they would do. Whatever else corrects goes to staff, who correct the report. All of it is said. spoken is whether words
// about the contact are enough for that.
func putRight(t *turn.Turn, m world.Meet, spoken bool) bool {
	body := strings.TrimSpace(t.Body())
	if len(body) > maxCorrection || m.Contact.ID == uuid.Nil {
		return false
	}
	if renames(t, m, body) || onRecordNow(t, m, body) {
		return true
	}
	if redates(t, m, body) {
		if understand.Denies(body) { // "shes a nurses aide n the neighbors is dec 9": the rest of it is staff's to correct
			toCorrect(t, m, body)
		}
		return true
	}
	named := t.Conv().Kind == world.ThanksTalk && turn.Names(understand.Padded(body), m.Contact.First())
	about3 := named || understand.SpeaksOfSomebody(body) || !t.Heard().Phone.IsZero()
	if !understand.Corrects(body) && !understand.DayWas(body) && (!spoken || !about3 ||
		understand.SpeaksToSomebody(body) || understand.SaysThanks(body)) {
		return false
	}
	toCorrect(t, m, body)
	said(t, fact.ThanksStill{Meet: m, First: t.Say(lang.CorrectionKept, "what", about(t, m), "words", report.Excerpt(body, 60))})
	return true
}

// said answers what was corrected; where the thank-you still waits, it is shown with it.
func said(t *turn.Turn, f fact.ThanksStill) {
	if !t.Happened(f) {
		t.FinishWith("saved", f.First)
	}
}

// renames puts the contact's name right.
func renames(t *turn.Turn, m world.Meet, body string) bool {
	name, ok := understand.NameCorrected(body, m.Contact.Name)
	if !ok {
		return false
	}
	t.SetAbout(turn.Loose(m.Meeting))
	old := m.Contact.First()
	first := t.Rename(m.Contact, name)
	m.Contact.Name = name
	said(t, fact.ThanksStill{Meet: m, First: first, Old: old, New: m.Contact.First()})
	return true
}

// onRecordNow puts onto the contact's record what belongs there: an email, what they need, how they are reached.
func onRecordNow(t *turn.Turn, m world.Meet, body string) bool {
	p, noted := m.Contact, ""
	if mail := t.Heard().Email; mail != "" {
		p.Email, noted = mail, mail
	} else if d := understand.Details(understand.WithoutSorry(body)); len(d) == 1 {
		words := report.Excerpt(d[0].Words, 200)
		switch report.Name(d[0].Label) {
		case report.Needs:
			p.AccessNeeds, noted = phrase.Join(p.AccessNeeds, words), words
		case report.BestWay:
			p.BestWay, noted = words, words
		default:
			return false
		}
	}
	if noted == "" {
		return false
	}
	t.Add(change.SavePerson{Person: p, At: t.Now()})
	t.Note(change.Subject{Kind: change.PersonSubject, ID: p.ID}, change.RecordChanged, "")
	said(t, fact.ThanksStill{Meet: m, First: t.Say(lang.RecordMail, "first", p.First(), "email", report.Excerpt(noted, 60))})
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
	if !ok || !slices.Contains([]understand.Command{understand.Fix, understand.Add}, t.Heard().Command) {
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
