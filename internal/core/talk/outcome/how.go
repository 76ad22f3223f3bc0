package outcome

import (
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// howDidItGo asks the organizer about a one-on-one that is over; the others that are open stay listed in it.
func howDidItGo(t *turn.Turn, rule reminder.Rule) {
	m, ok := t.MeetByID(t.Due().SubjectID)
	switch {
	case !ok || t.Due().Subject.Version != m.Rev:
		t.End(change.PlanSuperseded, "the one-on-one has changed since", uuid.Nil)
		return
	case m.Status != meeting.Planned && m.Status != meeting.Confirmed:
		t.End(change.PlanSuperseded, "its outcome is known", uuid.Nil)
		return
	}
	var also []string
	for _, o := range t.Unreported() {
		if o.ID != m.ID && o.Status != meeting.Held && t.Now().Sub(o.Ends()) > 0 && len(also) < 3 {
			also = append(also, o.Contact.First()+" "+hourOf(t, o))
		}
	}
	list := ""
	if len(also) > 0 {
		list = t.Say(lang.HowAlso, "list", strings.Join(also, ", "))
	}
	t.SetAbout(turn.SubjectOf(m.Meeting))
	t.OpenTalk(world.Conversation{Kind: world.HowTalk, SubjectID: m.ID, PersonID: m.OrganizerID, Question: "how"})
	t.Unasked(rule, t.SayMeet(lang.HowAsk, m, "who", m.Contact.First(), "also", list))
}

// hourOf is the hour of a one-on-one, with its day when that is not today.
func hourOf(t *turn.Turn, m world.Meet) string {
	l := m.StartsAt.In(t.Loc())
	if when.DateOf(l) == when.DateOf(t.Now().In(t.Loc())) {
		return when.EchoClock(l.Hour(), l.Minute())
	}
	return t.WhenOf(m, m.StartsAt)
}

// inHow takes the answer to how it went: a digit, words, the whole story, or what became of several; false when the text is another matter.
func inHow(t *turn.Turn) turn.Reply {
	m, ok := t.MeetByID(t.Conv().SubjectID)
	h := t.Heard()
	if !ok || m.Status != meeting.Planned && m.Status != meeting.Confirmed && m.Status != meeting.Held {
		return turn.Closes
	}
	body := strings.TrimSpace(t.Body())
	if told := understand.ToldInstead(body); told != "" { // nothing was said yet that it could change
		t.Narrow(told)
		h, body = t.Heard(), told
	}
	if _, reminds := understand.ReadRemind(body); reminds {
		return turn.Another
	}
	if which, off := understand.ReadCancel(body); off && understand.OfElse(which, m.Contact.First(), t.Planning()) { // "cancela lo de jo"
		return turn.Another
	}
	if (h.Command == understand.None || h.Command == understand.Tell) && sorry(t, m, body) {
		return turn.Taken
	}
	switch h.Command {
	case understand.None:
	case understand.Later:
		howLater(t, m)
		return turn.Taken
	case understand.SoFar:
		if turn.Data[howData](t).Words == "" {
			return turn.Another
		}
		t.Answer("how_did_it_go", t.SayMeet(lang.HowSureAgain, m, "who", m.Contact.First()))
		return turn.Taken
	case understand.What:
		t.Answer("help", t.SayMeet(lang.HowAgain, m, "who", m.Contact.First()))
		return turn.Taken
	case understand.Skip, understand.Next, understand.Back, understand.StartOver: // words of a report that is not begun
		t.Answer("how_did_it_go", t.SayMeet(lang.HowAgain, m, "who", m.Contact.First()))
		return turn.Taken
	default:
		return turn.Another
	}
	if t.Happened(fact.CameAfterAll{}) || outcomesIn(t, body) {
		return turn.Taken
	}
	return answerHow(t, m, body)
}

// answerHow takes words or a digit as what became of the one-on-one. What says neither is asked, with its words kept; nothing is guessed.
func answerHow(t *turn.Turn, m world.Meet, body string) turn.Reply {
	h := t.Heard()
	kept := turn.Data[howData](t).Words
	o, words := toldOf(t, m, body)
	if mild := understand.WithoutMildYes(body); mild != body && understand.AimOf(mild) == understand.PutsOff {
		if kept != "" { // "ok ill do it tonite" says nothing of whether they met
			keepTold(t, m, kept)
		}
		howLater(t, m)
		return turn.Taken
	}
	if said, off := understand.WithoutPuttingOff(body); off && kept == "" {
		if o, words = toldOf(t, m, said); o == understand.NoOutcome && understand.BareYes(said) {
			o, words = understand.Met, ""
		}
		if o == understand.Met {
			metNow(t, m, words, true)
			return turn.Taken
		}
	}
	switch {
	case kept != "" && bears(m, understand.CalledBy(body)): // "ay no rocio, me equivoque": it was of her
		met(t, m, kept)
	case o == understand.Met && kept != "":
		metAfterAll(t, m, kept, words)
	case o == understand.Met:
		met(t, m, words)
	case o == understand.Postponed:
		if kept != "" {
			keepTold(t, m, kept)
		}
		anotherTime(t, m, phrase.OrElse(words, turn.Data[howData](t).Again))
	case o == understand.Missed, o == understand.NotMet:
		didNotMeetBut(t, m, o, strings.TrimSpace(kept+"\n"+words), phrase.OrElse(turn.Data[howData](t).Again, kept+"\n"+words))
	case o == understand.Unsure:
		return askSure(t, m, strings.TrimSpace(kept+"\n"+body))
	case o == understand.NoOutcome && kept != "" && h.Digit == 0 &&
		(understand.TellsOfTalk(kept+". "+body) || understand.ToldByPhone(kept, body)): // by what is told, they talked
		met(t, m, kept+"\n"+body)
	case turn.Data[howData](t).Then == unsure && understand.IsQuestion(body): // "the phone thing counts right?"
		return askSure(t, m, kept)
	case understand.AimOf(body) == understand.PutsOff, understand.NotYet(body), understand.CannotNow(body):
		if kept != "" {
			keepTold(t, m, kept)
		}
		howLater(t, m)
	case kept != "" && understand.DeedOf(body, m.Contact.First()): // "chela va a juntar firmas para el sábado": told of her, and no plan
		return askSure(t, m, strings.TrimSpace(kept+"\n"+body))
	case understand.NamesTimeIn(strings.Fields(understand.Padded(body))) && understand.BeginsWithStaff(body, person.Firsts(t.Staff())):
		return askSure(t, m, strings.TrimSpace(kept+"\n"+body)) // "with sam monday" is of the debrief
	case t.PlansByItself(), h.Letter != "", h.Digit != 0, h.Reply == understand.Thanks, understand.IsQuestion(body):
		return turn.Another
	case t.Happened(fact.DoneInWords{}):
	case t.Conv().Tries == 0 && kept == "" && len(strings.Fields(body)) <= 2:
		t.Retry()
		t.Answer("how_did_it_go", t.SayMeet(lang.HowAgain, m, "who", m.Contact.First()))
	default:
		return askSure(t, m, strings.TrimSpace(kept+"\n"+body))
	}
	return turn.Taken
}

// toldOf reads what became of a one-on-one, and the words that are left of it.
func toldOf(t *turn.Turn, m world.Meet, body string) (understand.Outcome, string) {
	h := t.Heard()
	digit, rest := h.Digit, ""
	if digit == 0 {
		digit, rest = understand.DigitFirst(body)
	}
	switch digit {
	case 1:
		return understand.Met, rest
	case 2:
		return understand.Postponed, rest
	case 3:
		if turn.Data[howData](t).Then == unsure { // "3 no": of whom it was, nothing is said
			return understand.NotMet, rest
		}
		return understand.Missed, rest
	}
	asked := turn.Data[howData](t).Then == unsure
	switch o := understand.OutcomeIn(body); {
	case o == understand.Met && understand.MetNamed(body, m.Contact.Name): // "met jo, hes a roofer", asked of maria
		return understand.Unsure, body
	case (o == understand.Postponed || o == understand.NoOutcome) && understand.CannotNow(body): // "ahorita no puedo, mañana te cuento"
		return understand.NoOutcome, body
	case (o == understand.Met || o == understand.NoOutcome) && understand.CameUponAndAgreed(body):
		return understand.Unsure, body
	case (o == understand.Postponed || o == understand.NoOutcome && h.Reply == understand.Another) && wentWell(body) != understand.Postponed:
		return wentWell(body), body
	case asked && understand.CountsIt(body) != understand.NoOutcome:
		return understand.CountsIt(body), ""
	case understand.NothingToSay(body), understand.NothingOfMine(body) && o != understand.NotMet, understand.NotAsked(body), // "yo no pude ir"
		turn.Data[howData](t).Words != "" && len(strings.Fields(body)) > 1 && understand.NothingMore(body): // "no con eso"
		// it answers what they committed to, and not whether they met
		return understand.NoOutcome, body
	case asked && understand.LeftSoon(turn.Data[howData](t).Words) && o == understand.NoOutcome && understand.SaysOfTalk(body):
		return understand.Met, body // "we had to cut it short", and then "but she said shes down to come tues"
	case asked && understand.DropsDebrief(body, person.Firsts(t.Staff())): // it is of the talk with the staff
		return understand.NoOutcome, body
	case asked && understand.BeginsNo(body) && !understand.SaysCame(body) && (o == understand.NoOutcome || o == understand.Postponed) &&
		(h.When.HasDate() || h.When.HasClock || len(strings.Fields(body)) <= 3):
		return understand.NotMet, body
	case asked && o == understand.Unsure && understand.AgreesAtAll(body): // they spoke by phone, and that was it
		return understand.Met, body
	case o == understand.Unsure && understand.ByPhone(m.Place) && understand.ByPhone(body): // it was to be on the phone
		return understand.Met, body
	case o != understand.NoOutcome:
		return o, body
	case understand.BeginsNo(body) && understand.LeftSoon(body): // "not really, she had to leave after 5 min"
		return understand.Unsure, body
	case understand.OnlyCame(body):
		return understand.Met, ""
	case understand.TellsBehindYes(body) != "": // "si. es maestra jubilada"
		return understand.Met, understand.TellsBehindYes(body)
	case h.Reply == understand.Yes && len(body) < 20:
		return understand.Met, ""
	case understand.YesBriefly(body):
		return understand.Met, body
	case h.Reply == understand.No && len(body) < 20:
		return understand.NotMet, ""
	case understand.PutsOffReport(body), understand.NotYet(body):
		return understand.NoOutcome, body
	case h.Reply == understand.Another && len(body) < 80:
		return understand.Postponed, body
	case understand.CameNamed(body, m.Contact.First()), understand.TalkedFor(body):
		return understand.Met, body
	case understand.TellsOfTalk(body), understand.WellFirst(body, m.Contact.First()), understand.WentSo(body):
		return understand.Met, body
	}
	return understand.NoOutcome, body
}

// howData is what the question how it went must remember.
type howData struct {
	Then  string `json:"then,omitempty"`  // unsure, once it was asked whether they met at all
	Words string `json:"words,omitempty"` // what was said of it so far
	Again string `json:"again,omitempty"` // when to meet instead, as the contact was to be told
}

// unsure marks the question whether they met at all.
const unsure = "unsure"

// askSure asks whether they met, and keeps the words; the second time in other words, then a person reads them.
func askSure(t *turn.Turn, m world.Meet, words string) turn.Reply {
	data := turn.Data[howData](t)
	key := lang.HowSure
	if !t.Heard().When.HasDate() && understand.PhonedInstead(words) || understand.TalkedSince(words) {
		// "did you have it?" would ask what they just said
		key = lang.HowSureTalked
	}
	if data.Then == unsure {
		key = lang.HowSureAgain
	}
	if data.Then == unsure && t.Conv().Tries > 1 { // asked twice: what is told on waits with the question, and with the one-on-one
		keepTold(t, m, t.Body())
		t.Remember(howData{Then: unsure, Words: turn.Bounded(words), Again: data.Again})
		t.SetOutcome("kept until it is said whether they met")
		if t.Conv().Tries == 2 {
			t.Retry()
			t.Answer("how_did_it_go", t.Say(lang.ToldKept, "words", report.Excerpt(t.Body(), 60)), t.Say(lang.HowDigits))
		}
		return turn.Taken
	}
	t.Remember(howData{Then: unsure, Words: turn.Bounded(words), Again: data.Again})
	t.Retry()
	t.Answer("how_did_it_go", t.SayMeet(key, m, "who", m.Contact.First()))
	return turn.Taken
}

// anotherTime takes "2", or a new time in words, as the answer to how it went. Of the hour that did not work out nothing is borrowed.
func anotherTime(t *turn.Turn, m world.Meet, words string) {
	for _, r := range []string{reminder.ReportOverdueRule, reminder.ThanksPlainRule, reminder.ThanksMissedRule} {
		t.Add(change.CancelPlans{Subject: turn.Loose(m.Meeting), Rule: r, Reason: "it was put off"})
	}
	said := moment.Said{Base: t.BaseOf(m)}
	if words == "" || !said.Hear(words, understand.Text{}, t.Planning()) {
		ask := t.Say(lang.MoveAskWhen, "what", t.What(m))
		t.Happened(fact.OtherTime{Meet: putOff(t, m, words), Time: said, Ask: ask})
		return
	}
	sameTime(t, &said, m, words)
	at, ask := settle.Time(t, &said)
	if at.IsZero() {
		m = putOff(t, m, words)
	}
	t.Happened(fact.OtherTime{Meet: m, Time: said, Ask: ask})
}

// putOff keeps that the two did not meet and want another time, whatever becomes of the question for it: no report is asked for then.
func putOff(t *turn.Turn, m world.Meet, words string) world.Meet {
	off := m
	if off.Miss(t.Now()) != nil || off.Propose(meeting.Organizer, time.Time{}, t.Now()) != nil {
		return m
	}
	t.SaveMeet(off, change.OrganizerProposed, report.Excerpt(words, 200))
	t.Void(off, "it was put off")
	t.Morning(t.Who())
	return off
}

// sameTime keeps the hour where the words say so.
func sameTime(t *turn.Turn, said *moment.Said, m world.Meet, words string) {
	if said.Date != "" && said.Clock == "" && understand.SaysSameTime(words) {
		said.SameDayAs(m.StartsAt.In(t.Loc()))
	}
	if said.Date == "" && (understand.SaysSameTime(words) || lexicon.SameDayWords.In(understand.Padded(words))) {
		said.SameInWeek(m.StartsAt.In(t.Loc())) // "next week same time"
	}
}

// howLater asks again in two hours.
func howLater(t *turn.Turn, m world.Meet) {
	at := t.Now().Add(2 * time.Hour)
	t.Add(change.Plan{
		ID: t.NewID(), PhoneID: t.Phone().ID, PersonID: t.Who().ID, Subject: turn.SubjectOf(m.Meeting), Rule: reminder.HowDidItGoRule,
		Occurrence: "later " + t.MessageID().String(),
		DueAt:      at, ValidUntil: at.Add(36 * time.Hour), Reason: "2 hours later, as the organizer asked",
	})
	t.FinishWith("help", t.Say(lang.HowLater))
}

// openLate opens what a letter means of a one-on-one that is over: its report, or the question how it went.
func openLate(t *turn.Turn, m world.Meet) {
	if m.Status == meeting.Held {
		t.Happened(fact.ToReport{Meets: []world.Meet{m}})
		return
	}
	t.OpenTalk(world.Conversation{Kind: world.HowTalk, SubjectID: m.ID, Question: "how"})
	t.Answer("how_did_it_go", t.SayMeet(lang.HowAgain, m, "who", m.Contact.First()))
}

// openAgain asks in the same text, and in other words, how a one-on-one went whose outcome was taken back.
func openAgain(t *turn.Turn, f fact.OutcomeOpen) {
	t.Add(change.CancelPlans{Subject: turn.Loose(f.Meet.Meeting), Rule: reminder.HowDidItGoRule, Reason: "asked when it was taken back"})
	t.OpenTalk(world.Conversation{Kind: world.HowTalk, SubjectID: f.Meet.ID, PersonID: f.Meet.OrganizerID, Question: "how"})
	t.Answer("how_did_it_go", f.First, t.SayMeet(lang.HowAgain, f.Meet, "who", f.Meet.Contact.First()))
}

func saidMissed(t *turn.Turn, f fact.SaidMissed) { didNotMeet(t, f.Meet, understand.Missed, "") }
