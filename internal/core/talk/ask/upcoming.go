package ask

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// withUnsaved says behind what is to come what is planned and not saved yet: "who am i seeing next week" of one that waits for its yes.
func withUnsaved(t *turn.Turn, words string) string {
	l := &fact.Listing{}
	if t.Conv().Kind != world.PlanTalk || words == "" || understand.Times(t.Body(), t.Planning()).HasDate() {
		return words
	}
	if t.Happened(l); len(l.Unsaved) == 0 {
		return words
	}
	waiting := strings.TrimSpace(t.Say(lang.ListUnsaved, "list", strings.Join(l.Unsaved, "; ")))
	if words == t.Say(lang.AnswerNone) {
		return waiting
	}
	return phrase.Join(words, waiting)
}

// reminded says when our texts about a one-on-one come to its contact: "will she get a reminder?".
func reminded(t *turn.Turn) string {
	hits, named := t.Meant(t.Body(), t.Organized())
	if len(hits) == 0 || !named && len(hits) > 1 {
		return ""
	}
	return textsTo(t, hits[0])
}

// textsTo says when our texts about a one-on-one come to its contact.
func textsTo(t *turn.Turn, m world.Meet) string {
	f := []string{"first", m.Contact.Name, "phone", t.Number(m.Contact), "what", t.WhenOf(m, m.StartsAt) + t.PlaceOf(m), "state", t.StateOf(m)}
	if !turn.MayText(m.Contact) {
		return t.Say(lang.AnswerGotCannot, f...)
	}
	var at []string
	for _, w := range t.WaitsOf(m, true) {
		if w.To != meeting.Contact || w.State != change.PlanPlanned || w.Rule == reminder.ThanksPlainRule {
			continue
		}
		due := t.Org().Hours.Reach(m.Contact, w.DueAt, t.Org().Zone)
		if due.Before(m.StartsAt) {
			at = append(at, when.Echo(t.Tag(), due.In(t.Loc()), t.Now()))
		}
	}
	if len(at) == 0 {
		return t.Say(lang.AnswerReminderNone, f...)
	}
	return t.Say(lang.AnswerReminder, append(f, "list", strings.Join(at, "; "))...)
}

// remindersAsked answers with them, where an order names another time for them.
func remindersAsked(t *turn.Turn, f fact.RemindersAsked) { t.Answer("answer", textsTo(t, f.Meet)) }

// unfiled lists the one-on-ones whose report is not filed: those that are over, and those whose report is begun.
func unfiled(t *turn.Turn) string {
	var lines []string
	for _, m := range t.Meetings() {
		over := m.Status == meeting.Held || (m.Status == meeting.Confirmed || m.Status == meeting.Planned) && !m.StartsAt.IsZero() &&
			!m.Ends().After(t.Now())
		if m.OrganizerID == t.Who().ID && over {
			lines = append(lines, strings.TrimSuffix(t.What(m), "."))
		}
	}
	for _, dr := range t.Drafts() {
		known := slices.ContainsFunc(t.Meetings(), func(m world.Meet) bool { return m.ID == dr.MeetingID })
		if name := dr.Answers[report.Contact].Words; !known && name != "" {
			lines = append(lines, name)
		}
	}
	if len(lines) == 0 {
		return t.Say(lang.AnswerUnfiledNone)
	}
	return t.Say(lang.AnswerUnfiled, "list", strings.Join(lines[:min(len(lines), shown)], "; "))
}

// ofNothing reports whether a question is after a thing that people come to, of which nothing is on record: "whens the hearing".
func ofNothing(t *turn.Turn) bool {
	f := strings.Fields(understand.Padded(t.Body()))
	if !lexicon.AskedOccasions.Any(f) || len(knownIn(t)) > 0 || t.Heard().Person != "" {
		return false
	}
	_, known := namedEvent(t)
	_, named := t.Meant(t.Body(), t.Organized())
	return !known && !named
}
