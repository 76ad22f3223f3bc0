// Package webhook says what other tools can hear of: the events, which lines of what is kept tell them, how a payload looks, and how long
// to wait before the next try. It follows Standard Webhooks 1.0 (https://github.com/standard-webhooks/standard-webhooks). It is pure: it
// sends nothing and signs nothing.
package webhook

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"slices"
	"time"

	"github.com/reportback/reportback/internal/core/change"
)

// Event is what happened, as receivers know it: a type in the words of Standard Webhooks, parts divided by full stops.
type Event string

// The events.
const (
	MeetingPlanned   Event = "meeting.planned"
	MeetingConfirmed Event = "meeting.confirmed"
	MeetingDeclined  Event = "meeting.declined"
	MeetingMoved     Event = "meeting.moved"
	MeetingCalledOff Event = "meeting.called_off"
	MeetingHeld      Event = "meeting.held"
	MeetingNoShow    Event = "meeting.no_show"
	ReportFiled      Event = "report.filed"
	PromiseClosed    Event = "promise.closed"
	DebriefClosed    Event = "debrief.closed"
	ContactOptedOut  Event = "contact.opted_out"
	ContactRestored  Event = "contact.restored"
	TextFailed       Event = "text.failed"
	SendingStopped   Event = "sending.stopped"
	SendingResumed   Event = "sending.resumed"
	TestPing         Event = "test.ping" // asked for on the page; no endpoint chooses it
)

// Subject is what an event is about. Its id is the delivery's.
type Subject string

// The subjects.
const (
	Nothing Subject = ""
	Meeting Subject = "meeting"
	Report  Subject = "report"
	Promise Subject = "promise"
	Debrief Subject = "debrief"
	Contact Subject = "contact"
	Text    Subject = "text"
	Sending Subject = "sending"
)

// Kind is one event that an endpoint can choose.
type Kind struct {
	Event   Event
	Subject Subject
	Says    string // plain words for the page
}

// Kinds lists every event that an endpoint can choose, in the order in which they happen.
func Kinds() []Kind {
	return []Kind{
		{MeetingPlanned, Meeting, "a one-on-one is planned"},
		{MeetingConfirmed, Meeting, "the contact says yes, or the two agree on another time"},
		{MeetingDeclined, Meeting, "the contact says no"},
		{MeetingMoved, Meeting, "it has another time"},
		{MeetingCalledOff, Meeting, "it is called off"},
		{MeetingHeld, Meeting, "they met"},
		{MeetingNoShow, Meeting, "the contact did not come"},
		{ReportFiled, Report, "a report is filed"},
		{PromiseClosed, Promise, "a promise or commitment is closed"},
		{DebriefClosed, Debrief, "a debrief was held"},
		{ContactOptedOut, Contact, "a contact opts out of texts"},
		{ContactRestored, Contact, "a contact gets texts again"},
		{TextFailed, Text, "a text fails, or it is not known whether it left"},
		{SendingStopped, Sending, "the provider refuses every text: they wait"},
		{SendingResumed, Sending, "texts are taken again"},
	}
}

// Known reports whether an endpoint can choose an event.
func Known(e Event) bool {
	return slices.ContainsFunc(Kinds(), func(k Kind) bool { return k.Event == e })
}

// About returns what an event is about, Nothing for a test.
func About(e Event) Subject {
	for _, k := range Kinds() {
		if k.Event == e {
			return k.Subject
		}
	}
	return Nothing
}

// Line is a line of history that tells an event.
type Line struct {
	Subject string      `json:"subject"` // kind of the line's subject
	What    change.Fact `json:"what"`
	Event   Event       `json:"event"`
	Unless  change.Fact `json:"unless"` // not when such a line stands before it: the event was told of then
}

// Lines maps history to events. Opt-outs are read from the consents, failed texts from what needs a person, stops from what they are.
func Lines() []Line {
	lines := []Line{
		{"meeting", change.MeetingPlanned, MeetingPlanned, ""},
		{"meeting", change.ContactConfirmed, MeetingConfirmed, ""},
		{"meeting", change.ContactAgreed, MeetingConfirmed, ""},
		{"meeting", change.OrganizerAgreed, MeetingConfirmed, ""},
		{"meeting", change.ContactDeclined, MeetingDeclined, ""},
		{"meeting", change.MeetingCalledOff, MeetingCalledOff, ""},
		{"meeting", change.MeetingHeld, MeetingHeld, ""},
		{"meeting", change.ReportedHeld, MeetingHeld, change.MeetingHeld},
		{"meeting", change.MeetingMissed, MeetingNoShow, ""},
		{"report", change.ReportFiled, ReportFiled, ""},
		{"promise", change.Closed, PromiseClosed, ""},
		{"debrief", change.DebriefHeld, DebriefClosed, ""},
	}
	for _, f := range change.Moves() {
		lines = append(lines, Line{"meeting", f, MeetingMoved, ""})
	}
	return lines
}

// Wait returns how long to wait after a number of tries that failed, false when it was the last. A test is tried once: somebody is looking.
func Wait(e Event, tries int) (time.Duration, bool) {
	waits := [...]time.Duration{
		5 * time.Second, time.Minute, 5 * time.Minute, 30 * time.Minute, 2 * time.Hour, 6 * time.Hour,
		12 * time.Hour, 24 * time.Hour,
	}
	if e == TestPing || tries < 1 || tries > len(waits) {
		return 0, false
	}
	return waits[tries-1], true
}

// Payload is the body of a delivery: minified JSON with the fields that Standard Webhooks recommends. at is when it happened, on the
// people's clock; it is written in UTC.
func Payload(e Event, at time.Time, data map[string]any) ([]byte, error) {
	b, err := json.Marshal(struct {
		Type      Event          `json:"type"`
		Timestamp string         `json:"timestamp"`
		Data      map[string]any `json:"data"`
	}{e, at.UTC().Format(time.RFC3339), data})
	if err != nil {
		return nil, fmt.Errorf("payload of %s: %w", e, err)
	}
	return b, nil
}

// Secret is what an endpoint's deliveries are signed with: whsec_ and base64. It masks itself everywhere but through Reveal.
type Secret struct{ text string }

// NewSecret takes a secret as it is written.
func NewSecret(s string) Secret { return Secret{s} }

// Reveal returns it: for signing, for the database, and for the page that made it.
func (s Secret) Reveal() string { return s.text }

// String masks it.
func (s Secret) String() string { return "[secret]" }

// Format masks it for every verb of fmt.
func (s Secret) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte(s.String())) }

// MarshalText masks it in JSON and every other text encoding.
func (s Secret) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// LogValue masks it in logs.
func (s Secret) LogValue() slog.Value { return slog.StringValue(s.String()) }
