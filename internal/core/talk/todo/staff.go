package todo

import (
	"encoding/json"
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/duty"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/promise"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/when"
)

// digest is a staff member's one text of a working morning: debriefs of the day, and what waits for a person. What was told is told again
// on Mondays alone.
func digest(t *turn.Turn, rule reminder.Rule) {
	monday := t.Now().In(t.Loc()).Weekday() == time.Monday
	items := debriefItems(t, true)
	waiting, fresh, filed, whose := t.Digest()
	open := len(items) > 0 || waiting > 0
	if !monday {
		items = slices.DeleteFunc(items, func(l fact.Line) bool { return l.Old })
	}
	tail := ""
	if fresh > 0 || monday && waiting > 0 {
		who := ""
		if whose != "" {
			who = t.Say(lang.DigestWho, "who", report.Excerpt(whose, 80))
		}
		tail += " " + t.Say(lang.DigestWaiting, "n", phrase.Decimal(waiting), "who", who)
	}
	if len(items) > 0 {
		tail = t.Say(lang.DebriefHint, "letter", "A") + tail
	}
	if filed > 0 {
		tail += " " + t.Say(lang.DigestFiled, "n", phrase.Decimal(filed))
	}
	if open { // while something is open it is looked at again
		duty.PlanDigest(t, t.Who())
	}
	if len(items) == 0 && tail == "" {
		t.End(change.PlanDropped, "nothing to say this morning", uuid.Nil)
		return
	}
	head := t.Say(lang.MorningHead, "day", t.Day(when.DateOf(t.Now().In(t.Loc()))))
	t.Unasked(rule, letters(t, items, head, tail))
	if !open {
		duty.PlanDigest(t, t.Who())
	}
}

// digestOfAttention has those on duty hear, on the next working morning, that something waits for a person.
func digestOfAttention(t *turn.Turn) {
	for _, c := range t.Changes() {
		if _, waits := c.(change.Attention); !waits {
			continue
		}
		for _, p := range duty.Staff(t) {
			duty.PlanDigest(t, p)
		}
		return
	}
}

// escalated texts an admin, unless somebody has taken it or it is done.
func escalated(t *turn.Turn, rule reminder.Rule) {
	var e duty.Escalation
	if !turn.DecodeInto(t.Due().Data, &e) {
		t.End(change.PlanDropped, "cannot be read", uuid.Nil)
		return
	}
	if !t.Untaken() {
		t.End(change.PlanSuperseded, "taken, or done", uuid.Nil)
		return
	}
	t.SetAbout(change.Subject{Kind: t.Due().Subject.Kind, ID: t.Due().Subject.ID})
	t.Unasked(rule, t.Say(lang.Untaken)+" "+t.Say(e.Note.Key, e.Note.Fields...))
}

func dutyText(t *turn.Turn, rule reminder.Rule) {
	var n duty.Note
	if json.Unmarshal(t.Due().Data, &n) != nil {
		t.End(change.PlanDropped, "cannot be read", uuid.Nil)
		return
	}
	if !remindsOf(t, &n) {
		t.End(change.PlanSuperseded, "the one-on-one is not to come any more", uuid.Nil)
		return
	}
	if n.Key == lang.WelcomeExample && slices.ContainsFunc(t.Meetings(), func(m world.Meet) bool { return m.OrganizerID == t.Who().ID }) {
		t.End(change.PlanSuperseded, "a one-on-one is planned: nobody need be shown how", uuid.Nil)
		return
	}
	t.SetAbout(change.Subject{Kind: t.Due().Subject.Kind, ID: t.Due().Subject.ID})
	t.Unasked(rule, t.Say(n.Key, n.Fields...))
}

// handed plans the mornings of all that an organizer now looks after: who had it before had them on their own phone.
func handed(t *turn.Turn, _ reminder.Rule) {
	for _, m := range t.Meetings() {
		if m.OrganizerID != t.Who().ID || !m.Open() || !m.StartsAt.After(t.Now()) {
			continue
		}
		var mornings []reminder.Wait
		for _, w := range t.WaitsOf(m, true) {
			if w.Morning {
				mornings = append(mornings, w)
			}
		}
		t.PlanWaits(m, mornings)
	}
	for _, p := range t.Promises() {
		if on, ok := when.ParseDate(p.DueOn); ok && p.EventID == uuid.Nil {
			promise.MorningsOf(t, on)
		}
	}
	t.Happened(fact.TookOver{})
	t.End(change.PlanMade, "the morning texts say what was handed over", uuid.Nil)
}
