package consent

import (
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/choose"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// thenNoTexts is what a choice is for that says who wants no texts.
const thenNoTexts = "no_texts"

// mine lists whose organizer the speaker is, each once, those whose one-on-one is nearest first.
func mine(t *turn.Turn) []world.Meet {
	var out []world.Meet
	for _, m := range t.Meetings() {
		if m.OrganizerID == t.Who().ID && m.ContactID != uuid.Nil {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(a, b world.Meet) int { return turn.Nearer(a, b, t.Now()) })
	seen := map[uuid.UUID]bool{}
	return slices.DeleteFunc(out, func(m world.Meet) bool {
		was := seen[m.ContactID]
		seen[m.ContactID] = true
		return was
	})
}

// contactNames are the names by which an organizer may speak of their contacts.
func contactNames(t *turn.Turn) []string {
	var out []string
	for _, m := range mine(t) {
		out = append(out, m.Contact.Name, m.Contact.First(), person.FirstName(m.Contact.Name))
	}
	for _, c := range t.Contacts() {
		out = append(out, c.Name, c.First())
	}
	return out
}

// forSomebody reports whether what an organizer writes about texts is about a contact, and not about themselves.
func forSomebody(t *turn.Turn) bool {
	if !t.Who().Works() {
		return false
	}
	names := contactNames(t)
	if t.Conv().Kind == world.ThanksTalk && t.AsksNow() && understand.SaysNothingSent(t.Body()) { // of the thank-you alone
		return false
	}
	if _, holds := understand.HoldForThem(t.Body(), names, t.Planning()); holds {
		return true
	}
	return understand.StopsForOther(t.Body(), names) || understand.NoMoreTexts(t.Body(), names)
}

// noTexts takes an organizer's word that a contact wants no texts: their consent ends, and the organizer's own texts go on. What else the
// text says is still heard, where an outcome or a report is asked for.
func noTexts(t *turn.Turn) bool {
	if t.Heard().Command == understand.Tell {
		return false
	}
	if k := t.Conv().Kind; (k == world.HowTalk || k == world.MissedTalk) && understand.ReachesOut(t.Body()) { // of what would be sent now
		return false
	}
	loose, _ := understand.LooseCommand(t.Body())
	if understand.CancelsUntold(t.Body()) { // of that alone
		return false
	}
	if plansWhole(t) || hoursBesideReport(t) { // the plan that is made in the same breath says it, or the report
		return false
	}
	if goneTold(t) || leavesIt(t) || hoursOfThem(t) || holdsTexts(t) || remindsNot(t) || loose != understand.Note && wantsCalls(t) ||
		lossTold(t) || textsFine(t) {
		return true
	}
	h := t.Heard()
	plans := h.Command == understand.Meet || h.Person != "" && (!h.Phone.IsZero() || t.PlansByItself())
	if !forSomebody(t) || plans && h.When.HasDate() {
		return false
	}
	if t.Happened(fact.NoTextsSaid{}) { // of whoever is being planned with
		return true
	}
	switch hits := whoseStop(t); {
	case len(hits) == 0:
		t.Answer("help", t.Say(lang.NoTextsWho))
	case len(hits) > 1:
		choose.Meet(t, hits, thenNoTexts, t.Body())
	case understand.NoNeedToText(t.Body()) && comesToo(t, hits[0].Contact, ""): // "she confirmed already no need to text her"
	default:
		return endTexts(t, hits[0].Contact)
	}
	return true
}

// plansWhole reports whether a text plans a one-on-one whatever it says of texts besides: the day, the hour, and a number and a place or
// the word for it, or somebody with whom none stands.
func plansWhole(t *turn.Turn) bool {
	h := t.Heard()
	return (h.When.HasDate() && h.When.HasClock || len(h.When.Options) > 0) &&
		(h.Command == understand.Meet || !h.Phone.IsZero() && h.Place != "" || t.PlansByItself() &&
			!slices.ContainsFunc(t.Organized(), func(m world.Meet) bool { return turn.Names(understand.Padded(t.Body()), m.Contact.First()) }))
}

// whoseStop finds of whom a text speaks: whoever it names, else whom the open question is about, else the only one of late.
func whoseStop(t *turn.Turn) []world.Meet {
	low := " " + understand.Padded(t.Body()) + " "
	var named []world.Meet
	pool := mine(t)
	for _, c := range t.Contacts() {
		if !slices.ContainsFunc(pool, func(m world.Meet) bool { return m.ContactID == c.ID }) {
			m := world.Meet{Organizer: t.Who(), Contact: c}
			m.ContactID = c.ID
			pool = append(pool, m)
		}
	}
	for _, m := range pool {
		whole := strings.Contains(low, understand.Padded(m.Contact.Name))
		if whole {
			return []world.Meet{m}
		}
		if first := strings.TrimSpace(understand.Padded(m.Contact.First())); strings.Contains(low, " "+first+" ") ||
			strings.Contains(low, " "+first+"s ") || strings.Contains(low, " "+first+"'s ") {
			named = append(named, m)
		}
	}
	if first, _, _ := strings.Cut(strings.TrimSpace(low), " "); len(named) > 0 || lexicon.FirstNames.Has(first) {
		return named // or somebody whom we do not know
	}
	for _, m := range pool {
		if asksAbout(t, m) {
			return []world.Meet{m}
		}
	}
	for _, m := range pool { // whose words came last
		if r := turn.DecodeRelay(t.Conv().Relay); r.Contact == m.ContactID {
			return []world.Meet{m}
		}
	}
	return pool[:min(len(pool), 9)]
}

// asksAbout reports whether the open question is about a contact.
func asksAbout(t *turn.Turn, m world.Meet) bool {
	if t.Conv().Kind == world.ReportTalk {
		return slices.ContainsFunc(t.Drafts(), func(dr report.Draft) bool { return dr.ID == t.Conv().SubjectID && dr.ContactID == m.ContactID })
	}
	o, ok := t.MeetByID(t.Conv().SubjectID)
	return ok && o.ContactID == m.ContactID
}

// endTexts ends the texts to a contact. It reports whether nothing else is left to hear in the text.
func endTexts(t *turn.Turn, c person.Person) bool {
	said := t.Say(lang.NoTextsNow, "first", c.First(), "phone", t.Number(c))
	if c.Consent == person.ConsentNo {
		said = t.Say(lang.NoTextsAlready, "first", c.First(), "phone", t.Number(c))
	} else {
		withdraw(t, c)
	}
	if m, ok := meetWith(t, c); ok && len(strings.Fields(t.Body())) > bareWish { // whatever else it says is kept
		t.Add(change.AddNote{
			ID: t.NewID(), AuthorID: t.Who().ID, MeetingID: m.ID, PersonID: c.ID, Kind: change.NoteWords, Words: turn.Bounded(t.Body()),
			At: t.Now(),
		})
	}
	t.SetOutcome("a contact wants no texts")
	asks := t.Conv().Kind == world.HowTalk || t.Conv().Kind == world.ReportTalk
	switch {
	case asks && (t.Conv().Kind == world.HowTalk || ownWordsAsked(t)):
		t.SayFirst(said)
		return false
	case t.Conv().Kind == world.ReportTalk && t.Happened(besideWish(t, said)):
	case comesToo(t, c, said):
	default:
		t.Answer("saved", said)
	}
	return true
}

// besideWish is that the report goes on behind what was said, with what the text tells of the contact besides.
func besideWish(t *turn.Turn, said string) fact.Resumes {
	label, words := understand.BesideNoTexts(t.Body())
	return fact.Resumes{First: said, Words: words, Label: label}
}

// bareWish is how many words say no more than that somebody wants no texts.
const bareWish = 12

// meetWith is the one-on-one to come with a contact.
func meetWith(t *turn.Turn, c person.Person) (world.Meet, bool) {
	for _, m := range t.Organized() {
		if m.ContactID == c.ID && m.Open() && !m.Begun(t.Now()) {
			return m, true
		}
	}
	return world.Meet{}, false
}

// comesToo notes what the same text tells of the contact's coming: "jo says quit w the reminders, but he'll be there".
func comesToo(t *turn.Turn, c person.Person, said string) bool {
	comes, ok := understand.ComesBesides(t.Body(), contactNames(t))
	if !ok && understand.CancelsBesides(t.Body()) {
		comes, ok = false, true
	}
	if !ok {
		return false
	}
	if m, ok := meetWith(t, c); ok {
		if said != "" {
			t.SayFirst(said)
		}
		return t.Happened(fact.ComingSaid{Meet: m, Comes: comes})
	}
	return false
}

// ownWordsAsked reports whether the report asks for what was learned, where everything told of a contact belongs.
func ownWordsAsked(t *turn.Turn) bool {
	q := report.Name(t.Conv().Question)
	return q == report.Learned || q == report.Notes || q == report.StaffNotes || q == report.Rest && tellsSeveral(t.Body())
}

// tellsSeveral reports whether a text tells several things of somebody, each of which has its own line: "nos presentó su comadre, no le
// manden textos, anda en silla de ruedas".
func tellsSeveral(body string) bool {
	labels := map[string]bool{}
	for _, d := range understand.Details(body) {
		if d.Label == "" {
			return false
		}
		labels[d.Label] = true
	}
	return len(labels) > 1
}

// withdraw hands the contact's own phone what the organizer was told, and holds whatever was to go there.
func withdraw(t *turn.Turn, c person.Person) {
	if c.Consent == person.ConsentYes {
		t.SlipTexts(c.ID)
	}
	tellPhone(t, c, fact.ConsentNote{})
	t.Note(change.Subject{Kind: change.PersonSubject, ID: c.ID}, change.NoTextsTold, t.Who().Name)
	t.NoMoreTexts(c.ID)
	noReminders(t, c, "the contact wants no texts")
	c.Consent = person.ConsentNo
	t.Happened(fact.NoMoreTexts{Contact: c})
}

// tellPhone hands the contact's own phone what the organizer was told: that it wants no texts, none up to a day, or none at some hours.
func tellPhone(t *turn.Turn, c person.Person, n fact.ConsentNote) {
	if c.Phone.IsZero() {
		return
	}
	n.Consent, n.Source, n.ByPerson = int16(person.ConsentNo), "told by "+t.Who().Name, t.Who().ID.String()
	n.MessageID, n.MeetingID, n.Words = t.MessageID().String(), uuid.Nil.String(), report.Excerpt(t.Body(), 200)
	p := change.Plan{
		ID: t.NewID(), PersonID: c.ID, Rule: reminder.ConsentRule, Occurrence: "told " + t.MessageID().String(),
		Subject: change.Subject{Kind: change.PersonSubject, ID: c.ID}, DueAt: t.Now(), Cause: t.MessageID(), Reason: "as the organizer was told",
		Data: turn.Encode(n),
	}
	t.ToPhone(&p, c)
	t.Add(p)
}

// chosenNoTexts goes on when it is known who wants no texts.
func chosenNoTexts(t *turn.Turn) turn.Reply {
	m, _, ok := choose.Which(t)
	if !ok {
		return turn.Closes
	}
	endTexts(t, m.Contact)
	return turn.Taken
}

// pause takes a wish for no texts that has an end, and says the end back.
func pause(t *turn.Turn) bool {
	if t.Who().Works() && understand.HoldsThanks(t.Body()) { // "hold off on the thank you till tmrw"
		return false
	}
	until, ok := understand.PauseUntil(t.Body(), t.Planning())
	if !ok || t.Who().ID == uuid.Nil || t.Phone().Consent == person.ConsentNo {
		return false
	}
	at, _ := until.At(0, 0, t.Loc())
	t.SetOutcome("texts paused")
	t.Add(change.SetPause{PhoneID: t.Phone().ID, Until: at})
	t.Note(change.Subject{Kind: change.PersonSubject, ID: t.Who().ID}, change.TextsPaused, until.String())
	said := t.Say(lang.Paused, "day", t.Day(until))
	if t.Who().Works() || !t.Happened(fact.ForOwn{
		Said: lang.PausedTell, Fields: []string{"day", until.String()}, Thanks: said,
		Kind: "paused",
	}) {
		t.Answer("paused", said)
	}
	return true
}

// gone stops all texts to the phone of somebody who died, or who cannot be reached for good: whoever reads them is in grief.
func gone(t *turn.Turn) {
	t.SetOutcome("the person cannot be reached for good")
	if t.Phone().Consent == person.ConsentNo || t.Phone().Consent == person.ConsentDoubtful {
		return
	}
	consent(t, person.ConsentDoubtful, byNews)
	t.Add(change.Withhold{PhoneID: t.Phone().ID, Reason: "held: the person cannot be reached for good"})
	why := inMourning + ": "
	if understand.DeathOfReader(t.Body(), contactNamesHere(t)) {
		why = diedReader + ": "
	}
	t.Add(plan(t, reminder.DoubtEnds, t.Now().Add(doubtLasts), turn.Encode(why)))
	for _, m := range t.Meetings() { // nobody counts on a yes that was given before
		if t.IsMine(m) && m.Waver(t.Now()) {
			t.Add(change.SaveMeeting{Meeting: m.Meeting, At: t.Now()})
		}
	}
	for _, m := range t.Meetings() { // nobody prepares to ask for something
		if t.IsMine(m) {
			t.Add(change.CancelPlans{Subject: turn.Loose(m.Meeting), Rule: reminder.PrepRule, Reason: "in mourning, or out of reach"})
		}
	}
	tellStaff(t, reminder.OptOutToStaff, "gone")
	t.HandToStaff(matter.DoubtfulOptOut, "the person cannot be reached for good: decide within 24 hours")
	if t.Conv().Kind != "" {
		t.CloseTalk()
	}
	t.Answer("opt_out", t.Say(lang.GoneAnswer))
	t.Exempt()
}
