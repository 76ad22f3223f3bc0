package agree

import (
	"encoding/json"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/agree/offer"
	"github.com/reportback/reportback/internal/core/talk/agree/place"
	"github.com/reportback/reportback/internal/core/talk/agree/whom"
	"github.com/reportback/reportback/internal/core/talk/duty"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// toContact renders a text to the contact.
func toContact(t *turn.Turn, rule reminder.Rule, m world.Meet) {
	before := rule.At != nil // planned for before it
	switch {
	case before && m.Begun(t.Now()):
		t.End(change.PlanDropped, "too late: the one-on-one has begun", uuid.Nil)
		return
	case before && m.Status != meeting.Planned && m.Status != meeting.Confirmed:
		t.End(change.PlanSuperseded, "the one-on-one is off", uuid.Nil)
		return
	case before && rule.Name != reminder.FirstRule && m.AnsweredAt.IsZero() && m.ToldCount >= maxUnanswered:
		t.End(change.PlanDropped, "three texts and no answer: no more before the one-on-one", uuid.Nil)
		return
	}
	var n fact.ChangedNote
	_ = json.Unmarshal(t.Due().Data, &n)
	asks, body := toldContact(t, rule, m, n)
	if rule.Name != reminder.FirstRule { // which introduces by itself
		body = t.Introduced(m, m.OrganizerID, body)
	}
	if rule.Say == "" {
		t.Add(change.MeetingTold{ID: m.ID, At: t.Now()})
	}
	if asks {
		anew := rule.Name == reminder.CounterRule && t.Conv().Kind == world.MeetTalk && t.Conv().SubjectID == m.ID &&
			turn.Data[meetData](t).Rule == reminder.CounterRule
		t.OpenTalk(world.Conversation{
			Kind: world.MeetTalk, SubjectID: m.ID, PersonID: m.ContactID, Question: qConfirm,
			Data: turn.Encode(meetData{Rule: rule.Name, At: offer.Asked(m, rule.Name, n.Old), New: anew}),
		})
	}
	t.Unasked(rule, body)
}

// toldContact is what a rule's text says to the contact, and whether it asks.
func toldContact(t *turn.Turn, rule reminder.Rule, m world.Meet, n fact.ChangedNote) (asks bool, body string) {
	asks = true
	switch rule.Name {
	case reminder.FirstRule:
		body = firstText(t, m)
	case reminder.TwoDaysRule:
		asks = m.Status != meeting.Confirmed
		body = t.SayMeet(pick(asks, lang.TwoDaysAsk, lang.TwoDaysTell), m)
	case reminder.DayOfRule:
		asks = m.Status != meeting.Confirmed
		body = dayOf(t, m, asks)
	case reminder.ChangedRule:
		if n.Old.Equal(m.StartsAt) {
			asks = false
			body = t.SayMeet(place.InOrBy(m.Place, lang.ChangedPlace, lang.ChangedPlacePhone), m, "place", t.PlaceRead(m))
		} else {
			body = t.SayMeet(lang.ChangedAsk, m, "old", t.WhenOf(m, n.Old))
		}
	case reminder.CounterRule:
		body = t.SayMeet(lang.CounterAsk, m, "new", t.WhenOf(m, m.Proposal.At))
	case reminder.OldTimeRule:
		body = t.SayMeet(lang.OldTimeAsk, m, "new", offer.NewTime(t, m, n.New))
	case reminder.SettledRule:
		asks = m.Status != meeting.Confirmed // a calling-off was taken back: what nobody had said yes to is asked again
		body = t.SayMeet(pick(asks, lang.TwoDaysAsk, lang.SettledTell), m)
	default: // the table says what it says
		asks, body = rule.Asks, t.SayMeet(rule.Say, m)
	}
	return asks, body
}

// maxUnanswered is how many texts a phone that never answered gets before a one-on-one.
const maxUnanswered = 3

func pick(yes bool, a, b lang.Key) lang.Key {
	if yes {
		return a
	}
	return b
}

func dayOf(t *turn.Turn, m world.Meet, asks bool) string {
	day := t.Say(lang.TodayWord)
	if m.StartsAt.In(t.Loc()).YearDay() != t.Now().In(t.Loc()).YearDay() {
		day = t.Say(lang.TomorrowWord)
	}
	switch {
	case asks:
		return t.SayMeet(lang.DayOfAsk, m, "day", day)
	case m.Place == "", understand.ByPhone(m.Place):
		return t.SayMeet(lang.DayOfTellNoPlace, m, "day", day)
	case m.Private:
		return t.SayMeet(lang.DayOfTell, m, "day", day)
	}
	return t.SayMeet(lang.DayOfTell, m, "day", day, "place", t.PlaceRead(m))
}

// toOrganizer renders a text to the organizer about what the contact said.
func toOrganizer(t *turn.Turn, rule reminder.Rule, m world.Meet) {
	var n fact.ChangedNote
	_ = json.Unmarshal(t.Due().Data, &n)
	switch rule.Name {
	case reminder.SettledRule:
		t.Unasked(rule, t.SayMeet(lang.SettledOrganizer, m))
	case reminder.ProposalRule:
		key := lang.ProposalToOrganizer
		switch {
		case m.Proposal.At.IsZero():
			key = lang.ProposalOpenTo
		case m.Proposal.Round >= tooManyRounds:
			key = lang.CallThem
		}
		if len(n.Offers) > 1 {
			twoOffers(t, rule, m, n)
			return
		}
		anew := t.Conv().Kind == world.ProposalTalk && t.Conv().SubjectID == m.ID && t.AsksNow()
		x := meetData{At: m.Proposal.At, New: anew}
		if n.Place != "" {
			x.Place, x.Words = n.Place, n.Words
		}
		t.OpenTalk(world.Conversation{
			Kind: world.ProposalTalk, SubjectID: m.ID, PersonID: m.OrganizerID, Question: "proposal",
			Data: turn.Encode(x),
		})
		t.Unasked(rule, phrase.Join(t.SayMeet(key, m, "new", offer.NewTime(t, m, m.Proposal.At), "when", t.WhenOf(m, m.Proposal.Old)),
			theyWrite(t, m, n.Words)))
	case reminder.PlaceRule:
		place.Asked(t, rule, m)
	case reminder.ProposalWaitRule:
		proposalWaits(t, m)
	default:
		if rule.Say == "" {
			t.End(change.PlanDropped, "nothing to say", uuid.Nil)
			return
		}
		var words fact.WordsNote
		turn.DecodeInto(t.Due().Data, &words)
		if words.Said == lang.PlaceChosen {
			t.Unasked(rule, phrase.Join(place.SaidYesToo(t, m, words), t.Say(lang.PlaceChosen, "who", m.Contact.Name, "when",
				t.WhenOf(m, m.StartsAt),
				"place", m.Place)))
			return
		}
		if words.Words == "" && rule.Name == reminder.WishRule {
			offer.KeepWordless(t, m)
		}
		t.Unasked(rule, phrase.Join(t.SayMeet(rule.Say, m, whom.NumberIn(t, words.Words)...), theyWrite(t, m, words.Words)))
	}
}

// theyWrite quotes what the contact wrote beside their answer; the organizer's next words may be for them.
func theyWrite(t *turn.Turn, m world.Meet, words string) string {
	if words == "" {
		return ""
	}
	t.KeepRelay(t.RelayedWords(m.ContactID, m.ID, t.DayOf(m, words), words))
	key := lang.WordsTell
	if turn.NoTexts(m.Contact) != "" {
		key = lang.WordsCall
	}
	return t.SayMeet(key, m, "words", phrase.Quoted(words), "phone", t.Number(m.Contact))
}

// proposalWaits: nobody answered another time; staff on duty get it with both numbers.
func proposalWaits(t *turn.Turn, m world.Meet) {
	if m.Status != meeting.Proposed {
		t.End(change.PlanSuperseded, "settled", uuid.Nil)
		return
	}
	t.Add(change.Attention{
		ID: t.NewID(), Kind: matter.ProposalOpen, Subject: turn.Loose(m.Meeting), PhoneID: t.Phone().ID,
		Note: "another time is asked for, and nobody has answered", At: t.Now(),
	})
	duty.Tell(t, lang.StaffProposal, turn.Loose(m.Meeting), "who", m.Contact.Name, "phone", t.Number(m.Contact), "organizer", m.Organizer.Name,
		"ophone", t.Number(m.Organizer), "when", t.WhenOf(m, m.Proposal.Old))
	t.End(change.PlanMade, "staff on duty were told", uuid.Nil)
}

// meetText renders what is due about a one-on-one, after everything about it was read again.
func meetText(t *turn.Turn, rule reminder.Rule) {
	m, ok := t.DueMeet()
	switch {
	case !ok:
	case t.Who().ID == m.ContactID:
		toContact(t, rule, m)
	default:
		toOrganizer(t, rule, m)
	}
}

// firstText is the first text about a one-on-one. The first to a phone says who writes, who gave the number, how to answer and how to stop.
func firstText(t *turn.Turn, m world.Meet) string {
	choose := ""
	if m.ContactChooses && m.Place == "" {
		choose = t.Say(lang.ChoosePlace)
	}
	if len(t.Phone().Introduced) > 0 {
		return t.Introduced(m, m.OrganizerID, t.SayMeet(lang.FirstAgain, m, "choose", choose, "stop", ""))
	}
	t.Add(change.Introduced{PhoneID: t.Phone().ID, OrganizerID: m.OrganizerID, StopLine: true, At: t.Now()})
	if m.Handed() {
		return t.SayMeet(lang.FirstHanded, m, "choose", choose, "before", m.Before.Name)
	}
	return t.SayMeet(lang.FirstText, m, "choose", choose)
}

// missedText proposes another time to a contact who did not come, or with whom it did not work out.
func missedText(t *turn.Turn, rule reminder.Rule) {
	m, ok := t.DueAnyMeet()
	if !ok {
		return
	}
	t.SetAbout(turn.SubjectOf(m.Meeting))
	key := lang.MissedTell
	switch {
	case m.Private && m.Status == meeting.CalledOff:
		key = lang.PrivateOffAgain
	case m.Private:
		key = lang.PrivateMissed
	case m.Status == meeting.CalledOff:
		key = lang.OffAgainTell
	}
	t.OpenTalk(world.Conversation{
		Kind: world.MeetTalk, SubjectID: m.ID, PersonID: m.ContactID, Question: qBetter,
		Data: turn.Encode(meetData{}),
	})
	t.Unasked(rule, t.Introduced(m, m.OrganizerID, t.SayMeet(key, m, "organizer", m.SignedBy())))
}
