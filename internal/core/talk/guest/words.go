package guest

import (
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/whose"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// tellHost tells the organizer of a guest what the guest wrote beside an answer, and that a mind has changed. It returns what the guest is
// told of that.
func tellHost(t *turn.Turn, e event.Event, r world.RSVP, a event.Answer) string {
	words := ""
	if _, more := saidWithMore(t); more || t.SaysMore() {
		words = turn.Bounded(t.Body())
	}
	if words != "" && !whose.MayRead(t, world.Meet{Organizer: r.Organizer}) {
		t.HandToStaff("needs_answer", "words beside a guest's answer: for which organizer they are, the text does not say")
		words = ""
	}
	changed := !r.AnsweredAt.IsZero() && r.Answer != a
	if words == "" && !changed || r.OrganizerID == uuid.Nil || !r.Organizer.Reached() {
		return ""
	}
	said := lang.GuestSaysYes
	switch a {
	case event.Maybe:
		said = lang.GuestSaysMaybe
	case event.No:
		said = lang.GuestSaysNo
	case event.Yes, event.Said:
	}
	person := change.Subject{Kind: change.PersonSubject, ID: r.PersonID}
	t.Tell(r.Organizer, reminder.RelayRule, person, fact.WordsNote{
		Words: words, Contact: r.PersonID, By: r.Person.Name, Said: said,
		Event: e.Name,
	}, "a guest's answer, with more than the answer")
	if words == "" {
		return ""
	}
	return t.Say(lang.WordsPassed, "ofirst", r.Organizer.First())
}

// mostBare is how many words an answer has at most that says no more than yes or no.
const mostBare = 2

// afterEvent passes on what a guest answers when the event has begun: "yes i was there" changes nothing, and is for their organizer.
func afterEvent(t *turn.Turn, e event.Event, r world.RSVP) turn.Reply {
	f := fact.ForOrganizer{
		Meet:   world.Meet{Organizer: r.Organizer, Contact: r.Person},
		Thanks: t.Say(lang.RelayedAnswer, "ofirst", r.Organizer.First()),
	}
	if len(strings.Fields(t.Body())) <= mostBare {
		f.Thanks, f.Kind = sayEvent(t, lang.EventOver, e, "ofirst", r.Organizer.First()), "help"
	}
	t.Happened(f)
	return turn.Taken
}

// asksOfEvent answers what a guest asks of the event from its record; the organizer gets the question, too.
func asksOfEvent(t *turn.Turn, e event.Event, r world.RSVP) turn.Reply {
	const known = understand.OfHour | understand.OfPlace | understand.OfMatter
	asks := understand.AskedIn(t.Body())&known != 0 || e.Bring != "" && understand.AsksBring(t.Body())
	if !asks || !e.Coming(t.Now()) || r.OrganizerID == uuid.Nil {
		return turn.Another
	}
	t.SetAbout(change.Subject{Kind: change.EventSubject, ID: e.ID})
	t.Happened(fact.ForOrganizer{
		Meet: world.Meet{Organizer: r.Organizer, Contact: r.Person}, Kind: "answer",
		Thanks: sayEvent(t, lang.EventAnswer, e, "ofirst", r.Organizer.First()),
	})
	return turn.Taken
}

// saidWithMore reads an answer that goes on in words: "2 depends if I get off at noon", "ok boss said yes, save me a chair". Its first word
// is the answer where the rest neither asks nor takes it back.
func saidWithMore(t *turn.Turn) (event.Answer, bool) {
	first, rest, ok := strings.Cut(strings.TrimSpace(t.Body()), " ")
	if !ok || t.Heard().Digit != 0 {
		return "", false
	}
	switch strings.Trim(first, ".,:;)") {
	case "1":
		return event.Yes, t.Heard().Reply != understand.No
	case "2":
		return event.Maybe, true
	case "3":
		return event.No, t.Heard().Reply != understand.Yes
	}
	h, after := t.Heard(), understand.Read(rest, t.Planning())
	one, next := lexicon.Plain(strings.ToLower(first)), strings.Fields(understand.Padded(rest))
	joins := lexicon.And.Has(one) && t.Tag() == lang.Spanish || // "y si llevo a mis niños"
		lexicon.ComesNow.Has(one) && len(next) > 1 && lexicon.WhoseKin.Has(next[0]) // "va mi hermana"
	agrees := !joins && understand.Read(first, t.Planning()).Reply == understand.Yes
	if agrees && h.Reply == understand.NoReply && !h.Question && !h.Condition && after.Reply != understand.No &&
		after.Reply != understand.Maybe && understand.TheyCome(rest) != understand.No && !understand.SendsAnother(rest) {
		return event.Yes, true
	}
	return "", false
}
