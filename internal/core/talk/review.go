package talk

import (
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// maxReview is how many segments a review may take.
const maxReview = 4

// review shows the whole report, numbered, and asks whether to file it.
func (d *decision) review(first string) {
	d.open(report.ReviewStep, formData{Prev: d.lastOpen()})
	d.answer("review", strings.TrimRight(first, "\n")+d.reviewText(first))
}

func (d *decision) reviewText(first string) string {
	last := d.say(lang.Review)
	if blank := d.blankLine(); blank != "" {
		last = blank + " " + last
	}
	budget := first + "\n" + last + "\n"
	lines := d.fitLines(d.draft, maxReview, budget)
	sep := ""
	if first != "" {
		sep = "\n"
	}
	return sep + strings.Join(lines, "\n") + "\n" + last
}

func (d *decision) blankLine() string {
	var n []string
	for _, f := range d.draft.Blank() {
		n = append(n, strconv.Itoa(f.Number))
	}
	if len(n) == 0 {
		return ""
	}
	return d.say(lang.ReviewBlank, "lines", strings.Join(n, ", "))
}

// lines returns the answered lines of a draft, in at most so many segments.
func (d *decision) lines(dr report.Draft, segments int) []string { return d.fitLines(dr, segments, "") }

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
func (d *decision) fitLines(dr report.Draft, segments int, besides string) []string {
	var lines []string
	for _, l := range layouts() {
		lines = lines[:0]
		for _, f := range report.Form() {
			a := dr.Answers[f.Name]
			if f.Number == 0 || a.State == report.Missing || a.State == report.Skipped || a.State == report.None && f.Name != report.Consent || l.bare && f.Name == report.Organizer {
				continue
			}
			label := " " + d.say(lang.Label(string(f.Name))) + ": "
			if l.bare {
				label = " "
			}
			lines = append(lines, strconv.Itoa(f.Number)+label+d.lineValue(dr, f, a, l))
		}
		if _, _, n := sms.Segments(sms.Tidy(strings.Join(lines, "\n") + besides)); n <= segments {
			break
		}
	}
	return lines
}

// lineValue is a line with the day that belongs to it.
func (d *decision) lineValue(dr report.Draft, f report.Field, a report.Answer, l layout) string {
	v := d.valueOf(f, a, l.width)
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
			v = strings.TrimSpace(firstIf(l.bare && f.Shape == report.StaffName, v)) + ", " + d.day(day)
		default:
			v += " (" + d.say(lang.By) + " " + d.day(day) + ")"
		}
	}
	return v
}

func firstIf(short bool, name string) string {
	if short {
		return firstOf(name)
	}
	return name
}

func (d *decision) valueOf(f report.Field, a report.Answer, width int) string {
	switch f.Shape {
	case report.Day:
		if day, ok := when.ParseDate(a.Value); ok {
			return d.day(day)
		}
	case report.PhoneNumber:
		if p := d.phoneOf(a); !p.IsZero() {
			return p.Display()
		}
	case report.YesNo:
		short := d.say(lang.ConsentNotAsked)
		switch a.Value {
		case "yes":
			short = d.say(lang.ConsentYesShort)
		case "no":
			short = d.say(lang.ConsentNoShort)
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

func (d *decision) shown(f report.Field, a report.Answer) string { return d.valueOf(f, a, 60) }

// day writes a date in the person's language.
func (d *decision) day(day when.Date) string {
	return when.EchoDay(d.tag, day, when.DateOf(d.now.In(d.loc)))
}

// about1 names a draft: "Maria Lopez, Mon Nov 23".
func (d *decision) about1(dr report.Draft) string {
	who := dr.Answers[report.Contact].Understood()
	day := ""
	if on, ok := when.ParseDate(dr.Answers[report.MetOn].Value); ok {
		day = d.day(on)
	}
	switch {
	case who != "" && day != "":
		return report.Excerpt(who, 40) + ", " + day
	case who != "":
		return report.Excerpt(who, 40)
	case day != "":
		return d.say(lang.SomebodyMet) + ", " + day
	}
	return d.say(lang.SomebodyMet)
}

func (d *decision) fullName() string {
	if n := d.draft.Answers[report.Contact].Value; n != "" {
		return n
	}
	return d.contactFirst()
}

func (d *decision) contactFirst() string {
	a := d.draft.Answers[report.Contact]
	for _, p := range d.w.Contacts {
		if p.ID == d.draft.ContactID && p.ID != uuid.Nil {
			return p.First()
		}
	}
	if a.Value == "" {
		return d.say(lang.Them)
	}
	return firstOf(a.Value)
}

// maxStaffNamed is how many a question lists; the others can be named all the same.
const maxStaffNamed = 6

// staffNames lists who can be named; at a question that comes after, it is the one who was.
func (d *decision) staffNames(n report.Name) string {
	if n == report.StaffOn || n == report.StaffNotes {
		if a := d.draft.Answers[report.StaffFollowUp]; a.Value != "" {
			return firstOf(a.Words)
		}
		return d.say(lang.StaffUnnamed)
	}
	var names []string
	for i, p := range d.w.Staff {
		if i == maxStaffNamed {
			break
		}
		names = append(names, digit(i)+" "+p.Name)
	}
	if len(names) == 0 {
		return d.say(lang.StaffNobody)
	}
	return strings.Join(names, ", ")
}

// atReview takes an answer to the review.
func (d *decision) atReview(body string) {
	h := d.w.Heard
	if h.Digit == 1 || h.Reply == understand.Yes {
		d.happened(ToFile{})
		return
	}
	if found, _ := d.labelled(body); found {
		d.review("")
		return
	}
	if h.Digit > 1 {
		if f, ok := report.Numbered(h.Digit); ok { // a bare line number is most likely meant as fix
			d.revisit(f, "")
			return
		}
	}
	if beginsWithAnd(body) { // more, without saying to what: the notes
		d.append(report.Notes, body)
		d.review(d.say(lang.Added, "label", d.say(lang.Label(string(report.Notes)))))
		return
	}
	d.open(report.ReviewStep, formData{Prev: decode(d.conv.Data).Prev})
	d.answer("review", d.say(lang.ReviewAgain))
}

func morningAfter(t time.Time, loc *time.Location) time.Time { return when.NextMorning(t, 9, 0, loc) }
