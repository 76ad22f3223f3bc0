package talk

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/when"
)

func (d *decision) promiseItems(morning bool) []listLine {
	today := when.DateOf(d.now.In(d.loc))
	var items []listLine
	for _, p := range d.w.Promises {
		on, dated := when.ParseDate(p.DueOn)
		mine := p.Kind == "promise" && p.OwnerID == d.who.ID
		theirs := p.Kind == "commitment" && p.ToID == d.who.ID && p.EventID == uuid.Nil
		if !mine && !theirs || morning && (!dated || on.Compare(today) > 0) {
			continue
		}
		items = append(items, listLine{change.PromiseSubject, p.ID, func(l string) string { return d.promiseLine(l, p) }})
	}
	return items
}

func (d *decision) promiseLine(letter string, p Promise) string {
	what := strings.TrimRight(report.Excerpt(p.What, 50), ". ")
	first := firstOf(p.Name)
	if p.Kind == "commitment" {
		return d.say(lang.ListCommit, "letter", letter, "first", first, "what", what, "when", d.dueWords(p.DueOn))
	}
	who := ""
	if first != "" && !strings.Contains(what, first) {
		who = d.say(lang.ForWhom, "first", first)
	}
	return d.say(lang.ListPromise, "letter", letter, "what", what, "who", who, "when", d.dueWords(p.DueOn))
}

// dueWords writes when something is due: today, since a day, or on one.
func (d *decision) dueWords(dueOn string) string {
	on, ok := when.ParseDate(dueOn)
	if !ok {
		return ""
	}
	switch on.Compare(when.DateOf(d.now.In(d.loc))) {
	case 0:
		return d.say(lang.DueToday)
	case -1:
		return d.say(lang.DueSince, "day", d.day(on))
	}
	return d.say(lang.DueOn, "day", d.day(on))
}

func (d *decision) debriefItems(morning bool) []listLine {
	today := d.today()
	var items []listLine
	for _, b := range d.w.Debriefs {
		if morning && b.On > today {
			continue
		}
		who := firstOf(b.Staff)
		if b.OrganizerID != d.who.ID {
			who = b.Organizer
		}
		if who == "" {
			who = d.say(lang.OurStaff)
		}
		items = append(items, listLine{change.DebriefSubject, b.ID, func(l string) string {
			return d.say(lang.ListDebrief, "letter", l, "who", who, "when", d.dueWords(b.On))
		}})
	}
	return items
}

// doneHint teaches how an item is closed, by the letter of the first that can be.
func (d *decision) doneHint(items []listLine) string {
	hint := func(k change.SubjectKind, key lang.Key, late bool) string {
		for i, it := range items {
			if it.Kind == k && (!late || d.isLate(it.ID)) {
				return d.say(key, "letter", string(rune('A'+min(i, 25))))
			}
		}
		return ""
	}
	return hint(change.MeetingSubj, lang.ReportHint, true) + orElse(hint(change.PromiseSubject, lang.DoneHint, false), hint(change.DebriefSubject, lang.DebriefHint, false))
}

// commitmentDue reminds a contact of what they said they would do, in the very words of the thank-you that went to them; else the organizer's
// morning text alone has it.
func (d *decision) commitmentDue(rule reminder.Rule) {
	m, ok := d.dueAnyMeet()
	if !ok {
		return
	}
	i := slices.IndexFunc(d.w.Promises, func(p Promise) bool { return p.ID.String() == d.in.Due.Occurrence })
	if i < 0 {
		d.end(change.PlanSuperseded, "it is closed", uuid.Nil)
		return
	}
	t, _ := d.thankOf(m.ID)
	seen := d.seenOf(d.w.Promises[i], t)
	if seen == "" {
		d.end(change.PlanDropped, "the words did not go to the contact in a thank-you: the organizer's morning text has it", uuid.Nil)
		return
	}
	d.setAbout(loose(m.Meeting))
	key := lang.CommitmentTell
	if m.Private {
		key = lang.PrivateCommitment
	}
	d.unasked(rule, d.introduced(m, m.host().ID, d.say(key, "ofirst", m.host().First(), "what", seen, "org", d.w.Org.Name)))
}

// seenOf is the wording of a commitment that its contact saw in the thank-you: with its day where that still is the day, else without one. It is
// "" when the thank-you that went does not have it.
func (d *decision) seenOf(p Promise, t Thank) string {
	what := strings.TrimRight(p.What, ". ")
	if t.State != "sent" || what == "" {
		return ""
	}
	if on, ok := when.ParseDate(p.DueOn); ok {
		if dated := what + " (" + d.day(on) + ")"; stands(t.Draft, dated) {
			return dated
		}
	}
	if stands(t.Draft, what) && !when.Read(what, d.planning()).HasDate() {
		return what
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
		if !unicode.IsLetter(l) && !unicode.IsDigit(l) && !unicode.IsLetter(r) && !unicode.IsDigit(r) && (listed || strings.Contains(words, " ")) {
			return true
		}
		from += i + len(words)
	}
}

// nextWorkday is the next day from now on that is no Saturday or Sunday, after today.
func nextWorkday(from when.Date) when.Date {
	for day := from.AddDays(1); ; day = day.AddDays(1) {
		if wd := time.Date(day.Year, day.Month, day.Day, 0, 0, 0, 0, time.UTC).Weekday(); wd != time.Saturday && wd != time.Sunday {
			return day
		}
	}
}

// overduePromises puts on Today what should have been done the day before yesterday, or earlier.
func (d *decision) overduePromises() {
	last := when.DateOf(d.now.In(d.loc)).AddDays(-2).String()
	for _, p := range d.w.Promises {
		if p.Kind == "promise" && p.OwnerID == d.who.ID && p.DueOn != "" && p.DueOn <= last {
			d.set.Add(change.Attention{
				ID: d.ids.New(), Kind: "promise_overdue", Subject: change.Subject{Kind: change.PromiseSubject, ID: p.ID}, PhoneID: d.w.Phone.ID,
				Note: "a promise is overdue since " + p.DueOn, At: d.now,
			})
		}
	}
}

// isLate reports whether a one-on-one is over and unreported.
func (d *decision) isLate(id uuid.UUID) bool {
	m, ok := d.meetByID(id)
	return ok && m.Begun(d.now)
}

// listOwed adds promises and debriefs; in the morning only what is due by today.
func (d *decision) listOwed(l *Listing) {
	l.Items = append(l.Items, d.promiseItems(l.Morning)...)
	l.Items = append(l.Items, d.debriefItems(l.Morning)...)
}

// showOwed shows the promise or debrief that a letter means.
func (d *decision) showOwed(f ShowLetter) bool {
	for _, p := range d.w.Promises {
		if p.ID == f.Item.ID && f.Item.Kind == string(change.PromiseSubject) {
			who := d.say(lang.ForWhom, "first", p.Name)
			d.answer("list", d.say(lang.ShowPromise, "letter", f.Letter, "what", report.Excerpt(p.What, 300), "who", who, "when", d.dueWords(p.DueOn)))
			return true
		}
	}
	for _, b := range d.w.Debriefs {
		if b.ID == f.Item.ID && f.Item.Kind == string(change.DebriefSubject) {
			d.answer("list", d.say(lang.ShowDebrief, "letter", f.Letter, "who", d.otherOf(b), "when", d.dueWords(b.On)))
			return true
		}
	}
	return false
}
