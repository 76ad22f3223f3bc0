package agree

import (
	"slices"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/reminder"
	couples "github.com/reportback/reportback/internal/core/talk/agree/couple"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/whose"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// A phone that several contacts share may answer for each of them in one text: "we'll both be there", "Luis can't Friday but I can
// Thursday".

// couple takes an answer for more than one, or for one who is named. false when one answers for oneself.
func couple(t *turn.Turn) bool {
	pool := couples.Shared(t)
	if len(pool) < 2 || t.Heard().Digit != 0 {
		return false
	}
	said, words := couples.Both(t, pool), moreWords(t)
	if said == nil {
		said, words = couples.Each(t, pool), turn.Bounded(t.Body()) // what is said of each, the organizer reads
	}
	if len(said) == 0 {
		return false
	}
	t.SetOutcome("understood")
	t.NamesNobody() // each is named in what follows
	t.CloseTalk()
	parts := []string{t.Say(lang.CoupleThanks)}
	if words != "" && slices.ContainsFunc(said, func(e couples.Answer) bool { return !whose.MayRead(t, e.Meet) }) {
		t.HandToStaff("needs_answer", "answers of contacts of several organizers, with more words: for which of them these are, it does not say")
	}
	var cannot []couples.Answer
	for _, e := range said {
		parts = append(parts, noteEach(t, e, words))
		if !e.Yes {
			cannot = append(cannot, e)
		}
	}
	if len(cannot) == 1 { // what follows may be another time for whoever can't
		t.OpenTalk(world.Conversation{
			Kind: world.MeetTalk, SubjectID: cannot[0].Meet.ID, PersonID: cannot[0].Meet.ContactID, Question: qBetter,
			Data: turn.Encode(meetData{}),
		})
	}
	t.Answer("confirmed", parts...)
	return true
}

// noteEach takes one yes or no, and returns what the phone hears of it.
func noteEach(t *turn.Turn, e couples.Answer, words string) string {
	m := e.Meet
	if m.ToldAt.IsZero() { // its own text has not come yet: they know from the other's, or by word of mouth
		t.Add(change.CancelPlans{Subject: turn.Loose(m.Meeting), Rule: reminder.FirstRule, Reason: "answered already"},
			change.MeetingTold{ID: m.ID, At: t.Now()})
	}
	if e.Yes {
		first, err := m.Confirm(t.Now())
		if err == nil {
			t.SaveMeet(m, change.ContactConfirmed, t.Body())
		}
		if first {
			t.Tell(m.Organizer, reminder.ConfirmedRule, turn.SubjectOf(m.Meeting), wordsNote(m, wordsFor(t, m, words)), "the contact's first yes")
		}
		return t.SayMeet(lang.CoupleYes, m)
	}
	if m.Decline(t.Now()) == nil {
		t.SaveMeet(m, change.ContactDeclined, t.Body())
		t.Void(m, "the contact can't make it")
		t.Tell(m.Organizer, reminder.DeclinedRule, turn.SubjectOf(m.Meeting), wordsNote(m, wordsFor(t, m, words)), "the contact can't make it")
		if whose.MayRead(t, m) {
			t.Happened(fact.WordsAlong{Meet: m})
		}
	}
	return t.SayMeet(lang.CoupleNo, m)
}
