package form

import (
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/form/field"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// giveWay puts the report whose question is open into the queue when another question takes its place.
func giveWay(t *turn.Turn, _ fact.OtherQuestion) {
	if t.Kind() == world.DueIn && !takeUp(t, t.Conv().SubjectID) {
		return
	}
	queueOpen(t)
}

// afterAnswer goes on with the report that waits, behind the answer to another question: one text, not two.
func afterAnswer(t *turn.Turn, f fact.Answered) bool {
	dr, ok := nextReport(t, uuid.Nil)
	if ok {
		takeDraft(t, dr)
		advance(t, phrase.Join(append(f.Words, t.Say(lang.ReportResume, "what", t.About1(dr)))...))
	}
	return ok
}

// afterReport goes on with the next report that waits, behind the one that was filed: one text, not two.
func afterReport(t *turn.Turn, f fact.NextReport) bool {
	dr, ok := nextReport(t, f.But)
	if ok {
		takeDraft(t, dr)
		advance(t, f.Words+" "+t.Say(lang.ReportNext, "what", t.About1(dr)))
	}
	return ok
}

// listDrafts adds the reports that are not finished; in the morning staff see them too.
func listDrafts(t *turn.Turn, l *fact.Listing) {
	for _, dr := range t.Drafts() {
		if field.Idle(t, dr) {
			continue
		}
		if l.Hint == "" {
			l.Hint = t.Say(lang.ListGoOn)
		}
		if l.Morning {
			t.Add(change.Attention{
				ID: t.NewID(), Kind: matter.ReportOpen, Subject: change.Subject{Kind: change.ReportSubject, ID: dr.ID},
				PhoneID: t.Phone().ID, Note: "a report is not finished", At: t.Now(),
			})
		}
		l.Items = append(l.Items, fact.Line{
			Kind: change.ReportSubject, ID: dr.ID,
			Line: func(letter string) string { return t.Say(lang.ListItem, "letter", letter, "what", t.About1(dr)) },
		})
	}
}

// showDraft shows the draft that a letter means.
func showDraft(t *turn.Turn, f fact.ShowLetter) bool {
	dr, ok := field.LetterDraft(t, f.Letter)
	if ok {
		t.Answer("so_far", t.About1(dr)+":", strings.Join(field.Lines(t, dr, field.MostReview), "\n"))
	}
	return ok
}
