package jobs

import (
	"context"

	"github.com/redis/go-redis/v9"
)

// silent drops what the Redis library prints past every logger: raw lines with addresses, one a try. asynq's own warnings, and the
// client's, say the same once and in form.
type silent struct{}

// Printf prints nothing.
func (silent) Printf(context.Context, string, ...any) {}

// Quiet keeps the Redis library from printing to standard error. It is the process's, so main calls it once.
func Quiet() { redis.SetLogger(silent{}) }
