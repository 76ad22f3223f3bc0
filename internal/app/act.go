package app

import (
	"context"
	"errors"
	"fmt"

	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// ErrRefusedAct says that what a staff member asked for cannot be done; the words say why, for the page to show.
var ErrRefusedAct = errors.New("not done")

// Act does on the page what a text would do, by the same decision. phone is the one that it concerns: the organizer's for a meeting, the
// phone itself for a phone. It returns plain words for the page; ErrRefusedAct when nothing was done.
func (r *Receiver) Act(ctx context.Context, phone sms.Phone, act world.Act) (string, error) {
	in := world.Input{Kind: world.ActIn, MessageID: r.IDs.New(), Act: act}
	res := r.Run(ctx, []Step{{Phone: phone, In: in}})[0]
	if res.Err != nil {
		return "", fmt.Errorf("act %s: %w", act.Kind, res.Err)
	}
	if res.Said.Refused {
		return res.Said.Words, ErrRefusedAct
	}
	return res.Said.Words, nil
}
