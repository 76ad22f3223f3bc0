package relay

import (
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// tellWords sends the organizer's own words to a contact: TELL Maria I'm at the back table.
func tellWords(t *turn.Turn) {
	m, words, ok := tellWhom(t, t.Heard().Arg)
	if !ok {
		t.Answer("help", t.Say(lang.TellWho))
		return
	}
	sendWords(t, m, words)
}

// tellWhom finds the contact of a TELL among the one-on-ones, the coming ones first.
func tellWhom(t *turn.Turn, arg string) (world.Meet, string, bool) {
	pool := t.Organized()
	for _, m := range t.Meetings() {
		if m.OrganizerID == t.Who().ID && m.Ends().Before(t.Now()) {
			pool = append(pool, m)
		}
	}
	hits, words := t.NameOf(arg, pool)
	words = strings.TrimSpace(strings.TrimPrefix(words, "que "))
	if len(hits) > 0 && words != "" {
		slices.SortStableFunc(hits, func(a, b world.Meet) int { return turn.Nearer(a, b, t.Now()) })
		return hits[0], words, true
	}
	for _, c := range t.Contacts() { // a contact without a one-on-one at hand
		for _, name := range []string{c.Name, c.First()} {
			if n := turn.LeadingName(strings.TrimSpace(arg), name); n > 0 {
				words = strings.TrimLeft(strings.TrimSpace(arg)[n:], " ,:-")
				return world.Meet{Organizer: t.Who(), Contact: c}, words, words != ""
			}
		}
	}
	return world.Meet{}, "", false
}

func sendWords(t *turn.Turn, m world.Meet, words string) {
	words = report.Excerpt(words, 500)
	if !turn.MayText(m.Contact) {
		t.FinishWith("help", t.Say(lang.TellCannot, "first", m.Contact.First(), "phone", t.Number(m.Contact)))
		return
	}
	s := change.Subject{Kind: change.PersonSubject, ID: m.Contact.ID}
	if m.ID != uuid.Nil {
		s = turn.Loose(m.Meeting)
		t.Add(change.CancelPlans{Subject: s, Rule: reminder.UnansweredRule, Reason: "answered"}, change.CloseAttention{Kind: "needs_answer", Subject: s, At: t.Now()})
	}
	t.Tell(m.Contact, reminder.ToldRule, s, turn.WordsNote{Words: words, Contact: m.Contact.ID, By: t.Who().Name}, "the organizer's words")
	r := turn.DecodeRelay(t.Conv().Relay)
	if r.Contact == m.Contact.ID { // answered: what comes next is not taken for another answer
		t.DropRelay()
	}
	t.FinishWith("relay", t.Say(lang.TellSent, "first", m.Contact.First(), "words", report.Excerpt(words, 80)))
}

// relayWindow is how long words without a command may be meant for the contact whose text just came.
const relayWindow = 15 * time.Minute
