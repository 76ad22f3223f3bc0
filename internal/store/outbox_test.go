package store_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/store"
	"github.com/reportback/reportback/internal/testkit"
)

func TestOneTextOfAPhoneIsInFlightAtATime(t *testing.T) {
	t.Parallel()
	l := newLane(t)
	first, second := l.queue("one"), l.queue("two")
	outs := l.claim()
	if len(outs) != 1 || outs[0].ID != first || outs[0].Attempt != 1 {
		t.Fatalf("claimed %v, want the first alone", outs)
	}
	if more := l.claim(); len(more) != 0 {
		t.Fatalf("claimed %d while one is in flight", len(more))
	}
	l.settle(sent(outs[0], 1))
	if outs = l.claim(); len(outs) != 1 || outs[0].ID != second {
		t.Fatalf("then the second: %v", outs)
	}
}

func TestAnOutcomeOfAnOlderAttemptChangesNothing(t *testing.T) {
	t.Parallel()
	l := newLane(t)
	id := l.queue("one")
	old := l.claim()[0]
	l.settle(app.Outcome{ID: id, PhoneID: l.id, Attempt: 1, Kind: app.OutcomeSurelyNotSent})
	l.want(id, "queued -")
	if len(l.claim()) != 0 {
		t.Fatal("a backoff holds the lane")
	}
	l.now = l.now.Add(time.Minute)
	if again := l.claim(); len(again) != 1 || again[0].Attempt != 2 {
		t.Fatalf("tried again as attempt 2: %v", again)
	}
	l.settle(app.Outcome{ID: old.ID, PhoneID: l.id, Attempt: 1, Kind: app.OutcomeRejected, Class: app.ClassContent, Code: 21617})
	l.want(id, "sending -")
}

func TestUnknownIsNeverSentAgainBlindly(t *testing.T) {
	t.Parallel()
	l := newLane(t)
	id := l.queue("one")
	next := l.queue("two")
	o := l.claim()[0]
	l.settle(app.Outcome{ID: id, PhoneID: l.id, Attempt: 1, Kind: app.OutcomeUnknown})
	l.want(id, "unknown -")
	if len(l.claim()) != 0 {
		t.Fatal("an unknown holds its lane")
	}
	res, err := l.db.Callback(t.Context(), l.now, sms.Callback{
		MessageID: id, SID: sid(7), To: l.phone, Status: sms.StatusSent,
		RawStatus: "sent",
	}, app.Fate{})
	if err != nil || !res.Bound {
		t.Fatalf("a callback binds it: %+v %v", res, err)
	}
	l.want(id, "sent "+sid(7))
	l.settle(sent(o, 7)) // the worker's late 201 finds the same SID
	l.want(id, "sent "+sid(7))
	if outs := l.claim(); len(outs) != 1 || outs[0].ID != next {
		t.Fatal("the lane goes on")
	}
}

func TestASecondSIDIsRecordedAsDoubled(t *testing.T) {
	t.Parallel()
	l := newLane(t)
	id := l.queue("one")
	l.settle(sent(l.claim()[0], 1))
	res, err := l.db.Callback(t.Context(), l.now, sms.Callback{
		MessageID: id, SID: sid(2), To: l.phone, Status: sms.StatusSent,
		RawStatus: "sent",
	}, app.Fate{})
	if err != nil || !res.Doubled {
		t.Fatalf("%+v %v", res, err)
	}
	res, err = l.db.Callback(t.Context(), l.now, sms.Callback{
		MessageID: id, SID: sid(2), To: l.phone, Status: sms.StatusDelivered,
		RawStatus: "delivered",
	}, app.Fate{})
	if err != nil || res.Doubled {
		t.Fatalf("its further callbacks are no further double: %+v %v", res, err)
	}
	if n := query(t, l.url, `SELECT count(*)::text FROM attempts WHERE outcome = 'doubled'`)[0]; n != "1" {
		t.Errorf("%s doubled", n)
	}
	l.want(id, "sent "+sid(1))
}

func TestCallbacksMoveForwardInAnyOrder(t *testing.T) {
	t.Parallel()
	l := newLane(t)
	id := l.queue("one")
	l.settle(sent(l.claim()[0], 1))
	for _, s := range []string{"delivered", "sent", "delivered", "queued", "failed", "teleported"} {
		cb := sms.Callback{MessageID: id, SID: sid(1), To: l.phone, Status: sms.ParseStatus(s), RawStatus: s}
		if s == "failed" {
			cb.Code = 30008
		}
		if _, err := l.db.Callback(t.Context(), l.now, cb, app.Fate{}); err != nil {
			t.Fatal(err)
		}
	}
	got := query(t, l.url, `SELECT status || ' ' || error_code FROM messages WHERE id = $1`, id)[0]
	if got != fmt.Sprintf("%d 0", sms.StatusDelivered) {
		t.Errorf("%s: delivered stays", got)
	}
	if n := query(t, l.url, `SELECT count(*)::text FROM callbacks`)[0]; n != "5" {
		t.Errorf("%s callbacks kept raw, want 5", n)
	}
	res, err := l.db.Callback(t.Context(), l.now, sms.Callback{SID: sid(99), To: l.phone, Status: sms.StatusSent, RawStatus: "sent"},
		app.Fate{})
	if err != nil || !res.Orphan {
		t.Errorf("an orphan is kept: %+v %v", res, err)
	}
	stranger, err := sms.PhoneFromE164("+12065550177")
	if err != nil {
		t.Fatal(err)
	}
	other := l.queue("two")
	l.claim()
	if res, err := l.db.Callback(t.Context(), l.now, sms.Callback{
		MessageID: other, SID: sid(5), To: stranger, Status: sms.StatusSent,
		RawStatus: "sent",
	}, app.Fate{}); err != nil || !res.Orphan {
		t.Errorf("our id with another number is an orphan: %+v %v", res, err)
	}
}

func TestLeasesRunOutToUnknownButNotThoseInFlightHere(t *testing.T) {
	t.Parallel()
	l := newLane(t)
	id := l.queue("one")
	l.claim()
	if n, err := l.db.LeaseOver(t.Context(), 0, []uuid.UUID{id}); err != nil || n != 0 {
		t.Fatalf("in flight here: %d %v", n, err)
	}
	if n, err := l.db.LeaseOver(t.Context(), time.Hour, nil); err != nil || n != 0 {
		t.Fatalf("not yet over: %d %v", n, err)
	}
	if n, err := l.db.LeaseOver(t.Context(), 0, nil); err != nil || n != 1 {
		t.Fatalf("over: %d %v", n, err)
	}
	l.want(id, "unknown -")
}

// TestASecondProofCountsAsTheFirst: a text goes on as often as it is proved unsent, for as long as it makes sense.
func TestASecondProofCountsAsTheFirst(t *testing.T) {
	t.Parallel()
	l := newLane(t)
	id := l.queue("one")
	for attempt := 1; attempt <= 3; attempt++ {
		l.claim()
		l.settle(app.Outcome{ID: id, PhoneID: l.id, Attempt: attempt, Kind: app.OutcomeUnknown})
		u, err := l.db.Unknowns(t.Context(), 10)
		if err != nil || len(u) != 1 || u[0].Requeued != (attempt > 1) {
			t.Fatalf("unknowns: %+v %v", u, err)
		}
		freed, err := l.db.Verdict(t.Context(), l.now, app.Judgement{Unknown: u[0], Kind: app.JudgedNotSent})
		if err != nil || !freed {
			t.Fatalf("attempt %d: freed %v %v", attempt, freed, err)
		}
		l.want(id, "queued -")
	}
	l.claim()
	l.settle(app.Outcome{ID: id, PhoneID: l.id, Attempt: 4, Kind: app.OutcomeUnknown})
	u, err := l.db.Unknowns(t.Context(), 10)
	if err != nil || len(u) != 1 {
		t.Fatalf("%d unknowns, %v", len(u), err)
	}
	if _, err := l.db.Verdict(t.Context(), l.now.Add(7*time.Hour), app.Judgement{Unknown: u[0], Kind: app.JudgedNotSent}); err != nil {
		t.Fatal(err)
	}
	l.want(id, "withheld -")
}

func TestWhatMayNotLeaveIsWithheldWithItsReason(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, reason string
		set          func(l *lane, x *change.Text)
		prepare      func(l *lane)
	}{
		{"opted out", "opted out", nil, func(l *lane) {
			l.save(change.SetConsent{ID: uuid.Must(uuid.NewV7()), PhoneID: l.id, Consent: person.ConsentNo, Source: "STOP", At: l.now})
		}},
		{"too late", "too late: it no longer makes sense", func(l *lane, x *change.Text) { x.ValidUntil = l.now.Add(-time.Minute) }, nil},
		{
			"an unasked text at night", "quiet hours", func(_ *lane, x *change.Text) { x.Unasked = true },
			func(l *lane) { l.now = time.Date(2026, 11, 24, 6, 0, 0, 0, time.UTC) },
		},
		{
			"an unasked text where its number is at night", "quiet hours", func(_ *lane, x *change.Text) { x.Unasked = true },
			func(l *lane) { l.now = time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC) },
		},
		{"sending off", "sending is off", nil, func(l *lane) {
			if err := l.db.SetSetting(l.t.Context(), "sending", "off", false); err != nil {
				l.t.Fatal(err)
			}
		}},
		{"team mode, to a stranger", "sending is team", func(_ *lane, x *change.Text) { x.PersonID = uuid.Nil }, func(l *lane) {
			if err := l.db.SetSetting(l.t.Context(), "sending", "team", false); err != nil {
				l.t.Fatal(err)
			}
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			l := newLane(t)
			if err := l.db.SetSetting(t.Context(), "zone", "UTC", false); err != nil {
				t.Fatal(err)
			}
			if c.prepare != nil {
				c.prepare(l)
			}
			id := l.queue("one", func(x *change.Text) {
				if c.set != nil {
					c.set(l, x)
				}
			})
			if outs := l.claim(); len(outs) != 0 {
				t.Fatalf("%d left", len(outs))
			}
			l.want(id, "withheld -")
			if got := query(t, l.url, `SELECT reason FROM messages WHERE id = $1`, id)[0]; got != c.reason {
				t.Errorf("reason %q, want %q", got, c.reason)
			}
		})
	}
}

func TestTheConfirmationOfAnOptOutLeaves(t *testing.T) {
	t.Parallel()
	l := newLane(t)
	l.save(change.SetConsent{ID: uuid.Must(uuid.NewV7()), PhoneID: l.id, Consent: person.ConsentNo, Source: "own words", At: l.now})
	id := l.queue("You are opted out", func(x *change.Text) { x.Exempt = true })
	if outs := l.claim(); len(outs) != 1 || outs[0].ID != id {
		t.Fatal("the one confirmation is exempt")
	}
}

func TestExportsHaveTheirColumns(t *testing.T) {
	t.Parallel()
	db, _ := open(t)
	for _, what := range store.Exports() {
		var b strings.Builder
		if err := app.Export(t.Context(), testkit.Deps(db), what, "spreadsheet", &b); err != nil {
			t.Errorf("%s: %v", what, err)
		}
		if !strings.HasPrefix(b.String(), "\ufeff") || !strings.HasSuffix(b.String(), "\r\n") {
			t.Errorf("%s: a spreadsheet gets a mark and CRLF: %q", what, b.String())
		}
	}
}

func TestWhatIsDoneLeavesToday(t *testing.T) {
	t.Parallel()
	l := newLane(t)
	s := change.Subject{Kind: change.ReportSubject, ID: uuid.Must(uuid.NewV7())}
	add := func() change.Attention {
		return change.Attention{
			ID: uuid.Must(uuid.NewV7()), Kind: matter.ReportOpen, Subject: s, PhoneID: l.id, Note: "a report is not finished",
			At: l.now,
		}
	}
	l.save(add())
	l.save(add()) // open already: one row
	open := func() string {
		return query(t, l.url, `SELECT count(*) FILTER (WHERE closed_at IS NULL) || ' of ' || count(*) FROM attention`)[0]
	}
	if got := open(); got != "1 of 1" {
		t.Errorf("open: %s", got)
	}
	l.save(change.CloseAttention{Kind: matter.ReportOpen, Subject: s, At: l.now})
	if got := open(); got != "0 of 1" {
		t.Errorf("closed: %s", got)
	}
}

// TestPlainCallbacksGoTogether: of a batch each that says how far a text is moves it as it would alone, in any order and again; what says
// more, or of another text, is left.
func TestPlainCallbacksGoTogether(t *testing.T) {
	t.Parallel()
	l := newLane(t)
	ids := make([]uuid.UUID, 3)
	for i := range 2 {
		ids[i] = l.queue(fmt.Sprint("text ", i))
		l.settle(sent(l.claim()[0], i))
	}
	ids[2] = l.queue("not settled yet")
	l.claim()
	other, err := sms.PhoneFromE164("+12065550143")
	if err != nil {
		t.Fatal(err)
	}
	of := func(text, n int, word string) sms.Callback {
		return sms.Callback{
			MessageID: ids[text], SID: sid(n), To: l.phone, Status: sms.ParseStatus(word), RawStatus: word,
			Form: map[string][]string{"To": {"+12065550142"}, "MessageStatus": {word}, "Odd": {"a\x00b"}},
		}
	}
	stranger := of(1, 1, "delivered")
	stranger.To = other
	list := []sms.Callback{
		of(0, 0, "delivered"), of(0, 0, "sent"), of(0, 0, "delivered"), of(1, 1, "sent"), of(1, 7, "sent"), of(2, 2, "sent"), stranger,
	}
	for range 2 {
		got, err := l.db.MoveOn(t.Context(), l.now, list)
		if want := []bool{true, true, true, true, false, false, false}; err != nil || !slices.Equal(got, want) {
			t.Errorf("%v %v", got, err)
		}
	}
	statuses := query(t, l.url, `SELECT string_agg(status::text, ' ' ORDER BY seq) FROM messages`)
	if want := fmt.Sprintf("%d %d %d", sms.StatusDelivered, sms.StatusSent, sms.StatusSending); statuses[0] != want {
		t.Errorf("%s, want %s", statuses[0], want)
	}
	kept := query(t, l.url, `SELECT sid || ' ' || status || ' ' || (message_id IS NOT NULL) || ' ' || form
  FROM callbacks ORDER BY sid, status`)
	if len(kept) != 3 || strings.Contains(strings.Join(kept, ""), "+1206") || strings.Contains(strings.Join(kept, ""), "false") {
		t.Errorf("%q", kept)
	}
	query(t, l.url, `UPDATE phones SET soft_weeks = '{2026-11-16}' RETURNING ''`)
	if got, err := l.db.MoveOn(t.Context(), l.now, []sms.Callback{of(1, 1, "delivered")}); err != nil || got[0] {
		t.Errorf("a phone that was silent for a week hears of it: %v %v", got, err)
	}
}
