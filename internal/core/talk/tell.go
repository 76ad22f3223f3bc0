package talk

import (
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
)

// tellWords sends the organizer's own words to a contact: TELL Maria I'm at the back table.
func (d *decision) tellWords() {
	m, words, ok := d.tellWhom(d.w.Heard.Arg)
	if !ok {
		d.answer("help", d.say(lang.TellWho))
		return
	}
	d.sendWords(m, words)
}

// tellWhom finds the contact of a TELL among the one-on-ones, the coming ones first.
func (d *decision) tellWhom(arg string) (Meet, string, bool) {
	pool := d.organized()
	for _, m := range d.w.Meetings {
		if m.OrganizerID == d.who.ID && m.Ends().Before(d.now) {
			pool = append(pool, m)
		}
	}
	hits, words := d.nameOf(arg, pool)
	words = strings.TrimSpace(strings.TrimPrefix(words, "que "))
	if len(hits) > 0 && words != "" {
		slices.SortStableFunc(hits, func(a, b Meet) int { return nearer(a, b, d.now) })
		return hits[0], words, true
	}
	for _, c := range d.w.Contacts { // a contact without a one-on-one at hand
		for _, name := range []string{c.Name, c.First()} {
			if n := leadingName(strings.TrimSpace(arg), name); n > 0 {
				words = strings.TrimLeft(strings.TrimSpace(arg)[n:], " ,:-")
				return Meet{Organizer: d.who, Contact: c}, words, words != ""
			}
		}
	}
	return Meet{}, "", false
}

func nearer(a, b Meet, now time.Time) int {
	x, y := a.StartsAt.Sub(now).Abs(), b.StartsAt.Sub(now).Abs()
	switch {
	case x < y:
		return -1
	case x > y:
		return 1
	}
	return 0
}

func (d *decision) sendWords(m Meet, words string) {
	words = report.Excerpt(words, 500)
	if !mayText(m.Contact) {
		d.finishWith("help", d.say(lang.TellCannot, "first", m.Contact.First(), "phone", d.number(m.Contact)))
		return
	}
	s := change.Subject{Kind: change.PersonSubject, ID: m.Contact.ID}
	if m.ID != uuid.Nil {
		s = loose(m.Meeting)
		d.set.Add(change.CancelPlans{Subject: s, Rule: reminder.UnansweredRule, Reason: "answered"}, change.CloseAttention{Kind: "needs_answer", Subject: s, At: d.now})
	}
	d.tell(m.Contact, reminder.ToldRule, s, wordsNote{Words: words, Contact: m.Contact.ID, By: d.who.Name}, "the organizer's words")
	r := decodeRelay(d.conv.Relay)
	if r.Contact == m.Contact.ID { // answered: what comes next is not taken for another answer
		d.dropRelay()
	}
	d.finishWith("relay", d.say(lang.TellSent, "first", m.Contact.First(), "words", report.Excerpt(words, 80)))
}

// relayWindow is how long words without a command may be meant for the contact whose text just came.
const relayWindow = 15 * time.Minute
