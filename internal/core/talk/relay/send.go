package relay

import (
	"encoding/json"
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
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// mayBeAnswer asks whether words that came soon after a contact's text are for that contact: they are neither sent nor filed by guess.
func mayBeAnswer(t *turn.Turn) bool {
	r := turn.DecodeRelay(t.Conv().Relay)
	h := t.Heard()
	if takesNumber(t, r) {
		return true
	}
	atReport := t.Conv().Kind == world.ReportTalk
	if r.Contact == uuid.Nil || t.Now().Sub(r.At) > turn.AnswerWindow || h.Digit != 0 || h.Letter != "" ||
		h.Command != understand.None && !(atReport && h.Command == understand.Tell) {
		return false
	}
	if wordless := r.Key == fact.NoWords; t.AsksNow() && (wordless || !atReport) || wordless && !timeAlone(t) {
		return false
	}
	if t.Conv().Kind == world.ProposalTalk && understand.OnlyTime(t.Body(), h.When) { // of the offer that was just made
		return false
	}
	m, ok := t.MeetByID(r.Meeting)
	if ok && atReport && m.OrganizerID == t.Who().ID {
		return answersAtReport(t, m, r)
	}
	if !ok || m.OrganizerID != t.Who().ID || understand.AboutNamed(t.Body(), m.Contact.First()) { // "maria told me she ..." tells of her
		return false
	}
	if _, cancels := understand.ReadCancel(t.Body()); cancels && !m.Begun(t.Now()) { // "ok cancel it, ill call her myself"
		return false
	}
	if !h.Phone.IsZero() && h.Phone != m.Contact.Phone && h.Timed() && h.When.HasClock { // a number, a day and an hour plan with somebody else
		return false
	}
	if waits, there := understand.NotThereYet(t.Body()); (waits || there) && m.Running(t.Now()) { // "ok she made it"
		return false
	}
	if words := forThem(t, m, t.Body()); plainAnswer(t, m, r, words) || soothedAndTold(t, m, r, words) {
		sendWords(t, m, words)
	} else {
		askSend(t, m, words)
	}
	return true
}

// numberFor is how long the number that a contact told is taken by "change it".
const numberFor = 24 * time.Hour

// takesNumber takes the number that the contact who wrote last says is theirs now, where nothing else is asked meanwhile.
func takesNumber(t *turn.Turn, r turn.Relayed) bool {
	if r.Phone == "" || t.Now().Sub(r.At) > numberFor || t.AsksNow() || !understand.TakesNumber(t.Body()) {
		return false
	}
	m, ok := t.MeetByID(r.Meeting)
	return ok && m.OrganizerID == t.Who().ID && t.Happened(fact.RightNumber{Meet: m, Phone: r.Phone})
}

// forThem is what of a text is for the contact to read: what it has them told, where it says so, else all of it.
func forThem(t *turn.Turn, m world.Meet, body string) string {
	said, told := understand.ToldBeside(body, []string{m.Contact.First(), m.Contact.Name})
	brief := told != "" && len(strings.Fields(said)) <= mostYes
	switch {
	case brief && strings.HasSuffix(said, "!") && lexicon.ReactsTo.Lead(strings.ToLower(said)) > 0:
		told = said + " " + told // "que bueno! dile q le escribo el lunes"
	case brief && lexicon.Soothes.Lead(strings.ToLower(said)) > 0:
		told = strings.TrimRight(said, " .,!") + ", " + understand.YoursToThem(understand.ToThem(told)) // "no prob tell her take her time"
	case told != "" && said != "": // "sat at 11, and tell her to bring her lease": the time is for them too
		if _, moves := movesTo(t, m, said); moves {
			told = strings.TrimRight(said, " .,") + ". " + understand.ToThem(told)
		}
	}
	return phrase.OrElse(told, phrase.OrElse(understand.ToldToThem(body), body))
}

// askSend asks whether these words go to the contact.
func askSend(t *turn.Turn, m world.Meet, words string) { askSendTold(t, m, words, false) }

// askSendTold is askSend; told says that the text said for whom they are.
func askSendTold(t *turn.Turn, m world.Meet, words string, told bool) {
	if !turn.MayText(m.Contact) && t.Conv().Kind != world.ReportTalk { // said at once, and not after a yes
		sendWords(t, m, words)
		return
	}
	if goesNow(t, m, words) {
		return
	}
	words = report.Excerpt(understand.ToThem(words), 500)
	first := called(t, m.Contact) // as long as the plan that is open is
	further := t.Say(lang.SendNot)
	data := sendData{Words: words, Told: told}
	if t.Conv().Kind == world.ReportTalk {
		further = t.Say(lang.SendReport)
		data.Report = t.Conv().SubjectID.String()
	}
	if c := t.Conv(); c.Kind == world.ProposalTalk && c.SubjectID == m.ID {
		data.Back, data.BackTo = c.Data, c.Question
	}
	if data.Take = data.BackTo != turn.QPlace && mayTake(t, m, words); data.Take {
		data.Place = placeBeside(t, m, words)
		t.OpenTalk(world.Conversation{Kind: world.SendTalk, SubjectID: m.ID, Question: "send", Data: turn.Encode(data)})
		t.Answer("ask:send", t.Say(lang.SendAndTake, "first", first, "new", thenThere(t, m, m.Proposal.At, data.Place), "words",
			report.Excerpt(words, 80)))
		return
	}
	if at, ok := movesTo(t, m, words); ok && data.Report == "" && ownToMove(m, at) {
		key := lang.SendOrMove
		data.Place = placeBeside(t, m, words)
		if data.Move, data.Along = at, saysBeside(t, words); data.Along {
			key = lang.SendAndMove
		} else if grantsDay(t, m, at, words) {
			t.DropRelay()
			t.CloseTalk()
			nobodyWaits(t, m)
			t.Happened(fact.MoveTo{Meet: m, At: at, Place: data.Place})
			return
		}
		t.OpenTalk(world.Conversation{Kind: world.SendTalk, SubjectID: m.ID, Question: "send", Data: turn.Encode(data)})
		t.Answer("ask:send", t.Say(key, "first", first, "new", thenThere(t, m, at, data.Place), "words", report.Excerpt(words, 80)))
		return
	}
	if next, at := meetsNext(t, m, words); next != nil && data.Report == "" {
		data.Next = next
		t.OpenTalk(world.Conversation{Kind: world.SendTalk, SubjectID: m.ID, Question: "send", Data: turn.Encode(data)})
		t.Answer("ask:send", t.Say(lang.SendOrPlan, "first", first, "new", t.WhenOf(m, at), "words", report.Excerpt(words, 80)))
		return
	}
	if data.Place = placeIn(t, m, words); data.Place != "" && data.Report == "" && m.Status != meeting.Proposed {
		offerPlace(t, m, data)
		return
	}
	data.Place = ""
	t.OpenTalk(world.Conversation{Kind: world.SendTalk, SubjectID: m.ID, Question: "send", Data: turn.Encode(data)})
	t.Answer("ask:send", t.Say(lang.SendAsk, "first", first, "words", report.Excerpt(words, 80), "report", further))
}

// sendData is what the question must remember whether words are for a contact.
type sendData struct {
	Words  string    `json:"words"`
	Report string    `json:"then,omitempty"`  // the report that they may be for instead
	Told   bool      `json:"told,omitempty"`  // they were said to be for the contact, and are not the report's
	Move   time.Time `json:"move,omitzero"`   // the time that they put forward
	Along  bool      `json:"along,omitempty"` // they say more than that, and go with it
	// Next is the time that they put forward to meet once more.
	Next  *moment.Said `json:"next,omitempty"`
	Place string       `json:"place,omitempty"`
	// Back is what the question about another time or place remembers that goes on behind them, BackTo which of the two; Take says that they
	// may agree to the time.
	Back   json.RawMessage `json:"back,omitempty"`
	BackTo string          `json:"backto,omitempty"`
	Take   bool            `json:"take,omitempty"`
}

// withoutYes takes off the yes with which words begin that say more.
func withoutYes(words string) string {
	first, rest, more := strings.Cut(words, " ")
	if more && lexicon.Yes.Has(strings.Trim(lexicon.Plain(strings.ToLower(first)), ",.!")) {
		return strings.TrimSpace(rest)
	}
	return words
}

// mostYes is how many words a yes has that says nothing else: "yes please do".
const mostYes = 4

// sendFor is how long a yes sends words without being asked once more: what comes later may answer something else.
const sendFor = 6 * time.Hour

// moreFor is how long after the question more words join those that are to be sent.
const moreFor = 10 * time.Minute

// inSend takes the answer; false when the text is another matter.
func inSend(t *turn.Turn) turn.Reply {
	data := turn.Data[sendData](t)
	m, ok := t.MeetByID(t.Conv().SubjectID)
	if ok && t.Conv().Question == qWords {
		return hearWords(t, m)
	}
	h := t.Heard()
	said := t.SaidOfTime()
	switch sends := understand.SendsTo(t.Body(), m.Contact.First()); {
	case t.Conv().Question == world.AsksSure:
	case sends && h.Digit == 0:
		said = turn.Yes
	case understand.RefusesToSend(t.Body()):
		said = turn.No
	case said == turn.Yes && len(strings.Fields(t.Body())) > mostYes: // "yeah sat is fine, same place" is for the contact too
		said = turn.SomethingElse
	}
	switch {
	case ok && t.Conv().Question == "send" && t.Conv().Tries > 0 && h.Digit == 0 && said.Agrees() && !understand.SaysSend(t.Body()):
		askSendTold(t, m, data.Words, data.Told) // something else was spoken of meanwhile: "perfecto" may be of that
		return turn.Taken
	case ok && t.Conv().Question == "send" && t.Now().Sub(t.Conv().AskedAt) > sendFor && (said.Agrees() || said == turn.Two):
		t.SayFirst(t.Say(lang.SendOld, "when", when.Echo(t.Tag(), t.Conv().AskedAt.In(t.Loc()), t.Now())))
		askSendTold(t, m, data.Words, data.Told)
		return turn.Taken
	case t.Conv().Question == world.AsksSure && said.Declines(): // what it would have done is not done
		t.FinishWith("help", t.Say(lang.SendDropped))
		return turn.Taken
	case t.Conv().Question == world.AsksSure && ok:
		return asItShouldBe(t, m)
	case t.Conv().Question == world.AsksSure:
		return turn.Closes
	case !ok || h.Command != understand.None:
	case h.Digit == 0 && forAnother(t, m) != uuid.Nil: // "rosa", "no, for jo"
		for _, o := range t.Organized() {
			if o.ContactID == forAnother(t, m) {
				sendWords(t, o, data.Words)
				return turn.Taken
			}
		}
	case said.Agrees() && !data.Move.IsZero():
		t.DropRelay()
		t.CloseTalk()
		nobodyWaits(t, m)
		to := fact.MoveTo{Meet: m, At: data.Move, Place: data.Place}
		if !data.Along {
			t.Happened(to)
			return turn.Taken
		}
		t.First(func() { t.Happened(to) })
		sendWords(t, m, data.Words)
		return turn.Taken
	case said.Agrees() && data.Next != nil:
		t.DropRelay()
		t.CloseTalk()
		t.Happened(fact.AnotherOne{Meet: m, Time: *data.Next, Place: understand.Read(data.Words, t.Planning()).Place})
		return turn.Taken
	case said.Agrees() && data.Place != "" && !data.Take:
		putsPlace(t, m, data.Place)
		return turn.Taken
	case said == turn.Two && (data.Place != "" && !data.Take || !data.Move.IsZero() || data.Next != nil):
		sendWords(t, m, data.Words)
		return turn.Taken
	case said.Agrees() && data.Take:
		if !t.Happened(fact.TakesOffer{Meet: movedTo(m, data.Place)}) {
			return back(t, m, data)
		}
		sendWords(t, m, data.Words)
		return turn.Taken
	case said.Agrees(), said == turn.Two && data.Take:
		sendWords(t, m, data.Words)
		reopen(t, m, data)
		return turn.Taken
	case said == turn.Two && data.Report != "":
		if t.Happened(fact.WordsForReport{Report: data.Report, Words: data.Words}) {
			return turn.Taken
		}
		return turn.Another
	case said.Declines():
		t.DropRelay()
		t.FinishWith("help", t.Say(lang.SendDropped))
		reopen(t, m, data)
		return turn.Taken
	case data.BackTo != "" && back(t, m, data) == turn.Taken:
		return turn.Taken
	case h.Digit == 0 && t.Now().Sub(t.Conv().AskedAt) <= moreFor &&
		(understand.GoesOn(strings.TrimSpace(t.Body())) || h.Reply == understand.Yes || lexicon.MoreTold.Lead(t.Body()) > 0):
		// more of the same words: "q si puede el martes"
		more := strings.TrimSpace(t.Body()[lexicon.MoreTold.Lead(t.Body()):])
		if h.Reply == understand.Yes {
			more = withoutYes(more)
		}
		askSendTold(t, m, strings.TrimRight(data.Words, " .")+". "+forThem(t, m, more), data.Told)
		return turn.Taken
	case wroteSince(t, m, data):
		return turn.Taken
	}
	if data.Report != "" && t.Conv().Question == "send" {
		return goesOnReporting(t, data)
	}
	return turn.Closes
}

// lapse says that words which waited for a yes are not sent, where another matter takes the place of the question.
func lapse(t *turn.Turn, _ fact.WordsLapse) {
	data := turn.Data[sendData](t)
	if m, ok := t.MeetByID(t.Conv().SubjectID); ok && t.Conv().Kind == world.SendTalk && t.Conv().Question == "send" && data.Words != "" &&
		!understand.OnlyThanks(t.Body()) {
		t.SayFirst(t.Say(lang.SendLapsed, "first", m.Contact.First(), "words", report.Excerpt(data.Words, 60)))
	}
}

// reopen has the question about another time or place go on behind words that were sent.
func reopen(t *turn.Turn, m world.Meet, data sendData) {
	if data.BackTo != "" && (m.Status == meeting.Proposed || data.BackTo != "proposal") {
		t.OpenTalk(world.Conversation{
			Kind: world.ProposalTalk, SubjectID: m.ID, PersonID: m.OrganizerID, Question: data.BackTo, Data: data.Back,
		})
	}
}

// mostNaming is how many words a text has that says no more than for whom words are.
const mostNaming = 5

// forAnother is the one contact, other than who was asked about, whom a text names that says nothing else.
func forAnother(t *turn.Turn, m world.Meet) uuid.UUID {
	body := understand.Padded(t.Body())
	found := uuid.Nil
	if len(strings.Fields(body)) > mostNaming || strings.Contains(t.Body(), "?") {
		return found
	}
	for _, o := range t.Organized() {
		if o.ContactID == m.ContactID || !turn.Names(body, o.Contact.First()) {
			continue
		}
		if left := understand.LeftOver(t.Body(), strings.Fields(o.Contact.Name+" "+m.Contact.Name)); found != uuid.Nil && found != o.ContactID ||
			left != "" {
			return uuid.Nil
		}
		found = o.ContactID
	}
	return found
}
