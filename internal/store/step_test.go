package store_test

import (
	"context"
	"log/slog"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
)

type fixedClock struct{ now time.Time }

func (c fixedClock) Now() time.Time { return c.now }

type v7 struct{}

func (v7) New() uuid.UUID { return uuid.Must(uuid.NewV7()) }

type noMeter struct{}

func (noMeter) Count(string, string)          {}
func (noMeter) Observe(string, time.Duration) {}

type noQueue struct{}

func (noQueue) Nudge(context.Context, []int64) bool { return true }

func (l *lane) text(body string) error {
	l.t.Helper()
	r := app.Receiver{Deps: app.Deps{
		Store: l.db, Clock: fixedClock{l.now}, Queue: noQueue{}, IDs: v7{}, Meter: noMeter{},
		Log: slog.New(slog.DiscardHandler),
	}}
	return r.Inbound(l.t.Context(), sms.Inbound{SID: "SM" + uuid.NewString(), From: l.phone.E164(), Phone: l.phone, Body: sms.NewBody(body)})
}

// TestATextThatCannotBeWorkedOffIsKept: what the database refuses for good, however often the text comes, goes to staff; STOP counts all
// the same.
func TestATextThatCannotBeWorkedOffIsKept(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ body, refuse, consent string }{
		{"REPORT", "ALTER TABLE conversations ADD CHECK (question = 'nothing else')", "0"},
		{"stop texting me", "ALTER TABLE consents ADD CHECK (source <> 'own words')", "2"},
	} {
		l := newLane(t)
		query(t, l.url, c.refuse)
		if err := l.text(c.body); err != nil {
			t.Errorf("%q is lost: %v", c.body, err)
		}
		if got := query(t, l.url, `SELECT m.body || ' ' || a.kind || ' ' || f.consent FROM messages m JOIN attention a ON a.message_id = m.id
		  JOIN phones f ON f.id = m.phone_id`); len(got) != 1 || got[0] != c.body+" fault "+c.consent {
			t.Errorf("kept %q, want the text, with staff, consent %s", got, c.consent)
		}
	}
}

// TestAPhoneThatTextsCanBeReached: a verdict of the provider's is not for ever.
func TestAPhoneThatTextsCanBeReached(t *testing.T) {
	t.Parallel()
	l := newLane(t)
	l.save(change.SetReach{PhoneID: l.id, Bad: true, Code: 30005, At: l.now})
	if err := l.text("hello"); err != nil {
		t.Fatal(err)
	}
	if got := query(t, l.url, `SELECT reach_bad::text FROM phones WHERE id = $1`, l.id); got[0] != "false" {
		t.Error("still marked as unreachable")
	}
}

// TestAKnownPersonsNewNumber: the row moves to a phone that nobody has texted from yet.
func TestAKnownPersonsNewNumber(t *testing.T) {
	t.Parallel()
	l := newLane(t)
	to, err := sms.PhoneFromE164("+12065550155")
	if err != nil {
		t.Fatal(err)
	}
	version := query(t, l.url, `SELECT version::text FROM people WHERE id = $1`, l.who)
	p := person.Person{
		ID: l.who, PhoneID: l.id, Name: "Ana", Phone: to, Roles: []person.Role{person.Organizer},
		Version: int(version[0][0] - '0'),
	}
	l.save(change.SavePerson{Person: p, At: l.now})
	if got := query(t, l.url, `SELECT f.phone FROM people p JOIN phones f ON f.id = p.phone_id
	  WHERE p.id = $1`, l.who); len(got) != 1 || got[0] != to.E164() {
		t.Errorf("the number is %q", got)
	}
}
