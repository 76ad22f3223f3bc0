package agree

import (
	"slices"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/agree/offer"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// answersEach takes a text that answers the other times of several contacts, each by name: "jo is fine, maria sat at 3 instead". At most
// one of them is not a yes.
func answersEach(t *turn.Turn) bool {
	var pool []world.Meet
	for _, m := range t.Organized() {
		if m.Status == meeting.Proposed && m.Proposal.By == meeting.Contact && !m.Proposal.At.IsZero() {
			pool = append(pool, m)
		}
	}
	if len(pool) < 2 {
		return false
	}
	all := offer.ToEach(t, pool)
	if len(all) < 2 {
		return false
	}
	if i := slices.IndexFunc(all, func(o offer.To) bool { return !o.Yes }); i >= 0 { // what is no yes is done last
		all = append(slices.Delete(slices.Clone(all), i, i+1), all[i])
	}
	last := all[len(all)-1]
	if !all[len(all)-2].Yes {
		return false
	}
	var first []string
	for _, o := range all[:len(all)-1] {
		if o.Meet.Accept(t.Now()) != nil {
			return false
		}
		first = append(first, agreed(t, o.Meet))
	}
	t.SayFirst(phrase.Join(first...))
	switch {
	case last.Yes:
		accept(t, last.Meet)
	case last.Said.Date != "" || last.Said.Clock != "" || len(last.Said.Options) > 0:
		counter(t, last.Meet, last.Said)
	default:
		refuse(t, last.Meet)
	}
	return true
}

// agreed writes that both have said yes, and returns what is said of it.
func agreed(t *turn.Turn, m world.Meet) string {
	m = settle.Agreed(t, m)
	t.SaveMeet(m, change.OrganizerAgreed, "")
	t.Void(m, "they agreed")
	t.Replan(m, true)
	t.Tell(m.Contact, reminder.SettledRule, turn.SubjectOf(m.Meeting), nil, "they agreed")
	return t.SayMeet(lang.AcceptedAnswer, m, "told", t.ToldOf(m, true))
}
