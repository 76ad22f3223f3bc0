package e2e

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/fold"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/testkit"
)

const everywhereSQL = `SELECT format('SELECT %L || '': '' || left(x::text, 200) FROM %I x
	WHERE x::text ~* ''lopez|2065550142|206-555-0142|mold|flyer''', table_name, table_name)
FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`

// TestWhoIsErasedIsGoneFromEveryTable lives a one-on-one to its report, erases the contact and looks for her in every row of every table.
func TestWhoIsErasedIsGoneFromEveryTable(t *testing.T) {
	t.Parallel()
	la, err := time.LoadLocation("America/Los_Angeles")
	if err != nil {
		t.Fatal(err)
	}
	town := newTown(t, time.Date(2026, 11, 24, 9, 0, 0, 0, la))
	const ana, contact = "+12065550101", "+12065550142"
	town.Text(ana, "Meeting Maria Lopez 206-555-0142 Thursday 3pm at Cafe Presse", false)
	town.Text(ana, "1", false)
	town.Text(contact, "1", false)
	town.Text(contact, "see you there, the mold is worse. Maria", false)
	town.Advance(60 * time.Hour)
	town.Text(ana, "1", false)
	town.Text(ana, "Lives with mold, wants it gone. Maria could lead", false)
	town.Text(ana, "bring two neighbors by Dec 10", false)
	town.Text(ana, "bring her the flyer by Tuesday", false)
	town.Text(ana, "NOTE Maria has mold in the bedroom", false)
	count := func() string {
		return strings.Join(town.Rows(`SELECT (SELECT count(*) FROM messages) || ' texts, ' || (SELECT count(*)
			FROM meetings) || ' one-on-ones, ' || (SELECT count(*) FROM reports) || ' reports'`), "")
	}
	maria, before := town.Person("Maria Lopez"), count()
	found := func() []string {
		var out []string
		for _, q := range town.Rows(everywhereSQL) {
			out = append(out, town.Rows(q)...)
		}
		return out
	}
	next := app.Assessment{ID: maria.ID, Level: 2, NextStep: "ask Maria who else has mold", By: town.Person("Sam Okafor").ID}
	if err := app.AssessContact(t.Context(), town.Receiver.Deps, next); err != nil {
		t.Fatal(err)
	}
	if len(found()) < 5 {
		t.Fatal("the story left no trace: is this test looking at anything?")
	}
	deps := town.Receiver.Deps
	e := app.Erasing{ID: maria.ID, By: town.Person("Sam Okafor").ID}
	if err := app.Erase(t.Context(), deps, app.Erasing{ID: maria.ID, By: maria.ID}); !errors.Is(err, app.ErrEraseSelf) {
		t.Errorf("somebody erases herself: %v", err)
	}
	if err := app.Erase(t.Context(), deps, app.Erasing{ID: town.Person("Ana Ruiz").ID, By: e.By}); !errors.Is(err, app.ErrHasWork) {
		t.Errorf("an organizer with work: %v", err)
	}
	if err := app.Erase(t.Context(), deps, e); err != nil {
		t.Fatal(err)
	}
	for _, row := range found() {
		t.Errorf("still there: %s", row)
	}
	if after := count(); after != before {
		t.Errorf("counted %s before and %s after", before, after)
	}
	if err := app.Erase(t.Context(), deps, e); !errors.Is(err, app.ErrNotFound) {
		t.Errorf("erased twice: %v", err)
	}
	sent := len(town.Texts(0))
	town.Advance(20 * 24 * time.Hour)
	for _, s := range town.Texts(sent) {
		if s.To == contact || strings.Contains(s.Body, "Maria") {
			t.Errorf("sent after the erasing: %s to %s", s.Kind, s.To)
		}
	}
}

// TestANoOutlivesItsErasing: whoever said no and is brought back by an organizer still gets no text.
func TestANoOutlivesItsErasing(t *testing.T) {
	t.Parallel()
	town := newTown(t, time.Date(2026, 11, 24, 18, 0, 0, 0, time.UTC))
	const ana, maria, jo = "+12065550101", "+12065550142", "+12065550143"
	for _, p := range []struct{ name, phone string }{{"Maria Lopez", "206-555-0142"}, {"Jo Park", "206-555-0143"}} {
		town.Text(ana, "Meeting "+p.name+" "+p.phone+" Thursday 3pm at Cafe Presse", false)
		town.Text(ana, "1", false)
	}
	town.Text(maria, "please don't text me any more", false)
	by := town.Person("Sam Okafor").ID
	for _, name := range []string{"Maria Lopez", "Jo Park"} {
		if err := app.Erase(t.Context(), town.Receiver.Deps, app.Erasing{ID: town.Person(name).ID, By: by}); err != nil {
			t.Fatal(err)
		}
	}
	sent := len(town.Texts(0))
	for _, p := range []string{"Mary Lopez 206-555-0142", "Joe Park 206-555-0143"} {
		town.Text(ana, "Meeting "+p+" Friday 3pm at Cafe Presse", false)
		town.Text(ana, "1", false)
	}
	town.Advance(4 * 24 * time.Hour)
	got := map[string]int{}
	for _, s := range town.Texts(sent) {
		got[s.To]++
	}
	if got[maria] != 0 || got[jo] == 0 {
		t.Errorf("texts after both were brought back: %d to who said no, %d to who did not", got[maria], got[jo])
	}
}

// TestAnErasedNameIsGoneWhateverItsLetters: names with accents at both ends; organizers who had the person before a hand-over; others who
// wrote the whole name or the number, also from a channel that is no phone; what was to be told; a callback that comes afterwards; a name
// from before.
func TestAnErasedNameIsGoneWhateverItsLetters(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, first, plain string }{
		{"Ángela Núñez", "Ángela", "angela nunez"},
		{"José Íñiguez Ñandú", "José", "jose iniguez nandu"},
		{"Éva Nguyễn", "Éva", "EVA NGUYEN"},
		{"Íñigo Peña É", "Íñigo", "inigo pena e"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			town := newTown(t, time.Date(2026, 11, 24, 18, 0, 0, 0, time.UTC))
			const ana, luz, contact, stranger = "+12065550101", "+12065550102", "+12065550161", "+12065550190"
			town.Text(ana, "Meeting "+c.name+" 206-555-0161 Thursday Dec 3 3pm at Cafe Presse", false)
			town.Text(ana, "1", false)
			town.Text(contact, "QQown words", false)
			town.Text(ana, "NOTE "+c.first+" QQnote no papers", false)
			town.Text(ana, "TELL "+c.first+" QQtell bring the letter", false)
			town.Text(ana, "I think "+strings.ToUpper(c.first)+" is scared QQfree", false)
			town.Text(luz, c.plain+" told me QQother about her status", false)
			town.Text(stranger, "QQstranger is "+strings.ToUpper(c.name)+" there?", false)
			town.Text(stranger, "call her at (206) 555.0161 QQnumber", false)
			in := sms.Inbound{
				SID: "SM" + strings.Repeat("7", 32), From: "whatsapp:" + contact, Body: sms.NewBody("QQodd"), Segments: 1,
				Form: map[string][]string{"From": {"whatsapp:" + contact}},
			}
			if err := town.Receiver.Inbound(t.Context(), in); err != nil {
				t.Fatal(err)
			}
			her, by := town.Person(c.name), town.Person("Sam Okafor").ID
			if _, _, err := app.HandOver(t.Context(), town.Receiver.Deps, app.Handing{
				From: town.Person("Ana Ruiz").ID,
				To:   town.Person("Luz Campos").ID, By: by,
			}); err != nil {
				t.Fatal(err)
			}
			town.Settle()
			late := town.Texts(0)[0]
			for _, s := range town.Texts(0) {
				if s.To == contact {
					late = s
				}
			}
			if err := app.Erase(t.Context(), town.Receiver.Deps, app.Erasing{ID: her.ID, By: by}); err != nil {
				t.Fatal(err)
			}
			cb := sms.Callback{
				MessageID: late.ID, SID: late.SID, Status: sms.StatusRead, RawStatus: "read",
				Form: map[string][]string{"To": {contact}, "From": {testkit.Number}, "MessageSid": {late.SID}},
			}
			if err := town.Status.Status(t.Context(), cb); err != nil {
				t.Fatal(err)
			}
			for _, q := range town.Rows(`SELECT format('SELECT %L || '': '' || left(x::text, 300) FROM %I x', table_name, table_name)
				FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`) {
				for _, row := range town.Rows(q) {
					words := fold.Fold(row)
					if strings.Contains(words, fold.Fold(c.first)) || strings.Contains(row, "QQ") || strings.Contains(row, "5550161") ||
						strings.Contains(row, "555-0161") || strings.Contains(row, "555.0161") {
						t.Errorf("still there: %s", row)
					}
				}
			}
		})
	}
}
