package store_test

import (
	"context"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/store"
)

// process is a process that receives texts and sends the answers that its steps may send.
type process struct {
	*lane
	r       *app.Receiver
	calls   chan app.Outgoing // the provider was called
	answer  chan app.Outcome  // what the provider says
	nudges  chan []int64
	settled chan string // a text was settled, and how
}

func (p *process) Observe(string, time.Duration) {}

func (p *process) Count(name, label string) {
	if name == "sends" {
		p.settled <- label
	}
}

func (p *process) Nudge(_ context.Context, phones []int64) bool {
	p.nudges <- phones
	return true
}

type heldProvider struct {
	app.Provider
	p *process
}

func (h heldProvider) Send(_ context.Context, o app.Outgoing) app.Outcome {
	h.p.calls <- o
	return <-h.p.answer
}

func (l *lane) process() *process {
	p := &process{
		lane: l, calls: make(chan app.Outgoing, 9), answer: make(chan app.Outcome, 9), nudges: make(chan []int64, 9),
		settled: make(chan string, 9),
	}
	deps := app.Deps{
		Store: l.db, Clock: fixedClock{l.now}, Queue: p, IDs: v7{}, Meter: p, Log: slog.New(slog.DiscardHandler),
		Provider: heldProvider{p: p}, Times: app.DefaultTimes(),
	}
	p.r = &app.Receiver{Deps: deps}
	p.r.Sender = &app.Drainer{Deps: deps, Receiver: p.r}
	return p
}

// text has the phone text, and returns the answer's id.
func (p *process) text(body string) uuid.UUID {
	p.t.Helper()
	in := sms.Inbound{SID: "SM" + uuid.NewString(), From: p.phone.E164(), Phone: p.phone, Body: sms.NewBody(body)}
	if err := p.r.Inbound(p.t.Context(), in); err != nil {
		p.t.Fatal(err)
	}
	return uuid.MustParse(query(p.t, p.url, `SELECT id::text FROM messages WHERE dir = 2 ORDER BY seq DESC LIMIT 1`)[0])
}

// TestAStepSendsItsOwnAnswer: the row is a claim's when the provider hears of it, nobody is woken, and what comes meanwhile waits for its
// turn.
func TestAStepSendsItsOwnAnswer(t *testing.T) {
	t.Parallel()
	p := newLane(t).process()
	first := p.text("LIST")
	o := <-p.calls
	if o.ID != first || o.Attempt != 1 || o.To != p.phone || o.Body.Text() == "" || o.ValidFor <= 0 {
		t.Errorf("the provider hears %+v", o)
	}
	p.want(first, "sending -")
	if got := query(t, p.url, `SELECT attempt || ' ' || (claimed_at = first_claim) || ' ' || (claimed_at > clock_timestamp() - interval '1 h')
	  FROM messages WHERE id = $1`, first); got[0] != "1 true true" {
		t.Errorf("the row of the claim: %s", got)
	}
	second := p.text("HELP")
	p.want(second, "queued -")
	if woken := <-p.nudges; len(woken) != 1 || woken[0] != p.id || len(p.nudges) != 0 {
		t.Errorf("woken %v, want the second's phone alone", woken)
	}
	if outs := p.claim(); len(outs) != 0 {
		t.Errorf("claimed %v beside the one in flight", outs)
	}
	p.answer <- app.Outcome{Kind: app.OutcomeSent, SID: sid(1), Status: sms.StatusQueued}
	if woken := <-p.nudges; len(woken) != 1 || woken[0] != p.id {
		t.Errorf("woken %v when the lane is free", woken)
	}
	p.want(first, "sent "+sid(1))
	if outs := p.claim(); len(outs) != 1 || outs[0].ID != second {
		t.Errorf("then %v", outs)
	}
}

// TestAnAnswerThatItsStepMayNotSendIsLeftToTheClaim: what the claim would look at a second time, or keep back.
func TestAnAnswerThatItsStepMayNotSendIsLeftToTheClaim(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		before func(l *lane)
		says   string
	}{
		"an earlier one waits": {func(l *lane) { l.queue("earlier") }, "LIST"},
		"an earlier one is in flight": {func(l *lane) {
			l.queue("earlier")
			l.claim()
		}, "LIST"},
		"a stop holds": {func(l *lane) {
			if err := l.db.OpenStop(l.t.Context(), l.now, app.Stop{Kind: app.StopDown}); err != nil {
				l.t.Fatal(err)
			}
		}, "LIST"},
		"the database was restored": {func(l *lane) { l.set("home", "9/1") }, "LIST"},
		"its own step changes the consent": {func(l *lane) {
			l.save(change.SetConsent{
				ID: uuid.Must(uuid.NewV7()), PhoneID: l.id, Consent: person.ConsentNo, Source: "own words", At: l.now,
			})
		}, "START"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			l := newLane(t)
			c.before(l)
			p := l.process()
			p.want(p.text(c.says), "queued -")
			if len(p.calls) != 0 {
				t.Error("the provider was called")
			}
		})
	}
}

func (l *lane) set(key, value string) {
	l.t.Helper()
	if err := l.db.SetSetting(l.t.Context(), key, value, false); err != nil {
		l.t.Fatal(err)
	}
}

// TestAProcessThatDiedAfterItsStepsCommit: its answer is settled as any claimed text of whose call nobody knows the outcome, never sent
// again blindly.
func TestAProcessThatDiedAfterItsStepsCommit(t *testing.T) {
	t.Parallel()
	p := newLane(t).process()
	id := p.text("LIST")
	<-p.calls // and nothing more is heard of that process
	if n, err := p.db.LeaseOver(t.Context(), 0, nil); err != nil || n != 1 {
		t.Fatalf("%d leases are over, %v", n, err)
	}
	p.want(id, "unknown -")
	if outs := p.claim(); len(outs) != 0 {
		t.Fatalf("sent again blindly: %v", outs)
	}
	u, err := p.db.Unknowns(t.Context(), 9)
	if err != nil || len(u) != 1 || u[0].ID != id || u[0].Attempt != 1 || !u[0].Reply {
		t.Fatalf("unknown %+v %v", u, err)
	}
	res, err := p.db.Callback(t.Context(), p.now, sms.Callback{
		MessageID: id, SID: sid(7), To: p.phone, Status: sms.StatusSent, RawStatus: "sent",
	}, app.Fate{})
	if err != nil || !res.Bound {
		t.Fatalf("a callback binds it: %+v %v", res, err)
	}
	p.want(id, "sent "+sid(7))
	if outs := p.claim(); len(outs) != 0 {
		t.Fatalf("sent twice: %v", outs)
	}
	p.answer <- app.Outcome{Kind: app.OutcomeSent, SID: sid(7), Status: sms.StatusQueued}
}

// TestEachProcessHearsOfOthersSettings: what a process keeps of them holds only until anybody changes one.
func TestEachProcessHearsOfOthersSettings(t *testing.T) {
	t.Parallel()
	p := newLane(t).process()
	other, err := store.Open(t.Context(), p.url, 2)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = other.Close() }()
	help := func(org string) {
		t.Helper()
		p.text("HELP")
		if o := <-p.calls; !strings.Contains(o.Body.Text(), org) {
			t.Errorf("%q does not name %s", o.Body.Text(), org)
		}
		p.answer <- app.Outcome{Kind: app.OutcomeSent, SID: sid(len(org)), Status: sms.StatusQueued}
		<-p.settled
	}
	for _, org := range []string{"Neighbors", "Neighbors United", "Tenants"} {
		if err := other.SetSetting(t.Context(), "org", org, false); err != nil {
			t.Fatal(err)
		}
		p.now = p.now.Add(2 * time.Hour)
		help(org)
	}
	if err := rawExec(t, p.url, `UPDATE settings SET value = 'By Another Road' WHERE key = 'org'`); err != nil {
		t.Fatal(err)
	}
	help("By Another Road")
	if err := rawExec(t, p.url, `DELETE FROM settings_mark;
UPDATE settings SET value = 'Without A Mark Of It' WHERE key = 'org'`); err != nil {
		t.Fatal(err)
	}
	help("Without A Mark Of It")
}

// TestAnswersOfManyDaysAreNotPaidAtOnce: what answers took of the pace is long made up for when the next reminder is due.
func TestAnswersOfManyDaysAreNotPaidAtOnce(t *testing.T) {
	t.Parallel()
	l := newLane(t)
	l.db.SetPace("+12065550199", 1)
	p := l.process()
	remind := l.others(1)[0]
	mine := func(x *change.Text) { x.Prio, x.AnyHour = change.PrioReminder, true }
	remind.queue("the first", mine)
	for _, o := range remind.claim() {
		remind.settle(sent(o, 100))
	}
	for i := range 40 {
		p.text("LIST")
		<-p.calls
		p.answer <- app.Outcome{Kind: app.OutcomeSent, SID: sid(200 + i), Status: sms.StatusQueued}
		<-p.settled
	}
	if err := rawExec(t, l.url, `UPDATE paces SET at = clock_timestamp() - interval '1 hour'`); err != nil {
		t.Fatal(err)
	}
	remind.queue("the second", mine)
	if outs := remind.claim(); len(outs) != 1 {
		t.Errorf("an hour later %d reminders may leave", len(outs))
	}
}

// TestDrainsSideBySideSendEachTextOnce: more lanes than a process may have in hand, looked at by four drains at once, and one lane with
// more than one text.
func TestDrainsSideBySideSendEachTextOnce(t *testing.T) {
	t.Parallel()
	l := newLane(t)
	p := l.process()
	p.calls, p.settled, p.nudges = make(chan app.Outgoing, 999), make(chan string, 999), make(chan []int64, 999)
	want := map[uuid.UUID]bool{l.queue("one"): true, l.queue("two"): true, l.queue("three"): true}
	phones := []int64{l.id}
	for _, o := range l.others(100) {
		phones = append(phones, o.id)
		want[o.queue("one")] = true
	}
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			if err := p.r.Sender.Drain(context.WithoutCancel(t.Context()), phones); err != nil {
				t.Error(err)
			}
		})
	}
	var mine []string
	for i := range want {
		o := <-p.calls
		if !want[o.ID] {
			t.Errorf("%q goes a second time", o.Body.Text())
		}
		want[o.ID] = false
		if o.PhoneID == l.id {
			mine = append(mine, o.Body.Text())
		}
		p.answer <- app.Outcome{Kind: app.OutcomeSent, SID: "SM" + strings.ReplaceAll(i.String(), "-", ""), Status: sms.StatusQueued}
	}
	all.Wait()
	if strings.Join(mine, " ") != "one two three" || len(p.calls) != 0 {
		t.Errorf("one lane's texts went as %q, %d more calls", mine, len(p.calls))
	}
	if got := query(t, l.url, `SELECT count(*)::text FROM messages WHERE state = 4`); got[0] != "103" {
		t.Errorf("%s are sent", got[0])
	}
}
