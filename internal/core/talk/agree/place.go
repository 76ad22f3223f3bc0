package agree

import (
	"strings"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// qPlace asks the organizer about the place that a contact asks for.
const qPlace = "place"

// maxPlace bounds the name of a place.
const maxPlace = 120

// namesPlace takes the place that a contact names: where it is theirs to choose, it is the place; else the organizer is asked. The time is
// none of it: a yes beside it counts.
func namesPlace(t *turn.Turn, m world.Meet) bool {
	h := t.Heard()
	if !m.Open() || m.Status == meeting.Proposed || m.Begun(t.Now()) || h.Digit != 0 || h.Reply == understand.No {
		return false
	}
	chooses := m.ContactChooses && m.Place == ""
	other := h.When.HasDate() && !sameDay(t, m) && !understand.NamesStreet(t.Body()) || h.When.HasClock && !sameClock(t, m)
	if other && !(chooses && h.Reply == understand.Yes) {
		return false // another time is another matter
	}
	if !chooses && !lexicon.OtherPlace.In(understand.Padded(t.Body())) {
		return false
	}
	place := placeIn(t, chooses)
	if place == "" || !chooses && strings.EqualFold(place, m.Place) {
		return false
	}
	yes := h.Reply == understand.Yes || understand.Read(firstWord(t.Body()), t.Planning()).Reply == understand.Yes ||
		understand.Read(beforeBut(t.Body()), t.Planning()).Reply == understand.Yes
	if chooses {
		choosePlace(t, m, place, yes)
		return true
	}
	askPlace(t, m, place, yes)
	return true
}

func firstWord(body string) string {
	f := strings.Fields(understand.Padded(body))
	if len(f) == 0 {
		return ""
	}
	return f[0]
}

// beforeBut is what a text says before it turns: "ah bueno entonces sí" of "..., pero en mi casa".
func beforeBut(body string) string {
	f := strings.Fields(body)
	for i, w := range f {
		if lexicon.ButWords.Has(strings.TrimSpace(understand.Padded(w))) {
			return strings.Join(f[:i], " ")
		}
	}
	return ""
}

func sameDay(t *turn.Turn, m world.Meet) bool {
	return t.Heard().When.Date.String() == phrase.DateOf(m.StartsAt.In(t.Loc()))
}

func sameClock(t *turn.Turn, m world.Meet) bool {
	l := m.StartsAt.In(t.Loc())
	return t.Heard().When.Hour == l.Hour() && t.Heard().When.Minute == l.Minute()
}

// placeIn is the place that a text names, after a yes or a question too. Who was asked for a place may name it in a few words alone.
func placeIn(t *turn.Turn, asked bool) string {
	f := strings.Fields(t.Body())
	for i := 0; i < len(f) && i < 12; i++ {
		h := understand.Read(strings.Join(f[i:], " "), t.Planning())
		if h.Place != "" {
			return trimPlace(h.Place)
		}
	}
	if _, to := lexicon.OtherPlace.Find(t.Body()); to > 0 && !asked {
		rest := t.Body()[to:]
		if words := strings.Fields(understand.Padded(rest)); len(words) > 0 && len(words) <= mostOfPlace &&
			lexicon.PlaceNouns.Any(words[:min(4, len(words))]) { // "can we do the library on 23rd instead"
			return trimPlace(rest)
		}
	}
	if rest := behindYes(t); asked && rest != "" {
		return trimPlace(rest)
	}
	h := t.Heard()
	if asked && h.Reply == understand.NoReply && len(f) <= 6 && !strings.ContainsAny(t.Body(), "?¿") && understand.AskedIn(t.Body()) == 0 &&
		lexicon.Articles.Has(firstWord(t.Body())) {
		return trimPlace(t.Body())
	}
	return ""
}

// mostOfPlace is how many words may name a place that stands behind a yes.
const mostOfPlace = 12

// behindYes is what stands behind the yes of who was asked for a place, where it names one: "ok yes. the halal spot on mlk".
func behindYes(t *turn.Turn) string {
	f := strings.Fields(t.Body())
	n := 0
	for n < len(f) && isYes(t, f[n]) {
		n++
	}
	rest := strings.Join(f[n:], " ")
	words := strings.Fields(understand.Padded(rest))
	if n == 0 || len(words) == 0 || len(words) > mostOfPlace || strings.ContainsAny(rest, "?¿") || understand.AskedIn(rest) != 0 ||
		!lexicon.Articles.Has(words[0]) && !lexicon.PlaceNouns.Any(words[:min(4, len(words))]) {
		return ""
	}
	return rest
}

func isYes(t *turn.Turn, word string) bool {
	return understand.Read(word, t.Planning()).Reply == understand.Yes
}

// trimPlace ends a place where its sentence ends, without the courtesies behind it.
func trimPlace(s string) string {
	if i := strings.IndexByte(s, '?'); i > 0 {
		s = s[:i]
	}
	s, _ = understand.PlaceEnds(s)
	words := strings.Fields(s)
	for i := 1; i < len(words); i++ { // the reason is none of it
		if lexicon.Because.Has(strings.TrimSpace(understand.Padded(words[i]))) {
			s = strings.Join(words[:i], " ")
			break
		}
	}
	f := strings.Fields(strings.TrimRight(strings.TrimSpace(s), " .,"))
	for len(f) > 1 && lexicon.AfterPlace.Has(strings.TrimSpace(understand.Padded(f[len(f)-1]))) {
		f = f[:len(f)-1]
	}
	return report.Excerpt(strings.Join(f, " "), maxPlace)
}

// choosePlace files the place that was the contact's to choose, and a yes with it.
func choosePlace(t *turn.Turn, m world.Meet, place string, yes bool) {
	first := false
	m.Place, m.ContactChooses = place, false
	if yes {
		first, _ = m.Confirm(t.Now())
	}
	t.SaveMeet(m, change.PlaceChanged, place)
	t.Tell(m.Organizer, reminder.ConfirmedRule, turn.SubjectOf(m.Meeting),
		turn.WordsNote{Said: lang.PlaceChosen, Words: place, Contact: m.ContactID, Event: yesWord(first)}, "the contact chose the place")
	if yes {
		t.CloseTalk()
	}
	t.Answer("confirmed", t.SayMeet(lang.PlaceNoted, m))
}

// yesWord marks that the place came with the contact's first yes.
func yesWord(first bool) string {
	if first {
		return "yes"
	}
	return ""
}

// askPlace asks the organizer about another place; the time stands.
func askPlace(t *turn.Turn, m world.Meet, place string, yes bool) {
	first := false
	if yes {
		if first, _ = m.Confirm(t.Now()); first {
			t.SaveMeet(m, change.ContactConfirmed, t.Body())
		}
		t.CloseTalk()
	}
	t.Tell(m.Organizer, reminder.PlaceRule, turn.SubjectOf(m.Meeting), turn.WordsNote{
		Said: lang.PlaceAsked, Words: turn.Bounded(t.Body()),
		Phone: place, Contact: m.ContactID, Event: yesWord(first),
	}, "the contact asks for another place")
	t.Happened(fact.WordsAlong{Meet: m})
	t.Answer("proposal", t.SayMeet(lang.PlaceAskedTell, m))
}

// placeData is what the question about another place remembers.
type placeData struct {
	Place string `json:"place"`
}

// placeAsked renders the question about another place to the organizer.
func placeAsked(t *turn.Turn, rule reminder.Rule, m world.Meet) {
	var n turn.WordsNote
	turn.DecodeInto(t.Due().Data, &n)
	t.OpenTalk(world.Conversation{
		Kind: world.ProposalTalk, SubjectID: m.ID, PersonID: m.OrganizerID, Question: qPlace,
		Data: turn.Encode(placeData{n.Phone}),
	})
	t.KeepRelay(turn.Relayed{At: t.Now(), Contact: m.ContactID, Meeting: m.ID})
	t.Unasked(rule, phrase.Join(saidYesToo(t, m, n), t.Say(lang.PlaceAsked, "who", m.Contact.Name, "when", t.WhenOf(m, m.StartsAt), "words",
		report.Excerpt(n.Words, 120), "place", n.Phone)))
}

// saidYesToo says that the contact's first yes came with it.
func saidYesToo(t *turn.Turn, m world.Meet, n turn.WordsNote) string {
	if n.Event == "" {
		return ""
	}
	return t.Say(lang.FirstYes, "who", m.Contact.Name, "when", t.WhenOf(m, m.StartsAt))
}

// inPlace takes the organizer's answer about another place.
func inPlace(t *turn.Turn, m world.Meet) turn.Reply {
	h := t.Heard()
	switch {
	case h.Command != understand.None:
		return turn.Another
	case !m.Open() || m.Begun(t.Now()):
		return turn.Closes
	case h.Digit == 1, h.Digit == 0 && h.Reply == understand.Yes:
		m.Place, m.ContactChooses = turn.Data[placeData](t).Place, false
		t.SaveMeet(m, change.PlaceChanged, m.Place)
		t.Tell(m.Contact, reminder.ChangedRule, turn.SubjectOf(m.Meeting), turn.ChangedNote{Old: m.StartsAt}, "the place was changed")
		t.FinishWith("saved", t.Say(lang.PlaceMoved, "who", m.Contact.Name, "when", t.WhenOf(m, m.StartsAt), "place", m.Place, "told",
			t.ToldOf(m, true)))
	case h.Digit == 3, h.Digit == 0 && h.Reply == understand.No:
		t.FinishWith("saved", t.Say(lang.PlaceKept, "what", t.What(m), "first", m.Contact.First()))
	default:
		return turn.Another
	}
	return turn.Taken
}
