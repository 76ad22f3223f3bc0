package move

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/choose"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// thenCancel is what the question is for whether these are called off, thenQuietly where their contacts hear nothing of it.
const (
	thenCancel  = "cancel"
	thenQuietly = "cancel quietly"
)

// makeSure asks before one-on-ones are called off that a sentence only seems to mean; said twice, it is asked in other words.
func makeSure(t *turn.Turn, f fact.CancelSaid) {
	if f.Sure && len(f.Meets) == 1 {
		callOffMeet(t, f.Meets[0])
		return
	}
	quietly := understand.CancelsUntold(t.Body())
	if was := turn.Data[choose.Kept](t); t.Conv().Kind == world.WhichTalk && was.Then == thenQuietly { // asked once more
		quietly = true
	}
	data := choose.Kept{Then: thenCancel, Words: phrase.OrElse(wordsBeside(t, f.Meets), wordsWaiting(t, f.Meets))}
	if f.Told {
		data.Words = ""
	}
	var shown, told []string
	for _, m := range f.Meets {
		data.Options = append(data.Options, m.ID.String())
		shown = append(shown, t.What(m))
		if turn.MayText(m.Contact) && knows(m) {
			told = append(told, m.Contact.First())
		}
	}
	key := lang.CancelAsk
	if was := turn.Data[choose.Kept](t); t.Conv().Kind == world.WhichTalk && (was.Then == thenCancel || was.Then == thenQuietly) &&
		strings.Join(was.Options, " ") == strings.Join(data.Options, " ") {
		key = lang.CancelAgain
	}
	hears := ""
	if len(told) > 0 {
		key := lang.CancelTold
		if quietly {
			data.Then, data.Words, key = thenQuietly, "", lang.CancelUntold
		}
		hears = t.Say(key, "list", strings.Join(told, ", "))
	}
	t.OpenTalk(world.Conversation{Kind: world.WhichTalk, Question: "cancel", Data: turn.Encode(data)})
	beside := along(t, f.Meets[0])
	if quietly {
		beside = ""
	} else if data.Words != "" {
		beside = t.Say(lang.CancelWords, "words", report.Excerpt(data.Words, 80))
	}
	t.Answer("ask:cancel", t.Say(key, "what", strings.Join(shown, "; "), "told", hears), beside)
}

// cancelSure takes the answer.
func cancelSure(t *turn.Turn) turn.Reply {
	if of := meetsOf(t); asksAgain(t, of) {
		cancelAll(t, phrase.OrElse(wordsBeside(t, of), turn.Data[choose.Kept](t).Words))
		return turn.Taken
	}
	if left := withoutThose(t); len(left) > 0 { // "wait not paula"
		makeSure(t, fact.CancelSaid{Meets: left})
		return turn.Taken
	}
	if sorryOnly(t) { // "tell maria im so sorry": the words go with it
		makeSure(t, fact.CancelSaid{Meets: meetsOf(t)})
		return turn.Taken
	}
	h := t.Heard()
	drops := understand.NeverMind(t.Body())
	_, kept := understand.Kept(t.Body())
	drops = drops || h.Digit == 0 && understand.BackOn(t.Body()) && (understand.CancelsNot(t.Body()) || !h.Timed()) // "wait no dont cancel"
	switch {
	case h.Reply == understand.Yes && len(strings.Fields(t.Body())) > mostYes && keepsIt(t): // "hold up court got pushed. we r good"
		t.FinishWith("saved", t.Say(lang.CancelNot))
	case h.Command != understand.None && !drops, kept != "" && h.Digit == 0: // "cancel all but pedro" is another order
		return turn.Another
	case h.Digit == 0 && h.Reply == understand.Yes && !drops && t.Conv().Tries > 0: // something was said meanwhile that was not followed
		makeSure(t, fact.CancelSaid{Meets: meetsOf(t)})
	case h.Digit == 1, h.Digit == 0 && h.Reply == understand.Yes && !drops, understand.JustTells(t.Body()):
		cancelAll(t, phrase.OrElse(wordsBeside(t, meetsOf(t)), turn.Data[choose.Kept](t).Words))
	case drops, h.Digit == 3, h.Digit == 2, h.Reply == understand.No, keepsIt(t):
		t.FinishWith("saved", t.Say(lang.CancelNot))
	default:
		if _, again := understand.ReadCancel(t.Body()); again {
			return turn.Another
		}
		r := understand.Times(t.Body(), t.Planning())
		another := !understand.Errand(t.Body()) && !understand.SaysDeed(t.Body()) // "cld we do sat instead like 11"
		if ms := meetsOf(t); len(ms) == 1 && (r.HasDate() || r.HasClock || len(r.Options) > 0) && another {
			moveWords(t, ms[0], t.Body())
			return turn.Taken
		}
		return turn.Another // it stays open: what comes next may answer it
	}
	return turn.Taken
}

// sorryOnly reports whether a text that comes while it is asked whether one is called off has its contact told that one is sorry, or why,
// or what one does then, and says nothing else.
func sorryOnly(t *turn.Turn) bool {
	of := meetsOf(t)
	if len(of) != 1 || !turn.MayText(of[0].Contact) || t.Heard().Digit != 0 {
		return false
	}
	said, words := understand.ToldBeside(t.Body(), []string{of[0].Contact.First(), of[0].Contact.Name})
	_, pledges := understand.OwnPledge(words, nil) // "y dile q le llamo yo cuando regrese"
	return words != "" && understand.OwnWords(said) == 0 && (understand.Apologizes(words) || pledges)
}

// withoutThose are those of several that are to be called off whom a text does not take out of it by name: "wait not paula", "menos rosa".
// nil where it takes out nobody, or says more.
func withoutThose(t *turn.Turn) (left []world.Meet) {
	of := meetsOf(t)
	var names []string
	for _, m := range of {
		names = append(names, m.Contact.First())
	}
	out := understand.TakenOut(t.Body(), names)
	if len(of) < 2 || len(out) == 0 || len(out) == len(of) {
		return nil
	}
	for i, m := range of {
		if !slices.Contains(out, i) {
			left = append(left, m)
		}
	}
	return left
}

// mostYes is how many words a yes has that says nothing else.
const mostYes = 4

// keepsIt reports whether a text that comes while it is asked whether these are called off begins by taking that back, and puts nothing in
// its place: "no wait its fine i can see her after all", "no espera ya se cambió la junta, sí la voy a ver".
func keepsIt(t *turn.Turn) bool {
	body, h := t.Body(), t.Heard()
	_, again := understand.ReadCancel(body)
	return h.Digit == 0 && !again && !h.Timed() && !h.Question &&
		(understand.BeginsNo(body) || understand.Corrects(body)) && !understand.SaysDeed(body) && !understand.PromisesNothing(body)
}

// asksAgain reports whether a text that comes while it is asked whether these are called off says the same order once more, and no other:
// "yes call it off", "sí, cancélala y dile que lo siento".
func asksAgain(t *turn.Turn, of []world.Meet) bool {
	var names []string
	for _, m := range of {
		names = append(names, m.Contact.First(), m.Contact.Name)
	}
	said, _ := understand.ToldBeside(t.Body(), names)
	said, _ = understand.Passed(said) // "call it off n dont tell her why"
	return t.Heard().Digit == 0 && understand.CancelsIt(said) && !understand.NeverMind(t.Body())
}

func cancelAll(t *turn.Turn, words string) {
	var gone, call, over []string
	told, last := 0, ""
	var one world.Meet
	quietly := turn.Data[choose.Kept](t).Then == thenQuietly
	for _, m := range meetsOf(t) {
		heard := knows(m)
		if !settle.OffTold(t, &m, !quietly) {
			over = append(over, t.What(m))
			continue
		}
		heard = heard && !quietly
		gone, one = append(gone, t.What(m)), m
		if last = t.ToldOf(m, heard); quietly {
			last = ""
		}
		switch {
		case !heard:
		case turn.MayText(m.Contact):
			told++
		default:
			call = append(call, m.Contact.First()+" "+t.Number(m.Contact))
		}
	}
	if len(gone) == 1 && len(over) == 0 {
		said := t.Say(lang.CalledOffAnswer, "what", gone[0], "told", last)
		finishWith(t, one, words, said)
		return
	}
	parts := []string{t.Say(lang.CalledOffAnswer, "what", strings.Join(gone, "; "), "told", "")}
	if told > 0 {
		parts = append(parts, t.Say(lang.CancelTexted))
	}
	if len(call) > 0 {
		parts = append(parts, t.Say(lang.CancelCall, "list", strings.Join(call, ", ")))
	}
	if len(over) > 0 {
		parts = append(parts, t.Say(lang.MoveOver, "what", strings.Join(over, "; ")))
	}
	t.FinishWith("saved", parts...)
}

// finishWith ends with what was done, and passes on the words for the contact that stood beside the order, "" for none.
func finishWith(t *turn.Turn, m world.Meet, words, said string) {
	if words == "" {
		t.FinishWith("saved", said)
		return
	}
	t.SayFirst(said)
	t.CloseTalk()
	t.Happened(fact.TellSaid{Meet: m, Words: words, Sure: true})
}

// knows reports whether the contact was told of a one-on-one, and counts on it.
func knows(m world.Meet) bool { return !m.ToldAt.IsZero() && m.Status != meeting.Declined }

// meetsOf lists the one-on-ones that the open question is about, as they are now.
func meetsOf(t *turn.Turn) []world.Meet {
	var out []world.Meet
	for _, id := range turn.Data[choose.Kept](t).Options {
		for _, m := range t.Meetings() {
			if m.ID.String() == id {
				out = append(out, m)
			}
		}
	}
	return out
}

// asTold notes what an organizer tells of the contact's answer; the contact, who said it, is not texted.
func asTold(t *turn.Turn, f fact.ComingSaid) {
	m := f.Meet
	kept := keptBeside(t, m)
	if !f.Comes {
		if err := m.Decline(t.Now()); err != nil {
			t.FinishWith("help", t.Say(lang.MoveOver, "what", t.What(m)))
			return
		}
		t.SetAbout(turn.Loose(m.Meeting))
		t.SaveMeet(m, change.ContactDeclined, t.Body())
		t.Void(m, "the contact can't make it, as the organizer tells")
		finishWith(t, m, wordsBeside(t, []world.Meet{m}), t.SayMeet(lang.DeclinedNoted, m)+kept)
		return
	}
	was, rev := m.Status, m.Rev
	if was == meeting.Proposed {
		t.FinishWith("help", t.SayMeet(lang.ConfirmWhich, m))
		return
	}
	if _, err := m.Confirm(t.Now()); err != nil {
		t.FinishWith("help", t.Say(lang.MoveOver, "what", t.What(m)))
		return
	}
	told := ""
	place := understand.PlaceBeside(t.Body(), t.Planning())
	if place != "" && place != m.Place { // "but wants it at the library"
		m.Place, m.ContactChooses = place, false
		told = " " + t.ToldOf(m, !m.ToldAt.IsZero())
	}
	if was == meeting.Confirmed && told == "" {
		t.FinishWith("saved", t.SayMeet(lang.ConfirmedBefore, m)+kept)
		return
	}
	t.SetAbout(turn.Loose(m.Meeting))
	t.SaveMeet(m, change.ContactConfirmed, t.Body())
	if told != "" && !m.ToldAt.IsZero() {
		t.Tell(m.Contact, reminder.ChangedRule, turn.SubjectOf(m.Meeting), fact.ChangedNote{Old: m.StartsAt}, "the place was changed")
	}
	if m.Rev != rev {
		t.Void(m, "taken up again")
		t.Replan(m, !m.ToldAt.IsZero())
	}
	t.FinishWith("saved", t.SayMeet(lang.ConfirmedNoted, m)+told+kept)
}

// keptBeside keeps what an organizer tells beside a contact's answer as a note on the one-on-one, and says so.
func keptBeside(t *turn.Turn, m world.Meet) string {
	_, put, _ := understand.PutsDown(t.Body())
	words := phrase.OrElse(put, phrase.OrElse(understand.Beside(t.Body()), understand.AlongWith(t.Body(), m.Contact.First())))
	if words == "" {
		return ""
	}
	t.Add(change.AddNote{
		ID: t.NewID(), AuthorID: t.Who().ID, MeetingID: m.ID, PersonID: m.ContactID, Kind: change.NoteWords,
		Words: turn.Bounded(t.Body()), At: t.Now(),
	})
	return t.Say(lang.ToldKept, "words", report.Excerpt(words, 80))
}

// moveSaid moves as a sentence says.
func moveSaid(t *turn.Turn, f fact.MoveSaid) { moveWords(t, f.Meet, f.Words) }

// chosenComing goes on with whose answer it is that the organizer told.
func chosenComing(t *turn.Turn) turn.Reply {
	then := turn.Data[choose.Kept](t).Then
	m, _, ok := choose.Which(t)
	if !ok {
		return turn.Closes
	}
	asTold(t, fact.ComingSaid{Meet: m, Comes: then == fact.ThenComing})
	return turn.Taken
}
