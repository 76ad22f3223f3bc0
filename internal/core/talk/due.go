package talk

import (
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/whose"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// due decides about a planned row whose time has come: what it was planned for is read again.
func due(t *turn.Turn) {
	p := t.Due()
	rule, ok := reminder.Find(p.Rule)
	if !ok || t.Fault() != "" {
		t.End(change.PlanDropped, "handed to staff: "+phrase.OrElse(t.Fault(), "no such rule"), uuid.Nil)
		t.HandToStaff(matter.Fault, "a planned text could not be made: "+p.Rule)
		return
	}
	v := reminder.Judge(rule, facts(t), t.Now())
	switch v.Do {
	case reminder.Move:
		if p.Rule == reminder.DraftNudge && v.Reason == "moved by quiet hours" {
			t.End(change.PlanFolded, "quiet hours: the morning's text says it", uuid.Nil)
			return
		}
		t.Add(change.MovePlan{ID: p.ID, Version: p.Version, DueAt: v.At, Reason: v.Reason})
		return
	case reminder.Drop:
		t.End(change.PlanDropped, v.Reason, uuid.Nil)
		if v.Tell || rule.Must && stillSo(t) {
			notTold(t, rule, v.Reason)
		}
		return
	case reminder.Go:
	}
	rooms().row(rule.Name)(t, rule)
}

// stillSo reports whether what a text was to tell still holds: the one-on-one has not changed since it was planned.
func stillSo(t *turn.Turn) bool {
	p := t.Due()
	if p.Subject.Kind != change.MeetingSubj || p.Subject.Version == 0 {
		return true
	}
	m, ok := t.MeetByID(p.SubjectID)
	return ok && m.Rev == p.Subject.Version
}

// notTold puts on Today what somebody should have heard and did not: a person calls.
func notTold(t *turn.Turn, rule reminder.Rule, why string) {
	t.Add(change.Attention{
		ID: t.NewID(), Kind: matter.HeldBack, Subject: change.Subject{Kind: change.PhoneSubject, ID: t.Due().ID}, PhoneID: t.Phone().ID,
		Note: untold(rule) + ": " + why, At: t.Now(),
	})
}

// untold says what somebody has not heard.
func untold(rule reminder.Rule) string {
	switch rule.Name {
	case reminder.ChangedRule, reminder.EventMovedRule:
		return "has not heard that it moved"
	case reminder.CalledOffRule, reminder.EventOffRule:
		return "has not heard that it is called off"
	case reminder.RelayRule, reminder.ToldRule:
		return "did not get the other's words"
	case reminder.ConfirmedRule, reminder.DeclinedRule, reminder.ProposalRule, reminder.CounterRule, reminder.OldTimeRule,
		reminder.SettledRule:
		return "has not heard what the other says about the time"
	case reminder.ThanksRule:
		return "did not get the thank-you"
	}
	return "did not get a text (" + strings.ReplaceAll(rule.Name, "_", " ") + ")"
}

// urgent reports whether a one-on-one is about to begin, or under way.
func urgent(m world.Meet, now time.Time) bool {
	soon := m.StartsAt
	if m.Status == meeting.Proposed && m.Proposal.Old.After(now) {
		soon = m.Proposal.Old
	}
	return soon.After(now) && soon.Sub(now) <= reminder.UrgentWithin || m.Running(now)
}

// facts are what a due row is judged by.
func facts(t *turn.Turn) reminder.Facts {
	f := reminder.Facts{
		ValidUntil: t.Due().ValidUntil, Zone: t.Loc(), Consent: whose.OwnConsent(t), ReachBad: t.Phone().ReachBad || t.Phone().Locked,
		Works: t.Who().Works(), Sending: t.Org().Sending, Hours: t.Org().Hours, Paused: t.Phone().PausedUntil, Own: t.Phone().TextHours,
	}
	if t.Phone().UnaskedOn == t.Today() {
		f.UnaskedDay = t.Phone().UnaskedCount
	}
	f.Wrote = !t.Phone().InboundAt.IsZero() && t.Now().Sub(t.Phone().InboundAt) <= reminder.WroteWithin
	f.Calls = !t.Who().Works() && person.Way(t.Who().BestWay) == person.ByCall
	if t.Who().Zone == "" {
		f.Zones = reminder.ZonesOf(t.Phone().Phone)
	}
	for _, m := range t.Meetings() {
		if m.Running(t.Now()) && (m.OrganizerID == t.Who().ID || m.ContactID == t.Who().ID) && m.Ends().After(f.BusyUntil) {
			f.BusyUntil = m.Ends()
		}
		if m.ID == t.Due().SubjectID {
			f.Urgent = urgent(m, t.Now())
		}
	}
	if t.AsksNow() {
		f.QuestionAt = phrase.Latest(t.Conv().AskedAt, t.Conv().LastInAt)
	}
	return f
}
