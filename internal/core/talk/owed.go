package talk

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/when"
)

// owedItems lists what the organizer owes: reports, thank-yous, promises, debriefs, calls before events. In the morning only what is due by today.
func (d *decision) owedItems(morning bool) []item {
	var items []item
	for _, m := range d.unreported() {
		if d.now.Before(m.Ends()) || slices.ContainsFunc(d.w.Drafts, func(dr report.Draft) bool { return dr.MeetingID == m.ID }) {
			continue
		}
		items = append(items, item{change.MeetingSubj, m.ID, func(l string) string {
			return d.say(lang.ListReport, "letter", l, "first", m.Contact.First(), "when", d.whenOf(m, m.StartsAt))
		}})
	}
	for _, t := range d.w.Thanks {
		if m, ok := d.meetByID(t.MeetingID); ok && t.State == "draft" && t.OrganizerID == d.who.ID {
			items = append(items, item{change.ThanksSubject, t.MeetingID, func(l string) string { return d.say(lang.ListThanks, "letter", l, "first", m.Contact.First()) }})
		}
	}
	items = append(items, d.promiseItems(morning)...)
	items = append(items, d.debriefItems(morning)...)
	return append(items, d.eventItems()...)
}

func (d *decision) promiseItems(morning bool) []item {
	today := when.DateOf(d.now.In(d.loc))
	var items []item
	for _, p := range d.w.Promises {
		on, dated := when.ParseDate(p.DueOn)
		mine := p.Kind == "promise" && p.OwnerID == d.who.ID
		theirs := p.Kind == "commitment" && p.ToID == d.who.ID && p.EventID == uuid.Nil
		if !mine && !theirs || morning && (!dated || on.Compare(today) > 0) {
			continue
		}
		items = append(items, item{change.PromiseSubject, p.ID, func(l string) string { return d.promiseLine(l, p) }})
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

func (d *decision) debriefItems(morning bool) []item {
	today := d.today()
	var items []item
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
		items = append(items, item{change.DebriefSubject, b.ID, func(l string) string {
			return d.say(lang.ListDebrief, "letter", l, "who", who, "when", d.dueWords(b.On))
		}})
	}
	return items
}

// eventItems lists the events of today and of the next two days with the organizer's people: who comes, and whom to call.
func (d *decision) eventItems() []item {
	today := when.DateOf(d.now.In(d.loc))
	var items []item
	for _, e := range d.w.Events {
		on := when.DateOf(e.StartsAt.In(d.loc))
		if !e.Coming(d.now) || on.Compare(today.AddDays(2)) > 0 {
			continue
		}
		var people []string
		for _, r := range d.w.RSVPs {
			if r.EventID == e.ID && r.OrganizerID == d.who.ID {
				people = append(people, d.guestLine(r))
			}
		}
		if len(people) == 0 {
			continue
		}
		items = append(items, item{change.EventSubject, e.ID, func(l string) string {
			return d.say(lang.ListEvent, "letter", l, "event", e.Name, "when", when.Echo(d.tag, e.StartsAt.In(d.loc), d.now), "people", strings.Join(people, ", "))
		}})
	}
	return items
}

func (d *decision) guestLine(r RSVP) string {
	f := []string{"first", r.Person.First(), "phone", d.number(r.Person)}
	switch r.Answer {
	case event.Yes:
		return d.say(lang.GuestYes, f...)
	case event.Maybe:
		return d.say(lang.GuestMaybe, f...)
	case event.No:
		return d.say(lang.GuestNo, f...)
	}
	return d.say(lang.GuestOpen, f...)
}

// doneHint teaches how an item is closed, by the letter of the first that can be.
func (d *decision) doneHint(items []item) string {
	hint := func(k change.SubjectKind, key lang.Key, late bool) string {
		for i, it := range items {
			if it.kind == k && (!late || d.isLate(it.id)) {
				return d.say(key, "letter", string(rune('A'+min(i, 25))))
			}
		}
		return ""
	}
	return hint(change.MeetingSubj, lang.ReportHint, true) + orElse(hint(change.PromiseSubject, lang.DoneHint, false), hint(change.DebriefSubject, lang.DebriefHint, false))
}

// showOwed shows what a letter of the newest list means among what is owed.
func (d *decision) showOwed(letter string) bool {
	for _, it := range decodeList(d.conv.List) {
		if it.Letter != letter {
			continue
		}
		switch change.SubjectKind(it.Kind) {
		case change.PromiseSubject:
			for _, p := range d.w.Promises {
				if p.ID == it.ID {
					who := d.say(lang.ForWhom, "first", p.Name)
					d.answer("list", d.say(lang.ShowPromise, "letter", letter, "what", report.Excerpt(p.What, 300), "who", who, "when", d.dueWords(p.DueOn)))
					return true
				}
			}
		case change.DebriefSubject:
			for _, b := range d.w.Debriefs {
				if b.ID == it.ID {
					d.answer("list", d.say(lang.ShowDebrief, "letter", letter, "who", d.otherOf(b), "when", d.dueWords(b.On)))
					return true
				}
			}
		case change.ThanksSubject:
			m, ok := d.meetByID(it.ID)
			t, owed := d.thankOf(it.ID)
			if ok && owed {
				d.openTalk(Conversation{Kind: ThanksTalk, SubjectID: m.ID, Question: "thanks"})
				d.answer("thanks_draft", d.say(lang.ThanksAgain, "first", m.Contact.First(), "draft", t.Draft))
				return true
			}
		case change.EventSubject:
			for _, i := range d.eventItems() {
				if i.id == it.ID {
					d.answer("list", i.line(letter))
					return true
				}
			}
		case change.MeetingSubj:
			if m, ok := d.meetByID(it.ID); ok && m.Begun(d.now) && (m.Status == meeting.Held || m.Open()) && d.now.After(m.Ends()) {
				d.openLate(m)
				return true
			}
		}
	}
	return false
}

// commitmentDue reminds a contact of what they said they would do, in the very words of the thank-you that went to them; else the organizer's
// morning text alone has it.
func (d *decision) commitmentDue(rule reminder.Rule, m Meet) {
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
	d.about = loose(m.Meeting)
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
