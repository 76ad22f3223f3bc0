package plan

import (
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/fold"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/plan/hours"
	"github.com/reportback/reportback/internal/core/talk/plan/spoken"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// planData is a one-on-one being planned: what has been said of it so far. It lives in the conversation, and in the row that saves it when
// nobody goes on.
type planData struct {
	ID       uuid.UUID   `json:"id"`
	Contact  uuid.UUID   `json:"contact"`
	Name     string      `json:"name,omitempty"`
	Phone    string      `json:"phone,omitempty"` // E.164
	NoPhone  bool        `json:"no_phone,omitempty"`
	Numbers  []string    `json:"numbers,omitempty"` // between which to choose
	Bad      string      `json:"bad,omitempty"`     // what was written in place of one, and can be none
	Time     moment.Said `json:"time"`
	Place    string      `json:"place,omitempty"`
	PlaceSet bool        `json:"place_set,omitempty"`
	Chooses  bool        `json:"chooses,omitempty"`
	Minutes  int         `json:"minutes"`
	Lang     lang.Tag    `json:"lang,omitempty"`
	Calls    bool        `json:"calls,omitempty"` // the contact wants calls, no texts
	Hours    when.Window `json:"hours,omitzero"`  // in which alone the contact wants texts
	Private  bool        `json:"private,omitempty"`
	Agreed   bool        `json:"agreed,omitempty"`  // the contact is said to be fine with texts
	Options  []string    `json:"options,omitempty"` // contacts between which to choose
	Tries    int         `json:"tries,omitempty"`
	Note     string      `json:"note,omitempty"`
	Email    string      `json:"email,omitempty"`
	Rest     []string    `json:"rest,omitempty"`   // further one-on-ones of the same text, taken in turn
	Kept     []planData  `json:"kept,omitempty"`   // plans that this one came between, taken up after it
	Spoken   lang.Tag    `json:"spoken,omitempty"` // the language in which it was planned, where that was plain
	Saved    bool        `json:"saved,omitempty"`
	Silent   bool        `json:"-"`              // nobody said to save it: its contact hears nothing of it
	Next     bool        `json:"next,omitempty"` // it follows another: what is asked says of whom
}

// The questions of a plan.
const (
	qWho     = "who"
	qPhone   = "phone"
	qWhen    = "when"
	qWhere   = "where"
	qConsent = "consent" // the echo, with the one question about texts
	qPlan    = "plan"    // the echo alone
)

// planTimeout is how long an unanswered plan waits before it is saved without texts.
const planTimeout = 30 * time.Minute

// meetWord begins to plan what stands behind MEET: whatever it holds is not asked again.
func meetWord(t *turn.Turn) { startPlan(t, t.Heard().Arg) }

func startPlan(t *turn.Turn, words string) { beginPlan(t, words, "") }

// beginPlan begins a plan; what was told beside it is kept as a note.
func beginPlan(t *turn.Turn, words, told string) {
	in, words, said := hours.Take(t, understand.WithoutOwnName(spoken.FromForm(words), t.Who().First()))
	words, calls := spoken.WithoutStop(words)
	if m, ok := justChanged(t); ok {
		words = spoken.OnSameDay(words, t.BaseOf(m), t.Planning())
	}
	pieces := spoken.PlansIn(words, t.Planning())
	p := planData{ID: t.NewID(), Minutes: meeting.DefaultMinutes, Rest: pieces[1:], Spoken: t.Heard().Lang, Next: len(pieces) > 1}
	p.Calls, p.Hours, p.Note = calls, in, said
	absorbPlan(t, &p, spoken.Named(pieces[0], t.Planning()))
	first := ""
	if told != "" {
		p.Note = report.Excerpt(phrase.Join(p.Note, told), 600)
		first = t.Say(lang.PlanKept, "words", report.Excerpt(told, 60))
	}
	if along := spoken.Companion(pieces[0], t.Planning()); along != "" {
		p.Note = report.Excerpt(phrase.Join(p.Note, along), 600)
		first = t.Say(lang.PlanKept, "words", along)
	}
	if understand.NumberOfAnother(pieces[0], p.Name) && first == "" { // "and then her sister tina 206-555-0189"
		whose := understand.WithNumberOf(pieces[0])
		p.Note = report.Excerpt(phrase.Join(p.Note, whose), 600)
		first = t.Say(lang.PlanKept, "words", report.Excerpt(whose, 60))
	} else if left := leftOfPlan(t, p, pieces[0]); first == "" && left != "" { // "he speaks vietnamese so linh will translate"
		p.Note = report.Excerpt(phrase.Join(p.Note, left), 600)
		first = t.Say(lang.PlanKept, "words", report.Excerpt(left, 60))
	}
	if names := spoken.NamesOf(p.Rest, t.Planning()); names != "" &&
		slices.ContainsFunc(steps(), func(s step) bool { return s.missing(t, &p) }) {
		first = phrase.Join(first, t.Say(lang.PlanInTurn, "list", names))
	}
	nextOfPlan(t, p, first)
}

// leftOfPlan is what a text that plans says beside all that was taken of it: it is kept, and said so.
func leftOfPlan(t *turn.Turn, p planData, words string) string {
	taken := append(strings.Fields(p.Name), p.Place, t.Who().First(), t.Heard().Place, t.Heard().Email)
	left := phrase.OrElse(understand.LeftOfPlan(phrase.WithoutTimes(understand.AsMeant(words), t.Planning()), taken), understand.Tale(words))
	if strings.Contains(p.Note, left) { // it is kept already
		return ""
	}
	return left
}

// planPerson takes who is met: a contact we know, one of several to choose from, or somebody new.
func planPerson(t *turn.Turn, p *planData, name string) {
	if p.Name != "" && ofStaff(t, name, p.Name) {
		return
	}
	if p.Name != "" && !spoken.SameName(p.Name, name) { // somebody else: a number that was said of the one before is not theirs
		p.Phone, p.Email = "", ""
	}
	p.Name, p.Contact, p.Options = report.Excerpt(name, 120), uuid.Nil, nil
	hits := slices.DeleteFunc(t.Named(name), func(c person.Person) bool { // "maria, not lopez the other one"
		last := strings.Fields(c.Name)
		return len(last) > 1 && understand.NotThem(t.Body(), last[len(last)-1])
	})
	switch len(hits) {
	case 0:
	case 1:
		planContact(p, hits[0])
	default:
		for i, c := range hits {
			if i < 9 {
				p.Options = append(p.Options, c.ID.String())
			}
		}
	}
}

func planContact(p *planData, c person.Person) {
	p.Contact, p.Name, p.Options = c.ID, c.Name, nil
	if p.Phone == "" {
		p.Phone = c.Phone.E164()
	}
}

// planPhone takes the contact's number; the organizer's own and the service's are slips of a thumb.
func planPhone(t *turn.Turn, p *planData, ph sms.Phone) {
	if ph == t.Phone().Phone || ph == t.Org().Number {
		return
	}
	p.Phone, p.NoPhone, p.Numbers = ph.E164(), false, nil
	if p.Name == "" || p.Contact != uuid.Nil {
		return
	}
	for _, c := range t.Contacts() {
		if c.Phone == ph && fold.Same(c.First(), person.FirstName(p.Name)) &&
			(c.OrganizerID == t.Who().ID || fold.Same(c.Name, p.Name)) { // another organizer's is hers only by the whole name
			planContact(p, c)
		}
	}
}

// wrongFor reports whether the number was said not to be this person's.
func wrongFor(t *turn.Turn, p planData) bool {
	for _, w := range t.Wrong() {
		if w.Phone.E164() == p.Phone && w.Name == fold.Fold(p.Name) {
			return true
		}
	}
	return false
}

// sameMeet finds an open one-on-one with the same contact at the same time: said twice, it is not doubled.
func sameMeet(t *turn.Turn, p planData, at time.Time) (world.Meet, bool) {
	for _, m := range t.Organized() {
		if m.ID != p.ID && m.Open() && p.Contact != uuid.Nil && m.ContactID == p.Contact && m.StartsAt.Equal(at) {
			return m, true
		}
	}
	return world.Meet{}, false
}

func planFacts(t *turn.Turn, p planData, at time.Time) string {
	m := world.Meet{Meeting: meeting.Meeting{StartsAt: at, Place: p.Place, Minutes: p.Minutes}, Organizer: t.Who(), Contact: planned(t, p)}
	place, phone, extra := t.PlaceOf(m), "", ""
	if p.Chooses {
		place = t.Say(lang.FactChooses, "first", m.Contact.First())
	}
	if ph := m.Contact.Phone; !ph.IsZero() {
		phone = ", " + ph.Display()
	}
	if p.Private {
		extra += t.Say(lang.FactPrivate)
	}
	tag := p.Lang
	if tag == t.Tag() {
		tag = ""
	}
	if p.Lang == "" && m.Contact.Language != "" && m.Contact.Language == assumedLanguage(t, p) && m.Contact.Version == 0 { // which nobody said
		tag = m.Contact.Language
	}
	if l := m.Contact.Language; p.Lang == "" && l != "" && l != t.Tag() && othersRecord(t, p) { // which the organizer cannot know
		tag = l
	}
	switch {
	case tag == lang.Spanish:
		extra += t.Say(lang.FactSpanish)
	case tag != "":
		extra += t.Say(lang.FactEnglish)
	}
	extra += hours.Fact(t, p.Hours) + alsoWith(t, p)
	holiday := ""
	if h := when.Holiday(t.Tag(), when.DateOf(at.In(t.Loc()))); h != "" {
		holiday = t.Say(lang.FactHoliday, "holiday", h)
	}
	return t.Say(lang.PlanFacts, "who", p.Name, "phone", phone, "when", t.WhenOf(m, at)+holiday, "place", place, "minutes",
		phrase.Decimal(p.Minutes), "extra", extra)
}

// alsoWith names another one-on-one that is planned with the same contact.
func alsoWith(t *turn.Turn, p planData) string {
	for _, o := range t.Organized() {
		if p.Contact != uuid.Nil && o.ContactID == p.Contact && o.ID != p.ID && o.Open() {
			return t.Say(lang.FactAlso, "first", o.Contact.First(), "when", t.WhenOf(o, o.StartsAt))
		}
	}
	return ""
}

// planned is the contact as the plan has them: the record that is there with what the plan changes, or somebody new.
func planned(t *turn.Turn, p planData) person.Person {
	c := person.Person{ID: p.Contact, Name: p.Name, Roles: []person.Role{person.Contact}, OrganizerID: t.Who().ID}
	for _, o := range knownContacts(t) {
		if o.ID == p.Contact && p.Contact != uuid.Nil {
			c = o
			if anothers(t, o) && o.Consent == person.ConsentYes {
				c.Consent = person.ConsentUnknown // what they agreed upon with the other is not ours to know
			}
		}
	}
	if ph, err := sms.PhoneFromE164(p.Phone); err == nil && ph != c.Phone {
		c.Phone, c.PhoneID, c.Consent, c.ReachBad = ph, 0, person.ConsentUnknown, false
		for _, o := range knownContacts(t) { // another contact has this number: its consent is the phone's
			if o.Phone == ph && !anothers(t, o) {
				c.PhoneID, c.Consent, c.ReachBad = o.PhoneID, o.Consent, o.ReachBad
			}
		}
		for _, o := range t.Closed() { // whoever's it is: nothing goes there
			if o.Phone == ph {
				c.Consent, c.ReachBad = o.Consent, o.ReachBad
			}
		}
	}
	if p.NoPhone {
		c.Phone, c.PhoneID = sms.Phone{}, 0
	}
	switch spoken := assumedLanguage(t, p); {
	case p.Lang != "":
		c.Language = p.Lang
	case c.Language == "" && spoken != "":
		c.Language = spoken
	}
	if p.Email != "" {
		c.Email = p.Email
	}
	if p.Calls {
		c.BestWay = person.ByCall
	}
	if c.Zone == "" && !c.Phone.IsZero() {
		if z := c.Phone.Zones(); len(z) == 1 {
			c.Zone = z[0]
		}
	}
	return c
}

// askPlan asks a question of the plan and plans what happens when nobody goes on.
func askPlan(t *turn.Turn, p planData, q, first, question string) {
	t.OpenTalk(world.Conversation{Kind: world.PlanTalk, SubjectID: p.ID, Question: q, Data: turn.Encode(p)})
	waits(t, p)
	t.Answer("ask:"+q, first, question)
}

// waits saves a plan by itself when its time is up.
func waits(t *turn.Turn, p planData) {
	at := t.Now().Add(planTimeout)
	t.Add(change.Plan{
		ID: t.NewID(), PhoneID: t.Phone().ID, PersonID: t.Who().ID, Subject: change.Subject{Kind: change.MeetingSubj, ID: p.ID},
		Rule:       reminder.PlanTimeoutRule,
		Occurrence: "1", DueAt: at, Reason: "a plan is not answered", Data: turn.Encode(p), Move: true,
	})
}

// finishPlan closes a plan with an answer, and goes on with the next one-on-one of the same text.
func finishPlan(t *turn.Turn, p planData, text string) {
	t.Add(change.CancelPlans{Subject: change.Subject{Kind: change.MeetingSubj, ID: p.ID}, Rule: reminder.PlanTimeoutRule, Reason: "answered"})
	if len(p.Rest) > 0 {
		next := planData{ID: t.NewID(), Minutes: meeting.DefaultMinutes, Rest: p.Rest[1:], Kept: p.Kept, Spoken: p.Spoken, Next: true}
		absorbPlan(t, &next, spoken.Named(p.Rest[0], t.Planning()))
		nextOfPlan(t, next, text+t.Say(lang.SavedNext))
		return
	}
	if len(p.Kept) > 0 {
		next := p.Kept[0]
		next.Kept, next.Next = p.Kept[1:], next.PlaceSet
		text += t.Say(lang.SavedNext)
		if !next.PlaceSet && next.Name != "" { // what is asked then does not say with whom
			text += next.Name + "."
		}
		nextOfPlan(t, next, text)
		return
	}
	t.CloseTalk()
	t.FinishWith("saved", text)
}

// goesOn asks again what a plan asked, behind what was done beside it.
func goesOn(t *turn.Turn, f fact.PlanWaits) bool {
	p := turn.Data[planData](t)
	if _, saved := t.MeetByID(p.ID); saved || p.ID == uuid.Nil {
		return false
	}
	nextOfPlan(t, p, phrase.Join(f.Words...))
	return true
}
