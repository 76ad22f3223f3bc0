package app

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// Office is what staff change about people on the page, beside conversations.
type Office interface {
	// EditPerson writes a person's record; ErrConflict when the version is not the one that stands.
	EditPerson(ctx context.Context, e Edit) error
	// Assess writes how close somebody is, and what comes next with them; ErrNotFound when there is no such person.
	Assess(ctx context.Context, a Assessment) error
	// Merge makes two records of one person one; Split takes it apart again, ErrNoSplit when it is too late; Merges returns what can be taken
	// apart.
	Merge(ctx context.Context, m Merging) error
	Split(ctx context.Context, id, by, line uuid.UUID, now time.Time) error
	Merges(ctx context.Context, into uuid.UUID, now time.Time) ([]Merged, error)
	// SetGoal keeps how many one-on-ones an organizer wants to hold a week, 0 for none; ErrNotFound when there is no such organizer.
	SetGoal(ctx context.Context, organizer uuid.UUID, n int) error
	// KeepNote keeps what staff note of somebody.
	KeepNote(ctx context.Context, n PersonNote) error
	// HandOver gives what an organizer looks after to another and returns how much that was; HandBack takes one back, ErrNoHandBack when it is
	// too late; Handovers returns those of an organizer that can be.
	HandOver(ctx context.Context, h Handing) (Handed, error)
	HandBack(ctx context.Context, h HandingBack) (Handed, error)
	Handovers(ctx context.Context, from uuid.UUID, now time.Time) ([]Handover, error)
	// ReopenPromise and ReopenDebrief take a closing back, ErrNoReopen when it is too late.
	ReopenPromise(ctx context.Context, r Reopening) error
	ReopenDebrief(ctx context.Context, r Reopening) error
	// SetRoles writes what somebody is here; ErrConflict when the version is not the one that stands.
	SetRoles(ctx context.Context, r RoleChange) error
	// Erase takes a person's name, numbers and words out of everything that is kept; what was counted stays.
	Erase(ctx context.Context, e Erasing) error
	// EraseOn walks one piece further through everybody's words for the oldest erasure that is not done; more is false when none is.
	EraseOn(ctx context.Context, now time.Time) (more bool, err error)
	// EraseWords lets everybody's words be walked through for somebody who is erased already.
	EraseWords(ctx context.Context, e WordErasing) error
	Keeper
}

// TextPlace is where a walk through texts goes on.
type TextPlace struct {
	At time.Time
	ID uuid.UUID
}

// Edit is a person's record as staff wrote it.
type Edit struct {
	ID                        uuid.UUID
	Name, Preferred, Email    string
	Language                  lang.Tag
	Zone, BestWay             string
	AccessNeeds, DietaryNeeds string
	Relationship              string
	Tags                      []string
	OrganizerID               uuid.UUID
	Phone                     sms.Phone // zero: none
	SetPhone                  bool      // else the phone stays as it is
	Version                   int
	Line, By                  uuid.UUID // the line of history, and whose doing it is
	At                        time.Time
}

// Assessment is how close somebody is to the organization, and what comes next with them, as staff see it.
type Assessment struct {
	ID       uuid.UUID
	Level    int // 1 to 5; 0: not said
	NextStep string
	Line, By uuid.UUID
	At       time.Time
}

// AssessContact checks an assessment and writes it.
func AssessContact(ctx context.Context, d Deps, a Assessment) error {
	if a.Level < 0 || a.Level > 5 {
		return fmt.Errorf("%w: an assessment is a number from 1 to 5", ErrBadPerson)
	}
	if len([]rune(a.NextStep)) > 300 {
		return fmt.Errorf("%w: the next step is longer than 300 characters", ErrBadPerson)
	}
	a.At, a.Line = d.Clock.Now(), d.IDs.New()
	if err := d.Store.Assess(ctx, a); err != nil {
		return fmt.Errorf("assess person: %w", err)
	}
	return nil
}

// EditContact checks a record and writes it. Errors that are ErrBadPerson say in plain words what is not usable.
func EditContact(ctx context.Context, d Deps, e Edit) error {
	e.Name, e.Preferred = person.PlainName(e.Name), person.PlainName(e.Preferred)
	switch {
	case e.Name == "" || len([]rune(e.Name)) > 200:
		return fmt.Errorf("%w: the name must have 1 to 200 characters", ErrBadPerson)
	case e.Zone != "" && !when.KnownZone(e.Zone):
		return fmt.Errorf("%w: no time zone has that name; write it like America/Los_Angeles", ErrBadPerson)
	}
	if found, ok := understand.ParseEmail(e.Email); e.Email != "" && (!ok || !strings.EqualFold(found, e.Email)) {
		return fmt.Errorf("%w: the email should look like maria@example.org", ErrBadPerson)
	}
	for _, s := range []string{e.Preferred, e.Email, e.BestWay, e.AccessNeeds, e.DietaryNeeds, e.Relationship} {
		if len([]rune(s)) > 1000 {
			return fmt.Errorf("%w: one of the fields is longer than 1000 characters", ErrBadPerson)
		}
	}
	e.Tags = TidyTags(e.Tags)
	e.At, e.Line = d.Clock.Now(), d.IDs.New()
	if err := d.Store.EditPerson(ctx, e); err != nil {
		return fmt.Errorf("edit person: %w", err)
	}
	return nil
}

// maxTags bounds what one person can carry.
const maxTags = 30

// TidyTags trims tags and drops empty and repeated ones.
func TidyTags(list []string) []string {
	out := []string{}
	for _, t := range list {
		t = strings.Join(strings.Fields(t), " ")
		if t != "" && len([]rune(t)) <= 60 && !slices.Contains(out, t) && len(out) < maxTags {
			out = append(out, t)
		}
	}
	return out
}

// PlainFault returns the words of an ErrBadPerson for the page, "" for another error.
func PlainFault(err error) string {
	switch {
	case errors.Is(err, ErrSameName):
		return "This number has a record of that name already: it is the same person. Merge the two."
	case errors.Is(err, ErrPhoneTaken):
		return "Another organizer or staff member has this phone."
	case errors.Is(err, ErrBadPerson):
		words := strings.TrimPrefix(err.Error(), ErrBadPerson.Error()+": ")
		return strings.ToUpper(words[:1]) + words[1:] + "."
	}
	return ""
}
