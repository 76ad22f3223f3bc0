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
	if endOfNumber(&p, notInstead(body)) {
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
	if saysSameHour(p, body) {
		nextOfPlan(t, p, t.Say(lang.PlanStands))
		return
	}
	if words := notInstead(strings.TrimSpace(settle.TrimNo(body))); saysChange(t, words) && absorbPlan(t, &p, words) {
		first := ""
		if was := turn.Data[planData](t); reflect.DeepEqual(was, p) { // it is so already
			first = t.Say(lang.PlanStands)
		}
		keepBeside(&p, phrase.WithoutTimes(words, t.Planning()))
		p.Tries = 0
		nextOfPlan(t, p, first)
		return
	}
	if place := spoken.PlacePut(notInstead(settle.TrimNo(strings.TrimSpace(body)))); place != "" {
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
	if first, _, _ := strings.Cut(name, " "); len(t.Named(name)) == 0 && !lexicon.FirstNames.Has(lexicon.Plain(first)) {
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
	return (understand.Corrects(body) || t.Heard().Digit == 0 && moment.HourOnly(body) != "") && !at.IsZero() && len(strings.Fields(body)) <= 8 &&
		p.Time.HearHour(notInstead(settle.TrimNo(body)), at.In(t.Loc()))
}

// saysSameHour reports whether words say the hour once more that the echo has, and nothing else: "ya 4", "si a las 5".
func saysSameHour(p planData, body string) bool {
	hour, minute, ok := understand.HourAlone(body)
	at, err := time.Parse(moment.Layout, p.Time.Clock)
	if !ok || err != nil || at.Hour()%12 != hour%12 || at.Minute() != minute {
		return false
	}
	for _, w := range strings.Fields(understand.Padded(body)) {
		if l := lexicon.Look(w); !strings.ContainsAny(w, "0123456789") && l.Time != lexicon.At && l.Time != lexicon.PM &&
			!l.In(lexicon.Yes) && !l.In(lexicon.OrderLeads) && !l.In(lexicon.OrderThat) {
			return false
		}
	}
	return true
}

// saysChange reports whether words behind the echo are a change to it, and not only words in which a name or a place occurs.
func saysChange(t *turn.Turn, words string) bool {
	h := understand.Read(spoken.WithoutManner(words), t.Planning())
	_, tag := spoken.LanguageIn(words)
	_, length := spoken.LengthIn(words)
	if !h.Phone.IsZero() || h.Email != "" || h.When.HasDate() || h.When.HasClock || len(h.When.Options) > 0 || tag || length ||
		spoken.Private(words) || spoken.TheyChoose(words) || spoken.OnPhone(words) != "" {
		return true
	}
	if lexicon.PlanDetails.Lead(words) > 0 || strings.HasPrefix(words, "@") {
		return true
	}
	words = strings.Trim(words, ".! ")
	name, ok := understand.ParseName(words)
	return len(strings.Fields(words)) <= 3 && (h.Place != "" || ok && name == words && strings.Contains(words, " "))
}
