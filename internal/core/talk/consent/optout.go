package consent

import (
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/duty"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/whose"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// doubtLasts is how long staff may decide; then it is an opt-out.
const doubtLasts = 24 * time.Hour

// contactNamesHere are the names of those whose phone it is.
func contactNamesHere(t *turn.Turn) []string {
	var out []string
	for _, p := range t.People() {
		out = append(out, p.Name, p.First())
	}
	return out
}

// SaysStop reports whether a text may be an opt-out: that one counts in a flood too, where a HELP or a START may feed a loop of two
// machines.
func SaysStop(t *turn.Turn) bool {
	key := t.Inbound().OptOut
	if key == sms.NoKeyword {
		key = sms.CarrierKeyword(t.Body())
	}
	return key == sms.KeywordStop || key == sms.NoKeyword && sms.ReadOptOut(t.Body()) != sms.NotOptOut
}

// OptOut handles every form of STOP and START, before anything else may happen to a text. It reports whether the text is done with.
func OptOut(t *turn.Turn) bool {
	body := t.Body()
	key := t.Inbound().OptOut // the provider's own verdict wins when it gives one
	byCarrier := key != sms.NoKeyword
	if key == sms.NoKeyword {
		key = sms.CarrierKeyword(body)
	}
	switch key {
	case sms.KeywordStop:
		stop(t, "STOP", false)
		return true
	case sms.KeywordStart:
		return start(t, byCarrier)
	case sms.KeywordHelp:
		return helpWord(t, byCarrier)
	case sms.NoKeyword:
	}
	if c := t.Phone().Consent; (c == person.ConsentNo || c == person.ConsentDoubtful) && understand.StartsAgain(body) {
		return start(t, false)
	}
	if t.Who().Works() && t.Heard().Single(body) || aboutElse(t) {
		return false
	}
	switch {
	case ownHours(t), pause(t):
		return true
	case saysWrong(t), callsInstead(t):
		return false // the number, or the way to be reached, is what it is about
	case !t.Who().Works() && (understand.StopsForOther(body, contactNamesHere(t)) || sms.ReadOptOut(body) == sms.OptOutClear &&
		understand.WritesForAnother(body)):
		doubt(t, byAnother) // than the one whom we text: a person asks who may decide
		return true
	case !t.Who().Works() && t.Who().ID != uuid.Nil && sms.ReadOptOut(body) == sms.NotOptOut &&
		(t.Heard().Reply == understand.MaybeStop || understand.TellsOfDeath(body)):
		return inLoss(t)
	}
	if h := t.Heard(); t.Who().Works() && !h.Phone.IsZero() && (h.When.HasDate() || h.When.HasClock) {
		return false // a plan, in which the wish is the contact's
	}
	switch sms.ReadOptOut(body) {
	case sms.OptOutClear:
		stop(t, "own words", true)
		return true
	case sms.OptOutDoubtful:
		doubt(t, "own words")
		return true
	case sms.NotOptOut:
	}
	return false
}

// aboutElse reports whether words that may end texts are about something else: a question, the one-on-one, somebody else's texts.
func aboutElse(t *turn.Turn) bool {
	switch {
	case t.Who().Works() && understand.AsksEnough(t.Body()): // it is about a question, and no word against texts
		return true
	// it is about the one-on-one, or the plan
	case t.Who().Works() && (understand.CancelsIt(t.Body()) || understand.CancelsItWhy(t.Body())) &&
		(len(t.Organized()) > 0 || t.Conv().Kind == world.PlanTalk):
		return true
	case t.Who().Works() && understand.SaysCallThem(t.Body()): // "just call her, no texts"
		return true
	case ofReported(t): // it is about whom the report is on
		return true
	case ofDraft(t): // it is about what waits to be sent
		t.HearReply(understand.No)
		return true
	case declinesOnly(t): // it is about the one-on-one
		t.HearReply(understand.No)
		return true
	case hoursBeside(t): // it answers, and says at which hours texts are welcome
		return true
	case hoursNamed(t), forSomebody(t): // what the organizer says of a contact is heard as such
		return true
	}
	return ofSomebodyElse(t)
}

// ofReported reports whether an organizer who is asked for a report tells how its contact is to be reached: "call dont text, works nights".
func ofReported(t *turn.Turn) bool {
	return t.Who().Works() && atReport(t) && understand.TellsReach(t.Body())
}

// ofDraft reports whether somebody of the organization says that what they were shown is not to go: "no mandes nada, yo le hablo".
func ofDraft(t *turn.Turn) bool {
	kind := t.Conv().Kind
	return t.Who().Works() && (kind == world.ThanksTalk || kind == world.SendTalk) && understand.RefusesToSend(t.Body())
}

// declinesOnly reports whether a contact who is asked for a one-on-one says no to it, and that it is not for them: that ends the texts
// about it, and is no word against all others.
func declinesOnly(t *turn.Turn) bool {
	return !t.Who().Works() && hasMeeting(t) && sms.ReadOptOut(t.Body()) == sms.OptOutDoubtful && understand.NotInterested(t.Body())
}

// saysWrong reports whether a contact's text says, with whatever anger, that it reached the wrong phone: that is no wish of the one whom we
// meant.
func saysWrong(t *turn.Turn) bool {
	return !t.Who().Works() && sms.ReadOptOut(t.Body()) != sms.OptOutClear && understand.WrongPhone(t.Body(), contactNamesHere(t))
}

// callsInstead reports whether a contact asks for calls, and does not plainly ask for no more texts at all.
func callsInstead(t *turn.Turn) bool {
	return !t.Who().Works() && hasMeeting(t) && sms.ReadOptOut(t.Body()) != sms.OptOutClear && understand.WantsCall(t.Body())
}

// ofSomebodyElse reports whether an organizer's text names somebody, by name or number, and speaks of her or him: "nadia karim 206-555-0162
// thurs 4pm. she dont want texts" is a plan and her wish, and nobody's own opt-out.
func ofSomebodyElse(t *turn.Turn) bool {
	h := t.Heard()
	return t.Who().Works() && (len(h.Phones) > 0 || h.Person != "") && understand.SpeaksOfSomebody(t.Body())
}

// stop ends texts to this phone. The carrier confirms its own words; ours is sent only where it did not.
func stop(t *turn.Turn, source string, confirm bool) {
	t.SetOutcome("opted out")
	if t.Phone().Consent == person.ConsentNo && !silentForOthers(t) {
		return // said already: one confirmation is enough
	}
	consent(t, person.ConsentNo, source)
	t.Add(change.Withhold{PhoneID: t.Phone().ID, Reason: "opted out"})
	if t.Conv().Kind != "" {
		t.CloseTalk()
	}
	what := "no"
	if confirm {
		what = "said"
	}
	if mayMeanMeeting(t.Body()) && hasMeeting(t) {
		what = "meeting"
	}
	tellStaff(t, reminder.OptOutToStaff, what)
	t.HandToStaff(matter.OptedOut, "opted out: "+source)
	if confirm {
		inTheirs(t)
		calls := ""
		if name := hearsOf(t); !t.Who().Works() && name != t.Org().Name && understand.WantsCall(t.Body()) { // "llameme mejor, no mensajes"
			calls = t.Say(lang.OptedOutCall, "ofirst", name)
		}
		t.Answer("opt_out", t.Say(lang.OptedOut, "org", t.Org().Name), calls)
		t.Exempt()
	}
}

// inTheirs has an opt-out answered in the language in which it is plainly written, whatever the record says.
func inTheirs(t *turn.Turn) {
	if l := t.Heard().Lang; l != "" && !t.Who().Works() {
		t.SpeakIn(l)
	}
}

// mayMeanMeeting: these words end texts at the carrier, and are also how people call a one-on-one off.
func mayMeanMeeting(body string) bool {
	return lexicon.EndsOrCallsOff.Has(strings.ToLower(strings.Trim(body, " \t\r\n.!")))
}

// hasMeeting reports whether a one-on-one with this phone's people is still to come.
func hasMeeting(t *turn.Turn) bool {
	for _, m := range t.Meetings() {
		if t.IsMine(m) && m.Open() && m.Ends().After(t.Now()) {
			return true
		}
	}
	return false
}

// StopDespiteFault keeps an opt-out whose full decision failed: no more texts, without the answer and the notes. Should reading it be what
// fails, staff have the text.
func StopDespiteFault(t *turn.Turn) {
	defer func() { _ = recover() }()
	if t.Phone().Consent != person.ConsentNo && SaysStop(t) {
		consent(t, person.ConsentNo, "STOP, or words near it, while a fault of ours kept the rest from being read")
		t.Add(change.Withhold{PhoneID: t.Phone().ID, Reason: "opted out"})
	}
}

// doubt holds texts until staff decide; undecided for a day it is an opt-out.
func doubt(t *turn.Turn, source string) {
	t.SetOutcome("may be an opt-out")
	if t.Phone().Consent == person.ConsentNo || t.Phone().Consent == person.ConsentDoubtful {
		return // held already: saying it again neither asks again nor puts off the end of the 24 hours
	}
	consent(t, person.ConsentDoubtful, source)
	t.Add(change.Withhold{PhoneID: t.Phone().ID, Reason: "held: a text may be an opt-out, staff decide"})
	var why []byte
	if source == byAnother {
		why = turn.Encode(byAnother + ": ")
	}
	t.Add(plan(t, reminder.DoubtEnds, t.Now().Add(doubtLasts), why))
	tellStaff(t, reminder.OptOutToStaff, "doubtful")
	t.HandToStaff(matter.DoubtfulOptOut, "may be an opt-out: decide within 24 hours")
	inTheirs(t)
	t.Answer("opt_out", t.Say(lang.OptOutDoubt, "org", t.Org().Name))
	t.Exempt()
}

// start brings texts back for a phone that had opted out; for any other it is an ordinary text (YES is also a carrier's word).
func start(t *turn.Turn, byCarrier bool) bool {
	c := t.Phone().Consent
	if c == person.ConsentUnknown && !t.Who().Works() && t.Heard().Reply == understand.Start && len(t.Meetings()) > 0 {
		t.SetOutcome("opted in")
		consent(t, person.ConsentYes, "START")
		t.Happened(fact.ConsentGiven{})
		return true
	}
	if c == person.ConsentYes && !t.Phone().PausedUntil.IsZero() && t.Heard().Reply == understand.Start {
		t.Add(change.SetPause{PhoneID: t.Phone().ID})
	}
	if c != person.ConsentNo && c != person.ConsentDoubtful {
		return byCarrier || sms.CarrierKeyword(t.Body()) == sms.KeywordStart && t.Heard().Reply != understand.Yes && startIdle(t)
	}
	if c == person.ConsentDoubtful &&
		t.Heard().Reply == understand.Yes { // a carrier's word, but as likely a yes to "no more texts": staff decide
		t.SetOutcome("for staff: while texts are held")
		t.HandToStaff(matter.NeedsAnswer, "a yes while texts are held: it may mean the opt-out")
		return true
	}
	t.SetOutcome("opted in again")
	consent(t, person.ConsentYes, "START")
	t.NowConsents(person.ConsentYes)
	if !t.Who().Works() {
		t.HandToStaff(matter.OptedIn, "texts are on again")
		tellStaff(t, reminder.OptOutToStaff, "back") // who was told that it ended
		t.Happened(fact.ConsentGiven{})
		return true
	}
	if !t.Happened(fact.Resumes{First: t.Say(lang.WelcomeBack, "org", t.Org().Name)}) {
		t.Answer("help", t.Say(lang.WelcomeBack, "org", t.Org().Name))
	}
	return true
}

// startIdle: START from somebody who never opted out is answered by the carrier; nothing is left for us.
func startIdle(t *turn.Turn) bool {
	t.SetOutcome("START, nothing to bring back")
	return true
}

func consent(t *turn.Turn, c person.Consent, source string) {
	t.Add(change.SetConsent{
		ID: t.NewID(), PhoneID: t.Phone().ID, PersonID: t.Who().ID, Consent: c, Source: source,
		ByPerson: t.Who().ID, MessageID: t.MessageID(), Words: t.Body(), At: t.Now(),
	})
}

// tellStaff plans a text to those on duty, and to the organizers of a contact, about this phone; it is rendered when due, on their own
// phones.
func tellStaff(t *turn.Turn, rule, data string) {
	told := map[int64]bool{0: true, t.Phone().ID: true}
	for _, p := range slices.Concat(whose.Ties(t), duty.Staff(t)) {
		name := whoTo(t, p)
		if told[p.PhoneID] || name == "" { // a number that nobody here has: Today shows it, nobody's phone rings
			continue
		}
		if data == "gone" && !p.Is(person.Staff, person.Admin) && !whose.MayRead(t, world.Meet{Organizer: p}) {
			continue // whose contact it is does not follow from the number
		}
		told[p.PhoneID] = true
		t.Add(change.Plan{
			ID: t.NewID(), PhoneID: p.PhoneID, PersonID: p.ID, Rule: rule, Occurrence: t.MessageID().String(),
			Subject: change.Subject{Kind: change.PhoneSubject, ID: t.MessageID()}, DueAt: t.Now(), ValidUntil: turn.ValidUntil(rule, t.Now()),
			Cause: t.MessageID(), Reason: "staff are told", Data: turn.Encode(staffNote{
				Who: name, Phone: t.Phone().Phone.Display(), What: data,
				Words: wordsTo(t, p, data),
			}),
		})
	}
}

// whoTo names to somebody whose phone it is: to an organizer their own contacts alone, to staff everybody who has it.
func whoTo(t *turn.Turn, to person.Person) string {
	var names []string
	for _, p := range t.People() {
		own := p.OrganizerID == to.ID || to.Is(person.Staff, person.Admin) || slices.ContainsFunc(t.Meetings(), func(m world.Meet) bool {
			return m.ContactID == p.ID && m.OrganizerID == to.ID
		})
		if own && p.Name != "" && !slices.Contains(names, p.Name) {
			names = append(names, p.Name)
		}
	}
	return strings.Join(names, ", ")
}

// wordsTo is what the phone wrote, for whoever is to call, who may see that another than its owner wrote it. Where contacts of several
// organizers have the phone, they read only news that each of them must have.
func wordsTo(t *turn.Turn, to person.Person, what string) string {
	if what != "gone" && !to.Is(person.Staff, person.Admin) && len(whose.Ties(t)) > 1 {
		return ""
	}
	return phrase.Quoted(t.Body())
}

// agreedInWords: the phone itself says that texts are welcome.
func agreedInWords(t *turn.Turn, _ fact.TextsWelcome) {
	consent(t, person.ConsentYes, "own words")
	t.Happened(fact.ConsentGiven{})
}
