package app

import (
	"sync"
	"time"
)

// crew runs what is begun on goroutines that stay for a while: each new one begins with a small stack, which grows several times on the way
// to a decision or a call, and that took a tenth of a text's time. The zero value is ready.
type crew struct {
	once sync.Once
	free chan func() // a goroutine that has nothing to do takes from it
}

// stays is for how long a goroutine waits for something to do.
const stays = 10 * time.Second

// run runs f on a goroutine of its own.
func (c *crew) run(f func()) {
	c.once.Do(func() { c.free = make(chan func()) })
	select {
	case c.free <- f:
	default:
		go c.stay(f)
	}
}

func (c *crew) stay(f func()) {
	over := make(chan struct{}, 1)
	idle := time.AfterFunc(stays, func() {
		select {
		case over <- struct{}{}:
		default:
		}
	})
	for {
		idle.Stop()
		f()
		idle.Reset(stays)
		select {
		case f = <-c.free:
		case <-over: // at worst of a wait that has just ended: then another goroutine begins
			return
		}
	}
}
