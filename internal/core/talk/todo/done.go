package todo

import (
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/fold"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/choose"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/promise"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// owed finds what a letter of the newest list, or a few words, mean among the open promises and debriefs; without either, what is due.
func owed(t *turn.Turn, arg string) (promises []world.Promise, debriefs []world.Debrief, rest string) {
	arg = strings.TrimSpace(arg)
	word, after, _ := strings.Cut(arg, " ")
	if l := strings.ToUpper(strings.Trim(word, ".):,")); len(l) == 1 && l >= "A" && l <= "Z" {
		if it, listed := t.Listed(l); listed {
			if promises, debriefs = lettered(t, it); len(promises)+len(debriefs) > 0 {
				return promises, debriefs, strings.TrimSpace(after)
			}
			return nil, nil, arg
		}
	}
	if lexicon.WithWords.Has(strings.ToLower(word)) || len(debriefsWith(t, word)) > 0 { // "done with ana, good talk"
		if debriefs = debriefsWith(t, arg); len(debriefs) > 0 {
			return nil, debriefs, arg
		}
	}
	if promises = aboutWord(t, word); len(promises) > 0 {
		return promises, nil, strings.TrimSpace(after)
	}
	promises, debriefs = dueNow(t)
	return promises, debriefs, arg
}

// mine lists what the speaker promised and has not closed.
func mine(t *turn.Turn) []world.Promise {
	var out []world.Promise
	for _, p := range t.Promises() {
		if p.Kind == change.Promised && p.OwnerID == t.Who().ID {
			out = append(out, p)
		}
	}
	return out
}

// lettered is the promise or debrief that a line of the newest list was about.
func lettered(t *turn.Turn, it world.ListItem) ([]world.Promise, []world.Debrief) {
	for _, p := range t.Promises() {
		if p.ID == it.ID {
			return []world.Promise{p}, nil
		}
	}
	for _, b := range t.Debriefs() {
		if b.ID == it.ID {
			return nil, []world.Debrief{b}
		}
	}
	return nil, nil
}

// aboutWord lists the speaker's promises in which a word occurs, or that are for somebody of this first name.
func aboutWord(t *turn.Turn, word string) []world.Promise {
	low := fold.Fold(word)
	if len(low) <= 2 {
		return nil
	}
	return slices.DeleteFunc(mine(t), func(p world.Promise) bool {
		return !strings.Contains(fold.Fold(p.What), low) && !fold.Same(phrase.FirstOf(p.Name), word)
	})
}

// dueNow lists what is due by today; of promises all, where none is.
func dueNow(t *turn.Turn) (promises []world.Promise, debriefs []world.Debrief) {
	promises = slices.DeleteFunc(mine(t), func(p world.Promise) bool { return p.DueOn == "" || p.DueOn > t.Today() })
	if len(promises) == 0 {
		promises = mine(t)
	}
	for _, b := range t.Debriefs() {
		if b.On <= t.Today() {
			debriefs = append(debriefs, b)
		}
	}
	return promises, debriefs
}

// done closes what the speaker says is done: DONE, DONE B, LISTO.
func done(t *turn.Turn) {
	promises, debriefs, _ := owed(t, t.Heard().Arg)
	promises, about := withReminders(promises)
	for _, p := range about {
		promiseDone(t, p, "")
	}
	switch {
	case len(promises) == 1 && len(debriefs) == 0:
		t.FinishWith("saved", doneOf(t, promises[0], t.Heard().Arg))
	case len(promises) == 0 && len(debriefs) == 1:
		debriefHeld(t, debriefs[0], besideName(t, debriefs[0]))
		t.FinishWith("saved", t.Say(lang.DebriefHeld, "who", otherOf(t, debriefs[0])))
	case len(promises)+len(debriefs) == 0:
		t.Answer("help", t.Say(lang.PromiseNone))
	default:
		whichOwed(t, promises, debriefs, string(understand.Done), "")
	}
}

// withReminders sets aside what reminds oneself of a promise that is named too: what is done is the promise, and both are closed.
func withReminders(hits []world.Promise) (promises, about []world.Promise) {
	for _, p := range hits {
		if own(p) {
			about = append(about, p)
		} else {
			promises = append(promises, p)
		}
	}
	if len(promises) != 1 {
		return hits, nil
	}
	return promises, about
}

func promiseDone(t *turn.Turn, p world.Promise, how string) {
	t.Add(change.ClosePromise{ID: p.ID, As: change.Done, How: how, At: t.Now()})
	t.Add(promise.OverdueDone(p.ID, t.Now()))
	promise.Unremind(t, p, p.Owner, p.Met(), "it is closed")
	unremindOwn(t, p, "it is closed")
	noteOf(t, p, change.PromiseDone, report.Excerpt(p.What, 100)+": "+phrase.OrElse(how, string(change.Done)))
}

// doneOf closes a promise, and says so. Of several things of one deed those stay open that the words do not name where they name others.
func doneOf(t *turn.Turn, p world.Promise, words string) string {
	left := understand.LeftUndone(p.What, strings.Fields(strings.TrimSpace(understand.Padded(words))))
	if left == "" || p.EventID != uuid.Nil {
		promiseDone(t, p, "")
		return t.Say(lang.PromiseDone, "what", report.Excerpt(p.What, 80))
	}
	t.Add(change.AmendPromise{ID: p.ID, What: left, DueOn: p.DueOn})
	noteOf(t, p, change.PromiseDone, report.Excerpt(words, 100))
	return t.Say(lang.PromisePart, "what", report.Excerpt(left, 80), "when", dueWords(t, p.DueOn))
}

// debriefHeld closes a debrief: every report since the last is covered by it.
func debriefHeld(t *turn.Turn, b world.Debrief, word string) {
	s := b.SaveDebrief
	s.ClosedAt, s.ClosedBy = t.Now(), t.Who().ID
	if t.Kind() == world.ActIn {
		s.ClosedBy = t.Act().By.ID
	}
	if word != "" {
		s.Note = word
	}
	t.Add(s, change.CloseReports{DebriefID: b.ID, At: t.Now()})
	t.Note(change.Subject{Kind: change.DebriefSubject, ID: b.ID}, change.DebriefHeld, word)
	for _, o := range t.Debriefs() { // every report since the last is covered: what else is booked with this organizer holds nothing any more
		if o.ID != b.ID && o.OrganizerID == b.OrganizerID && o.ClosedAt.IsZero() {
			rest := o.SaveDebrief
			rest.ClosedAt, rest.ClosedBy = s.ClosedAt, s.ClosedBy
			t.Add(rest)
		}
	}
}

func otherOf(t *turn.Turn, b world.Debrief) string {
	if b.OrganizerID == t.Who().ID {
		return phrase.OrElse(phrase.FirstOf(b.Staff), t.Say(lang.OurStaff))
	}
	return b.Organizer
}

// putOffWords puts a promise off: LATER D Fri, LATER Fri.
func putOffWords(t *turn.Turn, f fact.PutOff) bool {
	arg := f.Arg
	if strings.TrimSpace(arg) == "" {
		return false
	}
	promises, _, rest := owed(t, arg)
	if len(promises) == 0 {
		return false
	}
	words := rest
	if len(promises) > 1 {
		whichOwed(t, promises, nil, string(understand.Later), words)
		return true
	}
	putOff(t, promises[0], words)
	return true
}

func putOff(t *turn.Turn, p world.Promise, words string) {
	r := understand.Times(words, t.Planning())
	today := when.DateOf(t.Now().In(t.Loc()))
	if !r.HasDate() || r.Date.Compare(today) < 0 {
		t.OpenTalk(world.Conversation{
			Kind: world.WhichTalk, Question: "which",
			Data: turn.Encode(choose.Kept{Options: []string{p.ID.String()}, Then: string(understand.Later), Words: "?"}),
		})
		t.Answer("ask:when", t.Say(lang.PromiseWhen, "what", report.Excerpt(p.What, 80)))
		return
	}
	t.Add(change.AmendPromise{ID: p.ID, DueOn: r.Date.String()})
	if own(p) {
		unremindOwn(t, p, "put off")
		if at, ok := remindAt(t, words); ok {
			remindOwn(t, p.ID, p.What, at)
		}
	} else {
		remindAnew(t, p, r.Date)
		t.MorningOn(t.Who(), t.Org().Hours.MorningOn(r.Date, t.Loc()))
	}
	noteOf(t, p, change.PromisePutOff, r.Date.String())
	t.FinishWith("saved", t.Say(lang.PromiseMoved, "day", t.Day(r.Date), "what", report.Excerpt(p.What, 80)))
}

// remindAnew moves what reminds a contact of a commitment to its new day; one who was reminded already is reminded again.
func remindAnew(t *turn.Turn, p world.Promise, on when.Date) {
	at := promise.ReminderAt(t, on, p.Owner)
	if p.EventID != uuid.Nil || !at.After(t.Now()) {
		promise.Unremind(t, p, p.Owner, p.Met(), "its day was changed")
		return
	}
	promise.RemindContact(t, change.AddPromise{ID: p.ID, Kind: p.Kind}, p.Owner, p.Met(), change.Plan{
		DueAt: at, ValidUntil: turn.ValidUntil(reminder.CommitmentRule, at), Reason: "put off to this day", Again: true,
	})
}

// whichOwed asks which of several is meant; digits answer.
func whichOwed(t *turn.Turn, promises []world.Promise, debriefs []world.Debrief, then, words string) {
	c := choose.Question{Then: then, Words: words, Ask: lang.PromiseWhich}
	for _, p := range promises {
		c.Options = append(c.Options, choose.Option{ID: p.ID, Shown: report.Excerpt(p.What, 40)})
	}
	for _, b := range debriefs {
		c.Options = append(c.Options, choose.Option{ID: b.ID, Shown: strings.TrimPrefix(t.Say(lang.ListDebrief, "letter", "", "who",
			otherOf(t, b), "when", ""), ") ")})
	}
	choose.From(t, c)
}

// whichOfOwed takes the choice for DONE or LATER; false when the text is another matter.
func whichOfOwed(t *turn.Turn) turn.Reply {
	data := turn.Data[choose.Kept](t)
	n := t.Heard().Digit
	words := data.Words
	if words == "?" && len(data.Options) == 1 && n == 0 && t.Heard().When.HasDate() { // the day that was asked for
		n, words = 1, t.Body()
	}
	id, ok := data.Chosen(n)
	if !ok && data.Then == string(understand.Done) && saidDone(t) {
		return turn.Taken
	}
	if !ok {
		return turn.Closes
	}
	t.CloseTalk()
	for _, p := range t.Promises() {
		if p.ID != id {
			continue
		}
		if data.Then == string(understand.Later) {
			putOff(t, p, words)
			return turn.Taken
		}
		if data.Then == thenOff {
			withdraw(t, p)
			return turn.Taken
		}
		promiseDone(t, p, "")
		t.FinishWith("saved", t.Say(lang.PromiseDone, "what", report.Excerpt(p.What, 80)))
		return turn.Taken
	}
	for _, b := range t.Debriefs() {
		if b.ID == id {
			debriefHeld(t, b, "")
			t.FinishWith("saved", t.Say(lang.DebriefHeld, "who", otherOf(t, b)))
			return turn.Taken
		}
	}
	t.Answer("help", t.Say(lang.PromiseNone))
	return turn.Taken
}
