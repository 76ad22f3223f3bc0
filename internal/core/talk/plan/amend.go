package plan

import (
	"reflect"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/fold"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/plan/spoken"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// endOfNumber puts the last digits of the contact's number right: "no, 0185". Of several numbers those digits choose.
func endOfNumber(p *planData, body string) bool {
	digits, ok := understand.NumberEnd(body)
	for _, n := range p.Numbers {
		if ok && strings.HasSuffix(n, digits) {
			p.Phone, p.Numbers = n, nil
			return true
		}
	}
	if !ok || p.Phone == "" || len(p.Phone) < len(digits)+3 || p.Contact != uuid.Nil {
		return false
	}
	p.Phone, p.Numbers = p.Phone[:len(p.Phone)-len(digits)]+digits, nil
	return true
}

// amendPlan changes what the echo showed; words that change nothing are explained once, then kept as a note.
func amendPlan(t *turn.Turn, p planData, body string) {
	if tag, ok := spoken.LanguageIn(body); ok && len(strings.Fields(body)) <= 3 {
		p.Lang = tag
		nextOfPlan(t, p, "")
		return
	}
	if endOfNumber(&p, spoken.NotInstead(body)) {
		p.Tries = 0
		nextOfPlan(t, p, "")
		return
	}
	if shifted(t, &p, body) || movedPlace(t, &p, body) {
		p.Tries = 0
		nextOfPlan(t, p, "")
		return
	}
	if name := spoken.WholeName(body, p.Name); name != "" {
		planPerson(t, &p, name)
		p.Tries = 0
		nextOfPlan(t, p, "")
		return
	}
	if name, ok := spoken.NameAlone(body); ok && !spoken.SameName(name, p.Name) &&
		(len(t.Named(name)) == 1 || fold.Same(person.FirstName(name), person.FirstName(p.Name))) { // "maria gomez": another of the name
		planPerson(t, &p, name)
		p.Tries = 0
		nextOfPlan(t, p, "")
		return
	}
	if spoken.SaysSameHour(p.Time.Clock, body) {
		nextOfPlan(t, p, t.Say(lang.PlanStands))
		return
	}
	if at := settled(t, &p); !at.IsZero() && p.Time.HearHour(spoken.HourInstead(body), at.In(t.Loc())) ||
		!understand.Timed(when.Reading{Date: t.Heard().When.Date, Options: t.Heard().When.Options}) && hourCorrected(t, &p, body) {
		p.Tries = 0
		nextOfPlan(t, p, "")
		return
	}
	if words := spoken.NotInstead(strings.TrimSpace(settle.TrimNo(body))); spoken.SaysChange(words, t.Planning()) && absorbPlan(t, &p, words) {
		first := ""
		if was := turn.Data[planData](t); reflect.DeepEqual(was, p) { // it is so already
			first = t.Say(lang.PlanStands)
		}
		keepBeside(&p, phrase.WithoutTimes(words, t.Planning()))
		p.Tries = 0
		nextOfPlan(t, p, first)
		return
	}
	if place := spoken.PlacePut(spoken.NotInstead(settle.TrimNo(strings.TrimSpace(body)))); place != "" {
		setPlace(t, &p, place)
		p.Tries = 0
		nextOfPlan(t, p, "")
		return
	}
	if p.Tries == 0 {
		p.Tries++
		askPlan(t, p, t.Conv().Question, "", t.Say(lang.PlanAgain))
		return
	}
	p.Tries = 0
	p.Note = report.Excerpt(phrase.Join(p.Note, body), 600)
	nextOfPlan(t, p, t.Say(lang.PlanKept, "words", report.Excerpt(body, 60)))
}

// swaps puts right with whom the open plan is: "ugh i meant jo". What was said of the time and the place stays.
func swaps(t *turn.Turn, p planData) bool {
	name := understand.MeantPerson(t.Body())
	if name == "" || p.Name == "" || spoken.SameName(name, p.Name) {
		return false
	}
	first, _, _ := strings.Cut(name, " ")
	_, spelt := understand.NameCorrected(t.Body(), p.Name)
	near := spelt && strings.EqualFold(first[:1], p.Name[:1]) // "Marie not Mary" is the same one, spelt right
	if len(t.Named(name)) == 0 && (near || !lexicon.FirstNames.Has(lexicon.Plain(first))) {
		return false
	}
	planPerson(t, &p, name)
	p.Tries, p.Agreed, p.NoPhone = 0, false, false
	nextOfPlan(t, p, "")
	return true
}

// hourCorrected takes an hour that is put right in few words: "wait its 5 not 4".
func hourCorrected(t *turn.Turn, p *planData, body string) bool {
	at := settled(t, p)
	if clock, err := time.Parse(moment.Layout, p.Time.Clock); at.IsZero() && err == nil { // on which day is open
		at, _ = when.DateOf(t.Now().In(t.Loc())).At(clock.Hour(), clock.Minute(), t.Loc())
	}
	return (understand.Corrects(body) || t.Heard().Digit == 0 && moment.HourOnly(body) != "") && !at.IsZero() &&
		len(strings.Fields(body)) <= 8 &&
		p.Time.HearHour(spoken.NotInstead(settle.TrimNo(body)), at.In(t.Loc()))
}
