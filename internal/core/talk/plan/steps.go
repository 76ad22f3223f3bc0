package plan

import (
	"cmp"
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/fold"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/plan/spoken"
	"github.com/reportback/reportback/internal/core/talk/plan/told"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/when"
)

// step is one thing that a plan needs before it can be shown whole.
type step struct {
	question string
	missing  func(*turn.Turn, *planData) bool
	ask      func(*turn.Turn, *planData) string
	hear     func(*turn.Turn, planData, string)
	skip     func(*planData) // SKIP leaves it open; nil where it cannot be left out
}

// steps lists them in the order in which they are asked. A new question of a plan is a line here.
func steps() []step {
	return []step{
		{qWho, severalNamed, askWhichPerson, planWho, nil},
		{qWho, nobodyNamed, askWho, planWho, nil},
		{qPhone, severalNumbers, askWhichNumber, planNumber, noNumber},
		{qPhone, wrongNumber, askRightNumber, planNumber, noNumber},
		{qPhone, numberMissing, askNumberOf, planNumber, noNumber},
		{qWhen, timeMissing, askWhen, planWhen, nil},
		{qWhere, placeMissing, askWhere, planWhere, noPlace},
	}
}

// stepOf finds how an open question hears its answer.
func stepOf(question string) (step, bool) {
	for _, s := range steps() {
		if s.question == question {
			return s, true
		}
	}
	return step{}, false
}

// nextOfPlan asks what is missing, one thing at a time, then shows the whole behind what was just taken.
func nextOfPlan(t *turn.Turn, p planData, first string) {
	for _, s := range steps() {
		if s.missing(t, &p) {
			ask := s.ask(t, &p)
			askPlan(t, p, s.question, first, ask)
			return
		}
	}
	at, _ := settle.Time(t, &p.Time)
	if m, ok := sameMeet(t, p, at); ok {
		if old := m.Place; p.Place != "" && old != "" && !fold.Same(p.Place, old) { // planned already, at another place
			m.Place, m.ContactChooses = p.Place, false
			finishPlan(t, p, t.SayMeet(told.PlaceKey(m.Place), m, "new", m.Place, "old", old, "told", placeChanged(t, m)))
			return
		}
		finishPlan(t, p, phrase.Join(told.Kept(t, m, cmp.Or(p.Note, told.Doubt(t), told.Left(t, m))), t.Say(lang.PlanKnown, "what", t.What(m))))
		return
	}
	if p.Bad != "" && p.Phone != "" { // what was typed is not silently replaced by the number that is known
		first = phrase.Join(t.Say(lang.PlanPhoneKept, "phone", p.Bad), first)
	}
	p.Bad = ""
	echoPlan(t, p, at, first)
}

func severalNamed(_ *turn.Turn, p *planData) bool { return len(p.Options) > 0 }

func askWhichPerson(t *turn.Turn, p *planData) string {
	var shown []string
	for i, id := range p.Options {
		for _, c := range t.Contacts() {
			if c.ID.String() == id {
				shown = append(shown, phrase.Digit(i)+" "+c.Name)
			}
		}
	}
	return t.Say(lang.PlanAskWhichPerson, "options", strings.Join(shown, ", "))
}

func nobodyNamed(_ *turn.Turn, p *planData) bool { return p.Name == "" }

func askWho(t *turn.Turn, _ *planData) string { return t.Say(lang.PlanAskWho) }

func severalNumbers(_ *turn.Turn, p *planData) bool { return len(p.Numbers) > 0 && !p.NoPhone }

// askWhichNumber asks which of the numbers of one text is the contact's: none of them is texted unasked.
func askWhichNumber(t *turn.Turn, p *planData) string {
	shown := make([]string, len(p.Numbers))
	for i, n := range p.Numbers {
		shown[i] = phrase.Digit(i) + " " + spoken.Display(n)
	}
	return t.Say(lang.PlanAskWhichNumber, "first", person.FirstName(p.Name), "options", strings.Join(shown, ", "))
}

func wrongNumber(t *turn.Turn, p *planData) bool { return p.Phone != "" && wrongFor(t, *p) }

func askRightNumber(t *turn.Turn, p *planData) string {
	p.Phone = ""
	return t.Say(lang.PlanPhoneWrong, "first", person.FirstName(p.Name))
}

func numberMissing(_ *turn.Turn, p *planData) bool { return p.Phone == "" && !p.NoPhone }

func askNumberOf(t *turn.Turn, p *planData) string {
	if bad := p.Bad; bad != "" {
		p.Bad = ""
		return t.Say(lang.PlanPhoneBad, "phone", bad, "first", person.FirstName(p.Name))
	}
	return t.Say(lang.PlanAskPhone, "first", person.FirstName(p.Name))
}

func noNumber(p *planData) { p.NoPhone, p.Phone, p.Numbers = true, "", nil }

func timeMissing(t *turn.Turn, p *planData) bool { return settled(t, p).IsZero() }

func askWhen(t *turn.Turn, p *planData) string {
	_, ask := settle.Time(t, &p.Time)
	ask = phrase.OrElse(ask, t.Say(lang.PlanAskWhen))
	if p.Next && p.Name != "" {
		return p.Name + ": " + ask
	}
	return ask
}

func placeMissing(_ *turn.Turn, p *planData) bool { return !p.PlaceSet }

func askWhere(t *turn.Turn, p *planData) string {
	return phrase.Join(when.Echo(t.Tag(), settled(t, p), t.Now())+".", t.Say(lang.PlanAskWhere, "first", person.FirstName(p.Name)))
}

func noPlace(p *planData) { p.PlaceSet = true }

// settled is the time of the plan, zero while something about it is to be asked.
func settled(t *turn.Turn, p *planData) time.Time {
	at, _ := settle.Time(t, &p.Time)
	return at
}
