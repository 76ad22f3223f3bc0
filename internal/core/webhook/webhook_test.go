package webhook

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestEveryEventIsToldBySomething(t *testing.T) {
	t.Parallel()
	told := []Event{ContactOptedOut, ContactRestored, TextFailed, SendingStopped, SendingResumed} // these are not read from the history
	for _, l := range Lines() {
		if !Known(l.Event) || string(About(l.Event)) != l.Subject {
			t.Errorf("%q of a %s tells %s, which is about a %q", l.What, l.Subject, l.Event, About(l.Event))
		}
		told = append(told, l.Event)
	}
	for _, k := range Kinds() {
		if !slices.Contains(told, k.Event) || k.Says == "" || k.Subject == Nothing {
			t.Errorf("%s is told by nothing, or says nothing", k.Event)
		}
	}
	if Known(TestPing) || About(TestPing) != Nothing {
		t.Error("a test can be chosen")
	}
}

func TestTheWaitsGrowAndEnd(t *testing.T) {
	t.Parallel()
	var all, last time.Duration
	tries := 1
	for ; ; tries++ {
		w, again := Wait(MeetingHeld, tries)
		if !again {
			break
		}
		if w <= last {
			t.Errorf("after %d tries the wait is %s, after %s before", tries, w, last)
		}
		all, last = all+w, w
	}
	if tries != 9 || all < 40*time.Hour || all > 3*24*time.Hour {
		t.Errorf("%d tries in %s", tries, all)
	}
	for _, c := range []struct {
		e Event
		n int
	}{{TestPing, 1}, {MeetingHeld, 0}, {MeetingHeld, -1}} {
		if _, again := Wait(c.e, c.n); again {
			t.Errorf("%s is tried again after %d tries", c.e, c.n)
		}
	}
}

func TestAPayloadIsSmallAndInUTC(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 12, 3, 15, 0, 0, 0, time.FixedZone("PST", -8*3600))
	b, err := Payload(MeetingHeld, at, map[string]any{"meeting_id": "m", "status": "held"})
	if want := `{"type":"meeting.held","timestamp":"2026-12-03T23:00:00Z","data":{"meeting_id":"m","status":"held"}}`; err != nil ||
		string(b) != want {
		t.Errorf("%s (%v), want %s", b, err, want)
	}
}

func TestASecretShowsItselfNowhere(t *testing.T) {
	t.Parallel()
	s := NewSecret("whsec_abc")
	b, err := json.Marshal(map[string]any{"s": s})
	for _, got := range []string{fmt.Sprint(s), fmt.Sprintf("%v %+v %s %q %x", s, s, s, s, s), s.LogValue().String(), string(b)} {
		if !strings.Contains(got, "[secret]") || strings.Contains(got, "whsec") {
			t.Errorf("shown as %s (%v)", got, err)
		}
	}
	if s.Reveal() != "whsec_abc" {
		t.Error("its one door is shut")
	}
}
