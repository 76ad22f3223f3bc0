package store_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/sms"
)

// remind has Ana's contact be due a reminder of a confirmed one-on-one in two days, and returns the contact's lane.
func (l *lane) remind() *lane {
	l.t.Helper()
	contact := l.others(1)[0]
	if err := rawExec(l.t, l.url, `
UPDATE phones SET consent = 1 WHERE phone = '`+contact.phone.E164()+`';
INSERT INTO people (id, phone_id, name, roles, created_at, organizer_id)
  SELECT '00000000-0000-7000-8000-000000000001', id, 'Maria Lopez', '{contact}', '2026-11-01', '`+l.who.String()+`' FROM phones
  WHERE phone = '`+contact.phone.E164()+`';
INSERT INTO meetings (id, organizer_id, contact_id, starts_at, zone, status, created_at, confirmed_at)
  VALUES ('00000000-0000-7000-9000-000000000001', '`+l.who.String()+`', '00000000-0000-7000-8000-000000000001', '2026-11-26 23:00Z',
  'America/Los_Angeles', 'confirmed', '2026-11-01', '2026-11-02');
INSERT INTO planned (id, phone_id, person_id, subject_kind, subject_id, subject_version, rule, occurrence, due_at, state)
  SELECT gen_random_uuid(), p.phone_id, p.id, 'meeting', m.id, m.rev, 'two_days', 'r1', '2026-11-24 17:59Z', 'planned'
  FROM meetings m JOIN people p ON p.id = m.contact_id`); err != nil {
		l.t.Fatal(err)
	}
	return contact
}

// due has what is due decided, and returns the state of the reminder.
func (p *process) due() string {
	p.t.Helper()
	if err := (&app.Ticker{Deps: p.r.Deps, Receiver: p.r, Drainer: p.r.Sender}).Due(p.t.Context()); err != nil {
		p.t.Fatal(err)
	}
	return query(p.t, p.url, `SELECT m.state || ' ' || m.attempt || ' ' || w.state FROM planned w JOIN messages m ON m.id = w.message_id`)[0]
}

// TestAReminderThatIsDueIsSentByItsStep: its row is a claim's when the provider hears of it, nobody is woken, and its outcome is settled.
func TestAReminderThatIsDueIsSentByItsStep(t *testing.T) {
	t.Parallel()
	l := newLane(t)
	contact, p := l.remind(), l.process()
	if got := p.due(); got != "2 1 made" {
		t.Errorf("the reminder is %s", got)
	}
	if o := <-p.calls; o.To != contact.phone || !o.Unasked || o.Attempt != 1 {
		t.Errorf("the provider hears %+v", o)
	}
	if len(p.nudges) != 0 || len(contact.claim()) != 0 {
		t.Error("somebody else may send it")
	}
	p.answer <- app.Outcome{Kind: app.OutcomeSent, SID: sid(1), Status: sms.StatusQueued}
	if how := <-p.settled; how != "sent" {
		t.Errorf("settled as %s", how)
	}
}

// TestAReminderThatItsStepMayNotSendIsLeftToTheClaim: its turn, its place in the lane, a stop, and hours are the claim's to say.
func TestAReminderThatItsStepMayNotSendIsLeftToTheClaim(t *testing.T) {
	t.Parallel()
	for name, before := range map[string]func(l, contact *lane){
		"a pace is set":        func(l, _ *lane) { l.db.SetPace("+12065550199", 1) },
		"an earlier one waits": func(_, contact *lane) { contact.queue("earlier") },
		"an earlier one is on air": func(_, contact *lane) {
			contact.queue("earlier")
			contact.claim()
		},
		"the database was restored": func(l, _ *lane) { l.set("home", "9/1") },
		"a stop holds": func(l, _ *lane) {
			if err := l.db.OpenStop(l.t.Context(), l.now, app.Stop{Kind: app.StopDown}); err != nil {
				l.t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			l := newLane(t)
			before(l, l.remind())
			p := l.process()
			if got := p.due(); got != "1 0 made" {
				t.Errorf("the reminder is %s", got)
			}
			if len(p.calls) != 0 {
				t.Error("the provider was called")
			}
		})
	}
}

// TestAReminderOfWhatHasChangedMeanwhileDoesNotLeave: the one-on-one moved after its step read it, so the step is void.
func TestAReminderOfWhatHasChangedMeanwhileDoesNotLeave(t *testing.T) {
	t.Parallel()
	for _, rev := range []int{1, 2} {
		l := newLane(t)
		contact := l.remind()
		text := change.Text{
			ID: uuid.Must(uuid.NewV7()), PhoneID: contact.id, Kind: "two_days", Body: sms.NewBody("on Thursday at 3"), Lang: "en",
			Prio: change.PrioReminder, At: l.now, Unasked: true, Subject: change.Subject{
				Kind: change.MeetingSubj, ID: uuid.MustParse("00000000-0000-7000-9000-000000000001"), Version: 1,
			},
		}
		err := l.db.InTx(t.Context(), func(tx app.Tx) error {
			if _, err := tx.Lock(t.Context(), []sms.Phone{contact.phone}); err != nil {
				return err
			}
			if rev > 1 {
				if err := rawExec(t, l.url, `UPDATE meetings SET rev = 2, starts_at = starts_at + interval '1 day'`); err != nil {
					return err
				}
			}
			if outs := tx.Leave(l.now, []change.Text{text}); len(outs) != 1 || outs[0].ValidFor != 24*time.Hour {
				t.Errorf("leaves %+v", outs)
			}
			return tx.Save(t.Context(), []change.Set{{Changes: []change.Change{text}}})
		})
		if errors.Is(err, app.ErrConflict) != (rev > 1) {
			t.Errorf("at rev %d: %v", rev, err)
		}
	}
}
