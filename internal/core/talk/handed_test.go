package talk_test

import (
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk"
	"github.com/reportback/reportback/internal/core/talk/duty"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/testkit/record"
)

// told is which wording is planned for whom.
func told(t *testing.T, all []change.Change) map[uuid.UUID]lang.Key {
	t.Helper()
	out := map[uuid.UUID]lang.Key{}
	for _, c := range all {
		p, ok := c.(change.Plan)
		if !ok {
			t.Fatalf("%T is no planned text", c)
		}
		if p.Rule == reminder.DutyRule {
			out[p.PersonID] = turn.Decoded[duty.Note](p.Data).Key
		}
	}
	return out
}

func TestAHandOverIsToldToBothAndTakenBackToWhoHeardOfIt(t *testing.T) {
	t.Parallel()
	ana := talk.Hand{ID: uuid.MustParse("00000000-0000-7000-8000-000000000001"), PhoneID: 1, Name: "Ana Ruiz"}
	luz := talk.Hand{ID: uuid.MustParse("00000000-0000-7000-8000-000000000002"), PhoneID: 2, Name: "Luz Campos"}
	h := talk.Handing{From: ana, To: luz, By: "Sam Okafor", Contacts: 2, Meetings: 1}
	now := time.Date(2026, 11, 24, 18, 0, 0, 0, time.UTC)
	ids := &record.Counter{}

	got := told(t, talk.HandedOver(h, now, ids))
	if len(got) != 2 || got[luz.ID] != lang.StaffHanded || got[ana.ID] != lang.StaffHandedAway {
		t.Errorf("handed over: %v", got)
	}
	if all := talk.HandedOver(talk.Handing{From: ana, To: luz}, now, ids); len(all) != 0 {
		t.Errorf("nothing went over, and %d texts are planned", len(all))
	}
	if got := told(t, talk.HandedBack(h, nil, now, ids)); got[ana.ID] != lang.StaffHandedBack || got[luz.ID] != lang.StaffHandedUndone {
		t.Errorf("taken back: %v", got)
	}
	if got := told(t, talk.HandedBack(h, []uuid.UUID{luz.ID}, now, ids)); len(got) != 1 || got[ana.ID] == "" {
		t.Errorf("taken back before Luz had heard of it: %v", got)
	}
	h.From.PhoneID = 0
	if got := told(t, talk.HandedOver(h, now, ids)); len(got) != 1 {
		t.Errorf("who has no phone is told: %v", got)
	}
}

func TestTheContactsOfDraftsAreNeeded(t *testing.T) {
	t.Parallel()
	maria := uuid.MustParse("00000000-0000-7000-8000-000000000003")
	if got := talk.LinkedContacts([]report.Draft{{}, {ContactID: maria}, {}}); len(got) != 1 || got[0] != maria {
		t.Errorf("%v: one draft is about somebody", got)
	}
}

func TestAnEventsTimeInAReportIsItsAnswer(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 12, 10, 18, 0, 0, 0, time.UTC)
	if got := settle.NewEvent(at); got != "new 2026-12-10 18:00" {
		t.Errorf("%q", got)
	}
}
