package app

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"
)

// FailedText is a text on Today that did not arrive, or of which nobody knows.
type FailedText struct {
	ID, Need  uuid.UUID
	Code      int
	Unsettled bool
}

// ErrNotAgain says that a text cannot go again: what it was refused for would refuse it again, or it makes no sense any more.
var ErrNotAgain = errors.New("this text cannot go again")

// againWorth is how long a text that staff sent again makes sense.
const againWorth = 6 * time.Hour

// SendAgain sends a text of a row on Today once more, as a new text, by the decision of whoever looks at it.
func SendAgain(ctx context.Context, d Deps, need, by uuid.UUID) error {
	list, err := d.Store.FailedTexts(ctx, need)
	if err != nil {
		return fmt.Errorf("find the text: %w", err)
	}
	if len(list) == 0 {
		return ErrNotFound
	}
	n, err := sendAgain(ctx, d, list, by)
	if err == nil && n == 0 {
		return ErrNotAgain
	}
	return err
}

// SendRefused sends once more all that the provider refused, and returns how many; those of which nobody knows whether they left are not
// among them: each of those is a decision.
func SendRefused(ctx context.Context, d Deps, by uuid.UUID) (int, error) {
	list, err := d.Store.FailedTexts(ctx, uuid.Nil)
	if err != nil {
		return 0, fmt.Errorf("find refused texts: %w", err)
	}
	var refused []FailedText
	for _, f := range list {
		if !f.Unsettled {
			refused = append(refused, f)
		}
	}
	return sendAgain(ctx, d, refused, by)
}

func sendAgain(ctx context.Context, d Deps, list []FailedText, by uuid.UUID) (int, error) {
	var ids []uuid.UUID
	for _, f := range list {
		if f.Unsettled || d.MayGoAgain(f.Code) {
			ids = append(ids, f.ID)
		}
	}
	if len(ids) == 0 {
		return 0, nil
	}
	now := d.Clock.Now()
	n, err := d.Store.SendAgain(ctx, now, now.Add(againWorth), ids, by)
	if err != nil {
		return 0, fmt.Errorf("send again: %w", err)
	}
	return n, nil
}

// MayGoAgain reports whether a text that was refused with this code could arrive when it is sent once more.
func (d Deps) MayGoAgain(code int) bool { return mayGoAgain(d.classify(code, 0)) }

// mayGoAgain: an opt-out, a dead number or refused words stay so, whoever presses the button.
func mayGoAgain(c ErrorClass) bool {
	switch c {
	case ClassOptedOut, ClassUnreachable, ClassContent, ClassFiltered:
		return false
	case ClassNone, ClassRetry, ClassUnknown, ClassSoft, ClassConfig, ClassLater, ClassDay, ClassCountry, ClassBlocked:
	}
	return true
}

func (d Deps) classify(code, http int) ErrorClass {
	if d.Classify == nil {
		return ClassNone
	}
	return d.Classify(code, http)
}
