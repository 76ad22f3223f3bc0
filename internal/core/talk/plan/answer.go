package plan

import (
	"strings"

	"github.com/reportback/reportback/internal/core/fold"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/plan/spoken"
	"github.com/reportback/reportback/internal/core/talk/plan/told"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
)

// inPlan takes a text while a plan's question is open; false when the text is another matter.
func inPlan(t *turn.Turn) turn.Reply {
	p, q := turn.Data[planData](t), t.Conv().Question
	if q == turn.QSaved {
		if afterSaved(t, p) {
			return turn.Taken
		}
		return turn.Another
	}
	if changed, another, ok := changedAndAnother(t, p); ok {
		waits(t, changed) // should it save itself, it is as it was put right
		startBetween(t, changed, another)
		return turn.Taken
	}
	if takesUp(t, p) || swaps(t, p) {
		return turn.Taken
	}
	if another, ok := anotherPlan(t, p); ok {
		startBetween(t, p, another)
		return turn.Taken
	}
	if (understand.DropsPlan(t.Body()) || understand.CancelsIt(t.Body())) && !(q == qPhone && spoken.NumberLater(t.Body(), t.Heard())) {
		finishPlan(t, p, t.Say(lang.PlanDropped))
		return turn.Taken
	}
	if _, off := understand.ReadCancel(t.Body()); (off || understand.ReadCannot(t.Body())) && understand.ForAll(t.Body()) {
		return dropsWith(t, p)
	}
	switch t.Heard().Command {
	case understand.None, understand.Private:
	case understand.Skip:
		skipInPlan(t, p, q)
		return turn.Taken
	case understand.CallOff:
		if strings.TrimSpace(t.Heard().Arg) == "" || q != turn.QSaved && fold.Same(t.Heard().Arg, person.FirstName(p.Name)) {
			finishPlan(t, p, t.Say(lang.PlanDropped))
			return turn.Taken
		}
		return turn.Another
	case understand.What:
		nextOfPlan(t, p, "")
		return turn.Taken
	case understand.SpanishOn, understand.EnglishOn:
	case understand.Meet:
		absorbPlan(t, &p, spoken.Named(t.Heard().Arg, t.Planning()))
		nextOfPlan(t, p, "")
		return turn.Taken
	default:
		return turn.Another
	}
	if renames(t, p) {
		return turn.Taken
	}
	answerPlan(t, p, q)
	return turn.Taken
}

// answerPlan takes a text as the answer to the plan's open question.
func answerPlan(t *turn.Turn, p planData, q string) {
	body := strings.TrimSpace(t.Body())
	if s, ok := stepOf(q); ok {
		if was := p; saysAside(t, &p, q, body) {
			p.Tries = 0
			nextOfPlan(t, p, noted(t, was, p))
			return
		}
		s.hear(t, p, body)
		return
	}
	switch said := t.SaidOfTime(); {
	case spoken.CallsThem(p.Name, body), understand.SaysNoTexts(body): // "idk how but he wants calls"
		p.Calls, p.Tries = true, 0
		absorbPlan(t, &p, body)
		nextOfPlan(t, p, "")
	case said.Agrees(), spoken.SaysSave(body, q == qConsent && !told.NotAsked(body)):
		savePlan(t, p, q == qConsent || p.Agreed)
	case q == qConsent && spoken.Agreed(body) && !spoken.AgreesBesides(body) && !spoken.HasTime(t.Heard()) && t.Heard().Place == "" &&
		t.Heard().Phone.IsZero():
		savePlan(t, p, true)
	case spoken.AgreesBesides(body):
		p.Lang, _ = spoken.LanguageIn(body)
		savePlan(t, p, q == qConsent || p.Agreed)
	case q == qConsent && spoken.YesToTexts(body):
		absorbPlan(t, &p, body)
		savePlan(t, p, true)
	case q == qConsent && (said.Declines() || told.NotAsked(body)):
		savePlan(t, p, false)
	default:
		amendPlan(t, p, body)
	}
}

// planWhere takes the answer to "where?". Words that are no place are not made one: what they say is kept as a note.
func planWhere(t *turn.Turn, p planData, body string) {
	was := p
	if place, minutes := spoken.LengthBehind(body); minutes > 0 { // "cafe flora, 30 min"
		p.Minutes, body = minutes, place
	}
	switch h := t.Heard(); {
	case spoken.Agreed(body) || spoken.YesToTexts(body): // an answer to what is asked later
		absorbPlan(t, &p, body)
		p.Agreed, p.Tries = true, 0
		nextOfPlan(t, p, noted(t, was, p))
		return
	case p.Tries == 0 && (h.Digit != 0 || h.Reply == understand.Yes || h.Reply == understand.Thanks): // an answer to another question
		p.Tries++
		nextOfPlan(t, p, t.Say(lang.PlanStuck))
		return
	case h.Digit != 0 || h.Reply == understand.Yes || h.Reply == understand.Thanks: // the place stays open
		p.PlaceSet = true
	case spoken.TheyChoose(body):
		p.Chooses, p.PlaceSet = true, true
	case understand.Declines(body), understand.NoPlaceYet(body),
		lexicon.PlaceOpen.Has(lexicon.Plain(strings.ToLower(strings.Trim(body, " .!?…")))):
		p.PlaceSet = true
	case strings.Contains(body, "?"), lexicon.AskingWords.Has(lexicon.Plain(strings.ToLower(body))): // "why"
		if p.Tries == 0 {
			p.Tries++
			nextOfPlan(t, p, "")
			return
		}
		p.PlaceSet, p.Note = true, report.Excerpt(phrase.Join(p.Note, body), 600)
	case understand.NumberedStreet(body, t.Planning()) != "":
		setPlace(t, &p, understand.NumberedStreet(body, t.Planning()))
		keepBeside(&p, body)
	case understand.NamedPlace(h.Person): // "Lupita's Bakery"
		setPlace(t, &p, body)
	case h.Person != "" && !spoken.SameName(h.Person, p.Name) && !spoken.Corrects(body): // who comes along, or will be there
		p.PlaceSet, p.Tries = true, 0
		p.Note = report.Excerpt(phrase.Join(p.Note, body), 600)
		nextOfPlan(t, p, t.Say(lang.PlanKept, "words", report.Excerpt(body, 60)))
		return
	case hourCorrected(t, &p, body), understand.Corrects(body) && absorbPlan(t, &p, spoken.NotInstead(settle.TrimNo(body))),
		absorbPlan(t, &p, body): // what else it says of the plan
		if !p.PlaceSet {
			p.Tries = 0
			nextOfPlan(t, p, noted(t, was, p))
			return
		}
		keepBeside(&p, phrase.WithoutTimes(body, t.Planning()))
	case !spoken.IsSentence(body) && !understand.NamesNoPlace(body):
		place, beside := understand.PlaceEnds(understand.WithoutGuess(body))
		setPlace(t, &p, place)
		p.Note = report.Excerpt(phrase.Join(p.Note, beside), 600)
	default:
		p.PlaceSet, p.Tries = true, 0
		p.Note = report.Excerpt(phrase.Join(p.Note, body), 600)
		nextOfPlan(t, p, t.Say(lang.PlanKept, "words", report.Excerpt(body, 60)))
		return
	}
	p.Tries = 0
	nextOfPlan(t, p, "")
}

// keepBeside keeps what stands beside a place as a note: "at the diner w her sister Tina".
func keepBeside(p *planData, body string) {
	if p.Place != "" {
		p.Note = report.Excerpt(phrase.Join(p.Note, understand.LeftOfPlan(body, []string{p.Place, p.Name, person.FirstName(p.Name)})), 600)
	}
}

func planWho(t *turn.Turn, p planData, body string) {
	if n := t.Heard().Digit; n >= 1 && n <= len(p.Options) {
		for _, c := range t.Contacts() {
			if c.ID.String() == p.Options[n-1] {
				planContact(&p, c)
				nextOfPlan(t, p, "")
				return
			}
		}
	}
	p.Options = nil
	name, ok := understand.ParseName(body)
	switch {
	case ok:
		planPerson(t, &p, name)
	case absorbPlan(t, &p, body) && p.Name != "":
	case p.Tries == 0, t.Heard().Digit != 0, t.Heard().Reply != understand.NoReply, understand.OnlyManners(body): // a yes is nobody's name
		p.Tries++
		nextOfPlan(t, p, t.Say(lang.PlanStuck))
		return
	default: // kept as given: a name is what somebody is called
		p.Name = report.Excerpt(body, 60)
	}
	nextOfPlan(t, p, "")
}

func planNumber(t *turn.Turn, p planData, body string) {
	h, was := t.Heard(), p
	switch {
	case h.Digit >= 1 && h.Digit <= len(p.Numbers):
		p.Phone, p.Numbers = p.Numbers[h.Digit-1], nil
	case endOfNumber(&p, spoken.NotInstead(body)):
	case !h.Phone.IsZero():
		absorbPlan(t, &p, body)
		if p.Phone == "" { // the organizer's own, or ours
			askPlan(t, p, qPhone, "", t.Say(lang.PlanPhoneAgain))
			return
		}
	case h.CallOnly != "":
		absorbPlan(t, &p, body)
	case spoken.NumberLater(body, h) && p.Tries == 0: // "ill get it tmrw" says no day of the plan
		p.Tries++
		askPlan(t, p, qPhone, "", t.Say(lang.PlanPhoneLater, "first", person.FirstName(p.Name)))
		return
	case spoken.HasTime(h) && h.Digit == 0 && absorbPlan(t, &p, body): // when, before the number is at hand
		p.Tries = 0
		nextOfPlan(t, p, noted(t, was, p))
		return
	case h.Digit == 0 && timeMissing(t, &p) && p.Time.Hear(body, h, t.Planning()): // "3ish"
		p.Tries = 0
		nextOfPlan(t, p, noted(t, was, p))
		return
	case understand.UnusableNumber(body) != "" && p.Tries <= 1: // "206-055-0142"
		p.Tries++
		askPlan(t, p, qPhone, "", t.Say(lang.PlanPhoneBad, "phone", understand.UnusableNumber(body), "first", person.FirstName(p.Name)))
		return
	case understand.Declines(body), h.Reply == understand.No, understand.HasNoPhone(body), p.Tries > 0:
		if h.Place != "" { // "idk his number, at the library"
			absorbPlan(t, &p, body)
		} else if p.Tries > 0 && !understand.Declines(body) {
			p.Note = phrase.Join(p.Note, body)
		}
		p.NoPhone = true
	default:
		p.Tries++
		said := lang.PlanPhoneAgain
		if !strings.ContainsAny(body, "0123456789") { // "let me ask her sister"
			said = lang.PlanPhoneLater
		}
		askPlan(t, p, qPhone, "", t.Say(said, "first", person.FirstName(p.Name)))
		return
	}
	p.Tries = 0
	nextOfPlan(t, p, "")
}

func planWhen(t *turn.Turn, p planData, body string) {
	first, was := "", p
	before, works := spoken.EndsWork(body)
	switch {
	case spoken.TimeLater(body, t.Heard()):
		askPlan(t, p, qWhen, "", t.Say(lang.PlanTimeLater))
		return
	case works: // "7, she works til 6": when it ends is not when they meet
		p.Time.Hear(before, understand.Read(before, t.Planning()), t.Planning())
		p.Note = report.Excerpt(phrase.Join(p.Note, body), 600)
		first = noted(t, was, p)
	case p.Time.Hear(body, t.Heard(), t.Planning()):
		absorbBeside(t, &p)
		p.Tries = 0
	case understand.Corrects(body) && p.Time.Hear(spoken.NotInstead(settle.TrimNo(body)), understand.Text{}, t.Planning()):
		// "ay no el miércoles"
		p.Tries = 0
	case absorbPlan(t, &p, body):
		first = noted(t, was, p)
	default:
		first = t.Say(spoken.StuckAt(body))
	}
	nextOfPlan(t, p, first)
}

// absorbBeside takes a place that came with the time.
func absorbBeside(t *turn.Turn, p *planData) {
	if h := t.Heard(); h.Place != "" && h.Digit == 0 {
		setPlace(t, p, h.Place)
	}
}

func skipInPlan(t *turn.Turn, p planData, q string) {
	if s, ok := stepOf(q); ok && s.skip != nil {
		s.skip(&p)
	}
	nextOfPlan(t, p, "")
}
