package move

import (
	"slices"
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/choose"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// moveData is what the question for a time must remember.
type moveData struct {
	Time moment.Said `json:"time"`
}

// oneMeet finds the one that a command means; several are asked about, none is said.
func oneMeet(t *turn.Turn, arg, then string) (m world.Meet, rest string, ok bool) {
	pool := t.Organized()
	hits, rest := t.NameOf(arg, pool)
	if len(hits) == 0 && len(pool) == 1 && t.Heard().Person == "" && !understand.OfElse(arg, pool[0].Contact.First(), t.Planning()) {
		hits, rest = pool, arg
	}
	of, named := t.Meant(arg, pool)
	if len(hits) == 0 && named && len(of) == 1 && understand.WantsOtherPlace(t.Body(), of[0].Contact.First()) {
		hits, rest = of, ""
	}
	switch {
	case len(hits) == 1:
		return hits[0], rest, true
	case len(hits) == 0 && arg == "" && len(pool) > 1:
		choose.Meet(t, pool, then, "")
	case len(hits) > 1:
		choose.Meet(t, hits, then, rest)
	case len(pool) == 0 && understand.OfIt(arg) && t.Happened(fact.PutOff{Arg: arg}): // "move it to next wed", of what one owes
	case len(hits) == 0 && len(pool) > 1 && understand.OfIt(arg): // "move it to 5": of several
		_, to, _ := understand.ReadMove("move " + arg)
		choose.Meet(t, pool, then, to)
	default:
		t.Answer("help", t.Say(lang.MoveNone))
	}
	return world.Meet{}, "", false
}

// move gives a one-on-one another time: MOVE Maria Fri 4pm, MOVE B Friday, MOVE Maria.
func move(t *turn.Turn) {
	if which, to, ok := understand.ReadMove("move " + t.Heard().Arg); ok && understand.ForAll(which) { // MOVE both Thursday ones to Friday
		hits := allMeant(t, which)
		if len(hits) > 1 && moveAll(t, fact.MoveAllSaid{Meets: hits, Words: to}) {
			return
		}
		if len(hits) > 1 {
			if understand.Times(to, t.Planning()).HasClock { // "move both to friday at 3"
				t.SayFirst(t.Say(lang.MoveAllOneHour))
			}
			choose.Meet(t, hits, string(understand.Move), to)
			return
		}
	}
	m, rest, ok := oneMeet(t, t.Heard().Arg, string(understand.Move))
	if ok {
		moveWords(t, m, rest)
	}
}

// allMeant lists those to come whom words for all of them mean: of "both thursday ones" those of Thursday.
func allMeant(t *turn.Turn, which string) []world.Meet {
	pool := slices.DeleteFunc(t.Organized(), func(m world.Meet) bool { return m.Begun(t.Now()) })
	if understand.OnlyAll(which) {
		return pool
	}
	hits, _ := t.Meant(which, pool)
	return hits
}

// askPlace asks to which place a one-on-one goes.
func askPlace(t *turn.Turn, f fact.PlaceWanted) {
	t.OpenTalk(world.Conversation{Kind: world.MoveTalk, SubjectID: f.Meet.ID, Question: qWhere})
	if f.Among != "" {
		t.Answer("ask:where", t.Say(lang.MoveAskEither, "what", t.What(f.Meet), "places", f.Among))
		return
	}
	t.Answer("ask:where", t.Say(lang.MoveAskWhere, "what", t.What(f.Meet)))
}

func moveWords(t *turn.Turn, m world.Meet, words string) {
	switch n := lexicon.NewPlaceLeads.Lead(t.Body()); {
	case understand.WantsOtherPlace(t.Body(), m.Contact.First()):
		askPlace(t, fact.PlaceWanted{Meet: m}) // "change the place": to which, nobody said
		return
	case n > 0 && t.Happened(fact.AmendSaid{Meet: m, Words: t.Body()}): // "change place w maria to ..."
		return
	}
	if place := t.Heard().Place; place != "" && !understand.DoubtfulPlace(place) && t.Heard().When.HasClock && !m.Begun(t.Now()) &&
		t.Happened(fact.AmendSaid{Meet: m, Words: words}) { // "move maria to sat 11am at my house": both are put
		return
	}
	said, c := moment.Said{Base: t.BaseOf(m)}, t.Planning()
	c.Moving = true
	words = understand.WithoutWhy(understand.LastSaid(words, t.Planning()), t.Planning())
	words = understand.HourFirst(strings.TrimSpace(words))
	if by, ok := understand.ShiftBy("move " + words); ok && !t.Heard().When.HasDate() && m.StartsAt.After(t.Now()) { // "move maria up 30 min"
		moveTo(t, m, m.StartsAt.Add(by), "saved")
		return
	}
	behind := lexicon.WeekAfter.In(understand.Padded(words)) // "push maria to the week after same day same time": behind its own
	if behind {
		said.BehindWeekOf(m.StartsAt.In(t.Loc()))
	}
	switch heard := words == "" || said.Hear(words, understand.Text{}, c) || behind; {
	case heard:
	case lexicon.HourBounds.Any(strings.Fields(understand.Padded(words))):
		words = "" // "to after 5" names no hour
	case !said.HearHour(words, m.StartsAt.In(t.Loc())):
		if place := understand.PlaceBeforeWhy(words); place != "" && t.Happened(fact.AmendSaid{Meet: m, Words: "at " + place}) ||
			t.Happened(fact.AmendSaid{Meet: m, Words: words}) { // to another place
			return
		}
		words = ""
	}
	said.OfItsWeek(words, m.StartsAt.In(t.Loc()), c)
	if understand.SaysSameTime(words) || lexicon.SameDayWords.In(understand.Padded(words)) {
		said.SameInWeek(m.StartsAt.In(t.Loc())) // "push donna to next wk same day n time"
	}
	if words == "" {
		askMove(t, m, moment.Said{Base: said.Base}, t.Say(lang.MoveAskWhen, "what", t.What(m)))
		return
	}
	moveTime(t, m, said)
}

func moveTime(t *turn.Turn, m world.Meet, said moment.Said) {
	if !m.Begun(t.Now()) { // of one that is past nothing is borrowed: it did not work out
		said.SameDayAs(m.StartsAt.In(t.Loc()))
	}
	at, ask := settle.Time(t, &said)
	if at.IsZero() {
		askMove(t, m, said, phrase.OrElse(ask, t.Say(lang.MoveAskWhen, "what", t.What(m))))
		return
	}
	moveTo(t, m, at, "saved")
}

func askMove(t *turn.Turn, m world.Meet, said moment.Said, ask string) {
	t.OpenTalk(world.Conversation{Kind: world.MoveTalk, SubjectID: m.ID, Question: "when", Data: turn.Encode(moveData{Time: said})})
	t.Answer("ask:when", ask)
}

// inMove takes the answer to "to what day and time?"; false when the text is another matter.
func inMove(t *turn.Turn) turn.Reply {
	m, ok := t.MeetByID(t.Conv().SubjectID)
	said := turn.Data[moveData](t).Time
	words := settle.TrimNo(strings.TrimSpace(t.Body()))
	if h := t.Heard(); ok && !h.Timed() && h.Digit == 0 && (understand.NeverMind(t.Body()) || h.Reply == understand.No && !h.OwnWords) {
		t.FinishWith("saved", t.Say(lang.MoveAllNot))
		return turn.Taken
	}
	if ok && t.Conv().Question == qWhere {
		return toWhere(t, m)
	}
	if n := t.Heard().Digit; ok && n > 0 && n <= mostAnswers && len(said.Options) == 0 && said.Date == "" && !m.Begun(t.Now()) {
		said.Date = when.DateOf(m.StartsAt.In(t.Loc())).String() // an hour of its day, or the digit of an answer
		_, ask := settle.Time(t, &said)
		askMove(t, m, said, ask)
		return turn.Taken
	}
	if hour := understand.HourBeforePlace(words); ok && hour != "" && said.Date != "" && samePlace(words, hour, m.Place) { // "10 at presse"
		words = hour
	}
	if !ok || t.Heard().Command != understand.None || !said.Hear(words, t.Heard(), t.Planning()) &&
		!((t.Heard().Digit == 0 || len(said.Options) == 0) && moment.HourOnly(words) != "" &&
			said.HearHour(words, m.StartsAt.In(t.Loc()))) { // "530"; "4" where nothing was numbered
		if t.Heard().Command == understand.None {
			return turn.Closes
		}
		return turn.Another
	}
	moveTime(t, m, said)
	return turn.Taken
}

// samePlace reports whether what stands behind an hour and its "at" is the place that stands, or a part of its name.
func samePlace(words, hour, place string) bool {
	_, rest, _ := strings.Cut(words, hour)
	f := strings.Fields(understand.Padded(rest))
	return len(f) > 1 && strings.Contains(understand.Padded(place), " "+strings.Join(f[1:], " ")+" ")
}

// qWhere marks the question to which place a one-on-one goes.
const qWhere = "where"

// toWhere takes the place that was asked for.
func toWhere(t *turn.Turn, m world.Meet) turn.Reply {
	h, place := t.Heard(), strings.Trim(strings.TrimSpace(t.Body()), ".!")
	switch {
	case h.Command != understand.None || h.Digit != 0:
		return turn.Another
	case understand.EndsAtCorner(place): // "the bakery on 12th and jackson"
		t.CloseTalk()
		return taken(t.Happened(fact.PlaceGiven{Meet: m, Place: place[lexicon.PlaceAt.Lead(place):]}))
	case understand.NamesStreet(place): // "at the park on 5th" names no day
	case h.Timed() || understand.IsQuestion(place) || understand.DoubtfulPlace(place):
		return turn.Closes
	}
	t.CloseTalk()
	if h.Place == "" { // "the library", said alone
		place = "at " + place
	}
	return taken(t.Happened(fact.AmendSaid{Meet: m, Words: place}))
}

func taken(done bool) turn.Reply {
	if done {
		return turn.Taken
	}
	return turn.Another
}

// mostAnswers is the last of the digits with which so many of our questions are answered: where none was offered, it is no sure hour.
const mostAnswers = 3

// moveTo writes the new time; the contact hears of it exactly once.
func moveTo(t *turn.Turn, m world.Meet, at time.Time, kind string) {
	old, heard := m.StartsAt, !m.ToldAt.IsZero()
	if at.Equal(old) && m.Open() && m.Status != meeting.Proposed {
		t.FinishWith(kind, t.Say(lang.PlanKnown, "what", t.What(m)))
		return
	}
	if !settle.Shift(t, &m, at) {
		t.FinishWith("help", t.Say(lang.MoveOver, "what", t.What(m)))
		return
	}
	words := phrase.OrElse(wordsBeside(t, []world.Meet{m}), wordsOfCancel(t, m))
	finishWith(t, m, words, t.Say(lang.Moved, "what", t.What(m), "told", toldOrFirst(t, m, heard)))
	if t.Conv().Kind == "" { // "at the library" may follow
		t.Happened(fact.Moved{Meet: m})
	}
}

// toldOrFirst: who was told hears of the change, who was not gets the first text with the new time.
func toldOrFirst(t *turn.Turn, m world.Meet, heard bool) string {
	if heard || !turn.MayText(m.Contact) || m.StartsAt.Sub(t.Now()) > 2*time.Hour {
		return t.ToldOf(m, true)
	}
	return t.ToldOf(m, false)
}

// callOff ends a one-on-one; the contact hears of it when they knew of it.
func callOff(t *turn.Turn) {
	if arg := t.Heard().Arg; understand.OnlyAll(arg) { // CALL OFF both
		if hits := allMeant(t, arg); len(hits) > 0 {
			makeSure(t, fact.CancelSaid{Meets: hits})
			return
		}
	}
	m, _, ok := oneMeet(t, t.Heard().Arg, string(understand.CallOff))
	if ok {
		callOffMeet(t, m)
	}
}

func callOffMeet(t *turn.Turn, m world.Meet) {
	heard := !m.ToldAt.IsZero() && m.Status != meeting.Declined
	if !settle.Off(t, &m) {
		t.FinishWith("help", t.Say(lang.MoveOver, "what", t.What(m)))
		return
	}
	told := ""
	if m.Status == meeting.CalledOff {
		told = t.ToldOf(m, heard)
	}
	t.FinishWith("saved", t.Say(lang.CalledOffAnswer, "what", t.What(m), "told", told))
}

// otherTime gives a one-on-one the time that another room heard of, or asks for what is left of it.
func otherTime(t *turn.Turn, f fact.OtherTime) {
	if f.Ask != "" {
		askMove(t, f.Meet, f.Time, f.Ask)
		return
	}
	moveTime(t, f.Meet, f.Time)
}

// moveAsSaid moves a one-on-one to a time that is settled, and to the place that was named with it.
func moveAsSaid(t *turn.Turn, f fact.MoveTo) {
	if f.Place != "" {
		f.Meet.Place, f.Meet.ContactChooses = f.Place, false
	}
	moveTo(t, f.Meet, f.At, "saved")
}

// chosenMeet goes on with the command that asked which one-on-one is meant.
func chosenMeet(t *turn.Turn) turn.Reply {
	then := understand.Command(turn.Data[choose.Kept](t).Then)
	m, rest, ok := choose.Which(t)
	switch {
	case !ok && then == understand.CallOff && understand.ForAll(t.Body()):
		makeSure(t, fact.CancelSaid{Meets: meetsOf(t)})
	case !ok:
		return turn.Closes
	case then == understand.Move:
		moveWords(t, m, rest)
	case then == understand.CallOff:
		callOffMeet(t, m)
	default:
		privately(t, &m)
		t.FinishWith("saved", t.Say(lang.PrivateOn, "first", m.Contact.First()))
	}
	return turn.Taken
}
