package store_test

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/testkit"
)

// need returns the open row of a failed text.
func (l *lane) need(id uuid.UUID) uuid.UUID {
	l.t.Helper()
	got := query(l.t, l.url, `SELECT id::text FROM attention WHERE message_id = $1 AND kind = 'failed_text' AND closed_at IS NULL`, id)
	if len(got) != 1 {
		l.t.Fatalf("%d rows on Today for the text", len(got))
	}
	return uuid.MustParse(got[0])
}

// deps are use cases on the lane's clock.
func (l *lane) deps() app.Deps {
	d := testkit.Deps(l.db)
	d.Clock = fixed(l.now)
	return d
}

type fixed time.Time

func (f fixed) Now() time.Time { return time.Time(f) }

// TestStaffSendAgain: an unsettled text goes again as a new one when staff say so, once; a refused one too, unless it would be refused
// again.
func TestStaffSendAgain(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		code int
		may  bool
	}{{"unsettled", 0, true}, {"refused for the account", 30034, true}, {"words filtered", 30007, false}, {"too long", 21617, false}} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			l := newLane(t)
			var id uuid.UUID
			if c.code == 0 {
				id = l.unsettled("where were we").ID
			} else {
				id = l.queue("where were we")
				l.settle(sent(l.claim()[0], 1))
				if _, err := l.db.Callback(t.Context(), l.now, sms.Callback{
					MessageID: id, SID: sid(1), To: l.phone, Status: sms.StatusFailed,
					RawStatus: "failed", Code: c.code,
				}, app.Fate{}); err != nil {
					t.Fatal(err)
				}
			}
			by, need := uuid.New(), l.need(id)
			shown := func() page.Need {
				list, err := l.db.Open(t.Context(), l.now, page.NeedFilter{N: 20})
				if err != nil {
					t.Fatal(err)
				}
				for _, n := range list {
					if n.ID == need {
						return n
					}
				}
				return page.Need{}
			}
			n := shown()
			if !n.Again || n.Unsettled != (c.code == 0) || n.ErrorCode != c.code ||
				(n.Unsettled || l.deps().MayGoAgain(n.ErrorCode)) != c.may {
				t.Errorf("Today's row: %+v", n)
			}
			err := app.SendAgain(t.Context(), l.deps(), need, by)
			if c.may != (err == nil) || !c.may && !errors.Is(err, app.ErrNotAgain) {
				t.Fatalf("may %v: %v", c.may, err)
			}
			if !c.may {
				return
			}
			if err := app.SendAgain(t.Context(), l.deps(), need, by); !errors.Is(err, app.ErrNotFound) {
				t.Errorf("pressed twice: %v", err)
			}
			if shown().Again {
				t.Error("the row still offers it")
			}
			if _, err := l.db.Again(t.Context(), l.now); err != nil {
				t.Fatal(err)
			}
			outs := l.claim()
			if len(outs) != 1 || outs[0].ID == id || outs[0].Body.Text() != "where were we" {
				t.Fatalf("claimed %v", outs)
			}
			l.settle(sent(outs[0], 2))
			if more := l.claim(); len(more) != 0 {
				t.Error("it goes once")
			}
		})
	}
}

// TestThreeWeeksOfSilenceAreNoPhone: failures that may pass count by week, and begin anew when a text arrives.
func TestThreeWeeksOfSilenceAreNoPhone(t *testing.T) {
	t.Parallel()
	l := newLane(t)
	n := 0
	text := func(s sms.Status) bool {
		n++
		id := l.queue("hello")
		l.settle(sent(l.claim()[0], n))
		res, err := l.db.Callback(t.Context(), l.now, sms.Callback{MessageID: id, SID: sid(n), To: l.phone, Status: s, RawStatus: s.String()},
			app.Fate{Soft: true})
		if err != nil {
			t.Fatal(err)
		}
		l.now = l.now.Add(24 * time.Hour)
		return res.Unreached
	}
	for range 10 { // two weeks
		if text(sms.StatusUndelivered) {
			t.Fatalf("unreachable after %d days", n)
		}
	}
	text(sms.StatusDelivered)
	l.now = l.now.Add(3 * 24 * time.Hour)
	for range 12 {
		if text(sms.StatusUndelivered) {
			t.Fatalf("counted across a text that arrived, at %s", l.now)
		}
	}
	if l.now = l.now.Add(2 * 24 * time.Hour); !text(sms.StatusUndelivered) {
		t.Error("a third week without a text that arrived")
	}
}

// failing takes every text, and says in the same answer that it failed.
type failing struct {
	app.Provider
	code int
}

func (f failing) Send(context.Context, app.Outgoing) app.Outcome {
	return app.Outcome{Kind: app.OutcomeSent, SID: sid(1), Status: sms.StatusFailed, Code: f.code}
}

// TestATextThatIsTakenAndFailsInOneAnswer: what follows is what follows a callback, and the callback that comes as well adds nothing.
func TestATextThatIsTakenAndFailsInOneAnswer(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		code  int
		query string
		want  string
	}{
		{30003, `SELECT count(*)::text FROM resends WHERE message_id = $1`, "1"},
		{30034, `SELECT count(*)::text FROM stops WHERE ended_at IS NULL AND by_callback AND $1::uuid IS NOT NULL`, "1"},
		{21610, `SELECT f.consent::text FROM phones f JOIN messages m ON m.phone_id = f.id WHERE m.id = $1`, "2"},
		{30007, `SELECT count(*)::text FROM attention WHERE kind = 'failed_text' AND closed_at IS NULL AND subject_id = $1`, "1"},
	} {
		t.Run(strconv.Itoa(c.code), func(t *testing.T) {
			t.Parallel()
			l := newLane(t)
			deps := testkit.Deps(l.db)
			deps.Clock, deps.Provider = fixed(l.now), failing{code: c.code}
			r := &app.Receiver{Deps: deps}
			id := l.queue("where were we")
			if err := (&app.Drainer{Deps: deps, Receiver: r}).Drain(t.Context(), []int64{l.id}); err != nil {
				t.Fatal(err)
			}
			if got := query(t, l.url, c.query, id)[0]; got != c.want {
				t.Errorf("%d: %s, want %s", c.code, got, c.want)
			}
			if got := query(t, l.url, `SELECT state || ' ' || error_code FROM messages WHERE id = $1`, id)[0]; got != fmt.Sprintf("4 %d", c.code) {
				t.Errorf("the text is %s", got)
			}
			late := sms.Callback{MessageID: id, SID: sid(1), To: l.phone, Status: sms.StatusFailed, RawStatus: "failed", Code: c.code}
			if err := (&app.StatusReceiver{Deps: deps, Receiver: r}).Status(t.Context(), late); err != nil {
				t.Fatal(err)
			}
			if got := query(t, l.url, c.query, id)[0]; got != c.want {
				t.Errorf("%d, after the callback: %s, want %s", c.code, got, c.want)
			}
		})
	}
}

// TestARefusalThatMayPassGoesOnceMore: told in the answer or in a callback, it is the same refusal.
func TestARefusalThatMayPassGoesOnceMore(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		class app.ErrorClass
		goes  int
	}{{app.ClassSoft, 1}, {app.ClassContent, 0}, {app.ClassBlocked, 0}} {
		l := newLane(t)
		id := l.queue("where were we", func(x *change.Text) { x.ValidUntil = l.now.Add(6 * time.Hour) })
		l.claim()
		refused := app.Outcome{ID: id, PhoneID: l.id, Attempt: 1, Kind: app.OutcomeRejected, Class: c.class, Code: 30003, HTTP: 400}
		l.settle(refused)
		open := `SELECT count(*)::text FROM attention WHERE kind = 'failed_text' AND closed_at IS NULL`
		if got, want := query(t, l.url, open)[0], strconv.Itoa(1-c.goes); got != want {
			t.Errorf("%v: %s rows on Today, not %s", c.class, got, want)
		}
		if phones, err := l.db.Again(t.Context(), l.now.Add(30*time.Minute)); err != nil || len(phones) != 0 {
			t.Errorf("%v: within half an hour %v %v", c.class, phones, err)
		}
		l.now = l.now.Add(61 * time.Minute)
		if _, err := l.db.Again(t.Context(), l.now); err != nil {
			t.Fatal(err)
		}
		outs := l.claim()
		if len(outs) != c.goes {
			t.Fatalf("%v: %d go again", c.class, len(outs))
		}
		if c.goes == 0 {
			continue
		}
		refused.ID = outs[0].ID
		l.settle(refused)
		l.now = l.now.Add(61 * time.Minute)
		if _, err := l.db.Again(t.Context(), l.now); err != nil {
			t.Fatal(err)
		}
		if outs := l.claim(); len(outs) != 0 || query(t, l.url, open)[0] != "1" {
			t.Errorf("it goes once more, and is shown then: %d", len(outs))
		}
	}
}
