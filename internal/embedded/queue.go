package embedded

import (
	"context"
	"crypto/rand"
	"fmt"
	"time"

	"github.com/alicebob/miniredis/v2"
)

// Queue is an in-process stand-in for Redis, on loopback. What is in it may be lost at any time.
type Queue struct {
	server *miniredis.Miniredis
	stop   context.CancelFunc
	secret string
}

// StartQueue starts it. Its keys expire only when told, so it is told once a second.
func StartQueue(ctx context.Context) (*Queue, error) {
	m := miniredis.NewMiniRedis()
	password := rand.Text() // other accounts of the machine reach loopback too
	m.RequireAuth(password)
	if err := m.Start(); err != nil {
		return nil, fmt.Errorf("start the embedded queue: %w", err)
	}
	ctx, stop := context.WithCancel(ctx)
	go func() {
		t := time.NewTicker(time.Second)
		defer t.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-t.C:
				m.FastForward(time.Second)
			}
		}
	}()
	return &Queue{m, stop, password}, nil
}

// URL returns its address as REDIS_URL would have it.
func (q *Queue) URL() string { return "redis://:" + q.secret + "@" + q.server.Addr() }

// Close stops it.
func (q *Queue) Close() {
	q.stop()
	q.server.Close()
}
