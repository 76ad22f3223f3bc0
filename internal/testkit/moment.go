package testkit

import (
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/reportback/reportback/internal/testkit/record"
)

// Moment is a town as it stood once, with all that its database held, for others to go on from.
type Moment struct {
	at          time.Time
	sids        int
	sent        []Sent
	codes, late map[string]int
	state       *State
}

// Moment keeps how a town of this cluster stands, which must be at rest.
func (c *Cluster) Moment(w *Town) *Moment {
	w.t.Helper()
	w.mu.Lock()
	defer w.mu.Unlock()
	return &Moment{w.Now, w.sids, slices.Clone(w.sent), maps.Clone(w.codes), maps.Clone(w.late), c.State(w.t, w.rows)}
}

// TownFrom goes on from a moment in a town of its own.
func (c *Cluster) TownFrom(t testing.TB, m *Moment, tape *record.Tape) *Town {
	t.Helper()
	db, rows := c.From(t, m.state)
	town := &Town{
		DB: db, Now: m.at, Tape: tape, sids: m.sids, sent: slices.Clone(m.sent), codes: maps.Clone(m.codes), late: maps.Clone(m.late),
	}
	town.open(t, rows)
	return town
}
