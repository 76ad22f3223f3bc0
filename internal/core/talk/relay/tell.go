package relay

import (
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/choose"
	"github.com/reportback/reportback/internal/core/talk/duty"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// tellWords sends the organizer's own words to a contact: TELL Maria I'm at the back table.
func tellWords(t *turn.Turn) {
	if tellAll(t, t.Heard().Arg) {
		return
	}
	hits, words := tellWhom(t, t.Heard().Arg)
	if len(hits) == 1 {
		words = duty.Aside(t, hits[0], words)
	}
	sure := true
	if len(hits) == 1 {
		words, sure = toYou(t, hits[0], words)
	}
	if who, rest := understand.AndSomebody(words); who != "" && len(hits) == 1 { // who is none of theirs: "tell maria and rosa im late"
		t.SayAlso(t.Say(lang.TellNotOf, "first", phrase.Capital(who)))
		askSendTold(t, hits[0], rest, true)
		return
	}
	switch {
	case understand.Taught(words): // "TELL Maria and your words", copied as it was taught
		t.Answer("help", t.Say(lang.TellWho))
	case len(hits) == 0 && asksWords(t):
	case len(hits) == 0 && tellStaff(t, t.Heard().Arg):
	case len(hits) == 0:
		t.Answer("help", t.Say(lang.TellWho))
	case len(hits) == 1 && ofSeveral(t, hits[0], t.Heard().Arg):
		askSendTold(t, hits[0], words, true)
	case len(hits) == 1 && hits[0].Open() && !hits[0].Begun(t.Now()) && saysOff(t, hits[0], words): // "tell maria i cant make it thursday"
		t.Happened(fact.CancelSaid{Meets: hits})
	case len(hits) == 1 && hasNamesake(t, hits[0].Contact): // one of the name is not saved yet
		askSendTold(t, hits[0], words, true)
	// "kim said she can come"; "n ask if sat works": whether that is to be read so is asked
	case len(hits) == 1 && (!sure || understand.PassesQuestion(words)):
		askSendTold(t, hits[0], words, true)
	case len(hits) == 1 && t.Happened(fact.WordsToOffer{Meet: hits[0], Words: words}):
	case len(hits) == 1 && movesOn(t, hits[0], words):
	case len(hits) == 1 && (mayTake(t, hits[0], words) || changes(t, hits[0], words)):
		askSendTold(t, hits[0], words, true)
	case len(hits) == 1:
		sendWords(t, hits[0], words)
	default:
		choose.Meet(t, hits, string(understand.Tell), words)
	}
}

// saysOff reports whether words to somebody say that one does not meet them: by how they begin, or of the day of the one-on-one, "im
// sorry, my son has strep im staying home thurs".
func saysOff(t *turn.Turn, m world.Meet, words string) bool {
	day, off := understand.OwnDayOff(words)
	return understand.BeginsOff(words) || off && day == m.StartsAt.In(t.Loc()).Weekday()
}

// tellSaid passes words on that a sentence holds; where the contact was not named, it is asked first.
func tellSaid(t *turn.Turn, f fact.TellSaid) {
	words, sure := toYou(t, f.Meet, duty.Aside(t, f.Meet, f.Words))
	f.Words, f.Sure = words, f.Sure && sure
	if t.Happened(fact.WordsToOffer{Meet: f.Meet, Words: f.Words}) {
		return
	}
	if f.Place != "" && turn.MayText(f.Meet.Contact) && f.Meet.Status != meeting.Proposed {
		offerPlace(t, f.Meet, sendData{Words: report.Excerpt(f.Words, 500), Place: f.Place})
		return
	}
	if f.Meet.Open() && !f.Meet.Begun(t.Now()) && saysOff(t, f.Meet, f.Words) {
		t.Happened(fact.CancelSaid{Meets: []world.Meet{f.Meet}})
		return
	}
	if movesOn(t, f.Meet, f.Words) {
		return
	}
	if f.Sure && !mayTake(t, f.Meet, f.Words) && !hasNamesake(t, f.Meet.Contact) && !understand.PassesQuestion(f.Words) &&
		!changes(t, f.Meet, f.Words) {
		sendWords(t, f.Meet, f.Words)
		return
	}
	askSendTold(t, f.Meet, f.Words, true)
}

// movesOn moves a one-on-one that its contact is told to be on another day, where which day that is must be asked: "i moved it to monday at
// 10".
func movesOn(t *turn.Turn, m world.Meet, words string) bool {
	if !m.Open() || m.Begun(t.Now()) || !turn.MayText(m.Contact) || !understand.TellsOfMove(words, t.Planning()) ||
		saysBeside(t, words) || placeIn(t, m, words) != "" {
		return false
	}
	if _, moves := movesTo(t, m, words); moves {
		return false
	}
	return t.Happened(fact.MoveSaid{Meet: m, Words: words})
}

// toYou turns what a contact is told of themselves into words to them; sure is false where they may be about somebody else. Whose kin the
// contact has just spoken of is "she" as likely, and the words stay as they are.
func toYou(t *turn.Turn, m world.Meet, words string) (turned string, sure bool) {
	if r := turn.DecodeRelay(t.Conv().Relay); r.Contact == m.ContactID && t.Now().Sub(r.At) <= turn.AnswerWindow && r.Others {
		return words, true
	}
	return understand.ToYou(words)
}

// tellChosen goes on with whom the words are for.
func tellChosen(t *turn.Turn) turn.Reply {
	m, words, ok := choose.Which(t)
	if !ok {
		return turn.Closes
	}
	sendWords(t, m, words)
	return turn.Taken
}

// tellPool are the one-on-ones whose contacts words may be for.
func tellPool(t *turn.Turn) []world.Meet {
	pool := t.Organized()
	for _, m := range t.Meetings() {
		if m.OrganizerID == t.Who().ID && m.Ends().Before(t.Now()) {
			pool = append(pool, m)
		}
	}
	if m, off := settle.JustOff(t); off {
		pool = append(pool, m)
	}
	return pool
}

// tellWhom finds the contact of a TELL: among the one-on-ones to come, else those of the last weeks, else the contacts. Of one contact's
// the nearest counts; two contacts of a name are both returned.
func tellWhom(t *turn.Turn, arg string) ([]world.Meet, string) {
	pool := tellPool(t)
	hits, words := t.NameOf(arg, pool)
	words = understand.WithoutKnow(words)
	if len(hits) > 0 && words != "" {
		slices.SortStableFunc(hits, func(a, b world.Meet) int { return turn.Nearer(a, b, t.Now()) })
		return onePerContact(hits), words
	}
	// TELL her ...
	if first, rest, more := strings.Cut(strings.TrimSpace(arg), " "); more && (understand.BeginsWithPerson(first) ||
		lexicon.TellKnow.Has(strings.ToLower(first))) {
		if hits, _ = t.Meant("", pool); len(hits) > 0 {
			slices.SortStableFunc(hits, func(a, b world.Meet) int { return turn.Nearer(a, b, t.Now()) })
			if lexicon.TellKnow.Has(strings.ToLower(first)) { // "q no se apure q aqui la espero"
				return onePerContact(hits), rest
			}
			return onePerContact(hits), understand.WithoutKnow(rest)
		}
		r := turn.DecodeRelay(t.Conv().Relay) // who has just written, and is not met yet
		i := slices.IndexFunc(t.Contacts(), func(c person.Person) bool { return c.ID == r.Contact })
		if i >= 0 && t.Now().Sub(r.At) < numberFor {
			if !understand.BeginsWithPerson(first) {
				return []world.Meet{{Organizer: t.Who(), Contact: t.Contacts()[i]}}, rest
			}
			return []world.Meet{{Organizer: t.Who(), Contact: t.Contacts()[i]}}, understand.WithoutKnow(rest)
		}
	}
	for _, c := range t.Contacts() { // a contact without a one-on-one at hand
		for _, name := range []string{c.Name, c.First()} {
			if n := phrase.LeadingName(strings.TrimSpace(arg), name); n > 0 {
				words = strings.TrimLeft(strings.TrimSpace(arg)[n:], " ,:-")
				if words == "" {
					return nil, ""
				}
				return []world.Meet{{Organizer: t.Who(), Contact: c}}, words
			}
		}
	}
	return nil, ""
}

// onePerContact keeps the first one-on-one of each contact.
func onePerContact(hits []world.Meet) []world.Meet {
	var out []world.Meet
	for _, m := range hits {
		if !slices.ContainsFunc(out, func(o world.Meet) bool { return o.ContactID == m.ContactID }) {
			out = append(out, m)
		}
	}
	return out
}

// sendWords has the contact get the words. Whether the one-on-one is off is asked, where they put it off to no day for who may not come.
func sendWords(t *turn.Turn, m world.Meet, words string) {
	if m.Status == meeting.Planned && !m.AnsweredAt.IsZero() && !m.Begun(t.Now()) && turn.MayText(m.Contact) &&
		understand.PutsMeetOff(words) && !understand.Timed(understand.Times(words, t.Planning())) {
		t.First(func() { t.FinishWith("relay", pass(t, m, words)) })
		t.Happened(fact.CancelSaid{Meets: []world.Meet{m}, Told: true})
		return
	}
	kind := "relay"
	if !turn.MayText(m.Contact) {
		kind = "help"
	}
	t.FinishWith(kind, pass(t, m, words))
}

// pass has the contact get the words, and returns what is said of that.
func pass(t *turn.Turn, m world.Meet, words string) string {
	words = report.Excerpt(understand.ToThem(words), 500)
	if !turn.MayText(m.Contact) {
		return t.Say(lang.TellCannot, "first", m.Contact.First(), "phone", t.Number(m.Contact))
	}
	s := change.Subject{Kind: change.PersonSubject, ID: m.Contact.ID}
	if m.ID != uuid.Nil {
		s = turn.Loose(m.Meeting)
		nobodyWaits(t, m)
	}
	t.Tell(m.Contact, reminder.ToldRule, s, fact.WordsNote{Words: words, Contact: m.Contact.ID, By: t.Who().Name}, "the organizer's words")
	t.SlipWords(s, m.Contact.ID, words)
	r := turn.DecodeRelay(t.Conv().Relay)
	if r.Contact == m.Contact.ID { // answered: what comes next is not taken for another answer
		t.DropRelay()
	}
	return t.Say(lang.TellSent, "first", called(t, m.Contact), "words", report.Excerpt(words, 80))
}

// nobodyWaits: what the contact wrote is answered, be it by words, another time or another place.
func nobodyWaits(t *turn.Turn, m world.Meet) {
	s := turn.Loose(m.Meeting)
	t.Add(change.CancelPlans{Subject: s, Rule: reminder.UnansweredRule, Reason: "answered"},
		change.CloseAttention{Kind: matter.NeedsAnswer, Subject: s, At: t.Now()})
}

// ofSeveral reports whether words are for somebody who is not named, while several contacts may be meant and none of them has just written.
func ofSeveral(t *turn.Turn, m world.Meet, arg string) bool {
	r := turn.DecodeRelay(t.Conv().Relay)
	if turn.Names(understand.Padded(arg), m.Contact.First()) || r.Contact == m.ContactID && t.Now().Sub(r.At) <= turn.AnswerWindow {
		return false
	}
	first, _, _ := strings.Cut(strings.TrimSpace(arg), " ")
	return len(first) > 1 && len(onePerContact(t.Organized())) > 1
}

// tellStaff passes words on to somebody of the staff who is named: "tell kim im running late".
func tellStaff(t *turn.Turn, arg string) bool {
	arg = strings.TrimSpace(arg)
	if to, rest, more := strings.Cut(arg, " "); more && lexicon.MoveTo.Has(strings.ToLower(to)) { // "a kim que ..."
		arg = rest
	}
	for _, p := range t.Staff() {
		n := phrase.LeadingName(arg, p.First())
		words := strings.TrimSpace(strings.TrimPrefix(understand.Spelled(understand.WithoutKnow(strings.TrimLeft(arg[n:], " ,:-"))), "que "))
		if n == 0 || words == "" || p.ID == t.Who().ID || p.PhoneID == 0 {
			continue
		}
		t.Tell(p, reminder.DutyRule, change.Subject{Kind: change.PersonSubject, ID: t.Who().ID}, duty.Note{
			Key: lang.StaffTold, Fields: []string{"organizer", t.Who().Name, "words", report.Excerpt(words, 300)},
		}, "an organizer's words")
		t.FinishWith("relay", t.Say(lang.TellSent, "first", p.First(), "words", report.Excerpt(words, 80)))
		return true
	}
	return false
}

// staffTold passes on what a sentence has for somebody of the staff, or for all whom one meets.
func staffTold(t *turn.Turn, f fact.StaffTold) bool {
	return tellStaff(t, f.Words) || tellAll(t, f.Words)
}
