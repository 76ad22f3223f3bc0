package admin

import (
	"cmp"
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/report"
)

// toldItem is one answer of a report, as it is read.
type toldItem struct{ Label, Words string }

// toldFields are the answers that somebody reads who wants to know what the one-on-ones brought, in their order.
func toldFields() []report.Name {
	return []report.Name{
		report.Learned, report.Commitment, report.NextSteps, report.FollowUps, report.StaffNotes, report.Notes,
	}
}

// told reports whether an answer, or the one it is a part of, is what somebody comes to read.
func told(f report.Field) bool { return slices.Contains(toldFields(), cmp.Or(f.Parent, f.Name)) }

// parted puts what somebody comes to read before the rest, and names what has no answer in one line: a row for each would hide the words.
func parted(list []fieldItem) (brought, rest []fieldItem, empty string) {
	var none []string
	for _, it := range list {
		switch {
		case !it.Given && !it.Review:
			none = append(none, it.Label)
		case it.told:
			brought = append(brought, it)
		default:
			rest = append(rest, it)
		}
	}
	return brought, rest, strings.Join(none, " · ") // some labels hold commas
}

// tellAll puts the words of reports beside their lines.
func (v *visit) tellAll(rows []page.ReportRow, items []reportItem) error {
	ids := make([]uuid.UUID, len(rows))
	for i, r := range rows {
		ids[i] = r.ID
	}
	words, err := v.a.Read.ReportWords(v.ctx(), ids)
	if err != nil {
		return err
	}
	form := map[report.Name]report.Field{}
	for _, f := range report.Form() {
		form[f.Name] = f
	}
	for i, r := range rows {
		by := map[string]page.Answer{}
		for _, a := range words[r.ID] {
			by[a.Field] = a
		}
		for _, name := range toldFields() {
			if a := by[string(name)]; a.Words != "" && a.State != "skipped" {
				items[i].Told = append(items[i].Told, toldItem{Label: v.label(form[name]), Words: v.words(a.Words)})
			}
		}
	}
	return nil
}
