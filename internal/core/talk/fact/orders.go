package fact

import (
	"github.com/reportback/reportback/internal/core/talk/world"
)

// TellSaid says that an organizer has words for a contact. Sure says that the contact was named. Place is the one that the words put
// forward, where its name alone tells nobody that it is one.
type TellSaid struct {
	Meet  world.Meet
	Words string
	Sure  bool
	Place string
}

// PlaceWanted says that a one-on-one is to be at another place, which nobody has named; Among are the places of which it is to be one.
type PlaceWanted struct {
	Meet  world.Meet
	Among string
}

// PlaceGiven says that a one-on-one is to be at this place, as it is written.
type PlaceGiven struct {
	Meet  world.Meet
	Place string
}

// RemindOf says that an organizer is to be reminded of their own words, on the day that they name; First is said before that.
type RemindOf struct {
	Words string
	First string
}

// CancelSaid says that an organizer wants these called off, in words that are to be made sure of, unless they are sure.
type CancelSaid struct {
	Meets []world.Meet
	Sure  bool
	Told  bool // the words beside it have gone to the contact
}

// ComingSaid says that an organizer tells of a contact who comes, or does not.
type ComingSaid struct {
	Meet  world.Meet
	Comes bool
}

// MoveAllSaid says that several one-on-ones are to be on another day, as these words say; of two, that each takes the other's time. Later
// is by how many weeks each is put off.
type MoveAllSaid struct {
	Meets []world.Meet
	Words string
	Swap  bool
	Later int
}
