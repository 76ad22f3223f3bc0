package meeting

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// TestTheTableOfMeetings prints what each transition makes of each status, before the start and after it; a dash is a refusal.
func TestTheTableOfMeetings(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 24, 18, 0, 0, 0, time.UTC)
	transitions := []struct {
		name string
		do   func(*Meeting) error
	}{
		{"confirm", func(m *Meeting) error { _, err := m.Confirm(now); return err }},
		{"decline", func(m *Meeting) error { return m.Decline(now) }},
		{"move", func(m *Meeting) error { return m.Move(now.Add(48 * time.Hour)) }},
		{"propose", func(m *Meeting) error { return m.Propose(Contact, now.Add(48*time.Hour), now) }},
		{"accept", func(m *Meeting) error { return m.Accept(now) }},
		{"refuse", func(m *Meeting) error { return m.Refuse(now) }},
		{"call off", func(m *Meeting) error { return m.CallOff() }},
		{"hold", func(m *Meeting) error { return m.Hold(now) }},
		{"miss", func(m *Meeting) error { return m.Miss(now) }},
		{"report", func(m *Meeting) error { return m.Report() }},
	}
	var got strings.Builder
	for _, when := range []struct {
		name  string
		start time.Time
	}{{"to come", now.Add(time.Hour)}, {"begun", now.Add(-time.Hour)}} {
		got.WriteString("\n" + when.name + "\n")
		for _, s := range []Status{Planned, Proposed, Confirmed, Declined, Held, NoShow, CalledOff, Reported, Debriefed} {
			fmt.Fprintf(&got, "%-11s", s)
			for _, tr := range transitions {
				m := Meeting{Status: s, StartsAt: when.start, Minutes: 45, Rev: 3}
				if s == Proposed {
					m.Proposal = Proposal{By: Contact, At: now.Add(24 * time.Hour), Old: when.start, Round: 1, Was: Confirmed}
				}
				before := m
				cell := "-"
				if err := tr.do(&m); err == nil {
					cell = string(m.Status)
					if m.Rev != before.Rev {
						cell += "*" // what was planned of it is void
					}
				} else if m != before {
					t.Errorf("%s refuses in %s, and changes it", tr.name, s)
				}
				fmt.Fprintf(&got, " %s:%s", tr.name, cell)
			}
			got.WriteString("\n")
		}
	}
	if got.String() != table {
		t.Errorf("got%s", got.String())
	}
}

const table = `
to come
planned     confirm:confirmed decline:declined* move:planned* propose:proposed* accept:- refuse:- call off:called_off* hold:- miss:- report:reported
proposed    confirm:- decline:declined* move:planned* propose:proposed* accept:confirmed* refuse:planned* call off:called_off* hold:- miss:- report:reported
confirmed   confirm:confirmed decline:declined* move:planned* propose:proposed* accept:- refuse:- call off:called_off* hold:- miss:- report:reported
declined    confirm:confirmed* decline:- move:planned* propose:proposed* accept:- refuse:- call off:called_off* hold:- miss:- report:-
held        confirm:- decline:- move:- propose:- accept:- refuse:- call off:- hold:- miss:- report:reported
no_show     confirm:- decline:- move:planned* propose:proposed* accept:- refuse:- call off:- hold:- miss:- report:reported
called_off  confirm:- decline:- move:planned* propose:- accept:- refuse:- call off:- hold:- miss:- report:-
reported    confirm:- decline:- move:- propose:- accept:- refuse:- call off:- hold:- miss:- report:reported
debriefed   confirm:- decline:- move:- propose:- accept:- refuse:- call off:- hold:- miss:- report:debriefed

begun
planned     confirm:- decline:- move:planned* propose:- accept:- refuse:- call off:called_off* hold:held miss:no_show report:reported
proposed    confirm:- decline:- move:planned* propose:proposed* accept:confirmed* refuse:- call off:called_off* hold:held miss:no_show report:reported
confirmed   confirm:- decline:- move:planned* propose:- accept:- refuse:- call off:called_off* hold:held miss:no_show report:reported
declined    confirm:- decline:- move:planned* propose:- accept:- refuse:- call off:called_off* hold:- miss:- report:-
held        confirm:- decline:- move:- propose:- accept:- refuse:- call off:- hold:held miss:no_show report:reported
no_show     confirm:- decline:- move:planned* propose:proposed* accept:- refuse:- call off:- hold:held miss:no_show report:reported
called_off  confirm:- decline:- move:planned* propose:- accept:- refuse:- call off:- hold:held miss:- report:-
reported    confirm:- decline:- move:- propose:- accept:- refuse:- call off:- hold:- miss:- report:reported
debriefed   confirm:- decline:- move:- propose:- accept:- refuse:- call off:- hold:- miss:- report:debriefed
`
