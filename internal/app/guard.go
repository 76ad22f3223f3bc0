package app

import (
	"context"
	"fmt"
	"hash/fnv"
	"runtime"
	"time"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/talk"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// needs asks core what to read; understanding a text is core too, so a fault in it hands the text to staff like any other.
func (r *Receiver) needs(w world.World, s *Step, now time.Time) (n world.Need) {
	defer func() {
		if p := recover(); p != nil {
			r.Log.Error("panic in understanding", "stack_hash", stackHash())
			s.In.Fault = "a fault of ours while understanding (" + stackHash() + ")"
			n = world.Need{}
		}
	}()
	return talk.Needs(w, s.In, now)
}

// decide runs the pure decision; a panic in it is a decision too: the text goes to staff.
func (r *Receiver) decide(ctx context.Context, w world.World, in world.Input, now time.Time) (set change.Set) {
	if r.Witness != nil {
		r.Witness(w, in, now)
	}
	defer func() {
		if p := recover(); p != nil {
			r.Log.ErrorContext(ctx, "panic in a decision", "stack_hash", stackHash())
			r.Meter.Count("decisions_handed_to_staff", "panic")
			in.Fault = "a fault of ours while deciding (" + stackHash() + ")"
			set = talk.Decide(w, in, now, r.IDs)
		}
	}()
	return talk.Decide(w, in, now, r.IDs)
}

// stackHash names a fault without a word of anybody's text, alike each time: it is made of the code's positions alone.
func stackHash() string {
	pcs := make([]uintptr, 64)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs)])
	h := fnv.New32a()
	for {
		f, more := frames.Next()
		fmt.Fprintf(h, "%s:%d\n", f.Function, f.Line)
		if !more {
			return fmt.Sprintf("%08x", h.Sum32())
		}
	}
}
