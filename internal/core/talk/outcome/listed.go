package outcome

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// reportLetter opens the report of the one-on-one that a letter of the newest list means.
func reportLetter(t *turn.Turn, letter string) bool {
	for _, it := range turn.DecodeList(t.Conv().List) {
		if it.Letter != letter || it.Kind != string(change.MeetingSubj) {
			continue
		}
		if m, ok := t.MeetByID(it.ID); ok && m.Begun(t.Now()) && (m.Open() || m.Status == meeting.Held) {
			met(t, m, "")
			return true
		}
	}
	return false
}

// listUnreported adds the one-on-ones that are over and whose report is missing.
func listUnreported(t *turn.Turn, l *fact.Listing) {
	for _, m := range t.Unreported() {
		if t.Now().Before(m.Ends()) || slices.ContainsFunc(t.Drafts(), func(dr report.Draft) bool { return dr.MeetingID == m.ID }) {
			continue
		}
		l.Items = append(l.Items, fact.Line{Kind: change.MeetingSubj, ID: m.ID, Line: func(letter string) string {
			return t.Say(lang.ListReport, "letter", letter, "first", m.Contact.First(), "when", t.WhenOf(m, m.StartsAt))
		}})
	}
}

// showLate opens the one-on-one that a letter means, when it is over.
func showLate(t *turn.Turn, f fact.ShowLetter) bool {
	m, ok := t.MeetByID(f.Item.ID)
	if !ok || f.Item.Kind != string(change.MeetingSubj) || !t.Late(m) {
		return false
	}
	openLate(t, m)
	return true
}

// tooSoon hears REPORT of somebody by name who is met later, and nobody else of the name: no report of a talk that nobody planned is begun.
func tooSoon(t *turn.Turn, arg string, over []world.Meet) bool {
	hits, rest := t.NameOf(arg, t.Organized())
	if len(hits) != 1 || arg == "" || strings.TrimSpace(rest) != "" {
		return false
	}
	m := hits[0]
	if past, _ := t.NameOf(arg, over); len(past) > 0 || !m.Open() || m.Status == meeting.Proposed ||
		slices.ContainsFunc(t.Drafts(), func(dr report.Draft) bool { return dr.ContactID == m.ContactID }) {
		return false
	}
	if m.Begun(t.Now()) {
		met(t, m, "")
		return true
	}
	t.Answer("help", t.Say(lang.ReportTooSoon, "what", t.What(m), "first", m.Contact.First()))
	return true
}
