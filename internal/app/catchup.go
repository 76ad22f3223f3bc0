package app

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// Readings is what is kept of reading the provider's list.
type Readings interface {
	// Unread returns how long ago a reading was last complete, and the mark of this one; fresh is true when there was none: then one begins
	// now.
	Unread(ctx context.Context, name string) (since time.Duration, mark time.Time, fresh bool, err error)
	// ReadTo notes that a reading is complete up to a mark.
	ReadTo(ctx context.Context, name string, mark time.Time) error
	// HeardSIDs returns which inbound messages are stored.
	HeardSIDs(ctx context.Context, sids []string) (map[string]bool, error)
	// OpenEnds returns which of these messages of ours have no end yet.
	OpenEnds(ctx context.Context, sids []string) (map[string]bool, error)
	// TellGap puts a gap on Today, or makes the one that stands there longer; words say it.
	TellGap(ctx context.Context, g Gap, words func(Gap) string) error
}

// Gap is a time in which texts did not reach us.
type Gap struct {
	ID          uuid.UUID
	First, Last time.Time // people's clock
	Texts       int
	Found       time.Time
}

// CatchUp reads the provider's list for what never reached us: texts whose webhook nobody took, and ends that no callback told. One worker
// does it.
type CatchUp struct {
	Deps
	Receiver *Receiver
	Status   *StatusReceiver
	Duty     Duty
}

const (
	readInbound = "inbound"
	readEnds    = "ends"
	// readAgain is how far back each reading goes over what the last one read: a list may be behind, and a webhook takes its time.
	readAgain = 15 * time.Minute
	// endsEvery is how often the ends of texts are read up.
	endsEvery = 24 * time.Hour
	// longestReading bounds a reading after a long absence: older texts are history, and the list is long.
	longestReading = 30 * 24 * time.Hour
)

// Read catches up once: inbound texts each time, ends once a day and after a gap.
func (c *CatchUp) Read(ctx context.Context) error {
	return c.Duty.Do(ctx, func(ctx context.Context) error {
		found, err := c.inbound(ctx)
		if err != nil {
			return fmt.Errorf("read inbound texts: %w", err)
		}
		if err := c.ends(ctx, found); err != nil {
			return fmt.Errorf("read up the ends of texts: %w", err)
		}
		return nil
	})
}

// inbound hands over what is in the list and not with us, oldest first, and returns how many that were.
func (c *CatchUp) inbound(ctx context.Context) (int, error) {
	since, mark, fresh, err := c.Store.Unread(ctx, readInbound)
	if err != nil || fresh {
		return 0, err
	}
	list, err := c.Provider.ListInbound(ctx, min(max(since, 0)+readAgain, longestReading))
	if err != nil {
		c.Meter.Count("listings", "failed")
		return 0, err
	}
	c.Meter.Count("listings", "complete")
	missed, err := c.missed(ctx, list)
	if err != nil {
		return 0, err
	}
	if len(missed) > 0 {
		if err := c.handle(ctx, missed); err != nil {
			return 0, err
		}
	}
	return len(missed), c.Store.ReadTo(ctx, readInbound, mark)
}

// missed are inbound messages that are not stored, oldest first. One that is younger than its webhook's last repeat is left for now.
func (c *CatchUp) missed(ctx context.Context, list []Listed) ([]Listed, error) {
	var sids []string
	for _, m := range list {
		if m.Inbound && m.Age >= c.Times.Missed {
			sids = append(sids, m.SID)
		}
	}
	heard, err := c.Store.HeardSIDs(ctx, sids)
	if err != nil {
		return nil, fmt.Errorf("stored texts: %w", err)
	}
	var out []Listed
	for _, m := range slices.Backward(list) {
		if m.Inbound && m.Age >= c.Times.Missed && !heard[m.SID] {
			out = append(out, m)
		}
	}
	return out, nil
}

// handle tells of the gap first: a crash in the middle must not leave it untold.
func (c *CatchUp) handle(ctx context.Context, missed []Listed) error {
	now := c.Clock.Now()
	g := Gap{ID: c.IDs.New(), First: now.Add(-missed[0].Age), Last: now.Add(-missed[len(missed)-1].Age), Texts: len(missed), Found: now}
	zone := time.UTC
	if z, err := organizationZone(ctx, c.Deps); err == nil {
		zone = z
	}
	if err := c.Store.TellGap(ctx, g, func(g Gap) string { return gapWords(g, zone) }); err != nil {
		return fmt.Errorf("tell of a gap: %w", err)
	}
	c.Log.WarnContext(ctx, "texts did not reach us and were read from the provider's list", "count", len(missed))
	for _, m := range missed {
		if err := c.Receiver.Late(ctx, lateText(m), now.Add(-m.Age)); err != nil {
			return err
		}
	}
	return nil
}

// lateText is what the webhook of a listed message would have brought.
func lateText(m Listed) sms.Inbound {
	in := sms.Inbound{
		SID: m.SID, From: m.From, To: m.To, Body: m.Body, Media: m.Media, Segments: 1,
		Form: map[string][]string{
			"MessageSid": {m.SID}, "From": {m.From}, "To": {m.To}, "Body": {m.Body.Text()},
			"NumMedia": {strconv.Itoa(m.Media)}, "ReadFromList": {"1"},
		},
	}
	if p, err := sms.PhoneFromE164(m.From); err == nil {
		in.Phone = p
	}
	return in
}

func gapWords(g Gap, zone *time.Location) string {
	what, them := fmt.Sprintf("%d texts to us did not arrive when they were sent", g.Texts), "them"
	if g.Texts == 1 {
		what, them = "a text to us did not arrive when it was sent", "it"
	}
	const clock = "3:04 PM"
	return fmt.Sprintf("For %s, from %s to %s, %s. Twilio's list had %s: read at %s, and understood as of the time of writing. An answer "+
		"went only where it still made sense. If this happens again, `reportback check` tells whether Twilio reaches us.",
		plainSpan(g.Last.Sub(g.First)), g.First.In(zone).Format("Mon Jan 2, "+clock), g.Last.In(zone).Format(clock), what, them,
		g.Found.In(zone).Format(clock))
}

// plainSpan is how long a gap was, in words.
func plainSpan(d time.Duration) string {
	switch {
	case d < 2*time.Minute:
		return "a minute or two"
	case d < 2*time.Hour:
		return strconv.Itoa(int(d.Minutes())) + " minutes"
	case d < 48*time.Hour:
		return strconv.Itoa(int(d.Hours())) + " hours"
	}
	return strconv.Itoa(int(d.Hours()/24)) + " days"
}

// ends repeats to us what callbacks should have told: a text that the provider's list knows the end of, and we do not.
func (c *CatchUp) ends(ctx context.Context, found int) error {
	since, mark, fresh, err := c.Store.Unread(ctx, readEnds)
	if err != nil || fresh || since < endsEvery && found == 0 {
		return err
	}
	list, err := c.Provider.ListAll(ctx, min(max(since, 0)+2*time.Hour, longestReading))
	if err != nil {
		c.Meter.Count("listings", "failed")
		return err
	}
	var sids []string
	for _, m := range list {
		if m.Outbound && m.Status.Rank() >= sms.StatusDelivered.Rank() && m.Age >= c.Times.Missed {
			sids = append(sids, m.SID)
		}
	}
	open, err := c.Store.OpenEnds(ctx, sids)
	if err != nil {
		return err
	}
	for _, m := range list {
		if !open[m.SID] {
			continue
		}
		to, err := sms.PhoneFromE164(m.To)
		if err != nil {
			continue
		}
		c.Meter.Count("status_callbacks", "read_up")
		if err := c.Status.Status(ctx, sms.Callback{
			SID: m.SID, To: to, Status: m.Status, RawStatus: m.Status.String(),
			Code: m.Code,
		}); err != nil {
			return err
		}
	}
	return c.Store.ReadTo(ctx, readEnds, mark)
}

// Late takes an inbound text that was read from the provider's list, as of its own time.
func (r *Receiver) Late(ctx context.Context, in sms.Inbound, at time.Time) error {
	if in.Phone.IsZero() || in.Phone == r.Number {
		if _, err := r.Store.KeepOdd(ctx, at, in, r.IDs.New(), r.IDs.New()); err != nil {
			return fmt.Errorf("keep inbound text: %w", err)
		}
		return nil
	}
	step := Step{Phone: in.Phone, Dedupe: in.SID, At: at, In: world.Input{Kind: world.TextIn, MessageID: r.IDs.New(), Inbound: in}}
	if res := r.Run(ctx, []Step{step})[0]; res.Err != nil {
		return fmt.Errorf("receive text: %w", res.Err)
	}
	r.Meter.Count("inbound_texts", "caught_up")
	return nil
}

// Loop catches up at once and then at every tick, until ctx ends.
func (c *CatchUp) Loop(ctx context.Context, every <-chan time.Time) {
	for {
		if err := c.Read(ctx); err != nil && ctx.Err() == nil {
			c.Meter.Count("tick_failures", "catch_up")
			c.Log.WarnContext(ctx, "the provider's list was not read", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-every:
		}
	}
}
