package talk

import (
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/understand"
)

// afterSaved hears changes to a one-on-one that was just saved: "at 4", "no, Friday", "Spanish", "keep it private".
func (d *decision) afterSaved(p planData) bool {
	m, ok := d.meetByID(p.ID)
	if !ok || d.now.Sub(d.conv.AskedAt) > planTimeout || !m.Open() || m.Begun(d.now) {
		d.closeTalk()
		return false
	}
	h := d.w.Heard
	body := strings.TrimSpace(d.in.Inbound.Body.Text())
	if h.Command != understand.None && h.Command != understand.Private && h.Command != understand.SpanishOn && h.Command != understand.EnglishOn || h.Digit != 0 || h.Letter != "" || understand.IsStory(body) {
		return false
	}
	if h.Command == understand.Private && strings.TrimSpace(h.Arg) != "" {
		return false
	}
	q := planData{ID: p.ID, Minutes: m.Minutes, Time: timeSaid{Base: d.baseOf(m)}}
	if !d.absorbPlan(&q, trimNo(body)) || q.Name != "" && !strings.EqualFold(person.FirstName(q.Name), m.Contact.First()) {
		return false
	}
	d.amendSaved(m, q)
	return true
}

func (d *decision) amendSaved(m Meet, q planData) {
	if q.Time.Date != "" || q.Time.Clock != "" || len(q.Time.Options) > 0 {
		q.Time.sameDayAs(m.StartsAt.In(d.loc))
		at, ask := d.settleTime(&q.Time)
		if at.IsZero() {
			d.happened(OtherTime{m, q.Time, ask})
			return
		}
		if q.Place != "" {
			m.Place = q.Place
		}
		d.happened(MoveTo{m, at})
		return
	}
	told := ""
	switch {
	case q.Lang != "":
		d.set.Add(change.SetLanguage{PersonID: m.ContactID, Language: q.Lang})
		m.Contact.Language = q.Lang
	case q.Private:
		m.Private = true
		d.saveMeet(m, "kept private", "")
		d.answer("saved", d.say(lang.PrivateOn, "first", m.Contact.First()))
		return
	case q.Place != "":
		m.Place, m.ContactChooses = q.Place, false
		told = d.placeChanged(m)
	case q.Minutes != m.Minutes:
		m.Minutes = q.Minutes
		d.saveMeet(m, "length changed", "")
		d.void(m, "the length was changed")
		d.replan(m, !m.ToldAt.IsZero())
	}
	d.answer("saved", d.say(lang.SavedChanged, "what", d.what(m), "told", told))
}

// placeChanged writes another place, and tells the contact once who had been told of the old one.
func (d *decision) placeChanged(m Meet) string {
	heard := !m.ToldAt.IsZero()
	d.saveMeet(m, "place changed", m.Place)
	if heard {
		d.tell(m.Contact, reminder.ChangedRule, subjectOf(m.Meeting), changedNote{Old: m.StartsAt}, "the place was changed")
	}
	return d.toldOf(m, heard)
}

// changedNote is what a text about a change says of how it was.
type changedNote struct {
	Old time.Time `json:"old"`
	New time.Time `json:"new"`
}
