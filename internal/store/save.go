package store

import (
	"context"
	"fmt"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/change"
)

// batch is the changes of many steps by kind: each kind is one statement, in an order in which what is referred to exists.
type batch struct {
	received  []change.Received
	texts     []change.Text
	withheld  []change.Withhold
	consents  []change.SetConsent
	reach     []change.SetReach
	pauses    []change.SetPause
	seen      []change.PhoneSeen
	converse  []change.Converse
	asks      []change.OpenAsk
	closed    []change.CloseAsk
	people    []change.SavePerson
	languages []change.SetLanguage
	meetings  []change.SaveMeeting
	reports   []change.SaveReport
	answers   []change.SaveAnswer
	clearedOf []change.ClearAnswers
	promises  []change.AddPromise
	plans     []change.Plan
	ended     []change.EndPlan
	moved     []change.MovePlan
	cancelled []change.CancelPlans
	attention []change.Attention
	attended  []change.CloseAttention
	timeline  []change.Timeline

	told       []change.MeetingTold
	introduced []change.Introduced
	wrong      []change.WrongNumber
	notes      []change.AddNote
	tips       []change.SetTips
	locked     []change.SetLocked
	stopped    []change.StopPlan

	thanks       []change.SaveThanks
	closing      []change.ClosePromise
	judged       []change.JudgePromise
	moving       []change.AmendPromise
	debriefs     []change.SaveDebrief
	closedReport []change.CloseReports
	events       []change.SaveEvent
	rsvps        []change.SaveRSVP
	tokens       []change.SaveToken
}

// add sorts a change into its kind. The set is sealed: a kind that is missing here is a fault of the build, met by the first test.
func (b *batch) add(c change.Change) error {
	switch c := c.(type) {
	case change.Received:
		b.received = append(b.received, c)
	case change.Text:
		b.texts = append(b.texts, c)
	case change.Withhold:
		b.withheld = append(b.withheld, c)
	case change.SetConsent:
		b.consents = append(b.consents, c)
	case change.SetReach:
		b.reach = append(b.reach, c)
	case change.SetPause:
		b.pauses = append(b.pauses, c)
	case change.PhoneSeen:
		b.seen = append(b.seen, c)
	case change.Converse:
		b.converse = append(b.converse, c)
	case change.OpenAsk:
		b.asks = append(b.asks, c)
	case change.CloseAsk:
		b.closed = append(b.closed, c)
	case change.SavePerson:
		b.people = append(b.people, c)
	case change.SetLanguage:
		b.languages = append(b.languages, c)
	case change.SaveMeeting:
		b.meetings = append(b.meetings, c)
	case change.SaveReport:
		b.reports = append(b.reports, c)
	case change.SaveAnswer:
		b.answers = append(b.answers, c)
	case change.ClearAnswers:
		b.clearedOf = append(b.clearedOf, c)
	case change.AddPromise:
		b.promises = append(b.promises, c)
	case change.Plan:
		b.plans = append(b.plans, c)
	case change.EndPlan:
		b.ended = append(b.ended, c)
	case change.MovePlan:
		b.moved = append(b.moved, c)
	case change.CancelPlans:
		b.cancelled = append(b.cancelled, c)
	case change.Attention:
		b.attention = append(b.attention, c)
	case change.CloseAttention:
		b.attended = append(b.attended, c)
	case change.Timeline:
		b.timeline = append(b.timeline, c)
	case change.MeetingTold:
		b.told = append(b.told, c)
	case change.Introduced:
		b.introduced = append(b.introduced, c)
	case change.WrongNumber:
		b.wrong = append(b.wrong, c)
	case change.AddNote:
		b.notes = append(b.notes, c)
	case change.SetTips:
		b.tips = append(b.tips, c)
	case change.SetLocked:
		b.locked = append(b.locked, c)
	case change.StopPlan:
		b.stopped = append(b.stopped, c)
	case change.Said: // for the page alone
	default:
		return b.addAfter(c)
	}
	return nil
}

// addAfter sorts what comes after a one-on-one.
func (b *batch) addAfter(c change.Change) error {
	switch c := c.(type) {
	case change.SaveThanks:
		b.thanks = append(b.thanks, c)
	case change.ClosePromise:
		b.closing = append(b.closing, c)
	case change.JudgePromise:
		b.judged = append(b.judged, c)
	case change.AmendPromise:
		b.moving = append(b.moving, c)
	case change.SaveDebrief:
		b.debriefs = append(b.debriefs, c)
	case change.CloseReports:
		b.closedReport = append(b.closedReport, c)
	case change.SaveEvent:
		b.events = append(b.events, c)
	case change.SaveRSVP:
		b.rsvps = append(b.rsvps, c)
	case change.SaveToken:
		b.tokens = append(b.tokens, c)
	default:
		return fmt.Errorf("no way to save a %T", c)
	}
	return nil
}

// Save implements app.Tx.
func (t *tx) Save(ctx context.Context, sets []change.Set) error {
	var b batch
	for _, s := range sets {
		for _, c := range s.Changes {
			if err := b.add(c); err != nil {
				return err
			}
		}
	}
	for _, save := range []func(context.Context, *batch) error{
		t.savePhones, t.saveReceived, t.saveWithheld, t.savePeople, t.saveLanguages, t.saveConsents, t.saveReach, t.savePauses, t.saveMeetings,
		t.saveDebriefs, t.saveReports,
		t.saveAnswers, t.saveEvents, t.savePromises, t.saveRSVPs, t.saveThanks, t.saveTokens, t.savePlans, t.saveTexts, t.saveAsks,
		t.saveConversations, t.saveAttention, t.saveTimeline, t.saveSeen, t.saveKnown,
	} {
		if err := save(ctx, &b); err != nil {
			return err
		}
	}
	return nil
}

// all runs one statement for a batch of rows; none is no statement.
func all[T any](ctx context.Context, t *tx, what, query string, list []T) (int64, error) {
	if len(list) == 0 {
		return 0, nil
	}
	n, err := t.exec(ctx, query, rows(list))
	if err != nil {
		return 0, fmt.Errorf("%s: %w", what, err)
	}
	return n, nil
}

// guarded is all for rows that carry a version: one that has moved on makes the whole set void.
func guarded[T any](ctx context.Context, t *tx, what, query string, list []T) error {
	n, err := all(ctx, t, what, query, list)
	if err == nil && int(n) < len(list) {
		return fmt.Errorf("%s: %w", what, app.ErrConflict)
	}
	return err
}

// addOrChange inserts the rows that are new (version 0) and updates the others under their versions.
func addOrChange[T any](ctx context.Context, t *tx, what string, list []T, version func(T) int, q addChange) error {
	var fresh, known []T
	for _, r := range list {
		if version(r) == 0 {
			fresh = append(fresh, r)
		} else {
			known = append(known, r)
		}
	}
	if _, err := all(ctx, t, "add "+what, q.add, fresh); err != nil {
		return err
	}
	return guarded(ctx, t, "change "+what, q.change, known)
}

// addChange is the pair of statements that keep one kind of versioned row.
type addChange struct{ add, change string }
