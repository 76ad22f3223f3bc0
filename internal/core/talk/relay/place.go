package relay

import (
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// placeIn is the place that words to a contact put in the place of the one where the two are to meet: "mejor nos vemos en la iglesia". ""
// where they name none, or the same.
func placeIn(t *turn.Turn, m world.Meet, words string) string {
	if m.ID == uuid.Nil || !m.Open() || m.Begun(t.Now()) || strings.Contains(words, "?") {
		return ""
	}
	if place := understand.PlaceInStead(words); place != "" && !sameAs(m.Place, place) {
		return place
	}
	if !lexicon.MeetsAt.In(understand.Padded(words)) && !understand.SaysSameTime(words) {
		return ""
	}
	place := understand.Read(words, t.Planning()).Place
	if understand.SaysSameTime(words) {
		if place = phrase.OrElse(place, sameTimeAt(words)); understand.SaysSameTime(place) {
			from, _ := lexicon.SameTime.Find(place)
			f := strings.Fields(strings.Trim(place[:from], " ,."))
			for len(f) > 0 && (lexicon.Articles.Has(f[len(f)-1]) || f[len(f)-1] == "a" || f[len(f)-1] == "at") { // "... a la misma hora"
				f = f[:len(f)-1]
			}
			place = strings.Join(f, " ")
		}
	}
	if !lexicon.PlaceNouns.Any(strings.Fields(understand.Padded(place))) || sameAs(m.Place, place) { // "la mesa del fondo"
		return ""
	}
	return place
}

// mostOfName is how many words name a place that stands alone.
const mostOfName = 7

// sameTimeAt is the place that words name beside a yes and that the time stays: "yes the mcdonalds on othello same time".
func sameTimeAt(words string) string {
	from, to := lexicon.SameTime.Find(words)
	rest := strings.Trim(strings.TrimSpace(words[:from])+words[to:], " ,.!")
	f := strings.Fields(rest)
	for len(f) > 0 {
		w := strings.TrimSpace(understand.Padded(f[0]))
		if !lexicon.Yes.Has(w) && !lexicon.YesMildly.Has(w) {
			break
		}
		f = f[1:]
	}
	named := strings.Fields(understand.Padded(strings.Join(f, " ")))
	if len(named) < 2 || len(named) > mostOfName || !lexicon.Articles.Has(named[0]) ||
		!lexicon.PlaceNouns.Any(named[:2]) && !lexicon.ShopNames.Any(named[:2]) {
		return ""
	}
	return strings.Join(f, " ")
}

// thenThere is a time with the place that is named with it.
func thenThere(t *turn.Turn, m world.Meet, at time.Time, place string) string {
	if place == "" {
		return t.WhenOf(m, at)
	}
	return t.WhenOf(m, at) + ", " + place
}

// movedTo is a one-on-one at the place that is named, where one is.
func movedTo(m world.Meet, place string) world.Meet {
	if place != "" {
		m.Place, m.ContactChooses = place, false
	}
	return m
}

// sameAs reports whether a place is the one that stands, or one of its kind.
func sameAs(own, place string) bool {
	is := strings.Fields(understand.Padded(own))
	return strings.EqualFold(place, own) || slices.ContainsFunc(strings.Fields(understand.Padded(place)), func(w string) bool {
		return lexicon.PlaceNouns.Has(w) && slices.Contains(is, w)
	})
}

// placeBeside is the place that words put forward with another time: "a las 6 esta bien, mejor en el mcdonalds de rainier". "" where they
// name none, deny it, ask for it, or only tell of it.
func placeBeside(t *turn.Turn, m world.Meet, words string) string {
	place := understand.Read(words, t.Planning()).Place
	p, f := understand.Padded(words), strings.Fields(understand.Padded(place))
	if place == "" || strings.ContainsAny(words, "?¿") || !lexicon.PlaceNouns.Any(f) && !lexicon.ShopNames.Any(f) || sameAs(m.Place, place) {
		return ""
	}
	before, _, _ := strings.Cut(p, understand.Padded(place))
	lead := strings.Fields(before)
	if len(lead) == 0 || !lexicon.MeetsAt.In(before+" ") && !lexicon.PlaceBetter.In(before+" ") && !rightBehindTime(t, words, place) {
		return ""
	}
	return place
}

// rightBehindTime reports whether nothing stands between a time and the place: "5 at the library works".
func rightBehindTime(t *turn.Turn, words, place string) bool {
	before, _, ok := strings.Cut(words, place)
	f := strings.Fields(before)
	for len(f) > 0 && lexicon.LeadsPlace.Has(strings.TrimSpace(understand.Padded(f[len(f)-1]))) {
		f = f[:len(f)-1]
	}
	for n := 1; ok && n <= 4 && n <= len(f); n++ {
		if r := understand.Times(strings.Join(f[len(f)-n:], " "), t.Planning()); len(r.Spans) > 0 &&
			r.Spans[len(r.Spans)-1].To == len(strings.Join(f[len(f)-n:], " ")) {
			return true
		}
	}
	return false
}

// aboutToMeet reports whether a one-on-one is so near that who is told to go somewhere goes there for it.
func aboutToMeet(t *turn.Turn, m world.Meet) bool {
	return m.Open() && !m.StartsAt.IsZero() && t.Now().After(m.StartsAt.Add(-beforeLate)) && t.Now().Before(m.Ends())
}

// goesNow sends a contact who has just written, and is about to be met, to another place: the words go at once, and it is the new one.
func goesNow(t *turn.Turn, m world.Meet, words string) bool {
	r := turn.DecodeRelay(t.Conv().Relay)
	place := understand.GoesTo(words)
	if place == "" || r.Contact != m.ContactID || t.Now().Sub(r.At) > turn.AnswerWindow || !aboutToMeet(t, m) || m.Begun(t.Now()) ||
		m.Status == meeting.Proposed || !turn.MayText(m.Contact) || understand.Timed(understand.Times(words, t.Planning())) &&
		!understand.GoesOnStreet(words) || strings.EqualFold(place, m.Place) {
		return false
	}
	t.First(func() { sendWords(t, m, words) })
	t.Happened(fact.PlaceGiven{Meet: m, Place: place})
	return true
}

// changes reports whether words to a contact put forward another time or place than stands for the two: whether that is so is asked.
func changes(t *turn.Turn, m world.Meet, words string) bool {
	if placeIn(t, m, words) != "" {
		return true
	}
	_, moves := movesTo(t, m, words)
	return moves && m.Status != meeting.Proposed &&
		(understand.Read(words, t.Planning()).Reply == understand.Another || understand.OffersTime(words, t.Planning()) ||
			understand.TellsOfMove(words, t.Planning()))
}

// offerPlace asks whether a place is put in the stead of the one that stands, or only the words that name it are sent.
func offerPlace(t *turn.Turn, m world.Meet, data sendData) {
	t.OpenTalk(world.Conversation{Kind: world.SendTalk, SubjectID: m.ID, Question: "send", Data: turn.Encode(data)})
	t.Answer("ask:send", t.Say(lang.SendOrPlace, "first", called(t, m.Contact), "place", data.Place, "words", report.Excerpt(data.Words, 80)))
}

// putsPlace gives the one-on-one the place that the words for its contact name, who hears of it.
func putsPlace(t *turn.Turn, m world.Meet, place string) {
	t.DropRelay()
	t.CloseTalk()
	nobodyWaits(t, m)
	t.Happened(fact.AmendSaid{Meet: m, Words: "at " + place})
}

// answersFor is how long an hour or a place may answer the day that a contact named.
const answersFor = 24 * time.Hour

// dayOf is the day that a contact's words name as good; that of the one-on-one where they say from when on they can: "im off at 6 if u
// wanna do after".
func dayOf(t *turn.Turn, m world.Meet, words string) string {
	day := t.DayOf(m, words)
	if day == "" && m.StartsAt.After(t.Now()) && (m.Open() || m.Status == meeting.Declined) && understand.AfterHeld(words) != "" {
		return phrase.DateOf(m.StartsAt.In(t.Loc()))
	}
	return day
}

// theirDay is the day that the contact named in the words that came last.
func theirDay(t *turn.Turn, m world.Meet) (string, bool) {
	r := turn.DecodeRelay(t.Conv().Relay)
	if r.Meeting != m.ID || r.Day < t.Today() || t.Now().Sub(r.At) > answersFor {
		return "", false
	}
	return r.Day, true
}

// answersDay asks whether an hour that nobody else takes answers the day which a contact named a while ago: "en mi oficina entonces, a las
// 4".
func answersDay(t *turn.Turn) bool {
	h, r := t.Heard(), turn.DecodeRelay(t.Conv().Relay)
	m, ok := t.MeetByID(r.Meeting)
	if !ok || m.OrganizerID != t.Who().ID || t.AsksNow() || h.Command != understand.None || h.Digit != 0 || h.Person != "" ||
		!h.When.HasClock || h.When.HasDate() || len(strings.Fields(t.Body())) > maxChat || !turn.MayText(m.Contact) {
		return false
	}
	if _, named := theirDay(t, m); !named {
		return false
	}
	if _, moves := movesTo(t, m, t.Body()); !moves {
		return false
	}
	askSend(t, m, forThem(t, m, t.Body()))
	return true
}

// movesTo is the time that words to a contact put forward for their one-on-one, where it is another than the one that stands.
func movesTo(t *turn.Turn, m world.Meet, words string) (time.Time, bool) {
	if !m.Open() && m.Status != meeting.Declined || m.Begun(t.Now()) {
		return time.Time{}, false
	}
	if _, own := understand.OwnPledge(words, nil); own || understand.PledgesToYou(words) { // "le llamo mañana"
		return time.Time{}, false
	}
	if t.Now().After(m.StartsAt.Add(-beforeStart)) && understand.OrdinalAlone(words, t.Planning()) { // "2nd, by the computers"
		return time.Time{}, false
	}
	// "street parking on 12th usually ok"
	if understand.OnAStreet(words) || understand.DayIsStreet(words, t.Planning()) || aboutToMeet(t, m) && understand.GoesOnStreet(words) {
		return time.Time{}, false
	}
	said := moment.Said{Base: t.BaseOf(m)}
	if m.Status == meeting.Proposed && !m.Proposal.At.IsZero() { // of the week of what was put forward since
		said.Base = phrase.DateOf(m.Proposal.At.In(t.Loc()))
	}
	if understand.SaysSameTime(words) { // "thurs 10 same time": the number is no hour
		words = understand.DayByNumber(words)
	}
	heard := said.Hear(words, understand.Text{}, t.Planning())
	if day, ok := theirDay(t, m); ok && !heard && said.HearHour(understand.HourBeforePlace(words), m.StartsAt.In(t.Loc())) { // "10 at presse?"
		said.Date, heard = day, true
	} else if ok && heard && said.Date == "" && said.Clock != "" && len(said.Options) == 0 { // "a las 4 entonces"
		said.Date = day
	}
	if first, _, _ := strings.Cut(understand.WithoutCorrection(words), " "); !heard && understand.OpensCorrection(words) &&
		said.HearHour(first, m.StartsAt.In(t.Loc())) { // "wait no 430 i have to pick up my son first"
		said.Date, heard = phrase.DateOf(m.StartsAt.In(t.Loc())), true
	}
	if !heard || said.Date == "" && !agreesToHour(t, words, said) ||
		m.Status == meeting.Declined && said.Clock == "" && !understand.SaysSameTime(words) {
		return time.Time{}, false
	}
	said.OfItsWeek(words, m.StartsAt.In(t.Loc()), t.Planning())
	said.SameDayAs(m.StartsAt.In(t.Loc()))
	at, _ := settle.Time(t, &said)
	return at, !at.IsZero() && !at.Equal(m.StartsAt) && at.After(t.Now())
}

// ownToMove reports whether a time may take the place of what stands between the two: no offer of the contact's waits for an answer, and it
// is not the one that the organizer has put forward already.
func ownToMove(m world.Meet, at time.Time) bool {
	return m.Status != meeting.Proposed || m.Proposal.By == meeting.Organizer && !m.Proposal.At.IsZero() && !at.Equal(m.Proposal.At)
}

// grantsDay reports whether words say yes to the day that a contact asked for in the place of one they can't, with its hour: "sure fri
// dec 4 10am works". The contact is asked about it, so nothing else needs to be asked before.
func grantsDay(t *turn.Turn, m world.Meet, at time.Time, words string) bool {
	day, named := theirDay(t, m)
	h := understand.Read(words, t.Planning())
	return named && m.Status == meeting.Declined && day == phrase.DateOf(at.In(t.Loc())) && h.When.HasClock && h.When.HasDate() &&
		len(h.When.Options) == 0 && understand.BeginsWithYes(words, t.Planning()) && !strings.ContainsAny(words, "?¿") &&
		!lexicon.Soothes.In(understand.Padded(words)) // "no worries" is for them to read
}

// mostOfTime is how many words of their own words have at most that say no more than a time, and that it suits.
const mostOfTime = 3

// saysBeside reports whether words that put a time forward say something else too, which its change does not tell: "viernes a las 3. y que
// lleve a su hermana".
func saysBeside(t *turn.Turn, words string) bool {
	for i, c := range understand.Clauses(words) {
		if i > 0 && understand.OnlyGreets(c) { // "fri at 4 works for me. hi"
			return true
		}
		if c == strings.Trim(words, " .!?") || c == words { // it is what puts the time forward: "10 at presse?"
			break
		}
		if r := understand.Times(c, t.Planning()); !understand.Timed(r) && len(strings.Fields(c)) >= mostOfTime && understand.OwnWords(c) > 1 &&
			!understand.WishesWell(c) && !lexicon.Agree.In(understand.Padded(c)) {
			return true
		}
	}
	return understand.OwnWords(understand.LeftOver(phrase.WithoutTimes(words, t.Planning()), nil)) > mostOfTime
}

// meetsNext is the day and hour that words to a contact put forward to meet once more, where no one-on-one of the two stands open; nil
// where they name none.
func meetsNext(t *turn.Turn, m world.Meet, words string) (*moment.Said, time.Time) {
	if slices.ContainsFunc(t.Organized(), func(o world.Meet) bool { return o.ContactID == m.ContactID && o.Open() && !o.Begun(t.Now()) }) ||
		m.Status == meeting.Declined && !m.Begun(t.Now()) {
		return nil, time.Time{}
	}
	var said moment.Said
	if !said.Hear(words, understand.Text{}, t.Planning()) || said.Date == "" || said.Clock == "" || len(said.Options) > 0 {
		return nil, time.Time{}
	}
	heard := said
	at, _ := settle.Time(t, &said)
	if !at.After(t.Now()) {
		return nil, time.Time{}
	}
	return &heard, at
}

// agreesToHour reports whether words agree to an hour of the same day or put it forward: "230 is fine".
func agreesToHour(t *turn.Turn, words string, said moment.Said) bool {
	h := understand.Read(words, t.Planning())
	only := understand.SaysThen(words) && understand.OnlyOfHour(phrase.WithoutTimes(words, t.Planning())) // "entonces 5 y media"
	return said.Clock != "" && len(said.Options) == 0 && (h.Reply == understand.Yes || h.Reply == understand.Another || only) &&
		!lexicon.Arrives.In(understand.Padded(words))
}

// mayTake reports whether words for a contact who asks for another time begin with a yes or hold one, so that they may agree to it.
func mayTake(t *turn.Turn, m world.Meet, words string) bool {
	return m.Status == meeting.Proposed && m.Proposal.By == meeting.Contact && !m.Proposal.At.IsZero() &&
		(understand.BeginsWithYes(words, t.Planning()) || understand.AgreesOtherwise(words, t.Planning()))
}
