package offer

import (
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/agree/spoken"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// OnlyTime reports whether a text names a time and nothing else, but for how it puts right what came before: "no perate a las 7".
func OnlyTime(t *turn.Turn) bool {
	body := strings.Trim(t.Body(), " ?¿")
	if understand.OnlyTime(body, t.Heard().When) {
		return true
	}
	right := understand.WithoutCorrection(body)
	return right != body && understand.OnlyTime(right, understand.Times(right, t.Planning()))
}

// OtherHour reads that the day of a one-on-one suits and its hour does not, while no other hour is named: "yes but after 4", "I can do
// thursday but not at 3". It returns the day, and what is said of its hour.
func OtherHour(t *turn.Turn, m world.Meet) (said moment.Said, ok bool) {
	h, at := t.Heard(), At(m).In(t.Loc())
	own := h.When.HasDate() && (h.When.Date == when.DateOf(at) || h.When.BareWeekday && h.When.Date.Weekday() == at.Weekday())
	asked := m.Status == meeting.Proposed
	if h.Digit != 0 || understand.WishesTexts(t.Body()) || !m.Open() || asked && m.Proposal.By != meeting.Organizer || !at.After(t.Now()) ||
		h.When.HasDate() && !own || len(h.When.Options) > 0 || len(h.When.Except) > 0 ||
		!h.When.Week.IsZero() || !h.When.NotWeek.IsZero() {
		return said, false
	}
	agrees := own || understand.AgreesOtherwise(t.Body(), t.Planning())
	said = moment.Said{Date: phrase.DateOf(at)}
	if understand.DeniesHour(t.Body(), at.Hour(), at.Minute()) { // "cant at 2. 4?"
		for _, clause := range understand.Turns(strings.ReplaceAll(t.Body(), "?", ".")) {
			if hourOf(clause, understand.Read(clause, t.Planning())) && !understand.DeniesHour(clause, at.Hour(), at.Minute()) &&
				said.HearHour(clause, at) && said.Clock != at.Format(moment.Layout) {
				return said, true
			}
			said.Clock = ""
		}
	}
	if asked {
		return said, own && boundBeyond(t.Body(), &said, at)
	}
	another := h.When.HasClock && (h.When.Hour != at.Hour() || h.When.Minute != at.Minute())
	if agrees && !another && understand.DeniesHour(t.Body(), at.Hour(), at.Minute()) {
		return said, true
	}
	for _, clause := range understand.Turns(t.Body()) {
		switch {
		case !agrees && h.Reply != understand.Another, greets(clause):
		case understand.OnlyOfHour(clause) && said.HearBound(clause, at), agrees && !another && understand.LaterThatDay(clause):
			return said, true
		}
	}
	return said, false
}

// boundBeyond reports whether a clause says no more than a bound for the hour that rules it out: "después de la 1 sí", of 10 AM.
func boundBeyond(body string, said *moment.Said, at time.Time) bool {
	for _, clause := range understand.Turns(body) {
		if understand.OnlyOfHour(clause) && said.HearBound(clause, at) {
			return true
		}
	}
	return false
}

// Instead is the hour that an answer to another time puts in its place, behind a clause about that time which is no yes: "5 is tight for
// me, 4:30?", "a las 5 se me complica, a las 4:30".
func Instead(t *turn.Turn, m world.Meet) (said moment.Said, ok bool) {
	at := At(m).In(t.Loc())
	clauses := understand.Turns(strings.ReplaceAll(t.Body(), "?", "."))
	if len(clauses) < 2 || t.Heard().Command != understand.None {
		return said, false
	}
	before, last := strings.Join(clauses[:len(clauses)-1], ", "), clauses[len(clauses)-1]
	if b := understand.Read(before, t.Planning()); b.Reply == understand.Yes || understand.AgreesOtherwise(before, t.Planning()) ||
		b.When.HasDate() && b.When.Date != when.DateOf(at) || !namesOwn(before, at) {
		return said, false
	}
	h := understand.Read(last, t.Planning())
	if h.Reply == understand.No || h.When.HasDate() || len(h.When.Options) > 0 || !hourOf(last, h) && h.Reply != understand.Another ||
		!said.HearHour(last, at) || said.Clock == at.Format(moment.Layout) {
		return said, false
	}
	said.Date = phrase.DateOf(at)
	return said, true
}

// namesOwn reports whether the only number of words is the hour of a time.
func namesOwn(words string, at time.Time) bool {
	n, own := 0, false
	for w := range strings.FieldsSeq(understand.Padded(words)) {
		if strings.ContainsAny(w, "0123456789") {
			n++
			own = w == at.Format("3") || w == at.Format("3pm") || w == at.Format("304") || w == at.Format("3:04") || w == at.Format("3:04pm")
		}
	}
	return n == 1 && own
}

// Corrected is what a text says behind the word that takes back what was said before, where that word seems to rule its day out: "wait no
// saturday 10am". "" where it rules it out.
func Corrected(t *turn.Turn) string {
	h, words := t.Heard(), settle.TrimNo(strings.TrimSpace(t.Body()))
	if len(h.When.Except) == 0 || h.When.HasDate() || len(h.When.Options) > 0 || words == strings.TrimSpace(t.Body()) {
		return ""
	}
	r := understand.Read(words, t.Planning()).When
	before := strings.Fields(strings.TrimSuffix(strings.TrimSpace(t.Body()), words))
	if !r.HasDate() && len(r.Options) == 0 || len(r.Except) > 0 || !r.HasClock && len(r.Options) == 0 && len(before) < 2 {
		return ""
	}
	return words
}

// Within reports whether a yes bounds the hour, and the one that stands is within it: "yes, I'm free after 2" of 3 PM.
func Within(t *turn.Turn, m world.Meet) bool {
	h, at := t.Heard(), At(m).In(t.Loc())
	if (h.Reply == understand.Another || h.Reply == understand.Maybe) && (!h.When.HasDate() || OwnTime(t, m)) && freeBy(t, m) {
		return true
	}
	if h.Reply != understand.Another || h.Refused || h.Condition || h.When.HasDate() || len(h.When.Options) > 0 ||
		!understand.AgreesOtherwise(t.Body(), t.Planning()) {
		return false
	}
	if h.When.HasClock && (h.When.Hour != at.Hour() || h.When.Minute != at.Minute()) { // "si pero mas tarde, a las 5", of 3 PM
		return false
	}
	for _, clause := range understand.Turns(t.Body()) {
		said := moment.Said{}
		if understand.OnlyOfHour(clause) && said.HearPart(clause) && !said.HearBound(clause, at) {
			return true
		}
	}
	return false
}

// mostTold is how many words answer another time and say little else: "4 works for me then".
const mostTold = 7

// ReadTold reads words that an organizer has a contact told who asks for another time: the time that they name, if one, and whether they
// answer it. Those that say more or refuse do not.
func ReadTold(t *turn.Turn, m world.Meet, words string) (said moment.Said, timed, ok bool) {
	h := understand.Read(words, t.Planning())
	if m.Status != meeting.Proposed || m.Proposal.By != meeting.Contact || m.Proposal.At.IsZero() || h.Reply == understand.No || h.Refused ||
		h.Condition || len(strings.Fields(words)) > mostTold || lexicon.Negators.Any(strings.Fields(understand.Padded(words))) {
		return said, false, false
	}
	said = moment.Said{Base: phrase.DateOf(At(m).In(t.Loc()))}
	timed = said.Hear(words, understand.Text{}, t.Planning()) || said.HearHour(words, At(m).In(t.Loc()))
	if timed {
		return said, true, understand.OnlyOfHour(phrase.WithoutTimes(words, t.Planning()))
	}
	return said, false, h.Reply == understand.Yes && !h.OwnWords && !h.Question
}

// WeekNamed is the Monday of the week that a text names without a day.
func WeekNamed(t *turn.Turn, m world.Meet) string {
	said := moment.Said{}
	said.Hear(t.Body(), understand.Text{}, t.Planning())
	if said.WeekOf == "" && lexicon.WeekAfter.In(understand.Padded(t.Body())) {
		return WeekBehind(t, m)
	}
	return said.WeekOf
}

// WeekBehind is the Monday of the week behind that of a one-on-one.
func WeekBehind(t *turn.Turn, m world.Meet) string {
	on := when.DateOf(m.StartsAt.In(t.Loc()))
	return on.AddDays(7 - (int(on.Weekday())+6)%7).String()
}

// SaysDeclined reports whether a text names again, by its weekday alone, the day that was declined, and no yes to it.
func SaysDeclined(t *turn.Turn, m world.Meet) bool {
	h, at := t.Heard(), m.StartsAt.In(t.Loc())
	if _, mixed := understand.WithoutMixup(t.Body()); mixed && m.Status == meeting.Declined { // the day that they took it for
		return true
	}
	return m.Status == meeting.Declined && at.After(t.Now()) && h.Digit == 0 && h.Reply != understand.Yes && h.When.HasDate() &&
		h.When.BareWeekday && !h.When.HasClock && len(h.When.Options) == 0 && h.When.Date.Weekday() == at.Weekday() &&
		!strings.ContainsAny(t.Body(), "?¿")
}

// noon is the hour at which a morning ends.
const noon = 12

// HearYes hears a yes that asks whether something is all right besides, and none in a word that leads to a question of what it is about:
// "bueno de que se trata". "I'm good thanks" to what is asked leaves open which it is.
func HearYes(t *turn.Turn, m world.Meet) {
	h := t.Heard()
	first, rest, more := strings.Cut(strings.TrimSpace(t.Body()), " ")
	switch {
	case comesToPlace(t, m), h.Reply == understand.Maybe && spoken.GetsThere(t.Body(), t.Planning()):
		t.HearReply(understand.Yes)
	case h.Digit == 0 && h.Reply == understand.No && spoken.AsksToCome(t.Body()),
		h.Digit == 0 && h.Reply == understand.Yes && understand.WelcomesTexts(t.Body()) && // "bueno mejor escribame", of a call
			lexicon.BetterWords.Any(strings.Fields(understand.Padded(t.Body()))):
		t.HearReply(understand.NoReply)
	case WorksThen(t, m):
		t.HearReply(understand.NoReply)
	case h.Digit == 0 && !h.Timed() && h.Reply != understand.Wrong && m.Open() && !m.Begun(t.Now()) && understand.PutsOffOpen(t.Body()):
		t.HearReply(understand.No) // "mejor lo dejamos pa cuando me alivie"
	case h.Digit == 0 && h.Reply == understand.Yes && At(m).In(t.Loc()).Hour() < noon && understand.HeldMornings(t.Body()):
		t.HearReply(understand.Maybe) // of a time in the morning
	case h.Digit == 0 && (h.Reply == understand.NoReply || h.Reply == understand.Maybe || h.Reply == understand.Another && !h.Timed() ||
		h.Reply == understand.Yes && !h.OwnWords) &&
		understand.YesBeside(t.Body(), t.Planning()), h.Reply == understand.Another && canAfterAll(t, m):
		t.HearReply(understand.Yes)
	case h.Digit == 0 && (h.Reply == understand.Another && understand.MayMove(t.Body(), t.Planning()) ||
		h.Reply == understand.Yes && understand.DoubtsWhere(t.Body())):
		t.HearReply(understand.Maybe)
	case h.Reply == understand.WhoIsIt && understand.KnowsWho(t.Body()) && !understand.OnlyKnowsWho(t.Body(), t.Planning()):
		t.HearReply(understand.Yes)
	case h.Reply == understand.WhoIsIt && understand.KnowsWho(t.Body()),
		h.Reply == understand.Yes && understand.OnlyKnowsWho(t.Body(), t.Planning()):
		t.HearReply(understand.NoReply)
	case h.Reply == understand.Yes && m.Status == meeting.Planned && understand.GoodAsIs(t.Body()):
		t.HearReply(understand.Maybe)
	case h.Reply == understand.Maybe && understand.YesAndAsksLeave(t.Body(), t.Planning()), h.Digit == 0 && m.Status == meeting.Planned &&
		t.Conv().Question == QConfirm && !m.Begun(t.Now()) && understand.OkAndAsks(t.Body(), t.Planning()):
		t.HearReply(understand.Yes)
	case h.Reply == understand.Yes && h.Digit == 0 && more && understand.AskedIn(rest)&(understand.OfMatter|understand.OfWriter) != 0 &&
		!understand.PlainYes(first) && understand.Read(first, t.Planning()).Reply == understand.Yes &&
		understand.Read(rest, t.Planning()).Reply != understand.Yes:
		t.HearReply(understand.NoReply)
	}
}

// greets reports whether a clause begins with a greeting of several words: of "good morning. yes thursday at 3" the morning is no hour.
func greets(clause string) bool {
	p := strings.TrimSpace(understand.Padded(clause))
	n := lexicon.Greeting.Lead(p)
	return n > 0 && strings.Contains(p[:n], " ")
}
