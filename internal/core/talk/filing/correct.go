package filing

import (
	"cmp"
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/promise"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// correct carries corrected answers of a filed report to where filing put them, and to what was made of them that is still open. It texts
// nobody: a thank-you that waits keeps the wording that was seen, and the contact is reminded of nothing but such words.
func correct(t *turn.Turn, c *fact.Corrected) {
	rec := t.Record()
	filing := &change.SaveReport{
		FiledAt: rec.FiledAt, MeetingID: rec.MeetingID, DebriefWith: rec.DebriefWith, DebriefOn: rec.DebriefOn,
		DebriefID: rec.DebriefID,
	}
	t.FileAs(filing)
	correctContact(t, slices.Concat(c.Changed, c.Fine))
	c.Shown = correctItems(t, rec, c.Changed)
	if slices.Contains(c.Changed, report.StaffFollowUp) || slices.Contains(c.Changed, report.StaffOn) {
		correctDebrief(t, rec, filing)
	}
	for _, ans := range t.Draft().Answers {
		filing.NeedsReview = filing.NeedsReview || ans.NeedsReview
	}
	if !filing.NeedsReview {
		t.Add(change.CloseAttention{Kind: matter.ReportReview, Subject: t.Subject(), At: t.Now()})
	}
}

// correctContact puts corrected answers where filing put them: onto the contact's record, the contact's phone, the one-on-one.
func correctContact(t *turn.Turn, names []report.Name) {
	for _, c := range t.Contacts() {
		if c.ID != t.Draft().ContactID || c.ID == uuid.Nil {
			continue
		}
		p := c
		ontoContact(t, &p, names...)
		if p.Email != c.Email || p.BestWay != c.BestWay || p.AccessNeeds != c.AccessNeeds || p.Relationship != c.Relationship {
			t.Add(change.SavePerson{Person: p, At: t.Now()})
			t.NoteBy(change.Subject{Kind: change.PersonSubject, ID: p.ID}, change.RecordReported, "")
		}
		if slices.Contains(names, report.Consent) {
			fileConsent(t, p, t.Draft().MeetingID)
		}
	}
	m, ok := t.MeetByID(t.Draft().MeetingID)
	if on := t.Draft().Answers[report.MetOn]; ok && slices.Contains(names, report.MetOn) && m.StartsAt.IsZero() &&
		on.State == report.Given && on.Value != "" {
		m.MetOn = on.Value
		t.Add(change.SaveMeeting{Meeting: m.Meeting, At: t.Now()})
	}
}

// correctItems has the open items of a report say what its answers say now: the same items, with other words or another day; those whose
// words were taken out are closed, and new words make new ones. It returns what the page says about an event that a changed commitment is a
// word for.
func correctItems(t *turn.Turn, rec world.Record, changed []report.Name) (about string) {
	daysFollow(t, rec, changed)
	contact, m := sidesOf(t, rec)
	items := itemsOf(rec)
	for _, g := range pledges() {
		if !slices.Contains(changed, g.words) && !slices.Contains(changed, g.due) {
			continue
		}
		old := items[g.words]
		for _, it := range old {
			if it.EventID != uuid.Nil {
				about = " What was said about coming to the event stays as it is: its check-ins go on."
			}
		}
		is := t.Draft().Answers[g.words]
		var parts []string
		if is.State == report.Given {
			parts = report.Parts(is.Words)
		}
		for _, c := range corrections(old, parts) {
			correctItem(t, g, c, len(old) == 1, contact, m)
		}
	}
	return about
}

// daysFollow has the day of an answer follow its new words, unless staff wrote a day themselves.
func daysFollow(t *turn.Turn, rec world.Record, changed []report.Name) {
	for _, g := range pledges() {
		if g.due == "" || !slices.Contains(changed, g.words) || slices.Contains(changed, g.due) {
			continue
		}
		is := t.Draft().Answers[g.words]
		if is.State != report.Given {
			t.Put(g.due, report.Answer{})
		} else if on, ok := t.DueOf(is.Words); ok && timeIn(t, is.Words) != timeIn(t, rec.Answers[g.words].Words) {
			t.Put(g.due, report.Answer{State: report.Given, Words: is.Words, Value: on.String()})
		}
	}
}

// sidesOf returns the contact of a report and its one-on-one.
func sidesOf(t *turn.Turn, rec world.Record) (contact person.Person, m world.Meet) {
	for _, c := range t.Contacts() {
		if c.ID == rec.ContactID {
			contact = c
		}
	}
	m, _ = t.MeetByID(rec.MeetingID)
	m.ID = rec.MeetingID
	return contact, m
}

// said is one thing that a report said somebody would do, with the item that was made of it, if any.
type saidItem struct {
	part string
	world.Item
}

// itemsOf finds for each thing that a report says the item that was made of it: an item's words are those of its part, with some left out.
func itemsOf(rec world.Record) map[report.Name][]saidItem {
	out := map[report.Name][]saidItem{}
	taken := map[uuid.UUID]bool{uuid.Nil: true}
	claim := func(fits func(part, what string) bool) {
		for _, g := range pledges() {
			for i, s := range out[g.words] {
				for _, it := range rec.Items {
					if s.ID == uuid.Nil && !taken[it.ID] && it.Kind == g.kind && fits(s.part, it.What) {
						s.Item, taken[it.ID] = it, true
						out[g.words][i] = s
					}
				}
			}
		}
	}
	for _, g := range pledges() {
		if a := rec.Answers[g.words]; a.State == report.Given {
			for _, part := range report.Parts(a.Words) {
				out[g.words] = append(out[g.words], saidItem{part: part})
			}
		}
	}
	claim(holdsWords)
	claim(func(string, string) bool { return true }) // whatever it says, it is the next of its kind
	return out
}

// holdsWords reports whether part has every word of what, in order.
func holdsWords(part, what string) bool {
	f := plainWords(part)
	for _, w := range plainWords(what) {
		i := slices.Index(f, w)
		if i < 0 {
			return false
		}
		f = f[i+1:]
	}
	return true
}

func plainWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return strings.ContainsRune(" \t\n,.;:!", r) })
}

// correction is what becomes of one thing that was said: part is what is said now, "" when nothing is.
type correction struct {
	was  saidItem
	part string
}

// corrections pairs what was said with what is said now: first what is the same, then what is most alike.
func corrections(old []saidItem, parts []string) []correction {
	out := make([]correction, len(old))
	for i, s := range old {
		out[i].was = s
	}
	left := slices.Clone(parts)
	pair := func(i, j int) {
		out[i].part = left[j]
		left = slices.Delete(left, j, j+1)
	}
	for i := range out {
		if j := slices.Index(left, out[i].was.part); j >= 0 {
			pair(i, j)
		}
	}
	for i := range out {
		if out[i].part != "" || len(left) == 0 {
			continue
		}
		best := 0
		for j := range left {
			if alike(out[i].was.part, left[j]) > alike(out[i].was.part, left[best]) {
				best = j
			}
		}
		pair(i, best)
	}
	for _, p := range left {
		out = append(out, correction{part: p})
	}
	return out
}

// alike counts the words that two parts have in common.
func alike(a, b string) (n int) {
	f := plainWords(a)
	for _, w := range plainWords(b) {
		if slices.Contains(f, w) {
			n++
		}
	}
	return n
}

// correctItem makes, changes or closes one item. One that is closed was dealt with, whatever its words are now.
func correctItem(t *turn.Turn, g pledge, c correction, single bool, contact person.Person, m world.Meet) {
	it := c.was.Item
	switch {
	case it.Closed, c.part == "" && it.ID == uuid.Nil:
	case it.ID == uuid.Nil:
		p := pledged(t, g, promise.DatedParts(t, c.part, t.Draft().Answers[g.due].Value)[0], contact)
		t.Add(p)
		remindOf(t, p, contact, m)
	case c.part == "":
		t.Add(change.ClosePromise{ID: it.ID, As: change.Withdrawn, At: t.Now()}, promise.OverdueDone(it.ID, t.Now()))
		promise.Unremind(t, it.Promise, contact, m, "taken out of the report")
	default:
		what, on := it.What, dueNow(t, g, c, single)
		if c.part != c.was.part {
			what = turn.Bounded(promise.Deed(t, promise.Dated{Part: c.part, On: on}))
		}
		if what != it.What || on != it.DueOn {
			changeItem(t, it, what, on, contact, m)
		}
	}
}

// dueNow is by when a corrected item is to be done: as the words say where they say another time than before, else as staff changed the day
// for it, else as it was.
func dueNow(t *turn.Turn, g pledge, c correction, single bool) string {
	is, was := t.Draft().Answers[g.due].Value, t.Record().Answers[g.due].Value
	if single && is != was {
		return is
	}
	if own, sure := t.SureDay(c.part); sure && timeIn(t, c.part) != timeIn(t, c.was.part) {
		return own.String()
	}
	if is != was && c.was.DueOn == was {
		return is
	}
	return c.was.DueOn
}

// timeIn returns the words of a text that speak of time.
func timeIn(t *turn.Turn, words string) string {
	var out []string
	for _, s := range understand.Times(words, t.Planning()).Spans {
		out = append(out, strings.ToLower(words[s.From:min(s.To, len(words))]))
	}
	return strings.Join(out, " ")
}

// changeItem gives an item other words or another day; what reminds of it follows.
func changeItem(t *turn.Turn, it world.Item, what, on string, contact person.Person, m world.Meet) {
	t.Add(change.AmendPromise{ID: it.ID, What: what, DueOn: on})
	if on != it.DueOn {
		t.Add(promise.OverdueDone(it.ID, t.Now()))
	}
	if !remindOf(t, change.AddPromise{ID: it.ID, Kind: it.Kind, What: what, DueOn: on, EventID: it.EventID}, contact, m) && on != it.DueOn {
		promise.Unremind(t, it.Promise, contact, m, "its day was changed")
	}
}

// correctDebrief moves the open debrief of a report to its new day or staff member, or books one. Where another is booked on that day, it
// covers this report too. One that was held stays held.
func correctDebrief(t *turn.Turn, rec world.Record, filing *change.SaveReport) {
	staff, on := debrief(t), t.Draft().Answers[report.StaffOn].Value
	filing.DebriefWith, filing.DebriefOn = staff.ID, on
	day, ok := when.ParseDate(on)
	if staff.ID == uuid.Nil || !ok {
		return // a debrief that is booked stays: it may be for other reports as well
	}
	if rec.DebriefID == uuid.Nil {
		filing.DebriefID = bookDebrief(t, staff, on)
		return
	}
	for _, b := range t.Debriefs() {
		if b.ID != rec.DebriefID || b.On == on && b.StaffID == staff.ID {
			continue
		}
		s := b.SaveDebrief
		if i := slices.IndexFunc(t.Debriefs(), func(o world.Debrief) bool {
			return o.ID != b.ID && o.OrganizerID == b.OrganizerID &&
				o.On == on
		}); i >= 0 {
			filing.DebriefID = t.Debriefs()[i].ID
			s.ClosedAt, s.ClosedBy, s.Note = t.Now(), t.Act().By.ID, cmp.Or(s.Note, "one with the debrief of "+on)
		} else {
			s.StaffID, s.On = staff.ID, on
			remindOfDebrief(t, staff, day)
		}
		t.Add(s)
		t.NoteBy(change.Subject{Kind: change.DebriefSubject, ID: b.ID}, change.DebriefMoved, on)
	}
}
