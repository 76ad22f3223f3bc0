package todo

import (
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/promise"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// closing is what a text says is done.
type closing struct {
	promises []world.Promise
	debriefs []world.Debrief
}

// saidDone closes what a text says is done in plain words: "sent maria the flyer", "done with the flyer", "called her, debriefed w sam
// too", "A and B done". Where it may be several things it asks; false when it says nothing of the kind.
func saidDone(t *turn.Turn) bool {
	body := strings.TrimSpace(t.Body())
	if understand.IsQuestion(body) || t.Heard().Digit != 0 {
		return false
	}
	all := closing{}
	var words []string
	for _, part := range understand.DoneParts(body) {
		c := closedBy(t, part)
		words = append(words, part.Words...)
		if len(c.promises)+len(c.debriefs) > 1 && !part.Letters {
			whichOwed(t, c.promises, c.debriefs, string(understand.Done), "")
			return true
		}
		all.add(c)
	}
	said := all.close(t, strings.Join(words, " "))
	if len(said) == 0 {
		return false
	}
	t.FinishWith("saved", said...)
	return true
}

// close closes what is done and says so; words are those that say it.
func (c closing) close(t *turn.Turn, words string) (said []string) {
	for _, p := range c.promises {
		said = append(said, doneOf(t, p, words))
	}
	for _, b := range c.debriefs {
		debriefHeld(t, b, "")
		said = append(said, t.Say(lang.DebriefHeld, "who", otherOf(t, b)))
	}
	return said
}

// doneBeside closes what a text to another question says is done, where it is one thing.
func doneBeside(t *turn.Turn, f *fact.DoneBeside) bool {
	var all closing
	if understand.DidOwn(t.Body()) {
		theirs := slices.DeleteFunc(mine(t), func(p world.Promise) bool { return p.ToID != f.With })
		if len(theirs) == 1 {
			f.Said = doneOf(t, theirs[0], "")
		}
		return len(theirs) == 1
	}
	for _, part := range understand.DoneParts(t.Body()) {
		c := closedBy(t, part)
		if c.debriefs = nil; len(c.promises) != 1 || c.promises[0].Kind != change.Promised {
			return false
		}
		all.add(c)
	}
	f.Said = phrase.Join(all.close(t, t.Body())...)
	return f.Said != ""
}

// takesOff closes what is not to be done any more, of the speaker's promises and of what their contacts said: "take the neighbors thing
// off". What is a word for an event has an answer of its own.
func takesOff(t *turn.Turn) bool {
	if unreminds(t) {
		return true
	}
	what, ok := understand.TakesOff(t.Body())
	if !ok || t.Heard().Digit != 0 {
		return false
	}
	var hits []world.Promise
	for _, p := range t.Promises() {
		mine := p.Kind == change.Promised && p.OwnerID == t.Who().ID
		theirs := p.Kind == change.Committed && p.ToID == t.Who().ID && p.EventID == uuid.Nil
		if (mine || theirs) && understand.SharesWord(p.What, what) {
			hits = append(hits, p)
		}
	}
	return withdrawn(t, hits)
}

// unreminds takes back what the speaker wanted to be reminded of.
func unreminds(t *turn.Turn) bool {
	what, ok := understand.Unreminds(t.Body())
	if !ok {
		return false
	}
	hits := slices.DeleteFunc(mine(t), func(p world.Promise) bool { return !own(p) || what != "" && !understand.SharesWord(p.What, what) })
	return withdrawn(t, hits)
}

// thenOff is what the choice between promises is for when one is taken off.
const thenOff = "off"

// withdrawn takes off the one that is meant, and asks which where there are several; false for none.
func withdrawn(t *turn.Turn, hits []world.Promise) bool {
	switch len(hits) {
	case 0:
		return false
	case 1:
		withdraw(t, hits[0])
	default:
		whichOwed(t, hits, nil, thenOff, "")
	}
	return true
}

// withdraw takes a promise off: it counts nowhere, and nothing reminds of it.
func withdraw(t *turn.Turn, p world.Promise) {
	t.Add(change.ClosePromise{ID: p.ID, As: change.Withdrawn, How: report.Excerpt(t.Body(), 100), At: t.Now()})
	t.Add(promise.OverdueDone(p.ID, t.Now()))
	promise.Unremind(t, p, p.Owner, p.Met(), "it is taken off")
	unremindOwn(t, p, "it is taken off")
	noteOf(t, p, change.PromiseDone, report.Excerpt(p.What, 100)+": "+string(change.Withdrawn))
	t.FinishWith("saved", t.Say(lang.PromiseOff, "what", report.Excerpt(p.What, 80)))
}

// saysDone is the guess: what was done and is not open is said so.
func saysDone(t *turn.Turn) bool {
	if takesOff(t) || saidDone(t) || didThat(t) || ofWhatWasDone(t) || saysLater(t) {
		return true
	}
	parts := understand.DoneParts(t.Body())
	if len(parts) != 1 || !parts[0].Short() || understand.IsQuestion(t.Body()) || t.LeadingContact() != "" || parts[0].OfOther() {
		return false
	}
	t.Answer("help", t.Say(lang.PromiseNone))
	return true
}

// didThat closes the only thing that is due, or owed at all, where the text says that it is done and names nothing: "did that already".
func didThat(t *turn.Turn) bool {
	if !understand.DidJustThat(t.Body()) || t.Heard().Digit != 0 {
		return false
	}
	promises, debriefs := dueNow(t)
	if len(promises) != 1 || len(debriefs) > 0 {
		return false
	}
	t.FinishWith("saved", doneOf(t, promises[0], ""))
	return true
}

// ofWhatWasDone hears what was meant by the text before, which closed that very thing: "the form i mean".
func ofWhatWasDone(t *turn.Turn) bool {
	s, fresh := t.LastSlip()
	if !fresh || len(s.Items) != 1 || s.Items[0].Kind != change.PromiseSubject || !understand.MeansThat(t.Body(), s.Items[0].What) {
		return false
	}
	t.SetOutcome("kept in the thread: it says what was meant, and that is done")
	return true
}

// saysLater puts off in plain words what was promised and is named by them: "didn't call yet, do it friday", "lo de kim pásalo para el
// viernes".
func saysLater(t *turn.Turn) bool {
	body := strings.TrimSpace(t.Body())
	on, sure := t.SureDay(body)
	if sure && on.String() >= t.Today() && remindsThen(t, body) {
		return true
	}
	if !sure || on.String() < t.Today() || t.Heard().Digit != 0 || understand.IsQuestion(body) || !understand.PutsDeedOff(body) {
		return false
	}
	hits := slices.DeleteFunc(mine(t), func(p world.Promise) bool {
		return !understand.SharesWord(p.What, body) && !sharesName(p.What, body)
	})
	if due := slices.DeleteFunc(mine(t), func(p world.Promise) bool { return p.DueOn != t.Today() }); len(hits) == 0 && len(due) == 1 {
		hits = due
	}
	switch len(hits) {
	case 0:
		return false
	case 1:
		putOff(t, hits[0], body)
	default:
		whichOwed(t, hits, nil, string(understand.Later), body)
	}
	return true
}

// remindsThen moves what one is to be reminded of, right behind it, where the text says another day and nothing else: "ya mejor el
// sábado".
func remindsThen(t *turn.Turn, body string) bool {
	s, fresh := t.LastSlip()
	only := understand.WithoutCorrection(understand.WithoutNow(body))
	if !fresh || len(s.Items) != 1 || s.Items[0].Kind != world.SlipOwn || !understand.OnlyTime(only, understand.Times(only, t.Planning())) {
		return false
	}
	for _, p := range mine(t) {
		if p.ID == s.Items[0].ID {
			putOff(t, p, body)
			return true
		}
	}
	return false
}

// sharesName reports whether somebody whom a promise names is named in a text too: "lo de kim".
func sharesName(what, body string) bool {
	for _, w := range strings.Fields(what) {
		if low := strings.ToLower(w); low != w && turn.Names(understand.Padded(body), w) {
			return true
		}
	}
	return false
}

// add takes what is not there yet.
func (c *closing) add(o closing) {
	for _, p := range o.promises {
		if !slices.ContainsFunc(c.promises, func(q world.Promise) bool { return q.ID == p.ID }) {
			c.promises = append(c.promises, p)
		}
	}
	for _, b := range o.debriefs {
		if !slices.ContainsFunc(c.debriefs, func(q world.Debrief) bool { return q.ID == b.ID }) {
			c.debriefs = append(c.debriefs, b)
		}
	}
}

// closedBy finds which of the open items a part of a text says is done: those of its letters, else those that it shares words with.
func closedBy(t *turn.Turn, part understand.DonePart) (c closing) {
	named := map[uuid.UUID]bool{}
	for _, it := range turn.DecodeList(t.Conv().List) {
		if part.Letters && slices.Contains(part.Words, strings.ToLower(it.Letter)) {
			named[it.ID] = true
		}
	}
	best := 1
	for _, p := range t.Promises() {
		if p.Kind != change.Promised || p.OwnerID != t.Who().ID {
			continue
		}
		n := part.Matches(p.What, p.Name)
		if part.Letters {
			n = 0
			if named[p.ID] {
				n = best
			}
		}
		if n > best {
			c.promises, best = nil, n
		}
		if n == best {
			c.promises = append(c.promises, p)
		}
	}
	for _, b := range t.Debriefs() {
		if named[b.ID] || part.Debrief && (len(t.Debriefs()) == 1 && part.SaysDebrief() ||
			slices.Contains(part.Words, strings.ToLower(phrase.FirstOf(otherOf(t, b))))) {
			c.debriefs = append(c.debriefs, b)
		}
	}
	if part.Debrief {
		c.promises = nil
	}
	if part.Finished() && !part.Letters && len(c.promises)+len(c.debriefs) == 0 { // "done with ana"
		c.debriefs = debriefsWith(t, strings.Join(part.Words, " "))
	}
	if len(c.promises)+len(c.debriefs) == 0 {
		c.promises = theirsDone(t, part, named)
	}
	return c
}

// theirsDone finds what a contact said they would do and a text says is done: by its letter, by its words, or by nothing but whose it is
// where that is one thing: "mark that done for her".
func theirsDone(t *turn.Turn, part understand.DonePart, named map[uuid.UUID]bool) []world.Promise {
	var all, hits []world.Promise
	for _, p := range t.Promises() {
		if p.Kind != change.Committed || p.ToID != t.Who().ID || p.EventID != uuid.Nil {
			continue
		}
		all = append(all, p)
		if named[p.ID] || !part.Letters && part.OfOthers().Matches(p.What, p.Name) > 1 {
			hits = append(hits, p)
		}
	}
	if len(hits) == 0 && part.OfThem() {
		notYet := func(p world.Promise) bool { return p.DueOn == "" || p.DueOn > t.Today() }
		if due := slices.DeleteFunc(slices.Clone(all), notYet); len(due) == 1 {
			return due
		}
		return all
	}
	return hits
}

// doneInWords closes what another room's question was answered with.
func doneInWords(t *turn.Turn, _ fact.DoneInWords) bool { return saidDone(t) }
