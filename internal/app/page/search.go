package page

import "context"

// Search is one search through everything that staff may be looking for.
type Search interface {
	// Search finds people by name, number, mail or tag, one-on-ones by place, and texts by their words, at most n of each. Accents and case do
	// not count.
	Search(ctx context.Context, q string, in SearchIn, n int) (Found, error)
}

// SearchIn is where a search looks.
type SearchIn uint8

// Everywhere, or in names and numbers alone: what people wrote is not everybody's to look through.
const (
	InWords SearchIn = iota
	InNames
)

// Found is what a search found.
type Found struct {
	People   []FoundPerson
	Meetings []MeetingRow
	Texts    []Message
	// Many says that more texts hold these words than were looked at: another word narrows it down.
	Many bool
}

// FoundPerson is somebody whom a search found.
type FoundPerson struct {
	Person
	Works bool // of the organization's side
}
