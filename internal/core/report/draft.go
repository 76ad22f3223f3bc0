package report

import (
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/sms"
)

// State is how a field came to have, or not to have, an answer.
type State string

// The states of an answer. Known comes from the contact's record and is shown for confirmation; None was answered as 'none'.
const (
	Missing State = ""
	Given   State = "given"
	Known   State = "known"
	None    State = "none"
	Skipped State = "skipped"
)

// States lists every state.
func States() []State { return []State{Missing, Given, Known, None, Skipped} }

// Answer is one field as it was said and as it was understood.
type Answer struct {
	State       State
	Words       string // as they came
	Value       string // as understood: a date 2026-12-03, an E.164 number, a name, yes or no; "" when only the words are known
	Sources     []uuid.UUID
	NeedsReview bool
}

// Shown returns what a person is to read of the answer when there is nothing better than its words.
func (a Answer) Shown() string {
	if a.Words != "" {
		return a.Words
	}
	return a.Value
}

// Understood returns what was understood of the answer, else its words: a name without the "I met" before it or the number behind it.
func (a Answer) Understood() string {
	if a.Value != "" {
		return a.Value
	}
	return a.Words
}

// PageWords is an answer as a form shows it for editing: as it was understood where that is plainer than the words.
func PageWords(f Field, a Answer) string {
	if a.State == None || a.State == Skipped {
		return a.Words
	}
	switch f.Shape {
	case Day, PhoneNumber, Email, PersonName, YesNo:
		if p, err := sms.PhoneFromE164(a.Value); err == nil && f.Shape == PhoneNumber { // as people write it
			return p.Display()
		}
		if a.Value != "" {
			return a.Value
		}
	case Open, Short, StaffName:
	}
	return a.Words
}

// Draft is a report-back under way.
type Draft struct {
	ID          uuid.UUID
	OrganizerID uuid.UUID
	ContactID   uuid.UUID // zero until the contact is known to us
	MeetingID   uuid.UUID
	Question    Name // where the form stands; ReviewStep when everything is asked
	Version     int
	StartedAt   time.Time
	Answers     map[Name]Answer
}

// ReviewStep is the Question of a draft whose gaps are all asked.
const ReviewStep Name = "review"

// Gap returns the first field that still has to be asked.
func (d Draft) Gap() (Field, bool) {
	for _, f := range Form() {
		if d.needs(f) {
			return f, true
		}
	}
	return Field{}, false
}

// Short reports whether this is the report of a planned one-on-one: who, when and where are known, so only what came of it is asked, and
// what else is open in one question.
func (d Draft) Short() bool { return d.MeetingID != uuid.Nil }

// shortRoad lists what the report of a planned one-on-one asks one by one.
func shortRoad(n Name) bool {
	return slices.Contains([]Name{Learned, Commitment, CommitmentDue, FollowUps, FollowUpsDue, StaffFollowUp, StaffOn, Rest}, n)
}

func (d Draft) needs(f Field) bool {
	a := d.Answers[f.Name]
	if d.Short() && !shortRoad(f.Name) {
		return false
	}
	if a.State == Known && f.Name == ContactPhone {
		return true // a number on file is confirmed before anybody is texted on the strength of this report
	}
	if a.State == Known && f.Name == StaffFollowUp {
		return true // whom nobody knows, or without a day
	}
	if a.State != Missing {
		return false
	}
	return f.Asked == nil || f.Asked(d)
}

// Before returns the field asked before n in this draft: what BACK goes to.
func (d Draft) Before(n Name) (Field, bool) {
	var prev Field
	found := false
	for _, f := range Form() {
		if f.Name == n {
			break
		}
		if f.Name != Organizer && d.Answers[f.Name].State != Missing && d.Answers[f.Name].State != Known {
			prev, found = f, true
		}
	}
	return prev, found
}

// Set writes an answer into the draft.
func (d *Draft) Set(n Name, a Answer) {
	if d.Answers == nil {
		d.Answers = map[Name]Answer{}
	}
	d.Answers[n] = a
}

// Blank lists the numbered fields that were left out.
func (d Draft) Blank() []Field {
	var out []Field
	for _, f := range Form() {
		s := d.Answers[f.Name].State
		if f.Name == Consent && s == None {
			continue // "not asked" is an answer, and shown
		}
		if f.Number > 0 && (s == Skipped || s == None || s == Missing) {
			out = append(out, f)
		}
	}
	return out
}

// Excerpt returns the first words of s in at most n characters, never dividing a word that fits; a cut is marked.
func Excerpt(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	if n < 4 {
		return ""
	}
	cut := string(r[:n-2])
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:.") + ".."
}
