// Package field reads and shows one answer of a report, whichever field it is for.
package field

import (
	"slices"
	"strconv"
	"strings"

	"github.com/reportback/reportback/internal/core/fold"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// Parse reads words as the answer to a field; false when they do not fit its shape.
func Parse(t *turn.Turn, f report.Field, words string) (report.Answer, bool) {
	words = strings.TrimSpace(words)
	a := report.Answer{State: report.Given, Words: words, Sources: t.Source()}
	switch f.Shape {
	case report.Open, report.Short:
		if f.Name == report.BestWay {
			a.Value = person.Way(words)
		}
		return a, words != ""
	case report.Day:
		return parseDay(t, f, a)
	case report.PersonName:
		a.Value = Name(t, words)
		return a, a.Value != ""
	case report.PhoneNumber:
		p, ok := understand.ParsePhone(words)
		a.Value = p.E164()
		return a, ok
	case report.Email:
		mail, ok := understand.ParseEmail(words)
		a.Value = mail
		return a, ok
	case report.YesNo:
		return turn.ParseConsent(a)
	case report.StaffName:
		return ParseStaff(t, a)
	}
	return a, false
}

// Name reads a name, alone or with more beside it: "Teresa Vega 206-555-0150".
func Name(t *turn.Turn, words string) string {
	if name, ok := understand.ParseName(words); ok {
		return name
	}
	return Read(t, words).Person
}

// Read understands words about a one-on-one that was held.
func Read(t *turn.Turn, words string) understand.Text {
	return understand.Read(words, when.Context{At: t.Now(), Zone: t.Loc(), Mode: when.Report, Lang: t.Tag()})
}

func parseDay(t *turn.Turn, f report.Field, a report.Answer) (report.Answer, bool) {
	mode := when.Plan
	if f.Name == report.MetOn {
		mode = when.Report
	}
	r := understand.Times(understand.DueDayLed(a.Words), when.Context{At: t.Now(), Zone: t.Loc(), Mode: mode, Lang: t.Tag()})
	if !r.HasDate() || slices.Contains(r.Ask, "which") {
		return a, false
	}
	if f.Name == report.MetOn && when.DateOf(t.Now().In(t.Loc())).Compare(r.Date) < 0 {
		return a, false // a meeting cannot have been held on a day to come
	}
	a.Value = r.Date.String()
	return a, true
}

// ParseStaff finds the staff member that is named, by first or whole name.
func ParseStaff(t *turn.Turn, a report.Answer) (report.Answer, bool) {
	low := strings.ToLower(strings.Trim(a.Words, " .,!"))
	if n, err := strconv.Atoi(low); err == nil && n >= 1 && n <= min(len(t.Staff()), MaxStaff) {
		a.Value, a.Words = t.Staff()[n-1].ID.String(), t.Staff()[n-1].Name
		return a, true
	}
	low = strings.ToLower(strings.Trim(understand.WithoutNotMeant(low, person.Firsts(t.Staff())), " .,!"))
	var hits []person.Person
	for _, p := range t.Staff() {
		name, first, low := fold.Fold(p.Name), fold.Fold(p.First()), fold.Fold(low)
		if low == name || low == first || containsWord(low, name) || containsWord(low, first) {
			hits = append(hits, p)
		}
	}
	if len(hits) != 1 {
		return a, false
	}
	a.Value, a.Words = hits[0].ID.String(), hits[0].Name
	return a, true
}

func containsWord(s, w string) bool {
	i := strings.Index(s, w)
	return w != "" && i >= 0 && (i == 0 || s[i-1] == ' ') && (i+len(w) == len(s) || strings.ContainsRune(" ,.;", rune(s[i+len(w)])))
}
