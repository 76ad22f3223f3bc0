package field

import (
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/fold"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
)

// LinkByName makes the draft about the one contact of a name.
func LinkByName(t *turn.Turn, name string) {
	if hits := t.Named(name); len(hits) == 1 {
		Link(t, hits[0])
		return
	}
	for _, p := range t.Contacts() {
		if p.ID == t.Draft().ContactID && p.ID != uuid.Nil && understand.Alike(p.Name, name) {
			return // the same person, whose name is written otherwise
		}
	}
	Unlink(t)
}

// LinkByPhone makes the draft about the contact who has this number, when the first names agree: two people may share a phone.
func LinkByPhone(t *turn.Turn, e164 string) {
	if e164 == "" || t.Draft().ContactID != uuid.Nil {
		return
	}
	first := fold.Fold(person.FirstName(t.Draft().Answers[report.Contact].Value))
	for _, p := range t.Contacts() {
		if p.Phone.E164() == e164 && fold.Fold(p.First()) == first {
			phone := t.Draft().Answers[report.ContactPhone]
			Link(t, p)
			t.Put(report.ContactPhone, phone)
		}
	}
}

// SameContact reports whether the words name the person a draft is about.
func SameContact(dr report.Draft, words ...string) bool {
	name := fold.Fold(dr.Answers[report.Contact].Understood())
	if name == "" {
		return false
	}
	for _, w := range words {
		w = fold.Fold(strings.TrimSpace(w))
		if w != "" && (w == name || strings.HasPrefix(name, w+" ")) {
			return true
		}
	}
	return false
}

// NewArg reads REPORT NEW and what follows it.
func NewArg(arg string) (rest string, ok bool) {
	w, rest, _ := strings.Cut(arg, " ")
	if !lexicon.AnotherReport.Has(strings.ToLower(w)) {
		return "", false
	}
	return strings.TrimSpace(rest), true
}

// LetterDraft is the open report that a letter of the newest list means.
func LetterDraft(t *turn.Turn, letter string) (report.Draft, bool) {
	for _, it := range turn.DecodeList(t.Conv().List) {
		if it.Letter != letter {
			continue
		}
		for _, dr := range t.Drafts() {
			if dr.ID == it.ID {
				return dr, true
			}
		}
	}
	return report.Draft{}, false
}
