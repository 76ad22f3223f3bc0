package agree

import (
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/whose"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// A phone that several contacts share may answer for each of them in one text: "we'll both be there", "Luis can't Friday but I can
// Thursday".

// ofEach is what a text says of one of them.
type ofEach struct {
	meet world.Meet
	yes  bool
}

// couple takes an answer for more than one, or for one who is named. false when one answers for oneself.
func couple(t *turn.Turn) bool {
	pool := shared(t)
	if len(pool) < 2 || t.Heard().Digit != 0 {
		return false
	}
	said, words := bothSaid(t, pool), moreWords(t)
	if said == nil {
		said, words = eachSaid(t, pool), turn.Bounded(t.Body()) // what is said of each, the organizer reads
	}
	if len(said) == 0 {
		return false
	}
	t.SetOutcome("understood")
	t.NamesNobody() // each is named in what follows
	t.CloseTalk()
	parts := []string{t.Say(lang.CoupleThanks)}
	if words != "" && slices.ContainsFunc(said, func(e ofEach) bool { return !whose.MayRead(t, e.meet) }) {
		t.HandToStaff("needs_answer", "answers of contacts of several organizers, with more words: for which of them these are, it does not say")
	}
	for _, e := range said {
		parts = append(parts, noteEach(t, e, words))
	}
	t.Answer("confirmed", parts...)
	return true
}

// shared lists the one-on-ones to come of those who share the phone, when they are several people.
func shared(t *turn.Turn) []world.Meet {
	var out []world.Meet
	people := map[uuid.UUID]bool{}
	for _, m := range t.Meetings() {
		if t.IsMine(m) && m.Open() && m.Status != meeting.Proposed && m.StartsAt.After(t.Now()) {
			out = append(out, m)
			people[m.ContactID] = true
		}
	}
	if len(people) < 2 {
		return nil
	}
	return out
}

// bothSaid reads "yes, we'll both be there".
func bothSaid(t *turn.Turn, pool []world.Meet) []ofEach {
	r, p := t.Heard().Reply, understand.Padded(t.Body())
	if r == understand.NoReply { // "we both can" is "I can" of each
		for _, both := range lexicon.BothOfUs.Padded() {
			p = strings.ReplaceAll(p, both, " i ")
		}
		r = understand.Read(strings.TrimSpace(p), t.Planning()).Reply
		if they := understand.TheyCome(t.Body()); r == understand.NoReply && (they == understand.No || len(strings.Fields(t.Body())) <= 4) {
			r = they // a longer one may be under a condition
		}
	}
	if !lexicon.BothOfUs.In(understand.Padded(t.Body())) || r != understand.Yes && r != understand.No || t.Heard().When.HasDate() {
		return nil
	}
	var out []ofEach
	for _, m := range pool {
		out = append(out, ofEach{m, r == understand.Yes})
	}
	return out
}

// eachSaid reads a text by its clauses, each of which is about whom it names, or whose day it names; nil when one of them is about neither.
func eachSaid(t *turn.Turn, pool []world.Meet) []ofEach {
	cut := strings.NewReplacer(" but ", "\n", " pero ", "\n", ",", "\n", ";", "\n", ". ", "\n", " and ", "\n", " y ", "\n")
	var out []ofEach
	named := false
	for piece := range strings.SplitSeq(cut.Replace(" "+t.Body()+" "), "\n") {
		if strings.TrimSpace(piece) == "" {
			continue
		}
		e, byName, ok := clauseOf(t, piece, pool, out)
		if !ok {
			return nil
		}
		named = named || byName
		out = append(out, e)
	}
	if !named {
		return nil
	}
	return out
}

// clauseOf reads one clause. A name stands for its bearer, who says it of themselves.
func clauseOf(t *turn.Turn, piece string, pool []world.Meet, before []ofEach) (e ofEach, byName, ok bool) {
	p := understand.Padded(piece)
	var hits []world.Meet
	for _, m := range pool {
		first := strings.TrimSpace(understand.Padded(m.Contact.First()))
		if strings.Contains(p, " "+first+" ") {
			hits, byName = append(hits, m), true
			p = strings.ReplaceAll(p, " "+first+" ", " i ")
			break
		}
	}
	h := understand.Read(strings.TrimSpace(p), t.Planning())
	if !byName {
		for _, m := range pool {
			if !saidAlready(before, m) && (!h.When.HasDate() || onDayOf(t, h, m)) {
				hits = append(hits, m)
			}
		}
	}
	if len(hits) != 1 || h.When.HasDate() && !onDayOf(t, h, hits[0]) || h.When.HasClock {
		return e, false, false
	}
	said := h.Reply
	if they := understand.TheyCome(piece); byName && they != understand.NoReply {
		said = they
	}
	switch {
	case said == understand.No:
		return ofEach{hits[0], false}, byName, true
	case said == understand.Yes, said != understand.Maybe && said != understand.Wrong && h.When.HasDate():
		return ofEach{hits[0], true}, byName, true
	}
	return e, false, false
}

func saidAlready(before []ofEach, m world.Meet) bool {
	for _, e := range before {
		if e.meet.ContactID == m.ContactID {
			return true
		}
	}
	return false
}

// onDayOf reports whether the day that was said is that of the one-on-one, by its date or by its weekday alone.
func onDayOf(t *turn.Turn, h understand.Text, m world.Meet) bool {
	on := when.DateOf(m.StartsAt.In(t.Loc()))
	return h.When.Date == on || h.When.Date.Weekday() == on.Weekday()
}

// noteEach takes one yes or no, and returns what the phone hears of it.
func noteEach(t *turn.Turn, e ofEach, words string) string {
	m := e.meet
	if m.ToldAt.IsZero() { // its own text has not come yet: they know from the other's, or by word of mouth
		t.Add(change.CancelPlans{Subject: turn.Loose(m.Meeting), Rule: reminder.FirstRule, Reason: "answered already"},
			change.MeetingTold{ID: m.ID, At: t.Now()})
	}
	if e.yes {
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
