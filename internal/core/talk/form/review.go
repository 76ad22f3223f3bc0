package form

import (
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/when"
)

// maxReview is how many segments a review may take.
const maxReview = 4

// review shows the whole report, numbered, and asks whether to file it.
func review(t *turn.Turn, first string) {
	open(t, report.ReviewStep, formData{Prev: lastOpen(t)})
	t.Answer("review", strings.TrimRight(first, "\n")+reviewText(t, first))
}

func reviewText(t *turn.Turn, first string) string {
	last := t.Say(lang.Review)
	if blank := blankLine(t); blank != "" {
		last = blank + " " + last
	}
	budget := first + "\n" + last + "\n"
	lines := fitLines(t, *t.Draft(), maxReview, budget)
	sep := ""
	if first != "" {
		sep = "\n"
	}
	return sep + strings.Join(lines, "\n") + "\n" + last
}

func blankLine(t *turn.Turn) string {
	var n []string
	for _, f := range t.Draft().Blank() {
		n = append(n, strconv.Itoa(f.Number))
	}
	if len(n) == 0 {
		return ""
	}
	return t.Say(lang.ReviewBlank, "lines", strings.Join(n, ", "))
}

// lines returns the answered lines of a draft, in at most so many segments.
func lines(t *turn.Turn, dr report.Draft, segments int) []string {
	return fitLines(t, dr, segments, "")
}

// layout is one way to write the lines: how much of a long answer, and whether with the lines' names. A text with letters outside GSM-7 has
// less than half the room: there the numbers stand alone.
type layout struct {
	width int
	bare  bool
}

func layouts() []layout {
	return []layout{{80, false}, {50, false}, {36, false}, {26, false}, {18, false}, {12, false}, {8, false}, {36, true}, {24, true}, {16, true}, {12, true}, {9, true}, {6, true}}
}

// fitLines writes the answered lines so that they fit, with what stands besides, into so many segments.
func fitLines(t *turn.Turn, dr report.Draft, segments int, besides string) []string {
	var lines []string
	for _, l := range layouts() {
		lines = lines[:0]
		for _, f := range report.Form() {
			a := dr.Answers[f.Name]
			if f.Number == 0 || a.State == report.Missing || a.State == report.Skipped || a.State == report.None && f.Name != report.Consent || l.bare && f.Name == report.Organizer {
				continue
			}
			label := " " + t.Say(lang.Label(string(f.Name))) + ": "
			if l.bare {
				label = " "
			}
			lines = append(lines, strconv.Itoa(f.Number)+label+lineValue(t, dr, f, a, l))
		}
		if _, _, n := sms.Segments(sms.Tidy(strings.Join(lines, "\n") + besides)); n <= segments {
			break
		}
	}
	return lines
}

// lineValue is a line with the day that belongs to it.
func lineValue(t *turn.Turn, dr report.Draft, f report.Field, a report.Answer, l layout) string {
	v := valueOf(t, f, a, l.width)
	several := len(report.Parts(a.Words)) > 1
	for _, part := range report.Form() {
		p := dr.Answers[part.Name]
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
		return turn.FirstOf(name)
	}
	return name
}

func valueOf(t *turn.Turn, f report.Field, a report.Answer, width int) string {
	switch f.Shape {
	case report.Day:
		if day, ok := when.ParseDate(a.Value); ok {
			return t.Day(day)
		}
	case report.PhoneNumber:
		if p := t.PhoneOf(a); !p.IsZero() {
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
	}
	return report.Excerpt(a.Shown(), width)
}

func shown(t *turn.Turn, f report.Field, a report.Answer) string { return valueOf(t, f, a, 60) }

func fullName(t *turn.Turn) string {
	if n := t.Draft().Answers[report.Contact].Value; n != "" {
		return n
	}
	return contactFirst(t)
}

func contactFirst(t *turn.Turn) string {
	a := t.Draft().Answers[report.Contact]
	for _, p := range t.Contacts() {
		if p.ID == t.Draft().ContactID && p.ID != uuid.Nil {
			return p.First()
		}
	}
	if a.Value == "" {
		return t.Say(lang.Them)
	}
	return turn.FirstOf(a.Value)
}

// maxStaffNamed is how many a question lists; the others can be named all the same.
const maxStaffNamed = 6

// staffNames lists who can be named; at a question that comes after, it is the one who was.
func staffNames(t *turn.Turn, n report.Name) string {
	if n == report.StaffOn || n == report.StaffNotes {
		if a := t.Draft().Answers[report.StaffFollowUp]; a.Value != "" {
			return turn.FirstOf(a.Words)
		}
		return t.Say(lang.StaffUnnamed)
	}
	var names []string
	for i, p := range t.Staff() {
		if i == maxStaffNamed {
			break
		}
		names = append(names, turn.Digit(i)+" "+p.Name)
	}
	if len(names) == 0 {
		return t.Say(lang.StaffNobody)
	}
	return strings.Join(names, ", ")
}

// atReview takes an answer to the review.
func atReview(t *turn.Turn, body string) {
	h := t.Heard()
	if t.Said().Agrees() {
		t.Happened(turn.ToFile{})
		return
	}
	if found, _ := labelled(t, body); found {
		review(t, "")
		return
	}
	if h.Digit > 1 {
		if f, ok := report.Numbered(h.Digit); ok { // a bare line number is most likely meant as fix
			revisit(t, f, "")
			return
		}
	}
	if beginsWithAnd(body) { // more, without saying to what: the notes
		addWords(t, report.Notes, body)
		review(t, t.Say(lang.Added, "label", t.Say(lang.Label(string(report.Notes)))))
		return
	}
	open(t, report.ReviewStep, formData{Prev: turn.Data[formData](t).Prev})
	t.Answer("review", t.Say(lang.ReviewAgain))
}

func morningAfter(t time.Time, loc *time.Location) time.Time { return when.NextMorning(t, 9, 0, loc) }
