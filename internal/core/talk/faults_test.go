package talk

import (
	"reflect"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/testkit/record"
)

// TestWhatCouldNotBeMadeStandsOnTodayRowByRow: of two planned texts that could not be made, each is a line of its own, found by its row.
func TestWhatCouldNotBeMadeStandsOnTodayRowByRow(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 24, 18, 0, 30, 0, time.UTC)
	seen := map[uuid.UUID]bool{}
	for _, rule := range []string{reminder.MorningRule, reminder.DigestRule} {
		row := world.Planned{ID: uuid.New(), Rule: rule, Subject: change.Subject{Kind: change.PersonSubject, ID: uuid.New()}}
		w := world.World{Phone: world.Phone{ID: 7}, Org: world.Org{Zone: time.UTC, Sending: reminder.SendingOn, Hours: reminder.DefaultHours()}}
		set := Decide(w, world.Input{Kind: world.DueIn, Due: row, Fault: "a fault of ours"}, now, randomIDs{})
		for _, ch := range set.Changes {
			if a, ok := ch.(change.Attention); ok {
				if a.Subject.ID != row.ID || a.Note != "a planned text could not be made: "+rule {
					t.Errorf("%s: %+v does not name its row", rule, a)
				}
				seen[a.Subject.ID] = true
			}
		}
	}
	if len(seen) != 2 {
		t.Errorf("%d lines of Today for two rows", len(seen))
	}
}

// TestDecidingChangesNothingOfTheWorld: the same world decided upon twice gives the same, as it must after a panic, when it is decided upon again.
func TestDecidingChangesNothingOfTheWorld(t *testing.T) {
	t.Parallel()
	all, err := record.Read("testdata/decisions.gz")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range all {
		d.World.Heard = Needs(d.World, d.In, d.Now).Heard
		one := Decide(d.World, d.In, d.Now, &record.Counter{})
		if two := Decide(d.World, d.In, d.Now, &record.Counter{}); !reflect.DeepEqual(one, two) {
			t.Errorf("%s: %d changes, then %d", d, len(one.Changes), len(two.Changes))
		}
	}
}
