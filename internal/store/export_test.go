package store

import (
	"time"

	"github.com/reportback/reportback/internal/app/page"
)

// DueSQL is the tick's statement, for the test that reads its plan.
const DueSQL = dueSQL

// HearSQL is the statement that finds what webhooks hear of.
const HearSQL = hearSQL

// ContactQuery is the statement of the contacts' list, for the test that reads its plan.
func ContactQuery(f page.ContactFilter, who []string) (query string, args []any) {
	return contactQuery(f, who, "maria 5000", time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC))
}

// The searches of that list.
const (
	FindByEmailSQL = findByEmailSQL
	FindByTagSQL   = findByTagSQL
)
