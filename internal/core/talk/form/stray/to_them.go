package stray

import (
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/form/field"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
)

// toThem hears words that are for the contact where a report is asked: they are no part of it, and did not go to anybody either.
func toThem(t *turn.Turn, q report.Name) (string, bool) {
	first := field.ContactFirst(t)
	if first == "" || q == report.Contact || !understand.SaidToThem(t.Body(), first) {
		return "", false
	}
	return t.Say(lang.CancelAlong, "words", report.Excerpt(t.Body(), 80), "first", first), true
}
