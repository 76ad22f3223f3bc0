package plan

import (
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/plan/heard"
	"github.com/reportback/reportback/internal/core/talk/plan/spoken"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// atEcho takes what is said where a plan is shown beside yes, no and what changes: other rooms would read an order or a question in it.
// False leaves it, or what stands behind the yes, to them.
func atEcho(t *turn.Turn) bool {
	p, q, body := turn.Data[planData](t), t.Conv().Question, strings.TrimSpace(t.Body())
	if t.Conv().Kind != world.PlanTalk || q != qConsent && q != qPlan {
		return false
	}
	yes, rest := spoken.YesAnd(body, t.Planning())
	switch {
	case turn.NoTexts(planned(t, p)) == "" && (spoken.SendsLater(body, t.Planning()) || understand.AsksIfTexted(body)):
		askPlan(t, p, q, "", t.Say(lang.PlanSendsNow, "first", person.FirstName(p.Name)))
	case rest != "" && spoken.IsMore(yes, rest, p.Name, t.Planning()):
		return savesAnd(t, p, yes, rest)
	case spoken.AsksItsDay(body):
		askPlan(t, p, q, "", t.Say(lang.PlanDay, "when", when.Echo(t.Tag(), settled(t, &p), t.Now())))
	case spoken.AlsoComes(body, p.Name) && !spoken.HasTime(t.Heard()):
		p.Note = report.Excerpt(phrase.Join(p.Note, body), 600)
		nextOfPlan(t, p, t.Say(lang.PlanKept, "words", report.Excerpt(body, 60)))
	case spoken.Waits(body, rest, t.Planning()):
		askPlan(t, p, q, "", t.Say(lang.PlanWaits))
	case spoken.TheOther(body, p.Name):
		p.Name, p.Phone, p.Contact, p.Options, p.Tries = "", "", uuid.Nil, nil, 0
		nextOfPlan(t, p, "")
	default:
		return false
	}
	return true
}

// savesAnd takes an answer with more behind it: an order or another plan is heard when this one is saved, other words are kept with it.
func savesAnd(t *turn.Turn, p planData, yes, rest string) bool {
	agreed := (t.Conv().Question == qConsent || p.Agreed) && !strings.HasPrefix(yes, "2")
	h := understand.Read(rest, t.Planning())
	whom, words, tells := understand.ReadTell(rest)
	if tells || understand.IsOrder(rest) || h.Command != understand.None || h.Person != "" && spoken.HasTime(h) {
		t.First(func() { savePlan(t, p, agreed) })
		t.Narrow(rest)
		if m, ok := t.MeetByID(p.ID); ok && agreed && turn.NoTexts(m.Contact) == "" {
			t.TextsAgain(m.ContactID)
		}
		if lead, behind, _ := strings.Cut(whom, " "); tells && lexicon.ThirdPersons.Has(lexicon.Plain(strings.ToLower(lead))) {
			t.HearAs(understand.Tell, person.FirstName(p.Name)+" "+phrase.OrElse(words, behind))
		}
		return false
	}
	p.Note = report.Excerpt(phrase.Join(p.Note, rest), 600)
	t.SayFirst(t.Say(lang.PlanKept, "words", report.Excerpt(rest, 60)))
	savePlan(t, p, agreed)
	return true
}

// shifted moves the plan by as much as words say: "an hour earlier", "the week after".
func shifted(t *turn.Turn, p *planData, body string) bool {
	at := settled(t, p)
	if at.IsZero() || len(strings.Fields(body)) > 7 {
		return false
	}
	by, ok := understand.ShiftBy(body)
	to := at.In(t.Loc()).Add(by)
	if week := lexicon.WeekOn.In(understand.Padded(body)); !ok && !week {
		return false
	} else if !ok {
		to = at.In(t.Loc()).AddDate(0, 0, 7)
	}
	p.Time = moment.Said{Base: p.Time.Base, Date: when.DateOf(to).String(), Clock: moment.Clock(to.Hour(), to.Minute())}
	return true
}

// movedPlace takes the place that is said for the one that is shown.
func movedPlace(t *turn.Turn, p *planData, body string) bool {
	place := spoken.PlaceElse(settle.TrimNo(strings.TrimSpace(body)), p.Place)
	if place == "" {
		return false
	}
	setPlace(t, p, place)
	return true
}

// echoPlan shows the whole, with the one question about texts where it is open.
func echoPlan(t *turn.Turn, p planData, at time.Time, first string) {
	c := planned(t, p)
	facts := planFacts(t, p, at)
	f := []string{"facts", facts, "first", c.First(), "language", heard.OtherLanguage(t, p.Lang, c.Language)}
	why := turn.NoTexts(c)
	switch {
	case why != "":
		askPlan(t, p, qPlan, first, t.Say(lang.PlanEchoCall, append(f, "why", t.Say(why, "first", c.First()))...))
	case c.Consent == person.ConsentYes, p.Agreed:
		askPlan(t, p, qPlan, first, t.Say(lang.PlanEchoSave, f...))
	default:
		askPlan(t, p, qConsent, first, t.Say(lang.PlanEchoAsk, f...))
	}
}
