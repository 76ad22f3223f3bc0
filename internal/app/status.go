package app

import (
	"context"
	"fmt"

	"github.com/reportback/reportback/internal/core/sms"
)

// StatusReceiver takes the provider's status callbacks.
type StatusReceiver struct {
	Deps
	Receiver *Receiver
	Classify func(code, httpStatus int) ErrorClass
}

// Status stores a callback and moves its text forward. An error means that it could not be stored.
func (s *StatusReceiver) Status(ctx context.Context, cb sms.Callback) error {
	res, err := s.Store.Callback(ctx, s.Clock.Now(), cb)
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
	if c := s.Classify(cb.Code, 0); res.Moved && (c == ClassOptedOut || c == ClassUnreachable) {
		s.Receiver.Verdict(ctx, res.Message, c, cb.Code)
	}
	return nil
}
