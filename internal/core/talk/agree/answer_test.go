package agree

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// TestTheTableOfAnswers prints what each answer does wherever a one-on-one stands.
func TestTheTableOfAnswers(t *testing.T) {
	t.Parallel()
	want := strings.TrimPrefix(`
yes     | coming: confirm | declined: confirm | asked by us: accept | asked by them: is off | asked, too old: is past | off: is off | begun: is past
another | coming: ask when | declined: ask when | asked by us: ask when | asked by them: ask when | asked, too old: ask when | off: is off, said | begun: is past, said
no      | coming: decline | declined: is off | asked by us: decline | asked by them: decline | asked, too old: decline | off: is off | begun: is past, passed on
`, "\n")
	var got strings.Builder
	for a, row := range answers() {
		fmt.Fprintf(&got, "%-7s", answer(a))
		for s, m := range row {
			fmt.Fprintf(&got, " | %s: %s", standing(s), m.name)
			if m.do == nil {
				t.Errorf("%s, %s: nothing is done", answer(a), standing(s))
			}
		}
		got.WriteString("\n")
	}
	if got.String() != want {
		t.Errorf("got\n%swant\n%s", got.String(), want)
	}
}

// TestWhereAOneOnOneStands holds each status to its standing, before its time and after it.
func TestWhereAOneOnOneStands(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 24, 18, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		status        meeting.Status
		by            meeting.Party
		before, after standing
	}{
		{meeting.Planned, "", coming, begun},
		{meeting.Confirmed, "", coming, begun},
		{meeting.Proposed, meeting.Organizer, askedByUs, askedByUs},
		{meeting.Proposed, meeting.Contact, askedByThem, askedTooOld},
		{meeting.Declined, "", declined, begun},
		{meeting.CalledOff, "", isOffNow, begun},
		{meeting.Held, "", isOffNow, begun},
		{meeting.NoShow, "", isOffNow, begun},
		{meeting.Reported, "", isOffNow, begun},
		{meeting.Debriefed, "", isOffNow, begun},
	} {
		m := world.Meet{Meeting: meeting.Meeting{
			Status: c.status, StartsAt: now.Add(time.Hour),
			Proposal: meeting.Proposal{By: c.by, At: now.Add(2 * time.Hour)},
		}}
		if got := standingOf(m, now); got != c.before {
			t.Errorf("%s %s, to come: %s, want %s", c.status, c.by, got, c.before)
		}
		m.StartsAt = now.Add(-time.Hour)
		if got := standingOf(m, now); got != c.after {
			t.Errorf("%s %s, past: %s, want %s", c.status, c.by, got, c.after)
		}
	}
}
