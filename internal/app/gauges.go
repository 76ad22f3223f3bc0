package app

import "time"

// Gauges are the figures of what waits now, for whoever watches the service.
type Gauges struct {
	Queued, InFlight, Unknown, Unsettled, GoAgain, Attention int
	OldestQueued, OldestDue                                  float64 // seconds
	Stopped                                                  bool
	StopCode                                                 int
	Mode                                                     string
	BackupAt                                                 time.Time // zero: never
}

// SettingBackupAt is when the last backup was made.
const SettingBackupAt = "backup_at" // RFC 3339
