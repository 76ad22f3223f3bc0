package app

import (
	"context"
	"errors"
	"fmt"
	"hash/maphash"
	"sync"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/sms"
)

// StatusReceiver takes the provider's status callbacks.
type StatusReceiver struct {
	Deps
	Receiver *Receiver

	once  sync.Once
	seed  maphash.Seed
	lines [gatherLines]together[sms.Callback, bool]
}

// plainly reports whether a callback only says that a text of ours is on its way, or there, as nearly all do.
func plainly(cb sms.Callback) bool {
	switch cb.Status {
	case sms.StatusSent, sms.StatusDelivered, sms.StatusQueued, sms.StatusSending, sms.StatusAccepted, sms.StatusScheduled, sms.StatusRead,
		sms.StatusPartial:
		return cb.Code == 0 && cb.MessageID != uuid.Nil && !cb.To.IsZero()
	case sms.StatusNone, sms.StatusPlanned, sms.StatusUnknown, sms.StatusUndelivered, sms.StatusFailed, sms.StatusWithheld,
		sms.StatusReceived, sms.StatusCanceled:
	}
	return false
}

// moved stores a plain callback with those that come at the same time, and reports whether that was all. What went wrong for several is
// tried for each alone.
func (s *StatusReceiver) moved(ctx context.Context, cb sms.Callback) bool {
	s.once.Do(func() { s.seed = maphash.MakeSeed() })
	line := &s.lines[maphash.String(s.seed, cb.SID)%gatherLines] // the callbacks of one text never wait for each other in two
	done, err := line.do(ctx, func(ctx context.Context, list []sms.Callback) ([]bool, error) {
		return s.Store.MoveOn(ctx, s.Clock.Now(), list)
	}, cb)
	return err == nil && done
}

// When a text that failed goes once more.
const (
	softAgain  = time.Hour
	laterAgain = 5 * time.Minute
)

// CountryWait is after what time a text is tried again whose country is not switched on.
const CountryWait = 15 * time.Minute

// FateOf says what becomes of a text that failed with a class.
func FateOf(c ErrorClass, code int, now time.Time) Fate {
	f := Fate{Stop: stopOf(c, code, 0, 0)}
	if f.Stop != nil {
		f.Stop.ByCallback = true
	}
	switch c {
	case ClassConfig, ClassDay:
		f.Again, f.Why = now, "refused for the whole account, sent again" // the stop holds it
	case ClassRetry, ClassLater:
		f.Again, f.Why = now.Add(laterAgain), "the road was full, sent again"
	case ClassSoft:
		f.Again, f.Once, f.Soft, f.Why = now.Add(softAgain), true, true, "did not arrive, sent once more"
	case ClassOptedOut:
		f.Quiet = true
	case ClassUnreachable:
		f.Quiet, f.Hear = true, true
	case ClassBlocked:
		f.Soft = true
	case ClassCountry:
		f.Again, f.Why = now.Add(CountryWait), "its country was not switched on, sent again"
	case ClassNone, ClassUnknown, ClassContent, ClassFiltered:
	}
	return f
}

// ended takes the end of a text that an answer or the provider's list told, as if it came in a callback: what follows is the same. One that
// cannot be stored now comes in the callback itself, or in the list of another day.
func (d Deps) ended(ctx context.Context, r *Receiver, cb sms.Callback) {
	cb.RawStatus = cb.Status.String()
	s := StatusReceiver{Deps: d, Receiver: r}
	if err := s.Status(ctx, cb); err != nil {
		d.Log.ErrorContext(ctx, "the end of a text is not stored", "message_id", cb.MessageID, "error", err)
	}
}

// storeHeld waits for a text that somebody holds, as a step waits for its phone: a callback that is refused may not come again.
func (s *StatusReceiver) storeHeld(ctx context.Context, now time.Time, cb sms.Callback, f Fate) (res CallbackResult, err error) {
	for range lockTries {
		if res, err = s.Store.Callback(ctx, now, cb, f); !errors.Is(err, ErrLocked) || ctx.Err() != nil {
			break
		}
	}
	return res, err
}

// Status stores a callback and moves its text forward. An error means that it could not be stored.
func (s *StatusReceiver) Status(ctx context.Context, cb sms.Callback) error {
	if plainly(cb) && s.moved(ctx, cb) {
		s.Meter.Count("status_callbacks", "moved")
		return nil
	}
	now := s.Clock.Now()
	c := ClassNone
	if failed := cb.Status == sms.StatusFailed || cb.Status == sms.StatusUndelivered; failed || cb.Code != 0 {
		c = s.classify(cb.Code, 0)
		if failed && cb.Code == 0 {
			c = ClassSoft // the carrier gave no reason
		}
	}
	fate := FateOf(c, cb.Code, now)
	if c == ClassCountry {
		fate.Country = cb.To.Country()
	}
	res, err := s.storeHeld(ctx, now, cb, fate)
	if err != nil {
		return fmt.Errorf("store status callback: %w", err)
	}
	switch {
	case res.Orphan:
		s.Meter.Count("status_callbacks", "orphan")
		return nil
	case res.Doubled:
		s.Meter.Count("doubled_texts", "callback")
		s.Log.ErrorContext(ctx, "a text was sent twice", "message_id", res.Message)
	case res.Bound:
		s.Meter.Count("status_callbacks", "bound")
		s.Queue.Nudge(ctx, []int64{res.PhoneID})
	default:
		s.Meter.Count("status_callbacks", "moved")
	}
	if res.Moved {
		if fate.Stop != nil {
			s.Meter.Count("stops", string(fate.Stop.Kind))
		}
		s.refused(ctx, refusal{class: c, code: cb.Code, forAll: fate.Stop != nil, afterwards: true})
	}
	if res.Unreached {
		c = ClassUnreachable
	}
	if res.Moved && (c == ClassOptedOut || c == ClassUnreachable) {
		s.Receiver.Verdict(ctx, res.Message, c, cb.Code)
	}
	return nil
}
