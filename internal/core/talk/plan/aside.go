package plan

import (
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/plan/spoken"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// mostOfAside is how many words a text has at most that says one thing of the plan which was not asked for.
const mostOfAside = 7

// saysAside takes what a text says of the plan that is not what the open question asks: people text the name, the hour, the place as
// they come to mind. False where it answers the question, or says more than one such thing.
func saysAside(t *turn.Turn, p *planData, q, body string) bool {
	if q == qWho || strings.Contains(body, "?") || len(strings.Fields(body)) > mostOfAside || understand.Declines(body) {
		return false
	}
	h := t.Heard()
	if name := spoken.WholeName(body, p.Name); name != "" {
		planPerson(t, p, name)
		return true
	}
	if tag, ok := spoken.LanguageIn(body); ok && len(strings.Fields(body)) <= 3 {
		p.Lang = tag
		return true
	}
	if spoken.CallsThem(p.Name, body) {
		p.Calls = true
		return true
	}
	if q == qWhere || q == qWhen && moment.HourAndPlace(body) {
		return false
	}
	open := timeMissing(t, p)
	switch place := placeAside(t, p, body); {
	case place != "":
		setPlace(t, p, place)
		keepBeside(p, body)
		return true
	case spoken.HasTime(h), h.Place != "", !h.Phone.IsZero():
		return false
	case spoken.Agreed(body) && h.Digit == 0 && h.Reply != understand.Yes, spoken.YesToTexts(body):
		p.Agreed = true
		return true
	case open && p.Time.HearPart(body):
		return true
	}
	if q == qPhone && len(strings.Fields(body)) > 1 && hourCorrected(t, p, body) { // digits alone are of a number
		return true
	}
	if len(p.Time.Options) > 0 { // they were not shown: a number is an hour
		h.Digit = 0
	}
	return q == qPhone && open && p.Time.DayKnown() && len(p.Numbers) == 0 && p.Time.Hear(body, h, t.Planning())
}

// placeAside is the place that a text names and nothing else, where none is known yet: "taqueria la fonda on 5th", "library". It is known
// by the kind of place.
func placeAside(t *turn.Turn, p *planData, body string) string {
	f := strings.Fields(understand.Padded(body))
	article := len(f) > 1 && lexicon.Articles.Has(f[0]) && lexicon.PlaceNouns.Any(f[1:min(3, len(f))])
	if p.PlaceSet || !lexicon.PlaceNouns.Any(f) || spoken.IsSentence(body) && !article || lexicon.AskLeads.Has(f[0]) ||
		understand.NamesNoPlace(body) {
		return ""
	}
	if street := understand.NumberedStreet(body, t.Planning()); street != "" && p.Time.Date != "" {
		return street
	}
	if spoken.HasTime(t.Heard()) {
		return ""
	}
	place, beside := understand.PlaceEnds(understand.WithoutGuess(body))
	p.Note = report.Excerpt(phrase.Join(p.Note, beside), 600)
	return place
}

// noted says what was just taken that was not asked for: the facts as they now stand, or the words where they are no fact yet.
func noted(t *turn.Turn, was, p planData) string {
	var facts []string
	if p.Name != was.Name {
		facts = append(facts, p.Name)
	}
	if p.Phone != was.Phone && p.Phone != "" {
		facts = append(facts, spoken.Display(p.Phone))
	}
	if p.Time.Date != was.Time.Date || p.Time.Clock != was.Time.Clock {
		facts = append(facts, timeNoted(t, p)...)
	}
	if p.Place != was.Place {
		facts = append(facts, p.Place)
	}
	switch p.Lang {
	case was.Lang:
	case lang.Spanish:
		facts = append(facts, strings.Trim(t.Say(lang.FactSpanish), " ."))
	case lang.English:
		facts = append(facts, strings.Trim(t.Say(lang.FactEnglish), " ."))
	}
	if p.Agreed && !was.Agreed {
		facts = append(facts, t.Say(lang.PlanNotedAgreed, "first", person.FirstName(p.Name)))
	}
	if p.Calls && !was.Calls {
		facts = append(facts, t.Say(lang.WhyCalls, "first", person.FirstName(p.Name)))
	}
	if len(facts) > 0 {
		return t.Say(lang.PlanNotedFacts, "facts", strings.Join(facts, ", "))
	}
	if p.Time.Date == was.Time.Date && p.Time.Clock == was.Time.Clock { // no fact yet: "evening"
		return t.Say(lang.PlanNotedFacts, "facts", `"`+report.Excerpt(t.Body(), 40)+`"`)
	}
	return t.Say(lang.PlanNoted)
}

// timeNoted is the day and hour as they now stand, where the question that follows does not say them.
func timeNoted(t *turn.Turn, p planData) []string {
	for _, s := range steps() {
		if s.missing(t, &p) {
			if s.question == qWhen || s.question == qWhere {
				return nil
			}
			break
		}
	}
	if at := settled(t, &p); !at.IsZero() {
		return []string{when.Echo(t.Tag(), at, t.Now())}
	}
	if day, ok := when.ParseDate(p.Time.Date); ok {
		return []string{t.Day(day)}
	}
	if clock, err := time.Parse(moment.Layout, p.Time.Clock); err == nil {
		return []string{when.EchoClock(clock.Hour(), clock.Minute())}
	}
	return nil
}
