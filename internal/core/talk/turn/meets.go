package turn

import (
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// unreportedFor is how long a one-on-one that is over can still be spoken of as one whose outcome is open.
const unreportedFor = 14 * 24 * time.Hour

// Unreported lists the speaker's one-on-ones that have begun and of which nobody has filed a report, newest first.
func (t *Turn) Unreported() []world.Meet {
	var out []world.Meet
	for _, m := range t.w.Meetings {
		if m.OrganizerID != t.who.ID || !m.Begun(t.now) || t.now.Sub(m.Ends()) > unreportedFor {
			continue
		}
		if m.Status == meeting.Planned || m.Status == meeting.Confirmed || m.Status == meeting.Held {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(a, b world.Meet) int { return b.StartsAt.Compare(a.StartsAt) })
	return out
}

// BaseOf is the day of a one-on-one that is moved, in the speaker's zone.
func (t *Turn) BaseOf(m world.Meet) string { return phrase.DateOf(m.StartsAt.In(t.loc)) }

// PlansByItself reports whether a text without a command plans a one-on-one: somebody, and a day or an hour to come.
func (t *Turn) PlansByItself() bool {
	h := t.w.Heard
	told, _ := understand.ToldNow(t.Body())
	long := understand.IsStory(t.Body()) && h.Phone.IsZero() && // however long: with whom, the day and the hour
		(told || understand.OutcomeIn(t.Body()) != understand.NoOutcome || !h.When.HasDate() || !h.When.HasClock)
	within, other := phrase.NamedWithin(t.Body(), t.w.Contacts), h.Reply == understand.Another
	if h.Command != understand.None || h.Digit != 0 || h.Reply != understand.NoReply && (!other || within == "") || long {
		return false
	}
	r := understand.Times(t.in.Inbound.Body.Text(), t.Planning())
	if h.Person == "" && t.LeadingContact() == "" && within == "" || !r.HasDate() && !r.HasClock && len(r.Options) == 0 {
		return false
	}
	today := when.DateOf(t.now.In(t.loc))
	return !r.HasDate() || r.Date.Compare(today) >= 0
}

// IsMine reports whether the one-on-one is with one of this phone's contacts.
func (t *Turn) IsMine(m world.Meet) bool {
	return slices.ContainsFunc(t.w.People, func(p person.Person) bool { return p.ID == m.ContactID })
}

// TellAfter puts a text to another phone behind what the same decision plans for that phone at once: its consent, its record.
const TellAfter = 2 * time.Millisecond

// MeetByID finds a one-on-one in the world.
func (t *Turn) MeetByID(id uuid.UUID) (world.Meet, bool) {
	for _, m := range t.w.Meetings {
		if m.ID == id {
			return m, true
		}
	}
	return world.Meet{}, false
}

// Organized lists the one-on-ones that the speaker organizes and that are still to come or to be agreed upon.
func (t *Turn) Organized() []world.Meet {
	var out []world.Meet
	for _, m := range t.w.Meetings {
		if m.OrganizerID == t.who.ID && (m.Open() || m.Status == meeting.Declined) && (m.Status == meeting.Proposed || m.Ends().After(t.now)) {
			out = append(out, m)
		}
	}
	return out
}

// SubjectOf is a one-on-one as texts, plans and the timeline are about it; reminders die when its rev has moved on.
func SubjectOf(m meeting.Meeting) change.Subject {
	return change.Subject{Kind: change.MeetingSubj, ID: m.ID, Version: m.Rev}
}

// Loose is the subject of what stays true whatever becomes of the one-on-one: somebody's own words.
func Loose(m meeting.Meeting) change.Subject {
	return change.Subject{Kind: change.MeetingSubj, ID: m.ID}
}

// WhenOf writes a time of a one-on-one as its reader knows it; the zone is named when the two sides differ then.
func (t *Turn) WhenOf(m world.Meet, at time.Time) string {
	s := when.Echo(t.tag, at.In(t.loc), t.now)
	return s + t.ZoneMark(m, at)
}

// ZoneMark names the zone of a time when the two sides of a one-on-one differ then.
func (t *Turn) ZoneMark(m world.Meet, at time.Time) string {
	_, a := at.In(m.Organizer.Location(t.w.Org.Zone)).Zone()
	_, b := at.In(m.Contact.Location(t.w.Org.Zone)).Zone()
	if a == b || m.Contact.ID == uuid.Nil {
		return ""
	}
	return " " + at.In(t.loc).Format("MST")
}

// PlaceOf writes the place of a one-on-one behind its time.
func (t *Turn) PlaceOf(m world.Meet) string {
	if m.Place == "" {
		return ""
	}
	return t.Say(lang.AtPlace, "place", t.PlaceRead(m))
}

// PlaceRead writes the place of a one-on-one as its reader calls it: "Maria's house" is Maria's own.
func (t *Turn) PlaceRead(m world.Meet) string {
	if t.who.ID == m.ContactID && t.tag == lang.English {
		if before, what := understand.OwnPlace(m.Place, m.Contact.First()); what != "" {
			return before + t.Say(lang.PlaceOwn, "place", what)
		}
	}
	return m.Place
}

// SayMeet renders a text about a one-on-one. In private, what goes to the contact names no organization, place or surname.
func (t *Turn) SayMeet(k lang.Key, m world.Meet, more ...string) string {
	ask := []string{
		"first", m.Contact.First(), "who", m.Contact.Name, "phone", t.Number(m.Contact), "org", t.w.Org.Name, "organizer", m.Organizer.Name,
		"ofirst", m.Organizer.First(), "when", t.WhenOf(m, m.StartsAt), "place", t.PlaceOf(m), "minutes", phrase.Decimal(m.Minutes),
	}
	if p, ok := privateKey(k); ok && m.Private && t.who.ID == m.ContactID {
		k = p
		return t.Say(k, slices.Concat(more, []string{"first", "", "org", "", "organizer", m.Organizer.First(), "place", ""}, ask)...)
	}
	return t.Say(k, slices.Concat(more, ask)...)
}

// privateKey names what is said in private instead.
func privateKey(k lang.Key) (lang.Key, bool) {
	switch k {
	case lang.TwoDaysAsk, lang.DayOfAsk, lang.OldTimeAsk, lang.YesAfterChange, lang.ChangedAsk:
		return lang.PrivateAsk, true
	case lang.TwoDaysTell, lang.DayOfTell, lang.DayOfTellNoPlace, lang.SettledTell, lang.YesAnswer:
		return lang.PrivateTell, true
	case lang.CounterAsk:
		return lang.PrivateCounter, true
	case lang.CalledOffTell:
		return lang.PrivateOff, true
	case lang.ChangedPlace, lang.ChangedPlacePhone:
		return lang.PrivateTell, true
	case lang.ToldText:
		return lang.PrivateTold, true
	case lang.CallYou:
		return lang.PrivateCall, true
	}
	return "", false
}

// Number writes the number on which somebody is called, or that there is none.
func (t *Turn) Number(p person.Person) string {
	at := p.Called()
	if at.IsZero() {
		return t.Say(lang.NoNumber)
	}
	return at.Display()
}

// NoTexts says why a contact gets no texts from us, "" when texts may go.
func NoTexts(p person.Person) lang.Key {
	switch {
	case p.Phone.IsZero():
		return lang.WhyNoPhone
	case p.Consent == person.ConsentNo, p.Consent == person.ConsentDoubtful:
		return lang.WhyOptedOut
	case p.ReachBad:
		return lang.WhyUnreached
	case person.Way(p.BestWay) == person.ByCall:
		return lang.WhyCalls
	}
	return ""
}

// MayText reports whether a contact has agreed to texts and can be reached by them.
func MayText(p person.Person) bool { return NoTexts(p) == "" && p.Consent == person.ConsentYes }

// SaveMeet writes a one-on-one after a transition, with a line of its history.
func (t *Turn) SaveMeet(m world.Meet, what change.Fact, words string) {
	t.slipMeet(m)
	t.set.Add(change.SaveMeeting{Meeting: m.Meeting, At: t.now})
	t.Note(Loose(m.Meeting), what, words)
	for i := range t.w.Meetings { // what follows in this decision sees it as it now is
		if t.w.Meetings[i].ID == m.ID {
			t.w.Meetings[i] = m
			return
		}
	}
	t.w.Meetings = append(slices.Clone(t.w.Meetings), m)
	slices.SortStableFunc(t.w.Meetings, func(a, b world.Meet) int { return a.StartsAt.Compare(b.StartsAt) })
}

// ToldOf says what the contact hears of a change, and when: what the organizer reads behind it.
func (t *Turn) ToldOf(m world.Meet, heard bool) string {
	f := []string{"first", m.Contact.First(), "phone", t.Number(m.Contact)}
	switch {
	case !MayText(m.Contact) || !reminder.May(t.w.Org.Sending, m.Contact.Works()):
		return t.Say(lang.NotTold, f...)
	case !heard:
		return t.Say(lang.NotYetTold, f...)
	}
	at := t.w.Org.Hours.Reach(m.Contact, t.now, t.w.Org.Zone)
	switch {
	case !at.After(t.now):
		return t.Say(lang.ToldContact, f...)
	case !m.StartsAt.IsZero() && !at.Before(m.StartsAt):
		return t.Say(lang.NotToldNow, f...)
	}
	return t.Say(lang.ToldLater, append(f, "when", when.Echo(t.tag, at.In(t.loc), t.now))...)
}

// NameOf finds which of the one-on-ones words begin with: a letter of the newest list, a whole or first name, else nothing. It returns what
// the words say further.
func (t *Turn) NameOf(words string, pool []world.Meet) (hits []world.Meet, rest string) {
	words = strings.TrimSpace(words)
	word, after, _ := strings.Cut(words, " ")
	leads := word != strings.ToUpper(word) && slices.ContainsFunc(pool, func(m world.Meet) bool { // "a rosa que ...": no letter
		return phrase.LeadingName(after, m.Contact.First()) > 0
	})
	if l := strings.ToUpper(strings.Trim(word, ".):,")); !leads && len(l) == 1 && l >= "A" && l <= "Z" {
		for _, it := range DecodeList(t.conv.List) {
			if it.Letter == l && it.Kind == string(change.MeetingSubj) {
				if m, ok := t.MeetByID(it.ID); ok {
					return []world.Meet{m}, strings.TrimSpace(after)
				}
			}
		}
	}
	for n := lexicon.PersonLeads.Lead(words); n > 0 && n < len(words); n = lexicon.PersonLeads.Lead(words) {
		words = words[n:]
	}
	best := 0
	for _, m := range pool {
		for _, name := range []string{m.Contact.Name, m.Contact.First(), person.FirstName(m.Contact.Name)} {
			n := phrase.LeadingName(words, name)
			if n == 0 || n < best {
				continue
			}
			if n > best {
				hits, best = nil, n
			}
			if !slices.ContainsFunc(hits, func(o world.Meet) bool { return o.ID == m.ID }) {
				hits = append(hits, m)
			}
		}
	}
	return hits, strings.TrimLeft(words[best:], " ,.:-")
}

// What names a one-on-one in an answer to its organizer: "Maria Lopez, Thu Dec 3, 3 PM, Cafe Presse".
func (t *Turn) What(m world.Meet) string { return t.SayMeet(lang.MeetingLine, m) }

// DueMeet is the one-on-one that a due row is about; when it has changed since the row was planned, the row ends here.
func (t *Turn) DueMeet() (world.Meet, bool) {
	m, ok := t.MeetByID(t.in.Due.SubjectID)
	if !ok || t.in.Due.Subject.Version != m.Rev {
		t.End(change.PlanSuperseded, "the one-on-one has changed since", uuid.Nil)
		return world.Meet{}, false
	}
	t.about = SubjectOf(m.Meeting)
	return m, true
}

// DueAnyMeet is the same for rows of which some stand whatever becomes of the one-on-one.
func (t *Turn) DueAnyMeet() (world.Meet, bool) {
	m, ok := t.MeetByID(t.in.Due.SubjectID)
	if v := t.in.Due.Subject.Version; !ok || v > 0 && v != m.Rev {
		t.End(change.PlanSuperseded, "the one-on-one has changed since", uuid.Nil)
		return world.Meet{}, false
	}
	return m, true
}

// Late reports whether a one-on-one is over, and its report or its outcome is missing.
func (t *Turn) Late(m world.Meet) bool {
	return m.Begun(t.now) && (m.Status == meeting.Held || m.Open()) && t.now.After(m.Ends())
}

// QPlace asks an organizer about the place that a contact asks for.
const QPlace = "place"

// QSaved is the question that asks nothing: changes to what was just saved are still heard.
const QSaved = "saved"

// QHeld is the question that asks nothing: another wording of a thank-you that was held is still heard.
const QHeld = "held"

// AsksNow reports whether a question waits for an answer.
func (t *Turn) AsksNow() bool { return Asks(t.conv) }

// Asks reports whether a conversation waits for an answer.
func Asks(c world.Conversation) bool {
	return c.Kind != "" && c.Question != QSaved && c.Question != QHeld
}

// LeadingContact is a text that begins with the name of one of the speaker's contacts in small letters, with the name as it is written:
// "maria thurs 3p" is "Maria Lopez thurs 3p". "" when it does not.
func (t *Turn) LeadingContact() string {
	body := strings.TrimSpace(t.in.Inbound.Body.Text())
	best, name := 0, ""
	for _, c := range t.w.Contacts {
		for _, s := range []string{c.Name, c.First()} {
			if n := phrase.LeadingName(body, s); n > best && t.w.Heard.Person == "" {
				best, name = n, c.Name
			}
		}
	}
	if best == 0 {
		return ""
	}
	return name + body[best:]
}

// Nearer orders one-on-ones by how near to now they are.
func Nearer(a, b world.Meet, now time.Time) int {
	x, y := a.StartsAt.Sub(now).Abs(), b.StartsAt.Sub(now).Abs()
	switch {
	case x < y:
		return -1
	case x > y:
		return 1
	}
	return 0
}
