package store_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/sms"
)

// others makes lanes of n more phones with one text each.
func (l *lane) others(n int) []*lane {
	l.t.Helper()
	var out []*lane
	for i := range n {
		p, err := sms.PhoneFromE164(fmt.Sprintf("+1206555%04d", 200+i))
		if err != nil {
			l.t.Fatal(err)
		}
		o := *l
		o.phone = p
		err = l.db.InTx(l.t.Context(), func(tx app.Tx) error {
			w, err := tx.Lock(l.t.Context(), []sms.Phone{p})
			o.id = w[0].Phone.ID
			return err
		})
		if err != nil {
			l.t.Fatal(err)
		}
		out = append(out, &o)
	}
	return out
}

// TestLanesThatWaitHideNoOthers: four lanes back off, four are busy and all have more to send; the ninth is served, and an answer first.
func TestLanesThatWaitHideNoOthers(t *testing.T) {
	t.Parallel()
	l := newLane(t)
	ids := []int64{l.id}
	all := l.others(10)
	for i, o := range all {
		ids = append(ids, o.id)
		if i >= 8 {
			continue
		}
		o.queue("first")
		o.queue("second")
		c := o.claim()[0]
		if i < 4 {
			o.settle(app.Outcome{ID: c.ID, PhoneID: o.id, Attempt: 1, Kind: app.OutcomeSurelyNotSent})
		}
	}
	all[8].queue("a reminder", func(x *change.Text) { x.Prio = change.PrioReminder })
	answer := all[9].queue("an answer")
	outs, err := l.db.Claim(t.Context(), l.now, ids, 1)
	if err != nil || len(outs) != 1 || outs[0].ID != answer {
		t.Errorf("claimed %v %v, want the answer", outs, err)
	}
	left, err := l.db.Forgotten(t.Context(), l.now, 1)
	if err != nil || len(left) != 1 || left[0] != all[8].id {
		t.Errorf("forgotten %v %v, want the lane of the reminder", left, err)
	}
}

func (l *lane) unsettled(body string) app.Unknown {
	l.t.Helper()
	id := l.queue(body)
	l.claim()
	l.settle(app.Outcome{ID: id, PhoneID: l.id, Attempt: 1, Kind: app.OutcomeUnknown})
	u := app.Unknown{ID: id, PhoneID: l.id, To: l.phone, Attempt: 1, Reply: true}
	if freed, err := l.db.Verdict(l.t.Context(), l.now, app.Judgement{
		Unknown: u, Kind: app.JudgedUnsettled,
		Reason: "no word for a minute",
	}); err != nil || !freed {
		l.t.Fatalf("%v %v", freed, err)
	}
	u.Unsettled = true
	return u
}

func (l *lane) shown(id uuid.UUID) string {
	l.t.Helper()
	return query(l.t, l.url, `SELECT count(*)::text FROM attention WHERE subject_id = $1 AND closed_at IS NULL`, id)[0]
}

// TestALateNegativeVerdict: a reply that nothing followed goes out after all and leaves Today; one that its lane has passed by stays with
// staff.
func TestALateNegativeVerdict(t *testing.T) {
	t.Parallel()
	for _, passed := range []bool{false, true} {
		l := newLane(t)
		u := l.unsettled("one")
		if l.shown(u.ID) != "1" {
			t.Fatal("staff do not see it")
		}
		if passed {
			l.queue("two")
		}
		want, shown := "queued -", "0"
		if passed {
			want, shown = "unsettled -", "1"
		}
		if _, err := l.db.Verdict(t.Context(), l.now, app.Judgement{Unknown: u, Kind: app.JudgedNotSent, Reason: "not in the list"}); err != nil {
			t.Fatal(err)
		}
		l.want(u.ID, want)
		if got := l.shown(u.ID); got != shown {
			t.Errorf("%s on Today, want %s", got, shown)
		}
	}
}

// TestACallbackEndsTheDoubt: the text that staff were shown has arrived.
func TestACallbackEndsTheDoubt(t *testing.T) {
	t.Parallel()
	l := newLane(t)
	u := l.unsettled("one")
	if res, err := l.db.Callback(t.Context(), l.now, sms.Callback{
		MessageID: u.ID, SID: sid(3), To: l.phone, Status: sms.StatusDelivered,
		RawStatus: "delivered",
	}, app.Fate{}); err != nil || !res.Bound {
		t.Fatalf("%+v %v", res, err)
	}
	l.want(u.ID, "sent "+sid(3))
	if l.shown(u.ID) != "0" {
		t.Error("still on Today")
	}
}

// TestUnknownsThatHoldALaneComeFirst: however many unsettled ones there are.
func TestUnknownsThatHoldALaneComeFirst(t *testing.T) {
	t.Parallel()
	l := newLane(t)
	for i := range 3 {
		l.unsettled(fmt.Sprint("old ", i))
		l.now = l.now.Add(time.Second)
	}
	id := l.queue("now")
	l.claim()
	l.settle(app.Outcome{ID: id, PhoneID: l.id, Attempt: 1, Kind: app.OutcomeUnknown})
	got, err := l.db.Unknowns(t.Context(), 1)
	if err != nil || len(got) != 1 || got[0].ID != id {
		t.Errorf("%v %v, want the one that holds the lane", got, err)
	}
}
