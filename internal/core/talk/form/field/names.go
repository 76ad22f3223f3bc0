package field

import (
	"slices"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// FullName is the contact of the report in hand by the whole name.
func FullName(t *turn.Turn) string {
	if n := t.Draft().Answers[report.Contact].Value; n != "" {
		return n
	}
	return ContactFirst(t)
}

// ContactFirst is the contact of the report in hand by the first name, or "them".
func ContactFirst(t *turn.Turn) string {
	a := t.Draft().Answers[report.Contact]
	for _, p := range t.Contacts() {
		if p.ID == t.Draft().ContactID && p.ID != uuid.Nil {
			return p.First()
		}
	}
	if a.Value == "" {
		return t.Say(lang.Them)
	}
	return phrase.FirstOf(a.Value)
}

// StaffNames lists who can be named; at a question that comes after, it is the one who was.
func StaffNames(t *turn.Turn, n report.Name) string {
	if n == report.StaffOn || n == report.StaffNotes {
		if a := t.Draft().Answers[report.StaffFollowUp]; a.Value != "" {
			return phrase.FirstOf(a.Words)
		}
		return t.Say(lang.StaffUnnamed)
	}
	var names []string
	for i, p := range t.Staff() {
		if i == MaxStaff {
			break
		}
		names = append(names, phrase.Digit(i)+" "+p.Name)
	}
	if len(names) == 0 {
		return t.Say(lang.StaffNobody)
	}
	return strings.Join(names, ", ")
}

// Line reads "5", "5 ana@x.org", "email", "correo ana@x.org".
func Line(arg string) (report.Field, string, bool) {
	arg = strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(arg), "#:"))
	word, rest, _ := strings.Cut(arg, " ")
	rest = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(rest), ":"))
	word = strings.TrimRight(word, ":.,")
	if n, err := strconv.Atoi(word); err == nil {
		f, ok := report.Numbered(n)
		return f, rest, ok
	}
	if next, behind, _ := strings.Cut(rest, " "); next != "" { // "by when" is not "by"
		if n, ok := understand.LineCalled(word + " " + strings.TrimRight(next, ":.,")); ok {
			f, found := report.Find(report.Name(n))
			return f, strings.TrimSpace(behind), found
		}
	}
	for _, f := range report.Form() {
		for _, tag := range lang.Tags() {
			label := strings.ToLower(lang.Text(tag, lang.Label(string(f.Name))))
			if cut, ok := strings.CutPrefix(strings.ToLower(arg), label); ok && (cut == "" || cut[0] == ' ' || cut[0] == ':') {
				return f, strings.TrimLeft(arg[len(arg)-len(cut):], " :"), true
			}
		}
	}
	if n, ok := understand.LineCalled(word); ok {
		f, found := report.Find(report.Name(n))
		return f, rest, found
	}
	return report.Field{}, "", false
}

// Days lists the days between which a reading leaves the choice, as values and as a person reads them.
func Days(t *turn.Turn, r when.Reading) (opts, shown []string) {
	for _, o := range r.Options {
		if len(opts) == 9 || o.Date.IsZero() || slices.Contains(opts, o.Date.String()) {
			continue
		}
		opts = append(opts, o.Date.String())
		shown = append(shown, phrase.Digit(len(opts)-1)+" "+t.Day(o.Date))
	}
	return opts, shown
}
