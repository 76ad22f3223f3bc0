package main

import (
	"encoding/binary"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/config"
	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/demo"
	"github.com/reportback/reportback/internal/embedded"
)

// machineClock is the machine's clock. Tests may set it ahead (REPORTBACK_TEST_AHEAD), so that what leans on the day it runs shows itself.
type machineClock struct{ ahead time.Duration }

// Now implements app.Clock.
func (c machineClock) Now() time.Time { return time.Now().Add(c.ahead).Truncate(time.Microsecond) }

// New implements app.IDs with UUIDs of version 7 (RFC 9562). Their first 48 bits are milliseconds of this clock: webhooks go by them.
func (c machineClock) New() uuid.UUID {
	id := uuid.Must(uuid.NewV7())
	if c.ahead != 0 {
		var ms [8]byte
		copy(ms[2:], id[:6])
		binary.BigEndian.PutUint64(ms[:], binary.BigEndian.Uint64(ms[:])+uint64(c.ahead.Milliseconds())) //nolint:gosec // ahead is not below zero
		copy(id[:6], ms[2:])
	}
	return id
}

// clockOf is the people's time for a command: that of the demo whose folder it works on, as it stands there, else the machine's.
// One reading serves a whole command: what it writes has one time.
func clockOf(cfg config.Config) (app.Clock, error) {
	machine := machineClock{cfg.TestAhead}
	if cfg.DatabaseURL != "" {
		return machine, nil
	}
	if kind, err := embedded.KindOf(cfg.Data); err != nil || kind != embedded.Demo {
		return machine, err
	}
	return demo.Standing(cfg.Data)
}
