package plan

import (
	"strings"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/fold"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// afterSaved hears changes to a one-on-one that was just saved: "at 4", "no, Friday", "Spanish", "keep it private".
func afterSaved(t *turn.Turn, p planData) bool {
	m, ok := t.MeetByID(p.ID)
	if !ok || t.Now().Sub(t.Conv().AskedAt) > planTimeout || !m.Open() || m.Begun(t.Now()) {
		t.CloseTalk()
		return false
	}
	h := t.Heard()
	body := strings.TrimSpace(t.Body())
	if h.Command != understand.None && h.Command != understand.Private && h.Command != understand.SpanishOn && h.Command != understand.EnglishOn || h.Digit != 0 || h.Letter != "" || understand.IsStory(body) {
		return false
	}
	if h.Command == understand.Private && strings.TrimSpace(h.Arg) != "" {
		return false
	}
	q := planData{ID: p.ID, Minutes: m.Minutes, Time: moment.Said{Base: t.BaseOf(m)}}
	if !absorbPlan(t, &q, turn.TrimNo(body)) || q.Name != "" && !fold.Same(person.FirstName(q.Name), m.Contact.First()) {
		return false
	}
	amendSaved(t, m, q)
	return true
}

func amendSaved(t *turn.Turn, m world.Meet, q planData) {
	if q.Time.Date != "" || q.Time.Clock != "" || len(q.Time.Options) > 0 {
		q.Time.SameDayAs(m.StartsAt.In(t.Loc()))
		at, ask := t.SettleTime(&q.Time)
		if at.IsZero() {
			t.Happened(fact.OtherTime{Meet: m, Time: q.Time, Ask: ask})
			return
		}
		if q.Place != "" {
			m.Place = q.Place
		}
		t.Happened(fact.MoveTo{Meet: m, At: at})
		return
	}
	told := ""
	switch {
	case q.Lang != "":
		t.Add(change.SetLanguage{PersonID: m.ContactID, Language: q.Lang})
		m.Contact.Language = q.Lang
	case q.Private:
		m.Private = true
		t.SaveMeet(m, change.KeptPrivate, "")
		t.Answer("saved", t.Say(lang.PrivateOn, "first", m.Contact.First()))
		return
	case q.Place != "":
		m.Place, m.ContactChooses = q.Place, false
		told = placeChanged(t, m)
	case q.Minutes != m.Minutes:
		m.Minutes = q.Minutes
		t.SaveMeet(m, change.LengthChanged, "")
		t.Void(m, "the length was changed")
		t.Replan(m, !m.ToldAt.IsZero())
	}
	t.Answer("saved", t.Say(lang.SavedChanged, "what", t.What(m), "told", told))
}

// placeChanged writes another place, and tells the contact once who had been told of the old one.
func placeChanged(t *turn.Turn, m world.Meet) string {
	heard := !m.ToldAt.IsZero()
	t.SaveMeet(m, change.PlaceChanged, m.Place)
	if heard {
		t.Tell(m.Contact, reminder.ChangedRule, turn.SubjectOf(m.Meeting), turn.ChangedNote{Old: m.StartsAt}, "the place was changed")
	}
	return t.ToldOf(m, heard)
}

// another begins to plan that the two meet once more.
func another(t *turn.Turn, f fact.AnotherOne) {
	p := planData{ID: t.NewID(), Minutes: f.Meet.Minutes, Time: f.Time, Place: f.Place, PlaceSet: f.Place != "", Private: f.Meet.Private}
	planContact(&p, f.Meet.Contact)
	p.NoPhone = p.Phone == ""
	nextOfPlan(t, p, f.First)
}
