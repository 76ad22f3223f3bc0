package staff

import (
	"errors"
	"time"

	"github.com/google/uuid"
)

// View is a list as somebody keeps it under a name: a page of the staff's with its filters.
type View struct {
	ID, Person  uuid.UUID
	Page, Query string // "/admin/contacts", "texts=yes"
	Name        string
	Words       string // what it searches for, as it was typed
	At          time.Time
}

// MostViews is how many one person keeps.
const MostViews = 50

// ErrManyViews says that somebody keeps that many.
var ErrManyViews = errors.New("enough views are kept")
