package plan

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/talk/fact"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/plan/spoken"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/when"
)

// NamesIn is with whom a plan is that a conversation or a row keeps, and the one that it came between.
func NamesIn(data []byte) []string {
	p := decodePlan(data)
	out := []string{strings.ToLower(p.Name)}
	if len(p.Kept) > 0 {
		out = append(out, strings.ToLower(p.Kept[0].Name))
	}
	return slices.DeleteFunc(out, func(s string) bool { return s == "" })
}

// PhoneIn is the number in such a plan, none where it has none yet.
func PhoneIn(data []byte) []sms.Phone {
	if ph, err := sms.PhoneFromE164(decodePlan(data).Phone); err == nil {
		return []sms.Phone{ph}
	}
	return nil
}

// RestIn lists the further one-on-ones of the text that such a plan came in.
func RestIn(data []byte) []string { return decodePlan(data).Rest }

func decodePlan(b []byte) planData { return turn.Decoded[planData](b) }

// planTimedOut saves a plan that nobody went on with, without texts to the contact: nothing is lost when somebody gets off the bus.
func planTimedOut(t *turn.Turn, _ reminder.Rule) {
	p := decodePlan(t.Due().Data)
	if t.Conv().Kind == world.PlanTalk && t.Conv().SubjectID == p.ID {
		p = turn.Data[planData](t)
	}
	m, known := t.MeetByID(p.ID)
	if newNumber := p.Phone != "" && p.Phone != m.Contact.Phone.E164(); known && (p.Saved || !newNumber || !m.Open() || m.Begun(t.Now())) {
		t.End(change.PlanSuperseded, "saved already", uuid.Nil)
		return
	}
	open := t.Conv().Kind == world.PlanTalk && t.Conv().SubjectID == p.ID
	at, _ := settle.Time(t, &p.Time)
	if p.Name == "" || at.IsZero() || len(p.Options) > 0 {
		t.Idea(phrase.Join(p.Name, spoken.Display(p.Phone), dayOf(t, p.Time.Date), p.Time.Clock, p.Place, p.Note))
		t.End(change.PlanMade, "unanswered for 30 minutes: kept as an idea, since something is missing", uuid.Nil)
	} else {
		p.PlaceSet, p.Silent = true, true
		m, _ := makeMeet(t, p, false)
		t.Add(change.Timeline{
			ID: t.NewID(), Subject: turn.Loose(m.Meeting), ActorKind: change.BySystem, What: change.SavedUnanswered,
			At: t.Now(),
		})
		t.End(change.PlanMade, "unanswered for 30 minutes: saved without texts", uuid.Nil)
		if open && (t.Conv().Question == qConsent || t.Conv().Question == qPlan) { // a late answer counts
			p.Saved = true
			kept := p
			kept.Rest = nil // each is saved below
			t.Remember(kept)
		}
	}
	t.Morning(t.Who())
	for _, rest := range p.Rest {
		restTimedOut(t, rest, p.Spoken)
	}
	switch {
	case open && !p.Saved:
		t.CloseTalk()
	case !open && t.Conv().Kind == world.PlanTalk: // it may still be taken up after the open one, without what is saved
		now := turn.Data[planData](t)
		for i := range now.Kept {
			if now.Kept[i].ID == p.ID {
				now.Kept[i].Rest = nil
				t.Remember(now)
			}
		}
	}
}

// dayOf writes a day as its reader knows it; "" for none.
func dayOf(t *turn.Turn, date string) string {
	if day, ok := when.ParseDate(date); ok {
		return t.Day(day)
	}
	return ""
}

// restTimedOut saves a further one-on-one of the same text, without texts; one of which something is missing is kept as an idea.
func restTimedOut(t *turn.Turn, words string, tag lang.Tag) {
	p := planData{ID: t.NewID(), Minutes: meeting.DefaultMinutes, Spoken: tag}
	absorbPlan(t, &p, spoken.Named(words, t.Planning()))
	if at, _ := settle.Time(t, &p.Time); p.Name == "" || at.IsZero() || len(p.Options) > 0 {
		t.Idea(words)
		return
	}
	p.PlaceSet, p.Silent, p.NoPhone = true, true, p.Phone == ""
	m, _ := makeMeet(t, p, false)
	t.Add(change.Timeline{
		ID: t.NewID(), Subject: turn.Loose(m.Meeting), ActorKind: change.BySystem, What: change.SavedUnanswered,
		At: t.Now(),
	})
}

// rightNumber shows a one-on-one with another number of its contact, and asks about texts to it: whoever has it has agreed to none.
func rightNumber(t *turn.Turn, f fact.RightNumber) {
	m := f.Meet
	p := planData{
		ID: m.ID, Contact: m.ContactID, Name: m.Contact.Name, Phone: f.Phone, Place: m.Place, PlaceSet: true, Minutes: m.Minutes,
		Private: m.Private, Chooses: m.ContactChooses,
	}
	l := m.StartsAt.In(t.Loc())
	p.Time.Date, p.Time.Clock, p.Time.Fixed = phrase.DateOf(l), moment.Clock(l.Hour(), l.Minute()), true
	nextOfPlan(t, p, "")
}
