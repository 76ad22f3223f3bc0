package store_test

import (
	"testing"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/sms"
)

// TestWhatNobodyAskedForKeepsThePace: ten seconds' worth at once, urgent before less urgent, then as much as time brings; answers never
// wait, and count.
func TestWhatNobodyAskedForKeepsThePace(t *testing.T) {
	t.Parallel()
	l := newLane(t)
	l.db.SetPace("+12065550199", 1)
	all := l.others(30)
	var ids []int64
	for i, o := range all {
		ids = append(ids, o.id)
		o.queue("two segments", func(x *change.Text) {
			x.Prio, x.AnyHour = change.PrioChaser, true
			if i >= 20 {
				x.Prio = change.PrioReminder
			}
		})
	}
	claim := func() (reminders, chasers int) {
		outs, err := l.db.Claim(t.Context(), l.now, ids, 100)
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range outs {
			for i, x := range all {
				if x.id != o.PhoneID {
					continue
				}
				if i >= 20 {
					reminders++
				} else {
					chasers++
				}
			}
		}
		return reminders, chasers
	}
	if r, c := claim(); r != 10 || c > 1 {
		t.Errorf("at first %d reminders and %d chasers", r, c)
	}
	if r, c := claim(); r != 0 || c > 1 {
		t.Errorf("then %d and %d", r, c)
	}
	answer := l.queue("an answer")
	if outs := l.claim(); len(outs) != 1 || outs[0].ID != answer {
		t.Errorf("an answer waits: %v", outs)
	}
	if err := rawExec(t, l.url, `UPDATE paces SET at = clock_timestamp() - interval '5 seconds'`); err != nil {
		t.Fatal(err)
	}
	if r, c := claim(); r != 0 || c < 3 || c > 6 {
		t.Errorf("after five seconds %d and %d", r, c)
	}
}

// TestAnAnswerBehindWhatNobodyAskedForDoesNotWait: a phone's texts leave in their order, so what stands before its answer goes at once too,
// and counts; another's does not.
func TestAnAnswerBehindWhatNobodyAskedForDoesNotWait(t *testing.T) {
	t.Parallel()
	l := newLane(t)
	l.db.SetPace("+12065550199", 1)
	all := l.others(2)
	var ids []int64
	unasked := func(x *change.Text) { x.Prio, x.AnyHour, x.Unasked = change.PrioReminder, true, true }
	if err := rawExec(t, l.url, `INSERT INTO paces (sender, tokens, at) VALUES ('+12065550199', -600, clock_timestamp())`); err != nil {
		t.Fatal(err)
	}
	for _, o := range all {
		ids = append(ids, o.id)
		o.queue("welcome", unasked)
	}
	claim := func() []app.Outgoing {
		outs, err := l.db.Claim(t.Context(), l.now, ids, 100)
		if err != nil {
			t.Fatal(err)
		}
		return outs
	}
	if outs := claim(); len(outs) != 0 {
		t.Fatalf("the pace has no room, and %d left", len(outs))
	}
	answer := all[1].queue("an answer")
	outs := claim()
	if len(outs) != 1 || outs[0].PhoneID != all[1].id {
		t.Fatalf("what stands before an answer waits: %v", outs)
	}
	all[1].settle(app.Outcome{ID: outs[0].ID, PhoneID: all[1].id, Attempt: 1, Kind: app.OutcomeSent, SID: "SM1", Status: sms.StatusQueued})
	if outs := claim(); len(outs) != 1 || outs[0].ID != answer {
		t.Errorf("then the answer waits: %v", outs)
	}
	all[1].settle(app.Outcome{ID: answer, PhoneID: all[1].id, Attempt: 1, Kind: app.OutcomeSent, SID: "SM2", Status: sms.StatusQueued})
}
