package todo

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/promise"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/thanks"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

func promiseItems(t *turn.Turn, morning bool) []fact.Line {
	today := when.DateOf(t.Now().In(t.Loc()))
	var items []fact.Line
	for _, p := range t.Promises() {
		on, dated := when.ParseDate(p.DueOn)
		mine := p.Kind == change.Promised && p.OwnerID == t.Who().ID
		theirs := p.Kind == change.Committed && p.ToID == t.Who().ID && p.EventID == uuid.Nil
		past := own(p) && (morning || dated && on.Compare(today.AddDays(-ownFor)) < 0) // a text of its own says it on its day
		if !mine && !theirs || past || morning && (!dated || on.Compare(today) > 0) {
			continue
		}
		items = append(items, fact.Line{Kind: change.PromiseSubject, ID: p.ID, Line: func(l string) string { return promiseLine(t, l, p) }})
	}
	return items
}

// ownFor is how many days what somebody wanted to be reminded of stays on the list.
const ownFor = 7

func promiseLine(t *turn.Turn, letter string, p world.Promise) string {
	what := strings.TrimRight(report.Excerpt(p.What, 50), ". ")
	first := phrase.FirstOf(p.Name)
	if p.Kind == change.Committed {
		return t.Say(lang.ListCommit, "letter", letter, "first", first, "what", what, "when", dueWords(t, p.DueOn))
	}
	who := ""
	if first != "" && !strings.Contains(what, first) {
		who = t.Say(lang.ForWhom, "first", first)
	}
	return t.Say(lang.ListPromise, "letter", letter, "what", what, "who", who, "when", dueWords(t, p.DueOn))
}

// dueWords writes when something is due: today, since a day, or on one.
func dueWords(t *turn.Turn, dueOn string) string {
	on, ok := when.ParseDate(dueOn)
	if !ok {
		return ""
	}
	switch on.Compare(when.DateOf(t.Now().In(t.Loc()))) {
	case 0:
		return t.Say(lang.DueToday)
	case -1:
		return t.Say(lang.DueSince, "day", t.Day(on))
	}
	return t.Say(lang.DueOn, "day", t.Day(on))
}

// toldTwice reports whether what was due on a day has stood in two working mornings since.
func toldTwice(t *turn.Turn, dueOn string) bool {
	on, ok := when.ParseDate(dueOn)
	today := when.DateOf(t.Now().In(t.Loc()))
	told := 0
	for day := on.AddDays(1); ok && told < 3 && day.Compare(today) <= 0; day = day.AddDays(1) {
		if !when.DayOff(day) {
			told++
		}
	}
	return told > 2
}

func debriefItems(t *turn.Turn, morning bool) []fact.Line {
	today := t.Today()
	var items []fact.Line
	for _, b := range t.Debriefs() {
		if morning && b.On > today {
			continue
		}
		who := phrase.FirstOf(b.Staff)
		if b.OrganizerID != t.Who().ID {
			who = b.Organizer
		}
		if who == "" {
			who = t.Say(lang.OurStaff)
		}
		items = append(items, fact.Line{Kind: change.DebriefSubject, ID: b.ID, Old: toldTwice(t, b.On), Line: func(l string) string {
			return t.Say(lang.ListDebrief, "letter", l, "who", who, "when", openSince(t, b.On))
		}})
	}
	return items
}

// openSince writes since when a debrief is open; from the third day on how many days that is, too, so that no two mornings say the same.
func openSince(t *turn.Turn, dueOn string) string {
	on, ok := when.ParseDate(dueOn)
	days := 0
	for day, today := on, when.DateOf(t.Now().In(t.Loc())); ok && day.Compare(today) < 0 && days < maxOpenDays; day = day.AddDays(1) {
		days++
	}
	if days < 2 {
		return dueWords(t, dueOn)
	}
	return t.Say(lang.DueStill, "day", t.Day(on), "n", phrase.Decimal(days))
}

// maxOpenDays bounds how many days are counted.
const maxOpenDays = 999

// doneHint teaches how an item is closed, by the letter of the first that can be.
func doneHint(t *turn.Turn, items []fact.Line) string {
	hint := func(k change.SubjectKind, key lang.Key, late bool) string {
		for i, it := range items {
			if it.Kind == k && (!late || isLate(t, it.ID)) {
				return t.Say(key, "letter", string(rune('A'+min(i, 25))))
			}
		}
		return ""
	}
	return hint(change.MeetingSubj, lang.ReportHint, true) + phrase.OrElse(hint(change.PromiseSubject, lang.DoneHint, false),
		hint(change.DebriefSubject, lang.DebriefHint, false))
}

// commitmentDue reminds a contact of what they said they would do, in the very words of the thank-you that went to them; else the
// organizer's morning text alone has it.
func commitmentDue(t *turn.Turn, rule reminder.Rule) {
	m, ok := t.DueAnyMeet()
	if !ok {
		return
	}
	i := slices.IndexFunc(t.Promises(), func(p world.Promise) bool { return p.ID.String() == t.Due().Occurrence })
	if i < 0 {
		t.End(change.PlanSuperseded, "it is closed", uuid.Nil)
		return
	}
	th, _ := t.ThankOf(m.ID)
	seen := seenOf(t, t.Promises()[i], th, m.Host().First())
	if seen == "" {
		t.End(change.PlanDropped, "the words did not go to the contact in a thank-you: the organizer's morning text has it", uuid.Nil)
		return
	}
	t.SetAbout(turn.Loose(m.Meeting))
	key := lang.CommitmentTell
	if m.Private {
		key = lang.PrivateCommitment
	}
	t.Unasked(rule, t.Introduced(m, m.Host().ID, t.Say(key, "ofirst", m.Host().First(), "what", seen, "org", t.Org().Name)))
}

// seenOf is the wording of a commitment that its contact saw in the thank-you: with its day where that still is the day, else without one.
// It is "" when the thank-you that went does not have it.
func seenOf(t *turn.Turn, p world.Promise, th world.Thank, organizer string) string {
	if th.State != thanks.Sent || p.What == "" {
		return ""
	}
	wordings := []string{strings.TrimRight(p.What, ". ")} // in the organizer's own words
	if q, ok := promise.QuoteDeed(t, promise.Dated{Part: p.What}, t.Tag(), organizer); ok && !q.To {
		wordings = append(wordings, strings.TrimRight(q.What, ". "))
	}
	for _, what := range wordings {
		if on, ok := when.ParseDate(p.DueOn); ok {
			if dated := promise.ByDay(t, promise.Quoted{What: what, On: t.Day(on)}, t.Tag()); stands(th.Draft, dated) {
				return dated
			}
		}
		if stands(th.Draft, what) && !understand.Times(what, t.Planning()).HasDate() {
			return what
		}
	}
	return ""
}

// stands reports whether a text has these words as they are: not inside of others, and a single one only where a list names it, since every
// thank-you says "write".
func stands(text, words string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], words)
		if i < 0 {
			return false
		}
		before, after := text[:from+i], text[from+i+len(words):]
		l, _ := utf8.DecodeLastRuneInString(before)
		r, _ := utf8.DecodeRuneInString(after)
		listed := strings.HasSuffix(before, ": ") || strings.HasSuffix(before, "; ")
		if !unicode.IsLetter(l) && !unicode.IsDigit(l) && !unicode.IsLetter(r) && !unicode.IsDigit(r) &&
			(listed || strings.Contains(words, " ")) {
			return true
		}
		from += i + len(words)
	}
}

// overduePromises puts on Today what should have been done the day before yesterday, or earlier.
func overduePromises(t *turn.Turn) {
	last := when.DateOf(t.Now().In(t.Loc())).AddDays(-2).String()
	for _, p := range t.Promises() {
		if p.Kind == change.Promised && p.OwnerID == t.Who().ID && p.DueOn != "" && p.DueOn <= last && !own(p) {
			t.Add(change.Attention{
				ID: t.NewID(), Kind: matter.PromiseOverdue, Subject: change.Subject{Kind: change.PromiseSubject, ID: p.ID}, PhoneID: t.Phone().ID,
				Note: "a promise is overdue since " + p.DueOn, At: t.Now(),
			})
		}
	}
}

// isLate reports whether a one-on-one is over and unreported.
func isLate(t *turn.Turn, id uuid.UUID) bool {
	m, ok := t.MeetByID(id)
	return ok && m.Begun(t.Now())
}

// listOwed adds promises and debriefs; in the morning only what is due by today.
func listOwed(t *turn.Turn, l *fact.Listing) {
	l.Items = append(l.Items, promiseItems(t, l.Morning)...)
	l.Items = append(l.Items, debriefItems(t, l.Morning)...)
}

// showOwed shows the promise or debrief that a letter means.
func showOwed(t *turn.Turn, f fact.ShowLetter) bool {
	for _, p := range t.Promises() {
		if p.ID == f.Item.ID && f.Item.Kind == string(change.PromiseSubject) {
			who := t.Say(lang.ForWhom, "first", p.Name)
			t.Answer("list", t.Say(lang.ShowPromise, "letter", f.Letter, "what", report.Excerpt(p.What, 300), "who", who, "when",
				dueWords(t, p.DueOn)))
			return true
		}
	}
	for _, b := range t.Debriefs() {
		if b.ID == f.Item.ID && f.Item.Kind == string(change.DebriefSubject) {
			t.Answer("list", t.Say(lang.ShowDebrief, "letter", f.Letter, "who", otherOf(t, b), "when", dueWords(t, b.On)))
			return true
		}
	}
	return false
}
