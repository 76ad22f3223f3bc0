package page

import "github.com/google/uuid"

// By is what a list is sorted by. Its zero value is the list's own order: its time, or the name.
type By string

// What lists are sorted by beside that.
const (
	ByOrganizer By = "organizer"
	ByContact   By = "contact"
	ByStatus    By = "status"
	ByPlace     By = "place"
	ByMet       By = "met" // the day on which they met
)

// Sort is how a list is sorted and where it goes on.
type Sort struct {
	By   By
	Down bool   // from the last name to the first; within one name the list's own order stays
	In   string // the group in which the page before ended: an organizer's id, a status, or Alone
}

// Alone is the group of what has nobody.
const Alone = "none"

// GroupOf is where a list goes on after a row, by what it is sorted by.
func GroupOf(by By, status string, organizer, contact uuid.UUID) string {
	switch {
	case by == ByStatus:
		return status
	case by == ByOrganizer:
		return organizer.String()
	case by == ByContact && contact == uuid.Nil:
		return Alone
	}
	return ""
}
