package reminder

import (
	"time"

	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/when"
)

// Timed is a planned row whose moment comes from the organization's hours, with what it is about.
type Timed struct {
	Rule       string
	Occurrence string
	DueAt      time.Time
	Zone       *time.Location // whose phone it is for
	Meeting    meeting.Meeting
	Organizer  *time.Location
	Contact    *time.Location
	Event      event.Event
}

// MorningLasts is until when after its morning a text of that day makes sense.
const MorningLasts = 9 * time.Hour

// OfHours lists the rules whose moments come from the organization's hours.
func OfHours() []string {
	return []string{
		MorningRule, DigestRule, CommitmentRule, TwoDaysRule, DayOfRule, ThanksPlainRule, ReportOverdueRule, CheckInRule, AttendanceRule,
	}
}

// Retimed returns when a row is due under these hours and until when it makes sense (zero: as long as before). It is false for a row that
// stays: its new moment is past, and what was to come must not be lost; or nothing about it changes.
func (h Hours) Retimed(t Timed, now time.Time) (due, until time.Time, ok bool) {
	switch t.Rule {
	case MorningRule, DigestRule:
		d, known := when.ParseDate(t.Occurrence)
		if !known {
			return due, until, false
		}
		due = h.MorningOn(d, t.Zone)
		until = due.Add(MorningLasts)
	case CommitmentRule:
		due = h.MorningOn(when.DateOf(t.DueAt.In(t.Zone)), t.Zone)
		r, _ := Find(t.Rule)
		until = due.Add(r.Makes)
	case CheckInRule:
		for _, w := range CheckIns(t.Event, h, t.Zone, now) {
			if w.Occurrence == t.Occurrence {
				due, until = w.DueAt, w.ValidUntil
			}
		}
	case AttendanceRule:
		for _, w := range AfterEvent(t.Event, h, t.Zone) {
			if w.Rule == t.Rule {
				due = w.DueAt
			}
		}
	default:
		r, found := Find(t.Rule)
		if !found || r.At == nil {
			return due, until, false
		}
		at, _ := r.At(MeetingFacts{Meeting: t.Meeting, Hours: h, Organizer: t.Organizer, Contact: t.Contact, Told: true}, now)
		due, until = at.Due, at.Until
	}
	return due, until, due.After(now) && !due.Equal(t.DueAt)
}
