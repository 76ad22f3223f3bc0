package admin

import (
	"slices"
	"strconv"

	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/when"
	"github.com/reportback/reportback/internal/web"
)

type answersData struct {
	base
	reportItem
	Filed      bool
	ContactRef string // the contact's own page
	Version    string
	Fields     []answerItem
}

func (d answersData) pageTitle() string {
	if d.Filed {
		return "Change the answers: " + d.Organizer + " on " + d.Contact
	}
	return "Fill in the report: " + d.Organizer + " on " + d.Contact
}

// answerItem is one field of the form. Now is what is on record where something else was typed into a form that was refused.
type answerItem struct {
	Name, Label, Hint, Value, Now string
	Long, Review, Fine            bool
	Day                           bool     // picked from a calendar
	Choices                       []choice // of a yes or no
}

// answersPage is a report as a form: staff change what is filed, or fill in what is not.
func answersPage() pageDef {
	return pageDef{
		name: "answers", title: "Change the answers", still: true, path: "/reports/:id/edit", least: anyStaff, data: answersData{},
		show: showAnswers,
		acts: []actDef{{path: "/reports/:id/edit", what: "changed a report", do: saveAnswers, max: 512 << 10}},
	}
}

func showAnswers(v *visit) (any, error) {
	r, err := v.reportOf()
	if err != nil {
		return nil, err
	}
	d := answersData{base: v.base(), reportItem: v.report(r.ReportRow), Filed: r.Status == "filed", Version: strconv.Itoa(r.Version)}
	d.ContactRef = recordHref(r.Contact)
	by := map[string]page.Answer{}
	for _, a := range r.Answers {
		by[a.Field] = a
	}
	for _, f := range onForm() {
		a := by[string(f.Name)]
		stored := report.PageWords(f, report.Answer{State: report.State(a.State), Words: a.Words, Value: a.Value})
		it := answerItem{
			Name: string(f.Name), Label: v.label(f), Hint: hint(f), Value: d.Shown(string(f.Name), stored), Long: f.Shape == report.Open,
			Review: a.NeedsReview,
			Fine:   slices.Contains(v.c.Request().PostForm["fine"], string(f.Name)),
		}
		if _, ok := when.ParseDate(it.Value); f.Shape == report.Day && (ok || it.Value == "") { // what is kept as written stays readable
			it.Day, it.Hint = true, ""
		}
		if f.Shape == report.YesNo {
			it.Choices = v.yesNo(it.Value)
		}
		if it.Value != stored {
			it.Now = stored
		}
		d.Fields = append(d.Fields, it)
	}
	return d, nil
}

// yesNo are the answers about texts, and whatever else stands there.
func (v *visit) yesNo(now string) []choice {
	out := []choice{{Text: v.say("nothing"), Here: now == ""}}
	for _, s := range []string{"yes", "no", "not asked"} {
		out = append(out, choice{Value: s, Text: v.say(s), Here: s == now})
	}
	if !slices.ContainsFunc(out, func(c choice) bool { return c.Here }) {
		out = append(out, choice{Value: now, Text: now, Here: true})
	}
	return out
}

// onForm lists the fields that a page asks for: who reports is known, and two are questions of the texts.
func onForm() []report.Field {
	return slices.DeleteFunc(report.Form(), func(f report.Field) bool {
		return f.Name == report.Organizer || f.Name == report.Event || f.Name == report.Rest
	})
}

// hint says how an answer is best written.
func hint(f report.Field) string {
	switch {
	case f.Shape == report.Day:
		return "A day, such as Tue Dec 8."
	case f.Shape == report.StaffName:
		return "The name of somebody on staff."
	case f.Name == report.Commitment, f.Name == report.NextSteps, f.Name == report.FollowUps:
		return "One a line."
	}
	return ""
}

// saveAnswers has the report say what the form says.
func saveAnswers(v *visit) (done, error) {
	r, err := v.reportOf()
	if err != nil {
		return done{}, err
	}
	version, err := strconv.Atoi(v.form("version"))
	if err != nil || version < 1 {
		return done{}, web.ErrBadRequest
	}
	a := world.Act{Kind: world.ActDraft, Subject: r.ID, Version: version, Fields: map[string]string{}, Fine: v.c.Request().PostForm["fine"]}
	if r.Status == "filed" {
		a.Kind = world.ActCorrect
	} else {
		a.File = v.form("file") != ""
	}
	for _, f := range onForm() {
		if _, given := v.c.Request().PostForm[string(f.Name)]; given {
			a.Fields[string(f.Name)] = v.long(string(f.Name))
		}
	}
	end, err := v.act(r.Organizer.Phone, a)
	end.to = Root + "/reports/" + r.ID.String()
	return end, err
}
