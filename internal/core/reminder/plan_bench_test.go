package reminder

import (
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/meeting"
)

// BenchmarkPlanMeeting is planning, or re-planning, every text of one one-on-one, without the database.
func BenchmarkPlanMeeting(b *testing.B) {
	la, err := time.LoadLocation("America/Los_Angeles")
	if err != nil {
		b.Fatal(err)
	}
	ny, err := time.LoadLocation("America/New_York")
	if err != nil {
		b.Fatal(err)
	}
	now := time.Date(2026, 11, 24, 18, 0, 0, 0, time.UTC)
	f := MeetingFacts{Hours: DefaultHours(), Meeting: meeting.Meeting{
		ID: uuid.New(), StartsAt: now.Add(9 * 24 * time.Hour), Minutes: 45,
		Status: meeting.Planned, Rev: 3,
	}, Organizer: la, Contact: ny, Prep: true}
	b.ReportAllocs()
	for b.Loop() {
		if len(PlanMeeting(f, now)) < 8 {
			b.Fatal("too few")
		}
	}
}
