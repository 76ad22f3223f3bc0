// Package place is where the two agree on a place: the contact chooses it, asks for another, or says that it does not suit.
package place

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/agree/offer"
	"github.com/reportback/reportback/internal/core/talk/agree/spoken"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/whose"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// Names takes the place that a contact names: where it is theirs to choose, it is the place; else the organizer is asked. The time is
// none of it: a yes beside it counts.
func Names(t *turn.Turn, m world.Meet) bool {
	h := t.Heard()
	byPhone := spoken.YesByPhone(t.Body(), t.Planning())
	phone := phrase.OrElse(spoken.OnPhone(t.Body()), byPhone) // "can't come, can we talk on the phone?" is no refusal of the time
	if !m.Open() || m.Status == meeting.Proposed || m.Begun(t.Now()) || h.Digit != 0 || h.Reply == understand.No && phone == "" {
		return false
	}
	if spoken.TellsOfHome(t.Body()) {
		return false
	}
	chooses := m.ContactChooses && m.Place == ""
	if otherTime(t, m) && !(chooses && h.Reply == understand.Yes) {
		return false // another time is another matter
	}
	rather := ""
	if phone == "" {
		rather = spoken.Rather(t.Body(), m.Place)
	}
	at := spoken.YesAt(t.Body(), m.StartsAt.In(t.Loc()), t.Planning())
	if !chooses && phone == "" && rather == "" && !at && !lexicon.OtherPlace.In(understand.Padded(t.Body())) &&
		!spoken.OtherOne(t.Body()) && !spoken.ButAt(t.Body(), t.Planning()) {
		return false
	}
	place := phrase.OrElse(phone, ofWriter(t, m, rather))
	if place == "" {
		place = ofWriter(t, m, spoken.PlaceIn(t.Body(), t.Planning(), chooses))
		place = spoken.WithStreet(place, t.Body(), t.Planning())
		if !chooses && ofOwn(place, m.Place) { // "can we do the one on pike instead the heat is out at presse"
			place = spoken.OneOf(t.Body())
		}
	}
	if place == "" || !chooses && strings.EqualFold(place, m.Place) || at && (ofOwn(m.Place, place) || ofOwn(place, m.Place)) {
		return false
	}
	if f := strings.Fields(understand.Padded(place)); len(f) == 0 || lexicon.NoPlaceWords.Has(f[0]) || lexicon.Vehicles.Any(f) {
		return false // "she's better at this stuff anyway", "en la troca de mi cuñado"
	}
	yes := h.Reply == understand.Yes || at || byPhone != "" || spoken.SaysYes(t.Body(), t.Planning()) || hourStands(t, m)
	if chooses {
		choose(t, m, place, yes)
		return true
	}
	ask(t, m, place, yes)
	return true
}

// otherTime reports whether a text names another time than the one-on-one's.
func otherTime(t *turn.Turn, m world.Meet) bool {
	r := t.Heard().When
	day := offer.SameDay(t, m) || r.BareWeekday && r.Date.Weekday() == m.StartsAt.In(t.Loc()).Weekday() // "thurs is good"
	return r.HasDate() && !day && !understand.NamesStreet(t.Body()) || r.HasClock && !offer.SameClock(t, m) ||
		!r.Week.IsZero() && !offer.InWeek(t, m, r.Week)
}

// ofOwn reports whether a place is part of the name of the one that stands: "presse" of Cafe Presse.
func ofOwn(place, own string) bool {
	f, of := strings.Fields(understand.Padded(place)), strings.Fields(understand.Padded(own))
	return len(f) > 0 && len(f) <= len(of) && !slices.ContainsFunc(f, func(w string) bool {
		return !slices.ContainsFunc(of, func(o string) bool { return o == w || len(w) >= mostShort && strings.HasPrefix(o, w) })
	})
}

// mostShort is from how many letters on the beginning of a word stands for it: "la biblio".
const mostShort = 4

// ofWriter names whose a place is that its writer calls their own: "my house" of a contact's is no house of the organizer's.
func ofWriter(t *turn.Turn, m world.Meet, place string) string {
	whose, what, ok := strings.Cut(place, " ")
	if !ok || !lexicon.MyPlaces.Has(lexicon.Plain(strings.ToLower(whose))) {
		return place
	}
	what, street, addressed := strings.Cut(what, ",")
	named := t.Say(lang.PlaceOfSomebody, "first", m.Contact.First(), "place", what)
	if addressed {
		named += "," + street
	}
	return named
}

// choose files the place that was the contact's to choose, and a yes with it.
func choose(t *turn.Turn, m world.Meet, place string, yes bool) {
	first := false
	m.Place, m.ContactChooses = place, false
	if yes {
		first, _ = m.Confirm(t.Now())
	}
	t.SaveMeet(m, change.PlaceChanged, place)
	t.Tell(m.Organizer, reminder.ConfirmedRule, turn.SubjectOf(m.Meeting),
		fact.WordsNote{Said: lang.PlaceChosen, Words: place, Contact: m.ContactID, Event: yesWord(first)}, "the contact chose the place")
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

// ask asks the organizer about another place; the time stands.
func ask(t *turn.Turn, m world.Meet, place string, yes bool) {
	first := false
	if yes {
		if first, _ = m.Confirm(t.Now()); first {
			t.SaveMeet(m, change.ContactConfirmed, t.Body())
		}
		t.CloseTalk()
	} else {
		keepOpen(t, m, place)
	}
	t.Tell(m.Organizer, reminder.PlaceRule, turn.SubjectOf(m.Meeting), fact.WordsNote{
		Said: lang.PlaceAsked, Words: turn.Bounded(t.Body()),
		Phone: place, Contact: m.ContactID, Event: yesWord(first),
	}, "the contact asks for another place")
	t.Happened(fact.WordsAlong{Meet: m})
	t.Answer("proposal", t.SayMeet(lang.PlaceAskedTell, m))
}

// keepOpen remembers beside the question to the contact that another place is asked for, by what they call it.
func keepOpen(t *turn.Turn, m world.Meet, place string) {
	if c := t.Conv(); t.Kind() == world.TextIn && c.Kind == world.MeetTalk && c.SubjectID == m.ID {
		t.OpenTalk(world.Conversation{
			Kind: world.MeetTalk, SubjectID: m.ID, Question: offer.QConfirm, Data: turn.Encode(asking{Told: true, Elsewhere: place}),
		})
	}
}

// asking is what the question to the contact remembers while another place is asked for.
type asking struct {
	Told      bool   `json:"told,omitempty"`
	Elsewhere string `json:"elsewhere,omitempty"`
}

// Open reports whether a yes in words comes while the organizer has not answered about the place that the contact asked for: "gracias,
// allá nos vemos" is none to the old one.
func Open(t *turn.Turn, m world.Meet) bool {
	c := t.Conv()
	if ofOwn(turn.Data[asking](t).Elsewhere, m.Place) { // it is there now
		return false
	}
	return t.Kind() == world.TextIn && c.Kind == world.MeetTalk && c.SubjectID == m.ID && c.Question == offer.QConfirm &&
		turn.Data[asking](t).Elsewhere != "" && t.Heard().Digit == 0 && t.Heard().Reply == understand.Yes && !whose.AnswersWords(t)
}

// Beside is another place that a text asks for beside another time: "friday at the library instead".
func Beside(t *turn.Turn, m world.Meet) string {
	if understand.GivesDayFor(t.Body(), m.StartsAt.In(t.Loc()).Weekday(), t.Planning()) { // "thurs im at the hall, fri same time?"
		return ""
	}
	if t.Kind() != world.TextIn || t.Heard().Digit != 0 {
		return ""
	}
	place := ofWriter(t, m, spoken.PlaceIn(t.Body(), t.Planning(), false))
	known := lexicon.PlaceNouns.Any(strings.Fields(understand.Padded(place))) || lexicon.OtherPlace.In(understand.Padded(t.Body()))
	if place == "" || !known || strings.EqualFold(place, m.Place) {
		return ""
	}
	return place
}

// AskToo goes on from a time that is settled to the place that was asked for with it.
func AskToo(t *turn.Turn, m world.Meet, place, words, said string) {
	t.OpenTalk(world.Conversation{
		Kind: world.ProposalTalk, SubjectID: m.ID, PersonID: m.OrganizerID, Question: turn.QPlace, Data: turn.Encode(data{place}),
	})
	t.Answer("saved", said, t.Say(InOrBy(place, lang.PlaceAsked, lang.PlaceAskedPhone), "who", m.Contact.Name, "when",
		t.WhenOf(m, m.StartsAt), "words", phrase.Quoted(words), "place", place))
}

// NotThere hears that the place does not suit, and no other is named: it is the organizer's to answer. It says nothing about the time but
// a yes.
func NotThere(t *turn.Turn, m world.Meet) bool {
	h := t.Heard()
	if !m.Open() || m.Status == meeting.Proposed || m.Begun(t.Now()) || h.Digit != 0 || otherTime(t, m) || len(h.When.Options) > 0 ||
		!spoken.NotThere(t.Body(), t.Planning()) && !deniesOwn(t, m) && !spoken.Unfit(t.Body(), t.Planning()) &&
			!(lexicon.PlaceUnfit.In(understand.Padded(t.Body())) && hourStands(t, m)) {
		return false
	}
	if hourStands(t, m) || understand.BeginsWithYes(t.Body(), t.Planning()) || spoken.YesBeforeTurn(t.Body(), t.Planning()) ||
		h.Reply == understand.Yes {
		if _, err := m.Confirm(t.Now()); err == nil {
			t.SaveMeet(m, change.ContactConfirmed, t.Body())
		}
	}
	if m.Status == meeting.Planned {
		keepOpen(t, m, turn.Bounded(t.Body()))
	} else {
		t.CloseTalk()
	}
	t.Happened(fact.ForOrganizer{Meet: m, Thanks: t.SayMeet(lang.PlaceAskedTell, m), Kind: "proposal"})
	return true
}

// deniesOwn reports whether a text that refuses nothing else says that it is not to be where the one-on-one is: "yes but not at
// Cafe Presse".
func deniesOwn(t *turn.Turn, m world.Meet) bool {
	r := t.Heard().Reply
	if r == understand.No && spoken.CannotAt(t.Body(), m.Place, t.Planning()) {
		return true
	}
	plain := r == understand.NoReply || r == understand.Yes && understand.BeginsWithYes(t.Body(), t.Planning())
	return plain && spoken.DeniesPlace(t.Body(), m.Place)
}

// data is what the question about another place remembers.
type data struct {
	Place string `json:"place"`
}

// Asked renders the question about another place to the organizer.
func Asked(t *turn.Turn, rule reminder.Rule, m world.Meet) {
	var n fact.WordsNote
	turn.DecodeInto(t.Due().Data, &n)
	t.OpenTalk(world.Conversation{
		Kind: world.ProposalTalk, SubjectID: m.ID, PersonID: m.OrganizerID, Question: turn.QPlace,
		Data: turn.Encode(data{n.Phone}),
	})
	t.KeepRelay(turn.Relayed{At: t.Now(), Contact: m.ContactID, Meeting: m.ID})
	asks := t.Say(InOrBy(n.Phone, lang.PlaceAsked, lang.PlaceAskedPhone), "who", m.Contact.Name, "when", t.WhenOf(m, m.StartsAt),
		"words", phrase.Quoted(n.Words), "place", n.Phone)
	t.Unasked(rule, phrase.Join(SaidYesToo(t, m, n), asks))
}

// SaidYesToo says that the contact's first yes came with it.
func SaidYesToo(t *turn.Turn, m world.Meet, n fact.WordsNote) string {
	if n.Event == "" {
		return ""
	}
	return t.Say(lang.FirstYes, "who", m.Contact.Name, "when", t.WhenOf(m, m.StartsAt))
}

// InOrBy is how a place is told, or that there is none because the two talk on the phone.
func InOrBy(place string, there, phone lang.Key) lang.Key {
	if understand.ByPhone(place) {
		return phone
	}
	return there
}

// In takes the organizer's answer about another place.
func In(t *turn.Turn, m world.Meet) turn.Reply {
	h := t.Heard()
	switch {
	case h.Command != understand.None:
		return turn.Another
	case !m.Open() || m.Begun(t.Now()):
		return turn.Closes
	case h.Digit == 1, h.Digit == 0 && (h.Reply == understand.Yes || h.Question && understand.BeginsWithYes(t.Body(), t.Planning()) ||
		h.Reply == understand.NoReply && yesTo(t, turn.Data[data](t).Place) || calls(t, m)):
		moved(t, m, phrase.OrElse(inItsWords(t, m), turn.Data[data](t).Place))
	case inItsWords(t, m) != "":
		moved(t, m, inItsWords(t, m))
	case h.Digit == 3, h.Digit == 0 && h.Reply == understand.No:
		t.FinishWith("saved", t.Say(lang.PlaceKept, "what", t.What(m), "first", m.Contact.First()))
	default:
		return turn.Another
	}
	return turn.Taken
}

// moved gives the one-on-one the place that was asked for, and its contact hears of it.
func moved(t *turn.Turn, m world.Meet, place string) {
	m.Place, m.ContactChooses = place, false
	t.SaveMeet(m, change.PlaceChanged, m.Place)
	t.Tell(m.Contact, reminder.ChangedRule, turn.SubjectOf(m.Meeting), fact.ChangedNote{Old: m.StartsAt}, "the place was changed")
	t.FinishWith("saved", t.Say(InOrBy(m.Place, lang.PlaceMoved, lang.PlaceMovedPhone), "who", m.Contact.Name, "when",
		t.WhenOf(m, m.StartsAt), "place", m.Place, "told", t.ToldOf(m, true)))
}

// inItsWords is the place that was asked for as a yes to it names it, more wholly: "si claro en el mcdonalds de la othello misma hora".
func inItsWords(t *turn.Turn, m world.Meet) string {
	if t.Heard().Digit != 0 || strings.ContainsAny(t.Body(), "?¿") || otherTime(t, m) || !understand.BeginsWithYes(t.Body(), t.Planning()) ||
		lexicon.Negators.Any(strings.Fields(understand.Padded(t.Body()))) {
		return ""
	}
	place := spoken.PlaceIn(spoken.WithoutSame(t.Body()), t.Planning(), false)
	if asked := turn.Data[data](t).Place; place == "" || !ofOwn(asked, place) {
		return ""
	}
	return place
}

// calls reports whether a text says that its writer calls at the hour that stands, where the two are to talk on the phone: "sure ill call
// you at 3".
func calls(t *turn.Turn, m world.Meet) bool {
	return understand.ByPhone(turn.Data[data](t).Place) && !otherTime(t, m) && !t.Heard().Question &&
		lexicon.CallsYou.In(understand.Padded(t.Body())) && !lexicon.Negators.Any(strings.Fields(understand.Padded(t.Body())))
}

// yesTo reports whether a text names the place and says yes to it: "park works", "the library is fine".
func yesTo(t *turn.Turn, place string) bool {
	of := strings.Fields(understand.Padded(place))
	f := strings.Fields(understand.Padded(t.Body()))
	rest := slices.DeleteFunc(slices.Clone(f), func(w string) bool { return slices.Contains(of, w) || lexicon.Articles.Has(w) })
	return len(rest) > 0 && len(rest) < len(f) && understand.Read(strings.Join(rest, " "), t.Planning()).Reply == understand.Yes
}
