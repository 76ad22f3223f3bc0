package outcome

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// didNotMeet notes that they did not meet, keeps what was said of it, and offers a text that proposes another time: no thanks, no blame. A
// time in the same words is the next one-on-one.
func didNotMeet(t *turn.Turn, m world.Meet, o understand.Outcome, words string) {
	didNotMeetBut(t, m, o, words, words)
}

// didNotMeetBut is didNotMeet; again are the words in which the time of the next is looked for.
func didNotMeetBut(t *turn.Turn, m world.Meet, o understand.Outcome, words, again string) {
	noted := lang.MissedNoted
	is := noShow
	if o == understand.NotMet {
		noted, is = lang.NotMetNoted, notHeld
	}
	if !is(t, &m) {
		t.FinishWith("help", t.Say(lang.MoveOver, "what", t.What(m)))
		return
	}
	first := t.SayMeet(noted, m)
	if n := len(strings.Fields(words)); n > 1 {
		keepTold(t, m, words)
		if n > mostOfMiss {
			first = phrase.Join(first, t.Say(lang.MissedKept))
		}
	}
	switch next, ok := nextSaid(t, m, again); {
	case ok:
		t.Happened(fact.AnotherOne{Meet: m, Time: next, Place: m.Place, First: first})
	case understand.ReachesOut(words):
		t.FinishWith("saved", first, t.Say(lang.MissedOff))
	case !turn.MayText(m.Contact) || !reminder.May(t.Org().Sending, m.Contact.Works()):
		t.FinishWith("saved", first, t.SayMeet(lang.MissedCall, m))
	default:
		t.OpenTalk(world.Conversation{Kind: world.MissedTalk, SubjectID: m.ID, Question: "missed"})
		t.Answer("ask:missed", first, t.SayMeet(lang.MissedOffer, m))
	}
}

// mostOfMiss is how many words say no more than that somebody did not come: of more it is said that they are kept.
const mostOfMiss = 4

// nextSaid reads when they meet next: a day to come, with its hour or words that say so.
func nextSaid(t *turn.Turn, m world.Meet, words string) (moment.Said, bool) {
	said := moment.Said{Base: t.BaseOf(m)}
	if words == "" || understand.AsksThemselves(words) || !said.Hear(words, understand.Text{}, t.Planning()) {
		return said, false
	}
	sameTime(t, &said, m, words)
	dated := said.Date != "" && said.Date >= t.Today() || len(said.Options) > 0
	if said.Date == t.Today() && understand.Briefly(words) { // "she had to leave after 5 min"
		return said, false
	}
	return said, dated && (said.Clock != "" || len(said.Options) > 0 || understand.SaysAgain(words) || understand.SaysNextTry(words)) &&
		(said.Date != t.Today() || said.Clock != "")
}

func noShow(t *turn.Turn, m *world.Meet) bool {
	if err := m.Miss(t.Now()); err != nil {
		return false
	}
	noteNotMet(t, *m, change.MeetingMissed, "the contact did not come")
	return true
}

// notHeld notes that it did not take place, whoever's it was: forgotten, called off, missed each other.
func notHeld(t *turn.Turn, m *world.Meet) bool {
	if !m.Begun(t.Now()) || m.CallOff() != nil {
		return false
	}
	noteNotMet(t, *m, change.MeetingCalledOff, "they did not meet")
	return true
}

// noteNotMet writes that they did not meet; nothing that waited for the outcome comes any more.
func noteNotMet(t *turn.Turn, m world.Meet, what change.Fact, why string) {
	t.SetAbout(turn.Loose(m.Meeting))
	t.SaveMeet(m, what, "")
	for _, r := range []string{reminder.HowDidItGoRule, reminder.ReportOverdueRule, reminder.ThanksPlainRule, reminder.ThanksMissedRule} {
		t.Add(change.CancelPlans{Subject: turn.Loose(m.Meeting), Rule: r, Reason: why})
	}
	t.Happened(fact.Missed{Meet: m})
}

// mostNoNeed is how many words a text has at most that says that nothing need be sent: one with more tells something.
const mostNoNeed = 5

// inMissed takes the answer to the offer of another time; false when the text is another matter.
func inMissed(t *turn.Turn) turn.Reply {
	m, ok := t.MeetByID(t.Conv().SubjectID)
	h := t.Heard()
	switch {
	case !ok || m.Status != meeting.NoShow && m.Status != meeting.CalledOff:
		return turn.Closes
	case h.Command != understand.None:
		return turn.Another
	}
	if ofElse(t, m) { // "rosa was good", behind devin who did not come
		if outcomesIn(t, strings.TrimSpace(t.Body())) {
			return turn.Taken
		}
		return turn.Closes
	}
	said := moment.Said{Base: t.BaseOf(m)}
	switch answer := t.SaidOfTime(); {
	case h.Digit == 0 && (understand.OutcomeIn(t.Body()) == understand.Met || understand.OnlyCame(t.Body())),
		understand.SaysTheyCame(t.Body()): // the digit before was a slip
		t.CloseTalk()
		words := ""
		if understand.TellsOfSomebody(t.Body()) { // "we talked like an hour tho, she wants to help"
			words = t.Body()
		}
		metHowever(t, m, words)
	case understand.ReachesOut(t.Body()): // "ill call her this wkend dont text her pls"
		keepTold(t, m, t.Body())
		t.FinishWith("saved", t.Say(lang.MissedOff))
	case understand.DeclinesOffer(t.Body()) && !h.When.HasDate() && !h.When.HasClock: // "no ya", "no, yo le escribo"
		t.FinishWith("saved", t.Say(lang.MissedOff))
	case answer.Agrees() && (h.Digit != 0 || !said.Hear(timeOf(t), h, t.Planning())):
		t.Tell(m.Contact, reminder.MissedRule, turn.SubjectOf(m.Meeting), nil, "they missed each other")
		t.FinishWith("saved", t.Say(lang.MissedSent, "first", m.Contact.First()))
	case answer.Declines(), understand.PromisesNothing(t.Body()) && len(strings.Fields(t.Body())) <= mostNoNeed && !h.When.HasDate() &&
		!h.When.HasClock: // "no need"
		t.FinishWith("saved", t.Say(lang.MissedOff))
	case answer.Agrees(), said.Hear(timeOf(t), h, t.Planning()): // it stays missed: the next one is another
		sameTime(t, &said, m, t.Body())
		t.CloseTalk()
		t.Happened(fact.AnotherOne{Meet: m, Time: said, Place: m.Place})
	case understand.TriesAgain(t.Body()) && t.Conv().Tries == 0: // and not when
		t.Retry()
		t.Answer("ask:missed", t.SayMeet(lang.MissedWhen, m))
	default:
		return turn.Closes
	}
	return turn.Taken
}

// ofElse reports whether a text tells how another one-on-one went, whose contact it names: and not the one who was missed.
func ofElse(t *turn.Turn, m world.Meet) bool {
	body := understand.Padded(t.Body())
	return t.Heard().Digit == 0 && !turn.Names(body, m.Contact.First()) && slices.ContainsFunc(t.Unreported(), func(o world.Meet) bool {
		return o.ContactID != m.ContactID && turn.Names(body, o.Contact.First())
	})
}

// timeOf is what a text says of another time.
func timeOf(t *turn.Turn) string { return settle.TrimNo(strings.TrimSpace(t.Body())) }

// numberAlone asks once more how a one-on-one went that is over, when a number comes that answers nothing: it may have been meant for it.
func numberAlone(t *turn.Turn, _ fact.NumberAlone) bool {
	for _, m := range t.Unreported() {
		if m.Status == meeting.Held || t.Now().Before(m.Ends()) || t.Heard().Digit > 3 {
			continue
		}
		t.SetAbout(turn.SubjectOf(m.Meeting))
		t.OpenTalk(world.Conversation{Kind: world.HowTalk, SubjectID: m.ID, PersonID: m.OrganizerID, Question: "how"})
		t.Answer("how_did_it_go", t.SayMeet(lang.HowAgain, m, "who", m.Contact.First()))
		return true
	}
	return false
}
