package page

import (
	"context"
	"time"

	"github.com/google/uuid"
)

// Calendars is what the page of calendar links reads.
type Calendars interface {
	// CalendarLinks returns when the link was made that these people's calendars can be read with now.
	CalendarLinks(ctx context.Context, people []uuid.UUID) (map[uuid.UUID]time.Time, error)
}
