package talk

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// keepPrivate: PRIVATE Maria.
func (d *decision) keepPrivate() {
	m, _, ok := d.oneMeet(d.w.Heard.Arg, string(understand.Private))
	if !ok {
		return
	}
	d.privately(&m)
	d.finishWith("saved", d.say(lang.PrivateOn, "first", m.Contact.First()))
}

func (d *decision) privately(m *Meet) {
	m.Private = true
	d.saveMeet(*m, "kept private", "")
}

// keepNote keeps a private note on the one-on-one that is near: NOTE Maria ..., or NOTE alone for the last or next one.
func (d *decision) keepNote() {
	arg := strings.TrimSpace(d.w.Heard.Arg)
	if arg == "" {
		d.answer("help", d.say(lang.NoteWhat))
		return
	}
	var pool []Meet
	for _, m := range d.w.Meetings {
		if m.OrganizerID == d.who.ID && m.Status != meeting.CalledOff {
			pool = append(pool, m)
		}
	}
	hits, words := d.nameOf(arg, pool)
	if len(hits) == 0 || words == "" {
		hits, words = pool, arg
	}
	if len(hits) == 0 {
		d.idea(arg)
		d.answer("saved", d.say(lang.NoteNone, "words", report.Excerpt(arg, 60)))
		return
	}
	slices.SortStableFunc(hits, func(a, b Meet) int { return nearer(a, b, d.now) })
	m := hits[0]
	d.set.Add(change.AddNote{ID: d.ids.New(), AuthorID: d.who.ID, MeetingID: m.ID, PersonID: m.ContactID, Kind: "note", Words: bounded(words), At: d.now})
	d.answer("saved", d.say(lang.NoteSaved, "what", d.what(m)))
}

func (d *decision) keepIdea() {
	arg := strings.TrimSpace(d.w.Heard.Arg)
	if arg == "" {
		d.answer("help", d.say(lang.NoteWhat))
		return
	}
	d.idea(arg)
	d.answer("saved", d.say(lang.IdeaSaved, "words", report.Excerpt(arg, 60)))
}

func (d *decision) idea(words string) {
	d.set.Add(change.AddNote{ID: d.ids.New(), AuthorID: d.who.ID, Kind: "idea", Words: bounded(words), At: d.now})
}

// tip sends one coaching tip, the next in turn: never the same twice in a row.
func (d *decision) tip() {
	n := d.w.Tips[d.who.ID]
	tips := lang.Tips()
	d.set.Add(change.SetTips{PersonID: d.who.ID, Tips: n + 1})
	d.answer("tip", d.say(tips[n%len(tips)]))
}

// prep sends the planning worksheet, beginning with what is known of this person.
func (d *decision) prep() {
	arg := d.w.Heard.Arg
	pool := d.organized()
	hits, _ := d.nameOf(arg, pool)
	if len(hits) == 0 && arg == "" {
		hits = pool
	}
	if len(hits) == 0 {
		d.answer("prep", d.say(lang.PrepSheet))
		return
	}
	d.answer("prep", d.prepText(hits[0]))
}

func (d *decision) prepText(m Meet) string {
	known := ""
	for _, p := range d.w.Past {
		if p.ContactID != m.ContactID {
			continue
		}
		day, commit, promise := "", "", ""
		if on, ok := when.ParseDate(p.MetOn); ok {
			day = d.day(on)
		}
		if p.Commitment != "" {
			commit = d.say(lang.PrepCommit, "what", report.Excerpt(p.Commitment, 70))
		}
		if p.Promised != "" {
			promise = d.say(lang.PrepPromise, "what", report.Excerpt(p.Promised, 70))
		}
		if day != "" {
			known = d.say(lang.PrepKnown, "day", day, "commit", commit, "promise", promise)
		}
	}
	if needs := strings.TrimSpace(m.Contact.AccessNeeds + " " + m.Contact.DietaryNeeds); needs != "" {
		known += d.say(lang.PrepNeeds, "what", report.Excerpt(needs, 60))
	}
	return d.say(lang.PrepTitle, "what", d.what(m)) + known + " " + d.say(lang.PrepSheet)
}

// prepDue sends the worksheet before a one-on-one.
func (d *decision) prepDue(rule reminder.Rule) {
	if m, ok := d.dueMeet(); ok {
		d.unasked(rule, d.prepText(m))
	}
}
