package testkit

import "log/slog"

// Quiet is a logger that nobody reads.
func Quiet() *slog.Logger { return slog.New(slog.DiscardHandler) }
