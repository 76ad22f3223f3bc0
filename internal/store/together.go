package store

import (
	"context"
	"errors"
	"iter"
)

// together runs reads that do not wait for each other's rows, and asks the database what all of them ask in one round trip. They run in
// turn, never at once: each goes on to its next question, and when every one has asked, the questions leave together. A trip costs more
// than most of these reads, in both processes. What each asks is still a statement of its own, prepared and planned once.
func (t *tx) together(ctx context.Context, reads ...func(*tx) error) error {
	if err := t.flush(ctx, false); err != nil {
		return err
	}
	var waiting []reading
	for _, read := range reads {
		r := reading{}
		var err error
		next, stop := iter.Pull(func(yield func(*question) bool) {
			err = read(&tx{s: t.s, c: t.c, ask: func(q *question) error {
				if !yield(q) {
					return errLeft
				}
				return nil
			}})
		})
		defer stop()
		r.next = func() (*question, error) {
			q, asked := next()
			if !asked {
				return nil, err
			}
			return q, nil
		}
		waiting = append(waiting, r)
	}
	for {
		asked, err := onward(waiting)
		if err != nil || len(asked) == 0 {
			return err
		}
		waiting = asked
		list := make([]*question, len(asked))
		for i, r := range asked {
			list[i] = r.q
		}
		if err := t.askNow(ctx, list); err != nil {
			return err
		}
	}
}

// errLeft ends a read whose neighbour failed.
var errLeft = errors.New("a read beside this one failed")

// reading is one of the reads, and what it has asked last.
type reading struct {
	next func() (*question, error)
	q    *question
}

// onward lets each read go on to its next question, and returns those that have one.
func onward(reads []reading) (asked []reading, err error) {
	for _, r := range reads {
		if r.q, err = r.next(); err != nil {
			return nil, err
		}
		if r.q != nil {
			asked = append(asked, r)
		}
	}
	return asked, nil
}
