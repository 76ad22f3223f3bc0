package field

import (
	"strconv"
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/when"
)

// Lines returns the answered lines of a draft, in at most so many segments.
func Lines(t *turn.Turn, dr report.Draft, segments int) []string {
	return Fit(t, dr, segments, "")
}

// layout is one way to write the lines: how much of a long answer, and whether with the lines' names. A text with letters outside GSM-7 has
// less than half the room: there the numbers stand alone, before an answer is cut short.
type layout struct {
	width int
	bare  bool
}

func layouts() []layout {
	return []layout{
		{80, false},
		{50, false},
		{36, false},
		{80, true},
		{50, true},
		{36, true},
		{26, true},
		{18, false},
		{18, true},
		{12, true},
		{9, true},
		{6, true},
	}
}

// Fit writes the answered lines so that they fit, with what stands besides, into so many segments.
func Fit(t *turn.Turn, dr report.Draft, segments int, besides string) []string {
	var lines []string
	for _, l := range layouts() {
		lines = lines[:0]
		for _, f := range report.Form() {
			a := dr.Answers[f.Name]
			if f.Number == 0 || a.State == report.Missing || a.State == report.Skipped || a.State == report.None && f.Name != report.Consent ||
				l.bare && f.Name == report.Organizer {
				continue
			}
			label := " " + t.Say(lang.Label(string(f.Name))) + ": "
			if l.bare {
				label = " "
			}
			lines = append(lines, strconv.Itoa(f.Number)+label+lineValue(t, dr, f, a, l))
		}
		if _, _, n := sms.Segments(sms.Fit(strings.Join(lines, "\n") + besides)); n <= segments {
			break
		}
	}
	return lines
}

// lineValue is a line with the day that belongs to it.
func lineValue(t *turn.Turn, dr report.Draft, f report.Field, a report.Answer, l layout) string {
	v := Value(t, f, a, l.width)
	several := len(report.Parts(a.Words)) > 1
	for _, part := range report.Form() {
		p := dr.Answers[part.Name]
		if part.Parent == f.Name && p.State == report.Given && p.Value == "" && p.Words != "" && !l.bare { // "soon"
			v += " (" + report.Excerpt(p.Words, 30) + ")"
		}
		if part.Parent != f.Name || part.Shape != report.Day || p.Value == "" || several && p.Words == a.Words {
			continue // of several items each has its own day in its words
		}
		day, ok := when.ParseDate(p.Value)
		switch {
		case !ok:
		case f.Shape == report.StaffName || l.bare:
			v = strings.TrimSpace(firstIf(l.bare && f.Shape == report.StaffName, v)) + ", " + t.Day(day)
		default:
			v += " (" + t.Say(lang.By) + " " + t.Day(day) + ")"
		}
	}
	return v
}

func firstIf(short bool, name string) string {
	if short {
		return phrase.FirstOf(name)
	}
	return name
}

// Value is an answer as its reader is shown it, in at most so many letters.
func Value(t *turn.Turn, f report.Field, a report.Answer, width int) string {
	switch f.Shape {
	case report.Day:
		if day, ok := when.ParseDate(a.Value); ok {
			return t.Day(day)
		}
	case report.PhoneNumber:
		if p := t.PhoneOf(a); !p.IsZero() {
			if old := onList(t); f.Name == report.ContactPhone && !old.IsZero() && old != p {
				return t.Say(lang.PhoneWas, "phone", p.Display(), "old", old.Display())
			}
			return p.Display()
		}
	case report.YesNo:
		short := t.Say(lang.ConsentNotAsked)
		switch a.Value {
		case "yes":
			short = t.Say(lang.ConsentYesShort)
		case "no":
			short = t.Say(lang.ConsentNoShort)
		}
		_, after, _ := strings.Cut(short, ": ")
		return after
	case report.Email:
		if a.Value != "" {
			return a.Value
		}
	case report.PersonName:
		if a.Value != "" {
			return a.Value
		}
	case report.StaffName:
		return a.Shown()
	case report.Short, report.Open:
		if own, ok := strings.CutPrefix(a.Words, person.ByCall); ok && f.Name == report.BestWay && a.State == report.Known {
			return t.Say(lang.ReachCall) + own // as it is on record, in the reader's language
		}
	}
	return report.Excerpt(a.Shown(), width)
}

// Shown is an answer as a question shows what is known.
func Shown(t *turn.Turn, f report.Field, a report.Answer) string { return Value(t, f, a, 60) }

// MaxStaff is how many a question lists; the others can be named all the same.
const MaxStaff = 6

// MostReview is how many segments a review may take.
const MostReview = 4

// Review writes the whole report, numbered, and what can be said to it, behind a first sentence.
func Review(t *turn.Turn, first string) string {
	last := t.Say(lang.Review)
	if blank := BlankLine(t); blank != "" {
		last = blank + " " + last
	}
	budget := first + "\n" + last + "\n"
	lines := Fit(t, *t.Draft(), MostReview, budget)
	sep := ""
	if first != "" {
		sep = "\n"
	}
	return sep + strings.Join(lines, "\n") + "\n" + last
}
