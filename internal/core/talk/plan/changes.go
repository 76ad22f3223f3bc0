package plan

import (
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/fold"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/plan/retime"
	"github.com/reportback/reportback/internal/core/talk/plan/spoken"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// changesIn reads what words say of a saved one-on-one that is not so yet; false when that is nothing. What is named as no longer so ("4
// not 3") is not read.
func changesIn(t *turn.Turn, m world.Meet, words string) (planData, bool) {
	end, ends := spoken.LastDigits(m.Contact.Phone, words)
	if ends { // they are no hour
		words = strings.Replace(words, end, "", 1)
	}
	words = understand.WithoutSamePlace(words)
	if place := spoken.NewPlace(words, m.Contact.Name); place != "" {
		out := planData{ID: m.ID, Minutes: m.Minutes}
		setPlace(t, &out, place)
		return out, !fold.Same(out.Place, m.Place)
	}
	said := spoken.NotInstead(settle.TrimNo(strings.TrimSpace(words)))
	aside := understand.IsStory(words) || lexicon.PointsOut.Lead(strings.ToLower(words)) > 0
	if strings.Contains(words, "?") || aside && !spoken.Corrects(words) {
		return planData{}, false
	}
	q := planData{ID: m.ID, Minutes: m.Minutes, Name: m.Contact.Name, Contact: m.ContactID, Time: moment.Said{Base: t.BaseOf(m)}}
	absorbPlan(t, &q, said)
	out := planData{ID: m.ID, Minutes: m.Minutes}
	if place := spoken.PlacePut(said); spoken.Corrects(words) && place != "" && (q.Place == "" || strings.HasSuffix(q.Place, place)) {
		setPlace(t, &q, place)
	}
	if q.Place != "" && !fold.Same(q.Place, m.Place) && !strings.HasSuffix(strings.ToLower(m.Place), " "+strings.ToLower(q.Place)) {
		out.Place = q.Place
	}
	about := spoken.Corrects(words) || turn.Names(understand.Padded(words), m.Contact.First()) || // a number alone is whose?
		lexicon.AskNumber.In(understand.Padded(words))
	if p := t.Heard().Phone; about && !p.IsZero() && !understand.NumberOfKin(words) && p != m.Contact.Phone &&
		p != t.Phone().Phone && p != t.Org().Number {
		out.Phone = p.E164()
	}
	if old := m.Contact.Phone.E164(); ends && !strings.HasSuffix(old, end) {
		out.Phone = old[:len(old)-len(end)] + end
	}
	dated, _ := understand.WithoutStreet(words)
	out.Time, _ = retime.New(t, m, dated)
	if name, ok := understand.NameCorrected(words, m.Contact.Name); ok && !ofStaff(t, name, m.Contact.Name) {
		out.Name = name
	} else if name := spoken.NameGiven(said, m.Contact.Name); name != "" {
		out.Name = name
	}
	if q.Lang != m.Contact.Language {
		out.Lang = q.Lang
	}
	out.Private = q.Private && !m.Private
	if _, shifted := understand.ShiftBy(said); q.Minutes != m.Minutes && !shifted { // "push her back an hour" says no length
		out.Minutes = q.Minutes
	}
	same := moment.Said{Base: t.BaseOf(m)}
	out.Saved = q.Place != "" && out.Place == "" ||
		same.Hear(spoken.NotInstead(settle.TrimNo(strings.TrimSpace(dated))), understand.Text{}, t.Planning()) && !same.OnlyWeek()
	timed := out.Time.Date != "" || out.Time.Clock != "" || len(out.Time.Options) > 0
	return out, timed || out.Place != "" || out.Phone != "" || out.Name != "" || out.Lang != "" || out.Private || out.Minutes != m.Minutes
}

// renames puts the name of whom the plan is with right: "its Lopez with a z", "Marie not Mary". The rest of the plan stays.
func renames(t *turn.Turn, p planData) bool {
	h, words := t.Heard(), settle.TrimNo(strings.TrimSpace(t.Body()))
	if p.Name == "" || h.Digit != 0 || spoken.HasTime(h) || !h.Phone.IsZero() {
		return false
	}
	name, ok := understand.NameCorrected(words, p.Name)
	if !ok && len(strings.Fields(words)) <= 4 {
		name = spoken.NameGiven(words, p.Name)
	}
	if name == "" || name == p.Name || ofStaff(t, name, p.Name) {
		return false
	}
	said := ""
	for _, c := range t.Contacts() {
		if c.ID == p.Contact {
			said = t.Rename(c, name)
		}
	}
	was := p
	p.Name, p.Tries = name, 0
	if hits := t.Named(name); p.Contact == uuid.Nil && p.Phone == "" && len(hits) == 1 {
		planContact(&p, hits[0])
	}
	if _, asked := stepOf(t.Conv().Question); asked && said == "" {
		said = noted(t, was, p)
	}
	nextOfPlan(t, p, said)
	return true
}

// dropsWith takes a call-off of all, or of all of a day: a plan of that day goes with the rest, one of another day waits.
func dropsWith(t *turn.Turn, p planData) turn.Reply {
	days := understand.DaysOff(t.Body(), t.Planning())
	of := func(at time.Time) bool {
		return len(days) == 0 || !at.IsZero() && slices.Contains(days, when.DateOf(at.In(t.Loc())))
	}
	if !of(settled(t, &p)) {
		return turn.Another
	}
	others := slices.ContainsFunc(t.Organized(), func(m world.Meet) bool { return !m.Begun(t.Now()) && of(m.StartsAt) })
	if !others || len(p.Rest)+len(p.Kept) > 0 {
		finishPlan(t, p, t.Say(lang.PlanDropped))
		return turn.Taken
	}
	t.Add(change.CancelPlans{Subject: change.Subject{Kind: change.MeetingSubj, ID: p.ID}, Rule: reminder.PlanTimeoutRule, Reason: "dropped"})
	t.CloseTalk()
	t.SayFirst(t.Say(lang.PlanDroppedToo, "who", p.Name))
	return turn.Another
}
