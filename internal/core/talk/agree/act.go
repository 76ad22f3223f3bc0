package agree

import (
	"time"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/agree/offer"
	"github.com/reportback/reportback/internal/core/talk/duty"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// actOnProposal answers the contact's other time for the organizer, who is told.
func actOnProposal(t *turn.Turn, a world.Act) {
	m, ok := t.MeetByID(a.Subject)
	if !ok || m.Status != meeting.Proposed || m.Proposal.By != meeting.Contact {
		t.Deny("Nobody waits for an answer to another time here.")
		return
	}
	asked := m.Proposal.At
	var err error
	if a.Kind == world.ActAccept {
		if asked.IsZero() {
			t.Deny("No other time was named yet: move it to one that both can make.")
			return
		}
		err = m.Accept(t.Now())
	} else if err = m.Refuse(t.Now()); err == nil && m.Begun(t.Now().Add(30*time.Minute)) {
		t.Deny("The time that stood before is over or about to begin: please call.")
		return
	}
	if err != nil {
		t.Deny("That time is past, or it was settled already.")
		return
	}
	if c := t.Conv(); c.Kind == world.ProposalTalk && c.SubjectID == m.ID {
		t.CloseTalk() // the organizer is not asked any more
	}
	if a.Kind == world.ActAccept {
		t.SaveMeet(m, change.OrganizerAgreed, "")
		t.Void(m, "staff agreed for the organizer")
		t.Replan(m, true)
		t.Tell(m.Contact, reminder.SettledRule, turn.SubjectOf(m.Meeting), nil, "they agreed")
		t.Tell(m.Organizer, reminder.DutyRule, turn.Loose(m.Meeting), duty.Note{
			Key:    lang.StaffAgreed,
			Fields: []string{"staff", a.By.Name, "who", m.Contact.Name, "when", t.WhenOf(m, m.StartsAt)},
		}, "staff agreed for the organizer")
	} else {
		t.SaveMeet(m, change.OrganizerRefused, "")
		t.Void(m, "the other time was refused")
		t.Replan(m, true)
		t.Tell(m.Contact, reminder.OldTimeRule, turn.SubjectOf(m.Meeting), fact.ChangedNote{Old: m.StartsAt, New: asked},
			"the other time was refused")
		t.Tell(m.Organizer, reminder.DutyRule, turn.Loose(m.Meeting), duty.Note{
			Key:    lang.StaffRefused,
			Fields: []string{"staff", a.By.Name, "who", m.Contact.Name, "new", offer.NewTime(t, m, asked), "when", t.WhenOf(m, m.StartsAt)},
		},
			"staff refused for the organizer")
	}
	t.Add(change.CloseAttention{Kind: matter.ProposalOpen, Subject: turn.Loose(m.Meeting), At: t.Now()})
	t.Show(t.ToldOf(m, true))
}
