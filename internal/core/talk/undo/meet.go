package undo

import (
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// undoMeet puts one one-on-one back, and says what is told.
func undoMeet(t *turn.Turn, m world.Meet, was world.SlipMeet, s world.Slip) string {
	if m.Rev != was.Rev {
		return t.Say(lang.UndoChanged, "what", t.What(m))
	}
	t.SetAbout(turn.Loose(m.Meeting))
	if was.Was == nil {
		return undoPlan(t, m)
	}
	heard := turn.MayText(m.Contact) && (m.ToldAt.After(s.At) || m.Status == meeting.CalledOff && was.Was.Told && left(t, m.Contact, s))
	old := m.StartsAt
	off := m.Status == meeting.CalledOff
	m.Meeting = was.Was.Back(m.Meeting)
	t.SaveMeet(m, change.TakenBack, "")
	t.Void(m, "taken back by the organizer")
	if m.Open() {
		t.Replan(m, !m.ToldAt.IsZero())
	}
	told := ""
	if heard && m.Open() && m.StartsAt.After(t.Now()) {
		rule := reminder.ChangedRule
		if off {
			rule = reminder.SettledRule
		}
		t.Tell(m.Contact, rule, turn.SubjectOf(m.Meeting), fact.ChangedNote{Old: old, New: m.StartsAt}, "taken back by the organizer")
		told = t.ToldOf(m, true)
	}
	return t.Say(lang.Undone, "what", t.What(m)+t.StateOf(m), "told", told)
}

// undoPlan takes back a one-on-one that was just planned.
func undoPlan(t *turn.Turn, m world.Meet) string {
	heard := !m.ToldAt.IsZero()
	if err := m.CallOff(); err != nil {
		return t.Say(lang.MoveOver, "what", t.What(m))
	}
	t.SaveMeet(m, change.TakenBack, "")
	t.Void(m, "taken back by the organizer")
	told := ""
	if heard {
		t.Tell(m.Contact, reminder.CalledOffRule, turn.SubjectOf(m.Meeting), nil, "taken back by the organizer")
		told = t.ToldOf(m, true)
	}
	return t.Say(lang.UndonePlan, "what", t.What(m), "told", told)
}
