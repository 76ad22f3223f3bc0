package turn

import (
	"time"

	"github.com/reportback/reportback/internal/core/when"
)

// ChangedNote is what a text about a change says of how it was.
type ChangedNote struct {
	Old   time.Time `json:"old"`
	New   time.Time `json:"new"`
	Words string    `json:"words,omitempty"` // that the other wrote beside it
	Place string    `json:"place,omitempty"` // another place that is asked for with the time
	// Offers are all the times that were put forward, where they are several.
	Offers []time.Time `json:"offers,omitempty"`
}

// Planning is the context of words about what is to come, in the speaker's zone.
func (t *Turn) Planning() when.Context {
	return when.Context{At: t.now, Zone: t.loc, Mode: when.Plan, Lang: t.tag}
}
