package turn

import (
	"github.com/reportback/reportback/internal/core/when"
)

// Planning is the context of words about what is to come, in the speaker's zone.
func (t *Turn) Planning() when.Context {
	return when.Context{At: t.now, Zone: t.loc, Mode: when.Plan, Lang: t.tag}
}
