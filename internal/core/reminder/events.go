package reminder

import (
	"strconv"
	"time"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/when"
)

// CheckIns lists what somebody who said they would come hears before an event: two days ahead, and on the day or the evening before it.
func CheckIns(e event.Event, h Hours, guest *time.Location, now time.Time) []Wait {
	if e.Status != event.Planned {
		return nil
	}
	two, day := h.twoDaysAt(e.StartsAt, guest), h.onDayAt(e.StartsAt, guest)
	occ := "r" + strconv.Itoa(e.Rev)
	out := []Wait{
		{
			Rule: CheckInRule, To: meeting.Contact, Occurrence: "two days " + occ, DueAt: two, ValidUntil: day, State: change.PlanPlanned,
			Reason: "two days ahead",
		},
		{
			Rule: CheckInRule, To: meeting.Contact, Occurrence: "day " + occ, DueAt: day, ValidUntil: e.StartsAt, State: change.PlanPlanned,
			Reason: "on the day",
		},
	}
	for i := range out {
		if !out[i].DueAt.After(now) {
			out[i].State, out[i].Reason = change.PlanFolded, "known after its moment"
		}
	}
	return out
}

// AfterEvent lists what asks an organizer who came: 15 minutes after the end, and the row that staff see when nobody says.
func AfterEvent(e event.Event, h Hours, organizer *time.Location) []Wait {
	occ := "r" + strconv.Itoa(e.Rev)
	ends := e.Ends().Add(afterEnd)
	over := when.DateOf(e.Ends().In(organizer))
	return []Wait{
		{
			Rule: WhoCameRule, To: meeting.Organizer, Occurrence: occ, DueAt: ends, ValidUntil: ends.Add(48 * time.Hour),
			State: change.PlanPlanned, Reason: "15 minutes after the event",
		},
		{
			Rule: AttendanceRule, To: meeting.Organizer, Occurrence: occ, DueAt: h.MorningOn(over.AddDays(2), organizer),
			State: change.PlanPlanned, Reason: "two days after the event",
		},
	}
}
