package talk

import (
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/choose"
	"github.com/reportback/reportback/internal/core/talk/duty"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// organizer answers somebody of the organization: an answer to the open question, a command, or words that speak for themselves.
func organizer(t *turn.Turn) {
	open := t.Conv()
	if remindsToo(t, open) || remindsBehind(t, open) || both(t, open) || orderAndPlan(t, open) {
		return
	}
	if hears(t, open) == turn.Another {
		stands(t, open)
	}
}

// stands keeps a question about a one-on-one open behind another matter that was done meanwhile and asks nothing itself, unless the
// one-on-one has changed by it.
func stands(t *turn.Turn, open world.Conversation) {
	if t.AsksNow() || open.Kind != world.HowTalk && open.Kind != world.MissedTalk && open.Kind != world.ProposalTalk {
		return
	}
	if m, ok := t.MeetByID(open.SubjectID); ok && !t.Touched(m) {
		goesOn(t, open)
	}
}

// hears takes a text of somebody of the organization, and says what became of it at the open question.
func hears(t *turn.Turn, open world.Conversation) turn.Reply {
	body := strings.TrimSpace(t.Body())
	switch h := t.Heard(); {
	case h.Command == understand.EnglishOn || h.Command == understand.SpanishOn:
		if t.Conv().Kind == world.PlanTalk && len(body) > 2 && offer(t) == turn.Taken { // "Spanish": for the contact
			return turn.Taken
		}
		rooms().command(h.Command)(t)
		return turn.Another
	case !turn.Asks(open) && reacts(body): // the words that it quotes are ours
		t.SetOutcome("a reaction: kept in the thread")
		return turn.Another
	case body == "":
		t.SetOutcome("no words")
		t.Answer("help", t.Say(lang.MediaKept))
		return turn.Another
	case !t.Heard().Single(body) && rooms().guess(t, turn.AtEcho, turn.BeforeQuestion):
		if t.TouchedAny() {
			return turn.Another
		}
		return turn.Closes // where it is closed by that
	}
	reply := offer(t)
	switch h := t.Heard(); {
	case reply == turn.Taken:
	case h.Command == understand.Add && !h.Phone.IsZero() && (h.Timed() || h.Person != "") && len(t.Drafts()) == 0:
		// "add tasha reed 206-555-0177 fri 10am"
		t.HearAs(understand.Meet, h.Arg)
		rooms().command(understand.Meet)(t)
	case h.Command != understand.None:
		rooms().command(h.Command)(t)
	case t.SaysFirst() && open.Kind != world.SendTalk && !understand.OrdersMeet(t.Body()): // and nothing else
	default:
		words(t, open)
	}
	return reply
}

// reacts reports whether a text is a phone's reaction to one of ours.
func reacts(body string) bool {
	_, _, ok := sms.Tapback(body)
	return ok
}

// offer lets the open question hear the text.
func offer(t *turn.Turn) turn.Reply {
	kind := t.Conv().Kind
	if kind == world.WhichTalk {
		kind = choose.Talk(turn.Data[choose.Kept](t).Then)
	}
	reply := rooms().question(kind)(t)
	if reply == turn.Closes {
		if answersChoice(t) {
			return turn.Taken
		}
		t.Happened(fact.WordsLapse{})
		t.CloseTalk()
	}
	return reply
}

// goesOn has a question stand behind a text that it did not hear. Words that are to be sent, and what is to be called off, are asked about
// once more where the next text is no plain answer: a courtesy or a yes may be to what came between.
func goesOn(t *turn.Turn, open world.Conversation) {
	t.OpenTalk(open)
	if open.Kind == world.SendTalk { // the words wait on
		t.SayFirst("")
	}
	if open.Kind == world.SendTalk || open.Kind == world.WhichTalk && open.Question == "cancel" {
		t.Retry()
	}
}

// words takes a text without a command that no question heard; open is what was asked before it came.
func words(t *turn.Turn, open world.Conversation) {
	r, digit := t.Heard().Reply, t.Heard().Digit
	h := t.Heard()
	bare := len(strings.Fields(t.Body())) <= 3 && !h.OwnWords && h.Phone.IsZero() && h.Email == "" && !h.When.HasDate() && !h.When.HasClock
	if _, cancels := understand.ReadCancel(t.Body()); t.Who().Works() &&
		(cancels || understand.ReadCannot(t.Body()) || understand.SelfCannot(t.Body(), nil)) { // "CANCELAR A" is an order, "i gotta bail" too
		bare = false
	}
	if digit == 0 && ((r == understand.Thanks || r == understand.Yes || r == understand.No) && bare || understand.OnlyThanks(t.Body()) ||
		understand.NothingMore(t.Body()) && len(strings.Fields(t.Body())) > 1 && !turn.Asks(open)) { // "thats all"
		t.SetOutcome("kept in the thread: it answers nothing that we asked")
		return
	}
	if c, arg := understand.LooseCommand(t.Body()); c != understand.None {
		t.HearAs(c, arg)
		rooms().command(c)(t)
		return
	}
	if rooms().guess(t, turn.WhoCame, turn.ChatsOn) {
		return
	}
	if understand.OnlyFeels(t.Body()) {
		t.SetOutcome("kept in the thread: it feels with somebody")
		if turn.Asks(open) {
			goesOn(t, open)
		}
		return
	}
	if digit != 0 {
		t.SetOutcome("a digit that answers nothing we asked")
		if !t.Happened(fact.NumberAlone{}) {
			t.Answer("help", t.Say(lang.NumberAlone, "n", phrase.Decimal(digit)))
		}
		return
	}
	if newNumber(t, open) || onlyTold(t, open) || tellsOfMissed(t, open) {
		return
	}
	if !turn.Asks(open) && t.Who().Works() && (understand.OnlyGreets(t.Body()) || r == understand.WhoIsIt) {
		// who says hello, or asks who this is, hears what can be done
		t.HearAs(understand.What, "")
		rooms().command(understand.What)(t)
		return
	}
	t.SetOutcome("not understood")
	asked := turn.Asks(open)
	c, m := about(t)
	if c.ID == uuid.Nil && !asked && understand.SpeaksOfThem(t.Body()) { // "make sure she brings her lease"
		m = lately(t, open)
		c = m.Contact
	}
	if asked { // whoever could not be followed can still answer it
		goesOn(t, open)
		if of, ok := t.MeetByID(open.SubjectID); ok && c.ID == uuid.Nil && of.OrganizerID == t.Who().ID && h.Person == "" &&
			understand.Tells(t.Body()) {
			c, m = of.Contact, of
		}
	}
	if c.ID != uuid.Nil { // what could not be placed is kept where it will be read
		duty.Keep(t, c, m, t.Body())
		t.HandToStaff(matter.NeedsAnswer, duty.NoteKept)
	} else {
		t.HandToStaff(matter.NeedsAnswer, notUnderstood)
	}
	switch {
	case asked && c.ID != uuid.Nil:
		t.Answer("help", t.Say(lang.NotUnderstoodKept, "first", c.First()))
	case asked:
		t.Answer("help", t.Say(lang.NotUnderstoodOpen))
	case c.ID != uuid.Nil:
		t.Answer("help", t.Say(lang.NotUnderstoodNoted, "first", c.First()))
	default:
		t.Answer("help", t.Say(lang.NotUnderstood))
	}
}

// about finds the one contact whom a text names, and the one-on-one with them that is near.
func about(t *turn.Turn) (who person.Person, near world.Meet) {
	body := understand.Padded(t.Body())
	for _, m := range t.Meetings() {
		if m.OrganizerID != t.Who().ID || !turn.Names(body, m.Contact.First()) {
			continue
		}
		if who.ID != uuid.Nil && who.ID != m.ContactID {
			return person.Person{}, world.Meet{}
		}
		if near.ID == uuid.Nil || turn.Nearer(m, near, t.Now()) < 0 {
			who, near = m.Contact, m
		}
	}
	for _, c := range t.Contacts() {
		if who.ID == uuid.Nil && turn.Names(body, c.Name) {
			who = c
		}
	}
	return who, near
}

// contact takes a text of somebody an organizer meets: an answer, another time, or words for the organizer.
func contact(t *turn.Turn) {
	h := t.Heard()
	switch h.Command {
	case understand.EnglishOn, understand.SpanishOn:
		rooms().command(h.Command)(t)
		return
	}
	if l, all := understand.LanguageWished(t.Body()); l != "" && l != t.Tag() {
		if inLanguage(t, l, all) {
			return
		}
	} else if l := h.Lang; l != "" && l != t.Tag() {
		t.SpeakIn(l)
		t.Add(change.SetLanguage{PersonID: t.Who().ID, Language: l})
		if h.Reply != understand.NoReply { // the organizer sees in which language their contact writes
			t.HearReply(h.Reply)
		}
	}
	if t.Conv().Kind == world.GuestTalk && offer(t) == turn.Taken || rooms().guess(t, turn.OfContact, turn.OfContact) {
		return
	}
	noMeeting(t)
}

// inLanguage goes on in the language that a contact asks for. It reports whether that was all, and is answered: with what stands, said
// again.
func inLanguage(t *turn.Turn, l lang.Tag, all bool) bool {
	t.SpeakIn(l)
	t.Add(change.SetLanguage{PersonID: t.Who().ID, Language: l})
	if h := t.Heard(); h.Digit != 0 || h.Reply == understand.Yes || h.Reply == understand.No || h.Reply == understand.Another ||
		h.When.HasDate() || h.When.HasClock || understand.WantsCall(t.Body()) {
		if h.Reply != understand.NoReply { // the organizer sees in which language their contact writes
			t.HearReply(h.Reply)
		}
		return false
	}
	t.SetOutcome("understood")
	switch {
	case t.Happened(fact.SaidAgain{First: t.Say(lang.LanguageNow)}):
	case !all: // the rest is for the organizer
		return false
	default:
		t.Answer("help", t.Say(lang.LanguageNow))
	}
	return true
}

// noMeeting keeps what a contact writes without a one-on-one for a person to answer.
func noMeeting(t *turn.Turn) {
	t.SetOutcome("for staff: from a contact")
	if t.Heard().Reply == understand.Thanks {
		t.SetOutcome("kept in the thread")
		return
	}
	t.HandToStaff(matter.NeedsAnswer, "a contact wrote")
	if t.MayAutoAnswer() {
		t.Answer("unknown_sender", t.Say(lang.PersonReads, "org", t.Org().Name))
	}
}
