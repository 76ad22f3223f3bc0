package ask

import (
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/when"
)

func owed(t *turn.Turn) string {
	return phrase.OrElse(owedIn(t, func(when.Date) bool { return true }), t.Say(lang.AnswerOweNone))
}

// owedIn tells what the asker promised, and what they are to be reminded of, that is due on the days that are asked after; "" for nothing.
func owedIn(t *turn.Turn, asked func(when.Date) bool) string {
	var lines, own []string
	for _, p := range t.Promises() {
		if on, _ := when.ParseDate(p.DueOn); p.Kind == change.Promised && p.OwnerID == t.Who().ID && len(lines)+len(own) < shown && asked(on) {
			line := owedLine(t, p.What, on)
			if p.ReportID == uuid.Nil { // to oneself
				own = append(own, line)
			} else {
				lines = append(lines, line)
			}
		}
	}
	for _, dr := range t.Drafts() { // told, and not filed yet
		on, _ := when.ParseDate(dr.Answers[report.FollowUpsDue].Value)
		if a := dr.Answers[report.FollowUps]; a.State == report.Given && len(lines)+len(own) < shown && asked(on) {
			lines = append(lines, owedLine(t, strings.ReplaceAll(a.Words, "\n", "; "), on))
		}
	}
	said := ""
	if len(own) > 0 {
		said = t.Say(lang.AnswerOwn, "list", strings.Join(own, "; "))
	}
	if len(lines) == 0 {
		return said
	}
	return phrase.Join(t.Say(lang.AnswerOwe, "list", strings.Join(lines, "; ")), said)
}

// owedLine is what is owed, with its day where it has one.
func owedLine(t *turn.Turn, what string, on when.Date) string {
	line := strings.TrimRight(report.Excerpt(what, 60), ". ")
	if on.IsZero() {
		return line
	}
	return line + t.Say(lang.DueOn, "day", t.Day(on))
}
