package stray

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/form/field"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
)

// Vague keeps when somebody does what they said they would, where the words name no day that there is: "in february", "soon". It returns
// them as they are said back; "" where they are no such words.
func Vague(t *turn.Turn, f report.Field, body string) string {
	if _, pledges := field.DueField(f.Parent); !pledges || !understand.VagueTime(body) && !understand.UnsureDay(body) {
		return ""
	}
	if _, fits := field.Parse(t, f, body); fits {
		return ""
	}
	t.Put(f.Name, report.Answer{State: report.Given, Words: turn.Bounded(body), Sources: t.Source()})
	return phrase.Capital(strings.TrimRight(report.Excerpt(body, 40), ". ")) + "."
}

// BesideDay is the answer that words belong to which say something where the day of something else is asked: nothing of them is lost. ""
// where they say too little, and may be a mistyped day.
func BesideDay(f report.Field, body string) report.Name {
	if f.Shape != report.Day || f.Parent == "" || len(strings.Fields(body)) <= 2 || understand.OwnWords(body) == 0 {
		return ""
	}
	if understand.BeginsOwnDeed(body) || f.Parent == report.FollowUps && understand.AlsoTo(body) {
		return report.FollowUps
	}
	if _, pledges := field.DueField(f.Parent); pledges && understand.SaysTheySaid(body) {
		return report.Commitment
	}
	return report.Notes
}

// TellsOtherwise reports whether words tell something that is no answer, and nothing that their writer does beside what is asked about.
func TellsOtherwise(f report.Field, body string) bool {
	return understand.Tells(body) && BesideDay(f, body) != report.FollowUps
}

// dayPutRight hears, where one's own promises are asked, that the day of what the contact is to do is another: "no espera, antes del
// lunes", "no wait by monday".
func dayPutRight(t *turn.Turn, q report.Name) (string, bool) {
	rest := understand.WithoutCorrection(t.Body())
	if q != report.FollowUps || !understand.BeginsNo(t.Body()) || !understand.OpensCorrection(t.Body()) || understand.IsQuestion(rest) ||
		t.Draft().Answers[report.Commitment].State != report.Given ||
		understand.OwnWords(phrase.WithoutTimes(rest, t.Planning())) > 0 {
		return "", false
	}
	said := field.DayRight(t, report.Commitment, rest)
	if said == "" {
		return "", false
	}
	return t.Say(lang.AmendedDraft, "list", said), true
}
