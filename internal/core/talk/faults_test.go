package talk

import (
	"reflect"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/thanks"
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

// TestDecidingChangesNothingOfTheWorld: the same world decided upon twice gives the same, as it must after a panic, when it is decided upon
// again.
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
			t.Errorf("%s, %s: %d changes, then %d", d.Life, d, len(one.Changes), len(two.Changes))
		}
	}
}

// TestWhatWentIsNotHeld: HOLD, or other words, to a thank-you that has gone meanwhile, by staff on the page, take nothing back.
func TestWhatWentIsNotHeld(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 24, 18, 0, 30, 0, time.UTC)
	ana := person.Person{ID: uuid.New(), Name: "Ana Ruiz", PhoneID: 7, Roles: []person.Role{person.Organizer}}
	maria := person.Person{ID: uuid.New(), Name: "Maria Lopez", Roles: []person.Role{person.Contact}}
	m := world.Meet{Organizer: ana, Contact: maria, Meeting: meeting.Meeting{
		ID: uuid.New(), OrganizerID: ana.ID, ContactID: maria.ID, StartsAt: now.Add(-2 * time.Hour), Minutes: 45, Status: meeting.Reported,
	}}
	for _, body := range []string{"HOLD", "3", "Maria, thank you from all of us"} {
		for _, state := range []thanks.State{thanks.Approved, thanks.Sent} {
			w := world.World{
				Phone: world.Phone{ID: 7}, Org: world.Org{Name: "Resident Action Project", Zone: time.UTC, Sending: reminder.SendingOn},
				People: []person.Person{ana}, Meetings: []world.Meet{m},
				Conv:   world.Conversation{Kind: world.ThanksTalk, SubjectID: m.ID, PersonID: ana.ID, Question: "thanks"},
				Thanks: []world.Thank{{MeetingID: m.ID, OrganizerID: ana.ID, ContactID: maria.ID, State: state, Draft: "as it went"}},
			}
			in := world.Input{Kind: world.TextIn, MessageID: uuid.New(), Inbound: sms.Inbound{Body: sms.NewBody(body)}}
			w.Heard = Needs(w, in, now).Heard
			for _, ch := range Decide(w, in, now, randomIDs{}).Changes {
				if _, writes := ch.(change.SaveThanks); writes {
					t.Errorf("%q to one that is %s: %+v", body, state, ch)
				}
			}
		}
	}
}
