package app

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/zones"
)

// StopKind is why nothing is sent for a while.
type StopKind string

// The kinds of stops.
const (
	StopAccount StopKind = "account" // the account, the sender or its registration is refused
	StopDay     StopKind = "day"     // the day's allowance is used up
	StopQueue   StopKind = "queue"   // the provider's queue for our sender is full
	StopAsked   StopKind = "asked"   // the provider asked for a pause
	StopDown    StopKind = "down"    // no clear answer to anything
)

// StopKinds lists every kind of stop.
func StopKinds() []StopKind { return []StopKind{StopAccount, StopDay, StopQueue, StopAsked, StopDown} }

// Stop is what one answer or callback says of every text: they are kept, one is tried now and then, and all go on when one is taken.
type Stop struct {
	Kind       StopKind
	Code, HTTP int
	Wait       time.Duration // until the first try; 0: the kind's own
	ByCallback bool          // taken and failed afterwards
}

// OpenStop is the stop that holds sending up now.
type OpenStop struct {
	ID         uuid.UUID
	Kind       StopKind
	Code       int
	At         time.Time
	RetryAt    time.Time
	Tries      int
	ByCallback bool
}

// longestWait bounds what an answer may ask for.
const longestWait = time.Hour

// shortWait is a pause that its lane alone can take: longer ones hold for all.
const shortWait = 30 * time.Second

// stopOf says whether an error of the provider's speaks of every text.
func stopOf(c ErrorClass, code, http int, asked time.Duration) *Stop {
	s := Stop{Code: code, HTTP: http}
	switch c {
	case ClassConfig:
		s.Kind = StopAccount
	case ClassDay:
		s.Kind = StopDay
	case ClassLater:
		s.Kind = StopQueue
	case ClassRetry:
		if asked <= shortWait {
			return nil
		}
		s.Kind, s.Wait = StopAsked, min(asked, longestWait)
	case ClassNone, ClassUnknown, ClassUnreachable, ClassSoft, ClassOptedOut, ClassContent, ClassCountry, ClassFiltered, ClassBlocked:
		return nil
	}
	return &s
}

// NextTry returns when a stop is tried after a number of tries: soon at first, since most faults are short, then at the kind's own pace.
func NextTry(s Stop, tries int, now time.Time) time.Time {
	if s.Wait > 0 {
		return now.Add(s.Wait)
	}
	switch s.Kind {
	case StopDay:
		return midnightPacific(now)
	case StopQueue:
		return now.Add(5 * time.Minute)
	case StopDown:
		return now.Add(min(2*time.Second<<min(tries, 5), 15*time.Second))
	case StopAccount, StopAsked:
	}
	return now.Add(min(5*time.Second<<min(tries, 6), 5*time.Minute))
}

// midnightPacific is when carriers count a new day (T-Mobile's and the account's daily limits).
func midnightPacific(now time.Time) time.Time {
	zone, err := zones.Load("America/Los_Angeles")
	if err != nil {
		zone = time.UTC
	}
	y, m, d := now.In(zone).Date()
	return time.Date(y, m, d+1, 0, 1, 0, 0, zone)
}

// Note says of a stop on Today what staff must know and do; "" for what needs nobody.
func (s Stop) Note() string {
	switch s.Kind {
	case StopAccount:
		return fmt.Sprintf("No text leaves: Twilio refuses all of ours (code %d, %s). Nothing is lost. They wait, one is tried every few "+
			"minutes, and all go by themselves once it is in order.", s.Code, accountWords(s.Code))
	case StopDay:
		return fmt.Sprintf("No text leaves until midnight in California: the day's allowance is used up (code %d). They wait and go then if "+
			"they still make sense.", s.Code)
	case StopQueue:
		return fmt.Sprintf("Texts wait: more are queued at Twilio than our number can send (code %d). They go on by themselves.", s.Code)
	case StopAsked, StopDown:
	}
	return ""
}

// accountWords says what a refusal of the whole account means.
func accountWords(code int) string {
	switch code {
	case 20003:
		return "the token is wrong, or the account is suspended"
	case 20404:
		return "there is no such account"
	case 21212, 21601, 21603, 21606:
		return "the sending number is not ours, or cannot send texts"
	case 21608:
		return "a trial account, or its compliance profile is not approved"
	case 21701, 21703, 21704, 21705:
		return "the Messaging Service is missing or has no number"
	case 30002:
		return "the account is suspended: look at its balance"
	case 30018:
		return "the sender name is not registered"
	case 30024:
		return "the carrier does not know the number yet"
	case 30032, 30440, 30441, 30442, 30443, 30444, 30445, 30446, 30447, 30448, 30449:
		return "the toll-free number is not verified"
	case 30033:
		return "the campaign is suspended"
	case 30034, 30035:
		return "the number is not registered in a campaign"
	}
	return "the account or the sending number is not in order"
}

// silence counts, in this process, how many answers in a row told nothing: when it is several phones', the provider is down, and each
// further text would only become one more that nobody knows of.
type silence struct {
	mu     sync.Mutex
	row    int
	phones map[int64]bool
}

// When a provider counts as down.
const (
	silentAnswers = 5
	silentPhones  = 3
)

func (s *silence) note(done []Outcome) *Stop {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, o := range done {
		if o.Kind != OutcomeUnknown {
			s.row, s.phones = 0, nil
			continue
		}
		if s.phones == nil {
			s.phones = map[int64]bool{}
		}
		s.row++
		s.phones[o.PhoneID] = true
	}
	if s.row < silentAnswers || len(s.phones) < silentPhones {
		return nil
	}
	s.row, s.phones = 0, nil
	return &Stop{Kind: StopDown}
}

// Probe tries one text when a stop's time has come, and drops what no longer makes sense while it lasts.
func (t *Ticker) Probe(ctx context.Context) error {
	now := t.Clock.Now()
	stop, open, err := t.Store.Stopped(ctx)
	if err != nil {
		return fmt.Errorf("read the stop: %w", err)
	}
	if !open {
		return nil
	}
	if _, err := t.Store.DropStale(ctx, now); err != nil {
		return fmt.Errorf("drop stale texts: %w", err)
	}
	if stop.ByCallback {
		ended, err := t.Store.EndIfDelivered(ctx, now, t.IDs.New())
		if err != nil || ended {
			return err
		}
	}
	if stop.RetryAt.After(now) {
		return nil
	}
	return t.Drainer.Probe(ctx, stop)
}

// Probe claims and sends one text under an open stop.
func (d *Drainer) Probe(ctx context.Context, stop OpenStop) error {
	now := d.Clock.Now()
	again := NextTry(Stop{Kind: stop.Kind}, stop.Tries+1, now)
	if stop.ByCallback { // the next one waits for what becomes of this one
		again = later(again, now.Add(2*time.Minute))
	}
	outs, err := d.Store.ClaimProbe(ctx, now, again)
	if err != nil {
		return fmt.Errorf("claim a probe: %w", err)
	}
	if len(outs) == 0 {
		return nil
	}
	_, err = d.send(ctx, outs[0])
	return err
}
